"""The proefbijeenkomst: one table on which the computer plays every seat, for who leads for the first time.

It is marked as such, counts nowhere among the real ones, and can be taken away as if it had never been.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from msgspec.structs import replace

from game_rules.vocabulary.casus import Content, Edition, Minutes
from game_rules.vocabulary.commands import SetPlayer
from game_rules.vocabulary.meeting import OpenRoom

from ..lab import Lab
from ..ports import Identity
from . import arrivals, games, meetings
from .arrivals import Arrival
from .errors import NotFound, ServiceError

TITLE = "Proefbijeenkomst"
EDITION = "proef"
MINUTES = Minutes(read=2, talk=3, act=2, consequences=2)
"""How long each step is planned in the demo; who leads moves on when they like."""

DURATION = 240
"""Minutes: so long that the clock of the evening never warns."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A demo that stands ready: who leads it, and its game."""

    arrival: Arrival
    game: str


def open_demo(lab: Lab, name: str = "") -> Opened:
    """A new demo meeting with its one table, led by somebody called `name`.

    Raises ServiceError no_casus when no casus can be played here, NotSaved.
    """
    content = _content(lab)
    meeting = meetings.create(lab, TITLE, door_open=False, demo=True)
    game = games.begin(lab, meeting, content, EDITION)
    about = f"{content.casus.title} · {content.casus.editions[EDITION].label}"
    room = OpenRoom(game=game, casus=content.casus.id, edition=EDITION, title="Proeftafel", about=about)
    meetings.submit(lab, meeting, meetings.HOUSE, room)
    for seat, found in content.casus.seats.items():
        if found.playable and not found.follow_up:
            command = SetPlayer(seat=seat, player="computer")
            games.submit(lab, game, meetings.HOUSE, command, meetings.new_command_id())
    return Opened(arrivals.admit(lab, meeting, "facilitator", name), game)


def _content(lab: Lab) -> Content:
    """The casus with the smallest table, in its shortest edition with short steps."""
    found = meetings.playable(lab)
    if not found:
        raise ServiceError("no_casus", "Op deze server staat geen casus die gespeeld kan worden.", 409)
    smallest = min(found, key=lambda casus: sum(seat.playable for seat in casus.seats.values()))
    content = lab.library.content(smallest.id)
    return replace(content, casus=replace(content.casus, editions={EDITION: _edition(content)}))


def _edition(content: Content) -> Edition:
    shortest = min(content.casus.editions.values(), key=lambda edition: edition.duration)
    minutes = {round_.id: MINUTES for round_ in content.casus.rounds}
    return replace(shortest, label="Proef van vijf minuten", duration=DURATION, minutes=minutes)


def is_demo(lab: Lab, meeting: str) -> bool:
    """Whether this is a demo, which no list of real meetings shows. A meeting that is not here is none."""
    try:
        return meetings.state(lab, meeting).demo
    except NotFound:
        return False


def remove_demo(lab: Lab, here: Identity) -> None:
    """Take a demo away, with its game, its names and everybody's way in. Raises ServiceError no_demo for a real one."""
    state = meetings.state(lab, here.meeting)
    if not state.demo or here.kind != "facilitator":
        raise ServiceError("no_demo", "Alleen een proefbijeenkomst kan zo worden weggehaald.", 409)
    lab.beside.forget_meeting(here.meeting)
    for stream in (*state.rooms, here.meeting):
        lab.schedule.set(stream, None)
        lab.offload(partial(lab.store.remove, stream))
        lab.tables.forget(stream)
