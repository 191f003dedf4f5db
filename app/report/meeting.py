"""The report of a bijeenkomst: what its tables have in common, side by side. Rooms are compared, never ranked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from game_rules.comparison import FEWEST, MOST, Side, side_by_side
from game_rules.projections.report.structs import HandvatLine

from .compared import Compared
from .page import ReportPage

SIDE_BY_SIDE = 4
"""So many tables fit in columns beside each other on paper."""


@dataclass(frozen=True, slots=True)
class SameCasus:
    """Tables that played the same casus in the same edition: only those can be compared (two of them at least)."""

    title: str
    rooms: tuple[ReportPage, ...]
    compared: Compared | None = None

    @property
    def many(self) -> bool:
        """Too many to stand in columns beside each other on paper."""
        return len(self.rooms) > SIDE_BY_SIDE


@dataclass(frozen=True)
class MeetingReport:
    """The reports of a meeting, in the order of its rooms. sides: of each game, what it is compared by."""

    title: str
    rooms: tuple[ReportPage, ...]
    sides: Mapping[str, Side] = field(default_factory=dict)

    @property
    def date(self) -> str:
        """The day on which the first table began."""
        began = [room for room in self.rooms if room.report.began_at]
        return min(began, key=lambda room: room.report.began_at).date if began else "nog niet gespeeld"

    @property
    def people(self) -> int:
        """How many seats were played by people, at all tables together."""
        return sum(1 for room in self.rooms for seat in room.report.seats.values() if seat.player == "person")

    @cached_property
    def casussen(self) -> tuple[SameCasus, ...]:
        """The tables by what they played."""
        found: dict[str, list[ReportPage]] = {}
        for room in self.rooms:
            found.setdefault(f"{room.report.game.title} · {room.report.game.edition}", []).append(room)
        return tuple(SameCasus(title, tuple(rooms), self._compared(rooms)) for title, rooms in found.items())

    def _compared(self, rooms: Sequence[ReportPage]) -> Compared | None:
        """These tables side by side: the first ten."""
        known = [room for room in rooms if room.report.game.id in self.sides][:MOST]
        if len(known) < FEWEST:
            return None
        sides = [(room.title, self.sides[room.report.game.id]) for room in known]
        return Compared(side_by_side(sides), key=f"{known[0].key}-naast")

    @property
    def handvatten(self) -> list[tuple[str, HandvatLine]]:
        """What everybody takes home, with the table where it came up."""
        lines = [(room.title, line) for room in self.rooms for line in room.report.handvatten]
        return sorted(lines, key=lambda pair: (pair[1].what.casefold(), pair[1].whom.casefold()))
