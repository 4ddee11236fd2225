"""Frames round text and tables: a coloured plane or a border that is no part of the tables it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.readers.pdf.drawn import Edge

_TOLERANCE = 3.0
_DEEPEST = 3
MOST_CROSSINGS = 200_000
"""Rules across times rules upright of a page from which they are a drawing."""


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    bottom: float
    right: float
    top: float

    def sides(self) -> tuple[Edge, Edge, Edge, Edge]:
        return (
            Edge(True, self.bottom, self.left, self.right),
            Edge(True, self.top, self.left, self.right),
            Edge(False, self.left, self.bottom, self.top),
            Edge(False, self.right, self.bottom, self.top),
        )


def without_frames(edges: list[Edge]) -> list[Edge]:
    """The rules of a page without the frames as wide as the tables in them, which would make one table of all.

    A frame is drawn on its own: the tables in it have sides of their own, none of their rules reaches its top or its
    foot, and it is no cell of a larger table.
    """
    for _ in range(_DEEPEST):
        frames = [frame for frame in _frames(edges) if _holds_tables(frame, edges)]
        if not frames:
            break
        sides = [side for frame in frames for side in frame.sides()]
        edges = [edge for edge in edges if not any(_same(edge, side) for side in sides)]
    return edges


def _frames(edges: list[Edge]) -> Iterator[_Frame]:
    """What four rules of its own size enclose."""
    across = [edge for edge in edges if edge.horizontal]
    if len(across) * (len(edges) - len(across)) > MOST_CROSSINGS:
        return
    upright: dict[tuple[int, int], list[Edge]] = {}
    for edge in edges:
        if not edge.horizontal:
            upright.setdefault((round(edge.low), round(edge.high)), []).append(edge)
    for sides in upright.values():
        left, right = min(side.at for side in sides), max(side.at for side in sides)
        frame = _Frame(left, sides[0].low, right, sides[0].high)
        if all(any(_same(edge, side) for edge in across) for side in frame.sides()[:2]):
            yield frame


def _same(one: Edge, other: Edge) -> bool:
    return one.horizontal is other.horizontal and all(
        abs(a - b) <= _TOLERANCE for a, b in ((one.at, other.at), (one.low, other.low), (one.high, other.high))
    )


def _holds_tables(frame: _Frame, edges: list[Edge]) -> bool:
    for at in (frame.left, frame.right):
        if not any(abs(edge.at - at) <= _TOLERANCE and _within(edge, frame) for edge in edges if not edge.horizontal):
            return False
    own = frame.sides()
    return all(
        _within(edge, frame) or any(_same(edge, side) for side in own) for edge in edges if _touches(edge, frame)
    )


def _touches(edge: Edge, frame: _Frame) -> bool:
    left, right, bottom, top = _box(edge)
    return (
        left <= frame.right + _TOLERANCE
        and right >= frame.left - _TOLERANCE
        and bottom <= frame.top + _TOLERANCE
        and top >= frame.bottom - _TOLERANCE
    )


def _within(edge: Edge, frame: _Frame) -> bool:
    """Whether a rule stands in a frame and reaches neither its top nor its foot."""
    left, right, bottom, top = _box(edge)
    inside = left >= frame.left - _TOLERANCE and right <= frame.right + _TOLERANCE
    return inside and bottom > frame.bottom + _TOLERANCE and top < frame.top - _TOLERANCE


def _box(edge: Edge) -> tuple[float, float, float, float]:
    """Left, right, bottom, top."""
    return (edge.low, edge.high, edge.at, edge.at) if edge.horizontal else (edge.at, edge.at, edge.low, edge.high)
