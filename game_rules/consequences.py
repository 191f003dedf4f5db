"""From cause to consequences, now and later. An indicator moves only here or by an override, always with its cause."""

from __future__ import annotations

from .because import because
from .chance import draw
from .conditions import holds
from .turn import Turn, played_rounds
from .vocabulary.casus import Consequence
from .vocabulary.events import ConsequenceHappened, ConsequenceLapsed, ConsequenceScheduled
from .vocabulary.state import GameState
from .vocabulary.state_parts import Cause, CauseKind


def start(turn: Turn, ids: tuple[str, ...], kind: CauseKind, cause_id: str, version: int) -> None:
    """What follows from this cause is set on its way; what is due at once happens at once."""
    cause = Cause(kind=kind, id=cause_id, version=version)
    for id_ in ids:
        if id_ not in turn.state.happened:
            _schedule(turn, id_, cause)


def _schedule(turn: Turn, id_: str, cause: Cause) -> None:
    former = turn.state.pending.get(id_)
    causes = (*former.causes, cause) if former else (cause,)
    due = _due(turn.state, turn.casus.consequences[id_])
    turn.add(ConsequenceScheduled(consequence=id_, causes=causes, due=min(due, former.due) if former else due))
    if turn.state.pending[id_].due <= _fallen(turn.state):
        _fall(turn, id_)


def _due(state: GameState, consequence: Consequence) -> int:
    """The number of the round at whose end it falls."""
    clock = state.clock
    if clock.stage in ("epilogue", "debrief", "closed"):
        return _fallen(state)
    begun = clock.number + (1 if clock.stage == "meal" else 0)
    return min(max(begun, 0) + consequence.delay, len(played_rounds(state)))


def _fallen(state: GameState) -> int:
    """The number of the last round of which the consequences have begun to fall."""
    clock = state.clock
    if clock.stage in ("epilogue", "debrief", "closed"):
        return len(played_rounds(state))
    return clock.number if clock.step == "consequences" or clock.stage == "meal" else clock.number - 1


def fall_due(turn: Turn) -> None:
    """Everything that is due happens or lapses, in the order in which it was set on its way."""
    while True:
        due = [id_ for id_, pending in turn.state.pending.items() if pending.due <= _fallen(turn.state)]
        if not due:
            return
        _fall(turn, due[0])


def _fall(turn: Turn, id_: str) -> None:
    consequence = turn.casus.consequences[id_]
    drawn = draw(turn.state.seed, f"consequence:{id_}") if consequence.chance < 1 else None
    if not holds(turn.state, consequence.when) or (drawn is not None and drawn >= consequence.chance):
        turn.add(ConsequenceLapsed(consequence=id_, drawn=drawn))
        return
    version = turn.add(
        ConsequenceHappened(
            consequence=id_,
            causes=turn.state.pending[id_].causes,
            ring=consequence.ring,
            shifts=bounded(turn.state, consequence.shifts),
            to=consequence.to,
            drawn=drawn,
            because=because(turn.state, consequence.when),
        )
    )
    start(turn, consequence.next, "consequence", id_, version)


def bounded(state: GameState, shifts: dict[str, int]) -> dict[str, int]:
    """The shifts as far as the indicators have room between 0 and 100."""
    moved = {
        key: min(100, max(0, state.indicators[key] + shift)) - state.indicators[key] for key, shift in shifts.items()
    }
    return {key: shift for key, shift in moved.items() if shift}


def improvise(
    turn: Turn,
    title: str,
    text: str,
    ring: int,
    shifts: dict[str, int],
    cause: tuple[CauseKind, str, int],
    to: tuple[str, ...] = (),
) -> None:
    """A consequence that is not in the casus happens at once."""
    kind, cause_id, version = cause
    turn.add(
        ConsequenceHappened(
            consequence=f"x{turn.next_version}",
            causes=(Cause(kind=kind, id=cause_id, version=version),),
            ring=ring,
            shifts=bounded(turn.state, shifts),
            title=title,
            text=text,
            to=to,
        )
    )
