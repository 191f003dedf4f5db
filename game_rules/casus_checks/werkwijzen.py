"""A werkwijze on its own, and what a casus says of werkwijzen: before the two are put together (`pairs.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ..vocabulary.casus import Content, Indicator
from ..vocabulary.conditions import Condition
from ..vocabulary.werkwijze import Choice, Fits, Milestone, Parts, Werkwijze
from ..weaving import PLACE, STAY
from .problem import Problem, error, join, likely, warning
from .texts import LONG_SENTENCE, longest_sentence
from .tree import structs

MOST_EFFECT = 2
PART_SECTIONS = tuple(name for name in Parts.__struct_fields__ if name != "stands")
WRITTEN = ("label", "short", "what", "starters", "decider", "cost")


def check_werkwijze(werkwijze: Werkwijze, indicators: dict[str, Indicator]) -> tuple[Problem, ...]:
    """Everything wrong in the file of one werkwijze, whatever casus it is played in; paths are those of its file."""
    checks = (
        _prefixes(werkwijze), _milestones(werkwijze), _conditions(werkwijze), _places(werkwijze), _figures(werkwijze, indicators),
        _texts(werkwijze),
    )  # fmt: skip
    return tuple(problem for check in checks for problem in check)


def prefixes(id_: str, parts: Parts, path: str) -> Iterator[Problem]:
    """Ids that do not begin with that of the werkwijze, so that they could be those of something else."""
    for section in PART_SECTIONS:
        for name in getattr(parts, section):
            if not name.startswith(f"{id_}_"):
                message = f"Wat een werkwijze toevoegt, begint met haar eigen naam: `{id_}_…`."
                yield error(f"{path}.{section}.{name}", "werkwijze_prefix", message, f"{id_}_{name}")


def _prefixes(werkwijze: Werkwijze) -> Iterator[Problem]:
    return prefixes(werkwijze.id, werkwijze.parts, "parts")


def _milestones(werkwijze: Werkwijze) -> Iterator[Problem]:
    """Milestones that do not exist, that wait for each other, or that nobody could reach."""
    known, twice = tuple(werkwijze.milestones), set[str]()
    for name, rules in werkwijze.milestones.items():
        path = f"milestones.{name}"
        yield from _unknown(rules.after, known, join(path, "after"))
        if name in _before(werkwijze.milestones, name):
            yield error(join(path, "after"), "milestone_circle", "Deze mijlpaal wacht via andere op zichzelf.")
        yield from _ways(path, rules)
        yield from _lot(werkwijze, path, rules)
        for one in rules.recommendations:
            if one in twice:
                message = f"De aanbeveling `{one}` staat al bij een andere mijlpaal. Geef elke een eigen naam."
                yield error(f"{path}.recommendations.{one}", "recommendation_twice", message)
            twice.add(one)
    for index, gate in enumerate(werkwijze.gates):
        yield from _unknown(gate.milestones, known, f"gates[{index}].milestones")
    if not known:
        yield error("milestones", "milestones_empty", "Een werkwijze heeft minstens één mijlpaal nodig.")


def _unknown(names: Iterable[str], known: tuple[str, ...], path: str) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            message = f"Er is geen mijlpaal met de naam `{name}`."
            yield error(f"{path}[{index}]", "unknown_milestone", message, likely(name, known))


def _before(milestones: dict[str, Milestone], name: str) -> set[str]:
    """Every milestone that must come before this one, near or far."""
    seen, todo = set[str](), [name]
    while todo:
        now = milestones.get(todo.pop())
        fresh = [one for one in now.after if one not in seen] if now else []
        seen.update(fresh)
        todo.extend(fresh)
    return seen


def _ways(path: str, rules: Milestone) -> Iterator[Problem]:
    """Reached by itself, or by somebody: not both."""
    by_hand = [name for name in ("by", "asks", "lot", "recommendations") if getattr(rules, name)]
    if rules.done is not None and by_hand:
        message = f"Deze mijlpaal is vanzelf gehaald als `done` waar is. `{by_hand[0]}` betekent hier niets."
        yield error(join(path, by_hand[0]), "milestone_two_ways", message)


def _lot(werkwijze: Werkwijze, path: str, rules: Milestone) -> Iterator[Problem]:
    if rules.lot and not 0 < rules.lot.number <= len(rules.lot.pool):
        message = f"Er zijn {len(rules.lot.pool)} mensen om uit te loten. Loot er minstens één en niet meer dan dat."
        yield error(f"{path}.lot.number", "lot_impossible", message)
    pools = {person for one in werkwijze.milestones.values() if one.lot for person in one.lot.pool}
    for name, recommendation in rules.recommendations.items():
        for index, person in enumerate(recommendation.drawn):
            if person not in pools:
                where = f"{path}.recommendations.{name}.drawn[{index}]"
                yield error(where, "unknown_drawn", f"Niemand in een loting heet `{person}`.", likely(person, pools))


def _conditions(werkwijze: Werkwijze) -> Iterator[Problem]:
    """Milestones in conditions; those of another werkwijze are looked up where the two meet."""
    known = tuple(f"{werkwijze.id}.{name}" for name in werkwijze.milestones)
    for path, struct in structs(werkwijze):
        for field in ("reached", "missed") if isinstance(struct, Condition) else ():
            named = getattr(struct, field)
            if named and named.partition(".")[0] in ("", werkwijze.id, named) and named not in known:
                message = f"Er is geen mijlpaal `{named}`. Schrijf haar als `werkwijze.mijlpaal`."
                yield error(join(path, field), "unknown_milestone", message, likely(named, known))


def _places(werkwijze: Werkwijze) -> Iterator[Problem]:
    """Places that are used and not explained, or explained and not used."""
    used: dict[str, str] = {}
    for path, text in _strings(msgspec.to_builtins(werkwijze), ""):
        named = PLACE.match(text)
        if named:
            used.setdefault(named[1], path)
    for place, path in used.items():
        if place not in werkwijze.places:
            message = f"Leg bij `places` uit wat de plaats `@{place}` is."
            yield error(path, "place_unexplained", message, likely(place, werkwijze.places))


def _strings(raw: object, path: str) -> Iterator[tuple[str, str]]:
    """Every text and every key in plain data, with its path."""
    if isinstance(raw, str):
        yield path, raw
    elif isinstance(raw, dict):
        for key, item in raw.items():
            yield join(path, key), key
            yield from _strings(item, join(path, key))
    elif isinstance(raw, list | tuple):
        for index, item in enumerate(raw):
            yield from _strings(item, f"{path}[{index}]")


def _figures(werkwijze: Werkwijze, indicators: dict[str, Indicator]) -> Iterator[Problem]:
    merits = len(werkwijze.merits)
    if not 0 < werkwijze.enough <= merits:
        message = f"Er zijn {merits} punten waarop het goed kan gaan. `enough` ligt tussen 1 en {merits}."
        yield error("enough", "werkwijze_enough", message)
    for name, effect in werkwijze.effects.items():
        if name not in indicators:
            message = f"Er is geen indicator met de naam `{name}`."
            yield error(f"effects.{name}", "unknown_indicator", message, likely(name, indicators))
        if max(abs(effect.well), abs(effect.badly)) > MOST_EFFECT:
            yield error(f"effects.{name}", "effect_range", "Een effect loopt van -2 tot en met 2.")
    for name in ("rounds", "money", "capacity"):
        if getattr(werkwijze.price, name) < 0:
            yield error(f"price.{name}", "price_negative", "Een prijs is 0 of meer.")


def _texts(werkwijze: Werkwijze) -> Iterator[Problem]:
    """Empty texts, evidence without a source, and sentences that are hard to read."""
    for name in WRITTEN:
        text = getattr(werkwijze, name)
        if not text.strip():
            yield error(name, "text_empty", "Hier hoort een tekst te staan.")
        yield from _long(name, text)
    for name, rules in werkwijze.milestones.items():
        yield from _long(f"milestones.{name}.text", rules.text)
    for index, evidence in enumerate(werkwijze.evidence):
        if not evidence.source.strip():
            yield error(f"evidence[{index}].source", "evidence_without_source", "Zeg waar dit vandaan komt.")
    if not werkwijze.evidence:
        yield warning("evidence", "evidence_missing", "Zeg wat er over deze werkwijze bekend is, en waarvandaan.")


def _long(path: str, text: str) -> Iterator[Problem]:
    if longest_sentence(text) > LONG_SENTENCE:
        message = f"Een zin van {longest_sentence(text)} woorden is moeilijk te lezen. Knip hem in tweeën."
        yield warning(path, "sentence_long", message)


# --- what a casus says of werkwijzen ---------------------------------------------------------------------------------


def check_fits(content: Content) -> Iterator[Problem]:
    """What a casus allows, forbids and can spend: allowed and forbidden at once, a purse of nobody, a choice without options."""
    fits = content.casus.werkwijzen
    if fits is None:
        return
    for name, found in fits.forbidden.items():
        path = f"werkwijzen.forbidden.{name}"
        if name in fits.allowed:
            message = f"`{name}` staat ook bij `allowed`. Een werkwijze mag, of zij mag niet."
            yield error(path, "werkwijze_allowed_and_forbidden", message)
        if not found.article.strip() or not found.why.strip():
            yield error(path, "text_empty", "Zeg welk artikel dit verbiedt, en waarom.")
    yield from _purse(content, fits)
    yield from _choice(content, fits)


def _purse(content: Content, fits: Fits) -> Iterator[Problem]:
    seat = content.casus.seats.get(fits.purse.seat)
    if seat is None:
        message = f"Er is geen zetel met de naam `{fits.purse.seat}`."
        yield error("werkwijzen.purse.seat", "unknown_seat", message, likely(fits.purse.seat, content.casus.seats))
    elif fits.purse.budget not in seat.budgets:
        message = f"De zetel `{fits.purse.seat}` heeft geen budget `{fits.purse.budget}`."
        yield error("werkwijzen.purse.budget", "unknown_budget", message, likely(fits.purse.budget, seat.budgets))
    if fits.purse.money < 0:
        yield error("werkwijzen.purse.money", "price_negative", "Er is 0 of meer te besteden.")


def _choice(content: Content, fits: Fits) -> Iterator[Problem]:
    in_play = [name for name, fit in fits.allowed.items() if fit.in_play]
    if fits.choice is None:
        for name in in_play:
            message = "Zeg bij `choice` met welke vraag de tafel tijdens het spel een werkwijze kiest."
            yield error(f"werkwijzen.allowed.{name}.in_play", "choice_missing", message)
        return
    path = "werkwijzen.choice"
    known = {
        "by": (*content.casus.organs, *content.casus.seats),
        "round": tuple(one.id for one in content.casus.rounds),
    }
    for field, names in known.items():
        value = getattr(fits.choice, field)
        if value not in names:
            yield error(join(path, field), f"unknown_{'decider' if field == 'by' else field}",
                        f"`{value}` bestaat niet in deze casus.", likely(value, names))  # fmt: skip
    yield from _choice_stands(content, fits.choice, (*in_play, STAY))
    if not in_play:
        yield warning(
            path, "choice_empty", "Geen enkele werkwijze heeft `in_play: true`. De vraag wordt nooit gesteld."
        )
    if fits.most < 1:
        yield error(
            "werkwijzen.most", "choice_never", "Zo kan de tafel niets kiezen. Haal `choice` weg of zet 1 of meer."
        )


def _choice_stands(content: Content, choice: Choice, options: tuple[str, ...]) -> Iterator[Problem]:
    for seat, supports in choice.stands.items():
        where, seats = f"werkwijzen.choice.stands.{seat}", content.casus.seats
        if seat not in seats:
            yield error(where, "unknown_seat", f"Er is geen zetel met de naam `{seat}`.", likely(seat, seats))
        for index, option in enumerate(supports):
            if option not in options:
                message = f"Deze vraag heeft geen keuze `{option}`."
                yield error(f"{where}[{index}]", "unknown_option", message, likely(option, options))
