"""Ambtshandelingen: what only an office can do, what is void, what is forbidden but possible, and how that comes out."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from ..because import because
from ..chance import draw
from ..conditions import holds
from ..consequences import start
from ..turn import Turn, played_seats
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Act, ComesOut, ComesOutByChance, ComesOutWhen
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import ActDone, Cause, Out
from . import budgets
from .cards import deal, learn
from .feed import label, tell
from .grounds import keep

MINUTE = 60_000
HowOut = Literal["condition", "chance", "hand"]


def available(state: GameState, seat: str, act: Act) -> bool:
    """Whether this act is there for this seat now, apart from its cost and from having been done."""
    in_round = not act.rounds or state.clock.round in act.rounds
    return seat in act.by and in_round and holds(state, act.when)


def done_before(state: GameState, seat: str, act: str) -> bool:
    """Whether this seat performed it already."""
    return any(done.act == act and done.by == seat for done in state.acts.values())


def decide_perform_act(turn: Turn, command: c.PerformAct) -> None:
    """Perform it; a void act is answered with the article and stored as refused."""
    seat = turn.seat()
    act = checked(turn, seat, command)
    if act.legality == "void":
        turn.add(e.ActRefused(act=command.act, by=seat, article=act.article))
    else:
        perform(turn, seat, command, act)


def checked(turn: Turn, seat: str, command: c.PerformAct) -> Act:
    """The act, when this seat can do it now. Raises RuleError."""
    act = turn.casus.acts.get(command.act)
    if act is None or seat not in act.by:
        raise refuse("unknown_act")
    _check(turn, seat, command, act)
    return act


def _check(turn: Turn, seat: str, command: c.PerformAct, act: Act) -> None:
    if not available(turn.state, seat, act):
        raise refuse("act_not_now")
    if act.once and done_before(turn.state, seat, command.act):
        raise refuse("act_done")
    if act.targets and command.target not in open_targets(act, seat):
        raise refuse("choose_target")
    if act.text_asked and not command.text.strip():
        raise refuse("empty_text")
    if act.cost:
        budgets.check(turn.state, seat, act.cost.budget, act.cost.amount)
    if act.does == "suspend" and turn.state.suspended_until > turn.game_time:
        raise refuse("suspended")


def open_targets(act: Act, seat: str) -> tuple[str, ...]:
    """The seats at which it can be aimed."""
    return tuple(target for target in act.targets if target != seat)


def perform(turn: Turn, seat: str, command: c.PerformAct, act: Act) -> None:
    """It is done, with what follows from it. What is entered from paper suspends nothing any more."""
    done = f"d{turn.next_version}"
    target = command.target if act.targets else ""
    version = turn.add(
        e.ActPerformed(done=done, act=command.act, by=seat, legality=act.legality, target=target, text=command.text)
    )
    if act.does == "suspend" and not turn.state.on_paper:
        turn.add(e.MeetingSuspended(until=turn.game_time + int(act.minutes * MINUTE), by=seat))
    deal(turn, act.deals + act.tells)
    hearers = (target,) if target else played_seats(turn.state) if act.public else (seat,)
    for card in act.tells:
        learn(turn, card, seat, (seat, *hearers), "act")
    start(turn, act.consequences, "act", done, version)


def come_out_by_condition(turn: Turn) -> bool:
    """What comes out because its condition holds now. Returns whether anything did."""
    for what, rule in hidden(turn.state):
        if isinstance(rule, ComesOutWhen) and holds(turn.state, rule.when):
            bring_out(turn, what, rule, "condition", because=because(turn.state, rule.when))
            return True
    return False


def come_out_by_chance(turn: Turn) -> None:
    """At the end of a round the lot is drawn for what comes out by chance."""
    for what, rule in hidden(turn.state):
        if isinstance(rule, ComesOutByChance):
            drawn = draw(turn.state.seed, f"comes_out:{_purpose(turn.state, what)}:{turn.state.clock.round}")
            if drawn < rule.chance:
                bring_out(turn, what, rule, "chance", drawn)
            else:
                turn.add(e.ChanceMissed(what=what, drawn=drawn))


def _purpose(state: GameState, what: str) -> str:
    """What the lot is drawn for, in words that no event elsewhere changes: which act by whom, and which time."""
    done = state.acts.get(what)
    if done is None:
        return state.questions[what].offer
    earlier = sum(1 for d in state.acts.values() if (d.act, d.by) == (done.act, done.by) and d.version < done.version)
    return f"{done.act}:{done.by}:{earlier}"


def decide_bring_out(turn: Turn, command: c.BringOut) -> None:
    """The facilitator lets it come out."""
    for what, rule in hidden(turn.state):
        if what == command.act:
            bring_out(turn, what, rule, "hand")
            return
    raise refuse("already_out")


def hidden(state: GameState) -> tuple[tuple[str, ComesOut], ...]:
    """Everything that could still come out: forbidden acts and partial answers, with their rule."""
    acts = [
        (id_, rule)
        for id_, done in state.acts.items()
        if not done.out and not done.article and (rule := state.casus.acts[done.act].comes_out)
    ]
    answers = [
        (id_, rule)
        for id_, asked in state.questions.items()
        if asked.answer == "part"
        and not asked.out
        and asked.offer
        and (rule := state.casus.questions[asked.offer].comes_out)
    ]
    return (*acts, *answers)


def bring_out(
    turn: Turn, what: str, rule: ComesOut, how: HowOut, drawn: float | None = None, because: tuple[Cause, ...] = ()
) -> None:
    """It becomes public, with what follows from that. because: the facts of its condition."""
    version = turn.add(e.CameOut(what=what, text=rule.text, drawn=drawn, how=how, because=because))
    start(turn, rule.consequences, "came_out", what, version)


def evolve_act_performed(state: GameState, record: e.Record, event: e.ActPerformed) -> GameState:
    """It was done; a forbidden or private act is known to whoever did it and whoever it was aimed at."""
    act = state.casus.acts[event.act]
    done = ActDone(
        id=event.done, act=event.act, by=event.by, legality=event.legality, target=event.target, text=event.text,
        version=record.version, round=state.clock.round, number=state.clock.number,
    )  # fmt: skip
    state = replace(state, acts={**state.acts, event.done: done})
    if act.cost:
        state = budgets.spend(state, event.by, act.cost.budget, act.cost.amount)
    public = act.public and event.legality == "legal"
    to = () if public else (event.by, event.target) if event.target else (event.by,)
    title = f"{label(state, event.by)}: {act.title}"
    aimed = f"{act.text} ({label(state, event.target)})" if event.target else act.text
    return tell(state, record, "act", title, event.text or aimed, seat=event.by, to=to)


def evolve_act_refused(state: GameState, record: e.Record, event: e.ActRefused) -> GameState:
    """Tried, and void: only who tried it knows."""
    done = ActDone(
        id=f"d{record.version}", act=event.act, by=event.by, legality="void", version=record.version,
        round=state.clock.round, number=state.clock.number, article=event.article,
    )  # fmt: skip
    state = replace(state, acts={**state.acts, done.id: done})
    act = state.casus.acts[event.act]
    return tell(
        state,
        record,
        "act",
        f"Dit kan niet: {act.title}",
        f"{act.why} ({event.article})",
        seat=event.by,
        to=(event.by,),
    )


def evolve_came_out(state: GameState, record: e.Record, event: e.CameOut) -> GameState:
    """Everybody knows it now."""
    state, how = keep(state, record, event.because), Out(how=event.how or "condition", version=record.version)
    if event.what in state.acts:
        done = replace(state.acts[event.what], out=True, came_out=how)
        state = replace(state, acts={**state.acts, event.what: done})
    else:
        asked = replace(state.questions[event.what], out=True, came_out=how)
        state = replace(state, questions={**state.questions, event.what: asked})
    return tell(state, record, "out", "Het komt uit", event.text)


def evolve_chance_missed(state: GameState, record: e.Record, event: e.ChanceMissed) -> GameState:
    """The lot was against it; the draw is kept in the log."""
    return state


DECIDE = {c.PerformAct: decide_perform_act, c.BringOut: decide_bring_out}
EVOLVE = {
    e.ActPerformed: evolve_act_performed,
    e.ActRefused: evolve_act_refused,
    e.CameOut: evolve_came_out,
    e.ChanceMissed: evolve_chance_missed,
}
