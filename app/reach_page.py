"""What led to what, ready to be drawn: the map, the same as a list, and how far it all went. For every page and screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from game_rules.projections.causes_seen import graph_of_cards
from game_rules.projections.replay_lines import LogLine
from game_rules.tracing import BETWEEN, Graph, Node, Reach, causes, drawable, effects, essence, key_of, part, reach
from game_rules.vocabulary.views import TraceCard

from .charts import Box, Link, reach_map
from .texts_nl import RINGS, TRACED, counted

MOST = 32
"""So many boxes can be read in one picture."""

LATER = "Eén jaar later"


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the graph as somebody reads it: the other thing, and how the one led to the other."""

    key: str
    title: str
    how: str


@dataclass(frozen=True, slots=True)
class ReachItem:
    """One thing in words. when: in which round. first: the step of a replay from which it shows.

    causes and effects: what is directly before and after it. back: the causes, for the script.
    """

    node: Node
    kind: str
    when: str
    shifts: str
    first: int
    causes: tuple[Step, ...]
    effects: tuple[Step, ...]

    @property
    def alone(self) -> bool:
        """Whether it led to nothing and followed from nothing."""
        return not (self.causes or self.effects)

    @property
    def back(self) -> str:
        """What it came from, for the script."""
        return _back((one.key, one.how) for one in self.causes)


@dataclass(frozen=True)
class ReachPage:
    """The picture, the list, and how far it all went. left_out: how many are in the list only."""

    graph: Graph
    picture: Markup
    items: dict[str, ReachItem]
    reach: Reach
    left_out: int

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """How far it went, as numbers with what they count."""
        far = self.reach
        return (
            (str(far.consequences), "gevolg" if far.consequences == 1 else "gevolgen"),
            (str(len(far.chain)), "stap in de langste keten" if len(far.chain) == 1 else "stappen in de langste keten"),
            (str(far.rounds), "ronde" if far.rounds == 1 else "rondes"),
            (RINGS[max(far.rings)].capitalize() if far.rings else "–", "zo ver reikte het"),
            (str(len(far.seats)), "zetel geraakt" if len(far.seats) == 1 else "zetels geraakt"),
            (str(len(far.indicators)), "indicator bewoog" if len(far.indicators) == 1 else "indicatoren bewogen"),
        )

    @property
    def told(self) -> str:
        """How far it went, in a sentence; empty when nothing followed."""
        far = self.reach
        if not far.consequences:
            return ""
        chain = " → ".join(self.graph.nodes[key].title.rstrip(".") for key in far.chain)
        return (
            f"{counted(far.consequences, 'gevolg', 'gevolgen')} in {counted(far.rounds, 'ronde', 'rondes')}. "
            f"Het verst reikte: {RINGS[max(far.rings)]}. Langste keten: {chain}."
        )

    @property
    def figures(self) -> dict[str, str]:
        """The indicators that moved, with what they are called."""
        moved = [item.node for item in self.items.values() if item.node.kind == "indicator"]
        return {node.id.rpartition(".")[0]: node.title.rpartition(" ")[0] for node in moved}

    @cached_property
    def by_item(self) -> dict[str, str]:
        """By the id of an item of the account (`e12`) the key of what it tells of, when it led to or came from something."""
        told = (item for item in self.items.values() if item.node.kind not in BETWEEN and not item.alone)
        return {f"e{item.node.order}": item.node.key for item in told}

    def of_line(self, line: LogLine) -> str:
        """The key of what a line of the log tells of; empty: nothing that led to or came from something."""
        card = self.items.get(key_of("card", line.id.rpartition("-")[0])) if line.kind == "card" else None
        return self.by_item.get(line.id) or (card.node.key if card and not card.alone else "")


def reach_page(graph: Graph, chart: str, firsts: Mapping[str, int] | None = None) -> ReachPage:
    """Everything of this graph, with what tells most on the map. chart: the id of the picture, unique on the page.

    firsts: per key the step of a replay from which it shows; without, everything shows.
    """
    return _page(graph, chart, essence(drawable(graph), MOST), firsts)


def reach_of(cards: Mapping[str, TraceCard], chart: str) -> ReachPage:
    """The same from the part of a View."""
    return reach_page(graph_of_cards(cards), chart)


