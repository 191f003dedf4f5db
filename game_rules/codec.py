"""Records and commands as bytes: commands strictly, stored events leniently and upgraded from older releases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from .vocabulary.casus import Content
from .vocabulary.commands import COMMANDS, AnyCommand
from .vocabulary.events import Record
from .vocabulary.reasons import refuse

Raw = dict[str, Any]
Upcaster = Callable[[Raw], Raw]

RELEASE = 3
UPCASTERS: dict[int, Upcaster] = {1: lambda raw: raw, 2: lambda raw: raw}
"""From which release to the next: small functions on the raw record. Releases 2 and 3 only added events and defaults."""


class _Release(msgspec.Struct, frozen=True):
    """Which release wrote a record: the first field that is looked at."""

    release: int = RELEASE


# Made here and not at first use: msgspec learns a type once, and two threads that make it learn the same one at the same
# moment crash the process.
_ENCODER = msgspec.json.Encoder()
_RELEASES = msgspec.json.Decoder(_Release)
_RECORDS = msgspec.json.Decoder(Record)
_COMMANDS = msgspec.json.Decoder(AnyCommand)
_CONTENTS = msgspec.json.Decoder(Content)
_TAGS = {cls.__struct_config__.tag for cls in COMMANDS}


def encode_record(record: Record) -> bytes:
    """The record as JSON with the release that wrote it."""
    raw = msgspec.to_builtins(record)
    return _ENCODER.encode({"release": RELEASE, **raw})


def decode_record(data: bytes) -> Record:
    """The record, whatever release wrote it. Raises msgspec.DecodeError when it is no record at all."""
    if _RELEASES.decode(data).release == RELEASE:
        return _RECORDS.decode(data)
    raw: Raw = msgspec.json.decode(data)
    for release in range(raw.pop("release", RELEASE), RELEASE):
        raw = UPCASTERS[release](raw)
    return msgspec.convert(raw, Record)


def decode_command(data: bytes | Raw) -> AnyCommand:
    """The command. Raises RuleError `unknown_command` or `malformed` (details: where and what).

    What cannot be written again (half a character) is malformed too: it could not be stored.
    """
    try:
        raw = msgspec.json.decode(data) if isinstance(data, bytes) else data
        if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
            raise refuse("malformed", where="type")
        if raw["type"] not in _TAGS:
            raise refuse("unknown_command", type=raw["type"][:64])
        command: AnyCommand = msgspec.convert(raw, AnyCommand)
        _ENCODER.encode(command)
        return command
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise refuse("malformed", where=str(error)[:200]) from None


def decode_content(data: bytes) -> Content:
    """A casus with everything it leans on, as it was stored. Raises msgspec.DecodeError when it is no such thing."""
    return _CONTENTS.decode(data)
