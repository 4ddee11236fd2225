"""Drawn lines and boxes of a page: the rules of its tables, from pdfium's path objects."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

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
    pictures stand."""
    turn = Turn(page)
    edges: list[Edge] = []
    pictures: list[Box] = []
    count, own = pdfium.FPDFPage_CountObjects(page), calls.address(page)
    objects = (calls.page_object(own, place) for place in range(count))
    for box in _boxes(objects, _UNIT, 0, pictures):
        if len(edges) <= _MOST_EDGES and math.isfinite(sum(box)):
            edges += _edges(turn.box(box), turn)
    seen = [turn.box(box) for box in pictures if math.isfinite(sum(box))]
    return edges if _FEWEST <= len(edges) <= _MOST_EDGES else [], seen


def _boxes(objects: Iterator[int], matrix: _Matrix, depth: int, pictures: list[Box]) -> Iterator[Box]:
    """Boxes round drawn lines and rectangles; those inside forms too. pictures: where those are put that are met."""
    for each in objects:
        kind = calls.object_type(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(each, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            own = _times(_matrix(each), matrix)
            corners = [_moved(x, y, own) for x, y in ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0))]
            pictures.append(_round(corners))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
            inner = _times(_matrix(each), matrix)
            count = max(0, calls.count_form_objects(each))
            children = (calls.form_object(each, place) for place in range(count))
            yield from _boxes(children, inner, depth + 1, pictures)


def _path(path: int, matrix: _Matrix) -> Iterator[Box]:
    """The straight parts of a painted path; a path with curves is a drawing, not a rule."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    count = calls.count_segments(path)
    if not (fill.value or stroke.value) or not 2 <= count <= _MOST_SEGMENTS:
        return
    points: list[tuple[int, float, float]] = []
    own = _times(_matrix(path), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    x_place, y_place = ctypes.addressof(x), ctypes.addressof(y)
    for place in range(count):
        segment = calls.path_segment(path, place)
        kind = calls.segment_type(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
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
