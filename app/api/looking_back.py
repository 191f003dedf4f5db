"""Looking back for programs: the moments of a game, and what there was from which moment to which."""

from __future__ import annotations

from flask import current_app, request

from game_rules.projections.replay import LookBack

from ..hindsight import own_audience
from ..lab import Lab
from ..service import games
from ..service.replay import replay_of

Tokens = tuple[str, ...]


def show(lab: Lab, tokens: Tokens, body: None, game: str) -> LookBack:
    """The replay as one audience saw the game. Before the reveal that is the own one."""
    state = games.state(lab, game)
    wanted = request.args.get("as", "")
    own = own_audience(lab, tokens, state, wanted)
    return replay_of(lab, game, own, wanted, lambda: current_app.extensions["socketio"].sleep(0))
