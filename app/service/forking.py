"""A table that goes on from the middle of a game that was played, in which one thing may differ.

The stored bytes of the parent up to that moment are copied as they are. Names, codes and what people answered after play
are not: the seats are free, for people, for the computer, or for both.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from msgspec.structs import replace

from game_rules import codec, engine
from game_rules.fork_points import ForkPoints, fork_points, whole
from game_rules.meeting import decide_meeting
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands import Command, Differ, SetPlayer
from game_rules.vocabulary.events import Forked, Record
from game_rules.vocabulary.meeting import MeetingState, OpenRoom
from game_rules.vocabulary.state import Context, GameState

from ..lab import Lab
from ..ports import Append, Entry
from . import games, meetings, streams
from .errors import NotFound, NotSaved, ServiceError

Players = Literal["people", "computer", "both"]
PLAYING = ("lobby", "briefing", "round", "meal")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to try.

    at: the version up to which all is as it was (0: the moment that fits what differs). differs: the one thing (None:
    nothing). players: who takes the seats; `both` and `computer` give the computer every seat that was played, and people
    may take those. title: of the new table (empty: made from that of the parent). new_chance: chance is drawn anew from
    here on; otherwise it falls as it would have.
    """

    at: int = 0
    differs: Differ | None = None
    players: Players = "people"
    title: str = ""
    new_chance: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A fork that stands ready. new_meeting: it has a meeting of its own, because that of its parent is over."""

    game: str
    meeting: str
    parent: str
    at: int
    differs: str
    new_meeting: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A game as it is stored: its bytes and what they say."""

    game: str
    entries: tuple[Entry, ...]
    records: tuple[Record, ...]
    state: GameState

    @property
    def content(self) -> Content:
        """The casus with which it began."""
        return self.state.base or self.state.content


def stored(lab: Lab, game: str) -> Stored:
    """A game with its bytes. Raises NotFound `no_such_stream` or `content_missing`."""
    state = games.state(lab, game)
    entries = lab.store.read(game)
    return Stored(game, entries, tuple(codec.decode_record(entry.data) for entry in entries), state)


def points(lab: Lab, found: Stored) -> ForkPoints:
    """Where this game could have gone otherwise; worked out beside the event loop."""
    return lab.offload(partial(fork_points, found.content, found.records))


def fork(lab: Lab, game: str, actor: Actor, wish: Wish) -> Made:
    """A new table that goes on from this game. All of it is there, or nothing.

    Raises NotFound, ServiceError `fork_where`, `fork_outside` or `fork_too_late`, RuleError when the rules do not allow what
    differs, NotSaved.
    """
    found = stored(lab, game)
    before = meetings.state(lab, found.state.meeting)
    wish = placed(wish, found, lambda: points(lab, found))
    title = _title(before, game)
    prepare = partial(_prepare, found, actor, wish, title, f"g-{secrets.token_hex(6)}")
    ready = lab.offload(partial(prepare, before.meeting))
    over, meeting = before.door == "over", before.meeting
    if over:
        meeting = meetings.create(lab, f"Vervolg: {before.title}"[:80], door_open=False)
        ready = lab.offload(partial(prepare, meeting))
    room = _room(ready.state, meetings.state(lab, meeting), wish.title, title)
    decide_meeting(meetings.state(lab, meeting), actor, room)
    _keep(lab, found, ready, wish.at)
    meetings.submit(lab, meeting, actor, room)
    fork_ = ready.state.fork
    assert fork_ is not None
    return Made(ready.state.game, meeting, game, wish.at, fork_.differs, over)


def parent_of(lab: Lab, state: GameState) -> str:
    """The game on which this one follows, when it is on this server; empty otherwise."""
    parent = state.fork.parent if state.fork else ""
    return parent if parent and lab.store.read(parent) else ""


# --- where -----------------------------------------------------------------------------------------------------------


def placed(wish: Wish, found: Stored, points_of: Callable[[], ForkPoints]) -> Wish:
    """The wish with its moment, at the end of a command, and with what the parent had instead of what differs."""
    if wish.at < 0 or (not wish.at and wish.differs is None):
        raise ServiceError("fork_where", WHERE, 400)
    if wish.at > len(found.records):
        raise ServiceError("fork_outside", OUTSIDE.format(last=len(found.records)), 400, last=len(found.records))
    if wish.differs is not None:
        where, former = point_of(wish.differs, found, points_of())
        wish = dataclasses.replace(wish, at=wish.at or where, differs=replace(wish.differs, former=former))
    return dataclasses.replace(wish, at=whole(found.records, wish.at))


