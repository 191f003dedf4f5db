"""Who may vote on a decision and what was voted so far: the questions that deciding and every projection share."""

from __future__ import annotations

from types import ModuleType

from ..conditions import holds
from ..decision_rules import college, raad
from ..decision_rules.members import Count, Member
from ..turn import casus_seat
from ..vocabulary.casus import Decision, Option, Organ, Unanswered
from ..vocabulary.commands import Votes
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, ProposalState
from . import purse
from .feed import label

PASS = "aannemen"
BALLOT = "stembriefje"
RULES: dict[str, ModuleType] = {"raad": raad, "college": college}
PROPOSAL_ARTICLES = {
    "motie": "Reglement van orde",
    "amendement": "Gemeentewet 147b",
    "ordevoorstel": "Reglement van orde",
}
KINDS = {"motie": "deze motie", "amendement": "dit amendement", "ordevoorstel": "dit ordevoorstel"}


def definition(state: GameState, decision: str) -> Decision:
    """The decision as content: from the casus, or made from a proposal. Raises `unknown_decision`."""
    if decision in state.casus.decisions:
        return state.casus.decisions[decision]
    if decision in state.proposals:
        return _from_proposal(state, state.proposals[decision])
    raise refuse("unknown_decision")


def _from_proposal(state: GameState, proposal: ProposalState) -> Decision:
    asked_by = label(state, proposal.by)
    option = Option(text=proposal.text, asked_by=asked_by, pro="", con="")
    return Decision(
        question=f"Neemt de raad dit aan: “{proposal.text}”?",
        context=f"Een {proposal.kind} van {asked_by}.",
        by="raad",
        rule="raad",
        round=proposal.round,
        options={PASS: option},
        unanswered=Unanswered(text="De raad heeft dit voorstel aangehouden."),
        article=PROPOSAL_ARTICLES[proposal.kind],
        required=False,
    )


def organ(state: GameState, decision: Decision) -> Organ:
    """The organ that decides. Raises `not_your_decision` for a decision of one office-holder."""
    found = state.casus.organs.get(decision.by)
    if found is None:
        raise refuse("not_your_decision", who=label(state, decision.by))
    return found


def organ_rule(decision: Decision) -> ModuleType:
    """The rules of the organ that decides, whether it votes by roll call or with ballots."""
    return RULES.get(decision.by, raad)


def article(decision: Decision, of_the_raad: str) -> str:
    """The article to name: article 32 is about the raad; for the college article 58 says which rules hold."""
    return "Gemeentewet 58" if decision.by == "college" else of_the_raad


def may_open(state: GameState, decision: str) -> bool:
    """Whether enough members are there to take the item up, or it is a second meeting on it (Gemeentewet 20, 56)."""
    rule = organ_rule(definition(state, decision))
    return state.decisions[decision].second_meeting or bool(rule.open_(members(state, decision)))


def amendments(state: GameState, decision: str) -> tuple[str, ...]:
    """The amendments on this decision that are on the agenda: they are voted on first."""
    open_ = (id_ for id_, now in state.decisions.items() if now.status != "decided" and not now.postponed)
    return tuple(id_ for id_ in open_ if id_ in state.proposals and state.proposals[id_].decision == decision)


def weight(state: GameState, decision: Decision, seat: str) -> int:
    """How many votes a seat has: the members of its fractie in the raad, one in the college."""
    return casus_seat(state, seat).weight if decision.by == "raad" else 1


def members(state: GameState, decision: str) -> tuple[Member, ...]:
    """Everybody in the organ, with what counts for quorum and validity. Whom nobody plays votes by being present.

    Who resigned and was not followed is no member any more, unless the vote was cast before.
    """
    rules, now = definition(state, decision), state.decisions[decision]
    members_ = []
    for seat in organ(state, rules).members:
        here, played = state.seats[seat].present, state.seats[seat].played
        if state.seats[seat].vacant and seat not in now.votes and seat not in now.ballots:
            continue
        voted = seat in now.votes or seat in now.ballots or (here and not played)
        members_.append(
            Member(
                seat=seat, weight=weight(state, rules, seat), present=here, barred=seat in now.barred, voted=voted
            )
        )  # fmt: skip
    return tuple(members_)


