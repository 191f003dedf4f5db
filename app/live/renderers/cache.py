"""Fragments that were rendered before, so that what thirty people see is rendered once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

KEPT = 1500

Key = tuple[str, str, bytes]
NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A rendered fragment, and the names of people that stand in it."""

    html: str
    names: tuple[tuple[str, str], ...] = ()


class FragmentCache:
    """The latest fragments of one game. Holds at most `kept`; the one that was used longest ago goes first."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._fragments: OrderedDict[Key, Fragment] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._fragments)

    def get(self, key: Key, name_of: NameOf, render: Callable[[NameOf], str]) -> str:
        """The fragment under this key, as long as everybody in it is still called that; else rendered anew."""
        known = self._fragments.get(key)
        if known is None or any(name_of(who) != name for who, name in known.names):
            known = _rendered(name_of, render)
        self._keep(key, known)
        return known.html

    def _keep(self, key: Key, fragment: Fragment) -> None:
        with self._lock:  # pages and patches may be rendered in several threads
            self._fragments[key] = fragment
            self._fragments.move_to_end(key)
            if len(self._fragments) > self._kept:
                self._fragments.popitem(last=False)


def _rendered(name_of: NameOf, render: Callable[[NameOf], str]) -> Fragment:
    used: dict[str, str] = {}

    def noted(participant: str) -> str:
        name = used[participant] = name_of(participant)
        return name

    return Fragment(render(noted), tuple(used.items()))
