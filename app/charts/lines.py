"""Indicators over the steps of a game: each line has its own dash and its name at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .shapes import KIND_NAMES, shape
from .svg import element, number, path, picture

DASHES = ("", "7 4", "2 4", "9 3 2 3", "4 2", "12 4", "1 3", "6 2 1 2 1 2", "8 2", "3 1")
INKS = ("#1b5e9e", "#96540a", "#70348f", "#0b6157", "#a02748", "#4d5a1c", "#285a7a", "#6a4b3a", "#1f5f6b", "#8a2f6d")
TOP, RIGHT, BOTTOM, LEFT = 30, 176, 34, 36
BETWEEN_LABELS = 17


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator. points: (step, value 0-100), ascending; a value holds until the next point."""

    key: str
    label: str
    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a step. kind: a key of `shapes.SHAPES`."""

    step: int
    kind: str
    label: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the game (a round) from step `first` until the next band."""

    first: int
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things are drawn: steps 0 to `last` from left to right, 100 to 0 from top to bottom."""

    last: int
    width: float
    height: float

    @property
    def wide(self) -> float:
        """Units between the first and the last step."""
        return self.width - LEFT - RIGHT

    @property
    def floor(self) -> float:
        """The height of value 0."""
        return self.height - BOTTOM

    def x(self, step: float) -> float:
        """Where a step is."""
        return LEFT + self.wide * step / max(self.last, 1)

    def y(self, value: float) -> float:
        """Where a value is."""
        return TOP + (self.floor - TOP) * (1 - value / 100)


def line_chart(
    lines: Sequence[Line], *, last: int, marks: Sequence[Mark] = (), bands: Sequence[Band] = (),
    cursor: int | None = None, chart: str = "lijnen", title: str = "Verloop van de indicatoren",
    width: float = 900, height: float = 280,
) -> Markup:  # fmt: skip
    """The picture. last: the last step. cursor: a line that a script may move (data-x0, data-dx a step)."""
    frame = Frame(last, width, height)
    parts = [_grid(frame), _bands(frame, bands), _marks(frame, marks), _lines(frame, lines)]
    if cursor is not None:
        parts.append(_cursor(frame, cursor))
    told = "; ".join(f"{line.label} van {line.points[0][1]} naar {line.points[-1][1]}" for line in lines if line.points)
    return picture(
        chart, width, height, title, told or "Er zijn nog geen cijfers.", *parts, class_="chart chart--lines",
        data_x0=number(LEFT), data_dx=f"{frame.wide / max(last, 1):.4f}",
    )  # fmt: skip


def _grid(frame: Frame) -> Markup:
    return Markup("").join(_grid_line(frame, value) for value in (0, 25, 50, 75, 100))


def _grid_line(frame: Frame, value: int) -> Markup:
    y = frame.y(value)
    line = element("line", class_="chart__grid", stroke="#d5d9de", x1=LEFT, x2=LEFT + frame.wide, y1=y, y2=y)
    return line + element(
        "text", str(value), class_="chart__tick", x=LEFT - 8, y=y + 4, text_anchor="end", font_size=12
    )


def _bands(frame: Frame, bands: Sequence[Band]) -> Markup:
    ends = [*(band.first for band in bands[1:]), frame.last]
    return Markup("").join(_band(frame, band, end) for band, end in zip(bands, ends, strict=False))


def _band(frame: Frame, band: Band, end: int) -> Markup:
    x, room = frame.x(band.first), frame.x(end) - frame.x(band.first)
    line = element("line", class_="chart__round", stroke="#8a929c", x1=x, x2=x, y1=TOP - 22, y2=frame.floor)
    if room < 9 * len(band.label) * 0.72:
        return line
    return line + element("text", band.label, class_="chart__tick", x=x + 6, y=TOP - 11, font_size=12)


def _marks(frame: Frame, marks: Sequence[Mark]) -> Markup:
    return Markup("").join(_mark(frame, mark) for mark in marks if mark.kind != "round")


def _mark(frame: Frame, mark: Mark) -> Markup:
    x = frame.x(mark.step)
    line = element("line", class_="chart__event", stroke="#c2c8cf", x1=x, x2=x, y1=TOP, y2=frame.floor + 8)
    name = element("title", f"{KIND_NAMES[mark.kind]}: {mark.label}")
    return element("g", name, line, shape(mark.kind, x, frame.floor + 16), data_naar=mark.step)


def _lines(frame: Frame, lines: Sequence[Line]) -> Markup:
    drawn = [(place, line) for place, line in enumerate(lines) if line.points]
    heights = label_heights([frame.y(line.points[-1][1]) for _, line in drawn], TOP, frame.floor)
    return Markup("").join(_line(frame, line, place, y) for (place, line), y in zip(drawn, heights, strict=True))


def _line(frame: Frame, line: Line, place: int, label_y: float) -> Markup:
    ink, value, x = INKS[place % len(INKS)], line.points[-1][1], frame.x(frame.last)
    style = f"series-{place % len(INKS) + 1}"
    drawn = element(
        "path", class_=f"chart__line {style}", d=_stairs(frame, line), fill="none", stroke=ink, stroke_width=2.2,
        stroke_dasharray=DASHES[place % len(DASHES)] or None,
    )  # fmt: skip
    dot = element("circle", class_=f"chart__dot {style}", cx=x, cy=frame.y(value), r=3.5, fill=ink)
    bold = element("tspan", str(value), class_="chart__value", font_weight=700)
    name = element(
        "text", f"{line.label} ", bold, class_=f"chart__label {style}", x=x + 10, y=label_y + 4, fill=ink,
        font_size=13,
    )  # fmt: skip
    return drawn + dot + name


def _stairs(frame: Frame, line: Line) -> str:
    first, *later = line.points
    steps = (f"H{number(frame.x(step))}V{number(frame.y(value))}" for step, value in later)
    start = f"M{number(frame.x(first[0]))} {number(frame.y(first[1]))}"
    return path((start, *steps, f"H{number(frame.x(frame.last))}"))


def label_heights(wanted: Sequence[float], top: float, floor: float) -> list[float]:
    """Heights near the wanted ones where labels do not overlap, between `top` and `floor` if they fit."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed: list[float] = []
    for place in order:
        lowest = placed[-1] + BETWEEN_LABELS if placed else top
        placed.append(max(wanted[place], lowest))
    for place in reversed(range(len(placed))):
        highest = floor if place == len(placed) - 1 else placed[place + 1] - BETWEEN_LABELS
        placed[place] = min(placed[place], highest)
    heights = [0.0] * len(wanted)
    for place, height in zip(order, placed, strict=True):
        heights[place] = height
    return heights


def _cursor(frame: Frame, step: int) -> Markup:
    line = element("line", y1=TOP - 4, y2=frame.floor, stroke="#14181d", stroke_width=1.6)
    head = element("path", d=f"M-6 {TOP - 11}h12l-6 9z")
    return element(
        "g", line, head, class_="chart__cursor", transform=f"translate({number(frame.x(step))} 0)", data_cursor=""
    )
