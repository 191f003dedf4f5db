"""Why a condition holds or does not: the facts that decide it, as causes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .conditions import holds
from .vocabulary.conditions import Condition
from .vocabulary.state import GameState
from .vocabulary.state_parts import Cause, CauseKind

Facts = Iterator[Cause]


def because(state: GameState, condition: Condition | None) -> tuple[Cause, ...]:
    """What makes the condition hold now, or keeps it from holding, each fact once, in the order in which it happened.

    Of `all` that fails only the parts that fail count, of `any` that holds only those that hold. Empty: nothing was done
    that decides it, such as an act that nobody performed.
    """
    if condition is None:
        return ()
    found = dict.fromkeys(_facts(state, condition))
    return tuple(sorted(found, key=lambda cause: cause.version))


def _facts(state: GameState, c: Condition) -> Facts:
    if c.all:
        yield from _of(state, _deciding(state, c.all, holds(state, c), every=True))
    elif c.any:
        yield from _of(state, _deciding(state, c.any, holds(state, c), every=False))
    elif c.not_ is not None:
        yield from _facts(state, c.not_)
    else:
        for field, facts in _FACTS.items():
            if getattr(c, field):
                yield from facts(state, c)


def _of(state: GameState, parts: Iterable[Condition]) -> Facts:
    for part in parts:
        yield from _facts(state, part)


def _deciding(state: GameState, parts: tuple[Condition, ...], whole: bool, every: bool) -> Iterable[Condition]:
    """The parts that decide: all of them, or only those that go the way of the whole."""
    return parts if whole is every else (part for part in parts if holds(state, part) is whole)


def _fact(kind: CauseKind, id_: str, version: int) -> Facts:
    if version:
        yield Cause(kind=kind, id=id_, version=version)


def _indicator(state: GameState, c: Condition) -> Facts:
    """The last thing that moved it."""
    last = next((one.version for one in reversed(state.changes) if one.indicator == c.indicator), 0)
    yield from _fact("indicator", c.indicator, last)


def _decided(state: GameState, c: Condition) -> Facts:
    now = state.decisions.get(c.decided)
    if now is not None and now.result is not None:
        yield from _fact("decision", c.decided, now.version)


def _acted(state: GameState, c: Condition) -> Facts:
    for id_, done in state.acts.items():
        if done.act == c.acted and not done.article and (not c.to or done.target == c.to):
            yield from _fact("act", id_, done.version)


def _told(state: GameState, c: Condition) -> Facts:
    yield from _knowing(state, c.told, c.to)


def _withheld(state: GameState, c: Condition) -> Facts:
    yield from _knowing(state, c.withheld, c.from_)


def _knowing(state: GameState, card: str, seat: str) -> Facts:
    """Who was told, or else the silence about it."""
    held = state.cards.get(card)
    if held is None:
        return
    told = {who: known for who, known in held.known.items() if who == seat or (not seat and who != held.first)}
    for known in told.values():
        yield from _fact("card", card, known.version)
    if not told:
        yield from _silence(state, card, held.version)


def _silence(state: GameState, card: str, dealt: int) -> Facts:
    """The end of the round in which nobody had told, or from when on it could be told."""
    noted = [(id_, version) for id_, version in state.silences.items() if id_.rpartition(".")[0] == card]
    for id_, version in noted or ((card, dealt),):
        yield from _fact("silence", id_, version)


def _fired(state: GameState, c: Condition) -> Facts:
    inject = state.injects.get(c.fired)
    if inject is not None:
        yield from _fact("inject", c.fired, inject.version)


def _happened(state: GameState, c: Condition) -> Facts:
    if c.happened in state.happened:
        yield from _fact("consequence", c.happened, state.happened[c.happened].version)


def _asked(state: GameState, c: Condition) -> Facts:
    for id_, asked in state.questions.items():
        if asked.offer == c.asked:
            yield from _fact("question", id_, asked.version)


def _promised(state: GameState, c: Condition) -> Facts:
    for id_, promise in state.promises.items():
        if promise.offer == c.promised:
            yield from _fact("promise", id_, promise.version)


def _came_out(state: GameState, c: Condition) -> Facts:
    for id_, done in state.acts.items():
        if done.act == c.came_out:
            yield from _fact("came_out" if done.out else "act", id_, done.version)
    for id_, asked in state.questions.items():
        if asked.offer == c.came_out:
            yield from _fact("came_out" if asked.out else "question", id_, asked.version)


def _spoken(state: GameState, c: Condition) -> Facts:
    hearing = c.spoken or c.taken_up
    for speech in state.speeches.values():
        if speech.hearing == hearing:
            yield from _fact("speech", hearing, speech.version)


def _resigned(state: GameState, c: Condition) -> Facts:
    if c.resigned in state.resigned:
        yield from _fact("resigned", c.resigned, state.resigned[c.resigned].version)


def _werkwijze(state: GameState, c: Condition) -> Facts:
    now = state.werkwijzen.get(c.werkwijze)
    if now is not None:
        yield from _fact("werkwijze", c.werkwijze, now.stopped or now.version)


def _milestone(state: GameState, c: Condition) -> Facts:
    """That it was reached, or else that its round ended without it."""
    id_, _, milestone = (c.reached or c.missed).partition(".")
    now = state.werkwijzen.get(id_)
    if now is None:
        return
    reached, missed = now.reached.get(milestone), now.missed.get(milestone, 0)
    if c.missed and missed:
        yield from _fact("milestone", c.missed, missed)
    elif reached is not None:
        yield from _fact("milestone", c.reached or c.missed, reached.version)
    else:
        yield from _fact("milestone", c.reached or c.missed, missed)


def _taken(state: GameState, c: Condition) -> Facts:
    """The recommendations that were taken over, or else the answers that rejected them."""
    now = state.werkwijzen.get(c.taken)
    if now is None:
        return
    taken = {id_: one for id_, one in now.answered.items() if one.answer != "rejected"}
    for id_, one in (taken or now.answered).items():
        yield from _fact("recommendation", f"{c.taken}.{id_}", one.version)


def _well(state: GameState, c: Condition) -> Facts:
    now = state.werkwijzen.get(c.well)
    if now is not None:
        yield from _fact("werkwijze", c.well, now.judged or now.version)


_FACTS: dict[str, Callable[[GameState, Condition], Facts]] = {
    "indicator": _indicator,
    "decided": _decided,
    "acted": _acted,
    "told": _told,
    "withheld": _withheld,
    "fired": _fired,
    "happened": _happened,
    "asked": _asked,
    "promised": _promised,
    "came_out": _came_out,
    "spoken": _spoken,
    "taken_up": _spoken,
    "resigned": _resigned,
    "werkwijze": _werkwijze,
    "reached": _milestone,
    "missed": _milestone,
    "taken": _taken,
    "well": _well,
}
"""The subjects that a fact can decide; that a seat is played, a round has begun or an edition is played is no fact of the game."""