def voters(state: GameState, decision: str) -> tuple[str, ...]:
    """The seats that are played, present and not barred: they vote themselves."""
    return tuple(m.seat for m in members(state, decision) if m.present and not m.barred and state.seats[m.seat].played)


def missing(state: GameState, decision: str) -> tuple[str, ...]:
    """The voters who have not voted yet."""
    now = state.decisions[decision]
    return tuple(seat for seat in voters(state, decision) if seat not in now.votes and seat not in now.ballots)


def supports(state: GameState, seat: str, decision: str) -> tuple[str, ...]:
    """The options for which an unplayed seat votes: as the facilitator adjusted, else as the casus says.

    On a proposal of a raadslid a seat without instruction votes with its own bloc.
    """
    adjusted = state.stands.get(f"{seat}:{decision}")
    if adjusted is not None:
        return adjusted
    for stand in state.casus.seats[seat].stands:
        if stand.decision == decision and holds(state, stand.when):
            return stand.supports
    proposal = state.proposals.get(decision)
    bloc = state.casus.seats[proposal.by].bloc if proposal else ""
    return (PASS,) if bloc and bloc == state.casus.seats[seat].bloc else ()


def unplayed_votes(state: GameState, decision: str) -> dict[str, Votes]:
    """How the present members whom nobody plays vote on the option that lies before the meeting.

    Who voted and then got up has voted: that vote counts, and no other one.
    """
    rules, now = definition(state, decision), state.decisions[decision]
    votes = {}
    for m in members(state, decision):
        if m.present and not m.barred and not state.seats[m.seat].played and m.seat not in now.votes:
            in_favour = now.option in supports(state, m.seat, decision)
            size = weight(state, rules, m.seat)
            votes[m.seat] = Votes(for_=size) if in_favour else Votes(against=size)
    return votes


def count(now: DecisionState, unplayed: dict[str, Votes]) -> Count:
    """All votes together."""
    votes = [cast.votes for cast in now.votes.values()] + list(unplayed.values())
    return Count(votes_for=sum(v.for_ for v in votes), votes_against=sum(v.against for v in votes))


def ballot_counts(state: GameState, decision: str) -> dict[str, int]:
    """The ballots per candidate, unplayed members included, in the order of the ballot paper."""
    rules, now = definition(state, decision), state.decisions[decision]
    candidates = now.tried or tuple(rules.options)
    counts = dict.fromkeys(candidates, 0)
    for m in members(state, decision):
        choice = now.ballots.get(m.seat) or _unplayed_choice(state, m, decision, candidates)
        if choice:
            counts[choice] += m.weight
    return counts


def _unplayed_choice(state: GameState, member: Member, decision: str, candidates: tuple[str, ...]) -> str:
    if state.seats[member.seat].played or not member.present or member.barred:
        return ""
    wanted = [option for option in supports(state, member.seat, decision) if option in candidates]
    return wanted[0] if wanted else candidates[0]


def open_options(state: GameState, decision: str) -> tuple[str, ...]:
    """The options that can be chosen now: possible, and not rejected before."""
    rules, now = definition(state, decision), state.decisions[decision]
    tried = () if rules.rule == "persons" else now.tried
    return tuple(id_ for id_, option in rules.options.items() if id_ not in tried and possible(state, option))


def possible(state: GameState, option: Option) -> bool:
    """Whether its condition holds, and the werkwijze that it starts can be afforded."""
    return holds(state, option.when) and not (option.starts and purse.not_in_play(state, option.starts))


def present_total(everyone: tuple[Member, ...]) -> tuple[int, int]:
    """How many members are present, and how many there are."""
    return sum(m.weight for m in everyone if m.present), sum(m.weight for m in everyone)
