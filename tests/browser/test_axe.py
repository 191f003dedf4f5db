"""Everybody can use every screen, in every part of the game: WCAG 2.0 to 2.2 AA and best practice, by axe-core."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.evening import leading, seated
from tests.browser.people import Person
from tests.browser.played import Played
from tests.browser.site import Room, Site

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
    ("debrief.guess", ("player", "leader", "hall")),
    ("debrief.judge", ("player", "voter", "leader", "hall")),
    ("debrief.again", ("player", "voter", "leader", "hall")),
    ("debrief.handvat", ("player", "voter", "leader", "hall")),
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


def test_everybody_can_use_every_dialog(looking: Looking, room: Room) -> None:
    looking.played.until("r1.talk")
    leader, hall, player = (looking.at(screen) for screen in ("leader", "hall", "player"))
    found: dict[str, list[str]] = {}
    for key in ("o", "?"):
        leader.page.keyboard.press(key)
        expect(leader.page.locator("dialog[open]")).to_be_visible()
        found[key] = faults(leader.page)
        leader.page.keyboard.press("Escape")
    leader.form("close_round").locator("button").last.click()
    expect(leader.page.get_by_role("alertdialog")).to_be_visible()
    found["a question"] = faults(leader.page)
    hall.page.locator(".corner__open").click()
    found["the code"] = faults(hall.page)
    who = room.view()["seats"]["griffier"]["holder"]
    command = {"id": "b-out", "type": "remove_participant", "participant": who}
    room.site.api("POST", f"/meetings/{room.meeting}/commands", command, room.token)
    expect(player.page.get_by_role("dialog")).to_contain_text("Je doet niet meer mee")
    found["told to go"] = faults(player.page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_everybody_can_use_what_comes_in_and_what_is_refused(looking: Looking, room: Room) -> None:
    looking.played.until("r1.talk")
    player = looking.at("player")
    for number in range(3):
        room.command("improvise", title=f"De brug kraakt {number} keer", text="Iedereen hoort het.")
    player.sees("kraakt 2 keer", "#feed")
    player.page.evaluate("document.querySelector('#o-send_note [value=burgemeester]').value = 'niemand'")
    with player.fills("send_note") as form:
        player.chooses(form, "to", "niemand")
        form.locator("[name=text]").fill("Waar ben je?")
    expect(form.get_by_role("alert")).to_be_visible()
    found = faults(player.page)
    room.command("pause", reason="Even pauze.")
    player.sees("Even pauze.", "#banner")
    assert [*found, *faults(player.page)] == []


def test_everybody_can_use_het_gelekte_memo_while_the_council_votes(memo_site: Site, browser: Browser) -> None:
    room = memo_site.room("memo", "avond")
    player = seated(browser, room, "Loes", "lokaal", phone=True)
    room.begin()
    room.go_to("r1.act")
    room.command("put_to_vote", as_="seat:burgemeester", decision="vergadering", option="open")
    room.command("request_vote", as_="seat:groen", decision="vergadering")
    player.sees("Zeg je stem hardop", "#decisions")
    leader = leading(browser, room)
    assert {person.name: wrong for person in (player, leader) if (wrong := faults(person.page))} == {}
    player.leave()
    leader.leave()
