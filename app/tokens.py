"""Secrets that a browser or program carries. The store only ever sees their keyed hash.

A session token says who somebody is on one device: `<stamp>-<issued>-<256 random bits>`. Stamp and moment are readable
but cannot be changed, because the hash covers them too. A link is signed, holds no secret of its own, and is worthless
as soon as its stamp is no longer the last one of its meeting.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import get_args

from itsdangerous import BadData, URLSafeSerializer

from game_rules.vocabulary.meeting import LinkKind

from .ports import Purpose

SESSION_LIFE = 30 * 24 * 3600 * 1000
"""How long a session stays valid, in milliseconds: an evening, its debrief, and time to look back."""

_SESSION = re.compile(r"([0-9]{1,6})-([0-9]{1,15})-[0-9a-f]{64}")
_LONGEST_LINK = 400


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a session token says about itself: the `stamp` of its owner then, and the moment it was given (wall ms)."""

    stamp: int
    issued: int


@dataclass(frozen=True, slots=True)
class Link:
    """What a link opens: a meeting for the facilitator, or one game for a projector or observer."""

    kind: LinkKind
    meeting: str
    stamp: int
    game: str = ""


def new_session_token(stamp: int, now: int) -> str:
    """A fresh session token of 256 random bits."""
    return f"{stamp}-{now}-{secrets.token_hex(32)}"


def stamped(token: str) -> Stamped | None:
    """What the token says about itself; None when it does not look like one of ours."""
    match = _SESSION.fullmatch(token)
    return Stamped(stamp=int(match[1]), issued=int(match[2])) if match else None


def hashed(secret: str, purpose: Purpose, text: str) -> str:
    """What is stored instead of a token or code: without the secret key nobody can try them out on a stolen file."""
    return hmac.new(secret.encode(), f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()


def link_token(secret: str, link: Link) -> str:
    """The link as one word for in an address, signed with the secret key."""
    return _signer(secret).dumps([link.kind, link.meeting, link.stamp, link.game])


def link_in(secret: str, token: str) -> Link | None:
    """The link that we signed; None for anything else."""
    if len(token) > _LONGEST_LINK:
        return None
    try:
        kind, meeting, stamp, game = _signer(secret).loads(token)
    except (BadData, ValueError, TypeError):
        return None
    return Link(kind=kind, meeting=meeting, stamp=stamp, game=game) if kind in get_args(LinkKind) else None


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="dnalab-link", signer_kwargs={"digest_method": hashlib.sha256})
