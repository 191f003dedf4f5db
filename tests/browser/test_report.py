"""Report, personal link and what comes after the meeting, in a browser: everybody can use them, and they print."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room


class After:
    """A room that was played to its end, and people who come back to it."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self._browser, self.room = browser, room
        self.played = Played(room)
        self.played.until("closed")
        self.people: list[Person] = []

    def opens(self, who: str, path: str, *, live: bool = False) -> Person:
        """Somebody (a seat, the leader, or nobody that we know) opens a page."""
        person = Person(self._browser, self.room.site.url, who or "a phone at home")
        self.people.append(person)
        if who:
            person.holds(self.played.tokens[who])
        return person.opens(path, ready=live)

    def at_table(self, who: str, rest: str = "", *, live: bool = False) -> Person:
        return self.opens(who, f"/kamer/{self.room.game}{rest}", live=live)

    def at_meeting(self, rest: str) -> Person:
        return self.opens("leader", f"/bijeenkomst/{self.room.meeting}{rest}")


@pytest.fixture
def after(browser: Browser, room: Room) -> Iterator[After]:
    """An evening that is over."""
    made = After(browser, room)
    yield made
    assert [problem for person in made.people for problem in person.problems] == []
    for person in made.people:
        person.leave()


def test_everybody_can_use_report_and_personal_pages(after: After) -> None:
    link = after.at_table("griffier", "/mijn")
    address = link.page.locator(".copy__text").inner_text()
    pages = {
        "report": after.at_table("leader", "/verslag"),
        "with names": after.at_table("leader", "/verslag?namen=1"),
        "of the meeting": after.at_meeting("/verslag"),
        "afterwards": after.at_meeting("/na-afloop"),
        "own link": link,
        "own page": after.opens("", address.removeprefix(after.room.site.url)),
    }
    found = {name: faults(person.page) for name, person in pages.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_everybody_can_use_the_question_what_became_of_it(after: After) -> None:
    address = after.at_table("griffier", "/mijn").page.locator(".copy__text").inner_text()
    path = address.removeprefix(after.room.site.url)
    the_day_came(after.room)
    person = after.opens("", path)
    person.page.get_by_label("Deels gedaan").check()
    person.page.get_by_label("Hoe ging het?").fill("De lijst is er.")
    person.page.get_by_role("button", name="Bewaar mijn antwoord").click()
    expect(person.page.get_by_text("Bewaard: deels gedaan.")).to_be_visible()
    leader = after.at_meeting("/na-afloop")
    expect(leader.page.get_by_text("De lijst is er.")).to_be_visible()
    assert [*faults(person.page), *faults(leader.page)] == []


def the_day_came(room: Room) -> None:
    """As if the leader had chosen this day long ago."""
    with closing(sqlite3.connect(room.site.data / "dnalab.sqlite3", timeout=10)) as store, store:
        store.execute(
            "INSERT OR REPLACE INTO look_backs (meeting, day, links) VALUES (?, '2026-01-01', 0)", (room.meeting,)
        )


def test_a_player_keeps_the_own_link_and_looks_back_on_another_device(after: After) -> None:
    player = after.at_table("griffier", live=True)
    player.page.get_by_role("link", name="Bewaar jouw eigen link").click()
    address = player.page.locator(".copy__text").inner_text()
    phone = after.opens("", address.removeprefix(after.room.site.url))
    expect(phone.page.get_by_text("Maandag vraag ik")).to_contain_text("het rapport")
    phone.page.get_by_role("link", name="Kijk terug naar dat moment").click()
    expect(
        phone.page.get_by_text("Je ziet wat jij toen zag").or_(phone.page.get_by_label("Bekijk als"))
    ).to_be_visible()
    phone.page.go_back()
    phone.page.get_by_role("link", name="Het verslag van je tafel").click()
    expect(phone.page.get_by_role("heading", name="In het kort")).to_be_visible()
    phone.page.get_by_role("link", name="Terug naar jouw pagina").click()
    phone.page.locator("summary", has_text="Verwijder mijn gegevens").click()
    phone.page.get_by_role("button", name="Verwijder mijn gegevens").click()
    expect(phone.page.get_by_role("heading", name="Je gegevens zijn verwijderd")).to_be_visible()


def test_the_leader_finds_the_report_and_chooses_a_day(after: After) -> None:
    leader = after.at_meeting("")
    leader.page.get_by_role("link", name="Naar de verslagen").click()
    soon = (date.today() + timedelta(days=90)).isoformat()
    leader.page.get_by_label("Dag om terug te kijken").fill(soon)
    leader.page.get_by_role("button", name="Bewaar de dag").click()
    expect(leader.page.get_by_text("Nu gekozen:")).to_be_visible()
    leader.page.get_by_role("link", name="Verslag van de bijeenkomst").click()
    expect(leader.page.get_by_role("heading", name="De tafels naast elkaar")).to_be_visible()


def test_the_report_prints_without_its_buttons(after: After) -> None:
    page = after.at_table("leader", "/verslag").page
    expect(page.get_by_role("button", name="Druk af")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Download als pdf")).to_be_hidden()
    expect(page.get_by_role("heading", name="In het kort")).to_be_visible()
