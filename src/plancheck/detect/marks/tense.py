"""Does a sentence tell what has been, or what is to come? What is over plans nothing; what is to come shows no outcome.

Told by the verbs (a preterite, or the perfect of something that takes place) and by dates beside the document's own.
Where both or neither are found, nothing is said: most of a plan stands in the present.
"""

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import Literal

from plancheck.detect.marks.cues import Cues
from plancheck.detect.marks.substance import MONTHS
from plancheck.detect.marks.words import OfWord
from plancheck.nlp import lemmas

Tense = Literal["verleden", "toekomst", ""]
Month = tuple[int, int]
"""Year and month."""
_SHORT_LINE = 12

_MONTH_AND_YEAR = re.compile(r"\b(" + "|".join(MONTHS) + r")\s+(20\d\d)\b", re.IGNORECASE)
_NUMERIC = re.compile(r"\b\d{1,2}[-/](\d{1,2})[-/](20\d\d)\b")
_YEAR = re.compile(r"(?<![\d.,-])20[1-6]\d(?![\d.,]*\d)")
_WORTH_TRYING = Cues({"month": rf"\b(?:{'|'.join(MONTHS)})$", "figures": r"\d[-/]20\d\d"})
_CENTURY = "20"
"""No date that counts is without it."""
_WORD = re.compile(r"\w+")
_WEAK = re.compile(r"(?!ge)[a-z]{2,}(?:[dt]e|[dt]en)")
_PARTICIPLE = re.compile(
    r"(?:aan|af|bij|door|in|klaar|mee|na|om|onder|op|over|samen|terug|toe|uit|vast|voor|voort|weg)ge"
)
"""So begins a participle of a separable verb, which tells no time before a noun: "het uitgewerkte plan"."""
_BEFORE_A_NOUN = frozenset("de een geen onze hun uw elke alle".split())
"""What stands behind one of these is no verb but says what kind: "de beoogde datum"."""
_STRONG = frozenset(
    """
    werd werden waren had hadden kwam kwamen zei zeiden vroegen gaven gingen stond stonden bleek bleken sprak spraken
    hield hielden liepen vonden kozen brachten dachten schreef schreven deed deden moest moesten kregen kreeg zagen
    bezochten riepen wezen trokken verliep verliepen wilden wilde konden mochten maten begon begonnen lazen zochten
    boden gold golden verscheen verschenen hielpen droegen nam besloot koos viel vielen dacht gaf ging liep vond bracht
    zag trok zocht bood hielp lag zat zaten sloot kon
    """.split()
)
_TOOK_PART = re.compile(r"\bnamen deel\b", re.IGNORECASE)
_AUXILIARIES = frozenset(("heeft", "hebben", "is", "zijn", "hebt"))
# What takes place; of these only those in the first list also stand before their auxiliary.
_DONE = (
    "gehouden gesproken bezocht gevoerd gereageerd opgehaald geweest georganiseerd gehoord geraadpleegd bevraagd"
    " plaatsgevonden ingevuld meegedaan meegedacht gestemd"
).split()
_DONE_TOO = (
    "gedaan gebeurd deelgenomen gekomen gevraagd gegeven ontvangen langsgegaan langsgeweest geantwoord gepeild"
    " ingediend ingebracht binnengekomen ingekomen"
).split()
_PARTICIPLES = frozenset((*_DONE, *_DONE_TOO))
_PERFECT = re.compile(
    r"\b(?:heeft|hebben|is|zijn|hebt)\b[^.;:]{0,90}?\b(?:" + "|".join((*_DONE, *_DONE_TOO)) + r")\b"
    r"|\b(?:" + "|".join(_DONE) + r")\s+(?:heeft|hebben|is|zijn)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:zal|zullen|zult|gaat|gaan|straks|voortaan|komende?|toekomst\w*|binnenkort|staa[tn] gepland"
    r"|volgende?(?! (?!(?:jaren|weken|maanden|dagen|fasen|fases|stappen|keren|rondes)\b)\w+(?:en|s)\b)"
    r"|aan het einde? van (?:de|het|deze|dit)|na afloop)\b",
    re.IGNORECASE,
)
_WRITERS = frozenset(("wij", "we", "gepland"))
_WILL = re.compile(
    r"\b(?:(?:zullen|gaan|houden|organiseren|sturen|komen|vragen) (?:wij|we)|staa[tn] gepland)\b"
    r"|\b(?:wij|we)\b[^.;:]{0,60}\b(?:straks|binnenkort|na de (?:zomer|bouwvak|vakantie)|later dit jaar"
    r"|(?:volgende?|komende?) (?:week|weken|maanden?|voorjaar|najaar|zomer|winter|jaar))\b",
    re.IGNORECASE,
)
"""What the writers will do themselves: "straks" and "zullen" also stand in what residents fear."""
_IN_A_MONTH = re.compile(
    r"\b(?:" + "|".join(MONTHS) + r"|voorjaar|najaar|zomer)\b[^.;:]{0,30}?\b(?!hebben|zijn)(\w+en) (?:wij|we)\b",
    re.IGNORECASE,
)
"""What the writers do in a month: to come when the verb stands in the present."""
_GOES_ON = re.compile(
    r"\b(?:wordt|worden|komt|komen|blijft|blijven|volgt|volgen|moet|moeten|kan|kunnen|kunt|mag|mogen|krijgt|krijgen"
    r"|vanaf)\b",
    re.IGNORECASE,
)
_AGAIN_AND_AGAIN = re.compile(
    r"\b(?:(?:elke?|iedere?) (?:\w+ ){0,2}?(?:weken?|maand(?:en)?|kwartaal|jaar|\w*dag|keer|fase|stap)"
    r"|per (?:week|maand|kwartaal|jaar)|jaarlijks|maandelijks|wekelijks)\b",
    re.IGNORECASE,
)
"""How often: goes on, unless a preterite in that clause says that it did: "de nieuwsbrief verscheen elke maand"."""
_DECIDED = re.compile(
    r"\b(?:heeft|hebben)\b[^.;:]{0,90}\b(?:besloten|ingestemd|vastgesteld|goedgekeurd|aangenomen|afgerond|opgeleverd)\b",
    re.IGNORECASE,
)
_UNDER_A_CONDITION = re.compile(r"\b(?:nadat|zodra|als|wanneer|totdat|voordat|mits|indien)\b", re.IGNORECASE)
"""Who goes on "nadat de raad heeft ingestemd", tells of what is to come."""
_LOOKS_BACK = re.compile(
    r"\b(?:terugblik\w*|voorgeschiedenis|vooraf gebeurd|tot nu toe"
    r"|(?:vorige|afgelopen|eerdere|afgesloten) (?:fase|jaar|periode|jaren|stap)"
    r"|(?:genomen|eerdere) besluiten"
    r"|verantwoording (?:van )?(?:de )?(?:vorige|eerdere|afgeronde|afgelopen|afgesloten) \w+"
    r"|(?:is|zijn) (?:er )?(?:al |tot nu toe )?(?:besloten|gedaan|gebeurd))\b",
    re.IGNORECASE,
)
_HAS_DONE = re.compile(
    r"\b(?:heeft|hebben|is|zijn|hebt)\b[^.;:]{0,120}"
    r"\b(?:\w{0,7}ge\w{2,}(?:[dt]|en)|be\w{3,}[dt]|ver\w{3,}[dt])\b",
    re.IGNORECASE,
)
_SUBJECTS_AND_VERBS = frozenset(
    "wij we ik u jullie zij ze is zijn heeft hebben doet doen staat staan ligt liggen zit zitten geldt".split()
)


