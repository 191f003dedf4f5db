"""Everybody can use the screens of many tables, with axe-core and without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.keys import Keys
from tests.browser.people import PATIENCE, Person
from tests.browser.played import Played
from tests.browser.site import Room

LIVE = {"overview": "/overzicht", "hall": "/scherm", "meeting": ""}
PAGES = ("/verdelen", "/verdelen?wijze=lot", "/tafelhulpen", "/wie-deed-wat")


class Hall:
    """A meeting of two tables, of which one is played, and who looks at it."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self.browser, self.room = browser, room
        self.people: list[Person] = []

    def second_table(self) -> None:
        body = {"casus": "klein", "edition": "dagdeel", "title": "Bij het raam"}
        self.room.site.api("POST", f"/meetings/{self.room.meeting}/rooms", body, self.room.token)

    def opens(self, path: str, token: str = "", *, ready: bool = True) -> Person:
        person = Person(self.browser, self.room.site.url, path).holds(token or self.room.token)
        self.people.append(person)
        return person.opens(path, ready=ready)

    def page(self, rest: str, *, ready: bool = False) -> Person:
        return self.opens(f"/bijeenkomst/{self.room.meeting}{rest}", ready=ready)

    @property
    def helper_link(self) -> str:
        links = self.room.site.api("GET", f"/meetings/{self.room.meeting}/links", token=self.room.token)
        link: str = links["helper"][self.room.game]
        return link

    def helper(self) -> Person:
        """The page of a tafelhulp."""
        body = {"token": self.helper_link.rpartition("/")[2], "name": "Vera"}
        token = self.room.site.api("POST", "/links", body)["token"]
        return self.opens(f"/kamer/{self.room.game}/hulp", token)


@pytest.fixture
def hall(browser: Browser, room: Room) -> Iterator[Hall]:
    made = Hall(browser, room)
    yield made
    for person in made.people:
        person.leave()


@pytest.mark.parametrize("moment", ["lobby", "r1.talk", "r1.act", "epilogue", "debrief.judge"])
def test_everybody_can_use_the_screens_of_many_tables(hall: Hall, room: Room, moment: str) -> None:
    Played(room).until(moment)
    hall.second_table()
    room.join("Wout")
    shown = {"type": "show_division", "id": "b-show", "shown": True}
    room.site.api("POST", f"/meetings/{room.meeting}/commands", shown, room.token)
    found = {name: faults(hall.page(rest, ready=True).page) for name, rest in LIVE.items()}
    found["helper"] = faults(hall.helper().page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_everybody_can_use_the_pages_around_them(hall: Hall, room: Room) -> None:
    room.seated("Gré", "griffier")
    hall.second_table()
    for name in ("Mia", "Ben", "Els"):
        room.join(name)
    found = {rest: faults(hall.page(rest).page) for rest in PAGES}
    found["link"] = faults(hall.opens(hall.helper_link, ready=False).page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_fatima_divides_and_steers_all_tables_with_the_keyboard_alone(hall: Hall, room: Room) -> None:
    hall.second_table()
    for number in range(8):
        room.join(f"Gast {number}")
    leader = hall.page("/verdelen")
    keys = Keys(leader.page)
    keys.press(leader.page.get_by_role("button", name="Zo doen we het"))
    leader.page.wait_for_selector("html[data-screen=tables][data-klaar='1']")
    for words in ("Begin", "Volgende stap"):
        keys.press(leader.page.locator("#golf").get_by_role("button", name=words))
        expect(leader.page.locator("#antwoorden")).to_contain_text("Gedaan bij beide tafels", timeout=PATIENCE)
        assert not keys.lost
    pause = leader.page.locator(f"[id='{room.game}-tile'] form[data-command=pause] button")
    keys.press(pause)
    expect(leader.page.locator(f"[id='{room.game}-tile']")).to_contain_text("Staat stil", timeout=PATIENCE)
    assert not keys.lost
    assert leader.problems == []
