"""Pulse and debrief: the own answers, and those of all together only as a spread."""

from __future__ import annotations

from collections.abc import Iterable

from ..conditions import holds
from ..rules.debrief import pulse_round, seated
from ..turn import at_table
from ..vocabulary.state import GameState
from ..vocabulary.views import DebriefCard, GoalLine, JudgeCard, PulseCard, Spread, Words

Five = tuple[int, int, int, int, int]


ENOUGH = 3
"""From so many answers on a spread shows: with fewer it would say who answered what."""


def anonymous(answers: Iterable[int]) -> Spread | None:
    """How answers 1-5 of people are spread, all together only; None while there are too few to stay anonymous."""
    total = [0] * 5
    for answer in answers:
        total[answer - 1] += 1
    return Spread(counts=_five(total)) if sum(total) >= ENOUGH else None


def spread(state: GameState, answers: Iterable[tuple[str, int]]) -> Spread:
    """How answers 1-5 from roles are spread, all together and per role. `answers`: seat and answer."""
    total = [0] * 5
    roles: dict[str, list[int]] = {}
    for seat, answer in answers:
        role = state.content.roles[state.casus.seats[seat].role].label if seat in state.casus.seats else "Zonder zetel"
        total[answer - 1] += 1
        roles.setdefault(role, [0] * 5)[answer - 1] += 1
    return Spread(counts=_five(total), per_role={role: _five(counts) for role, counts in roles.items()})


def _five(counts: list[int]) -> Five:
    one, two, three, four, five = counts
    return one, two, three, four, five


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
            count=len(given),
            role=anonymous(p.role for p in given.values()) if show else None,
            knew=anonymous(p.knew for p in given.values()) if show else None,
            mattered=anonymous(p.mattered for p in given.values()) if show else None,
        )
    return cards


def debrief(state: GameState, participant: str, host: bool) -> DebriefCard | None:
    """The debrief as this participant has it; `host`: facilitator or projector, who see the spread at once."""
    if state.clock.stage not in ("debrief", "closed"):
        return None
    handvat = state.handvatten.get(participant) if participant else None
    after_note = state.clock.step != "note"
    return DebriefCard(
        step=state.clock.step or "closed",
        note=state.silent_notes.get(participant, "") if participant else "",
        handed_in=handvat is not None,
        whom=handvat.whom if handvat else "",
        what=handvat.what if handvat else "",
        before=handvat.before if handvat else "",
        moment=handvat.moment if handvat else 0,
        questions=_questions(state),
        judge=_judge(state, participant, host) if after_note else {},
        goals=_goals(state) if state.revealed else {},
        chosen=state.chosen if after_note or host else (),
    )


def _questions(state: GameState) -> dict[str, Words]:
    steps: dict[str, Words] = {}
    for question in state.casus.debrief:
        steps[question.step] = (*steps.get(question.step, ()), question.text)
    return steps


def _judge(state: GameState, participant: str, host: bool) -> dict[str, JudgeCard]:
    """The own verdict first; what others said shows as a spread after one's own verdict."""
    cards = {}
    for order, id_ in enumerate(state.chosen):
        given = state.judgements.get(id_, {})
        mine = given.get(participant) if participant else None
        show = bool(given) and (host or mine is not None)
        cards[id_] = JudgeCard(
            order=order,
            consequence=id_,
            mine_role=mine.as_role if mine else 0,
            mine_person=mine.as_person if mine else 0,
            mine_reason=mine.reason if mine else "",
            count=len(given),
            as_role=spread(state, ((j.seat, j.as_role) for j in given.values())) if show else None,
            as_person=anonymous(j.as_person for j in given.values()) if show else None,
        )
    return cards


def _goals(state: GameState) -> dict[str, GoalLine]:
    goals = ((id_, seat) for id_, seat in state.casus.seats.items() if seat.goal and at_table(state, id_))
    return {
        id_: GoalLine(
            order=order, goal=seat.goal, reached=seat.goal_reached is not None and holds(state, seat.goal_reached)
        )
        for order, (id_, seat) in enumerate(goals)
    }
