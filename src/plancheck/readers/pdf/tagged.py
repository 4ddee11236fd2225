"""Tables that the structure tree tells: their cells by the tags of their lines."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.placed import SAME_PLACE, PdfTable, placed, without

_LEFT_OUT = 1 / 3


def take_tagged(
    lines: list[list[PdfLine]],
    before: PdfTable | None,
    first: int,
    inside: Sequence[Callable[[PdfLine], bool]] | None = None,
) -> tuple[list[PdfTable], list[list[PdfLine]]]:
    """The tables that tags tell, and the other lines. first: the one with which the page begins.

    inside: what tells whether a line stands in a grid of rules; given, only tables of which such grids hold some rows
    and not others are taken: shading behind every other row is no table by itself.
    """
    tagged: dict[int, list[PdfLine]] = {}
    for line in lines:
        for piece in line:
            if piece.tag is not None and piece.tag.cell >= 0:
                tagged.setdefault(piece.tag.table, []).append(piece)
    text = [piece for line in lines for piece in line if piece.tag is not None and piece.tag.table < 0]
    tables: list[PdfTable] = []
    for own_table, own in tagged.items():
        pieces = _without_strays(own, text)
        if inside is not None and (_between(pieces, text) or not _stands_out_of(inside, pieces)):
            continue
        by_tags = tagged_table(pieces, before if own_table == first else None)
        if by_tags is not None:
            tables.append(by_tags)
            lines = without(lines, pieces)
    return tables, lines


def _stands_out_of(inside: Sequence[Callable[[PdfLine], bool]], pieces: list[PdfLine]) -> bool:
    """Whether grids hold some rows of a tagged table and leave out many, of a table whose rows go down the page."""
    rows: dict[int, list[PdfLine]] = {}
    for piece in pieces:
        if piece.tag is not None:
            rows.setdefault(piece.tag.row, []).append(piece)
    left_out = sum(not any(holds(piece) for piece in row for holds in inside) for row in rows.values())
    if not _LEFT_OUT * len(rows) <= left_out < len(rows):
        return False
    tops = [max(piece.middle for piece in row) for _, row in sorted(rows.items())]
    return all(above > below for above, below in pairwise(tops))


def _without_strays(pieces: list[PdfLine], text: list[PdfLine]) -> list[PdfLine]:
    """The lines of a tagged table without those that stand below text under it.

    Points of a list that goes on from the last cell are sometimes tagged as part of that cell.
    """
    between = _between(pieces, text)
    begins: dict[int, float] = {}
    for piece in pieces:
        if piece.tag is not None:
            begins[piece.tag.cell] = max(begins.get(piece.tag.cell, piece.middle), piece.middle)
    if not between or max(between) > min(begins.values()):
        return pieces
    return [piece for piece in pieces if piece.middle > max(between)]


def _between(pieces: list[PdfLine], text: list[PdfLine]) -> list[float]:
    """At what heights text that is no part of a tagged table stands between its lines."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    low, high = min(piece.middle for piece in pieces), max(piece.middle for piece in pieces)
    return [each.middle for each in text if low < each.middle < high and each.left < right and each.right > left]


def tagged_table(pieces: list[PdfLine], before: PdfTable | None = None) -> PdfTable | None:
    """A table by its TR and TD elements; of one row only when it goes on with the one before it."""
    rows: dict[int, dict[int, list[PdfLine]]] = {}
    for piece in pieces:
        if piece.tag is not None:
            rows.setdefault(piece.tag.row, {}).setdefault(piece.tag.cell, []).append(piece)
    cells = [[cell for _, cell in sorted(row.items())] for _, row in sorted(rows.items())]
    columns = _columns(cells)
    texts = []
    for row in cells:
        told = [""] * len(columns)
        for place, cell in zip(_places(row, columns), row, strict=True):
            told[place] = "\n".join(piece.text for piece in cell)
        texts.append(tuple(told))
    left = min(piece.left for piece in pieces)
    goes_on = before is not None and len(columns) == len(before.rows[0]) and abs(left - before.left) < SAME_PLACE
    return placed(tuple(texts), pieces) if len(columns) >= 2 and (len(texts) >= 2 or goes_on) else None


def _columns(rows: list[list[list[PdfLine]]]) -> list[tuple[float, float]]:
    """From where to where the columns stand, by the rows that have a cell in each."""
    width = max(map(len, rows))
    full = [row for row in rows if len(row) == width]
    return [
        (
            min(piece.left for row in full for piece in row[place]),
            max(piece.right for row in full for piece in row[place]),
        )
        for place in range(width)
    ]


def _places(row: list[list[PdfLine]], columns: list[tuple[float, float]]) -> list[int]:
    """The columns of the cells of a row. A cell without text has no tag, so that the others would move up."""
    if len(row) == len(columns):
        return list(range(len(row)))
    found = []
    for cell in row:
        left, right = min(piece.left for piece in cell), max(piece.right for piece in cell)
        apart = [max(low - right, left - high, 0.0) for low, high in columns]
        near = [place for place, distance in enumerate(apart) if distance == min(apart)]
        found.append(min(near, key=lambda place: abs(columns[place][0] - left)))
    return found if all(first < second for first, second in pairwise(found)) else list(range(len(row)))
