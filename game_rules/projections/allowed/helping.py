"""What a tafelhulp may do for a table: write down what was said aloud, keep a moment, stop the clock."""

from __future__ import annotations

from ...rules import ballots, gates
from ...rules.feed import label
from ...vocabulary import commands as c
from ...vocabulary.state_parts import DecisionState
from . import deciding, paper, werkwijzen
from .offers import Offers


def offer(offers: Offers) -> None:
    """All of it."""
    if offers.fits(c.Pause) and offers.state.clock.running:
        offers.add(c.Pause, "Pauze", "clock", texts={"reason": 140}, optional=("reason",))
    if offers.fits(c.Bookmark):
        offers.add(c.Bookmark, "Markeer dit moment", "bookmark", texts={"text": 140}, optional=("text",))
    for now in offers.state.decisions.values():
        _votes(offers, now)
    werkwijzen.offer(offers)
    paper.tell_cards(offers)
    paper.offer(offers)


def _votes(offers: Offers, now: DecisionState) -> None:
    """The votes that were spoken and are not on a screen yet."""
    rules = ballots.definition(offers.state, now.id)
    if now.status != "voting" or rules.rule == "persons" or deciding.suspended(offers) or not offers.fits(c.RecordVote):
        return
    if gates.held(offers.state, now.id):
        return
    for seat in ballots.missing(offers.state, now.id):
        offers.add(
            c.RecordVote, f"Schrijf de stem op van {label(offers.state, seat)}", "record", f"{now.id}.{seat}",
            fixed={"decision": now.id, "seat": seat}, votes=ballots.weight(offers.state, rules, seat),
        )  # fmt: skip
