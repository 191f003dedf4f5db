"""`python -m app fork`: the same as the page, from the command line, with every mistake told in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.commands.opening import reading
from app.service import games
from tests.app.looking_back import Table
from tests.app.web import web_in


@pytest.fixture
def played(tmp_path: Path) -> tuple[Path, str]:
    """A data folder with a game that was played, and no server that works in it."""
    with web_in(tmp_path) as web:
        Table(web).go_to("closed")
        return tmp_path, web.game


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict[str, Any]:
    assert main(["fork", *arguments, "--json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_fork_at_a_moment_keeps_all_before_it(played: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, game = played
    facts = told(capsys, game, "--at", "25", "--data", str(folder))
    assert (facts["parent"], facts["played"]) == (game, False)
    assert facts["at"] >= 25
    with reading(str(folder)) as lab:
        before = [entry.data for entry in lab.store.read(game)]
        assert [entry.data for entry in lab.store.read(facts["game"])][: facts["at"]] == before[: facts["at"]]


def test_a_fork_with_another_decision_is_played_to_its_end(
    played: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, game = played
    facts = told(capsys, game, "--decision", "brug", "--option", "dicht", "--play", "--data", str(folder))
    assert "In het eerdere spel" in facts["differs"]
    with reading(str(folder)) as lab:
        state = games.state(lab, facts["game"])
        assert (state.version, state.clock.stage) == (facts["records"], "closed")


def test_in_words_it_says_where_to_go_on(played: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    folder, game = played
    assert main(["fork", game, "--card", "rapport", "--to", "lokaal, griffier", "--data", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "Er is een vervolg op" in printed
    assert "/f/" in printed


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        ([], "fork_where", 1),
        (["--at", "5000"], "fork_outside", 1),
        (["--decision", "brug"], "incomplete", 2),
        (["--card", "rapport"], "incomplete", 2),
        (["--decision", "brug", "--option", "x"], "unknown_option", 1),
        (["--decision", "nergens", "--option", "x"], "fork_no_such", 1),
        (["--werkwijze", "nergens"], "werkwijze_not_here", 1),
        (["--without", "dorpsgesprek"], "werkwijze_unknown", 1),
    ],
)
def test_a_mistake_is_told_with_its_code(
    played: tuple[Path, str], capsys: pytest.CaptureFixture[str], arguments: list[str], code: str, exit_code: int
) -> None:
    folder, game = played
    assert told(capsys, game, *arguments, "--data", str(folder), code=exit_code)["error"]["code"] == code


def test_a_game_that_is_not_there(played: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> None:
    facts = told(capsys, "g-nergens", "--at", "3", "--data", str(played[0]), code=1)
    assert facts["error"]["code"] == "no_such_stream"
