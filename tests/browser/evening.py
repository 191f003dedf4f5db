"""An evening with Het gelekte memo: who is there, and what is common knowledge among them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from tests.browser.people import READY, Person
from tests.browser.site import Room, Site


@dataclass
class Evening:
    """One room of Het gelekte memo: the leader Fatima, the screen in the hall, and five players on their seats."""

    room: Room
    leader: Person
    hall: Person
    players: dict[str, Person]
    told: set[tuple[str, str]] = field(default_factory=set)
    """(card, seat): who knows a card of somebody else by now."""

    @property
    def everybody(self) -> list[Person]:
        return [self.leader, self.hall, *self.players.values()]

    @property
    def leaks(self) -> list[str]:
        """Every card and every brief that reached the browser of somebody who may not know it."""
        cards: dict[str, Any] = self.room.view()["cards"]
        secrets = [(id_, card["seat"], card["text"]) for id_, card in cards.items()]
        for seat, person in self.players.items():
            me = self.room.view(token=person.token)["me"]
            secrets += [(f"the brief of {seat}", seat, me["brief"]), (f"the goal of {seat}", seat, me["goal"])]
        everyone = [*self.players.items(), ("hall", self.hall)]
        return [
            f"{person.name} got {what}"
            for what, owner, text in secrets
            for seat, person in everyone
            if owner != seat and (what, seat) not in self.told and person.was_told(text)
        ]

    def step(self, words: str) -> None:
        """The leader moves on; everybody sees where the game is now."""
        self.leader.does("next_step")
        for person in self.everybody:
            person.sees(words, "#bar")

    def ends(self) -> None:
        """Everybody closes the browser; nothing may have gone wrong in any of them."""
        problems = [f"{person.name}: {problem}" for person in self.everybody for problem in person.problems]
        for person in self.everybody:
            person.leave()
        assert problems == []


def seated(browser: Browser, room: Room, name: str, seat: str, *, phone: bool = False, dark: bool = False) -> Person:
    """Somebody who came in before, on their seat, with the page open."""
    token = room.seated(name, seat)["token"]
    person = Person(browser, room.site.url, name, phone=phone, dark=dark).holds(token)
    person.opens(f"/kamer/{room.game}").settles()
    return person


def leading(browser: Browser, room: Room, rest: str = "/leiding", *, phone: bool = False, dark: bool = False) -> Person:
    """The leader at one of the pages of the room."""
    person = Person(browser, room.site.url, "Fatima", phone=phone, dark=dark).holds(room.token)
    person.opens(f"/kamer/{room.game}{rest}").settles()
    return person


def room_of(site: Site, url: str) -> str:
    """The id of the room in an address."""
    return url.removeprefix(site.url).split("/")[2]


__all__ = ["READY", "Evening", "leading", "room_of", "seated"]
