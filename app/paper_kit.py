"""Everything that a table needs on paper when the wifi fails, as plain data from the casus: the same before and during a game.

It holds all secrets of the casus: only who leads may have it, and hands it out sheet by sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game_rules.projections.common import renumbered
from game_rules.turn import played_rounds
from game_rules.vocabulary.casus import (
    AtMoment,
    AtStart,
    Budget,
    ByChance,
    ByHand,
    Card,
    Casus,
    Decision,
    InReserve,
    OnCondition,
    Power,
    Round,
    Trigger,
)
from game_rules.vocabulary.state import GameState

STEPS = (("read", "Lezen"), ("talk", "Praten"), ("act", "Besluiten"), ("consequences", "Gevolgen"))
NEVER = 99


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A card to cut out. `deal`: when who leads hands it out; `round` sorts (0: with the brief, 99: by something else)."""

    title: str
    text: str
    harms: str
    expires: str
    deal: str
    round: int


@dataclass(frozen=True, slots=True)
class PaperAct:
    """What only this seat can do. `when`: in which rounds; `allowed`: false for what is forbidden but possible."""

    title: str
    text: str
    when: str
    article: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class PaperSeat:
    """The sheets of one seat. `tasks`: per played round its number, title and task."""

    id: str
    label: str
    role_label: str
    short: str
    hue: int
    weight: int
    bloc: str
    follow_up: bool
    brief: str
    goal: str
    can: tuple[Power, ...]
    cannot: tuple[Power, ...]
    budgets: tuple[Budget, ...]
    tasks: tuple[tuple[int, str, str], ...]
    acts: tuple[PaperAct, ...]
    cards: tuple[PaperCard, ...]


@dataclass(frozen=True, slots=True)
class PaperDecision:
    """A question, who decides and how. `members`: label and weight of each member, for the roll call."""

    id: str
    number: int
    question: str
    by: str
    rule: str
    article: str
    required: bool
    options: tuple[tuple[str, str], ...]
    unanswered: str
    members: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PaperInject:
    """An event: when it happens, to whom, what is read aloud."""

    title: str
    text: str
    source: str
    when: str
    to: str


@dataclass(frozen=True, slots=True)
class PaperRound:
    """A played round. `steps`: label and planned minutes."""

    number: int
    title: str
    phase: str
    moment: str
    intro: str
    guide: tuple[str, ...]
    steps: tuple[tuple[str, float], ...]
    meal: float
    meanwhile: tuple[str, ...]
    injects: tuple[PaperInject, ...]
    decisions: tuple[PaperDecision, ...]


@dataclass(frozen=True, slots=True)
class PaperKit:
    """All sheets of a table."""

    title: str
    gemeente: str
    edition: str
    opening: str
    dilemma: str
    seats: tuple[PaperSeat, ...]
    rounds: tuple[PaperRound, ...]
    reserve: tuple[PaperInject, ...]
    indicators: tuple[tuple[str, str, int], ...]

    @property
    def votes(self) -> tuple[PaperDecision, ...]:
        """The decisions on which an organ votes: aloud, or with ballots on persons."""
        return tuple(one for round_ in self.rounds for one in round_.decisions if one.members or one.rule == "persons")


def paper_kit(state: GameState) -> PaperKit:
    """The sheets for this game, in its edition."""
    content, casus = state.content, state.casus
    played = _played(state)
    reserve = [one for one in casus.injects if isinstance(casus.injects[one].fires, InReserve)]
    return PaperKit(
        title=casus.title,
        gemeente=content.gemeente.name,
        edition=casus.editions[state.edition].label,
        opening=casus.opening,
        dilemma=casus.dilemma,
        seats=tuple(_seat(state, played, id_) for id_, seat in casus.seats.items() if seat.playable),
        rounds=tuple(_round(state, played, number, found) for number, found in enumerate(played, 1)),
        reserve=tuple(_inject(casus, id_) for id_ in reserve),
        indicators=tuple(
            (content.indicators[id_].label, content.indicators[id_].question, value)
            for id_, value in casus.indicators.items()
        ),
    )


def _played(state: GameState) -> tuple[Round, ...]:
    ids = played_rounds(state)
    return tuple(found for found in state.casus.rounds if found.id in ids)


def _seat(state: GameState, played: tuple[Round, ...], id_: str) -> PaperSeat:
    seat = state.casus.seats[id_]
    role = state.content.roles[seat.role]
    cards = sorted((_card(state, played, card) for card in _cards_of(state.casus, id_)), key=lambda c: c.round)
    return PaperSeat(
        id=id_,
        label=seat.label,
        role_label=role.label,
        short=role.short,
        hue=role.hue,
        weight=seat.weight,
        bloc=seat.bloc,
        follow_up=seat.follow_up,
        brief=seat.brief,
        goal=seat.goal,
        can=role.can,
        cannot=role.cannot,
        budgets=tuple(seat.budgets.values()),
        tasks=tuple(
            (number, found.title, seat.tasks[found.id])
            for number, found in enumerate(played, 1)
            if found.id in seat.tasks
        ),
        acts=tuple(_acts(state.casus, played, id_)),
        cards=tuple(cards),
    )


