"""The only place that sends. After each commit every audience that is watched gets what changed for it, once.

Messages: `patch` (from one version to the next), `again` (watch again: you look with other eyes now), `gone` (you may
not watch this any more) and `presence` (who is there).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from flask_socketio import SocketIO
from jinja2 import Environment

from .. import access
from ..lab import Lab
from ..ports import Identity
from ..service import meetings, streams
from .channel import MEETING_PAGES, Channel, GameLook, Look, MeetingLook, Step, advance
from .leaving import Leaving, by_game, by_meeting, stamp_of
from .names import Names, name_in
from .renderers.html import HtmlRenderer
from .renderers.json import merge_patch, plain
from .renderers.layout import SCREENS
from .room import Room, Subscription, named
from .wire import Watch

log = logging.getLogger(__name__)

PRESENCE_PAUSE = 0.2
"""Seconds in which comings and goings are gathered into one message."""


class Fanout:
    """One per process. Its methods may be called from any green thread."""

    def __init__(self, socketio: SocketIO, lab: Lab, environment: Environment, build: str = "") -> None:
        """`build` names the scripts and styles that belong to the templates in `environment`."""
        self._socketio = socketio
        self._lab = lab
        self._environment = environment
        self._build = build
        self._names = Names(name_in(lab))
        self._heard: dict[str, int] = {}
        self._renamed: set[str] = set()
        self._moving: set[str] = set()
        self._rooms: dict[str, Room] = {}
        self._due: dict[str, bool] = {}
        self._gate = threading.Lock()
        lab.announcer.watch_all(self._announced)
        lab.presence.watch(self._presence_changed)

    # --- who watches -------------------------------------------------------------------------------------------------

    def watch(self, socket: str, tokens: tuple[str, ...], wish: Watch) -> dict[str, Any]:
        """Let this socket watch, and return the answer: what it may see now. Raises ServiceError 401, 403 or 404."""
        self._look(tokens, streams.state(self._lab, wish.stream), wish)
        with self._entered(wish.stream) as room:
            same = (socket, wish.audience, wish.format)
            self._forget(room, [one for one in room.of(socket) if one.id == same])
            state = streams.state(self._lab, wish.stream)
            identity, look = self._look(tokens, state, wish)
            self._advance(room, state)
            stamp = stamp_of(identity, meetings.state(self._lab, identity.meeting))
            subscription = Subscription(socket, wish.audience, wish.format, identity, tokens, stamp, look.key)
            channel = room.add(subscription, look, state)
            self._enter(socket, room.address(look.key, wish.format))
            self._enter(socket, room.stream)
            answer = self._present(room, channel, wish)
        if wish.game and identity.kind == "participant":
            self._lab.presence.connect(socket, wish.stream, identity.participant)
        return answer

    @contextmanager
    def _entered(self, stream: str) -> Iterator[Room]:
        """The room of a stream, locked. One that was closed meanwhile is not used any more."""
        while True:
            room = self._rooms.setdefault(stream, Room(stream, self.renderer(stream)))
            with room.lock:
                if self._rooms.get(stream) is room:
                    yield room
                    return

    def unwatch(self, socket: str, stream: str) -> None:
        """This socket no longer watches this game or meeting."""
        room = self._rooms.get(stream)
        if room is not None:
            with room.lock:
                self._forget(room, room.of(socket))
                self._close_empty(room)

    def drop(self, socket: str) -> None:
        """This socket is gone."""
        self._lab.presence.disconnect(socket)
        for room in list(self._rooms.values()):
            with room.lock:
                self._forget(room, room.of(socket))
                self._close_empty(room)

    def renderer(self, stream: str = "") -> HtmlRenderer:
        """What renders this game, with what it rendered before while somebody watches."""
        room = self._rooms.get(stream)
        return room.renderer if room else HtmlRenderer(self._environment, self._names)

    def _look(self, tokens: tuple[str, ...], state: Any, wish: Watch) -> tuple[Identity, Look]:
        if wish.game:
            identity, audience = access.enter(self._lab, tokens, state, wish.audience)
            return identity, GameLook(audience)
        kinds = access.KINDS_FOR.get(wish.audience, access.KINDS_FOR[""])
        identity = access.identity(self._lab, tokens, wish.meeting, kinds)
        return identity, MeetingLook(identity, wish.audience if wish.audience in MEETING_PAGES else "")

    def _present(self, room: Room, channel: Channel, wish: Watch) -> dict[str, Any]:
        """The View last sent, unless the one who asks has it."""
        answer: dict[str, Any] = {
            "version": channel.version,
            "audience": channel.look.key,
            "screen": channel.look.screen,
            "now": self._lab.clock.now(),
            "here": dict(room.here),
        }
        if wish.format == "html":
            answer["build"] = self._build
        if wish.of in ("", channel.look.key) and channel.version <= wish.have <= channel.looked:
            return answer
        if wish.format == "json":
            return answer | {"view": plain(channel.view)}
        return answer | {"ops": room.renderer.fill(SCREENS[channel.look.screen], channel.view)}

    # --- what changed ------------------------------------------------------------------------------------------------

    def _announced(self, stream: str, version: int) -> None:
        """Quick: the work is done in a task of its own, once for all announcements that come meanwhile."""
        if stream not in self._rooms and not stream.startswith("m-"):
            return
        if stream.startswith("m-"):
            self._names.forget()
            if self._heard.get(stream) == version:
                self._renamed.add(stream)
            self._heard[stream] = version
        with self._gate:
            running = stream in self._due
            self._due[stream] = True
        if not running:
            self._socketio.start_background_task(self._catch_up, stream)

    def _catch_up(self, stream: str) -> None:
        while self._more(stream):
            try:
                self.refresh(stream)
            except Exception:  # the next announcement must still be heard
                log.exception("what changed in %s could not be told", stream)

    def _more(self, stream: str) -> bool:
        """Whether something was announced since this was asked last; else the task for this stream ends."""
        with self._gate:
            if not self._due.get(stream):
                self._due.pop(stream, None)
                return False
            self._due[stream] = False
            return True

    def refresh(self, stream: str) -> None:
        """Send everybody what changed since the last time."""
        room = self._rooms.get(stream)
        if room is not None:
            with room.lock:
                self._refresh(room)
        if stream.startswith("m-"):
            self._check_people(stream)
        if stream in self._renamed:
            self._renamed.discard(stream)
            self._tell_names(stream)

    def _refresh(self, room: Room) -> None:
        state = streams.state(self._lab, room.stream)
        if room.stream.startswith("g-"):
            self._let_go(room, list(by_game(room, state)))
        self._advance(room, state)

    def _advance(self, room: Room, state: Any) -> None:
        """A screen that cannot be made must not keep the others from theirs; it will watch again."""
        for channel in list(room.channels.values()):
            try:
                step = advance(channel, state)
                if step is not None:
                    self._send(room, step)
            except Exception:
                log.exception("%s could not be shown to %s", room.stream, channel.look.key)

    def _send(self, room: Room, step: Step) -> None:
        for form in step.channel.formats:
            self._emit("patch", self._patch(room, step, form), room.address(step.channel.look.key, form))

    def _tell_names(self, meeting: str) -> None:
        """A name is in no View and changes no version: everything is shown anew where it stands."""
        for room in list(self._rooms.values()):
            with room.lock:
                for channel in room.channels.values():
                    if "html" in channel.formats and room.meeting == meeting:
                        same = Step(channel, channel.version, None)
                        self._emit("patch", self._patch(room, same, "html"), room.address(channel.look.key, "html"))

    def _patch(self, room: Room, step: Step, form: str) -> dict[str, Any]:
        channel = step.channel
        patch = {**named(room.stream), "audience": channel.look.key, "from": step.start, "version": channel.version}
        if form == "json":
            return patch | {"merge": merge_patch(step.before, channel.view)}
        screen = SCREENS[channel.look.screen]
        if step.before is None:
            return patch | {"ops": room.renderer.fill(screen, channel.view)}
        return patch | {"ops": room.renderer.changes(screen, step.before, channel.view)}

    # --- who may still watch -----------------------------------------------------------------------------------------

    def _check_people(self, meeting: str) -> None:
        state = meetings.state(self._lab, meeting)
        out: set[str] = set()
        for room in list(self._rooms.values()):
            with room.lock:
                leaving = list(by_meeting(room, state, lambda one, room=room: self._check(room, one)))  # type: ignore[misc]
                self._let_go(room, leaving)
                out |= {one.subscription.socket for one in leaving if one.out}
        for socket in out:
            self._socketio.server.disconnect(socket, namespace="/")

    def _check(self, room: Room, one: Subscription) -> None:
        """Raises ServiceError when the tokens of this subscription no longer open what it watches."""
        wish = Watch(**named(room.stream), audience=one.wanted)  # type: ignore[arg-type]
        self._look(one.tokens, streams.state(self._lab, room.stream), wish)

    def _let_go(self, room: Room, leaving: list[Leaving]) -> None:
        for one in leaving:
            self._emit(one.event, one.payload, one.subscription.socket)
        self._forget(room, [one.subscription for one in leaving])

    def _forget(self, room: Room, subscriptions: Iterable[Subscription]) -> None:
        for one in list(subscriptions):
            if room.remove(one):
                self._leave(one.socket, room.address(one.key, one.form))
            if not room.of(one.socket):
                self._leave(one.socket, room.stream)

    def _close_empty(self, room: Room) -> None:
        """Nothing is kept of a stream that nobody watches."""
        if not room.subscriptions:
            self._rooms.pop(room.stream, None)

    # --- who is there ------------------------------------------------------------------------------------------------

    def _presence_changed(self, stream: str) -> None:
        with self._gate:
            if stream not in self._rooms or stream in self._moving:
                return
            self._moving.add(stream)
        self._socketio.start_background_task(self._tell_presence, stream)

    def _tell_presence(self, stream: str) -> None:
        self._socketio.sleep(PRESENCE_PAUSE)
        with self._gate:
            self._moving.discard(stream)
        room = self._rooms.get(stream)
        if room is None:
            return
        with room.lock:
            before, room.here = room.here, dict(self._lab.presence.of(stream))
            everybody = {**before, **room.here}
            changed = {who: room.here.get(who, "") for who in everybody if before.get(who) != room.here.get(who)}
            if changed:
                self._emit("presence", {**named(stream), "here": changed}, stream)

    # --- the wire ----------------------------------------------------------------------------------------------------

    def _emit(self, event: str, payload: dict[str, Any], to: str) -> None:
        self._socketio.emit(event, payload, to=to, namespace="/")

    def _enter(self, socket: str, address: str) -> None:
        self._socketio.server.enter_room(socket, address, namespace="/")

    def _leave(self, socket: str, address: str) -> None:
        self._socketio.server.leave_room(socket, address, namespace="/")
