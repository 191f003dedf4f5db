"""Looks up the parts of one View by the names that `layout.py` uses, each at most once."""

from __future__ import annotations

from functools import cache
from typing import Any

from game_rules.vocabulary.views import Allowed

from .parts import ALLOWED, EACH


class Sources:
    """One View. `source(name)` for a region; `source(name, key)` for the item with that key."""

    __slots__ = ("_found", "_groups", "view")

    def __init__(self, view: Any) -> None:
        self.view = view
        self._found: dict[tuple[str, str], Any] = {}
        self._groups: dict[str, dict[str, Allowed]] | None = None

    def __call__(self, source: str, key: str = "") -> Any:
        """The part that is meant; None when it is not there. Raises AttributeError for a name that no View has."""
        try:
            return self._found[source, key]
        except KeyError:
            found = self._found[source, key] = self._look_up(source, key)
            return found

    def all(self, sources: tuple[str, ...], key: str = "") -> list[Any]:
        """Several parts, in order."""
        return [self(source, key) for source in sources]

    def _look_up(self, source: str, key: str) -> Any:
        if source.startswith(ALLOWED):
            return self._allowed(source.removeprefix(ALLOWED), key)
        found = self.view
        for name in source.removesuffix(EACH).split("."):
            found = None if found is None else getattr(found, name)
        if source.endswith(EACH) and key:
            return {key: found[key]} if found and key in found else {}
        return found

    def _allowed(self, group: str, key: str) -> dict[str, Allowed]:
        if key:
            return {name: one for name, one in self(ALLOWED + group).items() if _concerns(one, key)}
        if self._groups is None:
            self._groups = _grouped(self.view.allowed)
        return self._groups.get(group, {})


def _grouped(allowed: dict[str, Allowed]) -> dict[str, dict[str, Allowed]]:
    """What is allowed, per group, in order."""
    groups: dict[str, dict[str, Allowed]] = {}
    for name, one in sorted(allowed.items(), key=lambda pair: pair[1].order):
        groups.setdefault(one.group, {})[name] = one
    return groups


def _concerns(allowed: Allowed, key: str) -> bool:
    return allowed.about == key or key in allowed.fixed.values()


def changed(before: Sources, now: Sources, sources: tuple[str, ...], key: str = "") -> bool:
    """Whether any of these parts is another one now. What comes from the same object is not looked into."""
    for source, field in _fields(sources):
        if getattr(before.view, field) is getattr(now.view, field):
            continue
        old, new = before(source, key), now(source, key)
        if old is not new and old != new:
            return True
    return False


@cache
def _fields(sources: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each source with the field of the View that it comes from."""
    return tuple(
        (source, "allowed" if source.startswith(ALLOWED) else source.removesuffix(EACH).partition(".")[0])
        for source in sources
    )
