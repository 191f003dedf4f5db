"""The announcer of one process."""

from __future__ import annotations

import logging
from collections.abc import Callable

from ..ports import Watcher

log = logging.getLogger(__name__)


class LocalAnnouncer:
    """Calls the watchers one after the other, in the order in which they came."""

    def __init__(self) -> None:
        self._watchers: dict[str, tuple[Watcher, ...]] = {}

    def announce(self, stream: str, version: int) -> None:
        """Tell everybody who watches this stream, and everybody who watches all."""
        for watcher in self._watchers.get(stream, ()) + self._watchers.get("", ()):
            try:
                watcher(stream, version)
            except Exception:  # one screen that fails must not keep the others from hearing it
                log.exception("watcher of %s failed at version %d", stream, version)

    def watch(self, stream: str, watcher: Watcher) -> Callable[[], None]:
        """Start watching one stream; call what is returned to stop."""
        self._watchers[stream] = (*self._watchers.get(stream, ()), watcher)
        return lambda: self._forget(stream, watcher)

    def watch_all(self, watcher: Watcher) -> Callable[[], None]:
        """Start watching every stream; call what is returned to stop."""
        return self.watch("", watcher)

    def _forget(self, stream: str, watcher: Watcher) -> None:
        left = tuple(other for other in self._watchers.get(stream, ()) if other is not watcher)
        if left:
            self._watchers[stream] = left
        else:
            self._watchers.pop(stream, None)
