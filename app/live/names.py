"""The names of participants, for templates. A name is never in a View."""

from __future__ import annotations

import time
from collections.abc import Callable

from ..lab import Lab
from ..names import unnamed

FRESH = 5.0
"""Seconds that a name is remembered: rendering a screen asks for the same names many times."""


def name_in(lab: Lab) -> Callable[[str], str]:
    """The template function `name_of(participant)`: the name, or what to call somebody whose name was deleted."""

    def name_of(participant: str) -> str:
        return (lab.beside.name(participant) if participant else None) or unnamed(participant)

    return name_of


class Names:
    """The same, remembering for a few seconds; `forget` when somebody may have another name."""

    def __init__(self, look_up: Callable[[str], str]) -> None:
        self._look_up = look_up
        self._known: dict[str, tuple[float, str]] = {}

    def __call__(self, participant: str) -> str:
        now = time.monotonic()
        until, name = self._known.get(participant, (0.0, ""))
        if now > until:
            name = self._look_up(participant)
            self._known[participant] = (now + FRESH, name)
        return name

    def forget(self) -> None:
        """Look everybody up again."""
        self._known.clear()
