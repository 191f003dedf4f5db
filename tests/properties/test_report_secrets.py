"""The report of any game, as data, as a page and as a PDF, holds nothing that its readers may not know.

It is the same for everybody who may read it, so it may hold what the projector may: what was public, and after the reveal
what was revealed. What people wrote as a person is never in it.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import msgspec
import pytest
from flask import Flask, render_template
from hypothesis import given, settings
from pypdf import PdfReader

from app.pages.report import Place
from app.report.page import ReportPage
from app.report.press import WORKER
from game_rules.projections.report import report_of
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Reveal
from game_rules.vocabulary.state import GameState
from tests import play
from tests.app.web import web_in
from tests.play import Game
from tests.properties import games
from tests.properties.games import random_game, seeds
from tests.properties.test_secrets import CONTENT, may_see

MARK = re.compile(r"«([a-z_]+):([\w.~-]+)»")
"""A whole marker: in a box of the map a long title is cut off, and stands in full in the text beside it."""

READER = Audience(kind="screen")
NEVER = ("note", "own", "message", "lead")
"""What no report holds, whatever was revealed."""


def leaks(state: GameState, text: str) -> list[str]:
    """The markers in this text that no reader of the report may see."""
    return [
        f"«{kind}:{id_}» at {state.clock.key}"
        for kind, id_ in sorted(set(MARK.findall(text)))
        if kind in NEVER or not may_see(state, READER, kind, id_)
    ]


def of(game: Game) -> str:
    return msgspec.json.encode(report_of(game.state)).decode()


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_the_report_of_any_game_holds_nothing_that_its_readers_may_not_know(seed: int) -> None:
    game = random_game(CONTENT, seed, "", 60, none_in)
    games.finish(game)
    none_in(game)


def none_in(game: Game) -> None:
    assert leaks(game.state, of(game)) == []


PERSONAL = ("note", "debrief", "judge", "say", "practice")
"""Where people write what is their own."""


def looked_back(seed: int) -> Game:
    """A random game in which everybody writes what is personal, each text with its own marker; revealed or not."""
    pick, game = random.Random(seed), random_game(CONTENT, seed, "", 30)
    games.man_essentials(game)
    if game.state.clock.stage not in ("debrief", "closed"):
        game.step(pick.choice(("debrief.note", "debrief.judge", "debrief.handvat")))
    if pick.random() < 0.5 and game.state.clock.key == "debrief.handvat" and not game.state.revealed:
        game.lead(Reveal())
    for _ in range(60):
        who = pick.choice([one for one in game.audiences() if one.kind == "seat"])
        offers = [one for one in game.see(who).allowed.values() if one.group in PERSONAL]
        if offers:
            offer = pick.choice(offers)
            own = offer.command in ("write_silent_note", "judge_consequence", "send_note", "confirm_cause")
            game.do(game.actor(who), play.fill_in(offer, pick, f"«own:{who.participant}»" if own else "gewone tekst"))
    if pick.random() < 0.7 and game.state.clock.key == "debrief.judge" and not game.state.revealed:
        game.lead(Reveal())
    games.finish(game)
    return game


@settings(max_examples=30, deadline=None)
@given(seeds)
def test_what_people_wrote_as_a_person_is_in_no_report(seed: int) -> None:
    none_in(looked_back(seed))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The templates of a whole server."""
    with web_in(tmp_path_factory.mktemp("report")) as web:
        yield web.server.app


def rendered(site: Flask, game: Game, paper: bool) -> str:
    with site.test_request_context("/"):
        words: dict[str, Any] = {"place": Place("/", "/", "/", "Terug"), "leads": True}
        html: str = render_template(
            "report/room.html", p=ReportPage(report_of(game.state), title="Tafel 1"), paper=paper, **words
        )
    return html


@pytest.mark.parametrize("seed", range(12))
def test_the_page_of_any_report_renders_without_a_leak(site: Flask, seed: int) -> None:
    game = looked_back(seed)
    page = rendered(site, game, paper=False)
    assert "In het kort" in page
    assert "None" not in re.sub(r"<[^>]+>", " ", page)
    assert leaks(game.state, page) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_pdf_of_any_report_holds_no_leak_either(site: Flask, seed: int) -> None:
    game = looked_back(seed)
    made = subprocess.run(WORKER, input=rendered(site, game, paper=True).encode(), capture_output=True, check=True)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made.stdout)).pages)
    assert "Inhetkort" in "".join(text.split())
    assert leaks(game.state, "".join(text.split())) == []