def tense(text: str, written: Month | None) -> Tense:
    """Whether a sentence, point or row is about what has been or about what is to come; "" when it does not say.

    written: when the document was written, None when unknown.
    """
    marks = _marks_in(text)
    dates = _dates(text) if written and _CENTURY in text else ()
    before = written is not None and bool(dates) and all(_is_before(date, written) for date in dates)
    after = written is not None and bool(dates) and all(_is_before(written, date) for date in dates)
    told = _is_told(text, marks)
    if (told or before) and not (after or _TO_COME.search(text) or _goes_on(text, marks)):
        return "verleden"
    will = after or ("writer" in marks and _will(text))
    return "toekomst" if will and not (told or before) else ""


def _goes_on(text: str, marks: Container[str] = ()) -> bool:
    """Whether what a sentence tells goes on. marks: what its words tell of the time."""
    if _GOES_ON.search(text):
        return True
    often = _AGAIN_AND_AGAIN.search(text)
    if often is None or "preterite" not in marks:
        return often is not None
    begin = max(map(text.rfind, ",;:", [0] * 3, [often.start()] * 3))
    return not _has_preterite(re.split(r"[,;:]", text[begin + 1 :], maxsplit=1)[0])


def _is_told(text: str, marks: set[str]) -> bool:
    """Whether a verb tells of what has been: a preterite, or a perfect that is not under a condition."""
    if "auxiliary" in marks and _UNDER_A_CONDITION.search(text):
        return "preterite" in marks and _has_preterite(text)
    return _tells_of_the_past(text, marks) or ("auxiliary" in marks and _DECIDED.search(text) is not None)


