"""In the room: laptops and phones that reach the server by a name, over plain http, without what only localhost has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, expect

from tests.browser.evening import READY
from tests.browser.people import Person
from tests.browser.site import Room, Site
from tests.conftest import find_free_port

NAME = "dnalab.test"
MISSING = "[isSecureContext, Boolean(crypto.randomUUID), Boolean(navigator.clipboard), Boolean(navigator.wakeLock)]"


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that listens to the whole network."""
    made = Site(tmp_path_factory.mktemp("hall") / "data", find_free_port(), host="0.0.0.0")
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def elsewhere(browser_type: BrowserType, browser_type_launch_args: dict[str, object]) -> Iterator[Browser]:
    """A browser on another machine: for it the server has a name."""
    arguments = [*browser_type_launch_args["args"], f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]  # type: ignore[misc]
    made = browser_type.launch(**{**browser_type_launch_args, "args": arguments})  # type: ignore[arg-type]
    yield made
    made.close()


@pytest.fixture
def room(hall: Site) -> Room:
    return hall.room()


def guest(browser: Browser, room: Room, name: str, *, phone: bool = False) -> Person:
    return Person(browser, room.site.url.replace("127.0.0.1", NAME), name, phone=phone)


def writes(person: Person, text: str) -> None:
    with person.fills("send_note") as form:
        person.chooses(form, "to", "burgemeester")
        form.locator("[name=text]").fill(text)
    person.sees(text, "#notes")


def test_nel_joins_plays_reloads_and_goes_on_with_another_device(room: Room, elsewhere: Browser) -> None:
    nel = guest(elsewhere, room, "Nel", phone=True)
    nel.opens("/", ready=False)
    nel.page.get_by_label("Code van de bijeenkomst").fill(room.code)
    nel.presses("Verder")
    nel.says_who().sits_down("griffier")
    assert nel.page.evaluate(MISSING) == [False] * 4
    room.begin()
    nel.sees("Lezen", "#bar")
    writes(nel, "Kom je zo even langs?")
    nel.page.reload()
    nel.page.wait_for_selector(READY)
    nel.sees("Kom je zo even langs?", "#notes")

    code = nel.page.locator("#rol .mono").inner_text()
    laptop = guest(elsewhere, room, "Nel op haar laptop").opens("/terug", ready=False)
    laptop.page.get_by_label("Terugkeercode").fill(code)
    laptop.presses("Ga verder")
    laptop.page.wait_for_selector(READY)
    laptop.sees("Griffier", "#role")
    expect(nel.page.get_by_role("dialog")).to_contain_text("Je bent verdergegaan op een ander apparaat")
    writes(laptop, "Ik zit nu achter mijn laptop.")
    assert not nel.was_told("Ik zit nu achter mijn laptop.")
    assert [*nel.problems, *laptop.problems] == []
    nel.leave()
    laptop.leave()


def test_fatima_copies_the_link_where_the_browser_has_no_clipboard(room: Room, elsewhere: Browser) -> None:
    fatima = guest(elsewhere, room, "Fatima").holds(room.token).opens(f"/bijeenkomst/{room.meeting}")
    button = fatima.page.get_by_role("button", name="Kopieer").first
    link = fatima.page.locator(".copy__text").first.inner_text()
    button.click()
    expect(fatima.page.locator("[data-copy]").first).to_contain_text("Gekopieerd")
    fatima.page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'plak'}))")
    fatima.page.locator("#plak").focus()
    fatima.page.keyboard.press("Control+V")
    assert fatima.page.locator("#plak").input_value() == link
    assert fatima.problems == []
    fatima.leave()
