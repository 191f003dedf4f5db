"""How the table worked together, at the end of a replay: who knew what when, the measures, and the pulse beside one's own answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game_rules.projections import project
from game_rules.projections.replay import LookBack
from game_rules.projections.replay_lines import KnowLine, knowing
from game_rules.projections.report.structs import Knower, KnowRow, Needed
from game_rules.samenspel import TALK, Need, needs
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.views import MeasureCard, PulseCard, View

from ..report.known import Known

WIDE = 1180
"""The picture is drawn for a laptop; on a phone its list shows."""


@dataclass(frozen=True)
class Together:
    """What is drawn. view: of who looks, as it is now. wanted: who needed which card, as far as who looks may know."""

    found: LookBack
    view: View
    wanted: tuple[Need, ...]

    @property
    def measures(self) -> list[tuple[str, MeasureCard]]:
        """The measures in order; none while this audience may not see them."""
        return sorted(self.view.samenspel.items(), key=lambda pair: pair[1].order)

    @property
    def pulses(self) -> list[PulseCard]:
        """Per round the own answers, and the spread when it shows."""
        return sorted(self.view.pulse.values(), key=lambda card: card.order)

    @property
    def own(self) -> str:
        """The role of who looks, if it has a seat."""
        seat = self.view.seats.get(self.view.me.seat) if self.view.me.kind == "seat" else None
        return seat.role if seat else ""

    @property
    def talk(self) -> str:
        """What no measure knows."""
        return TALK[self.found.game.talk]

    @cached_property
    def known(self) -> Known:
        """Who knew what when, through the eyes of this replay."""
        rounds = max((moment.number for moment in self.found.moments), default=0)
        columns = ("Begin", *(f"Ronde {number}" for number in range(1, rounds + 1)))
        lines = knowing(self.found)
        since = {(line.id, seat): f"{step}-" for line in lines for seat, step in line.since.items()}
        seen = {seat for _, seat in since} | {need.seat for need in self.wanted}
        seats = {id_: seat for id_, seat in self.found.seats.items() if seat.player != "nobody" or id_ in seen}
        rows = [self._row(line, len(columns)) for line in lines]
        return Known(rows, seats, columns, width=WIDE, span=lambda card, seat: since.get((card, seat), ""))

    def _row(self, line: KnowLine, columns: int) -> KnowRow:
        mine = [need for need in self.wanted if need.card == line.id]
        order = list(self.found.rounds)
        return KnowRow(
            id=line.id, title=line.title, text="", first=line.holder,
            knowers=tuple(Knower(seat=seat, column=self._column(step)) for seat, step in line.since.items()),
            needs=tuple(
                Needed(seat=need.seat, column=column, status=need.status)
                for need in mine
                if (column := order.index(need.round) + 1) < columns
            ),
            silent=any(need.status in ("later", "never") and need.silence for need in mine) and not _told(mine),
        )  # fmt: skip

    def _column(self, step: int) -> int:
        return self.found.moments[step].number


def _told(mine: list[Need]) -> bool:
    return any(need.silence and need.status == "on_time" for need in mine)


def together(state: GameState, own: Audience, found: LookBack) -> Together:
    """What `own` may see of it at the end of this replay."""
    open_ = state.revealed or own.kind == "facilitator"
    return Together(found, project(state, own).view, needs(state) if open_ else ())
