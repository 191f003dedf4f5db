"""A whole server for the tests of pages and API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.web import Web, web_in


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    """A running server with an open meeting and one room."""
    with web_in(tmp_path) as running:
        yield running
