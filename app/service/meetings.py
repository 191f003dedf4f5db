"""Use cases of a bijeenkomst for who leads it: create, door, rooms, people, links. Coming in is `arrivals`."""

from __future__ import annotations

import secrets
from contextlib import suppress

from msgspec.structs import replace

from game_rules.meeting import create_meeting, decide_meeting, refusal
from game_rules.meeting_views import project_meeting
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Casus
from game_rules.vocabulary.commands import AnyCommand, Arrive, Depart
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import (
    AnyMeetingCommand,
    LinkKind,
    MeetingState,
    MeetingView,
    OpenDoor,
    OpenRoom,
    PlaceParticipant,
    RemoveParticipant,
)

from ..codes import new_join_code
from ..lab import Lab
from ..library import LibraryError
from ..names import clean_name
from ..ports import Identity
from ..tokens import Link, link_token
from . import games, streams
from .answers import Answer
from .errors import NotFound, ServiceError

HOUSE = Actor(kind="facilitator", participant="")
"""The server itself, where a facilitator asked for something that takes several steps."""

MOST_CODES_TRIED = 200


def state(lab: Lab, meeting: str) -> MeetingState:
    """The meeting as it is durably stored. Raises NotFound."""
    if not meeting.startswith("m-"):
        raise no_such_meeting()
    try:
        found: MeetingState = streams.state(lab, meeting)
    except NotFound as missing:
        raise no_such_meeting() from missing
    return found


def no_such_meeting() -> NotFound:
    """The refusal for a meeting that is not here."""
    return NotFound(
        "no_such_meeting", "Deze bijeenkomst bestaat niet (meer). Controleer de link of vraag je spelleider."
    )


def view(lab: Lab, here: Identity) -> MeetingView:
    """What this person may see of the own meeting."""
    return project_meeting(state(lab, here.meeting), here.kind, here.participant)


def submit(lab: Lab, meeting: str, actor: Actor, command: AnyMeetingCommand, command_id: str = "") -> Answer:
    """Do this in the meeting, with what follows elsewhere; blocks until it is durable.

    Who is taken out or goes to another table gets up from the seat; who is taken out loses name and return code too.
    Raises RuleError, NotFound or NotSaved.
    """
    before = state(lab, meeting)
    if isinstance(command, PlaceParticipant) and actor.kind != "facilitator":
        _check_free_to_go(lab, before, command)
    answer = streams.submit(lab, meeting, actor, command, command_id or new_command_id())
    _move_people(lab, before, state(lab, meeting))
    if isinstance(command, RemoveParticipant):
        lab.beside.withdraw_tokens("return", Identity("participant", meeting, command.participant))
        lab.beside.forget_name(command.participant)
    return answer


def _check_free_to_go(lab: Lab, now: MeetingState, command: PlaceParticipant) -> None:
    """Nobody walks away from a running game by a slip of the finger. Raises ServiceError still_playing."""
    guest = now.guests.get(command.participant)
    if guest is None or guest.game in ("", command.game) or guest.game not in now.rooms:
        return
    game = games.state(lab, guest.game)
    seated = any(command.participant in (seat.holder, seat.shadow) for seat in game.seats.values())
    if seated and game.clock.stage in ("briefing", "round", "meal"):
        raise ServiceError(
            "still_playing",
            "Je zit op een zetel in een spel dat loopt. Wil je naar een andere tafel? Vraag je spelleider.",
            409,
        )


def new_command_id() -> str:
    """An id for a command that the server itself begins."""
    return f"s-{secrets.token_hex(8)}"


# --- creating --------------------------------------------------------------------------------------------------------


def create(lab: Lab, title: str, *, door_open: bool = True, places: int = 600, demo: bool = False) -> str:
    """A new meeting with a join code of its own. Returns its id. `demo`: only to practise (see `demo.py`).

    Raises NotSaved, or ServiceError no_free_code.
    """
    meeting = f"m-{secrets.token_hex(8)}"
    first = create_meeting(meeting, free_code(lab, meeting), clean_title(title), places, demo)
    streams.create(lab, meeting, HOUSE, first, new_command_id())
    if door_open:
        submit(lab, meeting, HOUSE, OpenDoor())
    return meeting


