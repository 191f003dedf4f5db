"""The tables of the SQLite file, and how a connection is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

FILE = "dnalab.sqlite3"
FORMAT = 3

# `streams` says how far each stream is; it changes in the transaction that adds the events.
# `events` is a rowid table, because appending to one is cheapest; the unique pair guards the numbering.
TABLES = """
CREATE TABLE IF NOT EXISTS streams (
    stream TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, wake INTEGER, running INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS events (
    stream TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, command TEXT NOT NULL, data BLOB NOT NULL,
    UNIQUE (stream, version));
CREATE TABLE IF NOT EXISTS heartbeat (one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (
    hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, kind TEXT NOT NULL, meeting TEXT NOT NULL,
    participant TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS tokens_of ON tokens (meeting, purpose);
CREATE TABLE IF NOT EXISTS codes (meeting TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS names (participant TEXT PRIMARY KEY, meeting TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS names_of ON names (meeting);
CREATE TABLE IF NOT EXISTS contents (hash TEXT PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS imported (game TEXT PRIMARY KEY, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS look_backs (meeting TEXT PRIMARY KEY, day TEXT NOT NULL, links INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS became (
    participant TEXT PRIMARY KEY, meeting TEXT NOT NULL, became TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS became_of ON became (meeting);
"""


class UnknownFormatError(Exception):
    """The file was written by a later release."""


def connect(folder: Path) -> sqlite3.Connection:
    """A connection on which every statement is durable when it returns, unless BEGIN was said. Makes the tables.

    Raises UnknownFormatError for a file of a later release.
    """
    connection = sqlite3.connect(folder / FILE, timeout=10, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")  # a deleted name must not stay readable in the file
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > FORMAT:
        connection.close()
        raise UnknownFormatError(
            f"De gegevens in {folder} zijn van een nieuwere versie van DNa Lab. Werk eerst DNa Lab bij."
        )
    if found < FORMAT:
        connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")
    return connection
