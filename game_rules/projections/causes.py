"""Cause -> consequence -> later consequence: the graph of a game as data, and how far it reaches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..vocabulary.base import Fact


class Node(Fact):
    """A cause or a consequence.

    ring        1-5; 0 for a cause
    number      the played round, from 0; one past the last: the epilogue
    order       nodes in this order never show an effect before its cause
    seats       who it came from or was told to (none: everybody)
    indicators  what it moved
    """

    key: str
    kind: str
    id: str
    title: str
    ring: int = 0
    number: int = 0
    order: int = 0
    seats: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    unknown_cause: bool = False


class Edge(Fact):
    """One thing led to another: keys of nodes."""

    cause: str
    effect: str


class Graph(Fact):
    """Everything that led to something, and what it led to. Nodes in the order in which they came."""

    nodes: dict[str, Node]
    edges: tuple[Edge, ...] = ()


class Reach(Fact):
    """How far something went. chain: the longest row of keys. rounds: from first to last, both counted."""

    chain: tuple[str, ...] = ()
    consequences: int = 0
    rounds: int = 0
    rings: tuple[int, ...] = ()
    seats: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


def key_of(kind: str, id_: str) -> str:
    """The key of a node."""
    return f"{kind}:{id_}"


def effects(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Per key what followed from it directly."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        found[edge.cause].append(edge.effect)
    return {key: tuple(keys) for key, keys in found.items()}


def causes(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Per key what it followed from directly."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in graph.edges:
        found[edge.effect].append(edge.cause)
    return {key: tuple(keys) for key, keys in found.items()}


def following(graph: Graph, key: str) -> tuple[str, ...]:
    """Everything that followed from this, near or far, each once, in order. Without `key` itself."""
    next_of, seen, todo = effects(graph), set(), [key]
    while todo:
        for effect in next_of.get(todo.pop(), ()):
            if effect not in seen and effect != key:
                seen.add(effect)
                todo.append(effect)
    return tuple(node for node in graph.nodes if node in seen)


def longest_chain(graph: Graph, start: str = "") -> tuple[str, ...]:
    """The longest row of causes and effects, from `start` (empty: from anywhere). The earliest of equals."""
    next_of = effects(graph)
    best: dict[str, tuple[str, ...]] = {}
    for key in sorted(graph.nodes, key=lambda key: -graph.nodes[key].order):
        rows = [best[effect] for effect in next_of.get(key, ()) if effect in best]
        best[key] = (key, *max(rows, key=len, default=()))
    wanted = [start] if start in best else sorted(best, key=lambda key: graph.nodes[key].order)
    return max((best[key] for key in wanted), key=len, default=())


def reach(graph: Graph, start: str = "") -> Reach:
    """How far what followed from `start` went (empty: from everything together)."""
    keys = following(graph, start) if start else tuple(graph.nodes)
    found = [graph.nodes[key] for key in keys if graph.nodes[key].ring]
    first = [graph.nodes[start]] if start in graph.nodes else [node for node in graph.nodes.values() if not node.ring]
    numbers = [node.number for node in (*first, *found)]
    return Reach(
        chain=longest_chain(graph, start),
        consequences=len(found),
        rounds=max(numbers) - min(numbers) + 1 if found else 0,
        rings=tuple(sorted({node.ring for node in found})),
        seats=_once(seat for node in found for seat in node.seats),
        indicators=_once(name for node in found for name in node.indicators),
    )


def preceding(graph: Graph, key: str) -> frozenset[str]:
    """Everything that led to this, near or far, with `key` itself."""
    before, seen, todo = causes(graph), {key}, [key]
    while todo:
        for cause in before.get(todo.pop(), ()):
            if cause not in seen:
                seen.add(cause)
                todo.append(cause)
    return frozenset(seen)


def essence(graph: Graph, most: int) -> Graph:
    """The part that tells most in `most` nodes: what reached furthest first, each with everything that led to it."""
    far = sorted((node for node in graph.nodes.values() if node.ring), key=lambda node: (-node.ring, node.order))
    kept: set[str] = set()
    for node in far:
        row = preceding(graph, node.key)
        if len(kept | row) <= most:
            kept |= row
    nodes = {key: node for key, node in graph.nodes.items() if key in kept}
    edges = tuple(edge for edge in graph.edges if edge.cause in nodes and edge.effect in nodes)
    return Graph(nodes=nodes, edges=edges)


def costliest(graph: Graph, kind: str) -> str:
    """The key of the cause of this kind (for example `silence`) with most after it; empty: there is none."""
    found = [node for node in graph.nodes.values() if node.kind == kind and not node.ring]
    return max(found, key=lambda node: len(following(graph, node.key))).key if found else ""


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
