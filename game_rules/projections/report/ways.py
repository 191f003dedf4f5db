"""The werkwijze of the table, looked back at: how it was chosen, when each milestone was reached, and where merits were decided."""

from __future__ import annotations

from ...vocabulary.state import GameState
from ...vocabulary.state_lab import WerkwijzeState
from ...vocabulary.views import View, WerkwijzeCard
from ...weaving import BADLY, WELL
from .reflecting import round_at, round_words
from .structs import WayPart, When


def ways(state: GameState, view: View) -> dict[str, WayPart]:
    """Every werkwijze of this table, in the order in which they were chosen."""
    return {id_: _way(state, view, state.werkwijzen[id_], card) for id_, card in view.werkwijzen.items()}


def _way(state: GameState, view: View, now: WerkwijzeState, card: WerkwijzeCard) -> WayPart:
    decision = view.decisions.get(now.decision)
    return WayPart(
        card=card,
        how=now.how,
        decision=decision.question if decision else "",
        chosen=_when(state, now.version),
        reached={
            id_: When(version=one.version, round=round_words(state, one.round), late=one.late)
            for id_, one in now.reached.items()
        },
        decided={id_: _when(state, one.moment) for id_, one in card.merits.items() if one.judged},
        stopped=_when(state, now.stopped) if now.stopped else None,
        followed=tuple(one for one in (f"{now.id}_{WELL}", f"{now.id}_{BADLY}") if one in view.consequences),
    )


def _when(state: GameState, version: int) -> When:
    return When(version=version, round=round_at(state, version))
