"""A line of a few words high: where an indicator came from."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from .svg import element, number


def spark(values: Sequence[int], *, series: int = 1, width: float = 96, height: float = 26) -> Markup:
    """The values (0-100) from left to right, on a scale that fits. The number itself stands beside it."""
    if len(values) < 2:
        return Markup("")
    low, high = min(values) - 2, max(values) + 2
    points = " ".join(
        f"{number(3 + (width - 6) * place / (len(values) - 1))},{number(_y(value, low, high, height))}"
        for place, value in enumerate(values)
    )
    line = element("polyline", class_="spark__line", points=points, fill="none", stroke="#1b5e9e", stroke_width=2)
    end = element(
        "circle", cx=width - 3, cy=_y(values[-1], low, high, height), r=2.6, fill="#1b5e9e", class_="spark__end"
    )
    return element(
        "svg", line, end, class_=f"spark series-{series}", viewBox=f"0 0 {number(width)} {number(height)}",
        width=width, height=height, aria_hidden="true",
    )  # fmt: skip


def _y(value: float, low: float, high: float, height: float) -> float:
    return 3 + (height - 6) * (high - value) / (high - low)
