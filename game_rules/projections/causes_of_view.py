"""The graph of causes as one audience may see it: from its View alone, so it tells no more than that does."""

from __future__ import annotations

from ..vocabulary.views import CauseLine, ConsequenceCard, View
from .causes import Edge, Graph, Node, key_of

DATED = ("decisions", "acts", "questions", "promises", "moves", "proposals", "feed")
"""Collections of a View whose items say in which round they were."""


def graph_of_view(view: View) -> Graph:
    """The consequences of the View and the causes that it names. A cause that may not be seen is no node."""
    cards = {id_: card for id_, card in view.consequences.items() if not card.retracted}
    numbers = {id_: round_.order for id_, round_ in view.clock.rounds.items()}
    found = {key_of("consequence", id_): _consequence(id_, card) for id_, card in cards.items()}
    edges: list[Edge] = []
    for id_, card in cards.items():
        for line in (line for line in card.causes if line.id):
            key = key_of(line.kind, line.id)
            if key not in found and line.kind != "consequence":
                found[key] = _cause(view, line, card, numbers)
            if key in found:
                edges.append(Edge(cause=key, effect=key_of("consequence", id_)))
    nodes = {node.key: node for node in sorted(found.values(), key=lambda node: (node.order, node.ring))}
    return Graph(nodes=nodes, edges=tuple(dict.fromkeys(edges)))


def _consequence(id_: str, card: ConsequenceCard) -> Node:
    return Node(
        key=key_of("consequence", id_), kind="consequence", id=id_, title=card.title, ring=card.ring,
        number=card.number, order=card.order, indicators=tuple(card.shifts),
        unknown_cause=any(not line.id for line in card.causes),
    )  # fmt: skip


def _cause(view: View, line: CauseLine, effect: ConsequenceCard, numbers: dict[str, int]) -> Node:
    return Node(
        key=key_of(line.kind, line.id), kind=line.kind, id=line.id, title=line.text,
        number=min(numbers.get(_round(view, line.id), effect.number), effect.number), order=effect.order - 1,
    )  # fmt: skip


def _round(view: View, id_: str) -> str:
    for part in DATED:
        item = getattr(view, part).get(id_)
        if item is not None and item.round:
            return str(item.round)
    return ""
