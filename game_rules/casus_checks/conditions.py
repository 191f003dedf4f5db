"""Conditions must say one thing, and something that can be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..vocabulary.casus import Casus, Content
from ..vocabulary.conditions import Condition
from .problem import Problem, error, join, likely, warning
from .tree import conditions

HEADS: dict[str, tuple[str, ...]] = {
    "all": (),
    "any": (),
    "not_": (),
    "indicator": ("below", "above"),
    "decided": ("option",),
    "acted": ("to",),
    "told": ("to",),
    "withheld": ("from_",),
    "fired": (),
    "happened": (),
    "asked": ("answer",),
    "promised": ("kept",),
    "came_out": (),
    "spoken": (),
    "taken_up": (),
    "resigned": (),
    "played": (),
    "round": (),
    "werkwijze": (),
    "reached": (),
    "missed": (),
    "taken": (),
    "well": (),
    "edition": (),
}
REFINERS = ("below", "above", "option", "to", "from_", "answer", "kept")
ANSWERS = ("all", "part", "refused")


def check_conditions(content: Content) -> Iterator[Problem]:
    """Conditions with no or several subjects, with details that do not belong, or that can never hold."""
    for path, condition in conditions(content.casus):
        heads = _heads(condition)
        yield from _shape(path, condition, heads)
        yield from _bounds(path, condition)
        yield from _impossible(path, condition, content.casus)
        yield from _contradiction(path, condition.all)


def _heads(condition: Condition) -> tuple[str, ...]:
    return tuple(head for head in HEADS if getattr(condition, head))


def _key(name: str) -> str:
    return name.rstrip("_")


def _shape(path: str, condition: Condition, heads: tuple[str, ...]) -> Iterator[Problem]:
    if not heads:
        yield error(
            path,
            "condition_empty",
            "Deze voorwaarde test niets. Noem precies één onderwerp, zoals `decided` of `told`.",
        )
    elif len(heads) > 1:
        named = " en ".join(f"`{_key(head)}`" for head in heads)
        message = f"Deze voorwaarde test {named} tegelijk. Zet ze als losse voorwaarden onder `all` of `any`."
        yield error(path, "condition_two_subjects", message)
    allowed = {refiner for head in heads for refiner in HEADS[head]}
    for name in REFINERS:
        if getattr(condition, name) not in ("", None) and name not in allowed:
            owners = " of ".join(f"`{_key(head)}`" for head, refiners in HEADS.items() if name in refiners)
            message = f"`{_key(name)}` hoort bij {owners} en betekent hier niets."
            yield error(join(path, _key(name)), "condition_stray_detail", message)


def _bounds(path: str, condition: Condition) -> Iterator[Problem]:
    below, above = condition.below, condition.above
    if not condition.indicator:
        return
    if below is None and above is None:
        message = "Zeg bij een indicator ook de grens: `below` (lager dan) of `above` (hoger dan)."
        yield error(path, "condition_without_bound", message)
        return
    low, high = -1 if above is None else above, 101 if below is None else below
    if max(low + 1, 0) > min(high - 1, 100):
        yield error(path, "condition_impossible", "Geen waarde van 0 tot en met 100 voldoet aan deze grenzen.")
    elif low < 0 and high > 100:
        yield warning(
            path, "condition_always", "Deze voorwaarde is altijd waar: een indicator loopt van 0 tot en met 100."
        )


def _impossible(path: str, condition: Condition, casus: Casus) -> Iterator[Problem]:
    for check in (_impossible_act, _impossible_card, _impossible_secret, _impossible_rest):
        yield from check(path, condition, casus)


def _impossible_act(path: str, condition: Condition, casus: Casus) -> Iterator[Problem]:
    act = casus.acts.get(condition.acted)
    if not act:
        return
    if act.legality == "void":
        message = f"De ambtshandeling `{condition.acted}` wordt altijd geweigerd (`void`). Ze is dus nooit gedaan."
        yield error(path, "condition_impossible", message)
    if condition.to and condition.to in casus.seats and condition.to not in act.targets:
        message = f"De ambtshandeling `{condition.acted}` kan niet op `{condition.to}` gericht zijn."
        yield error(join(path, "to"), "condition_impossible", message, likely(condition.to, act.targets))


def _impossible_card(path: str, condition: Condition, casus: Casus) -> Iterator[Problem]:
    told, withheld = casus.cards.get(condition.told), casus.cards.get(condition.withheld)
    if told and condition.to == told.seat:
        message = f"`{condition.to}` krijgt deze kaart zelf en weet dit dus altijd."
        yield warning(join(path, "to"), "condition_always", message)
    if withheld and condition.from_ == withheld.seat:
        message = f"`{condition.from_}` krijgt deze kaart zelf. Voor die zetel is het dus nooit verzwegen."
        yield error(join(path, "from"), "condition_impossible", message)


def _impossible_secret(path: str, condition: Condition, casus: Casus) -> Iterator[Problem]:
    secret = casus.acts.get(condition.came_out) or casus.questions.get(condition.came_out)
    if secret and secret.comes_out is None:
        message = f"`{condition.came_out}` kan niet uitkomen: er staat geen `comes_out` bij."
        yield error(path, "condition_impossible", message)


def _impossible_rest(path: str, condition: Condition, casus: Casus) -> Iterator[Problem]:
    seat = casus.seats.get(condition.played)
    if seat and not seat.playable:
        yield error(
            path, "condition_impossible", f"De zetel `{condition.played}` wordt nooit gespeeld (`playable: false`)."
        )
    if condition.answer and condition.answer not in ANSWERS:
        message = f"Een antwoord is `all`, `part` of `refused`, niet `{condition.answer}`."
        yield error(join(path, "answer"), "condition_impossible", message, likely(condition.answer, ANSWERS))


def _contradiction(path: str, parts: Sequence[Condition]) -> Iterator[Problem]:
    """Two parts of one `all` that cannot both hold: two outcomes of one decision, two editions."""
    seen: dict[tuple[str, str], str] = {}
    for index, part in enumerate(parts):
        claims = [("edition", "", part.edition)] if part.edition else []
        claims += [("decided", part.decided, part.option)] if part.decided and part.option else []
        for kind, subject, value in claims:
            if seen.setdefault((kind, subject), value) != value:
                where = f"{path}.all[{index}]"
                message = f"Dit kan niet samen met `{seen[kind, subject]}` eerder in dezelfde `all`."
                yield error(where, "condition_impossible", message)
