"""Milestones of a werkwijze: reached by who may say so, by what happened, by the lot or by the last answer; or missed."""

from __future__ import annotations

from msgspec.structs import replace

from ..because import because
from ..chance import draw
from ..conditions import holds
from ..consequences import start
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import Answered, Reached, WerkwijzeState
from ..vocabulary.state_parts import Cause
from ..vocabulary.werkwijze import Lot, Milestone, Recommendation, Werkwijze
from .feed import check_filled, label, tell
from .grounds import keep
from .purse import number, running


def waits(state: GameState, werkwijze: Werkwijze, milestone: str) -> tuple[str, ...]:
    """The milestones that must be reached before this one and are not."""
    reached = state.werkwijzen[werkwijze.id].reached
    return tuple(one for one in werkwijze.milestones[milestone].after if one not in reached)


def begun(state: GameState, milestone: Milestone) -> bool:
    """Whether the round of this milestone is there, or past."""
    return number(state, state.clock.round) >= number(state, milestone.round)


def standing(state: GameState, werkwijze: Werkwijze, milestone: str) -> str:
    """reached · missed (can still be reached) · later · locked · open."""
    now, rules = state.werkwijzen[werkwijze.id], werkwijze.milestones[milestone]
    if milestone in now.reached:
        return "reached"
    if milestone in now.missed:
        return "missed"
    if not begun(state, rules):
        return "later"
    return "locked" if waits(state, werkwijze, milestone) else "open"


def made(state: GameState, werkwijze: Werkwijze, milestone: str) -> dict[str, Recommendation]:
    """The recommendations that were made: those that everybody makes, and those of who was drawn."""
    drawn = [one for reached in state.werkwijzen[werkwijze.id].reached.values() for one in reached.drawn]
    rules = werkwijze.milestones[milestone]
    return {
        id_: one
        for id_, one in rules.recommendations.items()
        if not one.drawn or any(person in drawn for person in one.drawn)
    }


def to_answer(state: GameState, werkwijze: Werkwijze, milestone: str) -> dict[str, Recommendation]:
    """The recommendations that were made and have no answer yet."""
    answered = state.werkwijzen[werkwijze.id].answered
    return {id_: one for id_, one in made(state, werkwijze, milestone).items() if id_ not in answered}


def can_be_reached(state: GameState, werkwijze: Werkwijze, milestone: str) -> bool:
    """Whether somebody could say now that it happened, or give an answer that belongs to it."""
    rules, reached = werkwijze.milestones[milestone], state.werkwijzen[werkwijze.id].reached
    return milestone not in reached and begun(state, rules) and not waits(state, werkwijze, milestone)


def running_one(state: GameState, id_: str) -> Werkwijze:
    """The werkwijze, when it holds now. Raises `werkwijze_unknown` or `werkwijze_over`."""
    now = state.werkwijzen.get(id_)
    if now is None:
        raise refuse("werkwijze_unknown")
    if not now.runs:
        raise refuse("werkwijze_over")
    return state.content.werkwijzen[id_]


def by(turn: Turn, seats: tuple[str, ...]) -> str:
    """The seat that acts, when it is one of these; empty for a facilitator or tafelhulp, who always may."""
    if turn.actor.kind in ("facilitator", "helper") and not turn.actor.seat:
        return ""
    seat = turn.seat()
    if seat not in seats:
        raise refuse("not_for_you")
    return seat


def _checked(turn: Turn, id_: str, milestone: str) -> tuple[Werkwijze, Milestone, str]:
    """The werkwijze, its milestone, and who acts, after the checks that saying and answering share."""
    werkwijze = running_one(turn.state, id_)
    if milestone not in werkwijze.milestones:
        raise refuse("unknown_milestone")
    rules = werkwijze.milestones[milestone]
    seat = by(turn, rules.by)
    if milestone in turn.state.werkwijzen[id_].reached:
        raise refuse("milestone_reached")
    if not begun(turn.state, rules):
        raise refuse("milestone_later")
    first = waits(turn.state, werkwijze, milestone)
    if first:
        raise refuse("milestone_order", first=", ".join(werkwijze.milestones[one].title for one in first))
    return werkwijze, rules, seat


def decide_reach_milestone(turn: Turn, command: c.ReachMilestone) -> None:
    """It happened; a lot is drawn at this moment."""
    werkwijze, rules, seat = _checked(turn, command.werkwijze, command.milestone)
    if to_answer(turn.state, werkwijze, command.milestone):
        raise refuse("answer_first")
    if rules.asks:
        check_filled(command.text)
    reach(turn, werkwijze, command.milestone, seat=seat, text=command.text.strip())


def decide_answer_recommendation(turn: Turn, command: c.AnswerRecommendation) -> None:
    """Taken over, partly or not, with a reason. The last answer reaches the milestone."""
    werkwijze, _, seat = _checked(turn, command.werkwijze, command.milestone)
    check_filled(command.reason)
    one = made(turn.state, werkwijze, command.milestone).get(command.recommendation)
    if one is None:
        raise refuse("unknown_recommendation")
    if command.recommendation not in to_answer(turn.state, werkwijze, command.milestone):
        raise refuse("already_given")
    version = turn.add(
        e.RecommendationAnswered(
            werkwijze=werkwijze.id, milestone=command.milestone, recommendation=command.recommendation, by=seat,
            answer=command.answer, reason=command.reason.strip(),
        )
    )  # fmt: skip
    follows = one.on_rejected if command.answer == "rejected" else one.on_taken
    start(turn, follows, "recommendation", f"{werkwijze.id}.{command.recommendation}", version)
    if not to_answer(turn.state, werkwijze, command.milestone):
        reach(turn, werkwijze, command.milestone, seat=seat)


