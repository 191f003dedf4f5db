"""What a tafelhulp may do for a table: write down what was said aloud, keep a moment, stop the clock."""

from __future__ import annotations

from ...rules import ballots
from ...rules.feed import label
from ...turn import at_table
from ...vocabulary import commands as c
from ...vocabulary.state_parts import DecisionState
from .offers import Offers


def offer(offers: Offers) -> None:
    """All of it."""
    if offers.fits(c.Pause) and offers.state.clock.running:
        offers.add(c.Pause, "Pauze", "clock", texts={"reason": 140}, optional=("reason",))
    if offers.fits(c.Bookmark):
        offers.add(c.Bookmark, "Markeer dit moment", "bookmark", texts={"text": 140}, optional=("text",))
    for now in offers.state.decisions.values():
        _votes(offers, now)
    _told(offers)


def _votes(offers: Offers, now: DecisionState) -> None:
    """The votes that were spoken and are not on a screen yet."""
    rules = ballots.definition(offers.state, now.id)
    if now.status != "voting" or rules.rule == "persons" or not offers.fits(c.RecordVote):
        return
    for seat in ballots.missing(offers.state, now.id):
        offers.add(
            c.RecordVote, f"Schrijf de stem op van {label(offers.state, seat)}", "record", f"{now.id}.{seat}",
            fixed={"decision": now.id, "seat": seat}, votes=ballots.weight(offers.state, rules, seat),
        )  # fmt: skip


def _told(offers: Offers) -> None:
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
