"""What a casus offers to each seat, worked out once per casus: so that a bot looks only where something may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..vocabulary.casus import Act, Card, Casus, Content, Decision, PromiseOffer, Question
from ..vocabulary.state import GameState
from .wants import SURE, Wants, wants, worths


class SeatPlan:
    """One seat: what it may do according to the casus, what it wants, and whom it must keep informed.

    liked, loathed: per decision the options that bring its goal nearer (the best first) or take it further away. acts: per
    round those that it can perform, with what each is worth to its goal.
    """

    def __init__(self, casus: Casus, seat: str) -> None:
        self.promises: dict[str, PromiseOffer] = {id_: p for id_, p in casus.promises.items() if p.by == seat}
        self.questions: dict[str, Question] = {id_: q for id_, q in casus.questions.items() if seat in q.by}
        self.duty = _duty(casus, seat)
        self.wants: Wants = wants(casus.seats[seat].goal_reached)
        self._worths = worths(casus, self.wants) if self.wants else {}
        self.liked = {id_: self._liked(id_, one) for id_, one in casus.decisions.items()}
        self.loathed = {id_: self._loathed(id_, one) for id_, one in casus.decisions.items()}
        self._cards: dict[tuple[str, str], float] = {}
        self.acts = {round_.id: tuple(self._acts(casus, seat, round_.id)) for round_ in casus.rounds}

    def _acts(self, casus: Casus, seat: str, round_: str) -> Iterator[tuple[str, Act, float]]:
        """The acts of this seat in this round, with what each is worth to it."""
        for id_, act in casus.acts.items():
            if seat in act.by and (not act.rounds or round_ in act.rounds):
                yield id_, act, self.of_act(id_, act)

    def worth(self, consequences: Iterable[str]) -> float:
        """How much these consequences together bring the goal of this seat nearer."""
        found = self._worths
        return sum(found.get(id_, 0.0) for id_ in consequences)

    def of_act(self, id_: str, act: Act) -> float:
        """How much performing this act brings the goal nearer."""
        told = sum(self.wants.get(("told", card, ""), 0) for card in act.tells)
        return SURE * (self.wants.get(("acted", id_), 0) + told) + self.worth(act.consequences)

    def of_promise(self, id_: str, offer: PromiseOffer) -> float:
        """How much making this promise brings the goal nearer."""
        return SURE * self.wants.get(("promised", id_), 0) + self.worth(offer.on_made)

    def of_telling(self, id_: str, card: Card, to: str) -> float:
        """How much it brings the goal nearer when this seat knows the card: what follows, and the silence it breaks."""
        key = (id_, to)
        if key not in self._cards:
            told = self.wants.get(("told", id_, to), 0) + self.wants.get(("told", id_, ""), 0)
            follows = sum(self.worth(one.consequences) for one in card.told if not one.to or to in one.to)
            silence = sum(self.worth(one.consequences) for one in card.silent if not one.to or to in one.to)
            self._cards[key] = SURE * told + follows - silence
        return self._cards[key]

    def _liked(self, id_: str, decision: Decision) -> tuple[str, ...]:
        """The options that bring the goal nearer, the best first."""
        worth = self._options(id_, decision)
        return tuple(sorted((one for one in worth if worth[one] > 1), key=lambda one: -worth[one]))

    def _loathed(self, id_: str, decision: Decision) -> tuple[str, ...]:
        """The options that take the goal further away."""
        return tuple(one for one, worth in self._options(id_, decision).items() if worth < -1)

    def _options(self, id_: str, decision: Decision) -> dict[str, float]:
        follows = {one: self.worth(option.consequences) for one, option in decision.options.items()}
        whichever = self.wants.get(("decided", id_, ""), 0)
        return {one: SURE * (self.wants.get(("decided", id_, one), 0) + whichever) + follows[one] for one in follows}


def _duty(casus: Casus, seat: str) -> tuple[str, ...]:
    """Whom this office must inform: the college the raad (Gemeentewet 169, 180), the gemeentesecretaris the college (103),
    the griffier the raad (107a). Others are free in what they tell."""
    raad, college = casus.organs.get("raad"), casus.organs.get("college")
    role = casus.seats[seat].role
    if role == "gemeentesecretaris" and college:
        return college.members
    if raad and (role == "griffier" or (college and seat in college.members)):
        return raad.members
    return ()


class Plan:
    """All seats of one casus."""

    def __init__(self, casus: Casus) -> None:
        self.seats = {seat: SeatPlan(casus, seat) for seat in casus.seats}


MOST_PLANS = 16
_MADE: list[tuple[Content, tuple[str, ...], Plan]] = []
"""The plans that were made last, each with the casus as it was read and the werkwijzen that were chosen: those two decide it,
so that a plan that is kept changes no outcome."""


def plan_of(state: GameState) -> Plan:
    """What the casus of this game offers, with the werkwijzen that were chosen; made once for all games of the same."""
    base, chosen = state.base or state.content, tuple(state.werkwijzen)
    for made, werkwijzen, plan in _MADE:
        if made is base and werkwijzen == chosen:
            return plan
    plan = Plan(state.casus)
    _MADE.insert(0, (base, chosen, plan))
    del _MADE[MOST_PLANS:]
    return plan
