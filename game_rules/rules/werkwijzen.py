"""Werkwijzen: chosen before the start or by a decision, dropped, stopped halfway, and judged at their end."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from ..because import because
from ..conditions import holds
from ..consequences import start
from ..turn import Turn
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Werkwijze
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import MeritState, WerkwijzeState
from ..vocabulary.state_parts import Cause, InjectState
from ..weaving import BADLY, WELL, weave
from . import cards, injects, milestones, purse
from .feed import check_filled, label, tell

How = Literal["facilitator", "decision", "fork"]


def decide_choose(turn: Turn, command: c.ChooseWerkwijze) -> None:
    """Before the first round; it replaces the one that was chosen before."""
    if command.werkwijze in turn.state.werkwijzen:
        raise refuse("no_change")
    _check(turn.state, command.werkwijze, ())
    for former in turn.state.werkwijzen:
        turn.add(e.WerkwijzeDropped(werkwijze=former))
    begin(turn, command.werkwijze, "facilitator")


def _check(state: GameState, id_: str, others: tuple[str, ...]) -> None:
    error = purse.obstacle(state, id_, others)
    if error is not None:
        raise error


def decide_drop(turn: Turn, command: c.DropWerkwijze) -> None:
    """None after all."""
    if command.werkwijze not in turn.state.werkwijzen:
        raise refuse("werkwijze_unknown")
    turn.add(e.WerkwijzeDropped(werkwijze=command.werkwijze))


def begin(turn: Turn, id_: str, how: How, decision: str = "") -> None:
    """From now on it holds, and what it brings belongs to the casus; what it brings for this round is there at once.

    Nothing happens when it cannot hold any more: it was chosen already, or it costs more than there is.
    """
    if id_ in turn.state.werkwijzen or purse.obstacle(turn.state, id_, turn.state.werkwijzen):
        return
    turn.add(e.WerkwijzeChosen(werkwijze=id_, how=how, decision=decision))
    if turn.state.clock.stage != "lobby":
        cards.deal_brief(turn)
    if turn.state.clock.stage == "round":
        cards.deal_round(turn, (turn.state.clock.round,))
        _ask(turn, turn.state.content.werkwijzen[id_])
        injects.fire_at_start(turn)


def _ask(turn: Turn, werkwijze: Werkwijze) -> None:
    """The decisions that it brings for the round that runs."""
    for id_, rules in werkwijze.parts.decisions.items():
        here = rules.required and rules.round == turn.state.clock.round and id_ not in turn.state.decisions
        if here and holds(turn.state, rules.when):
            turn.add(e.DecisionAsked(decision=id_, because=because(turn.state, rules.when)))


def follow_decision(turn: Turn, decision: str, option: str) -> None:
    """What was decided can start a werkwijze."""
    rules = turn.casus.decisions.get(decision)
    starts = rules.options[option].starts if rules and option in rules.options else ""
    if starts:
        begin(turn, starts, "decision", decision)


def decide_stop(turn: Turn, command: c.StopWerkwijze) -> None:
    """Halfway: what it held back is free, and it counts as done badly."""
    werkwijze = milestones.running_one(turn.state, command.werkwijze)
    seat = milestones.by(turn, werkwijze.stop)
    check_filled(command.reason)
    turn.add(e.WerkwijzeStopped(werkwijze=command.werkwijze, by=seat, reason=command.reason.strip()))


def close_round(turn: Turn) -> None:
    """At the end of a round: milestones that were missed, and the werkwijzen that end here are judged."""
    while milestones.reach_by_condition(turn):
        pass
    milestones.miss(turn)
    for id_ in _to_judge(turn.state):
        if turn.state.content.werkwijzen[id_].ends == turn.state.clock.round:
            judge(turn, id_)


def end(turn: Turn) -> None:
    """When play stops, the rest is judged."""
    while milestones.reach_by_condition(turn):
        pass
    for id_ in _to_judge(turn.state):
        judge(turn, id_)


def _to_judge(state: GameState) -> tuple[str, ...]:
    return tuple(id_ for id_, now in state.werkwijzen.items() if now.well is None and id_ in state.content.werkwijzen)


def judge(turn: Turn, id_: str) -> None:
    """Each merit with the facts that decided it, then the whole, then what follows."""
    werkwijze = turn.state.content.werkwijzen[id_]
    for merit, rules in werkwijze.merits.items():
        won, causes = holds(turn.state, rules.when), because(turn.state, rules.when)
        turn.add(e.MeritJudged(werkwijze=id_, merit=merit, won=won, causes=causes))
    now = turn.state.werkwijzen[id_]
    well = not now.stopped and sum(one.won for one in now.merits.values()) >= werkwijze.enough
    version = turn.add(e.WerkwijzeJudged(werkwijze=id_, well=well, causes=_why(now, well)))
    start(turn, (f"{id_}_{WELL if well else BADLY}",), "werkwijze", id_, version)


def _why(now: WerkwijzeState, well: bool) -> tuple[Cause, ...]:
    """The facts behind the merits that went the way of the whole; when there are none, that it was chosen or stopped."""
    facts = [cause for one in now.merits.values() if one.won is well for cause in one.causes]
    stopped = [Cause(kind="werkwijze", id=now.id, version=now.stopped)] if now.stopped else []
    chosen = Cause(kind="werkwijze", id=now.id, version=now.version)
    return tuple(dict.fromkeys((*stopped, *facts))) or (chosen,)


# --- what these facts change -----------------------------------------------------------------------------------------


def woven(state: GameState, werkwijzen: dict[str, WerkwijzeState]) -> GameState:
    """The state with these werkwijzen and no others: their parts in the casus, and nothing left of the parts of others.

    What was told of a part stays in the account; an inject that is new or comes back waits.
    """
    base = state.base or state.content
    content = weave(base, werkwijzen)
    gone = {one for id_ in state.werkwijzen if id_ not in werkwijzen for one in _ids(state, id_)}
    return replace(
        state,
        base=base,
        content=content,
        werkwijzen=werkwijzen,
        injects={
            **{id_: now for id_, now in state.injects.items() if id_ not in gone},
            **{id_: InjectState() for id_ in content.casus.injects if id_ not in state.injects},
        },
        cards={id_: card for id_, card in state.cards.items() if id_ not in gone},
        decisions={id_: now for id_, now in state.decisions.items() if id_ not in gone},
        pending={id_: now for id_, now in state.pending.items() if id_ not in gone},
    )


def _ids(state: GameState, id_: str) -> tuple[str, ...]:
    """Everything that this werkwijze brought to the casus."""
    found = state.content.werkwijzen.get(id_)
    parts = found.parts if found else None
    return (*parts.injects, *parts.cards, *parts.decisions, *parts.consequences) if parts else ()


def evolve_chosen(state: GameState, record: e.Record, event: e.WerkwijzeChosen) -> GameState:
    """Told to all; the casus now holds what it brings."""
    now = WerkwijzeState(
        id=event.werkwijze, version=record.version, round=state.clock.round, how=event.how, decision=event.decision
    )
    state = woven(state, {**state.werkwijzen, event.werkwijze: now})
    found, fits = state.content.werkwijzen.get(event.werkwijze), state.casus.werkwijzen
    here = fits.allowed[event.werkwijze].text if fits and event.werkwijze in fits.allowed else ""
    return tell(state, record, "werkwijze", f"Jullie werkwijze: {found.label if found else event.werkwijze}", here)


def evolve_dropped(state: GameState, record: e.Record, event: e.WerkwijzeDropped) -> GameState:
    """As if it had never been chosen."""
    label_ = label_of(state, event.werkwijze)
    rest = {id_: now for id_, now in state.werkwijzen.items() if id_ != event.werkwijze}
    return tell(woven(state, rest), record, "werkwijze", f"Toch niet gekozen: {label_}")


def label_of(state: GameState, id_: str) -> str:
    """What a werkwijze is called."""
    found = state.content.werkwijzen.get(id_)
    return found.label if found else id_


def evolve_stopped(state: GameState, record: e.Record, event: e.WerkwijzeStopped) -> GameState:
    """Told to all, with the reason."""
    now = replace(state.werkwijzen[event.werkwijze], stopped=record.version, why_stopped=event.reason)
    state = replace(state, werkwijzen={**state.werkwijzen, event.werkwijze: now})
    who = label(state, event.by) or "De spelleider"
    title = f"{who} stopt met: {label_of(state, event.werkwijze)}"
    return tell(state, record, "werkwijze", title, event.reason, seat=event.by)


def evolve_merit_judged(state: GameState, record: e.Record, event: e.MeritJudged) -> GameState:
    """Kept with the facts behind it."""
    now = state.werkwijzen[event.werkwijze]
    merit = MeritState(won=event.won, causes=event.causes, version=record.version)
    now = replace(now, merits={**now.merits, event.merit: merit})
    return replace(state, werkwijzen={**state.werkwijzen, event.werkwijze: now})


def evolve_judged(state: GameState, record: e.Record, event: e.WerkwijzeJudged) -> GameState:
    """Told to all: how many of its merits were won."""
    now = replace(state.werkwijzen[event.werkwijze], well=event.well, judged=record.version)
    state = replace(state, werkwijzen={**state.werkwijzen, event.werkwijze: now})
    won, words = sum(one.won for one in now.merits.values()), "goed" if event.well else "niet goed"
    title = f"{label_of(state, event.werkwijze)}: {words} uitgevoerd"
    return tell(state, record, "werkwijze", title, f"{won} van de {len(now.merits)} punten lukten.")


DECIDE = {
    c.ChooseWerkwijze: decide_choose,
    c.DropWerkwijze: decide_drop,
    c.StopWerkwijze: decide_stop,
}
EVOLVE = {
    e.WerkwijzeChosen: evolve_chosen,
    e.WerkwijzeDropped: evolve_dropped,
    e.WerkwijzeStopped: evolve_stopped,
    e.MeritJudged: evolve_merit_judged,
    e.WerkwijzeJudged: evolve_judged,
}
