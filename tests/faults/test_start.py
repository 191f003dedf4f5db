"""What a server says when it starts, and when it cannot."""

from __future__ import annotations

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bots.door import join
from app.bots.screen import Screen
from app.config import ROOT
from game_rules.vocabulary.commands import TakeSeat
from tests.conftest import find_free_port
from tests.faults.process import ServerProcess, until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    made = ServerProcess(tmp_path_factory.mktemp("data"))
    yield made
    made.stop()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_an_empty_folder_gets_one_meeting_with_the_door_open(server: ServerProcess) -> None:
    assert server.url in server.link
    with urllib.request.urlopen(f"{server.url}/m/{server.code}") as page:
        assert page.status == 200


def test_a_second_start_shows_the_same_meeting(server: ServerProcess) -> None:
    code, link = server.code, server.link
    server.stop()
    server.start()
    assert (server.code, server.link) == (code, link)


def test_a_second_server_in_the_same_folder_says_what_to_do(server: ServerProcess) -> None:
    second = run("--port", str(find_free_port()), "--data", str(server.data))
    assert second.returncode == 1
    assert "werkt al een server" in second.stderr
    assert "Another DNa Lab server" in second.stderr


def test_a_port_that_is_taken_is_said_in_words(server: ServerProcess, tmp_path: Path) -> None:
    second = run("--port", str(server.port), "--data", str(tmp_path / "other"))
    assert (second.returncode, second.stdout) == (1, "")
    assert "Kies --port" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_setting_that_cannot_work_is_said_in_words(tmp_path: Path) -> None:
    wrong = run("--port", "99999", "--data", str(tmp_path))
    assert wrong.returncode == 1
    assert "99999" in wrong.stderr
    assert "Traceback" not in wrong.stderr


@pytest.fixture(params=["gevent", "threading"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServerProcess]:
    made = ServerProcess(tmp_path, request.param)
    yield made
    made.stop()


def test_the_server_also_runs_on_another_async_library(other: ServerProcess) -> None:
    entrance = join(other.url, other.code, "Gré")
    screen = Screen(other.url, entrance.token, entrance.game)
    screen.open()
    assert screen.send(TakeSeat(seat="griffier"))["ok"]
    until(lambda: screen.view and screen.view.me.seat == "griffier")
    screen.close()
    assert other.stop() == 0


def test_more_processes_without_redis_are_refused(tmp_path: Path) -> None:
    refused = run("--workers", "2", "--data", str(tmp_path))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Redis" in refused.stderr
