"""*In het kort*: what a report says first, in a few sentences made from facts alone."""

from __future__ import annotations

from collections.abc import Iterator

from game_rules.projections.report import LATER, Report
from game_rules.projections.table import NOBODY_DECIDED, TOLD_BY_CASUS

from ..newspaper import newspaper_date
from ..texts_nl import RINGS, WAY_STATES, counted


def in_short(report: Report) -> tuple[str, ...]:
    """Complete sentences, the most important first. What did not happen gets no sentence."""
    return tuple(
        filter(
            None,
            (_played(report), *_ways(report), *_outcome(report), _chain(report), _figures(report), *_together(report)),
        )
    )


def _played(report: Report) -> str:
    game = report.game
    people = sum(1 for seat in report.seats.values() if seat.player == "person")
    rounds = sum(1 for part in report.rounds if part.id != LATER)
    when = f"Op {newspaper_date(report.began_at)} speelde" if report.began_at else "Een keer speelde"
    return (
        f"{when} een tafel met {counted(people, 'deelnemer', 'deelnemers')} de casus ‘{game.title}’ "
        f"in de verzonnen gemeente {game.gemeente}, in {counted(rounds, 'ronde', 'rondes')}."
    )


def _ways(report: Report) -> Iterator[str]:
    """Which werkwijze was tried, and how that went."""
    for way in report.ways.values():
        yield f"De tafel werkte met ‘{way.card.label}’. Hoe dat ging: {WAY_STATES[way.card.state].lower()}."


def _outcome(report: Report) -> Iterator[str]:
    """What the table decided, and what happened; much of that follows from something else than a decision."""
    decided = [one for one in report.decisions.values() if one.status == "decided" and not one.retracted]
    silent = sum(1 for one in decided if one.outcome_how == NOBODY_DECIDED)
    told = sum(1 for one in decided if one.outcome_how == TOLD_BY_CASUS)
    rest = [f"De tafel nam {counted(len(decided) - silent - told, 'besluit', 'besluiten')}"]
    if told:
        rest.append(f"{counted(told, 'vraag was', 'vragen waren')} in de casus al beantwoord")
    if silent:
        rest.append(f"{counted(silent, 'vraag bleef', 'vragen bleven')} liggen")
    yield f"{'; '.join(rest)}."
    far = report.reach
    if far.consequences:
        later = sum(1 for one in report.consequences.values() if one.epilogue)
        tail = f", waarvan {later} pas na een jaar" if later else ""
        yield (
            f"Er {'viel' if far.consequences == 1 else 'vielen'} {counted(far.consequences, 'gevolg', 'gevolgen')}{tail}. "
            f"Het verst reikte {_as_far(max(far.rings))}."
        )


def _as_far(ring: int) -> str:
    return "het tot de tafel zelf" if ring == 1 else f"het tot de {RINGS[ring]}"


def _chain(report: Report) -> str:
    titles = [report.graph.nodes[key].title.rstrip(".") for key in report.reach.chain]
    if len(titles) < 3:
        return ""
    return f"De langste keten had {len(titles)} stappen: van ‘{titles[0]}’ tot ‘{titles[-1]}’."


def _figures(report: Report) -> str:
    moved = sorted(report.indicators, key=lambda line: -abs(line.values[-1] - line.values[0]))[:2]
    told = [_went(line.label, line.values[0], line.values[-1]) for line in moved]
    return f"Volgens de aannames van de casus {' en '.join(told)}." if told else ""


def _went(label: str, first: int, last: int) -> str:
    if first == last:
        return f"bleef {label} op {first}"
    return f"{'steeg' if last > first else 'daalde'} {label} van {first} naar {last}"


def _together(report: Report) -> Iterator[str]:
    """What was told, and what was promised."""
    alone = sum(1 for row in report.known if len(row.knowers) <= 1)
    if report.known:
        kept = (
            f"{alone} daarvan {'bleef' if alone == 1 else 'bleven'} bij één persoon" if alone else "alle zijn gedeeld"
        )
        yield f"Er waren {len(report.known)} stukjes informatie verdeeld over de tafel; {kept}."
    promises = [one.status for one in report.promises.values()]
    if promises:
        yield (
            f"Van de {counted(len(promises), 'toezegging', 'toezeggingen')} zijn er {promises.count('kept')} nagekomen "
            f"en {promises.count('broken')} gebroken."
        )
