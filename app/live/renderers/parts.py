"""The words of `layout.py`: what a screen is made of, and how a part of a View is named.

A source names a part of a View: `clock`, `facilitator.injects` (a part of a part), or `allowed:vote` (what is
allowed in that group; for an item only what concerns that item). `facilitator.roster[]` is a collection of which an
item gets only the entry with its own key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ALLOWED = "allowed:"
EACH = "[]"


@dataclass(frozen=True, slots=True)
class Region:
    """A container with the id `target`, whose content is rendered anew when one of its sources changed.

    In the template: `view` with only the parts that `sources` names, `allowed_for(group, about="")`, `seat(id)`,
    `name_of(participant)`.
    """

    target: str
    template: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A container with the id `target` that holds one element per item of a collection, with the id `<target>-<key>`.

    place   where a newer item (a higher `order`) comes: `voor` = newest first, `achter` = newest last
    when    name of a filter in layout.FILTERS: which items are shown; empty = all
    also    further sources of the template; an item is rendered anew when what concerns it changed
    In the template: `item`, `key` (its key in the collection), `id` (the element id it must put on its outer element),
    and what a Region has; `view` holds only what `also` names, and `allowed_for` gives only what concerns the item.
    """

    target: str
    template: str
    source: str
    place: Literal["voor", "achter"] = "achter"
    when: str = ""
    also: tuple[str, ...] = ()


Part = Region | Items


@dataclass(frozen=True, slots=True)
class Screen:
    """One kind of screen: the page that holds it and its parts."""

    page: str
    parts: tuple[Part, ...]
