"""Which consequences are worth weighing in the debrief: what a facilitator needs to choose three out of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game_rules.vocabulary.views import ConsequenceCard

Consequences = Mapping[str, ConsequenceCard]
MOST = 3


def chain_length(consequences: Consequences, key: str, seen: frozenset[str] = frozenset()) -> int:
    """How many consequences follow from each other up to this one, itself included."""
    before = [
        chain_length(consequences, cause.id, seen | {key})
        for cause in consequences[key].causes
        if cause.kind == "consequence" and cause.id in consequences and cause.id not in seen | {key}
    ]
    return 1 + max(before, default=0)


def silent(card: ConsequenceCard) -> bool:
    """Whether somebody who kept silent is among the causes."""
    return any(cause.kind == "silence" for cause in card.causes)


def suggestions(consequences: Consequences, offered: Mapping[str, str]) -> dict[str, str]:
    """Three of what is offered (fewer when there are no more), each with why: the longest chain, the costliest silence,
    the furthest reach; where nobody kept silent, the next in reach takes its place.
    """
    found: dict[str, str] = {}
    for why, ranked in _rankings(consequences, [key for key in offered if key in consequences]):
        first = next((key for key in ranked if key not in found), None)
        if first is not None and len(found) < MOST:
            found[first] = why
    return found


def _rankings(consequences: Consequences, keys: list[str]) -> Iterator[tuple[str, list[str]]]:
    def size(key: str) -> int:
        return sum(abs(shift) for shift in consequences[key].shifts.values())

    yield "langste keten", sorted(keys, key=lambda key: -chain_length(consequences, key))
    yield "duurste stilte", sorted((key for key in keys if silent(consequences[key])), key=lambda key: -size(key))
    furthest = sorted(keys, key=lambda key: (-consequences[key].ring, -size(key)))
    yield from (("reikt het verst", furthest), ("reikt ook ver", furthest), ("reikt ook ver", furthest))
