"""Decisions, votes, proposals, advice and the order of speakers of a seat (or of a facilitator who leads the vote)."""

from __future__ import annotations

from ...rules import ballots, budgets, gates, proposals, talk
from ...rules.feed import label
from ...turn import game_time
from ...vocabulary import commands as c
from ...vocabulary.casus import Decision
from ...vocabulary.state_parts import DecisionState
from .offers import Offers


def offer(offers: Offers) -> None:
    """Everything that leads to a decision."""
    for now in offers.state.decisions.values():
        rules = ballots.definition(offers.state, now.id)
        if rules.by in offers.state.casus.organs:
            _organ(offers, now, rules)
        elif rules.by == offers.seat and now.status == "asked" and not gates.held(offers.state, now.id):
            _office(offers, now, rules)
    _propose(offers)
    _agenda(offers)
    _advice(offers)
    _speakers(offers)


def _office(offers: Offers, now: DecisionState, rules: Decision) -> None:
    if not offers.fits(c.Decide):
        return
    options = {id_: rules.options[id_].text for id_ in ballots.open_options(offers.state, now.id)}
    offers.add(
        c.Decide, "Neem dit besluit", "decision", now.id, fixed={"decision": now.id}, choices={"option": options},
        texts={"reason": 300}, article=rules.article, primary=True, help=rules.question,
    )  # fmt: skip


def suspended(offers: Offers) -> bool:
    """As at the last event: a suspension that has just run out is ended by the clock itself."""
    return offers.state.suspended_until > game_time(offers.state, offers.state.at)


def _organ(offers: Offers, now: DecisionState, rules: Decision) -> None:
    if suspended(offers) or now.status == "decided":
        _explain(offers, now)
        return
    body = ballots.organ(offers.state, rules)
    leads = offers.kind == "facilitator" or offers.seat == body.chair
    if not now.postponed and not gates.held(offers.state, now.id):
        if now.status == "asked" and leads:
            _put(offers, now, rules)
        if now.status == "put":
            _put_options(offers, now, rules, leads, offers.seat == body.chair or _votes(offers, now.id))
        if now.status == "voting":
            _vote(offers, now, rules)
            _record(offers, now, rules, leads or offers.seat == body.recorder)
    _interest(offers, now, offers.seat in body.members)
    _explain(offers, now)


def _put(offers: Offers, now: DecisionState, rules: Decision) -> None:
    if not offers.fits(c.PutToVote) or not ballots.may_open(offers.state, now.id):
        return
    if ballots.amendments(offers.state, now.id):
        return
    if rules.rule == "persons":
        fixed = {"decision": now.id, "option": ballots.BALLOT}
        offers.add(
            c.PutToVote, "Open de geheime stemming", "vote", now.id, fixed=fixed, article=rules.article, primary=True
        )
        return
    options = {id_: rules.options[id_].text for id_ in ballots.open_options(offers.state, now.id)}
    if options:
        offers.add(
            c.PutToVote, "Breng in stemming", "vote", now.id, fixed={"decision": now.id}, choices={"option": options},
            article=rules.article, primary=True, help=rules.question,
        )  # fmt: skip


def _votes(offers: Offers, decision: str) -> bool:
    """A member who is there and has no personal interest."""
    return offers.seat in ballots.voters(offers.state, decision)


def _put_options(offers: Offers, now: DecisionState, rules: Decision, leads: bool, asks: bool) -> None:
    fixed = {"decision": now.id}
    if leads and offers.fits(c.Hammer):
        offers.add(
            c.Hammer, "Hamer af: niemand vraagt om een stemming", "vote", now.id, fixed=fixed,
            article=ballots.article(rules, "Gemeentewet 32 lid 3"), primary=True,
        )  # fmt: skip
    if asks and offers.fits(c.RequestVote):
        article = ballots.article(rules, "Gemeentewet 32 lid 1")
        offers.add(c.RequestVote, "Vraag om een stemming", "vote", now.id, fixed=fixed, article=article)


def _vote(offers: Offers, now: DecisionState, rules: Decision) -> None:
    if offers.seat not in ballots.missing(offers.state, now.id):
        return
    if rules.rule == "persons":
        if offers.fits(c.CastBallot):
            options = {id_: rules.options[id_].text for id_ in now.tried or rules.options}
            offers.add(
                c.CastBallot, "Vul je stembriefje in", "vote", now.id, fixed={"decision": now.id}, choices={"option": options},
                article=rules.article, primary=True,
            )  # fmt: skip
    elif offers.fits(c.CastVote):
        size = ballots.weight(offers.state, rules, offers.seat)
        offers.add(
            c.CastVote, "Breng je stem uit", "vote", now.id, fixed={"decision": now.id}, votes=size,
            article=ballots.article(rules, "Gemeentewet 32"), primary=True,
        )  # fmt: skip


