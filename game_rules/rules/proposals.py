"""Motie, amendement and ordevoorstel of a raadslid; the griffier's places on the agenda."""

from __future__ import annotations

from msgspec.structs import replace

from ..because import because
from ..conditions import holds
from ..turn import Turn, played_rounds
from ..vocabulary import commands as c
from ..vocabulary import events as e
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import ProposalState
from . import budgets
from .feed import label, tell
from .talk import council


def decide_propose(turn: Turn, command: c.Propose) -> None:
    """A raadslid proposes: at most what the budget of the fractie allows."""
    by = turn.seat()
    if by not in council(turn.state):
        raise refuse("only_council")
    if not command.text.strip():
        raise refuse("empty_text")
    if command.kind == "amendement" and command.decision not in amendable(turn.state):
        raise refuse("amend_what")
    budgets.check(turn.state, by, "voorstel")
    decision = command.decision if command.kind == "amendement" else ""
    turn.add(
        e.ProposalMade(proposal=f"v{turn.next_version}", kind=command.kind, by=by, text=command.text, decision=decision)
    )


def amendable(state: GameState) -> tuple[str, ...]:
    """The open decisions of the raad, to which an amendement can belong (Gemeentewet 147b)."""
    return tuple(
        id_
        for id_, now in state.decisions.items()
        if now.status == "asked" and id_ in state.casus.decisions and state.casus.decisions[id_].rule == "raad"
    )


def decide_withdraw_proposal(turn: Turn, command: c.WithdrawProposal) -> None:
    """The proposer takes it back while it is not yet before the meeting."""
    by = turn.seat()
    proposal = turn.state.proposals.get(command.proposal)
    if proposal is None or proposal.status == "withdrawn":
        raise refuse("unknown_proposal")
    if proposal.by != by:
        raise refuse("not_your_proposal")
    if command.proposal in turn.state.decisions and turn.state.decisions[command.proposal].status != "asked":
        raise refuse("already_put")
    turn.add(e.ProposalWithdrawn(proposal=command.proposal))


def decide_place_on_agenda(turn: Turn, command: c.PlaceOnAgenda) -> None:
    """The griffier uses a place; a facilitator may help without using one."""
    by = "" if turn.by_facilitator() else turn.seat()
    if by and turn.casus.seats[by].role != "griffier":
        raise refuse("only_griffier")
    if command.item in turn.state.decisions:
        raise refuse("already_on_agenda")
    if command.item not in placeable(turn.state):
        raise refuse("unknown_proposal")
    if by:
        budgets.check(turn.state, by, "agenda")
    turn.add(e.AgendaPlaced(item=command.item, by=by))
    rules = turn.casus.decisions.get(command.item)
    turn.add(e.DecisionAsked(decision=command.item, because=because(turn.state, rules.when if rules else None)))


def placeable(state: GameState) -> tuple[str, ...]:
    """What can get a place now: proposals that were made, and decisions of the casus that are not required."""
    made = [id_ for id_, p in state.proposals.items() if p.status == "made" and _in_time(state, p)]
    begun = played_rounds(state)[: state.clock.number + 1]
    extra = [
        id_
        for id_, rules in state.casus.decisions.items()
        if not rules.required and rules.round in begun and id_ not in state.decisions and holds(state, rules.when)
    ]
    return (*made, *extra)


def _in_time(state: GameState, proposal: ProposalState) -> bool:
    """An amendement comes too late once its decision is being voted on or was taken."""
    return not proposal.decision or proposal.decision in amendable(state)


def became(state: GameState, proposal: str) -> str:
    """made · agenda · withdrawn · adopted · rejected; a vote that never came changes nothing."""
    found, decided = state.proposals[proposal], state.decisions.get(proposal)
    result = decided.result if decided else None
    if result is None or result.how == "unanswered":
        return found.status
    return "rejected" if result.how == "rejected" else "adopted"


def evolve_proposal_made(state: GameState, record: e.Record, event: e.ProposalMade) -> GameState:
    """A proposal was made, heard by all."""
    proposal = ProposalState(
        id=event.proposal, kind=event.kind, by=event.by, text=event.text, decision=event.decision,
        version=record.version, round=state.clock.round,
    )  # fmt: skip
    state = budgets.spend(replace(state, proposals={**state.proposals, event.proposal: proposal}), event.by, "voorstel")
    title = f"{label(state, event.by)} dient een {event.kind} in"
    return tell(state, record, "proposal", title, event.text, seat=event.by)


def evolve_proposal_withdrawn(state: GameState, record: e.Record, event: e.ProposalWithdrawn) -> GameState:
    """Taken back by the proposer."""
    proposal = replace(state.proposals[event.proposal], status="withdrawn")
    decisions = {id_: now for id_, now in state.decisions.items() if id_ != event.proposal}
    state = replace(state, proposals={**state.proposals, event.proposal: proposal}, decisions=decisions)
    title = f"{label(state, proposal.by)} trekt een {proposal.kind} in"
    return tell(state, record, "proposal", title, proposal.text, seat=proposal.by)


def evolve_agenda_placed(state: GameState, record: e.Record, event: e.AgendaPlaced) -> GameState:
    """The griffier spent a place."""
    if event.by:
        state = budgets.spend(state, event.by, "agenda")
    found = state.proposals.get(event.item)
    text = found.text if found else state.casus.decisions[event.item].question
    return tell(state, record, "notice", "Op de agenda gezet", text, seat=event.by)


DECIDE = {
    c.Propose: decide_propose,
    c.WithdrawProposal: decide_withdraw_proposal,
    c.PlaceOnAgenda: decide_place_on_agenda,
}
EVOLVE = {
    e.ProposalMade: evolve_proposal_made,
    e.ProposalWithdrawn: evolve_proposal_withdrawn,
    e.AgendaPlaced: evolve_agenda_placed,
}
