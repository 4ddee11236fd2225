"""What a sentence asks and leaves to be found out: "Waar de leidingen komen, zoeken we nog uit".

Where an announcement answers a question ("In 2028 leggen we de leidingen"), this does not: it announces the answer.
Told by a clause that asks, at the head of the sentence, with behind it a verb of finding out, settling or depending.
"""

import re

from plancheck.detect.marks.cues import Cues

_ASKS = (
    r"^\W*(?:(?:maar|en|ook|alleen|precies|exact) )?(?:(?:(?:over|omtrent|aangaande) )?(?:de|een) vraag,? )?"
    r"(?:(?:in|op|van|aan|met|bij|voor|tot|over|volgens|onder|langs|binnen|tegen|naar|uit|vanaf|per) )?"
    r"(?:hoe(?:veel|lang|ver|zeer)?|waar(?:mee|uit|in|op|van|langs|door|heen|voor|aan|bij|over|onder|naar|om)?"
    r"|welke?|wie(?:ns)?|wat(?! (?:betreft|aangaat))|wanneer|of)\b"
)
_THEN = (
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:nog|later|pas|samen|met|in|op|na|bij|tijdens|voor|vóór|aan|dit|deze|komend\w*"
    r"|volgend\w*|de komende|per|uit|af|nu|straks|dan|als|zodra|eind|begin|medio|verder|nader|rond|binnen|gaandeweg"
    r"|apart|eerst)\b)"
)
"""What may stand behind "zoeken we": no object, which would be what is looked at: "bekijken we de vloer"."""
_SETTLED = (
    r"(?:bepaald|bepalen|besproken|bespreken|besloten|onderzocht|onderzoeken|uitgezocht|uit te zoeken|uitgewerkt"
    r"|bekeken|bekijken|vastgelegd|afgestemd|bezien|verkend|afgewogen|duidelijk|bekend\w*|ingevuld|nagegaan|overlegd|berekend"
    r"|gevoerd|blijken|geregeld|gekozen|voorgelegd|uitwijzen|afgesproken)"
)
_LEFT_OPEN = re.compile(
    _ASKS + r"(?:[^.;:?!]|\.(?=\d)){3,170}?(?:,? (?:dat|daar\w*))?[ ,]+(?:"
    r"(?:zoeken|bekijken|bespreken|onderzoeken|verkennen|bepalen|overleggen|inventariseren|bezien|kiezen|regelen"
    r"|besluiten|beslissen) (?:we|wij)" + _THEN + "|"
    r"(?:stemmen|leggen|werken|maken|gaan|vullen) (?:we|wij)\b[^.;:]{0,70}\b(?:af|vast|uit|bekend|duidelijk|na|in)"
    r"(?=\s*(?:[.,;:]|$))|"
    r"(?:zoekt|onderzoekt|bekijkt|verkent|beziet|berekent|inventariseert|moet|zal) (?:de|het|een|onze|ons|[A-Z]\w+)\b"
    r"(?:[^.;:]{0,50}\b(?:uit(?:zoeken|wijzen)?|bekijken|onderzoeken|blijken|verkennen))?(?=\s*[.;,]|$)|"
    r"(?:wordt|worden|moet|moeten|zal|zullen|kan pas) (?!door )(?:[^.;:](?!\bdoor (?:de|het|een|onze)\b)){0,100}?\b"
    + _SETTLED
    + r"\b|"
    r"(?:hangt|hangen|laten (?:we|wij))\b[^.;:]{0,40}\baf(?:hangen)?\b[^\d€]*$|"
    r"(?:kan|kunnen|mag|moet)\b[^.;:]{0,60}\b(?:zelf|beter)\b[^.;:]{0,30}\b(?:beschrijven|zeggen|vertellen|aangeven|beantwoorden)\b|"
    r"(?:rekent|zoekt|gaat) [^.;:]{2,40} (?:uit|na)(?=\s*[.;,]|$)|"
    r"(?:weten|weet) (?:we|wij|ik|men|niemand) (?:nog |pas |over |na |in |als |zodra |straks |later )\b|"
    r"(?:ligt|liggen|staat|staan|blijft|blijven|is|zijn)\b[^.;:]{0,30}\b(?:nog (?:niet|geen|open|onzeker|onduidelijk"
    r"|een|onderwerp|de vraag|te)|open|onzeker|onduidelijk|onbekend|onderwerp van|een open)\b|"
    r"blijkt\b[^\d;:]{0,60}$|"
    r"(?:is|zijn|blijft|blijven) (?:\w+ )?(?:een|de) (?:\w+ )?(?:vraag|vragen|kwestie|punt)\b|"
    r"(?:heeft|hebben) (?:nog )?(?:niemand|geen van) [^.;:]{0,40}?\b(?:uitgezocht|nagegaan|nagekeken|bekeken|onderzocht"
    r"|gevraagd|gecontroleerd|opgeschreven)\b|weet (?:nog )?niemand\b|"
    r"(?:vragen|vroegen|vraagt|vroeg) (?:we|wij|ik|men|zij) (?:ons|me|mij|zich) [^.;:]{0,12}?\baf\b|"
    r"(?:komt|komen|volgt|volgen)\b[^.;:]{0,40}\b(?:later|latere|volgende?|aparte?|afzonderlijke?)\b"
    r")",
    re.IGNORECASE,
)
_STANDS_OPEN = re.compile(
    r"\b(?:ligt|liggen|staat|staan|blijft|blijven|is|zijn|laat|laten)\b[^.;:]{0,40}\bnog (?:"
    r"helemaal |volledig |geheel )?open\b"
    r"|\bdoet\b[^.;:]{0,40}\bgeen uitspra(?:ak|ken)\b"
    r"|\b(?:in een later stadium|op een later (?:moment|tijdstip)|te zijner tijd)\b[^.;:]{0,40}\b(?:bericht"
    r"|geïnformeerd|meegedeeld|medegedeeld|gemeld|duidelijk(?:heid)?|bekend\w*)\b",
    re.IGNORECASE,
)
_ASKED_AND_NOT_ANSWERED = re.compile(
    _ASKS
    + r"[^.;:?!]{3,80}:\s*(?:(?:hier|dat|dit|is|blijft|daarover) )?(?:nog )?(?:niet|open|onbekend|onduidelijk|onzeker"
    r"|geen idee|volgt|later|(?:nog )?te (?:bepalen|bespreken))(?=\s*(?:[.,;)]|$))",
    re.IGNORECASE,
)
"""A question as a label, and that it is not answered: "Wie wat betaalt: hier niet, eerst overleg"."""
_FIND_IT_OUT = re.compile(
    r"\b(?:zoeken|zoekt|zoek) (?:(?:we|wij|ik|men) )?(?:het|dit|dat) (?:(?:nog|ook|eerst|verder) )*"
    r"(?:(?:met|bij|samen met|voor) [^.;:]{3,40} )?uit\b"
    r"|\b(?:gaan|ga|gaat) (?:we |wij |ik )?(?:dit|dat) (?:(?:nog|ook|eerst|verder) )*na(?=\s*(?:[.,;]|$))"
    r"|\b(?:dit|dat) ga(?:an)? (?:we|wij|ik) (?:(?:nog|ook|eerst|verder) )*na(?=\s*(?:[.,;]|$))"
    r"|\bkom(?:t|en) in een (?:aparte|afzonderlijke?|apart|ander|andere|latere) "
    r"(?:\w*(?:nota|notitie|rapport|katern|stuk|document|verslag|memo|bijlage|overzicht))(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
"""Said of the question before it: "We zoeken het met de omgevingsdienst uit"."""
_GOES_ON = re.compile(r"[;:]\s+\S+\s+\S+\s+\S+")
_CUES = Cues(
    {
        "asks": r"^\W*(?:hoe|waar|welk|wie|wat|wanneer|of$)",
        "finds out": r"\b(?:zoek\w*|ga|gaan|gaat|komt?)$",
        "open": r"open\b|uitspra|stadium|moment|tijdstip|zijner",
    }
)


def is_unsettled(text: str) -> bool:
    """Whether a sentence only says of what it asks that it is still to be found out, settled or decided."""
    possible = _CUES.possible(text)
    if "open" in possible and _STANDS_OPEN.search(text):
        return True
    if "finds out" in possible and _FIND_IT_OUT.search(text):
        return True
    if "asks" not in possible:
        return False
    if _ASKED_AND_NOT_ANSWERED.search(text):
        return True
    found = _LEFT_OPEN.search(text)
    return found is not None and not _GOES_ON.search(text, found.end())
