"""The whole engine: decide, evolve, replay, fork. Time, identity and the seed are handed in; outcomes are stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from .rules import (
    acts,
    again,
    cards,
    channels,
    clock,
    debrief,
    decisions,
    facilitation,
    forking,
    guard,
    guessing,
    happened,
    hearings,
    injects,
    milestones,
    moves,
    paper,
    practice,
    promises,
    proposals,
    resigning,
    seats,
    talk,
    votes,
    weighing,
    werkwijzen,
)
from .turn import Turn, game_time
from .vocabulary import commands as c
from .vocabulary import events as e
from .vocabulary.audience import Actor
from .vocabulary.casus import Content
from .vocabulary.reasons import refuse
from .vocabulary.state import Context, GameState, SeatState, Undoable
from .vocabulary.state_parts import InjectState

AREAS = (
    seats, resigning, clock, injects, cards, talk, channels, hearings, proposals, promises, acts, moves, decisions, votes, happened, facilitation, paper, debrief,
    guessing, weighing, again, werkwijzen, milestones, forking, practice
)  # fmt: skip

Decider = Callable[[Turn, Any], None]
Evolver = Callable[[GameState, e.Record, Any], GameState]

DECIDERS: dict[type, Decider] = {k: v for area in AREAS for k, v in getattr(area, "DECIDE", {}).items()}
EVOLVERS: dict[type, Evolver] = {k: v for area in AREAS for k, v in getattr(area, "EVOLVE", {}).items()}

next_wake = clock.next_wake


def create(content: Content, game: str, meeting: str, edition: str, seed: str, content_hash: str) -> e.GameCreated:
    """The first event of a game. Raises ValueError for an edition that the casus does not have."""
    if edition not in content.casus.editions:
        raise ValueError(f"{content.casus.id} has no edition {edition}")
    return e.GameCreated(
        game=game, meeting=meeting, casus=content.casus.id, content=content_hash, edition=edition, seed=seed
    )


def start(content: Content, record: e.Record) -> GameState:
    """The state of a game of which only the first record is known. Raises TypeError when that is not GameCreated."""
    event = record.event
    if not isinstance(event, e.GameCreated):
        raise TypeError("a game begins with GameCreated")
    casus = content.casus
    return GameState(
        content=content,
        game=event.game,
        meeting=event.meeting,
        edition=event.edition,
        seed=event.seed,
        content_hash=event.content,
        version=record.version,
        at=record.at,
        seats={id_: SeatState(present=seat.present) for id_, seat in casus.seats.items()},
        indicators=dict(casus.indicators),
        injects={id_: InjectState() for id_ in casus.injects},
        command=record.command,
    )


def decide(state: GameState, actor: Actor, command: c.Command, context: Context) -> tuple[e.AnyEvent, ...]:
    """The events that the command leads to, in order. Raises RuleError when the rules refuse it; then nothing happened."""
    return tuple(record.event for record in carry_out(state, actor, command, context)[1])


def carry_out(
    state: GameState, actor: Actor, command: c.Command, context: Context
) -> tuple[GameState, tuple[e.Record, ...]]:
    """As `decide`, with the state after it and the records as they would be stored at `context.now`. Raises RuleError."""
    turn = Turn(state, actor, context, evolve)
    decider = DECIDERS.get(type(command))
    if decider is None:
        raise refuse("unknown_command")
    guard.check(turn, command)
    decider(turn, command)
    _settle(turn)
    return turn.state, tuple(turn.records)


def _settle(turn: Turn) -> None:
    """What follows at once from what was just decided: injects on a condition, and what comes out on a condition."""
    while _settle_one(turn):
        pass


def _settle_one(turn: Turn) -> bool:
    """One more thing that follows at once. Returns whether there was one."""
    in_round = turn.state.clock.stage == "round"
    if in_round and (injects.fire_on_condition(turn) or acts.come_out_by_condition(turn)):
        return True
    return milestones.reach_by_condition(turn)


def evolve(state: GameState, record: e.Record) -> GameState:
    """The state after a stored record. Total: a stored event always applies and never chooses anything again."""
    begins = not record.command or record.command != state.command
    origin = replace(state, undo=None, command_start=None) if begins else state.command_start
    evolver = EVOLVERS.get(type(record.event))
    after = evolver(state, record, record.event) if evolver else state
    seats = _active(after, record)
    if record.actor.kind == "facilitator" and not record.actor.seat:
        bare = replace(
            after,
            version=record.version,
            at=record.at,
            command=record.command,
            seats=seats,
            undo=None,
            command_start=None,
        )
        return replace(bare, command_start=origin, undo=_undo_by_facilitator(state.undo, bare, origin, record))
    return replace(
        after, version=record.version, at=record.at, command=record.command, command_start=origin, seats=seats,
        undo=_undo_by_others(state.undo, record),
    )  # fmt: skip


def _active(state: GameState, record: e.Record) -> dict[str, SeatState]:
    """Who did something last, and when."""
    seat = record.actor.seat
    if record.actor.kind not in ("player", "computer", "facilitator") or seat not in state.seats:
        return state.seats
    acted = replace(state.seats[seat], last_act=record.at, acted=game_time(state, record.at))
    return {**state.seats, seat: acted}


_UNDOABLE: dict[type, str] = {
    e.StepStarted: "de stap",
    e.InjectFired: "de gebeurtenis",
    e.InjectSkipped: "het overslaan van een gebeurtenis",
    e.IndicatorOverridden: "de ingreep",
    e.MoveAdjudicated: "het oordeel over een vrije zet",
    e.UnexpectedHappened: "het onverwachte",
    e.DecisionTaken: "het vastgelegde besluit",
    e.VoteClosed: "het sluiten van de stemming",
    e.OptionPut: "het in stemming brengen",
    e.VoteRecorded: "de opgeschreven stem",
    e.ActPerformed: "de ingevulde handeling",
    e.PromiseMade: "de ingevulde toezegging",
}
_ACTING = ("player", "facilitator", "helper")
"""Who makes taking back too late. The computer does not: it would always be too quick for the facilitator."""
_HARMLESS = (
    e.ParticipantArrived, e.ParticipantDeparted, e.SeatTaken, e.SeatLeft, e.ReadyMarked, e.TakeOverPlanned, e.PulseGiven, e.Weighed,
    e.StepUndone, e.Bookmarked, e.ClockPaused, e.Said,
)  # fmt: skip


def _undo_by_others(undo: Undoable | None, record: e.Record) -> Undoable | None:
    """Who plays makes it too late by what is done; the clock does not."""
    if undo is None or isinstance(record.event, e.StepUndone):
        return None
    acts_ = (record.actor.kind in _ACTING and not isinstance(record.event, _HARMLESS)) or _decided(record)
    return replace(undo, too_late=True) if acts_ and not undo.too_late else undo


def _decided(record: e.Record) -> bool:
    """Whether a computer in the chair concluded a decision: what follows from it is on its way."""
    return record.actor.kind == "computer" and isinstance(record.event, e.DecisionTaken)


def _undo_by_facilitator(
    undo: Undoable | None, after: GameState, origin: GameState | None, record: e.Record
) -> Undoable | None:
    """All events of a command belong to what can be taken back; a step names it, else the first undoable event does."""
    if isinstance(record.event, e.StepUndone) or _sets_apart(after, origin):
        return None
    if undo is not None and undo.command == record.command and record.command:
        named = _UNDOABLE[e.StepStarted] if isinstance(record.event, e.StepStarted) else undo.what
        return replace(undo, what=named, last=record.version, after=after)
    what = _UNDOABLE.get(type(record.event))
    closes = isinstance(record.event, e.StepStarted) and record.event.clock.stage == "closed"
    if what is None or origin is None or closes:
        return undo
    return Undoable(
        what=what,
        command=record.command,
        first=origin.version + 1,
        last=record.version,
        game_time=game_time(origin, record.at),
        before=origin,
        after=after,
    )


def _sets_apart(after: GameState, origin: GameState | None) -> bool:
    """Whether this command made a fork of the game, or laid down what differs there: there is no way back past that."""
    if after.fork is None or origin is None:
        return False
    return max(after.fork.version, after.fork.differed) > origin.version


def replay(content: Content, records: Iterable[e.Record]) -> GameState:
    """The state after these records, of which the first holds GameCreated."""
    rest = iter(records)
    state = start(content, next(rest))
    for record in rest:
        state = evolve(state, record)
    return state


def fork(records: tuple[e.Record, ...], at: int) -> tuple[e.Record, ...]:
    """The records up to and including version `at`: a valid game of its own. Raises ValueError outside the log."""
    if not 1 <= at <= len(records):
        raise ValueError(f"version {at} is outside 1-{len(records)}")
    return records[:at]


def branch(
    content: Content, records: tuple[e.Record, ...], event: e.Forked, actor: Actor
) -> tuple[GameState, tuple[e.Record, ...]]:
    """The fork of these records at `event.at` as a game of its own, and its log: the prefix with this event after it.

    It goes on from the very moment of the prefix. Raises ValueError outside the log.
    """
    prefix = fork(records, event.at)
    state = replay(content, prefix)
    record = e.Record(
        version=state.version + 1, at=state.at, actor=actor, command=f"fork-{event.game}", event=event
    )  # fmt: skip
    return evolve(state, record), (*prefix, record)
