"""A facilitator takes a meeting along, and opens a session file on another server, in a real browser."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.exports.session_file import read
from tests.browser.axe import faults
from tests.browser.conftest import Enter, entering
from tests.browser.people import Person
from tests.browser.site import Room, Site
from tests.conftest import find_free_port


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Another server."""
    made = Site(tmp_path_factory.mktemp("elders") / "data", find_free_port())
    made.start()
    yield made
    made.stop()


@pytest.fixture
def enter_elsewhere(browser: Browser, elsewhere: Site) -> Iterator[Enter]:
    yield from entering(browser, elsewhere)


def test_a_meeting_goes_along_and_its_table_is_looked_back_at_elsewhere(
    room: Room, enter: Enter, elsewhere: Site, enter_elsewhere: Enter, tmp_path: Path
) -> None:
    room.begin()
    room.go_to("r1.act")
    page = enter(room.token, f"/bijeenkomst/{room.meeting}")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download alles").click()
    download.value.save_as(tmp_path / "avond.zip")
    with zipfile.ZipFile(tmp_path / "avond.zip") as bundle:
        bundle.extract("tafel-1/sessie.jsonl", tmp_path)
    file = tmp_path / "tafel-1" / "sessie.jsonl"
    assert read(file.read_bytes()).header.game == room.game

    other = elsewhere.room()
    page = enter_elsewhere(other.token, f"/bijeenkomst/{other.meeting}/sessiebestand", ready=False)
    page.get_by_label("Sessiebestand").set_input_files(file)
    page.get_by_role("button", name="Controleer en open").click()
    expect(page.get_by_role("heading", name="Het spel staat klaar")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Naar de bijeenkomst van dit spel").click()
    expect(page.get_by_text("elders gespeeld")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("link", name="Terugkijken").click()
    expect(page.get_by_text("Terugkijken:").first).to_be_visible()


def test_a_file_that_was_changed_is_refused_with_its_line(room: Room, browser: Browser, tmp_path: Path) -> None:
    leader = Person(browser, room.site.url, "leader").holds(room.token)
    leader.opens(f"/bijeenkomst/{room.meeting}/kamers/{room.game}", ready=False)
    page = leader.page
    with page.expect_download() as download:
        page.get_by_role("link", name="Sessiebestand").click()
    file = tmp_path / "sessie.jsonl"
    download.value.save_as(file)
    file.write_bytes(file.read_bytes().replace(b"griffier", b"griffies", 1))
    page.goto(page.url.split("/kamers")[0] + "/sessiebestand")
    assert faults(page) == []
    page.get_by_label("Sessiebestand").set_input_files(file)
    page.get_by_role("button", name="Controleer en open").click()
    expect(page.get_by_role("alert")).to_contain_text("Regel 2 van dit bestand is veranderd")
    assert faults(page) == []
    leader.leave()