def reach(
    turn: Turn,
    werkwijze: Werkwijze,
    milestone: str,
    *,
    seat: str = "",
    text: str = "",
    causes: tuple[Cause, ...] = (),
) -> None:
    """The milestone is reached, with who the lot picks and what follows from it."""
    rules = werkwijze.milestones[milestone]
    drawn, draws = _drawn(turn, f"{werkwijze.id}:{milestone}", rules.lot)
    late = milestone in turn.state.werkwijzen[werkwijze.id].missed
    version = turn.add(
        e.MilestoneReached(
            werkwijze=werkwijze.id, milestone=milestone, by=seat, text=text, late=late, drawn=drawn, draws=draws, causes=causes
        )
    )  # fmt: skip
    start(turn, rules.consequences, "milestone", f"{werkwijze.id}.{milestone}", version)


def _drawn(turn: Turn, purpose: str, lot: Lot | None) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Who the lot picks, one by one, with the values that chance gave."""
    left, drawn, draws = list(lot.pool) if lot else [], [], []
    for place in range(min(lot.number, len(left)) if lot else 0):
        value = draw(turn.state.seed, f"lot:{purpose}:{place}")
        drawn.append(left.pop(int(value * len(left))))
        draws.append(value)
    return tuple(drawn), tuple(draws)


def reach_by_condition(turn: Turn) -> bool:
    """One milestone of which the condition holds now. Returns whether there was one."""
    if turn.state.clock.stage not in ("round", "meal", "epilogue"):
        return False
    for werkwijze in running(turn.state):
        for id_, rules in werkwijze.milestones.items():
            open_ = rules.done is not None and id_ not in turn.state.werkwijzen[werkwijze.id].reached
            if open_ and not waits(turn.state, werkwijze, id_) and holds(turn.state, rules.done):
                reach(turn, werkwijze, id_, causes=because(turn.state, rules.done))
                return True
    return False


def miss(turn: Turn) -> None:
    """At the end of a round: what should have happened by now and did not."""
    for werkwijze in running(turn.state):
        for id_, rules in werkwijze.milestones.items():
            if standing(turn.state, werkwijze, id_) in ("open", "locked") and begun(turn.state, rules):
                turn.add(e.MilestoneMissed(werkwijze=werkwijze.id, milestone=id_))


def _with(state: GameState, now: WerkwijzeState) -> GameState:
    return replace(state, werkwijzen={**state.werkwijzen, now.id: now})


def title_of(state: GameState, werkwijze: str, milestone: str) -> str:
    """What the milestone is called; empty when the casus does not have it."""
    found = state.content.werkwijzen.get(werkwijze)
    rules = found.milestones.get(milestone) if found else None
    return rules.title if rules else ""


def evolve_milestone_reached(state: GameState, record: e.Record, event: e.MilestoneReached) -> GameState:
    """Told to all, with who was drawn."""
    now = state.werkwijzen[event.werkwijze]
    reached = Reached(
        version=record.version,
        round=state.clock.round,
        by=event.by,
        text=event.text,
        late=event.late,
        drawn=event.drawn,
    )
    state = _with(keep(state, record, event.causes), replace(now, reached={**now.reached, event.milestone: reached}))
    title = f"{'Alsnog gedaan' if event.late else 'Gedaan'}: {title_of(state, event.werkwijze, event.milestone)}"
    words = "; ".join(people(state, event.werkwijze, event.milestone, event.drawn))
    text = " ".join(part for part in (event.text, f"Geloot: {words}." if words else "") if part)
    return tell(state, record, "werkwijze", title, text, seat=event.by)


def people(state: GameState, werkwijze: str, milestone: str, drawn: tuple[str, ...]) -> tuple[str, ...]:
    """Who was drawn, in a few words each."""
    lot = state.content.werkwijzen[werkwijze].milestones[milestone].lot
    return tuple(lot.pool[one] for one in drawn if one in lot.pool) if lot else ()


def evolve_milestone_missed(state: GameState, record: e.Record, event: e.MilestoneMissed) -> GameState:
    """Its round is over; it can still be done."""
    now = state.werkwijzen[event.werkwijze]
    state = _with(state, replace(now, missed={**now.missed, event.milestone: record.version}))
    title = f"Nog niet gedaan: {title_of(state, event.werkwijze, event.milestone)}"
    return tell(state, record, "werkwijze", title, "De ronde ervoor is voorbij. Het kan nog wel.")


ANSWERS = {"taken": "neemt over", "partly": "neemt voor een deel over", "rejected": "neemt niet over"}


def evolve_recommendation_answered(state: GameState, record: e.Record, event: e.RecommendationAnswered) -> GameState:
    """Told to all, with the reason."""
    now = state.werkwijzen[event.werkwijze]
    answer = Answered(answer=event.answer, reason=event.reason, by=event.by, version=record.version)
    state = _with(state, replace(now, answered={**now.answered, event.recommendation: answer}))
    rules = state.content.werkwijzen[event.werkwijze].milestones[event.milestone]
    who = label(state, event.by) or "De tafel"
    title = f"{who} {ANSWERS[event.answer]}: {rules.recommendations[event.recommendation].text}"
    return tell(state, record, "werkwijze", title, event.reason, seat=event.by)


DECIDE = {c.ReachMilestone: decide_reach_milestone, c.AnswerRecommendation: decide_answer_recommendation}
EVOLVE = {
    e.MilestoneReached: evolve_milestone_reached,
    e.MilestoneMissed: evolve_milestone_missed,
    e.RecommendationAnswered: evolve_recommendation_answered,
}
