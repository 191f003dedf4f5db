"""A session file comes in on another server: whole or not at all, once, and only to look back at."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from app import cli
from app.exports.importing import bring_in
from app.exports.parts import session
from app.exports.session_file import read
from app.service import games, meetings
from app.service.errors import Forbidden, ServiceError
from app.storage.folder import DataFolder
from app.storage.sqlite_beside import SqliteBeside
from game_rules.projections import project
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.commands import Resume, Wake
from tests.app.looking_back import LEADER, Table
from tests.app.web import Web, web_in

LOOKING = [Audience(kind="facilitator"), Audience(kind="screen"), Audience(kind="mirror", seat="griffier")]


@pytest.fixture
def file(web: Web) -> bytes:
    """The session file of a table that is in the middle of its game, clock and all."""
    table = Table(web)
    assert table.state.clock.running
    return session(web.lab, web.game, "host")


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Another server."""
    with web_in(tmp_path_factory.mktemp("elders")) as running:
        yield running


def everybody(meeting: str) -> bool:
    return True


def nobody(meeting: str) -> bool:
    return False


def test_a_game_is_the_same_elsewhere(web: Web, other: Web, file: bytes) -> None:
    done = bring_in(other.lab, read(file), nobody)
    assert (done.game, done.meeting, done.again, done.new_meeting) == (web.game, web.meeting, False, True)
    here, there = games.state(web.lab, web.game), games.state(other.lab, web.game)
    assert all(project(here, audience).view == project(there, audience).view for audience in LOOKING)
    assert session(other.lab, web.game, "host") == file


def test_a_game_from_elsewhere_never_runs(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(file), nobody)
    assert web.game in web.lab.store.running()
    assert web.game not in other.lab.store.running()
    assert web.game not in other.lab.store.wakes()
    for actor, command in ((LEADER, Resume()), (Actor(kind="clock"), Wake())):
        with pytest.raises(ServiceError, match="imported"):
            games.submit(other.lab, web.game, actor, command, "t-1")
    assert other.lab.tables.get(web.game).next_wake is None
    assert session(other.lab, web.game, "host") == file


def test_nobody_can_sit_down_in_it_or_join_its_meeting(web: Web, other: Web, file: bytes) -> None:
    done = bring_in(other.lab, read(file), nobody)
    state = meetings.state(other.lab, done.meeting)
    assert state.door == "over"
    assert state.open_rooms == ()
    assert state.rooms[web.game].imported
    assert state.guests == {}


def test_the_same_file_twice_is_one_game(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(file), everybody)
    done = bring_in(other.lab, read(file), everybody)
    assert (done.again, done.new_meeting) == (True, False)
    assert list(meetings.state(other.lab, web.meeting).rooms) == [web.game]
    assert bring_in(web.lab, read(file), everybody).again
    assert bring_in(web.lab, read(session(web.lab, web.game, "facilitator")), everybody).again
    assert not web.lab.beside.imported(web.game)


def test_another_game_with_the_same_number_is_refused(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(session(web.lab, web.game, "facilitator")), everybody)
    before = other.lab.store.read(web.game)
    with pytest.raises(ServiceError) as refused:
        bring_in(other.lab, read(file), everybody)
    assert refused.value.code == "game_differs"
    assert other.lab.store.read(web.game) == before


def _leading(web: Web) -> Table:
    table = Table.__new__(Table)
    table.web, table.game, table._count = web, web.game, 1000
    return table


def test_a_file_of_another_moment_of_the_same_game_is_refused(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(file), everybody)
    _leading(web).go_to("r1.act")
    with pytest.raises(ServiceError) as refused:
        bring_in(other.lab, read(session(web.lab, web.game, "host")), everybody)
    assert refused.value.code == "game_longer"
    assert session(other.lab, web.game, "host") == file


def test_a_meeting_of_somebody_else_is_not_entered_by_a_file(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(file), nobody)
    with pytest.raises(Forbidden) as refused:
        bring_in(other.lab, read(file), nobody)
    assert refused.value.code == "not_your_meeting"


def test_people_have_numbers_instead_of_names(web: Web, other: Web, file: bytes) -> None:
    bring_in(other.lab, read(file), nobody)
    assert sorted(other.lab.beside.names(web.meeting).values()) == ["Deelnemer 1", "Deelnemer 2", "Deelnemer 3"]
    assert bring_in(web.lab, read(file), everybody).again
    assert "Deelnemer 1" not in web.lab.beside.names(web.meeting).values()


