"""One picture file with every icon that a screen may show, made from Tabler Icons (MIT).

A template asks for one with `icon("clock")`. A new icon is one line in icons.txt.
"""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = "@tabler/icons/icons/outline"

ICONS = tuple(Path(__file__).with_suffix(".txt").read_text().split())

_INNER = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_SYMBOL = (
    '<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"'
    ' stroke-linecap="round" stroke-linejoin="round">{shapes}</symbol>'
)


def files() -> tuple[str, ...]:
    """The icon files, as paths below node_modules."""
    return tuple(f"{SOURCE}/{name}.svg" for name in ICONS)


def sprite(modules: Path) -> str:
    """One SVG with a symbol per icon."""
    symbols = "".join(
        _SYMBOL.format(name=name, shapes=_shapes((modules / path).read_text()))
        for name, path in zip(ICONS, files(), strict=True)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>'


def _shapes(svg: str) -> str:
    found = _INNER.search(svg)
    if found is None:
        raise ValueError("An icon file without <svg>: the icon package has changed.")
    return " ".join(found.group(1).split())
