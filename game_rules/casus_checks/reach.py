"""When can something happen at all? A window (first, last) of round numbers for everything in a casus, per edition.

Rounds count from 0; the epilogue is the number after the last round. Windows are wide on purpose: what has no window
certainly never happens, what has one may still not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..vocabulary.casus import Casus
from ..vocabulary.conditions import Condition
from ..vocabulary.werkwijze import Werkwijze

Window = tuple[int, int]
Thing = tuple[str, str]
NEVER = 10_000
NONE: Mapping[str, Werkwijze] = {}


class Reach:
    """What can happen in one edition of a casus, and in which rounds.

    `found` is keyed by (kind, id), where kind is inject, card, decision, option, unanswered, act, question, promise, hearing,
    secret (a forbidden act or a partial answer that comes out), milestone ("werkwijze.milestone") or consequence; the id of an option is
    "decision.option".
    """

    def __init__(self, casus: Casus, edition: str, werkwijzen: Mapping[str, Werkwijze] = NONE) -> None:
        self.casus = casus
        self.werkwijzen = werkwijzen
        self.edition = edition
        self.found: dict[Thing, Window] = {}
        self.ids = tuple(round_.id for round_ in casus.rounds)
        skip = casus.editions[edition].skip if edition in casus.editions else ()
        self.played = tuple(i for i, name in enumerate(self.ids) if name not in skip)
        self.end = len(self.ids)

    def number(self, round_id: str) -> int:
        """The number of a round; an unknown one counts as the first, so that one typing error gives one problem."""
        return self.ids.index(round_id) if round_id in self.ids else 0

    def window(self, kind: str, name: str) -> Window | None:
        """When this can happen, or None."""
        return self.found.get((kind, name))

    def rounds(self, names: tuple[str, ...], when: Condition | None) -> Window | None:
        """The played rounds among these (none given: all) in which the condition can hold."""
        first = self.first(when)
        known = [name for name in names if name in self.ids]
        numbers = [i for i in self.played if i >= first and (not known or self.ids[i] in known)]
        return (numbers[0], numbers[-1]) if numbers else None

    def add(self, thing: Thing, window: Window | None) -> None:
        """Something more that can happen; windows only grow."""
        if window:
            old = self.found.get(thing, window)
            self.found[thing] = (min(old[0], window[0]), max(old[1], window[1]))

    def first(self, when: Condition | None) -> int:
        """The first round in which this condition can hold, or NEVER. Indicators and `not` are taken to be possible."""
        if when is None:
            return 0
        if when.all:
            return max(self.first(part) for part in when.all)
        if when.any:
            return min(self.first(part) for part in when.any)
        if when.not_:
            return NEVER if when.not_.edition == self.edition else 0
        if when.edition:
            return 0 if when.edition == self.edition else NEVER
        if when.round:
            return self.number(when.round)
        if when.reached or when.missed or when.taken or when.well:
            return self._first_of_werkwijze(when)
        return self._first_of_thing(when)

    def _first_of_werkwijze(self, when: Condition) -> int:
        """A milestone from when it can be reached or its round is over, advice from its milestone, well at the end."""
        id_, _, milestone = (when.reached or when.missed or when.taken or when.well).partition(".")
        werkwijze = self.werkwijzen.get(id_)
        if werkwijze is None or (milestone and milestone not in werkwijze.milestones):
            return 0
        if when.well:
            return self.number(werkwijze.ends)
        if when.missed:
            return self.number(werkwijze.milestones[milestone].round)
        advising = (name for name, one in werkwijze.milestones.items() if one.recommendations)
        names = (milestone,) if milestone else tuple(advising)
        return min((self.found.get(("milestone", f"{id_}.{name}"), (NEVER, NEVER))[0] for name in names), default=NEVER)

    def _first_of_thing(self, when: Condition) -> int:
        casus = self.casus
        subjects: tuple[tuple[str, str, Iterable[str]], ...] = (
            ("decision", when.decided, casus.decisions),
            ("act", when.acted, casus.acts),
            ("card", when.told, casus.cards),
            ("inject", when.fired, casus.injects),
            ("consequence", when.happened, casus.consequences),
            ("question", when.asked, casus.questions),
            ("promise", when.promised, casus.promises),
            ("hearing", when.spoken or when.taken_up, casus.hearings),
            ("secret", when.came_out, (*casus.acts, *casus.questions)),
        )
        for kind, name, known in subjects:
            if name and name in known:
                thing = ("option", f"{name}.{when.option}") if kind == "decision" and when.option else (kind, name)
                return self.found.get(thing, (NEVER, NEVER))[0]
        return NEVER if self._never_played(when.played) else 0

    def _never_played(self, seat: str) -> bool:
        return seat in self.casus.seats and not self.casus.seats[seat].playable
