"""The spread of one indicator over many simulated games, round by round, on a scale from 0 to 100.

Three things tell it without colour: a wide pale band with a dashed edge (nine out of ten games), a narrow dark band (half of
the games), and a line with dots (the middle game).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .lines import INKS
from .multiples import MARKERS
from .svg import element, number, picture

TOP, BOTTOM, LEFT, RIGHT = 12, 26, 30, 34
Quarters = tuple[int, int, int, int, int]
"""The 5th, 25th, 50th, 75th and 95th percentile."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where things are drawn: the start and then a column for each moment."""

    columns: int
    width: float
    height: float

    def x(self, column: int) -> float:
        """Where a column is."""
        return LEFT + (self.width - LEFT - RIGHT) * column / max(self.columns - 1, 1)

    def y(self, value: float) -> float:
        """Where a value is."""
        return TOP + (self.height - BOTTOM - TOP) * (1 - value / 100)


def fan_chart(
    start: int, fans: Sequence[Quarters], heads: Sequence[str], *, chart: str, title: str, place: int = 0,
    happened: Sequence[int | None] = (), width: float = 340, height: float = 200,
) -> Markup:  # fmt: skip
    """The picture. start: the value with which every game begins. heads: what the moments are called, one for each fan.

    place: which of the werkwijzen it is, for its colour and shape. happened: beside it one game that was really played, a
    value for each moment (None: it did not come that far).
    """
    canvas = Canvas(len(fans) + 1, width, height)
    rays: list[Quarters] = [(start,) * 5, *fans]
    parts = [*_grid(canvas), *_heads(canvas, ("begin", *heads))]
    parts += [_band(canvas, rays, 0, 4, place), _band(canvas, rays, 1, 3, place), *_middle(canvas, rays, place)]
    words = told(start, fans, heads)
    if happened:
        parts += _happened(canvas, (start, *happened))
        words += f"; wat er gebeurde: {', '.join(_so_far(happened, heads))}"
    return picture(chart, width, height, title, words, *parts, class_="chart chart--fan")


def _so_far(happened: Sequence[int | None], heads: Sequence[str]) -> Iterator[str]:
    return (f"{head} {value}" for head, value in zip(heads, happened, strict=True) if value is not None)


def _happened(canvas: Canvas, values: Sequence[int | None]) -> Iterator[Markup]:
    """One game as a dotted line with open rings."""
    points = [(canvas.x(at), canvas.y(value)) for at, value in enumerate(values) if value is not None]
    yield element(
        "polyline", class_="fan__happened", points=_points(points), fill="none", stroke=INK, stroke_width=2,
        stroke_dasharray="1.5 4", stroke_linecap="round",
    )  # fmt: skip
    for x, y in points:
        yield element("circle", class_="fan__ring", cx=x, cy=y, r=4, fill="#ffffff", stroke=INK, stroke_width=2)


INK = "#1f2933"


def told(start: int, fans: Sequence[Quarters], heads: Sequence[str]) -> str:
    """The same in words."""
    lines = [f"{head} {fan[2]} ({fan[0]} tot {fan[4]})" for head, fan in zip(heads, fans, strict=True)]
    return f"Begin {start}; daarna het midden, en waar negen van de tien spellen tussen liggen: " + "; ".join(lines)


def _grid(canvas: Canvas) -> Iterator[Markup]:
    for value in (0, 25, 50, 75, 100):
        y, last = canvas.y(value), canvas.x(canvas.columns - 1)
        yield element("line", class_="chart__grid", stroke="#d5d9de", x1=LEFT, x2=last, y1=y, y2=y)
        if value % 50 == 0:
            yield element(
                "text", str(value), class_="chart__tick", fill="#4a5662", x=LEFT - 6, y=y + 4, text_anchor="end",
                font_size=11,
            )  # fmt: skip


def _heads(canvas: Canvas, heads: Sequence[str]) -> Iterator[Markup]:
    for at, name in enumerate(heads):
        yield element(
            "text", name, class_="chart__tick", fill="#4a5662", x=canvas.x(at), y=canvas.height - 7,
            text_anchor="middle", font_size=11,
        )  # fmt: skip


def _band(canvas: Canvas, rays: Sequence[Quarters], low: int, high: int, place: int) -> Markup:
    over = [(canvas.x(at), canvas.y(ray[high])) for at, ray in enumerate(rays)]
    under = [(canvas.x(at), canvas.y(ray[low])) for at, ray in enumerate(rays)]
    kind = "wide" if (low, high) == (0, 4) else "half"
    return element(
        "polygon", class_=f"fan fan--{kind} series-{place + 1}", points=_points((*over, *reversed(under))),
        fill=INKS[place], fill_opacity="0.13" if kind == "wide" else "0.3", stroke=INKS[place],
        stroke_opacity="0.55", stroke_width=1, stroke_dasharray="3 3" if kind == "wide" else None,
    )  # fmt: skip


def _middle(canvas: Canvas, rays: Sequence[Quarters], place: int) -> Iterator[Markup]:
    points = [(canvas.x(at), canvas.y(ray[2])) for at, ray in enumerate(rays)]
    style = f"series-{place + 1}"
    yield element(
        "polyline", class_=f"fan__middle {style}", points=_points(points), fill="none", stroke=INKS[place],
        stroke_width=2.2, stroke_linejoin="round",
    )  # fmt: skip
    for x, y in points:
        moved = f"translate({number(x)} {number(y)})"
        yield element("path", class_=f"chart__dot {style}", d=MARKERS[place], fill=INKS[place], transform=moved)
    x, y = points[-1]
    yield element(
        "text", str(rays[-1][2]), class_=f"chart__label {style}", x=x + 8, y=y + 4.5, fill=INKS[place], font_size=13,
        font_weight=700,
    )  # fmt: skip


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in points)
