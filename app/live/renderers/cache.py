"""Fragments that were rendered before, so that what thirty people see is rendered once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

KEPT = 1500


class FragmentCache:
    """The latest fragments of one game. Holds at most `kept`; the one that was used longest ago goes first."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._fragments: OrderedDict[tuple[str, str, bytes], str] = OrderedDict()

    def __len__(self) -> int:
        return len(self._fragments)

    def get(self, key: tuple[str, str, bytes], render: Callable[[], tuple[str, bool]]) -> str:
        """The fragment under this key; else what `render` gives, which is kept when it says so."""
        known = self._fragments.get(key)
        if known is not None:
            self._fragments.move_to_end(key)
            return known
        fragment, keep = render()
        if keep:
            self._fragments[key] = fragment
            if len(self._fragments) > self._kept:
                self._fragments.popitem(last=False)
        return fragment
