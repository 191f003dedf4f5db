"""A copy of a game goes its own way: everybody has got up, the clock stands still, and one thing may differ."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from ..turn import Turn, at_table, casus_seat, game_time
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, SeatState
from ..vocabulary.state_lab import ForkState
from ..vocabulary.state_parts import Result
from . import ballots, cards, decisions, gates, purse, werkwijzen
from .clock import FORK_STANDS_STILL
from .feed import label, labels, tell

WITHOUT = "zonder"


def fresh(state: GameState) -> bool:
    """Whether this is a fork that has not gone on yet, in which nothing differs so far."""
    clock = state.clock
    waits = clock.stage == "lobby" or (not clock.running and clock.pause_reason == FORK_STANDS_STILL)
    return state.fork is not None and not state.fork.differed and waits


def decide_differ(turn: Turn, command: c.Differ) -> None:
    """The one thing that differs; what follows from it has that as its cause."""
    if turn.state.fork is None:
        raise refuse("not_a_fork")
    if not fresh(turn.state):
        raise refuse("fork_went_on")
    DIFFERS[command.kind](turn, command)


def _differed(turn: Turn, command: c.Differ, words: str, to: tuple[str, ...] = ()) -> None:
    turn.add(
        e.Differed(kind=command.kind, id=command.id, option=command.option, to=to, former=command.former, words=words)
    )


def _decide_otherwise(turn: Turn, command: c.Differ) -> None:
    now = turn.state.decisions.get(command.id)
    if now is None or now.status == "decided":
        raise refuse("unknown_decision" if now is None else "decided")
    if now.postponed:
        raise refuse("next_meeting")
    gates.check(turn.state, command.id)
    decisions.check_option(turn.state, command.id, command.option)
    rules = ballots.definition(turn.state, command.id)
    former = rules.options.get(command.former)
    then = f"In het eerdere spel: {former.text}" if former else "In het eerdere spel was er een andere uitkomst"
    _differed(turn, command, f"{rules.question} Hier: {_ended(rules.options[command.option].text)} {_ended(then)}")
    by = rules.by if rules.by in turn.state.seats else ""
    decisions.take(turn, command.id, Result(option=command.option, how="fork", by=by), {})


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _tell_card(turn: Turn, command: c.Differ) -> None:
    held = turn.state.cards.get(command.id)
    if held is None:
        raise refuse("unknown_card")
    for seat in command.to:
        if not casus_seat(turn.state, seat).playable:
            raise refuse("not_playable")
        if not at_table(turn.state, seat):
            raise refuse("only_after_resigning")
    new = tuple(seat for seat in dict.fromkeys(command.to) if seat not in held.known)
    if not new:
        raise refuse("already_known")
    title, holder = turn.casus.cards[command.id].title, label(turn.state, held.holder)
    words = f"De kaart “{title}”: hier nu al verteld door {holder} aan {labels(turn.state, new)}."
    _differed(turn, command, words, (held.holder, *new))
    cards.learn(turn, command.id, held.holder, new, "told")


def _work_otherwise(turn: Turn, command: c.Differ) -> None:
    if turn.state.clock.stage not in ("lobby", "briefing"):
        raise refuse("not_now", step="ronde")
    leaves = command.option == WITHOUT
    if (command.id in turn.state.werkwijzen) != leaves:
        raise refuse("no_change" if not leaves else "werkwijze_unknown")
    error = None if leaves else purse.obstacle(turn.state, command.id, ())
    if error is not None:
        raise error
    there = tuple(turn.state.werkwijzen)
    then = ", ".join(werkwijzen.label_of(turn.state, id_) for id_ in there) or "geen"
    here = "geen" if leaves else werkwijzen.label_of(turn.state, command.id)
    _differed(turn, command, f"De werkwijze vanaf het begin. Hier: {here}. In het eerdere spel: {then}.")
    for former in there:
        turn.add(e.WerkwijzeDropped(werkwijze=former))
    if not leaves:
        werkwijzen.begin(turn, command.id, "fork")


DIFFERS: dict[str, Callable[[Turn, c.Differ], None]] = {
    "decision": _decide_otherwise,
    "card": _tell_card,
    "werkwijze": _work_otherwise,
}


def evolve_forked(state: GameState, record: e.Record, event: e.Forked) -> GameState:
    """A game of its own. What people answered for themselves stays with the parent; who sat here has got up."""
    reason = "" if state.clock.stage == "lobby" else FORK_STANDS_STILL
    elapsed = game_time(state, state.at)
    clock = replace(state.clock, running=False, pause_reason=reason, elapsed=elapsed, since=record.at)
    state = replace(
        state,
        game=event.game,
        meeting=event.meeting or state.meeting,
        seed=event.seed,
        fork=ForkState(parent=event.parent, at=event.at, version=record.version, title=event.title),
        clock=clock,
        begun_at=0,
        seats={id_: _got_up(seat) for id_, seat in state.seats.items()},
        people=(),
        arrived={},
        late={},
        professions={},
        pulses={},
        weighed={},
        on_paper=False,
        screens_closed=False,
    )
    return _tell_forked(state, record, event)


def _got_up(seat: SeatState) -> SeatState:
    return replace(seat, player="nobody", holder="", shadow="", swap=False, ready=False)


def _tell_forked(state: GameState, record: e.Record, event: e.Forked) -> GameState:
    of = f"“{event.title}”" if event.title else "een ander spel"
    text = "Tot hier is alles hetzelfde. Vanaf hier gaat deze tafel haar eigen weg."
    return tell(state, record, "notice", f"Deze tafel is een vervolg op {of}", text)


def evolve_differed(state: GameState, record: e.Record, event: e.Differed) -> GameState:
    """Told to who may know it."""
    if state.fork is None:
        return state
    fork = replace(
        state.fork, kind=event.kind, id=event.id, differs=event.words, to=event.to, differed=record.version,
    )  # fmt: skip
    state = replace(state, fork=fork)
    return tell(state, record, "notice", "Dit gaat hier anders dan in het eerdere spel", event.words, to=event.to)


DECIDE = {c.Differ: decide_differ}
EVOLVE = {e.Forked: evolve_forked, e.Differed: evolve_differed}
