"""What facts about deciding change: the evolve side of `decisions`."""

from __future__ import annotations

from msgspec.structs import replace

from ..vocabulary import events as e
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, Result, VoteState
from . import ballots
from .feed import label, tell
from .grounds import keep

HOW = {
    "vote": "met {for_} stemmen voor en {against} tegen",
    "chair": "met de beslissende stem van de burgemeester ({for_} voor, {against} tegen)",
    "hammer": "zonder stemming (hamerstuk)",
    "office": "",
    "ballot": "na een geheime stemming",
    "lot": "na loting, omdat de stemmen twee keer staakten",
    "unanswered": "omdat niemand besloot",
    "edition": "zoals de casus vertelt",
    "fork": "anders dan in het eerdere spel",
    "rejected": "verworpen met {for_} stemmen voor en {against} tegen",
}


def how_words(result: Result) -> str:
    """How a decision came about, in words."""
    return HOW[result.how].format(for_=result.votes_for, against=result.votes_against)


def _with(state: GameState, now: DecisionState) -> GameState:
    return replace(state, decisions={**state.decisions, now.id: now})


def evolve_decision_asked(state: GameState, record: e.Record, event: e.DecisionAsked) -> GameState:
    """On the agenda of this round; a postponed one comes back for its second attempt."""
    former = state.decisions.get(event.decision)
    if former is not None and former.status != "decided":
        return _with(state, replace(former, round=state.clock.round, notice="", status="asked", postponed=False))
    now = DecisionState(
        id=event.decision, version=record.version, asked_at=record.version, round=state.clock.round
    )  # fmt: skip
    state = _with(keep(state, record, event.because), now)
    if event.decision in state.proposals:
        proposal = replace(state.proposals[event.decision], status="agenda")
        state = replace(state, proposals={**state.proposals, event.decision: proposal})
    return state


def evolve_option_put(state: GameState, record: e.Record, event: e.OptionPut) -> GameState:
    """An option lies before the meeting; ties are counted per option, and ballots go on where they were."""
    now = state.decisions[event.decision]
    attempt = now.attempt if event.option == ballots.BALLOT else 2 if event.option in now.tied else 1
    now = replace(
        now, status="put", option=event.option, notice="", votes={}, ballots={}, attempt=attempt, invalid=False,
        taken_back=False,
    )  # fmt: skip
    rules = ballots.definition(state, event.decision)
    option = rules.options.get(event.option)
    title = f"In stemming: {rules.question}"
    return tell(_with(state, now), record, "vote", title, option.text if option else "Geheime stemming over personen.")


def evolve_vote_requested(state: GameState, record: e.Record, event: e.VoteRequested) -> GameState:
    """A roll call (or ballot) runs."""
    now = replace(state.decisions[event.decision], status="voting", requested_by=event.by, first=event.first)
    state = _with(state, now)
    if now.option == ballots.BALLOT:
        return state
    words = "een stemming" if ballots.definition(state, event.decision).by == "college" else "een hoofdelijke stemming"
    begins = f"Het lot wijst aan wie begint: {label(state, event.first)}." if event.first else ""
    return tell(state, record, "vote", f"{label(state, event.by)} vraagt om {words}", begins, seat=event.by)


def evolve_vote_cast(state: GameState, record: e.Record, event: e.VoteCast) -> GameState:
    """Voted on the own screen."""
    now = state.decisions[event.decision]
    return _with(state, replace(now, votes={**now.votes, event.seat: VoteState(votes=event.votes)}))


def evolve_vote_recorded(state: GameState, record: e.Record, event: e.VoteRecorded) -> GameState:
    """A spoken vote was written down."""
    now = state.decisions[event.decision]
    votes = {**now.votes, event.seat: VoteState(votes=event.votes, spoken=True)}
    return _with(state, replace(now, votes=votes, recorded=True))


def evolve_ballot_cast(state: GameState, record: e.Record, event: e.BallotCast) -> GameState:
    """A secret ballot lies in the box."""
    now = state.decisions[event.decision]
    return _with(state, replace(now, ballots={**now.ballots, event.seat: event.option}))


