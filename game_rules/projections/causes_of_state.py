"""The graph of causes of a whole game, with everything in it: for facilitator, report and measures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping

from ..turn import played_rounds
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause, Happened
from .causes import Edge, Graph, Node, key_of


def graph_of_state(state: GameState) -> Graph:
    """Every consequence that happened and was not taken back, with every cause of it."""
    happened = [one for one in state.happened.values() if not one.retracted]
    calendar, calendar_end = _calendar(state), len(played_rounds(state))
    found: dict[str, Node] = {}
    for one in happened:
        for cause in one.causes:
            if cause.kind != "consequence":
                node = _cause(state, cause, min(_number_at(calendar, cause.version, one.number), one.number))
                found.setdefault(node.key, node)
        node = _consequence(one, calendar_end)
        found[node.key] = node
    nodes = {node.key: node for node in sorted(found.values(), key=lambda node: (node.order, node.ring))}
    pairs = ((key_of(cause.kind, cause.id), key_of("consequence", one.id)) for one in happened for cause in one.causes)
    edges = (Edge(cause=cause, effect=effect) for cause, effect in pairs if cause in nodes)
    return Graph(nodes=nodes, edges=tuple(dict.fromkeys(edges)))


def _consequence(one: Happened, epilogue: int) -> Node:
    return Node(
        key=key_of("consequence", one.id), kind="consequence", id=one.id, title=one.title, ring=one.ring,
        number=epilogue if one.epilogue else max(one.number, 0), order=one.version, seats=one.to, indicators=tuple(one.shifts),
    )  # fmt: skip


def _cause(state: GameState, cause: Cause, number: int) -> Node:
    seat = _seat(state, cause)
    return Node(
        key=key_of(cause.kind, cause.id), kind=cause.kind, id=cause.id, title=title_of(state, cause),
        number=max(number, 0), order=cause.version, seats=(seat,) if seat else (),
    )  # fmt: skip


def _calendar(state: GameState) -> list[tuple[int, int]]:
    """(version, number of the played round) of everything that says in which round it was, in order."""
    numbers = {id_: at for at, id_ in enumerate(played_rounds(state))}
    parts: Iterable[Mapping[str, object]] = (
        state.decisions, state.acts, state.questions, state.promises, state.moves, state.proposals
    )  # fmt: skip
    found = [
        (getattr(one, "version", 0), numbers[getattr(one, "round", "")])
        for part in parts
        for one in part.values()
        if getattr(one, "round", "") in numbers
    ]
    found += [(one.version, one.number) for one in state.happened.values()]
    found += [(one.order, numbers[one.round]) for one in state.feed.values() if one.round in numbers]
    return sorted(found)


def _number_at(calendar: list[tuple[int, int]], version: int, otherwise: int) -> int:
    at = bisect_left(calendar, (version, -1))
    return calendar[at][1] if at < len(calendar) else otherwise


# --- what a cause is called ---------------------------------------------------------------------------------


def title_of(state: GameState, cause: Cause) -> str:
    """A few Dutch words for a cause, never empty. A secret: show it only to who may know the cause."""
    return TITLES[cause.kind](state, cause.id) or KIND_TITLES[cause.kind]


KIND_TITLES: dict[str, str] = {
    "decision": "Een besluit",
    "act": "Een ambtshandeling",
    "inject": "Een gebeurtenis",
    "card": "Iets werd verteld",
    "silence": "Iets werd niet verteld",
    "question": "Een antwoord op een vraag",
    "promise": "Een toezegging",
    "consequence": "Een eerder gevolg",
    "move": "Een vrije zet",
    "override": "Een ingreep van de spelleider",
    "round": "Een overgeslagen ronde",
    "unexpected": "Iets onverwachts",
    "came_out": "Iets kwam uit",
    "speech": "Iemand sprak in",
    "resigned": "Iemand trad af",
}


def _decision(state: GameState, id_: str) -> str:
    decision, asked = state.decisions.get(id_), state.casus.decisions.get(id_)
    if asked is None:
        return ""
    result = decision.result if decision else None
    if result and result.how == "unanswered":
        return asked.unanswered.text
    return asked.options[result.option].text if result and result.option in asked.options else asked.question


def _act(state: GameState, id_: str) -> str:
    done = state.acts.get(id_)
    act = state.casus.acts.get(done.act if done else id_)
    return act.title if act else ""


def _inject(state: GameState, id_: str) -> str:
    told = state.injects.get(id_)
    if told and told.title:
        return told.title
    return state.casus.injects[id_].title if id_ in state.casus.injects else ""


def _card(state: GameState, id_: str) -> str:
    card = state.casus.cards.get(id_.rpartition(".")[0] or id_)
    return card.title if card else ""


def _silence(state: GameState, id_: str) -> str:
    name, _, index = id_.rpartition(".")
    card = state.casus.cards.get(name)
    if card is None or not card.silent:
        return _card(state, id_)
    return card.silent[int(index) if index.isdigit() and int(index) < len(card.silent) else 0].title


def _came_out(state: GameState, id_: str) -> str:
    return _act(state, id_) or _text_in("questions")(state, id_)


def _text_in(part: str) -> Callable[[GameState, str], str]:
    def text(state: GameState, id_: str) -> str:
        return getattr(getattr(state, part).get(id_), "text", "")

    return text


def _hearing(state: GameState, id_: str) -> str:
    hearing = state.casus.hearings.get(id_)
    return hearing.title if hearing else ""


def _resigned(state: GameState, id_: str) -> str:
    seat = state.casus.seats.get(id_)
    return f"{seat.label} trad af" if seat else ""


def _round(state: GameState, id_: str) -> str:
    return next((one.title for one in state.casus.rounds if one.id == id_), "")


def _consequence_title(state: GameState, id_: str) -> str:
    return state.happened[id_].title if id_ in state.happened else ""


def _nothing(state: GameState, id_: str) -> str:
    return ""


TITLES: dict[str, Callable[[GameState, str], str]] = {
    "decision": _decision,
    "act": _act,
    "inject": _inject,
    "card": _card,
    "silence": _silence,
    "question": _text_in("questions"),
    "promise": _text_in("promises"),
    "consequence": _consequence_title,
    "move": _text_in("moves"),
    "override": _nothing,
    "round": _round,
    "unexpected": _text_in("parked"),
    "came_out": _came_out,
    "speech": _hearing,
    "resigned": _resigned,
}


def _seat(state: GameState, cause: Cause) -> str:
    """The seat that a cause came from, if one seat did it."""
    for part in (state.acts, state.questions, state.promises, state.moves):
        one = part.get(cause.id)
        if one is not None and cause.kind in ("act", "question", "promise", "move", "came_out"):
            return str(one.by)
    if cause.kind == "resigned":
        return cause.id
    if cause.kind in ("card", "silence"):
        card = state.cards.get(cause.id.rpartition(".")[0] or cause.id)
        return card.holder if card else ""
    return ""
