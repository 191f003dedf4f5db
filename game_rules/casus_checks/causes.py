"""Every consequence must have a cause, and no consequence may be its own cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..vocabulary.casus import Consequence, Content
from ..vocabulary.werkwijze import Parts
from ..weaving import BADLY, WELL
from .names import REFERENCES
from .problem import Problem, error
from .tree import structs


def check_causes(content: Content) -> Iterator[Problem]:
    """Consequences that nothing starts, and circles in `next`."""
    consequences = content.casus.consequences
    started = started_names(content)
    for name in consequences:
        if name not in started:
            message = f"Niets begint het gevolg `{name}`. Noem het bij een keuze, gebeurtenis, kaart of ander gevolg."
            yield error(f"consequences.{name}", "consequence_never_started", message)
    for circle in _circles(consequences):
        message = "Deze gevolgen lopen in een kring: " + " → ".join(f"`{name}`" for name in (*circle, circle[0])) + "."
        yield error(f"consequences.{circle[0]}.next", "consequence_circle", message)


def longest_chain(consequences: Mapping[str, Consequence]) -> tuple[str, ...]:
    """The longest line of consequences that start each other by `next`; circles are cut."""
    best: dict[str, tuple[str, ...]] = {}

    def chain(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name not in best:
            below = [chain(after, (*above, name)) for after in _next(consequences, name) if after not in (*above, name)]
            best[name] = (name, *max(below, key=len, default=()))
        return best[name]

    return max((chain(name, ()) for name in consequences), key=len, default=())


def started_names(content: Content) -> set[str]:
    """Consequences that something other than themselves starts, a werkwijze and its end included."""
    started = {f"{id_}_{end}" for id_ in content.werkwijzen for end in (WELL, BADLY)}
    bound = (one for werkwijze in content.werkwijzen.values() for one in structs(replace(werkwijze, parts=Parts())))
    for path, struct in (*structs(content.casus), *bound):
        for field, kind in REFERENCES.get(type(struct), {}).items():
            if kind == "consequence" and isinstance(named := getattr(struct, field), tuple):
                started.update(name for name in named if path != f"consequences.{name}")
    return started


def _next(consequences: Mapping[str, Consequence], name: str) -> list[str]:
    return [after for after in consequences[name].next if after in consequences]


def _circles(consequences: Mapping[str, Consequence]) -> Iterator[tuple[str, ...]]:
    """Every circle that a walk along `next` runs into, once, beginning at its first name in the file."""
    order = list(consequences)
    seen: list[tuple[str, ...]] = []
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            seen.append(trail[trail.index(name) :])
        elif name not in done:
            for after in _next(consequences, name):
                walk(after, (*trail, name))
            done.add(name)

    for name in order:
        walk(name, ())
    for circle in seen:
        start = circle.index(min(circle, key=order.index))
        yield (*circle[start:], *circle[:start])
