"""What a template may see: only the parts of a View that its line in `layout.py` names.

A template that reaches for more fails at once, in every test. So a fragment never depends on something that could
change without the fragment being rendered anew, and two audiences with equal parts get the very same fragment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game_rules.vocabulary.views import Allowed

from .parts import ALLOWED, EACH
from .sources import Sources

FIXED = ("label", "role", "role_label", "short", "hue", "weight", "bloc", "order")
"""What never changes about a seat during a game."""


class NotInLayoutError(Exception):
    """A template uses a part of the View that its line in `layout.py` does not name."""


class Sight:
    """Some parts of a View, by name."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Any]) -> None:
        self._parts = dict(parts)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._parts[name]
        except KeyError:
            raise NotInLayoutError(f"'{name}' is not among the sources {sorted(self._parts)}") from None

    __getitem__ = __getattr__


def sight_of(sources: Sources, names: tuple[str, ...], key: str = "") -> Sight:
    """The parts of the View that `names` names; for an item, what concerns the item with this key."""
    parts: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for source in names:
        name, _, rest = source.removesuffix(EACH).partition(".")
        if source.startswith(ALLOWED):
            continue
        if rest and sources(name) is not None:
            inner.setdefault(name, {})[rest] = sources(source, key)
        else:
            parts[name] = sources(name)
    return Sight({**{name: Sight(some) for name, some in inner.items()}, **parts})


def chooser(sources: Sources, names: tuple[str, ...], key: str = "") -> Callable[..., list[Allowed]]:
    """The template function `allowed_for(group, about="")`: what may be done, in order, for the named groups only."""
    groups = {source.removeprefix(ALLOWED): sources(source, key) for source in names if source.startswith(ALLOWED)}

    def allowed_for(group: str, about: str = "") -> list[Allowed]:
        if group not in groups:
            raise NotInLayoutError(f"'allowed:{group}' is not among the sources {sorted(names)}")
        return [one for one in groups[group].values() if about in ("", one.about)]

    return allowed_for


def looks(view: Any) -> Callable[[str], Sight]:
    """The template function `seat(id)`: how a seat looks, the same during the whole game."""
    seats = getattr(view, "seats", {})

    def seat(name: str) -> Sight:
        card = seats.get(name)
        if card is None:
            return Sight({**dict.fromkeys(FIXED, ""), "id": name, "label": name, "short": name[:2].upper(), "hue": 0})
        return Sight({"id": name, **{part: getattr(card, part) for part in FIXED}})

    return seat
