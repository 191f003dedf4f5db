"""The one way in which words of the game are declared: frozen, keyword-only, strict."""

from functools import cache
from typing import dataclass_transform

from msgspec import Struct


@cache
def snake(name: str) -> str:
    """`CastVote` as `cast_vote`: the tag by which commands and events are known outside."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Word(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of the game. Unknown fields are refused, defaults are left out of the encoding."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value that was stored once. Unknown fields of a later release are skipped, so old code reads new logs."""
