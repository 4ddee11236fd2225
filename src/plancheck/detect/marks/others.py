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
_NAMED_PLAN = re.compile(r"\b([A-Z]\w{3,}(?:plan|project))\b")
_NAMED_AREA = re.compile(
    rf"\b(?:[Ii]n|[Uu]it|[Nn]aar|[Vv]an(?= de \w+(?:wijk|buurt))) {_ARTICLE}(?:(?i:{_AREA}) )?({_NAME})"
    rf"|\b(?i:{_AREA}) ({_NAME})"
)
_AREA_LIKE = re.compile(
    r"\b((?:[DH]e[tn]? )?[A-Z][\w'’-]+(?:wijk|buurt|kwartier|dorp|stad|park|polder|velden|landen|hof|rand|donk|meer"
    r"|[- ](?:[Nn]oord|[Oo]ost|[Zz]uid|[Ww]est)))\b"
)
_ANY_NAME = re.compile(rf"\b({_NAME})")
_BORROWS = re.compile(
    r"(?<!indeling )(?<!opzet )(?<!vorm )\b(?:overgenomen|gekopieerd|kopie|geleend) (?:uit|van)\b|\bvan collega's\b"
    r"|\buit (?:(?:het|de|ons|onze|hun) )?(?:archief|\w*dossier|evaluatie|nacalculatie|weekverslag|raadsvoorstel)\b"
    r"|\b(?:leerdossier|nacalculatie|referentie(?:project|onderzoek|wijk|buurt|gebied|locatie)\b|referentie:)|\bvergelijkbare? (?:wijziging|project|plan|wijk|buurt|geval)"
    r"|\b(?:vorige?|voorgaande?|ander) (?:warmte)?(?:project|plan)\b|\b(?:in|van|naar) (?:de|een) (?:vorige|andere) (?:wijk|buurt|gemeente)\b"
    r"|\bvoorbeeld (?:hoe\b|(?=(?-i:[A-Z])))|\bter vergelijking\b|\bstilgestaan bij\b|\bvorige keer in\b"
    r"|\b(?:betreft|betrof) (?:het|de) (?:project|plan|wijk|buurt)\b",
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
_REACH = 50
"""So many characters behind such words the name stands."""
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
        found += [name for name in _ANY_NAME.findall(_behind(text, match)) if name in proper]
    return [name for name in found if not _MONTHS.search(name)]


def visited(text: str) -> list[str]:
    """The names of areas and projects behind words that say that somebody looked or learned there."""
    windows = [_behind(text, match) for match in _VISITS.finditer(text)]
    return [name for window in windows for name in named_things(window)]


def looks_elsewhere(heading: str) -> bool:
    """Whether a heading says that somebody looked or learned somewhere, whether or not it names it."""
    return _VISITS.search(heading) is not None


def named_things(text: str) -> list[str]:
    """The names of areas and projects in a text, as far as a word beside them or their form tells."""
    found: list[str] = []
    for pattern in (_NAMED_PROJECT, _NAMED_PLAN, _NAMED_AREA, _AREA_LIKE):
        for match in pattern.finditer(text):
            name = next(group for group in match.groups() if group)
            if not _NO_THING.search(name) and name not in found:
                found.append(name)
    return found


def _behind(text: str, match: re.Match[str]) -> str:
    """What was found and what stands behind it in its sentence, as far as it belongs to it."""
    return _END.split(text[match.start() : match.end() + _REACH], maxsplit=1)[0]
