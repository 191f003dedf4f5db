"""Where a played game could have gone otherwise: per decision and card the moment, and what else was possible there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from . import engine
from .rules import ballots, gates
from .turn import at_table
from .vocabulary.base import Fact
from .vocabulary.casus import Content
from .vocabulary.events import Record
from .vocabulary.state import GameState

PLAYING = ("lobby", "briefing", "round", "meal")
TELLING = ("round", "meal")


class Decided(Fact):
    """A decision that was taken: the last moment (version) at which its question lay open and nothing was put to the
    vote, what was taken (empty: nothing was), and what else was open then."""

    id: str
    at: int
    round: str
    former: str
    others: tuple[str, ...]


class Told(Fact):
    """A card: the first moment at which its holder could tell it, who could be told, and who knew it in the end."""

    id: str
    at: int
    round: str
    holder: str
    seats: tuple[str, ...]
    knew: tuple[str, ...]


class ForkPoints(Fact):
    """start: the last moment before the first round. last: the last moment at which a fork still has something to play.

    decisions are in the order in which they were taken, cards in the order in which they could be told.
    """

    start: int
    last: int
    decisions: dict[str, Decided]
    cards: dict[str, Told]


def whole(records: Sequence[Record], at: int) -> int:
    """The version at which the command of version `at` was carried out wholly: a fork never cuts one in two.

    Raises ValueError outside the log.
    """
    if not 1 <= at <= len(records):
        raise ValueError(f"version {at} is outside 1-{len(records)}")
    while at < len(records) and _goes_on(records, at):
        at += 1
    return at


def _goes_on(records: Sequence[Record], at: int) -> bool:
    here, following = records[at - 1], records[at]
    return bool(here.command) and (here.command, here.actor) == (following.command, following.actor)


def states(content: Content, records: Sequence[Record]) -> Iterator[GameState]:
    """The game after every command."""
    state = engine.start(content, records[0])
    for at, record in enumerate(records, 1):
        if at > 1:
            state = engine.evolve(state, record)
        if at == len(records) or not _goes_on(records, at):
            yield state


def fork_points(content: Content, records: Sequence[Record]) -> ForkPoints:
    """Everything in this game that could have gone otherwise."""
    found = _Walk()
    state: GameState | None = None
    for state in states(content, records):
        found.pass_by(state)
    assert state is not None
    return ForkPoints(
        start=found.start,
        last=found.last,
        decisions={one.id: one for one in _decided(state, found.asked)},
        cards={one.id: one for one in _told(state, found.held)},
    )


class _Walk:
    """What is remembered on the way through a game."""

    def __init__(self) -> None:
        self.start = self.last = 1
        self.asked: dict[str, GameState] = {}
        self.held: dict[str, GameState] = {}

    def pass_by(self, state: GameState) -> None:
        stage = state.clock.stage
        if stage in ("lobby", "briefing"):
            self.start = state.version
        if stage in PLAYING:
            self.last = state.version
            self.asked.update(dict.fromkeys(_open(state), state))
        if stage in TELLING:
            for card in state.cards:
                self.held.setdefault(card, state)


def _open(state: GameState) -> Iterable[str]:
    """The decisions that lie open, of which nothing is put to the vote and that nothing holds back."""
    for id_, now in state.decisions.items():
        if now.status == "asked" and not now.postponed and not any(gates.closed(state, id_)):
            yield id_


def _decided(state: GameState, asked: dict[str, GameState]) -> Iterator[Decided]:
    taken = [now for now in state.decisions.values() if now.result and now.id in asked]
    for now in sorted(taken, key=lambda now: now.version):
        then = asked[now.id]
        former = now.result.option if now.result else ""
        others = tuple(one for one in ballots.open_options(then, now.id) if one != former)
        yield Decided(id=now.id, at=then.version, round=then.clock.round, former=former, others=others)


def _told(state: GameState, held: dict[str, GameState]) -> Iterator[Told]:
    for id_, then in held.items():
        card = then.cards[id_]
        could = tuple(seat for seat in then.seats if _may_hear(then, seat) and seat not in card.known)
        knew = tuple(seat for seat in state.cards[id_].known if seat != card.holder)
        yield Told(id=id_, at=then.version, round=then.clock.round, holder=card.holder, seats=could, knew=knew)


def _may_hear(state: GameState, seat: str) -> bool:
    return state.casus.seats[seat].playable and at_table(state, seat)
