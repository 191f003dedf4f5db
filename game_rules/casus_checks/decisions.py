"""Every decision must be a real choice that somebody at the table can make."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, likely, warning


def check_decisions(content: c.Content) -> Iterator[Problem]:
    """Decisions that nobody may take, without a choice, or with a rule that does not fit who decides."""
    casus = content.casus
    for name, decision in casus.decisions.items():
        path = f"decisions.{name}"
        yield from _rule(casus, path, decision)
        yield from _options(path, decision)
        if decision.by in casus.organs:
            yield from _organ(casus, path, casus.organs[decision.by])
        if not decision.required and not _agenda_holders(casus):
            message = "Dit besluit staat niet vanzelf op de agenda, en geen griffier heeft het budget `agenda`."
            yield warning(f"{path}.required", "agenda_nobody", message)
        seat = casus.seats.get(decision.by)
        if seat and not seat.playable:
            message = f"Niemand kan dit besluiten: de zetel `{decision.by}` wordt nooit gespeeld (`playable: false`)."
            yield error(f"{path}.by", "decision_nobody", message)


def _agenda_holders(casus: c.Casus) -> list[str]:
    """The seats that can put something on the agenda."""
    seats = casus.seats.items()
    return [name for name, seat in seats if seat.role == "griffier" and seat.playable and "agenda" in seat.budgets]


def _rule(casus: c.Casus, path: str, decision: c.Decision) -> Iterator[Problem]:
    organs = tuple(casus.organs)
    if decision.rule == "office" and decision.by in casus.organs:
        message = f"`{decision.by}` is een orgaan. De regel `office` is voor één zetel."
        yield error(f"{path}.rule", "rule_mismatch", message, likely(decision.by, organs))
    elif decision.rule != "office" and decision.by in casus.seats:
        message = f"`{decision.by}` is een zetel en stemt niet alleen. Gebruik `office`, of laat een orgaan besluiten."
        yield error(f"{path}.rule", "rule_mismatch", message, "office")
    elif decision.rule in organs and decision.by in casus.organs and decision.rule != decision.by:
        message = f"`{decision.by}` besluit, maar de regel is die van `{decision.rule}`."
        yield error(f"{path}.rule", "rule_mismatch", message, likely(decision.by, organs))


def _organ(casus: c.Casus, path: str, organ: c.Organ) -> Iterator[Problem]:
    chair = casus.seats.get(organ.chair)
    if chair and not chair.playable:
        message = f"Niemand kan een keuze in stemming brengen: `{organ.chair}` zit voor, maar wordt nooit gespeeld."
        yield error(f"{path}.by", "decision_nobody", message)
    elif not any(casus.seats[member].playable for member in organ.members if member in casus.seats):
        message = "Niemand aan tafel kan hierover stemmen: geen enkel lid van het orgaan is speelbaar."
        yield error(f"{path}.by", "decision_nobody", message)


def _options(path: str, decision: c.Decision) -> Iterator[Problem]:
    if len(decision.options) < 2:
        yield error(f"{path}.options", "options_too_few", "Een besluit heeft minstens twee keuzes nodig.")
    if decision.options and all(option.when for option in decision.options.values()):
        message = "Alle keuzes hebben een voorwaarde. Laat minstens één keuze altijd mogelijk zijn."
        yield error(f"{path}.options", "options_all_conditional", message)
    texts: dict[str, str] = {}
    for name, option in decision.options.items():
        if option.text in texts:
            message = f"Deze keuze heeft dezelfde tekst als `{texts[option.text]}`."
            yield error(f"{path}.options.{name}.text", "duplicate_label", message)
        texts[option.text] = name
    lone = decision.unanswered.option
    if not lone and not decision.unanswered.consequences and decision.required:
        message = "Er volgt niets als niemand dit verplichte besluit neemt. Noem een keuze of een gevolg."
        yield warning(f"{path}.unanswered", "unanswered_without_effect", message)
