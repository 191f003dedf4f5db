"""A server without pages or sockets around the real rules and the small casus; SQLite in a folder, plain threads."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.assembly import Adapters, build_lab, one_thread, start, stop
from app.config import Config
from app.lab import Lab, WallClock
from app.ports import Clock
from app.service import games
from app.storage.sqlite import SqliteStore
from app.storage.sqlite_beside import SqliteBeside
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content, Werkwijze
from game_rules.vocabulary.commands import AssignSeat, Command, NextStep
from tests.app.tiny import HandClock
from tests.small import small_content

LEADER = Actor(kind="facilitator", participant="f-1")
SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")


class SmallLibrary:
    """Only the small casus, `klein`."""

    def casussen(self) -> tuple[str, ...]:
        return ("klein",)

    def content(self, casus: str) -> Content:
        return small_content()

    def werkwijzen(self) -> dict[str, Werkwijze]:
        return dict(small_content().werkwijzen)


class Playing:
    """A running lab. `do` submits with a fresh id; `leader` submits as the facilitator."""

    def __init__(self, folder: Path, clock: Clock | None = None, running: bool = True) -> None:
        self.lab = _lab(folder, clock or WallClock())
        self._run, self._count = secrets.token_hex(4), 0
        self._open = True
        if running:
            start(self.lab)
        else:
            self.lab.spawn(self.lab.committer.run)

    def do(self, game: str, actor: Actor, command: Command) -> int:
        self._count += 1
        return games.submit(self.lab, game, actor, command, f"t-{self._run}-{self._count}").version

    def leader(self, game: str, command: Command) -> int:
        return self.do(game, LEADER, command)

    def game(self) -> str:
        """A new game in which every playable seat is held by `p-<seat>`."""
        game = games.create(self.lab, "m-1", "klein", next(iter(small_content().casus.editions)))
        for seat in SEATS:
            self.leader(game, AssignSeat(seat=seat, participant=f"p-{seat}"))
        return game

    def next_step(self, game: str) -> int:
        return self.leader(game, NextStep(from_step=games.state(self.lab, game).clock.key))

    def move_clock(self, clock: HandClock, at: int) -> None:
        """It is `at`, and the server was there all the time."""
        clock.time = at
        self.lab.heartbeat._beat(at)

    def crash(self) -> None:
        """Gone, without a last sign of life."""
        self.lab.committer.stop()
        self.lab.store.close()
        self.lab.beside.close()
        self._open = False

    def stop(self) -> None:
        """End, if it is not over yet."""
        if self._open:
            stop(self.lab)
            self.crash()


def _lab(folder: Path, clock: Clock) -> Lab:
    def spawn(work: Callable[..., Any], *args: Any) -> None:
        threading.Thread(target=work, args=args, daemon=True).start()

    adapters = Adapters(
        store=SqliteStore(folder),
        beside=SqliteBeside(folder),
        library=SmallLibrary(),
        clock=clock,
        spawn=spawn,
        offload=one_thread(),
    )
    return build_lab(Config(data=folder, secret_key="test"), adapters)


def player(seat: str) -> Actor:
    """The player on a seat of `Playing.game`."""
    return Actor(kind="player", participant=f"p-{seat}", seat=seat)