def looks_back(heading: str) -> bool:
    """Whether what stands under a heading is about what has been, as far as it does not say otherwise."""
    return tense(heading, None) == "verleden" or _LOOKS_BACK.search(heading) is not None


def says_no_time(text: str, *, under_past: bool = False) -> bool:
    """Whether a sentence or point leaves its time to what stands before it: it has no verb.

    under_past: it stands under a heading that looks back, where the perfect of any verb is of that time too.
    """
    if _TO_COME.search(text) or _goes_on(text) or _UNDER_A_CONDITION.search(text) or text.rstrip().endswith("?"):
        return False
    if under_past and _HAS_DONE.search(text):
        return True
    return not any(word.lower() in _SUBJECTS_AND_VERBS or _is_present(word) for word in _WORD.findall(text))


@lru_cache(maxsize=50_000)
def _is_present(word: str) -> bool:
    """Whether a word may be a verb in the third person: its lemma is an infinitive, and it ends in -t."""
    verb = lemmas.lemma(word)
    return word.islower() and word.endswith("t") and verb != word and verb.endswith("en") and not word.startswith("ge")


def tells_of_the_past(text: str) -> bool:
    """Whether a verb of the text stands in the preterite, or in the perfect of something that takes place."""
    return _tells_of_the_past(text, _marks_in(text))


def _tells_of_the_past(text: str, marks: set[str]) -> bool:
    if "preterite" in marks and _has_preterite(text):
        return True
    if "namen" in marks and _TOOK_PART.search(text):
        return True
    return marks.issuperset(("auxiliary", "participle")) and _PERFECT.search(text) is not None


def _will(text: str) -> bool:
    """Whether the writers say what they will do."""
    if _WILL.search(text):
        return True
    in_a_month = _IN_A_MONTH.search(text)
    return in_a_month is not None and lemmas.lemma(in_a_month.group(1).lower()) == in_a_month.group(1).lower()


def _has_preterite(text: str) -> bool:
    """Whether a word that may be a preterite stands where a verb can stand."""
    words = _WORD.findall(text)
    return any(
        "preterite" in _MARKS[word] and before.lower() not in _BEFORE_A_NOUN
        for before, word in zip(["", *words], words, strict=False)
    )


def _marks_in(text: str) -> set[str]:
    """What the words of a text may tell of the time."""
    found: set[str] = set()
    for marks in set(map(_MARKS.__getitem__, _WORD.findall(text))):
        found.update(marks)
    return found


def _marks(word: str) -> tuple[str, ...]:
    """What a word may tell of the time."""
    lowered = word.lower()
    told = {
        "preterite": lowered in _STRONG or (_WEAK.fullmatch(word) is not None and _is_preterite(word)),
        "namen": lowered == "namen",
        "participle": lowered in _PARTICIPLES,
        "auxiliary": lowered in _AUXILIARIES,
        "writer": lowered in _WRITERS,
    }
    return tuple(mark for mark, holds in told.items() if holds)


_MARKS = OfWord(_marks)


def _is_preterite(word: str) -> bool:
    """Whether a word in -de(n) or -te(n) is a weak preterite: its lemma is the verb without that ending."""
    verb = lemmas.lemma(word)
    stem = re.sub(r"[dt]en?$", "", word)
    weak = verb.endswith("en") and not verb.endswith(("den", "ten")) and verb[:3] == stem[:3]
    return weak and verb != word and _PARTICIPLE.match(word) is None


def written_in(opening: Iterable[str]) -> Month | None:
    """When a document was written: the first month with its year on a short line of its opening, None when none is.

    opening: no points of a list: those are steps with their months.
    """
    for text in opening:
        found = _exact(text) if len(text.split()) <= _SHORT_LINE else []
        if found:
            return found[0]
    return None


def _exact(text: str) -> list[Month]:
    worth = _WORTH_TRYING.possible(text)
    named = _MONTH_AND_YEAR.findall(text) if "month" in worth else ()
    figures = _NUMERIC.findall(text) if "figures" in worth else ()
    found = [(int(year), MONTHS.index(month.lower()) + 1) for month, year in named]
    return found + [(int(year), int(month)) for month, year in figures]


def _dates(text: str) -> list[Month]:
    """The dates in a text: months with their year, and bare years as month 0."""
    exact = _exact(text)
    rest = _NUMERIC.sub(" ", _MONTH_AND_YEAR.sub(" ", text)) if exact else text
    return exact + [(int(year), 0) for year in _YEAR.findall(rest)]


def _is_before(date: Month, other: Month) -> bool:
    """Whether one date is surely before the other: a bare year says nothing within that year."""
    return date[0] < other[0] or (date[0] == other[0] and 0 < date[1] < other[1])
