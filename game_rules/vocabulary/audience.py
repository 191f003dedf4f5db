"""Who acts and who looks. Names of people never appear here: a participant is an id, the name lives beside the log."""

from __future__ import annotations

from typing import Literal

from .base import Fact

AudienceKind = Literal[
    "seat", "waiting", "facilitator", "mirror", "overview", "helper", "screen", "plenary", "observer"
]


class Audience(Fact):
    """One way of looking at a game.

    seat         seat n with participant p (a shadow too: it reads, the holder acts)
    waiting      participant p without a seat
    facilitator  facilitator p
    mirror       the facilitator looks at seat n; read-only
    overview     the facilitator looks at this table beside others
    helper       a tafelhulp at this table
    screen       the projector
    plenary      the projector of the hall, which shows this table beside others
    observer     somebody who only watches
    """

    kind: AudienceKind
    seat: str = ""
    participant: str = ""

    @property
    def key(self) -> str:
        """One word that names this audience, for example `seat:griffier:p7`."""
        return ":".join((self.kind, self.seat, self.participant)).rstrip(":")


class Actor(Fact):
    """Who does something: a participant (with a seat or without), a facilitator, a helper, an observer, the computer or the clock."""

    kind: Literal["player", "facilitator", "helper", "observer", "computer", "clock"]
    participant: str = ""
    seat: str = ""
