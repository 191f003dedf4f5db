"""A casus with one werkwijze that it allows: whether the two fit, and everything that the casus itself is checked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..vocabulary.casus import Content
from ..vocabulary.conditions import Condition
from ..vocabulary.werkwijze import Fit, Fits, Parts, Werkwijze
from ..weaving import CHOICE, weave
from .problem import Problem, error, join
from .references import unknown_ids
from .werkwijzen import PART_SECTIONS, prefixes
from .windows import explore

Checks = Iterable[Callable[[Content], Iterator[Problem]]]


def check_names(content: Content, id_: str) -> Iterator[Problem]:
    """Names that the casus does not have in a werkwijze that was bound to it. Paths are those of the werkwijze."""
    yield from unknown_ids(weave(content, (id_,)), content.werkwijzen[id_])


def check_pair(content: Content, id_: str, checks: Checks) -> tuple[Problem, ...]:
    """Everything wrong with this werkwijze in this casus. Paths are those of the werkwijze (`part`), or of the casus.

    content: with all bound werkwijzen, as it is played. checks: those of a casus; what they find in the casus itself is left out.
    """
    fits, werkwijze = content.casus.werkwijzen, content.werkwijzen[id_]
    if fits is None:
        return ()
    own = (_clash(content, werkwijze), _price(content, werkwijze, fits), _rounds(content, werkwijze), _gates(content, werkwijze),
           _merits(content, werkwijze), _late(content, werkwijze, fits), _own_parts(werkwijze, fits.allowed[id_]))  # fmt: skip
    found = [problem for part in own for problem in part]
    return (*found, *_woven(content, id_, checks))


def _woven(content: Content, id_: str, checks: Checks) -> Iterator[Problem]:
    """What the checks of a casus find with the werkwijze and not without it."""
    together = weave(content, (id_,))
    for check in checks:
        before = {(one.path, one.code) for one in check(content)}
        for problem in check(together):
            if (problem.path, problem.code) not in before:
                yield _placed(problem, content.werkwijzen[id_].parts)


def _placed(problem: Problem, parts: Parts) -> Problem:
    """The problem where its writer finds it: in the werkwijze when it is about what that adds."""
    section, _, rest = problem.path.partition(".")
    name = rest.partition(".")[0].partition("[")[0]
    if section in PART_SECTIONS and name in getattr(parts, section):
        return _in_parts(problem, f"parts.{problem.path}")
    return _in_parts(problem, "parts.stands") if section == "seats" else problem


def _in_parts(problem: Problem, path: str) -> Problem:
    return Problem(
        path=path, code=problem.code, message=problem.message, severity=problem.severity, meant=problem.meant, part="werkwijze"
    )  # fmt: skip


def _wrong(path: str, code: str, message: str, meant: str = "") -> Problem:
    return error(path, code, message, meant, "werkwijze")


def _own_parts(werkwijze: Werkwijze, fit: Fit) -> Iterator[Problem]:
    yield from prefixes(werkwijze.id, fit.parts, f"werkwijzen.allowed.{werkwijze.id}.parts")


def _clash(content: Content, werkwijze: Werkwijze) -> Iterator[Problem]:
    """Ids that the casus has itself: what it says would be replaced."""
    for section in PART_SECTIONS:
        for name in getattr(werkwijze.parts, section):
            if name in getattr(content.casus, section):
                message = f"De casus `{content.casus.id}` heeft zelf al `{name}` bij `{section}`. Kies een andere naam."
                yield _wrong(f"parts.{section}.{name}", "werkwijze_clash", message)


def _price(content: Content, werkwijze: Werkwijze, fits: Fits) -> Iterator[Problem]:
    """More money, capacity or rounds than the casus has."""
    price, seat = werkwijze.price, content.casus.seats.get(fits.purse.seat)
    budget = seat.budgets.get(fits.purse.budget) if seat else None
    if price.money > fits.purse.money:
        message = f"Dit kost {price.money} fiches en de casus `{content.casus.id}` heeft er {fits.purse.money}."
        yield _wrong("price.money", "werkwijze_too_dear", message)
    if budget and price.capacity > (budget.per_round or budget.per_game):
        message = f"Dit kost {price.capacity} punten per ronde, maar `{fits.purse.seat}` heeft er minder."
        yield _wrong("price.capacity", "werkwijze_too_dear", message)
    first, last = _start(content, werkwijze, fits), _number(content, werkwijze.ends)
    if last - first + 1 < price.rounds:
        words = "ronde" if price.rounds == 1 else "rondes"
        message = f"Dit duurt {price.rounds} {words}, maar van begin tot eind zijn er hier {last - first + 1}."
        yield _wrong("price.rounds", "werkwijze_too_long", message)


def _number(content: Content, round_: str) -> int:
    return next((at for at, one in enumerate(content.casus.rounds) if one.id == round_), 0)


def _start(content: Content, werkwijze: Werkwijze, fits: Fits) -> int:
    """The round in which it starts: that of the place `start`, or of its first milestone."""
    start = {**fits.places, **fits.allowed[werkwijze.id].places}.get("start")
    if isinstance(start, str) and "start" in werkwijze.places:
        return _number(content, start)
    return min((_number(content, one.round) for one in werkwijze.milestones.values()), default=0)


def _rounds(content: Content, werkwijze: Werkwijze) -> Iterator[Problem]:
    """Milestones in a round that is not played, or before what they come after; an end before its milestones."""
    rounds = {f"milestones.{name}.round": one.round for name, one in werkwijze.milestones.items()}
    for path, round_ in {**rounds, "ends": werkwijze.ends}.items():
        for name, edition in content.casus.editions.items():
            if round_ in edition.skip:
                message = (
                    f"De editie `{name}` van `{content.casus.id}` slaat ronde `{round_}` over. Kies een andere ronde."
                )
                yield _wrong(path, "milestone_skipped", message)
    last = _number(content, werkwijze.ends)
    for name, rules in werkwijze.milestones.items():
        here = _number(content, rules.round)
        if here > last:
            message = f"De werkwijze eindigt al in ronde `{werkwijze.ends}`, vóór deze mijlpaal."
            yield _wrong(f"milestones.{name}.round", "milestone_after_end", message)
        for other in rules.after:
            before = werkwijze.milestones.get(other)
            if before and _number(content, before.round) > here:
                message = f"Deze mijlpaal komt na `{other}`, maar die hoort bij een latere ronde."
                yield _wrong(f"milestones.{name}.round", "milestone_before", message)


def _gates(content: Content, werkwijze: Werkwijze) -> Iterator[Problem]:
    """Decisions that wait for something in a later round than their own: they could never be taken in time."""
    decisions = weave(content, (werkwijze.id,)).casus.decisions
    for index, gate in enumerate(werkwijze.gates):
        for name in gate.decisions:
            for milestone in gate.milestones:
                if name not in decisions or milestone not in werkwijze.milestones:
                    continue
                if _number(content, werkwijze.milestones[milestone].round) > _number(content, decisions[name].round):
                    message = f"Het besluit `{name}` valt eerder dan de mijlpaal `{milestone}` waar het op wacht."
                    yield _wrong(f"gates[{index}]", "gate_never_opens", message)


def _merits(content: Content, werkwijze: Werkwijze) -> Iterator[Problem]:
    """Merits that cannot be won in any edition before the werkwijze is judged."""
    together = weave(content, (werkwijze.id,))
    reaches = [explore(together, edition) for edition in content.casus.editions]
    for name, merit in werkwijze.merits.items():
        if reaches and all(reach.first(merit.when) > reach.number(werkwijze.ends) for reach in reaches):
            message = "Dit punt is nooit te winnen: de voorwaarde kan voor het einde van de werkwijze niet waar zijn."
            yield _wrong(f"merits.{name}.when", "merit_never", message)
        yield from _empty(f"merits.{name}.when", merit.when)


def _empty(path: str, condition: Condition) -> Iterator[Problem]:
    if condition == Condition():
        yield _wrong(path, "condition_empty", "Deze voorwaarde test niets.")


def _late(content: Content, werkwijze: Werkwijze, fits: Fits) -> Iterator[Problem]:
    """A choice during play that comes after the first milestone."""
    if fits.choice is None or not fits.allowed[werkwijze.id].in_play or CHOICE not in content.casus.decisions:
        return
    first = min((_number(content, one.round) for one in werkwijze.milestones.values()), default=0)
    if _number(content, fits.choice.round) > first:
        path = join(f"werkwijzen.allowed.{werkwijze.id}", "in_play")
        message = f"De tafel kiest pas in ronde `{fits.choice.round}`. De eerste mijlpaal is dan al voorbij."
        yield error(path, "choice_too_late", message)