def _record(offers: Offers, now: DecisionState, rules: Decision, leads: bool) -> None:
    if not leads:
        return
    missing = ballots.missing(offers.state, now.id)
    may_record = rules.rule != "persons" and offers.kind != "computer" and offers.fits(c.RecordVote)
    for seat in missing if may_record else ():
        offers.add(
            c.RecordVote, f"Schrijf de stem op van {label(offers.state, seat)}", "record", f"{now.id}.{seat}",
            fixed={"decision": now.id, "seat": seat}, votes=ballots.weight(offers.state, rules, seat),
        )  # fmt: skip
    if offers.fits(c.CloseVote) and (not missing or offers.kind == "facilitator"):
        offers.add(
            c.CloseVote, "Sluit de stemming", "vote", now.id, fixed={"decision": now.id}, primary=True, danger=bool(missing)
        )  # fmt: skip


def _interest(offers: Offers, now: DecisionState, member: bool) -> None:
    free = offers.seat not in now.barred and offers.seat not in now.votes and offers.seat not in now.ballots
    if member and free and now.status != "decided" and offers.fits(c.DeclareInterest):
        offers.add(
            c.DeclareInterest, "Ik heb een persoonlijk belang en stem niet mee", "interest", now.id,
            fixed={"decision": now.id}, texts={"reason": 300}, article="Gemeentewet 28",
        )  # fmt: skip


def _explain(offers: Offers, now: DecisionState) -> None:
    if (
        offers.seat in now.votes
        and now.status in ("voting", "decided")
        and offers.seat not in now.explained
        and offers.fits(c.ExplainVote)
    ):
        offers.add(
            c.ExplainVote, "Geef een stemverklaring", "explain", now.id, fixed={"decision": now.id}, texts={"text": 300}
        )  # fmt: skip


def _propose(offers: Offers) -> None:
    state, seat = offers.state, offers.seat
    if seat not in talk.council(state) or not offers.fits(c.Propose):
        return
    for id_, proposal in state.proposals.items():
        waiting = id_ not in state.decisions or state.decisions[id_].status == "asked"
        if proposal.by == seat and proposal.status != "withdrawn" and waiting:
            offers.add(c.WithdrawProposal, "Trek in", "proposal", id_, fixed={"proposal": id_}, help=proposal.text)
    left = budgets.left(state, seat, "voorstel")
    if left <= 0:
        return
    cost = f"Nog {left} deze ronde"
    for kind, words in (("motie", "Dien een motie in"), ("ordevoorstel", "Doe een ordevoorstel")):
        offers.add(
            c.Propose, words, "proposal", variant=kind, fixed={"kind": kind}, texts={"text": 400}, cost=cost,
            article=ballots.PROPOSAL_ARTICLES[kind],
        )  # fmt: skip
    amendable = {id_: ballots.definition(state, id_).question for id_ in proposals.amendable(state)}
    if amendable:
        offers.add(
            c.Propose, "Dien een amendement in", "proposal", variant="amendement", fixed={"kind": "amendement"},
            choices={"decision": amendable}, texts={"text": 400}, cost=cost, article="Gemeentewet 147b",
        )  # fmt: skip


def _agenda(offers: Offers) -> None:
    state, seat = offers.state, offers.seat
    if not offers.fits(c.PlaceOnAgenda):
        return
    griffier = bool(seat) and state.casus.seats[seat].role == "griffier"
    if offers.kind != "facilitator" and not (griffier and budgets.left(state, seat, "agenda") > 0):
        return
    for item in proposals.placeable(state):
        found = state.proposals.get(item)
        words = found.text if found else state.casus.decisions[item].question
        offers.add(c.PlaceOnAgenda, f"Zet op de agenda: {words}", "agenda", item, fixed={"item": item})


def _advice(offers: Offers) -> None:
    state, seat = offers.state, offers.seat
    if seat and budgets.left(state, seat, "advies") > 0 and offers.fits(c.GiveAdvice):
        offers.add(c.GiveAdvice, "Geef je procedureadvies", "advice", texts={"text": 300})
    if seat != state.casus.organs["raad"].chair or not offers.fits(c.AnswerAdvice):
        return
    for id_, advice in state.advice.items():
        if advice.followed is None:
            for followed, words in ((True, "Ik volg dit advies"), (False, "Ik volg dit advies niet")):
                offers.add(
                    c.AnswerAdvice, words, "advice", id_, variant=str(followed), fixed={"advice": id_, "followed": followed},
                    texts={"reason": 300}, help=advice.text,
                )  # fmt: skip


def _speakers(offers: Offers) -> None:
    if offers.seat == offers.state.casus.organs["raad"].chair and offers.fits(c.OrderSpeakers):
        names = offers.names(offers.others())
        if names:
            offers.add(
                c.OrderSpeakers, "Geef de volgorde van sprekers", "speakers", choices={"seats": names}, many=("seats",)
            )
