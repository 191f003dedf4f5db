"""Wishes of the lab: choose a werkwijze and carry it out, and let a copy of a game differ in one thing."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from .command_base import Command, Id, Ids, Reason, Text

RecommendationAnswer = Literal["taken", "partly", "rejected"]


class ChooseWerkwijze(Command):
    """Before the first round the facilitator chooses a werkwijze for this table. One at a time; a new one replaces it."""

    werkwijze: Id


class DropWerkwijze(Command):
    """Before the first round: none after all."""

    werkwijze: Id


class ReachMilestone(Command):
    """It happened. text: the sentence that the milestone asks for."""

    werkwijze: Id
    milestone: Id
    text: Text = ""


class AnswerRecommendation(Command):
    """What is done with one recommendation, and why."""

    werkwijze: Id
    milestone: Id
    recommendation: Id
    answer: RecommendationAnswer
    reason: Reason


class StopWerkwijze(Command):
    """It is stopped halfway: what it held back is free, and it counts as done badly."""

    werkwijze: Id
    reason: Reason


class Differ(Command):
    """In a fork that has not gone on yet: the one thing that differs from its parent. Exactly one kind at a time.

    decision: `option` of this decision, which must be open. card: told to these seats. werkwijze: this one from the start,
    or with the option `zonder` the one that was chosen is left out. former: the option or werkwijze of the parent.
    """

    kind: Literal["decision", "card", "werkwijze"]
    id: Id
    option: Annotated[str, Meta(max_length=64)] = ""
    to: Ids = ()
    former: Annotated[str, Meta(max_length=64)] = ""


class ConfirmCause(Command):
    """*Klopt dit met uw praktijk?* for one consequence and its causes, by a participant."""

    consequence: Id
    answer: Literal["yes", "partly", "no"]
    note: Annotated[str, Meta(max_length=300)] = ""
