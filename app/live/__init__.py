"""The live path: what comes in over a socket, and who is told what after each change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from ..lab import Lab
from ..terms import glossary_in
from .fanout import Fanout
from .namespace import LiveNamespace
from .renderers import tools
from .wire import SOCKET_LIMIT

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]

SOCKET_OPTIONS: dict[str, Any] = {
    "max_http_buffer_size": SOCKET_LIMIT,
    "ping_interval": 10,
    "ping_timeout": 10,
    "manage_session": False,
    "always_connect": False,
    "transports": ["websocket", "polling"],
}
"""For `SocketIO(app, async_mode=…, **SOCKET_OPTIONS)`. Origins: only our own (the default)."""


def attach(socketio: SocketIO, lab: Lab, app: Flask) -> Fanout:
    """Serve the sockets of this lab. Returns what tells everybody, for tests and measurements."""
    tools.install(app.jinja_env, glossary_in(lab.config.cases))
    app.wsgi_app = without_compression(app.wsgi_app)  # type: ignore[method-assign, assignment]
    fanout = Fanout(socketio, lab, app.jinja_env, app.extensions.get("dnalab_build", ""))
    app.extensions["dnalab_live"] = fanout
    socketio.on_namespace(LiveNamespace("/", lab, fanout))
    return fanout


def without_compression(serve: Wsgi) -> Wsgi:
    """The same application, in which no WebSocket is compressed.

    Compression would keep some hundreds of kB for each socket, and let a small message grow without a limit.
    """

    def served(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return serve(environ, start_response)

    return served
