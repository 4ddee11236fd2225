"""Text that seems to say something and does not: denials, promises, placeholders, mere references ...

A cue can prove that something is not there; its absence proves nothing. Each kind has a Dutch name, which the
report shows, and a reason in words.
"""

import re
from functools import lru_cache

from plancheck.detect.marks.cues import Cues
from plancheck.detect.marks.unsettled import is_unsettled

DENIAL = "ontkenning"
UNDECIDED = "nog onbekend"
PROMISE = "belofte"
PLACEHOLDER = "invulplek"
REFERENCE = "verwijzing"
GUIDE = "leeswijzer"
EXPLANATION = "uitleg"
INSTRUCTION = "instructie"
OTHER_DOCUMENT = "ander stuk"
QUESTION = "vraag"
PASSING = "terloops"
NATION = "landelijk"
ELSEWHERE = "ander gebied"
WHOLE = "hele gemeente"
NOT_OF_THIS = "niet van dit plan"
OTHER_MATTER = "andere zaak"
SMALL = "bedrag van één huishouden"
LARGE = "bedrag van het hele project"
DEFERRED = "uitgesteld"
PAST = "voorbij"
FUTURE = "nog niet gebeurd"

TENSES = {"verleden": PAST, "toekomst": FUTURE}
"""The kind by the tense of a unit: hollow only where the question is about another time."""
SCALES = {"huishouden": SMALL, "project": LARGE}
"""The kind by whose money a unit is about: hollow only where the question is about that of another."""
NO_MARKS = frozenset((UNDECIDED, DEFERRED, NOT_OF_THIS, OTHER_MATTER, *TENSES.values(), *SCALES.values()))
"""Kinds the learned model is not told of: it depends on what is asked whether they are hollow."""
REASONS = {
    DENIAL: "de tekst zegt zelf dat dit er niet is",
    UNDECIDED: "de tekst zegt dat dit nog niet bekend is",
    PROMISE: "de tekst belooft dit alleen voor later",
    DEFERRED: "de tekst zegt dat dit nog wordt gemaakt of besproken",
    PLACEHOLDER: "hier staat een invulplek, nog geen inhoud",
    REFERENCE: "de tekst verwijst alleen naar een ander stuk",
    GUIDE: "dit is een leeswijzer, nog geen inhoud",
    EXPLANATION: "dit legt uit wat het is, niet wat het hier is",
    INSTRUCTION: "dit is een instructie van een sjabloon",
    OTHER_DOCUMENT: "dit gaat over wat in een ander stuk staat of komt",
    QUESTION: "dit is een vraag, geen antwoord",
    NATION: "dit gaat over het hele land, niet over dit gebied",
    ELSEWHERE: "dit gaat over een ander gebied, niet over dit",
    WHOLE: "dit gaat over de hele gemeente of een heel programma, niet over dit project",
    NOT_OF_THIS: "de tekst zegt daarna dat dit er voor dit plan niet is",
    OTHER_MATTER: "dit vertelt hoe iets anders ging, niet over dit plan",
    SMALL: "dit is het geld van één huishouden, niet van het hele plan",
    LARGE: "dit is het geld van het hele plan, niet van één huishouden",
    PAST: "dit gaat over wat al is geweest",
    FUTURE: "dit moet nog gebeuren",
    PASSING: "dit wordt hier alleen terloops genoemd",
}

_DONE = (
    "bekend|beschikbaar|uitgevoerd|opgesteld|gemaakt|ingevuld|bepaald|uitgewerkt|gevonden|duidelijk|begroot|geraamd|"
    "onderzocht|belegd|besproken|vastgelegd|vastgesteld|gereed|klaar|geregeld|afgesproken|benoemd|opgenomen|uitgezocht|"
    "in kaart|berekend|zeker|rond|gesloten|gekozen|ingeschat|verdeeld|aangewezen|gepland|meegenomen|gehouden|gepeild|"
    "vast te leggen|vast te stellen|dicht te timmeren|dichtgetimmerd|in te vullen|te benoemen|te bepalen|toe te delen|"
    "gemeten|in beeld|te zeggen|te geven|gedaan|ingepland|gevuld|beschreven|toegewezen|concreet|getekend|ondertekend|"
    "toegevoegd|bijgevoegd|meegestuurd"
)
_WORK_OUT = (
    r"uit(?:ge|te |)werk\w*|uit te werken|uitgewerkt|bepaald|bepalen|opgesteld|opstellen|op te stellen|ingevuld|invullen|"
    r"in te vullen|onderzocht|onderzoeken|beschreven|beschrijven|toegevoegd|vastgelegd|geregeld|regelen|gemaakt|gezocht|"
    r"verkend|verkennen|geconcretiseerd|concretiseren|concreter|duidelijk|bekend|besproken|afgesproken|belegd|geraamd|"
    r"ramen|begroot|berekend|uitgezocht|uitzoeken|aangevuld|aanvullen|ingericht|vorm krijgen|vormgegeven|gedetailleerd|"
    r"organiseren|georganiseerd|op terug|bekeken|nagegaan|in kaart|gepresenteerd|gedeeld|terugkoppel\w*|invulling|bezien|meegenomen|ontwikkeld|ontwikkelen|noemen|bekendgemaakt|bekendmaken|bekend maken|laten weten"
)
_LATER = (
    r"nog|later|nader|straks|binnenkort|te zijner tijd|t\.z\.t\.|op termijn|gaandeweg|in het vervolg|vervolgens nog|"
    r"in een (?:later|latere|volgend|volgende|vervolg)\w*|in (?:de|het) (?:volgende|vervolg|komende)\w*|verderop in het proces|"
    r"op een later moment|in de loop van|de komende (?:tijd|periode|maanden|jaren|weken)|zodra|te gelegener tijd|na de zomer"
)

