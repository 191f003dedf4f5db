"""Everything in a game that can be a cause, as nodes: one function per kind, each node with what it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..rules.feed import label, labels
from ..rules.moves import OUTCOMES
from ..tracing import How, MadeBy, Node, key_of
from ..vocabulary.casus import ByChance
from ..vocabulary.state import CardState, GameState
from ..vocabulary.state_parts import ActDone, Cause, CauseKind, QuestionState
from .cause_titles import title_of
from .deciders import decided_words, deciders

Link = tuple[str, How]
Links = tuple[Link, ...]
Made = Iterator[tuple[Node, Links]]

ANSWERS = {"all": "Het hele antwoord kwam.", "part": "Een deel bleef achter.", "refused": "Geweigerd: openbaar belang."}
KEPT = {None: "", True: " Nagekomen.", False: " Niet nagekomen."}


def reference(state: GameState, cause: Cause) -> str:
    """The key of the node that a cause speaks of. Some things can be a cause at more than one moment."""
    if cause.kind == "indicator":
        return key_of("indicator", f"{cause.id}.{cause.version}")
    werkwijze, _, milestone = cause.id.partition(".")
    now = state.werkwijzen.get(werkwijze)
    if now is not None and cause.kind == "milestone" and now.missed.get(milestone) == cause.version:
        return key_of("missed", cause.id)
    if now is not None and cause.kind == "werkwijze" and cause.version in (now.judged, now.stopped):
        return key_of("judged" if cause.version == now.judged else "stopped", cause.id)
    return key_of(cause.kind, cause.id)


def grounds(state: GameState, *versions: int) -> Links:
    """The facts behind the conditions of the events with these versions."""
    facts = [cause for version in versions for cause in state.grounds.get(version, ())]
    return tuple((reference(state, cause), "condition") for cause in facts)


def _node(
    state: GameState, kind: CauseKind, id_: str, order: int, made_by: MadeBy = "seat", *, detail: str = "",
    seats: tuple[str, ...] = (),
) -> Node:  # fmt: skip
    title = title_of(state, Cause(kind=kind, id=id_, version=order))
    who = tuple(dict.fromkeys(seat for seat in seats if seat))
    return Node(
        key=key_of(kind, id_), kind=kind, id=id_, title=title, order=order, seats=who, detail=detail, made_by=made_by
    )


def lot(effect: Node, chance: float) -> tuple[Node, Links]:
    """The lot that decided over this, just before it."""
    words = f"De kans was {chance:.0%}." if chance else ""
    key = key_of("chance", effect.key)
    return Node(
        key=key, kind="chance", id=effect.key, title="Het lot", order=effect.order, detail=words, made_by="chance"
    ), ()


# --- what people do --------------------------------------------------------------------------------------------------


def decisions(state: GameState) -> Made:
    """Every decision that was taken, with who decided and why it was on the table."""
    for id_, now in state.decisions.items():
        if now.result is None:
            continue
        made_by: MadeBy = "lead" if now.result.how in ("edition", "fork") else "seat"
        links = (*grounds(state, now.asked_at, now.version), *_opened(state, id_))
        if id_ in state.proposals:
            links = (*links, (key_of("proposal", id_), "led"))
        words, who = decided_words(state, now), deciders(state, now)
        node = _node(state, "decision", id_, now.version, made_by, detail=words, seats=who)
        if now.result.how == "lot":
            yield lot(node, 0)
            links = (*links, (key_of("chance", node.key), "chance"))
        yield node, links


def _opened(state: GameState, decision: str) -> Links:
    """The milestones that had to be reached first."""
    found = [
        key_of("milestone", f"{id_}.{milestone}")
        for id_, now in state.werkwijzen.items()
        for gate in (state.content.werkwijzen[id_].gates if id_ in state.content.werkwijzen else ())
        for milestone in gate.milestones
        if decision in gate.decisions and milestone in now.reached
    ]
    return tuple((key, "opened") for key in dict.fromkeys(found))


def acts(state: GameState) -> Made:
    """Every act that was performed."""
    for id_, done in state.acts.items():
        if not done.article:
            article = state.casus.acts[done.act].article if done.legality == "forbidden" else ""
            words = f"Dit mag niet ({article})." if article else ""
            yield _node(state, "act", id_, done.version, detail=words, seats=(done.by, done.target)), ()


def came_out(state: GameState) -> Made:
    """What was hidden and came out: on a condition, by chance or by hand."""
    hidden: dict[str, tuple[str, ActDone | QuestionState]] = {
        **{id_: ("act", done) for id_, done in state.acts.items()},
        **{id_: ("question", asked) for id_, asked in state.questions.items()},
    }
    for id_, (kind, one) in hidden.items():
        if not one.out or one.came_out is None:
            continue
        how, version = one.came_out.how, one.came_out.version
        node = _node(state, "came_out", id_, version, "lead" if how == "hand" else "", detail=OUT[how])
        links: Links = ((key_of(kind, id_), "led"), *grounds(state, version))
        if how == "chance":
            yield lot(node, 0)
            links = (*links, (key_of("chance", node.key), "chance"))
        yield node, links


OUT = {"hand": "De spelleider liet het uitkomen.", "chance": "", "condition": ""}


def questions(state: GameState) -> Made:
    """Every formal question."""
    for id_, asked in state.questions.items():
        words = (
            f"{label(state, asked.by)} vroeg dit aan {label(state, asked.to)}. {ANSWERS.get(asked.answer or '', '')}"
        )
        yield _node(state, "question", id_, asked.version, detail=words.strip(), seats=(asked.by, asked.to)), ()


def promises(state: GameState) -> Made:
    """Every promise, kept or not."""
    for id_, one in state.promises.items():
        words = f"{label(state, one.by)} zei dit toe aan {label(state, one.to)}.{KEPT[one.kept]}"
        yield _node(state, "promise", id_, one.version, detail=words, seats=(one.by, one.to)), ()


def proposals(state: GameState) -> Made:
    """Moties, amendementen and ordevoorstellen."""
    for id_, one in state.proposals.items():
        words = f"{one.kind.capitalize()} van {label(state, one.by)}."
        yield Node(
            key=key_of("proposal", id_), kind="proposal", id=id_, title=one.text, order=one.version, seats=(one.by,),
            detail=words, made_by="seat",
        ), ()  # fmt: skip


def moves(state: GameState) -> Made:
    """Vrije zetten, and adopted proposals, with what the facilitator said of them."""
    for id_, one in state.moves.items():
        links: Links = ((key_of("decision", one.proposal), "led"),) if one.proposal else ()
        words = f"De spelleider: {OUTCOMES[one.outcome].lower()}. {one.ruling}" if one.outcome else ""
        made_by: MadeBy = "" if links else "seat"
        yield _node(state, "move", id_, one.version, made_by, detail=words, seats=(one.by,)), links


def speeches(state: GameState) -> Made:
    """Every hearing at which somebody spoke, with who took it up."""
    for id_ in dict.fromkeys(one.hearing for one in state.speeches.values()):
        spoken = [one for one in state.speeches.values() if one.hearing == id_]
        by = tuple(dict.fromkeys(one.by for one in spoken))
        took = tuple(dict.fromkeys(s for one in spoken for s, a in one.answers.items() if a.takes_up != "no"))
        words = f"Ingesproken door {labels(state, by)}." + (f" Overgenomen door {labels(state, took)}." if took else "")
        yield _node(state, "speech", id_, spoken[0].version, detail=words, seats=(*by, *took)), ()


def resigned(state: GameState) -> Made:
    """Who stepped down."""
    for seat, one in state.resigned.items():
        yield _node(state, "resigned", seat, one.version, detail=one.reason, seats=(seat,)), ()


# --- who told what ---------------------------------------------------------------------------------------------------


def cards(state: GameState) -> Made:
    """Every card that somebody other than its first holder came to know."""
    for id_, card in state.cards.items():
        told = {seat: how for seat, how in card.known.items() if seat != card.first}
        if told:
            order = min(how.version for how in told.values())
            node = _node(state, "card", id_, order, detail=_telling(state, card), seats=(card.first, *told))
            yield node, _dealt(state, id_, order)


def _telling(state: GameState, card: CardState) -> str:
    """Who shared it with whom."""
    to: dict[str, tuple[str, ...]] = {}
    for seat, how in card.known.items():
        if how.by:
            to[how.by] = (*to.get(how.by, ()), seat)
    return " ".join(f"{label(state, by)} deelde dit met {labels(state, seats)}." for by, seats in to.items())


def _dealt(state: GameState, card: str, before: int) -> Links:
    """What brought the card to the table."""
    injects = [
        key_of("inject", id_)
        for id_, now in state.injects.items()
        if now.status == "fired" and now.version < before
        if id_ in state.casus.injects and card in state.casus.injects[id_].deals
    ]
    done = [
        key_of("act", id_)
        for id_, one in state.acts.items()
        if one.version < before and card in (*state.casus.acts[one.act].deals, *state.casus.acts[one.act].tells)
    ]
    return tuple((key, "led") for key in (*injects, *done))


def silences(state: GameState) -> Made:
    """What was withheld until it was too late, and by whom."""
    for id_, version in state.silences.items():
        card, _, index = id_.rpartition(".")
        held, text = state.cards.get(card), state.casus.cards.get(card)
        if held is not None and text is not None:
            by, to = _holder(held, version), text.silent[int(index)].to
            words = f"{label(state, by)} deelde “{text.title}” niet{f' met {labels(state, to)}' if to else ''}."
            yield _node(state, "silence", id_, version, detail=words, seats=(by,)), _dealt(state, card, version)


def _holder(card: CardState, version: int) -> str:
    """Who could have told it then: the first, or to whom it had been handed over."""
    handed = [(how.version, seat) for seat, how in card.known.items() if how.how == "handed" and how.version < version]
    return max(handed)[1] if handed else card.first


# --- what comes from outside -----------------------------------------------------------------------------------------


def injects(state: GameState) -> Made:
    """Every event that happened: on a condition, by chance, by hand, or as the casus planned it."""
    for id_, now in state.injects.items():
        if now.status != "fired":
            continue
        links = grounds(state, now.version)
        by_hand = now.why in ("hand", "improvised")
        node = _node(
            state, "inject", id_, now.version, "lead" if by_hand else "", seats=now.to or (), detail=BY[now.why]
        )
        if now.why == "chance":
            yield lot(node, _chance_of(state, id_))
            links = ((key_of("chance", node.key), "chance"),)
        elif not links and not by_hand:
            yield _plan(node)
            links = ((key_of("plan", id_), "led"),)
        yield node, links


BY = {"hand": "De spelleider liet dit gebeuren.", "improvised": "De spelleider bedacht dit."} | dict.fromkeys(
    ("", "clock", "start", "condition", "chance"), ""
)


def _chance_of(state: GameState, inject: str) -> float:
    found = state.casus.injects.get(inject)
    return found.fires.chance if found and isinstance(found.fires, ByChance) else 0


def _plan(effect: Node) -> tuple[Node, Links]:
    """The casus planned it for this moment of a round that the facilitator began."""
    return Node(
        key=key_of("plan", effect.id), kind="plan", id=effect.id, title="Het draaiboek van de casus", order=effect.order,
        detail="De spelleider begon deze ronde. De casus laat dit dan gebeuren.", made_by="lead",
    ), ()  # fmt: skip


def unexpected(state: GameState) -> Made:
    """What nobody had foreseen: the facilitator let it happen, or the lot after an estimate of the table."""
    for id_, one in state.parked.items():
        if one.kind not in ("happens", "chance"):
            continue
        node = _node(state, "unexpected", id_, one.version, "lead" if one.kind == "happens" else "")
        if one.kind == "chance":
            yield lot(node, 0)
        yield node, ((key_of("chance", node.key), "chance"),) if one.kind == "chance" else ()


KINDS: tuple[Callable[[GameState], Made], ...] = (
    decisions, acts, came_out, questions, promises, proposals, moves, speeches, resigned, cards, silences, injects, unexpected
)  # fmt: skip
