"""The werkwijze of a table on a screen: what it is, how far it has come, what it holds back, and how it ended."""

from __future__ import annotations

from ..rules import chains, gates, milestones, purse
from ..rules.feed import label
from ..vocabulary.casus import Decision, Werkwijze
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import MeritState, WerkwijzeState
from ..vocabulary.state_parts import DecisionState
from ..vocabulary.views import (
    ChoosableCard,
    GateCard,
    MeritCard,
    MilestoneCard,
    RecommendationCard,
    WerkwijzeCard,
)


def werkwijzen(state: GameState, all_: bool) -> dict[str, WerkwijzeCard]:
    """Those that were chosen, for everybody alike. all_: what it is judged by shows from the start."""
    chosen = {id_: now for id_, now in state.werkwijzen.items() if id_ in state.content.werkwijzen}
    return {id_: _card(state, order, now, all_) for order, (id_, now) in enumerate(chosen.items())}


def sources(s: GameState) -> tuple[object, ...]:
    """Everything that these cards are made of."""
    return (s.werkwijzen, s.clock.round, s.clock.stage, s.seats, s.decisions, s.revealed)


def _card(state: GameState, order: int, now: WerkwijzeState, all_: bool) -> WerkwijzeCard:
    rules, fits = state.content.werkwijzen[now.id], purse.fits_of(state)
    return WerkwijzeCard(
        order=order,
        label=rules.label,
        what=rules.what,
        here=fits.allowed[now.id].text if fits and now.id in fits.allowed else "",
        cost=rules.cost,
        state=_state(state, now),
        why_stopped=now.why_stopped,
        milestones={id_: _milestone(state, rules, place, id_) for place, id_ in enumerate(rules.milestones)},
        gates={str(place): card for place, card in enumerate(_gates(state, rules))} if now.runs else {},
        merits={
            id_: _merit(state, rules, place, id_) for place, id_ in enumerate(rules.merits) if all_ or id_ in now.merits
        },
        enough=rules.enough,
    )


def _state(state: GameState, now: WerkwijzeState) -> str:
    if now.stopped:
        return "stopped"
    if now.well is not None:
        return "well" if now.well else "badly"
    return "ready" if state.clock.stage in ("lobby", "briefing") else "runs"


def _milestone(state: GameState, werkwijze: Werkwijze, order: int, id_: str) -> MilestoneCard:
    rules, reached = werkwijze.milestones[id_], state.werkwijzen[werkwijze.id].reached.get(id_)
    waits = milestones.waits(state, werkwijze, id_)
    return MilestoneCard(
        order=order,
        title=rules.title,
        text=rules.text,
        round=_round_title(state, rules.round),
        state=milestones.standing(state, werkwijze, id_),
        by=tuple(label(state, seat) for seat in rules.by),
        waits=tuple(werkwijze.milestones[one].title for one in waits) if not reached else (),
        said=reached.text if reached else "",
        who=label(state, reached.by) if reached else "",
        article=rules.article,
        drawn=milestones.people(state, werkwijze.id, id_, reached.drawn) if reached else (),
        recommendations=_recommendations(state, werkwijze, id_),
    )


def _round_title(state: GameState, id_: str) -> str:
    return next((one.title for one in state.casus.rounds if one.id == id_), "")


def _recommendations(state: GameState, werkwijze: Werkwijze, milestone: str) -> dict[str, RecommendationCard]:
    """Those that were made, as soon as what comes before them has happened."""
    if milestones.waits(state, werkwijze, milestone):
        return {}
    answered, found = state.werkwijzen[werkwijze.id].answered, {}
    for order, (id_, one) in enumerate(milestones.made(state, werkwijze, milestone).items()):
        answer = answered.get(id_)
        found[id_] = RecommendationCard(
            order=order,
            text=one.text,
            answer=answer.answer if answer else "",
            reason=answer.reason if answer else "",
            by=label(state, answer.by) if answer else "",
        )
    return found


def _gates(state: GameState, werkwijze: Werkwijze) -> list[GateCard]:
    """The gates that are still closed."""
    return [
        GateCard(
            decisions=tuple(_question(state, one) for one in gate.decisions if one in state.casus.decisions),
            until=gates.until(state, werkwijze, gate),
            why=gate.why,
            article=gate.article,
        )
        for gate in werkwijze.gates
        if gates.waits_for(state, werkwijze, gate)
    ]


def _question(state: GameState, decision: str) -> str:
    return state.casus.decisions[decision].question


def _merit(state: GameState, werkwijze: Werkwijze, order: int, id_: str) -> MeritCard:
    rules, judged = werkwijze.merits[id_], state.werkwijzen[werkwijze.id].merits.get(id_)
    if judged is None:
        return MeritCard(order=order, label=rules.label)
    words = rules.won if judged.won else rules.lost
    return MeritCard(
        order=order, label=rules.label, judged=True, won=judged.won, words=words, moment=_moment(state, judged)
    )


def _moment(state: GameState, judged: MeritState) -> int:
    """The last fact that decided it, of those that everybody may know; when there is none, when it was judged."""
    known = [one.version for one in judged.causes if state.revealed or chains.public(state, one)]
    return max(known, default=judged.version)


def choosable(state: GameState) -> dict[str, ChoosableCard]:
    """For the facilitator, before the first round: what can be chosen, and what cannot with the reason."""
    fits = purse.fits_of(state)
    if fits is None or state.clock.stage not in ("lobby", "briefing"):
        return {}
    rules, found = state.content.werkwijzen, dict[str, ChoosableCard]()
    for id_, one in rules.items():
        error = purse.obstacle(state, id_, ())
        found[id_] = ChoosableCard(
            order=len(found), label=one.label, short=one.short, here=fits.allowed[id_].text, cost=one.cost,
            forbidden=error.message if error else "", chosen=id_ in state.werkwijzen,
        )  # fmt: skip
    for id_, named in state.content.forbidden.items():
        law = fits.forbidden[id_]
        found[id_] = ChoosableCard(
            order=len(found), label=named.label, short=named.short, forbidden=law.why, article=law.article
        )
    return found


def notice(state: GameState, now: DecisionState, rules: Decision) -> str:
    """What a decision waits for, or which werkwijze cannot be chosen with it and why; else what was already said of it."""
    if now.status == "decided":
        return now.notice
    held = gates.sentence(state, now.id)
    closed = [
        f"{state.content.werkwijzen[one.starts].label}: {error.message}"
        for one in rules.options.values()
        if one.starts and one.starts not in state.werkwijzen and (error := purse.not_in_play(state, one.starts))
    ]
    return " ".join(part for part in (now.notice, held, *closed) if part)
