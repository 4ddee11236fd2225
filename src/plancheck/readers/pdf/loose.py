"""Tables without any rule whose cells have several lines: rows that begin in all their columns at once, and white that
runs down between the columns. Text in columns has that white too, but its sentences begin where they will."""

from itertools import pairwise

from plancheck.readers.pdf.across import Lines, at_heights, filled, grid_of, gutters, without_markers
from plancheck.readers.pdf.grid import Grid
from plancheck.readers.pdf.words import Word

_NEAR = 4.0
"""So many heights of letters below the line above it a line of the same table stands at most."""
_FEWEST_ROWS = 3
_FEWEST_LONG = 2
_PARTED = 1.2
_BEGINS, _MOST_COLUMNS = 0.8, 8
_FULL_ROWS = 0.6
_MOST_WORDS = 40
"""Words of a cell in a row, on average: more is running text."""


def loose_grids(words: list[Word]) -> list[Grid]:
    """The grids of such tables among some words of a page, top down."""
    found = []
    for run in _runs(at_heights(words)):
        columns = without_markers([run], gutters([run]))
        rows = _rows(run, columns)
        if _is_table(rows, columns):
            edges = min(word.left for line in run for word in line), max(word.right for line in run for word in line)
            grid = grid_of(rows, columns, *edges)
            if grid is not None:
                found.append(grid)
    return found


def _runs(lines: Lines) -> list[Lines]:
    """Lines close under one another that leave the same white, from the first to the last that fill two columns."""
    runs: list[Lines] = []
    run: Lines = []
    for line in lines:
        if run and (run[-1][0].base - line[0].base > _NEAR * line[0].height or not _goes_on(run, line)):
            runs.append(run)
            run = []
        run = [*run, line] if run or len(gutters([[line]])) else []
    return [cut for each in [*runs, run] if len(cut := _cut(each)) >= _FEWEST_ROWS]


def _goes_on(run: Lines, line: list[Word]) -> bool:
    """Whether a line leaves white between the columns; one piece alone may take none of it."""
    before, after = gutters([run]), gutters([[*run, line]])
    alone = len(filled([line], before)) == 1
    return bool(after) and (len(after) == len(before) if alone else True)


def _cut(run: Lines) -> Lines:
    """A run without what stands below its last row: text begins anew, the rest of a cell does not."""
    columns = gutters([run]) if run else []
    last = max((place for place, line in enumerate(run) if len(filled([line], columns)) > 1), default=-1)
    for line in run[last + 1 :]:
        if not min(line, key=lambda word: word.left).text[0].islower():
            break
        last += 1
    return run[: last + 1]


def _rows(run: Lines, columns: list[tuple[float, float]]) -> list[Lines]:
    """The rows of a run: each begins below white, or with a new sentence in its first and most other columns."""
    least = min((above[0].base - below[0].base for above, below in pairwise(run)), default=0.0)
    rows = [[run[0]]]
    for above, line in pairwise(run):
        firsts = [_first([line], column, columns) for column in sorted(filled([line], columns))]
        anew = sum(not word.text[0].islower() for word in firsts)
        begins = len(firsts) > 1 and 0 in filled([line], columns) and anew > len(firsts) / 2
        if above[0].base - line[0].base > _PARTED * least or (begins and not firsts[0].text[0].islower()):
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _is_table(rows: list[Lines], columns: list[tuple[float, float]]) -> bool:
    """Whether rows of several columns begin in each with a capital or a figure, some of them with more lines."""
    if not columns or len(columns) >= _MOST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return False
    full = [row for row in rows if len(filled(row, columns)) > 1]
    if len(full) < max(_FEWEST_ROWS, _FULL_ROWS * len(rows)) or sum(len(row) > 1 for row in full) < _FEWEST_LONG:
        return False
    firsts = [_first(row, column, columns) for row in full for column in sorted(filled(row, columns))]
    if sum(not word.text[0].islower() for word in firsts) < _BEGINS * len(firsts):
        return False
    if any(sum(map(len, row)) > _MOST_WORDS * (1 + len(columns)) for row in full):
        return False
    # The lines of a cell go on: were each a sentence, these would be the points of a list, or columns of text.
    rest = [line for row in full for line in row[1:]]
    going_on = sum(min(line, key=lambda word: word.left).text[0].islower() for line in rest)
    return 2 * going_on > len(rest)


def _first(row: Lines, column: int, columns: list[tuple[float, float]]) -> Word:
    return next(
        word
        for line in row
        for word in sorted(line, key=lambda word: word.left)
        if sum(word.left >= start for _, start in columns) == column
    )
