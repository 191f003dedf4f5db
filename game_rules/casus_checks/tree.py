"""A walk over everything in a casus, with the path under which a writer finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec import Struct

from ..vocabulary.casus import Casus
from ..vocabulary.conditions import Condition
from ..vocabulary.werkwijze import Fits
from .problem import join


@cache
def fields(kind: type[Struct]) -> tuple[tuple[str, str], ...]:
    """Per field its name in Python and its key in YAML."""
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(kind))


def structs(value: object, path: str = "") -> Iterator[tuple[str, Struct]]:
    """Every Struct in this value, itself included, with its path; parents before children.

    What a werkwijze adds is not in the casus yet: it is looked at where it is woven in.
    """
    if isinstance(value, Fits):
        return
    if isinstance(value, Struct):
        yield path, value
        for name, key in fields(type(value)):
            yield from structs(getattr(value, name), join(path, key))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from structs(item, join(path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from structs(item, f"{path}[{index}]")


def conditions(casus: Casus) -> Iterator[tuple[str, Condition]]:
    """Every condition of the casus, the ones inside others included."""
    for path, struct in structs(casus):
        if isinstance(struct, Condition):
            yield path, struct
