"""The computer plays a fork to its end, without people and in another process; what it did belongs to the game."""

from __future__ import annotations

import msgspec

from game_rules import codec, engine
from game_rules.simulate import POLICIES
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from ..ports import Append, Entry
from ..simulation.onward import TASK, Onward, Went
from ..simulation.pool import Pool, Work
from . import streams
from .errors import ServiceError
from .forking import PLAYING, Stored, stored

PEOPLE = "Er zitten mensen aan deze tafel. Speel met hen verder, of haal hen eerst van hun zetel."
PLAYED = "Dit spel is al gespeeld. Maak een vervolg vanaf een eerder moment."
NOT_A_FORK = "Dit spel is geen vervolg op een ander spel. Maak eerst een vervolg bij ‘Terugkijken’."
NO_POLICY = "Deze manier van spelen is er niet: ‘{policy}’. Kies uit: {among}."
STUCK = "De computer kwam niet verder dan deze stap: {step}. Er is niets veranderd. Speel dit vervolg met mensen."
MEANWHILE = "Er gebeurde intussen iets aan deze tafel. Kijk hoe het spel nu staat en probeer het opnieuw."


def play_on(lab: Lab, pool: Pool, game: str, actor: Actor, policy: str = "eigen_doel") -> int:
    """Play this fork to its end; returns its last version. policy: how seats play, a name from POLICIES.

    Seats that nobody plays and that were played when the fork was made go to the computer. Raises NotFound, ServiceError
    `not_a_fork`, `people_sit`, `already_played`, `no_such_policy`, `stuck` or `meanwhile`, those of `Pool.run`, NotSaved.
    """
    found = stored(lab, game)
    _check(found.state, policy)
    setup = Onward(
        content=msgspec.Raw(msgspec.json.encode(found.content)),
        records=tuple(msgspec.Raw(entry.data) for entry in found.entries),
        leader=actor.participant,
        policy=policy,
        seats=_seats(found),
    )
    (line,) = pool.run(Work(TASK, msgspec.json.encode(setup), runs=1, seed=game))
    went = msgspec.json.decode(line, type=Went)
    if went.stuck:
        raise ServiceError("stuck", STUCK.format(step=went.stuck), 409)
    _keep(lab, found, went)
    return found.state.version + len(went.records)


def may_be_played(state: GameState) -> bool:
    """Whether the computer may play this game to its end: a fork at which no people sit."""
    free = not any(seat.holder for seat in state.seats.values())
    return state.fork is not None and state.clock.stage in PLAYING and free


def _check(state: GameState, policy: str) -> None:
    if state.fork is None:
        raise ServiceError("not_a_fork", NOT_A_FORK, 409)
    if state.clock.stage not in PLAYING:
        raise ServiceError("already_played", PLAYED, 409)
    if any(seat.holder for seat in state.seats.values()):
        raise ServiceError("people_sit", PEOPLE, 409)
    if policy not in POLICIES:
        raise ServiceError("no_such_policy", NO_POLICY.format(policy=policy[:64], among=", ".join(POLICIES)), 400)


def _seats(found: Stored) -> tuple[str, ...]:
    """The seats that were played when the fork was made, when nobody has one now."""
    fork = found.state.fork
    if fork is None or any(seat.played for seat in found.state.seats.values()):
        return ()
    before = engine.replay(found.content, found.records[: fork.at])
    return tuple(id_ for id_, seat in before.seats.items() if seat.played)


def _keep(lab: Lab, found: Stored, went: Went) -> None:
    added = [bytes(data) for data in went.records]
    records = [codec.decode_record(data) for data in added]
    entries = tuple(
        Entry(one.version, one.at, one.command, data) for one, data in zip(records, added, strict=True)
    )  # fmt: skip
    if not streams.keep(lab, Append(found.game, found.state.version, entries)):
        raise ServiceError("meanwhile", MEANWHILE, 409)
