"""The clock: lobby, briefing, rounds with four steps and a meal, Eén jaar later, debrief, closed; pause, resume, extend."""

from __future__ import annotations

from msgspec.structs import replace

from .. import consequences
from ..turn import Turn, game_time, played_rounds
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.casus import Minutes, Round
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DEBRIEF_STEPS, ROUND_STEPS, ClockState
from . import acts, agenda, cards, debrief, hearings, injects, seats, werkwijzen
from .feed import label, labels, tell
from .guard import STEP_WORDS

MINUTE = 60_000
BRIEFING, EPILOGUE = 10, 5
FORK_STANDS_STILL = "Deze tafel is een vervolg. De spelleider gaat verder als iedereen zit."
DEBRIEF = {"note": 5, "guess": 8, "judge": 12, "again": 5, "handvat": 10}


def round_(state: GameState, id_: str) -> Round:
    """The round of the casus with this id."""
    return next(r for r in state.casus.rounds if r.id == id_)


def minutes(state: GameState, id_: str) -> Minutes:
    """The planned length of the steps of a round in this edition."""
    return state.casus.editions[state.edition].minutes.get(id_, round_(state, id_).minutes)


def following(state: GameState) -> ClockState:
    """The step after the present one, not yet placed in time."""
    clock = state.clock
    if clock.stage == "lobby":
        return ClockState(stage="briefing")
    if clock.stage == "round" and clock.step != "consequences":
        return replace(clock, step=ROUND_STEPS[ROUND_STEPS.index(clock.step) + 1])
    if clock.stage == "round" and round_(state, clock.round).meal:
        return replace(clock, stage="meal", step="")
    if clock.stage in ("briefing", "round", "meal"):
        return _next_round(state)
    if clock.stage == "epilogue":
        return replace(clock, stage="debrief", step="note")
    if clock.step != "handvat":
        return replace(clock, step=DEBRIEF_STEPS[DEBRIEF_STEPS.index(clock.step) + 1])
    return replace(clock, stage="closed", step="")


def _next_round(state: GameState) -> ClockState:
    rounds, number = played_rounds(state), state.clock.number + 1
    if number >= len(rounds):
        return replace(state.clock, stage="epilogue", step="")
    return replace(state.clock, stage="round", step="read", round=rounds[number], number=number)


def planned(state: GameState, clock: ClockState) -> float:
    """The planned length of a step, in minutes."""
    if clock.stage == "round":
        return float(getattr(minutes(state, clock.round), clock.step))
    if clock.stage == "meal":
        return round_(state, clock.round).meal
    if clock.stage == "debrief":
        return DEBRIEF[clock.step]
    return {"briefing": BRIEFING, "epilogue": EPILOGUE}.get(clock.stage, 0)


def step_label(state: GameState, clock: ClockState) -> str:
    """How a step is called: `Ronde 2 van 6 · Praten`."""
    if clock.stage == "round":
        return f"Ronde {clock.number + 1} van {len(played_rounds(state))} · {STEP_WORDS[clock.step]}"
    if clock.stage == "debrief":
        return f"Nabespreking · {STEP_WORDS[clock.step]}"
    return STEP_WORDS[clock.stage]


def decide_next_step(turn: Turn, command: c.NextStep) -> None:
    """The facilitator moves on; a click on a step that is over does nothing."""
    if turn.state.clock.key != command.from_step:
        raise refuse("step_changed")
    _check_start(turn.state)
    _move(turn, following(turn.state))


def unready(state: GameState) -> tuple[str, ...]:
    """The essential seats that nobody plays."""
    return tuple(id_ for id_, seat in state.casus.seats.items() if seat.essential and not state.seats[id_].played)


def _check_start(state: GameState) -> None:
    if state.clock.stage == "lobby" and unready(state):
        raise refuse("not_ready_to_start", seats=labels(state, unready(state)))


def decide_close_round(turn: Turn, command: c.CloseRound) -> None:
    """Straight to the consequences of this round."""
    if turn.state.clock.key != command.from_step:
        raise refuse("step_changed")
    _move(turn, replace(turn.state.clock, step="consequences"))


def decide_go_to_epilogue(turn: Turn, command: c.GoToEpilogue) -> None:
    """Straight to Eén jaar later; the running round is closed first."""
    if turn.state.clock.stage == "round" and turn.state.clock.step != "consequences":
        _move(turn, replace(turn.state.clock, step="consequences"))
    _move(turn, replace(turn.state.clock, stage="epilogue", step=""))


def decide_close_game(turn: Turn, command: c.CloseGame) -> None:
    """Read-only from here."""
    _move(turn, replace(turn.state.clock, stage="closed", step=""))


