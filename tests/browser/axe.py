"""What axe-core finds on a page, and other things that every page must be: one title, no sideways scroll."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.site import ROOT

AXE = ROOT / "static/vendor/axe.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = (
    ("laptop, light", {"width": 1366, "height": 768}, "light"),
    ("phone, dark", {"width": 390, "height": 844}, "dark"),
    ("small phone, light", {"width": 320, "height": 640}, "light"),
    ("laptop, dark", {"width": 1366, "height": 768}, "dark"),
)
"""Sizes and colours. The first two are looked at with every rule, the others for what size and colour change."""

OF_LOOKS = ["color-contrast", "target-size"]


def faults(page: Page) -> list[str]:
    """Everything wrong with this page as it is now, in every size and in both colours."""
    _load(page)
    page.evaluate("document.querySelectorAll(`details`).forEach(one => { one.open = true; })")
    found = [fault for number, look in enumerate(LOOKS) for fault in _in_this_look(page, look, full=number < 2)]
    _look(page, LOOKS[0])
    return found


def _in_this_look(page: Page, look: tuple[str, dict[str, int], str], full: bool) -> list[str]:
    _look(page, look)
    rules = {"type": "tag", "values": RULES} if full else {"type": "rule", "values": OF_LOOKS}
    found: list[Any] = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found => found.violations)", rules
    )
    lines = [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:2]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        lines.append(f"scrolls sideways: {page.evaluate(WIDEST)}")
    if page.locator("h1").count() != 1:
        lines.append(f"{page.locator('h1').count()} titles")
    return [f"{look[0]}: {line}" for line in lines]


WIDEST = """() => [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
  .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join(' | ')"""


def _load(page: Page) -> None:
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text())


def _look(page: Page, look: tuple[str, dict[str, int], str]) -> None:
    _, size, colour = look
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=colour, reduced_motion="reduce")  # type: ignore[arg-type]
