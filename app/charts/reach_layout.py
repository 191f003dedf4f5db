"""Where the boxes and arrows of the map go: cells of round x ring, the boxes of a cell under each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .svg import number

BOX_WIDE, BOX_HIGH = 150, 70
GUTTER, GAP, PAD = 30, 8, 9
HEAD, NAMES = 26, 100

Cell = tuple[int, int]

NARROWEST = 1100
"""As wide as the card on a laptop."""


@dataclass(frozen=True, slots=True)
class Layout:
    """places: the top left corner of every box; tops and heights of the rows."""

    places: dict[str, tuple[float, float]]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    columns: int

    @property
    def width(self) -> float:
        """Units from left to right; never so few that a page would blow the letters up."""
        return max(self.x(self.columns - 1) + BOX_WIDE + 10, NARROWEST)

    @property
    def height(self) -> float:
        """Units from top to bottom."""
        return self.tops[-1] + self.heights[-1] + 2

    @staticmethod
    def x(column: int) -> float:
        """The left side of the boxes of a column."""
        return NAMES + GUTTER + column * (BOX_WIDE + GUTTER)

    def edge(self, cause: str, effect: str) -> str:
        """Path data of the arrow: forward from side to side, within one column around the left side."""
        (x1, y1), (x2, y2) = self.places[cause], self.places[effect]
        y1, y2 = y1 + BOX_HIGH / 2, y2 + BOX_HIGH / 2
        if x2 <= x1:
            return _around(x1, y1, x2, y2)
        start, end = x1 + BOX_WIDE, x2 - 1
        bend = min(60.0, (end - start) / 2 + 10)
        return _curve((start, y1), (start + bend, y1), (end - bend, y2), (end, y2))


def _around(x1: float, y1: float, x2: float, y2: float) -> str:
    """Further things lie further out, so that arrows from one column do not lie on each other."""
    left = min(x1, x2) - GUTTER * min(0.95, 0.45 + abs(y2 - y1) / 1200)
    return _curve((x1, y1), (left, y1), (left, y2), (x2 - 1, y2))


def _curve(*points: tuple[float, float]) -> str:
    start, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{start}C{' '.join(rest)}"


def lay_out(boxes: Sequence[tuple[str, int, int]], links: Sequence[tuple[str, str]], columns: int, rows: int) -> Layout:
    """Place every (id, column, row). The boxes of a cell follow the order of their causes."""
    cells: dict[Cell, list[str]] = defaultdict(list)
    for box, column, row in boxes:
        cells[column, row].append(box)
    _order(cells, links)
    heights = tuple(
        _high(max((len(cells[column, row]) for column in range(columns)), default=0)) for row in range(rows)
    )
    tops = tuple(HEAD + sum(heights[:row]) + 4 * row for row in range(rows))
    places = {
        box: (Layout.x(column), tops[row] + PAD + at * (BOX_HIGH + GAP))
        for (column, row), found in cells.items()
        for at, box in enumerate(found)
    }
    return Layout(places, tops, heights, columns)


def _high(count: int) -> float:
    return 2 * PAD + max(count, 1) * (BOX_HIGH + GAP) - GAP if count else 34


def _order(cells: dict[Cell, list[str]], links: Sequence[tuple[str, str]]) -> None:
    causes: dict[str, list[str]] = defaultdict(list)
    for cause, effect in links:
        causes[effect].append(cause)
    rank: dict[str, float] = {}
    for cell in sorted(cells):
        cells[cell].sort(key=lambda box: _mean([rank[cause] for cause in causes[box] if cause in rank]))
        for at, box in enumerate(cells[cell]):
            rank[box] = cell[1] * 100 + at


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
