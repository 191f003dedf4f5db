"""Facts of talking: what was said, asked and answered."""

from __future__ import annotations

from .casus import Answer
from .commands import TakesUp
from .event_base import Event, Ids


class SpokenWith(Event):
    seat: str
    seats: Ids


class NoteSent(Event):
    note: str
    by: str
    to: str
    text: str


class QuestionAsked(Event):
    question: str
    by: str
    to: str
    text: str
    offer: str = ""


class QuestionAnswered(Event):
    question: str
    answer: Answer


class Said(Event):
    """A message in a channel (see `commands.Say`)."""

    message: str
    channel: str
    by: str
    text: str


class SpokenUp(Event):
    """Somebody spoke at a hearing: everybody heard it."""

    speech: str
    hearing: str
    by: str
    text: str


class SpeechAnswered(Event):
    """A member of the organ said what it does with it."""

    speech: str
    seat: str
    takes_up: TakesUp
    reason: str


class HearingClosed(Event):
    """The round of a hearing is over. `silent`: the members who never answered; `spoken`: whether anybody spoke at all."""

    hearing: str
    silent: Ids = ()
    spoken: bool = True
