"""The session file: a whole game as lines of JSON, casus included, to be looked back at on any machine.

Line 1 says what it is, line 2 holds the casus with everything it leans on, then comes one line per stored record, and
the last line closes the file. `chain.py` says how the lines hold on to each other; docs/protocol.md describes it all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from game_rules import codec, engine
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import Forked, GameCreated, Record
from game_rules.vocabulary.state import GameState

from .chain import TAIL, chained, checked
from .problems import LARGEST, problem

FORMAT = 1
AROUND = 3
"""Lines around the records: the header, the casus and the end."""

BREATH = 200
"""After so many lines other work gets a turn."""

SUFFIX = ".jsonl"
MIME = "application/jsonl"
OPENING = b'{"line":1,"dnalab_session":'
Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
T = TypeVar("T")

NOTICE = (
    "Dit bestand bevat het hele spel, ook alles wat aan tafel geheim was. Er staan geen namen in. "
    "Geef het alleen aan wie alles mag weten."
)
PERSONAL = "Ook wat deelnemers alleen voor zichzelf schreven en antwoordden, staat erin."
NOT_PERSONAL = "Wat deelnemers alleen voor zichzelf schreven en antwoordden, is eruit gehaald."


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a session file says of itself. `began` and `ended` are wall milliseconds; `personal`: see `withheld.py`."""

    format: int
    release: int
    game: Annotated[str, Meta(pattern=r"^g-[A-Za-z0-9-]{1,60}$")]
    meeting: Annotated[str, Meta(pattern=r"^m-[A-Za-z0-9-]{1,60}$")]
    casus: Id
    title: Annotated[str, Meta(max_length=400)]
    edition: Id
    began: int
    ended: int
    content: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    personal: bool
    notice: str


class End(msgspec.Struct, frozen=True):
    """The closing line: how many records there are."""

    records: int


@dataclass(frozen=True, slots=True)
class Session:
    """A session file that was read and found right.

    content, entries  the stored bytes as they were: the casus, and one per record
    state             the game after its last record
    fingerprint       the last hash: two files with the same fingerprint are the same
    """

    header: Header
    content: bytes
    entries: tuple[bytes, ...]
    records: tuple[Record, ...]
    state: GameState
    fingerprint: str


# --- writing ---------------------------------------------------------------------------------------------------------


def written(content: bytes, entries: Sequence[bytes], *, personal: bool = True) -> bytes:
    """The session file of a game. The same game always gives the same bytes.

    content: the casus as it is kept beside the log; entries: all stored records, in order, of which the first holds
    GameCreated. personal: whether the entries hold what is only for the participants themselves.
    """
    records = [codec.decode_record(entry) for entry in entries]
    first, last = records[0], records[-1]
    created = first.event
    if not isinstance(created, GameCreated):
        raise TypeError("a game begins with GameCreated")
    game, meeting = _named(records)
    header = Header(
        format=FORMAT,
        release=codec.RELEASE,
        game=game,
        meeting=meeting,
        casus=created.casus,
        title=codec.decode_content(content).casus.title,
        edition=created.edition,
        began=first.at,
        ended=last.at,
        content=created.content,
        personal=personal,
        notice=f"{NOTICE} {PERSONAL if personal else NOT_PERSONAL}",
    )
    return b"".join(chained(_parts(header, content, entries)))


def _named(records: Sequence[Record]) -> tuple[str, str]:
    """The game and its meeting: those of its beginning, unless it became a game of its own later."""
    names = ("", "")
    for event in (record.event for record in records):
        if isinstance(event, GameCreated):
            names = (event.game, event.meeting)
        elif isinstance(event, Forked):
            names = (event.game, event.meeting or names[1])
    return names


