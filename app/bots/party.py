"""A table full of bots: comes in, plays, and knows when it is done or stuck."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass

from .door import Entrance, ShutOutError, follow, join, place
from .player import Player
from .screen import Screen

NO_TABLE = "Er is nog geen tafel om aan te zitten. Open eerst een kamer, of noem er een met --game."
LINES_KEPT = 60
LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for. players: how many (0: as many as there are free seats). pace: seconds between two actions.
    facilitator: a token or link (empty: somebody else leads). patience: seconds without progress that are too many."""

    url: str
    code: str
    players: int = 0
    pace: float = 1.0
    facilitator: str = ""
    game: str = ""
    patience: float = 60.0


class Party:
    """The bots of one plan. first: who came in already, and plays along."""

    def __init__(self, plan: Plan, first: Entrance | None = None) -> None:
        self._plan = plan
        self._first = first
        self._lines: deque[str] = deque(maxlen=LINES_KEPT)
        self._begun = time.monotonic()
        self._leader: Player | None = None
        self._players: list[Player] = []
        self.done = False

    def play(self) -> bool:
        """Play until the debrief is handed in (True) or until nothing changes any more (False). Raises ShutOutError."""
        try:
            self._come_in()
            self.done = self._wait()
            return self.done
        finally:
            for bot in self._bots:
                bot.stop()

    @property
    def transcript(self) -> str:
        """The last things that happened, and where every bot stands."""
        return "\n".join(["Laatste handelingen:", *self._lines, "", "Waar iedereen staat:", *self._reports()])

    @property
    def _bots(self) -> list[Player]:
        return [*self._players, *([self._leader] if self._leader else [])]

    def _reports(self) -> list[str]:
        return [bot.report() for bot in self._bots]

    def _come_in(self) -> None:
        game = self._sit_down(1, self._first)
        for number in range(2, (self._plan.players or self._free_seats()) + 1):
            self._sit_down(number)
        if self._plan.facilitator:
            entrance = follow(self._plan.url, self._plan.facilitator, "Computer")
            self._leader = self._seat("Spelleider", entrance, "facilitator", game)
        for bot in self._bots:
            threading.Thread(target=bot.run, daemon=True).start()

    def _free_seats(self) -> int:
        view = self._players[0].screen.view
        seats = view.seats.values() if view else ()
        return sum(seat.playable and seat.player == "nobody" for seat in seats)

    def _sit_down(self, number: int, known: Entrance | None = None) -> str:
        name = f"Bot {number}"
        entrance = known or join(self._plan.url, self._plan.code, name)
        game = self._plan.game or entrance.game or next(iter(entrance.games), "")
        if not game:
            raise ShutOutError(NO_TABLE)
        if game != entrance.game:
            place(self._plan.url, entrance, game)
        self._players.append(self._seat(name, entrance, "", game))
        return game

    def _seat(self, name: str, entrance: Entrance, audience: str, game: str) -> Player:
        screen = Screen(self._plan.url, entrance.token, game, audience)
        screen.open()
        return Player(name, screen, self._plan.pace, max(3 * self._plan.pace, 0.6), self._note)

    def _note(self, line: str) -> None:
        self._lines.append(f"{time.monotonic() - self._begun:7.1f} s  {line}")

    def _wait(self) -> bool:
        version, since = -1, time.monotonic()
        while time.monotonic() - since < self._plan.patience or self._plan.patience <= 0:
            now = max(bot.screen.version for bot in self._bots)
            if now != version:
                version, since = now, time.monotonic()
            if self._finished():
                return True
            if all(bot.lost for bot in self._bots):
                return False
            time.sleep(LOOK)
        return False

    def _finished(self) -> bool:
        closed = self._leader is None or self._leader.finished
        return closed and all(bot.finished for bot in self._players)
