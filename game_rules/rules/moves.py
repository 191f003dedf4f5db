"""The vrije zet: outside the model, argued by players, adjudicated by the facilitator (matrix game)."""

from __future__ import annotations

from msgspec.structs import replace

from ..consequences import improvise
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import MoveState
from .feed import check_filled, label, tell

OUTCOMES = {"yes": "Het lukt", "half": "Het lukt half", "no": "Het lukt niet"}


def decide_make_move(turn: Turn, command: c.MakeMove) -> None:
    """Somebody tries something the model does not know."""
    by = turn.seat()
    check_filled(command.text, command.reason)
    turn.add(e.MoveMade(move=f"m{turn.next_version}", by=by, text=command.text, reason=command.reason))


def decide_argue_move(turn: Turn, command: c.ArgueMove) -> None:
    """Another seat gives a reason for or against."""
    by = turn.seat()
    move = _open_move(turn.state, command.move)
    if move.by == by:
        raise refuse("own_move")
    check_filled(command.text)
    turn.add(e.MoveArgued(move=command.move, by=by, side=command.side, text=command.text))


def decide_adjudicate(turn: Turn, command: c.Adjudicate) -> None:
    """The facilitator says what comes of it; a shift or a text makes it a consequence."""
    _open_move(turn.state, command.move)
    check_filled(command.reason)
    if any(indicator not in turn.state.indicators for indicator in command.shifts):
        raise refuse("unknown_indicator")
    version = turn.add(e.MoveAdjudicated(move=command.move, outcome=command.outcome, reason=command.reason))
    if any(command.shifts.values()) or command.text:
        title = command.title or OUTCOMES[command.outcome]
        text = command.text or command.reason
        improvise(turn, title, text, command.ring, command.shifts, ("move", command.move, version))


def _open_move(state: GameState, move: str) -> MoveState:
    found = state.moves.get(move)
    if found is None:
        raise refuse("unknown_move")
    if found.outcome:
        raise refuse("move_settled")
    return found


def evolve_move_made(state: GameState, record: e.Record, event: e.MoveMade) -> GameState:
    """A move lies on the table."""
    move = MoveState(
        id=event.move,
        by=event.by,
        text=event.text,
        reason=event.reason,
        version=record.version,
        round=state.clock.round,
        proposal=event.proposal,
    )
    state = replace(state, moves={**state.moves, event.move: move})
    title = f"{label(state, event.by)} doet een vrije zet"
    if event.proposal:
        title = f"{event.reason} De spelleider zegt wat ervan komt."
    return tell(state, record, "move", title, event.text, seat=event.by)


def evolve_move_argued(state: GameState, record: e.Record, event: e.MoveArgued) -> GameState:
    """A reason was added."""
    move = state.moves[event.move]
    arguments = (*move.arguments, (event.by, event.side, event.text))
    return replace(state, moves={**state.moves, event.move: replace(move, arguments=arguments)})


def evolve_move_adjudicated(state: GameState, record: e.Record, event: e.MoveAdjudicated) -> GameState:
    """The facilitator has spoken."""
    move = replace(state.moves[event.move], outcome=event.outcome, ruling=event.reason)
    state = replace(state, moves={**state.moves, event.move: move})
    return tell(state, record, "move", f"{OUTCOMES[event.outcome]}: {move.text}", event.reason, seat=move.by)


DECIDE = {c.MakeMove: decide_make_move, c.ArgueMove: decide_argue_move, c.Adjudicate: decide_adjudicate}
EVOLVE = {
    e.MoveMade: evolve_move_made,
    e.MoveArgued: evolve_move_argued,
    e.MoveAdjudicated: evolve_move_adjudicated,
}
