"""Forks for programs: where a game could have gone otherwise, and a table that goes on from there."""

from __future__ import annotations

from flask import current_app

from game_rules.fork_points import ForkPoints
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Differ

from .. import access
from ..lab import Lab
from ..service import arrivals, forking, games
from ..service.errors import Forbidden
from ..service.forking import Wish
from ..service.onward import play_on
from .messages import ForkMade, NewFork

Tokens = tuple[str, ...]


def points(lab: Lab, tokens: Tokens, body: None, game: str) -> ForkPoints:
    """Where this game could have gone otherwise."""
    _leads(lab, tokens, game)
    return forking.points(lab, forking.stored(lab, game))


def fork(lab: Lab, tokens: Tokens, body: NewFork, game: str) -> ForkMade:
    """Make a table that goes on from this game; with `play`, let the computer play it to its end."""
    actor = _leads(lab, tokens, game)
    made = forking.fork(lab, game, actor, _wish(body))
    played = play_on(lab, current_app.extensions["pool"], made.game, actor, body.policy) if body.play else 0
    token = arrivals.admit(lab, made.meeting, "facilitator").token if made.new_meeting else ""
    return ForkMade(
        game=made.game, meeting=made.meeting, parent=made.parent, at=made.at, differs=made.differs, records=played,
        token=token,
    )  # fmt: skip


def _wish(body: NewFork) -> Wish:
    one = body.differs
    differs = Differ(kind=one.kind, id=one.id, option=one.option, to=one.to) if one else None
    return Wish(body.at, differs, "computer" if body.play else body.players, body.title, body.new_chance)


def _leads(lab: Lab, tokens: Tokens, game: str) -> Actor:
    """The actor who leads the meeting of this game. Raises ServiceError 401 or 403, NotFound."""
    meeting = games.state(lab, game).meeting
    actor = access.actor_in_meeting(access.identity(lab, tokens, meeting, ("facilitator", "participant")))
    if actor.kind != "facilitator":
        raise Forbidden("facilitator_only", "Dit kan alleen de spelleider doen.")
    return actor
