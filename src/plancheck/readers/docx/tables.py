"""The shape of a table: its rows and cells in the accepted view, and whether it is a table at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.readers.container import Element
from plancheck.readers.docx.inline import Seen, branches
from plancheck.readers.docx.package import MC, W, attribute, is_on, whole

ENTERED = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "customXmlContent")
) | {f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"}
"""Elements round paragraphs, rows and cells that are no text themselves."""
_MOST_COLUMNS = 63
"""Word allows no more; what claims more is damaged or hostile."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. before: empty columns in front of it; width: in columns; goes_on: part of the cell above or left."""

    element: Element
    before: int
    width: int
    goes_on: bool


def rows_of(table: Element, seen: Seen) -> list[list[Cell]]:
    """The rows of a table, without what was deleted or hidden."""
    found = []
    for row in _inside(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if _is_deleted(properties, "del", "ins", seen):
            continue
        if properties is not None and is_on(properties.find(f"{W}hidden")):
            seen.hidden += len(" ".join(row.itertext(f"{W}t")).split())
            continue
        gap = _number(properties, "gridBefore", 0)
        cells: list[Cell] = []
        for cell in _inside(row, f"{W}tc"):
            own = cell.find(f"{W}tcPr")
            if not _is_deleted(own, "cellDel", "cellIns", seen):
                cells.append(Cell(cell, gap if not cells else 0, _number(own, "gridSpan", 1), _goes_on(own)))
        found.append(cells)
    return found


def is_frame(rows: list[list[Cell]]) -> bool:
    """Whether a table only places text: one row, or one column."""
    return len(rows) <= 1 or all(len(row) <= 1 for row in rows)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    for child in branches(element):
        if child.tag == tag:
            yield child
        elif child.tag in ENTERED:
            yield from _inside(child, tag)


def _is_deleted(properties: Element | None, deleted: str, inserted: str, seen: Seen) -> bool:
    if properties is None:
        return False
    gone = properties.find(f"{W}{deleted}") is not None
    seen.changes |= gone or properties.find(f"{W}{inserted}") is not None
    return gone


def _number(properties: Element | None, name: str, default: int) -> int:
    if properties is None:
        return default
    return min(max(whole(attribute(properties.find(f"{W}{name}")), default), default), _MOST_COLUMNS)


def _goes_on(properties: Element | None) -> bool:
    if properties is None:
        return False
    merges = (properties.find(f"{W}{name}") for name in ("vMerge", "hMerge"))
    return any(merge is not None and attribute(merge) != "restart" for merge in merges)
