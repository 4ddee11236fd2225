"""Tables that have rules above, between or below their rows and none between their columns: those are the white that
runs down between the words."""

import re
import statistics
from collections.abc import Iterable, Iterator
from itertools import pairwise

from plancheck.readers.pdf.drawn import Edge
from plancheck.readers.pdf.grid import Grid, merged
from plancheck.readers.pdf.words import Word

_TOLERANCE = 3.0
_NARROWEST = 100.0
_FEWEST_RULES, _MOST_RULES = 2, 400
_THIN_BAND = 4.0
_MARKER = re.compile(r"[^\w\s]|o|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)]")
GUTTER, _GUTTER_SIZE = 6.0, 0.6
_SURE = 0.75
"""Through many lines less white is enough: spaces between words do not stand right below one another there."""
_MANY_LINES = 6
_ALIGNED, _ALIGNED_SHARE = 4.0, 0.6
_NEXT_LINE, _NEXT_ROW = 2.0, 3.0
"""So many heights of letters lower at most."""
_PARTED = 1.2
"""So many times the distance of the lines of a cell are rows apart."""
_MOST_WORDS = 90
"""Words of a cell; more is running text in columns."""

Span = tuple[float, float]
Lines = list[list[Word]]


def stacks(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Rules of the same width right below one another, from the top down."""
    found: list[list[Edge]] = []
    across = [edge for edge in merged(edges) if edge.horizontal and edge.high - edge.low >= _NARROWEST]
    if len(across) > _MOST_RULES:
        return []  # a drawing
    for edge in sorted(across, key=lambda edge: -edge.at):
        for stack in found:
            if abs(stack[0].low - edge.low) <= _TOLERANCE and abs(stack[0].high - edge.high) <= _TOLERANCE:
                stack.append(edge)
                break
        else:
            found.append([edge])
    return [stack for stack in found if len(stack) >= _FEWEST_RULES]


def open_grids(rules: list[list[Edge]], words: list[Word]) -> list[Grid]:
    """The tables that stacks of rules make of some words of a page, top down."""
    found: list[Grid] = []
    for stack in rules:
        left, right = stack[0].low, stack[0].high
        inside = [word for word in words if left - _TOLERANCE <= (word.left + word.right) / 2 <= right + _TOLERANCE]
        for run in _runs([rule.at for rule in stack], at_heights(inside)):
            grid = _grid(run, left, right)
            if grid is not None:
                found.append(grid)
    return sorted(found, key=lambda grid: -grid.ys[0])


def at_heights(words: list[Word]) -> Lines:
    """Words at one height, from the top down."""
    lines: Lines = []
    for word in sorted(words, key=lambda word: -word.base):
        if lines and abs(lines[-1][0].base - word.base) <= 0.4 * word.height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _runs(rules: list[float], lines: Lines) -> list[list[Lines]]:
    """Neighbouring bands between rules through which the same white runs down; with the rows beyond the outer rules."""
    runs: list[list[Lines]] = [[]]
    taken: list[Span] = []
    for high, low in pairwise(rules):
        band = [line for line in lines if low < line[0].middle <= high]
        if high - low <= _THIN_BAND:
            continue
        own = _taken(band)
        many = sum(map(len, runs[-1]), len(band)) >= _MANY_LINES
        if band and _white(_union(taken, own), band, many=many):
            taken = _union(taken, own)
            runs[-1].append(band)
        else:
            taken = own
            runs.append([band] if band and _white(own, band, many=len(band) >= _MANY_LINES) else [])
    whole = []
    for run in filter(None, runs):
        first, last = lines.index(run[0][0]), lines.index(run[-1][-1])
        above, below = _next_row(run, lines[:first][::-1]), _next_row(run, lines[last + 1 :])
        whole.append([*([above[::-1]] if above else []), *run, *([below] if below else [])])
    return whole


def _next_row(run: list[Lines], lines: Lines) -> Lines:
    """The row beyond an outer rule: lines close to one another that leave the white of the run and fill two columns."""
    count = len(gutters(run))
    row: Lines = []
    for line in lines:
        near = line[0].height * (_NEXT_LINE if row else _NEXT_ROW)
        last = row[-1] if row else (run[0][0] if line[0].base > run[0][0][0].base else run[-1][-1])
        if abs(last[0].base - line[0].base) > near or len(gutters([*run, row, [line]])) != count:
            break
        row.append(line)
    return row if row and len(filled(row, gutters([*run, row]))) > 1 else []


def gutters(bands: list[Lines]) -> list[Span]:
    """The white between columns that no word of some bands stands in."""
    lines = [line for band in bands for line in band]
    return _white(_taken(lines), lines, many=len(lines) >= _MANY_LINES)


def _taken(lines: Lines) -> list[Span]:
    """From where to where words stand, at whatever height."""
    return _union([], [(word.left, word.right) for line in lines for word in line])


def _union(one: list[Span], other: list[Span]) -> list[Span]:
    found: list[Span] = []
    for low, high in sorted([*one, *other]):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _white(taken: list[Span], lines: Lines, *, many: bool) -> list[Span]:
    """The gaps between what is taken that are wide for the words."""
    least = max(GUTTER, _GUTTER_SIZE * statistics.median(word.height for line in lines for word in line))
    if many:
        least *= _SURE
    return [(before[1], after[0]) for before, after in pairwise(taken) if after[0] - before[1] >= least]


def column_of(word: Word, columns: list[Span]) -> int:
    """The column in which a word begins."""
    return sum(word.left >= start for _, start in columns)


def _words(bands: list[Lines]) -> Iterator[Word]:
    return (word for band in bands for line in band for word in line)


def filled(lines: Lines, columns: list[Span]) -> set[int]:
    """The columns in which some lines have a word."""
    return {column_of(word, columns) for line in lines for word in line}


def _grid(run: list[Lines], left: float, right: float) -> Grid | None:
    """The grid of some bands, None where they are no table."""
    columns = without_markers(run, gutters(run))
    if not columns:
        return None
    return grid_of([row for band in run for row in _rows(band, columns, only=len(run) == 2)], columns, left, right)


def without_markers(run: list[Lines], columns: list[Span]) -> list[Span]:
    """The white between columns but for that behind the bullets or numbers of a list."""
    if columns and all(_MARKER.fullmatch(word.text) for word in _words(run) if word.right <= columns[0][0]):
        return columns[1:]
    return columns


def grid_of(rows: list[Lines], columns: list[Span], left: float, right: float) -> Grid | None:
    """The grid of some rows with white between their columns, None where they are no table."""
    if sum(len(filled(row, columns)) > 1 for row in rows) < 2 or not all(
        _stands_in_line(rows, place, columns) for place in range(len(columns) + 1)
    ):
        return None
    xs = [left, *((before + after) / 2 for before, after in columns), right]
    ys = [max(word.top for word in rows[0][0]) + _TOLERANCE]
    for above, below in pairwise(rows):
        ys.append((min(word.bottom for word in above[-1]) + max(word.top for word in below[0])) / 2)
    ys.append(min(word.bottom for word in rows[-1][-1]) - _TOLERANCE)
    cells = {(row, column): (row, column) for row in range(len(rows)) for column in range(len(xs) - 1)}
    return Grid(tuple(xs), tuple(ys), cells)


def _rows(band: Lines, columns: list[Span], *, only: bool) -> list[Lines]:
    """The rows between two rules: one, or more where their lines stand apart.

    only: the table has a band for its head and one for all of its rows, which may be as close as lines are.
    """
    bases = [[line[0].base for line in band if place in filled([line], columns)] for place in range(len(columns) + 1)]
    steps = [above - below for column in bases for above, below in pairwise(column)]
    least = _PARTED * min(steps, default=0.0)
    alike = max(steps, default=0.0) <= least
    chunks = [[band[0]]]
    for line in band[1:]:
        cut = line[0].base
        across = [
            min(base for base in column if base > cut) - max(base for base in column if base <= cut)
            for column in bases
            if column and column[-1] <= cut < column[0]
        ]
        if only if alike else min(across, default=0.0) > least:
            chunks.append([line])
        else:
            chunks[-1].append(line)
    rows: list[Lines] = []
    for chunk in chunks:
        own = filled(chunk, columns)
        first = min(chunk[0], key=lambda word: word.left)
        if rows and (0 not in own or len(own) < 2 or first.text[0].islower()):
            rows[-1] += chunk
        else:
            rows.append(chunk)
    return rows


def _stands_in_line(rows: list[Lines], place: int, columns: list[Span]) -> bool:
    """Whether the cells of a column have an edge or their middle in common, and are no running text."""
    cells = [[word for line in row for word in line if column_of(word, columns) == place] for row in rows]
    cells = [cell for cell in cells if cell]
    if not cells or max(map(len, cells)) > _MOST_WORDS:
        return False
    edges = [(min(word.left for word in cell), max(word.right for word in cell)) for cell in cells]
    for marks in ([low for low, _ in edges], [high for _, high in edges], [(low + high) / 2 for low, high in edges]):
        usual = statistics.median_low(marks)
        if sum(abs(mark - usual) <= _ALIGNED for mark in marks) >= _ALIGNED_SHARE * len(marks):
            return True
    return False
