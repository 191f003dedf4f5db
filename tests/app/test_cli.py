"""The command line and its settings. See app/cli.py, app/config.py, app/commands/serve.py."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from app.cli import COMMANDS, main
from app.commands.serve import url_of
from app.config import Config, ConfigError, config_from
from app.server import listen


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert f"python -m app {name}" in capsys.readouterr().out
    assert callable(import_module(f"app.commands.{name.replace('-', '_')}").run)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in COMMANDS)


def test_an_unknown_command_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speel"]) == 2
    assert "serve" in capsys.readouterr().err


def test_what_is_typed_wins_over_the_environment() -> None:
    environment = {"DNALAB_PORT": "9000", "DNALAB_DATA": "/tmp/a", "DNALAB_SECRET_KEY": "s"}
    config = config_from(environment, port=9001)
    assert (config.port, config.data, config.secret_key) == (9001, Path("/tmp/a"), "s")
    assert config_from(environment).port == 9000
    assert config_from({}, port=0).port == 0
    assert config_from({}).async_mode == Config().async_mode


@pytest.mark.parametrize(
    "environment", [{"DNALAB_PORT": "acht"}, {"DNALAB_PORT": "70000"}, {"DNALAB_ASYNC_MODE": "snel"}]
)
def test_a_setting_that_cannot_work_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match="Kies"):
        config_from(environment)


def test_links_use_the_address_that_others_can_reach() -> None:
    for host, begin in (("127.0.0.1", "http://127.0.0.1:"), ("0.0.0.0", "http://")):
        listener = listen(host, 0)
        url = url_of(listener)
        listener.close()
        assert url.startswith(begin)
        assert "0.0.0.0" not in url
