"""The marks above the scrubber: one small shape per kind at its share of the width, whatever that width is."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from .lines import Mark
from .shapes import KIND_NAMES, SHAPES, shape
from .svg import element


def rail(marks: Sequence[Mark], last: int) -> Markup:
    """A strip of links. Each goes to the step just before its mark (`data-naar`); its title says what happened."""
    links = Markup("").join(_link(mark, last, first=not place) for place, mark in enumerate(marks))
    return element(
        "svg", links, class_="rail", width="100%", height=24, role="group", aria_label="Momenten op de tijdlijn"
    )


def _link(mark: Mark, last: int, *, first: bool) -> Markup:
    """Only one link is in the tab order; a script moves that with the arrow keys."""
    words = f"{KIND_NAMES[mark.kind]}: {mark.label}"
    room = element("rect", class_="rail__room", x=-12, y=0, width=24, height=24)
    inside = element("title", words) + room + shape(mark.kind, 0, 12)
    link = element(
        "a", inside, href=mark.href or f"#stap-{mark.step}", class_=f"rail__mark rail__mark--{mark.kind}",
        data_naar=max(mark.step - 1, 0), data_mark=mark.step, aria_label=words, tabindex=0 if first else -1,
    )  # fmt: skip
    return element("svg", link, x=f"{100 * mark.step / max(last, 1):.3f}%", overflow="visible")


def legend(kinds: Sequence[str]) -> Markup:
    """What each shape means, for the kinds that are used."""
    items = (_legend_item(kind) for kind in SHAPES if kind in kinds)
    return element("ul", Markup("").join(items), class_="legend legend--marks")


def _legend_item(kind: str) -> Markup:
    picture = element("svg", shape(kind), viewBox="-8 -8 16 16", width=16, height=16, aria_hidden="true")
    return element("li", picture, KIND_NAMES[kind], class_="legend__item")
