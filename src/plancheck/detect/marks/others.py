"""Does a text turn to another area, project or paper than its own, by a word for that and a name?

"Kopie uit dossier Rondweg-Noord", "referentieproject Aalscholverhof", "met de bus naar Zandwijk": a name alone tells
little, since a plan is full of streets, parties and people. The word beside it tells what the text does with it.
"""

import re

from plancheck.detect.marks.cues import Cues
from plancheck.detect.marks.substance import MONTHS, names

_NAME = r"(?:[DH]e[tn]? )?[A-Z][\w'’]+(?:[- ](?:(?:van|de|der|den|het|ten|ter|aan|op|bij) )*[A-Z][\w'’]+)*"
_ARTICLE = r"(?:(?:de|het|hun|'t|heel|hele) )*"
_PROJECT = (
    r"\w*(?:project(?:en)?|(?<!uitvoerings)(?<!warmte)(?<!deel)plan|dossier|traject|proeftuin|nieuwbouw|bedrijvenpark"
    r"|bedrijventerrein|\w+locatie|evaluatie|nacalculatie)"
)
_AREA = r"(?:\w*gemeente|\w*wijk|\w*buurt|dorp|kern|stadsdeel|polder|kavel|stad)"
_NAMED_PROJECT = re.compile(rf"\b(?i:{_PROJECT}|sok|wijziging) (?:\w+ )?[(“\"'‘]?({_NAME})")
_NAMED_PLAN = re.compile(r"\b(?:[Hh]et|[Vv]an|[Vv]oor) ([A-Z]\w{3,}(?:plan|project))\b")
_NAMED_AREA = re.compile(rf"\b(?i:{_AREA}) ({_NAME})")
_BUILT_UP = re.compile(r"\b((?:[DH]e[tn]? )?[A-Z][\w'’-]+(?:wijk|buurt|kwartier))\b")
_AREA_LIKE = re.compile(
    r"\b((?:[DH]e[tn]? )?[A-Z][\w'’-]+(?:dorp|stad|park|polder|velden|landen|hof|rand|donk|meer"
    r"|[- ](?:[Nn]oord|[Oo]ost|[Zz]uid|[Ww]est)))\b"
)
_IN_AN_AREA = re.compile(rf"\b(?:[Ii]n|[Uu]it|[Nn]aar) {_ARTICLE}({_NAME})")
_SURE = (_NAMED_PROJECT, _NAMED_PLAN, _NAMED_AREA, _BUILT_UP)
_ANY_NAME = re.compile(rf"\b({_NAME})")
_FILE = r"(?:archief|\w*dossier|evaluatie|nacalculatie|weekverslag|raadsvoorstel)"
_THING = r"(?:project|plan|wijk|buurt|gemeente|dorp|gebied|locatie)"
_BORROWS = re.compile(
    r"(?<!indeling )(?<!opzet )(?<!vorm )\b(?:overgenomen|gekopieerd|kopie|geleend) (?:uit|van)\b|\bvan collega's\b"
    rf"|\buit (?:(?:het|de|ons|onze|hun) )?{_FILE}\b|\b(?:leerdossier|nacalculatie|referentie{_THING})\b"
    rf"|\breferentie(?:onderzoek\b|:)|\bvergelijkbare? (?:wijziging|geval|{_THING})"
    r"|\b(?:vorige?|voorgaande?|ander) (?:warmte)?(?:project|plan)\b"
    rf"|\b(?:in|van|naar) (?:de|een) (?:vorige|andere) {_THING}\b|\b(?:betreft|betrof) het (?:project|plan)\b"
    r"|\bvoorbeeld (?:hoe\b|(?=(?-i:[A-Z])))|\bter vergelijking\b|\bstilgestaan bij\b|\bvorige keer in\b"
    r"|\b(?:dat|dit|die) (?:was|waren|betrof) [^.;:]{0,30}\b(?:voor|van|bij) (?:het|de) (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Says that what follows was made somewhere else, so that any name right behind it is that of something else."""
_LEARNED = r"(?:geleerd|leren|lessen?|ervaring(?:en)?|terugblik|cijfers|voorbeeld)"
_VISITS = re.compile(
    r"\b(?:bij|naar|van) (?:de|onze) buren\b|\bkijkje\b|\bexcursie\w*|\bop (?:werk)?bezoek\b|\bbezochten\b"
    r"|\bmet de (?:bus|fiets|trein) naar\b|\b(?:wandeling|rondgang|tocht) door\b"
    rf"|\b{_LEARNED} (?:\w+ ){{0,4}}(?:uit|in|van|bij|op)\b"
    r"|\bzo (?:deden|doen|deed|doet|ging|gaat|pakt\w*|werkt\w*) (?:\w+ ){0,3}(?:bij|in|aan)\b"
    r"|\bhoe (?:\w+ ){1,5}het (?:deed|deden|aanpakten?)\b"
    r"|\b(?:geleden|toen|destijds) deden (?:we|wij)\b|\bliepen (?:we|wij) tegen\b",
    re.IGNORECASE,
)
"""Says that somebody looked elsewhere, where a word beside the name says that it is an area or project."""
_ABOUT = re.compile(
    r"\b(?:ga(?:at|an)|ging(?:en)?) (?:dus |alleen |alleen maar |uitsluitend |echter |immers )*over"
    rf" (?:{_ARTICLE}|project |plan |wijk |werk )({_NAME})"
    rf"|\b(?:hoort|horen|hoorde|hoorden) bij (?:het )?(?:\w*project|\w*plan|traject) ({_NAME})"
    rf"|\b({_NAME}) heeft (?:zijn|haar|een) eigen (?:\w*plan|project|traject|team)\b"
    rf"|\b(?:geldt|gelden) (?:alleen |uitsluitend )?voor (?:\w+ ){{0,6}}(?:van |in )?{_ARTICLE}({_NAME})"
    rf"|\b(?P<itself>{_NAME}) (?:is (?:nu eenmaal |gewoon )?(?:(?:de|het) )?(?P=itself)|(?:de|het) (?P=itself) is)\b"
)
_NEIGHBOUR = re.compile(
    rf"\b(?i:(?:aangrenzend|naburig|naastgelegen|nabijgelegen|aanpalend)e? (?:(?:{_AREA}|\w*gebied|\w*project) )?)"
    rf"({_NAME})|\b(?i:(?:buur|zuster)(?:wijk|buurt|dorp|gemeente)) ({_NAME})"
    rf"|\b(?i:vergelijken|vergeleken|vergelijking) [^.;:]{{0,30}}\b(?i:met) {_ARTICLE}(?:{_AREA} )?({_NAME})"
)
_APART = re.compile(
    r"\bsta(?:at|an)\b[^.;:]{0,20}\blos van (?:dit|het|ons|onze|deze) (?:\w*plan|\w*project|traject|\w*aanpak)\b"
    r"|\bma(?:akt|ken) geen deel uit van (?:dit|ons) (?:\w*plan|\w*project)\b",
    re.IGNORECASE,
)
_AS_A_WHOLE = re.compile(
    r"^(?:de|het|dit|alle) \w+ (?:betreft|betreffen|betrof|geldt|gelden|gaat|gaan|ging(?:en)?|slaat|slaan)\b"
    r"[^.;:]{0,40}\b(?:stad|gemeente|regio|organisatie|provincie) als geheel\b"
    r"|\b(?:alleen|uitsluitend|slechts) (?:op (?:\w+ )?niveau (?:van de )?(?:gemeente|stad)|gemeentebreed)\b",
    re.IGNORECASE,
)
_REACH = 50
"""So many characters behind such words the name stands."""
_ARTICLE_BEFORE = re.compile(r"^(?:De|Het) ")
_END = re.compile(r"[.;!?](?:\s|$)")
_MONTHS = "|".join(month.capitalize() for month in MONTHS)
_MONTH = re.compile(rf"^(?:{_MONTHS})$")
_NO_THING = re.compile(
    r"(?:straat|laan|weg|plein|kade|singel|pad|dreef|gracht|steeg|brug)(?:en)?$"
    rf"|^(?:(?:De|Het) )?(?:{_MONTHS}|Nederland|Europa|Rijk|Blok|Cluster|Complex|Fase|Deelgebied|Bijlage|Hoofdstuk"
    r"|Paragraaf|Excel|Teams)\b|^[A-Z][A-Z0-9]+\b"
)
"""Names that are not those of another area or project: streets, months, parts of this area, abbreviations."""
_WORTH_TRYING = Cues(
    {
        "borrows": "overgenomen|kopie|gekopi|geleend|collega|^uit$|dossier|nacalc|referentie|vergelijk|vorig|voorgaand"
        "|ander|betr[eo]f|voorbeeld|stilgestaan|^dat$|^dit$|^die$",
        "visits": r"buren|kijkje|excursie|bezoe?[ck]|^met$|wandeling|rondgang|tocht|geleerd|leren|lessen?\b|ervaring"
        r"|terugblik|cijfers|voorbeeld|^zo$|^hoe$|deden|liepen",
        "neighbour": r"^(?:aangrenzend|naburig|naastgelegen|nabijgelegen|aanpalend)|^(?:buur|zuster)[wbdg]|^vergel",
        "about": r"^ga+[nt]+\b|^ging|^ho[oe]r|^heeft$|^geld|^is\b",
        "apart": r"^sta+[nt]\b|^ma+k",
        "whole": "als|alleen|uitsluitend|slechts",
    }
)


def borrowed_from(text: str) -> list[str]:
    """The names behind words that say that something was made somewhere else."""
    if "borrows" not in _WORTH_TRYING.possible(text):
        return []
    windows = [_behind(text, match) for match in _BORROWS.finditer(text)]
    if not windows:
        return []
    proper = " | ".join(names(text))
    found = [name for window in windows for name in _ANY_NAME.findall(window) if _bare(name) in proper]
    return [name for name in found if not _MONTH.search(name)]


def visited(text: str) -> list[str]:
    """The names of areas and projects behind words that say that somebody looked or learned there."""
    if "visits" not in _WORTH_TRYING.possible(text):
        return []
    windows = [_behind(text, match) for match in _VISITS.finditer(text)]
    return [name for window in windows for name in named_things(window)]


def neighbours(text: str) -> list[str]:
    """The names of areas of which the text says that they lie beside this one, or are compared with it."""
    if "neighbour" not in _WORTH_TRYING.possible(text):
        return []
    return [next(filter(None, match.groups())) for match in _NEIGHBOUR.finditer(text)]


def looks_elsewhere(heading: str) -> bool:
    """Whether a heading says that somebody looked or learned somewhere, whether or not it names it."""
    return _VISITS.search(heading) is not None


def told_about(text: str) -> list[str]:
    """The names of what the text says that the text before it is about."""
    if "about" not in _WORTH_TRYING.possible(text):
        return []
    return [next(filter(None, match.groups())) for match in _ABOUT.finditer(text)]


def stands_apart(text: str) -> bool:
    """Whether the text says that what was told stands apart from this plan."""
    return "apart" in _WORTH_TRYING.possible(text) and _APART.search(text) is not None


def is_of_the_whole(text: str) -> bool:
    """Whether the text says that what stands around it is about the municipality, or more, as a whole."""
    return "whole" in _WORTH_TRYING.possible(text) and _AS_A_WHOLE.search(text) is not None


def named_things(text: str, *, surely: bool = False) -> list[str]:
    """The names of areas and projects in a text, as far as a word beside them or their form tells.

    surely: "in" alone does not tell that what follows is an area, nor does the end of a name that parties bear too.
    """
    found: list[str] = []
    for pattern in _SURE if surely else (*_SURE, _AREA_LIKE, _IN_AN_AREA):
        for match in pattern.finditer(text):
            if not _NO_THING.search(match[1]) and match[1] not in found:
                found.append(match[1])
    return found


def _bare(name: str) -> str:
    """A name without the article it begins with."""
    return _ARTICLE_BEFORE.sub("", name)


def _behind(text: str, match: re.Match[str]) -> str:
    """What was found and what stands behind it in its sentence, as far as it belongs to it."""
    return _END.split(text[match.start() : match.end() + _REACH], maxsplit=1)[0]
