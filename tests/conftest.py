"""What every test may ask for. Fixtures of one area stand in the conftest of its own folder."""

from __future__ import annotations

import shutil
import socket
from typing import Any

import pytest

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def find_free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def free_port() -> int:
    """A free port for a server of this test's own."""
    return find_free_port()


@pytest.fixture(scope="session")
def redis_server() -> str:
    """The path of the redis-server program; `make test` installs it."""
    return _program("redis-server")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of the operating system, quietly and without looking for other hosts."""
    program = _program("chromium-headless-shell", "chromium")
    return {**browser_type_launch_args, "executable_path": program, "args": CHROMIUM_ARGUMENTS}


def _program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(f"{names[0]} is not installed. Run `make test`, or install the Debian package {names[0]}.")
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test with a real browser or a killed process gets two more tries: a busy machine must not decide what lands."""
    for item in items:
        if {"browser", "faults", "bots"} & set(item.path.parts):
            item.add_marker(pytest.mark.flaky(reruns=2))
