"""On a phone: one part at a time, a thumb, and nothing under the bar."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.evening import seated
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room

TABS = ("casus", "besluit", "stand", "gesprek")
THUMB = 44
OTHERS = """tab => [...document.querySelectorAll('[data-panel]')]
  .filter(one => one.checkVisibility() && !one.dataset.panel.split(' ').includes(tab)).map(one => one.outerHTML.slice(0, 100))"""
ON_TOP = """one => {
  const box = one.getBoundingClientRect();
  const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return one === seen || one.contains(seen);
}"""


@pytest.fixture
def loes(room: Room, browser: Browser) -> Iterator[Person]:
    """Loes leads the fractie Lokaal from her phone, in a game in which much happens."""
    played = Played(room)
    played.until("r2.act")
    person = Person(browser, room.site.url, "Loes", phone=True).holds(played.tokens["lokaal"])
    yield person.opens(f"/kamer/{room.game}")
    assert person.problems == []
    person.leave()


def test_one_part_at_a_time(loes: Person) -> None:
    for tab in TABS:
        loes.page.locator(f"nav.tabs [data-tab={tab}]").click()
        expect(loes.page.locator(f"nav.tabs [data-tab={tab}]")).to_have_attribute("aria-current", "true")
        assert loes.page.evaluate(OTHERS, tab) == []
        assert loes.page.locator(f"[data-panel~={tab}]:visible").count() > 0


def test_what_is_asked_is_one_tap_away_and_the_vote_another(loes: Person, room: Room) -> None:
    loes.page.locator("nav.tabs [data-tab=stand]").click()
    loes.page.locator("nav.tabs [data-tab=besluit]").click()
    loes.page.locator("#todo a").first.click()
    button = loes.page.locator(".ballot button").last
    assert fits_a_thumb(button)
    button.click()
    line = loes.page.locator("#decisions-brug .rollcall tr", has_text="Fractie Lokaal Kreekdam")
    expect(line).not_to_contain_text("nog niet")
    assert room.view()["decisions"]["brug"]["votes"]["lokaal"]["cast"]


def fits_a_thumb(button: Locator) -> bool:
    """Large enough, on the screen, and not under the bar."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    large = box is not None and min(box["height"], box["width"]) >= THUMB
    return large and bool(button.evaluate(ON_TOP))


def test_the_last_thing_on_a_page_can_be_scrolled_above_the_bar(loes: Person) -> None:
    for tab in TABS:
        loes.page.locator(f"nav.tabs [data-tab={tab}]").click()
        loes.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        last = loes.page.locator("main button:visible, main summary:visible, main a:visible").last
        assert last.count() == 0 or last.evaluate(ON_TOP), (tab, last.evaluate("one => one.outerHTML.slice(0, 200)"))


def test_a_phone_on_its_side_shows_the_same_without_scrolling_sideways(loes: Person) -> None:
    for width, height in ((844, 390), (320, 568)):
        loes.page.set_viewport_size({"width": width, "height": height})
        for tab in TABS:
            link = loes.page.locator(f"nav.tabs [data-tab={tab}]")
            if link.is_visible():
                link.click()
            assert loes.page.evaluate("document.documentElement.scrollWidth") <= width, (width, tab)


def test_what_comes_in_is_counted_at_the_part_that_it_is_in(room: Room, browser: Browser) -> None:
    gre = seated(browser, room, "Gré", "griffier", phone=True)
    room.begin()
    room.go_to("r1.talk")
    gre.sees("Praten", "main")
    room.command("send_note", as_="seat:burgemeester", to="griffier", text="Heb je even?")
    count = gre.page.locator("nav.tabs [data-tab=gesprek] .tabs__count")
    expect(count).to_contain_text("1")
    gre.page.locator("nav.tabs [data-tab=gesprek]").click()
    expect(count).to_be_empty()
    expect(gre.page.locator("#notes")).to_be_visible()
    gre.leave()
