"""What the casus offers must be able to happen: in some edition, and where its round is played, in that edition too."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from ..vocabulary.conditions import Condition
from .causes import started_names
from .names import SECTIONS, SPOKEN
from .problem import Problem, error, warning
from .reach import Reach
from .sources import silence_window
from .tree import structs
from .windows import explore

OFFERED = ("inject", "card", "decision", "act", "question", "promise", "consequence")


def check_possible(content: c.Content) -> Iterator[Problem]:
    """Things that can never happen, in any edition or in one that plays their round."""
    casus = content.casus
    reaches = [explore(content, edition) for edition in casus.editions or ("",)]
    started = started_names(content)
    for kind in OFFERED:
        for name in getattr(casus, SECTIONS[kind][0]):
            if kind != "consequence" or name in started:
                yield from _never(reaches, kind, name, f"{SECTIONS[kind][0]}.{name}")
    yield from _options(casus, reaches)
    for reach in reaches:
        yield from _lost_in_edition(reach, reaches)
    for path, when, number in _dated_conditions(casus, reaches[0]):
        if all(reach.first(when) > (reach.end if number is None else number) for reach in reaches):
            message = "Deze voorwaarde kan op dit moment van het spel nog niet waar zijn (of nooit)."
            yield error(path, "condition_too_early", message)
    yield from _silences(casus, reaches)


def _never(reaches: list[Reach], kind: str, name: str, path: str) -> Iterator[Problem]:
    if any(reach.window(kind, name) for reach in reaches):
        return
    casus = reaches[0].casus
    if kind == "act" and casus.acts[name].legality == "void":
        return
    why = "In geen enkele editie kan aan alles wat ervoor nodig is voldaan zijn."
    yield error(path, f"{kind}_never", f"{_spoken(kind)} `{name}` kan nooit gebeuren. {why}")


def _spoken(kind: str) -> str:
    article = "Het" if kind in ("decision", "consequence") else "De"
    return f"{article} {SPOKEN[kind]}"


def _options(casus: c.Casus, reaches: list[Reach]) -> Iterator[Problem]:
    for name, decision in casus.decisions.items():
        for option in decision.options:
            window = any(reach.window("option", f"{name}.{option}") for reach in reaches)
            if not window and any(reach.window("decision", name) for reach in reaches):
                message = f"De keuze `{option}` kan nooit gekozen worden: de voorwaarde kan dan niet waar zijn."
                yield error(f"decisions.{name}.options.{option}", "option_never", message)


def _lost_in_edition(reach: Reach, reaches: list[Reach]) -> Iterator[Problem]:
    """What belongs to a round that this edition plays, but leans on something in a round that it skips."""
    for kind in ("inject", "act", "question", "decision"):
        for name, thing in getattr(reach.casus, SECTIONS[kind][0]).items():
            elsewhere = reach.played and any(other.window(kind, name) for other in reaches)
            if reach.window(kind, name) or not elsewhere or not _belongs(reach, thing) or _says_edition(thing):
                continue
            message = f"{_spoken(kind)} `{name}` kan niet gebeuren in de editie `{reach.edition}`."
            found = error if kind == "decision" and thing.required and thing.when is None else warning
            yield found(f"{SECTIONS[kind][0]}.{name}", f"{kind}_never_in_edition", message)


def _belongs(reach: Reach, thing: c.Inject | c.Act | c.Question | c.Decision) -> bool:
    match thing:
        case c.Inject(fires=c.OnCondition(rounds=rounds)):
            named = rounds
        case c.Inject(fires=c.AtMoment() | c.AtStart() | c.ByChance() | c.ByHand()):
            return False
        case c.Decision(round=round_):
            named = (round_,)
        case c.Act(legality="void"):
            return False
        case c.Act(rounds=rounds) | c.Question(rounds=rounds):
            named = rounds
        case _:
            named = ()
    return not named or any(reach.number(name) in reach.played for name in named)


def _says_edition(thing: c.Inject | c.Act | c.Question | c.Decision) -> bool:
    """A condition on the edition itself is the writer's wish."""
    return any(isinstance(struct, Condition) and struct.edition for _, struct in structs(thing))


def _dated_conditions(casus: c.Casus, reach: Reach) -> Iterator[tuple[str, Condition, int | None]]:
    """Conditions that are asked at a known moment, with the number of that round (None: any moment)."""
    for seat_id, seat in casus.seats.items():
        if seat.goal_reached:
            yield f"seats.{seat_id}.goal_reached", seat.goal_reached, None
        for index, stand in enumerate(seat.stands):
            if stand.when and stand.decision in casus.decisions:
                number = reach.number(casus.decisions[stand.decision].round)
                yield f"seats.{seat_id}.stands[{index}].when", stand.when, number
    for name, card in casus.cards.items():
        for index, telling in enumerate(card.told):
            if telling.when:
                yield f"cards.{name}.told[{index}].when", telling.when, None
    secrets: list[tuple[str, c.Act | c.Question]] = [*casus.acts.items(), *casus.questions.items()]
    for name, thing in secrets:
        if isinstance(thing.comes_out, c.ComesOutWhen):
            section = "acts" if name in casus.acts else "questions"
            yield f"{section}.{name}.comes_out.when", thing.comes_out.when, None


def _silences(casus: c.Casus, reaches: list[Reach]) -> Iterator[Problem]:
    for name, card in casus.cards.items():
        for index, silence in enumerate(card.silent):
            path = f"cards.{name}.silent[{index}]"
            if card.seat in silence.to:
                message = f"`{card.seat}` krijgt deze kaart zelf. Dit zwijgen kan dus nooit gebeuren."
                yield error(path, "silence_never", message)
            elif not any(silence_window(reach, name, silence) for reach in reaches):
                message = (
                    "De kaart is aan het einde van deze ronde nog niet gedeeld, of de voorwaarde is dan nooit waar."
                )
                yield error(path, "silence_never", message)
