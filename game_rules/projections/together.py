"""How the seats worked together, as one audience may see it."""

from __future__ import annotations

from ..samenspel import measure
from ..vocabulary.state import GameState
from ..vocabulary.views import MeasureCard
from .parts import Parts
from .reflection import JUDGED


def together(state: GameState, parts: Parts, leads: bool) -> dict[str, MeasureCard]:
    """Who leads follows it live. Others see it once the table has guessed; before the reveal only what was public."""
    s = state
    return parts.make(
        "samenspel", lambda: _measures(s, leads), s.clock, s.seats, s.revealed, s.cards, s.silences, s.happened, s.proposals,
        s.decisions, s.speeches, s.questions, s.advice, s.moves, s.acts, s.promises, s.werkwijzen, s.pulses,
    )  # fmt: skip


def _measures(state: GameState, leads: bool) -> dict[str, MeasureCard]:
    clock = state.clock
    if leads:
        return measure(state, True) if clock.stage != "lobby" else {}
    looking_back = clock.stage == "closed" or (clock.stage == "debrief" and clock.step in JUDGED)
    return measure(state, state.revealed) if looking_back else {}
