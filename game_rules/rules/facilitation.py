"""The facilitator's own hand: override with a reason, bookmark, rubric, Onverwacht, screens, settings, and taking back."""

from __future__ import annotations

from msgspec.structs import replace

from ..chance import draw
from ..consequences import improvise
from ..turn import Turn, casus_seat, played_rounds
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import Change, GameState, Mark, Parked, Score
from .feed import check_filled, take_back, tell
from .former import former_values, restore

TAKEN_BACK = "Teruggenomen door de spelleider"


def decide_settle(turn: Turn, command: c.Settle) -> None:
    """Before the start: how people talk and what the facilitator may read."""
    if turn.state.read_private == command.read_private and turn.state.talk == command.talk:
        raise refuse("no_change")
    turn.add(e.Settled(read_private=command.read_private, talk=command.talk))


def decide_override(turn: Turn, command: c.Override) -> None:
    """An indicator by hand, with a reason, visible to all."""
    value = turn.state.indicators.get(command.indicator)
    if value is None:
        raise refuse("unknown_indicator")
    check_filled(command.reason)
    shift = min(100, max(0, value + command.shift)) - value
    if not shift:
        raise refuse("no_change")
    turn.add(e.IndicatorOverridden(indicator=command.indicator, shift=shift, reason=command.reason))


def decide_bookmark(turn: Turn, command: c.Bookmark) -> None:
    """This moment is for the debrief."""
    turn.add(e.Bookmarked(text=command.text))


def decide_score_rubric(turn: Turn, command: c.ScoreRubric) -> None:
    """A described level on one criterion, for the present round."""
    if command.criterion not in turn.casus.rubric:
        raise refuse("unknown_criterion")
    round_ = rubric_round(turn.state)
    if not round_:
        raise refuse("not_asked")
    turn.add(e.RubricScored(criterion=command.criterion, round=round_, level=command.level, note=command.note))


def rubric_round(state: GameState) -> str:
    """The last round that asks for the rubric and has come to its consequences; empty: none yet."""
    begun = played_rounds(state)[: state.clock.number + 1]
    if state.clock.stage == "round" and state.clock.step != "consequences":
        begun = begun[:-1]
    asked = [r.id for r in state.casus.rounds if r.rubric and r.id in begun]
    return asked[-1] if asked else ""


def decide_unexpected(turn: Turn, command: c.Unexpected) -> None:
    """Something the casus did not foresee. The clock stops: it happens, the lot decides, or it is parked."""
    for seat in command.to:
        casus_seat(turn.state, seat)
    happens = command.kind in ("happens", "chance")
    if happens and command.stock not in turn.casus.stock:
        raise refuse("unknown_stock")
    if turn.state.clock.running or not turn.state.clock.pause_reason or command.kind == "paper":
        turn.add(e.ClockPaused(reason=f"{UNEXPECTED[command.kind]}.", elapsed=turn.game_time))
    _happen(turn, command, happens)


def _happen(turn: Turn, command: c.Unexpected, happens: bool) -> None:
    what = f"u{turn.next_version}"
    drawn = draw(turn.state.seed, f"unexpected:{_estimates(turn)}") if command.kind == "chance" else None
    hit = happens and (drawn is None or drawn * 100 < command.chance)
    version = turn.add(
        e.UnexpectedHappened(
            what=what,
            kind=command.kind,
            text=command.text,
            stock=command.stock if happens else "",
            chance=command.chance if command.kind == "chance" else None,
            drawn=drawn,
            hit=hit,
        )
    )
    if hit:
        stock = turn.casus.stock[command.stock]
        text = command.text.strip() or stock.text
        to = command.to or stock.to
        improvise(turn, stock.title, text, stock.ring, stock.shifts, ("unexpected", what, version), to)


def _estimates(turn: Turn) -> int:
    """How often the lot was drawn for an estimate of the table before."""
    return sum(1 for parked in turn.state.parked.values() if parked.kind == "chance")


def decide_close_screens(turn: Turn, command: c.CloseScreens) -> None:
    """*Schermen dicht*, or open again."""
    if turn.state.screens_closed == command.closed:
        raise refuse("no_change")
    turn.add(e.ScreensClosed(closed=command.closed))


def decide_undo(turn: Turn, command: c.Undo) -> None:
    """Take back the last step, as long as no player has decided or acted since."""
    undo = turn.state.undo
    if undo is None:
        raise refuse("nothing_to_undo")
    if undo.too_late:
        raise refuse("undo_too_late")
    former = former_values(turn, undo)
    turn.add(e.StepUndone(what=undo.what, first=undo.first, last=undo.last, former=former))


