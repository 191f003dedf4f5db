"""Where tables went apart: the first thing in which they differ, in the order of the game, and everything after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from .deeds import KINDS, Deed, Key, Possible
from .sides import Side
from .structs import BEGIN, Did, Parting

NOT_DONE = {
    "werkwijze": "Zoals altijd",
    "inject": "Gebeurde hier niet",
    "card": "Niet gedeeld",
    "question": "Niet gesteld",
    "speech": "Niemand sprak in",
    "promise": "Niet toegezegd",
    "act": "Niet gedaan",
    "milestone": "Niet gehaald",
    "recommendation": "Niet beantwoord",
    "decision": "Niet gevraagd",
}
"""What a table did that did not do it, though it could have."""

NOT_YET = Did(text="Nog niet zo ver", known=False)
NOT_HERE = Did(text="Hoort niet bij deze tafel", known=False)
SKIPPED = Did(text="Deze versie slaat die ronde over", known=False)


@dataclass(frozen=True, slots=True)
class Course:
    """The rounds in the order of the game. order: the ids of all rounds that are played at one of the tables."""

    order: tuple[str, ...]

    def place(self, round_: str) -> int:
        """Where a round comes; -1 for before the first."""
        return self.order.index(round_) if round_ in self.order else -1

    def past(self, side: Side, place: int) -> bool:
        """Whether this table has this place behind it, so that it cannot do there any more what it did not do."""
        if side.over:
            return True
        if side.table.stage == "lobby":
            return False
        return place < 0 or (side.reached > 0 and self.place(side.rounds[side.reached - 1]) > place)


def partings(sides: Sequence[Side], course: Course) -> tuple[Parting, ...]:
    """Every difference. What is not public counts only where it is known of every table."""
    everything = all(side.everything for side in sides)
    seen = [_seen(side, everything) for side in sides]
    keys = dict.fromkeys(key for deeds in seen for key in deeds)
    found = [one for key in keys if (one := _parting(key, sides, seen, course)) is not None]
    ranks = {key: rank for rank, key in enumerate(_possible(sides))}
    return tuple(
        sorted(found, key=lambda p: (course.place(p.column), KINDS.index(p.kind), ranks.get((p.kind, p.id), 0)))
    )


def _seen(side: Side, everything: bool) -> dict[Key, tuple[str, Deed]]:
    """Per key what was done: the value to compare, and the deed."""
    return {
        key: (deed.full or deed.value, replace(deed, text=deed.told or deed.text)) if everything else (deed.value, deed)
        for key, deed in side.deeds.items()
        if everything or deed.public
    }


def _possible(sides: Sequence[Side]) -> dict[Key, Possible]:
    found: dict[Key, Possible] = {}
    for side in sides:
        found = {**side.possible, **found}
    return found


def _parting(
    key: Key, sides: Sequence[Side], seen: Sequence[dict[Key, tuple[str, Deed]]], course: Course
) -> Parting | None:
    """This thing, when two tables that came so far did not do the same."""
    places = [course.place(deeds[key][1].round) for deeds in seen if key in deeds]
    place = max(places) if key[0] == "werkwijze" else min(places)
    values: dict[str, int] = {}
    did = []
    for side, deeds in zip(sides, seen, strict=True):
        value, one = _did(key, side, deeds, place, course)
        if one.known:
            one = replace(one, group=values.setdefault(value, len(values)))
        did.append(one)
    if len(values) < 2:
        return None
    title = next(side.possible[key].title for side in sides if key in side.possible)
    column = course.order[place] if place >= 0 else BEGIN
    return Parting(kind=key[0], id=key[1], title=title, column=column, did=tuple(did))


def _did(
    key: Key, side: Side, deeds: dict[Key, tuple[str, Deed]], place: int, course: Course
) -> tuple[str, Did]:  # fmt: skip
    """What this table did with it: the value to compare, and the words."""
    if key in deeds:
        value, deed = deeds[key]
        return value, Did(text=deed.text, detail=deed.detail)
    if key not in side.possible:
        return "", NOT_HERE
    if place >= 0 and course.order[place] not in side.rounds:
        return "", SKIPPED
    return "", Did(text=NOT_DONE[key[0]]) if course.past(side, place) else NOT_YET
