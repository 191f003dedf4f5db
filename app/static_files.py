"""The files that browsers load, under a versioned address so that they may be kept for ever.

`/s/<build>/css/app.css`: build is a hash of all files together, so relative imports between scripts keep it. Packed
files (`.gz`) lie beside the vendor files and are sent to who can read them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from .config import ROOT

STATIC = ROOT / "static"
A_YEAR = 365 * 24 * 3600
PLAYED = {".css", ".js", ".mjs", ".svg", ".woff2", ".png", ".ico", ".txt", ".webmanifest"}


def attach(app: Flask, folder: Path = STATIC) -> str:
    """Serve the folder and give templates `asset(path)`. Call this before `SocketIO(app)`. Returns the build."""
    build = fingerprint(folder)
    prefix = f"s/{build}/"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix=prefix,
        max_age=A_YEAR,
        immutable_file_test=lambda path, url: True,
        allow_all_origins=False,
        add_headers_function=_headers,
    )
    app.jinja_env.globals["asset"] = _asset(folder, prefix)
    app.extensions["dnalab_build"] = build
    return build


def fingerprint(folder: Path) -> str:
    """Ten letters that change when any file, or the name of one, changes."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:10]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in PLAYED)


def _asset(folder: Path, prefix: str) -> Callable[[str], str]:
    """The template function: the address of a file in static/. Raises FileNotFoundError for one that is not there."""
    known = {path.relative_to(folder).as_posix() for path in _files(folder)}

    def asset(path: str) -> str:
        if path not in known:
            raise FileNotFoundError(f"static/{path} is not there. Is static/vendor set up (python -m tools.vendor)?")
        return f"/{prefix}{path}"

    return asset


def _headers(headers: dict[str, str], path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
