"""Store and neighbours in memory, for tests: honest implementations of the same promises, minus surviving."""

from __future__ import annotations

from collections.abc import Sequence

from ..ports import Append, Became, Entry, Identity, LookBack, Purpose


class MemoryStore:
    """Keeps `app.ports.EventStore`'s promises as long as the process lives."""

    def __init__(self) -> None:
        self._events: dict[str, list[Entry]] = {}
        self._last: dict[str, Append] = {}
        self._beat = 0

    def append(self, batch: Sequence[Append]) -> tuple[str, ...]:
        """Add what fits; return the streams that were refused."""
        return tuple(wanted.stream for wanted in batch if not self._fits(wanted))

    def _fits(self, wanted: Append) -> bool:
        if len(self._events.get(wanted.stream, ())) != wanted.expected:
            return False
        self._events.setdefault(wanted.stream, []).extend(wanted.entries)
        self._last[wanted.stream] = wanted
        return True

    def read(self, stream: str, after: int = 0) -> tuple[Entry, ...]:
        """The events with a version above `after`, in order."""
        return tuple(self._events.get(stream, ())[after:])

    def remove(self, stream: str) -> None:
        """Delete a stream."""
        self._events.pop(stream, None)
        self._last.pop(stream, None)

    def streams(self, prefix: str = "") -> tuple[str, ...]:
        """All streams whose id starts with `prefix`, oldest first."""
        return tuple(stream for stream in self._events if stream.startswith(prefix))

    def wakes(self) -> dict[str, int]:
        """Per stream the moment at which it must wake."""
        return {stream: last.wake for stream, last in self._last.items() if last.wake is not None}

    def running(self) -> tuple[str, ...]:
        """The streams in which time runs."""
        return tuple(stream for stream in self._events if self._last[stream].running)

    def beat(self, at: int) -> None:
        """Note that this server is alive."""
        self._beat = at

    def last_beat(self) -> int:
        """The last noted sign of life, or 0."""
        return self._beat

    def close(self) -> None:
        """Nothing to give back."""


class MemoryBeside:
    """Keeps `app.ports.Beside`'s promises as long as the process lives."""

    def __init__(self) -> None:
        self._tokens: dict[str, tuple[Purpose, Identity]] = {}
        self._codes: dict[str, str] = {}
        self._names: dict[str, tuple[str, str]] = {}
        self._contents: dict[str, bytes] = {}
        self._look_backs: dict[str, LookBack] = {}
        self._became: dict[str, tuple[str, Became]] = {}
        self._imported: dict[str, int] = {}

    def keep_token(self, token_hash: str, purpose: Purpose, identity: Identity, at: int) -> None:
        """Remember whom this token opens the door for."""
        self._tokens[token_hash] = (purpose, identity)

    def token(self, token_hash: str, purpose: Purpose) -> Identity | None:
        """Who belongs to this token, or None."""
        found, identity = self._tokens.get(token_hash, (None, None))
        return identity if found == purpose else None

    def withdraw_tokens(self, purpose: Purpose, identity: Identity) -> int:
        """All tokens of this identity for this purpose open nothing any more."""
        gone = [token for token, found in self._tokens.items() if found == (purpose, identity)]
        for token in gone:
            del self._tokens[token]
        return len(gone)

    def keep_code(self, code: str, meeting: str) -> bool:
        """Give a meeting this join code; False when another meeting has it."""
        if self.meeting_of(code) not in (None, meeting):
            return False
        self._codes[meeting] = code
        return True

    def meeting_of(self, code: str) -> str | None:
        """The meeting with this join code."""
        return next((meeting for meeting, known in self._codes.items() if known == code), None)

    def code_of(self, meeting: str) -> str | None:
        """The join code of this meeting."""
        return self._codes.get(meeting)

    def keep_name(self, participant: str, meeting: str, name: str) -> None:
        """Keep or change a name."""
        self._names[participant] = (meeting, name)

    def name(self, participant: str) -> str | None:
        """The name of one participant."""
        return self._names.get(participant, ("", None))[1]

    def names(self, meeting: str) -> dict[str, str]:
        """The names of a meeting, by participant."""
        return {participant: name for participant, (where, name) in self._names.items() if where == meeting}

    def forget_name(self, participant: str) -> None:
        """Delete one name."""
        self._names.pop(participant, None)

    def forget_names(self, meeting: str) -> None:
        """Delete all names of a meeting."""
        for participant in self.names(meeting):
            del self._names[participant]

    def forget_meeting(self, meeting: str) -> None:
        """Delete names, code and every token of a meeting."""
        self.forget_names(meeting)
        self._codes.pop(meeting, None)
        self._look_backs.pop(meeting, None)
        for participant in self.became(meeting):
            self.forget_became(participant)
        self._tokens = {key: row for key, row in self._tokens.items() if row[1].meeting != meeting}

    def look_back(self, meeting: str) -> LookBack:
        """How people of this meeting look back later."""
        return self._look_backs.get(meeting, LookBack())

    def keep_look_back(self, meeting: str, look_back: LookBack) -> None:
        """Keep that, instead of what there was."""
        self._look_backs[meeting] = look_back

    def keep_became(self, participant: str, meeting: str, became: Became) -> None:
        """What a participant says became of it, instead of what was said before."""
        self._became[participant] = (meeting, became)

    def became(self, meeting: str) -> dict[str, Became]:
        """What the participants of a meeting said, by participant."""
        return {participant: said for participant, (where, said) in self._became.items() if where == meeting}

    def forget_became(self, participant: str) -> None:
        """Delete what one participant said."""
        self._became.pop(participant, None)

    def keep_content(self, content_hash: str, data: bytes) -> None:
        """Keep content under its hash, once."""
        self._contents.setdefault(content_hash, data)

    def content(self, content_hash: str) -> bytes | None:
        """The content with this hash."""
        return self._contents.get(content_hash)

    def keep_imported(self, game: str, at: int) -> None:
        """Remember that this game was played elsewhere."""
        self._imported.setdefault(game, at)

    def imported(self, game: str) -> bool:
        """Whether this game was played elsewhere."""
        return game in self._imported

    def close(self) -> None:
        """Nothing to give back."""
