"""Use cases of coming in: by code, with a return code, by a link. Each gives a session token for one device."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from game_rules.meeting import check_door, refusal
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import AssignHelper, JoinMeeting, LinkKind, MeetingState, ReturnToMeeting

from ..codes import join_code_in, return_code_in, return_code_of
from ..lab import Lab
from ..names import clean_name, free_name, suggested_name, unnamed
from ..ports import Identity
from ..tokens import Link, hashed, link_in, new_session_token
from . import meetings
from .errors import NotFound, ServiceError
from .professions import check_profession


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody is in. `token` is shown once and nowhere stored; `game` is the table to go to, if there is one."""

    token: str
    identity: Identity
    game: str = ""


# --- by code ---------------------------------------------------------------------------------------------------------


def meeting_with(lab: Lab, code: str) -> MeetingState:
    """The meeting with this join code, as typed. Raises NotFound wrong_code."""
    digits = join_code_in(code)
    meeting = lab.beside.meeting_of(digits) if digits else None
    if meeting is None:
        raise NotFound(
            "wrong_code",
            "Deze code klopt niet. Kijk op het scherm in de zaal en typ de zes cijfers nog eens over.",
        )
    return meetings.state(lab, meeting)


def check_open(lab: Lab, code: str) -> MeetingState:
    """The meeting with this code, when somebody new can come in now. Raises NotFound or RuleError."""
    meeting = meeting_with(lab, code)
    check_door(meeting)
    return meeting


def join(lab: Lab, code: str, name: str = "", once: str = "", profession: str = "") -> Arrival:
    """Somebody comes in through the door.

    The same `once` (a random word of the form) is the same person: a double click takes one place.
    Raises NotFound wrong_code, ServiceError no_such_profession, or RuleError when the door is not open.
    """
    meeting = meeting_with(lab, code)
    check_profession(lab, profession)
    participant = _participant(meeting.meeting, once)
    _name_new(lab, meeting, participant, name)
    try:
        actor = Actor(kind="player", participant=participant)
        wanted = JoinMeeting(participant=participant, profession=profession)
        meetings.submit(lab, meeting.meeting, actor, wanted)
    except RuleError:
        if participant not in meeting.guests:
            lab.beside.forget_name(participant)
        raise
    return _arrive(lab, Identity("participant", meeting.meeting, participant))


def _participant(meeting: str, once: str) -> str:
    if not once:
        return f"p-{secrets.token_hex(8)}"
    return f"p-{hashlib.sha256(f'{meeting}:{once}'.encode()).hexdigest()[:16]}"


def _name_new(lab: Lab, meeting: MeetingState, participant: str, name: str) -> None:
    """The name is there before the event that makes others look at it."""
    if participant in meeting.guests:
        return
    taken = lab.beside.names(meeting.meeting)
    taken.pop(participant, None)
    cleaned = clean_name(name)
    chosen = free_name(cleaned, taken.values()) if cleaned else suggestion(taken)
    lab.beside.keep_name(participant, meeting.meeting, chosen)


def suggestion(names: Mapping[str, str]) -> str:
    """What a player is called who gives no name. `names`: by id, of everybody; who leads or helps is not counted."""
    return suggested_name([name for who, name in names.items() if who.startswith("p-")])


# --- with a return code ----------------------------------------------------------------------------------------------


def return_code(lab: Lab, meeting: str, participant: str) -> str:
    """The code with which this participant goes on, on another device. The same for ever; made on the first asking."""
    owner = Identity("participant", meeting, participant)
    attempt = 0
    while True:
        code = return_code_of(lab.config.secret_key, participant, attempt)
        row = hashed(lab.config.secret_key, "return", code)
        known = lab.beside.token(row, "return")
        if known is None:
            lab.beside.keep_token(row, "return", owner, lab.clock.now())
        if known in (None, owner):
            return code
        attempt += 1


def come_back(lab: Lab, code: str) -> Arrival:
    """A participant goes on here; the device before is told so.

    Raises NotFound wrong_return_code, or RuleError removed.
    """
    signs = return_code_in(code)
    known = lab.beside.token(hashed(lab.config.secret_key, "return", signs), "return") if signs else None
    if known is None:
        raise NotFound(
            "wrong_return_code",
            "Deze terugkeercode klopt niet. Hij staat op je rolkaart. Weet je hem niet meer? Vraag je spelleider.",
        )
    actor = Actor(kind="player", participant=known.participant)
    meetings.submit(lab, known.meeting, actor, ReturnToMeeting(participant=known.participant))
    return _arrive(lab, known)


# --- by a link -------------------------------------------------------------------------------------------------------


def open_link(lab: Lab, token: str) -> Link:
    """The link behind this word, when it still opens something. Raises NotFound wrong_link or ServiceError 410."""
    link = link_in(lab.config.secret_key, token)
    if link is None:
        raise NotFound("wrong_link", "Deze link klopt niet. Kopieer de hele link nog eens, of vraag om een nieuwe.")
    if meetings.state(lab, link.meeting).links.get(link.kind, 0) != link.stamp:
        raise ServiceError("link_withdrawn", "Deze link is ingetrokken. Vraag de spelleider om een nieuwe link.", 410)
    return link


def follow(lab: Lab, token: str, name: str = "") -> Arrival:
    """Somebody comes in by a link. Raises like `open_link`."""
    link = open_link(lab, token)
    arrival = admit(lab, link.meeting, link.kind, name, link.game)
    return Arrival(token=arrival.token, identity=arrival.identity, game=link.game)


def admit(lab: Lab, meeting: str, kind: LinkKind, name: str = "", game: str = "") -> Arrival:
    """Let somebody in as facilitator, projector or observer, or as tafelhulp of a table, under a new id.

    Who acts signs with a name of their own, also who gave none. Raises RuleError for a table that is not there.
    """
    here = Identity(kind, meeting, f"{kind[0]}-{secrets.token_hex(8)}")
    wanted = clean_name(name) or (unnamed(here.participant) if kind in ("facilitator", "helper") else "")
    if wanted:
        lab.beside.keep_name(here.participant, meeting, free_name(wanted, lab.beside.names(meeting).values()))
    if kind == "helper":
        _assign(lab, here, game)
    return _arrive(lab, here)


def _assign(lab: Lab, here: Identity, game: str) -> None:
    """The name is there before the event that makes others look at it."""
    try:
        meetings.submit(lab, here.meeting, meetings.HOUSE, AssignHelper(helper=here.participant, game=game))
    except RuleError:
        lab.beside.forget_name(here.participant)
        raise


def renew(lab: Lab, here: Identity) -> Arrival:
    """A new token for who is already in; those from before the last withdrawal open nothing any more."""
    return _arrive(lab, here)


def _arrive(lab: Lab, here: Identity) -> Arrival:
    now = meetings.state(lab, here.meeting)
    guest = now.guests.get(here.participant)
    if guest is not None and guest.removed:
        raise refusal("removed")
    token = new_session_token(guest.device if guest else now.links.get(here.kind, 0), lab.clock.now())
    lab.beside.keep_token(hashed(lab.config.secret_key, "session", token), "session", here, lab.clock.now())
    return Arrival(token=token, identity=here, game=guest.game if guest else "")
