"""Wishes of the debrief: pulse, silent note, the chain to guess, judging, importance, tweede kans, handvat, reveal."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from .command_base import Command, Id, Score5

Practice = Literal["", "yes", "partly", "no"]
"""*Klopt dit met uw praktijk?* Empty: not answered."""


class GivePulse(Command):
    """After rounds that ask for it: I could fill my role, I knew in time what I had to, my input mattered (1-5)."""

    role: Score5
    knew: Score5
    mattered: Score5


class WriteSilentNote(Command):
    """The silent note, before any figure is shown."""

    text: Annotated[str, Meta(min_length=1, max_length=600)]


class Weigh(Command):
    """How important each indicator is from the role (1-5): before the first round, and again in the debrief."""

    moment: Literal["before", "after"]
    weights: Annotated[dict[Id, Score5], Meta(min_length=1, max_length=8)]


class GuessCause(Command):
    """What this participant thinks was behind the consequence of the chain: one of the offered causes."""

    answer: Id


class ChooseConsequences(Command):
    """The facilitator chooses the consequences to judge: three, or all when there are fewer."""

    consequences: Annotated[tuple[Id, ...], Meta(min_length=1, max_length=3)]


class JudgeConsequence(Command):
    """Wanted (5) or not (1), from the role and as a person."""

    consequence: Id
    as_role: Score5
    as_person: Score5
    reason: Annotated[str, Meta(max_length=300)] = ""
    practice: Practice = ""


class ChooseAgain(Command):
    """*Tweede kans*: the one decision that this participant would take otherwise, with the option and why."""

    decision: Id
    option: Id
    why: Annotated[str, Meta(max_length=300)] = ""


class WriteHandvat(Command):
    """One intention to take home: Maandag vraag ik `whom` om `what`, vóór `before`. `moment`: the version it belongs to."""

    whom: Annotated[str, Meta(min_length=1, max_length=80)]
    what: Annotated[str, Meta(min_length=1, max_length=200)]
    before: Annotated[str, Meta(min_length=1, max_length=60)]
    moment: Annotated[int, Meta(ge=0)] = 0


class Reveal(Command):
    """In the debrief the facilitator opens everything. Once, final."""
