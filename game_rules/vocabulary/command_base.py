"""What every wish is made of: the base class, and the fields that many wishes share."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .base import Word, snake

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Short = Annotated[str, Meta(max_length=140)]
Text = Annotated[str, Meta(max_length=600)]
Reason = Annotated[str, Meta(min_length=1, max_length=300)]
Score5 = Annotated[int, Meta(ge=1, le=5)]
Ids = Annotated[tuple[Id, ...], Meta(max_length=40)]


class Command(Word, tag_field="type", tag=snake):
    """The base of every wish."""