def evolve_vote_closed(state: GameState, record: e.Record, event: e.VoteClosed) -> GameState:
    """Closed without a decision: rejected, postponed, again or invalid."""
    now = state.decisions[event.decision]
    secret = now.option == ballots.BALLOT
    again = event.outcome == "again"
    now = replace(
        now,
        status="voting" if again else "asked",
        option=now.option if again else "",
        votes={},
        ballots={},
        tried=event.between or ((*now.tried, now.option) if event.outcome == "rejected" else now.tried),
        tied=(*now.tied, now.option) if event.outcome == "postponed" else now.tied,
        invalid=event.outcome == "invalid",
        attempt=now.attempt + (1 if event.outcome in ("again", "postponed") else 0),
        postponed=now.postponed or event.outcome == "postponed",
        notice=event.reason,
        unplayed=event.unplayed,
    )
    state = _with(state, now)
    tally = "" if secret else f"{event.votes_for} voor, {event.votes_against} tegen. "
    return tell(state, record, "vote", ballots.definition(state, event.decision).question, tally + event.reason)


def evolve_decision_held_over(state: GameState, record: e.Record, event: e.DecisionHeldOver) -> GameState:
    """It waits for a second meeting, in which any number of members will do."""
    now = replace(
        state.decisions[event.decision], status="asked", option="", votes={}, ballots={}, postponed=True, invalid=False,
        second_meeting=True, notice=event.reason,
    )  # fmt: skip
    question = ballots.definition(state, event.decision).question
    return tell(_with(state, now), record, "vote", question, event.reason)


def evolve_decision_taken(state: GameState, record: e.Record, event: e.DecisionTaken) -> GameState:
    """Decided, told to all."""
    now = replace(
        state.decisions[event.decision], status="decided", result=event.result, unplayed=event.unplayed,
        version=record.version, taken_back=False,
    )  # fmt: skip
    state = _with(keep(state, record, event.because), now)
    rules, result = ballots.definition(state, event.decision), event.result
    option = rules.options.get(result.option)
    parts = (option.text if option else "", how_words(result), result.reason)
    text = " ".join(_sentence(part) for part in parts if part)
    return tell(state, record, "decision", rules.question, text, seat=result.by, source=decider(state, rules.by))


def _sentence(words: str) -> str:
    """With a capital, and one full stop at the end."""
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "!", "?")) else ".")


def decider(state: GameState, by: str) -> str:
    """Who decides, as a word: the organ or the seat."""
    body = state.casus.organs.get(by)
    return body.label if body else label(state, by)


def evolve_interest_declared(state: GameState, record: e.Record, event: e.InterestDeclared) -> GameState:
    """A member stays out of this vote, told to all."""
    now = state.decisions[event.decision]
    state = _with(state, replace(now, barred={**now.barred, event.seat: event.reason}))
    title = f"{label(state, event.seat)} meldt een persoonlijk belang en stemt niet mee"
    return tell(state, record, "notice", title, event.reason, seat=event.seat)


def evolve_vote_explained(state: GameState, record: e.Record, event: e.VoteExplained) -> GameState:
    """A stemverklaring."""
    now = state.decisions[event.decision]
    state = _with(state, replace(now, explained={**now.explained, event.seat: event.text}))
    return tell(state, record, "vote", f"Stemverklaring van {label(state, event.seat)}", event.text, seat=event.seat)


EVOLVE = {
    e.DecisionAsked: evolve_decision_asked,
    e.OptionPut: evolve_option_put,
    e.VoteRequested: evolve_vote_requested,
    e.VoteCast: evolve_vote_cast,
    e.VoteRecorded: evolve_vote_recorded,
    e.BallotCast: evolve_ballot_cast,
    e.VoteClosed: evolve_vote_closed,
    e.DecisionHeldOver: evolve_decision_held_over,
    e.DecisionTaken: evolve_decision_taken,
    e.InterestDeclared: evolve_interest_declared,
    e.VoteExplained: evolve_vote_explained,
}
