"""The report of a bijeenkomst: what its tables have in common, side by side. Rooms are compared, never ranked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from game_rules.projections.report.structs import HandvatLine, IndicatorLine
from game_rules.vocabulary.views import DecisionCard

from . import pictures
from .page import ReportPage

SIDE_BY_SIDE = 4
"""So many tables fit in columns beside each other on paper."""


@dataclass(frozen=True, slots=True)
class SameCasus:
    """Tables that played the same casus in the same edition: only those can be compared."""

    title: str
    rooms: tuple[ReportPage, ...]

    @property
    def many(self) -> bool:
        """Too many to stand in columns beside each other on paper."""
        return len(self.rooms) > SIDE_BY_SIDE


@dataclass(frozen=True)
class MeetingReport:
    """The reports of a meeting, in the order of its rooms."""

    title: str
    rooms: tuple[ReportPage, ...]

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
        return tuple(SameCasus(title, tuple(rooms)) for title, rooms in found.items())

    @property
    def handvatten(self) -> list[tuple[str, HandvatLine]]:
        """What everybody takes home, with the table where it came up."""
        lines = [(room.title, line) for room in self.rooms for line in room.report.handvatten]
        return sorted(lines, key=lambda pair: (pair[1].what.casefold(), pair[1].whom.casefold()))

    @staticmethod
    def decisions(same: SameCasus) -> list[tuple[str, list[DecisionCard | None]]]:
        """Every question of the casus, with what each table answered (None: it was not asked there)."""
        questions: dict[str, str] = {}
        for room in same.rooms:
            for id_, card in sorted(room.report.decisions.items(), key=lambda pair: pair[1].order):
                if not card.proposal:
                    questions.setdefault(id_, card.question)
        return [(words, [room.report.decisions.get(id_) for room in same.rooms]) for id_, words in questions.items()]

    @classmethod
    def answers(cls, same: SameCasus) -> list[tuple[str, list[tuple[str, str]]]]:
        """The same the other way round: per question each answer, with the tables that gave it."""
        found = []
        for question, cards in cls.decisions(same):
            given: dict[str, list[str]] = {}
            for room, card in zip(same.rooms, cards, strict=True):
                given.setdefault(_answer(card), []).append(room.title)
            found.append((question, [(answer, ", ".join(rooms)) for answer, rooms in given.items()]))
        return found

    @staticmethod
    def courses(same: SameCasus) -> list[tuple[str, Markup]]:
        """A small picture per indicator, with a line for each table."""
        first = same.rooms[0]
        return [
            (line.label, _compared(same, line, f"{first.key}-naast-{at}"))
            for at, line in enumerate(first.report.indicators)
        ]


def _answer(card: DecisionCard | None) -> str:
    if card is None:
        return "Niet gevraagd"
    return card.outcome if card.status == "decided" else "Nog niet besloten"


def _compared(same: SameCasus, line: IndicatorLine, chart: str) -> Markup:
    """This indicator at every table that came as far as the first."""
    drawn = [
        (room.title, found.values)
        for room in same.rooms
        for found in room.report.indicators
        if found.id == line.id and len(found.values) == len(line.values)
    ]
    return pictures.compared(drawn, same.rooms[0].report.columns, f"{line.label} per tafel", chart)
