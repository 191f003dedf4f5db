"""Indicators from round to round: one line each, with its value at every column and its name at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .lines import DASHES, INKS, label_heights
from .svg import element, number, picture

TOP, BOTTOM, LEFT = 14, 30, 30


@dataclass(frozen=True, slots=True)
class Course:
    """One line: a value 0-100 for each column, the first at the left."""

    label: str
    values: tuple[int, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """Where things are drawn. right: room for the names at the end."""

    columns: int
    width: float
    height: float
    right: float

    def x(self, column: int) -> float:
        """Where a column is."""
        return LEFT + (self.width - LEFT - self.right) * column / max(self.columns - 1, 1)

    def y(self, value: float) -> float:
        """Where a value is."""
        return TOP + (self.height - BOTTOM - TOP) * (1 - value / 100)


def course_chart(
    lines: Sequence[Course], columns: Sequence[str], *, chart: str, title: str, width: float = 680,
    height: float = 260, right: float = 150, heads: bool = True,
) -> Markup:  # fmt: skip
    """The picture. chart: its id, unique on the page. heads: whether the columns are named below."""
    field = Field(len(columns), width, height, right)
    ends = label_heights([field.y(line.values[-1]) for line in lines], TOP, field.y(0))
    parts = [_grid(field)]
    if heads:
        parts += [_head(field, at, name) for at, name in enumerate(columns)]
    parts += [_line(field, line, end) for line, end in zip(lines, ends, strict=True)]
    told = "; ".join(f"{line.label}: {', '.join(map(str, line.values))}" for line in lines)
    return picture(chart, width, height, title, told, *parts, class_="chart chart--course")


def _grid(field: Field) -> Markup:
    return Markup("").join(
        element("line", class_="chart__grid", stroke="#d5d9de", x1=LEFT, x2=field.x(field.columns - 1), y1=y, y2=y)
        + element("text", str(value), class_="chart__tick", fill="#4a5662", x=LEFT - 7, y=y + 4, text_anchor="end",
                  font_size=11)
        for value in (0, 25, 50, 75, 100)
        for y in (field.y(value),)
    )  # fmt: skip


def _head(field: Field, at: int, name: str) -> Markup:
    anchor = "start" if not at else "end" if at == field.columns - 1 else "middle"
    return element(
        "text", name, class_="chart__tick", fill="#4a5662", x=field.x(at), y=field.height - 8, text_anchor=anchor,
        font_size=11,
    )  # fmt: skip


def _line(field: Field, line: Course, end: float) -> Markup:
    ink, dash = INKS[line.place % len(INKS)], DASHES[line.place % len(DASHES)]
    places = [(field.x(at), field.y(value)) for at, value in enumerate(line.values)]
    points = " ".join(f"{number(x)},{number(y)}" for x, y in places)
    drawn = element(
        "polyline", class_=f"chart__line series-{line.place + 1}", points=points, fill="none", stroke=ink,
        stroke_width=2.2, stroke_linejoin="round", stroke_dasharray=dash or None,
    )  # fmt: skip
    dots = Markup("").join(element("circle", cx=x, cy=y, r=3, fill=ink) for x, y in places)
    value = element("tspan", str(line.values[-1]), font_weight=700)
    name = element(
        "text", f"{line.label} ", value, class_="chart__label", x=field.x(field.columns - 1) + 10, y=end + 4, fill=ink,
        font_size=12.5,
    )  # fmt: skip
    return drawn + dots + name
