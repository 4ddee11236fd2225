"""A unit as evidence: its text as a reader sees it, with as much around it as it takes to understand it."""

import re
from collections.abc import Sequence

from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Unit, shown_row
from plancheck.model.evidence import Evidence

_LENGTH = 320
_EMPTY = "(leeg)"
_TERSE = 6
"""A cell or a point of so few words says little without its column heading or the sentence above the list."""
_HEAD = 40
_POINTS_BACK = re.compile(
    r"(?:dat|dit|die|deze|daar\w*|hier(?:bij|door|voor|mee|van|naast)?|zij|ze|hij|hun|haar|ook|zo|elk|beide)\b"
)
_QUOTED: Memo[int, str] = Memo()
"""The quote of a unit by itself, by its number: many requirements quote the same one."""


def evidence_of(unit: Unit, *, kind: str, strength: float, reason: str, aspect: str = "", text: str = "") -> Evidence:
    """The unit as evidence. text: the quote, where it is another than the unit itself."""
    return Evidence(
        aspect=aspect,
        span=unit.span,
        quote=text or quote(unit),
        kind=kind,
        strength=strength,
        reason=reason,
        heading=unit.section.heading,
        page=unit.page,
    )


def quote(*units: Unit) -> str:
    """The text of one or more units as a reader sees it: cells apart, not longer than a few lines."""
    return _joined([unit.shown for unit in units])


def in_context(*units: Unit, text: AnalysedText, blanks: bool = False) -> str:
    """The same, so that it can be understood without the document.

    Terse cells get the head of their column, a terse point the sentence that introduces its list, a sentence that
    points back the one before it. blanks: show which cells are empty.
    """
    if len(units) == 1 and not blanks:
        quoted, number = _QUOTED.of(text), units[0].number
        if number not in quoted:
            quoted[number] = _joined([_understood(units[0], units, text, blanks=False)])
        return quoted[number]
    return _joined([_understood(unit, units, text, blanks=blanks) for unit in units])


def _joined(parts: list[str]) -> str:
    joined = " … ".join(dict.fromkeys(parts))
    return joined if len(joined) <= _LENGTH else joined[: _LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _understood(unit: Unit, units: Sequence[Unit], text: AnalysedText, *, blanks: bool) -> str:
    if unit.cells:
        cells = [cell.strip() or _EMPTY for cell in unit.cells] if blanks else list(unit.cells)
        return shown_row(_with_head(place, cell, unit.header) for place, cell in enumerate(cells))
    before = _before(unit, text)
    together = f"{before.text} {unit.text}" if before and before not in units else unit.text
    return together if len(together) <= _LENGTH else unit.text


def _with_head(place: int, cell: str, header: tuple[str, ...]) -> str:
    """A cell with the head of its column, where the cell needs it; the first one says what the row is about."""
    head = header[place].strip() if place < len(header) else ""
    needed = place > 0 and cell.strip() and head and len(cell.split()) <= _TERSE and len(head) <= _HEAD
    return f"{head.rstrip(':')}: {cell.strip()}" if needed and head.lower() not in cell.lower() else cell


def _before(unit: Unit, text: AnalysedText) -> Unit | None:
    """The unit without which this one is not understood, None when it stands by itself."""
    if unit.introduced_by is not None and unit.words <= _TERSE:
        return unit.introduced_by
    if not points_back(unit) or not 0 < unit.number < len(text.units):
        return None
    before = text.units[unit.number - 1]
    return before if before.group == unit.group and before.kind == unit.kind else None


def points_back(unit: Unit) -> bool:
    """Whether a sentence goes on where another stopped, or begins with a word for what was named before it."""
    return unit.kind == "zin" and (unit.text[:1].islower() or _POINTS_BACK.match(unit.text.lower()) is not None)
