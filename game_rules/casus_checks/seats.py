"""Every playable seat must have something to be, to want and to do, in every round."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, warning

BUDGETS = {
    "burgemeester": ("schorsing",),
    "griffier": ("agenda", "advies"),
    "gemeentesecretaris": ("capaciteit",),
    "wethouder": ("toezegging",),
    "raadslid": ("voorstel",),
}


def check_seats(content: c.Content) -> Iterator[Problem]:
    """Seats without a brief, goal or task, with the same label, and tables that cannot be filled."""
    casus = content.casus
    yield from _filling(casus)
    labels: dict[str, str] = {}
    for seat_id, seat in casus.seats.items():
        path = f"seats.{seat_id}"
        if seat.label in labels:
            yield error(f"{path}.label", "duplicate_label", f"De zetel `{labels[seat.label]}` heet ook zo.")
        labels[seat.label] = seat_id
        if seat.weight < 1:
            yield error(f"{path}.weight", "weight_impossible", "Een zetel heeft minstens één stem.")
        if seat.playable:
            yield from _player(seat, path)
            for round_ in casus.rounds:
                yield from _round(casus, seat_id, seat, round_)
        elif seat.essential:
            message = (
                "Deze zetel is nodig om te spelen (`essential`), maar kan niet gespeeld worden (`playable: false`)."
            )
            yield error(f"{path}.essential", "essential_not_playable", message)
        yield from _falling(content, seat_id, seat, path)
        yield from _budgets(seat, path)


def _falling(content: c.Content, seat_id: str, seat: c.Seat, path: str) -> Iterator[Problem]:
    """A vervolgrol waits outside the game for who resigns, and only who can resign has consequences of it."""
    organs = content.casus.organs.values()
    sits = any(seat_id in (organ.chair, organ.recorder, *organ.members) for organ in organs)
    if seat.follow_up and (seat.essential or not seat.playable or sits):
        message = "Een vervolgrol (`follow_up`) zit nergens in, is niet `essential` en wel `playable`."
        yield error(f"{path}.follow_up", "follow_up_in_play", message)
    role = content.roles.get(seat.role)
    if seat.on_resign and role and role.resigning is None:
        message = f"De rol `{seat.role}` treedt in het spel niet af: er staat geen `resigning` bij."
        yield error(f"{path}.on_resign", "cannot_resign", message)


def _filling(casus: c.Casus) -> Iterator[Problem]:
    playable = [seat for seat in casus.seats.values() if seat.playable and not seat.follow_up]
    essential = sum(seat.essential for seat in playable)
    if casus.players.minimum < essential:
        message = f"Er zijn {essential} zetels nodig om te spelen, maar het minimum is {casus.players.minimum}."
        yield error("players.minimum", "players_too_few", message)
    if casus.players.minimum > len(playable):
        message = f"Er zijn maar {len(playable)} speelbare zetels, maar het minimum is {casus.players.minimum}."
        yield error("players.minimum", "players_too_many", message)
    if casus.players.usual < casus.players.minimum:
        yield error("players.usual", "players_too_few", "Het gebruikelijke aantal spelers is kleiner dan het minimum.")
    for name, organ in casus.organs.items():
        chair = casus.seats.get(organ.chair)
        if chair and chair.playable and not chair.essential:
            message = (
                f"`{organ.chair}` zit voor en hoort dus bij de zetels die altijd gespeeld worden (`essential: true`)."
            )
            yield warning(f"organs.{name}.chair", "chair_not_essential", message)


def _player(seat: c.Seat, path: str) -> Iterator[Problem]:
    for field in ("brief", "goal"):
        if not getattr(seat, field).strip():
            yield error(path, f"{field}_missing", f"Een speelbare zetel heeft een `{field}` nodig.")
    if seat.goal_reached is None:
        message = "Zeg bij `goal_reached` wanneer het doel gehaald is. Anders kan de nabespreking dat niet laten zien."
        yield warning(path, "goal_not_measured", message)
    for budget in BUDGETS.get(seat.role, ()):
        if budget not in seat.budgets:
            message = f"Deze rol heeft het budget `{budget}` nodig om haar gewone handelingen te doen."
            yield warning(f"{path}.budgets", "budget_missing", message)


def _budgets(seat: c.Seat, path: str) -> Iterator[Problem]:
    for name, budget in seat.budgets.items():
        if budget.per_round < 1 and budget.per_game < 1:
            message = "Zeg hoeveel er is: `per_round` (per ronde) of `per_game` (in het hele spel)."
            yield error(f"{path}.budgets.{name}", "budget_empty", message)


def _round(casus: c.Casus, seat_id: str, seat: c.Seat, round_: c.Round) -> Iterator[Problem]:
    path = f"seats.{seat_id}.tasks"
    if not seat.tasks.get(round_.id, "").strip():
        yield error(path, "task_missing", f"Zeg wat deze zetel in ronde `{round_.id}` te doen heeft.")
    if not any(_occupations(casus, seat_id, seat, round_.id)):
        message = f"Er is in ronde `{round_.id}` niets te besluiten, te doen, te vragen of te delen voor deze zetel."
        yield error(f"seats.{seat_id}", "nothing_to_do", message)


def _occupations(casus: c.Casus, seat_id: str, seat: c.Seat, round_id: str) -> Iterator[bool]:
    """Per kind of occupation whether the seat has it in this round."""
    yield any(budget.per_round > 0 for budget in seat.budgets.values())
    yield any(_decides(casus, seat_id, item) for item in casus.decisions.values() if item.round == round_id)
    yield any(seat_id in act.by and _in(round_id, act.rounds) for act in casus.acts.values())
    yield any(card.seat == seat_id and _has(card, round_id, casus) for card in casus.cards.values())
    yield any(seat_id in (*ask.by, ask.to) and _in(round_id, ask.rounds) for ask in casus.questions.values())
    yield any(seat_id in hearing.by for hearing in casus.hearings.values() if hearing.round == round_id)
    yield any(seat_id == offer.by and _in(round_id, offer.rounds) for offer in casus.promises.values())


def _decides(casus: c.Casus, seat_id: str, decision: c.Decision) -> bool:
    organ = casus.organs.get(decision.by)
    return seat_id == decision.by if organ is None else seat_id in (organ.chair, organ.recorder, *organ.members)


def _in(round_id: str, rounds: tuple[str, ...]) -> bool:
    return not rounds or round_id in rounds


def _has(card: c.Card, round_id: str, casus: c.Casus) -> bool:
    """A card is something to do in the round in which it is dealt, and with the brief in the first round."""
    return card.round == round_id if card.dealt == "round" else card.dealt == "brief" and casus.rounds[0].id == round_id
