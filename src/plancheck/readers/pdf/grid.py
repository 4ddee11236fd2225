"""From drawn rules to the cells of tables: a grid in which cells without a rule between them are one."""

from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.readers.pdf.drawn import Edge
from plancheck.readers.pdf.frames import MOST_CROSSINGS, without_frames

_TOLERANCE = 3.0
_COVERED = 0.6
_MOST_LINES = 250


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. xs: edges of its columns, left to right; ys: edges of its rows, top down.

    cells: (row, column) of the small cells -> (row, column) of the cell they are part of, its first.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point; None outside the table."""
        if not (self.xs[0] - _TOLERANCE <= x <= self.xs[-1] + _TOLERANCE):
            return None
        if not (self.ys[-1] - _TOLERANCE <= y <= self.ys[0] + _TOLERANCE):
            return None
        return self.nearest(x, y)

    def nearest(self, x: float, y: float) -> tuple[int, int]:
        """The cell at a point, or the one closest to it."""
        row = max(0, sum(y < edge for edge in self.ys[:-1]) - 1)
        column = max(0, sum(x > edge for edge in self.xs[:-1]) - 1)
        return self.cells[row, column]

    def part(self, first: int, last: int) -> "Grid":
        """The rows from one up to another as a grid of their own."""
        cells = {
            (row - first, column): (max(0, own[0] - first), own[1])
            for (row, column), own in self.cells.items()
            if first <= row < last
        }
        return Grid(self.xs, self.ys[first : last + 1], cells)

    def rights(self) -> dict[tuple[int, int], float]:
        """The right side of every cell."""
        found: dict[tuple[int, int], float] = {}
        for (_, column), own in self.cells.items():
            found[own] = max(found.get(own, 0.0), self.xs[column + 1])
        return found


def grids(edges: list[Edge]) -> list[Grid]:
    """The ruled tables of a page, top down."""
    found = []
    for group in _connected(merged(without_frames(edges))):
        grid = _grid(group)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: (-grid.ys[0], grid.xs[0]))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Rules on one line joined where they touch."""
    edges, found = list(edges), []
    for horizontal in (True, False):
        own = [edge for edge in edges if edge.horizontal is horizontal]
        places = _snapped(edge.at for edge in own)
        lines: dict[float, list[Edge]] = {}
        for edge in own:
            lines.setdefault(places[edge.at], []).append(edge)
        for at, parts in sorted(lines.items()):
            found += _joined(horizontal, at, parts)
    return found


def _snapped(values: Iterable[float]) -> dict[float, float]:
    """Every value -> the mean of the values close to it."""
    clusters: list[list[float]] = []
    for value in sorted(set(values)):
        if clusters and value - clusters[-1][0] <= _TOLERANCE:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return {value: sum(cluster) / len(cluster) for cluster in clusters for value in cluster}


def _joined(horizontal: bool, at: float, parts: list[Edge]) -> list[Edge]:
    found: list[Edge] = []
    for part in sorted(parts, key=lambda edge: edge.low):
        if found and part.low <= found[-1].high + _TOLERANCE:
            found[-1] = Edge(horizontal, at, found[-1].low, max(found[-1].high, part.high))
        else:
            found.append(Edge(horizontal, at, part.low, part.high))
    return found


def _connected(edges: list[Edge]) -> list[list[Edge]]:
    """Groups of rules that cross or touch."""
    across = [edge for edge in edges if edge.horizontal]
    upright = [edge for edge in edges if not edge.horizontal]
    if len(across) * len(upright) > MOST_CROSSINGS:
        return []
    root = list(range(len(edges)))

    def find(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for first, flat in enumerate(across):
        for second, pole in enumerate(upright, len(across)):
            if _within(pole.at, flat) and _within(flat.at, pole):
                root[find(first)] = find(second)
    groups: dict[int, list[Edge]] = {}
    for place, edge in enumerate(across + upright):
        groups.setdefault(find(place), []).append(edge)
    return list(groups.values())


def _within(value: float, edge: Edge) -> bool:
    return edge.low - _TOLERANCE <= value <= edge.high + _TOLERANCE


def _grid(edges: list[Edge]) -> Grid | None:
    """The grid of connected rules; its outer sides count as drawn."""
    across = [edge for edge in edges if edge.horizontal]
    upright = [edge for edge in edges if not edge.horizontal]
    if len(across) < 2 or not upright or len(edges) > _MOST_LINES:
        return None
    xs = _places([edge.at for edge in upright] + [edge.low for edge in across] + [edge.high for edge in across])
    ys = _places([edge.at for edge in across] + [edge.low for edge in upright] + [edge.high for edge in upright])[::-1]
    if len(xs) < 3 or len(ys) < 3:
        return None
    return Grid(tuple(xs), tuple(ys), _cells(xs, ys, across, upright))


def _places(values: list[float]) -> list[float]:
    return sorted(set(_snapped(values).values()))


def _cells(
    xs: list[float], ys: list[float], across: list[Edge], upright: list[Edge]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Small cells joined with the one to the left or above when no rule stands between."""
    cells: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            own = (row, column)
            if column and not _ruled(upright, xs[column], ys[row + 1], ys[row]):
                own = cells[row, column - 1]
            elif row and not _ruled(across, ys[row], xs[column], xs[column + 1]):
                own = cells[row - 1, column]
            cells[row, column] = own
    return cells


def _ruled(edges: list[Edge], at: float, low: float, high: float) -> bool:
    """Whether a rule runs along most of a side."""
    covered = 0.0
    for edge in edges:
        if abs(edge.at - at) <= _TOLERANCE:
            covered += max(0.0, min(high, edge.high) - max(low, edge.low))
    return covered >= _COVERED * (high - low)
