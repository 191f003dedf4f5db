"""The graph of causes as one audience may see it: from its View alone, so it tells no more than that does."""

from __future__ import annotations

from collections.abc import Mapping

from ..vocabulary.base import Fact
from ..vocabulary.views import CauseLine, ConsequenceCard, RoundMark, View
from .causes import Edge, Graph, Node, key_of

DATED = ("decisions", "acts", "questions", "promises", "moves", "proposals", "feed")
"""Collections of a View whose items say in which round they were."""

Parts = Mapping[str, Mapping[str, Fact]]


def graph_of_view(view: View) -> Graph:
    """The consequences of the View and the causes that it names. A cause that may not be seen is no node."""
    parts: Parts = {part: getattr(view, part) for part in (*DATED, "consequences")}
    return graph_of_parts(parts, view.clock.rounds)


def graph_of_parts(parts: Parts, rounds: Mapping[str, RoundMark]) -> Graph:
    """The same from the collections of a View by name, for example of one moment of a replay."""
    numbers = {id_: place for place, id_ in enumerate(sorted(rounds, key=lambda id_: rounds[id_].order))}
    items = parts.get("consequences", {})
    cards = {id_: card for id_, card in items.items() if isinstance(card, ConsequenceCard) and not card.retracted}
    found = {key_of("consequence", id_): _consequence(id_, card, len(numbers)) for id_, card in cards.items()}
    edges: list[Edge] = []
    for id_, card in cards.items():
        effect = found[key_of("consequence", id_)]
        for line in (line for line in card.causes if line.id):
            key = key_of(line.kind, line.id)
            if key not in found and line.kind != "consequence":
                found[key] = _cause(line, effect, numbers.get(_round(parts, line.id), effect.number))
            if key in found:
                edges.append(Edge(cause=key, effect=effect.key))
    nodes = {node.key: node for node in sorted(found.values(), key=lambda node: (node.order, node.ring))}
    return Graph(nodes=nodes, edges=tuple(dict.fromkeys(edges)))


def _consequence(id_: str, card: ConsequenceCard, epilogue: int) -> Node:
    return Node(
        key=key_of("consequence", id_), kind="consequence", id=id_, title=card.title, ring=card.ring,
        number=epilogue if card.epilogue else max(card.number - 1, 0), order=card.order, indicators=tuple(card.shifts),
        unknown_cause=any(not line.id for line in card.causes),
    )  # fmt: skip


def _cause(line: CauseLine, effect: Node, number: int) -> Node:
    return Node(
        key=key_of(line.kind, line.id), kind=line.kind, id=line.id, title=line.text,
        number=min(number, effect.number), order=effect.order - 1,
    )  # fmt: skip


def _round(parts: Parts, id_: str) -> str:
    found = (parts[part][id_] for part in DATED if id_ in parts.get(part, {}))
    return next((str(round_) for item in found if (round_ := getattr(item, "round", ""))), "")
