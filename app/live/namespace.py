"""What comes in over a socket. Who sends it is known from the cookie or token that the socket was opened with."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from flask import request
from flask_socketio import ConnectionRefusedError, Namespace

from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.errors import RuleError

from .. import access
from ..lab import Lab
from ..service import games, meetings
from ..service.errors import Forbidden, ServiceError
from .fanout import Fanout
from .pace import Pace
from .wire import INTERNAL, Order, done, order_in, refused, status_in, unwatch_in, watch_in

log = logging.getLogger(__name__)

Answer = dict[str, object]
EVENTS = ("watch", "unwatch", "command", "presence")
UNKNOWN = "Deze server kent dit bericht niet. Ververs de pagina."


class LiveNamespace(Namespace):
    """The events watch, unwatch, command and presence. Each is answered: `{ok: true, …}` or `{ok: false, error}`."""

    def __init__(self, path: str, lab: Lab, fanout: Fanout) -> None:
        super().__init__(path)
        self._lab = lab
        self._fanout = fanout
        self._tokens: dict[str, tuple[str, ...]] = {}
        self._pace = Pace(lab.clock)

    def trigger_event(self, event: str, *arguments: Any) -> Any:
        """Answer an event that does not exist too, so that no sender waits for ever."""
        if event in EVENTS or self._from_the_server(event, arguments):
            return super().trigger_event(event, *arguments)
        return refused(ServiceError("unknown_event", UNKNOWN, 400))

    def _from_the_server(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """A client may send an event with the name of one that only the server itself makes."""
        server = self.socketio.server
        if event == "connect":
            return len(arguments) > 1 and arguments[1] is server.get_environ(arguments[0], self.namespace)
        return event == "disconnect" and not server.manager.is_connected(arguments[0], self.namespace)

    def on_connect(self, auth: object = None) -> None:
        """Refused, with the reason, when the cookie or token opens nothing."""
        tokens = access.tokens_of(request, auth)
        if not access.identities(self._lab, tokens):
            problem = access.refused(self._lab, tokens)
            raise ConnectionRefusedError(problem.message, {"code": problem.code})
        self._tokens[_socket()] = tokens

    def on_disconnect(self, reason: object = None) -> None:
        """The socket is gone."""
        self._fanout.drop(_socket())
        self._pace.forget(_socket())
        self._tokens.pop(_socket(), None)

    def on_watch(self, payload: object = None, *rest: object) -> Answer:
        """Answered with what this audience may see; from then on `patch` messages follow."""
        return self._answer(lambda: done(**self._fanout.watch(_socket(), self._who(), watch_in(payload))))

    def on_unwatch(self, payload: object = None, *rest: object) -> Answer:
        """No `patch` messages of this game or meeting any more."""

        def stop() -> Answer:
            self._fanout.unwatch(_socket(), unwatch_in(payload))
            return done()

        return self._answer(stop)

    def on_command(self, payload: object = None, *rest: object) -> Answer:
        """Answered when it is durable, or refused."""
        return self._answer(lambda: self._submit(order_in(payload)))

    def on_presence(self, payload: object = None, *rest: object) -> Answer:
        """Somebody is away, back, or typing."""

        def mark() -> Answer:
            status = status_in(payload)
            self._lab.presence.mark(_socket(), status.game, status.status)
            return done()

        return self._answer(mark)

    def _submit(self, order: Order) -> Answer:
        if order.stream.startswith("m-"):
            actor = meeting_actor(self._lab, self._who(), order.stream)
            return done(version=meetings.submit(self._lab, order.stream, actor, order.command, order.id).version)
        state = games.state(self._lab, order.stream)
        actor = access.act(self._lab, self._who(), state, order.as_)
        return done(version=games.submit(self._lab, order.stream, actor, order.command, order.id).version)

    def _who(self) -> tuple[str, ...]:
        return self._tokens.get(_socket(), ())

    def _answer(self, work: Callable[[], Answer]) -> Answer:
        """What `work` answers; a refusal as data; never a traceback."""
        try:
            self._pace.check(_socket())
            return work()
        except (RuleError, ServiceError) as error:
            return refused(error)
        except Exception:
            log.exception("a message could not be handled")
            return refused(ServiceError("internal", INTERNAL, 500))


def meeting_actor(lab: Lab, tokens: tuple[str, ...], meeting: str) -> Actor:
    """Who acts in a meeting. Raises ServiceError 401 or 403: only a facilitator or a participant does."""
    here = access.identity(lab, tokens, meeting, ("facilitator", "participant", "helper", "observer", "screen"))
    if here.kind not in ("facilitator", "participant"):
        raise Forbidden("read_only", "Hier kun je alleen kijken.")
    kind = "facilitator" if here.kind == "facilitator" else "player"
    return Actor(kind=kind, participant=here.participant)  # type: ignore[arg-type]


def _socket() -> str:
    sid: str = request.sid  # type: ignore[attr-defined]
    return sid
