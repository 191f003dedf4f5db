"""The debrief: pulse, silent note, judgement of consequences from role and person, handvat, reveal."""

from __future__ import annotations

from msgspec.structs import replace

from ..turn import Turn, seat_of
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState, Handvat, JudgementState, Pulse
from . import choosing, guessing
from .chains import to_judge
from .feed import tell


def pulse_round(state: GameState) -> str:
    """The round whose pulse is asked now: from its consequences until the next round begins. Empty: none."""
    clock = state.clock
    asked = any(r.id == clock.round and r.pulse for r in state.casus.rounds)
    here = clock.stage == "meal" or (clock.stage == "round" and clock.step == "consequences")
    return clock.round if asked and here else ""


def decide_give_pulse(turn: Turn, command: c.GivePulse) -> None:
    """Three answers by a participant with a seat, once a round."""
    round_, participant = pulse_round(turn.state), turn.actor.participant
    seat = seat_of(turn.state, participant)
    if not round_:
        raise refuse("not_asked")
    if not seat:
        raise refuse("not_seated")
    if f"{round_}:{participant}" in turn.state.pulses:
        raise refuse("already_given")
    turn.add(
        e.PulseGiven(
            round=round_, participant=participant, seat=seat, role=command.role, knew=command.knew, mattered=command.mattered
        )
    )  # fmt: skip


def decide_write_silent_note(turn: Turn, command: c.WriteSilentNote) -> None:
    """Written by everybody alone; a new text replaces the former."""
    if not command.text.strip():
        raise refuse("empty_text")
    if not turn.actor.participant:
        raise refuse("not_seated")
    turn.add(e.SilentNoteWritten(participant=turn.actor.participant, text=command.text))


def decide_choose_consequences(turn: Turn, command: c.ChooseConsequences) -> None:
    """Three different consequences that happened and that everybody may know; all of them when there are fewer.

    What the engine had chosen and is kept, keeps its reason.
    """
    open_, wanted = to_judge(turn.state), choosing.enough(turn.state)
    happened = tuple(id_ for id_ in dict.fromkeys(command.consequences) if id_ in open_)
    if len(happened) != len(command.consequences) or len(happened) != wanted:
        raise refuse("three_needed", count=wanted)
    why = {id_: reason for id_, reason in turn.state.chosen_why.items() if id_ in happened}
    turn.add(e.ConsequencesChosen(consequences=happened, why=why))


def begin_step(turn: Turn) -> None:
    """What the engine does when a step of the debrief begins: lay the chain to guess, choose what nobody chose."""
    if turn.state.clock.step == "guess":
        guessing.lay(turn)
    elif turn.state.clock.step == "judge" and not turn.state.chosen:
        why = choosing.propose(turn.state)
        if why:
            turn.add(e.ConsequencesChosen(consequences=tuple(why), why=why))


def decide_judge_consequence(turn: Turn, command: c.JudgeConsequence) -> None:
    """Wanted or not, from the role and as a person; a new verdict replaces the former until the spread shows."""
    participant = turn.actor.participant
    seat = seat_of(turn.state, participant)
    if command.consequence not in turn.state.chosen:
        raise refuse("not_chosen")
    if not seat:
        raise refuse("not_seated")
    if participant in turn.state.judgements.get(command.consequence, {}) and told(turn.state, command.consequence):
        raise refuse("spread_shown")
    turn.add(
        e.ConsequenceJudged(
            consequence=command.consequence,
            participant=participant,
            seat=seat,
            as_role=command.as_role,
            as_person=command.as_person,
            reason=command.reason,
            practice=command.practice,
        )
    )


def told(state: GameState, consequence: str) -> bool:
    """Whether what people said as themselves shows, all at once: everybody judged, or the step of judging is over.

    Shown bit by bit, each next message would tell what the last one answered.
    """
    given = state.judgements.get(consequence, {})
    return state.clock.key != "debrief.judge" or all(person in given for person in seated(state))


def decide_write_handvat(turn: Turn, command: c.WriteHandvat) -> None:
    """One intention, tied to a moment of the replay that has happened."""
    if not (command.whom.strip() and command.what.strip() and command.before.strip()):
        raise refuse("empty_text")
    participant = turn.actor.participant
    turn.add(
        e.HandvatWritten(
            participant=participant,
            seat=seat_of(turn.state, participant),
            whom=command.whom,
            what=command.what,
            before=command.before,
            moment=min(command.moment, turn.state.version),
        )
    )


def decide_reveal(turn: Turn, command: c.Reveal) -> None:
    """Everything opens, once and for good."""
    if turn.state.revealed:
        raise refuse("already_revealed")
    turn.add(e.Revealed())


def seated(state: GameState) -> tuple[str, ...]:
    """The participants with a seat, holders and shadows."""
    people = [person for seat in state.seats.values() for person in (seat.holder, seat.shadow)]
    return tuple(person for person in people if person)


def evolve_pulse_given(state: GameState, record: e.Record, event: e.PulseGiven) -> GameState:
    """Three answers, kept with the participant."""
    pulse = Pulse(round=event.round, seat=event.seat, role=event.role, knew=event.knew, mattered=event.mattered)
    return replace(state, pulses={**state.pulses, f"{event.round}:{event.participant}": pulse})


def evolve_silent_note_written(state: GameState, record: e.Record, event: e.SilentNoteWritten) -> GameState:
    """Only its writer reads it."""
    return replace(state, silent_notes={**state.silent_notes, event.participant: event.text})


def evolve_consequences_chosen(state: GameState, record: e.Record, event: e.ConsequencesChosen) -> GameState:
    """What to judge, and why the engine chose it."""
    return replace(state, chosen=event.consequences, chosen_why=event.why)


def evolve_consequence_judged(state: GameState, record: e.Record, event: e.ConsequenceJudged) -> GameState:
    """One verdict of one participant."""
    verdict = JudgementState(
        seat=event.seat, as_role=event.as_role, as_person=event.as_person, reason=event.reason, practice=event.practice
    )  # fmt: skip
    given = {**state.judgements.get(event.consequence, {}), event.participant: verdict}
    return replace(state, judgements={**state.judgements, event.consequence: given})


def evolve_handvat_written(state: GameState, record: e.Record, event: e.HandvatWritten) -> GameState:
    """What a participant takes home."""
    handvat = Handvat(seat=event.seat, whom=event.whom, what=event.what, before=event.before, moment=event.moment)
    return replace(state, handvatten={**state.handvatten, event.participant: handvat})


def evolve_revealed(state: GameState, record: e.Record, event: e.Revealed) -> GameState:
    """Everything is open."""
    return tell(replace(state, revealed=True), record, "notice", "Alles is onthuld", "Je kunt nu elke rol terugkijken.")


DECIDE = {
    c.GivePulse: decide_give_pulse,
    c.WriteSilentNote: decide_write_silent_note,
    c.ChooseConsequences: decide_choose_consequences,
    c.JudgeConsequence: decide_judge_consequence,
    c.WriteHandvat: decide_write_handvat,
    c.Reveal: decide_reveal,
}
EVOLVE = {
    e.PulseGiven: evolve_pulse_given,
    e.SilentNoteWritten: evolve_silent_note_written,
    e.ConsequencesChosen: evolve_consequences_chosen,
    e.ConsequenceJudged: evolve_consequence_judged,
    e.HandvatWritten: evolve_handvat_written,
    e.Revealed: evolve_revealed,
}
