"""Everything that starts consequences, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..vocabulary.casus import Act, Outcome, Question, Silence
from ..weaving import BADLY, WELL
from .reach import Reach, Window

Source = tuple[Window | None, Iterable[str]]


def sources(reach: Reach) -> Iterator[Source]:
    """Everything that starts consequences, with its window (None: it cannot happen)."""
    for name, inject in reach.casus.injects.items():
        yield reach.window("inject", name), inject.consequences
    for name, act in reach.casus.acts.items():
        yield reach.window("act", name), act.consequences
    yield from _secret_sources(reach)
    yield from _decision_sources(reach)
    yield from _card_sources(reach)
    yield from _talk_sources(reach)
    yield from _werkwijze_sources(reach)
    for number, outcome in skipped_outcomes(reach):
        yield (number, number), outcome.consequences
    for name, consequence in reach.casus.consequences.items():
        yield reach.window("consequence", name), consequence.next


def skipped_outcomes(reach: Reach) -> Iterator[tuple[int, Outcome]]:
    """The stated outcomes of the rounds that this edition skips."""
    for number, round_ in enumerate(reach.casus.rounds):
        if number not in reach.played and round_.outcome:
            yield number, round_.outcome


def silence_window(reach: Reach, card: str, silence: Silence) -> Window | None:
    """The end of its round, if the card was dealt by then and the condition can hold."""
    number = reach.number(silence.round)
    dealt = reach.window("card", card)
    possible = dealt and dealt[0] <= number and reach.first(silence.when) <= number and number in reach.played
    return (number, number) if possible else None


def _secret_sources(reach: Reach) -> Iterator[Source]:
    things: list[tuple[str, Act | Question]] = [*reach.casus.acts.items(), *reach.casus.questions.items()]
    for name, thing in things:
        if thing.comes_out:
            yield reach.window("secret", name), thing.comes_out.consequences


def _decision_sources(reach: Reach) -> Iterator[Source]:
    for name, decision in reach.casus.decisions.items():
        for option_id, option in decision.options.items():
            yield reach.window("option", f"{name}.{option_id}"), option.consequences
        yield reach.window("unanswered", name), decision.unanswered.consequences


def _card_sources(reach: Reach) -> Iterator[Source]:
    for name, card in reach.casus.cards.items():
        window = reach.window("card", name)
        for telling in card.told:
            yield _later(window, reach.first(telling.when)), telling.consequences
        for silence in card.silent:
            yield silence_window(reach, name, silence), silence.consequences


def _talk_sources(reach: Reach) -> Iterator[Source]:
    for name, question in reach.casus.questions.items():
        for names in (question.on_all, question.on_part, question.on_refused):
            yield reach.window("question", name), names
    for name, hearing in reach.casus.hearings.items():
        for names in (hearing.on_spoken, hearing.on_taken_up, hearing.on_unanswered, hearing.on_silent):
            yield reach.window("hearing", name), names
    for seat in reach.casus.seats.values():
        yield ((0, reach.end - 1) if seat.playable else None), seat.on_resign
    for name, promise in reach.casus.promises.items():
        window = reach.window("promise", name)
        yield window, promise.on_made
        for names in (promise.on_kept, promise.on_broken):
            yield (window[0], reach.end) if window else None, names


def _werkwijze_sources(reach: Reach) -> Iterator[Source]:
    for id_, werkwijze in reach.werkwijzen.items():
        for name, rules in werkwijze.milestones.items():
            window = reach.window("milestone", f"{id_}.{name}")
            yield window, rules.consequences
            for one in rules.recommendations.values():
                yield window, (*one.on_taken, *one.on_rejected)
        yield (reach.number(werkwijze.ends), reach.end), (f"{id_}_{WELL}", f"{id_}_{BADLY}")


def _later(window: Window | None, first: int) -> Window | None:
    return (max(window[0], first), window[1]) if window and first <= window[1] else None
