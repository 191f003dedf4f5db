"""When a decision is asked and when its round is over: asked, answered by silence, or held over to the next meeting."""

from __future__ import annotations

from ..because import because
from ..conditions import holds
from ..consequences import start
from ..turn import Turn, played_rounds
from ..vocabulary import events as e
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, Result
from . import ballots, decisions, werkwijzen


def ask(turn: Turn) -> None:
    """At the start of a round the required decisions of that round are on the agenda, and what was postponed returns."""
    for id_, rules in turn.casus.decisions.items():
        fresh = id_ not in turn.state.decisions and rules.round == turn.state.clock.round and rules.required
        if fresh and holds(turn.state, rules.when):
            turn.add(e.DecisionAsked(decision=id_, because=because(turn.state, rules.when)))
    for id_, now in turn.state.decisions.items():
        if now.postponed and now.status != "decided":
            turn.add(e.DecisionAsked(decision=id_))


def close(turn: Turn) -> None:
    """At the end of a round what was not decided is answered by silence, except what waits for the next meeting."""
    last = turn.state.clock.number >= len(played_rounds(turn.state)) - 1
    for id_, now in turn.state.decisions.items():
        if now.status == "decided" or now.round != turn.state.clock.round:
            continue
        if not last and not now.postponed and _too_few(turn.state, now):
            turn.add(e.DecisionHeldOver(decision=id_, reason=HELD_OVER))
        elif last or not now.postponed:
            _unanswered(turn, id_)


def end(turn: Turn) -> None:
    """When play stops there is no next meeting: what still waits is answered by silence."""
    for id_, now in turn.state.decisions.items():
        if now.status != "decided":
            _unanswered(turn, id_)


HELD_OVER = (
    "Er waren te weinig leden om te besluiten. De burgemeester roept de leden opnieuw bij elkaar. In de volgende ronde "
    "mag er ook met minder leden worden besloten."
)


def _too_few(state: GameState, now: DecisionState) -> bool:
    """Whether the lack of members is why nothing was decided; that can happen once (Gemeentewet 20, 29 lid 2, 56)."""
    rules = ballots.definition(state, now.id)
    if rules.by not in state.casus.organs or now.second_meeting:
        return False
    return now.invalid or not ballots.may_open(state, now.id)


def _unanswered(turn: Turn, decision: str) -> None:
    rules = ballots.definition(turn.state, decision)
    silence = rules.unanswered
    result = Result(option=silence.option, how="unanswered", reason=silence.text)
    version = turn.add(e.DecisionTaken(decision=decision, result=result))
    start(turn, silence.consequences, "decision", decision, version)
    if silence.option:
        start(turn, rules.options[silence.option].consequences, "decision", decision, version)
        werkwijzen.follow_decision(turn, decision, silence.option)


def state_outcome(turn: Turn, decision: str, option: str, reason: str) -> None:
    """A decision of a round that the edition skips, taken as the casus states it."""
    turn.add(e.DecisionAsked(decision=decision))
    decisions.take(turn, decision, Result(option=option, how="edition", reason=reason), {})
