"""A whole meeting of two tables: eight players, a facilitator with one overview, a tafelhulp and the screen of the hall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.people import PATIENCE, Person
from tests.browser.site import Room, Site

PROFESSIONS = ("burgemeester", "griffier", "raadslid", "wethouder", "ambtenaar", "anders", "")
TO_THE_DEBRIEF = ("Sluit de ronde", "Eén jaar later", "Naar de nabespreking")


@dataclass
class Meeting:
    """A meeting with two tables, and everybody who looks at it in a browser."""

    browser: Browser
    site: Site
    room: Room
    other: str
    people: list[Person] = field(default_factory=list)
    joined: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"/bijeenkomst/{self.room.meeting}"

    def person(self, name: str, token: str = "", *, phone: bool = False) -> Person:
        """Somebody with a browser; with a token when they came in before."""
        made = Person(self.browser, self.site.url, name, phone=phone)
        self.people.append(made)
        return made.holds(token) if token else made

    def comes_in(self, name: str, profession: str) -> None:
        """A player without a browser."""
        body = {"code": self.room.code, "name": name, "profession": profession}
        self.joined[name] = self.site.api("POST", "/join", body)

    def link(self, kind: str, game: str) -> str:
        links: dict[str, Any] = self.site.api("GET", f"/meetings/{self.room.meeting}/links", token=self.room.token)
        path: str = links[kind][game]
        return path

    def at(self, game: str) -> Room:
        """One of the two tables, to command it by its own name."""
        return Room(self.site, self.room.meeting, self.room.code, game, self.room.token)

    def holder(self, game: str, seat: str) -> str:
        """The token of who sits there."""
        who = self.at(game).view()["seats"][seat]["holder"]
        return next(one["token"] for one in self.joined.values() if one["participant"] == who)


@pytest.fixture
def meeting(browser: Browser, site: Site) -> Iterator[Meeting]:
    room = site.room()
    body = {"casus": "klein", "edition": "dagdeel", "title": "Bij het raam"}
    other = site.api("POST", f"/meetings/{room.meeting}/rooms", body, room.token)["game"]
    made = Meeting(browser, site, room, other)
    yield made
    problems = [f"{one.name}: {problem}" for one in made.people for problem in one.problems]
    for one in made.people:
        one.leave()
    assert problems == []


def wishes(leader: Person, words: str, *, sure: bool = False) -> None:
    """Press a button for all tables, and wait until all tables did it."""
    leader.page.locator("#golf").get_by_role("button", name=words, exact=False).click()
    if sure:
        leader.page.get_by_role("alertdialog").get_by_role("button", name="Ja").click()
    expect(leader.page.locator("#antwoorden")).to_contain_text("Gedaan bij beide tafels", timeout=PATIENCE)


def tile(leader: Person, game: str) -> Any:
    return leader.page.locator(f"[id='{game}-tile']")


def stands(leader: Person, meeting: Meeting, words: str) -> None:
    """Both tables are there, on the overview."""
    for game in (meeting.room.game, meeting.other):
        expect(tile(leader, game)).to_contain_text(words, timeout=PATIENCE)


def test_a_meeting_of_two_tables_from_join_to_handvat(meeting: Meeting) -> None:
    site, room = meeting.site, meeting.room
    mia = meeting.person("Mia", phone=True)
    mia.opens(f"/m/{room.code}", ready=False)
    mia.page.get_by_label("Je naam").fill("Mia")
    mia.page.get_by_label("Wat doe je in het echt?").select_option("griffier")
    mia.presses("Ik doe mee")
    mia.page.wait_for_selector("html[data-screen=meeting][data-klaar='1']")
    for number, profession in enumerate(PROFESSIONS):
        meeting.comes_in(f"Gast {number}", profession)

    # Divided by casting, after a look at how it would be; who was waiting goes to the table without a click.
    leader = meeting.person("Fatima", room.token).opens(f"{meeting.path}/overzicht")
    leader.sees("8 deelnemers hebben nog geen tafel", "#newcomers")
    leader.page.get_by_role("link", name="Geef hen een plek").click()
    leader.page.get_by_text("Iedereen die nog niet speelt").click()
    leader.presses("Maak een nieuw voorstel")
    leader.presses("Zo doen we het")
    leader.page.wait_for_selector("html[data-screen=tables][data-klaar='1']")
    mia.page.wait_for_selector("html[data-screen=player][data-klaar='1']", timeout=PATIENCE)
    here = mia.page.url.split("/")[4]
    there = meeting.other if here == room.game else room.game
    expect(tile(leader, here)).to_contain_text("1 van 4 verbonden", timeout=PATIENCE)
    leader.sees_not("nog geen tafel", "#newcomers")

    # A tafelhulp at the other table, a screen in the hall, and one wish for both tables.
    vera = meeting.person("Vera", phone=True).opens(meeting.link("helper", there), ready=False)
    vera.page.get_by_label("Je naam").fill("Vera")
    vera.presses("Ik help deze tafel")
    vera.page.wait_for_selector("html[data-screen=helper][data-klaar='1']")
    expect(leader.page.locator(f"#tiles-{there}")).to_contain_text("Tafelhulp: Vera", timeout=PATIENCE)
    hall = meeting.person("Zaal", room.token).opens(f"{meeting.path}/scherm")
    hall.sees(f"{room.code[:3]} {room.code[3:]}", "#entrance")
    wishes(leader, "Begin")
    stands(leader, meeting, "Je rol lezen")
    for step in ("Lezen", "Praten", "Besluiten"):
        wishes(leader, "Volgende stap")
        stands(leader, meeting, step)
    hall.sees("Besluiten", f"[id='{there}-tile']")
    assert "Mia" not in hall.everything

    # Votes are spoken; the tafelhulp writes them down, with a name beside it.
    table = meeting.at(there)
    chair, member = meeting.holder(there, "burgemeester"), meeting.holder(there, "wethouder")
    table.command("put_to_vote", chair, decision="onderzoek", option="snel")
    table.command("request_vote", member, decision="onderzoek")
    vera.sees("Lees de namen voor", "#decisions")
    vera.sends(vera.form("record_vote", seat="wethouder", decision="onderzoek"))
    vera.sees("1 tegen", "#decisions")
    expect(tile(leader, there)).to_contain_text("Burgemeester", timeout=PATIENCE)

    # Somebody comes late and gets the free seat; somebody else goes to the other table while the games run.
    meeting.comes_in("Laat", "anders")
    leader.sees("Laat", "#newcomers")
    leader.page.get_by_role("link", name="Geef hen een plek").click()
    leader.presses("Zo doen we het")
    leader.page.wait_for_selector("html[data-screen=tables][data-klaar='1']")
    leader.page.locator(f"[id='{here}-tile']").get_by_role("link", name="Mia").click()
    leader.page.get_by_label("Tafel", exact=True).select_option(there)
    leader.presses("Ga naar deze tafel")
    mia.page.wait_for_url(f"**/kamer/{there}", timeout=PATIENCE)
    mia.page.wait_for_selector("html[data-screen=waiting][data-klaar='1']", timeout=PATIENCE)
    mia.sits_down("griffier")
    leader.opens(f"{meeting.path}/overzicht")
    expect(tile(leader, there)).to_contain_text("Mia", timeout=PATIENCE)

    # To the debrief together; the hall reads what the papers write; a handvat on a phone.
    for words in TO_THE_DEBRIEF:
        if words == "Naar de nabespreking":
            hall.sees("Eén jaar later", f"[id='{there}-tile']")
        wishes(leader, words, sure=words != "Naar de nabespreking")
    while meeting.at(there).view()["clock"]["key"] != "debrief.handvat":
        before = meeting.at(there).view()["clock"]["step_label"]
        stands(leader, meeting, before)
        wishes(leader, "Volgende stap")
    stands(leader, meeting, "Handvat")
    with mia.fills("write_handvat") as form:
        for name, words in (("whom", "de griffier"), ("what", "een startnotitie"), ("before", "vrijdag")):
            form.locator(f"[name={name}]").fill(words)
    expect(tile(leader, there)).to_contain_text("1 van", timeout=PATIENCE)
    leader.opens(f"{meeting.path}/wie-deed-wat", ready=False)
    leader.sees("Vera (tafelhulp)")
    assert site.api("GET", f"/games/{here}", token=room.token)["view"]["clock"]["key"] == "debrief.handvat"
