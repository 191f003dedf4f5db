"""What every page needs: the lab, the people behind the cookie, and an answer that sets the cookie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec, TypeVar

from flask import current_app, redirect, request, url_for
from werkzeug.wrappers import Response

from .. import access
from ..attempts import Attempts
from ..lab import Lab
from ..ports import Identity, IdentityKind
from ..security import set_cookie
from ..service.arrivals import Arrival

P = ParamSpec("P")
T = TypeVar("T")


def lab() -> Lab:
    """The lab of this server."""
    found: Lab = current_app.extensions["lab"]
    return found


def tokens() -> tuple[str, ...]:
    """The tokens in the cookie of this browser."""
    return access.cookie_tokens(request)


def identity(meeting: str, *kinds: IdentityKind) -> Identity:
    """Who this is in a meeting, of the first of these kinds. Raises ServiceError 401."""
    return access.identity(lab(), tokens(), meeting, kinds)


def known(meeting: str = "", kinds: Sequence[IdentityKind] = ()) -> Identity | None:
    """The same, or None."""
    found = [one for one in access.identities(lab(), tokens(), meeting) if not kinds or one.kind in kinds]
    return found[0] if found else None


def let_in(arrival: Arrival, address: str) -> Response:
    """To this address, with the new token in the cookie."""
    response = redirect(address, 303)
    set_cookie(response, access.COOKIE, access.cookie_with(lab(), request, arrival.token))
    return response


def place_of(here: Identity, game: str = "") -> str:
    """The address where this person belongs: the own table, the table of the link, or the list of tables."""
    if here.kind == "participant":
        return url_for("play.seat", game=game) if game else url_for("meeting.overview", meeting=here.meeting)
    if game and here.kind == "screen":
        return url_for("play.screen", game=game)
    if game and here.kind == "observer":
        return url_for("play.observe", game=game)
    if game and here.kind == "helper":
        return url_for("play.helper", game=game)
    if here.kind == "screen":
        return url_for("tables.plenary", meeting=here.meeting)
    return url_for("meeting.overview", meeting=here.meeting)


def counted(use: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do something with a code that can be guessed; see `Attempts.guard`."""
    attempts: Attempts = current_app.extensions["attempts"]
    return attempts.guard(request.remote_addr or "", lambda: use(*args, **kwargs))
