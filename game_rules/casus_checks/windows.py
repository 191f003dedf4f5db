"""Finds what can happen by growing: whatever needs nothing, then what needs that, until nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..vocabulary import casus as c
from .reach import NEVER, Reach, Thing, Window
from .sources import skipped_outcomes, sources

Found = Iterator[tuple[Thing, Window | None]]


def explore(content: c.Content, edition: str) -> Reach:
    """What can happen in this edition. Ids that do not exist are taken to be harmless."""
    reach = Reach(content.casus, edition, content.werkwijzen)
    before = None
    while before != reach.found:
        before = dict(reach.found)
        for rule in _RULES:
            for thing, window in rule(reach):
                reach.add(thing, window)
    return reach


def _injects(reach: Reach) -> Found:
    for name, inject in reach.casus.injects.items():
        match inject.fires:
            case c.OnCondition(when=when, rounds=rounds):
                yield ("inject", name), reach.rounds(rounds, when)
            case c.InReserve():
                yield ("inject", name), reach.rounds((), None)
            case trigger:
                yield ("inject", name), reach.rounds((trigger.round,), None)


def _cards(reach: Reach) -> Found:
    last = reach.end - 1
    for name, card in reach.casus.cards.items():
        if card.dealt == "brief":
            yield ("card", name), (0, last)
        elif card.dealt == "round":
            dealt = [i for i in reach.played if i >= reach.number(card.round)]
            yield ("card", name), (dealt[0], last) if dealt else None
        for window in _dealers(reach, name):
            yield ("card", name), (window[0], last)


def _dealers(reach: Reach, card: str) -> Iterator[Window]:
    things: tuple[tuple[str, dict[str, c.Inject] | dict[str, c.Act]], ...] = (
        ("inject", reach.casus.injects),
        ("act", reach.casus.acts),
    )
    for kind, section in things:
        for name, thing in section.items():
            if card in thing.deals and (window := reach.window(kind, name)):
                yield window


def _decisions(reach: Reach) -> Found:
    for name, decision in reach.casus.decisions.items():
        number = reach.number(decision.round)
        if number in reach.played and reach.first(decision.when) <= number:
            yield ("unanswered", name), (number, number)
            yield ("decision", name), (number, number)
            for option_id, option in decision.options.items():
                if reach.first(option.when) <= number or decision.unanswered.option == option_id:
                    yield from _decided(name, option_id, number)
    for number, outcome in skipped_outcomes(reach):
        for name, option_id in outcome.decided.items():
            yield from _decided(name, option_id, number)


def _decided(name: str, option: str, number: int) -> Found:
    yield ("option", f"{name}.{option}"), (number, number)
    yield ("decision", name), (number, number)


def _acts(reach: Reach) -> Found:
    for name, act in reach.casus.acts.items():
        able = act.legality != "void" and any(_can_be_played(reach.casus, seat) for seat in act.by)
        window = reach.rounds(act.rounds, act.when) if able else None
        yield ("act", name), window
        yield ("secret", name), _comes_out(reach, window, act.comes_out)


def _talk(reach: Reach) -> Found:
    for name, question in reach.casus.questions.items():
        window = reach.rounds(question.rounds, question.when)
        yield ("question", name), window
        yield ("secret", name), _comes_out(reach, window, question.comes_out)
    for name, hearing in reach.casus.hearings.items():
        able = any(_can_be_played(reach.casus, seat) for seat in hearing.by)
        yield ("hearing", name), reach.rounds((hearing.round,), None) if able else None
    for name, promise in reach.casus.promises.items():
        yield ("promise", name), reach.rounds(promise.rounds, None)


def _milestones(reach: Reach) -> Found:
    for id_, werkwijze in reach.werkwijzen.items():
        for name, rules in werkwijze.milestones.items():
            first = max(reach.number(rules.round), reach.first(rules.done))
            yield ("milestone", f"{id_}.{name}"), (first, reach.end) if first < NEVER else None


def _can_be_played(casus: c.Casus, seat: str) -> bool:
    return seat not in casus.seats or casus.seats[seat].playable


def _comes_out(reach: Reach, window: Window | None, comes_out: c.ComesOut | None) -> Window | None:
    if window is None or comes_out is None:
        return None
    first = window[0]
    if isinstance(comes_out, c.ComesOutWhen):
        first = max(first, reach.first(comes_out.when))
    return (first, max(first, reach.end)) if first < NEVER else None


def _consequences(reach: Reach) -> Found:
    for window, names in sources(reach):
        for name in names:
            consequence = reach.casus.consequences.get(name)
            if window and consequence:
                first, last = (min(number + max(consequence.delay, 0), reach.end) for number in window)
                first = max(first, reach.first(consequence.when))
                yield ("consequence", name), (first, last) if first <= last else None


_RULES: tuple[Callable[[Reach], Found], ...] = (_injects, _cards, _decisions, _acts, _talk, _milestones, _consequences)
