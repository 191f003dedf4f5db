"""A werkwijze put into a casus: its places filled in with the seats, rounds and decisions of that casus, its parts merged in.

A file speaks of places (`"@griffier"`, `"@heard"`). `bind` fills in what the casus says stands there; `weave` adds what
the chosen ones bring to the casus, so that every other rule plays them as if the casus had always had them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from .vocabulary.casus import Casus, Consequence, Content, Decision, Option, Seat, Stand, Unanswered
from .vocabulary.conditions import Condition
from .vocabulary.werkwijze import Aftermath, Choice, Fit, Parts, Places, Werkwijze

CHOICE = "werkwijze"
"""The id of the decision with which the table chooses a werkwijze during play."""
STAY = "zoals_altijd"
"""The option of that decision with which nothing changes."""
WELL, BADLY = "goed", "slecht"
STEP = 4
"""How much an indicator moves for one point of `Effect`."""
PLACE = re.compile(r"@(\w+)\Z")
SECTIONS = tuple(name for name in Parts.__struct_fields__ if name != "stands")

Raw = Any
"""Plain data as msgspec makes it of a Struct: dict, list, str, number, bool."""


class WeavingError(ValueError):
    """A werkwijze that does not fit in a casus. place: the place that is missing or of the wrong kind; path: where it is used.

    code: `werkwijze_place_unknown` (nothing stands there) or `werkwijze_place_shape` (one is wanted, several stand there).
    """

    def __init__(self, code: str, place: str, path: str) -> None:
        super().__init__(f"{code}: @{place} at {path}")
        self.code = code
        self.place = place
        self.path = path


def bind(werkwijze: Werkwijze, casus: Casus) -> Werkwijze:
    """The werkwijze with the seats, rounds and decisions of this casus at its places, what its `Fit` adds, and its endings.

    Raises WeavingError, which names the place, and KeyError when the casus does not allow it.
    """
    fits = casus.werkwijzen
    if fits is None:
        raise KeyError(werkwijze.id)
    fit = fits.allowed[werkwijze.id]
    binder = _Binder({**fits.places, **fit.places}, fits.subject)
    bound: Werkwijze = binder.struct(werkwijze)
    known = tuple(casus.indicators)
    parts = merge(_measured(bound.parts, known), binder.struct(fit.parts))
    parts = merge(parts, Parts(consequences=dict(_endings(bound, known))))
    own = {id_: binder.struct(milestone) for id_, milestone in fit.milestones.items()}
    return replace(bound, parts=parts, milestones={**bound.milestones, **own})


def weave(content: Content, ids: Iterable[str]) -> Content:
    """The content with what these werkwijzen add to its casus. Ids that it does not have add nothing."""
    casus = content.casus
    for id_ in ids:
        if id_ in content.werkwijzen:
            casus = _with(casus, content.werkwijzen[id_].parts)
    return replace(content, casus=casus)


def allow(content: Content, bound: Mapping[str, Werkwijze]) -> Content:
    """The content with these bound werkwijzen, and the question with which the table may choose one during play."""
    casus = content.casus
    choice = choice_of(casus, bound)
    if choice and casus.werkwijzen and casus.werkwijzen.choice:
        stands: dict[str, tuple[Stand, ...]] = {
            seat: (Stand(decision=CHOICE, supports=tuple(one for one in supports if one in choice.options)),)
            for seat, supports in casus.werkwijzen.choice.stands.items()
        }
        casus = _with(casus, Parts(decisions={CHOICE: choice}, stands=stands))
    return replace(content, casus=casus, werkwijzen=dict(bound))


def choice_of(casus: Casus, bound: Mapping[str, Werkwijze]) -> Decision | None:
    """The question during play, with an option for each werkwijze that may then be chosen; None when there is none."""
    fits = casus.werkwijzen
    offered = {id_: fit for id_, fit in (fits.allowed if fits else {}).items() if fit.in_play and id_ in bound}
    if fits is None or fits.choice is None or not offered:
        return None
    return _decision(fits.choice, {id_: _option(bound[id_], fit) for id_, fit in offered.items()})


def merge(parts: Parts, more: Parts) -> Parts:
    """Both together; what stands in both is as in `more`."""
    return replace(parts, **{name: {**getattr(parts, name), **getattr(more, name)} for name in (*SECTIONS, "stands")})


def _with(casus: Casus, parts: Parts) -> Casus:
    added = {name: {**getattr(casus, name), **getattr(parts, name)} for name in SECTIONS if getattr(parts, name)}
    return replace(casus, seats=_standing(casus, parts), **added)


def _standing(casus: Casus, parts: Parts) -> dict[str, Seat]:
    """The seats, with how they vote on what these parts add when nobody plays them."""
    added = {id_: parts.stands.get(id_, ()) for id_ in casus.seats}
    return {
        id_: replace(seat, stands=(*seat.stands, *added[id_])) if added[id_] else seat
        for id_, seat in casus.seats.items()
    }


def _measured(parts: Parts, indicators: tuple[str, ...]) -> Parts:
    """The parts, in which consequences only shift the indicators that this casus has."""
    kept = {
        id_: replace(one, shifts={name: shift for name, shift in one.shifts.items() if name in indicators})
        for id_, one in parts.consequences.items()
    }
    return replace(parts, consequences=kept)


def _option(werkwijze: Werkwijze, fit: Fit) -> Option:
    return Option(
        text=f"{werkwijze.label}: {werkwijze.short}",
        asked_by=fit.asked_by,
        pro=fit.pro,
        con=fit.con,
        starts=werkwijze.id,
        when=Condition(not_=Condition(werkwijze=werkwijze.id)),
    )


def _decision(choice: Choice, options: dict[str, Option]) -> Decision:
    stay = Option(
        text=choice.stay,
        asked_by="Wie weinig tijd heeft",
        pro="Er gaat geen tijd of geld naar een andere aanpak.",
        con="Wat vaker misging, kan dan weer misgaan.",
    )
    return Decision(
        question=choice.question,
        context=choice.context,
        by=choice.by,
        rule=choice.rule,
        round=choice.round,
        article=choice.article,
        required=choice.required,
        options={**options, STAY: stay},
        unanswered=Unanswered(text="Niemand koos een andere werkwijze. Het blijft zoals altijd.", option=STAY),
    )


def _endings(werkwijze: Werkwijze, indicators: tuple[str, ...]) -> Iterator[tuple[str, Consequence]]:
    """What follows when it is done well, and when it is done badly."""
    ways: tuple[tuple[str, Aftermath], ...] = ((WELL, werkwijze.well), (BADLY, werkwijze.badly))
    for name, after in ways:
        points = {id_: effect.well if name == WELL else effect.badly for id_, effect in werkwijze.effects.items()}
        shifts = {id_: STEP * value for id_, value in points.items() if value and id_ in indicators}
        yield (
            f"{werkwijze.id}_{name}",
            Consequence(
                title=after.title,
                text=after.text,
                ring=after.ring,
                shifts=shifts,
                headline=after.headline,
                next=after.next,
            ),
        )


class _Binder:
    """Fills in places and the subject in plain data. `path` is where it is, for what goes wrong."""

    def __init__(self, places: Places, subject: str) -> None:
        self.places = places
        self.subject = subject

    def struct(self, value: Any) -> Any:
        """The same Struct with everything filled in. Raises WeavingError."""
        return msgspec.convert(self._walk(msgspec.to_builtins(value), ""), type(value))

    def _walk(self, raw: Raw, path: str) -> Raw:
        if isinstance(raw, str):
            return self._text(raw, path)
        if isinstance(raw, list | tuple):
            return [item for index, one in enumerate(raw) for item in self._items(one, f"{path}[{index}]")]
        if isinstance(raw, dict):
            return self._several(raw, path) or self._keys(raw, path)
        return raw

    def _items(self, raw: Raw, path: str) -> list[Raw]:
        """One item of a list; a place where several stand gives several."""
        standing = self._standing(raw, path) if isinstance(raw, str) else None
        if isinstance(standing, tuple):
            return list(standing)
        return [self._walk(raw, path) if standing is None else standing]

    def _keys(self, raw: dict[str, Raw], path: str) -> dict[str, Raw]:
        """Keys can be places too: what is said of a place where several stand is said of each."""
        pairs = ((name, key, item) for key, item in raw.items() for name in self._items(key, f"{path}.{key}"))
        return {name: self._walk(item, f"{path}.{key}".lstrip(".")) for name, key, item in pairs}

    def _several(self, raw: dict[str, Raw], path: str) -> Raw:
        """A condition on a place where several stand holds when it holds for one of them."""
        for field in _SUBJECTS if _is_condition(raw) else ():
            if field not in raw:
                continue
            standing = self._standing(raw[field], f"{path}.{field}") if isinstance(raw[field], str) else None
            if isinstance(standing, tuple):
                return {"any": [self._walk({**raw, field: one}, path) for one in standing]}
        return None

    def _text(self, text: str, path: str) -> str:
        standing = self._standing(text, path)
        if isinstance(standing, tuple):
            if len(standing) != 1:
                raise WeavingError("werkwijze_place_shape", text[1:], path)
            return standing[0]
        return text.replace("{subject}", self.subject) if standing is None else standing

    def _standing(self, text: str, path: str) -> str | tuple[str, ...] | None:
        """What stands at the place that this text names; None when it is an ordinary text."""
        named = PLACE.match(text)
        if named is None:
            return None
        if named[1] not in self.places:
            raise WeavingError("werkwijze_place_unknown", named[1], path)
        return self.places[named[1]]


_CONDITION_KEYS = frozenset(field.encode_name for field in msgspec.structs.fields(Condition))
_SUBJECTS = (
    "decided", "told", "withheld", "acted", "to", "from", "fired", "happened", "asked", "promised", "spoken", "taken_up",
    "resigned", "played",
)  # fmt: skip


def _is_condition(raw: dict[str, Raw]) -> bool:
    """Whether this can only be a condition: it has a subject, and nothing that a condition does not have."""
    return bool(raw) and set(raw) <= _CONDITION_KEYS
