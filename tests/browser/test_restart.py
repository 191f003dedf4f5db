"""The server falls over in mid-game, with everybody's browser open: nobody loses anything, nobody has to do anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.evening import leading, seated
from tests.browser.people import READY, Person
from tests.browser.site import Room, Site

BACK = 5_000
"""Milliseconds after the server answers again within which every page must be back."""

QUESTION = "Blijf je bij wat je net zei?"


@pytest.fixture
def table(own_site: Site, browser: Browser) -> Iterator[tuple[Room, dict[str, Person]]]:
    """Fatima leads, the hall looks on; Kees is wethouder, Gré is griffier on her phone. They talk in round one."""
    room = own_site.room()
    kees, gre = seated(browser, room, "Kees", "wethouder"), seated(browser, room, "Gré", "griffier", phone=True)
    room.begin()
    room.go_to("r1.talk")
    people = {
        "fatima": leading(browser, room),
        "hall": leading(browser, room, "/scherm"),
        "kees": kees,
        "gre": gre,
    }
    yield room, people
    for person in people.values():
        person.leave()


def test_a_table_goes_on_after_the_server_was_killed(own_site: Site, table: tuple[Room, dict[str, Person]]) -> None:
    room, people = table
    they_do_something(room, people)
    own_site.kill()
    for name in ("fatima", "kees", "gre"):
        people[name].sees("Geen verbinding", "body")
    gre_asks(people["gre"])
    expect(people["kees"].page.get_by_role("dialog")).to_contain_text("De verbinding is weg", timeout=15_000)
    assert faults(people["kees"].page) == []

    own_site.start()
    for person in people.values():
        person.page.wait_for_selector(READY, timeout=BACK)
    everything_is_still_there(room, people)
    people["fatima"].does("resume")
    people["kees"].sees(QUESTION, "#notes")
    expect(people["gre"].page.locator("#notes > li")).to_have_count(1)
    assert [note["text"] for note in room.view(token=people["gre"].token)["notes"].values()] == [QUESTION]
    assert [name for name, person in people.items() if not person.stayed or person.problems] == []


def they_do_something(room: Room, people: dict[str, Person]) -> None:
    """A card is shown and a moment remembered: the server said that it has them."""
    with people["kees"].fills("show_card", card="rapport") as form:
        people["kees"].chooses(form, "to", "griffier")
    people["gre"].sees("Het rapport", "#cards")
    people["fatima"].page.locator("#boekenlegger").fill("Nu weten zij het allebei")
    people["fatima"].page.keyboard.press("Enter")
    people["fatima"].sees("Nu weten zij het allebei", "#marks")


def gre_asks(gre: Person) -> None:
    """She writes a note while there is no server."""
    with gre.fills("send_note") as form:
        gre.chooses(form, "to", "wethouder")
        form.locator("[name=text]").fill(QUESTION)
    expect(form).to_contain_text("Nog niet verstuurd")


def everything_is_still_there(room: Room, people: dict[str, Person]) -> None:
    """The same seats, what was acknowledged, and a clock that waits for the leader and says why."""
    people["kees"].sees("Wethouder Kok", "#role")
    people["gre"].sees("Griffier Bos", "#role")
    people["gre"].sees("Het rapport", "#cards")
    people["fatima"].sees("Nu weten zij het allebei", "#marks")
    for name, person in people.items():
        person.sees("server", "#stage" if name == "hall" else "#banner")
        person.sees("staat stil", "#klok")
    assert not room.view()["clock"].get("running", False)