def _acts(casus: Casus, played: tuple[Round, ...], seat: str) -> Iterator[PaperAct]:
    """What the law makes void is left out: it does not work on paper either."""
    for act in casus.acts.values():
        numbers = [str(n) for n, found in enumerate(played, 1) if not act.rounds or found.id in act.rounds]
        if seat not in act.by or act.legality == "void" or not numbers:
            continue
        when = "elke ronde" if len(numbers) == len(played) else f"ronde {' en '.join(numbers)}"
        yield PaperAct(act.title, act.text, when, act.article, act.legality == "legal")


def _cards_of(casus: Casus, seat: str) -> list[str]:
    return [id_ for id_, card in casus.cards.items() if card.seat == seat]


def _card(state: GameState, played: tuple[Round, ...], id_: str) -> PaperCard:
    card = state.casus.cards[id_]
    number, words = _dealt(state.casus, played, id_, card)
    return PaperCard(card.title, card.text, card.harms, renumbered(state, card.expires), words, number)


def _dealt(casus: Casus, played: tuple[Round, ...], id_: str, card: Card) -> tuple[int, str]:
    """With the brief; at the start of the first played round from its own on; or when something brings it."""
    if card.dealt == "brief":
        return 0, "uitdelen bij de rol"
    if card.dealt == "round":
        order = [found.id for found in casus.rounds]
        begin = order.index(card.round)
        number = next((n for n, found in enumerate(played, 1) if order.index(found.id) >= begin), NEVER)
        return number, f"pas uitdelen in ronde {number}" if number != NEVER else "niet in deze editie"
    return NEVER, _brought(casus, id_)


def _brought(casus: Casus, card: str) -> str:
    by = [f"bij ‘{inject.title}’" for inject in casus.injects.values() if card in inject.deals]
    by += [f"als iemand dit doet: ‘{act.title}’" for act in casus.acts.values() if card in act.deals + act.tells]
    return f"pas uitdelen {' of '.join(by)}" if by else "niet uitdelen"


def _round(state: GameState, played: tuple[Round, ...], number: int, found: Round) -> PaperRound:
    casus = state.casus
    minutes = casus.editions[state.edition].minutes.get(found.id, found.minutes)
    return PaperRound(
        number=number,
        title=found.title,
        phase=found.phase,
        moment=found.moment,
        intro=found.intro,
        guide=found.guide,
        steps=tuple((label, float(getattr(minutes, step))) for step, label in STEPS),
        meal=found.meal,
        meanwhile=tuple(_skipped_before(casus, played, found)),
        injects=tuple(_inject(casus, id_) for id_ in casus.injects if found.id in _rounds_of(casus.injects[id_].fires)),
        decisions=tuple(
            _decision(casus, id_, number, decision)
            for id_, decision in casus.decisions.items()
            if decision.round == found.id
        ),
    )


def _skipped_before(casus: Casus, played: tuple[Round, ...], found: Round) -> Iterator[str]:
    """What the casus states happened in the rounds that are left out just before this one."""
    order, ids = [one.id for one in casus.rounds], {one.id for one in played}
    here = order.index(found.id)
    begin = max((at + 1 for at in range(here) if order[at] in ids), default=0)
    for skipped in casus.rounds[begin:here]:
        if skipped.outcome:
            yield skipped.outcome.text


def _rounds_of(fires: Trigger) -> tuple[str, ...]:
    if isinstance(fires, OnCondition):
        return fires.rounds[:1]
    return () if isinstance(fires, InReserve) else (fires.round,)


def _inject(casus: Casus, id_: str) -> PaperInject:
    inject = casus.injects[id_]
    to = ", ".join(casus.seats[seat].label for seat in inject.to) or "iedereen"
    return PaperInject(inject.title, inject.text, inject.source, _when(inject.fires), to)


def _when(fires: Trigger) -> str:
    match fires:
        case AtStart():
            return "bij het begin van de ronde"
        case AtMoment(minute=minute):
            return f"na {minute:g} minuten"
        case ByChance(minute=minute, chance=chance):
            return f"na {minute:g} minuten, met een kans van {round(chance * 100)}%: gooi een lot"
        case OnCondition():
            return "als het past bij wat er gebeurde; jij beslist"
        case ByHand():
            return "wanneer jij het wilt"
    return "achter de hand"


def _decision(casus: Casus, id_: str, number: int, decision: Decision) -> PaperDecision:
    organ = casus.organs.get(decision.by)
    weigh = decision.by == "raad"
    members = organ.members if organ and decision.rule != "persons" else ()
    return PaperDecision(
        id=id_,
        number=number,
        question=decision.question,
        by=organ.label if organ else casus.seats[decision.by].label,
        rule=decision.rule,
        article=decision.article,
        required=decision.required,
        options=tuple((option, found.text) for option, found in decision.options.items()),
        unanswered=decision.unanswered.text,
        members=tuple((casus.seats[seat].label, casus.seats[seat].weight if weigh else 1) for seat in members),
    )
