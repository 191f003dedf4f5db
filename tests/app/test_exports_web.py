"""What a facilitator takes along and opens on the web, and who may not."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from werkzeug.test import TestResponse

from app.exports import problems
from app.exports.parts import PARTS, session
from app.exports.session_file import read
from app.service import meetings
from game_rules.vocabulary.commands import WriteSilentNote
from tests.app.looking_back import SEATS, SECRET, Table
from tests.app.web import Browser, Web, web_in

NOTE = "Ik hield iets voor mij."
FILES = [part.name for part in PARTS if part.of == "game"]


@pytest.fixture
def table(web: Web) -> Table:
    """A table with people whose names stand nowhere else."""
    made = Table(web)
    for seat, name in zip(SEATS, ("Xaviera", "Xerxes", "Xenia"), strict=True):
        meetings.rename(web.lab, web.meeting, made.people[seat], name)
    return made


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Another server."""
    with web_in(tmp_path_factory.mktemp("elders")) as running:
        yield running


def send(browser: Browser, meeting: str, data: bytes | None, token: bool = True) -> TestResponse:
    """Choose a file on the page and press the button."""
    page = f"/bijeenkomst/{meeting}/sessiebestand"
    found = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(page).text)
    fields: dict[str, object] = {"csrf_token": found[1]} if found and token else {}
    if data is not None:
        fields["bestand"] = (io.BytesIO(data), "sessie.jsonl")
    return browser.client.post(page, data=fields, base_url=browser.base, content_type="multipart/form-data")


# --- out -------------------------------------------------------------------------------------------------------------


def test_a_facilitator_takes_a_table_along(table: Table) -> None:
    assert table.browser("facilitator").get(f"/kamer/{table.game}/bestand/verslag.html").status_code == 404
    table.go_to("debrief.note")
    for name in FILES:
        answer = table.browser("facilitator").get(f"/kamer/{table.game}/bestand/{name}")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert name in answer.headers["Content-Disposition"]
    file = table.browser("facilitator").get(f"/kamer/{table.game}/bestand/sessie.jsonl").data
    assert read(file).header.game == table.game


def test_only_who_leads_takes_anything_along(table: Table) -> None:
    paths = [f"/kamer/{table.game}/bestand/{name}" for name in FILES]
    paths += [f"/bijeenkomst/{table.web.meeting}/export.zip", f"/bijeenkomst/{table.web.meeting}/sessiebestand"]
    for browser in (table.web.browser(), *(table.browser(seat) for seat in SEATS)):
        for path in paths:
            assert browser.get(path).status_code == 401
        assert send(browser, table.web.meeting, b"x").status_code in (400, 401)


def test_nothing_that_the_facilitator_may_not_read_goes_along(table: Table) -> None:
    table.go_to("debrief.note")
    table.play("griffier", WriteSilentNote(text=NOTE))
    for name in FILES:
        data = table.browser("facilitator").get(f"/kamer/{table.game}/bestand/{name}").data.decode()
        assert SECRET not in data
        assert NOTE not in data
    whole = table.browser("facilitator").get(f"/bijeenkomst/{table.web.meeting}/export.zip").data
    with zipfile.ZipFile(io.BytesIO(whole)) as bundle:
        everything = b"".join(bundle.read(name) for name in bundle.namelist())
    assert SECRET.encode() not in everything
    assert NOTE.encode() not in everything
    assert NOTE.encode() in session(table.web.lab, table.game, "host")


def test_an_unknown_file_is_said_so(table: Table) -> None:
    for name in ("wachtwoorden.txt", "codeboek.csv"):
        assert table.browser("facilitator").get(f"/kamer/{table.game}/bestand/{name}").status_code == 404


def test_everything_of_a_meeting_is_one_zip(table: Table) -> None:
    second = table.web.open_room("Tafel van Xantippe")
    answer = table.browser("facilitator").get(f"/bijeenkomst/{table.web.meeting}/export.zip")
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as bundle:
        assert bundle.testzip() is None
        names = set(bundle.namelist())
        once = {part.name for part in PARTS if part.of == "meeting"} & names
        assert {"codeboek.csv", "codeboek.md"} <= once
        for folder, game in (("tafel-1", table.game), ("tafel-2", second)):
            assert {f"{folder}/sessie.jsonl", f"{folder}/gebeurtenissen.csv", f"{folder}/oordelen.csv"} <= names
            assert read(bundle.read(f"{folder}/sessie.jsonl")).header.game == game
        told = bundle.read("LEESMIJ.txt").decode()
        assert all(name.rsplit("/", 1)[-1] in told for name in names - {"LEESMIJ.txt"})
        everything = b"".join(bundle.read(name) for name in names)
    for name in (*table.web.people(), "Xantippe"):
        assert name.encode() not in everything