def _parts(header: Header, content: bytes, entries: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    yield "dnalab_session", msgspec.json.encode(header)
    yield "content", content
    for entry in entries:
        yield "record", entry
    yield "end", msgspec.json.encode(End(len(entries)))


def fingerprint(data: bytes) -> str:
    """The last hash of a session file that is right, or of its last line."""
    tail = TAIL.search(data.rstrip(b"\n"))
    assert tail is not None
    return tail[1].decode("ascii")


# --- reading ---------------------------------------------------------------------------------------------------------


def read(data: bytes, breathe: Callable[[], object] = lambda: None) -> Session:
    """The session in these bytes, checked from the first line to the last and replayed.

    `breathe` is called now and then, to let tables that play go on. Raises SessionFileError with a code of PROBLEMS, which names the first wrong line.
    """
    lines = _lines(data)
    values: list[bytes] = []
    for number, line in checked(lines):
        _check_release(number, line)
        values.append(line)
        if not number % BREATH:
            breathe()
    end = _part(len(values), values[-1], "end", End, problem("cut_short", len(values) + 1))
    if end.records != len(values) - AROUND:
        raise problem("line_altered", len(values))
    header = _part(1, values[0], "dnalab_session", Header)
    entries = tuple(_raw(number, line, "record") for number, line in enumerate(values[2:-1], 3))
    content = _raw(2, values[1], "content")
    records = tuple(_record(number, entry) for number, entry in enumerate(entries, 3))
    breathe()
    state = _replayed(_content(header, content, records), records)
    return Session(header, content, entries, records, state, fingerprint(values[-1]))


def _lines(data: bytes) -> list[bytes]:
    """The lines without their newlines, when this looks like a session file and has an end."""
    if not data.strip():
        raise problem("file_empty")
    if len(data) > LARGEST:
        raise problem("file_too_large")
    *lines, rest = data.split(b"\n")
    first = lines[0] if lines else rest
    if not first.startswith(OPENING) and TAIL.search(first) is None:
        raise problem(_what_else(data))
    if rest:
        raise problem("after_end" if lines and b'"end":' in lines[-1][:40] else "cut_short", len(lines) + 1)
    return lines


def _what_else(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "file_is_zip"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "file_not_utf8"
    return "not_a_session_file"


class _Released(msgspec.Struct):
    release: int = codec.RELEASE
    format: int = FORMAT


def _check_release(number: int, line: bytes) -> None:
    """Before anything else is read of a line: is it of a release that this one knows?"""
    name = "dnalab_session" if number == 1 else "record"
    found = _fields(number, line).get(name)
    if found is None:
        return
    released = _decoded(number, found, _Released)
    if released.release > codec.RELEASE or released.format > FORMAT:
        raise problem("later_release", number)


def _fields(number: int, line: bytes) -> dict[str, msgspec.Raw]:
    return _decoded(number, line, dict[str, msgspec.Raw])


def _raw(number: int, line: bytes, name: str) -> bytes:
    found = _fields(number, line).get(name)
    if found is None:
        raise problem("after_end" if b'"end":' in line[:40] else "line_unreadable", number)
    return bytes(found)


def _part(number: int, line: bytes, name: str, kind: type[T], missing: Exception | None = None) -> T:
    found = _fields(number, line).get(name)
    if found is None:
        raise missing or problem("line_unreadable", number)
    return _decoded(number, found, kind)


def _decoded(number: int, data: bytes | msgspec.Raw, kind: type[T]) -> T:
    try:
        bytes(data).decode("utf-8")
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise problem("line_unreadable", number) from None


def _record(number: int, entry: bytes) -> Record:
    try:
        return codec.decode_record(entry)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError, KeyError, UnicodeError):
        raise problem("line_unreadable", number) from None


def _content(header: Header, data: bytes, records: Sequence[Record]) -> Content:
    """The casus, when it is the one that the game was played with."""
    if not records or not isinstance(records[0].event, GameCreated):
        raise problem("does_not_replay", 3)
    created = records[0].event
    named = (*_named(records), created.casus, created.edition, created.content)
    if named != (header.game, header.meeting, header.casus, header.edition, header.content):
        raise problem("does_not_replay", 3)
    content = _decoded(2, data, Content)
    if created.casus != content.casus.id or created.edition not in content.casus.editions:
        raise problem("does_not_replay", 3)
    if created.content not in (sha256(data).hexdigest(), sorted_hash(content)):
        raise problem("content_differs", 2)
    return content


def sorted_hash(content: Content) -> str:
    """The hash under which casussen were kept at first: over sorted keys."""
    return sha256(msgspec.json.encode(content, order="deterministic")).hexdigest()


def _replayed(content: Content, records: Sequence[Record]) -> GameState:
    """The game after these records. Also looked at once: what is imported must be able to be shown."""
    state = _one(3, partial(engine.start, content, records[0]))
    for number, record in enumerate(records[1:], 4):
        if record.version != state.version + 1 or record.at < state.at:
            raise problem("does_not_replay", number)
        state = _one(number, partial(engine.evolve, state, record))
    for audience in _LOOKING:
        _one(len(records) + 2, partial(project, state, audience))
    return state


_LOOKING = (Audience(kind="facilitator"), Audience(kind="screen"))


def _one(number: int, work: Callable[[], T]) -> T:
    """What this gives. Whatever goes wrong, the record on this line does not belong here."""
    try:
        return work()
    except Exception:
        raise problem("does_not_replay", number) from None
