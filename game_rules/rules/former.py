"""Taking back a step: the values from before it, for as far as nobody changed them since; and putting them back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from ..turn import Turn
from ..vocabulary.former import Former
from ..vocabulary.state import GameState, Undoable
from ..vocabulary.state_parts import ClockState, DecisionState, InjectState
from .injects import ripe
from .werkwijzen import woven

T = TypeVar("T")


def former_values(turn: Turn, undo: Undoable) -> Former:
    """Only what the step itself changed; votes of the computer on it go with it.

    What the clock or the facilitator did since stands: an inject that fired meanwhile does not fire again, a hold is not
    lost. An inject whose own moment has passed does not fire at once: it is held for the facilitator.
    """
    found = _former(turn, undo)
    returned = restore(turn.state, found, undo.first, undo.last)
    returned = replace(returned, indicators={**returned.indicators, **found.indicators})
    late = {
        id_: replace(was, status="held") for id_, was in found.injects.items() if ripe(returned, id_, turn.game_time)
    }
    return replace(found, injects={**found.injects, **late})


def _former(turn: Turn, undo: Undoable) -> Former:
    before, after, now = undo.before, undo.after, turn.state
    acts = _changed(before.acts, after.acts, now.acts)
    questions = _changed(before.questions, after.questions, now.questions)
    return Former(
        clock=_clock(turn, undo) if before.clock is not after.clock else None,
        suspended_until=_suspension(turn, undo),
        indicators=_indicators(before, after, now),
        injects=_injects(before, after, now),
        decisions=_changed(before.decisions, after.decisions, after.decisions),
        moves=_changed(before.moves, after.moves, now.moves),
        pending=_changed(before.pending, after.pending, now.pending),
        acts=acts,
        promises=_changed(before.promises, after.promises, now.promises),
        questions={id_: asked for id_, asked in questions.items() if asked},
        used={k: before.used.get(k, 0) for k, v in after.used.items() if before.used.get(k, 0) != v == now.used.get(k)},
        consequences=tuple(id_ for id_ in after.happened if id_ not in before.happened),
        werkwijzen=_changed(before.werkwijzen, after.werkwijzen, now.werkwijzen),
    )


def _changed(before: Mapping[str, T], after: Mapping[str, T], now: Mapping[str, T]) -> dict[str, T | None]:
    """The former values of what the step changed and nobody changed since. None: it was not there."""
    return {
        id_: before.get(id_)
        for id_ in {**before, **after}
        if before.get(id_) is not after.get(id_) and now.get(id_) is after.get(id_)
    }


def _injects(before: GameState, after: GameState, now: GameState) -> dict[str, InjectState]:
    """An improvised one was not there before: it stays as one that was taken back."""
    changed = _changed(before.injects, after.injects, now.injects)
    return {id_: was or replace(now.injects[id_], status="retracted") for id_, was in changed.items()}


def _indicators(before: GameState, after: GameState, now: GameState) -> dict[str, int]:
    """The same shift the other way, so that what moved since stays."""
    shifts = {id_: after.indicators[id_] - value for id_, value in before.indicators.items()}
    return {id_: min(100, max(0, now.indicators[id_] - shift)) for id_, shift in shifts.items() if shift}


def _clock(turn: Turn, undo: Undoable) -> ClockState:
    """The step from before with the time that was left of it; a pause or resumption since stands."""
    before, after, now = undo.before.clock, undo.after.clock, turn.state.clock
    stood = now if now.running != after.running else before
    moved = turn.game_time - undo.game_time
    clock = _later(before, moved) if before.key != after.key else now
    return replace(
        clock, running=stood.running, pause_reason=stood.pause_reason, elapsed=turn.game_time, since=turn.now
    )


def _later(clock: ClockState, moved: int) -> ClockState:
    return replace(
        clock,
        started=clock.started + moved,
        ends=clock.ends + moved if clock.ends else 0,
        round_started=clock.round_started + moved,
    )


def _suspension(turn: Turn, undo: Undoable) -> int | None:
    """A suspension that the step ended goes on for the time that was left of it."""
    until = undo.before.suspended_until
    if until == undo.after.suspended_until or turn.state.suspended_until != undo.after.suspended_until:
        return None
    return until + turn.game_time - undo.game_time


def restore(state: GameState, former: Former, first: int, last: int) -> GameState:
    """The state with the former values; consequences of the records `first` to `last` stay, marked as taken back."""
    happened = {}
    for id_, one in state.happened.items():
        gone = id_ in former.consequences
        happened[f"{id_}~{one.version}" if gone else id_] = replace(one, retracted=True) if gone else one
    until = former.suspended_until
    state = replace(
        state,
        clock=former.clock or state.clock,
        suspended_until=state.suspended_until if until is None else until,
        happened=happened,
        chosen=tuple(id_ for id_ in state.chosen if id_ in happened),
        injects={**state.injects, **former.injects},
        decisions={id_: _reopened(state, now) for id_, now in _restored(state.decisions, former.decisions).items()},
        moves=_restored(state.moves, former.moves),
        pending=_restored(state.pending, former.pending),
        used={**state.used, **former.used},
        acts=_back(state.acts, former.acts),
        promises=_back(state.promises, former.promises),
        questions={**state.questions, **former.questions},
        on_paper=state.on_paper and not _went_to_paper(state, first, last),
        parked={id_: p for id_, p in state.parked.items() if not first <= p.version <= last},
        undo=None,
    )
    return woven(state, _restored(state.werkwijzen, former.werkwijzen)) if former.werkwijzen else state


def _went_to_paper(state: GameState, first: int, last: int) -> bool:
    """Whether the step that is taken back is the one with which the table went on on paper."""
    return any(p.kind == "paper" and first <= p.version <= last for p in state.parked.values())


def _reopened(state: GameState, now: DecisionState) -> DecisionState:
    """A decision that was taken and is open again says so."""
    taken = state.decisions[now.id].status == "decided" if now.id in state.decisions else False
    return replace(now, taken_back=True) if taken and now.status != "decided" else now


def _restored(now: dict[str, T], former: dict[str, T | None]) -> dict[str, T]:
    kept = {k: v for k, v in now.items() if k not in former}
    return {**kept, **{k: v for k, v in former.items() if v is not None}}


def _back(now: dict[str, T], former: dict[str, T | None]) -> dict[str, T]:
    """The same, in the order in which it happened."""
    return {k: v for k, v in {**now, **former}.items() if v is not None}
