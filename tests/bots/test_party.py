"""`python -m app bots` against a real server: from an empty lobby to the last handvat."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from app.bots.screen import merged
from app.config import ROOT
from tests.faults.process import ServerProcess


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    made = ServerProcess(tmp_path_factory.mktemp("data"))
    yield made
    made.stop()


def bots(server: ServerProcess, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "app", "bots", "--url", server.url, "--pace", "0.01", *arguments]
    return subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)


def test_without_a_facilitator_the_bots_say_where_they_got_stuck(server: ServerProcess) -> None:
    stuck = bots(server, "--code", server.code, "--players", "1", "--patience", "2")
    assert stuck.returncode == 1
    assert "Vastgelopen" in stuck.stderr
    assert "Bot 1" in stuck.stderr
    assert "lobby" in stuck.stderr


def test_bots_play_a_whole_game_from_lobby_to_debrief(server: ServerProcess) -> None:
    done = bots(server, "--code", server.code, "--facilitator", server.link)
    assert done.returncode == 0, done.stderr
    assert "nabespreking" in done.stdout


def test_a_wrong_code_is_answered_in_words(server: ServerProcess) -> None:
    refused = bots(server, "--code", "000000")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "code" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_server_that_is_not_there_is_said_in_words(server: ServerProcess) -> None:
    nobody = subprocess.run(
        [sys.executable, "-m", "app", "bots", "--url", "http://127.0.0.1:9", "--code", "1"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert nobody.returncode == 1
    assert "geen antwoord" in nobody.stderr


@pytest.mark.parametrize(
    ("before", "patch", "after"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_merge_patch_does_what_rfc_7396_says(before: object, patch: object, after: object) -> None:
    assert merged(before, patch) == after
