"""One shape for each kind of mark, so that no kind is told by colour alone."""

from __future__ import annotations

from markupsafe import Markup

from .svg import element

SHAPES: dict[str, str] = {
    "round": "M-1.5 -7h3v14h-3z",
    "inject": "M0 -6.5L6.5 0L0 6.5L-6.5 0z",
    "decision": "M-5.5 -5.5h11v11h-11z",
    "override": "M0 -6.5L6.5 5.5H-6.5z",
    "bookmark": "M-4.5 -6.5h9v13l-4.5 -4l-4.5 4z",
    "consequence": "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
}
"""Paths around the origin, about 13 units wide."""

KIND_NAMES: dict[str, str] = {
    "round": "Ronde",
    "inject": "Gebeurtenis",
    "decision": "Besluit",
    "override": "Ingreep",
    "bookmark": "Bladwijzer",
    "consequence": "Gevolg",
}
"""What each kind is called on the screen."""


def shape(kind: str, x: float = 0, y: float = 0) -> Markup:
    """The mark of this kind with its middle at (x, y), in units of the picture."""
    moved = f"translate({x:.1f} {y:.1f})" if x or y else None
    return element("path", d=SHAPES[kind], class_=f"mark mark--{kind}", transform=moved)
