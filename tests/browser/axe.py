"""What axe-core finds on a page, and other things that every page must be: one title, no sideways scroll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page, ViewportSize

from tests.browser.site import ROOT

AXE = ROOT / "static/vendor/axe.js"
LAPTOP, PHONE, SMALL = (1366, 768), (390, 844), (320, 640)
EVERYTHING = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True)
class Look:
    """How somebody looks: on what size, in which colours; and which rules depend on that."""

    size: tuple[int, int]
    colours: Literal["light", "dark"]
    rules: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.size[0]} wide, {self.colours}"


LOOKS = (
    Look(LAPTOP, "light", EVERYTHING),
    Look(LAPTOP, "dark", ("color-contrast",)),
    Look(PHONE, "dark", ("color-contrast", "target-size", "scrollable-region-focusable")),
    Look(PHONE, "light", ("color-contrast",)),
    Look(SMALL, "light", ("target-size",)),
)

RUN = """rules => axe.run({runOnly: rules, preload: false, resultTypes: ['violations']})
  .then(found => found.violations.flatMap(one => one.nodes.slice(0, 2).map(node => `${one.id}: ${node.html.slice(0, 160)}`)))"""
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
# From the top: halfway a page a bar that stays in view may cover half a control, which is no fault of its size.
AT_REST = """async () => {
  scrollTo(0, 0);
  do { await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); }
  while (document.getAnimations().some(one => one.playState === 'running'));
}"""
WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(() => document.documentElement.scrollWidth > innerWidth)
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""


def faults(page: Page) -> list[str]:
    """Everything wrong with this page as it is now, with all its folds open, in every size and in both colours."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text())
    page.evaluate(UNFOLD)
    found = [f"{look}: {fault}" for look in LOOKS for fault in _in_this_look(page, look)]
    titles = page.locator("h1").count()
    return found + ([f"{titles} titles"] if titles != 1 else [])


def _in_this_look(page: Page, look: Look) -> list[str]:
    page.set_viewport_size(ViewportSize(width=look.size[0], height=look.size[1]))
    page.emulate_media(color_scheme=look.colours, reduced_motion="reduce")
    page.evaluate(AT_REST)
    found: list[str] = page.evaluate(RUN, list(look.rules))
    wide: list[Any] = page.evaluate(WIDE)
    return found + [f"scrolls sideways: {one}" for one in wide]
