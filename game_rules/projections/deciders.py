"""Who decided, and how: for whoever looks back at a decision. Nothing of a secret ballot."""

from __future__ import annotations

from ..rules import ballots
from ..rules.feed import labels
from ..rules.votes import how_words
from ..vocabulary.commands import Votes
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState


def deciders(state: GameState, now: DecisionState) -> tuple[str, ...]:
    """The seats that decided: who voted and who led the vote, the one office-holder, or who let it pass."""
    rules, result = ballots.definition(state, now.id), now.result
    body = state.casus.organs.get(rules.by)
    if result is None or result.how in ("edition", "fork"):
        return ()
    voted = () if rules.rule == "persons" else (*now.votes, *now.unplayed)
    led = (result.by or (body.chair if body else rules.by),)
    silent = tuple(seat for seat in (body.members if body else ()) if state.casus.seats[seat].playable)
    passed = silent if result.how in ("unanswered", "hammer") else ()
    return tuple(dict.fromkeys(seat for seat in (*led, *voted, *passed) if seat in state.seats))


def decided_words(state: GameState, now: DecisionState) -> str:
    """How it was decided, in one or two Dutch sentences."""
    result = now.result
    if result is None:
        return ""
    rules = ballots.definition(state, now.id)
    body = state.casus.organs.get(rules.by)
    how = HOW.get(result.how, HOW[""]).format(
        who=body.label if body else labels(state, (rules.by,)), how=how_words(result)
    )
    votes = {} if rules.rule == "persons" else {**now.unplayed, **{seat: one.votes for seat, one in now.votes.items()}}
    sides = [_side(state, votes, "for_", "Voor"), _side(state, votes, "against", "Tegen")]
    return " ".join(part for part in (how, *sides) if part)


HOW = {
    "": "{who} besloot {how}.",
    "rejected": "{who}: {how}.",
    "office": "{who} besloot dit.",
    "unanswered": "{who} besloot niets.",
    "edition": "Zo vertelt de casus het.",
    "fork": "Dit is in dit spel anders dan in het eerdere.",
}


def _side(state: GameState, votes: dict[str, Votes], side: str, word: str) -> str:
    seats = tuple(seat for seat, given in votes.items() if getattr(given, side))
    return f"{word}: {labels(state, seats)}." if seats else ""
