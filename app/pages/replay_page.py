"""What the page *Terugkijken* draws, worked out from a LookBack alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup
from msgspec.structs import replace

from game_rules.projections import replay_lines
from game_rules.projections.replay import END, LookBack, Span
from game_rules.vocabulary.base import Fact
from game_rules.vocabulary.views import IndicatorCard

from ..charts import Band, Line, Mark, legend, line_chart, rail
from ..texts_nl import FEED_KINDS, hhmm

KINDS = {kind: word for kind, (word, _) in FEED_KINDS.items()} | {
    "step": "Stap van de ronde",
    "card": "Kaart",
    "note": "Briefje",
    "message": "Gesprek",
    "bookmark": "Bladwijzer",
}
"""Kinds of the log with their words."""

FEW = 8

READ = (
    "title", "text", "seat", "question", "status", "put", "outcome", "outcome_how", "tally", "retracted", "by", "to",
    "answered", "answer", "milestones", "merits", "state", "why_stopped", "kind", "reason", "outcome", "ruling", "target", "legality", "condition", "chance",
)  # fmt: skip
"""What the templates of the items read: two items that agree in this look the same."""


def _reads_as(item: Fact) -> tuple[object, ...]:
    return tuple(getattr(item, name, None) for name in READ)


@dataclass(frozen=True)
class ReplayPage:
    """A replay with everything that is drawn. `step`: where it stands when the page opens."""

    found: LookBack
    step: int

    @property
    def last(self) -> int:
        """The last step."""
        return len(self.found.moments) - 1

    @cached_property
    def marks(self) -> tuple[replay_lines.ReplayMark, ...]:
        """The marks on the scrubber."""
        return replay_lines.marks(self.found)

    @cached_property
    def log(self) -> tuple[replay_lines.LogLine, ...]:
        """The log."""
        return replay_lines.log(self.found)

    @cached_property
    def log_kinds(self) -> dict[str, str]:
        """The kinds that occur in the log, with their words."""
        used = {line.kind for line in self.log}
        return {kind: word for kind, word in KINDS.items() if kind in used}

    @cached_property
    def series(self) -> tuple[replay_lines.Series, ...]:
        """The indicators over the steps."""
        return replay_lines.series(self.found)

    @cached_property
    def knowing(self) -> tuple[replay_lines.KnowLine, ...]:
        """Who knew which card since when."""
        return replay_lines.knowing(self.found)

    @cached_property
    def known_seats(self) -> list[str]:
        """The seats that have a column in who-knew-what, in the order of the table."""
        used = {seat for line in self.knowing for seat in line.since}
        return sorted(used, key=lambda seat: self.found.seats[seat].order if seat in self.found.seats else 99)

    @property
    def icons(self) -> dict[str, str]:
        """The icon of each indicator."""
        spans = self.found.parts.get("indicators", ())
        return {span.id: span.item.icon for span in spans if isinstance(span.item, IndicatorCard)}

    # --- pictures ----------------------------------------------------------------------------------------------------

    @property
    def rail(self) -> Markup:
        """The marks above the scrubber."""
        return rail([self._mark(mark) for mark in self.marks], self.last)

    @property
    def legend(self) -> Markup:
        """What the shapes mean."""
        return legend([mark.kind for mark in self.marks])

    @property
    def chart(self) -> Markup:
        """The lines of the indicators, with a cursor."""
        lines = [Line(one.id, one.label, one.points) for one in self.series]
        bands = [Band(mark.step, mark.title.partition(":")[0]) for mark in self.marks if mark.kind == "round"]
        marks = [self._mark(mark) for mark in self.marks]
        return line_chart(lines, last=self.last, marks=marks, bands=bands, cursor=self.step, width=880, height=264)

    def _mark(self, mark: replay_lines.ReplayMark) -> Mark:
        return Mark(mark.step, mark.kind, mark.title, self.link(mark.step))

    # --- steps -------------------------------------------------------------------------------------------------------

    def link(self, step: int) -> str:
        """The address of a step: by its version, which is the same for every audience."""
        return f"?als={self.found.audience_word}&moment={self.found.moments[step].version}"

    def span(self, first: int, last: int = END) -> Markup:
        """Attributes that say in which steps an element shows, and hide it when that is not now."""
        shows = first <= self.step and (last == END or self.step <= last)
        text = Markup('data-stap="{}-{}"') if shows else Markup('data-stap="{}-{}" hidden')
        return text.format(first, "" if last == END else last)

    def jump(self, step: int) -> Markup:
        """A link to a step, with its time of day."""
        words = '<a href="{}" data-naar="{}">{}</a>'
        return Markup(words).format(self.link(step), step, self.time_of(step))  # noqa: S704  a fixed text

    def value_at(self, points: tuple[tuple[int, int], ...]) -> int | str:
        """The value of an indicator at the step of the page; a dash before it was first seen."""
        seen = [value for step, value in points if step <= self.step]
        return seen[-1] if seen else "–"

    def shown_now(self, part: str) -> Iterator[Span]:
        """The items of a part with their spans; spans that read the same are one."""
        merged: list[Span] = []
        newest: dict[str, int] = {}
        for span in self.found.parts.get(part, ()):
            place = newest.get(span.id)
            former = merged[place] if place is not None else None
            if former is not None and former.last == span.first - 1 and _reads_as(former.item) == _reads_as(span.item):
                merged[newest[span.id]] = replace(former, last=span.last)
            else:
                newest[span.id] = len(merged)
                merged.append(span)
        return iter(merged)

    def few(self, part: str) -> bool:
        """Whether a part is short enough to stand open."""
        return len({span.id for span in self.found.parts.get(part, ())}) <= FEW

    def time_of(self, step: int) -> str:
        """The time of day of a step."""
        return hhmm(self.found.moments[step].at)

    def name_of(self, step: int) -> str:
        """Where the game stood at a step, in words."""
        moment = self.found.moments[step]
        return f"{moment.label} (pauze)" if moment.paused else moment.label

    @property
    def steps(self) -> dict[str, list[object]]:
        """What the script needs per step: version, time of day, wall time in seconds, and where the game stood."""
        moments, start = self.found.moments, self.found.moments[0].at
        names = [self.name_of(step) for step in range(len(moments))]
        turns = [step for step in range(len(moments)) if not step or names[step] != names[step - 1]]
        return {
            "versies": [moment.version for moment in moments],
            "tijden": [hhmm(moment.at) for moment in moments],
            "seconden": [(moment.at - start) // 1000 for moment in moments],
            "namen": [[step, names[step]] for step in turns],
        }
