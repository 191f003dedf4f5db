"""How simulated seats decide: the office-holder alone, the chair what is voted on, every member how."""

from __future__ import annotations

from ..rules import ballots, gates
from ..vocabulary import commands as c
from ..vocabulary.casus import Decision
from ..vocabulary.state import GameState
from .table import Table
from .talking import REASON

MOST_VOTES = 16
"""After so many turns of one decision in one step it is left as it is."""


def decide_all(table: Table) -> None:
    """Everything that lies open now is decided, amendments before what they amend."""
    waiting = [id_ for id_, now in table.state.decisions.items() if now.status != "decided" and not now.postponed]
    for id_ in sorted(waiting, key=lambda id_: not _amends(table.state, id_)):
        rules = ballots.definition(table.state, id_)
        if any(gates.closed(table.state, id_)):
            continue
        if rules.by in table.state.casus.organs:
            _meet(table, id_, rules)
        elif table.state.seats[rules.by].player == "computer":
            option = _prefers(table, rules.by, id_, ballots.open_options(table.state, id_))
            if option:
                table.wish(rules.by, c.Decide(decision=id_, option=option, reason=REASON))


def _amends(state: GameState, decision: str) -> bool:
    return decision in state.proposals and bool(state.proposals[decision].decision)


# --- a meeting -------------------------------------------------------------------------------------------------------


def _meet(table: Table, id_: str, rules: Decision) -> None:
    steps = {"asked": _put, "put": _conclude, "voting": _vote}
    for _ in range(MOST_VOTES):
        now = table.state.decisions[id_]
        if now.status == "decided" or now.postponed or table.suspended():
            return
        if not steps[now.status](table, id_, rules):
            return


def _chaired(table: Table, rules: Decision, command: c.Command) -> bool:
    """The chair does it, or whoever leads when nobody plays the chair."""
    chair = table.state.casus.organs[rules.by].chair
    played = table.state.seats[chair].player == "computer"
    return table.wish(chair, command) if played else table.lead(command)


def _put(table: Table, id_: str, rules: Decision) -> bool:
    state = table.state
    if state.decisions[id_].invalid or not ballots.may_open(state, id_) or ballots.amendments(state, id_):
        return False
    if rules.rule == "persons":
        return _chaired(table, rules, c.PutToVote(decision=id_, option=ballots.BALLOT))
    option = _prefers(table, state.casus.organs[rules.by].chair, id_, ballots.open_options(state, id_))
    return bool(option) and _chaired(table, rules, c.PutToVote(decision=id_, option=option))


def _conclude(table: Table, id_: str, rules: Decision) -> bool:
    """Who is against asks for a vote; when nobody does, it passes."""
    option = table.state.decisions[id_].option
    voters = ballots.voters(table.state, id_)
    against = [seat for seat in voters if not _in_favour(table, seat, id_, option)]
    chair = table.state.casus.organs[rules.by].chair
    if not against and any(votes.against for votes in _unplayed(table, id_).values()):
        against = [chair] if table.state.seats[chair].player == "computer" else list(voters[:1])
    if against:
        return table.wish(against[0], c.RequestVote(decision=id_))
    return _chaired(table, rules, c.Hammer(decision=id_))


def _unplayed(table: Table, id_: str) -> dict[str, c.Votes]:
    """How the members whom nobody plays vote; when the outcome is laid down, they are won over first."""
    option = table.state.decisions[id_].option
    if table.given.decisions.get(id_) == option:
        for seat, votes in ballots.unplayed_votes(table.state, id_).items():
            if votes.against:
                table.lead(c.SetStand(seat=seat, decision=id_, supports=(option,)))
    return ballots.unplayed_votes(table.state, id_)


def _vote(table: Table, id_: str, rules: Decision) -> bool:
    now = table.state.decisions[id_]
    for seat in ballots.missing(table.state, id_):
        if rules.rule == "persons":
            choice = _prefers(table, seat, id_, now.tried or tuple(rules.options))
            table.wish(seat, c.CastBallot(decision=id_, option=choice))
        else:
            size = ballots.weight(table.state, rules, seat)
            yes = _in_favour(table, seat, id_, now.option)
            table.wish(seat, c.CastVote(decision=id_, votes=c.Votes(for_=size) if yes else c.Votes(against=size)))
    return _chaired(table, rules, c.CloseVote(decision=id_))


# --- what a seat wants -----------------------------------------------------------------------------------------------


def _prefers(table: Table, seat: str, id_: str, options: tuple[str, ...]) -> str:
    """The option that this seat chooses, proposes or writes on its ballot; empty when there is none."""
    given = table.given.decisions.get(id_)
    if given in options:
        return str(given)
    if not options:
        return ""
    policy = table.policies[seat]
    if table.chance("wavers", seat, id_) < policy.wavers:
        return table.pick(options, "otherwise", seat, id_)
    if policy.votes == "support":
        return _most_support(table, id_, options)
    liked = [one for one in _leaning(table, seat, id_, policy.votes) if one in options]
    if not liked and policy.votes == "own" and seat == _chair(table, id_):
        return _most_support(table, id_, options)
    return liked[0] if liked else table.pick(options, "chooses", seat, id_)


def _in_favour(table: Table, seat: str, id_: str, option: str) -> bool:
    given = table.given.decisions.get(id_)
    if given is not None and given in ballots.definition(table.state, id_).options:
        return option == given
    policy = table.policies[seat]
    drawn = table.chance("votes", seat, id_, option)
    if table.chance("wavers", seat, id_) < policy.wavers:
        return drawn < 0.5
    if policy.votes == "support":
        return option == _most_support(table, id_, ballots.open_options(table.state, id_))
    liked = _leaning(table, seat, id_, policy.votes)
    return option in liked if liked else drawn < 0.5


def _chair(table: Table, id_: str) -> str:
    organ = table.state.casus.organs.get(ballots.definition(table.state, id_).by)
    return organ.chair if organ else ""


def _most_support(table: Table, id_: str, options: tuple[str, ...]) -> str:
    """The option that has the largest support at the table, by weight; of equals by lot."""
    support = {one: 0.5 * table.chance("support", id_, one) for one in options}
    for seat, here in table.state.seats.items():
        if here.present or here.played:
            weight = table.state.casus.seats[seat].weight
            for liked in _leaning(table, seat, id_, "own")[:2]:
                if liked in support:
                    support[liked] += weight
    return max(options, key=lambda one: support[one]) if options else ""


def _leaning(table: Table, seat: str, id_: str, how: str) -> tuple[str, ...]:
    """The options that this seat wants, the best first: by its goal, then by the stand that the casus gives it."""
    if how == "draw":
        return ()
    stand = ballots.supports(table.state, seat, id_)
    if how == "stand":
        return stand
    plan = table.plan.seats[seat]
    first, loathed = plan.liked.get(id_, ()), plan.loathed.get(id_, ())
    return (*first, *(one for one in stand if one not in first and one not in loathed))
