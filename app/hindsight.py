"""Who looks back at a game. After the reveal one may see more than one's own, so `access` alone does not answer it."""

from __future__ import annotations

from collections.abc import Sequence

from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState

from . import access
from .lab import Lab
from .service.errors import Forbidden
from .service.replay import choices


def own_audience(lab: Lab, tokens: Sequence[str], state: GameState, wanted: str) -> Audience:
    """Who looks. Somebody who both leads and plays looks as the one who may look back as `wanted`.

    Raises ServiceError 401, 403.
    """
    own = access.enter(lab, tokens, state, "")[1]
    if not wanted or any(word == wanted for word, _ in choices(own, state)):
        return own
    return _leader(lab, tokens, state) or own


def all_choices(lab: Lab, tokens: Sequence[str], state: GameState, own: Audience) -> tuple[tuple[str, str], ...]:
    """As whom this person may look back: what to ask for, and what it is called. Also what only the leader in them may."""
    leader = _leader(lab, tokens, state) if own.kind != "facilitator" else None
    return tuple({**dict(choices(own, state)), **dict(choices(leader, state) if leader else ())}.items())


def _leader(lab: Lab, tokens: Sequence[str], state: GameState) -> Audience | None:
    try:
        return access.enter(lab, tokens, state, "facilitator")[1]
    except Forbidden:
        return None
