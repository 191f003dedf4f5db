"""What belongs to who is looking: role card, budgets, what is asked now."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules import ballots, budgets, cards, debrief, weighing
from ..rules.feed import label
from ..vocabulary.casus import Power
from ..vocabulary.state import GameState
from ..vocabulary.views import Allowed, BudgetCard, Me, PowerLine, Todo


def me_of_seat(state: GameState, kind: str, seat: str, participant: str, acting: bool) -> Me:
    """The role card: brief, goal, powers and what is scarce, from the briefing on."""
    found, started = state.casus.seats[seat], state.clock.stage != "lobby"
    role = state.content.roles[found.role]
    return Me(
        kind=kind,
        seat=seat,
        participant=participant,
        acting=acting,
        shadow=bool(participant) and state.seats[seat].shadow == participant,
        brief=found.brief if started else "",
        goal=found.goal if started else "",
        task=found.tasks.get(state.clock.round, "") if state.clock.stage == "round" else "",
        leaning=_leaning(state, seat) if kind == "seat" and state.seats[seat].player == "computer" else {},
        can=_powers(role.can),
        cannot=_powers(role.cannot),
        budgets=_budgets(state, seat) if started else {},
    )


def _leaning(state: GameState, seat: str) -> dict[str, tuple[str, ...]]:
    open_ = (now for now in state.decisions.values() if now.status != "decided")
    return {now.id: ballots.supports(state, seat, now.id) for now in open_}


def _powers(powers: tuple[Power, ...]) -> tuple[PowerLine, ...]:
    return tuple(PowerLine(text=p.text, article=p.article) for p in powers)


def _budgets(state: GameState, seat: str) -> dict[str, BudgetCard]:
    return {
        id_: BudgetCard(
            order=order,
            label=budget.label,
            text=budget.text,
            left=budgets.left(state, seat, id_),
            total=budgets.total(budget),
            per="round" if budget.per_round else "game",
        )
        for order, (id_, budget) in enumerate(state.casus.seats[seat].budgets.items())
    }


def todos(state: GameState, seat: str, participant: str, allowed: dict[str, Allowed]) -> dict[str, Todo]:
    """What is asked of a seat and its participant now, most urgent first."""
    lines = (*of_the_seat(state, seat, allowed), *_person(state, participant, allowed))
    return {
        key: Todo(order=order, text=text, anchor=anchor, urgent=urgent)
        for order, (key, text, anchor, urgent) in enumerate(lines)
    }


Line = tuple[str, str, str, bool]


def of_the_seat(state: GameState, seat: str, allowed: dict[str, Allowed]) -> Iterator[Line]:
    """What is asked of the seat, whoever plays it: key, text, the part of the screen, and whether it is urgent."""
    yield from _deciding(state, seat, allowed)
    yield from _table(state, seat, allowed)


def _deciding(state: GameState, seat: str, allowed: dict[str, Allowed]) -> Iterator[Line]:
    words = {
        "decide": "Neem een besluit: {}",
        "put_to_vote": "Breng een keuze in stemming: {}",
        "cast_vote": "Stem: {}",
        "cast_ballot": "Vul je stembriefje in: {}",
        "hammer": "Hamer af of wacht op een stemming: {}",
        "close_vote": "Sluit de stemming: {}",
    }
    for key, offer in allowed.items():
        if offer.command in words and offer.about in state.decisions:
            question = ballots.definition(state, offer.about).question
            yield key, words[offer.command].format(question), f"decision-{offer.about}", True


def _table(state: GameState, seat: str, allowed: dict[str, Allowed]) -> Iterator[Line]:
    for key, offer in allowed.items():
        if offer.command == "answer_formally":
            fresh = state.questions[offer.about].round == state.clock.round
            yield key, f"Antwoord op de vraag: {offer.help}", "questions", fresh
        elif offer.command == "speak_up":
            yield key, f"Jij mag inspreken: {offer.label}", "speeches", True
        elif offer.command == "answer_speech":
            yield key, offer.label, "speeches", True
        elif offer.command == "reach_milestone":
            yield key, f"Zeg of dit is gedaan: {offer.help}", "werkwijzen", False
        elif offer.command == "answer_recommendation":
            yield key, f"Geef antwoord op het advies: {offer.help}", "werkwijzen", True
        elif offer.command == "answer_advice" and offer.fixed.get("followed"):
            yield key, "Zeg wat je doet met het procedureadvies", "advice", True
        elif offer.command == "judge_promise" and offer.fixed.get("kept") and _round_over(state):
            yield key, f"Is deze toezegging nagekomen? {offer.help}", "promises", False
    if _fell(state, seat):
        yield "fallen", f"Je speelt verder als {label(state, seat)}. Lees bij je rol wie je nu bent.", "me", False
    if any(offer.command == "tick_card" for offer in allowed.values()):
        count = len(cards.to_tick(state, seat))
        yield "tick", f"Vink aan wie jouw kaarten nu {'kennen' if count > 1 else 'kent'}", "cards", False
    if state.clock.stage == "briefing" and "mark_ready" in allowed:
        yield "ready", "Lees je rol en je kaarten. Klik daarna op “Ik ben klaar met lezen”.", "me", True


def _fell(state: GameState, seat: str) -> bool:
    """Whether somebody came to this seat by resigning from another, in this round."""
    return any(one.onward == seat and one.round == state.clock.round for one in state.resigned.values())


def _round_over(state: GameState) -> bool:
    """Whether people look back on the round: then it is the time to say what was kept."""
    return state.clock.step == "consequences" or state.clock.stage in ("meal", "epilogue", "debrief")


WEIGH = {"before": "vooraf", "after": "opnieuw"}


def _person(state: GameState, participant: str, allowed: dict[str, Allowed]) -> Iterator[Line]:
    if any(offer.command == "give_pulse" for offer in allowed.values()):
        yield "pulse", "Vul drie korte vragen in over deze ronde", "pulse", False
    moment = weighing.asked(state)
    if "weigh" in allowed and f"{moment}:{participant}" not in state.weighed:
        yield "weigh", f"Zeg {WEIGH[moment]} hoe belangrijk de cijfers voor jouw rol zijn", "weigh", False
    if state.clock.stage != "debrief" or not participant:
        return
    if participant not in state.silent_notes and state.clock.step == "note":
        yield "note", "Schrijf in stilte op wat je bijblijft. Alleen jij leest dit.", "debrief", True
    if "guess_cause" in allowed and participant not in state.guesses:
        yield "guess", "Raad wat er achter dit gevolg zat", "debrief", True
    open_ = [c for c in state.chosen if participant not in state.judgements.get(c, {})]
    if open_ and state.clock.step == "judge" and participant in debrief.seated(state):
        yield "judge", f"Beoordeel nog {len(open_)} van de {len(state.chosen)} gevolgen", "debrief", True
    if participant not in state.again and any(offer.command == "choose_again" for offer in allowed.values()):
        yield "again", "Kies één besluit dat je nu anders zou nemen", "debrief", True
    if participant not in state.handvatten and state.clock.step == "handvat":
        yield "handvat", "Schrijf je handvat: wat doe je maandag?", "debrief", True