_LATER_WORDS = (
    r"nog|later|nader|straks|binnenkort|zijner|t\.z\.t|termijn|gaandeweg|vervolg|volgend|komende|loop|zodra|gelegener"
    "|zomer"
)
_PAPERS = "plan|programma|notitie|strategie|analyse|overeenkomst|verordening|visie"

# Per pattern: its kind, what one word of the text must hold for it (see `Cues`), and the expression itself.
_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, needs, re.compile(pattern, re.IGNORECASE))
    for kind, needs, pattern in (
        (PLACEHOLDER, r"n\.?t\.?b|n\.?n\.?b|t\.?b\.?d|n\.t\.z|nader|vullen|xx|lorem", r"\b(?:n\.?t\.?b|n\.?n\.?b|t\.?b\.?d|n\.t\.z)\b\.?|\bnader te bepalen\b|\bnog in te vullen\b|\bxx+\b|lorem ipsum"),
        (PLACEHOLDER, r"pm|p\.m\.|\[|\.{4}|…{2}|_{3}|<", r"(?:^|[\s:(|\t])(?:PM|P\.M\.|p\.m\.|pm)(?=$|[\s.;,)|\t])|\[[^\]\d][^\]]{0,80}\]|\.{4,}|…{2,}|_{3,}|<[a-z][^>]{1,60}>"),
        (DENIAL, "nog|bekend|voorhanden", r"\b(?:nog niet|nog geen|nog onbekend|nog onduidelijk|niet bekend|onbekend|niet voorhanden|nog open|nog onzeker)\b"),
        (UNDECIDED, "zeggen", r"\b(?:kan|kunnen|kunt|valt|is)\b[^.;]{0,40}\b(?:niets|weinig|niet veel)\b[^.;]{0,12}\bzeggen\b"),
        (UNDECIDED, "onbekend|bekend|nog|weten|weet", r"\b(?:onbekend|niet bekend|nog onduidelijk|nog onzeker)\b|\b(?:weten|weet) (?:we|wij|ik|men|niemand) (?:nog )?(?:niet|geen)\b"
                    r"|\bnog (?:niet|geen)\b(?! eerder)[^.;:]{0,45}?\b(?:" + _DONE + r"|verwerkt|besloten|beslist|uitgerekend|uitrekenen|uitsluitsel|zicht op|antwoord|beantwoord\w*|bekeken|nagegaan|nagekeken|afgewogen)\b"),
        (DENIAL, "niet|geen|nooit|noch", r"\b(?:niet|geen|nooit|noch)\b[^.;:]{0,45}?\b(?:" + _DONE + r")\b"),
        (DENIAL, "ontbre|ontbra|achterwege|niet|geen", r"\b(?:(?<!deze )(?<!die )(?<!dat )(?<!elders )ontbreekt|(?<!deze )(?<!die )ontbreken|ontbrak|achterwege|is er (?:nog |vooralsnog )?(?:niet|geen)|zijn er (?:nog )?(?:niet|geen)"
                 r"|hebben (?:we|wij) (?:nog )?(?:niet|geen)|is niet (?:gedaan|gebeurd)|kunnen (?:we|wij) (?:nog )?niet)\b"),
        (DENIAL, "bestaa", r"\b(?:bestaat|bestaan)\b[^.;:]{0,60}\b(?:geen|nog niet)\b[^.;:]{0,40}\b\w*(?:afspra(?:ak|ken)|overeenkomst(?:en)?|contract(?:en)?|convenant|kaders?|overleg|planning|begroting|register|besluit(?:en)?)\b"),
        (DENIAL, "voorzie|aangeboden|bied", r"\bvoorzie(?:t|n) (?:\w+ )?niet in\b|\b(?:wordt|worden) (?:\w+ ){0,3}?niet (?:aangeboden|geboden|geleverd)\b|\b(?:bieden|biedt) (?:we|wij|de \w+)\b[^.;]{0,40}\bniet\b"
                 r"(?!\s+alleen)|\b(?:bieden|biedt) (?:we|wij|de \w+) (?:\w+ )?geen\b"),
        (DENIAL, "^zie(?:t|n)?$", r"\b(?:zie|ziet|zien) (?:we|wij|(?:de|het) \w+)?[^.;:]{0,40}?\baf van (?:een|het|de)\b"),
        (DENIAL, "vraag|opdracht|taak", r"\b(?:zat|zaten|hoorde|hoorden|viel|vielen|valt|vallen) (?:niet in|niet bij|buiten) (?:de|onze|deze) \w*(?:vraag|opdracht)\b|\bis geen taak (?:van|voor)\b"),
        (PROMISE, "volgt|volgen", r"\b(?:volgt|volgen)\b(?=\s*(?:[.,;:!)]|$|(?:nog|later|zodra|in|na|binnen|binnenkort|spoedig|zo snel|nader|straks|eind|begin|medio|apart|te zijner)\b))"),
        (PROMISE, _LATER_WORDS + "|verder", r"\b(?:werk|vul|zoek|leg|stel|richt|breng|pak)(?:t|en|ken|len|gen|ten)?\b[^.;]{0,90}\b(?:" + _LATER + r"|verder)\b[^.;]{0,50}\b(?:uit|in|vast|op|aan|in kaart)(?=\s*(?:[.,;:!)]|$|en\b))"),
        (PROMISE, "nog", r"\b(?:moet|moeten|dient|dienen|zal|zullen) (?:[\w'’-]+ ){0,6}?nog\b|\bnog (?:nader |verder )?(?:te|uit te|in te|op te) \w+"),
        (PROMISE, _LATER_WORDS, r"\b(?:" + _LATER + r")\b[^.;]{0,90}\b(?:" + _WORK_OUT + r")\b"),
        (PROMISE, _LATER_WORDS, r"\b(?:" + _WORK_OUT + r")\b[^.;]{0,60}\b(?:" + _LATER + r")\b"),
        (PLACEHOLDER, "bijzonder|opmerking", r"^[\W\d]*(?:er zijn )?(?:geen|niets) (?:nadere |verdere )?(?:bijzonder\w*|opmerkingen)\b[^,;]*$"),
        (PROMISE, "voornemens", r"\b(?:ben|is|zijn) (?:\w+ )?voornemens\b"),
        (PROMISE, "^plan$", r"\b(?:ben|is|zijn) (?:(?:we|wij|nog|ook) )*van plan\b[^.;:]{0,80}\b(?:laten zien|na te gaan|te (?:onderzoeken|bekijken|beschrijven|bespreken|kijken|noemen|vertellen|bepalen|schrijven|regelen|maken))\b"),
        (PROMISE, "apart|separa|afzonderlijk|ander", r"\b(?:ondergebracht|opgenomen|uitgewerkt|geregeld|beschreven|behandeld) in een (?:apart|separaat|separate|afzonderlijk|ander)e?\b"
                  r"|\b(?:bij|in|met) (?:een )?(?:apart|separaat|afzonderlijk|ander)e? \w+\b[^.;]{0,30}\b(?:bepaald|geregeld|vastgelegd|vastgesteld|besloten|uitgewerkt|beschreven)"),
        (PROMISE, "idee|gedachten", r"\b(?:zijn|worden|is)\b[^.;]{0,40}\b(?:ideeën|gedachten) (?:over )?(?:uitgewisseld|geopperd)"),
        (PROMISE, "wenselijk|belang", r"\b(?:acht|achten|vindt|vinden|is|lijkt)\b(?: \w+){0,4} (?:wenselijk|van (?:groot |wezenlijk )?belang)\b(?=[^.;]*\bte \w+en\b)"),
        (PROMISE, "weten|benieuwd", r"\b(?:willen|wil) (?:we|wij|ik)(?: \w+){0,3} weten\b|\b(?:we|wij|ik) (?:willen|wil)(?: \w+){0,2} weten (?:wat|hoe|wie|welke|waar)\b"
                  r"|\b(?:we|wij) zijn (?:\w+ )?benieuwd\b"),
        (PROMISE, "vragen|halen", r"\b(?:vragen|halen) (?:we|wij) [^.;:?]{0,120}\b(?:wat|welke|hoe)\b(?: \w+){0,2} (?:zij|ze|die|men|hun|er)\b"),
        (PROMISE, "verwacht", r"\bverwacht(?:en|ing)?\b[^.;]{0,60}\b(?:klaar|gereed|af|beschikbaar|rond) (?:te (?:hebben|zijn|komen)|is|zijn|komt)\b"),
        (PROMISE, "terug|nader|ontwikkeling|voorbereiding", r"\bkomen (?:we|wij) (?:later |nog )?(?:\w+ )?op terug\b|\bwordt nader\b|\bworden nader\b|\bin ontwikkeling\b|\bin voorbereiding\b"),
        (PROMISE, "vragen|gaan|kaart|inventariseren", r"\b(?:willen|gaan|zullen|moeten|wil|gaat|zal|moet)\b[^.;:]{0,120}\b(?:opvragen|op te vragen|nagaan|na te gaan|inventariseren|in kaart (?:te )?brengen)\b"),
        (PROMISE, "^(?:actie|acties|actiepunt|advies|tip|to-?do)", r"^(?:acties?|actiepunt|advies|tip|to-?do)\b[^:.;]{0,25}: [^.;:]*\b(?:(?:matrix|tabel|lijst|overzicht|memo|stuk) (?:maken|opstellen|aanleveren)|invullen|navragen|uitzoeken|nazoeken)\b"),
        (PLACEHOLDER, "lege|blanco", r"\b(?:lege|blanco) (?:matrix|tabel|lijst|format|kolom|kolommen|sjabloon|formulier)\b"),
        (INSTRUCTION, r"svp|s\.v\.p|vullen", r"\b(?:svp|s\.v\.p\.?)(?: \w+){0,3} (?:in|aan)?vullen\b|\bzelf in te vullen\b"),
        (GUIDE, "hoofdstuk|paragraaf|deel|bijlage|leeswijzer", r"\b(?:dit|deze|het volgende|de volgende|het) (?:hoofdstuk|paragraaf|deel|onderdeel|bijlage|leeswijzer)\b[^.]{0,40}?\b(?:beschrijf\w*|"
                r"beschrijven|gaat|gaan|geeft|geven|lees|leest|behandel\w*|bevat|komt|komen|schets\w*|staat|staan|vindt|zetten|toont|licht)\b"),
        (GUIDE, "hieronder|hierna|onderstaand|vervolg", r"^(?:hieronder|hierna|onderstaand\w*|in het vervolg)\b[^.]{0,60}\b(?:beschrijven|leest|ziet|staat|vindt|lichten|gaan|geven|volgt)\b"),
        (GUIDE, "hoofdstuk", r"^hoofdstuk \d+ (?:gaat|beschrijft|geeft|bevat|behandelt|schetst)"),
        (EXPLANATION, "een|onder|goed|goede", r"^(?:een|onder een|onder|met een|goede?|een goede?) [\w -]{3,40} (?:betekent dat|is (?:een|bedoeld|het|de)|verstaan|wordt verstaan|houdt in|geeft inzicht|beschrijft|is niets anders|maakt (?:het|\w+) mogelijk|helpt (?:om|bij)|zorgt ervoor)\b"),
        (EXPLANATION, "literatuur|algemeen|doorgaans", r"\bin de literatuur\b|\bin het algemeen geldt\b"),
        (EXPLANATION, "theorie|ladder", r"\bin de theorie\b|\b\w*ladder (?:kent|heeft|bestaat uit|onderscheidt|loopt van|ken|heb|kennen|hebben|onderscheiden)\b"),
        (EXPLANATION, "zijn", r"^(?!(?:de|het|deze|dit|onze|hun|er|wij|we|ze|zij|dat|hier|in|op|bij|aan|van|voor)\b)\w[\w'’-]* zijn (?:\w+ ){0,2}?(?:mensen|personen|organisaties|partijen|groepen|plekken|zaken|dingen|gebeurtenissen|afspraken|middelen|manieren)\b[^.;:]{0,30}?\b(?:die|dat|met|waar\w*|of \w+ (?:die|met))\b"),
        (EXPLANATION, "method|systematiek", r"\b(?:hanteren|hanteert|gebruiken|gebruikt|volgen|volgt|conform|volgens|op basis van|met behulp van|gebruikgemaakt van)\b[^.;:]{0,60}?\b\w*(?:methode|methodiek|systematiek)\b[^.;:]{0,40}\b(?:waarbij|waarin|wordt|worden|gebeurt)\b[^;:]*$"),
        (EXPLANATION, "^een$", r"^een (?:goede? )?\w*(?:kader|analyse|strategie|register|begroting) (?:maakt|helpt|dient|biedt|zorgt|voorkomt|laat)\b"),
        (EXPLANATION, "hoort|horen|geldt|gelden", r"^(?:voor|bij) (?:een|zo'n|elke?|ieder) [^.;:,]{3,60}? (?:hoort|horen|geldt|gelden)\b(?! u\b)"),
        (EXPLANATION, "verplicht|nodig|vereist", r"^(?:voor|bij) (?:een|zo'n|elke?|ieder) [^.;:]{3,120}? kan (?:een|het|de|dat) [^.;:]{0,60}\b(?:verplicht|nodig|vereist)\b"),
        (EXPLANATION, "belang|belangrijk|essentieel|cruciaal|wenselijk|zaak", r"^het is (?:hierbij |daarbij |dan ook )?(?:van (?:\w+ )?belang|belangrijk|essentieel|cruciaal|wenselijk|zaak) "
                      r"(?:dat|om) (?:de gemeente|gemeente en|partijen|partners|alle|iedereen|betrokkenen|we|wij|in|te|het (?:proces|plan))\b"),
        (DENIAL, "geen", r"\b(?:regelt|regelen|biedt|bieden|verzorgt|verzorgen|organiseert|organiseren|verstrekt|verstrekken) (?:\w+ )?geen\b(?![^.]*\b(?:wel|maar)\b)"),
        (DENIAL, "taak", r"\bis (?:geen|niet de|niet een) taak (?:van|voor)\b"),
        (PLACEHOLDER, "vult|vullen|levert|leveren", r"\b(?:vult|vullen|levert|leveren) (?:dit|deze \w+) (?:nog |zelf )?(?:in|aan)(?=\s*[.,;]|$)"),
        (EXPLANATION, "techniek|manieren|mogelijkheden|oplossingen|vormen|soorten|methoden|systemen|opties", r"\ber (?:zijn|bestaan) (?:veel|vele|verschillende|diverse|meerdere|allerlei) (?:\w+ )?(?:technieken|manieren|mogelijkheden|oplossingen|vormen|soorten|methoden|systemen|opties)\b"),
        (INSTRUCTION, "beschrijf|geef|vul|benoem|licht|vermeld|omschrijf|verwijder|denk|werk|neem|maak|noem", r"^(?:beschrijf|geef (?:hier|aan|een|kort|per)|vul |benoem|licht (?:hier|toe|kort)|vermeld|omschrijf|verwijder deze|denk (?:aan|hierbij|bijvoorbeeld)|"
                      r"werk hier|neem hier|maak hier|noem hier)"),
        (INSTRUCTION, r"\bje\b|vullen", r"(?:^|[.:;] )(?:breng|bepaal|beschrijf|geef|leg|maak|stel|denk|werk|benoem) je\b|\bin te vullen door\b|\bje (?:gemeente|projectteam|plan|aanpak)\b"
                      r"|\b(?:kun|kan|moet|wil) je\b[^.]{0,80}\b(?:hier|beschrij\w+|aangeven|opnemen|invullen|toelichten|benoemen|vermelden|uitwerken|plan|bijlage|hoofdstuk|paragraaf)\b"),
        (EXPLANATION, "bekijk|onderzoek|bedenk|bepaal|^ga$|inventariseer|verken|check|analyseer|kijk", r"^(?:bekijk|onderzoek|bedenk|bepaal|ga na|inventariseer|verken|check|analyseer|kijk)\b(?![^.]*\b(?:u|uw)\b)(?:,? \w+){0,3}?,? (?:wie|wat|welke?|hoe|of|waar\w*|in hoeverre)\b"),
        (EXPLANATION, "zorg|breng|stel|houd|betrek|maak|leg|werk|ga|neem|geef|formuleer|organiseer", r"^(?:zorg (?:dat|voor|ervoor|er)\b|breng [^.:;]{2,90}? in (?:beeld|kaart)\b|stel [^.:;]{2,90}? (?:vast|op)\b|houd (?:\w+ ){0,2}rekening\b|betrek \w+"
                      r"|maak [^.:;]{2,60}?\b(?:afspraken|inzichtelijk|duidelijk|concreet)\b|leg [^.:;]{2,90}? vast\b|werk [^.:;]{2,90}? uit\b|ga [^.:;]{0,60}?\b(?:aan de slag|aan tafel)\b|neem [^.:;]{2,90}? (?:mee|op)\b"
                      r"|formuleer \w+|organiseer \w+)(?![^.]*\b(?:u|uw)\b)"),
        (EXPLANATION, r"\bje\b", r"\b(?:leg|beschrijf|maak|bepaal|stel|breng|geef|werk|neem|kies|onderzoek|betrek|organiseer|toets|benoem|bespreek|verken) je\b(?= (?:het|de|een|hoe|welke|wat|wie|of|dit|ook|in)\b)"),
        (EXPLANATION, _PAPERS, r"^een \w*(?:plan|programma|notitie|visie|strategie|analyse) (?:\([^)]*\) )?(?:begint|bestaat|laat|maakt|gaat|geeft|bevat|vormt|dient|helpt|richt|omvat|vraagt|regelt)\b"),
        (EXPLANATION, "plan|document|instrument|plek|rol|concretisering|uitwerking|stap|middel", r"\bhet (?:\w*(?:plan|programma)|(?-i:[A-Z]{3})) (?:is|heeft) (?:namelijk |dus |dan ook |immers )?(?:het|een) (?:\w+ )?(?:plan|document|instrument|plek|rol|concretisering|uitwerking|stap|middel)\b"),
        (EXPLANATION, "elk|elke|ieder|iedere|geen", r"^(?:elke?|iedere?|geen) (?:\w+ ){0,2}(?:gebied|wijk|buurt|dorp|situatie|gemeente)\b[^.;]{0,12} (?:is|zijn|heeft|vraagt)\b[^.;]{0,30}\b(?:uniek|anders|hetzelfde|gelijk|maatwerk|eigen)\b"),
        (EXPLANATION, "regierol|regie", r"\bgemeenten?\b[^.;]{0,60}\b(?:rijks\w+|overheid|kabinet)\b[^.;]{0,30}\bregie\w*|\bregie\w*[^.;]{0,40}\bgekregen\b"),
        (OTHER_DOCUMENT, _PAPERS, r"\b(?:het|een|elk|ieder|dat|in het|in een) (?:\w+ )?(?:\w*(?:plan|programma|notitie|strategie|analyse|overeenkomst|verordening))\b "
                         r"(?:bevat|beschrijft|bestaat|hoort|moet|dient|geeft|omvat|werkt|komt|staat|staan|zal|gaat|beschrijven|werken|leggen|nemen|wordt|worden)\b"
                         r"[^.]{0,60}?\b(?:straks|dan|later|in elk geval|ten minste|minimaal|onder meer|onder andere|aandacht|inzicht|hoe|welke|wat|beschreven|uitgewerkt|opgenomen|vastgelegd)\b"),
        (OTHER_DOCUMENT, "staat|staan|beschr|komt|komen|geven|geeft|leggen|vastgelegd|werken|zetten|leest|vindt|opgenomen|uitgewerkt", r"\b(?:in (?:een|het|dit|de|elk|ieder|deze|zo'n)|daar\w*|hierin) (?:\(?\w*\)?)?(?:plan|plannen|programma|notitie|visie|strategie|analyse|(?-i:[A-Z]{3})(?:'s)?)\b"
                         r"[^.]{0,60}?\b(?:staat|staan|beschrijven|beschreven|beschrijft|komt te|komen te|geven we|geeft|leggen|vastgelegd|werken|zetten|leest|vindt|opgenomen)\b"
                         r"|\bin een \w*(?:plan|programma|notitie|strategie|analyse)(?: \([^)]*\))? (?:wordt|worden)\b[^.;]{0,60}\buitgewerkt\b"),
        (OTHER_DOCUMENT, "moet|onderdelen", r"\bmoet(?:en)? (?:er |daar )?(?:in ieder geval |in elk geval |ten minste |minimaal )?(?:in|worden opgenomen|in (?:komen te )?staan)\b|\bde volgende onderdelen\b"),
        (OTHER_DOCUMENT, _PAPERS, r"\b(?:een|elk|ieder) (?:goed |goede )?(?:\(\w+\))?\w*(?:plan|notitie|programma|visie)\b[^.]{0,40}\b(?:is een|zijn|opstellen|opgesteld|bestaat uit|vraagt)\b"),
        (EXPLANATION, "gemeente|organisaties|overheden", r"\b(?:uw gemeente|u als gemeente|(?<!wij )(?<!we )als gemeente|een gemeente|elke gemeente|iedere gemeente|(?<!de )(?<!andere )gemeenten|(?:^|, )organisaties (?!in\b|uit\b)\w+|(?<!de )(?<!met )overheden)\b"),
        (INSTRUCTION, r"\bu$", r"\bu (?:legt|beschrijft|maakt|bepaalt|stelt|brengt|kunt|moet|werkt|kiest|neemt|betrekt)\b[^.]*\b(?:\w*plan|stakeholders?|partijen|kaders?|participatie|samenwerking|aanpak)\b"),
        (INSTRUCTION, r"vermeldt|vult|beschrijft|licht|noemt|kruist|zet|neemt|schrijft|geeft|legt", r"\b(?:in dit (?:vak|veld|onderdeel|blok)|hier|hieronder|op deze plaats)\b[^.;]{0,30}\b(?:vermeldt|vult|beschrijft|geeft|licht|noemt|kruist|zet|neemt|schrijft|legt) u\b"
                      r"|\b(?:vermeldt|vult|beschrijft|licht|noemt|kruist|zet|neemt|schrijft) u (?:hier|hieronder|in dit)\b"),
        (QUESTION, r"\?", r"\?$"),
    )
)  # fmt: skip
_LADDER = re.compile(r"\b\w*ladder (?:kent|heeft|onderscheidt|telt|bestaat uit)\b", re.IGNORECASE)
"""A number of rungs is no content: so goes the theory everywhere."""
_REFERS = re.compile(
    r"\b(?:zie|staat|staan|vindt u|te vinden|opgenomen|terug te vinden|terugvinden|verwijzen|verwezen|verwijst|beschreven|"
    r"uitgewerkt|toegelicht|toegevoegd|beheerd|ligt bij|na te lezen|te lezen|weergegeven|vastgelegd|leest u|lees)\b[^.]{0,80}?"
    r"\b(?:bijlagen?|hoofdstuk|paragraaf|notitie|\w*rapport|document|\w*dossier|website|annex|kaart|figuur|§|\w*register|sharepoint|intranet|bestand)\b"
    r"|\b(?:bijlagen?|notitie|\w*rapport|\w*dossier|website|kaart)\b[^.]{0,40}\b(?:te vinden|opgenomen|staat|staan|beschreven|uitgewerkt|toegelicht)\b",
    re.IGNORECASE,
)
_WAS_DETAILED = re.compile(
    r"\b(?P<is>is|zijn|heeft|hebben|werd|werden)\b"
    r"(?P<what>(?:(?!\b(?:nog|niet|wordt|worden|zal|zullen|moet|moeten|kan|kunnen)\b)[^.;]){0,160}?)"
    r"\bnader (?=(?:uitgewerkt|onderzocht|bepaald|beschreven|bekeken|ingevuld|berekend|besproken|vastgelegd)\b"
    r"(?! (?:wordt|worden|moet|moeten|zal|zullen)\b))"
    r"|\bnader (?=(?:is|zijn|werd|werden) \w+)",
    re.IGNORECASE,
)
"""What "is nader uitgewerkt" was done: only who says that it will be promises it."""
_REPORTED = re.compile(r"\b(?:wilden|wilde|zeiden|zei|vonden|vond|vroegen|vroeg|gaven aan|noemden)\b", re.IGNORECASE)
_NATION = re.compile(
    r"\b(?:het kabinet|de minister|tweede kamer|(?:in|van) (?:heel )?nederland|nederlanders?|ons (?:hele )?land"
    r"|nederlandse (?:gemeenten|huishoudens|huizen|woningen|overheid)|(?:de|onze) (?:rijks)?overheid (?:wil|streeft|heeft)"
    r"|^landelijk (?:gezien|gemiddeld|staat|staan|is|zijn|wil|willen|vindt|vinden|doet|doen|kiest|kiezen|steunt|steunen)"
    r"|landelijk(?:e)? (?:gemiddelde|doel\w*|ambitie)|alle gemeenten|elke gemeente|wereldwijd|europese unie)\b",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"\b(?:onze|deze|dit|ons|uw|hier|wij|we|jullie|de) (?:wijk|buurt|dorp|straat|straten|gebied|project|woningen|bewoners)\b"
    r"|\b(?:wij|we) (?:sluiten|maken|gaan|doen|willen|krijgen)\b|\bsubsidie|\bbijdrage|\bvergoed",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?i:ter vergelijking|elders in (?:de|het|ons|onze)|in (?:een )?andere (?:wijk|buurt|gemeente|stad|plaats|dorp)(?:en|s)?"
    r"|(?:uit|in|van|met) de (?:eerdere|vorige|naburige|naastgelegen) (?:wijk|buurt|proeftuin|aanpak)|(?:buur|zuster)gemeenten?)\b"
    r"|\b[Ee]rvaring(?:en)? (?:in|uit) (?:de |het )?[A-Z]\w+"
)
_WHOLE = re.compile(
    r"\b(?:weerstandsvermogen|weerstandsratio|solvabiliteit\w*|(?:netto )?schuldquote|ozb"
    r"|(?:algemene )?reserve (?:van de gemeente )?(?:staat op|bedraagt|komt|is)"
    r"|(?:begroting|jaarrekening|programmabegroting) van de gemeente (?:is|sluit|bedraagt)|de gemeentebegroting (?:is|sluit)"
    r"|voor de hele (?:gemeente|energietransitie|stad|organisatie|regio)|(?:gemeente|stads|regio|provincie)bre(?:ed|de)"
    r"|(?:voor|over|van|in|aan) alle (?:\w+ )?(?:wijken|buurten|kernen|dorpen|gebieden)|het hele programma|heel het programma)\b",
    re.IGNORECASE,
)
_ALL_OF_IT = re.compile(
    r"\b(?:(?:heel|hele|gehele) gemeente|gemeente als geheel|(?:inwoners|huishoudens|bewoners) (?:van|in) (?:de|onze) gemeente"
    r"|in (?:de|onze) gemeente (?:heeft|hebben|is|zijn|bedraagt|staan|staat|telt))\b",
    re.IGNORECASE,
)
"""Said of a whole municipality, which says nothing of this area unless that is named beside it."""
_PART = re.compile(r"\b(?:\w*(?:wijk|buurt|gebied|dorp)(?:en)?|hier|dit plan)\b", re.IGNORECASE)
_SHORT_REFERENCE = 30
_ASIDE = re.compile(r"\([^()]*\)")
_WORTH_TRYING: Cues[int | str] = Cues(
    {
        **{place: need for place, (_, need, _) in enumerate(_PATTERNS)},
        REFERENCE: "bijlage|hoofdstuk|paragraaf|notitie|rapport|document|dossier|website|annex|kaart|figuur|§|register"
        "|sharepoint|intranet|bestand",
        NATION: r"kabinet|minister|tweede|nederland|land|overheid|\balle\b|elke|wereldwijd|europese",
        ELSEWHERE: "vergelijking|elders|andere|eerdere|vorige|naburige|naastgelegen|buurgemeente|zustergemeente|ervaring",
        WHOLE: r"weerstand|solvabiliteit|schuldquote|ozb|reserve|begroting|jaarrekening|hele|heel|bree?de?\b|\balle\b|gemeente",
    }
)
_NOT_BESIDE_FACTS = frozenset((EXPLANATION, OTHER_DOCUMENT, GUIDE))
_BARE_ADDRESS = re.compile(
    r"^(?:https?://|www\.)\S+$|^(?:lees meer|meer informatie|klik hier|download)\b", re.IGNORECASE
)


