"""How the seats worked together, as one audience may see it."""

from __future__ import annotations

from functools import partial

from ..samenspel import card, shown
from ..turn import played_seats
from ..vocabulary.state import GameState
from ..vocabulary.views import MeasureCard
from .parts import Parts
from .reflection import JUDGED


def together(state: GameState, parts: Parts, leads: bool) -> dict[str, MeasureCard]:
    """Who leads follows it live. Others see it once the table has guessed; before the reveal only what was public.

    A measure is counted anew only when something changed that it is made of.
    """
    clock = state.clock
    looking_back = clock.stage == "closed" or (clock.stage == "debrief" and clock.step in JUDGED)
    if clock.stage == "lobby" or not (leads or looking_back):
        return parts.make("samenspel", dict)
    everything, played = leads or state.revealed, ",".join(played_seats(state))
    around = (clock.key, int(everything), played, state.resigned, state.content)
    cards = {
        one.id: parts.make(
            f"samenspel.{one.id}", partial(card, state, one, order, everything),
            *around, *(getattr(state, name) for name in one.reads),
        )
        for order, one in enumerate(shown(everything))
    }  # fmt: skip
    return parts.make("samenspel", lambda: cards, *cards.values())