def test_the_pages_lead_to_it(table: Table) -> None:
    page = table.browser("facilitator").get(f"/bijeenkomst/{table.web.meeting}").text
    assert f"/bijeenkomst/{table.web.meeting}/export.zip" in page
    assert f"/bijeenkomst/{table.web.meeting}/sessiebestand" in page
    room = table.browser("facilitator").get(f"/bijeenkomst/{table.web.meeting}/kamers/{table.game}").text
    assert f"/kamer/{table.game}/bestand/sessie.jsonl" in room


# --- in --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def file(table: Table) -> bytes:
    return table.browser("facilitator").get(f"/kamer/{table.game}/bestand/sessie.jsonl").data


def test_a_facilitator_elsewhere_opens_it_and_looks_back(table: Table, other: Web, file: bytes) -> None:
    browser = other.leader()
    answer = send(browser, other.meeting, file)
    assert answer.status_code == 303
    page = browser.get(answer.headers["Location"]).text
    assert "Het spel staat klaar" in page
    replay = browser.get(f"/kamer/{table.game}/terugblik")
    assert replay.status_code == 200
    assert "Terugkijken:" in replay.text
    assert browser.get(f"/kamer/{table.game}/leiding").headers["Location"].endswith("/terugblik")
    meeting = browser.get(f"/bijeenkomst/{table.web.meeting}").text
    assert "elders gespeeld" in meeting
    assert "/leiding" not in meeting
    assert "Meedoen" not in meeting
    for name in table.web.people():
        assert name not in replay.text


def test_the_second_time_it_is_said_and_not_doubled(table: Table, other: Web, file: bytes) -> None:
    browser = other.leader()
    send(browser, other.meeting, file)
    page = browser.get(send(browser, other.meeting, file).headers["Location"]).text
    assert "Dit spel staat er al" in page
    assert len(meetings.state(other.lab, table.web.meeting).rooms) == 1


def test_an_altered_file_is_refused_in_words_with_its_line(other: Web, file: bytes) -> None:
    lines = file.splitlines(keepends=True)
    lines[6] = lines[6].replace(b'"at":1', b'"at":2', 1)
    answer = send(other.leader(), other.meeting, b"".join(lines))
    assert answer.status_code == 422
    assert "Regel 7 van dit bestand is veranderd" in answer.text
    assert "line_altered" in answer.text
    assert 'role="alert"' in answer.text
    assert other.lab.store.streams("g-") == (other.game,)
    assert other.lab.store.streams("m-") == (other.meeting,)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda file: file[: len(file) // 2], "is afgebroken"),
        (lambda file: b"hallo", "geen sessiebestand"),
        (lambda file: b"", "is leeg"),
        (lambda file: None, "nog geen bestand gekozen"),
    ],
)
def test_what_is_no_session_file_is_refused_in_words(other: Web, file: bytes, change: object, words: str) -> None:
    answer = send(other.leader(), other.meeting, change(file))  # type: ignore[operator]
    assert answer.status_code == 422
    assert words in answer.text


def test_a_file_that_is_too_large_is_refused(other: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.pages.exports.LARGEST", 100_000)
    answer = send(other.leader(), other.meeting, b"x" * 200_000)
    assert answer.status_code == 413
    assert problems.PROBLEMS["file_too_large"][:20] in answer.text


def test_other_forms_stay_small(other: Web) -> None:
    browser = other.leader()
    answer = browser.send(f"/bijeenkomst/{other.meeting}/kamers", {"title": "x" * 200_000})
    assert answer.status_code == 413


def test_a_form_of_another_site_opens_nothing(table: Table, other: Web, file: bytes) -> None:
    answer = send(other.leader(), other.meeting, file, token=False)
    assert answer.status_code == 400
    assert other.lab.store.streams("g-") == (other.game,)


def test_somebody_who_leads_another_meeting_gets_no_way_in_by_a_file(table: Table, other: Web, file: bytes) -> None:
    send(other.leader(), other.meeting, file)
    stranger = other.leader()
    answer = send(stranger, other.meeting, file)
    assert answer.status_code == 403
    assert "die jij niet leidt" in answer.text
    assert stranger.get(f"/kamer/{table.game}/terugblik").status_code in (401, 403)
