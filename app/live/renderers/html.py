"""HTML for browsers: whole parts, and the operations that bring a screen from one View to the next.

An operation is `{"op", "target", "html"}`; each may be applied twice without harm:

    vul     the content of the element `target` becomes this
    voor    first child of `target`           achter  last child of `target`
    na      directly after the element `target`
    morf    the element `target` becomes this  weg     the element `target` goes
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from jinja2 import Environment

from .cache import FragmentCache
from .layout import FILTERS
from .parts import Items, Part, Region, Screen, source_of
from .sight import Sight, chooser, sight_of

Op = dict[str, str]

_INDENT = re.compile(r"[ \t]*\n\s*(?=[<\n])|[ \t]*\n[ \t]+")
_FIXED = ("label", "role", "role_label", "short", "hue", "weight", "bloc", "order")


@dataclass(slots=True)
class HtmlRenderer:
    """Renders the parts of one game. `name_of` gives the name of a participant, which is never in a View."""

    environment: Environment
    name_of: Callable[[str], str]
    cache: FragmentCache = field(default_factory=FragmentCache)

    def whole(self, screen: Screen, view: Any) -> dict[str, str]:
        """The content of every part, by target."""
        return {part.target: self.content(part, view) for part in screen.parts}

    def fill(self, screen: Screen, view: Any) -> list[Op]:
        """The operations that make any screen show this View."""
        return [_op("vul", target, html) for target, html in self.whole(screen, view).items()]

    def changes(self, screen: Screen, before: Any, view: Any) -> list[Op]:
        """The operations from one View to the next: nothing for what did not change."""
        return [op for part in screen.parts for op in self._part_changes(part, before, view)]

    def content(self, part: Part, view: Any) -> str:
        """What is inside the container of a part."""
        if isinstance(part, Region):
            return self._region(part, view)
        return "".join(self._item(part, view, key, item) for key, item in _shown(part, view).items())

    def _part_changes(self, part: Part, before: Any, view: Any) -> Iterator[Op]:
        if isinstance(part, Items):
            yield from self._items_changes(part, before, view)
        elif _changed(part.sources, before, view):
            new = self._region(part, view)
            if new != self._region(part, before):
                yield _op("vul", part.target, new)

    def _items_changes(self, part: Items, before: Any, view: Any) -> Iterator[Op]:
        around = _changed(part.also, before, view)
        if not around and not _changed((part.source,), before, view):
            return
        old, new = _shown(part, before), _shown(part, view)
        if [key for key in old if key in new] != [key for key in new if key in old]:
            yield _op("vul", part.target, self.content(part, view))
            return
        yield from (_op("weg", _element(part, key)) for key in old if key not in new)
        previous = ""
        for key in new:
            yield from self._item_changes(part, (before, old), (view, new), key, previous, around)
            previous = key

    def _item_changes(
        self, part: Items, before: tuple[Any, dict[str, Any]], now: tuple[Any, dict[str, Any]],
        key: str, previous: str, around: bool,
    ) -> Iterator[Op]:  # fmt: skip
        item, former = now[1][key], before[1].get(key)
        if former is None:
            yield _place(part, previous, self._item(part, now[0], key, item), key == next(reversed(now[1])))
        elif around or (item is not former and item != former):
            html = self._item(part, now[0], key, item)
            if html != self._item(part, before[0], key, former):
                yield _op("morf", _element(part, key), html)

    def _region(self, part: Region, view: Any) -> str:
        content = [source_of(view, source) for source in part.sources]
        return self._render(part.template, part.target, content, view, part.sources, {})

    def _item(self, part: Items, view: Any, key: str, item: Any) -> str:
        content = [item, *(source_of(view, source) for source in part.also)]
        named = {"item": item, "key": key, "id": _element(part, key)}
        return self._render(part.template, _element(part, key), content, view, part.also, named)

    def _render(
        self,
        template: str,
        element: str,
        content: list[Any],
        view: Any,
        sources: tuple[str, ...],
        named: dict[str, Any],
    ) -> str:
        def render() -> tuple[str, bool]:
            names = _Names(self.name_of)
            html = self.environment.get_template(template).render(
                **named,
                view=sight_of(view, sources),
                allowed_for=chooser(view, sources),
                seat=_looks(view),
                name_of=names,
            )
            return _INDENT.sub("\n", html).strip(), not names.used

        return self.cache.get((template, element, msgspec.msgpack.encode(content)), render)


class _Names:
    """Looks names up, and remembers that it did: a name can change or be deleted, so what shows one is not kept."""

    def __init__(self, look_up: Callable[[str], str]) -> None:
        self._look_up = look_up
        self.used = False

    def __call__(self, participant: str) -> str:
        self.used = True
        return self._look_up(participant)


def _changed(sources: tuple[str, ...], before: Any, view: Any) -> bool:
    for source in sources:
        old, new = source_of(before, source), source_of(view, source)
        if old is not new and old != new:
            return True
    return False


def _shown(part: Items, view: Any) -> dict[str, Any]:
    """The items of a part in the order of the screen, by key."""
    items: dict[str, Any] = source_of(view, part.source) or {}
    keep = FILTERS.get(part.when)
    ordered = sorted(items.items(), key=lambda pair: pair[1].order, reverse=part.place == "voor")
    return {key: item for key, item in ordered if keep is None or keep(item)}


def _place(part: Items, previous: str, html: str, last: bool) -> Op:
    if not previous:
        return _op("voor", part.target, html)
    return _op("achter", part.target, html) if last else _op("na", _element(part, previous), html)


def _element(part: Items, key: str) -> str:
    return f"{part.target}-{key}"


def _op(kind: str, target: str, html: str | None = None) -> Op:
    return {"op": kind, "target": target} | ({} if html is None else {"html": html})


def _looks(view: Any) -> Callable[[str], Sight]:
    """The template function `seat(id)`: how a seat looks, the same during the whole game."""
    seats = getattr(view, "seats", {})

    def seat(name: str) -> Sight:
        card = seats.get(name)
        if card is None:
            return Sight({**dict.fromkeys(_FIXED, ""), "id": name, "label": name, "short": name[:2].upper(), "hue": 0})
        return Sight({"id": name, **{field_name: getattr(card, field_name) for field_name in _FIXED}})

    return seat
