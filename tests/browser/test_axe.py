"""Everybody can use every screen, in every part of the game: WCAG 2.0 to 2.2 AA and best practice, by axe-core."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import faults
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room

SCREENS = {
    "player": ("griffier", ""),
    "voter": ("lokaal", ""),
    "chair": ("burgemeester", ""),
    "leader": ("leader", "/leiding"),
    "hall": ("leader", "/scherm"),
    "mirror": ("leader", "/zetel/griffier"),
    "observer": ("observer", "/meekijken"),
    "waiting": ("waiting", ""),
    "newspaper": ("griffier", "/bode"),
    "replay": ("griffier", "/terugblik"),
}
"""Who looks, and at which page of the room."""

MOMENTS = [
    ("lobby", ("waiting", "player", "leader", "hall")),
    ("briefing", ("player", "hall", "waiting")),
    ("r1.read", ("player", "leader", "observer")),
    ("r1.talk", ("player", "chair", "hall", "observer")),
    ("r1.act", ("player", "voter", "leader", "hall")),
    ("r1.consequences", ("player", "mirror")),
    ("meal.r1", ("player", "hall")),
    ("r2.act", ("chair", "voter", "leader")),
    ("r2.consequences", ("voter", "leader", "hall", "observer")),
    ("epilogue", ("player", "hall", "newspaper")),
    ("debrief.note", ("voter", "leader", "hall")),
    ("debrief.judge", ("player", "voter", "leader", "hall")),
    ("debrief.handvat", ("player", "voter", "leader")),
    ("closed", ("player", "leader", "hall", "replay")),
]
"""The parts of a game, and the screens that are different there."""


class Looking:
    """Opens the screens of one room."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self._browser, self._room = browser, room
        self.played = Played(room)
        self.people: list[Person] = []

    def at(self, screen: str) -> Person:
        """A screen, ready."""
        who, rest = SCREENS[screen]
        person = Person(self._browser, self._room.site.url, who)
        self.people.append(person)
        person.holds(self._token(who)).opens(f"/kamer/{self._room.game}{rest}", ready=screen != "newspaper")
        return person

    def _token(self, who: str) -> str:
        if who == "waiting":
            token: str = self._room.join("Wout")["token"]
        elif who == "observer":
            links = self._room.site.api("GET", f"/meetings/{self._room.meeting}/links", token=self._room.token)
            link = links["observer"][self._room.game].rpartition("/")[2]
            token = self._room.site.api("POST", "/links", {"token": link, "name": "Otto"})["token"]
        else:
            token = self.played.tokens[who]
        return token


@pytest.fixture
def looking(browser: Browser, room: Room) -> Iterator[Looking]:
    """A room in which everything happens, and who looks at it."""
    made = Looking(browser, room)
    yield made
    for person in made.people:
        person.leave()


@pytest.mark.parametrize(("moment", "screens"), MOMENTS, ids=[moment for moment, _ in MOMENTS])
def test_everybody_can_use_every_screen(looking: Looking, moment: str, screens: tuple[str, ...]) -> None:
    looking.played.until(moment)
    found = {screen: faults(looking.at(screen).page) for screen in screens}
    assert {screen: wrong for screen, wrong in found.items() if wrong} == {}
