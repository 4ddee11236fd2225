"""Tables that the structure tree tells: their cells by the tags of their lines."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.placed import SAME_PLACE, PdfTable, placed, without


def take_tagged(
    lines: list[list[PdfLine]],
    before: PdfTable | None,
    first: int,
    inside: Sequence[Callable[[PdfLine], bool]] | None = None,
) -> tuple[list[PdfTable], list[list[PdfLine]]]:
    """The tables that tags tell, and the other lines. first: the one with which the page begins.

    inside: what tells whether a line stands in a grid of rules; given, only tables of which such a grid holds a part
    are taken: shading behind every other row is no table by itself.
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
        if inside is not None and all(len(set(map(holds, pieces))) == 1 for holds in inside):
            continue
        by_tags = tagged_table(pieces, before if own_table == first else None)
        if by_tags is not None:
            tables.append(by_tags)
            lines = without(lines, pieces)
    return tables, lines


def _without_strays(pieces: list[PdfLine], text: list[PdfLine]) -> list[PdfLine]:
    """The lines of a tagged table without those that stand below text under it.

    Points of a list that goes on from the last cell are sometimes tagged as part of that cell.
    """
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    low, high = min(piece.middle for piece in pieces), max(piece.middle for piece in pieces)
    between = [each.middle for each in text if low < each.middle < high and each.left < right and each.right > left]
    if not between:
        return pieces
    begins: dict[int, float] = {}
    for piece in pieces:
        if piece.tag is not None:
            begins[piece.tag.cell] = max(begins.get(piece.tag.cell, low), piece.middle)
    cut = max(between)
    return [piece for piece in pieces if piece.tag and not piece.middle < cut < begins[piece.tag.cell]]


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
