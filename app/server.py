"""The only file that names the async library. One setting (DNALAB_ASYNC_MODE) replaces it.

Everything else uses Flask-SocketIO's own primitives, or `threading`, which the library replaces by green threads.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .factory import Server

Offload = Callable[[Callable[[], Any]], Any]

MOST_CONNECTIONS = 20_000  # eventlet.wsgi lets the 1,025th client hang otherwise
BACKLOG = 4096  # with 50, a room full of people that comes in at once waits for SYN retransmissions
YOUNG_OBJECTS = 50_000  # collecting garbage more often stops everybody for tens of milliseconds


def patch(mode: str) -> None:
    """Make the standard library green. Must come before anything that uses threads or sockets is imported."""
    if mode == "eventlet":
        os.environ.setdefault("EVENTLET_NO_GREENDNS", "yes")  # we look nothing up, and it takes long to import
        import warnings

        warnings.filterwarnings("ignore", message="\\s*Eventlet is deprecated")
        import eventlet

        eventlet.monkey_patch()
    elif mode == "gevent":
        from gevent import monkey

        monkey.patch_all()


def offload(mode: str) -> Offload | None:
    """Runs work in one real thread while the green threads go on; None: a plain thread will do."""
    if mode == "eventlet":
        from eventlet import tpool

        tpool.set_num_threads(1)  # one piece after the other: see app.storage.sqlite
        tpool.QUIET = True  # what goes wrong is logged by who asked for it
        return partial(tpool.execute)
    if mode == "gevent":
        from gevent.threadpool import ThreadPool

        pool = ThreadPool(1)
        return partial(pool.apply)
    return None


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; who connects now is served as soon as `serve` runs. Raises OSError (port taken, no host)."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Without it, a small message to a silent client waits up to 40 ms. Accepted sockets inherit it on Linux.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def serve(server: Server, listener: socket.socket, stop: Callable[[], None]) -> None:
    """Serve until SIGTERM or Ctrl+C; then call `stop` and end the process."""
    _stop_on_signals(server, stop)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS, 20, 100)
    _SERVE[server.lab.config.async_mode](server, listener)


def _stop_on_signals(server: Server, stop: Callable[[], None]) -> None:
    def end() -> None:
        try:
            stop()
        finally:
            os._exit(0)  # open sockets would be waited for; everything that was acknowledged is on disk

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: server.socketio.start_background_task(end))


def _serve_eventlet(server: Server, listener: socket.socket) -> None:
    import eventlet.wsgi

    eventlet.wsgi.server(
        listener, server.app, max_size=MOST_CONNECTIONS, debug=False, log=logging.getLogger("wsgi"), log_output=False
    )


def _serve_gevent(server: Server, listener: socket.socket) -> None:
    from gevent.pywsgi import WSGIServer

    WSGIServer(listener, server.app, log=None).serve_forever()


def _serve_threads(server: Server, listener: socket.socket) -> None:
    from werkzeug.serving import make_server

    host, port = listener.getsockname()[:2]
    make_server(host, port, server.app, threaded=True, fd=listener.fileno()).serve_forever()


_SERVE = {"eventlet": _serve_eventlet, "gevent": _serve_gevent, "threading": _serve_threads}
