"""Tables of a page: ruled ones by their grid, tagged ones by their cells, others by how their columns stand."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from plancheck.readers.pdf.across import open_grids, stacks
from plancheck.readers.pdf.amounts import amount_grids
from plancheck.readers.pdf.drawn import Edge
from plancheck.readers.pdf.grid import Grid, grids
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.loose import loose_grids
from plancheck.readers.pdf.placed import PdfTable, Rows, placed, without
from plancheck.readers.pdf.tagged import tagged_table, take_tagged
from plancheck.readers.pdf.texts import typed_number
from plancheck.readers.pdf.words import Placed, Word, words_of
from plancheck.readers.text import clean

_FEWEST_FILLED = 0.3
_FULL_ROWS = 0.4
_FEWEST_BESIDE = 3
"""Heights at which lines stand beside each other from which a page may hold a table without rules."""
_MOST_COLUMNS = 30
_LONGEST_CELL = 2_500
_RUNNING_TEXT = 150
_WHOLE_WIDTH = 0.8
CUT = "\x1f"
"""Between two lines of a cell of which the first is one word that fills it."""


def take_tables(
    glyphs: Placed, lines: list[list[PdfLine]], edges: list[Edge], before: PdfTable | None = None
) -> tuple[list[PdfTable], list[list[PdfLine]]]:
    """The ruled and the tagged tables of a page, and the lines that stand in none of them.

    before: the table with which the page before ended. Of that one a single row may be left.
    """
    first = next((line[0].tag.table for line in lines if line[0].tag is not None), -1)
    ruled = grids(edges) if edges else []
    tables, lines = take_tagged(lines, before, first, [partial(_inside, grid=grid) for grid in ruled])
    for grid in ruled:
        inside = [piece for line in lines for piece in line if _inside(piece, grid)]
        for own in _parted(inside):
            for table, used in _ruled(grid if own is inside else _rows_of(grid, own), words_of(glyphs, own), own):
                tables.append(_exacter(table, tagged_table(used) if _all_tagged(used) else None))
                lines = without(lines, used)
    more, lines = take_tagged(lines, before, first)
    tables += more
    if sum(len(line) > 1 for line in lines) >= _FEWEST_BESIDE or _stand_beside(lines):
        for grid in amount_grids(words_of(glyphs, (piece for line in lines for piece in line))):
            lines = _take(grid, glyphs, lines, tables)
    rules = stacks(edges) if edges and lines else []
    words = words_of(glyphs, (piece for line in lines for piece in line)) if rules else []
    for grid in open_grids(rules, words):
        lines = _take(grid, glyphs, lines, tables)
    if _stand_beside(lines):
        for grid in loose_grids(words_of(glyphs, (piece for line in lines for piece in line))):
            lines = _take(grid, glyphs, lines, tables)
    return tables, lines


def _stand_beside(lines: list[list[PdfLine]]) -> bool:
    """Whether lines stand beside each other at heights enough for a table without rules."""
    heights = Counter(round(piece.base) for line in lines for piece in line)
    return sum(count > 1 for count in heights.values()) >= _FEWEST_BESIDE


def _take(grid: Grid, glyphs: Placed, lines: list[list[PdfLine]], tables: list[PdfTable]) -> list[list[PdfLine]]:
    """The lines that stand in no table of a grid; its tables are put with the others."""
    inside = [piece for line in lines for piece in line if _inside(piece, grid)]
    for table, used in _ruled(grid, words_of(glyphs, inside), inside):
        tables.append(table)
        lines = without(lines, used)
    return lines


def _parted(inside: list[PdfLine]) -> list[list[PdfLine]]:
    """The lines in a grid; only those of each table in it where tags say that tables and text stand below one another.

    A plane of colour behind a heading right above a table is no row of it.
    """
    if any(piece.tag is None for piece in inside):
        return [inside]
    groups: dict[int, list[PdfLine]] = {}
    for piece in inside:
        if piece.tag is not None:
            groups.setdefault(piece.tag.table if piece.tag.cell >= 0 else -1, []).append(piece)
    tables = [group for table, group in groups.items() if table >= 0]
    if len(groups) == 1 or not tables:
        return [inside]
    for table in tables:
        low, high = min(piece.bottom for piece in table), max(piece.top for piece in table)
        if sum(low < piece.middle < high for piece in inside) > len(table):
            return [inside]
    return tables


def _rows_of(grid: Grid, pieces: list[PdfLine]) -> Grid:
    """The rows of a grid from the first to the last in which some lines stand."""
    rows = [grid.nearest((piece.left + piece.right) / 2, piece.middle)[0] for piece in pieces]
    return grid.part(min(rows), max(rows) + 1)


def _all_tagged(pieces: list[PdfLine]) -> bool:
    return len({piece.tag.table for piece in pieces if piece.tag}) == 1 and all(
        piece.tag is not None and piece.tag.cell >= 0 for piece in pieces
    )


def _exacter(table: PdfTable, tagged: PdfTable | None) -> PdfTable:
    """The table by its tags where shading behind every line cut its rows to pieces."""
    return tagged if tagged is not None and len(tagged.rows) < 0.8 * len(table.rows) else table


def _inside(piece: PdfLine, grid: Grid) -> bool:
    return grid.place((piece.left + piece.right) / 2, piece.middle) is not None


def _ruled(grid: Grid, words: list[Word], inside: list[PdfLine]) -> list[tuple[PdfTable, list[PdfLine]]]:
    """The tables in a grid, each with the lines it holds; none for boxes round running text and for drawings."""
    found: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        found.setdefault(grid.nearest((word.left + word.right) / 2, word.middle), []).append(word)
    rights = grid.rights()
    texts = {place: cell_text(cell, rights[place]) for place, cell in found.items()}
    places = {id(piece): grid.nearest((piece.left + piece.right) / 2, piece.middle)[0] for piece in inside}
    tables = []
    for kept in _table_rows(grid, texts, rights):
        own = {place: text for place, text in texts.items() if place[0] in kept}
        rows = _filled_rows(own, kept, len(grid.xs) - 1)
        used = [piece for piece in inside if places[id(piece)] in kept]
        if used and _is_table(rows, sum(row in kept for row, _ in set(grid.cells.values())), len(own)):
            tables.append((placed(rows, used), used))
    return tables


def _table_rows(grid: Grid, texts: dict[tuple[int, int], str], rights: dict[tuple[int, int], float]) -> list[range]:
    """The rows of each table in a grid: running text and chapter titles between them, in one frame, part them."""
    wide = _WHOLE_WIDTH * (grid.xs[-1] - grid.xs[0])
    height = len(grid.ys) - 1
    cuts = [-1]
    for row in range(height):
        cells = {grid.cells[row, column] for column in range(len(grid.xs) - 1)}
        filled = [cell for cell in cells if texts.get(cell)]
        if len(filled) == 1 and rights[filled[0]] - grid.xs[filled[0][1]] > wide:
            text = texts[filled[0]]
            if len(text) > _RUNNING_TEXT or "." in typed_number(text).rstrip("."):
                cuts.append(row)
    return [range(first + 1, last) for first, last in pairwise([*cuts, height]) if last - first > 2]


def _filled_rows(texts: dict[tuple[int, int], str], kept: range, width: int) -> Rows:
    """Rows without those that are empty, and without columns that are empty all the way down."""
    columns = [column for column in range(width) if any(texts.get((row, column)) for row in kept)]
    rows = (tuple(texts.get((row, column), "") for column in columns) for row in kept)
    return tuple(row for row in rows if any(row))


def _is_table(rows: Rows, cells: int, filled: int) -> bool:
    if len(rows) < 2 or not 2 <= len(rows[0]) <= _MOST_COLUMNS or filled < _FEWEST_FILLED * cells:
        return False
    full = [sum(bool(cell) for cell in row) >= 2 for row in rows]
    if not full[0] and sum(full) < _FULL_ROWS * len(rows):
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONGEST_CELL


def cell_text(words: Iterable[Word], right: float) -> str:
    """The words of a cell, its lines joined by newlines; by CUT where one word fills a line, so that it may be cut.

    right: where the cell ends.
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.base, word.left)):
        if lines and abs(lines[-1][0].base - word.base) <= 0.4 * word.height:
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