_SOURCES = re.compile(
    r"\b(?:(?:geraadpleegde|gebruikte|onderliggende) (?:bronnen|literatuur|stukken|documenten|rapporten)|bronnenlijst"
    r"|bronvermelding(?:en)?|literatuur(?:lijst|opgave|verwijzingen)?|referentielijst|lijst (?:van|met) bronnen)\s*$",
    re.IGNORECASE,
)
_BARE_ANNEX = re.compile(r"^bijlagen? [\dA-Z]{1,3}\b[.:)]?(?:[\s,-]+[\w'’-]+){0,7}\.?$", re.IGNORECASE)


def hollow_kinds(text: str, *, hard_content: bool) -> frozenset[str]:
    """The kinds of hollow text a sentence, item or row shows.

    hard_content: it holds an amount, date or number, so that a reference in it does not make it empty.
    """
    worth = _WORTH_TRYING.possible(text)
    said = _WAS_DETAILED.sub(r"\g<is>\g<what>", text) if "nader" in text else text
    found = {kind for kind, pattern in _to_try(worth) if pattern.search(said)}
    if not hard_content and REFERENCE in worth and _refers(text):
        found.add(REFERENCE)
    if _BARE_ADDRESS.match(text) or _BARE_ANNEX.match(text):
        found.add(REFERENCE)
    if NATION in worth and _NATION.search(text) and not _HERE.search(text):
        found.add(NATION)
    if ELSEWHERE in worth and _ELSEWHERE.search(text):
        found.add(ELSEWHERE)
    if WHOLE in worth and (_WHOLE.search(text) or (_ALL_OF_IT.search(text) and not _PART.search(text))):
        found.add(WHOLE)
    if is_unsettled(text):
        found.add(UNDECIDED)
    if PROMISE in found and _REPORTED.search(text):
        found.discard(PROMISE)
    if hard_content and not found.isdisjoint(_NOT_BESIDE_FACTS) and not _LADDER.search(text):
        found -= _NOT_BESIDE_FACTS
    return frozenset(found)


