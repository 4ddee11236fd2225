"""How specific is a sentence: words that would not fit just any plan of any municipality.

A hollow sentence consists of function words and of words that stand in every policy paper. What is left after those are
taken away is what the sentence says about this plan.
"""

import re
from functools import lru_cache

from plancheck.detect.marks.words import OfWord
from plancheck.nlp import lemmas

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_MIN_LENGTH = 4

# Words of every policy paper, by lemma. Written from knowledge of the genre, not from any text that is measured on.
# Those of a domain are in its package (`alledaags` in pakket.yaml).
_GENERIC = frozenset(
    """
    aandacht aandachtspunt aangaan aangeven aanpak aanpakken aanvulling aanwezig actie activiteit actueel afhankelijk
    afspraak afspreken afstemmen afstemming afweging algemeen alleen altijd ambitie andere anderen antwoord basis
    bedenken bedoelen bedoeling begin beginnen begrijpen behoefte behoren bekijken belang belanghebbende belangrijk
    beleid bepaald bepalen bereiken beschikbaar beschrijven bespreken best bestaan bestaand beter betreffen betrekken
    betrokken betrokkene betrokkenheid bevatten bewaken bieden bijdrage bijdragen bijvoorbeeld blijven breed brengen
    centraal concreet daadwerkelijk daarbij daarmee daarnaast daarom daarvoor dag deel deelnemen denken dergelijk
    dichtbij dienen ding direct document doel doelstelling doen draagvlak draaien duidelijk duidelijkheid echt eerlijk
    effectief eigen eind eisen elkaar ene enkel ervaring essentieel extra fase flexibel ga gaan gaat gaten gebruik
    gebruiken gedachte gedragen geheel geleden gelegenheid gemeente gemeentelijk gemeenschappelijk genoeg gesprek
    geven gevolg gezamenlijk gezien goed graag groot haalbaar haalbaarheid halen handvat hebben heel helder helpen
    hoofdlijn horen houden huidig idee ieder iedereen iemand informatie informeren inhoud initiatief inrichten
    inspanning inspelen integraal intensief inzet inzetten inzicht jaar juist kader kan kans kansen keer kennis keuze
    kiezen kijken klaar klein komen komend krijgen kunnen kwaliteit kwestie laten leggen leren letten leveren liggen
    lijken lokaal loop lopen maar maatwerk maken maatschappelijk manier mede meedenken meenemen meer meest mens middel
    minder misgaan moeten mogelijk mogelijkheid moment naast natuurlijk nauw nemen nieuw nodig noodzaak noodzakelijk
    oever omgeving onderdeel onderling onderwerp onderzoek onderzoeken ontwikkelen ontwikkeling onze oog oogpunt
    oplossing opgave oppakken opstellen orde organisatie overleg overleggen partij passen passend perspectief plaats
    plaatsvinden plan positief praktijk precies proberen proces programma project prioriteit publiek punt raken
    realiseren realistisch reden rekening resultaat richten richting rol ruim ruimte samen samenhang samenwerken
    samenwerking scherp serieus situatie slaan slim snel soms spelen spoor staan stap stapsgewijs stellen steeds sterk
    stellen steun streven succes succesvol taak team tijd tijdens tijdig toe toekomst toekomstig traject transparant
    uitdaging uitgangspunt uitkomst uitvoeren uitvoering uitwerken uitwerking vaak vast verantwoordelijkheid verbinden
    verder verlopen verloop verschil verschillend vertrouwen vervolg vinden visie vlak voldoende volgen volgend
    volledig vooral voorbeeld voorbereiden voorbereiding voorkomen vormgeven voorop voortdurend vorm vraag waarborgen
    waarbij waarde wanneer weg weten wens werk werken wijze willen woord worden zaak zeker zetten zien zijn zoeken
    zoveel zorg zorgen zorgvuldig zullen centraal schip wal vaandel optimaal ambtelijk bestuurlijk draagt staat zaken
    tafel zicht vinger pols tevoren communicatie communiceren planning risico begroting financieel budget kosten
    dekking technisch ruimtelijk sociaal juridisch stadium vroeg vroegtijdig eventueel waar nodig hierbij hiervoor
    hierin hiermee daarin hierover daarover focus focussen signaleren signalering issue longlist shortlist managen
    verrassing vliegwiel meerwaarde synergie integraliteit benutten bundelen
    """.split()
)


@lru_cache(maxsize=16)
def _specific(everyday: frozenset[str]) -> OfWord[str]:
    """The words that would not fit just any plan, in lower case; "" for the others."""
    return OfWord(lambda word: _in_lower_case_if_specific(word, everyday))


def _in_lower_case_if_specific(word: str, everyday: frozenset[str]) -> str:
    lowered = word.lower()
    if len(word) < _MIN_LENGTH:
        counts = word.isupper() and len(word) >= 2
    else:
        counts = lowered not in _FUNCTION_WORDS and _GENERIC.isdisjoint((lowered, lemmas.lemma(word)))
    return lowered if counts and everyday.isdisjoint((lowered, lemmas.lemma(word))) else ""


def specific_words(text: str, everyday: frozenset[str] = frozenset()) -> int:
    """The number of different words in a sentence that would not fit just any plan.

    everyday: lemmas that stand in every document of the domain, from the package.
    """
    found = set(map(_specific(everyday).__getitem__, _WORD.findall(text)))
    return len(found) - ("" in found)


_FUNCTION_WORDS = frozenset(
    """
    aldus alle allebei alles alsnog alsof altijd beide binnen boven buiten daar daarna daarom daardoor deze dezelfde
    door doordat echter eens eerst eerste elke enige erbij erin ermee erna erover eruit ervan ervoor haar hebt heeft
    hadden hier hierdoor hoewel hunne indien inmiddels intussen jouw jullie maar meestal met mijn misschien moest
    moet moeten mocht mogen naar namelijk niemand niet niets nooit nogal omdat omtrent onder ongeveer onszelf opdat
    opnieuw over overal pas rond sinds slechts sommige tegen tenzij terwijl terug thans toch toen totdat tussen
    tweede uiteraard uiterlijk vanaf vandaag vanuit vanwege veel verschillende via volgens voor voordat vooraf
    waarom waarin waarmee waaronder waarover waarvan waarvoor waren want wederom weinig welke welk werd werden wie
    wiens wordt worden zelf zelfs zich zichzelf zodat zodra zoals zonder zolang zou zouden zowel zulke hun ons onze
    dit dat die der den ten ter ook nog wel dan alsook aantal aldaar anders alvast gewoon graag heel helaas hoelang
    hoeveel iets ieder steeds verder meteen later eerder straks telkens
    """.split()
)