def _move(turn: Turn, clock: ClockState) -> None:
    """Everything that belongs to leaving one step and entering the next."""
    entering_round = clock.stage == "round" and clock.step == "read"
    if clock.stage == "round" and clock.step == "consequences":
        _close_round(turn)
    if entering_round:
        _skip_rounds(turn, _skipped_before(turn.state, clock))
    if clock.stage == "epilogue":
        _skip_rounds(turn, _skipped_last(turn.state))
        agenda.end(turn)
        werkwijzen.end(turn)
    placed = _place(turn, clock)
    if turn.state.suspended_until:
        turn.add(e.SuspensionEnded())
    turn.add(e.StepStarted(clock=placed, label=step_label(turn.state, placed)))
    if clock.stage == "briefing":
        cards.deal_brief(turn)
    elif entering_round:
        _begin_round(turn)
    elif clock.step == "consequences" or clock.stage == "epilogue":
        consequences.fall_due(turn)
    elif clock.stage == "debrief":
        debrief.begin_step(turn)


def _place(turn: Turn, clock: ClockState) -> ClockState:
    """The clock set at this moment of game time."""
    now = turn.game_time
    begins = clock.stage == "round" and clock.step == "read"
    return replace(
        clock,
        running=clock.stage not in ("lobby", "closed") and not turn.state.on_paper,
        pause_reason=turn.state.clock.pause_reason if turn.state.on_paper else "",
        elapsed=now,
        since=turn.now,
        started=now,
        ends=now + int(planned(turn.state, clock) * MINUTE),
        round_started=now if begins else clock.round_started,
    )


def _close_round(turn: Turn) -> None:
    """Silence answers what nobody decided, notes what nobody told, and skips what did not happen."""
    agenda.close(turn)
    cards.note_silences(turn)
    hearings.close(turn)
    injects.skip_undue(turn)
    acts.come_out_by_chance(turn)
    werkwijzen.close_round(turn)
    turn.add(e.RoundClosed(round=turn.state.clock.round))


def _skip_rounds(turn: Turn, rounds: tuple[str, ...]) -> None:
    """The rounds that this edition skips here: what the casus states happened in them."""
    for skipped in rounds:
        outcome = round_(turn.state, skipped).outcome
        version = turn.add(e.RoundSkipped(round=skipped))
        injects.skip_round(turn, skipped)
        if outcome:
            for decision, option in outcome.decided.items():
                agenda.state_outcome(turn, decision, option, outcome.text)
            consequences.start(turn, outcome.consequences, "round", skipped, version)


def _skipped_before(state: GameState, clock: ClockState) -> tuple[str, ...]:
    order = [r.id for r in state.casus.rounds]
    begin = order.index(state.clock.round) + 1 if state.clock.round else 0
    return tuple(order[begin : order.index(clock.round)])


def _skipped_last(state: GameState) -> tuple[str, ...]:
    """The rounds that this edition skips after its last one, when that was played."""
    order, played = [r.id for r in state.casus.rounds], played_rounds(state)
    return tuple(order[order.index(played[-1]) + 1 :]) if state.clock.round == played[-1] else ()


def _begin_round(turn: Turn) -> None:
    order, skip = [r.id for r in turn.casus.rounds], turn.casus.editions[turn.state.edition].skip
    here = order.index(turn.state.clock.round)
    skipped: list[str] = []
    while here > len(skipped) and order[here - 1 - len(skipped)] in skip:
        skipped.append(order[here - 1 - len(skipped)])
    seats.swap_planned(turn)
    cards.deal_round(turn, (*reversed(skipped), turn.state.clock.round))
    agenda.ask(turn)
    injects.fire_at_start(turn)


def decide_pause(turn: Turn, command: c.Pause) -> None:
    """The clock stops; after a crash the clock itself pauses at the time the server was last alive."""
    if not turn.state.clock.running:
        raise refuse("paused")
    turn.add(e.ClockPaused(reason=command.reason, elapsed=turn.game_time))


def decide_resume(turn: Turn, command: c.Resume) -> None:
    """The clock runs on from where it stood."""
    if turn.state.clock.running:
        raise refuse("not_paused")
    turn.add(e.ClockResumed())


def decide_extend(turn: Turn, command: c.Extend) -> None:
    """The step gets longer or shorter, never shorter than now."""
    if not command.seconds:
        raise refuse("no_change")
    turn.add(e.StepExtended(seconds=command.seconds))


def decide_wake(turn: Turn, command: c.Wake) -> None:
    """What is due happens; waking too early or twice does nothing."""
    if not turn.state.clock.running:
        return
    if 0 < turn.state.suspended_until <= turn.game_time:
        turn.add(e.SuspensionEnded())
    if turn.state.clock.stage == "round":
        injects.fire_due(turn)


