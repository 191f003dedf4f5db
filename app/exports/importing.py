"""A session file comes in: the game is there, whole, to be looked back at; or nothing is.

It stands in the meeting that it was played in, which is made here when it is not known: without people, without a door.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from game_rules.meeting import create_meeting
from game_rules.vocabulary.meeting import CloseMeeting, MeetingState, OpenRoom

from ..lab import Lab
from ..names import suggested_name
from ..ports import Append, Entry, StorageError
from ..service import meetings, streams
from ..service.errors import Forbidden, NotSaved, ServiceError
from .session_file import Session
from .sources import numbered, source

MOST_NAMED = 600
"""As many participants as fit in a meeting."""

DIFFERS = (
    "Dit spel staat hier al, maar met een andere inhoud dan in dit bestand. Er is niets veranderd. "
    "Vraag wie het bestand maakte welk van de twee het goede is."
)
LONGER = "Dit spel staat hier al, en dit bestand is van een ander moment van hetzelfde spel. Er is niets veranderd."
NOT_YOURS = (
    "Dit spel hoort bij een bijeenkomst die hier al staat en die jij niet leidt. "
    "Vraag de spelleider van die bijeenkomst om de link."
)
OTHER_CONTENT = "Op deze server staat een andere casus onder hetzelfde kenmerk. Er is niets geïmporteerd."


@dataclass(frozen=True, slots=True)
class Imported:
    """Where the game is now. `again`: it was here already, the same in every byte. `new_meeting`: made for it."""

    game: str
    meeting: str
    again: bool
    new_meeting: bool


def bring_in(lab: Lab, session: Session, leads: Callable[[str], bool]) -> Imported:
    """Keep this game, to be looked back at only. The same file twice is one game.

    `leads` says whether who brings it in leads a meeting that is here already. Raises Forbidden `not_your_meeting`,
    ServiceError `game_differs`, `game_longer` or `content_differs_here` (409), NotSaved.
    """
    header = session.header
    known_meeting = bool(lab.store.read(header.meeting))
    if known_meeting and not leads(header.meeting):
        raise Forbidden("not_your_meeting", NOT_YOURS)
    again = _is_here(lab, session)
    if not again:
        _keep(lab, session)
        _name_people(lab, session)
    _keep_room(lab, session, known_meeting)
    return Imported(header.game, header.meeting, again=again, new_meeting=not known_meeting)


def _is_here(lab: Lab, session: Session) -> bool:
    """Whether exactly this game is here. Raises ServiceError when another one has its id."""
    stored = tuple(entry.data for entry in lab.store.read(session.header.game))
    if not stored or stored == session.entries:
        return bool(stored)
    if not session.header.personal and source(lab, session.header.game, "facilitator").entries == session.entries:
        return True
    short = min(len(stored), len(session.entries))
    if stored[:short] == session.entries[:short]:
        raise ServiceError("game_longer", LONGER, 409)
    raise ServiceError("game_differs", DIFFERS, 409)


def _keep(lab: Lab, session: Session) -> None:
    """All events in one durable transaction. What comes before it means nothing without it, and is kept once."""
    header = session.header
    kept = lab.beside.content(header.content)
    if kept is not None and kept != session.content:
        raise ServiceError("content_differs_here", OTHER_CONTENT, 409)
    lab.beside.keep_content(header.content, session.content)
    lab.beside.keep_imported(header.game, lab.clock.now())
    entries = tuple(
        Entry(record.version, record.at, record.command, data)
        for record, data in zip(session.records, session.entries, strict=True)
    )
    try:
        refused = lab.offload(lambda: lab.store.append([Append(header.game, 0, entries)]))
    except StorageError as problem:
        raise NotSaved() from problem
    if refused and not _is_here(lab, session):
        raise NotSaved()


def _name_people(lab: Lab, session: Session) -> None:
    """Who is not known here is called Deelnemer with a number, so that people can be told apart."""
    meeting = session.header.meeting
    for participant in [*numbered(session.records)][:MOST_NAMED]:
        if lab.beside.name(participant) is None:
            lab.beside.keep_name(participant, meeting, suggested_name(lab.beside.names(meeting).values()))


def _keep_room(lab: Lab, session: Session, known_meeting: bool) -> None:
    """A closed room for it. Done again without harm, so an import that was cut off is finished by the next one."""
    header = session.header
    if not known_meeting:
        code = meetings.free_code(lab, header.meeting)
        first = create_meeting(header.meeting, code, f"Terugkijken: {_when(session)}")
        streams.create(lab, header.meeting, meetings.HOUSE, first, meetings.new_command_id())
    state = meetings.state(lab, header.meeting)
    if header.game not in state.rooms:
        _open_room(lab, session, state)
    if not known_meeting:
        meetings.submit(lab, header.meeting, meetings.HOUSE, CloseMeeting())


def _open_room(lab: Lab, session: Session, state: MeetingState) -> None:
    header = session.header
    casus = session.state.casus
    room = OpenRoom(
        game=header.game,
        casus=casus.id,
        edition=header.edition,
        title=f"Tafel {len(state.rooms) + 1}",
        about=f"{casus.title} · {casus.editions[header.edition].label}"[:240],
        imported=True,
    )
    meetings.submit(lab, header.meeting, meetings.HOUSE, room)


def _when(session: Session) -> str:
    return f"{datetime.fromtimestamp(session.header.began / 1000, UTC):%d-%m-%Y}"
