"""The shape of an OpenDocument table: its cells row by row; a place that a merged cell covers is None."""

from collections.abc import Iterator

from plancheck.readers.container import Element
from plancheck.readers.odt.names import TABLE, value, whole

_GROUPS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_MOST_COLUMNS = 63
_MOST_REPEATED = 20
"""A row that says it stands there more often is a trick of a spreadsheet, or hostile."""


def rows_of(table: Element) -> list[list[Element | None]]:
    """The rows of a table."""
    found: list[list[Element | None]] = []
    for row in _rows(table):
        cells: list[Element | None] = []
        for cell in row.iterchildren(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            own = cell if cell.tag == f"{TABLE}table-cell" else None
            repeated = whole(value(cell, f"{TABLE}number-columns-repeated"), 1)
            cells += [own] * min(max(repeated, 1), _MOST_COLUMNS - len(cells))
        repeated = whole(value(row, f"{TABLE}number-rows-repeated"), 1)
        found += [cells] * min(max(repeated, 1), _MOST_REPEATED)
    return found


def is_frame(rows: list[list[Element | None]]) -> bool:
    """Whether a table only places text: one row, or one column."""
    return len(rows) <= 1 or all(len(row) <= 1 for row in rows)


def _rows(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)
