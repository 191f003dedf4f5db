"""One table, seen by who compares: everything that a comparison needs of it, and nothing that this audience may not know."""

from __future__ import annotations

from ..projections import project
from ..projections.causes_seen import graph_seen
from ..projections.outcomes import figures_open
from ..projections.report.course import came_later, reached
from ..projections.report.figures import indicators
from ..projections.report.structs import IndicatorLine
from ..projections.table import NOBODY_DECIDED
from ..samenspel import measure
from ..tracing import Graph, reach
from ..turn import played_rounds
from ..vocabulary.audience import Audience
from ..vocabulary.base import Fact
from ..vocabulary.state import GameState
from ..vocabulary.state_lab import WerkwijzeState
from ..vocabulary.views import ConsequenceCard, DecisionCard, JudgeCard, MeasureCard, View, WerkwijzeCard
from .deeds import NOBODY, Deed, Key, Possible, deeds, possible, round_of
from .structs import Answer, Carried, Eyes, Far, Promises, Table

MADE_UP = "/"
"""Stands in the key of a consequence that is not of the casus."""


class Side(Fact):
    """A table at one version. rounds: the ids of the rounds that it plays; reached: of those, how many it came to.

    everything: also what is not public is in it. deeds: what it did; possible: what it could do. Consequences that were
    made up at the table have the game in their key: they are of no other table.
    """

    table: Table
    casus: str
    title: str
    gemeente: str
    content: str
    parent: str
    everything: bool
    all_rounds: tuple[str, ...]
    rounds: tuple[str, ...]
    reached: int
    indicators: tuple[IndicatorLine, ...]
    answers: dict[str, Answer]
    deeds: dict[Key, Deed]
    possible: dict[Key, Possible]
    deciders: dict[str, str]
    consequences: dict[str, ConsequenceCard]
    ways: dict[str, Carried]
    way_labels: dict[str, str]
    far: Far
    judged: dict[str, JudgeCard]
    promises: Promises
    samenspel: dict[str, MeasureCard]

    @property
    def over(self) -> bool:
        """Whether every round is behind it."""
        return self.table.later


def side_of(state: GameState, eyes: Eyes = "public") -> Side:
    """This table as it is now. `table.label` is empty: what a table is called stands in its meeting.

    public: what its projector shows, and so everything after the reveal. lead: what a facilitator may know.
    """
    shown = project(state, Audience(kind="screen")).view
    view = project(state, Audience(kind="facilitator"), looking_back=True).view if eyes == "lead" else shown
    everything = eyes == "lead" or state.revealed
    return Side(
        table=_table(state, view, everything),
        casus=state.casus.id,
        title=state.casus.title,
        gemeente=state.content.gemeente.name,
        content=state.content_hash,
        parent=state.fork.parent if state.fork else "",
        everything=everything,
        all_rounds=tuple(one.id for one in state.casus.rounds),
        rounds=tuple(played_rounds(state)),
        reached=len(reached(state)),
        indicators=indicators(state, view),
        answers={id_: _answer(state, id_, card) for id_, card in view.decisions.items() if not card.proposal},
        deeds=deeds(state, view, everything),
        possible=possible(state),
        deciders={id_: card.by_label for id_, card in view.decisions.items()},
        consequences={_shared_id(state, id_): one for id_, one in view.consequences.items() if not one.retracted},
        ways={id_: _carried(state, id_, card) for id_, card in view.werkwijzen.items()},
        way_labels={id_: state.content.werkwijzen[id_].label for id_ in state.werkwijzen},
        far=_far(graph_seen(state, all_=eyes == "lead")),
        judged={_shared_id(state, id_): card for id_, card in _judged(shown).items()},
        promises=_promises(view),
        samenspel=_samenspel(state, eyes, shown),
    )


def _judged(shown: View) -> dict[str, JudgeCard]:
    return shown.debrief.judge if shown.debrief else {}


def _shared_id(state: GameState, id_: str) -> str:
    """The id of a consequence at every table; one that fell twice counts as one."""
    known = id_.partition("~")[0]
    return known if known in state.casus.consequences else f"{state.game}{MADE_UP}{id_}"


def _table(state: GameState, view: View, everything: bool) -> Table:
    players = [seat.player for seat in state.seats.values()]
    return Table(
        label="",
        game=state.game,
        edition=view.game.edition,
        where=view.clock.label,
        stage=state.clock.stage,
        later=came_later(state),
        revealed=state.revealed,
        figures=bool(view.indicators) or figures_open(state),
        werkwijzen=tuple(_way(state, one) for one in state.werkwijzen.values()),
        differs=state.fork.differs if state.fork and everything else "",
        people=players.count("person"),
        computers=players.count("computer"),
    )


def _way(state: GameState, one: WerkwijzeState) -> str:
    label = state.content.werkwijzen[one.id].label
    return f"{label} (tijdens het spel gekozen)" if one.how == "decision" else label


def _carried(state: GameState, id_: str, card: WerkwijzeCard) -> Carried:
    late = tuple(name for name, one in state.werkwijzen[id_].reached.items() if one.late)
    return Carried(state=card.state, late=late, milestones=card.milestones, merits=card.merits)


def _answer(state: GameState, id_: str, card: DecisionCard) -> Answer:
    round_ = round_of(state, id_, card)
    if card.status != "decided":
        return Answer(kind="open", text="Ligt nu voor", round=round_)
    adopted = any(one.state == "adopted" for one in card.options.values())
    if card.outcome_how == NOBODY_DECIDED:
        how = f"zo werd het: {card.outcome}" if adopted else ""
        return Answer(kind="passed", text=NOBODY, how=how, round=round_)
    how = card.outcome_how or f"door {card.by_label}"
    return Answer(kind="decided" if adopted else "rejected", text=card.outcome, how=how, round=round_)


def _far(graph: Graph) -> Far:
    found = reach(graph)
    return Far(reach=found, chain=tuple(graph.nodes[key].title for key in found.chain))


def _samenspel(state: GameState, eyes: Eyes, shown: View) -> dict[str, MeasureCard]:
    """Who leads follows it live; others see what the projector shows of it."""
    if eyes == "lead":
        return measure(state, True) if state.clock.stage != "lobby" else {}
    return shown.samenspel


def _promises(view: View) -> Promises:
    status = [one.status for one in view.promises.values()]
    return Promises(kept=status.count("kept"), broken=status.count("broken"), open=status.count("open"))
