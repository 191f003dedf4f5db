"""Somebody who has no mouse: Tab, Enter, Space, arrows and letters, and a focus that can be seen."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.people import PATIENCE

ONCE_AROUND = 400
SHOWS = """one => {
  const look = getComputedStyle(one);
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0;
  const label = one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') : null;
  const around = label ? getComputedStyle(label) : look;
  return ring || look.boxShadow !== 'none' || (around.outlineStyle !== 'none' && parseFloat(around.outlineWidth) > 0)
    || around.boxShadow !== 'none';
}"""
ON_SCREEN = """one => {
  const box = (one.matches('input') ? one.closest('label') ?? one : one).getBoundingClientRect();
  return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
}"""


class Keys:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, place: Locator) -> None:
        """Press Tab until the focus is there; it must be visible."""
        expect(place).to_be_attached(timeout=PATIENCE)
        for _ in range(ONCE_AROUND):
            if place.evaluate("one => one === document.activeElement"):
                assert place.evaluate(SHOWS), f"no visible focus on {place}"
                assert place.evaluate(ON_SCREEN), f"the focus is outside the screen on {place}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reaches {place}")

    def unfold(self, place: Locator) -> None:
        """Open the folds around something, as soon as it is there."""
        expect(place).to_be_attached(timeout=PATIENCE)
        closed = place.locator("xpath=ancestor::details[not(@open)]")
        while count := closed.count():
            self.to(closed.first.locator("xpath=./summary"))
            self.page.keyboard.press("Enter")
            expect(closed).to_have_count(count - 1)

    def press(self, place: Locator, key: str = "Enter") -> None:
        """Go to a control and press a key on it."""
        self.unfold(place)
        self.to(place)
        self.page.keyboard.press(key)

    def write(self, place: Locator, text: str) -> None:
        """Go to a field and type."""
        self.unfold(place)
        self.to(place)
        self.page.keyboard.type(text)

    @property
    def lost(self) -> bool:
        """Whether the focus is nowhere."""
        return bool(self.page.evaluate("!document.activeElement || document.activeElement === document.body"))
