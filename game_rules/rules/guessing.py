"""Guess one chain: what was behind this consequence? The answer opens with the reveal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from ..chance import draw
from ..turn import Turn, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause, Chain
from . import chains

HIDDEN = "hidden"
"""The choice *something that is not known yet*. It is always there, so that it tells nothing."""

MOST = 4


def key(cause: Cause) -> str:
    """A cause as a choice."""
    return f"{cause.kind}:{cause.id}"


def answers(chain: Chain) -> tuple[str, ...]:
    """Everything that may be guessed."""
    return (*map(key, chain.choices), HIDDEN)


def answer(chain: Chain) -> str:
    """What was behind it: one of the choices, or that it was not known."""
    right = key(chain.links[0])
    return right if right in map(key, chain.choices) else HIDDEN


def lay(turn: Turn) -> None:
    """The engine lays the longest chain before the table, once; nothing when no consequence is known to all."""
    row = chains.longest(turn.state)
    if row and turn.state.chain is None:
        turn.add(e.ChainLaid(links=row, choices=choices(turn.state, row)))


def choices(state: GameState, row: tuple[Cause, ...]) -> tuple[Cause, ...]:
    """At most four things that everybody knows and that came before: the first cause among them, if it is known.

    The others are drawn, one of each kind as far as there are, so that the choice itself tells nothing. What also led to
    the consequence is left out: it would be right as well.
    """
    last, root = row[-1], row[0]
    also = set(map(key, chains.origins(state)[last.id]))
    before = (one for one in _happened(state) if one.version < last.version and key(one) not in also)
    others = [one for one in before if chains.public(state, one)]
    known = [root, *others] if chains.public(state, root) else others
    picked = list(_one_of_each_kind(state, known, root))[:MOST]
    if root in known and root not in picked:
        picked[-1] = root
    return tuple(sorted(picked, key=lambda cause: cause.version))


def _one_of_each_kind(state: GameState, known: list[Cause], root: Cause) -> Iterator[Cause]:
    kinds: dict[str, list[Cause]] = {}
    for cause in sorted(known, key=lambda cause: (cause != root, draw(state.seed, f"guess:{key(cause)}"))):
        kinds.setdefault(cause.kind, []).append(cause)
    for turn in zip_longest(*(kinds[kind] for kind in sorted(kinds))):
        yield from (cause for cause in turn if cause is not None)


def _happened(state: GameState) -> Iterator[Cause]:
    """What was done and what happened, as possible causes."""
    for id_, decision in state.decisions.items():
        if decision.result and decision.result.how != "edition":
            yield Cause(kind="decision", id=id_, version=decision.version)
    for id_, inject in state.injects.items():
        if inject.status == "fired":
            yield Cause(kind="inject", id=id_, version=inject.version)
    for id_, done in state.acts.items():
        if not done.article:
            yield Cause(kind="act", id=id_, version=done.version)
    yield from (Cause(kind="move", id=id_, version=one.version) for id_, one in state.moves.items() if one.outcome)
    yield from (Cause(kind="promise", id=id_, version=one.version) for id_, one in state.promises.items())
    yield from (
        Cause(kind="question", id=id_, version=one.version) for id_, one in state.questions.items() if one.answer
    )
    spoken = {speech.hearing: speech.version for speech in reversed(state.speeches.values())}
    yield from (Cause(kind="speech", id=id_, version=version) for id_, version in spoken.items())


def decide_guess_cause(turn: Turn, command: c.GuessCause) -> None:
    """By everybody with a seat; a new guess replaces the former until the reveal."""
    chain, participant = turn.state.chain, turn.actor.participant
    seat = seat_of(turn.state, participant)
    if not seat:
        raise refuse("not_seated")
    if turn.state.revealed:
        raise refuse("already_revealed")
    if chain is None or command.answer not in answers(chain):
        raise refuse("unknown_answer")
    turn.add(e.CauseGuessed(participant=participant, seat=seat, answer=command.answer))


def evolve_chain_laid(state: GameState, record: e.Record, event: e.ChainLaid) -> GameState:
    """One chain to guess."""
    return replace(state, chain=Chain(links=event.links, choices=event.choices))


def evolve_cause_guessed(state: GameState, record: e.Record, event: e.CauseGuessed) -> GameState:
    """One guess of one participant."""
    return replace(state, guesses={**state.guesses, event.participant: event.answer})


DECIDE = {c.GuessCause: decide_guess_cause}
EVOLVE = {e.ChainLaid: evolve_chain_laid, e.CauseGuessed: evolve_cause_guessed}
