"""What may differ in a fork or a what-if of one played game, in words: the choices of a form, and what was chosen there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from game_rules.fork_points import Decided, ForkPoints, Told, whole
from game_rules.vocabulary.casus import Decision
from game_rules.vocabulary.commands import Differ
from game_rules.vocabulary.events import StepStarted
from game_rules.vocabulary.state import GameState

from .service.errors import ServiceError
from .service.forking import PLAYING, Stored

WITHOUT = "zonder"
AT_ALL = "|"
"""Between a decision and its option in the value of a choice."""

Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list: what is sent, what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under one heading."""

    label: str
    choices: tuple[Choice, ...]


class Differing:
    """Everything in this game that could have gone otherwise. moment: the version that somebody was looking at (0: none)."""

    def __init__(self, found: Stored, points: ForkPoints, moment: int = 0) -> None:
        self.found = found
        self.points = points
        self.moment = moment if 0 < moment <= len(found.records) else 0

    @property
    def state(self) -> GameState:
        """The game as it is."""
        return self.found.state

    @cached_property
    def moments(self) -> tuple[Choice, ...]:
        """The moments to go on from: where a step began, and the one that was looked at."""
        steps = [(one.version, one.event) for one in self.found.records if isinstance(one.event, StepStarted)]
        found = [
            Choice(str(whole(self.found.records, version)), event.label)
            for version, event in steps
            if event.clock.stage in PLAYING
        ]
        if self.moment and self.moment <= self.points.last:
            found.insert(0, Choice(str(self.moment), f"Het moment dat je bekeek (gebeurtenis {self.moment})"))
        return tuple(found)

    @cached_property
    def decisions(self) -> tuple[Group, ...]:
        """Per question what else was open, with what it became."""
        found = ((one, self._question(one.id)) for one in self.points.decisions.values())
        return tuple(self._group(one, question) for one, question in found if question and one.others)

    def _question(self, id_: str) -> Decision | None:
        return self.state.casus.decisions.get(id_)

    def _group(self, one: Decided, question: Decision) -> Group:
        former = question.options.get(one.former)
        became = former.text.rstrip(".") if former else "niets besloten"
        options = tuple(Choice(f"{one.id}{AT_ALL}{id_}", question.options[id_].text) for id_ in one.others)
        return Group(f"{question.question} Werd: {became}", options)

    @cached_property
    def cards(self) -> tuple[Choice, ...]:
        """Every card that somebody did not know, with who had it and who knew it in the end."""
        return tuple(self._card(one) for one in self.points.cards.values() if one.seats)

    def _card(self, one: Told) -> Choice:
        knew = ", ".join(self.label(seat) for seat in one.knew) or "niemand anders"
        title = self.state.casus.cards[one.id].title
        return Choice(one.id, f"{title}. Van {self.label(one.holder)}; wist het op het eind: {knew}")

    @cached_property
    def seats(self) -> tuple[Choice, ...]:
        """The seats to which a card can be told."""
        known = {seat for one in self.points.cards.values() for seat in one.seats}
        return tuple(Choice(seat, self.label(seat)) for seat in self.state.seats if seat in known)

    @cached_property
    def werkwijzen(self) -> tuple[Choice, ...]:
        """The werkwijzen that this casus allows and that did not hold from the start, or none when one did."""
        content = self.found.content
        chosen = [id_ for id_, one in self.state.werkwijzen.items() if one.how != "decision"]
        found = [Choice(id_, one.label) for id_, one in content.werkwijzen.items() if id_ not in chosen]
        return (*(Choice(f"{WITHOUT}{AT_ALL}{id_}", "Zonder werkwijze") for id_ in chosen), *found)

    def label(self, seat: str) -> str:
        """How a seat is called."""
        return self.state.casus.seats[seat].label

    @property
    def kinds(self) -> Iterator[Choice]:
        """The kinds of difference that this game offers."""
        if self.decisions:
            yield Choice("besluit", "Een besluit valt anders")
        if self.cards:
            yield Choice("kaart", "Een kaart wordt meteen verteld")
        if self.werkwijzen:
            yield Choice("werkwijze", "Een andere werkwijze, vanaf het begin")


def differs_in(form: Form) -> Differ | None:
    """What was chosen in a form to go otherwise (none: nothing). Raises ServiceError `differs_how`."""
    kind = _one(form, "soort")
    if kind == "besluit":
        decision, _, option = _one(form, "besluit").partition(AT_ALL)
        return _checked(decision and option, Differ(kind="decision", id=decision or "-", option=option), "een besluit")
    if kind == "kaart":
        card, to = _one(form, "kaart"), tuple(form.get("aan", ()))[:40]
        return _checked(card and to, Differ(kind="card", id=card or "-", to=to), "een kaart, en wie het hoort")
    if kind == "werkwijze":
        first, _, second = _one(form, "werkwijze").partition(AT_ALL)
        wish = Differ(kind="werkwijze", id=second or first or "-", option=WITHOUT if second else "")
        return _checked(first, wish, "een werkwijze")
    return None


def _one(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")[:160]


def _checked(filled: object, wish: Differ, what: str) -> Differ:
    if not filled:
        raise ServiceError("differs_how", f"Je hebt nog niet gekozen wat er anders gaat. Kies {what}.", 422)
    return wish
