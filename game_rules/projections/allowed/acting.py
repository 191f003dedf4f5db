"""Ambtshandelingen and vrije zetten of a seat, its seat itself, and what a participant does in the debrief."""

from __future__ import annotations

from ...rules import acts, budgets, guard, resigning
from ...turn import game_time, may_be_played, seat_of
from ...vocabulary import commands as c
from ...vocabulary.casus import Act
from ...vocabulary.state import GameState
from . import reflecting
from .offers import Offers


def offer(offers: Offers) -> None:
    """Acts, moves and being ready."""
    _acts(offers)
    _moves(offers)
    _resign(offers)
    if offers.fits(c.MarkReady) and not offers.state.seats[offers.seat].ready:
        offers.add(c.MarkReady, "Ik ben klaar met lezen", "seat")


def _resign(offers: Offers) -> None:
    """Step down: last in the row, and asked twice."""
    state, seat = offers.state, offers.seat
    power = state.content.roles[state.casus.seats[seat].role].resigning
    if power is None or not offers.fits(c.Resign):
        return
    rolls = offers.names(resigning.vervolgrollen(state))
    onward = {resigning.SUCCESSOR: "Als mijn eigen opvolger, op deze zetel", **rolls}
    offers.add(
        c.Resign, "Treed af", "resign", choices={"onward": onward}, texts={"reason": 300}, danger=True, help=power.text,
        article=power.article, labels={"onward": "Hoe speel je verder?", "reason": "Waarom? Iedereen leest dit."},
    )  # fmt: skip


def _acts(offers: Offers) -> None:
    if not offers.fits(c.PerformAct):
        return
    for id_, act in offers.state.casus.acts.items():
        if acts.available(offers.state, offers.seat, act) and possible(offers.state, offers.seat, id_, act):
            _act(offers, id_, act)


def possible(state: GameState, seat: str, id_: str, act: Act) -> bool:
    """Whether there is enough left for it, it was not done before, and nothing is in its way."""
    spent = act.cost is not None and budgets.left(state, seat, act.cost.budget) < act.cost.amount
    again = act.once and acts.done_before(state, seat, id_)
    busy = act.does == "suspend" and state.suspended_until > game_time(state, state.at)
    return not (spent or again or busy)


def _act(offers: Offers, id_: str, act: Act) -> None:
    cost = ""
    if act.cost:
        budget = offers.state.casus.seats[offers.seat].budgets[act.cost.budget]
        cost = f"Kost {act.cost.amount} {budget.label}"
    targets = acts.open_targets(act, offers.seat)
    offers.add(
        c.PerformAct,
        act.title,
        "act",
        id_,
        fixed={"act": id_},
        legality=act.legality,
        article=act.article,
        help=act.text,
        cost=cost,
        prompt=act.text_asked,
        choices={"target": offers.names(targets)} if targets else {},
        texts={"text": 300} if act.text_asked else {},
    )


def _moves(offers: Offers) -> None:
    if not offers.fits(c.MakeMove):
        return
    offers.add(
        c.MakeMove, "Doe een vrije zet", "move", texts={"text": 400, "reason": 300},
        help="Iets wat hier niet staat. Zeg wat je doet en waarom het lukt. De spelleider beslist.",
    )  # fmt: skip
    for id_, move in offers.state.moves.items():
        argued = any(by == offers.seat for by, _, _ in move.arguments)
        if not move.outcome and move.by != offers.seat and not argued:
            for side, words in (("for", "Dit lukt, want"), ("against", "Dit lukt niet, want")):
                offers.add(
                    c.ArgueMove, words, "move", id_, variant=side, fixed={"move": id_, "side": side}, texts={"text": 300},
                    help=move.text,
                )  # fmt: skip


def offer_person(offers: Offers, participant: str) -> None:
    """What belongs to the participant, not to the seat: sitting down, pulse, note, verdict, handvat."""
    _sitting(offers, participant)
    reflecting.offer(offers, participant)


def _sitting(offers: Offers, participant: str) -> None:
    state, seat = offers.state, seat_of(offers.state, participant)
    if seat:
        now = state.seats[seat]
        if offers.fits(c.LeaveSeat):
            offers.add(c.LeaveSeat, "Sta op van deze zetel", "seat", danger=True)
        planned = now.swap and state.clock.stage in guard.PLAY
        if now.shadow and not planned and offers.fits(c.TakeOver):
            offers.add(c.TakeOver, "Wissel van plaats met je duo", "seat", seat, fixed={"seat": seat})
        return
    for id_, found in state.casus.seats.items():
        now = state.seats[id_]
        if not may_be_played(state, id_) or not offers.fits(c.TakeSeat):
            continue
        if not now.holder:
            offers.add(c.TakeSeat, "Neem deze zetel", "seat", id_, fixed={"seat": id_}, primary=found.essential)
        elif not now.shadow:
            offers.add(
                c.TakeSeat, "Kijk mee als duo", "seat", id_, variant="shadow", fixed={"seat": id_, "shadow": True}
            )