@lru_cache(maxsize=4096)
def _to_try(worth: frozenset[int | str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns that are worth trying with their kinds; remembered, since few choices from them occur."""
    tried = (_PATTERNS[place] for place in worth if isinstance(place, int))
    return tuple((kind, pattern) for kind, _, pattern in tried)


def lists_sources(heading: str) -> bool:
    """Whether what stands under a heading are the papers that were read, none of which is content of this one."""
    return _SOURCES.search(heading) is not None


def _refers(text: str) -> bool:
    return len(text.split()) <= _SHORT_REFERENCE and _REFERS.search(_ASIDE.sub(" ", text)) is not None


_LOOK_THERE = re.compile(
    r"(?:zie(?! (?:je|hoofdstuk|paragraaf|tabel|pagina|blz|hierboven|hieronder|boven|onder|§|\d))|volgt|nog te|wordt nog|komt nog)\b(?:\W+\w+){0,4}\W*$"
)
"""A cell of a few words that leaves it to another paper or to later."""
INHERITED = frozenset((OTHER_DOCUMENT, INSTRUCTION, PROMISE, GUIDE))
"""Kinds that the points of a list inherit from the sentence that introduces them."""


def is_empty_cell(text: str) -> bool:
    """Whether a table cell says nothing: empty, a dash, PM, n.t.b., dots, or no more than where to look for it."""
    bare = text.strip().strip(".…-–—?*x ").lower()
    return _LOOK_THERE.match(bare) is not None or bare in (
        "",
        "pm",
        "p.m",
        "ntb",
        "n.t.b",
        "nnb",
        "n.n.b",
        "tbd",
        "nvt",
        "n.v.t",
        "nader te bepalen",
        "volgt",
        "onbekend",
        "invullen",
    )
