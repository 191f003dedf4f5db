"""A werkwijze in the graph of causes: chosen, carried out step by step or not, answered, judged by its merits."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.feed import label
from ..rules.milestones import people
from ..tracing import MadeBy, Node, key_of
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import WerkwijzeState
from ..vocabulary.state_parts import Cause, CauseKind
from .cause_nodes import Link, Links, Made, grounds, reference
from .cause_titles import label_of, title_of

ANSWERS = {"taken": "Overgenomen", "partly": "Voor een deel overgenomen", "rejected": "Niet overgenomen"}


def werkwijzen(state: GameState) -> Made:
    """Everything that was chosen, with all that belongs to it."""
    for now in state.werkwijzen.values():
        yield _chosen(state, now)
        yield from _recommendations(state, now)
        yield from _milestones(state, now)
        yield from _judged(state, now)


def _part(now: WerkwijzeState) -> Link:
    return key_of("werkwijze", now.id), "part"


def _made(by: str) -> MadeBy:
    return "seat" if by else "lead"


def _node(
    kind: str, id_: str, title: str, order: int, made_by: MadeBy, *, detail: str = "", seats: tuple[str, ...] = ()
) -> Node:
    who = tuple(seat for seat in seats if seat)
    return Node(
        key=key_of(kind, id_), kind=kind, id=id_, title=title, order=order, seats=who, detail=detail, made_by=made_by
    )


def _named(state: GameState, kind: CauseKind, id_: str) -> str:
    return title_of(state, Cause(kind=kind, id=id_, version=0))


def _chosen(state: GameState, now: WerkwijzeState) -> tuple[Node, Links]:
    links: Links = ((key_of("decision", now.decision), "led"),) if now.decision else ()
    words = "" if links else "Gekozen voor het begin."
    made_by: MadeBy = "" if links else "lead"
    return _node("werkwijze", now.id, _named(state, "werkwijze", now.id), now.version, made_by, detail=words), links


def _recommendations(state: GameState, now: WerkwijzeState) -> Made:
    for id_, one in now.answered.items():
        whole = f"{now.id}.{id_}"
        words = f"{ANSWERS[one.answer]} door {label(state, one.by) or 'de tafel'}: {one.reason}"
        title = _named(state, "recommendation", whole)
        node = _node("recommendation", whole, title, one.version, _made(one.by), detail=words, seats=(one.by,))
        yield node, (_part(now),)


def _milestones(state: GameState, now: WerkwijzeState) -> Made:
    for name, version in now.missed.items():
        id_ = f"{now.id}.{name}"
        title = f"Niet op tijd gedaan: {_named(state, 'milestone', id_)}"
        yield _node("missed", id_, title, version, "seat"), (_part(now),)
    for name, one in now.reached.items():
        id_ = f"{now.id}.{name}"
        drawn = "; ".join(people(state, now.id, name, one.drawn))
        words = " ".join(part for part in (one.text, f"Geloot: {drawn}." if drawn else "") if part)
        facts = grounds(state, one.version)
        made_by: MadeBy = "" if facts else _made(one.by)
        title = _named(state, "milestone", id_)
        node = _node("milestone", id_, title, one.version, made_by, detail=words, seats=(one.by,))
        yield node, (*_before(state, now, name), *facts)


def _before(state: GameState, now: WerkwijzeState, milestone: str) -> Links:
    """The werkwijze itself, what had to be reached first, and the answers that reached it."""
    found = state.content.werkwijzen.get(now.id)
    rules = found.milestones.get(milestone) if found else None
    first = [key_of("milestone", f"{now.id}.{one}") for one in (rules.after if rules else ()) if one in now.reached]
    answers = [key_of("recommendation", f"{now.id}.{one}") for one in (rules.recommendations if rules else ())]
    return (_part(now), *((key, "opened") for key in first), *((key, "part") for key in answers))


def _judged(state: GameState, now: WerkwijzeState) -> Made:
    """Stopped halfway, each merit won or lost, and the whole."""
    name = label_of(state, now.id)
    if now.stopped:
        yield _node("stopped", now.id, f"Gestopt: {name}", now.stopped, "lead", detail=now.why_stopped), (_part(now),)
    for id_, one in now.merits.items():
        facts = tuple((reference(state, cause), "condition") for cause in one.causes)
        yield _node("merit", f"{now.id}.{id_}", _merit(state, now, id_), one.version, ""), (_part(now), *facts)  # type: ignore[arg-type]
    if now.well is not None:
        title = f"{name}: {'goed' if now.well else 'niet goed'} uitgevoerd"
        yield _node("judged", now.id, title, now.judged, ""), tuple(_why(now))


def _merit(state: GameState, now: WerkwijzeState, merit: str) -> str:
    """What was said of it, won or lost."""
    found = state.content.werkwijzen.get(now.id)
    rules = found.merits.get(merit) if found else None
    won = now.merits[merit].won
    return (rules.won if won else rules.lost) if rules else "Gelukt" if won else "Niet gelukt"


def _why(now: WerkwijzeState) -> Iterator[Link]:
    """The merits that went the way of the whole, and that it was stopped."""
    if now.stopped:
        yield key_of("stopped", now.id), "led"
    for id_, one in now.merits.items():
        if one.won is now.well:
            yield key_of("merit", f"{now.id}.{id_}"), "led"
    if not now.merits:
        yield _part(now)
