"""Looking back: a game as a row of moments, made from the Views that one audience had while it was played.

Nothing is looked up in the state. What a View did not hold at a moment is not in the replay at that moment, and a
version that changed nothing for this audience is no moment. So looking back never shows more than looking did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ..vocabulary.audience import Audience
from ..vocabulary.base import Fact
from ..vocabulary.state import GameState
from ..vocabulary.views import GameCard, MarkLine, RoundMark, SeatCard, View

PARTS = (
    "todo", "feed", "cards", "decisions", "notes", "messages", "questions", "speeches", "promises", "proposals", "advice", "moves", "acts",
    "consequences", "indicators", "traced", "werkwijzen",
)  # fmt: skip
"""Collections of a View that are looked back at."""

FOR_FACILITATOR = ("injects", "marks")
"""Collections of the facilitator's part of a View."""

END = -1
"""`last` of an item that is still there at the end."""


class Frame(Fact):
    """A View as it was at a version."""

    version: int
    at: int
    view: View


class Moment(Fact):
    """One step of the replay: the clock of the game as it stood."""

    version: int
    at: int
    key: str
    label: str
    number: int
    title: str = ""
    phase: str = ""
    paused: bool = False


class Span(Fact):
    """An item as it was from step `first` to step `last` (END: to the end)."""

    id: str
    first: int
    item: Fact
    last: int = END


class LookBack(Fact):
    """A game looked back at by one audience. Steps count from 0 in `moments`."""

    audience: str
    game: GameCard
    seats: dict[str, SeatCard]
    rounds: dict[str, RoundMark]
    moments: tuple[Moment, ...]
    parts: dict[str, tuple[Span, ...]]

    def at(self, step: int) -> dict[str, dict[str, Fact]]:
        """What there was at a step: per part the items by id."""
        return {
            part: {
                span.id: span.item
                for span in spans
                if span.first <= step and (span.last in (END,) or step <= span.last)
            }
            for part, spans in self.parts.items()
        }

    @property
    def audience_word(self) -> str:
        """The audience as it is asked for, without who looks: `seat`, `facilitator`, `mirror:griffier`."""
        kind, _, rest = self.audience.partition(":")
        return f"mirror:{rest.partition(':')[0]}" if kind == "mirror" else kind

    def step_of(self, version: int) -> int:
        """The last step at or before a version; the first step when there is none."""
        steps = [step for step, moment in enumerate(self.moments) if moment.version <= version]
        return steps[-1] if steps else 0


class _Gather:
    """Collects spans while the frames come by."""

    def __init__(self) -> None:
        self.moments: list[Moment] = []
        self.spans: dict[str, list[Span]] = {}
        self._open: dict[str, dict[str, int]] = {}
        self._former: dict[str, Mapping[str, Fact]] = {}

    def add(self, frame: Frame) -> None:
        """Take in one frame; it is a step when something changed."""
        moment = _moment(frame)
        parts = parts_of(frame.view)
        changed = [part for part, items in parts.items() if self._differs(part, items)]
        if not changed and self.moments and _same(self.moments[-1], moment):
            return
        self.moments.append(moment)
        for part in changed:
            self._take(part, parts[part], len(self.moments) - 1)

    def _differs(self, part: str, items: Mapping[str, Fact]) -> bool:
        former = self._former.get(part)
        return former is not items and (former or {}) != items

    def _take(self, part: str, items: Mapping[str, Fact], step: int) -> None:
        former = self._former.get(part, {})
        opened, spans = self._open.setdefault(part, {}), self.spans.setdefault(part, [])
        for id_ in [id_ for id_ in opened if id_ not in items or items[id_] != former[id_]]:
            place = opened.pop(id_)
            spans[place] = replace(spans[place], last=step - 1)
        for id_, item in items.items():
            if id_ not in opened:
                opened[id_] = len(spans)
                spans.append(Span(id=id_, first=step, item=item))
        self._former[part] = items


def look_back(audience: Audience, frames: Iterable[Frame]) -> LookBack:
    """The replay of these frames, in the order of their versions, all made for `audience`. Raises ValueError for none."""
    gather, last = _Gather(), None
    for frame in frames:
        gather.add(frame)
        last = frame.view
    if last is None:
        raise ValueError("a replay needs at least one frame")
    return LookBack(
        audience=audience.key,
        game=last.game,
        seats=last.seats,
        rounds=last.clock.rounds,
        moments=tuple(gather.moments),
        parts={part: tuple(spans) for part, spans in gather.spans.items()},
    )


def parts_of(view: View) -> dict[str, Mapping[str, Fact]]:
    """The parts of a View that are looked back at, by name."""
    parts: dict[str, Mapping[str, Fact]] = {part: getattr(view, part) for part in PARTS}
    if view.facilitator is not None:
        parts |= {part: getattr(view.facilitator, part) for part in FOR_FACILITATOR}
    return parts


def _moment(frame: Frame) -> Moment:
    clock = frame.view.clock
    return Moment(
        version=frame.version, at=frame.at, key=clock.key, label=clock.label, number=clock.number, title=clock.title,
        phase=clock.phase, paused=bool(clock.pause_reason),
    )  # fmt: skip


def _same(one: Moment, other: Moment) -> bool:
    return (one.key, one.label, one.paused) == (other.key, other.label, other.paused)


# --- who may look back as whom -------------------------------------------------------------------------------------


def may_look_back_as(own: Audience, state: GameState) -> tuple[Audience, ...]:
    """As whom somebody may look back, the natural one first.

    While the game runs only as oneself; a facilitator also as the projector and as a mirror of each seat. After the
    reveal everybody as anybody: the facilitator's eyes, the projector, and a mirror of each seat, without what stays
    private.
    """
    if own.kind != "facilitator" and not state.revealed:
        return (own,)
    everything = own if own.kind == "facilitator" else Audience(kind="facilitator")
    mirrors = (Audience(kind="mirror", seat=seat) for seat in state.seats if seat != own.seat)
    return tuple(dict.fromkeys((own, everything, Audience(kind="screen"), *mirrors)))


def for_others(found: LookBack) -> LookBack:
    """The facilitator's replay as others may see it after the reveal: bookmarks without the words beside them."""
    marks = tuple(_wordless(span) for span in found.parts.get("marks", ()))
    return replace(found, parts={**found.parts, "marks": marks})


def _wordless(span: Span) -> Span:
    return replace(span, item=replace(span.item, text="")) if isinstance(span.item, MarkLine) else span
