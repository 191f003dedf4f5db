"""Acts, questions and promises must be doable, affordable and complete."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, likely, warning


def check_acts(content: c.Content) -> Iterator[Problem]:
    """Acts that nobody can do or pay, refusals without a reason, secrets that stay secret; questions to oneself."""
    casus = content.casus
    for name, act in casus.acts.items():
        path = f"acts.{name}"
        yield from _performers(casus, path, act)
        yield from _cost(casus, path, act)
        yield from _legality(path, act)
        yield from _form(path, act)
    for name, question in casus.questions.items():
        yield from _talkers(casus, f"questions.{name}", question.by, (question.to,))
    for name, promise in casus.promises.items():
        yield from _talkers(casus, f"promises.{name}", (promise.by,), promise.to)


def _performers(casus: c.Casus, path: str, act: c.Act) -> Iterator[Problem]:
    if not any(casus.seats[seat].playable for seat in act.by if seat in casus.seats):
        yield error(f"{path}.by", "act_nobody", "Niemand aan tafel kan dit doen: noem minstens één speelbare zetel.")
    if act.targets and set(act.targets) <= set(act.by) and len(act.targets) == 1:
        yield error(f"{path}.targets", "act_on_itself", "Deze zetel kan dit alleen op zichzelf richten.")


def _cost(casus: c.Casus, path: str, act: c.Act) -> Iterator[Problem]:
    if act.cost is None:
        return
    for seat_id in act.by:
        seat = casus.seats.get(seat_id)
        budget = seat.budgets.get(act.cost.budget) if seat else None
        if seat and budget is None:
            message = f"De zetel `{seat_id}` heeft geen budget `{act.cost.budget}`."
            yield error(f"{path}.cost.budget", "unknown_budget", message, likely(act.cost.budget, seat.budgets))
        elif budget and act.cost.amount > (most := max(budget.per_round, budget.per_game)) > 0:
            message = f"Dit kost {act.cost.amount}, maar `{seat_id}` heeft er hoogstens {most}."
            yield error(f"{path}.cost.amount", "cost_impossible", message)
    if act.cost.amount < 1:
        yield error(f"{path}.cost.amount", "cost_impossible", "Een handeling met `cost` kost minstens 1.")


def _legality(path: str, act: c.Act) -> Iterator[Problem]:
    if act.legality == "void" and not act.why.strip():
        message = "Zeg bij `why` waarom dit niet kan. De speler leest dat."
        yield error(path, "why_missing", message)
    if act.legality == "void" and (act.consequences or act.tells or act.deals or act.comes_out):
        message = "Deze handeling wordt geweigerd (`void`). Er kan dus niets uit volgen."
        yield error(path, "void_with_effect", message)
    if act.legality == "forbidden" and act.comes_out is None:
        message = "Wat verboden is, moet kunnen uitkomen. Voeg `comes_out` toe."
        yield error(path, "comes_out_missing", message)
    if act.legality == "legal" and act.comes_out:
        message = "Wat mag, hoeft niet uit te komen. Haal `comes_out` weg of maak de handeling `forbidden`."
        yield error(f"{path}.comes_out", "comes_out_on_legal", message)


def _form(path: str, act: c.Act) -> Iterator[Problem]:
    if act.does == "suspend" and act.minutes <= 0:
        yield error(path, "suspension_without_minutes", "Zeg bij `minutes` hoe lang de schorsing duurt.")
    if act.does != "suspend" and act.minutes:
        message = "`minutes` hoort bij een schorsing. Voeg `does: suspend` toe of haal de minuten weg."
        yield error(f"{path}.minutes", "minutes_without_suspension", message)
    if act.tells and not act.targets and (not act.public or act.legality == "forbidden"):
        message = "Niemand hoort dit: noem `targets`, of maak een handeling die mag openbaar (`public: true`)."
        yield error(f"{path}.tells", "told_to_nobody", message)
    if act.legality != "void" and not (act.consequences or act.tells or act.deals or act.does):
        yield warning(path, "act_without_effect", "Er volgt niets uit deze handeling.")


def _talkers(casus: c.Casus, path: str, by: tuple[str, ...], to: tuple[str, ...]) -> Iterator[Problem]:
    if not set(to) - set(by) or not by:
        yield error(path, "talk_to_itself", "Wie dit zegt en wie het hoort, zijn dezelfde zetel.")
    for key, seats in (("by", by), ("to", to)):
        if seats and all(seat in casus.seats and not casus.seats[seat].playable for seat in seats):
            yield error(f"{path}.{key}", "talk_nobody", "Geen van deze zetels wordt ooit gespeeld.")
