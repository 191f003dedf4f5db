"""Use cases of dividing people over tables: make a proposal, and carry out what was agreed, person by person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from game_rules.casting import Candidate, Division, Place, Placing, Table, by_lot, cast
from game_rules.meeting import refusal as meeting_refusal
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import AssignSeat, FreeSeat, SetPlayer
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import Guest, MeetingState, PlaceParticipant
from game_rules.vocabulary.reasons import refuse
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from . import games, meetings
from .errors import ServiceError

Way = Literal["casting", "lot"]
Whom = Literal["all", "new"]
WAYS, WHOM = get_args(Way), get_args(Whom)

PLAYING = ("lobby", "briefing", "round", "meal")
"""The stages in which somebody may still come to a table."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """How it would be. `games`: the tables that people can go to; `staying`: who sits there already, per table."""

    division: Division
    games: dict[str, GameState]
    staying: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Failed:
    """Somebody who could not be placed as agreed, and why, in Dutch."""

    participant: str
    message: str


# --- a proposal ------------------------------------------------------------------------------------------------------


def begun(lab: Lab, meeting: str) -> bool:
    """Whether a game of this meeting has left the lobby: then only newcomers are divided by default."""
    rooms = meetings.state(lab, meeting).rooms
    return any(games.state(lab, game).clock.stage != "lobby" for game in rooms)


def propose(lab: Lab, meeting: str, way: Way, whom: Whom, seed: str) -> Proposal:
    """A division of everybody at tables that have not begun (`all`), or only of who has no place yet (`new`).

    The same meeting and seed give the same proposal. Raises NotFound.
    """
    state = meetings.state(lab, meeting)
    tables = _tables(lab, state, whom)
    people = list(_people(state, tables, way, whom))
    divide = cast if way == "casting" else by_lot
    moving = {one.participant for one in people}
    division = divide(people, [_table(game, moving) for game in tables.values()], seed)
    staying = {
        id_: tuple(one.participant for one in state.present if one.game == id_ and one.participant not in moving)
        for id_ in tables
    }
    return Proposal(division, tables, staying)


def _tables(lab: Lab, state: MeetingState, whom: Whom) -> dict[str, GameState]:
    stages = PLAYING if whom == "new" else ("lobby",)
    found = {room.game: games.state(lab, room.game) for room in state.open_rooms}
    return {id_: game for id_, game in found.items() if game.clock.stage in stages}


def _people(state: MeetingState, tables: dict[str, GameState], way: Way, whom: Whom) -> Iterator[Candidate]:
    for guest in state.present:
        if guest.game and guest.game not in tables:
            continue
        if whom == "all":
            yield Candidate(participant=guest.participant, profession=guest.profession)
        elif not guest.game or (way == "casting" and _seated(tables[guest.game], guest.participant) is None):
            yield Candidate(participant=guest.participant, profession=guest.profession, table=guest.game)


def _table(game: GameState, moving: set[str]) -> Table:
    """A table as it is when everybody who is divided has got up."""
    return Table(
        game=game.game,
        places=tuple(
            _place(game, id_, moving) for id_, seat in game.casus.seats.items() if seat.playable and not seat.follow_up
        ),
        minimum=game.casus.players.minimum,
        own_office=game.casus.constellation == "driehoek",
        begun=game.clock.stage != "lobby",
    )


def _place(game: GameState, id_: str, moving: set[str]) -> Place:
    seat, now = game.casus.seats[id_], game.seats[id_]
    left = [person for person in (now.holder, now.shadow) if person and person not in moving]
    player = "nobody" if now.player == "person" and not left else now.player
    return Place(
        seat=id_, role=seat.role, essential=seat.essential, held=bool(left), shadow=len(left) > 1, player=player
    )


def _seated(game: GameState, participant: str) -> tuple[str, bool] | None:
    """The seat, and whether as a shadow."""
    for id_, seat in game.seats.items():
        if participant in (seat.holder, seat.shadow):
            return id_, participant == seat.shadow
    return None


# --- carrying it out -------------------------------------------------------------------------------------------------


def carry_out(lab: Lab, meeting: str, actor: Actor, placings: Sequence[Placing], once: str) -> tuple[Failed, ...]:
    """Place and seat everybody. Who cannot be placed is told why; the rest stands.

    The same `once` (a random word of the form) does nothing twice. Raises NotFound for an unknown meeting.
    """
    work = _Work(lab, meeting, actor, once)
    wanted = [one for one in placings if one.game and not work.is_there(one)]
    moving = {one.participant for one in wanted}
    for one in wanted:
        work.do(one.participant, lambda one=one: work.check(one, moving))  # type: ignore[misc]
    for one in wanted:
        work.do(one.participant, lambda one=one: work.get_up(one))  # type: ignore[misc]
    for one in wanted:
        work.do(one.participant, lambda one=one: work.go(one))  # type: ignore[misc]
    for one in sorted(wanted, key=lambda one: one.shadow):
        if one.seat:
            work.do(one.participant, lambda one=one: work.sit(one))  # type: ignore[misc]
    return tuple(Failed(participant, message) for participant, message in work.failed.items())


def fill(lab: Lab, meeting: str, actor: Actor, once: str) -> tuple[tuple[str, int], ...]:
    """Let the computer play what open tables lack before they can begin. Returns per table how many seats that were."""
    filled = []
    for room in meetings.state(lab, meeting).open_rooms:
        state = games.state(lab, room.game)
        empty = _lacking(state) if state.clock.stage == "lobby" else ()
        for seat in empty:
            games.submit(
                lab, room.game, actor, SetPlayer(seat=seat, player="computer"), f"{once[:32]}-fill-{seat}"[:64]
            )
        filled.append((room.game, len(empty)))
    return tuple((game, count) for game, count in filled if count)


def _lacking(state: GameState) -> tuple[str, ...]:
    """The essential seats that nobody plays, and others as far as the minimum asks."""
    seats = {id_: seat for id_, seat in state.casus.seats.items() if seat.playable and not seat.follow_up}
    empty = [id_ for id_ in seats if not state.seats[id_].played]
    needed = sorted(empty, key=lambda id_: not seats[id_].essential)
    essential = sum(seats[id_].essential for id_ in empty)
    missing = state.casus.players.minimum - (len(seats) - len(empty))
    return tuple(needed[: max(missing, essential)])


class _Work:
    """The steps for one person. Who failed at one step takes no further one."""

    def __init__(self, lab: Lab, meeting: str, actor: Actor, once: str) -> None:
        self._lab, self._meeting, self._actor, self._once = lab, meeting, actor, once
        self._before = meetings.state(lab, meeting).guests
        self.failed: dict[str, str] = {}

    def do(self, participant: str, step: Callable[[], object]) -> None:
        """Take a step, unless an earlier one failed."""
        if participant in self.failed:
            return
        try:
            step()
        except (RuleError, ServiceError) as problem:
            self.failed[participant] = problem.message

    def is_there(self, one: Placing) -> bool:
        """Whether somebody is already where this placing wants them."""
        guest = self._guest(one)
        if guest is None or guest.game != one.game:
            return False
        here = _seated(games.state(self._lab, one.game), one.participant)
        return not one.seat or here == (one.seat, one.shadow)

    def check(self, one: Placing, moving: set[str]) -> None:
        """Before anybody gets up: whoever sits there must be going too. Raises RuleError."""
        if one.game not in meetings.state(self._lab, self._meeting).rooms:
            raise meeting_refusal("no_such_room")
        now = games.state(self._lab, one.game).seats.get(one.seat)
        there = (now.shadow if one.shadow else now.holder) if now else ""
        if there and there not in moving:
            raise refuse("shadow_taken" if one.shadow else "seat_taken")

    def get_up(self, one: Placing) -> None:
        """Off a seat at the same table; who goes to another table gets up by going."""
        guest = self._guest(one)
        if guest and guest.game == one.game and _seated(games.state(self._lab, one.game), one.participant):
            self._game(one, FreeSeat(participant=one.participant), "up")

    def go(self, one: Placing) -> None:
        """To the table."""
        guest = self._guest(one)
        wanted = PlaceParticipant(participant=one.participant, game=one.game, was=guest.game if guest else None)
        meetings.submit(self._lab, self._meeting, self._actor, wanted, self._id(one, "go"))

    def sit(self, one: Placing) -> None:
        """On the seat, or beside its holder."""
        self._game(one, AssignSeat(seat=one.seat, participant=one.participant, shadow=one.shadow), "sit")

    def _guest(self, one: Placing) -> Guest | None:
        return self._before.get(one.participant)

    def _game(self, one: Placing, command: AssignSeat | FreeSeat, step: str) -> None:
        games.submit(self._lab, one.game, self._actor, command, self._id(one, step))

    def _id(self, one: Placing, step: str) -> str:
        return f"{self._once[:32]}-{step}-{one.participant}"[:64]
