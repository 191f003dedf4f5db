"""Bots play every casus that is delivered from lobby to last handvat, in both editions, over the public protocol only."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator

import pytest

from app.config import ROOT
from tests.browser.site import Room, Site
from tests.conftest import find_free_port

CASUS = "memo"
FULL = {"memo": (9, "Het gelekte memo"), "kreek": (12, "Zestig huizen aan de Kreek")}
"""Per casus the number of seats that people play, and its title."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("bots") / "data", find_free_port(), ROOT / "cases")
    made.start()
    yield made
    made.stop()


def bots(room: Room, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "app", "bots", "--url", room.site.url, "--code", room.code, *arguments]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)


def leader_link(room: Room) -> str:
    links = room.site.api("GET", f"/meetings/{room.meeting}/links", token=room.token)
    link: str = links["facilitator"]
    return link.rpartition("/")[2]


def page(room: Room, rest: str, token: str) -> str:
    request = urllib.request.Request(f"{room.site.url}/kamer/{room.game}{rest}", headers={"Cookie": f"dnalab={token}"})
    with urllib.request.urlopen(request) as answer:
        text: str = answer.read().decode()
        return text


@pytest.mark.timeout(400)
@pytest.mark.parametrize("edition", ["avond", "dagdeel"])
@pytest.mark.parametrize("casus", FULL)
def test_a_full_table_of_bots_and_a_leader_play_it_to_the_end(site: Site, casus: str, edition: str) -> None:
    players, title = FULL[casus]
    room = site.room(casus, edition)
    guest = room.join("Wout")
    played = bots(
        room, "--players", str(players), "--facilitator", leader_link(room), "--pace", "0.02", "--patience", "60"
    )
    assert played.returncode == 0, played.stderr
    view = room.view()
    assert view["clock"]["stage"] == "closed"
    assert view["facilitator"]["handed_in"] == view["facilitator"]["to_hand_in"] == players
    assert sum(round_["status"] == "done" for round_ in view["clock"]["rounds"].values()) == view["clock"]["count"]
    assert len(view["debrief"]["chosen"]) == 3
    for token in (room.token, guest["token"]):
        assert f"Terugkijken naar {title}" in page(room, "/terugblik", token)
        assert "Bode" in page(room, "/bode", token)


def test_without_a_leader_they_say_who_waits_for_what(site: Site) -> None:
    room = site.room(CASUS, "avond")
    stuck = bots(room, "--players", "2", "--pace", "0.02", "--patience", "2")
    assert (stuck.returncode, stuck.stdout) == (1, "")
    for words in (
        "Vastgelopen: 2 tellen gebeurde er niets",
        "take_seat → versie",
        "Bot 1 (",
        "Bot 2 (",
        "lobby",
        "gevraagd:",
        "aangeboden:",
    ):
        assert words in stuck.stderr
    assert "Traceback" not in stuck.stderr
    assert not room.site.log.read_text().count("Traceback")
