"""Where the sockets of one game or meeting meet: who looks with whose eyes. Bookkeeping only; nothing is sent here."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from ..ports import Identity
from .channel import Channel, Look, open_channel
from .renderers.html import HtmlRenderer


@dataclass(frozen=True, slots=True)
class Subscription:
    """One socket that watches as one audience. `stamp`: what in the meeting decides whether it still may."""

    socket: str
    wanted: str
    form: str
    identity: Identity
    tokens: tuple[str, ...]
    stamp: object
    key: str

    @property
    def id(self) -> tuple[str, str, str]:
        """A socket watches a stream once per wanted audience and format."""
        return self.socket, self.wanted, self.form


@dataclass(slots=True)
class Room:
    """One stream. Hold `lock` while using it: then a watch is answered with exactly what was sent last."""

    stream: str
    renderer: HtmlRenderer
    lock: threading.RLock = field(default_factory=threading.RLock)
    channels: dict[str, Channel] = field(default_factory=dict)
    subscriptions: dict[tuple[str, str, str], Subscription] = field(default_factory=dict)
    here: dict[str, str] = field(default_factory=dict)

    def address(self, key: str, form: str) -> str:
        """The Socket.IO room of those who get the same messages."""
        return f"{self.stream}|{key}|{form}"

    @property
    def meeting(self) -> str:
        """The meeting of who is here; empty when nobody is."""
        return next((one.identity.meeting for one in self.subscriptions.values()), "")

    def add(self, subscription: Subscription, look: Look, state: Any) -> Channel:
        """Let a socket look. The channel of its audience is opened when it is the first."""
        channel = self.channels.get(look.key) or open_channel(look, state)
        self.channels[look.key] = channel
        self.subscriptions[subscription.id] = subscription
        channel.sockets.setdefault(subscription.socket, set()).add(subscription.form)
        return channel

    def remove(self, subscription: Subscription) -> bool:
        """This subscription ends. Returns whether its socket gets nothing more in this format for this audience."""
        self.subscriptions.pop(subscription.id, None)
        same = [other for other in self.of(subscription.socket) if other.key == subscription.key]
        forms = {other.form for other in same}
        self._keep(subscription.key, subscription.socket, forms)
        return subscription.form not in forms

    def _keep(self, key: str, socket: str, forms: set[str]) -> None:
        channel = self.channels[key]
        if forms:
            channel.sockets[socket] = forms
        else:
            channel.sockets.pop(socket, None)
        if not channel.sockets:
            del self.channels[key]

    def of(self, socket: str) -> list[Subscription]:
        """What this socket watches here."""
        return [one for one in self.subscriptions.values() if one.socket == socket]


def named(stream: str) -> dict[str, str]:
    """How a message says which stream it is about."""
    return {"game" if stream.startswith("g-") else "meeting": stream}
