"""Pulse and debrief: the own answers, and those of all together only as a spread."""

from __future__ import annotations

from typing import Literal

from ..conditions import holds
from ..rules.debrief import pulse_round, seated, told
from ..turn import at_table
from ..vocabulary.state import GameState, JudgementState, Pulse
from ..vocabulary.views import DebriefCard, GoalLine, JudgeCard, PulseCard, Words
from . import practised, second_chance
from .guessed import chain
from .spreads import ENOUGH as ENOUGH
from .spreads import anonymous, per_profession, per_role

Eyes = Literal["own", "screen", "lead"]
"""Who looks at the debrief: a participant, the projector, or the facilitator."""

WHY_WORDS = {
    "longest": "Langste keten",
    "disagreement": "Grootste verschil van mening",
    "silence": "Duurste stilte",
    "reach": "Reikt het verst",
}
"""Why the engine laid a consequence before the table."""

JUDGED = ("judge", "again", "handvat", "")


def pulse(state: GameState, participant: str, spread_open: bool) -> dict[str, PulseCard]:
    """Per round that asked for it: whether this participant answered, and the spread once the round is over."""
    cards: dict[str, PulseCard] = {}
    if state.clock.stage == "epilogue" or state.clock.step == "note":
        return cards
    asked = pulse_round(state)
    for order, found in enumerate(r for r in state.casus.rounds if r.pulse):
        given = {key: p for key, p in state.pulses.items() if p.round == found.id}
        if not given and found.id != asked:
            continue
        show = spread_open and bool(given) and (found.id != asked or len(given) >= len(seated(state)))
        cards[found.id] = PulseCard(
            order=order,
            round=found.id,
            given=f"{found.id}:{participant}" in given,
            mine=_own_pulse(given.get(f"{found.id}:{participant}")),
            count=len(given),
            role=anonymous(p.role for p in given.values()) if show else None,
            knew=anonymous(p.knew for p in given.values()) if show else None,
            mattered=anonymous(p.mattered for p in given.values()) if show else None,
        )
    return cards


def _own_pulse(mine: Pulse | None) -> dict[str, int]:
    return {"role": mine.role, "knew": mine.knew, "mattered": mine.mattered} if mine else {}


def debrief(state: GameState, participant: str, eyes: Eyes) -> DebriefCard | None:
    """The debrief as this participant, the projector or the facilitator has it: this step and what was done before."""
    if state.clock.stage not in ("debrief", "closed"):
        return None
    handvat = state.handvatten.get(participant) if participant else None
    judging, step = state.clock.step in JUDGED or state.clock.stage == "closed", state.clock.step
    return DebriefCard(
        step="closed" if state.clock.stage == "closed" else step,
        people=len(seated(state)),
        note=state.silent_notes.get(participant, "") if participant else "",
        handed_in=handvat is not None,
        whom=handvat.whom if handvat else "",
        what=handvat.what if handvat else "",
        before=handvat.before if handvat else "",
        moment=handvat.moment if handvat else 0,
        questions=_questions(state),
        judge=_judge(state, participant, eyes) if judging else {},
        goals=_goals(state) if state.revealed else {},
        chosen=state.chosen if judging or eyes == "lead" else (),
        chain=chain(state, participant),
        again=second_chance.cards(state, participant, eyes != "own"),
        practice=practised.cards(state, participant),
    )


def _questions(state: GameState) -> dict[str, Words]:
    steps: dict[str, Words] = {}
    for question in state.casus.debrief:
        steps[question.step] = (*steps.get(question.step, ()), question.text)
    return steps


def _judge(state: GameState, participant: str, eyes: Eyes) -> dict[str, JudgeCard]:
    """The own verdict first. What roles said shows after one's own verdict, what people said when all of them judged."""
    cards = {}
    for order, id_ in enumerate(state.chosen):
        given = state.judgements.get(id_, {})
        mine, all_ = given.get(participant) if participant else None, told(state, id_)
        roles = all_ or eyes == "lead" or mine is not None
        cards[id_] = JudgeCard(
            order=order,
            consequence=id_,
            mine_role=mine.as_role if mine else 0,
            mine_person=mine.as_person if mine else 0,
            mine_reason=mine.reason if mine else "",
            mine_practice=mine.practice if mine else "",
            why=_why(state, id_, eyes),
            practice=_practice(given) if all_ else {},
            count=len(given),
            as_role=per_role(state, ((j.seat, j.as_role) for j in given.values())) if roles else None,
            as_person=per_profession(state, ((p, j.as_person) for p, j in given.items())) if all_ else None,
        )
    return cards


def _why(state: GameState, consequence: str, eyes: Eyes) -> str:
    """Why it lies before the table. Why the engine chose it says something of its causes: after the reveal only."""
    why = state.chosen_why.get(consequence)
    if why is None:
        return "Gekozen door de spelleider"
    return WHY_WORDS.get(why, "") if state.revealed or eyes == "lead" else ""


def _practice(given: dict[str, JudgementState]) -> dict[str, int]:
    """How many say that it is so in their own practice; nothing while there are too few to stay anonymous."""
    answers = [one.practice for one in given.values() if one.practice]
    return {key: answers.count(key) for key in ("yes", "partly", "no")} if len(answers) >= ENOUGH else {}


def _goals(state: GameState) -> dict[str, GoalLine]:
    goals = ((id_, seat) for id_, seat in state.casus.seats.items() if seat.goal and at_table(state, id_))
    return {
        id_: GoalLine(
            order=order, goal=seat.goal, reached=seat.goal_reached is not None and holds(state, seat.goal_reached)
        )
        for order, (id_, seat) in enumerate(goals)
    }
