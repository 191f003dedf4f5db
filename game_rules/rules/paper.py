"""Paper mode: the table plays on without screens, and what happened is entered afterwards.

What is entered counts like anything else: the same rules say whether it was possible, and the same consequences follow.
"""

from __future__ import annotations

from ..decision_rules.members import Count, Member
from ..turn import Turn, played_seats
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Act, Decision
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, Result
from . import acts, ballots, decisions, gates, promises
from .feed import check_filled

COLLEGE_VOTED_TWICE = 2
"""A tie in the college that is entered is the second one: after the first the college votes again (Gemeentewet 59)."""


def _check(turn: Turn) -> None:
    if not turn.state.on_paper:
        raise refuse("not_on_paper")


def _check_seat(turn: Turn, seat: str) -> None:
    if seat not in played_seats(turn.state):
        raise refuse("nobody_there")


def decide_enter_decision(turn: Turn, command: c.EnterDecision) -> None:
    """A decision that was taken on paper: by vote, without one, by one office-holder, or by ballot."""
    _check(turn)
    now = turn.state.decisions.get(command.decision)
    if now is None:
        raise refuse("unknown_decision")
    if now.status == "decided":
        raise refuse("decided")
    rules = ballots.definition(turn.state, command.decision)
    gates.check(turn.state, command.decision)
    decisions.check_option(turn.state, command.decision, command.option)
    if rules.by not in turn.casus.organs:
        _office(turn, command, rules)
        return
    if now.postponed:
        raise refuse("next_meeting")
    decisions.check_quorum(turn.state, command.decision, rules)
    if ballots.amendments(turn.state, command.decision):
        raise refuse("amendment_first")
    _organ(turn, command, now, rules)


def _office(turn: Turn, command: c.EnterDecision, rules: Decision) -> None:
    check_filled(command.reason)
    result = Result(option=command.option, how="office", by=rules.by, reason=command.reason)
    decisions.take(turn, command.decision, result, {})


def _organ(turn: Turn, command: c.EnterDecision, now: DecisionState, rules: Decision) -> None:
    votes = command.votes
    if rules.rule == "persons":
        decisions.take(turn, command.decision, Result(option=command.option, how="ballot"), {})
    elif not votes.for_ + votes.against:
        decisions.take(turn, command.decision, Result(option=command.option, how="hammer"), {})
    else:
        _voted(turn, command, now, rules)


def _voted(turn: Turn, command: c.EnterDecision, now: DecisionState, rules: Decision) -> None:
    """The outcome follows from the votes by the rule of the organ, as if they had been cast on screen."""
    total, votes = votes_there(turn.state, command.decision), command.votes
    cast = votes.for_ + votes.against
    if cast > total:
        raise refuse("paper_too_many", organ=ballots.organ(turn.state, rules).label, total=total)
    everyone = (
        Member(seat="voted", weight=cast, voted=True),
        Member(seat="rest", weight=_others(turn, command) - cast),
    )
    attempt = COLLEGE_VOTED_TWICE if rules.by == "college" else 2 if command.option in now.tied else 1
    counted = Count(votes_for=votes.for_, votes_against=votes.against)
    verdict = ballots.organ_rule(rules).verdict(everyone, counted, attempt, now.second_meeting)
    if verdict in ("adopted", "chair"):
        how: decisions.How = "chair" if verdict == "chair" else "vote"
        _taken(turn, command, Result(option=command.option, how=how, votes_for=votes.for_, votes_against=votes.against))
    elif verdict == "rejected" and command.decision in turn.state.proposals:
        _taken(turn, command, Result(option="", how="rejected", votes_for=votes.for_, votes_against=votes.against))
    else:
        turn.add(e.OptionPut(decision=command.decision, option=command.option, by=""))
        decisions.not_adopted(turn, command.decision, verdict, counted, {})


def _taken(turn: Turn, command: c.EnterDecision, result: Result) -> None:
    decisions.take(turn, command.decision, result, {})


def _others(turn: Turn, command: c.EnterDecision) -> int:
    """How many votes there are in the organ, of members without a personal interest."""
    return sum(m.weight for m in ballots.members(turn.state, command.decision) if not m.barred)


def votes_there(state: GameState, decision: str) -> int:
    """How many votes can have been cast: of the members who are present and have no personal interest."""
    return sum(m.weight for m in ballots.members(state, decision) if m.present and not m.barred)


def decide_enter_act(turn: Turn, command: c.EnterAct) -> None:
    """An act that was done on paper, under the same checks; what the law makes void did not happen.

    A tafelhulp enters what everybody saw; what was done in secret only the facilitator knows of.
    """
    _check(turn)
    _check_seat(turn, command.by)
    wish = c.PerformAct(act=command.act, target=command.target, text=command.text)
    act = acts.checked(turn, command.by, wish)
    if turn.actor.kind == "helper" and not in_the_open(act):
        raise refuse("not_for_you")
    if act.legality == "void":
        raise refuse("paper_void", article=act.article)
    acts.perform(turn, command.by, wish, act)


def in_the_open(act: Act) -> bool:
    """Whether everybody at the table sees it being done."""
    return act.public and act.legality == "legal"


def decide_enter_promise(turn: Turn, command: c.EnterPromise) -> None:
    """A toezegging that was made on paper."""
    _check(turn)
    _check_seat(turn, command.by)
    promises.promise_by(turn, command.by, c.MakePromise(to=command.to, promise=command.promise, text=command.text))


DECIDE = {
    c.EnterDecision: decide_enter_decision,
    c.EnterAct: decide_enter_act,
    c.EnterPromise: decide_enter_promise,
}
