"""Coming in for programs: a code, a return code or a link becomes a token."""

from __future__ import annotations

from flask import current_app, request

from .. import access
from ..attempts import Attempts
from ..codes import grouped
from ..lab import Lab
from ..service import arrivals, meetings
from ..service.arrivals import Arrival
from .messages import ComeBack, Entered, FollowLink, GameRef, Hat, Identities, Join

Tokens = tuple[str, ...]


def _attempts() -> Attempts:
    found: Attempts = current_app.extensions["attempts"]
    return found


def join(lab: Lab, tokens: Tokens, body: Join) -> Entered:
    """Come in with the join code."""
    return _entered(
        lab,
        _attempts().guard(
            request.remote_addr or "", lambda: arrivals.join(lab, body.code, body.name, profession=body.profession)
        ),
    )


def come_back(lab: Lab, tokens: Tokens, body: ComeBack) -> Entered:
    """Go on with a return code."""
    arrival = _attempts().guard(request.remote_addr or "", lambda: arrivals.come_back(lab, body.return_code))
    return _entered(lab, arrival)


def follow(lab: Lab, tokens: Tokens, body: FollowLink) -> Entered:
    """Come in by a link."""
    return _entered(
        lab, _attempts().guard(request.remote_addr or "", lambda: arrivals.follow(lab, body.token, body.name))
    )


def me(lab: Lab, tokens: Tokens, body: None) -> Identities:
    """Everybody these tokens stand for. Raises ServiceError 401 when that is nobody."""
    found = access.identities(lab, tokens)
    if not found:
        raise access.refused(lab, tokens)
    return Identities(
        identities=tuple(Hat(kind=one.kind, meeting=one.meeting, participant=one.participant) for one in found)
    )


def _entered(lab: Lab, arrival: Arrival) -> Entered:
    here = arrival.identity
    rooms = meetings.state(lab, here.meeting).rooms.values()
    code = arrivals.return_code(lab, here.meeting, here.participant) if here.kind == "participant" else ""
    return Entered(
        token=arrival.token,
        kind=here.kind,
        participant=here.participant,
        meeting=here.meeting,
        games=tuple(GameRef(id=r.game, title=r.title, casus=r.casus, edition=r.edition) for r in rooms),
        game=arrival.game,
        return_code=grouped(code, "-"),
    )
