"""Besluiten: asked, put to the meeting, voted, hammered or decided by one office-holder, under the rules of each organ."""

from __future__ import annotations

from typing import Literal

from ..because import because
from ..chance import draw
from ..consequences import start
from ..decision_rules import persons
from ..decision_rules.members import Count, Verdict, valid_vote
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Decision, Organ
from ..vocabulary.commands import Votes
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, Result
from . import ballots, gates, werkwijzen
from .feed import check_filled, label, labels

How = Literal["vote", "chair"]
NotAdopted = Literal["rejected", "postponed", "again", "invalid"]


def _open(state: GameState, decision: str) -> DecisionState:
    now = state.decisions.get(decision)
    if now is None:
        raise refuse("unknown_decision")
    if now.status == "decided":
        raise refuse("decided")
    return now


def _meeting(turn: Turn, decision: str) -> tuple[DecisionState, Decision]:
    """The open decision of an organ that is not suspended and has not postponed it to the next round."""
    now = _open(turn.state, decision)
    rules = ballots.definition(turn.state, decision)
    ballots.organ(turn.state, rules)
    if turn.state.suspended_until > turn.game_time:
        raise refuse("suspended")
    if now.postponed:
        raise refuse("next_meeting")
    gates.check(turn.state, decision)
    return now, rules


def _lead(turn: Turn, rules: Decision, recorder_too: bool = False) -> str:
    """The seat that leads the vote: the chair (or the recorder), or none when a facilitator does it."""
    if turn.by_facilitator():
        return ""
    seat, body = turn.seat(), ballots.organ(turn.state, rules)
    if seat == body.chair or (recorder_too and seat == body.recorder):
        return seat
    raise refuse("only_chair", chair=label(turn.state, body.chair))


def decide_decide(turn: Turn, command: c.Decide) -> None:
    """One office-holder decides, with a reason."""
    seat = turn.seat()
    _open(turn.state, command.decision)
    rules = ballots.definition(turn.state, command.decision)
    if rules.by != seat:
        raise refuse("not_your_decision", who=_decider(turn.state, rules))
    gates.check(turn.state, command.decision)
    check_filled(command.reason)
    check_option(turn.state, command.decision, command.option)
    take(turn, command.decision, Result(option=command.option, how="office", by=seat, reason=command.reason), {})


def _decider(state: GameState, rules: Decision) -> str:
    body = state.casus.organs.get(rules.by)
    return body.label if body else label(state, rules.by)


def check_option(state: GameState, decision: str, option: str) -> None:
    """Refuse an option that was rejected before or is not open to choose."""
    if option in state.decisions[decision].tried:
        raise refuse("option_tried")
    if option not in ballots.open_options(state, decision):
        raise refuse("unknown_option")


def decide_put_to_vote(turn: Turn, command: c.PutToVote) -> None:
    """The chair puts an option to the meeting, when enough members are there; persons go to a secret ballot at once."""
    now, rules = _meeting(turn, command.decision)
    seat = _lead(turn, rules)
    if now.status != "asked":
        raise refuse("already_put")
    check_quorum(turn.state, command.decision, rules)
    if ballots.amendments(turn.state, command.decision):
        raise refuse("amendment_first")
    if rules.rule == "persons":
        turn.add(e.OptionPut(decision=command.decision, option=ballots.BALLOT, by=seat))
        turn.add(e.VoteRequested(decision=command.decision, by=seat))
        return
    check_option(turn.state, command.decision, command.option)
    turn.add(e.OptionPut(decision=command.decision, option=command.option, by=seat))


def check_quorum(state: GameState, decision: str, rules: Decision) -> None:
    """Refuse when too few members are there to take the item up."""
    if not ballots.may_open(state, decision):
        rule, everyone = ballots.organ_rule(rules), ballots.members(state, decision)
        here, total = ballots.present_total(everyone)
        raise refuse("no_quorum", present=here, total=total, needed=rule.quorum(everyone), article=rule.ARTICLE)


def decide_request_vote(turn: Turn, command: c.RequestVote) -> None:
    """The chair or any member in the room asks for a roll call (Gemeentewet 32 lid 1)."""
    now, rules = _meeting(turn, command.decision)
    seat, body = turn.seat(), ballots.organ(turn.state, rules)
    if seat != body.chair:
        _check_member(turn.state, now, body, seat)
    if now.status != "put":
        raise refuse("vote_runs" if now.status == "voting" else "not_put")
    first, drawn = _who_begins(turn, command.decision)
    turn.add(e.VoteRequested(decision=command.decision, by=seat, first=first, drawn=drawn))


def _who_begins(turn: Turn, decision: str) -> tuple[str, float]:
    """The lot picks the member who votes first; the others follow in their order."""
    present = [m.seat for m in ballots.members(turn.state, decision) if m.present and not m.barred]
    now = turn.state.decisions[decision]
    drawn = draw(turn.state.seed, f"begin:{decision}:{now.option}:{now.attempt}")
    return (present[int(drawn * len(present))] if present else ""), drawn


