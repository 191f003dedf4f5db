"""HTML for browsers: whole parts, and the operations that bring a screen from one View to the next.

An operation is `{"op", "target", "html"}`; each may be applied twice without harm:

    vul     the content of the element `target` becomes this
    voor    first child of `target`           achter  last child of `target`
    na      directly after the element `target`
    morf    the element `target` becomes this  weg     the element `target` goes
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec
from jinja2 import Environment

from .cache import FragmentCache
from .layout import FILTERS
from .parts import Items, Part, Region, Screen
from .sight import chooser, looks, sight_of
from .sources import Sources, changed

Op = dict[str, str]
Shown = tuple[Sources, Any]

KEPT_VIEWS = 64
_INDENT = re.compile(r"[ \t]*\n\s*(?=[<\n])|[ \t]*\n[ \t]+")


@dataclass(slots=True)
class HtmlRenderer:
    """Renders the parts of one game. `name_of` gives the name of a participant, which is never in a View."""

    environment: Environment
    name_of: Callable[[str], str]
    cache: FragmentCache = field(default_factory=FragmentCache)
    _known: OrderedDict[int, Sources] = field(default_factory=OrderedDict)

    def whole(self, screen: Screen, view: Any) -> dict[str, str]:
        """The content of every part, by target."""
        now = self._sources(view)
        return {part.target: self._content(part, now) for part in screen.parts}

    def fill(self, screen: Screen, view: Any) -> list[Op]:
        """The operations that make any screen show this View."""
        return [_op("vul", target, html) for target, html in self.whole(screen, view).items()]

    def changes(self, screen: Screen, before: Any, view: Any) -> list[Op]:
        """The operations from one View to the next: nothing for what did not change."""
        old, now = self._sources(before), self._sources(view)
        return [op for part in screen.parts for op in self._part_changes(part, old, now)]

    def _sources(self, view: Any) -> Sources:
        """What was looked up for this View before: the View of one step is the former View of the next."""
        known = self._known.get(id(view))
        if known is None or known.view is not view:
            known = self._known[id(view)] = Sources(view)
            if len(self._known) > KEPT_VIEWS:
                self._known.popitem(last=False)
        return known

    def _content(self, part: Part, now: Sources) -> str:
        """What is inside the container of a part."""
        if isinstance(part, Region):
            return self._region(part, now)
        return "".join(self._item(part, now, key, item) for key, item in _shown(part, now).items())

    def _part_changes(self, part: Part, old: Sources, now: Sources) -> Iterator[Op]:
        if isinstance(part, Items):
            if changed(old, now, (part.source, *part.also)):
                yield from self._items_changes(part, old, now)
        elif changed(old, now, part.sources):
            html = self._region(part, now)
            if html != self._region(part, old):
                yield _op("vul", part.target, html)

    def _items_changes(self, part: Items, old: Sources, now: Sources) -> Iterator[Op]:
        former, items = _shown(part, old), _shown(part, now)
        if [key for key in former if key in items] != [key for key in items if key in former]:
            yield _op("vul", part.target, self._content(part, now))
            return
        yield from (_op("weg", _element(part, key)) for key in former if key not in items)
        around = changed(old, now, part.also)
        previous = ""
        for key, item in items.items():
            html = self._new_html(part, (old, former.get(key)), (now, item), key, around)
            if html is not None and key in former:
                yield _op("morf", _element(part, key), html)
            elif html is not None:
                yield _place(part, previous, html, key == next(reversed(items)))
            previous = key

    def _new_html(self, part: Items, before: Shown, after: Shown, key: str, around: bool) -> str | None:
        """The fragment of an item when it differs from the one before; None when there is nothing to send."""
        (old, former), (now, item) = before, after
        if former is None:
            return self._item(part, now, key, item)
        if (item is former or item == former) and not (around and changed(old, now, part.also, key)):
            return None
        html = self._item(part, now, key, item)
        return None if html == self._item(part, old, key, former) else html

    def _region(self, part: Region, now: Sources) -> str:
        return self._render(part.template, part.target, now.all(part.sources), now, part.sources, {})

    def _item(self, part: Items, now: Sources, key: str, item: Any) -> str:
        named = {"item": item, "key": key, "id": _element(part, key)}
        return self._render(part.template, named["id"], [item, *now.all(part.also, key)], now, part.also, named)

    def _render(
        self,
        template: str,
        element: str,
        content: list[Any],
        now: Sources,
        sources: tuple[str, ...],
        named: dict[str, Any],
    ) -> str:
        def render(name_of: Callable[[str], str]) -> str:
            html = self.environment.get_template(template).render(
                **named,
                view=sight_of(now, sources, named.get("key", "")),
                allowed_for=chooser(now, sources, named.get("key", "")),
                seat=looks(now.view),
                name_of=name_of,
            )
            return _INDENT.sub("\n", html).strip()

        return self.cache.get((template, element, msgspec.msgpack.encode(content)), self.name_of, render)


def _shown(part: Items, now: Sources) -> dict[str, Any]:
    """The items of a part in the order of the screen, by key."""
    items: dict[str, Any] = now(part.source) or {}
    keep = FILTERS.get(part.when)
    ordered = sorted(items.items(), key=lambda pair: pair[1].order, reverse=part.place == "voor")
    return {key: item for key, item in ordered if keep is None or keep(item, now.view)}


def _place(part: Items, previous: str, html: str, last: bool) -> Op:
    if not previous:
        return _op("voor", part.target, html)
    return _op("achter", part.target, html) if last else _op("na", _element(part, previous), html)


def _element(part: Items, key: str) -> str:
    return f"{part.target}-{key}"


def _op(kind: str, target: str, html: str | None = None) -> Op:
    return {"op": kind, "target": target} | ({} if html is None else {"html": html})
