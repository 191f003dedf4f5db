"""The sections of a report, in order: each is a template in templates/report/ with the same name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game_rules.projections.report import Report


@dataclass(frozen=True, slots=True)
class Section:
    """One section. there: whether this report has anything to say in it. alone: not where several reports stand together.

    beside: only where other tables may be compared with.
    """

    id: str
    title: str
    there: Callable[[Report], bool] = lambda report: True
    alone: bool = False
    beside: bool = False


def _looked_back(report: Report) -> bool:
    guessed = report.chain is not None and bool(report.chain.links)
    return guessed or bool(report.again) or any(line.after for line in report.weighed.values())


def _measured(report: Report) -> bool:
    return any(not card.empty for card in report.together.values())


def _has_pulse(report: Report) -> bool:
    return any(card.role for card in report.pulse.values())


SECTIONS = (
    Section("kort", "In het kort"),
    Section("tafel", "Wie er aan tafel zaten"),
    Section("werkwijze", "Onze werkwijze", lambda report: bool(report.ways)),
    Section("verloop", "Het verloop", lambda report: bool(report.rounds)),
    Section("besluiten", "Wat er besloten is"),
    Section("gevolgen", "Hoe ver het reikte"),
    Section("stand", "De stand van de gemeente", lambda report: bool(report.indicators)),
    Section("gewenst", "Gewenst of niet", lambda report: bool(report.judged)),
    Section("weten", "Wie wist wat wanneer", lambda report: bool(report.known)),
    Section(
        "woorden",
        "Toegezegd, gevraagd en voorgesteld",
        lambda report: bool(
            report.speeches or report.promises or report.questions or report.proposals or report.advice or report.moves
        ),
    ),
    Section(
        "samen",
        "Hoe er is samengewerkt",
        lambda report: bool(report.rubric or report.goals or _has_pulse(report) or _measured(report)),
    ),
    Section("naast", "Naast de andere tafels", alone=True, beside=True),
    Section("daarna", "Wat de tafel erover zei", _looked_back),
    Section("handvatten", "Wat mensen meenemen", lambda report: bool(report.handvatten), alone=True),
    Section("lezen", "Wat dit verslag is, en wat niet", alone=True),
    Section("bijlage", "Bijlage: alles per ronde", lambda report: bool(report.rounds), alone=True),
)


def sections_of(report: Report, *, among: bool = False, beside: bool = False) -> tuple[Section, ...]:
    """The sections that this report has. among: it stands with others, which share what is said once.

    beside: other tables stand beside it.
    """
    found = (section for section in SECTIONS if section.there(report) and (beside or not section.beside))
    return tuple(section for section in found if not (among and section.alone))
