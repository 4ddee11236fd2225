"""The shape of a table on a web page: its cells row by row; a place that a merged cell covers is None."""

from collections.abc import Iterator

from plancheck.readers.container import Element

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_MOST_COLUMNS = 63


def cells_of(table: Element) -> list[list[Element | None]]:
    """The rows of a table."""
    found: list[list[Element | None]] = []
    covered: dict[int, int] = {}
    for row in _rows(table):
        cells: list[Element | None] = []
        for cell in row.iterchildren("td", "th"):
            _skip_covered(cells, covered)
            place = len(cells)
            width = min(_span(cell, "colspan"), _MOST_COLUMNS - place)
            if width < 1:
                break
            cells += [cell, *[None] * (width - 1)]
            for column in range(place, place + width):
                covered[column] = _span(cell, "rowspan") - 1
        _skip_covered(cells, covered)
        found.append(cells)
    return found


def is_frame(rows: list[list[Element | None]]) -> bool:
    """Whether a table only places text: one row, or one column."""
    return len(rows) <= 1 or all(len(row) <= 1 for row in rows)


def _skip_covered(cells: list[Element | None], covered: dict[int, int]) -> None:
    while covered.get(len(cells), 0) > 0:
        covered[len(cells)] -= 1
        cells.append(None)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from child.iterchildren("tr")


def _span(cell: Element, name: str) -> int:
    text = cell.get(name) or "1"
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1
