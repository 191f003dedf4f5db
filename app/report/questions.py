"""The four questions of the lab, asked of one table: each with the parts of the report that answer it."""

from __future__ import annotations

from dataclasses import dataclass

from .page import ReportPage
from .sections import SECTIONS, Section


@dataclass(frozen=True, slots=True)
class Question:
    """One question. parts: sections of the report, or `fell`. otherwise: what is said when nothing of it is there."""

    id: str
    title: str
    about: str
    parts: tuple[str, ...]
    otherwise: str


FELL = Section("gevallen", "Per ronde", lambda report: bool(report.consequences))
"""Every consequence in the round in which it fell; the report has it in its appendix."""

QUESTIONS = (
    Question(
        "gebeurd",
        "Wat gebeurde er?",
        "Welke werkwijze de tafel probeerde, en wat er besloten is.",
        ("werkwijze", "besluiten"),
        "Er is niets gebeurd.",
    ),
    Question(
        "gevolgen",
        "Wat waren de gevolgen?",
        "Wat er in elke ronde uit volgde, waar het door kwam, en wat het deed met de stand van de gemeente.",
        ("gevallen", "stand"),
        "Er zijn geen gevolgen gevallen.",
    ),
    Question(
        "ver",
        "Hoe ver reikte het?",
        "Van de tafel tot de volgende raadsperiode, en hoeveel stappen het ver ging.",
        ("gevolgen",),
        "Er zijn geen gevolgen gevallen.",
    ),
    Question(
        "gewenst",
        "Was het gewenst?",
        "Wat de tafel er zelf van vond. Niet de computer, en geen gemiddelde.",
        ("gewenst",),
        "De tafel heeft geen gevolgen gewogen.",
    ),
)

_PARTS = {one.id: one for one in (*SECTIONS, FELL)}


def answers(page: ReportPage, question: Question) -> tuple[Section, ...]:
    """The parts that this report has of the answer."""
    return tuple(_PARTS[id_] for id_ in question.parts if _PARTS[id_].there(page.report))
