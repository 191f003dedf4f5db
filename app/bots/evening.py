"""Bots at all tables of a meeting at once, and what is kept of it afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from .door import Entrance, ShutOutError, fetch, follow, join
from .party import NO_TABLE, Party, Plan


class Evening:
    """One party per table: at the table of the plan, or at every table of the meeting (`all_rooms`)."""

    def __init__(self, plan: Plan, all_rooms: bool = False) -> None:
        self._plan = plan
        self._all_rooms = all_rooms
        self._parties: list[Party] = []

    def play(self) -> bool:
        """Play at all tables until everywhere the debrief is handed in (True); False when a table got stuck.

        Raises ShutOutError and LostError.
        """
        self._parties = self._everywhere() if self._all_rooms else [Party(self._plan)]
        with ThreadPoolExecutor(len(self._parties)) as tables:
            return all(list(tables.map(Party.play, self._parties)))

    def save(self, file: str) -> None:
        """Keep everything of the meeting in this file. Raises ShutOutError, and OSError when it cannot be written."""
        leader = self._leader()
        address = f"{self._plan.url.rstrip('/')}/bijeenkomst/{leader.meeting}/export.zip"
        Path(file).write_bytes(fetch(address, leader.token))

    @property
    def transcript(self) -> str:
        """Per table that is not done, the last things that happened."""
        return "\n\n".join(party.transcript for party in self._parties if not party.done)

    def _everywhere(self) -> list[Party]:
        """The first one to come in sees which tables there are, and plays at the first of them."""
        first = join(self._plan.url, self._plan.code, "Bot 1")
        plans = [one for one in shared_out(self._plan, first.games) if one.players or not self._plan.players]
        if not plans:
            raise ShutOutError(NO_TABLE)
        return [Party(plans[0], first), *(Party(one) for one in plans[1:])]

    def _leader(self) -> Entrance:
        return follow(self._plan.url, self._plan.facilitator, "Computer")


def shared_out(plan: Plan, games: tuple[str, ...]) -> tuple[Plan, ...]:
    """The plan per table; the players are divided over the tables, the first ones get those that are left over."""
    each, over = divmod(plan.players, len(games) or 1)
    return tuple(
        replace(plan, game=game, players=each + (number < over) if plan.players else 0)
        for number, game in enumerate(games)
    )
