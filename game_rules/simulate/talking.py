"""What a simulated seat does besides deciding: share, ask, answer, speak, promise, act, advise."""

from __future__ import annotations

from collections.abc import Iterable

from ..rules import acts, budgets, hearings, promises, proposals, talk
from ..turn import game_time
from ..vocabulary import commands as c
from ..vocabulary.casus import Act, Answer, ComesOutByHand
from ..vocabulary.state import CardState
from .plan import SeatPlan
from .policies import Policy
from .table import Table, likely

REASON = "Dat past bij wat ik wil bereiken."
ASKED = "Ik vraag dat u ons hoort en ons antwoord geeft."
ADVICE = "Neem dit punt eerst, en geef iedereen het woord."
BY_HAND = 0.5
"""How likely whoever leads plays an event that the casus leaves to the hand of the facilitator, in its round."""
LEAKS = 0.2
"""How likely, each round, something comes out that the casus leaves to the hand of the facilitator."""


def talk_all(table: Table) -> None:
    """Every seat does once what it may and wants, in an order by lot; then everybody answers what was asked."""
    _lead(table)
    seats = sorted(table.seats(), key=lambda seat: table.chance("order", seat, table.state.clock.round))
    for seat in seats:
        share(table, seat)
        _speak(table, seat)
        _ask(table, seat)
        promise(table, seat)
        _act(table, seat)
        _advise(table, seat)
    for seat in seats:
        _answer_speeches(table, seat)
        _answer_questions(table, seat)
        _answer_advice(table, seat)


def _lead(table: Table) -> None:
    """Whoever leads plays what the casus leaves to the hand."""
    state = table.state
    for id_, inject in state.casus.injects.items():
        meant = inject.fires.__struct_config__.tag == "hand" and getattr(inject.fires, "round", "") == state.clock.round
        if meant and table.state.injects[id_].status == "waiting" and table.does(BY_HAND, "hand", id_):
            table.lead(c.FireInject(inject=id_))
    for what, rule in acts.hidden(table.state):
        if isinstance(rule, ComesOutByHand) and table.does(LEAKS, "leak", what):
            table.lead(c.BringOut(act=what))


# --- cards -----------------------------------------------------------------------------------------------------------


def share(table: Table, seat: str) -> None:
    """The cards of this seat, as far as its policy tells them on."""
    policy, plan = table.of(seat)
    for id_, held in table.state.cards.items():
        if held.holder == seat:
            to = _receivers(table, policy, plan, seat, id_, held)
            if to:
                table.wish(seat, c.TellCard(card=id_, to=to))


def _receivers(table: Table, policy: Policy, plan: SeatPlan, seat: str, id_: str, held: CardState) -> tuple[str, ...]:
    """Whom this seat tells this card now; nobody when it keeps it."""
    given = table.given.cards.get(id_)
    if given is False:
        return ()
    unaware = tuple(one for one in table.seats() if one != seat and one not in held.known)
    if given or not unaware:
        return unaware
    return _SPREAD[policy.spread](table, policy, plan, seat, id_, unaware)


def _chosen(
    table: Table, policy: Policy, plan: SeatPlan, seat: str, id_: str, unaware: tuple[str, ...]
) -> tuple[str, ...]:
    """Those by whom the own goal gains; without gain now and then one whom it does not harm."""
    card = table.state.casus.cards[id_]
    worth = {one: plan.of_telling(id_, card, one) for one in unaware}
    gains = tuple(one for one in unaware if worth[one] > 1)
    if gains:
        return gains if table.does(policy.shares.helps, "share", seat, id_) else ()
    harmless = tuple(one for one in unaware if worth[one] >= -1)
    if harmless and table.does(policy.shares.neutral, "share", seat, id_):
        return (table.pick(harmless, "to", seat, id_, table.state.clock.round),)
    return ()


def _all(
    table: Table, policy: Policy, plan: SeatPlan, seat: str, id_: str, unaware: tuple[str, ...]
) -> tuple[str, ...]:
    card = table.state.casus.cards[id_]
    worth = sum(plan.of_telling(id_, card, one) for one in unaware)
    return unaware if table.does(likely(policy.shares, worth), "share", seat, id_) else ()


def _by_duty(
    table: Table, policy: Policy, plan: SeatPlan, seat: str, id_: str, unaware: tuple[str, ...]
) -> tuple[str, ...]:
    owed = tuple(one for one in unaware if one in plan.duty)
    return owed if owed and table.does(policy.shares.neutral, "share", seat, id_) else ()


def _one(
    table: Table, policy: Policy, plan: SeatPlan, seat: str, id_: str, unaware: tuple[str, ...]
) -> tuple[str, ...]:
    told = table.does(policy.shares.neutral, "share", seat, id_)
    return (table.pick(unaware, "to", seat, id_, table.state.clock.round),) if told else ()


_SPREAD = {"chosen": _chosen, "all": _all, "duty": _by_duty, "one": _one}


def tick_all(table: Table) -> None:
    """At the end of a round each holder confirms who knows the cards that were told in it."""
    round_, seats = table.state.clock.round, table.seats()
    for id_, held in table.state.cards.items():
        fresh = any(knowing.round == round_ and knowing.how != "dealt" for knowing in held.known.values())
        if fresh and held.holder in seats and held.ticked != round_:
            known = tuple(one for one in held.known if one != held.holder and one in seats)
            table.wish(held.holder, c.TickCard(card=id_, known_by=known))


# --- asking, speaking, promising -------------------------------------------------------------------------------------


def _speak(table: Table, seat: str) -> None:
    state, (policy, _) = table.state, table.of(seat)
    if state.clock.step == "read" or not state.casus.hearings:
        return
    for id_ in hearings.may_speak(state, seat):
        if table.does(policy.speaks, "speak", seat, id_):
            table.wish(seat, c.SpeakUp(hearing=id_, text=ASKED))


