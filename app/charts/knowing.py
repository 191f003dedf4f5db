"""Who knew what when: a lane per card from left to right through the rounds, with who came to know it where.

A filled mark heard it in time (or nothing says until when it mattered), a dashed mark too late, and a mark with only an outline at
the end of the lane never. A bar closes the lane where the card was worth nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from .svg import Attribute, element, picture, wrap

HEAD, CHIP, TALL, GAP, PAD = 26, 28, 20, 3, 9
LETTER, LINE = 7.7, 16


@dataclass(frozen=True, slots=True)
class Chip:
    """A seat that came to know it. column: from 0; kind: first · heard · late · never. span: steps in which it shows (`4-`)."""

    label: str
    name: str
    column: int
    kind: str = "heard"
    span: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A card. due: the last column in which it mattered (-1: nothing says so). silent: nobody who needed it heard it in time."""

    title: str
    chips: tuple[Chip, ...]
    due: int = -1
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things are drawn: a column for the titles, and one for each head; the last is twice as wide."""

    heads: tuple[str, ...]
    width: float
    left: float

    @property
    def wide(self) -> float:
        """The width of a column."""
        return (self.width - self.left) / (len(self.heads) + 1)

    def beside(self, column: int) -> int:
        """How many marks fit beside each other in a column."""
        wide = self.wide * 2 if column == len(self.heads) - 1 else self.wide
        return max(1, int((wide - GAP) // (CHIP + GAP)))

    @property
    def letters(self) -> int:
        """How many letters of a title fit on a line."""
        return int((self.left - 12) / LETTER)

    def x(self, column: int) -> float:
        """Where a column begins."""
        return self.left + self.wide * column


def know_chart(
    lanes: Sequence[Lane], columns: Sequence[str], *, chart: str, title: str, width: float = 760, left: float = 0
) -> Markup:
    """The picture. columns: the heads, of which the last is for who never heard it. left: room for the titles (0: a quarter)."""
    frame = Frame(tuple(columns), width, left or width * 0.22)
    drawn: list[Markup] = []
    top = float(HEAD)
    for lane in lanes:
        high = _height(frame, lane)
        drawn.append(_lane(frame, lane, top, high))
        top += high
    told = " ".join(_told(lane, columns) for lane in lanes)
    heads = Markup("").join(_head(frame, at, name) for at, name in enumerate(columns))
    return picture(chart, width, top + 2, title, told, _last(frame, top), heads, *drawn, class_="chart chart--known")


def _height(frame: Frame, lane: Lane) -> float:
    counts = [sum(1 for chip in lane.chips if chip.column == at) for at in range(len(frame.heads))]
    rows = max(-(-count // frame.beside(at)) for at, count in enumerate(counts))
    lines = len(wrap(lane.title, frame.letters, 3))
    return max(rows * (TALL + GAP) - GAP, lines * LINE) + 2 * PAD


def _last(frame: Frame, high: float) -> Markup:
    """The column of who never heard it lies apart."""
    x = frame.x(len(frame.heads) - 1)
    return element("rect", class_="known__last", x=x, y=0, width=frame.wide * 2, height=high, fill="#f1f3f5")


def _head(frame: Frame, at: int, name: str) -> Markup:
    return element("text", name, class_="chart__head", x=frame.x(at) + GAP, y=16, font_size=12, fill="#4a5a67")


def _lane(frame: Frame, lane: Lane, top: float, high: float) -> Markup:
    parts = [
        element("line", class_="chart__grid", stroke="#c9d2d9", x1=0, x2=frame.width, y1=top, y2=top),
        _title(frame, lane, top),
        _path(frame, lane, top, high),
    ]
    ordered = sorted(lane.chips, key=lambda chip: chip.column)
    for column, chips in groupby(ordered, key=lambda chip: chip.column):
        parts += [_chip(frame, chip, column, place, top) for place, chip in enumerate(chips)]
    return element("g", *parts, class_="known__lane")


def _title(frame: Frame, lane: Lane, top: float) -> Markup:
    spans = [
        element("tspan", line, x=0, y=top + PAD + 13 + LINE * at)
        for at, line in enumerate(wrap(lane.title, frame.letters, 3))
    ]
    return element("text", *spans, class_="known__title", font_size=13, font_weight=600, fill="#15232e")


def _path(frame: Frame, lane: Lane, top: float, high: float) -> Markup:
    """The time in which the card mattered, closed by a bar; without a bar when nothing says until when."""
    begin = min((chip.column for chip in lane.chips), default=0)
    end = lane.due if lane.due >= 0 else len(frame.heads) - 2
    if end < begin:
        return Markup("")
    x, wide = frame.x(begin), frame.x(end + 1) - frame.x(begin)
    style = "known__time known__time--silent" if lane.silent else "known__time"
    band = element(
        "rect",
        class_=style,
        x=x,
        y=top + 4,
        width=wide,
        height=high - 8,
        rx=3,
        fill="#fbf1ea" if lane.silent else "#eef4f8",
    )
    if lane.due < 0:
        return band
    bar = element(
        "rect",
        class_="known__due",
        x=x + wide - 2,
        y=top + 4,
        width=3,
        height=high - 8,
        fill="#a8481f" if lane.silent else "#0b4a6f",
    )
    return band + bar


INKS: dict[str, dict[str, Attribute]] = {
    "first": {"fill": "#15232e", "stroke": "#15232e"},
    "heard": {"fill": "#0b4a6f", "stroke": "#0b4a6f"},
    "late": {"fill": "#ffffff", "stroke": "#a8481f", "stroke_width": 1.8, "stroke_dasharray": "4 2.5"},
    "never": {"fill": "#ffffff", "stroke": "#7b8894", "stroke_width": 1.2},
}
LETTERS = {"first": "#ffffff", "heard": "#ffffff", "late": "#8a3511", "never": "#4a5a67"}
KINDS = {"first": "had de kaart", "heard": "hoorde het", "late": "hoorde het te laat", "never": "hoorde het niet"}
"""What a mark means, in words."""


def _chip(frame: Frame, chip: Chip, column: int, place: int, top: float) -> Markup:
    beside = frame.beside(column)
    x = frame.x(column) + GAP + (place % beside) * (CHIP + GAP)
    y = top + PAD + (place // beside) * (TALL + GAP)
    box = element("rect", x=x, y=y, width=CHIP, height=TALL, rx=4, **INKS[chip.kind])
    word = element(
        "text", chip.label, x=x + CHIP / 2, y=y + 14, text_anchor="middle", font_size=10.5, font_weight=700,
        fill=LETTERS[chip.kind],
    )  # fmt: skip
    named = element("title", f"{chip.name} {KINDS[chip.kind]}")
    return element("g", named, box, word, class_=f"known__chip known__chip--{chip.kind}", data_stap=chip.span or None)


def _told(lane: Lane, columns: Sequence[str]) -> str:
    return f"{lane.title}: {'; '.join(_words(lane, columns))}."


def _words(lane: Lane, columns: Sequence[str]) -> Iterator[str]:
    ordered = sorted(lane.chips, key=lambda chip: (chip.column, chip.kind))
    for (column, kind), chips in groupby(ordered, key=lambda chip: (chip.column, chip.kind)):
        names = ", ".join(chip.name for chip in chips)
        yield f"{names} {KINDS[kind]}" if kind == "never" else f"{columns[column]}: {names} {KINDS[kind]}"
    if lane.silent:
        yield "niemand die de kaart nodig had hoorde het op tijd"
