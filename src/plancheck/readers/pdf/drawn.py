"""Drawn lines and boxes of a page: the rules of its tables, from pdfium's path objects."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from plancheck.readers.pdf import calls
from plancheck.readers.pdf.glyphs import Box, Turn

_THIN = 3.0
_SHORTEST = 4.0
_MOST_EDGES = 4_000
_MOST_SEGMENTS = 400
_MAX_DEPTH = 5
_WHOLE_PAGE = 0.95
_FEWEST = 2
_MANY_CURVES, _MOST_CURVES = 150, 20_000
"""Paths with curves from which they may be a map or a scheme; a logo has fewer. And how many are looked at."""
_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight rule. at: its y (horizontal) or x (vertical); low, high: from where to where it runs."""

    horizontal: bool
    at: float
    low: float
    high: float


def page_drawings(page: pdfium.FPDF_PAGE) -> tuple[list[Edge], list[Box]]:
    """The rules and the sides of boxes on a page, none when there are too few for a table or too many; and where its
    pictures stand, among them what is drawn with many curves or with very many lines."""
    turn = Turn(page)
    edges: list[Edge] = []
    seen = _Seen()
    count, own = pdfium.FPDFPage_CountObjects(page), calls.address(page)
    objects = (calls.page_object(own, place) for place in range(count))
    lines: list[Box] = []
    for box in _boxes(objects, _UNIT, 0, seen):
        if math.isfinite(sum(box)):
            edges += _edges(turn.box(box), turn)
            lines.append(box)
        if len(edges) > _MOST_EDGES:
            break
    pictures = seen.pictures
    if len(seen.curves) >= _MANY_CURVES:
        pictures.append(_round([corner for box in seen.curves for corner in (box[:2], box[2:])]))
    if len(edges) > _MOST_EDGES:
        pictures.append(_round([corner for box in lines for corner in (box[:2], box[2:])]))
    found = [turn.box(box) for box in pictures if math.isfinite(sum(box))]
    return edges if _FEWEST <= len(edges) <= _MOST_EDGES else [], found


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is met besides lines and rectangles: boxes round pictures, and round paths with curves."""

    pictures: list[Box] = field(default_factory=list)
    curves: list[Box] = field(default_factory=list)


def _boxes(objects: Iterator[int], matrix: _Matrix, depth: int, seen: _Seen) -> Iterator[Box]:
    """Boxes round drawn lines and rectangles; those inside forms too."""
    for each in objects:
        if len(seen.curves) > _MOST_CURVES:
            return
        kind = calls.object_type(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(each, matrix, seen)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            own = _times(_matrix(each), matrix)
            corners = [_moved(x, y, own) for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))]
            seen.pictures.append(_round(corners))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _times(_matrix(each), matrix)
            count = max(0, calls.count_form_objects(each))
            children = (calls.form_object(each, place) for place in range(count))
            yield from _boxes(children, inner, depth + 1, seen)


def _path(path: int, matrix: _Matrix, seen: _Seen) -> Iterator[Box]:
    """The straight parts of a painted path; a path with curves is a drawing, not a rule."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    count = calls.count_segments(path)
    if not (fill.value or stroke.value) or count < 2:
        return
    if count > _MOST_SEGMENTS:
        seen.curves.append(_bounds(path, matrix))
        return
    points: list[tuple[int, float, float]] = []
    own = _times(_matrix(path), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    x_place, y_place = ctypes.addressof(x), ctypes.addressof(y)
    for place in range(count):
        segment = calls.path_segment(path, place)
        kind = calls.segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            seen.curves.append(_bounds(path, matrix))
            return
        calls.segment_point(segment, x_place, y_place)
        points.append((kind, *_moved(x.value, y.value, own)))
    yield from _subpaths(points)


def _subpaths(points: list[tuple[int, float, float]]) -> Iterator[Box]:
    part: list[tuple[float, float]] = []
    for kind, x, y in [*points, (pdfium.FPDF_SEGMENT_MOVETO, 0.0, 0.0)]:
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if 2 <= len(part) <= 6:
                yield _round(part)
            part = []
        part.append((x, y))


def _bounds(path: int, matrix: _Matrix) -> Box:
    """The box round a path."""
    edges = (ctypes.c_float * 4)()
    start = ctypes.addressof(edges)
    calls.object_bounds(path, *(start + ctypes.sizeof(ctypes.c_float) * place for place in range(4)))
    left, bottom, right, top = edges
    return _round([_moved(x, y, matrix) for x in (left, right) for y in (bottom, top)])


def _round(points: list[tuple[float, float]]) -> Box:
    """The box round some points."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def _edges(box: Box, turn: Turn) -> list[Edge]:
    """A thin box is one rule; another has four sides; one round the whole page has none."""
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if wide > _WHOLE_PAGE * turn.width and high > _WHOLE_PAGE * turn.height:
        return []
    if high > turn.height or wide > turn.width:  # the frame of a web page that was printed: it holds all of its tables
        return []
    if high <= _THIN:
        return [Edge(True, (bottom + top) / 2, left, right)] if wide >= _SHORTEST else []
    if wide <= _THIN:
        return [Edge(False, (left + right) / 2, bottom, top)] if high >= _SHORTEST else []
    return [
        Edge(True, bottom, left, right),
        Edge(True, top, left, right),
        Edge(False, left, bottom, top),
        Edge(False, right, bottom, top),
    ]


def _matrix(each: int) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not calls.object_matrix(each, ctypes.addressof(matrix)):
        return _UNIT
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """First the inner, then the outer transformation."""
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741 - the six letters after a to f
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
