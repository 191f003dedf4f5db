"""Somebody who leads for the first time: presses what the walk-through points at, and reads what the screen says."""

from __future__ import annotations

from playwright.sync_api import Browser, Locator, expect

from tests.browser.people import PATIENCE, Person
from tests.browser.site import Site

NEXT = "#control form[data-command=next_step] button"
UNCOVERED = """one => {
  const strip = document.getElementById('rondleiding').getBoundingClientRect();
  const box = one.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, Math.max(box.top, strip.bottom) + 12);
  return box.top >= strip.bottom - 1 && box.top < innerHeight && (one.contains(hit) || hit?.contains(one));
}"""


class Beginner:
    """A facilitator at a demo table, led by the walk-through."""

    def __init__(self, browser: Browser, site: Site, *, phone: bool = False, dark: bool = False) -> None:
        made = site.api("POST", "/meetings", {"title": "Eerste keer"})
        self.person = Person(browser, site.url, "Fatima", phone=phone, dark=dark).holds(made["token"])
        self.page = self.person.page
        self.person.opens(f"/bijeenkomst/{made['meeting']}")
        self.person.presses("Oefen vijf minuten")
        self.page.wait_for_selector("html[data-screen=facilitator][data-klaar='1']")

    @property
    def title(self) -> Locator:
        return self.page.locator("#rondleiding-stappen > li:not([hidden]) .walk__title")

    @property
    def pointed(self) -> Locator:
        return self.page.locator(".pointed")

    def reads(self, title: str) -> None:
        """The walk-through has come to this step; where there is something to press, it can be seen and pressed."""
        expect(self.title).to_have_text(title, timeout=PATIENCE)
        if title != "Klaar!":
            expect(self.pointed).to_have_count(1)
            self.page.wait_for_function(f"({UNCOVERED})(document.querySelector('.pointed'))")

    def presses(self, *, sure: bool = False) -> None:
        """Press what is pointed at. sure: answer yes to the question that comes first."""
        self.pointed.click()
        if sure:
            self.page.get_by_role("alertdialog").get_by_role("button", name="Ja").click()

    def until(self, step: str) -> None:
        """Press the big button until the clock stands at this step."""
        self.page.locator(NEXT).click()
        expect(self.page.locator("#control [data-step]")).to_have_attribute("data-step", step, timeout=PATIENCE)

    def begins(self) -> None:
        """Step 1: the first round runs."""
        self.reads("Begin het spel")
        self.page.locator(NEXT).click()
        expect(self.page.locator("#control [data-stage]")).to_have_attribute("data-stage", "briefing", timeout=PATIENCE)
        self.until("read")

    def parks_something(self) -> None:
        """Step 5: something unexpected is kept for later, and the clock runs on."""
        self.reads("Er gebeurt iets onverwachts")
        self.presses()
        dialog = self.page.locator("dialog#onverwacht")
        dialog.locator("summary", has_text="Bewaard voor de nabespreking").click()
        dialog.locator("form:has(input[value=park]) button[type=submit]").click()
        expect(dialog).to_be_hidden()
        expect(self.pointed).to_have_text("Ga verder")
        self.presses()

    def plays(self) -> None:
        """From step 2 to the closing of the game."""
        self.reads("Laat iets gebeuren")
        self.presses(sure=True)
        self.reads("Ga naar besluiten")
        self.until("talk")
        self.until("act")
        self.reads("Kijk hoe er wordt besloten")
        self.page.get_by_role("button", name="Gelezen, verder").click()
        self.parks_something()
        self.reads("Sluit de ronde")
        self.until("consequences")
        self.reads("Lees wat er volgde")
        self.page.get_by_role("button", name="Gelezen, verder").click()
        self.reads("Spring naar Eén jaar later")
        self.presses(sure=True)
        self.reads("Begin de nabespreking")
        self.presses()
        self.reads("Kies drie gevolgen")
        self.presses()
        self.reads("Sluit het spel")
        self.presses(sure=True)
        self.reads("Klaar!")
