"""Reading order: columns one after the other, what runs over all of them in its place."""

import math
import statistics
from collections.abc import Sequence

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.placed import PdfTable

_LEAST_LINES = 3
_NARROWEST = 40.0
_NEAR = 3.0
_GUTTER = 5.0
_IN_ORDER = 0.9
_BAND_APART = 4.0
"""So many heights of a line without anything in any column: a picture, or the next box. Columns do not go on there."""


Placed = PdfLine | PdfTable


def reading_order(placed: Sequence[Placed]) -> list[Placed]:
    """The lines and tables of a page in the order in which they are read, each told its column.

    placed: in the order of the file, which is kept wherever it goes down the page.
    """
    gutter = _gutter(placed)
    if gutter is None:
        return _down(placed)
    ordered: list[Placed] = []
    band: list[Placed] = []
    across: list[Placed] = []
    lowest = math.inf
    for each in _by_height(placed):
        if band and lowest - each.top > _BAND_APART * (each.top - each.bottom):
            ordered += _columns(band, gutter, placed)
            band = []
        lowest = min(lowest, each.bottom)
        if each.left < gutter - _NEAR and each.right > gutter:
            ordered += _columns(band, gutter, placed)
            band = []
            across.append(each)
        else:
            ordered += _down(across)
            across = []
            band.append(each)
    return ordered + _down(across) + _columns(band, gutter, placed)


def _columns(band: list[Placed], gutter: float, placed: Sequence[Placed]) -> list[Placed]:
    """A band without anything that runs across: left column, then what stands right of the gutter."""
    inside = {id(each) for each in band}
    left = [each for each in placed if id(each) in inside and each.left < gutter - _NEAR]
    right = [each for each in placed if id(each) in inside and each.left >= gutter - _NEAR]
    if not left or not right:
        return _down(left or right)
    return _down(left) + reading_order(right)


def _gutter(placed: Sequence[Placed]) -> float | None:
    """The x at which a second column begins, None when the text stands in one."""
    if len(placed) < 2 * _LEAST_LINES:
        return None
    best, score = None, 0
    for start in _starts(placed):
        left = [each for each in placed if each.right <= start - _GUTTER]
        right = [each for each in placed if each.left >= start - _NEAR]
        across = len(placed) - len(left) - len(right)
        if across < len(left) + len(right) and _side_by_side(left, right):
            own = len(left) + len(right) - 2 * across
            if own > score:
                best, score = start, own
    return best


def _starts(placed: Sequence[Placed]) -> list[float]:
    """Left edges that several lines share, the outermost not among them."""
    counts: dict[int, list[float]] = {}
    for each in placed:
        counts.setdefault(round(each.left / _NEAR), []).append(each.left)
    outer = min(each.left for each in placed) + _NARROWEST
    return sorted(min(edges) for edges in counts.values() if len(edges) >= _LEAST_LINES and min(edges) > outer)


def _side_by_side(left: list[Placed], right: list[Placed]) -> bool:
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    if min(map(_width, (left, right))) < _NARROWEST:
        return False
    low, high = min(each.bottom for each in left), max(each.top for each in left)
    beside = sum(low <= (each.bottom + each.top) / 2 <= high for each in right)
    return beside >= _LEAST_LINES and beside >= 0.3 * len(right)


def _width(side: list[Placed]) -> float:
    """How wide the text on one side is; page numbers behind it, as in a contents list, say nothing of that."""
    widths = [each.right - each.left for each in side if not (isinstance(each, PdfLine) and each.text.isdigit())]
    return statistics.median(widths or [0.0])


def _by_height(placed: Sequence[Placed]) -> list[Placed]:
    """From the top down; what stands at the same height from left to right."""
    rows: list[list[Placed]] = []
    for each in sorted(placed, key=lambda each: -(each.bottom + each.top)):
        middle = (each.bottom + each.top) / 2
        if rows and rows[-1][0].bottom <= middle <= rows[-1][0].top:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda each: each.left)]


def _down(placed: Sequence[Placed]) -> list[Placed]:
    """One column: the order of the file when that goes down, else from the top down."""
    if not placed:
        return []
    lines = [each for each in placed if isinstance(each, PdfLine)] or placed
    edges = min(each.left for each in lines), max(each.right for each in lines)
    for each in placed:
        each.column = edges
    runs = _runs(placed)
    if len(runs) - 1 > (1 - _IN_ORDER) * (len(placed) - 1):
        return _by_height(placed)
    ordered = [runs[0]]
    for run in runs[1:]:
        ordered = _with_frame(ordered, run)
    return [each for frame in ordered for each in frame]


def _runs(placed: Sequence[Placed]) -> list[list[Placed]]:
    """What goes down the page without a step up: each a frame of its own, drawn in any order."""
    runs: list[list[Placed]] = [[]]
    for each in placed:
        if runs[-1] and runs[-1][-1].bottom < each.bottom - _NEAR:
            runs.append([])
        runs[-1].append(each)
    return runs


def _with_frame(frames: list[list[Placed]], frame: list[Placed]) -> list[list[Placed]]:
    """Frames with one more in its place by height, behind those beside which it stands: there height gives no order."""
    low, high = min(each.bottom for each in frame), max(each.top for each in frame)
    left, right = min(each.left for each in frame), max(each.right for each in frame)
    last, beside = -1, False
    for place, other in enumerate(frames):
        for each in other:
            if low < (each.bottom + each.top) / 2 < high:
                last = place
                apart = each.right <= left or each.left >= right
                beside = beside or apart or any(_same_height(each, one) for one in frame)
    if last == -1:
        return _between(frames, frame, low)
    if beside:
        return [*frames[: last + 1], frame, *frames[last + 1 :]]
    return [_by_height([*(each for other in frames for each in other), *frame])]


def _between(frames: list[list[Placed]], frame: list[Placed], low: float) -> list[list[Placed]]:
    """A frame before the first that stands below it, which is cut in two where only its rest does."""
    for place, other in enumerate(frames):
        cut = next((index for index, each in enumerate(other) if each.top <= low + _NEAR), None)
        if cut is not None:
            parts = [part for part in (other[:cut], frame, other[cut:]) if part]
            return [*frames[:place], *parts, *frames[place + 1 :]]
    return [*frames, frame]


def _same_height(one: Placed, other: Placed) -> bool:
    return (
        one.bottom < (other.bottom + other.top) / 2 < one.top or other.bottom < (one.bottom + one.top) / 2 < other.top
    )
