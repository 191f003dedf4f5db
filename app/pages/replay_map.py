"""The map of consequences of a replay: its picture, and the list behind it with one item per box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from game_rules.projections.causes import Graph, Node, Reach, causes, effects, essence, reach
from game_rules.projections.causes_of_view import graph_of_parts
from game_rules.projections.replay import LookBack, Span
from game_rules.vocabulary.views import ConsequenceCard, DecisionCard, IndicatorCard

from ..charts import Box, Link, reach_map
from ..texts_nl import CAUSES, RINGS, counted, signed

PART_OF = {"decision": "decisions", "act": "acts", "question": "questions", "promise": "promises", "move": "moves",
           "inject": "feed", "consequence": "consequences", "card": "cards"}  # fmt: skip
"""In which part of a View a cause itself can be found."""


MOST = 32
"""So many boxes can be read in one picture."""


@dataclass(frozen=True, slots=True)
class MapItem:
    """A box of the map in words. `first`: from which step. causes and effects: keys of other boxes."""

    node: Node
    first: int
    kind: str
    where: str
    text: str
    shifts: str
    causes: tuple[str, ...]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplayMap:
    """The picture, the list, and how far it all went. left_out: how many are in the list only."""

    picture: Markup
    items: dict[str, MapItem]
    reach: Reach
    told: str
    left_out: int


def replay_map(found: LookBack) -> ReplayMap:
    """The map as it was at the end of the replay; each box from the step at which it came."""
    graph = graph_of_parts(found.at(len(found.moments) - 1), found.rounds)
    items = _items(found, graph)
    far, drawn = reach(graph), essence(graph, MOST)
    left_out = len(graph.nodes) - len(drawn.nodes)
    return ReplayMap(_picture(found, drawn, items), items, far, _told(far, items), left_out)


def _items(found: LookBack, graph: Graph) -> dict[str, MapItem]:
    before, after = causes(graph), effects(graph)
    return {
        key: _item(found, node, tuple(before.get(key, ())), tuple(after.get(key, ())))
        for key, node in graph.nodes.items()
    }


def _item(found: LookBack, node: Node, before: tuple[str, ...], after: tuple[str, ...]) -> MapItem:
    card = _last(found.parts.get("consequences", ()), node.id) if node.ring else None
    card = card if isinstance(card, ConsequenceCard) else None
    return MapItem(
        node=node, first=first_step(found, node), where=_column(found, node.number), causes=before, effects=after,
        kind=f"reikt tot {RINGS[node.ring]}" if node.ring else CAUSES[node.kind],
        text=card.text if card else "", shifts=_shifts(found, card) if card else "",
    )  # fmt: skip


def first_step(found: LookBack, node: Node) -> int:
    """From which step a box shows: when the thing itself came, else when it was first named as a cause."""
    own = [span.first for span in found.parts.get(PART_OF.get(node.kind, ""), ()) if span.id == node.id and _done(span)]
    named = [span.first for span in found.parts.get("consequences", ()) if _names(span, node)]
    return min(own or named or [0])


def _done(span: Span) -> bool:
    return not isinstance(span.item, DecisionCard) or span.item.status == "decided"


def _names(span: Span, node: Node) -> bool:
    card = span.item
    return isinstance(card, ConsequenceCard) and any(
        (line.kind, line.id) == (node.kind, node.id) for line in card.causes
    )


def _last(spans: Iterable[Span], id_: str) -> object:
    return next((span.item for span in reversed(list(spans)) if span.id == id_), None)


def _shifts(found: LookBack, card: ConsequenceCard) -> str:
    labels = {
        span.id: span.item.label for span in found.parts.get("indicators", ()) if isinstance(span.item, IndicatorCard)
    }
    return ", ".join(f"{labels.get(key, key)} {signed(shift)}" for key, shift in card.shifts.items() if shift)


# --- the picture -----------------------------------------------------------------------------------------------------


def _picture(found: LookBack, graph: Graph, items: dict[str, MapItem]) -> Markup:
    numbers = [node.number for node in graph.nodes.values()]
    columns = [_column(found, number) for number in range(max(numbers, default=0) + 1)]
    rows = ["Oorzaak", *(f"{ring} {name.capitalize()}" for ring, name in RINGS.items())]
    used = max((node.ring for node in graph.nodes.values()), default=0) + 1
    boxes = [_box(items[key]) for key in graph.nodes]
    links = [Link(edge.cause, edge.effect, f"{_later(items, edge.cause, edge.effect)}-") for edge in graph.edges]
    return reach_map(boxes, links, columns, rows[:used])


def _column(found: LookBack, number: int) -> str:
    return "Eén jaar later" if number >= len(found.rounds) else f"Ronde {number + 1}"


def _later(items: dict[str, MapItem], *keys: str) -> int:
    return max(items[key].first for key in keys)


def _box(item: MapItem) -> Box:
    node = item.node
    return Box(
        id=node.key, kind=node.kind, title=node.title, column=node.number, row=node.ring,
        sub=item.shifts if node.ring else item.kind.capitalize(), href=f"#{anchor(node.key)}", span=f"{item.first}-",
    )  # fmt: skip


def anchor(key: str) -> str:
    """The id of the item of a box on the page."""
    return f"knoop-{key.replace(':', '-')}"


def _told(far: Reach, items: dict[str, MapItem]) -> str:
    if not far.consequences:
        return ""
    rings = [RINGS[ring] for ring in far.rings]
    longest = " → ".join(items[key].node.title for key in far.chain)
    return (
        f"{counted(far.consequences, 'gevolg', 'gevolgen')} in {counted(far.rounds, 'ronde', 'rondes')}. "
        f"Het verst reikte: {rings[-1]}. Langste keten: {longest}."
    )
