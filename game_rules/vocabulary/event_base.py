"""What every fact is made of."""

from __future__ import annotations

from .base import Fact, snake

Ids = tuple[str, ...]


class Event(Fact, tag_field="type", tag=snake):
    """The base of every fact."""
