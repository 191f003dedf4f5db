"""Chooses every adapter and puts the server together. Nothing is built at import."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Flask
from flask_socketio import SocketIO

from . import api, live, pages, security, static_files
from .assembly import Offload, adapters_on, build_lab, one_thread
from .bots.house import House
from .config import ROOT, Config, ConfigError
from .lab import Lab
from .report.press import Press
from .simulation.pool import Pool
from .storage.folder import DataFolder


@dataclass(frozen=True, slots=True)
class Server:
    """A whole server that does not listen yet; `folder` is held until it is released."""

    app: Flask
    socketio: SocketIO
    lab: Lab
    folder: DataFolder
    house: House


def create_app(config: Config, offload: Offload | None = None) -> Server:
    """A server on the data folder of `config`. `offload` runs storage work outside the event loop (default: a thread).

    Raises DataFolderInUseError, ConfigError.
    """
    if config.redis_url:
        raise ConfigError("Deze versie bewaart alles in de datamap. Haal DNALAB_REDIS_URL weg en start opnieuw.")
    folder = DataFolder(config.data)
    config = replace(config, secret_key=config.secret_key or folder.secret())
    app = Flask("app", root_path=str(ROOT), static_folder=None, template_folder="templates")
    app.secret_key = config.secret_key
    static_files.attach(app, config.data / "static")  # wraps the application, so before the sockets wrap it
    socketio = SocketIO(app, async_mode=config.async_mode, **live.SOCKET_OPTIONS)
    lab = build_lab(config, adapters_on(config, socketio.start_background_task, offload or one_thread()))
    app.extensions["lab"] = lab
    app.extensions["press"] = Press(socketio.sleep)
    app.extensions["pool"] = Pool(socketio.sleep)
    security.protect(app, lab)
    pages.attach(app, lab)
    api.attach(app, lab)
    live.attach(socketio, lab, app)
    return Server(app, socketio, lab, folder, House(lab, socketio.sleep))
