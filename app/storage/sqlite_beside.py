"""What lies beside the events, in the same SQLite file. Used from one thread; each call is durable when it returns."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from ..ports import Became, Identity, LookBack, Purpose
from .schema import connect


class SqliteBeside:
    """Keeps `app.ports.Beside`'s promises in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._db = connect(folder)

    def _one(self, sql: str, *values: object) -> Any:
        found = self._db.execute(sql, values).fetchone()
        return found[0] if found else None

    def keep_token(self, token_hash: str, purpose: Purpose, identity: Identity, at: int) -> None:
        """Remember whom this token opens the door for."""
        self._db.execute(
            "INSERT OR REPLACE INTO tokens (hash, purpose, kind, meeting, participant, at) VALUES (?, ?, ?, ?, ?, ?)",
            (token_hash, purpose, identity.kind, identity.meeting, identity.participant, at),
        )

    def token(self, token_hash: str, purpose: Purpose) -> Identity | None:
        """Who belongs to this token, or None."""
        found = self._db.execute(
            "SELECT kind, meeting, participant FROM tokens WHERE hash = ? AND purpose = ?", (token_hash, purpose)
        ).fetchone()
        return Identity(*found) if found else None

    def withdraw_tokens(self, purpose: Purpose, identity: Identity) -> int:
        """All tokens of this identity for this purpose open nothing any more."""
        return self._db.execute(
            "DELETE FROM tokens WHERE purpose = ? AND kind = ? AND meeting = ? AND participant = ?",
            (purpose, identity.kind, identity.meeting, identity.participant),
        ).rowcount

    def keep_code(self, code: str, meeting: str) -> bool:
        """Give a meeting this join code; False when another meeting has it."""
        try:
            self._db.execute(
                "INSERT INTO codes (meeting, code) VALUES (?, ?)"
                " ON CONFLICT (meeting) DO UPDATE SET code = excluded.code",
                (meeting, code),
            )
        except sqlite3.IntegrityError:
            return False
        return True

    def meeting_of(self, code: str) -> str | None:
        """The meeting with this join code."""
        found: str | None = self._one("SELECT meeting FROM codes WHERE code = ?", code)
        return found

    def code_of(self, meeting: str) -> str | None:
        """The join code of this meeting."""
        found: str | None = self._one("SELECT code FROM codes WHERE meeting = ?", meeting)
        return found

    def keep_name(self, participant: str, meeting: str, name: str) -> None:
        """Keep or change a name."""
        self._db.execute(
            "INSERT OR REPLACE INTO names (participant, meeting, name) VALUES (?, ?, ?)", (participant, meeting, name)
        )

    def name(self, participant: str) -> str | None:
        """The name of one participant."""
        found: str | None = self._one("SELECT name FROM names WHERE participant = ?", participant)
        return found

    def names(self, meeting: str) -> dict[str, str]:
        """The names of a meeting, by participant."""
        return dict(
            self._db.execute(
                "SELECT participant, name FROM names WHERE meeting = ? ORDER BY rowid", (meeting,)
            ).fetchall()
        )

    def forget_name(self, participant: str) -> None:
        """Delete one name."""
        self._db.execute("DELETE FROM names WHERE participant = ?", (participant,))

    def forget_names(self, meeting: str) -> None:
        """Delete all names of a meeting."""
        self._db.execute("DELETE FROM names WHERE meeting = ?", (meeting,))

    def forget_meeting(self, meeting: str) -> None:
        """Delete names, code and every token of a meeting."""
        for table in ("names", "codes", "tokens", "look_backs", "became"):
            self._db.execute(f"DELETE FROM {table} WHERE meeting = ?", (meeting,))  # noqa: S608  names of our own

    def look_back(self, meeting: str) -> LookBack:
        """How people of this meeting look back later."""
        found = self._db.execute("SELECT day, links FROM look_backs WHERE meeting = ?", (meeting,)).fetchone()
        return LookBack(*found) if found else LookBack()

    def keep_look_back(self, meeting: str, look_back: LookBack) -> None:
        """Keep that, instead of what there was."""
        self._db.execute(
            "INSERT OR REPLACE INTO look_backs (meeting, day, links) VALUES (?, ?, ?)",
            (meeting, look_back.day, look_back.links),
        )

    def keep_became(self, participant: str, meeting: str, became: Became) -> None:
        """What a participant says became of it, instead of what was said before."""
        self._db.execute(
            "INSERT OR REPLACE INTO became (participant, meeting, became, text, at) VALUES (?, ?, ?, ?, ?)",
            (participant, meeting, became.became, became.text, became.at),
        )

    def became(self, meeting: str) -> dict[str, Became]:
        """What the participants of a meeting said, by participant."""
        rows = self._db.execute("SELECT participant, became, text, at FROM became WHERE meeting = ?", (meeting,))
        return {participant: Became(*said) for participant, *said in rows.fetchall()}

    def forget_became(self, participant: str) -> None:
        """Delete what one participant said."""
        self._db.execute("DELETE FROM became WHERE participant = ?", (participant,))

    def keep_content(self, content_hash: str, data: bytes) -> None:
        """Keep content under its hash, once."""
        self._db.execute("INSERT OR IGNORE INTO contents (hash, data) VALUES (?, ?)", (content_hash, data))

    def content(self, content_hash: str) -> bytes | None:
        """The content with this hash."""
        found: bytes | None = self._one("SELECT data FROM contents WHERE hash = ?", content_hash)
        return found

    def keep_imported(self, game: str, at: int) -> None:
        """Remember that this game was played elsewhere."""
        self._db.execute("INSERT OR IGNORE INTO imported (game, at) VALUES (?, ?)", (game, at))

    def imported(self, game: str) -> bool:
        """Whether this game was played elsewhere."""
        return self._one("SELECT 1 FROM imported WHERE game = ?", game) is not None

    def close(self) -> None:
        """Close the connection."""
        self._db.close()
