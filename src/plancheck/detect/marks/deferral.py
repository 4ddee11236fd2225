"""Is something put off: still to be drawn up, being talked about, left to another paper?

"De planning wordt na de aanbesteding gemaakt" is no planning, though it announces something. What is put off is named
by the subject of the sentence, so that it can be compared with what is asked: an announced tender is a planned step.
"""

import re

from plancheck.detect.marks.cues import Cues

_TO_MAKE = (
    r"(?:opgesteld|opgemaakt|gemaakt|uitgewerkt|ingevuld|bepaald|vastgelegd|vormgegeven|belegd|benoemd|aangewezen|ingepland"
    r"|opgeleverd|geschreven|geconcretiseerd|geformuleerd|toegevoegd|voorgesteld|gevuld|verwacht|geïnventariseerd"
    r"|in kaart gebracht|in beeld gebracht|scherp (?:gemaakt|gesteld)|nader \w+|op een rij gezet|bijgevoegd)(?! (?:bij|als|tot|aan|uit|over)\b)"
)
_TALKED_OF = r"(?:besproken|bekeken|bezien|overlegd|nagegaan|uitgezocht|onderzocht|gesproken|afgestemd|doorgesproken)"
_IS_OPEN = (
    r"(?:onderwerp|voorwerp|punt|onderdeel) van (?:\w+ )?(?:gesprek|overleg|onderhandeling|bespreking|discussie|onderzoek|studie|zorg)"
    r"|in (?:discussie|onderhandeling|bespreking|overleg|beraad|onderzoek|voorbereiding|bewerking|de maak|ontwikkeling)"
    r"|(?:een|de) (?:open )?(?:vraag|kwestie|discussie)(?: die| waar\w*)?|niet rond|ongewis|ter discussie"
    r"|aan de orde|(?:geen|niet) (?:onderdeel|deel) (?:van|uit)"
)
_OF_A_QUESTION = (
    r"(?:(?:precies|exact|ook|vooral|en|maar) )?(?:(?:op|bij|met|voor|in|aan|door|van|tot|over|onder|langs) )?"
    r"(?:hoe|hoever|hoeveel|welke?|wat(?! (?:betreft|aangaat))|wanneer|wie|waar\w*|of)\b"
)
_WE_MAKE = (
    r"(?:maken|bepalen|bespreken|bedenken|formuleren|bezien|bekijken|schrijven|stellen|leggen|werken|vullen|brengen|zoeken"
    r"|spreken|kiezen|onderzoeken|hebben|weten|kunnen)"
)
_NOT_A_SUBJECT = r"(?!(?:in|op|bij|voor|met|na|tijdens|door|per|aan|om|als|ten|via|over|tot|samen|daar\w*)\b)"
_NO_SUBJECT = r"(?! (?:de|het|een|er|dit|deze|die|wij|we|u|ze|zij|dat|alsnog)\b)"
"""Behind a question that is the subject no other follows: "Wanneer de bron te klein is, wordt een andere gezocht"."""
_WAYS = (
    # Hoe dat wordt betaald, is onderwerp van overleg
    rf"^({_OF_A_QUESTION}[^.;:?]{{4,140}}?),? (?:is|zijn|blijft|blijven|komt|komen|maakt|maken|staat|staan)\b[^.;]{{0,60}}\b(?:{_IS_OPEN})",
    # Wanneer dat gebeurt, wordt met de buurt bepaald; bepalen we met de buurt
    rf"^({_OF_A_QUESTION}[^.;:?]{{4,140}}?), (?:{_WE_MAKE} (?:wij|we)\b"
    rf"|(?:wordt|worden|zal|zullen|moet|moeten)\b{_NO_SUBJECT}[^.;]{{0,120}}\b(?:{_TO_MAKE}|{_TALKED_OF})\b)",
    # De wijze waarop later wordt besloten, zal worden voorgesteld
    rf"^((?:de|het) (?:vraag|wijze|manier|mate|vorm|plek|omvang|hoogte|volgorde|termijn) [^.;:?]{{4,140}}?), (?:{_WE_MAKE} (?:wij|we)\b"
    rf"|(?:is|zijn|blijft|komt|komen)\b[^.;]{{0,60}}\b(?:{_IS_OPEN})|(?:wordt|worden|zal|zullen|moet|moeten)\b[^.;]{{0,120}}\b(?:{_TO_MAKE}|{_TALKED_OF})\b)",
    # De invulling van de sporen gebeurt in de eerste sprint
    r"^(de (?:nadere )?(?:invulling|uitwerking|concretisering|bepaling|inventarisatie) [^.;:?]{3,80}?)"
    r" (?:gebeurt|geschiedt|vindt|volgt|komt|start|begint|doen|doet)\b",
    # De dekking is nog onderwerp van overleg
    r"^((?:de|het|een|ook de|over de|over het|onze|deze|dit|wat) [^.;:?]{3,80}?) (?:is|zijn|blijft|blijven|komt|komen|maakt|maken)\b"
    rf"[^.;]{{0,50}}\b(?:{_IS_OPEN})",
    # De begroting wordt na de aanbesteding opgemaakt
    rf"^{_NOT_A_SUBJECT}([^,.;:?]{{3,80}}?) (?:wordt|worden|zal|zullen|moet|moeten)\b[^.;?]{{0,120}}\b{_TO_MAKE}\b",
    # In de volgende fase wordt een planning opgesteld
    r"\b(?:wordt|worden|zal|zullen|moet|moeten) (?:er )?(?:(?:nog|ook|eerst|dan|daarvoor|per \w+) )*"
    rf"((?:de|het|een|onze|deze|dit|zo'n) [^,.;:?]{{3,60}}?) [^.;?]{{0,90}}\b{_TO_MAKE}\b",
    # De mate van inspraak bepalen we per onderwerp
    r"^((?:de|het|een|welke|onze) [^,.;:?]{3,80}?) (?:maken|bepalen|bespreken|bedenken|formuleren|bezien|bekijken|schrijven"
    r"|stellen|leggen|werken|vullen|brengen|zoeken) (?:wij|we)\b",
    # De volgorde legt de stuurgroep voor
    r"^((?:de|het|een|welke|onze) [^,.;:?]{3,60}?) (?:legt|stelt|werkt|bespreekt|vult|maakt|schrijft|bedenkt|zoekt) (?:de|het|een) \w+"
    r"[^.;:?]{0,60}? (?:voor|vast|uit|op|in)(?=[.;,]|$)",
    # Wij maken een planning; zij werkt de activiteiten uit
    r"\b(?:maken|maakt|stellen|stelt|schrijven|schrijft|werken|werkt|bepalen|bepaalt|zoeken|zoekt|leggen|legt|vullen|vult|brengen|brengt)"
    r" (?:wij |we |hij |zij |ze )?(?!(?:langs|in|met|volgens|vanuit|per|binnen|samen|via|onder|door)\b)([^.;:?]{3,80}?)"
    r"(?: (?:uit|op|vast|in|in kaart|in beeld)(?= (?:in|met|tijdens|na|voor|bij|door|aan)\b|[.;]|$)|(?= voor\b| als\b|[.;]|$))",
)
_EACH = tuple(re.compile(way, re.IGNORECASE) for way in _WAYS)
_PUTS_OFF = "puts off"
_WORTH_TRYING = Cues(
    {
        _PUTS_OFF: r"\b(?:wordt|worden|zal|zullen|moet|moeten|onderwerp|punt|onderdeel|deel|discussie|bespreking|overleg|onderhandeling|voorbereiding"
        r"|vraag|kwestie|gebeurt|invulling|uitwerking|concretisering|bepaling|inventarisatie|orde|rond|wij|we|ma(?:ken|akt)|stel(?:len|t)|schrij(?:ven|ft)|wer(?:ken|kt)|bepa(?:len|alt)|leg(?:gen|t)|vul(?:len|t)|zoe(?:ken|kt)|breng(?:en|t))\b"
    }
)


def deferred(text: str) -> tuple[str, ...]:
    """What a sentence puts off, in its own words; () where it puts off nothing."""
    if _PUTS_OFF not in _WORTH_TRYING.possible(text):
        return ()
    found = (match.groups() for way in _EACH for match in way.finditer(text))
    return tuple(what for each in found for what in each if what)
