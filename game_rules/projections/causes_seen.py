"""The graph of causes as one audience may see it, and as part of a View.

Before the reveal only what led to what and may be seen; conditions, chances and the plan of the casus are for the
facilitator. After the reveal everything is for everybody (game.md 6). Figures show when they are open.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..tracing import Edge, Graph, Node, part, place
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause
from ..vocabulary.views import TraceCard, TraceLink
from .causes_of_state import graph_of_state
from .outcomes import figures_open, visible

OPEN_HOW = ("led", "moved", "opened", "part")
"""How one thing led to another, as far as it is told before the reveal."""

TOLD_OF = (
    "decision",
    "promise",
    "move",
    "override",
    "speech",
    "resigned",
    "proposal",
    "werkwijze",
    "milestone",
    "recommendation",
)
"""Kinds of which everybody heard the whole story."""


def graph_seen(state: GameState, seat: str = "", all_: bool = False) -> Graph:
    """The graph as this seat may see it (empty: as everybody may), or with everything in it."""
    whole = graph_of_state(state)
    if all_ or state.revealed:
        return whole if all_ or figures_open(state) else _without_figures(whole)
    told = part(whole, (key for key, node in whole.nodes.items() if _may_see(state, node, seat)))
    told = replace(told, edges=tuple(edge for edge in told.edges if edge.how in OPEN_HOW))
    nodes = {key: _as_told(state, node, seat) for key, node in told.nodes.items()}
    told = Graph(nodes=nodes, edges=told.edges)
    return told if figures_open(state) else _without_figures(told)


def _may_see(state: GameState, node: Node, seat: str) -> bool:
    if node.kind in ("chance", "plan"):
        return False
    if node.kind in ("indicator", "undo", "proposal", "missed", "merit", "judged", "stopped"):
        return True
    cause = Cause(kind=node.kind, id=node.id, version=node.order)  # type: ignore[arg-type]
    return visible(state, cause, seat)


def _as_told(state: GameState, node: Node, seat: str) -> Node:
    """Without what only some know of it; a consequence says that it has a cause that is not known yet."""
    happened = state.happened.get(node.id) if node.ring else None
    if happened is not None:
        hidden = any(not visible(state, cause, seat) for cause in happened.causes)
        return replace(node, unknown_cause=True) if hidden else node
    if node.kind in TOLD_OF or not (node.detail or node.seats):
        return node
    return replace(node, detail="", seats=())


def _without_figures(graph: Graph) -> Graph:
    """While the figures are closed nobody knows which indicators moved."""
    rest = part(graph, (key for key, node in graph.nodes.items() if node.kind != "indicator"))
    return Graph(nodes={key: replace(node, indicators=()) for key, node in rest.nodes.items()}, edges=rest.edges)


# --- in a View -------------------------------------------------------------------------------------------------------


def sources(state: GameState) -> tuple[object, ...]:
    """Every part of the state that the graph is made of."""
    return (
        state.happened, state.changes, state.grounds, state.decisions, state.acts, state.injects, state.cards,
        state.silences, state.questions, state.promises, state.proposals, state.moves, state.speeches, state.resigned,
        state.parked, state.werkwijzen, state.content, state.revealed, state.clock.step, state.clock.stage,
    )  # fmt: skip


def traced(state: GameState, seat: str = "", all_: bool = False) -> dict[str, TraceCard]:
    """The graph as cards by key, each with what it came from."""
    graph = graph_seen(state, seat, all_)
    links: dict[str, list[TraceLink]] = {key: [] for key in graph.nodes}
    for edge in graph.edges:
        links[edge.effect].append(TraceLink(key=edge.cause, how=edge.how))
    return {key: _card(node, tuple(links[key])) for key, node in graph.nodes.items()}


def _card(node: Node, links: tuple[TraceLink, ...]) -> TraceCard:
    return TraceCard(
        order=node.order, kind=node.kind, id=node.id, title=node.title, ring=node.ring, number=node.number,
        seats=node.seats, indicators=node.indicators, detail=node.detail, made_by=node.made_by,
        unknown_cause=node.unknown_cause, later=node.later, causes=links,
    )  # fmt: skip


def graph_of_cards(cards: Mapping[str, TraceCard]) -> Graph:
    """The same graph again, from the cards of a View."""
    nodes = {node.key: node for node in sorted((_of_card(key, card) for key, card in cards.items()), key=place)}
    edges = (Edge(cause=link.key, effect=key, how=link.how) for key in nodes for link in cards[key].causes)
    return Graph(nodes=nodes, edges=tuple(edge for edge in edges if edge.cause in nodes))


def _of_card(key: str, card: TraceCard) -> Node:
    return Node(
        key=key, kind=card.kind, id=card.id, title=card.title, ring=card.ring, number=card.number, order=card.order,
        seats=card.seats, indicators=card.indicators, detail=card.detail, made_by=card.made_by,
        unknown_cause=card.unknown_cause, later=card.later,
    )  # fmt: skip