def _answer_speeches(table: Table, seat: str) -> None:
    for id_ in hearings.to_answer(table.state, seat) if table.state.speeches else ():
        yes = table.chance("takes_up", seat, table.state.speeches[id_].by) < table.policies[seat].takes_up
        table.wish(seat, c.AnswerSpeech(speech=id_, takes_up="yes" if yes else "no", reason=REASON))


def _ask(table: Table, seat: str) -> None:
    policy, plan = table.of(seat)
    for id_, offer in plan.questions.items():
        state = table.state
        if not talk.question_open(state, id_) or not state.seats[offer.to].played or offer.to == seat:
            continue
        asked = any(one.offer == id_ for one in state.questions.values())
        if not asked and table.does(policy.asks, "ask", seat, id_):
            table.wish(seat, c.AskFormally(question=id_))


def _answer_questions(table: Table, seat: str) -> None:
    for id_, asked in table.state.questions.items():
        if asked.to == seat and asked.answer is None:
            table.wish(seat, c.AnswerFormally(question=id_, answer=_answer(table, seat, asked.offer)))


def _answer(table: Table, seat: str, offer: str) -> Answer:
    policy, plan = table.of(seat)
    question = table.state.casus.questions.get(offer)
    worth = plan.worth(question.on_all) if question else 0.0
    drawn = table.chance("answer", seat, offer)
    if drawn < likely(policy.answers, worth):
        return "all"
    return "refused" if table.chance("refuse", seat, offer) < policy.refuses else "part"


def promise(table: Table, seat: str) -> None:
    """The promises of the casus that this seat wants to make."""
    policy, plan = table.of(seat)
    scarce = "toezegging" in table.state.casus.seats[seat].budgets
    for id_, offer in plan.promises.items():
        state = table.state
        if not promises.open_(state, seat, offer) or promises.made(state, id_):
            continue
        if scarce and budgets.left(state, seat, "toezegging") <= 0:
            return
        to = tuple(one for one in offer.to if one != seat and state.seats[one].played)
        if to and table.does(likely(policy.promises, plan.of_promise(id_, offer)), "promise", seat, id_):
            table.wish(seat, c.MakePromise(to=table.pick(to, "promised", seat, id_), promise=id_))


def judge_promises(table: Table, last: bool) -> None:
    """Who received a promise in an earlier round (in the last one: any) says whether it was kept."""
    seats = table.seats()
    for id_, made in table.state.promises.items():
        if made.kept is None and made.to in seats and (last or made.round != table.state.clock.round):
            keeps = table.policies[made.by].keeps
            kept = table.chance("kept", made.by, made.offer or made.text) < keeps
            table.wish(made.to, c.JudgePromise(promise=id_, kept=kept))


# --- acts and advice -------------------------------------------------------------------------------------------------


def _act(table: Table, seat: str) -> None:
    policy, plan = table.of(seat)
    for id_, act, worth in plan.acts.get(table.state.clock.round, ()):
        tempted = _tempted(policy, act, worth)
        if tempted > 0 and _possible(table, seat, id_, act) and table.does(tempted, "act", seat, id_):
            target = _target(table, seat, id_, act)
            text = REASON if act.text_asked else ""
            table.wish(seat, c.PerformAct(act=id_, target=target, text=text))


def _tempted(policy: Policy, act: Act, worth: float) -> float:
    if act.legality == "void":
        return policy.void
    return likely(policy.legal if act.legality == "legal" else policy.forbidden, worth)


def _possible(table: Table, seat: str, id_: str, act: Act) -> bool:
    state = table.state
    if act.cost and budgets.left(state, seat, act.cost.budget) < act.cost.amount:
        return False
    if act.once and acts.done_before(state, seat, id_):
        return False
    if act.targets and not acts.open_targets(act, seat):
        return False
    busy = act.does == "suspend" and state.suspended_until > game_time(state, table.now)
    return not busy and acts.available(state, seat, act)


def _target(table: Table, seat: str, id_: str, act: Act) -> str:
    """Somebody at the table when the act is aimed at a seat, else whoever it can be aimed at."""
    targets = acts.open_targets(act, seat)
    here = tuple(one for one in targets if table.state.seats[one].played)
    return table.pick(here or targets, "target", seat, id_) if targets else ""


def _advise(table: Table, seat: str) -> None:
    """The griffier gives advice and uses the places on the agenda."""
    state, (policy, _) = table.state, table.of(seat)
    has = state.casus.seats[seat].budgets
    if "advies" in has and budgets.left(state, seat, "advies") > 0 and table.does(policy.advises, "advise", seat):
        table.wish(seat, c.GiveAdvice(text=ADVICE))
    if "agenda" in has and state.casus.seats[seat].role == "griffier":
        _place(table, seat, policy, proposals.placeable(state))


def _place(table: Table, seat: str, policy: Policy, items: Iterable[str]) -> None:
    for item in items:
        wanted = item in table.given.decisions or table.does(policy.agenda, "place", seat, item)
        if wanted and budgets.left(table.state, seat, "agenda") > 0:
            table.wish(seat, c.PlaceOnAgenda(item=item))


def _answer_advice(table: Table, seat: str) -> None:
    raad = table.state.casus.organs.get("raad")
    if raad is None or raad.chair != seat:
        return
    for id_, advice in table.state.advice.items():
        if advice.followed is None:
            followed = table.chance("follows", seat, advice.round) < table.policies[seat].follows
            table.wish(seat, c.AnswerAdvice(advice=id_, followed=followed, reason=REASON))
