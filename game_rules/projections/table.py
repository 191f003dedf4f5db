"""What lies on the table: decisions and votes, questions, promises, proposals, advice, moves, acts, cards, briefjes.

Every function takes `seat`: the seat that looks (empty: none), and `all_`: the facilitator's column.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..decision_rules import college, office, persons, raad
from ..decision_rules.members import Member
from ..rules import ballots, hearings
from ..rules.proposals import became
from ..rules.resigning import by_former
from ..rules.votes import HOW, decider, how_words
from ..vocabulary.casus import Decision
from ..vocabulary.commands import Votes
from ..vocabulary.feed import FeedItem
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import DecisionState, Result
from ..vocabulary.views import (
    ActCard,
    AdviceCard,
    ArgumentLine,
    CardCard,
    DecisionCard,
    MoveCard,
    NoteCard,
    OptionCard,
    PromiseCard,
    ProposalCard,
    QuestionCard,
    SpeechAnswerCard,
    SpeechCard,
    VoteLine,
)
from .common import renumbered
from .werkwijzen import notice

NOBODY_DECIDED = HOW["unanswered"]
"""The `outcome_how` of a question that everybody let pass."""

TOLD_BY_CASUS = HOW["edition"]
"""The `outcome_how` of a question in a round that this edition skips: the casus says how it went."""

RULE_WORDS = {"raad": raad.WORDS, "college": college.WORDS, "office": office.WORDS, "persons": persons.WORDS}


def feed(state: GameState, seat: str, all_: bool) -> dict[str, FeedItem]:
    """The account: what is public, and what was addressed to this seat."""
    return {id_: item for id_, item in state.feed.items() if all_ or not item.to or (seat and seat in item.to)}


def decisions(state: GameState, seat: str) -> dict[str, DecisionCard]:
    """Everything that is or was on the agenda."""
    return {id_: _decision(state, now, seat) for id_, now in state.decisions.items()}


def _decision(state: GameState, now: DecisionState, seat: str) -> DecisionCard:
    rules = ballots.definition(state, now.id)
    organ = rules.by in state.casus.organs
    result = now.result
    adopted = rules.options.get(result.option) if result else None
    return DecisionCard(
        order=now.version,
        question=rules.question,
        context=rules.context,
        by=rules.by,
        by_label=decider(state, rules.by),
        rule=rules.rule,
        rule_words=RULE_WORDS[rules.rule],
        article=rules.article,
        status=now.status,
        round=now.round,
        required=rules.required,
        proposal=now.id if now.id in state.proposals else "",
        options=_options(state, rules, now),
        put=now.option if now.status in ("put", "voting") else "",
        votes=_votes(state, now, seat) if organ else {},
        attempt=now.attempt,
        quorum=_quorum(state, rules, now.id) if organ else "",
        notice=notice(state, now, rules),
        outcome=_outcome(result, adopted.text if adopted else "") if result else "",
        outcome_how=how_words(result) if result else "",
        outcome_reason=result.reason if result else "",
        outcome_by=result.by if result else "",
        retracted=now.taken_back,
        tally=f"{result.votes_for} voor, {result.votes_against} tegen" if result and result.votes_for else "",
    )


def _outcome(result: Result, adopted: str) -> str:
    return adopted or {"rejected": "Verworpen"}.get(result.how, "Niets besloten")


def _options(state: GameState, rules: Decision, now: DecisionState) -> dict[str, OptionCard]:
    cards = {}
    for order, (id_, option) in enumerate(rules.options.items()):
        cards[id_] = OptionCard(
            order=order,
            text=option.text,
            asked_by=option.asked_by,
            pro=option.pro,
            con=option.con,
            state=_option_state(state, rules, now, id_),  # type: ignore[arg-type]
        )
    return cards


def _option_state(state: GameState, rules: Decision, now: DecisionState, option: str) -> str:
    if now.result is not None:
        return "adopted" if now.result.option == option else "closed"
    if now.option == option:
        return "put"
    if rules.rule == "persons" and now.tried:
        return "open" if option in now.tried else "closed"
    if option in now.tried:
        return "tried"
    return "open" if ballots.possible(state, rules.options[option]) else "closed"


def _votes(state: GameState, now: DecisionState, seat: str) -> dict[str, VoteLine]:
    """The call of names. A vote shows when it was spoken, when the vote is over, or to the seat itself.

    How a seat that nobody plays votes is written in the casus, so it shows as soon as the names are called.
    """
    lines = {}
    closed = now.status == "decided"
    written = now.unplayed if closed else _written(state, now)
    for order, member in enumerate(_called(state, now)):
        cast, id_ = now.votes.get(member.seat), member.seat
        unplayed = written.get(id_)
        shown = cast is not None and (cast.spoken or closed or id_ == seat)
        votes = cast.votes if cast is not None and shown else unplayed
        lines[id_] = VoteLine(
            order=order,
            weight=member.weight,
            cast=cast is not None or id_ in now.ballots,
            shown=votes is not None,
            votes_for=votes.for_ if votes else 0,
            votes_against=votes.against if votes else 0,
            spoken=cast is not None and cast.spoken,
            barred=now.barred.get(id_, ""),
            absent=not member.present,
            played=state.seats[id_].played,
            explained=now.explained.get(id_, ""),
            option=now.ballots.get(id_, "") if id_ == seat else "",
        )
    return lines


def _called(state: GameState, now: DecisionState) -> tuple[Member, ...]:
    """The members in the order in which their names are called: the lot says who begins."""
    everyone = ballots.members(state, now.id)
    begin = next((place for place, member in enumerate(everyone) if member.seat == now.first), 0)
    return (*everyone[begin:], *everyone[:begin])


def _written(state: GameState, now: DecisionState) -> dict[str, Votes]:
    secret = ballots.definition(state, now.id).rule == "persons"
    return ballots.unplayed_votes(state, now.id) if now.status == "voting" and not secret else {}


def _quorum(state: GameState, rules: Decision, decision: str) -> str:
    rule, everyone = ballots.organ_rule(rules), ballots.members(state, decision)
    here, total = ballots.present_total(everyone)
    if state.decisions[decision].second_meeting:
        return f"{here} van de {total} leden aanwezig; in deze tweede vergadering is dat genoeg ({rule.ARTICLE} lid 3)"
    return f"{here} van de {total} leden aanwezig, nodig zijn er {rule.quorum(everyone)} ({rule.ARTICLE})"


def cards(state: GameState, seats: Iterable[str], all_: bool) -> dict[str, CardCard]:
    """The cards that these seats know. Who else knows them is for the holder (and the facilitator)."""
    looking = tuple(seats)
    found = {}
    for id_, card in state.cards.items():
        mine = card.holder in looking
        knowing = next((card.known[seat] for seat in looking if seat in card.known), None)
        if knowing is None and not all_:
            continue
        text = state.casus.cards[id_]
        found[id_] = CardCard(
            order=knowing.version if knowing else card.version,
            title=text.title,
            text=text.text,
            seat=card.holder,
            harms=text.harms if mine or all_ else "",
            expires=renumbered(state, text.expires) if mine or all_ else "",
            mine=mine,
            how=knowing.how if knowing else "",
            by=knowing.by if knowing else "",
            known_by=tuple(seat for seat in card.known if seat != card.holder) if mine or all_ else (),
            ticked=mine and card.ticked == state.clock.round,
        )
    return found


def notes(state: GameState, seat: str, all_: bool) -> dict[str, NoteCard]:
    """Briefjes: for writer and reader; for the facilitator only as chosen before the start."""
    return {
        id_: NoteCard(order=note.version, at=note.at, by=note.by, to=note.to, text=note.text, mine=note.by == seat)
        for id_, note in state.notes.items()
        if (seat and seat in (note.by, note.to)) or (all_ and state.read_private)
    }


def questions(state: GameState, seat: str, all_: bool) -> dict[str, QuestionCard]:
    """Asked aloud, so known to all; how much was answered only to the answerer, until it comes out."""
    found = {}
    for id_, asked in state.questions.items():
        offer = state.casus.questions.get(asked.offer)
        open_ = all_ or asked.to == seat or asked.out or state.revealed or asked.answer == "refused"
        found[id_] = QuestionCard(
            order=asked.version,
            by=asked.by,
            to=asked.to,
            text=asked.text,
            round=asked.round,
            answered=asked.answer is not None,
            answer=asked.answer or "" if open_ else "",
            full_answer=offer.full_answer if offer and (all_ or asked.to == seat or state.revealed) else "",
            article=offer.article if offer else "Gemeentewet 169 en 180",
        )
    return found


def speeches(state: GameState) -> dict[str, SpeechCard]:
    """What was said at hearings, and what the members do with it: spoken aloud, so known to all."""
    found = {}
    for id_, speech in state.speeches.items():
        hearing = state.casus.hearings[speech.hearing]
        here = speech.round == state.clock.round and state.clock.step in ("read", "talk", "act")
        found[id_] = SpeechCard(
            order=speech.version,
            by=speech.by,
            title=hearing.title,
            text=speech.text,
            hearing=speech.hearing,
            article=hearing.article,
            round=speech.round,
            answers={s: SpeechAnswerCard(takes_up=a.takes_up, reason=a.reason) for s, a in speech.answers.items()},
            open=hearings.unanswered(state, speech) if here else (),
        )
    return found


def promises(state: GameState) -> dict[str, PromiseCard]:
    """Toezeggingen, heard by the table."""
    words = {None: "open", True: "kept", False: "broken"}
    return {
        id_: PromiseCard(
            order=p.version,
            by=p.by,
            to=p.to,
            text=p.text,
            round=p.round,
            former=by_former(state, p.by, p.version),
            status=words[p.kept],  # type: ignore[arg-type]
        )
        for id_, p in state.promises.items()
    }


def proposals(state: GameState) -> dict[str, ProposalCard]:
    """Moties, amendementen and ordevoorstellen with what became of them."""
    return {
        id_: ProposalCard(
            order=p.version, kind=p.kind, by=p.by, text=p.text, round=p.round, status=became(state, id_), decision=p.decision
        )
        for id_, p in state.proposals.items()
    }  # fmt: skip


def advice(state: GameState) -> dict[str, AdviceCard]:
    """Public procedureadvies."""
    words = {None: "open", True: "followed", False: "rejected"}
    return {
        id_: AdviceCard(order=a.version, by=a.by, text=a.text, round=a.round, status=words[a.followed], reason=a.reason)
        for id_, a in state.advice.items()
    }


def moves(state: GameState) -> dict[str, MoveCard]:
    """Vrije zetten with their arguments."""
    return {
        id_: MoveCard(
            order=m.version,
            by=m.by,
            text=m.text,
            reason=m.reason,
            round=m.round,
            arguments=tuple(ArgumentLine(by=by, side=side, text=text) for by, side, text in m.arguments),
            outcome=m.outcome,
            ruling=m.ruling,
        )
        for id_, m in state.moves.items()
    }


def acts(state: GameState, seat: str, all_: bool) -> dict[str, ActCard]:
    """Acts that were done: the public ones, the own ones, those aimed at this seat, and what came out."""
    found = {}
    for id_, done in state.acts.items():
        act = state.casus.acts[done.act]
        public = act.public and done.legality == "legal"
        if not (public or done.out or all_ or (seat and seat in (done.by, done.target)) or state.revealed):
            continue
        found[id_] = ActCard(
            order=done.version,
            title=act.title,
            by=done.by,
            round=done.round,
            legality=done.legality,
            article=act.article,
            target=done.target,
            text=done.text,
            out=done.out,
            hidden=not public and not done.out,
        )
    return found
