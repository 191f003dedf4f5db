"""Collecting offers: each with its own key, in the order in which it was added."""

from __future__ import annotations

from typing import Any

from ...rules import guard
from ...rules.feed import label
from ...vocabulary.base import snake
from ...vocabulary.commands import Command
from ...vocabulary.state import GameState
from ...vocabulary.views import Allowed


class Offers:
    """What may be wished by one kind of actor (`player`, `computer`, `seat`, `facilitator`, `observer`) in this state."""

    def __init__(self, state: GameState, kind: str, seat: str = "") -> None:
        self.state = state
        self.kind = kind
        self.seat = seat
        self.found: dict[str, Allowed] = {}

    def fits(self, command: type[Command]) -> bool:
        """Whether stage, step and clock let this kind of actor send the command at all."""
        clock = self.state.clock
        return guard.fits(self.kind, command, clock.stage, clock.step, clock.running, self.state.on_paper)

    def add(self, command: type[Command], text: str, group: str, about: str = "", **more: Any) -> None:
        """Offer a command. `more`: the other fields of Allowed."""
        name = snake(command.__name__)
        key = f"{name}:{about}:{more.pop('variant', '')}".rstrip(":")
        self.found[key] = Allowed(order=len(self.found), command=name, label=text, group=group, about=about, **more)

    def names(self, seats: tuple[str, ...]) -> dict[str, str]:
        """Seats with their labels, as choices."""
        return {seat: label(self.state, seat) for seat in seats}

    def others(self) -> tuple[str, ...]:
        """The other seats that are played."""
        return tuple(id_ for id_, s in self.state.seats.items() if s.played and id_ != self.seat)
