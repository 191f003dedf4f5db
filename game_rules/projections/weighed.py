"""The importance of each indicator from the role, before and after, side by side."""

from __future__ import annotations

from ..rules import weighing
from ..rules.debrief import seated
from ..vocabulary.state import GameState
from ..vocabulary.views import Spread, WeighCard, WeighLine
from .spreads import ENOUGH, per_role


def weigh(state: GameState, participant: str, host: bool) -> WeighCard | None:
    """For a player while it is asked and after the own answer; `host`: facilitator or projector, at the end only."""
    asked, late = weighing.asked(state), state.clock.key in ("debrief.handvat", "closed")
    if not late and (not asked or host or not _asks(state, participant)):
        return None
    given = _given(state, "after" if late else "before")
    mine = {moment: _given(state, moment).get(participant) for moment in ("before", "after")}
    show = late and len(given) >= ENOUGH and (host or mine["after"] is not None or state.clock.key == "closed")
    return WeighCard(
        asked=asked if participant in seated(state) else "",
        given=len(given),
        lines={
            id_: WeighLine(
                order=order,
                label=state.content.indicators[id_].label,
                question=state.content.indicators[id_].question,
                mine_before=(mine["before"] or {}).get(id_, 0),
                mine_after=(mine["after"] or {}).get(id_, 0),
                before=_spread(state, "before", id_) if show else None,
                after=_spread(state, "after", id_) if show else None,
            )
            for order, id_ in enumerate(state.indicators)
        },
    )


def _asks(state: GameState, participant: str) -> bool:
    """Whether this participant is asked before the game: in the first round only who came too late for the briefing."""
    late = state.clock.stage == "round" and participant in _given(state, "before")
    return participant in seated(state) and not late


def _given(state: GameState, moment: str) -> dict[str, dict[str, int]]:
    """Per participant the answers of this moment."""
    found = ((key.partition(":"), one) for key, one in state.weighed.items())
    return {person: one.weights for (when, _, person), one in found if when == moment}


def _spread(state: GameState, moment: str, indicator: str) -> Spread | None:
    given = (one for key, one in state.weighed.items() if key.startswith(f"{moment}:"))
    return per_role(state, ((one.seat, one.weights[indicator]) for one in given if indicator in one.weights))
