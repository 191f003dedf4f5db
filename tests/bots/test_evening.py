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
