"""The Lab: everything that the factory chose, handed to every use case."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from .announce.presence import Presence
from .config import Config
from .ports import Announcer, Beside, Clock, EventStore, Library

if TYPE_CHECKING:
    from .service.committer import Committer
    from .service.fared import Outcomes
    from .service.heartbeat import Heartbeat
    from .service.schedule import WakeSchedule
    from .service.table import Tables

T = TypeVar("T")


class WallClock:
    """The clock of the machine."""

    def now(self) -> int:
        """Wall milliseconds."""
        return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Lab:
    """One running server.

    spawn    starts a function in the background (a green thread, or a thread in tests)
    offload  runs storage work outside the event loop, one piece after the other, and returns what it gave
    """

    config: Config
    store: EventStore
    beside: Beside
    announcer: Announcer
    presence: Presence
    library: Library
    clock: Clock
    spawn: Callable[..., Any]
    offload: Callable[[Callable[[], T]], T]
    tables: Tables
    committer: Committer
    schedule: WakeSchedule
    heartbeat: Heartbeat
    outcomes: Outcomes
