"""Cause -> consequence -> later consequence: the graph of a game as data, and how far it reaches.

Who made the graph of a game: `projections.causes_of_state`. Here is what can be asked of any graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from .vocabulary.base import Fact
from .vocabulary.views_lab import How as How
from .vocabulary.views_lab import MadeBy as MadeBy

BETWEEN = ("indicator", "chance", "plan", "merit", "judged")
"""Kinds that stand between causes and consequences: they explain, and are no link of a chain."""


class Node(Fact):
    """A cause or a consequence.

    kind        of cause (`state_parts.CauseKind`), or missed, proposal, merit, chance, plan, undo
    ring        1-5; 0 for what is no consequence
    number      the played round, from 0; one past the last: the epilogue
    order       nodes stand in this order: never an effect before its cause
    seats       who did it or was told (none: everybody)
    indicators  what it moved
    detail      one Dutch sentence more: who decided, who was told, by how much it moved
    later       one year later
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
    detail: str = ""
    made_by: MadeBy = ""
    unknown_cause: bool = False
    later: bool = False


class Edge(Fact):
    """One thing led to another: keys of nodes, and how."""

    cause: str
    effect: str
    how: How = "led"


class Graph(Fact):
    """What led to what. Nodes in the order in which they came."""

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


def place(node: Node) -> tuple[int, int, int, str]:
    """The order of nodes: what explains something just before it, the figures that it moved just behind."""
    rank = {"chance": -1, "plan": -1, "indicator": 1}
    return node.order, rank.get(node.kind, 0), node.ring, node.key


# --- from one thing to the next --------------------------------------------------------------------------------------


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
    seen = _walk(effects(graph), (key,))
    return tuple(node for node in graph.nodes if node in seen and node != key)


def preceding(graph: Graph, *keys: str) -> frozenset[str]:
    """Everything that led to these, near or far, with themselves."""
    return _walk(causes(graph), keys)


def why(graph: Graph, key: str) -> Graph:
    """Everything that led to this, back to the first causes, with `key` itself. Empty for a key that is not there."""
    return part(graph, preceding(graph, key))


def led_to(graph: Graph, key: str) -> Graph:
    """Everything that followed from this, with `key` itself. Empty for a key that is not there."""
    return part(graph, {key, *following(graph, key)})


def origins(graph: Graph, key: str) -> tuple[Node, ...]:
    """The first causes of this, near or far: what somebody, the facilitator or the lot began."""
    return tuple(node for node in why(graph, key).nodes.values() if node.made_by)


def part(graph: Graph, keys: Iterable[str]) -> Graph:
    """These nodes, with the edges between them."""
    wanted = frozenset(keys)
    nodes = {key: node for key, node in graph.nodes.items() if key in wanted}
    return Graph(nodes=nodes, edges=tuple(edge for edge in graph.edges if edge.cause in nodes and edge.effect in nodes))


def _walk(next_of: Mapping[str, tuple[str, ...]], start: Iterable[str]) -> frozenset[str]:
    seen, todo = set(start), list(start)
    while todo:
        for other in next_of.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return frozenset(seen)


# --- how far ---------------------------------------------------------------------------------------------------------


def longest_chain(graph: Graph, start: str = "") -> tuple[str, ...]:
    """The longest row of causes and effects, from `start` (empty: from anywhere). The earliest of equals.

    What only explains (`BETWEEN`) is no link.
    """
    next_of = effects(graph)
    best: dict[str, tuple[str, ...]] = {}
    for key in reversed(graph.nodes):
        longest = max((best[effect] for effect in next_of.get(key, ()) if effect in best), key=len, default=())
        best[key] = longest if graph.nodes[key].kind in BETWEEN else (key, *longest)
    wanted = [start] if start in best else list(graph.nodes)
    return max((best[key] for key in wanted), key=len, default=())


def reach(graph: Graph, start: str = "") -> Reach:
    """How far what followed from `start` went (empty: from everything together)."""
    whole = _told(graph, start)
    found = [node for key, node in whole.nodes.items() if key != start]
    fell = [node for node in found if node.ring]
    first = [graph.nodes[start]] if start in graph.nodes else found
    numbers = [node.number for node in (*first, *fell)]
    return Reach(
        chain=longest_chain(whole, start),
        consequences=len(fell),
        rounds=max(numbers) - min(numbers) + 1 if fell else 0,
        rings=tuple(sorted({node.ring for node in fell})),
        seats=_once(seat for node in found for seat in node.seats),
        indicators=_once(name for node in found for name in node.indicators),
    )


def _told(graph: Graph, start: str) -> Graph:
    """What is counted: what followed, or all consequences with everything that led to them."""
    if start:
        return led_to(graph, start)
    return part(graph, preceding(graph, *(key for key, node in graph.nodes.items() if node.ring)))


def costliest(graph: Graph, causes: Iterable[str]) -> str:
    """Which of these causes (keys of nodes; others do not count) has most consequences; empty: there is none."""
    counts = {key: reach(graph, key).consequences for key in causes if key in graph.nodes}
    return max(counts, key=lambda key: counts[key], default="") if any(counts.values()) else ""


# --- what is drawn ---------------------------------------------------------------------------------------------------


def essence(graph: Graph, most: int) -> Graph:
    """The part that tells most in `most` nodes: what reached furthest first, each with everything that led to it."""
    far = sorted((node for node in graph.nodes.values() if node.ring), key=lambda node: (-node.ring, node.order))
    before, kept = causes(graph), frozenset[str]()
    for node in far:
        more = kept | _walk(before, (node.key,))
        if len(more) <= most:
            kept = more
    return part(graph, kept)


def drawable(graph: Graph) -> Graph:
    """What has a place on a map: without what only explains (its causes lead straight to its effects), and only what
    led to something or followed from something."""
    edges = graph.edges
    for key in (key for key, node in graph.nodes.items() if node.kind in BETWEEN):
        edges = _bridged(edges, key)
    used = {key for edge in edges for key in (edge.cause, edge.effect)}
    used |= {key for key, node in graph.nodes.items() if node.ring}
    return part(replace(graph, edges=edges), used)


def _bridged(edges: tuple[Edge, ...], key: str) -> tuple[Edge, ...]:
    """The same edges around one node."""
    into = [edge.cause for edge in edges if edge.effect == key]
    out = [edge for edge in edges if edge.cause == key]
    around = [replace(edge, cause=cause) for cause in into for edge in out]
    rest = [edge for edge in edges if key not in (edge.cause, edge.effect)]
    return tuple(dict.fromkeys((*rest, *around)))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