def test_an_import_that_was_cut_off_is_finished_by_the_next(web: Web, other: Web, file: bytes) -> None:
    found = read(file)
    other.lab.beside.keep_content(found.header.content, found.content)
    other.lab.beside.keep_imported(found.header.game, 1)
    assert not other.lab.store.read(found.header.game)
    done = bring_in(other.lab, found, nobody)
    assert not done.again
    assert web.game in meetings.state(other.lab, done.meeting).rooms


def test_a_casus_under_a_borrowed_hash_is_not_kept(web: Web, other: Web, file: bytes) -> None:
    found = read(file)
    with sqlite3.connect(other.lab.config.data / "dnalab.sqlite3") as database:
        database.execute("UPDATE contents SET data = ? WHERE hash = ?", (b"iets anders", found.header.content))
    with pytest.raises(ServiceError) as refused:
        bring_in(other.lab, found, nobody)
    assert refused.value.code == "content_differs_here"
    assert not other.lab.store.read(web.game)


# --- on the command line ---------------------------------------------------------------------------------------------


@pytest.fixture
def saved(web: Web, file: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "spel.jsonl"
    path.write_bytes(file)
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_game_goes_out_and_in_on_the_command_line(
    web: Web, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, elsewhere, out = web.lab.config.data, tmp_path / "elders", tmp_path / "uit.jsonl"
    code, told, _ = run(capsys, "export", web.game, "--data", data, "--to", out, "--json")
    assert code == 0, "a server may go on working in the folder"
    assert out.read_bytes() == saved.read_bytes()
    assert json.loads(told)["fingerprint"] == read(out.read_bytes()).fingerprint
    code, told, _ = run(capsys, "import", out, "--data", elsewhere, "--json")
    found = json.loads(told)
    assert (code, found["imported"], found["again"], found["game"]) == (0, True, False, web.game)
    assert found["link"].startswith("/f/")
    code, told, _ = run(capsys, "import", out, "--data", elsewhere)
    assert code == 0
    assert "staat hier al" in told
    code, _, _ = run(capsys, "export", web.game, "--data", elsewhere, "--to", tmp_path / "weer.jsonl")
    assert (tmp_path / "weer.jsonl").read_bytes() == out.read_bytes()


def test_an_altered_file_ends_with_one_and_names_the_line(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved.write_bytes(saved.read_bytes().replace(b"griffier", b"grifier!", 1))
    elsewhere = tmp_path / "elders"
    code, told, problem = run(capsys, "import", saved, "--data", elsewhere, "--json")
    assert (code, json.loads(told)["error"]["details"]) == (1, {"line": 2})
    assert "Regel 2 van dit bestand is veranderd" in problem
    assert not elsewhere.exists()
    assert run(capsys, "import", tmp_path / "niets.jsonl")[0] == 2
    assert run(capsys, "import", saved, "--check")[0] == 1


def test_a_server_that_works_in_the_folder_points_to_the_web(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = DataFolder(tmp_path / "bezet")
    try:
        code, _, problem = run(capsys, "import", saved, "--data", tmp_path / "bezet")
    finally:
        folder.release()
    assert code == 1
    assert "Sessiebestand openen" in problem


def test_a_meeting_goes_out_as_a_zip(web: Web, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told, _ = run(capsys, "export", web.meeting, "--data", web.lab.config.data, "--to", tmp_path / "m.zip")
    assert code == 0, told
    with zipfile.ZipFile(BytesIO((tmp_path / "m.zip").read_bytes())) as bundle:
        assert bundle.testzip() is None
        assert bundle.read("tafel-1/sessie.jsonl") == saved.read_bytes()
        assert {"LEESMIJ.txt", "codeboek.csv", "tafel-1/oordelen.csv"} <= set(bundle.namelist())


def test_what_is_not_there_is_said(tmp_path: Path, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    data = web.lab.config.data
    assert run(capsys, "export", "g-geen", "--data", data)[0] == 1
    assert run(capsys, "export", "m-geen", "--data", data)[0] == 1
    assert "geen gegevens" in run(capsys, "export", "g-geen", "--data", tmp_path / "leeg")[2]
    missing = tmp_path / "nergens" / "spel.jsonl"
    assert run(capsys, "export", web.game, "--data", data, "--to", missing)[0] == 1


def test_a_data_folder_of_the_release_before_learns_what_is_imported(web: Web, tmp_path: Path) -> None:
    file = web.lab.config.data / "dnalab.sqlite3"
    old = tmp_path / "oud"
    old.mkdir()
    with sqlite3.connect(file) as source, sqlite3.connect(old / file.name) as target:
        source.backup(target)
        target.execute("DROP TABLE imported")
        target.execute("PRAGMA user_version = 1")
    beside = SqliteBeside(old)
    assert not beside.imported(web.game)
    beside.close()
