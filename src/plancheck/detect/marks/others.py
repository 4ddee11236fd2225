"""Does a text turn to another area, project or paper than its own, by a word for that and a name?

"Kopie uit dossier Rondweg-Noord", "referentieproject Aalscholverhof", "met de bus naar Zandwijk": a name alone tells
little, since a plan is full of streets, parties and people. The word beside it tells what the text does with it.
"""

import re

from plancheck.detect.marks.substance import names

_NAME = r"(?:[DH]e[tn]? )?[A-Z][\w'’]+(?:[- ](?:(?:van|de|der|den|het|ten|ter|aan|op|bij) )*[A-Z][\w'’]+)*"
_ARTICLE = r"(?:(?:de|het|hun|'t|heel|hele) )*"
_PROJECT = (
    r"\w*(?:project(?:en)?|(?<!uitvoerings)(?<!warmte)(?<!deel)plan|dossier|traject|proeftuin|nieuwbouw|bedrijvenpark|bedrijventerrein"
    r"|\w+locatie|evaluatie|nacalculatie)"
)
_AREA = r"(?:\w*gemeente|\w*wijk|\w*buurt|dorp|kern|stadsdeel|polder|kavel|stad)"
_NAMED_PROJECT = re.compile(rf"\b(?i:{_PROJECT}|sok|wijziging) (?:\w+ )?[(“\"'‘]?({_NAME})")
_NAMED_PLAN = re.compile(r"\b(?:[Hh]et|[Vv]an|[Vv]oor) ([A-Z]\w{3,}(?:plan|project))\b")
_IN_AN_AREA = re.compile(rf"\b(?:[Ii]n|[Uu]it|[Nn]aar) {_ARTICLE}({_NAME})")
_NAMED_AREA = re.compile(rf"\b(?i:{_AREA}) ({_NAME})")
_BUILT_UP = re.compile(r"\b((?:[DH]e[tn]? )?[A-Z][\w'’-]+(?:wijk|buurt|kwartier))\b")
_SURE = (_NAMED_PROJECT, _NAMED_PLAN, _NAMED_AREA, _BUILT_UP)
_AREA_LIKE = re.compile(
    r"\b((?:[DH]e[tn]? )?[A-Z][\w'’-]+(?:dorp|stad|park|polder|velden|landen|hof|rand|donk|meer"
    r"|[- ](?:[Nn]oord|[Oo]ost|[Zz]uid|[Ww]est)))\b"
)
_ANY_NAME = re.compile(rf"\b({_NAME})")
_BORROWS = re.compile(
    r"(?<!indeling )(?<!opzet )(?<!vorm )\b(?:overgenomen|gekopieerd|kopie|geleend) (?:uit|van)\b|\bvan collega's\b"
    r"|\buit (?:(?:het|de|ons|onze|hun) )?(?:archief|\w*dossier|evaluatie|nacalculatie|weekverslag|raadsvoorstel)\b"
    r"|\b(?:leerdossier|nacalculatie|referentie(?:project|onderzoek|wijk|buurt|gebied|locatie)\b|referentie:)|\bvergelijkbare? (?:wijziging|project|plan|wijk|buurt|geval)"
    r"|\b(?:vorige?|voorgaande?|ander) (?:warmte)?(?:project|plan)\b|\b(?:in|van|naar) (?:de|een) (?:vorige|andere) (?:wijk|buurt|gemeente)\b"
    r"|\bvoorbeeld (?:hoe\b|(?=(?-i:[A-Z])))|\bter vergelijking\b|\bstilgestaan bij\b|\bvorige keer in\b"
    r"|\b(?:betreft|betrof) (?:het|de) (?:project|plan|wijk|buurt)\b"
    r"|\b(?:dat|dit|die) (?:was|waren|betrof) [^.;:]{0,30}\b(?:voor|van|bij) (?:het|de) (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Says that what follows was made somewhere else, so that any name right behind it is that of something else."""
_VISITS = re.compile(
    r"\b(?:bij|naar|van) (?:de|onze) buren\b|\bkijkje\b|\bexcursie\w*|\bop (?:werk)?bezoek\b|\bbezochten\b"
    r"|\bmet de (?:bus|fiets|trein) naar\b|\b(?:wandeling|rondgang|tocht) door\b"
    r"|\b(?:geleerd|leren|lessen?|ervaring(?:en)?|terugblik|cijfers|voorbeeld) (?:\w+ ){0,4}(?:uit|in|van|bij|op)\b"
    r"|\bzo (?:deden|doen|deed|doet|ging|gaat|pakt\w*|werkt\w*) (?:\w+ ){0,3}(?:bij|in|aan)\b"
    r"|\b(?:geleden|toen|destijds) deden (?:we|wij)\b|\bliepen (?:we|wij) tegen\b|\bhoe (?:\w+ ){1,5}het (?:deed|deden|aanpakte\w*)\b",
    re.IGNORECASE,
)
"""Says that somebody looked elsewhere, where a word beside the name says that it is an area or project."""
_ABOUT = re.compile(
    rf"\b(?:ga(?:at|an)|ging(?:en)?) (?:dus |alleen |alleen maar |uitsluitend |echter |immers )*over (?:{_ARTICLE}|project |plan |wijk |werk )({_NAME})"
    rf"|\b(?:hoort|horen|hoorde|hoorden) bij (?:het )?(?:\w*project|\w*plan|traject) ({_NAME})"
    rf"|\b({_NAME}) heeft (?:zijn|haar|een) eigen (?:\w*plan|project|traject|team)\b"
    rf"|\b(?:geldt|gelden) (?:alleen |uitsluitend )?voor (?:\w+ ){{0,6}}(?:van |in )?{_ARTICLE}({_NAME})"
    rf"|\b(?P<itself>{_NAME}) (?:is (?:nu eenmaal |gewoon )?(?:(?:de|het) )?(?P=itself)|(?:de|het) (?P=itself) is)\b"
)
_APART = re.compile(
    r"\bsta(?:at|an)\b[^.;:]{0,20}\blos van (?:dit|het|ons|onze|deze) (?:\w*plan|\w*project|traject|\w*aanpak)\b"
    r"|\bma(?:akt|ken) geen deel uit van (?:dit|ons) (?:\w*plan|\w*project)\b",
    re.IGNORECASE,
)
_AS_A_WHOLE = re.compile(
    r"^(?:de|het|dit|alle) \w+ (?:betreft|betreffen|betrof|geldt|gelden|gaat|gaan|ging(?:en)?|slaat|slaan)\b[^.;:]{0,40}\b(?:stad|gemeente|regio|organisatie|provincie)"
    r" als geheel\b|\b(?:alleen|uitsluitend|slechts) op (?:\w+ )?niveau (?:van de )?(?:gemeente|stad)\b|\b(?:alleen|uitsluitend) gemeentebreed\b"
    r"|\buitsplitsing naar (?:wijk|buurt)\w* is (?:\w+ )*niet\b",
    re.IGNORECASE,
)
_REACH = 50
"""So many characters behind such words the name stands."""
_ARTICLE_BEFORE = re.compile(r"^(?:De|Het) ")
_END = re.compile(r"[.;!?](?:\s|$)")
_MONTHS = re.compile(r"^(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December)$")
_NO_THING = re.compile(
    r"(?:straat|laan|weg|plein|kade|singel|pad|dreef|gracht|steeg|brug)(?:en)?$"
    r"|^(?:(?:De|Het) )?(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|Nederland"
    r"|Europa|Rijk|Blok|Cluster|Complex|Fase|Deelgebied|Bijlage|Hoofdstuk|Paragraaf|Excel|Teams)\b|^[A-Z][A-Z0-9]+\b"
)
"""Names that are not those of another area or project: streets, months, parts of this area, abbreviations."""


def borrowed_from(text: str) -> list[str]:
    """The names behind words that say that something was made somewhere else."""
    proper = " | ".join(names(text))
    found: list[str] = []
    for match in _BORROWS.finditer(text):
        found += [name for name in _ANY_NAME.findall(_behind(text, match)) if _bare(name) in proper]
    return [name for name in found if not _MONTHS.search(name)]


def visited(text: str) -> list[str]:
    """The names of areas and projects behind words that say that somebody looked or learned there."""
    windows = [_behind(text, match) for match in _VISITS.finditer(text)]
    return [name for window in windows for name in named_things(window)]


def looks_elsewhere(heading: str) -> bool:
    """Whether a heading says that somebody looked or learned somewhere, whether or not it names it."""
    return _VISITS.search(heading) is not None


def told_about(text: str) -> list[str]:
    """The names of what the text says that the text before it is about."""
    return [next(group for group in match.groups() if group) for match in _ABOUT.finditer(text) if any(match.groups())]


def stands_apart(text: str) -> bool:
    """Whether the text says that what was told stands apart from this plan."""
    return _APART.search(text) is not None


def is_of_the_whole(text: str) -> bool:
    """Whether the text says that what stands around it is about the municipality, or more, as a whole."""
    return _AS_A_WHOLE.search(text) is not None


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