def chain_of(cards: Mapping[str, TraceCard], chart: str) -> ReachPage:
    """The same with the longest chain alone on the map: few boxes, to be read from afar, and nobody there to choose one."""
    graph = graph_of_cards(cards)
    return _page(graph, chart, part(drawable(graph), reach(graph).chain), None, chosen=False)


def _page(
    graph: Graph, chart: str, drawn: Graph, firsts: Mapping[str, int] | None, *, chosen: bool = True
) -> ReachPage:
    """chosen: whether a box can be chosen, to read its trail."""
    items = _items(graph, firsts or {})
    left_out = len(drawable(graph).nodes) - len(drawn.nodes)
    return ReachPage(graph, _picture(drawn, items, chart, firsts, chosen), items, reach(graph), left_out)


# --- in words --------------------------------------------------------------------------------------------------------


def _items(graph: Graph, firsts: Mapping[str, int]) -> dict[str, ReachItem]:
    before, after = causes(graph), effects(graph)
    how = {(edge.cause, edge.effect): edge.how for edge in graph.edges}

    def steps(key: str, others: Sequence[str], back: bool) -> tuple[Step, ...]:
        pairs = ((other, (other, key) if back else (key, other)) for other in others)
        return tuple(Step(other, graph.nodes[other].title, how[pair]) for other, pair in pairs)

    return {
        key: ReachItem(
            node=node, kind=kind_words(node), when=when_words(node), first=firsts.get(key, 0),
            shifts=_shifts(graph, after.get(key, ())) if node.ring else "",
            causes=steps(key, before.get(key, ()), True), effects=steps(key, after.get(key, ()), False),
        )
        for key, node in graph.nodes.items()
    }  # fmt: skip


def _shifts(graph: Graph, after: Sequence[str]) -> str:
    """What a consequence moved: `Vertrouwen −8, Rust +4`."""
    return ", ".join(graph.nodes[key].title for key in after if graph.nodes[key].kind == "indicator")


def kind_words(node: Node | TraceCard) -> str:
    """What kind of thing it is: `reikt tot de wijk`, `besluit`."""
    return f"reikt tot {RINGS[node.ring]}" if node.ring else TRACED[node.kind]


def when_words(node: Node | TraceCard) -> str:
    """In which round: `Ronde 2`, or one year later."""
    return LATER if node.later else f"Ronde {node.number + 1}"


def back_words(card: TraceCard) -> str:
    """What it came from, for the script: `decision:brug|led card:rapport|condition`."""
    return _back((link.key, link.how) for link in card.causes)


def _back(links: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{key}|{how}" for key, how in links)


# --- the picture -----------------------------------------------------------------------------------------------------


def _picture(
    graph: Graph, items: Mapping[str, ReachItem], chart: str, firsts: Mapping[str, int] | None, chosen: bool
) -> Markup:
    later = {node.number for node in graph.nodes.values() if node.later}
    last = max((node.number for node in graph.nodes.values()), default=0)
    columns = [LATER if number in later else f"Ronde {number + 1}" for number in range(last + 1)]
    rows = ["Oorzaak", *(f"{ring} {name.capitalize()}" for ring, name in RINGS.items())]
    used = max((node.ring for node in graph.nodes.values()), default=0) + 1
    spans = {key: f"{step}-" for key, step in (firsts or {}).items()}
    boxes = [_box(items[key], spans.get(key, ""), chosen) for key in graph.nodes]
    links = [Link(edge.cause, edge.effect, spans.get(edge.effect, ""), edge.how) for edge in graph.edges]
    return reach_map(boxes, links, columns, rows[:used], chart=chart)


def _box(item: ReachItem, span: str, chosen: bool) -> Box:
    node = item.node
    return Box(
        id=node.key, kind=node.kind, title=node.title, column=node.number, row=node.ring,
        sub=item.shifts if node.ring else item.kind.capitalize(), href=f"#{anchor(node.key)}" if chosen else "",
        span=span,
    )  # fmt: skip


def anchor(key: str) -> str:
    """What a link to the trail of a thing ends with. It is no id of anything, so that a browser does not jump by itself."""
    return f"spoor-{key}"
