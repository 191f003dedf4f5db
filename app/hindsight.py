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
    try:
        return access.enter(lab, tokens, state, "facilitator")[1]
    except Forbidden:
        return own
