"""Hard content in a sentence: amounts, dates, numbers with a unit, names, reasons and choices."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancheck.detect.marks.cues import Cues
from plancheck.model.requirement import Scale
from plancheck.nlp import compounds, lemmas

_NUMBER_WORDS = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|twintig|dertig|"
    "veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|tweehonderd|driehonderd|duizend|anderhalf|anderhalve|"
    "eenmaal|tweemaal|driemaal|helft|tweederde|driekwart|kwart"
)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTHS = "|".join(MONTHS)

AMOUNT = re.compile(
    r"(?:€|\bEUR\b|\beuro\b)\s*\d[\d.,]*(?:\s*(?:miljoen|mln|miljard|mld|ton|k|duizend)\b)?"
    r"|\b\d[\d.,]*(?:,-)?\s*(?:miljoen|mln\.?|miljard|mld\.?|ton|duizend)?\s*(?:euro|EUR)\b"
    r"|\b(?:\d[\d.,]*|" + _NUMBER_WORDS + r")\s*(?:miljoen|mln\.?|ton|miljard)\b"
    r"|\b\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?k\b(?!\w)|\b(?:" + _NUMBER_WORDS + r")\s+euro\b|\b\d[\d.,]*\s*[kKM]?€",
    re.IGNORECASE,
)
DATE = re.compile(
    r"\b\d{1,2}[-/]\d{1,2}[-/](?:20)?\d{2}\b"
    r"|\b(?:\d{1,2}\s+)?(?:" + _MONTHS + r")(?:\s+20\d{2})?\b"
    r"|\b(?:eerste|tweede|derde|vierde|[1-4]e)\s+(?:kwartaal|helft)\b(?:\s+(?:van\s+)?20\d{2})?"
    r"|\b[QK][1-4]\b(?:[\s-]*20\d{2})?|\bweek\s+\d{1,2}\b"
    r"|\b(?:voorjaar|najaar|zomer|winter|herfst|lente|begin|eind|einde|medio|halverwege)\s+(?:van\s+)?20\d{2}\b"
    r"|\b(?:voor|na|in|vóór|tot|rond|vanaf|sinds|uiterlijk)\s+de\s+(?:zomer|winter|herfst|lente|bouwvak)\b"
    r"|\b(?:komend|volgend|dit|komende|volgende|deze)\s+(?:voorjaar|najaar|zomer|winter|herfst|jaar)\b"
    r"|\b(?:over|binnen)\s+(?:\d+|" + _NUMBER_WORDS + r")\s+(?:jaar|maanden|weken)\b"
    r"|\b20[1-6]\d\b",
    re.IGNORECASE,
)
_DATE_IN_FIGURES = re.compile(r"\b\d{1,2}[-/]\d{1,2}[-/](?:20)?\d{2}\b|\b20[1-6]\d\b")
"""`DATE` for a text without any of its words."""
NUMBER = re.compile(
    r"(?<!['’])\b\d[\d.,]*\s*(?:%|procent|[a-zA-Zµ°²³]\w*)|\b(?:" + _NUMBER_WORDS + r")\s+[a-z]\w+|\b\d+\s*%|\bhelft\b",
    re.IGNORECASE,
)
_NUMBER_IN_DIGITS = re.compile(
    r"\d(?<!\w\d)(?:(?<!['’]\d)[\d.,]*\s*(?:%|procent|[a-zA-Zµ°²³]\w*)|\d*\s*%)", re.IGNORECASE
)
"""`NUMBER` for a text without numbers in words. It begins with a digit, which `re` jumps to: ten times as fast."""
REASON = re.compile(
    r"\b(?:omdat|want|daarom|vanwege|doordat|aangezien|waardoor|daardoor|hierdoor|vandaar|immers|namelijk|zodat"
    r"|reden(?:en)?|wegens|dankzij|gezien|anders|te (?:duur|smal|klein|ver|weinig|laag|hoog|oud|krap|vol|groot))\b",
    re.IGNORECASE,
)
CHOICE = re.compile(
    r"\b(?:kiezen|kiest|kozen|koos|gekozen|keuze|keus|voorkeur|voorkeurs\w+|besloten|besluit(?:en)?|valt af|vallen af"
    r"|afgevallen|viel af|vielen af|gaan (?:we |wij )?(?:\w+ )?voor|aangewezen|voorgesteld"
    r"|stellen (?:we |wij )?voor|beste|meest geschikt\w*"
    r"|(?:wordt|worden) (?:een|het|aangesloten|verwarmd)|krijg(?:t|en) (?:een|het)|komt er|komen er"
    r"|zetten (?:we |wij )?in op)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r" (?<=[a-zé,;:)] )(?!(?:U|Wij|We|Ik|De|Het|Een)\b)"
    r"([A-Z][a-zé]+(?:[- ](?:van |de |der |den |ter |'t )*[A-Z][a-zé]+)*)"
)
_FIRST = re.compile(r"[A-Z][a-zé]{3,}(?=\s+[a-z])")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_IN_THOUSANDS = re.compile(r"(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d{1,2})?")
_TIMES = re.compile(r"(?<![a-z])(?:miljoen|mln|miljard|mld|ton|duizend|k|m(?=€))(?![a-z])", re.IGNORECASE)
_TIMES_WORTH = {
    "k": 1e3, "duizend": 1e3, "ton": 1e5, "m": 1e6, "mln": 1e6, "miljoen": 1e6, "mld": 1e9, "miljard": 1e9,
}  # fmt: skip
_LEAST_OF_A_PROJECT = 75_000
"""Less than this is what a house, or a loan for it, costs, or an income: not what carrying out a whole plan does."""
_MOST_OF_A_HOUSEHOLD = 250_000
"""More than this is never what a household or a small association of owners pays."""
_STREET_ENDS = (
    "straat", "laan", "weg", "plein", "hof", "kade", "dijk", "singel", "pad", "dreef", "plantsoen", "park", "buurt",
    "wijk", "kwartier",
)  # fmt: skip
_STREET = re.compile(r"\b[A-Z]\w+(?:" + "|".join(_STREET_ENDS) + r")\b")
_NO_NAMES = frozenset(
    """
    Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December Rijk
    Nederland Omgevingswet Europa Nederlandse Rijksoverheid Parijs Tweede Kamer Awb
    """.split()
)


_MARKER = re.compile(r"\W{0,3}(?:\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s+(?=[A-Z])|\d{1,2}\t)")
"""How a point, a paragraph or a row is numbered: "3. CO2-uitstoot" counts nothing."""
_PART_OF_A_PAPER = re.compile(
    r"(?:\b(?:\w*bijlagen?|tabel(?:len)?|figuur|(?:agenda)?punt(?:en)?|bladzijde|blz|pagina"
    r"|nr|nummer|versie|rev|kaart|factsheet)|§)\.?\s*(?:\d+(?:[.,]\d+)*\s*(?:,|en|of|t/m|tot en met)\s*)*$",
    re.IGNORECASE,
)
"""What stands before a number that says which one: "punt 3 gaat over", "bijlagen 4 en 5".

