"""What is drawn beside a replay: marks on the scrubber, log, lines of the indicators, who knew what since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..vocabulary.base import Fact
from ..vocabulary.feed import FeedItem
from ..vocabulary.views import CardCard, IndicatorCard, MarkLine, MessageCard, NoteCard
from .replay import LookBack, Span
from .talking import LABELS, others_of

T = TypeVar("T", bound=Fact)

MARKED = {
    "inject": "inject", "decision": "decision", "resigned": "decision", "override": "override", "unexpected": "inject"
}  # fmt: skip
"""The kinds of the feed that get a mark, with the kind of the mark."""


class ReplayMark(Fact):
    """A mark on the scrubber. kind: round, inject, decision, override or bookmark."""

    step: int
    kind: str
    title: str


class LogLine(Fact):
    """A line of the log, there from step `first` to `last`. kind: a kind of the feed, or step, card, note, message, bookmark.

    seats: whom it is from or about, to filter by.
    """

    id: str
    first: int
    last: int
    at: int
    kind: str
    title: str
    text: str = ""
    seats: tuple[str, ...] = ()
    retracted: str = ""


class Series(Fact):
    """One indicator: (step, value), as far as this audience saw it."""

    id: str
    label: str
    points: tuple[tuple[int, int], ...]


class KnowLine(Fact):
    """One card: since which step each seat knew it, as far as this audience could tell."""

    id: str
    title: str
    holder: str
    since: dict[str, int]


def marks(found: LookBack) -> tuple[ReplayMark, ...]:
    """Every mark, in order."""
    feed = [
        ReplayMark(step=span.first, kind=MARKED[item.kind], title=item.title)
        for span, item in _firsts(found, "feed", FeedItem)
        if item.kind in MARKED
    ]
    books = [
        ReplayMark(step=span.first, kind="bookmark", title=item.text or "Bladwijzer van de spelleider")
        for span, item in _firsts(found, "marks", MarkLine)
    ]
    return tuple(sorted([*_rounds(found), *feed, *books], key=lambda mark: mark.step))


def _rounds(found: LookBack) -> Iterator[ReplayMark]:
    """The steps at which another round or part of the game began."""
    former = ""
    for step, moment in enumerate(found.moments):
        part = moment.key.partition(".")[0]
        if part != former:
            label = f"Ronde {moment.number}" if moment.number and part != "meal" else moment.label
            yield ReplayMark(step=step, kind="round", title=_round_name(label, moment.title))
        former = part


def _round_name(label: str, title: str) -> str:
    return f"{label}: {title}" if title and title not in label else label


def log(found: LookBack) -> tuple[LogLine, ...]:
    """The running account with the steps, and as far as this audience knew them the cards and notes."""
    lines = [*_steps(found), *_feed(found), *_cards(found), *_notes(found), *_messages(found), *_books(found)]
    return tuple(sorted(lines, key=lambda line: line.first))


def _steps(found: LookBack) -> Iterator[LogLine]:
    former = ""
    for step, moment in enumerate(found.moments):
        if moment.label != former:
            name = _round_name(moment.label, moment.title)
            yield LogLine(id=f"stap-{step}", first=step, last=-1, at=moment.at, kind="step", title=name)
        former = moment.label


def _feed(found: LookBack) -> Iterator[LogLine]:
    for span in found.parts.get("feed", ()):
        item = span.item
        if isinstance(item, FeedItem):
            yield LogLine(
                id=item.id, first=span.first, last=span.last, at=item.at, kind=item.kind, title=item.title,
                text=item.text, retracted=item.retracted,
                seats=tuple(seat for seat in dict.fromkeys((item.seat, *item.to)) if seat),
            )  # fmt: skip


def _cards(found: LookBack) -> Iterator[LogLine]:
    """Who came to know what, where the account itself says nothing."""
    told = {span.first for span, _ in _firsts(found, "feed", FeedItem)}
    for know in knowing(found):
        for seat, step in know.since.items():
            if step in told:
                continue
            yield LogLine(
                id=f"{know.id}-{seat}", first=step, last=-1, at=found.moments[step].at, kind="card",
                title=f"{_label(found, seat)} kent nu: {know.title}", seats=tuple(dict.fromkeys((seat, know.holder))),
            )  # fmt: skip


def _notes(found: LookBack) -> Iterator[LogLine]:
    for span, item in _firsts(found, "notes", NoteCard):
        title = f"Briefje van {_label(found, item.by)} aan {_label(found, item.to)}"
        yield LogLine(
            id=span.id, first=span.first, last=-1, at=item.at, kind="note", title=title, text=item.text,
            seats=(item.by, item.to),
        )  # fmt: skip


def _messages(found: LookBack) -> Iterator[LogLine]:
    for span, item in _firsts(found, "messages", MessageCard):
        others = others_of(item.channel, item.by)
        where = f"aan {_label(found, others[0])}" if others else f"in {LABELS.get(item.channel, item.channel)}"
        yield LogLine(
            id=span.id, first=span.first, last=-1, at=item.at, kind="message", text=item.text,
            title=f"{_label(found, item.by)} {where}", seats=(item.by, *others),
        )  # fmt: skip


def _books(found: LookBack) -> Iterator[LogLine]:
    for span, item in _firsts(found, "marks", MarkLine):
        yield LogLine(
            id=f"bladwijzer-{span.id}", first=span.first, last=-1, at=item.at, kind="bookmark",
            title="Bladwijzer van de spelleider", text=item.text,
        )  # fmt: skip


def series(found: LookBack) -> tuple[Series, ...]:
    """The lines of the indicators; a value that this audience saw holds until it saw the next."""
    points: dict[str, list[tuple[int, int]]] = {}
    cards: dict[str, IndicatorCard] = {}
    for span in found.parts.get("indicators", ()):
        if isinstance(span.item, IndicatorCard):
            cards[span.id] = span.item
            points.setdefault(span.id, []).append((span.first, span.item.value))
    ordered = sorted(cards, key=lambda id_: cards[id_].order)
    return tuple(Series(id=id_, label=cards[id_].label, points=_turns(points[id_])) for id_ in ordered)


def _turns(points: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept: list[tuple[int, int]] = []
    for step, value in points:
        if not kept or kept[-1][1] != value:
            kept.append((step, value))
    return tuple(kept)


def knowing(found: LookBack) -> tuple[KnowLine, ...]:
    """Who knew which card since when."""
    own = _own_seat(found.audience)
    lines: dict[str, KnowLine] = {}
    for span in found.parts.get("cards", ()):
        card = span.item
        if isinstance(card, CardCard):
            line = lines.setdefault(span.id, KnowLine(id=span.id, title=card.title, holder=card.seat, since={}))
            for seat in _knowing(card, own):
                line.since.setdefault(seat, span.first)
    return tuple(lines.values())


def _knowing(card: CardCard, own: str) -> tuple[str, ...]:
    """Who knows it, as far as one can tell: of a card of somebody else one knows only that one knows it oneself."""
    holder = (card.seat,) if own in ("", card.seat) else (own,)
    return (*holder, *card.known_by)


def _own_seat(audience: str) -> str:
    kind, _, rest = audience.partition(":")
    return rest.partition(":")[0] if kind in ("seat", "mirror") else ""


def _label(found: LookBack, seat: str) -> str:
    return found.seats[seat].label if seat in found.seats else seat


def _firsts(found: LookBack, part: str, kind: type[T]) -> Iterator[tuple[Span, T]]:
    """Each item of a part the first time it was there."""
    seen: set[str] = set()
    for span in found.parts.get(part, ()):
        if span.id not in seen and isinstance(span.item, kind):
            seen.add(span.id)
            yield span, span.item
