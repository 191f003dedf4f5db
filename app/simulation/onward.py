"""The work of a process that plays one game on to its end, without people: what is added to its log."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from game_rules import codec, engine
from game_rules.simulate import continue_game
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.base import Fact
from game_rules.vocabulary.events import Record
from game_rules.vocabulary.state import Context, GameState

TASK = "app.simulation.onward:onward"


class Onward(Fact):
    """What is handed to the process: a game as it is stored, who lets it be played, and by which seats in which manner."""

    content: msgspec.Raw
    records: tuple[msgspec.Raw, ...]
    leader: str
    policy: str
    seats: tuple[str, ...] = ()


class Went(Fact):
    """What came of it: the records that were added, as they are stored. stuck: the step it did not get out of."""

    records: tuple[msgspec.Raw, ...]
    stuck: str = ""


def onward(setup: bytes) -> Callable[[int, str], Went]:
    """Plays the game of this Onward on to its end, with everything revealed."""
    wish = msgspec.json.decode(setup, type=Onward)
    records = [codec.decode_record(bytes(data)) for data in wish.records]
    state = engine.replay(codec.decode_content(bytes(wish.content)), records)
    return lambda number, seed: _play(state, wish, seed)


def _play(state: GameState, wish: Onward, seed: str) -> Went:
    leader = Actor(kind="facilitator", participant=wish.leader)
    seated = [c.SetPlayer(seat=seat, player="computer") for seat in wish.seats if not state.seats[seat].played]
    state, before = _carry_out(state, leader, seated)
    played = continue_game(state, wish.policy, seed, fresh_chance=False)
    after = () if played.outcome.stuck else _end(played.state, leader)
    signed = [replace(one, actor=leader) if _leads(one) else one for one in played.records]
    added = (*before, *signed, *after)
    return Went(records=tuple(msgspec.Raw(codec.encode_record(one)) for one in added), stuck=played.outcome.stuck)


def _leads(record: Record) -> bool:
    return record.actor.kind == "facilitator" and not record.actor.seat


def _carry_out(state: GameState, actor: Actor, commands: Sequence[c.Command]) -> tuple[GameState, tuple[Record, ...]]:
    added: list[Record] = []
    for command in commands:
        context = Context(now=state.at, command=f"verder-{state.version}")
        state, records = engine.carry_out(state, actor, command, context)
        added.extend(records)
    return state, tuple(added)


def _end(state: GameState, leader: Actor) -> tuple[Record, ...]:
    """Nobody is there to talk afterwards: everything is revealed at once, and the game is closed."""
    added: list[Record] = []
    while state.clock.key != "debrief.guess":
        state, records = _carry_out(state, leader, [c.NextStep(from_step=state.clock.key)])
        added.extend(records)
    return (*added, *_carry_out(state, leader, [c.Reveal(), c.CloseGame()])[1])
