"""The report of a game: what anybody at the table may read afterwards, as plain data.

Made from the View of the projector, to which `revealed` adds what everybody may then know. Never in it: briefjes, silent
notes, reasons of a judgement, the words of a bookmark, and who wrote or answered what as a person.
"""

from __future__ import annotations

from ...samenspel import measure
from ...tracing import costliest, key_of, reach
from ...turn import played_rounds
from ...vocabulary.audience import Audience
from ...vocabulary.state import GameState
from ...vocabulary.views import View
from ..causes_seen import graph_seen
from ..outcomes import figures_open
from ..project import project
from .course import columns, rounds
from .figures import indicators
from .knowing import known
from .reflecting import handvat, handvatten, rubric, seated
from .structs import LATER, HandvatLine, Report
from .ways import ways

__all__ = ["LATER", "HandvatLine", "Report", "handvat_of", "may_read", "report_of"]


def may_read(state: GameState, kind: str) -> bool:
    """Whether somebody of this kind may read the report now.

    Who leads: once the debrief began. Others: once everything was revealed, or the game is closed.
    """
    stage = state.clock.stage
    return stage == "closed" or (stage == "debrief" and (kind == "facilitator" or state.revealed))


def handvat_of(state: GameState, participant: str) -> HandvatLine | None:
    """What this participant takes home, for nobody else; None when nothing was handed in."""
    found = state.handvatten.get(participant)
    return handvat(state, found) if found else None


def report_of(state: GameState) -> Report:
    """The report as it is now. The same for every reader; see `may_read` for who reads it when."""
    view = project(state, Audience(kind="screen")).view
    graph = graph_seen(state)
    return Report(
        game=view.game,
        began_at=state.begun_at,
        ended_at=_ended_at(state),
        ended=state.clock.stage == "closed",
        revealed=state.revealed,
        figures=figures_open(state),
        seats=view.seats,
        columns=columns(state),
        rounds=rounds(state, view),
        ways=ways(state, view),
        decisions=view.decisions,
        consequences={id_: one for id_, one in view.consequences.items() if not one.retracted},
        acts=view.acts,
        graph=graph,
        reach=reach(graph),
        silence=costliest(graph, (key_of("silence", id_) for id_ in state.silences)),
        indicators=indicators(state, view),
        known=known(state) if state.revealed else (),
        together=measure(state, state.revealed),
        rubric=rubric(state),
        handvatten=handvatten(state),
        to_hand_in=len(seated(state)),
        **_as_seen(view),  # type: ignore[arg-type]
    )


def _as_seen(view: View) -> dict[str, object]:
    """What stands in the report just as the projector shows it."""
    debrief = view.debrief
    return {
        "judged": debrief.judge if debrief else {},
        "goals": debrief.goals if debrief else {},
        "chain": debrief.chain if debrief else None,
        "again": debrief.again if debrief else {},
        "practice": debrief.practice if debrief else {},
        "weighed": view.weigh.lines if view.weigh else {},
        "speeches": view.speeches,
        "promises": view.promises,
        "questions": view.questions,
        "proposals": view.proposals,
        "advice": view.advice,
        "moves": view.moves,
        "pulse": view.pulse,
    }


def _ended_at(state: GameState) -> int:
    """When the last thing happened at the table."""
    return max((item.at for item in state.feed.values() if item.round in played_rounds(state)), default=state.at)
