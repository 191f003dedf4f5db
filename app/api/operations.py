"""Every operation of the API in one table: address, what goes in, what comes out, who may. Docs and routes follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game_rules.fork_points import ForkPoints
from game_rules.projections.replay import LookBack

from . import entering, forking, looking_back, playing, running
from .messages import (
    Casussen,
    ComeBack,
    Done,
    Entered,
    FollowLink,
    ForkMade,
    GameAnswer,
    Identities,
    Join,
    Links,
    MeetingAnswer,
    MeetingMade,
    NewFork,
    NewMeeting,
    NewRoom,
    Order,
    RoomMade,
    Wave,
    WaveAnswer,
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation. `body` and `answer` are Structs; `query` names the query parameters with what they mean.

    open: no token is needed.
    """

    method: str
    path: str
    name: str
    summary: str
    handler: Callable[..., Any]
    answer: type
    body: type | None = None
    status: int = 200
    open: bool = False
    query: tuple[tuple[str, str], ...] = ()


AS = (
    (
        "as",
        "audience key or its first word: seat, facilitator, mirror:<seat>, screen, observer; empty: the natural one",
    ),
)
AT = (*AS, ("at", "the version to look back at; empty: now"))

OPERATIONS = (
    Operation("POST", "/join", "join", "Come in with the join code", entering.join, Entered, Join, 201, open=True),
    Operation(
        "POST",
        "/return",
        "come_back",
        "Go on with a return code",
        entering.come_back,
        Entered,
        ComeBack,
        201,
        open=True,
    ),
    Operation(
        "POST", "/links", "follow_link", "Come in by a link", entering.follow, Entered, FollowLink, 201, open=True
    ),
    Operation("GET", "/me", "me", "Who am I?", entering.me, Identities),
    Operation("GET", "/casussen", "casussen", "What can be played", running.casussen, Casussen, open=True),
    Operation(
        "POST",
        "/meetings",
        "create_meeting",
        "Begin a meeting (facilitators)",
        running.create,
        MeetingMade,
        NewMeeting,
        201,
    ),
    Operation("GET", "/meetings/<meeting>", "meeting", "A meeting as you may see it", running.show, MeetingAnswer),
    Operation(
        "POST",
        "/meetings/<meeting>/rooms",
        "open_room",
        "Open a room (facilitators)",
        running.open_room,
        RoomMade,
        NewRoom,
        201,
    ),
    Operation("GET", "/meetings/<meeting>/links", "links", "The links (facilitators)", running.links, Links),
    Operation(
        "POST",
        "/meetings/<meeting>/commands",
        "command_meeting",
        "Do something in a meeting",
        running.command,
        Done,
        Order,
    ),
    Operation("POST", "/meetings/<meeting>/wave", "wave", "One wish for every table", running.wave, WaveAnswer, Wave),
    Operation("GET", "/games/<game>", "game", "A game as you may see it", playing.show, GameAnswer, query=AT),
    Operation(
        "GET", "/games/<game>/replay", "replay", "A game, moment by moment", looking_back.show, LookBack, query=AS
    ),
    Operation(
        "GET",
        "/games/<game>/fork-points",
        "fork_points",
        "Where a game could have gone otherwise (facilitators)",
        forking.points,
        ForkPoints,
    ),
    Operation(
        "POST",
        "/games/<game>/forks",
        "fork",
        "Make a table that goes on from this game (facilitators)",
        forking.fork,
        ForkMade,
        NewFork,
        201,
    ),
    Operation("POST", "/games/<game>/commands", "command_game", "Do something in a game", playing.command, Done, Order),
)
"""In the order of use."""
