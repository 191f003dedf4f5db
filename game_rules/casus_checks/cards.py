"""Cards must reach somebody, not too many at once, and matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, warning
from .tree import conditions

MOST_WITH_BRIEF = 2
MOST_IN_ROUND = 1


def check_cards(content: c.Content) -> Iterator[Problem]:
    """Cards that are dealt twice, at no stated moment, to a seat that nobody plays, or from which nothing follows."""
    casus = content.casus
    dealers: list[c.Inject | c.Act] = [*casus.injects.values(), *casus.acts.values()]
    dealt = {card for thing in dealers for card in thing.deals}
    asked = {name for _, condition in conditions(casus) for name in (condition.told, condition.withheld)}
    for name, card in casus.cards.items():
        path = f"cards.{name}"
        yield from _dealing(path, card, name in dealt)
        seat = casus.seats.get(card.seat)
        if seat and not seat.playable:
            yield error(
                f"{path}.seat", "card_nobody", f"De zetel `{card.seat}` wordt nooit gespeeld. Niemand ziet deze kaart."
            )
        if not card.told and not card.silent and name not in asked:
            message = "Het maakt niets uit of deze kaart verteld wordt. Geef haar `told`, `silent` of een voorwaarde."
            yield warning(path, "card_without_effect", message)
    yield from _too_many(casus)


def _dealing(path: str, card: c.Card, by_other: bool) -> Iterator[Problem]:
    if card.dealt == "round" and not card.round:
        yield error(path, "card_without_round", "Zeg bij `round` in welke ronde deze kaart gedeeld wordt.")
    if card.dealt != "round" and card.round:
        message = f"Deze kaart heeft een `round`, maar `dealt` is `{card.dealt}`. Dan wordt de ronde niet gebruikt."
        yield error(f"{path}.round", "card_round_unused", message, "dealt: round")
    if card.dealt != "later" and by_other:
        message = "Een gebeurtenis of handeling deelt deze kaart, maar de zetel heeft haar al."
        yield warning(f"{path}.dealt", "card_dealt_twice", message, "later")


def _too_many(casus: c.Casus) -> Iterator[Problem]:
    counts = Counter((card.seat, card.dealt, card.round) for card in casus.cards.values() if card.dealt != "later")
    for (seat, dealt, round_id), count in counts.items():
        most = MOST_WITH_BRIEF if dealt == "brief" else MOST_IN_ROUND
        if count > most:
            moment = "bij de briefing" if dealt == "brief" else f"in ronde `{round_id}`"
            message = f"`{seat}` krijgt {count} kaarten {moment}. Hoogstens {most} is te lezen."
            yield error(f"seats.{seat}", "cards_too_many", message)
