"""One View per audience: what everybody who looks with these eyes was told last, and the step to what holds now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from game_rules.meeting_views import project_meeting
from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.meeting import MeetingState
from game_rules.vocabulary.state import GameState

from ..ports import Identity
from .renderers.layout import screen_of

MEETING_PAGES = {"overview": "tables", "plenary": "hall"}
"""The screens of a meeting on which its games are shown too: by the kind of audience that they watch the games as."""


class Look(Protocol):
    """A way of looking at a stream."""

    @property
    def key(self) -> str:
        """The audience key: who looks with the same key sees the same."""

    @property
    def screen(self) -> str:
        """The name of the screen in `layout.SCREENS`."""

    def see(self, state: Any, before: Any) -> Any:
        """The View at this state, and what may be kept for the next (`before` is what this returned last)."""


@dataclass(frozen=True, slots=True)
class GameLook:
    """An audience looks at a game."""

    audience: Audience

    @property
    def key(self) -> str:
        """The key of the audience."""
        return self.audience.key

    @property
    def screen(self) -> str:
        """`player` for a seat, else the kind of the audience."""
        return screen_of(self.audience.kind)

    def see(self, state: GameState, before: Any) -> Any:
        """The View of this audience."""
        return project(state, self.audience, before)


@dataclass(frozen=True, slots=True)
class MeetingLook:
    """Somebody looks at a meeting. `page`: as one of MEETING_PAGES instead of as the person one is."""

    identity: Identity
    page: str = ""

    @property
    def key(self) -> str:
        """The kind of person, and who."""
        return f"{self.page or self.identity.kind}:{self.identity.participant}".rstrip(":")

    @property
    def screen(self) -> str:
        """One page for everybody in the meeting, and those where all tables are seen."""
        return MEETING_PAGES.get(self.page, "meeting")

    def see(self, state: MeetingState, before: Any) -> Any:
        """The View of this person, kept when nothing in it changed. In the hall everybody reads along."""
        kind = "screen" if self.page == "plenary" else self.identity.kind
        view = project_meeting(state, kind, self.identity.participant)
        return before if before is not None and before.view == view else Seen(view)


@dataclass(frozen=True, slots=True)
class Seen:
    """A View of a meeting, in the same wrapping as a projected View of a game."""

    view: Any


@dataclass(slots=True)
class Channel:
    """The View last sent to one audience. `looked`: up to which version nothing else was to be sent."""

    look: Look
    seen: Any
    version: int
    looked: int
    sockets: dict[str, set[str]] = field(default_factory=dict)

    @property
    def view(self) -> Any:
        """The View last sent."""
        return self.seen.view

    @property
    def formats(self) -> set[str]:
        """The formats that somebody here wants."""
        return {form for forms in self.sockets.values() for form in forms}


@dataclass(frozen=True, slots=True)
class Step:
    """The step of a channel from the View `before` (None: from whatever is shown) to its present one."""

    channel: Channel
    start: int
    before: Any


def open_channel(look: Look, state: Any) -> Channel:
    """A channel at the present."""
    return Channel(look, look.see(state, None), state.version, state.version)


def advance(channel: Channel, state: Any) -> Step | None:
    """Bring the channel to this state. Returns the step to send; None when this audience sees no difference."""
    if state.version <= channel.looked:
        return None
    before, start = channel.view, channel.version
    channel.seen = channel.look.see(state, channel.seen)
    channel.looked = state.version
    if channel.view is before or channel.view == before:
        return None
    channel.version = state.version
    return Step(channel, start, before)