def free_code(lab: Lab, meeting: str) -> str:
    """A join code that is this meeting's own from now on. Raises ServiceError no_free_code."""
    for _ in range(MOST_CODES_TRIED):
        code = new_join_code()
        if lab.beside.keep_code(code, meeting):
            return code
    raise ServiceError("no_free_code", "Er is nu geen vrije code op deze server. Probeer het nog eens.", 503)


def clean_title(title: str, otherwise: str = "Bijeenkomst DNa Lab") -> str:
    """A title of at most 80 signs on one line; `otherwise` when nothing is left."""
    return clean_name(title, 80) or otherwise


# --- rooms -----------------------------------------------------------------------------------------------------------


def open_room(lab: Lab, meeting: str, actor: Actor, casus: str, edition: str, title: str = "") -> str:
    """A new table for this casus. Returns the id of its game. Raises RuleError, or like `games.create`."""
    before = state(lab, meeting)
    title = clean_title(title, f"Tafel {len(before.rooms) + 1}")
    wanted = OpenRoom(game="g-", casus=casus, edition=edition, title=title)
    decide_meeting(before, actor, wanted)
    game = games.create(lab, meeting, casus, edition)
    played = games.state(lab, game).casus
    about = f"{played.title} · {played.editions[edition].label}"
    submit(lab, meeting, actor, replace(wanted, game=game, about=about))
    return game


def playable(lab: Lab) -> list[Casus]:
    """Every casus that can be played here; one with broken files is left out."""
    found = []
    for casus in lab.library.casussen():
        with suppress(LibraryError):
            found.append(lab.library.content(casus).casus)
    return found


# --- people ----------------------------------------------------------------------------------------------------------


def _move_people(lab: Lab, before: MeetingState, after: MeetingState) -> None:
    """Tell the tables who came and who went."""
    for participant, guest in after.guests.items():
        former = before.guests.get(participant)
        table, left = ("" if guest.removed else guest.game), former.game if former and not former.removed else ""
        if left and left != table:
            _tell_table(lab, left, HOUSE, Depart(participant=participant))
        if table and left != table:
            _tell_table(lab, table, Actor(kind="player", participant=participant), Arrive(profession=guest.profession))


def reconcile(lab: Lab, meeting: str) -> None:
    """Tell the tables again who is there and who left: a server may have stopped between the two halves of a move."""
    guests = state(lab, meeting).guests
    for id_ in state(lab, meeting).rooms:
        game = games.state(lab, id_)
        here = {one.participant for one in guests.values() if one.game == id_ and not one.removed}
        seated = {person for seat in game.seats.values() for person in (seat.holder, seat.shadow) if person}
        for participant in sorted((seated | set(game.people)) - here):
            if participant in guests:
                _tell_table(lab, id_, HOUSE, Depart(participant=participant))
        for participant in sorted(here - set(game.people)):
            arrived = Actor(kind="player", participant=participant)
            _tell_table(lab, id_, arrived, Arrive(profession=guests[participant].profession))


def _tell_table(lab: Lab, game: str, actor: Actor, command: AnyCommand) -> None:
    with suppress(RuleError):  # the game is over, or the table knew it already
        games.submit(lab, game, actor, command, new_command_id())


def rename(lab: Lab, meeting: str, participant: str, name: str) -> None:
    """Another name, beside the log. Who watches the meeting is told to look again. Raises ServiceError name_empty."""
    now = state(lab, meeting)
    cleaned = clean_name(name)
    if not cleaned:
        raise ServiceError("name_empty", "Vul een naam in. Een voornaam of schuilnaam is genoeg.", 422)
    lab.beside.keep_name(participant, meeting, cleaned)
    lab.announcer.announce(meeting, now.version)


def forget_names(lab: Lab, meeting: str, actor: Actor) -> None:
    """Delete the names of everybody in the meeting. The events stay: they know ids only."""
    if actor.kind != "facilitator":
        raise refusal("facilitator_only")
    now = state(lab, meeting)
    lab.beside.forget_names(meeting)
    lab.announcer.announce(meeting, now.version)


# --- links -----------------------------------------------------------------------------------------------------------


def link(lab: Lab, meeting: str, kind: LinkKind, game: str = "") -> str:
    """The path of the link that lets in this kind of person now: `/f/…` for who leads, `/s/…` for who looks."""
    stamp = state(lab, meeting).links.get(kind, 0)
    token = link_token(lab.config.secret_key, Link(kind=kind, meeting=meeting, stamp=stamp, game=game))
    return f"/f/{token}" if kind == "facilitator" else f"/s/{token}"
