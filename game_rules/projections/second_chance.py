"""*Tweede kans*: what people would take otherwise, counted, and what the casus assumes would follow."""

from __future__ import annotations

from ..rules import again, ballots
from ..vocabulary.state import GameState
from ..vocabulary.views import AgainCard, Words


def cards(state: GameState, participant: str, host: bool) -> dict[str, AgainCard]:
    """What was chosen, most chosen first; for a player after the own choice. Reasons without names, in no order of time."""
    mine = state.again.get(participant) if participant else None
    if state.clock.step == "note" or not (host or mine or state.clock.step != "again"):
        return {}
    given, first = again.counts(state), again.most_chosen(state)
    ranked = sorted(given, key=lambda pair: -given[pair])
    return {
        f"{decision}.{option}": AgainCard(
            order=order,
            question=ballots.definition(state, decision).question,
            taken=_taken(state, decision),
            option=option,
            text=_text(state, decision, option),
            count=given[decision, option],
            mine=mine is not None and (mine.decision, mine.option) == (decision, option),
            reasons=_reasons(state, decision, option),
            follows=_follows(state, decision, option) if state.revealed and (decision, option) == first else (),
        )
        for order, (decision, option) in enumerate(ranked)
    }


def _text(state: GameState, decision: str, option: str) -> str:
    return ballots.definition(state, decision).options[option].text


def _taken(state: GameState, decision: str) -> str:
    """What the table did take."""
    rules, result = ballots.definition(state, decision), state.decisions[decision].result
    if result is None or result.how == "unanswered" or result.option not in rules.options:
        return "Er kwam geen besluit."
    return rules.options[result.option].text


def _reasons(state: GameState, decision: str, option: str) -> Words:
    chosen = (one for one in state.again.values() if (one.decision, one.option) == (decision, option))
    return tuple(sorted(one.why for one in chosen if one.why))


def _follows(state: GameState, decision: str, option: str) -> Words:
    return tuple(state.casus.consequences[id_].title for id_ in again.follows(state, decision, option))
