"""What a facilitator reads beside a consequence to choose some out of many."""

from __future__ import annotations

from collections.abc import Mapping

from game_rules.vocabulary.views import ConsequenceCard

Consequences = Mapping[str, ConsequenceCard]


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
