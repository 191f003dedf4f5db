"""The files that browsers load, under a versioned address so that they may be kept for ever.

`/s/<build>/css/app.css`: build is a hash of all files together, so relative imports between scripts keep it.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from .config import ROOT

STATIC = ROOT / "static"
PACKED = {".css", ".js", ".svg", ".txt"}
SERVED = PACKED | {".woff2", ".png", ".ico", ".webmanifest"}


def attach(app: Flask, copies: Path, folder: Path = STATIC) -> str:
    """Serve the folder and give templates `asset(path)`. Call this before `SocketIO(app)`. Returns the build.

    What is served is a packed copy, kept below `copies`: an update of the folder while people play changes nothing for
    them before the server starts again.
    """
    build = fingerprint(folder)
    prefix = f"s/{build}/"
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(_copy(folder, copies / build)),
        prefix=prefix,
        immutable_file_test=lambda path, url: True,
        allow_all_origins=False,
        add_headers_function=_headers,
    )
    app.jinja_env.globals["asset"] = _asset(folder, prefix)
    app.extensions["dnalab_build"] = build
    return build


def _copy(folder: Path, target: Path) -> Path:
    """A whole copy, or none: it is made beside its place and then moved there. Copies of other builds go."""
    if not target.is_dir():
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        for path in _files(folder):
            _pack(path, fresh / path.relative_to(folder))
        with contextlib.suppress(OSError):  # another process was quicker
            fresh.rename(target)
    for other in target.parent.iterdir():
        if other != target:
            shutil.rmtree(other, ignore_errors=True)
    return target


def _pack(path: Path, target: Path) -> None:
    """The file and, beside it, the same packed; set-up packs what it brings in."""
    content = path.read_bytes()
    packed = path.with_name(path.name + ".gz")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    if packed.exists():
        shutil.copyfile(packed, target.with_name(packed.name))
    elif path.suffix in PACKED:
        target.with_name(packed.name).write_bytes(gzip.compress(content, mtime=0))


def fingerprint(folder: Path) -> str:
    """Ten letters that change when any file, or the name of one, changes."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:10]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in SERVED)


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
