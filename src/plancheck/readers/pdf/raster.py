"""The picture of a scanned page: put straight, and told what is drawn on it as rules of tables.

A picture is an array of shades, 0 (black) to 255, row by row from the top.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from plancheck.readers.pdf.glyphs import Box

Picture = NDArray[np.uint8]
DotBox = tuple[int, int, int, int]
"""Left, top, right and bottom, in dots from the top left."""
_Dark = NDArray[np.bool_]
_Counts = NDArray[np.int32]
_Places = NDArray[np.intp]

_INK = 0.6
"""Shade, as a share of that of the paper, below which there is ink."""
_FAINT = 40
"""How much darker than the paper a rule is at least: rules are often grey."""
_MOST_CROOKED = 3.0
_SHORTEST = 0.35
_SHORTEST_SIDE = 0.15
_THICKEST = 0.055
_NEAR = 0.06
_BLUR = 0.01
"""Inches: of a rule its least length, of the side of one cell, its greatest thickness, how far rules that meet may be
apart, and how far a rule blurs."""
_SPECK = 0.0135
_ALONE = 0.034
"""Inches: how far a speck reaches from its dots, and how far it is from all other ink."""
_MOST_SPECK = 0.00033
"""Square inches: the surface of a speck; a full stop of small print may be as small, and stands near its sentence."""
_WHOLE = 0.95
_MOST_TOUCHED = 0.25
_FILLED = 0.88
_ACCENT = 0.2
"""How far a dot or an accent stands from its letter, in heights of the word."""
_MOST_RULES = 2_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight rule; its edges in dots from the top left."""

    horizontal: bool
    left: int
    top: int
    right: int
    bottom: int

    @property
    def box(self) -> DotBox:
        """All its edges."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True, slots=True)
class Frame:
    """How a picture lies on its page. rows: of dots; scale: dots a point."""

    rows: int
    scale: float

    @property
    def height(self) -> float:
        """Height of the page in points."""
        return self.rows / self.scale

    def dots(self, box: Box) -> DotBox:
        """A box of the page (points, from below) in the picture."""
        left, bottom, right, top = (round(at * self.scale) for at in box)
        return max(0, left), max(0, self.rows - top), max(0, right), max(0, self.rows - bottom)

    def points(self, box: DotBox) -> Box:
        """A box of the picture on the page."""
        left, top, right, bottom = (at / self.scale for at in box)
        return left, self.height - bottom, right, self.height - top


def paper(picture: Picture) -> int:
    """The shade of the paper."""
    return int(np.median(picture[::8, ::8]))


def straightened(picture: Picture) -> Picture:
    """The picture turned so that its lines of text run level."""
    slope = _slope(picture[:, ::4] < _INK * paper(picture)) / 4
    if abs(slope) * max(picture.shape) < 2:
        return picture
    level = _shifted(picture, slope)
    return np.ascontiguousarray(_shifted(np.ascontiguousarray(level.T), -slope).T)


def _slope(ink: _Dark) -> float:
    """How many rows a line of text sinks per column: the slope at which most ink falls together in rows."""
    rows, columns = np.nonzero(ink)
    if rows.size == 0:
        return 0.0
    best, span = 0.0, float(np.tan(np.radians(_MOST_CROOKED))) * 4
    for _ in range(4):
        tried = best + np.linspace(-span, span, 21)
        best = float(max(tried, key=lambda slope: _concentration(rows, columns, float(slope))))
        span /= 10
    return best


def _concentration(rows: _Places, columns: _Places, slope: float) -> float:
    places = (rows - columns * slope).astype(np.int64)
    counts = np.bincount(places - places.min()).astype(np.float64)
    return float(np.dot(counts, counts))


def _shifted(picture: Picture, slope: float) -> Picture:
    """Every column moved up by the slope times its place."""
    height, width = picture.shape
    found = np.full_like(picture, paper(picture))
    steps = np.rint(np.arange(width) * slope).astype(int)
    starts = [0, *(np.nonzero(np.diff(steps))[0] + 1).tolist(), width]
    for first, last in pairwise(starts):
        step = int(steps[first])
        up, down = max(0, step), max(0, -step)
        found[down : height - up, first:last] = picture[up : height - down, first:last]
    return found


def find_rules(picture: Picture, dpi: float) -> list[Rule]:
    """The rules on a picture: level ones, and upright ones that meet a level one, or run from one to another."""
    dark = picture < paper(picture) - _FAINT
    level = [Rule(True, *box) for box in _runs(dark, _SHORTEST, dpi) if _is_free(dark, box, dpi)]
    upright = [Rule(False, top, left, bottom, right) for left, top, right, bottom in _runs(dark.T, _SHORTEST_SIDE, dpi)]
    return [*level, *(rule for rule in upright if _is_side(dark, rule, level, dpi))]


def _is_side(dark: _Dark, upright: Rule, level: list[Rule], dpi: float) -> bool:
    """Whether an upright rule meets a level one; a short one, which may be a letter, must fill the way to the next."""
    near = int(_NEAR * dpi)
    met = [
        rule
        for rule in level
        if rule.left - near <= upright.left
        and upright.right <= rule.right + near
        and upright.top - near <= rule.bottom
        and rule.top <= upright.bottom + near
    ]
    if not met or upright.bottom - upright.top >= _SHORTEST * dpi:
        return bool(met)
    top, bottom = min(rule.bottom for rule in met), max(rule.top for rule in met)
    way = dark[top:bottom, upright.left : upright.right].any(axis=1)
    return way.size > 0 and bool(way.mean() >= _FILLED)


def _runs(dark: _Dark, shortest: float, dpi: float) -> list[DotBox]:
    """Boxes (left, top, right, bottom) of long thin level stretches of dark dots. shortest: in inches."""
    dark = np.ascontiguousarray(dark)
    length, thickest = int(shortest * dpi), int(_THICKEST * dpi)
    if dark.shape[1] <= length:
        return []
    open_boxes: list[list[int]] = []
    done: list[list[int]] = []
    for row in _rows_with_runs(dark, length):
        done += [box for box in open_boxes if box[3] < row - 2]
        open_boxes = [box for box in open_boxes if box[3] >= row - 2]
        for left, right in _stretches(dark[row], length):
            own = next((box for box in open_boxes if box[0] <= right and left <= box[2]), None)
            if own is None:
                open_boxes.append([left, row, right, row + 1])
            else:
                own[:] = [min(own[0], left), own[1], max(own[2], right), row + 1]
        if len(done) > _MOST_RULES:
            return []
    boxes = ((box[0], box[1], box[2], box[3]) for box in [*done, *open_boxes])
    return [box for box in boxes if box[3] - box[1] <= thickest]


def _is_free(dark: _Dark, box: DotBox, dpi: float) -> bool:
    """Whether there is white right above and below: a row through heavy letters has them on one side."""
    left, top, right, bottom = box
    near, far = round(_BLUR * dpi), round(2.5 * _BLUR * dpi)
    bands = dark[max(0, top - far) : max(0, top - near), left:right], dark[bottom + near : bottom + far, left:right]
    return all(band.size == 0 or band.mean() <= _MOST_TOUCHED for band in bands)


def _rows_with_runs(dark: _Dark, length: int) -> list[int]:
    """Rows that hold a stretch of this length which is dark, but for a few specks."""
    found: list[int] = []
    for first in range(0, dark.shape[0], 256):
        sums = np.cumsum(dark[first : first + 256], axis=1, dtype=np.int32)
        hits = (sums[:, length:] - sums[:, :-length]).max(axis=1) >= _WHOLE * length
        found += (np.nonzero(hits)[0] + first).tolist()
    return found


def _stretches(row: _Dark, length: int) -> list[tuple[int, int]]:
    """From where to where a row is dark for this length."""
    sums = np.cumsum(row, dtype=np.int32)
    inside = (sums[length:] - sums[:-length]) >= _WHOLE * length
    changes = np.nonzero(np.diff(np.concatenate(([False], inside, [False])).astype(np.int8)))[0].tolist()
    return [(first, last + length) for first, last in zip(changes[::2], changes[1::2], strict=True)]


def without(picture: Picture, rules: list[Rule]) -> Picture:
    """The picture with its rules as blank as the paper."""
    found, blank = picture.copy(), paper(picture)
    for rule in rules:
        top, left = max(0, rule.top - 2), max(0, rule.left - 2)
        found[top : rule.bottom + 2, left : rule.right + 2] = blank
    return found


def without_specks(picture: Picture, dpi: float) -> Picture:
    """The picture without the dots that dust leaves: alone in a wide square, and smaller than a full stop."""
    blank = paper(picture)
    ink = picture < blank - _FAINT
    near, wide = round(_SPECK * dpi), round(_ALONE * dpi)
    sums = np.pad(ink, ((wide + 1, wide), (wide + 1, wide))).cumsum(axis=0, dtype=np.int32)
    np.cumsum(sums, axis=1, out=sums)
    rows, columns = np.nonzero(ink)
    inside = _counted(sums, rows + wide, columns + wide, near)
    alone = (inside <= _MOST_SPECK * dpi**2) & (inside == _counted(sums, rows + wide, columns + wide, wide))
    found = picture.copy()
    for row, column in zip(rows[alone].tolist(), columns[alone].tolist(), strict=True):
        found[max(0, row - near) : row + near + 1, max(0, column - near) : column + near + 1] = blank
    return found


def _counted(sums: _Counts, rows: _Places, columns: _Places, reach: int) -> _Counts:
    """How many dots of ink there are in the square that reaches so far round each of these places."""
    top, bottom, left, right = rows - reach, rows + reach + 1, columns - reach, columns + reach + 1
    counted: _Counts = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    return counted


def trimmed(picture: Picture, box: DotBox) -> DotBox:
    """The box round a word without what stands apart above and below it; dots and accents belong to it."""
    left, top, right, bottom = box
    inked = ((picture[top:bottom, left:right] < _INK * 255).sum(axis=1) > 1).nonzero()[0].tolist()
    groups: list[list[int]] = []
    for row in inked:
        if groups and row - groups[-1][1] <= 1:
            groups[-1][1] = row
        else:
            groups.append([row, row])
    if not groups:
        return box
    first, last = max(groups, key=lambda group: group[1] - group[0])
    near = _ACCENT * (last - first)
    first = min(group[0] for group in groups if first - group[1] <= near)
    last = max(group[1] for group in groups if group[0] - last <= near)
    return left, top + first, right, top + last + 1


def stroke(picture: Picture, box: DotBox) -> float:
    """How wide the strokes of the letters in a box are, in dots; 0 when it is empty."""
    left, top, right, bottom = box
    dark = picture[top:bottom, left:right] < _INK * 255
    if dark.size == 0:
        return 0.0
    begun = int(dark[:, 0].sum() + (dark[:, 1:] & ~dark[:, :-1]).sum())
    return float(dark.sum()) / begun if begun else 0.0
