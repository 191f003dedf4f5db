"""How simulated seats carry out a werkwijze: say that a milestone was reached, answer what was recommended, now and then stop."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import commands as c
from ..vocabulary.commands_lab import RecommendationAnswer
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import WerkwijzeState
from ..vocabulary.werkwijze import Milestone, Recommendation, Werkwijze
from .policies import Policy
from .table import Table
from .talking import REASON

NOTE = "Dit is nu gedaan, en iedereen kan het nalezen."


def carry_out_all(table: Table) -> None:
    """What the werkwijzen of this table ask now, as far as the policy of who must do it gets round to it."""
    for running in list(table.state.werkwijzen.values()):
        werkwijze = table.state.content.werkwijzen[running.id]
        _stop(table, werkwijze)
        for id_ in werkwijze.milestones:
            _carry_out(table, werkwijze, id_)


def held_back(state: GameState, decision: str) -> bool:
    """Whether a running werkwijze holds this decision back until something has happened."""
    for running in state.werkwijzen.values():
        for gate in state.content.werkwijzen[running.id].gates if running.runs else ():
            if decision in gate.decisions and any(one not in running.reached for one in gate.milestones):
                return True
    return False


def _running(table: Table, id_: str) -> WerkwijzeState | None:
    running = table.state.werkwijzen.get(id_)
    return running if running is not None and running.runs else None


def _stop(table: Table, werkwijze: Werkwijze) -> None:
    for seat in werkwijze.stop:
        able = _running(table, werkwijze.id) and _plays(table, seat)
        if able and table.does(table.policies[seat].stops, "stop", seat, werkwijze.id):
            table.wish(seat, c.StopWerkwijze(werkwijze=werkwijze.id, reason=REASON))


def _plays(table: Table, seat: str) -> bool:
    return seat in table.state.seats and table.state.seats[seat].player == "computer"


def _carry_out(table: Table, werkwijze: Werkwijze, id_: str) -> None:
    milestone, running = werkwijze.milestones[id_], _running(table, werkwijze.id)
    if running is None or id_ in running.reached or not _due(table.state, running, milestone):
        return
    by = next((seat for seat in milestone.by if _plays(table, seat)), "")
    if milestone.recommendations:
        for key, one in _open(running, milestone):
            _answer(table, werkwijze.id, id_, by, (key, one))
    elif milestone.done is None:
        _reach(table, werkwijze.id, id_, by, NOTE if milestone.asks else "")


def _due(state: GameState, running: WerkwijzeState, milestone: Milestone) -> bool:
    order = [round_.id for round_ in state.casus.rounds]
    begun = state.clock.round in order and order.index(state.clock.round) >= order.index(milestone.round)
    return begun and all(one in running.reached for one in milestone.after)


def _reach(table: Table, werkwijze: str, id_: str, by: str, text: str) -> None:
    command = c.ReachMilestone(werkwijze=werkwijze, milestone=id_, text=text)
    likely = table.policies[by].carries if by else 1.0
    if table.does(likely, "reach", by, werkwijze, id_):
        _by(table, by, command)


def _by(table: Table, seat: str, command: c.Command) -> bool:
    """The seat does it, or whoever leads when nobody plays it."""
    return table.wish(seat, command) if seat else table.lead(command)


def _open(running: WerkwijzeState, milestone: Milestone) -> Iterator[tuple[str, Recommendation]]:
    """The recommendations that were made and have no answer yet."""
    drawn = {person for reached in running.reached.values() for person in reached.drawn}
    for key, one in milestone.recommendations.items():
        if key not in running.answered and (not one.drawn or drawn.intersection(one.drawn)):
            yield key, one


def _answer(table: Table, werkwijze: str, id_: str, by: str, found: tuple[str, Recommendation]) -> None:
    key, one = found
    policy = table.policies[by] if by else next(iter(table.policies.values()))
    if not table.does(policy.carries, "recommended", by, werkwijze, key):
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