def evolve_settled(state: GameState, record: e.Record, event: e.Settled) -> GameState:
    """Told to all before the start."""
    state = replace(state, read_private=event.read_private, talk=event.talk)
    where, what = TALKS[event.talk]
    words = f"kan {what} lezen" if event.read_private else f"kan geen {what} lezen"
    return tell(state, record, "notice", f"{where} De spelleider {words}.")


TALKS = {
    "tafel": ("Je praat aan tafel.", "briefjes"),
    "afstand": ("Je praat op afstand, in kanalen op je scherm.", "besloten gesprekken"),
}
"""How people talk, and what of it is between them."""


def evolve_indicator_overridden(state: GameState, record: e.Record, event: e.IndicatorOverridden) -> GameState:
    """An ingreep: always visible, always with its reason."""
    source = f"o{record.version}"
    state = shift_indicators(state, record, {event.indicator: event.shift}, source)
    words = f"{event.shift:+d}".replace("-", "−")
    title = f"Ingreep van de spelleider: {state.content.indicators[event.indicator].label} {words}"
    return tell(state, record, "override", title, event.reason)


def shift_indicators(state: GameState, record: e.Record, shifts: dict[str, int], source: str) -> GameState:
    """The indicators moved, with the source of every change kept."""
    values = dict(state.indicators)
    changes = list(state.changes)
    for indicator, shift in shifts.items():
        values[indicator] = min(100, max(0, values[indicator] + shift))
        changes.append(
            Change(
                version=record.version, number=state.clock.number, at=record.at, indicator=indicator, value=values[indicator],
                shift=shift, source=source,
            )
        )  # fmt: skip
    return replace(state, indicators=values, changes=tuple(changes))


def evolve_bookmarked(state: GameState, record: e.Record, event: e.Bookmarked) -> GameState:
    """A mark in the replay."""
    mark = Mark(version=record.version, text=event.text, by=record.actor.participant, at=record.at)
    return replace(state, marks=(*state.marks, mark))


def evolve_rubric_scored(state: GameState, record: e.Record, event: e.RubricScored) -> GameState:
    """A score; a later one by the same person replaces it."""
    by = record.actor.participant
    score = Score(criterion=event.criterion, round=event.round, level=event.level, note=event.note, by=by)
    return replace(state, scores={**state.scores, f"{event.round}:{event.criterion}:{by}": score})


UNEXPECTED = {
    "happens": "Onverwacht",
    "chance": "Onverwacht: het lot beslist",
    "park": "Bewaard voor de nabespreking",
    "out_of_role": "We stappen even uit de rol",
    "paper": "We spelen verder op papier",
}


def evolve_unexpected_happened(state: GameState, record: e.Record, event: e.UnexpectedHappened) -> GameState:
    """Told to all; what is parked is kept for the debrief."""
    parked = Parked(id=event.what, kind=event.kind, text=event.text, version=record.version)
    state = replace(
        state, parked={**state.parked, event.what: parked}, on_paper=state.on_paper or event.kind == "paper"
    )
    text = event.text
    if event.chance is not None:
        text = (
            f"{text} De tafel schatte de kans op {event.chance}%. {'Het gebeurt' if event.hit else 'Het gebeurt niet'}."
        )
    return tell(state, record, "unexpected", UNEXPECTED[event.kind], text.strip())


def evolve_screens_closed(state: GameState, record: e.Record, event: e.ScreensClosed) -> GameState:
    """Screens show only question, speaker and clock, or everything again."""
    return replace(state, screens_closed=event.closed)


def evolve_step_undone(state: GameState, record: e.Record, event: e.StepUndone) -> GameState:
    """The former values are back; texts stay, marked; what was read stays known."""
    former = event.former
    shifts = {k: v - state.indicators[k] for k, v in former.indicators.items()}
    state = shift_indicators(state, record, shifts, f"undo{record.version}")
    state = restore(state, former, event.first, event.last)
    ids = tuple(id_ for id_, item in state.feed.items() if event.first <= item.order <= event.last)
    return tell(take_back(state, ids, TAKEN_BACK), record, "notice", f"Teruggenomen: {event.what}")


DECIDE = {
    c.Settle: decide_settle,
    c.Override: decide_override,
    c.Bookmark: decide_bookmark,
    c.ScoreRubric: decide_score_rubric,
    c.Unexpected: decide_unexpected,
    c.CloseScreens: decide_close_screens,
    c.Undo: decide_undo,
}
EVOLVE = {
    e.Settled: evolve_settled,
    e.IndicatorOverridden: evolve_indicator_overridden,
    e.Bookmarked: evolve_bookmarked,
    e.RubricScored: evolve_rubric_scored,
    e.UnexpectedHappened: evolve_unexpected_happened,
    e.ScreensClosed: evolve_screens_closed,
    e.StepUndone: evolve_step_undone,
}
