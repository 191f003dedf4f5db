"""Kill -9 in the middle of a game: what was acknowledged is there, the clock stands still, everybody comes back."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bots.door import follow, join
from app.bots.screen import Screen
from app.config import ROOT
from app.service.heartbeat import GAP_MS
from app.storage.sqlite import SqliteStore
from game_rules.codec import decode_record
from game_rules.vocabulary.commands import Bookmark, Command, NextStep, Resume, SetPlayer, TakeSeat
from game_rules.vocabulary.events import Bookmarked, Record
from tests.faults.process import ServerProcess, until

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")


class Room:
    """A player on the griffier's seat and a facilitator, at the first table of a real server."""

    def __init__(self, data: Path) -> None:
        self.server = ServerProcess(data)
        entrance = join(self.server.url, self.server.code, "Gré")
        self.game = entrance.game
        self.player = self._screen(entrance.token, "")
        self.leader = self._screen(follow(self.server.url, self.server.link, "Leider").token, "facilitator")

    def _screen(self, token: str, audience: str) -> Screen:
        screen = Screen(self.server.url, token, self.game, audience)
        screen.open()
        return screen

    def lead(self, wish: Command) -> dict[str, object]:
        answer = self.leader.send(wish)
        assert answer["ok"], answer
        return answer

    def begin(self) -> None:
        """To the first step in which the clock runs."""
        assert self.player.send(TakeSeat(seat="griffier"))["ok"]
        for seat in SEATS:
            if seat != "griffier":
                self.lead(SetPlayer(seat=seat, player="facilitator"))
        for step in ("lobby", "briefing"):
            self.lead(NextStep(from_step=step))

    def records(self) -> list[Record]:
        store = SqliteStore(self.server.data)
        found = [decode_record(entry.data) for entry in store.read(self.game)]
        store.close()
        return found

    def close(self) -> None:
        self.player.close()
        self.leader.close()
        self.server.stop()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.close()


def test_everything_acknowledged_survives_kill_9_and_nothing_is_done_twice(room: Room) -> None:
    room.begin()
    acknowledged: list[str] = []

    def mark_many() -> None:
        for number in range(60):
            if room.leader.send(Bookmark(text=f"moment {number}"))["ok"]:
                acknowledged.append(f"moment {number}")

    marking = threading.Thread(target=mark_many)
    marking.start()
    until(lambda: len(acknowledged) >= 20)
    room.server.kill()
    at_the_kill = list(acknowledged)
    stored = [one.event.text for one in room.records() if isinstance(one.event, Bookmarked)]
    assert [text for text in at_the_kill if text not in stored] == []
    room.server.start()
    marking.join()
    stored = [one.event.text for one in room.records() if isinstance(one.event, Bookmarked)]
    assert stored == [f"moment {number}" for number in range(60)]


def test_after_kill_9_everybody_is_back_and_the_clock_waits_for_the_facilitator(room: Room) -> None:
    room.begin()
    until(lambda: room.player.view and room.player.view.clock.running and room.player.view.me.seat)
    room.server.kill()
    room.server.start()
    for screen in (room.player, room.leader):
        until(lambda: screen.view and not screen.view.clock.running)  # noqa: B023 - waited for at once
    assert room.player.view is not None
    assert (room.player.view.me.kind, room.player.view.me.seat) == ("seat", "griffier")
    paused = room.records()[-1]
    assert (paused.event.__struct_config__.tag, paused.actor.kind) == ("clock_paused", "clock")
    times = [record.at for record in room.records()]
    assert times == sorted(times)
    room.lead(Resume())
    until(lambda: room.player.view and room.player.view.clock.running)


def test_a_closed_lid_stops_the_clock(room: Room) -> None:
    room.begin()
    until(lambda: room.player.view and room.player.view.clock.running)
    room.server.sleep(GAP_MS / 1000 + 1)
    until(lambda: room.player.view and not room.player.view.clock.running)
    assert room.records()[-1].actor.kind == "clock"


def test_a_server_that_is_asked_to_stop_stops_and_keeps_everything(room: Room) -> None:
    room.begin()
    room.lead(Bookmark(text="vlak voor het einde"))
    assert room.server.stop() == 0
    assert any(isinstance(one.event, Bookmarked) for one in room.records())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    made = ServerProcess(tmp_path)
    yield made
    made.stop()


def test_bots_play_a_game_to_its_end_through_kill_9(server: ServerProcess) -> None:
    program = [sys.executable, "-m", "app", "bots", "--url", server.url, "--code", server.code, "--pace", "0.02"]
    with subprocess.Popen(
        [*program, "--facilitator", server.link], cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as bots:
        store = SqliteStore(server.data)
        game = store.streams("g-")[0]
        for _ in range(2):
            length = len(store.read(game))
            until(lambda: len(store.read(game)) > length + 25)  # noqa: B023 - waited for at once
            server.kill()
            server.start()
        store.close()
        problems = bots.communicate()[1]
    assert bots.returncode == 0, problems
