"""Keeping what did not change: a part of a view is made again only when one of its sources is another object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
Memo = dict[str, tuple[tuple[object, ...], Any]]


class Parts:
    """The parts of one view. `memo` of the view before makes unchanged parts the very same objects."""

    def __init__(self, before: Memo) -> None:
        self._before = before
        self.memo: Memo = {}

    def make(self, name: str, build: Callable[[], T], *sources: object) -> T:
        """The part, kept when all its sources are the same; inside a collection unchanged items are kept too."""
        kept = self._before.get(name)
        if kept and len(kept[0]) == len(sources) and all(map(_same, kept[0], sources)):
            self.memo[name] = kept
            return kept[1]  # type: ignore[no-any-return]
        value = _keep(kept[1], build()) if kept else build()
        self.memo[name] = (sources, value)
        return value


def _same(old: object, new: object) -> bool:
    return old is new or (isinstance(new, str | int) and old == new)


def _keep(old: Any, new: Any) -> Any:
    if isinstance(old, dict) and isinstance(new, dict):
        items = {key: old[key] if key in old and old[key] == value else value for key, value in new.items()}
        same = len(old) == len(items) and all(a is b for a, b in zip(old.values(), items.values(), strict=True))
        return old if same and list(old) == list(items) else items
    return old if old == new else new
