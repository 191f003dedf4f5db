"""From things that were counted, each for one seat, to the figures of a measure: per table and per office."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..turn import at_table, played_rounds
from ..vocabulary.base import Word
from ..vocabulary.state import GameState
from ..vocabulary.views_samenspel import Figure, MeasureCard, RoleLine, SamenLine


class Part(Word):
    """One kind of thing that a measure counts. whole: parts with the same word are counted out of all of those together."""

    key: str
    label: str
    whole: str = ""


class Words(Word):
    """What is said about a measure; see `MeasureCard`. empty: what is said when there is nothing."""

    label: str
    icon: str
    about: str
    covers: str
    beyond: str
    empty: str


class Counted(Word):
    """What a measure found. entries: (seat, key of a part) per thing; no seat: it belongs to no office.

    extra: figures of the table that no office has.
    """

    entries: tuple[tuple[str, str], ...] = ()
    extra: tuple[Figure, ...] = ()
    lines: tuple[SamenLine, ...] = ()


class Measure(Word):
    """A measure as data. count: what it finds in a state; its second argument says whether everything may be known.

    reads: the parts of the state that it is made of, besides the clock and who plays. secret: it shows only to who may
    know everything.
    """

    id: str
    words: Words
    parts: tuple[Part, ...]
    count: Callable[[GameState, bool], Counted]
    reads: tuple[str, ...]
    secret: bool = False


def card(state: GameState, measure: Measure, order: int, everything: bool) -> MeasureCard:
    """The measure with its figures."""
    found, words = measure.count(state, everything), measure.words
    figures = (*_figures(measure.parts, [key for _, key in found.entries]), *found.extra)
    return MeasureCard(
        order=order, label=words.label, icon=words.icon, about=words.about, covers=words.covers, beyond=words.beyond,
        figures=figures, roles=_roles(state, measure.parts, found.entries) if figures else {},
        lines={line.id: line for line in found.lines}, empty="" if figures else words.empty,
    )  # fmt: skip


def _figures(parts: Iterable[Part], keys: list[str]) -> tuple[Figure, ...]:
    """The parts of which there are any, each with the whole that it belongs to."""
    wholes: dict[str, int] = {}
    for part in parts:
        if part.whole:
            wholes[part.whole] = wholes.get(part.whole, 0) + keys.count(part.key)
    return tuple(_figure(part, keys, wholes) for part in parts if part.key in keys)


def _figure(part: Part, keys: list[str], wholes: dict[str, int]) -> Figure:
    count, of = keys.count(part.key), wholes.get(part.whole, 0)
    return Figure(key=part.key, label=part.label, count=count, of=of, whole=part.whole)


def _roles(state: GameState, parts: tuple[Part, ...], entries: Iterable[tuple[str, str]]) -> dict[str, RoleLine]:
    """Every office that somebody plays, or of which something was recorded, in the order of the casus."""
    keys: dict[str, list[str]] = {}
    for seat, key in entries:
        if seat:
            keys.setdefault(state.casus.seats[seat].role, []).append(key)
    here = dict.fromkeys(
        seat.role
        for id_, seat in state.casus.seats.items()
        if seat.role in keys or (state.seats[id_].played and at_table(state, id_))
    )
    return {
        role: RoleLine(
            order=order, role=role, label=state.content.roles[role].label, figures=_figures(parts, keys.get(role, []))
        )
        for order, role in enumerate(here)
    }


# --- words that several measures need ----------------------------------------------------------------------------------


def office(state: GameState, seat: str) -> str:
    """What the office of a seat is called."""
    found = state.casus.seats.get(seat)
    return state.content.roles[found.role].label if found else ""


def number(state: GameState, round_id: str) -> int:
    """The number of a played round, from 1; 0 for what was before the first or in a round that is not played."""
    played = played_rounds(state)
    return played.index(round_id) + 1 if round_id in played else 0


def over(state: GameState, round_id: str) -> bool:
    """Whether this round is closed; that is so as soon as its consequences begin."""
    clock, asked = state.clock, number(state, round_id)
    if clock.stage in ("lobby", "briefing"):
        return False
    running = clock.stage == "round" and clock.step != "consequences"
    return 0 < asked <= clock.number + (0 if running else 1)


__all__ = ["Counted", "Measure", "Part", "Words", "card", "number", "office", "over"]
