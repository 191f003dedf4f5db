"""Cards: dealt, shown, told (verteld), handed over; who knows what since when; the tick at the end of a round."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from ..conditions import holds
from ..consequences import start
from ..turn import Turn, at_table, casus_seat, played_seats
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Silence
from ..vocabulary.reasons import refuse
from ..vocabulary.state import CardState, GameState, Knowing
from .feed import labels, tell

How = Literal["shown", "told", "act", "ticked"]


def deal(turn: Turn, cards: tuple[str, ...]) -> None:
    """These cards reach their seats, those that were not dealt before; a vervolgrol has none until somebody plays it."""
    for card in cards:
        if card not in turn.state.cards and at_table(turn.state, turn.casus.cards[card].seat):
            turn.add(e.CardDealt(card=card, seat=turn.casus.cards[card].seat))


def deal_round(turn: Turn, rounds: tuple[str, ...]) -> None:
    """The cards of these rounds: the one that begins, and those that the edition skipped before it."""
    deal(turn, tuple(id_ for id_, card in turn.casus.cards.items() if card.dealt == "round" and card.round in rounds))


def deal_brief(turn: Turn) -> None:
    """The cards that belong to the brief."""
    deal(turn, tuple(id_ for id_, card in turn.casus.cards.items() if card.dealt == "brief"))


def learn(turn: Turn, card: str, by: str, to: tuple[str, ...], how: How) -> None:
    """These seats know the card from now on, with what follows from it."""
    known = turn.state.cards[card].known
    new = tuple(seat for seat in dict.fromkeys(to) if seat not in known)
    if not new:
        return
    version = turn.add(e.CardShared(card=card, by=by, to=new, how=how))
    _follow(turn, card, new, tuple(known), version)


def _follow(turn: Turn, card: str, new: tuple[str, ...], known: tuple[str, ...], version: int) -> None:
    """A telling counts the first time that one of its seats knows the card; the first holder always knew."""
    first = turn.state.cards[card].first
    knew = tuple(seat for seat in known if seat != first)
    for telling in turn.casus.cards[card].told:
        before = any(seat in knew for seat in telling.to) if telling.to else bool(knew)
        reached = any(seat in new for seat in telling.to) if telling.to else bool(new)
        if reached and not before and holds(turn.state, telling.when):
            start(turn, telling.consequences, "card", card, version)


def _sharing(turn: Turn, card: str, to: tuple[str, ...]) -> str:
    """The seat that shares, after the checks that every way of sharing has."""
    held = turn.state.cards.get(card)
    if held is None:
        raise refuse("unknown_card")
    by = held.holder if turn.actor.kind in ("facilitator", "helper") and not turn.actor.seat else turn.seat()
    if held.holder != by:
        raise refuse("not_holder")
    _check_receivers(turn.state, by, to)
    return by


def _check_receivers(state: GameState, by: str, to: tuple[str, ...]) -> None:
    for seat in to:
        if not casus_seat(state, seat).playable:
            raise refuse("not_playable")
        if not at_table(state, seat):
            raise refuse("only_after_resigning")
        if seat == by:
            raise refuse("to_self")


def _check_news(turn: Turn, card: str, to: tuple[str, ...]) -> None:
    if all(seat in turn.state.cards[card].known for seat in to):
        raise refuse("already_known")


def decide_show_card(turn: Turn, command: c.ShowCard) -> None:
    """The card appears on the screens of these seats."""
    by = _sharing(turn, command.card, command.to)
    _check_news(turn, command.card, command.to)
    learn(turn, command.card, by, command.to, "shown")


def decide_tell_card(turn: Turn, command: c.TellCard) -> None:
    """*Verteld*, aloud at the table."""
    by = _sharing(turn, command.card, command.to)
    _check_news(turn, command.card, command.to)
    learn(turn, command.card, by, command.to, "told")


def decide_hand_over_card(turn: Turn, command: c.HandOverCard) -> None:
    """The card changes hands; the new holder knows it and may share it on."""
    by = _sharing(turn, command.card, (command.to,))
    known = tuple(turn.state.cards[command.card].known)
    version = turn.add(e.CardHandedOver(card=command.card, by=by, to=command.to))
    if command.to not in known:
        _follow(turn, command.card, (command.to,), known, version)


def decide_tick_card(turn: Turn, command: c.TickCard) -> None:
    """The holder says who knows it by now."""
    by = _sharing(turn, command.card, command.known_by)
    if turn.state.cards[command.card].ticked == turn.state.clock.round:
        raise refuse("already_given")
    turn.add(e.CardTicked(card=command.card, by=by, known_by=command.known_by))
    learn(turn, command.card, by, command.known_by, "ticked")


def note_silences(turn: Turn) -> None:
    """At the end of a round: what nobody was told is a cause too."""
    for id_, card in turn.casus.cards.items():
        for index, silence in enumerate(card.silent):
            if silence.round == turn.state.clock.round and _silent(turn.state, id_, silence):
                version = turn.add(e.SilenceNoted(card=id_, index=index, title=silence.title, seat=card.seat))
                start(turn, silence.consequences, "silence", f"{id_}.{index}", version)


def _silent(state: GameState, card: str, silence: Silence) -> bool:
    held = state.cards.get(card)
    if held is None or not state.seats[held.holder].played or not holds(state, silence.when):
        return False
    hearers = silence.to or tuple(seat for seat in state.casus.seats if seat != held.first)
    return not any(seat in held.known for seat in hearers)


def to_tick(state: GameState, seat: str) -> tuple[str, ...]:
    """The cards of this holder about which the tick of this round is still open."""
    others = [other for other in played_seats(state) if other != seat]
    if not others:
        return ()
    return tuple(id_ for id_, card in state.cards.items() if card.holder == seat and card.ticked != state.clock.round)


def evolve_card_dealt(state: GameState, record: e.Record, event: e.CardDealt) -> GameState:
    """The seat holds the card and knows it."""
    knowing = Knowing(version=record.version, round=state.clock.round, how="dealt")
    card = CardState(holder=event.seat, first=event.seat, known={event.seat: knowing}, version=record.version)
    return replace(state, cards={**state.cards, event.card: card})


def _know(state: GameState, record: e.Record, card: str, by: str, to: tuple[str, ...], how: str) -> CardState:
    held = state.cards[card]
    knowing = Knowing(version=record.version, round=state.clock.round, how=how, by=by)
    return replace(held, known={**held.known, **{seat: knowing for seat in to if seat not in held.known}})


def evolve_card_shared(state: GameState, record: e.Record, event: e.CardShared) -> GameState:
    """More seats know the card."""
    card = _know(state, record, event.card, event.by, event.to, event.how)
    state = replace(state, cards={**state.cards, event.card: card})
    title = f"Kaart “{state.casus.cards[event.card].title}” gedeeld met {labels(state, event.to)}"
    return tell(state, record, "notice", title, seat=event.by, to=(event.by, *event.to))


def evolve_card_handed_over(state: GameState, record: e.Record, event: e.CardHandedOver) -> GameState:
    """The card has a new holder."""
    card = replace(_know(state, record, event.card, event.by, (event.to,), "handed"), holder=event.to)
    state = replace(state, cards={**state.cards, event.card: card})
    title = f"Kaart “{state.casus.cards[event.card].title}” overgedragen aan {labels(state, (event.to,))}"
    return tell(state, record, "notice", title, seat=event.by, to=(event.by, event.to))


def evolve_card_ticked(state: GameState, record: e.Record, event: e.CardTicked) -> GameState:
    """The holder has said who knows it, for this round."""
    card = replace(state.cards[event.card], ticked=state.clock.round)
    return replace(state, cards={**state.cards, event.card: card})


def evolve_silence_noted(state: GameState, record: e.Record, event: e.SilenceNoted) -> GameState:
    """Kept with the version, so that a consequence can name its cause."""
    return replace(state, silences={**state.silences, f"{event.card}.{event.index}": record.version})


DECIDE = {
    c.ShowCard: decide_show_card,
    c.TellCard: decide_tell_card,
    c.HandOverCard: decide_hand_over_card,
    c.TickCard: decide_tick_card,
}
EVOLVE = {
    e.CardDealt: evolve_card_dealt,
    e.CardShared: evolve_card_shared,
    e.CardHandedOver: evolve_card_handed_over,
    e.CardTicked: evolve_card_ticked,
    e.SilenceNoted: evolve_silence_noted,
}