Not of chapters: "hoofdstuk 1 tot en met 6 zijn af" tells how far a plan is.
"""
_BEFORE = 40
_REACH = 30
"""So many characters after a number the word may end that says what is counted."""
_WORD_OF_A_DATE = (
    r"\b[qk][1-4]\b|\bweek$|(?:weken|jaar|maanden|kwartaal|helft|bouwvak|zomer|winter|herfst|lente)\b"
    rf"|\b(?:{_MONTHS})\b"
)
_WORTH_TRYING = Cues(
    {
        "amount": r"€|\b(?:eur|euro)\b|\d(?:eur|euro|k)|(?:duizend|ton|mld\.?)euro?\b|miljoen|mln|miljard|ton\b",
        "date": rf"\d[-/]\d|20\d\d|{_WORD_OF_A_DATE}",
        "date in words": rf"{_WORD_OF_A_DATE}|\b(?:begin|einde?|medio|halverwege)\b",
        "number": r"\d",
        "number in words": rf"\b(?:{_NUMBER_WORDS})$|\bhelft\b",
    }
)
_ALSO_WORTH_TRYING = Cues(
    {
        "reason": r"\b(?:omdat|want|daarom|vanwege|doordat|aangezien|waardoor|daardoor|hierdoor|vandaar|immers|namelijk"
        r"|zodat|reden(?:en)?|wegens|dankzij|gezien|anders|duur|smal|klein|ver|weinig|laag|hoog|oud|krap|vol|groot)\b",
        "street": rf"(?:{'|'.join(_STREET_ENDS)})\b",
    }
)


_EUROS = re.compile(r"€|\b(?:euro|EUR)\b")
_FIGURE = re.compile(r"\d[\d.,]*(?:,-)?")
_LAST_FIGURE = re.compile(r"[:–=-]\s*(\d{1,3}(?:\.\d{3})+)\W*$")
_OF_MONEY = re.compile(r"€|\b(?:euro(?:'s)?|bedrag(?:en)?|kost(?:en)?)\b", re.IGNORECASE)
"""How a sentence says that the list behind it is one of amounts."""
_IN_UNITS_OF = re.compile(
    r"(?P<thousand>[x×]\s*(?:€|euro)?\s*1[.\s]?000(?![.\d])|\bduizend|\bk€|€\s?k\b)|\b(?:miljoen|mln)", re.IGNORECASE
)
"""By how much the figures in a column are to be multiplied: "(x € 1.000)", "mln €"."""


class HardContent(NamedTuple):
    """What a text holds that can be counted or looked up. numbers: each with the few words from it on."""

    amounts: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()


_NONE = HardContent()


def hard_content(text: str) -> HardContent:
    """The amounts, dates and numbers of a text, as `amounts`, `dates` and `counted` tell them."""
    worth = _WORTH_TRYING.possible(text)
    if not worth:
        return _NONE
    amounts = tuple(match.group() for match in AMOUNT.finditer(text)) if "amount" in worth else ()
    date = DATE if "date in words" in worth else _DATE_IN_FIGURES
    days = list(date.finditer(text)) if "date" in worth else []
    dates = tuple(match.group().lower() for match in days)
    if worth.isdisjoint(("number", "number in words")):
        return HardContent(amounts, dates)
    rest = _without(text, days) if days else text
    rest = AMOUNT.sub(" ", rest) if amounts or (dates and "amount" in worth) else rest
    number = NUMBER if "number in words" in worth else _NUMBER_IN_DIGITS
    marker = _MARKER.match(rest)
    found = (
        (each.group().lower(), rest[each.start() : each.end() + _REACH])
        for each in number.finditer(rest, marker.end() if marker else 0)
        if not _PART_OF_A_PAPER.search(rest[max(0, each.start() - _BEFORE) : each.start()])
    )
    return HardContent(amounts, dates, tuple(found))


def _without(text: str, matches: Iterable[re.Match[str]]) -> str:
    """The text with a space where the matches stand."""
    edges = [0, *(edge for match in matches for edge in match.span()), len(text)]
    return " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def amounts(text: str) -> list[str]:
    """Amounts of money, as they stand in the text."""
    return list(hard_content(text).amounts)


def amount_in_column(title: str, cell: str) -> str:
    """The amount that a figure in a table is by the title of its column, "" where it is none."""
    if not _EUROS.search(title) or not _FIGURE.fullmatch(cell):
        return ""
    times = _IN_UNITS_OF.search(title)
    return f"€ {cell}" + ("" if times is None else " duizend" if times.group("thousand") else " miljoen")


def amount_in_list(introduction: str, point: str) -> str:
    """The amount at the end of a point in a list that is introduced as one of amounts, "" where there is none."""
    figure = _LAST_FIGURE.search(point)
    return f"€ {figure.group(1)}" if figure and _OF_MONEY.search(introduction) else ""


def says_its_units(title: str) -> bool:
    """Whether an amount in the title of a column only says in what its figures are: "Kosten (x € 1.000)"."""
    return bool(amounts(title)) and not amounts(_IN_UNITS_OF.sub(" ", title))


def worth(amount: str) -> float | None:
    """An amount of money in euros, None when its figures cannot be read as a number."""
    times = _TIMES.search(amount)
    found = _FIGURES.search(amount)
    if found is None:  # "drie miljoen": how much does not matter, only how many noughts
        return _TIMES_WORTH[times.group().lower()] if times else None
    figures = found.group()
    thousands = _IN_THOUSANDS.fullmatch(figures)
    if times is None and thousands:
        return float(re.sub(r"[.,]", "", thousands.group(1)))
    whole, _, cents = figures.replace(",", ".").partition(".")
    part = float(f"{whole}.{cents.replace('.', '') or '0'}")
    return part * (_TIMES_WORTH[times.group().lower()] if times else 1)


def scale(found: Sequence[str]) -> Scale:
    """Whether some amounts can only be of one household, or only of a whole project; "" when they may be of either."""
    values = [value for value in map(worth, found) if value is not None]
    if len(values) < len(found) or not values:
        return ""
    return (
        "huishouden" if max(values) < _LEAST_OF_A_PROJECT else "project" if min(values) > _MOST_OF_A_HOUSEHOLD else ""
    )


def dates(text: str) -> list[str]:
    """Dates, months, quarters, seasons and years from 2010 to 2069, as they stand in the text."""
    return list(hard_content(text).dates)


def numbers(text: str) -> list[str]:
    """Numbers with what they count, no years and no amounts of money."""
    return [number for number, _ in counted(text)]


def counted(text: str) -> list[tuple[str, str]]:
    """The numbers, each with the few words from it on: 428 and "428 portiekwoningen uit"."""
    return list(hard_content(text).numbers)


def is_hard(text: str) -> bool:
    """Whether a text holds an amount, a date or a number."""
    return any(hard_content(text))


def names(text: str, others: frozenset[str] = frozenset()) -> list[str]:
    """Proper names inside a sentence and street names; its first word only when no dictionary knows it.

    others: words with a capital that are no names in the domain of the package.
    """
    lowered = text.lower()
    if text == lowered:
        return []
    found = [match.group(1) for match in _NAME.finditer(text)] if text[1:] != lowered[1:] else []
    if "street" in _ALSO_WORTH_TRYING.possible(text):
        found += [match.group() for match in _STREET.finditer(text)]
    first = _FIRST.match(text)
    if first and _is_unknown(first.group()):
        found.append(first.group())
    firsts = {name: name.split(" ")[0] for name in found}
    return [name for name, first in firsts.items() if first not in _NO_NAMES and first not in others]


def _is_unknown(word: str) -> bool:
    lowered = word.lower()
    return not compounds.is_word(lowered) and len(compounds.split(lowered)) == 1 and lemmas.lemma(word) == lowered


def gives_reason(text: str) -> bool:
    """Whether the sentence says why."""
    return "reason" in _ALSO_WORTH_TRYING.possible(text) and REASON.search(text) is not None


def makes_choice(text: str) -> bool:
    """Whether the sentence says that something was or is chosen."""
    return CHOICE.search(text) is not None
