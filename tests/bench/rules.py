"""What one command costs in the rules: decide, evolve, project for everybody, merge, render."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment

from app.config import Config
from app.factory import create_app
from app.live.renderers.html import HtmlRenderer
from app.live.renderers.json import merge_patch
from app.live.renderers.layout import SCREENS, screen_of
from game_rules import codec, engine
from game_rules.projections import Projected, project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Bookmark, SpeakWith
from game_rules.vocabulary.state import Context
from tests.bench.figures import micro, title
from tests.bench.middle import played
from tests.play import FACILITATOR, Game


def figures() -> None:
    game = played()
    title(f"Rules: {game.content.casus.id} at {game.state.clock.key}, {game.state.version} events")
    _decide(game)
    _project(game)


def _decide(game: Game) -> None:
    mark, context = Bookmark(text="moment"), Context(now=game.now, command="bench")
    micro("decide a bookmark", lambda: engine.decide(game.state, FACILITATOR, mark, context))
    first, second = _seats(game)
    talk = SpeakWith(seats=(second,))
    micro("decide 'ik sprak met'", lambda: engine.decide(game.state, game.player(first), talk, context))
    micro("evolve one event", lambda: engine.evolve(game.state, game.log[-1]))
    data = codec.encode_record(game.log[-1])
    micro("encode a record", lambda: codec.encode_record(game.log[-1]))
    micro("decode a record", lambda: codec.decode_record(data))
    micro(f"replay all {len(game.log)} events", lambda: engine.replay(game.content, game.log), 5)


def _project(game: Game) -> None:
    audiences = (
        game.audience(_seats(game)[0]),
        Audience(kind="facilitator", participant="f1"),
        Audience(kind="screen"),
    )
    before = [project(game.state, audience) for audience in audiences]
    first, second = _seats(game)
    game.play(first, SpeakWith(seats=(second,)))
    with TemporaryDirectory() as folder:
        server = create_app(Config(data=Path(folder), async_mode="threading", public_url="http://bench"))
        for audience, old in zip(audiences, before, strict=True):
            _see(game, audience, old, server.app.jinja_env)
        server.lab.store.close()
        server.lab.beside.close()
        server.folder.release()


def _see(game: Game, audience: Audience, old: Projected, templates: Environment) -> None:
    new = project(game.state, audience, old)
    screen = SCREENS[screen_of(audience.kind)]

    def render(renderer: HtmlRenderer) -> object:
        return renderer.changes(screen, old.view, new.view)

    known = HtmlRenderer(templates, str)
    micro(f"{audience.kind}: project, from nothing", lambda: project(game.state, audience), 40)
    micro(f"{audience.kind}: project, after one command", lambda: project(game.state, audience, old), 40)
    micro(f"{audience.kind}: merge patch", lambda: merge_patch(old.view, new.view), 40)
    micro(f"{audience.kind}: render the change, nothing cached", lambda: render(HtmlRenderer(templates, str)), 20)
    micro(f"{audience.kind}: render the change, shared parts cached", lambda: render(known), 20)


def _seats(game: Game) -> tuple[str, str]:
    first, second = [id_ for id_, seat in game.state.seats.items() if seat.holder][:2]
    return first, second
