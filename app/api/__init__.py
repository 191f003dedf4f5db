"""HTTP for programs: JSON in, JSON out, errors as problem details (RFC 9457), all described in `openapi.json`."""

from __future__ import annotations

from flask import Flask

from ..lab import Lab
from ..security import csrf
from .routes import blueprint


def attach(app: Flask, lab: Lab) -> None:
    """Serve the API of this lab. It needs no form tokens: nothing is changed on the strength of a cookie."""
    csrf.exempt(blueprint)
    app.register_blueprint(blueprint)
