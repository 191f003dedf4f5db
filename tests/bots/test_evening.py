"""Bots at several tables of one meeting: divided over them, led at all of them, and what is kept afterwards."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bots.evening import shared_out
from app.bots.party import Plan
from app.config import ROOT
from tests.browser.site import Room, Site
from tests.conftest import find_free_port


@pytest.mark.parametrize(("players", "shares"), [(24, [8, 8, 8]), (10, [4, 3, 3]), (2, [1, 1, 0]), (0, [0, 0, 0])])
def test_players_are_divided_over_the_tables(players: int, shares: list[int]) -> None:
    plans = shared_out(Plan("http://127.0.0.1", "123456", players), ("g-1", "g-2", "g-3"))
    assert [plan.players for plan in plans] == shares
    assert [plan.game for plan in plans] == ["g-1", "g-2", "g-3"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("evening") / "data", find_free_port())
    made.start()
    yield made
    made.stop()


@pytest.fixture
def rooms(site: Site) -> tuple[Room, ...]:
    """Two tables of one meeting."""
    first = site.room()
    again = site.api("POST", f"/meetings/{first.meeting}/rooms", {"casus": "klein", "edition": "avond"}, first.token)
    return first, Room(site, first.meeting, first.code, again["game"], first.token)


def bots(room: Room, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "app", "bots", "--url", room.site.url, "--code", room.code, "--pace", "0.01"]
    return subprocess.run([*program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def link(room: Room) -> str:
    found: str = room.site.api("GET", f"/meetings/{room.meeting}/links", token=room.token)["facilitator"]
    return found


def test_all_tables_play_to_the_end_and_one_file_holds_the_meeting(rooms: tuple[Room, ...], tmp_path: Path) -> None:
    kept = tmp_path / "avond.zip"
    played = bots(rooms[0], "--all-rooms", "--players", "10", "--facilitator", link(rooms[0]), "--zip", str(kept))
    assert played.returncode == 0, played.stderr
    for room in rooms:
        view = room.view()
        assert view["clock"]["stage"] == "closed"
        assert view["facilitator"]["handed_in"] == view["facilitator"]["to_hand_in"] == 5
    names = zipfile.ZipFile(io.BytesIO(kept.read_bytes())).namelist()
    assert sum(name.endswith(".jsonl") for name in names) == len(rooms)


def test_only_a_facilitator_keeps_everything(rooms: tuple[Room, ...], tmp_path: Path) -> None:
    refused = bots(rooms[0], "--all-rooms", "--zip", str(tmp_path / "avond.zip"))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--facilitator" in refused.stderr


def test_who_looks_which_tables_there_are_plays_too(rooms: tuple[Room, ...]) -> None:
    bots(rooms[0], "--all-rooms", "--players", "3", "--patience", "1")
    room = rooms[0]
    found = room.site.api("GET", f"/meetings/{room.meeting}", token=room.token)
    guests = found["view"]["guests"].values()
    assert len(guests) == 3
    assert {guest.get("game") for guest in guests} == {room.game for room in rooms}


def test_fewer_bots_than_tables_leave_the_last_table_alone(rooms: tuple[Room, ...]) -> None:
    bots(rooms[0], "--all-rooms", "--players", "1", "--patience", "1")
    seated = [[seat for seat in room.view()["seats"].values() if seat.get("holder")] for room in rooms]
    assert [len(seats) for seats in seated] == [1, 0]


def test_a_wrong_code_for_all_tables_is_answered_in_words(rooms: tuple[Room, ...]) -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "app", "bots", "--url", rooms[0].site.url, "--code", "000000", "--all-rooms"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert refused.returncode == 1
    assert "code" in refused.stderr
    assert "Traceback" not in refused.stderr
