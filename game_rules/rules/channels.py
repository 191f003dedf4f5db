"""Talk at a distance: which channels there are, who is in them, and what is said there.

`tafel` is the whole table. `raad` and `college` are its members with the chair and who attends every meeting by law;
`driehoek` is burgemeester, griffier and gemeentesecretaris; `een:<seat>:<seat>` is one to one. A vervolgrol is in
`tafel` only.
"""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.errors import RuleError
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, Message
from .feed import check_filled
from .guard import PLAY, STEP_WORDS

TABLE, TRIANGLE, PAIR = "tafel", "driehoek", "een"
OFFICES = ("burgemeester", "griffier", "gemeentesecretaris")
"""The driehoek, as roles."""
ATTENDS = {"raad": "griffier", "college": "gemeentesecretaris"}
"""Who is present in every meeting of an organ without a vote, as role (Gemeentewet 107b and 104)."""


def pair(state: GameState, one: str, other: str) -> str:
    """The id of the channel of two seats: in the order of the casus, so that there is one."""
    first, second = sorted((one, other), key=list(state.seats).index)
    return f"{PAIR}:{first}:{second}"


def seats_of(state: GameState, channel: str) -> tuple[str, ...]:
    """The seats to whom this channel belongs, played or not, in the order of the casus; none: no such channel."""
    seats = state.casus.seats
    if channel == TABLE:
        return tuple(seats)
    inside = _insiders(state, channel)
    return tuple(id_ for id_, seat in seats.items() if id_ in inside and not seat.follow_up)


def _insiders(state: GameState, channel: str) -> tuple[str, ...]:
    casus = state.casus
    if channel == TRIANGLE:
        return tuple(id_ for id_, seat in casus.seats.items() if seat.role in OFFICES)
    if channel in casus.organs:
        organ = casus.organs[channel]
        attending = (id_ for id_, seat in casus.seats.items() if seat.role == ATTENDS.get(channel))
        return (*organ.members, organ.chair, *attending)
    return _two(state, channel)


def _two(state: GameState, channel: str) -> tuple[str, ...]:
    """The two of a channel one to one, written as `pair` writes it."""
    kind, _, rest = channel.partition(":")
    two = tuple(rest.split(":"))
    known = kind == PAIR and len(set(two)) == 2 and all(seat in state.casus.seats for seat in two)
    open_ = known and not any(state.casus.seats[seat].follow_up for seat in two)
    return two if open_ and pair(state, *two) == channel else ()


def reads_private(state: GameState, seat: str) -> bool:
    """Whether who plays this seat reads more than the whole table: a facilitator only as was told before the start."""
    return state.read_private or state.seats[seat].player != "facilitator"


def members(state: GameState, channel: str) -> tuple[str, ...]:
    """Who is in the channel now: its seats that somebody plays."""
    return tuple(
        seat
        for seat in seats_of(state, channel)
        if state.seats[seat].played and (channel == TABLE or reads_private(state, seat))
    )


def channels_of(state: GameState, seat: str) -> tuple[str, ...]:
    """The channels that belong to this seat: the table, the organs, the driehoek, and one to one with every other seat."""
    groups = (TABLE, *state.casus.organs, TRIANGLE)
    pairs = (pair(state, seat, other) for other in state.casus.seats if other != seat)
    return tuple(channel for channel in (*groups, *pairs) if seat in seats_of(state, channel))


def refusal(state: GameState, seat: str, channel: str) -> RuleError | None:
    """Why this seat cannot speak in this channel now; None when it can."""
    if state.talk != "afstand":
        return refuse("talks_at_the_table")
    everybody, now = seats_of(state, channel), members(state, channel)
    if seat not in everybody:
        return refuse("not_in_channel" if everybody else "unknown_channel")
    if len(now) < 2 or seat not in now:
        return _nobody_to_talk_to(state, seat, everybody)
    return _not_now(state, channel)


def _nobody_to_talk_to(state: GameState, seat: str, everybody: tuple[str, ...]) -> RuleError:
    players = [state.seats[one].player for one in everybody]
    if state.seats[seat].player == "facilitator" or (len(players) == 2 and "facilitator" in players):
        return refuse("leader_reads_nothing")
    return refuse("nobody_there" if len(players) == 2 else "alone_in_channel")


def _not_now(state: GameState, channel: str) -> RuleError | None:
    if timely(state, channel):
        return None
    if channel == TABLE or state.clock.stage in PLAY:
        return refuse("paused")
    return refuse("only_the_table_now", step=STEP_WORDS[state.clock.step or state.clock.stage])


def timely(state: GameState, channel: str) -> bool:
    """Whether people talk here now: privately in the rounds, the table from the briefing on, in the debrief at any time."""
    clock = state.clock
    return (clock.running or clock.stage == "debrief") and (channel == TABLE or clock.stage in PLAY)


def decide_say(turn: Turn, command: c.Say) -> None:
    """A message in a channel."""
    by = turn.seat()
    reason = refusal(turn.state, by, command.channel)
    if reason:
        raise reason
    check_filled(command.text)
    turn.add(e.Said(message=f"m{turn.next_version}", channel=command.channel, by=by, text=command.text))


def evolve_said(state: GameState, record: e.Record, event: e.Said) -> GameState:
    """It was said."""
    message = Message(
        id=event.message, channel=event.channel, by=event.by, text=event.text, version=record.version,
        round=state.clock.round, at=record.at,
    )  # fmt: skip
    return replace(state, messages={**state.messages, event.message: message})


DECIDE = {c.Say: decide_say}
EVOLVE = {e.Said: evolve_said}