def decide_hammer(turn: Turn, command: c.Hammer) -> None:
    """Nobody asked for a vote: it passes (Gemeentewet 32 lid 3)."""
    now, rules = _meeting(turn, command.decision)
    seat = _lead(turn, rules)
    if now.status == "voting":
        raise refuse("vote_asked")
    if now.status != "put":
        raise refuse("not_put")
    take(turn, command.decision, Result(option=now.option, how="hammer", by=seat), {})


def decide_cast_vote(turn: Turn, command: c.CastVote) -> None:
    """A member votes on the own screen."""
    seat = turn.seat()
    _check_vote(turn, command.decision, seat, command.votes)
    if seat in turn.state.decisions[command.decision].votes:
        raise refuse("already_voted")
    turn.add(e.VoteCast(decision=command.decision, seat=seat, votes=command.votes))


def decide_record_vote(turn: Turn, command: c.RecordVote) -> None:
    """One person writes down a vote that was spoken; a facilitator may correct it while the vote runs."""
    if turn.actor.kind == "computer":
        raise refuse("bot_records")
    now, rules = _meeting(turn, command.decision)
    by = "" if turn.actor.kind == "helper" else _lead(turn, rules, recorder_too=True)
    _check_vote(turn, command.decision, command.seat, command.votes)
    if command.seat in now.votes and by:
        raise refuse("already_voted")
    turn.add(e.VoteRecorded(decision=command.decision, seat=command.seat, votes=command.votes, by=by))


def _check_member(state: GameState, now: DecisionState, body: Organ, seat: str) -> None:
    """A member who is there and has no personal interest; whom nobody plays votes as the casus says."""
    if seat not in body.members:
        raise refuse("not_a_member", organ=body.label)
    if seat in now.barred:
        raise refuse("barred")
    if not state.seats[seat].played:
        raise refuse("nobody_there")
    if not state.seats[seat].present:
        raise refuse("absent")


def _voter(turn: Turn, decision: str, seat: str) -> tuple[DecisionState, Decision]:
    now, rules = _meeting(turn, decision)
    if now.status != "voting":
        raise refuse("no_vote_runs")
    _check_member(turn.state, now, ballots.organ(turn.state, rules), seat)
    return now, rules


def _check_vote(turn: Turn, decision: str, seat: str, votes: Votes) -> None:
    _, rules = _voter(turn, decision, seat)
    if rules.rule == "persons":
        raise refuse("is_secret")
    size = ballots.weight(turn.state, rules, seat)
    if votes.for_ + votes.against > size:
        raise refuse("too_many_votes", weight=size)
    if votes.for_ + votes.against < size:
        raise refuse("no_abstention", weight=size, article=ballots.article(rules, "Gemeentewet 32 lid 2"))


def decide_cast_ballot(turn: Turn, command: c.CastBallot) -> None:
    """A secret ballot: the seat names one candidate (Gemeentewet 31)."""
    seat = turn.seat()
    now, rules = _voter(turn, command.decision, seat)
    if rules.rule != "persons":
        raise refuse("not_secret")
    if seat in now.ballots:
        raise refuse("already_voted")
    if command.option not in (now.tried or rules.options):
        raise refuse("unknown_option")
    turn.add(e.BallotCast(decision=command.decision, seat=seat, option=command.option))


def decide_close_vote(turn: Turn, command: c.CloseVote) -> None:
    """The result follows from the rule of the organ. Only a facilitator closes while votes are missing."""
    now, rules = _meeting(turn, command.decision)
    by = _lead(turn, rules, recorder_too=True)
    if now.status != "voting":
        raise refuse("no_vote_runs")
    waiting = ballots.missing(turn.state, command.decision)
    if waiting and not turn.by_facilitator():
        raise refuse("votes_missing", seats=labels(turn.state, waiting))
    if rules.rule == "persons":
        _close_ballot(turn, command.decision, by)
    else:
        _close_roll_call(turn, command.decision, rules, by)


def _close_roll_call(turn: Turn, decision: str, rules: Decision, by: str) -> None:
    now, unplayed = turn.state.decisions[decision], ballots.unplayed_votes(turn.state, decision)
    counted = ballots.count(now, unplayed)
    everyone = ballots.members(turn.state, decision)
    verdict = ballots.RULES[rules.rule].verdict(everyone, counted, now.attempt, now.second_meeting)
    how: How = "vote"
    if verdict == "chair":
        verdict, how = _chair_decides(turn, rules, now, unplayed), "chair"
    if verdict == "adopted":
        result = Result(
            option=now.option, how=how, by=by, votes_for=counted.votes_for, votes_against=counted.votes_against
        )
        take(turn, decision, result, unplayed)
    elif verdict == "rejected" and decision in turn.state.proposals:
        result = Result(
            option="", how="rejected", by=by, votes_for=counted.votes_for, votes_against=counted.votes_against
        )
        take(turn, decision, result, unplayed)
    else:
        not_adopted(turn, decision, verdict, counted, unplayed)


