"""Toezeggingen: made by one seat to another, kept or broken, as the receiver judges."""

from __future__ import annotations

from msgspec.structs import replace

from ..consequences import start
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import PromiseOffer
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import PromiseState
from . import budgets
from .feed import label, tell
from .talk import other_seat


def decide_make_promise(turn: Turn, command: c.MakePromise) -> None:
    """A promise to one seat, heard by the table."""
    promise_by(turn, turn.seat(), command)


def promise_by(turn: Turn, by: str, command: c.MakePromise) -> None:
    """This seat promises it. Raises RuleError."""
    other_seat(turn, by, command.to)
    if "toezegging" in turn.casus.seats[by].budgets:
        budgets.check(turn.state, by, "toezegging")
    offer = _offer(turn, by, command) if command.promise else None
    if offer is None and not command.text.strip():
        raise refuse("empty_text")
    text = offer.text if offer else command.text
    promise = f"p{turn.next_version}"
    version = turn.add(e.PromiseMade(promise=promise, by=by, to=command.to, text=text, offer=command.promise))
    if offer:
        start(turn, offer.on_made, "promise", promise, version)


def _offer(turn: Turn, by: str, command: c.MakePromise) -> PromiseOffer:
    offer = turn.casus.promises.get(command.promise)
    if offer is None or not open_(turn.state, by, offer) or command.to not in offer.to:
        raise refuse("unknown_promise")
    if made(turn.state, command.promise):
        raise refuse("promise_made")
    return offer


def open_(state: GameState, by: str, offer: PromiseOffer) -> bool:
    """Whether this seat can make this promise of the casus now."""
    return offer.by == by and (not offer.rounds or state.clock.round in offer.rounds)


def made(state: GameState, offer: str) -> bool:
    """Whether this promise of the casus was made."""
    return any(promise.offer == offer for promise in state.promises.values())


def decide_judge_promise(turn: Turn, command: c.JudgePromise) -> None:
    """The receiver marks it kept or broken, once."""
    by = turn.seat()
    promise = turn.state.promises.get(command.promise)
    if promise is None:
        raise refuse("unknown_promise")
    if promise.to != by:
        raise refuse("not_your_promise")
    if promise.kept is not None:
        raise refuse("promise_judged")
    version = turn.add(e.PromiseJudged(promise=command.promise, kept=command.kept))
    offer = turn.casus.promises.get(promise.offer)
    if offer:
        start(turn, offer.on_kept if command.kept else offer.on_broken, "promise", command.promise, version)


def evolve_promise_made(state: GameState, record: e.Record, event: e.PromiseMade) -> GameState:
    """A promise stands."""
    promise = PromiseState(
        id=event.promise, by=event.by, to=event.to, text=event.text, offer=event.offer, version=record.version,
        round=state.clock.round,
    )  # fmt: skip
    state = budgets.spend(replace(state, promises={**state.promises, event.promise: promise}), event.by, "toezegging")
    title = f"{label(state, event.by)} zegt toe aan {label(state, event.to)}"
    return tell(state, record, "promise", title, event.text, seat=event.by)


def evolve_promise_judged(state: GameState, record: e.Record, event: e.PromiseJudged) -> GameState:
    """Kept or broken."""
    promise = replace(state.promises[event.promise], kept=event.kept)
    state = replace(state, promises={**state.promises, event.promise: promise})
    words = "nagekomen" if event.kept else "niet nagekomen"
    title = f"Toezegging {words}, zegt {label(state, promise.to)}"
    return tell(state, record, "promise", title, promise.text, seat=promise.by)


DECIDE = {c.MakePromise: decide_make_promise, c.JudgePromise: decide_judge_promise}
EVOLVE = {e.PromiseMade: evolve_promise_made, e.PromiseJudged: evolve_promise_judged}
