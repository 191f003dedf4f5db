"""Injects: at a moment, at the start of a round, on a condition, by chance, by hand; held, skipped, edited, taken back."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from ..because import because
from ..chance import draw
from ..conditions import holds
from ..consequences import start
from ..turn import Turn, casus_seat
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import AtMoment, AtStart, ByChance, Inject, OnCondition
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause, InjectState
from .cards import deal
from .feed import take_back, tell
from .grounds import keep

MINUTE = 60_000
How = Literal["clock", "start", "condition", "chance", "hand", "improvised"]


def due_time(state: GameState, inject: Inject) -> int | None:
    """The game time (ms) at which a timed inject of the running round is due; None for all others."""
    fires, clock = inject.fires, state.clock
    if isinstance(fires, AtMoment | ByChance) and clock.stage == "round" and fires.round == clock.round:
        return clock.round_started + int(fires.minute * MINUTE)
    return None


def next_due(state: GameState) -> int | None:
    """The game time of the first timed inject that still waits in this round, before its end."""
    if state.clock.step == "consequences":
        return None
    times = [
        due
        for id_, inject in state.casus.injects.items()
        if state.injects[id_].status == "waiting" and (due := due_time(state, inject)) is not None
    ]
    return min(times, default=None)


def fire_due(turn: Turn) -> None:
    """What is due by game time happens, in the order of its moment."""
    waiting = [
        (due, id_)
        for id_, inject in turn.casus.injects.items()
        if turn.state.injects[id_].status == "waiting" and (due := due_time(turn.state, inject)) is not None
    ]
    for due, id_ in sorted(waiting, key=lambda pair: pair[0]):
        if due <= turn.game_time and turn.state.clock.step != "consequences":
            _fire_timed(turn, id_)


def _fire_timed(turn: Turn, id_: str) -> None:
    fires = turn.casus.injects[id_].fires
    if not isinstance(fires, ByChance):
        fire(turn, id_, "clock")
        return
    drawn = draw(turn.state.seed, f"inject:{id_}")
    if drawn < fires.chance:
        fire(turn, id_, "chance", drawn)
    else:
        turn.add(e.InjectSkipped(inject=id_, why="chance", drawn=drawn))


def fire_at_start(turn: Turn) -> None:
    """What belongs to the start of this round."""
    for id_, inject in turn.casus.injects.items():
        starts = isinstance(inject.fires, AtStart) and inject.fires.round == turn.state.clock.round
        if starts and turn.state.injects[id_].status == "waiting":
            fire(turn, id_, "start")


def fire_on_condition(turn: Turn) -> bool:
    """One inject of which the condition now holds. Returns whether there was one."""
    if not turn.state.clock.running:
        return False
    for id_, inject in turn.casus.injects.items():
        conditional = isinstance(inject.fires, OnCondition)
        if conditional and turn.state.injects[id_].status == "waiting" and _called_for(turn.state, inject):
            fire(turn, id_, "condition")
            return True
    return False


def _called_for(state: GameState, inject: Inject) -> bool:
    """Whether it waits for a condition that holds now, in one of its rounds."""
    fires, clock = inject.fires, state.clock
    if not isinstance(fires, OnCondition) or clock.stage != "round":
        return False
    return (not fires.rounds or clock.round in fires.rounds) and holds(state, fires.when)


def ripe(state: GameState, id_: str, now: int) -> bool:
    """Whether a waiting inject would happen at once, at game time `now`: its moment has passed or its condition holds."""
    inject = state.casus.injects.get(id_)
    if inject is None or state.injects[id_].status != "waiting":
        return False
    due = due_time(state, inject)
    return (due is not None and due <= now) or _called_for(state, inject)


def fire(turn: Turn, id_: str, how: How, drawn: float | None = None) -> None:
    """The inject happens, with the cards it deals and what follows from it."""
    inject, edited = turn.casus.injects[id_], turn.state.injects[id_]
    version = turn.add(
        e.InjectFired(
            inject=id_,
            title=edited.title or inject.title,
            text=edited.text or inject.text,
            look=inject.look,
            source=inject.source,
            to=inject.to if edited.to is None else edited.to,
            how=how,
            drawn=drawn,
            because=_ground(turn.state, inject, how),
        )
    )
    deal(turn, inject.deals)
    start(turn, inject.consequences, "inject", id_, version)


def _ground(state: GameState, inject: Inject, how: How) -> tuple[Cause, ...]:
    """The facts of its condition, when that is why it happens."""
    if how != "condition" or not isinstance(inject.fires, OnCondition):
        return ()
    return because(state, inject.fires.when)


def skip_undue(turn: Turn) -> None:
    """At the end of a round: what was meant for it and did not happen, does not happen any more."""
    for id_, inject in turn.casus.injects.items():
        meant = getattr(inject.fires, "round", "") == turn.state.clock.round
        if meant and turn.state.injects[id_].status in ("waiting", "held"):
            turn.add(e.InjectSkipped(inject=id_, why="closed"))


def skip_round(turn: Turn, round_: str) -> None:
    """Injects of a round that this edition does not play."""
    for id_, inject in turn.casus.injects.items():
        if getattr(inject.fires, "round", "") == round_ and turn.state.injects[id_].status == "waiting":
            turn.add(e.InjectSkipped(inject=id_, why="edition"))


def _known(state: GameState, inject: str) -> InjectState:
    found = state.injects.get(inject)
    if found is None:
        raise refuse("unknown_inject")
    return found


def _not_done(state: GameState, inject: str) -> InjectState:
    found = _known(state, inject)
    if found.status in ("fired", "retracted"):
        raise refuse("inject_done")
    return found


def decide_fire_inject(turn: Turn, command: c.FireInject) -> None:
    """By hand, also one that was skipped."""
    _not_done(turn.state, command.inject)
    fire(turn, command.inject, "hand")


def decide_hold_inject(turn: Turn, command: c.HoldInject) -> None:
    """It waits for the facilitator."""
    if _not_done(turn.state, command.inject).status != "waiting":
        raise refuse("no_change")
    turn.add(e.InjectHeld(inject=command.inject))


def decide_release_inject(turn: Turn, command: c.ReleaseInject) -> None:
    """It follows its own trigger again; what was due meanwhile happens at once."""
    if _not_done(turn.state, command.inject).status != "held":
        raise refuse("inject_not_held")
    turn.add(e.InjectReleased(inject=command.inject))


def decide_skip_inject(turn: Turn, command: c.SkipInject) -> None:
    """It will not happen."""
    if _not_done(turn.state, command.inject).status == "skipped":
        raise refuse("no_change")
    turn.add(e.InjectSkipped(inject=command.inject, why="hand"))


def decide_edit_inject(turn: Turn, command: c.EditInject) -> None:
    """Other words or other receivers, before it happens."""
    _not_done(turn.state, command.inject)
    _check_text(turn, command.title, command.text, command.to)
    turn.add(e.InjectEdited(inject=command.inject, title=command.title, text=command.text, to=command.to))


def _check_text(turn: Turn, title: str, text: str, to: tuple[str, ...]) -> None:
    if not title.strip() or not text.strip():
        raise refuse("empty_text")
    for seat in to:
        casus_seat(turn.state, seat)


def decide_improvise(turn: Turn, command: c.Improvise) -> None:
    """The facilitator makes one up."""
    _check_text(turn, command.title, command.text, command.to)
    turn.add(
        e.InjectFired(
            inject=f"i{turn.next_version}",
            title=command.title,
            text=command.text,
            look=command.look,
            source="Spelleider",
            to=command.to,
            how="improvised",
        )
    )


def decide_retract_inject(turn: Turn, command: c.RetractInject) -> None:
    """Taken back, visibly; what was read stays known."""
    if _known(turn.state, command.inject).status != "fired":
        raise refuse("inject_not_fired")
    turn.add(e.InjectRetracted(inject=command.inject, reason=command.reason))


def _with(state: GameState, id_: str, now: InjectState) -> GameState:
    return replace(state, injects={**state.injects, id_: now})


def evolve_inject_fired(state: GameState, record: e.Record, event: e.InjectFired) -> GameState:
    """It happened, for everybody or for some seats."""
    former = state.injects.get(event.inject, InjectState())
    now = replace(
        former, status="fired", version=record.version, at=record.at, drawn=event.drawn, title=event.title, text=event.text,
        to=event.to, why=event.how,
    )  # fmt: skip
    state = keep(state, record, event.because)
    edited = event.inject in state.casus.injects and event.text != state.casus.injects[event.inject].text
    return tell(
        _with(state, event.inject, now), record, "inject", event.title, event.text, look=event.look, source=event.source,
        to=event.to, edited=edited, improvised=event.how == "improvised",
    )  # fmt: skip


def evolve_inject_held(state: GameState, record: e.Record, event: e.InjectHeld) -> GameState:
    """Held by the facilitator."""
    return _with(state, event.inject, replace(state.injects[event.inject], status="held"))


def evolve_inject_released(state: GameState, record: e.Record, event: e.InjectReleased) -> GameState:
    """Waiting again."""
    return _with(state, event.inject, replace(state.injects[event.inject], status="waiting"))


def evolve_inject_skipped(state: GameState, record: e.Record, event: e.InjectSkipped) -> GameState:
    """It does not happen."""
    now = replace(state.injects[event.inject], status="skipped", why=event.why, drawn=event.drawn)
    return _with(state, event.inject, now)


def evolve_inject_edited(state: GameState, record: e.Record, event: e.InjectEdited) -> GameState:
    """Other words or receivers."""
    now = replace(state.injects[event.inject], title=event.title, text=event.text, to=event.to)
    return _with(state, event.inject, now)


def evolve_inject_retracted(state: GameState, record: e.Record, event: e.InjectRetracted) -> GameState:
    """Marked as taken back on every screen that showed it."""
    now = state.injects[event.inject]
    words = f"Teruggenomen: {event.reason}" if event.reason else "Teruggenomen"
    state = take_back(state, (f"e{now.version}",), words)
    return _with(state, event.inject, replace(now, status="retracted", why=event.reason))


DECIDE = {
    c.FireInject: decide_fire_inject,
    c.HoldInject: decide_hold_inject,
    c.ReleaseInject: decide_release_inject,
    c.SkipInject: decide_skip_inject,
    c.EditInject: decide_edit_inject,
    c.Improvise: decide_improvise,
    c.RetractInject: decide_retract_inject,
}
EVOLVE = {
    e.InjectFired: evolve_inject_fired,
    e.InjectHeld: evolve_inject_held,
    e.InjectReleased: evolve_inject_released,
    e.InjectSkipped: evolve_inject_skipped,
    e.InjectEdited: evolve_inject_edited,
    e.InjectRetracted: evolve_inject_retracted,
}