def point_of(differs: Differ, found: Stored, there: ForkPoints) -> tuple[int, str]:
    """The moment that fits, and what was there."""
    if differs.kind == "werkwijze":
        chosen = [id_ for id_, one in found.state.werkwijzen.items() if one.how != "decision"]
        return there.start, chosen[0] if chosen else ""
    among: dict[str, str] = {}
    if differs.kind == "decision":
        if differs.id in there.decisions:
            point = there.decisions[differs.id]
            return point.at, point.former
        among = {id_: id_ for id_ in there.decisions}
    elif differs.id in there.cards:
        return there.cards[differs.id].at, ""
    else:
        among = {id_: id_ for id_ in there.cards}
    word = "besluit" if differs.kind == "decision" else "kaart"
    message = NO_SUCH.format(word=word, id=differs.id[:64], among=", ".join(among) or "niets")
    raise NotFound("fork_no_such", message, among=list(among))


WHERE = "Kies het moment vanaf waar je opnieuw wilt spelen, of kies wat er anders gaat."
OUTSIDE = "Dit moment is er niet in dit spel. Kies een nummer van 1 tot en met {last}."
TOO_LATE = "Op dit moment was het spel al gespeeld. Kies een moment vóór ‘Eén jaar later’."
NO_SUCH = "Bij ‘{id}’ kan dit spel niet anders gaan: zo’n {word} was er niet. Kies uit: {among}."


# --- making it -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ready:
    """A fork that is not stored yet: what comes after the prefix."""

    state: GameState
    added: tuple[Record, ...]


def _prepare(found: Stored, actor: Actor, wish: Wish, title: str, game: str, meeting: str) -> _Ready:
    """The fork with its seats given out and with what differs. Raises ServiceError `fork_too_late`, RuleError."""
    prefix = engine.replay(found.content, found.records[: wish.at])
    if prefix.clock.stage not in PLAYING:
        raise ServiceError("fork_too_late", TOO_LATE, 409)
    event = Forked(
        game=game, parent=found.game, at=wish.at, meeting=meeting, title=title,
        seed=secrets.token_hex(16) if wish.new_chance else prefix.seed,
    )  # fmt: skip
    state, log = engine.branch(found.content, found.records, event, actor)
    added = [log[-1]]
    for number, command in enumerate((*_seats(prefix, wish.players), *_different(wish))):
        context = Context(now=state.at, command=f"{log[-1].command}-{number}")
        state, records = engine.carry_out(state, actor, command, context)
        added.extend(records)
    return _Ready(state, tuple(added))


def _seats(before: GameState, players: Players) -> Sequence[Command]:
    """What the computer played it plays again; what people played too, unless only people are wanted there."""
    again = ("computer",) if players == "people" else ("computer", "person", "facilitator")
    return [SetPlayer(seat=id_, player="computer") for id_, seat in before.seats.items() if seat.player in again]


def _different(wish: Wish) -> Sequence[Command]:
    return () if wish.differs is None else (wish.differs,)


def _keep(lab: Lab, found: Stored, ready: _Ready, at: int) -> None:
    """Prefix and what comes after it in one durable transaction. Raises NotSaved."""
    after = tuple(Entry(one.version, one.at, one.command, codec.encode_record(one)) for one in ready.added)
    if not streams.keep(lab, Append(ready.state.game, 0, (*found.entries[:at], *after))):
        raise NotSaved()


def _title(meeting: MeetingState, game: str) -> str:
    room = meeting.rooms.get(game)
    return room.title if room else ""


def _room(state: GameState, meeting: MeetingState, title: str, of: str) -> OpenRoom:
    casus, fork_ = state.casus, state.fork
    named = meetings.clean_title(title, f"Vervolg op {of}"[:80] if of else f"Tafel {len(meeting.rooms) + 1}")
    return OpenRoom(
        game=state.game,
        casus=casus.id,
        edition=state.edition,
        title=_free(meeting, named),
        about=f"{casus.title} · {casus.editions[state.edition].label}"[:240],
        parent=fork_.parent if fork_ else "",
    )


def _free(meeting: MeetingState, title: str) -> str:
    """The title, with a number when a table has it already."""
    taken, number, free = {room.title for room in meeting.rooms.values()}, 2, title
    while free in taken:
        free, number = f"{title[:74]} ({number})", number + 1
    return free
