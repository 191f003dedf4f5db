"""Writing the running account: one item per fact that people read."""

from __future__ import annotations

from msgspec.structs import replace

from ..vocabulary import events as e
from ..vocabulary.feed import FeedItem, FeedKind
from ..vocabulary.reasons import refuse
from ..vocabulary.state import GameState


def tell(
    state: GameState,
    record: e.Record,
    kind: FeedKind,
    title: str,
    text: str = "",
    *,
    id_: str = "",
    look: str = "",
    source: str = "",
    seat: str = "",
    to: tuple[str, ...] = (),
    edited: bool = False,
    improvised: bool = False,
) -> GameState:
    """The state with one item more. `to`: the seats that may see it (none: everybody)."""
    item = FeedItem(
        id=id_ or f"e{record.version}",
        order=record.version,
        at=record.at,
        round=state.clock.round,
        kind=kind,
        title=title,
        text=text,
        look=look,
        source=source,
        seat=seat,
        by=_signature(state, record),
        to=tuple(dict.fromkeys(to)),
        edited=edited,
        improvised=improvised,
        paper=_entered(state, record),
    )
    return replace(state, feed={**state.feed, item.id: item})


_SIGNED = (
    e.IndicatorOverridden,
    e.UnexpectedHappened,
    e.MoveAdjudicated,
    e.StepUndone,
    e.StepExtended,
    e.AttendanceSet,
)
"""What a facilitator or helper does by hand, apart from events."""


_ENTERED = (e.DecisionTaken, e.VoteClosed, e.ActPerformed, e.PromiseMade, e.CardShared)
"""What a facilitator or helper enters that happened on paper."""


def _entered(state: GameState, record: e.Record) -> bool:
    leads = record.actor.kind in ("facilitator", "helper") and not record.actor.seat
    return state.on_paper and leads and isinstance(record.event, _ENTERED)


def _signature(state: GameState, record: e.Record) -> str:
    """Who did it by hand; empty for what follows from the rules or from moving on."""
    event, actor = record.event, record.actor
    by_hand = event.how in ("hand", "improvised") if isinstance(event, e.InjectFired) else isinstance(event, _SIGNED)
    by_hand = by_hand or _entered(state, record)
    leads = actor.kind in ("facilitator", "helper") and not actor.seat
    return actor.participant if leads and by_hand else ""


def take_back(state: GameState, ids: tuple[str, ...], words: str) -> GameState:
    """These items stay, marked as taken back."""
    marked = {id_: replace(state.feed[id_], retracted=words) for id_ in ids if id_ in state.feed}
    return replace(state, feed={**state.feed, **marked})


def check_filled(*texts: str) -> None:
    """Refuse texts of which one is empty or only spaces."""
    if not all(text.strip() for text in texts):
        raise refuse("empty_text")


def label(state: GameState, seat: str) -> str:
    """How a seat is called on screen."""
    found = state.casus.seats.get(seat)
    return found.label if found else ""


def labels(state: GameState, seats: tuple[str, ...]) -> str:
    """Several seats in one phrase: `de griffier, Groen en Sociaal en Dorpsbelang`."""
    names = [label(state, seat) for seat in seats]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}" if names else "iedereen"
