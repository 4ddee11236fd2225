"""Tables of a page: ruled ones by their grid, tagged ones by their cells, others by how their columns stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.readers.pdf.drawn import Edge
from plancheck.readers.pdf.glyphs import Glyphs
from plancheck.readers.pdf.grid import Grid, grids
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.words import Word, words_of
from plancheck.readers.text import clean

_FEWEST_FILLED = 0.3
_FULL_ROWS = 0.4
_MOST_COLUMNS = 30
_LONGEST_CELL = 2_500

CUT = "\x1f"
"""Between two lines of a cell of which the first is one word that fills it."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class PdfTable:
    """Rows of cells, and where the table stands, on the page and in its text.

    The lines of a cell are joined by newlines until all pages are read.
    """

    page: int
    rows: Rows
    left: float
    bottom: float
    right: float
    top: float
    start: int
    column: tuple[float, float] = (0.0, 0.0)


def take_tables(
    glyphs: Glyphs, lines: list[list[PdfLine]], edges: list[Edge]
) -> tuple[list[PdfTable], list[list[PdfLine]]]:
    """The ruled and the tagged tables of a page, and the lines that stand in none of them."""
    tables: list[PdfTable] = []
    for grid in grids(edges) if edges else ():
        inside = [piece for line in lines for piece in line if _inside(piece, grid)]
        table = _ruled(grid, words_of(glyphs, inside), inside)
        if table is not None:
            tables.append(table)
            lines = _without(lines, inside)
    tagged: dict[int, list[PdfLine]] = {}
    for line in lines:
        for piece in line:
            if piece.tag is not None and piece.tag.cell >= 0:
                tagged.setdefault(piece.tag.table, []).append(piece)
    for pieces in tagged.values():
        table = _tagged(pieces)
        if table is not None:
            tables.append(table)
            lines = _without(lines, pieces)
    return tables, lines


def _inside(piece: PdfLine, grid: Grid) -> bool:
    return grid.place((piece.left + piece.right) / 2, piece.middle) is not None


def _without(lines: list[list[PdfLine]], taken: list[PdfLine]) -> list[list[PdfLine]]:
    gone = {id(piece) for piece in taken}
    left = ([piece for piece in line if id(piece) not in gone] for line in lines)
    return [line for line in left if line]


def _ruled(grid: Grid, words: list[Word], inside: list[PdfLine]) -> PdfTable | None:
    """The table in a grid; None for boxes round running text and for drawings."""
    found: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        place = grid.place((word.left + word.right) / 2, word.middle)
        if place is not None:
            found.setdefault(place, []).append(word)
    rights = grid.rights()
    texts = {place: cell_text(cell, rights[place]) for place, cell in found.items()}
    rows = _filled_rows(texts, len(grid.ys) - 1, len(grid.xs) - 1)
    if not _is_table(rows, len(set(grid.cells.values())), len(texts)):
        return None
    return placed(rows, inside)


def _filled_rows(texts: dict[tuple[int, int], str], height: int, width: int) -> Rows:
    """Rows without those that are empty, and without columns that are empty all the way down."""
    columns = [column for column in range(width) if any(texts.get((row, column)) for row in range(height))]
    rows = (tuple(texts.get((row, column), "") for column in columns) for row in range(height))
    return tuple(row for row in rows if any(row))


def _is_table(rows: Rows, cells: int, filled: int) -> bool:
    if len(rows) < 2 or not 2 <= len(rows[0]) <= _MOST_COLUMNS or filled < _FEWEST_FILLED * cells:
        return False
    full = [sum(bool(cell) for cell in row) >= 2 for row in rows]
    if not full[0] and sum(full) < _FULL_ROWS * len(rows):
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONGEST_CELL


def placed(rows: Rows, pieces: list[PdfLine]) -> PdfTable:
    """A table that stands where its text stands."""
    return PdfTable(
        page=pieces[0].page,
        rows=rows,
        left=min(piece.left for piece in pieces),
        bottom=min(piece.bottom for piece in pieces),
        right=max(piece.right for piece in pieces),
        top=max(piece.top for piece in pieces),
        start=min(piece.start for piece in pieces),
    )


def _tagged(pieces: list[PdfLine]) -> PdfTable | None:
    """A table by its TR and TD elements."""
    rows: dict[int, dict[int, list[str]]] = {}
    for piece in pieces:
        if piece.tag is not None:
            rows.setdefault(piece.tag.row, {}).setdefault(piece.tag.cell, []).append(piece.text)
    texts = [tuple("\n".join(cell) for _, cell in sorted(row.items())) for _, row in sorted(rows.items())]
    width = max(map(len, texts))
    padded = tuple(row + ("",) * (width - len(row)) for row in texts)
    return placed(padded, pieces) if len(padded) >= 2 and width >= 2 else None


def cell_text(words: Iterable[Word], right: float) -> str:
    """The words of a cell, its lines joined by newlines; by CUT where one word fills a line, so that it may be cut.

    right: where the cell ends.
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.left)):
        if lines and abs(lines[-1][0].middle - word.middle) <= 0.5 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    text = ""
    for line in lines:
        line.sort(key=lambda word: word.left)
        text += clean(" ".join(word.text for word in line))
        last = line[-1]
        full = len(line) == 1 and right - last.right < last.height + (last.right - last.left) / len(last.text)
        text += CUT if full else "\n"
    return text.strip("\n" + CUT)
