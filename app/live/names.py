"""The names of participants, for templates. A name is never in a View."""

from __future__ import annotations

from collections.abc import Callable

from ..lab import Lab
from ..names import unnamed


def name_in(lab: Lab) -> Callable[[str], str]:
    """The template function `name_of(participant)`: the name, or what to call somebody whose name was deleted."""

    def name_of(participant: str) -> str:
        return (lab.beside.name(participant) if participant else None) or unnamed(participant)

    return name_of
