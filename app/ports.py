"""What the server needs from the world, as Protocols. The factory chooses who keeps each promise.

Streams are named by their id: `g-…` is a game, `m-…` a meeting. All times are wall milliseconds (UTC).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from game_rules.vocabulary.casus import Content, Werkwijze

Purpose = Literal["session", "link", "return", "personal"]
IdentityKind = Literal["participant", "facilitator", "helper", "observer", "screen"]


class StorageError(Exception):
    """The store could not write (disk full, disk gone). Nothing of the batch was kept."""


class DataFolderInUseError(Exception):
    """Another server works in this data folder."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is, in one meeting. The name is not here: see `Beside.name`."""

    kind: IdentityKind
    meeting: str
    participant: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One stored event: the encoded record, and what the store itself must know of it."""

    version: int
    at: int
    command: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Append:
    """What one stream wants to add after version `expected`.

    wake     when the clock must come back to this stream (None: never); replaces the former one
    running  whether time is running in this stream, so that it must be paused if no process serves it
    """

    stream: str
    expected: int
    entries: tuple[Entry, ...]
    wake: int | None = None
    running: bool = False


@dataclass(frozen=True, slots=True)
class LookBack:
    """How people of a meeting look back later. day: from then on they are asked (`2027-01-15`; empty: never).

    links: how often the personal links were withdrawn.
    """

    day: str = ""
    links: int = 0


@dataclass(frozen=True, slots=True)
class Became:
    """What somebody says became of the handvat: done, partly or no, with a sentence (or none). at: wall ms."""

    became: Literal["done", "partly", "no"]
    text: str
    at: int


class EventStore(Protocol):
    """Streams of events, numbered from 1 without gaps."""

    def append(self, batch: Sequence[Append]) -> tuple[str, ...]:
        """Write the batch in one durable transaction and return the streams that were refused.

        A stream is refused, wholly, when `expected` is not its last version; the others are written all the same.
        When this returns, what was written survives kill -9 and power loss. Raises StorageError: nothing was written.
        """

    def read(self, stream: str, after: int = 0) -> tuple[Entry, ...]:
        """The events of a stream with a version above `after`, in order. An unknown stream is empty."""

    def remove(self, stream: str) -> None:
        """Delete a stream with all its events, for good. An unknown one is no matter. Raises StorageError."""

    def streams(self, prefix: str = "") -> tuple[str, ...]:
        """The ids of all streams that start with `prefix`, oldest first."""

    def wakes(self) -> dict[str, int]:
        """Per stream the moment at which the clock must come back to it."""

    def running(self) -> tuple[str, ...]:
        """The streams in which time was running after their last event."""

    def beat(self, at: int) -> None:
        """Note that a process served at this moment."""

    def last_beat(self) -> int:
        """The last moment at which a process is known to have served; 0 when there was none."""

    def close(self) -> None:
        """Give everything back. Nothing may be called afterwards."""


class Beside(Protocol):
    """What lies beside the events, because it must be deletable, is secret, or is shared by many games.

    Tokens and codes are only known by their hash (`app.access` makes it).
    """

    def keep_token(self, token_hash: str, purpose: Purpose, identity: Identity, at: int) -> None:
        """Remember that who shows this token is `identity`. An earlier row with this hash is replaced."""

    def token(self, token_hash: str, purpose: Purpose) -> Identity | None:
        """Who belongs to this token; None when it is unknown, withdrawn, or meant for something else."""

    def withdraw_tokens(self, purpose: Purpose, identity: Identity) -> int:
        """All tokens of this identity for this purpose open nothing any more. Returns how many that were."""

    def keep_code(self, code: str, meeting: str) -> bool:
        """Give a meeting its join code, instead of the one it had. False: another meeting has this code."""

    def meeting_of(self, code: str) -> str | None:
        """The meeting with this join code."""

    def code_of(self, meeting: str) -> str | None:
        """The join code of a meeting."""

    def keep_name(self, participant: str, meeting: str, name: str) -> None:
        """The name of a participant, or a new name."""

    def name(self, participant: str) -> str | None:
        """The name of a participant; None when it is unknown or was deleted."""

    def names(self, meeting: str) -> dict[str, str]:
        """The names of all participants of a meeting, by participant id."""

    def forget_name(self, participant: str) -> None:
        """Delete one name."""

    def forget_names(self, meeting: str) -> None:
        """Delete the names of everybody in a meeting. The events stay: they know ids only."""

    def forget_meeting(self, meeting: str) -> None:
        """Delete names, code and every token of a meeting: nobody comes in there any more."""

    def look_back(self, meeting: str) -> LookBack:
        """How people of this meeting look back later."""

    def keep_look_back(self, meeting: str, look_back: LookBack) -> None:
        """Keep that, instead of what there was."""

    def keep_became(self, participant: str, meeting: str, became: Became) -> None:
        """What a participant says became of it, instead of what was said before."""

    def became(self, meeting: str) -> dict[str, Became]:
        """What the participants of a meeting said, by participant."""

    def forget_became(self, participant: str) -> None:
        """Delete what one participant said."""

    def keep_content(self, content_hash: str, data: bytes) -> None:
        """Keep content under its hash. Content that is already there stays as it is."""

    def content(self, content_hash: str) -> bytes | None:
        """The content with this hash."""

    def keep_imported(self, game: str, at: int) -> None:
        """Remember that this game was played elsewhere: it is only looked back at here."""

    def imported(self, game: str) -> bool:
        """Whether this game was played elsewhere."""

    def close(self) -> None:
        """Give everything back. Nothing may be called afterwards."""


Watcher = Callable[[str, int], None]


class Announcer(Protocol):
    """Tells everybody in all processes that a stream has grown."""

    def announce(self, stream: str, version: int) -> None:
        """Stream `stream` is durably at `version`. A watcher that fails does not keep the others from hearing it."""

    def watch(self, stream: str, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher(stream, version)` after each announcement of this stream; must be quick. Returns: stop that."""

    def watch_all(self, watcher: Watcher) -> Callable[[], None]:
        """The same for every stream."""


class Schedule(Protocol):
    """Knows when each stream must wake."""

    def set(self, stream: str, at: int | None) -> None:
        """This stream must wake at `at` (None: not any more). Replaces what was set before."""


class Library(Protocol):
    """The content that can be played."""

    def casussen(self) -> tuple[str, ...]:
        """The ids of the casussen, sorted."""

    def content(self, casus: str) -> Content:
        """A casus with everything it leans on. Raises LibraryError for one that is unknown or broken."""

    def werkwijzen(self) -> Mapping[str, Werkwijze]:
        """Every werkwijze by its id, as its file says it: with places in it, not the seats of a casus."""


class Clock(Protocol):
    """The time of day."""

    def now(self) -> int:
        """Wall milliseconds."""
