"""What may be entered by who leads or helps, while the table plays on paper."""

from __future__ import annotations

from typing import Any

from ...rules import acts, ballots, budgets, gates, paper, promises
from ...rules.feed import label
from ...turn import at_table, played_seats
from ...vocabulary import commands as c
from ...vocabulary.casus import Decision
from ...vocabulary.state_parts import DecisionState
from .acting import possible
from .offers import Offers


def offer(offers: Offers) -> None:
    """Decisions first: they are what the round waits for."""
    if not offers.state.on_paper:
        return
    for now in offers.state.decisions.values():
        if now.status != "decided" and not gates.held(offers.state, now.id) and offers.fits(c.EnterDecision):
            _decision(offers, now, ballots.definition(offers.state, now.id))
    for seat in played_seats(offers.state):
        if offers.fits(c.EnterAct):
            _acts(offers, seat)
        if offers.fits(c.EnterPromise):
            _promises(offers, seat)


def tell_cards(offers: Offers) -> None:
    """A card of which the holder told aloud what is on it."""
    state = offers.state
    if not offers.fits(c.TellCard):
        return
    playable = tuple(id_ for id_, seat in state.casus.seats.items() if seat.playable and at_table(state, id_))
    for id_, card in state.cards.items():
        unaware = tuple(seat for seat in playable if seat not in card.known)
        if unaware:
            offers.add(
                c.TellCard, "Dit is verteld", "card", id_, fixed={"card": id_}, choices={"to": offers.names(unaware)},
                many=("to",), help=state.casus.cards[id_].title,
            )  # fmt: skip


def _decision(offers: Offers, now: DecisionState, rules: Decision) -> None:
    state, fixed = offers.state, {"decision": now.id}
    options = {id_: rules.options[id_].text for id_ in ballots.open_options(state, now.id)}
    more: dict[str, Any] = {"choices": {"option": options}, "article": rules.article, "help": rules.question}
    if rules.by not in state.casus.organs:
        words = f"{label(state, rules.by)} besloot dit"
        offers.add(c.EnterDecision, words, "paper", now.id, fixed=fixed, texts={"reason": 300}, **more)
    elif now.postponed or not options or not ballots.may_open(state, now.id) or ballots.amendments(state, now.id):
        return
    elif rules.rule == "persons":
        offers.add(c.EnterDecision, "Deze persoon werd gekozen", "paper", now.id, fixed=fixed, **more)
    else:
        none = {**fixed, "votes": {"for": 0, "against": 0}}
        offers.add(c.EnterDecision, "Zonder stemming aangenomen", "paper", now.id, variant="hammer", fixed=none, **more)
        there = paper.votes_there(state, now.id)
        if there:
            offers.add(
                c.EnterDecision, "Er is gestemd", "paper", now.id, variant="vote", fixed=fixed, votes=there, **more
            )


def _acts(offers: Offers, seat: str) -> None:
    """What this seat can have done; what is void has not happened."""
    state = offers.state
    for id_, act in state.casus.acts.items():
        if offers.kind == "helper" and not paper.in_the_open(act):
            continue
        if act.legality == "void" or not acts.available(state, seat, act) or not possible(state, seat, id_, act):
            continue
        targets = acts.open_targets(act, seat)
        offers.add(
            c.EnterAct, f"{label(state, seat)}: {act.title}", "paper", f"{id_}.{seat}", fixed={"act": id_, "by": seat},
            legality=act.legality, article=act.article, prompt=act.text_asked,
            choices={"target": offers.names(targets)} if targets else {}, texts={"text": 300} if act.text_asked else {},
        )  # fmt: skip


def _promises(offers: Offers, seat: str) -> None:
    state = offers.state
    if "toezegging" in state.casus.seats[seat].budgets and budgets.left(state, seat, "toezegging") <= 0:
        return
    others = {id_: words for id_, words in offers.names(played_seats(state)).items() if id_ != seat}
    for id_, found in state.casus.promises.items() if offers.kind == "facilitator" else ():
        to = {other: others[other] for other in found.to if other in others}
        if to and promises.open_(state, seat, found) and not promises.made(state, id_):
            offers.add(
                c.EnterPromise, f"{label(state, seat)}: {found.text}", "paper", f"{id_}.{seat}",
                fixed={"by": seat, "promise": id_}, choices={"to": to},
            )  # fmt: skip
    if others:
        offers.add(
            c.EnterPromise, f"{label(state, seat)} zegde iets anders toe", "paper", seat, fixed={"by": seat},
            choices={"to": others}, texts={"text": 300},
        )  # fmt: skip
