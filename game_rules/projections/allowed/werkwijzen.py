"""What may be done with a werkwijze: choose it before the start, say what happened, answer what was advised, stop."""

from __future__ import annotations

from ...rules import milestones, purse
from ...vocabulary import commands as c
from ...vocabulary.werkwijze import Milestone, Werkwijze
from .offers import Offers

ANSWERS = {
    "taken": "Dit nemen wij over",
    "partly": "Dit nemen wij voor een deel over",
    "rejected": "Dit nemen wij niet over",
}


def offer(offers: Offers) -> None:
    """For a seat, the facilitator or a tafelhulp."""
    for werkwijze in purse.running(offers.state):
        for id_, rules in werkwijze.milestones.items():
            if _may(offers, rules.by) and milestones.can_be_reached(offers.state, werkwijze, id_):
                _milestone(offers, werkwijze, id_, rules)
        if _may(offers, werkwijze.stop) and offers.fits(c.StopWerkwijze):
            offers.add(
                c.StopWerkwijze, f"Stop met: {werkwijze.label}", "werkwijze", werkwijze.id,
                fixed={"werkwijze": werkwijze.id}, texts={"reason": 300}, danger=True,
                help="Wat de werkwijze tegenhield, is dan vrij. Zij telt als niet goed uitgevoerd.",
            )  # fmt: skip


def _may(offers: Offers, seats: tuple[str, ...]) -> bool:
    return offers.kind in ("facilitator", "helper") or offers.seat in seats


def _milestone(offers: Offers, werkwijze: Werkwijze, id_: str, rules: Milestone) -> None:
    fixed: dict[str, str | int | bool | tuple[str, ...] | dict[str, int]] = {
        "werkwijze": werkwijze.id,
        "milestone": id_,
    }
    alone = offers.kind == "facilitator" and not any(offers.state.seats[seat].played for seat in rules.by)
    primary = offers.kind != "helper" and (alone or offers.kind != "facilitator")
    open_ = milestones.to_answer(offers.state, werkwijze, id_)
    for key, one in open_.items() if offers.fits(c.AnswerRecommendation) else ():
        offers.add(
            c.AnswerRecommendation, "Geef antwoord op deze aanbeveling", "milestone", f"{werkwijze.id}.{key}",
            fixed={**fixed, "recommendation": key}, choices={"answer": ANSWERS}, texts={"reason": 300}, help=one.text,
            primary=primary, article=rules.article,
        )  # fmt: skip
    if not open_ and offers.fits(c.ReachMilestone):
        words = "Laat het lot kiezen" if rules.lot else "Dit is gedaan"
        offers.add(
            c.ReachMilestone, words, "milestone", f"{werkwijze.id}.{id_}", fixed=fixed, help=rules.title,
            prompt=rules.asks, texts={"text": 600} if rules.asks else {}, primary=primary, article=rules.article,
        )  # fmt: skip


def choose(offers: Offers) -> None:
    """Before the first round, for the facilitator."""
    state = offers.state
    for id_, werkwijze in state.content.werkwijzen.items():
        if id_ in state.werkwijzen:
            if offers.fits(c.DropWerkwijze):
                offers.add(
                    c.DropWerkwijze,
                    "Toch geen werkwijze",
                    "werkwijze",
                    id_,
                    fixed={"werkwijze": id_},
                    help=werkwijze.label,
                )
        elif offers.fits(c.ChooseWerkwijze) and not purse.obstacle(state, id_, ()):
            offers.add(
                c.ChooseWerkwijze,
                f"Kies: {werkwijze.label}",
                "werkwijze",
                id_,
                fixed={"werkwijze": id_},
                help=werkwijze.short,
            )