def next_wake(state: GameState) -> int | None:
    """The wall time (ms) at which the clock itself has something to do; None while it stands still or has nothing."""
    clock = state.clock
    if not clock.running:
        return None
    due = [injects.next_due(state), state.suspended_until or None]
    times = [moment for moment in due if moment is not None]
    return clock.since + min(times) - clock.elapsed if times else None


def evolve_step_started(state: GameState, record: e.Record, event: e.StepStarted) -> GameState:
    """The game stands at a new step; who was ready is asked again at the next round."""
    begun = record.at if event.clock.stage == "briefing" else state.begun_at
    state = replace(state, clock=event.clock, begun_at=begun)
    if event.clock.stage == "round" and event.clock.step == "read":
        state = replace(state, seats={id_: replace(s, ready=False) for id_, s in state.seats.items()}, speakers=())
    if event.clock.stage == "round" and event.clock.step != "read":
        return state
    title, text = _announcement(state, event)
    return tell(state, record, "notice", title, text)


def _announcement(state: GameState, event: e.StepStarted) -> tuple[str, str]:
    clock = event.clock
    if clock.stage == "round":
        begun = round_(state, clock.round)
        return f"Ronde {clock.number + 1}: {begun.title}", begun.intro
    if clock.stage == "briefing":
        return "Lees je rol", "Je hebt tien minuten. Lees je doel en je kaarten. Praat er nog niet over."
    if clock.stage == "epilogue":
        return "Eén jaar later", "Het spel is gespeeld. Lees wat er een jaar later in de krant staat."
    return event.label, ""


def evolve_round_skipped(state: GameState, record: e.Record, event: e.RoundSkipped) -> GameState:
    """A round that is not played: everybody reads what happened in it."""
    skipped = round_(state, event.round)
    text = skipped.outcome.text if skipped.outcome else ""
    return tell(state, record, "notice", f"Intussen: {skipped.title}", text)


def evolve_round_closed(state: GameState, record: e.Record, event: e.RoundClosed) -> GameState:
    """The round is closed."""
    return state


def evolve_clock_paused(state: GameState, record: e.Record, event: e.ClockPaused) -> GameState:
    """Game time stands still."""
    clock = replace(state.clock, running=False, elapsed=event.elapsed, since=record.at, pause_reason=event.reason)
    return replace(state, clock=clock)


def evolve_clock_resumed(state: GameState, record: e.Record, event: e.ClockResumed) -> GameState:
    """Game time runs from where it stood; for a fork the evening begins anew, as far on as it was."""
    if state.clock.pause_reason == FORK_STANDS_STILL:
        state = replace(state, begun_at=record.at - state.clock.elapsed)
    return replace(state, clock=replace(state.clock, running=True, since=record.at, pause_reason=""), on_paper=False)


def evolve_step_extended(state: GameState, record: e.Record, event: e.StepExtended) -> GameState:
    """A later or earlier planned end, told to all."""
    now = game_time(state, record.at)
    ends = max(now, state.clock.ends + event.seconds * 1000)
    state = replace(state, clock=replace(state.clock, ends=ends))
    size, unit = (
        (abs(event.seconds) // 60, "minuten") if abs(event.seconds) % 60 == 0 else (abs(event.seconds), "seconden")
    )
    unit = "minuut" if size == 1 and unit == "minuten" else unit
    words = "langer" if event.seconds > 0 else "korter"
    return tell(state, record, "notice", f"Deze stap duurt {size} {unit} {words}")


def evolve_meeting_suspended(state: GameState, record: e.Record, event: e.MeetingSuspended) -> GameState:
    """A schorsing."""
    state = replace(state, suspended_until=event.until)
    return tell(state, record, "notice", f"{label(state, event.by)} schorst de vergadering", seat=event.by)


def evolve_suspension_ended(state: GameState, record: e.Record, event: e.SuspensionEnded) -> GameState:
    """The meeting goes on."""
    return tell(replace(state, suspended_until=0), record, "notice", "De schorsing is voorbij")


DECIDE = {
    c.NextStep: decide_next_step,
    c.CloseRound: decide_close_round,
    c.GoToEpilogue: decide_go_to_epilogue,
    c.CloseGame: decide_close_game,
    c.Pause: decide_pause,
    c.Resume: decide_resume,
    c.Extend: decide_extend,
    c.Wake: decide_wake,
}
EVOLVE = {
    e.StepStarted: evolve_step_started,
    e.RoundSkipped: evolve_round_skipped,
    e.RoundClosed: evolve_round_closed,
    e.ClockPaused: evolve_clock_paused,
    e.ClockResumed: evolve_clock_resumed,
    e.StepExtended: evolve_step_extended,
    e.MeetingSuspended: evolve_meeting_suspended,
    e.SuspensionEnded: evolve_suspension_ended,
}