def not_adopted(turn: Turn, decision: str, verdict: NotAdopted, counted: Count, unplayed: dict[str, Votes]) -> None:
    """The vote closes without a decision."""
    turn.add(
        e.VoteClosed(
            decision=decision,
            outcome=verdict,
            votes_for=counted.votes_for,
            votes_against=counted.votes_against,
            reason=NOTICES[verdict],
            unplayed=unplayed,
        )
    )


NOTICES = {
    "rejected": "De keuze is verworpen. De voorzitter kan een andere keuze in stemming brengen.",
    "postponed": "De stemmen staken. Niet iedereen kon stemmen; het besluit komt in de volgende ronde terug (Gemeentewet 32).",
    "again": "De stemmen staken. Het college stemt meteen nog een keer (Gemeentewet 59).",
    "invalid": "Er stemden te weinig leden. De stemming telt niet (Gemeentewet 29).",
}


def _chair_decides(turn: Turn, rules: Decision, now: DecisionState, unplayed: dict[str, Votes]) -> Verdict:
    """At a second tie the vote of the burgemeester decides (Gemeentewet 59 lid 2)."""
    chair = ballots.organ(turn.state, rules).chair
    votes = now.votes[chair].votes if chair in now.votes else unplayed.get(chair)
    return "adopted" if votes and votes.for_ else "rejected"


def _close_ballot(turn: Turn, decision: str, by: str) -> None:
    now = turn.state.decisions[decision]
    counts = ballots.ballot_counts(turn.state, decision)
    if not valid_vote(ballots.members(turn.state, decision), now.second_meeting):
        turn.add(
            e.VoteClosed(decision=decision, outcome="invalid", votes_for=0, votes_against=0, reason=NOTICES["invalid"])
        )
        return
    verdict = persons.verdict(counts, now.attempt)
    if verdict.winner:
        take(turn, decision, Result(option=verdict.winner, how="ballot", by=by), {})
    elif verdict.lot:
        drawn = draw(turn.state.seed, f"lot:{decision}")
        winner = verdict.between[int(drawn * len(verdict.between))]
        take(turn, decision, Result(option=winner, how="lot", by=by, drawn=drawn), {})
    else:
        turn.add(
            e.VoteClosed(
                decision=decision,
                outcome="again",
                votes_for=0,
                votes_against=0,
                reason="Niemand heeft een meerderheid. Je stemt opnieuw (Gemeentewet 31).",
                between=verdict.between,
            )
        )


def take(turn: Turn, decision: str, result: Result, unplayed: dict[str, Votes]) -> None:
    """It is decided, with what follows from it."""
    rules = ballots.definition(turn.state, decision)
    option = rules.options.get(result.option)
    open_by = because(turn.state, option.when if option else None)
    version = turn.add(e.DecisionTaken(decision=decision, result=result, unplayed=unplayed, because=open_by))
    if decision in turn.state.proposals:
        _to_move(turn, decision, result)
    elif result.option:
        start(turn, rules.options[result.option].consequences, "decision", decision, version)
        werkwijzen.follow_decision(turn, decision, result.option)


def _to_move(turn: Turn, decision: str, result: Result) -> None:
    """An adopted proposal in free text is adjudicated like a move."""
    proposal = turn.state.proposals[decision]
    if result.option:
        reason = f"De raad nam {ballots.KINDS[proposal.kind]} aan."
        move = f"m{turn.next_version}"
        turn.add(e.MoveMade(move=move, by=proposal.by, text=proposal.text, reason=reason, proposal=decision))


def decide_declare_interest(turn: Turn, command: c.DeclareInterest) -> None:
    """A member weighs the own interest and stays out of the vote (Gemeentewet 28, 58)."""
    seat = turn.seat()
    now = _open(turn.state, command.decision)
    rules = ballots.definition(turn.state, command.decision)
    body = ballots.organ(turn.state, rules)
    if seat not in body.members:
        raise refuse("not_a_member", organ=body.label)
    if seat in now.barred:
        raise refuse("already_given")
    if seat in now.votes or seat in now.ballots:
        raise refuse("already_voted")
    check_filled(command.reason)
    turn.add(e.InterestDeclared(decision=command.decision, seat=seat, reason=command.reason))


def decide_explain_vote(turn: Turn, command: c.ExplainVote) -> None:
    """A stemverklaring, while the vote runs or after it."""
    seat = turn.seat()
    now = turn.state.decisions.get(command.decision)
    if now is None:
        raise refuse("unknown_decision")
    if seat in now.ballots:
        raise refuse("is_secret")
    if now.status not in ("voting", "decided") or seat not in now.votes:
        raise refuse("explain_first")
    if seat in now.explained:
        raise refuse("already_given")
    check_filled(command.text)
    turn.add(e.VoteExplained(decision=command.decision, seat=seat, text=command.text))


DECIDE = {
    c.Decide: decide_decide,
    c.PutToVote: decide_put_to_vote,
    c.RequestVote: decide_request_vote,
    c.Hammer: decide_hammer,
    c.CastVote: decide_cast_vote,
    c.RecordVote: decide_record_vote,
    c.CastBallot: decide_cast_ballot,
    c.CloseVote: decide_close_vote,
    c.DeclareInterest: decide_declare_interest,
    c.ExplainVote: decide_explain_vote,
}
