"""Small multiples: one indicator at several tables, all on the same scale from 0 to 100.

Each table has a colour, a dash, a shape and a letter, so that it is never told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .lines import DASHES, INKS, label_heights
from .svg import element, number, picture

TOP, BOTTOM, LEFT, RIGHT = 12, 26, 28, 26

MARKERS = (
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M-3.6-3.6h7.2v7.2h-7.2z",
    "M0-5L4.6 3.6h-9.2z",
    "M0-5L5 0L0 5L-5 0z",
    "M0 5L4.6-3.6h-9.2z",
    "M-1.5-4.6h3v3.1h3.1v3h-3.1v3.1h-3v-3.1h-3.1v-3h3.1z",
    "M-4.4 0L-2.2-3.9h4.4L4.4 0L2.2 3.9h-4.4z",
    "M-5-2h10v4h-10z",
    "M-2-5h4v10h-4z",
    "M0-5.2L1.4-1.7L5.2-1.6L2.2 .8L3.2 4.4L0 2.3L-3.2 4.4L-2.2 .8L-5.2-1.6L-1.4-1.7z",
)
"""One shape per table, around the origin."""


@dataclass(frozen=True, slots=True)
class Strand:
    """One table. letter: what it is called in the picture. values: one for each column, None where there is none (yet)."""

    letter: str
    name: str
    values: tuple[int | None, ...]
    place: int

    @property
    def points(self) -> list[tuple[int, int]]:
        """(column, value) of every value that there is."""
        return [(column, value) for column, value in enumerate(self.values) if value is not None]


@dataclass(frozen=True, slots=True)
class Field:
    """Where things are drawn."""

    columns: int
    width: float
    height: float

    def x(self, column: int) -> float:
        """Where a column is."""
        return LEFT + (self.width - LEFT - RIGHT) * column / max(self.columns - 1, 1)

    def y(self, value: float) -> float:
        """Where a value is."""
        return TOP + (self.height - BOTTOM - TOP) * (1 - value / 100)


def small_multiple(
    strands: Sequence[Strand], heads: Sequence[str], *, chart: str, title: str, lit: int = -1,
    width: float = 320, height: float = 190,
) -> Markup:  # fmt: skip
    """The picture of one indicator. heads: of the columns, short. lit: the only strand in colour, the others in grey."""
    field = Field(len(heads), width, height)
    drawn = [strand for strand in strands if strand.points]
    shown = [strand for at, strand in enumerate(strands) if strand.points and lit in (-1, at)]
    parts = [*_grid(field), *_heads(field, heads)]
    parts += [_line(field, strand, pale=True) for strand in drawn if strand not in shown]
    parts += [_line(field, strand) for strand in shown]
    parts += _letters(field, shown)
    return picture(chart, width, height, title, told(shown, heads), *parts, class_="chart chart--multiple")


def told(strands: Sequence[Strand], heads: Sequence[str]) -> str:
    """The same in words."""
    lines = [
        f"{strand.name}: " + ", ".join(f"{heads[column]} {value}" for column, value in strand.points)
        for strand in strands
        if strand.points
    ]
    return "; ".join(lines) or "Er zijn nog geen cijfers."


def swatch(place: int) -> Markup:
    """The line, dash and shape of a table, to stand beside its name."""
    return element(
        "svg", _stroke(f"{number(2)},7 {number(34)},7", place), _marker(18, 7, place), viewBox="0 0 36 14", width=36,
        height=14, class_="swatch", aria_hidden="true",
    )  # fmt: skip


def _grid(field: Field) -> Iterator[Markup]:
    for value in (0, 25, 50, 75, 100):
        y = field.y(value)
        yield element(
            "line", class_="chart__grid", stroke="#d5d9de", x1=LEFT, x2=field.x(field.columns - 1), y1=y, y2=y
        )
        if value % 50 == 0:
            yield element(
                "text", str(value), class_="chart__tick", fill="#4a5662", x=LEFT - 6, y=y + 4, text_anchor="end",
                font_size=11,
            )  # fmt: skip


def _heads(field: Field, heads: Sequence[str]) -> Iterator[Markup]:
    for at, name in enumerate(heads):
        last = at and at == field.columns - 1
        anchor = "start" if not at else "end" if last else "middle"
        x = field.x(at) + (10 if last and len(name) > 2 else 0 if at else -10)
        yield element(
            "text", name, class_="chart__tick", fill="#4a5662", x=x, y=field.height - 7, text_anchor=anchor,
            font_size=11,
        )  # fmt: skip


def _line(field: Field, strand: Strand, *, pale: bool = False) -> Markup:
    places = [(field.x(column), field.y(value)) for column, value in strand.points]
    points = " ".join(f"{number(x)},{number(y)}" for x, y in places)
    if pale:
        return element("polyline", class_="chart__pale", points=points, fill="none", stroke="#c4cad1", stroke_width=1.4)
    return _stroke(points, strand.place) + Markup("").join(_marker(x, y, strand.place) for x, y in places)


def _stroke(points: str, place: int) -> Markup:
    return element(
        "polyline", class_=f"chart__line series-{place + 1}", points=points, fill="none", stroke=INKS[place],
        stroke_width=2, stroke_linejoin="round", stroke_dasharray=DASHES[place] or None,
    )  # fmt: skip


def _marker(x: float, y: float, place: int) -> Markup:
    return element(
        "path", class_=f"chart__dot series-{place + 1}", d=MARKERS[place], fill=INKS[place],
        transform=f"translate({number(x)} {number(y)})",
    )  # fmt: skip


def _letters(field: Field, strands: Sequence[Strand]) -> Iterator[Markup]:
    """The letter of each table at the end of its line; those that end in the same column keep clear of each other."""
    for column in range(field.columns):
        ending = [strand for strand in strands if strand.points[-1][0] == column]
        heights = label_heights([field.y(strand.points[-1][1]) for strand in ending], TOP, field.y(0))
        for strand, height in zip(ending, heights, strict=True):
            yield element(
                "text", strand.letter, class_=f"chart__label series-{strand.place + 1}", x=field.x(column) + 8,
                y=height + 4.5, fill=INKS[strand.place], font_size=13, font_weight=700,
            )  # fmt: skip
