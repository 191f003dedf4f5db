"""The computer players of this server: the seats that a facilitator gave to the computer.

After every change of a game they look, a little later and one at a time, at what their own View offers. They know no
more than a person on that seat, leave the talk to people, and vote as the casus says.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game_rules.projections import project
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import View

from ..lab import Lab
from ..service import games
from ..service.demo import is_demo
from ..service.errors import NotFound, ServiceError
from .brain import Brain

log = logging.getLogger(__name__)

PACE = 2.5
"""Seconds between two things that computer players of one game do: people must be able to follow."""

DEMO_PACE = 0.3
"""The same at a demo table, where nobody else plays and the facilitator wants to see all of it in five minutes."""


ASKS_THE_LEADER = {"make_move", "propose"}
"""What waits for a ruling or a place on the agenda: at a demo table that would only be in the way of who learns to lead."""


class House:
    """One per process. `sleep` waits without keeping others from working."""

    def __init__(self, lab: Lab, sleep: Callable[[float], Any], pace: float = PACE) -> None:
        self._lab = lab
        self._sleep = sleep
        self._pace = pace
        self._lock = threading.Lock()
        self._awake: set[str] = set()
        self._changed: set[str] = set()
        self._brains: dict[tuple[str, str], Brain] = {}

    def start(self) -> None:
        """Follow all games from now on, and go on where games stood."""
        self._lab.announcer.watch_all(self.changed)
        for stream in self._lab.store.running():
            self.changed(stream, 0)

    def changed(self, stream: str, version: int) -> None:
        """A stream has grown: look at it a little later, unless that is about to happen anyway."""
        if not stream.startswith("g-"):
            return
        with self._lock:
            self._changed.add(stream)
            if stream in self._awake:
                return
            self._awake.add(stream)
        self._lab.spawn(self._follow, stream)

    def _follow(self, game: str) -> None:
        """Until nothing changes any more: wait, then let one seat act."""
        while self._still_changing(game):
            try:
                self._sleep(self._pace_of(game))
                self.visit(game)
            except NotFound:
                self._forget(game)
            except Exception:  # a bot must never take the game down with it
                log.exception("the computer players of %s stumbled", game)

    def _pace_of(self, game: str) -> float:
        return min(self._pace, DEMO_PACE) if self._is_demo(game) else self._pace

    def _is_demo(self, game: str) -> bool:
        return is_demo(self._lab, games.state(self._lab, game).meeting)

    def _still_changing(self, game: str) -> bool:
        with self._lock:
            if game in self._changed:
                self._changed.discard(game)
                return True
            self._awake.discard(game)
            return False

    def visit(self, game: str) -> bool:
        """Let the first computer seat that has something to do, do it. Returns whether one did."""
        state = games.state(self._lab, game)
        if state.clock.stage == "closed":
            self._forget(game)
            return False
        for seat in [seat for seat, held in state.seats.items() if held.player == "computer"]:
            view = self._view(state, seat)
            wish = self._brain(game, seat).next(view)
            if wish is not None and self._act(state, view, wish):
                return True
        return False

    def _forget(self, game: str) -> None:
        for key in [key for key in self._brains if key[0] == game]:
            del self._brains[key]

    def _brain(self, game: str, seat: str) -> Brain:
        """A computer seat among people is quiet; where only computers sit, they also do what people would."""
        key = (game, seat)
        if key not in self._brains:
            self._brains[key] = Brain(f"{game}|{seat}", quiet=not self._is_demo(game))
        return self._brains[key]

    def _act(self, state: GameState, view: View, wish: Command) -> bool:
        """The id holds the version: on one version a seat acts once, also after a restart."""
        seat = view.me.seat
        brain = self._brain(state.game, seat)
        try:
            games.submit(self._lab, state.game, Actor(kind="computer", seat=seat), wish, f"bot-{seat}-{state.version}")
        except (RuleError, ServiceError):
            brain.refused(view, wish)
            return False
        brain.done(wish)
        return True

    def _view(self, state: GameState, seat: str) -> View:
        view = project(state, Audience(kind="seat", seat=seat), None).view
        if not self._is_demo(state.game):
            return view
        left = {key: offer for key, offer in view.allowed.items() if offer.command not in ASKS_THE_LEADER}
        return replace(view, allowed=left)
