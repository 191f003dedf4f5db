"""Games for programs that do not keep a socket open: look, look back, act."""

from __future__ import annotations

from typing import Any

from flask import request

from game_rules.engine import replay
from game_rules.projections import project
from game_rules.vocabulary.state import GameState

from .. import access
from ..lab import Lab
from ..live.wire import order_in
from ..service import games
from ..service.errors import NotFound, ServiceError
from .messages import Done, GameAnswer

Tokens = tuple[str, ...]


def show(lab: Lab, tokens: Tokens, body: None, game: str) -> GameAnswer:
    """A game as this person may see it now, or could see it at an earlier version."""
    state = _at(lab, games.state(lab, game), request.args.get("at", ""))
    _, audience = access.enter(lab, tokens, state, request.args.get("as", ""))
    view = project(state, audience).view
    return GameAnswer(version=state.version, audience=audience.key, now=lab.clock.now(), view=view)


def _at(lab: Lab, now: GameState, at: str) -> GameState:
    """The game at this version. Raises ServiceError for what is no version, NotFound for one that is not there."""
    if not at:
        return now
    if not at.isascii() or not at.isdigit():
        raise ServiceError("malformed", "‘at’ is het nummer van een versie, bijvoorbeeld 12.", 400)
    if not 1 <= int(at[:12]) <= now.version:
        raise NotFound("no_such_version", f"Deze versie is er niet. Kies een versie van 1 tot en met {now.version}.")
    return replay(now.content, [record for record in games.records(lab, now.game) if record.version <= int(at)])


def command(lab: Lab, tokens: Tokens, body: dict[str, Any], game: str) -> Done:
    """Do something in a game."""
    order = order_in({**body, "game": game})
    actor = access.act(lab, tokens, games.state(lab, game), order.as_)
    return Done(ok=True, version=games.submit(lab, game, actor, order.command, order.id).version)
