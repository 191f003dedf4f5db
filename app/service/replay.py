"""Looking back at a game: the stored events folded once more, and seen through the same projections as live."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game_rules import engine
from game_rules.projections import Projected, project
from game_rules.projections.replay import Frame, LookBack, for_others, look_back, may_look_back_as
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import Record
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from . import games
from .errors import Forbidden

BREATH = 40
"""After so many versions other work gets a turn: a replay of a long game must not hold up a table that plays."""


def replay_of(lab: Lab, game: str, own: Audience, wanted: str, breathe: Callable[[], object]) -> LookBack:
    """The replay that `own` asked for. wanted: an audience without who looks (`mirror:griffier`); empty: the own one.

    `breathe` is called now and then to let others work. Raises Forbidden `look_back_later`, NotFound.
    """
    state = games.state(lab, game)
    audience = audience_for(own, state, wanted)
    found = look_back(audience, frames(state.unwoven, games.records(lab, game), audience, breathe))
    return found if own.kind == "facilitator" or audience.kind != "facilitator" else for_others(found)


def audience_for(own: Audience, state: GameState, wanted: str) -> Audience:
    """As whom somebody looks back. Raises Forbidden when that is not open (yet)."""
    open_now = may_look_back_as(own, state)
    if not wanted:
        return open_now[0]
    for audience in open_now:
        if word_of(audience) == wanted:
            return audience
    raise Forbidden("look_back_later", "Terugkijken als een ander kan pas na de onthulling. Kijk nu als jezelf terug.")


def choices(own: Audience, state: GameState) -> tuple[tuple[str, str], ...]:
    """As whom somebody may look back now: what to ask for, and what it is called."""
    return tuple((word_of(audience), _label(audience, own, state)) for audience in may_look_back_as(own, state))


def word_of(audience: Audience) -> str:
    """An audience without who looks: `seat`, `screen`, `mirror:griffier`."""
    return f"mirror:{audience.seat}" if audience.kind == "mirror" else audience.kind


def _label(audience: Audience, own: Audience, state: GameState) -> str:
    if audience.kind == "facilitator":
        return "de spelleider (alles)"
    if audience.kind == "mirror":
        return state.casus.seats[audience.seat].label
    if audience == own:
        return f"jezelf ({state.casus.seats[own.seat].label})" if own.seat else "jezelf"
    return "het grote scherm"


def frames(
    content: Content, records: Sequence[Record], audience: Audience, breathe: Callable[[], object]
) -> Iterator[Frame]:
    """The View of every version, each made from the one before, as it goes live."""
    state = engine.start(content, records[0])
    before: Projected | None = None
    for record in records:
        if record.version > 1:
            state = engine.evolve(state, record)
        before = project(state, audience, before, looking_back=True)
        yield Frame(version=record.version, at=record.at, view=before.view)
        if not record.version % BREATH:
            breathe()
