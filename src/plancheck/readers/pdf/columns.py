"""Reading order: columns one after the other, what runs over all of them in its place."""

import statistics
from collections.abc import Sequence
from itertools import pairwise

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.tables import PdfTable

_LEAST_LINES = 3
_NARROWEST = 40.0
_NEAR = 3.0
_GUTTER = 5.0
_IN_ORDER = 0.9


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
    for each in _by_height(placed):
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
    if min(statistics.median(each.right - each.left for each in side) for side in (left, right)) < _NARROWEST:
        return False
    low, high = min(each.bottom for each in left), max(each.top for each in left)
    beside = sum(low <= (each.bottom + each.top) / 2 <= high for each in right)
    return beside >= _LEAST_LINES and beside >= 0.3 * len(right)


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
    steps = [before.bottom >= after.bottom - _NEAR for before, after in pairwise(placed)]
    if sum(steps) >= _IN_ORDER * len(steps):
        return list(placed)
    return _by_height(placed)
