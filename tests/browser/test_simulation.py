"""Fatima simulates a casus without a mouse: she chooses, follows how far it is, stops, and reads what came out."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.keys import Keys
from tests.browser.people import Person
from tests.browser.site import Room

PATIENCE = 60_000


def at_the_lab(browser: Browser, room: Room, *, phone: bool = False) -> Person:
    """Fatima, who leads a meeting, at the form."""
    person = Person(browser, room.site.url, "Fatima", phone=phone).holds(room.token)
    return person.opens("/lab/simuleren?casus=klein", ready=False)


@pytest.mark.timeout(240)
def test_fatima_simulates_two_werkwijzen_with_the_keyboard_and_every_part_can_be_used(
    room: Room, browser: Browser
) -> None:
    fatima = at_the_lab(browser, room)
    assert faults(fatima.page) == []
    fatima.opens("/lab/simuleren?casus=klein", ready=False)
    keys = Keys(fatima.page)
    keys.press(fatima.page.get_by_label("Zonder werkwijze"), "Space")
    keys.to(fatima.page.get_by_label("Spellen per aanpak"))
    fatima.page.keyboard.press("Control+A")
    fatima.page.keyboard.type("12")
    fatima.page.keyboard.press("Enter")
    expect(fatima.page.locator("#indicatoren")).to_be_visible(timeout=PATIENCE)
    expect(fatima.page.locator("svg.chart--fan")).to_have_count(4)
    fatima.sees("geen voorspelling")
    keys.unfold(fatima.page.locator("#cijfers table").first)
    expect(fatima.page.locator("#cijfers table").first).to_be_visible()
    address = fatima.page.url
    fatima.page.reload()
    expect(fatima.page.locator("#indicatoren")).to_be_visible()
    assert fatima.page.url == address
    with fatima.page.expect_download() as file:
        keys.press(fatima.page.get_by_role("link", name="Bewaar als CSV"))
    assert file.value.suggested_filename == "simulatie-klein-12.csv"
    assert faults(fatima.page) == []
    assert fatima.problems == []
    fatima.leave()


@pytest.mark.timeout(240)
def test_fatima_stops_a_long_one_by_keyboard_and_sees_what_there_is(room: Room, browser: Browser) -> None:
    fatima = at_the_lab(browser, room, phone=True)
    keys = Keys(fatima.page)
    keys.to(fatima.page.get_by_label("Spellen per aanpak"))
    fatima.page.keyboard.press("Control+A")
    fatima.page.keyboard.type("2000")
    fatima.page.keyboard.press("Enter")
    expect(fatima.page.locator("#voortgang")).to_be_visible()
    expect(fatima.page.locator("#hoever strong")).to_have_text(re.compile(r"[1-9]"), timeout=PATIENCE)
    assert fatima.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    keys.press(fatima.page.get_by_role("button", name="Stop en toon wat er is"))
    fatima.sees("De simulatie is gestopt")
    fatima.sees("van de 2000 spellen gespeeld")
    expect(fatima.page.locator("#indicatoren")).to_be_visible()
    assert fatima.problems == []
    fatima.leave()


@pytest.mark.timeout(240)
def test_while_it_runs_the_page_is_usable_and_a_mistake_stands_beside_its_field(room: Room, browser: Browser) -> None:
    fatima = at_the_lab(browser, room)
    fatima.page.get_by_label("Spellen per aanpak").fill("2000")
    fatima.presses("Reken de casus door")
    expect(fatima.page.locator("#voortgang")).to_be_visible()
    assert [one for one in faults(fatima.page) if "progress" in one] == []
    omar = at_the_lab(browser, room)
    omar.page.get_by_label("Spellen per aanpak").fill("9999")
    omar.presses("Reken de casus door")
    expect(omar.page.locator("#fout-runs")).to_contain_text("1 tot en met 2.000")
    fatima.presses("Stop en toon wat er is")
    fatima.sees("De simulatie is gestopt")
    fatima.leave()
    omar.leave()
