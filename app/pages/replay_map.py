"""What led to what in a replay: each box and line from the step at which this audience could know it."""

from __future__ import annotations

from game_rules.projections.causes_seen import graph_of_cards
from game_rules.projections.replay import LookBack
from game_rules.vocabulary.views import TraceCard

from ..reach_page import ReachPage, reach_page


def replay_map(found: LookBack) -> ReachPage:
    """The map as it was at the end of the replay."""
    there = found.at(len(found.moments) - 1).get("traced", {})
    cards = {key: card for key, card in there.items() if isinstance(card, TraceCard)}
    return reach_page(graph_of_cards(cards), "gevolgen", first_steps(found))


def first_steps(found: LookBack) -> dict[str, int]:
    """Per thing the step at which this audience first knew of it."""
    firsts: dict[str, int] = {}
    for span in found.parts.get("traced", ()):
        firsts[span.id] = min(span.first, firsts.get(span.id, span.first))
    return firsts
