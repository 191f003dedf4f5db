"""The pictures of a report: the map of consequences, the course of the indicators, spreads. The same on screen and paper."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from game_rules.projections.report import Report
from game_rules.tracing import Graph, Node, drawable, part, preceding
from game_rules.vocabulary.views import ConsequenceCard

from ..charts import Box, Course, Link, course_chart, reach_map
from ..charts.reach_layout import lay_out
from ..texts_nl import RINGS, TRACED, signed

FLAT = 0.6
"""A map may be so high, for its width, that it fits on one page on its side."""


def drawn_of(report: Report) -> Graph:
    """The part of the graph that fits in one picture: the longest chain, and then what reached furthest.

    Each box stands there with everything that led to it.
    """
    graph, kept = drawable(report.graph), frozenset[str]()
    far = sorted((node for node in graph.nodes.values() if node.ring), key=lambda node: (-node.ring, node.order))
    for key in (*report.reach.chain[-1:], *(node.key for node in far)):
        more = kept | preceding(graph, key)
        if not kept or _flat(report, part(graph, more)):
            kept = more
    return part(graph, kept)


def _flat(report: Report, graph: Graph) -> bool:
    boxes = [(key, node.number, node.ring) for key, node in graph.nodes.items()]
    columns, rows = columns_of(report), max(node.ring for node in graph.nodes.values()) + 1
    layout = lay_out(boxes, [(edge.cause, edge.effect) for edge in graph.edges], len(columns), rows)
    return layout.height <= FLAT * layout.width


def columns_of(report: Report) -> tuple[str, ...]:
    """The heads of the map: the rounds, and one year later."""
    return report.columns[1:] or ("Ronde 1",)


def map_of(report: Report, drawn: Graph, chart: str) -> Markup:
    """The map of consequences."""
    rows = ["Oorzaak", *(f"{ring} {name.capitalize()}" for ring, name in RINGS.items())]
    used = max((node.ring for node in drawn.nodes.values()), default=0) + 1
    boxes = [_box(report, node) for node in drawn.nodes.values()]
    links = [Link(edge.cause, edge.effect, how=edge.how) for edge in drawn.edges]
    return for_paper(reach_map(boxes, links, columns_of(report), rows[:used], chart=chart))


def _box(report: Report, node: Node) -> Box:
    card = report.consequences.get(node.id) if node.ring else None
    sub = shifts_of(report, card) if card else TRACED[node.kind].capitalize()
    column = min(node.number, len(columns_of(report)) - 1)
    return Box(id=node.key, kind=node.kind, title=node.title, column=column, row=node.ring, sub=sub)


def shifts_of(report: Report, card: ConsequenceCard) -> str:
    """What a consequence moved, in words: `Vertrouwen +4, Resultaat −8`."""
    labels = {line.id: line.label for line in report.indicators}
    return ", ".join(f"{labels[key]} {signed(shift)}" for key, shift in card.shifts.items() if shift and key in labels)


def course_of(report: Report, chart: str) -> Markup:
    """The indicators from round to round."""
    lines = [Course(line.label, line.values, place) for place, line in enumerate(report.indicators)]
    heads = short_heads(report.columns)
    return for_paper(course_chart(lines, heads, chart=chart, title="De stand van de gemeente per ronde"))


def short_heads(columns: Sequence[str]) -> list[str]:
    """Heads that fit below a chart: `Begin, Ronde 1, 2, 3, Jaar later`."""
    found = [name if name == "Ronde 1" else name.removeprefix("Ronde ") for name in columns]
    return ["Jaar later" if name.endswith("jaar later") else name for name in found]


def for_paper(picture: Markup) -> Markup:
    """The picture with the letters of the report: on paper a picture does not take them from the page around it."""
    return Markup(str(picture).replace("<svg ", '<svg font-family="Source Sans 3" ', 1))  # noqa: S704  it was markup
