"""Tables of amounts, as a budget that was pasted from a spreadsheet: every line with amounts below those of the line
above it is a row, whether rules stand under the totals only, under the heads too, or nowhere."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from plancheck.readers.pdf.across import GUTTER, Lines, Span, at_heights, column_of, filled, grid_of, gutters
from plancheck.readers.pdf.figures import is_amount, is_figure, is_money
from plancheck.readers.pdf.grid import Grid
from plancheck.readers.pdf.texts import has_ended, typed_level
from plancheck.readers.pdf.words import Word

_CURRENCY = re.compile(r"€|EUR")
_IN_LINE = 4.0
_NEAR, _NEAR_HEAD, _NEXT_LINE = 5.0, 3.0, 1.7
"""So many heights of letters below the line above it: a row behind a blank one, the rows below their head, a line of
the same cell."""
_BLANK, _NEAR_ROW, _APART = 2.3, 1.2, 1.5
"""So many times the distance of rows lower stands a row behind a blank one; the first row below its head; a heading."""
_FEWEST_ROWS = 3
_MOST_HEADS = 5
_TIGHT, _SPACE = 4.5, 2.0
"""So little white, in points, may a head that names most columns leave between them."""
_MOST_COLUMNS = 20
_LONGEST_NAME = 8
"""Words of a cell that may stand in a row without amounts, on average: more is running text."""
_FIGURES = 0.7
_TIGHTER, _PARTED = 0.88, 1.15
"""So many times the distance of rows are the lines of a name apart; that of lines, rows."""

Piece = list[Word]
Place = tuple[int, int, int]
"""Left, middle and right of a piece, in whole points."""


def amount_grids(words: list[Word]) -> list[Grid]:
    """The grids of such tables among some words of a page, top down."""
    lines = [sorted(line, key=lambda word: word.left) for line in at_heights(words)]
    found = []
    place = 0
    while place < len(lines):
        run = _run(lines, place)
        grid = _grid(lines, place, run) if len(run) > 1 else None
        if grid is not None:
            found.append(grid)
        place += len(run) if grid is not None else max(1, len(run) // 2)
    return found


def _pieces(line: list[Word]) -> list[Piece]:
    """The words of a line, parted where white between columns may stand."""
    pieces = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right >= GUTTER:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return pieces


def _height(lines: Lines) -> float:
    """The height of letters with their tails."""
    return max(line[0].height for line in lines)


def _text(piece: Piece) -> str:
    return " ".join(word.text for word in piece)


def _is_amount(piece: Piece) -> bool:
    return is_amount(_text(piece))


def _amounts(line: list[Word]) -> list[Piece]:
    """The pieces of a line that are an amount, but for one with which it begins: that is the number of a row."""
    return [piece for piece in _pieces(line)[1:] if _is_amount(piece)] if len(line) > 1 else []


def _run(lines: Lines, first: int) -> Lines:
    """Lines from one with amounts to the last one with amounts below those, with what stands between them."""
    run: Lines = []
    places: set[Place] = set()
    last, step = 0, math.inf
    for place in range(first, len(lines)):
        line = lines[place]
        down = run[-1][0].base - line[0].base if run else 0.0
        if down > max(_NEAR * _height([*run[-1:], line]), _BLANK * step if step < math.inf else 0.0):
            break
        own = {_place(piece) for piece in _amounts(line)}
        if own and (not places or any(_in_line(one, other) for one in own for other in places)):
            places |= own
            last = len(run) + 1
        elif not run or not _between(line, places) or _begins_anew(lines[place : place + 2], down > _APART * step):
            break
        step = min(step, down or step)
        run.append(line)
    return run[:last]


def _place(piece: Piece) -> Place:
    low, high = piece[0].left, piece[-1].right
    return round(low), round((low + high) / 2), round(high)


def _in_line(one: Place, other: Place) -> bool:
    """Whether two pieces have an edge or their middle in common."""
    return any(abs(mark - usual) <= _IN_LINE for mark, usual in zip(one, other, strict=True))


def _between(line: list[Word], places: set[Place]) -> bool:
    """Whether a line without amounts may stand between rows: what runs on beyond the amounts is text."""
    pieces = _pieces(line)
    right = max(high for _, _, high in places) + _IN_LINE
    return len(line) <= _LONGEST_NAME * len(pieces) and all(piece[-1].right <= right for piece in pieces)


def _begins_anew(lines: Lines, apart: bool) -> bool:
    """Whether the first of some lines is a sentence or a heading: numbered and apart, or above the head of a table."""
    pieces = _pieces(lines[0])
    if len(pieces) > 1:
        return False
    text = _text(pieces[0])
    if (has_ended(text) and text[-1] != ":") or (apart and typed_level(text) is not None):
        return True
    return apart and len(lines) > 1 and len(_pieces(lines[1])) > 1 and not _amounts(lines[1])


def _grid(lines: Lines, first: int, run: Lines) -> Grid | None:
    """The grid of a run with its head and the end of its last name; None where it is no table."""
    amounts = [line for line in run if _amounts(line)]
    if len(amounts) < _FEWEST_ROWS - 1:
        return None
    columns = gutters([run])
    if not columns or len(columns) >= _MOST_COLUMNS:
        return None
    head, names = _head(lines[:first][::-1], run, columns)
    for line in [*head, *names]:
        columns = _left_white(columns, line)
    columns = _without_currency([*head, *run], columns)
    last = first + len(run)
    rest = _rest(lines[last : last + 2], run, columns)
    rows = [*([head] if head else []), *_rows([*names, *run, *rest], columns)]
    if not _is_table(amounts, columns) or len(rows) < _FEWEST_ROWS or not _is_clear([*run, *rest], columns):
        return None
    words = [word for row in rows for line in row for word in line]
    return grid_of(rows, columns, min(word.left for word in words), max(word.right for word in words))


def _head(above: Lines, run: Lines, columns: list[Span]) -> tuple[Lines, Lines]:
    """The lines above a run that name its columns, and names between them and the first amounts, from the top down."""
    head: Lines = []
    names: Lines = []
    last = run[0]
    height = _height(run)
    step = min(_steps(run))
    tighter = _TIGHTER * _usual(run)
    for line in above[:_MOST_HEADS]:
        if not head and line[0].base - last[0].base < tighter:
            names.append(line)
            last = line
            continue
        near = _NEXT_LINE * height if head else max(_NEAR_HEAD * height, _NEAR_ROW * step)
        if line[0].base - last[0].base > near or len(line) > _LONGEST_NAME * len(_pieces(line)):
            break
        own = filled([line], columns)
        if own != {0}:
            left = _left_white(columns, line)
            tight = min(after - before for before, after in left) < _TIGHT
            if tight and (min(after - before for before, after in left) < _SPACE or 2 * len(own) <= len(columns)):
                break
            columns = left
            head.append(line)
        elif head:
            break
        else:
            names.append(line)
        last = line
    return (head[::-1], names[::-1]) if head else ([], [])


def _left_white(columns: list[Span], line: list[Word]) -> list[Span]:
    """The widest white between columns that the words of one more line leave."""
    found = []
    for low, high in columns:
        inside = [word for word in line if word.right > low and word.left < high]
        edges = [low, *(edge for word in inside for edge in (word.left, word.right)), high]
        found.append(max(zip(edges[::2], edges[1::2], strict=True), key=lambda gap: gap[1] - gap[0]))
    return found


def _rest(below: Lines, run: Lines, columns: list[Span]) -> Lines:
    """The lines with which the name of the last row goes on."""
    rest: Lines = []
    height = _height(run)
    for line in below:
        last = rest[-1] if rest else run[-1]
        near = last[0].base - line[0].base <= _NEXT_LINE * height
        if not near or filled([line], columns) != {0} or not line[0].text[0].islower():
            break
        rest.append(line)
    return rest


def _without_currency(lines: Lines, columns: list[Span]) -> list[Span]:
    """The white between columns but for that behind signs of a currency that stand at the left of their cells."""
    signs = set(range(len(columns) + 1))
    for line in lines:
        for word in line:
            if not _CURRENCY.fullmatch(word.text):
                signs.discard(column_of(word, columns))
    return [column for place, column in enumerate(columns) if place not in signs]


def _steps(lines: Lines) -> list[float]:
    """How much lower each line stands than the one above it."""
    return [above[0].base - below[0].base for above, below in pairwise(lines)]


def _usual(lines: Lines) -> float:
    """How far rows are apart: two lines with amounts that follow each other are two rows."""
    full = [bool(_amounts(line)) for line in lines]
    steps = _steps(lines)
    rows = [step for step, (one, other) in zip(steps, pairwise(full), strict=True) if one and other]
    return min(rows, default=max(steps))


def _rows(lines: Lines, columns: list[Span]) -> list[Lines]:
    """Each line with amounts is a row; one without is part of a name that runs over lines, or a row of its own."""
    full = [bool(_amounts(line)) for line in lines]
    steps = _steps(lines)
    tighter = _TIGHTER * _usual(lines)
    even = min(steps) >= tighter
    near = _NEXT_LINE * _height(lines)
    rows: list[Lines] = [[lines[0]]]
    closed = full[0]
    for step, line, has in zip(steps, lines[1:], full[1:], strict=True):
        tight = step < tighter or line[0].text[0].islower()
        if even and not has and filled([line], columns) != {0}:
            tight = True
        if step <= near and tight and not (has and closed):
            rows[-1].append(line)
            closed = closed or has
        else:
            rows.append([line])
            closed = has
    return rows


def _is_clear(lines: Lines, columns: list[Span]) -> bool:
    """Whether cells of several lines beside the names, if there are any, hang from the line with the amounts."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if _amounts(line) or filled([line], columns) == {0} or not _amounts(below):
            continue
        if line[0].base - below[0].base <= _PARTED * (above[0].base - line[0].base):
            return False
    return True


def _is_table(rows: Lines, columns: list[Span]) -> bool:
    """Whether names stand before columns of amounts, and these are more than numbers of pages, points or people."""
    cells: dict[int, list[str]] = {}
    for line in rows:
        for place, text in _cells(line, columns):
            cells.setdefault(place, []).append(text)
    figures = [
        own
        for place, own in cells.items()
        if place and len(own) > 1 and sum(map(is_figure, own)) >= _FIGURES * len(own)
    ]
    named = [text for text in cells.get(0, []) if any(map(str.isalpha, text))]
    if not figures or 2 * len(named) < len(rows):
        return False
    return len(figures) > 1 or is_money(figures[0])


def _cells(line: list[Word], columns: list[Span]) -> Iterator[tuple[int, str]]:
    own: dict[int, Piece] = {}
    for word in line:
        own.setdefault(column_of(word, columns), []).append(word)
    return ((place, _text(piece)) for place, piece in own.items())
