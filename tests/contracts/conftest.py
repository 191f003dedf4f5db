from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ports import Beside, EventStore
from app.storage.memory import MemoryBeside, MemoryStore
from app.storage.sqlite import SqliteStore
from app.storage.sqlite_beside import SqliteBeside


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    made: EventStore = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path)
    yield made
    made.close()


@pytest.fixture(params=["memory", "sqlite"])
def beside(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Beside]:
    made: Beside = MemoryBeside() if request.param == "memory" else SqliteBeside(tmp_path)
    yield made
    made.close()
