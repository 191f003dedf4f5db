"""What facts about consequences change: the evolve side of `game_rules.consequences`."""

from __future__ import annotations

from msgspec.structs import replace

from ..vocabulary import events as e
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Happened, Pending
from .facilitation import shift_indicators
from .feed import tell
from .grounds import keep


def evolve_consequence_scheduled(state: GameState, record: e.Record, event: e.ConsequenceScheduled) -> GameState:
    """On its way."""
    pending = Pending(causes=event.causes, due=event.due)
    return replace(state, pending={**state.pending, event.consequence: pending})


def evolve_consequence_happened(state: GameState, record: e.Record, event: e.ConsequenceHappened) -> GameState:
    """It happened: it moves indicators and stands in the account."""
    known = state.casus.consequences.get(event.consequence)
    title = event.title or (known.title if known else "")
    text = event.text or (known.text if known else "")
    happened = Happened(
        id=event.consequence,
        causes=event.causes,
        ring=event.ring,
        shifts=event.shifts,
        title=title,
        text=text,
        headline=known.headline if known else "",
        version=record.version,
        round=state.clock.round,
        number=state.clock.number,
        at=record.at,
        to=event.to,
        epilogue=state.clock.stage in ("epilogue", "debrief"),
    )
    state = replace(
        keep(state, record, event.because),
        happened={**state.happened, event.consequence: happened},
        pending=_without(state, event.consequence),
    )
    state = shift_indicators(state, record, event.shifts, event.consequence)
    return tell(state, record, "consequence", title, text, to=event.to)


def evolve_consequence_lapsed(state: GameState, record: e.Record, event: e.ConsequenceLapsed) -> GameState:
    """It did not happen."""
    return replace(state, lapsed=(*state.lapsed, event.consequence), pending=_without(state, event.consequence))


def _without(state: GameState, consequence: str) -> dict[str, Pending]:
    return {id_: pending for id_, pending in state.pending.items() if id_ != consequence}


EVOLVE = {
    e.ConsequenceScheduled: evolve_consequence_scheduled,
    e.ConsequenceHappened: evolve_consequence_happened,
    e.ConsequenceLapsed: evolve_consequence_lapsed,
}
