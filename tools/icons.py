"""One picture file with every icon that a screen may show, made from Tabler Icons (MIT).

A template asks for one with `icon("clock")`. A new icon is one word in this list.
"""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = "@tabler/icons/icons/outline"

ICONS = tuple(
    """
    adjustments affiliate alert-circle alert-triangle arrow-back-up arrow-down arrow-down-right arrow-left
    arrow-narrow-right arrow-right arrow-up arrow-up-right award ban bell bolt book bookmark brightness bubble-text
    building building-bank building-community building-monument building-skyscraper bulb calendar calendar-event cards
    cash certificate chart-bar chart-dots chart-line check checklist checks chevron-down chevron-left
    chevron-right chevron-up circle circle-check circle-dashed circle-dot circle-minus circle-x clipboard clipboard-check
    clipboard-list clock clock-hour-4 clock-pause coin coins compass copy cpu currency-euro dice dice-5 door-enter
    door-exit dots dots-vertical download edit external-link eye eye-off file-description file-text files flag
    flag-check flask folder gavel git-branch git-fork hammer hand-finger hand-stop heart-handshake help-circle history
    home hourglass id-badge-2 info-circle key layout-dashboard layout-grid leaf link list list-check list-details lock
    lock-open login logout mail mail-opened map-pin menu-2 message message-2 messages microphone minus mood-smile moon
    moon-stars news note notebook notes notification package parking paw pencil pin player-pause player-play player-skip-forward
    player-stop player-track-next player-track-prev plug-connected plug-connected-x plus point presentation printer qrcode question-mark
    quote refresh repeat report report-money rotate rotate-2 route router ruler-2 scale school screen-share search
    send settings shield shield-check shield-lock sitemap sparkles speakerphone star stars sun sun-moon switch-horizontal
    table tag target target-arrow test-pipe thumb-down thumb-up timeline tools transfer trash tree trees trending-down
    trending-up upload urgent user user-check user-minus user-plus user-question users users-group volume wand wifi wifi-off
    world writing x zoom-in
    """.split()
)

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
