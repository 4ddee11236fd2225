"""Tables without rules: rows of short pieces of text that stand in columns."""

import statistics

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.placed import PdfTable, placed

_NEAR = 4.0
_FEWEST_ROWS = 3
_ROW_SHARE = 0.6
_MOST_WORDS = 6
_RUNNING = 0.6
_FEW_WORDS = 2.5
_FULL = 0.8
_FAR = 2.6
_LEADER_DIGITS = 3
_NEAR_IN_FILE = 5
_OPEN_ROWS = 3

Row = list[PdfLine]


def take_aligned(lines: list[list[PdfLine]]) -> tuple[list[PdfTable], list[list[PdfLine]]]:
    """The tables among the lines of a page, and the other lines."""
    if sum(len(line) > 1 for line in lines) < _FEWEST_ROWS:
        return [], lines
    tables: list[PdfTable] = []
    taken: set[int] = set()
    for run in _runs(_rows(lines)):
        starts = _starts(run)
        if len(starts) >= 2 and _is_table(run, starts):
            tables.append(placed(_cells(run, starts), [piece for row in run for piece in row]))
            taken.update(id(piece) for row in run for piece in row)
    left = ([piece for piece in line if id(piece) not in taken] for line in lines)
    return tables, [line for line in left if line]


def _rows(lines: list[list[PdfLine]]) -> list[Row]:
    """Pieces at the same height, from the top down."""
    rows: list[Row] = []
    places = {id(piece): place for place, line in enumerate(lines) for piece in line}
    for piece in sorted((piece for line in lines for piece in line), key=lambda piece: -piece.middle):
        row = next((row for row in rows[-_OPEN_ROWS:] if _beside(row, piece, places)), None)
        if row is not None:
            row.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _beside(row: Row, piece: PdfLine, places: dict[int, int]) -> bool:
    """Whether a piece stands at the height of a row and near it in the file: the next column of a text does not."""
    near = min(abs(places[id(each)] - places[id(piece)]) for each in row) <= _NEAR_IN_FILE
    return near and abs(row[0].middle - piece.middle) <= 0.35 * piece.height


def _runs(rows: list[Row]) -> list[list[Row]]:
    """Rows that follow each other closely, from the first to the last with more than one piece."""
    runs: list[list[Row]] = [[]]
    columns: list[float] = []
    for row in rows:
        last = runs[-1][-1] if runs[-1] else None
        if last is not None and (last[0].middle - row[0].middle > _FAR * row[0].height or not _fits(row, columns)):
            runs.append([])
            last = None
        if len(row) > 1 or last is not None:
            columns = [piece.left for piece in row] if last is None else columns
            runs[-1].append(row)
    trimmed = [_trimmed(run) for run in runs]
    return [run for run in trimmed if sum(len(row) > 1 for row in run) >= _FEWEST_ROWS]


def _fits(row: Row, columns: list[float]) -> bool:
    """Whether a row belongs to the columns begun above it: a lone piece must be the rest of a cell."""
    if len(row) > 1:
        return True
    return any(abs(row[0].left - column) <= _NEAR for column in columns[1:])


def _trimmed(run: list[Row]) -> list[Row]:
    while run and len(run[-1]) == 1 and abs(run[-1][0].left - run[0][0].left) <= _NEAR:
        run = run[:-1]
    return run


def _starts(run: list[Row]) -> list[float]:
    """Left edges of the columns: those that most of the rows share, or right edges that they share."""
    edges = sorted(piece.left for row in run for piece in row)
    clusters: list[list[float]] = []
    for edge in edges:
        if clusters and edge - clusters[-1][-1] <= _NEAR:
            clusters[-1].append(edge)
        else:
            clusters.append([edge])
    needed = max(_FEWEST_ROWS, _ROW_SHARE * sum(len(row) > 1 for row in run))
    starts = [cluster[0] for cluster in clusters if len(cluster) >= needed]
    return starts or []


def _is_table(run: list[Row], starts: list[float]) -> bool:
    """Short cells that do not fill their column; neither text in columns nor a list of contents."""
    full = [row for row in run if len(row) >= 2]
    if len(full) < _FEWEST_ROWS or max(len(row) for row in full) > len(starts) + 1:
        return False
    pieces = [piece for row in run for piece in row]
    if statistics.median(len(piece.text.split()) for piece in pieces) > _MOST_WORDS:
        return False
    if len(starts) == 2 and all(row[-1].text.isdigit() and len(row[-1].text) <= _LEADER_DIGITS for row in full):
        return False
    running = sum(piece.text[0].islower() for piece in pieces)
    if running > _RUNNING * len(pieces) and statistics.mean(len(piece.text.split()) for piece in pieces) > _FEW_WORDS:
        return False
    width = starts[1] - starts[0]
    filled = statistics.mean(min(1.0, (row[0].right - row[0].left) / width) for row in full)
    return filled < _FULL and all(piece.right <= _next(starts, piece) + _NEAR for piece in pieces)


def _next(starts: list[float], piece: PdfLine) -> float:
    return next((start for start in starts if start > piece.left + _NEAR), piece.right)


def _cells(run: list[Row], starts: list[float]) -> tuple[tuple[str, ...], ...]:
    """Rows of cells; a row without a first cell goes on with the one above."""
    rows: list[list[str]] = []
    for row in run:
        cells = [""] * len(starts)
        for piece in row:
            column = max(0, sum(piece.left >= start - _NEAR for start in starts) - 1)
            cells[column] = f"{cells[column]} {piece.text}".strip()
        if rows and not cells[0]:
            rows[-1] = [
                f"{above}\n{cell}".strip() if cell else above for above, cell in zip(rows[-1], cells, strict=True)
            ]
        else:
            rows.append(cells)
    return tuple(tuple(row) for row in rows)
