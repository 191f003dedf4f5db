"""Who knew what when, drawn: the same picture in the report and in the replay, and in words for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from game_rules.projections.report.structs import KnowRow
from game_rules.vocabulary.views import SeatCard

from ..charts import Chip, Lane, know_chart

NEVER = "Niet gehoord"
"""The head of the last column."""

MOST_LANES = 6
"""How many cards stand in one picture: with every seat of a large table in one round it still fits on a printed page."""

Span = Callable[[str, str], str]
"""Of a card and a seat: the steps of a replay in which that is known."""


@dataclass(frozen=True, slots=True)
class Told:
    """A card in words. when: (column, who came to know it then). missed: who needed it and heard it too late or never."""

    title: str
    text: str
    first: str
    harms: str
    expires: str
    when: tuple[tuple[str, str], ...]
    late: str
    never: str
    silent: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The cards that one office had first: pictures of them, each fit for one page, and each card in words."""

    label: str
    pictures: tuple[Markup, ...]
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that is drawn. seats: as in a View. columns: the heads of time, without the one for never."""

    rows: Sequence[KnowRow]
    seats: Mapping[str, SeatCard]
    columns: Sequence[str]
    key: str = ""
    width: float = 760
    span: Span = lambda card, seat: ""

    @property
    def groups(self) -> tuple[Group, ...]:
        """Per office, in the order of the table; nothing is in an order of better and worse."""
        found: dict[str, list[KnowRow]] = {}
        for row in sorted(self.rows, key=lambda row: self._order(row.first)):
            found.setdefault(self._role(row.first), []).append(row)
        return tuple(self._group(number, label, rows) for number, (label, rows) in enumerate(found.items()))

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """What the letters of the marks mean, in the order of the table."""
        used = {one.seat for row in self.rows for one in row.knowers} | {
            one.seat for row in self.rows for one in row.needs
        }
        return tuple((self.letters[id_], self.seats[id_].label) for id_ in self.seats if id_ in used)

    @property
    def letters(self) -> dict[str, str]:
        """Two or three letters per seat, each other ones."""
        found: dict[str, str] = {}
        for id_, seat in self.seats.items():
            word, number = self._short(seat), 2
            while word in found.values():
                word, number = f"{word[:2]}{number}", number + 1
            found[id_] = word
        return found

    def _short(self, seat: SeatCard) -> str:
        """The letters of the office where it has one seat; else of what tells this seat from the others."""
        if sum(1 for other in self.seats.values() if other.role == seat.role) == 1:
            return seat.short
        rest = seat.label.removeprefix("Fractie ").removeprefix(f"{seat.role_label} ")
        return f"{seat.short[0]}{rest[:2]}" if seat.label.startswith(seat.role_label) else rest[:3]

    def _order(self, seat: str) -> int:
        return self.seats[seat].order if seat in self.seats else len(self.seats)

    def _role(self, seat: str) -> str:
        return self.seats[seat].role_label if seat in self.seats else seat

    def name(self, seat: str) -> str:
        """What a seat is called."""
        return self.seats[seat].label if seat in self.seats else seat or "iemand anders"

    def _group(self, number: int, label: str, rows: list[KnowRow]) -> Group:
        parts = [rows[at : at + MOST_LANES] for at in range(0, len(rows), MOST_LANES)]
        drawn = tuple(self._picture(f"{number}-{at}", label, part) for at, part in enumerate(parts))
        return Group(label=label, pictures=drawn, rows=tuple(self._told(row) for row in rows))

    def _picture(self, name: str, label: str, rows: list[KnowRow]) -> Markup:
        return know_chart(
            [self._lane(row) for row in rows], (*self.columns, NEVER), chart=f"{self.key}weten-{name}", width=self.width,
            title=f"Wie wist wat wanneer: de kaarten van {label}",
        )  # fmt: skip

    # --- the picture -------------------------------------------------------------------------------------------------

    def _lane(self, row: KnowRow) -> Lane:
        due = max((need.column for need in row.needs), default=-1)
        return Lane(title=row.title, chips=tuple(self._chips(row)), due=due, silent=row.silent)

    def _chips(self, row: KnowRow) -> Iterator[Chip]:
        status = {need.seat: need.status for need in row.needs}
        for one in row.knowers:
            kind = "first" if one.seat == row.first else "late" if status.get(one.seat) == "later" else "heard"
            yield self._chip(one.seat, one.column, kind, self.span(row.id, one.seat))
        for seat, found in status.items():
            if found == "never" and seat:
                yield self._chip(seat, len(self.columns), "never", "")

    def _chip(self, seat: str, column: int, kind: str, span: str) -> Chip:
        return Chip(label=self.letters.get(seat, seat[:3]), name=self.name(seat), column=column, kind=kind, span=span)

    # --- in words ----------------------------------------------------------------------------------------------------

    def _told(self, row: KnowRow) -> Told:
        return Told(
            title=row.title, text=row.text, first=self.name(row.first), harms=row.harms, expires=row.expires, silent=row.silent,
            when=tuple(self._when(row)), late=self._needed(row, "later"), never=self._needed(row, "never"),
        )  # fmt: skip

    def _when(self, row: KnowRow) -> Iterator[tuple[str, str]]:
        for column, head in enumerate(self.columns):
            names = [self.name(one.seat) for one in row.knowers if one.column == column and one.seat != row.first]
            if names:
                yield head, ", ".join(names)

    def _needed(self, row: KnowRow, status: str) -> str:
        return ", ".join(self.name(need.seat) for need in row.needs if need.status == status)
