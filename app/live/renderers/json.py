"""JSON for programs: a whole View as plain data, and JSON Merge Patch (RFC 7396) from one View to the next.

A View has no nulls, so a null in a merge always means: this is not there any more.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec


def plain(view: Any) -> Any:
    """The View as dicts, lists, strings and numbers; defaults are left out."""
    return msgspec.to_builtins(view)


def merge_patch(before: Any, view: Any) -> dict[str, Any]:
    """The merge patch (RFC 7396) that turns `plain(before)` into `plain(view)`; empty when they are equal.

    Parts that are the same object are not looked at; what is encoded is only what changed.
    """
    patch: dict[str, Any] = {}
    for name in view.__struct_fields__:
        old, new = getattr(before, name), getattr(view, name)
        if old is not new and old != new:
            patch |= _field(name, old, new, view)
    return patch


def _field(name: str, old: Any, new: Any, view: Any) -> dict[str, Any]:
    """The change of one field. A field at its default is not in the plain View, so it is taken out with a null."""
    default = _defaults(view.__class__).get(name, msgspec.NODEFAULT)
    if new == default:
        return {name: None}
    if old == default:
        return {name: plain(new)}
    if isinstance(old, dict) and isinstance(new, dict):
        return {name: _collection(old, new)}
    return {name: _difference(plain(old), plain(new))}


@cache
def _defaults(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return {
        field.name: field.default_factory() if field.default is msgspec.NODEFAULT else field.default
        for field in msgspec.structs.fields(kind)
        if not field.required
    }


def _collection(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """The change of a collection: only the items that are other objects with another content."""
    patch: dict[str, Any] = {key: None for key in old if key not in new}
    for key, item in new.items():
        if key not in old:
            patch[key] = plain(item)
        elif item is not old[key] and item != old[key]:
            patch[key] = _difference(plain(old[key]), plain(item))
    return patch


def _difference(old: Any, new: Any) -> Any:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    patch: dict[str, Any] = {key: None for key in old if key not in new}
    for key, value in new.items():
        if key not in old:
            patch[key] = value
        elif value != old[key]:
            patch[key] = _difference(old[key], value)
    return patch
