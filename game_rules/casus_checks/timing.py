"""Rounds, editions and moments: everything must fit in the time there is."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, warning

EDITIONS = ("dagdeel", "avond")
PHASES = ("beeldvorming", "oordeelsvorming", "besluitvorming")


def check_timing(content: c.Content) -> Iterator[Problem]:
    """Editions that are missing or too long, skipped rounds without an outcome, moments after the end of a round."""
    casus = content.casus
    yield from _rounds(casus)
    for name in EDITIONS:
        if name not in casus.editions:
            yield error(
                "editions", "edition_missing", f"De editie `{name}` ontbreekt. Elke casus heeft `dagdeel` en `avond`."
            )
    for name, edition in casus.editions.items():
        yield from _edition(casus, name, edition)
    for name, inject in casus.injects.items():
        yield from _moment(casus, name, inject)


def planned(casus: c.Casus, edition: str, round_: c.Round) -> c.Minutes:
    """The planned steps of a round in an edition."""
    return casus.editions[edition].minutes.get(round_.id, round_.minutes)


def _rounds(casus: c.Casus) -> Iterator[Problem]:
    seen: set[str] = set()
    if not casus.rounds:
        yield error("rounds", "rounds_empty", "Een casus heeft minstens één ronde nodig.")
    for index, round_ in enumerate(casus.rounds):
        path = f"rounds[{index}]"
        if round_.id in seen:
            yield error(
                f"{path}.id", "duplicate_id", f"Er is al een ronde `{round_.id}`. Geef elke ronde een eigen `id`."
            )
        seen.add(round_.id)
        if index and PHASES.index(round_.phase) < PHASES.index(casus.rounds[index - 1].phase):
            message = f"Na {casus.rounds[index - 1].phase} komt geen {round_.phase} meer. Kijk of de volgorde klopt."
            yield warning(f"{path}.phase", "phase_backwards", message)
        skipped = any(round_.id in edition.skip for edition in casus.editions.values())
        if round_.outcome and not skipped:
            message = "Deze ronde wordt in geen enkele editie overgeslagen. `outcome` wordt dus nooit gebruikt."
            yield warning(f"{path}.outcome", "outcome_unused", message)
        if skipped and not round_.outcome:
            message = "Een editie slaat deze ronde over. Zeg bij `outcome` wat er dan gebeurd is."
            yield error(path, "outcome_missing", message)
        elif skipped and round_.outcome:
            yield from _outcome(casus, path, round_, round_.outcome)


def _outcome(casus: c.Casus, path: str, round_: c.Round, outcome: c.Outcome) -> Iterator[Problem]:
    for name, decision in casus.decisions.items():
        if decision.round == round_.id and decision.required and not decision.when and name not in outcome.decided:
            message = f"Wie deze ronde overslaat, mist het verplichte besluit `{name}`. Noem het bij `decided`."
            yield error(f"{path}.outcome", "outcome_undecided", message)
    for name in outcome.decided:
        decision_ = casus.decisions.get(name)
        if decision_ and decision_.round != round_.id:
            message = f"Het besluit `{name}` hoort bij ronde `{decision_.round}`, niet bij deze ronde."
            yield error(f"{path}.outcome.decided.{name}", "outcome_other_round", message)


def _edition(casus: c.Casus, name: str, edition: c.Edition) -> Iterator[Problem]:
    path = f"editions.{name}"
    played = [round_ for round_ in casus.rounds if round_.id not in edition.skip]
    if casus.rounds and not played:
        yield error(f"{path}.skip", "edition_empty", "Deze editie slaat alle rondes over.")
    for round_id in edition.minutes:
        if round_id in edition.skip:
            message = f"Ronde `{round_id}` wordt in deze editie overgeslagen en heeft dus geen minuten nodig."
            yield warning(f"{path}.minutes.{round_id}", "minutes_unused", message)
    total = sum(length(planned(casus, name, round_)) + round_.meal for round_ in played)
    if total > edition.duration:
        message = (
            f"De rondes en de maaltijd duren samen {total:g} minuten. Dat past niet in {edition.duration} minuten."
        )
        yield error(f"{path}.duration", "edition_too_long", message)


def length(minutes: c.Minutes) -> float:
    """The planned length of a whole round in minutes."""
    return minutes.read + minutes.talk + minutes.act + minutes.consequences


def before_consequences(minutes: c.Minutes) -> float:
    """After how many minutes the consequences fall; nothing else happens in the round from then on."""
    return minutes.read + minutes.talk + minutes.act


def _moment(casus: c.Casus, name: str, inject: c.Inject) -> Iterator[Problem]:
    if not isinstance(inject.fires, c.AtMoment | c.ByChance):
        return
    fires = inject.fires
    path = f"injects.{name}.fires.minute"
    if fires.minute < 0:
        yield error(path, "minute_impossible", "Een moment ligt op of na het begin van de ronde: 0 of meer minuten.")
    for round_ in casus.rounds:
        ends = {
            edition: before_consequences(planned(casus, edition, round_))
            for edition in casus.editions
            if round_.id == fires.round and round_.id not in casus.editions[edition].skip
        }
        late = [edition for edition, end in ends.items() if fires.minute >= end]
        if late:
            found = error if len(late) == len(ends) else warning
            message = f"De gevolgen komen dan al in de editie {' en '.join(late)} (na {ends[late[0]]:g} minuten)."
            yield found(path, "minute_after_round", message)
