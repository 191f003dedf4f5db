"""The four questions about one table, in a browser: everybody can use the page, by keyboard too, on a laptop and a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.keys import Keys
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room


class Evening:
    """A table that tried the dorpsgesprek, played to its end, and who comes back to it."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self._browser, self.room = browser, room
        self.people: list[Person] = []
        room.command("choose_werkwijze", werkwijze="dorpsgesprek")
        self.played = Played(room)
        self.played.until("r2.talk")
        for milestone, text in (("uitnodigen", "Alle huizen bij de brug."), ("loten", "")):
            fields = {"werkwijze": "dorpsgesprek", "milestone": milestone, "text": text}
            room.command("reach_milestone", self.played.tokens["griffier"], **fields)
        self.played.until("closed")

    def opens(self, who: str, path: str = "") -> Page:
        person = Person(self._browser, self.room.site.url, who)
        self.people.append(person)
        person.holds(self.played.tokens[who]).opens(path or f"/lab/sessie/{self.room.game}", ready=False)
        return person.page


@pytest.fixture
def evening(browser: Browser, room: Room) -> Iterator[Evening]:
    made = Evening(browser, room)
    yield made
    assert [problem for person in made.people for problem in person.problems] == []
    for person in made.people:
        person.leave()


def test_everybody_can_use_the_page(evening: Evening) -> None:
    for who in ("leader", "griffier"):
        page = evening.opens(who)
        expect(page.get_by_role("heading", name="Onze werkwijze")).to_be_visible()
        assert faults(page) == []
        for size in (LAPTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_by_keyboard_one_goes_to_a_question_to_the_moment_of_a_merit_and_on(evening: Evening) -> None:
    page = evening.opens("griffier")
    keys = Keys(page)
    keys.press(page.get_by_role("navigation", name="De vier vragen").get_by_role("link", name="Hoe ver reikte het?"))
    expect(page).to_have_url(f"{evening.room.site.url}/lab/sessie/{evening.room.game}#ver")
    expect(page.get_by_role("heading", name="Hoe ver reikte het?")).to_be_in_viewport()
    page.reload()
    keys.press(page.locator(".report__merits a").first)
    page.wait_for_url("**/terugblik?moment=*")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    keys.press(page.get_by_role("link", name="Lees het verslag"))
    expect(page.get_by_role("link", name="De vier vragen")).to_be_visible()


def test_who_leads_comes_here_from_the_page_after_the_meeting(evening: Evening) -> None:
    page = evening.opens("leader", f"/bijeenkomst/{evening.room.meeting}/na-afloop")
    Keys(page).press(page.get_by_role("link", name="De vier vragen"))
    expect(page.get_by_role("heading", name="Was het gewenst?")).to_be_visible()
    expect(page.get_by_role("link", name="Vraag: wat als?")).to_be_visible()
