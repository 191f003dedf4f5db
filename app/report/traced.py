"""What each decision led to, in words: for who reads a report on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game_rules.projections.report import Report
from game_rules.tracing import Graph, Node, led_to, reach, why

from ..texts_nl import RINGS, TRACED, counted

TOLD_OF = ("decision", "werkwijze", "move", "override", "resigned")
"""What people chose: of these the report says what followed."""

SHOWN = 3
When = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class LedTo:
    """One choice. who: how it came about. far: how far it went. chain: the longest row that began with it.

    because: what had made it possible.
    """

    title: str
    kind: str
    when: str
    who: str
    because: str
    far: str
    chain: str


def choices_of(report: Report, when: When) -> tuple[LedTo, ...]:
    """Every choice of the table that something followed from, in order. when: the round of a node in words."""
    return tuple(_told(report.graph, node, when) for node in _choices(report.graph))


def _choices(graph: Graph) -> Iterator[Node]:
    causes = {edge.cause for edge in graph.edges}
    return (node for node in graph.nodes.values() if node.kind in TOLD_OF and node.key in causes)


def _told(graph: Graph, node: Node, when: When) -> LedTo:
    return LedTo(
        title=node.title, kind=TRACED[node.kind].capitalize(), when=when(node.number), who=node.detail,
        because=_because(graph, node.key), far=_far(graph, node.key), chain=_chain(graph, node.key),
    )  # fmt: skip


def _because(graph: Graph, key: str) -> str:
    before = [one.title.rstrip(".") for one in why(graph, key).nodes.values() if one.key != key and one.kind != "plan"]
    return "; ".join(before[-SHOWN:])


def _far(graph: Graph, key: str) -> str:
    found = reach(graph, key)
    if not found.consequences:
        later = [node.title for node in led_to(graph, key).nodes.values() if node.key != key]
        return f"Geen gevolg. Wel: {'; '.join(later[:SHOWN])}." if later else "Geen gevolg."
    moved = f", {counted(len(found.indicators), 'indicator', 'indicatoren')}" if found.indicators else ""
    return (
        f"{counted(found.consequences, 'gevolg', 'gevolgen')} in {counted(found.rounds, 'ronde', 'rondes')}{moved}. "
        f"Reikt tot: {RINGS[max(found.rings)]}."
    )


def _chain(graph: Graph, key: str) -> str:
    titles = [graph.nodes[one].title.rstrip(".") for one in reach(graph, key).chain[1:]]
    return ", daarna ".join(f"‘{title}’" for title in titles)
