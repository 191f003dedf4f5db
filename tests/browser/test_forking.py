"""Fatima goes back to a moment and plays on from there, or tries it many times: without a mouse, on a phone, and for real."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.keys import Keys
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room

PATIENCE = 60_000


@pytest.fixture
def played(room: Room) -> Room:
    """A table that played to the debrief; the raad kept the bridge open."""
    Played(room).until("debrief.handvat")
    return room


class Opened:
    """Fatima at pages of this table; what goes wrong in a script fails the test at its end, a form that is refused does not."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self.browser, self.room = browser, room
        self.people: list[Person] = []

    def __call__(self, rest: str, *, phone: bool = False) -> Person:
        person = Person(self.browser, self.room.site.url, "Fatima", phone=phone).holds(self.room.token)
        self.people.append(person)
        return person.opens(f"/kamer/{self.room.game}/{rest}", ready=False)


@pytest.fixture
def opens(browser: Browser, played: Room) -> Iterator[Opened]:
    made = Opened(browser, played)
    yield made
    problems = [problem for person in made.people for problem in person.problems if "422" not in problem]
    for person in made.people:
        person.leave()
    assert problems == []


@pytest.mark.timeout(240)
def test_from_the_replay_she_forks_with_one_decision_changed_by_keyboard_and_compares(opens: Opened) -> None:
    fatima = opens("terugblik?moment=20")
    page, keys = fatima.page, Keys(fatima.page)
    keys.press(page.get_by_role("button", name="Stap verder"))
    moment = page.locator("form[action$=vervolg] [name=moment]").input_value()
    keys.press(page.get_by_role("button", name="Speel vanaf hier opnieuw"))
    expect(page.locator("#moment")).to_have_value(moment)
    keys.to(page.get_by_role("radio", name="Niets: speel vanaf een moment opnieuw"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#moment")).to_be_hidden()
    keys.to(page.get_by_label("Welk besluit, en wat wordt het?"))
    page.keyboard.type("Wordt hier: De brug gaat dicht")
    keys.to(page.get_by_role("radio", name=re.compile("^Mensen Alle zetels")))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    keys.press(page.get_by_role("button", name="Maak deze tafel"))
    expect(page).to_have_url(re.compile("vergelijken"), timeout=PATIENCE)
    fatima.sees("Vervolg op Tafel 1")
    fatima.sees("De brug gaat dicht.")


@pytest.mark.timeout(240)
def test_every_part_of_the_pages_can_be_used_by_everybody(opens: Opened) -> None:
    form = opens("vervolg")
    form.page.get_by_role("radio", name="Een kaart wordt meteen verteld").check()
    assert faults(form.page) == []
    what_if = opens("wat-als")
    assert faults(what_if.page) == []


@pytest.mark.timeout(240)
def test_a_mistake_is_told_at_the_top_of_the_form(opens: Opened) -> None:
    fatima = opens("vervolg", phone=True)
    fatima.page.get_by_role("radio", name="Een besluit valt anders").check()
    fatima.presses("Maak deze tafel")
    expect(fatima.page.get_by_role("alert")).to_contain_text("Kies een besluit.")
    assert faults(fatima.page) == []


@pytest.mark.timeout(240)
def test_she_tries_what_if_by_keyboard_and_finds_it_again_after_a_reload(opens: Opened) -> None:
    fatima = opens("wat-als")
    page, keys = fatima.page, Keys(fatima.page)
    keys.to(page.get_by_label("Welk besluit, en wat wordt het?"))
    page.keyboard.type("Wordt hier: De brug gaat dicht")
    keys.to(page.get_by_label("Hoe vaak?"))
    page.keyboard.press("Control+A")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    expect(page.locator("svg.chart--fan")).to_have_count(4, timeout=PATIENCE)
    fatima.sees("geen voorspelling")
    fatima.sees("20 keer zoals het was en 20 keer anders")
    address = page.url
    page.reload()
    expect(page.locator("svg.chart--fan")).to_have_count(4)
    assert page.url == address
    assert faults(page) == []


@pytest.mark.timeout(240)
def test_she_stops_a_long_one_on_her_phone_and_sees_what_there_is(opens: Opened) -> None:
    fatima = opens("wat-als", phone=True)
    page, keys = fatima.page, Keys(fatima.page)
    page.get_by_label("Welk besluit, en wat wordt het?").select_option("brug|dicht")
    page.get_by_label("Hoe vaak?").fill("1000")
    fatima.presses("Probeer het uit")
    expect(page.locator("#hoever strong")).to_have_text(re.compile(r"[1-9]"), timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    keys.press(page.get_by_role("button", name="Stop en toon wat er is"))
    fatima.sees("De proef is gestopt")
    expect(page.locator("svg.chart--fan")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.timeout(240)
def test_people_play_on_at_a_fork(opens: Opened, played: Room, browser: Browser) -> None:
    fatima = opens("vervolg")
    fatima.page.get_by_role("radio", name="Een besluit valt anders").check()
    fatima.page.get_by_label("Welk besluit, en wat wordt het?").select_option("brug|dicht")
    fatima.page.get_by_role("radio", name="Mensen en de computer").check()
    fatima.presses("Maak deze tafel")
    expect(fatima.page).to_have_url(re.compile("leiding"))
    fatima.sees("Deze tafel is een vervolg op “Tafel 1”")
    fatima.does("resume")
    expect(fatima.page.locator("[data-paused]")).to_have_count(0)
