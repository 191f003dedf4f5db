"""Addresses for other people: in full, as a QR picture."""

from __future__ import annotations

from urllib.parse import urlsplit

import segno
from flask import request
from markupsafe import Markup

from .here import lab


def absolute(path: str) -> str:
    """The address of a path as others in the room reach it."""
    return (lab().config.public_url or request.url_root.rstrip("/")) + path


def qr(address: str, label: str) -> Markup:
    """The address as a QR picture: inline SVG without inline style, so that it needs no exception in the CSP."""
    picture = segno.make(address, error="m", micro=False).svg_inline(
        omitsize=True, svgclass="qr__picture", lineclass=None, title=label, border=2
    )
    return Markup(picture)  # noqa: S704  segno escapes the title; the rest are numbers


def only_here() -> bool:
    """Whether the address that we hand out works on this computer alone."""
    return urlsplit(absolute("/")).hostname in ("127.0.0.1", "localhost", "::1")
