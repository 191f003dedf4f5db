"""How simulated seats carry out a werkwijze: say that a milestone was reached, answer what was recommended, now and then stop."""

from __future__ import annotations

from ..rules import milestones
from ..rules.purse import running
from ..vocabulary import commands as c
from ..vocabulary.commands_lab import RecommendationAnswer
from ..vocabulary.werkwijze import Recommendation, Werkwijze
from .policies import Policy
from .table import Table
from .talking import REASON

NOTE = "Dit is nu gedaan, en iedereen kan het nalezen."


def carry_out_all(table: Table) -> None:
    """What the werkwijzen of this table ask now, as far as the policy of who must do it gets round to it."""
    for werkwijze in tuple(running(table.state)):
        _stop(table, werkwijze)
        for id_ in werkwijze.milestones:
            _carry_out(table, werkwijze, id_)


def _stop(table: Table, werkwijze: Werkwijze) -> None:
    for seat in werkwijze.stop:
        able = table.state.werkwijzen[werkwijze.id].runs and _plays(table, seat)
        if able and table.does(table.policies[seat].stops, "stop", seat, werkwijze.id):
            table.wish(seat, c.StopWerkwijze(werkwijze=werkwijze.id, reason=REASON))


def _plays(table: Table, seat: str) -> bool:
    return seat in table.state.seats and table.state.seats[seat].player == "computer"


def _carry_out(table: Table, werkwijze: Werkwijze, id_: str) -> None:
    """One of its seats that the computer plays does it, by lot; when there is none, whoever leads."""
    if not table.state.werkwijzen[werkwijze.id].runs or not milestones.can_be_reached(table.state, werkwijze, id_):
        return
    milestone = werkwijze.milestones[id_]
    asked = milestones.to_answer(table.state, werkwijze, id_)
    for found in asked.items():
        _answer(table, werkwijze.id, id_, _one_of(table, milestone.by, id_, found[0]), found, 1 / len(asked))
    done = id_ in table.state.werkwijzen[werkwijze.id].reached
    if milestone.done is None and not done and not milestones.to_answer(table.state, werkwijze, id_):
        _reach(table, werkwijze.id, id_, _one_of(table, milestone.by, id_), NOTE if milestone.asks else "")


def _one_of(table: Table, seats: tuple[str, ...], *label: str) -> str:
    here = tuple(seat for seat in seats if _plays(table, seat))
    return table.pick(here, "who", *label) if here else ""


def _reach(table: Table, werkwijze: str, id_: str, by: str, text: str) -> None:
    command = c.ReachMilestone(werkwijze=werkwijze, milestone=id_, text=text)
    likely = table.policies[by].carries if by else 1.0
    if table.does(likely, "reach", by, werkwijze, id_):
        _by(table, by, command)


def _by(table: Table, seat: str, command: c.Command) -> bool:
    """The seat does it, or whoever leads when nobody plays it."""
    return table.wish(seat, command) if seat else table.lead(command)


def _answer(table: Table, werkwijze: str, id_: str, by: str, found: tuple[str, Recommendation], share: float) -> None:
    """An answer with a reason. share: of all that is asked; together they are as likely as one milestone."""
    key, one = found
    policy = table.policies[by] if by else next(iter(table.policies.values()))
    if not table.does(policy.carries**share, "recommended", by, werkwijze, key):
        return
    taken, drawn = _takes(table, policy, by, one), table.chance("takes_up", by, werkwijze, key)
    answer: RecommendationAnswer = "taken" if drawn < taken / 2 else "partly" if drawn < taken else "rejected"
    command = c.AnswerRecommendation(
        werkwijze=werkwijze, milestone=id_, recommendation=key, answer=answer, reason=REASON
    )
    _by(table, by, command)


def _takes(table: Table, policy: Policy, by: str, one: Recommendation) -> float:
    """How likely it is taken over: surely or not at all by who looks at the own goal first and gains or loses by it."""
    plan = table.plan.seats[by] if by else None
    worth = plan.worth(one.on_taken) - plan.worth(one.on_rejected) if plan else 0.0
    return float(worth > 0) if policy.votes == "own" and abs(worth) > 1 else policy.takes_up
