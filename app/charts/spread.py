"""How answers from 1 to 5 are spread: five small bars with their counts. Never an average."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from .svg import element, number

BAR, GAP = 22, 6


def spread_bars(
    counts: Sequence[int],
    *,
    low: str = "niet gewenst",
    high: str = "gewenst",
    most: int = 0,
    height: float = 44,
) -> Markup:
    """Five counts, for the answers 1 to 5. most: the count that fills the height (0: the highest one)."""
    top = max(most, *counts, 1)
    bars = Markup("").join(_bar(place, count, top, height) for place, count in enumerate(counts))
    width = len(counts) * (BAR + GAP) - GAP
    given = ", ".join(f"{count} keer {place}" for place, count in enumerate(counts, 1) if count)
    told = given or "nog geen antwoorden"
    return element(
        "svg", bars, class_="spread", viewBox=f"0 0 {width} {number(height + 30)}", width=width,
        height=height + 30, role="img", aria_label=f"Spreiding van 1 ({low}) tot 5 ({high}): {told}",
    )  # fmt: skip


def _bar(place: int, count: int, top: int, height: float) -> Markup:
    x, tall = place * (BAR + GAP), max(2.0, (height - 2) * count / top)
    style = f"spread__bar spread__bar--{place + 1}{'' if count else ' spread__bar--none'}"
    bar = element("rect", class_=style, x=x, y=14 + height - tall, width=BAR, height=tall, rx=2, fill="#4b79a8")
    how_many = _text(str(count) if count else "", "spread__count", x, 10 + height - tall)
    return bar + how_many + _text(str(place + 1), "chart__tick", x, height + 28)


def _text(words: str, style: str, x: float, y: float) -> Markup:
    return element("text", words, class_=style, x=x + BAR / 2, y=y, text_anchor="middle", font_size=12)
