"""The graph of causes of a whole game, with everything in it: for facilitator, report and measures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ..tracing import Edge, Graph, How, MadeBy, Node, key_of, place
from ..turn import played_rounds
from ..vocabulary.state import Change, GameState
from ..vocabulary.state_parts import Cause, CauseKind, Happened
from . import cause_nodes
from .cause_nodes import Links, Made, grounds, reference
from .cause_titles import title_of
from .werkwijze_nodes import werkwijzen

BEGUN_BY: dict[CauseKind, MadeBy] = {"override": "lead", "round": "lead", "unexpected": "lead"}
"""Who begins a cause of which nothing more is known; the others are of somebody at the table."""

Calendar = list[tuple[int, int]]


def graph_of_state(state: GameState) -> Graph:
    """Everything that was done, happened and followed, and was not taken back, with every cause of it."""
    made = [*_consequences(state), *_figures(state), *(one for kind in cause_nodes.KINDS for one in kind(state))]
    made += werkwijzen(state)
    nodes = {node.key: node for node, _ in made} | _missing(state, {node.key for node, _ in made})
    links = [(key, node.key, how) for node, links in made for key, how in links if key in nodes]
    ordered = {node.key: node for node in sorted(nodes.values(), key=place)}
    places = {key: place for place, key in enumerate(ordered)}
    edges = [
        Edge(cause=cause, effect=effect, how=how)
        for (cause, effect), how in _once(links)
        if places[cause] < places[effect]
    ]
    edges.sort(key=lambda edge: (places[edge.effect], places[edge.cause]))
    return Graph(nodes=_dated(state, ordered, edges), edges=tuple(edges))


def _once(links: Iterable[tuple[str, str, How]]) -> Iterator[tuple[tuple[str, str], How]]:
    """One edge between two things, the first that says how."""
    found: dict[tuple[str, str], How] = {}
    for cause, effect, how in links:
        found.setdefault((cause, effect), how)
    return iter(found.items())


# --- consequences and figures ----------------------------------------------------------------------------------------


def _consequences(state: GameState) -> Made:
    for one in state.happened.values():
        if one.retracted:
            continue
        node = _consequence(one)
        led: Links = tuple((reference(state, cause), "led") for cause in one.causes)
        rules = state.casus.consequences.get(one.id)
        if rules is not None and rules.chance < 1:
            yield cause_nodes.lot(node, rules.chance)
            led = (*led, (key_of("chance", node.key), "chance"))
        yield node, (*led, *grounds(state, one.version))


def _consequence(one: Happened) -> Node:
    return Node(
        key=key_of("consequence", one.id), kind="consequence", id=one.id, title=one.title, ring=one.ring,
        number=max(one.number, 0), order=one.version, seats=one.to, indicators=tuple(one.shifts), detail=one.text,
        later=one.epilogue,
    )  # fmt: skip


def _figures(state: GameState) -> Made:
    """Every movement of every indicator, and the ingreep behind it."""
    for change in state.changes:
        if _is_override(change):
            yield _by_hand(state, change, "override"), ()
        yield _movement(state, change)


def _by_hand(state: GameState, change: Change, kind: str) -> Node:
    told = state.feed.get(f"e{change.version}")
    return Node(
        key=key_of(kind, change.source), kind=kind, id=change.source, title=told.title if told else "Een ingreep",
        order=change.version, detail=told.text if told else "", made_by="lead",
    )  # fmt: skip


def _movement(state: GameState, change: Change) -> tuple[Node, Links]:
    id_ = f"{change.indicator}.{change.version}"
    words = f"{change.shift:+d}".replace("-", "−")
    one = state.happened.get(change.source)
    standing = one is not None and not one.retracted and one.version == change.version
    back = not standing and not _is_override(change)
    node = Node(
        key=key_of("indicator", id_), kind="indicator", id=id_, title=f"{_label(state, change.indicator)} {words}",
        order=change.version, detail=f"Van {change.value - change.shift} naar {change.value}.{TAKEN_BACK if back else ''}",
        made_by="lead" if back else "",
    )  # fmt: skip
    return node, ((key_of("consequence" if standing else "override", change.source), "moved"),)


def _is_override(change: Change) -> bool:
    return change.source == f"o{change.version}"


TAKEN_BACK = " De spelleider nam iets terug."


def _label(state: GameState, indicator: str) -> str:
    found = state.content.indicators.get(indicator)
    return found.label if found else indicator


# --- what is only known as a cause -----------------------------------------------------------------------------------


def _missing(state: GameState, known: set[str]) -> dict[str, Node]:
    """Causes that are spoken of and of which the state holds nothing more, such as a hearing at which nobody spoke."""
    found: dict[str, Node] = {}
    for cause in _spoken_of(state):
        key = reference(state, cause)
        if key not in known and cause.kind not in ("consequence", "indicator"):
            made_by = BEGUN_BY.get(cause.kind, "seat")
            found.setdefault(
                key,
                Node(
                    key=key,
                    kind=cause.kind,
                    id=cause.id,
                    title=title_of(state, cause),
                    order=cause.version,
                    made_by=made_by,
                ),
            )
    return found


def _spoken_of(state: GameState) -> Iterator[Cause]:
    for one in state.happened.values():
        if not one.retracted:
            yield from one.causes
    for facts in state.grounds.values():
        yield from facts
    for now in state.werkwijzen.values():
        for merit in now.merits.values():
            yield from merit.causes


# --- when ------------------------------------------------------------------------------------------------------------


def _dated(state: GameState, nodes: dict[str, Node], edges: Sequence[Edge]) -> dict[str, Node]:
    """The nodes with the round in which they were; never an effect in an earlier round than its cause."""
    calendar, last = _calendar(state), len(played_rounds(state))
    numbers = {key: last if node.later else _number(calendar, node) for key, node in nodes.items()}
    places = {key: place for place, key in enumerate(nodes)}
    for edge in sorted(edges, key=lambda edge: -places[edge.effect]):
        numbers[edge.cause] = min(numbers[edge.cause], numbers[edge.effect])
    return {
        key: node if node.number == numbers[key] else replace(node, number=numbers[key]) for key, node in nodes.items()
    }


def _number(calendar: Calendar, node: Node) -> int:
    return node.number if node.ring else _number_at(calendar, node.order)


def _calendar(state: GameState) -> Calendar:
    """(version, number of the played round) of everything that says in which round it was, in order."""
    numbers = {id_: at for at, id_ in enumerate(played_rounds(state))}
    parts: tuple[Mapping[str, object], ...] = (
        state.decisions, state.acts, state.questions, state.promises, state.moves, state.proposals
    )  # fmt: skip
    dated = [(getattr(one, "version", 0), getattr(one, "round", "")) for part in parts for one in part.values()]
    dated += [(how.version, how.round) for card in state.cards.values() for how in card.known.values()]
    dated += [(one.version, one.round) for one in state.speeches.values()]
    dated += [(version, _silent_round(state, id_)) for id_, version in state.silences.items()]
    dated += [(one.order, one.round) for one in state.feed.values()]
    found = [(version, numbers[round_]) for version, round_ in dated if round_ in numbers]
    found += [(one.version, max(one.number, 0)) for one in state.happened.values()]
    found += [(one.version, max(one.number, 0)) for one in state.changes]
    return sorted(found)


def _silent_round(state: GameState, silence: str) -> str:
    card, _, index = silence.rpartition(".")
    found = state.casus.cards.get(card)
    return found.silent[int(index)].round if found else ""


def _number_at(calendar: Calendar, version: int) -> int:
    at = bisect_left(calendar, (version, -1))
    return calendar[min(at, len(calendar) - 1)][1] if calendar else 0
