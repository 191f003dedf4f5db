"""The map of consequences: rounds from left to right, reach downwards, each box a link to its item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .reach_layout import BOX_HIGH, BOX_WIDE, HEAD, NAMES, Layout, lay_out
from .svg import element, number, picture, wrap

EMPTY = "Er zijn nog geen gevolgen."

INKS = {
    "": ("#ffffff", "#6b7480", ""),
    "decision": ("#e3f0fa", "#0c5f88", ""),
    "act": ("#fdf1e3", "#93500f", ""),
    "inject": ("#fdf1e3", "#93500f", ""),
    "silence": ("#eef0f2", "#4a5662", "5 4"),
    "werkwijze": ("#eae6f7", "#553c9a", ""),
    "milestone": ("#eae6f7", "#553c9a", ""),
    "missed": ("#eae6f7", "#553c9a", "5 4"),
    "unknown": ("#eef0f2", "#4a5662", "5 4"),
}
"""Paper, line and dash of a box by its kind, where no stylesheet says otherwise."""


@dataclass(frozen=True, slots=True)
class Box:
    """A cause or a consequence.

    column: the round, from 0. row: 0 for causes, else the ring. span: the steps in which it shows (`4-`).
    """

    id: str
    kind: str
    title: str
    column: int
    row: int
    sub: str = ""
    href: str = ""
    span: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One thing led to another. cause and effect: ids of boxes. how: `condition` is drawn with a dash."""

    cause: str
    effect: str
    span: str = ""
    how: str = ""


def reach_map(
    boxes: Sequence[Box], links: Sequence[Link], columns: Sequence[str], rows: Sequence[str], *,
    chart: str = "gevolgen", title: str = "Gevolgenkaart",
) -> Markup:  # fmt: skip
    """The picture. columns: the names of the rounds. rows: of the causes and of the rings in use."""
    if not boxes:
        return element("p", EMPTY, class_="leeg")
    known = {box.id: box for box in boxes}
    drawn = [link for link in links if link.cause in known and link.effect in known]
    layout = lay_out(
        [(box.id, box.column, box.row) for box in boxes],
        [(link.cause, link.effect) for link in drawn],
        len(columns),
        len(rows),
    )
    told = "; ".join(f"{known[link.cause].title} leidt tot {known[link.effect].title}" for link in drawn)
    parts = [_arrow_head(chart), _columns(layout, columns), _rows(layout, rows)]
    parts += [_edge(layout, link, chart) for link in drawn]
    parts += [_box(layout, box) for box in boxes]
    return picture(
        chart,
        layout.width,
        layout.height,
        title,
        told or EMPTY,
        *parts,
        class_="chart chart--map",
        role="group",
    )


def _arrow_head(chart: str) -> Markup:
    head = element("path", class_="map__arrow", d="M0 0L8 4L0 8z", fill="#6b7480")
    marker = element(
        "marker", head, id=f"{chart}-pijl", viewBox="0 0 8 8", refX=7, refY=4, markerUnits="userSpaceOnUse",
        markerWidth=10, markerHeight=10, orient="auto-start-reverse",
    )  # fmt: skip
    return element("defs", marker)


def _columns(layout: Layout, columns: Sequence[str]) -> Markup:
    return Markup("").join(
        element("text", name, class_="chart__head", x=layout.x(place), y=16, font_size=12, font_weight=700)
        for place, name in enumerate(columns)
    )


def _rows(layout: Layout, rows: Sequence[str]) -> Markup:
    return Markup("").join(_row(layout, place, name) for place, name in enumerate(rows))


def _row(layout: Layout, place: int, name: str) -> Markup:
    top, high = layout.tops[place], layout.heights[place]
    style = f"map__ring map__ring--{place}"
    back = element("rect", class_=style, x=0, y=top, width=layout.width, height=high, fill="#f4f6f8", rx=6)
    lines = wrap(name, 13, 3)
    first = top + high / 2 + 4 - 7.5 * (len(lines) - 1)
    return back + Markup("").join(
        element("text", line, class_="map__ringname", x=10, y=first + 15 * at, font_size=12.5)
        for at, line in enumerate(lines)
    )


def _edge(layout: Layout, link: Link, chart: str) -> Markup:
    fact = link.how == "condition"
    return element(
        "path", class_=f"map__edge{' map__edge--condition' if fact else ''}", d=layout.edge(link.cause, link.effect),
        fill="none", stroke="#6b7480", stroke_width=1.6, stroke_dasharray="5 4" if fact else None,
        marker_end=f"url(#{chart}-pijl)", data_stap=link.span or None, data_van=link.cause, data_tot=link.effect,
    )  # fmt: skip


def _box(layout: Layout, box: Box) -> Markup:
    x, y = layout.places[box.id]
    lines = wrap(box.title, 20, 3)
    fill, stroke, dash = INKS.get(box.kind, INKS[""])
    frame = element(
        "rect", width=BOX_WIDE, height=BOX_HIGH, rx=6, fill=fill, stroke=stroke, stroke_dasharray=dash or None
    )
    texts = [
        element("text", line, class_="map__title", x=9, y=17 + 14 * at, font_size=12.5, font_weight=600)
        for at, line in enumerate(lines)
    ]
    texts.append(element("text", *wrap(box.sub, 24, 1), class_="map__sub", x=9, y=BOX_HIGH - 7, font_size=11.5))
    name = element("title", f"{box.title}. {box.sub}".strip())
    inside = name + frame + Markup("").join(texts)
    moved = f"translate({number(x)} {number(y)})"
    style = f"map__node map__node--{box.kind}"
    link = {"href": box.href} if box.href else {}
    return element(
        "a" if link else "g",
        inside,
        class_=style,
        transform=moved,
        data_stap=box.span or None,
        data_knoop=box.id,
        **link,
    )


__all__ = ["HEAD", "NAMES", "Box", "Link", "reach_map"]
