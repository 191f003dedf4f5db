"""Wishes of the debrief: pulse, silent note, the chain to guess, judging, importance, tweede kans, handvat, reveal."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .command_base import Command, Id, Score5


class GivePulse(Command):
    """After rounds that ask for it: I could fill my role, I knew in time what I had to, my input mattered (1-5)."""

    role: Score5
    knew: Score5
    mattered: Score5


class WriteSilentNote(Command):
    """The silent note, before any figure is shown."""

    text: Annotated[str, Meta(min_length=1, max_length=600)]


class ChooseConsequences(Command):
    """The facilitator chooses exactly three consequences to judge."""

    consequences: Annotated[tuple[Id, ...], Meta(min_length=3, max_length=3)]


class JudgeConsequence(Command):
    """Wanted (5) or not (1), from the role and as a person."""

    consequence: Id
    as_role: Score5
    as_person: Score5
    reason: Annotated[str, Meta(max_length=300)] = ""


class WriteHandvat(Command):
    """One intention to take home: Maandag vraag ik `whom` om `what`, vóór `before`. `moment`: the version it belongs to."""

    whom: Annotated[str, Meta(min_length=1, max_length=80)]
    what: Annotated[str, Meta(min_length=1, max_length=200)]
    before: Annotated[str, Meta(min_length=1, max_length=60)]
    moment: Annotated[int, Meta(ge=0)] = 0


class Reveal(Command):
    """In the debrief the facilitator opens everything. Once, final."""
