"""Role load, live for the facilitator: what the table waits for, who did nothing for a while, who has nothing to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..rules import gates, purse
from ..rules.feed import label
from ..vocabulary.base import Fact
from ..vocabulary.state import GameState
from ..vocabulary.views import Allowed, AwaitedLine
from ..vocabulary.werkwijze import Werkwijze
from .allowed import acting, deciding, sharing, werkwijzen
from .allowed.offers import Offers
from .own import Line, of_the_seat

BY_PEOPLE = ("person", "facilitator")
OF_THE_CASUS = (
    "decision", "vote", "record", "interest", "proposal", "agenda", "advice", "speakers", "card", "tick", "speech", "question",
    "promise", "act", "milestone",
)  # fmt: skip
"""The groups of what the casus gives a seat to do; talk, briefjes and free moves are always there."""

READY = "Lees en zeg dat je klaar bent"


class Load(Fact):
    """How busy the seats are: per seat how much it could do now, and everything that the table waits for."""

    offers: dict[str, int]
    awaited: dict[str, AwaitedLine]


def load(state: GameState) -> Load:
    """What each seat that people play could do, and what the table waits for, the longest waiting first."""
    allowed = {id_: _offers(state, id_, seat.player) for id_, seat in state.seats.items() if seat.player in BY_PEOPLE}
    found = [*_moves(state), *(line for id_, offers in allowed.items() for line in _waiting(state, id_, offers))]
    lines = sorted(found, key=lambda pair: pair[1].since)
    return Load(
        offers={id_: sum(offer.group in OF_THE_CASUS for offer in offers.values()) for id_, offers in allowed.items()},
        awaited={
            key: AwaitedLine(order=order, seat=line.seat, text=line.text, since=line.since)
            for order, (key, line) in enumerate(lines)
        },
    )


def _offers(state: GameState, seat: str, player: str) -> dict[str, Allowed]:
    offers = Offers(state, "player" if player == "person" else "seat", seat)
    for area in (deciding, sharing, acting, werkwijzen):
        area.offer(offers)
    return offers.found


def idle_since(state: GameState, seat: str) -> int:
    """Since which wall time (ms) this seat did nothing in this round; 0 when that says nothing now.

    Game time, so a pause does not count. Talk is no act: who talks may do nothing here.
    """
    clock, now = state.clock, state.seats[seat]
    if now.player not in BY_PEOPLE or not clock.running or clock.step not in ("talk", "act"):
        return 0
    return clock.since + max(now.acted, clock.round_started) - clock.elapsed


def _waiting(state: GameState, seat: str, allowed: dict[str, Allowed]) -> Iterator[tuple[str, AwaitedLine]]:
    for key, text, _, urgent in _asked(state, seat, allowed):
        offer = allowed.get(key)
        command = offer.command if offer else key
        held = offer is not None and command == "reach_milestone" and _held_up(state, offer.fixed)
        if urgent or held or (command == "tick" and state.clock.step == "consequences"):
            since = _since(state, offer.about if offer else "")
            yield f"{seat}:{key}", AwaitedLine(order=0, seat=seat, text=text, since=since)


def _held_up(state: GameState, about: Mapping[str, object]) -> bool:
    """Whether a decision waits until this milestone, or one that comes after it, is reached, now that the table decides."""
    return state.clock.step == "act" and any(
        werkwijze.id == about["werkwijze"] and _leads_to(werkwijze, about["milestone"], wanted)
        for werkwijze in purse.running(state)
        for gate in werkwijze.gates
        for wanted in gates.waits_for(state, werkwijze, gate)
    )


def _leads_to(werkwijze: Werkwijze, milestone: object, wanted: str) -> bool:
    """Whether this milestone is the wanted one, or must come before it."""
    before = werkwijze.milestones[wanted].after
    return milestone == wanted or any(_leads_to(werkwijze, milestone, one) for one in before)


def _asked(state: GameState, seat: str, allowed: dict[str, Allowed]) -> Iterator[Line]:
    """What is asked of the seat, and in a round also that it says when it has read."""
    yield from of_the_seat(state, seat, allowed)
    if state.clock.stage == "round" and "mark_ready" in allowed:
        yield "mark_ready", READY, "me", True


def _moves(state: GameState) -> Iterator[tuple[str, AwaitedLine]]:
    """What waits for the facilitator."""
    if state.clock.stage not in ("round", "meal", "epilogue"):
        return
    for id_, move in state.moves.items():
        if not move.outcome:
            words = f"Beslis over de vrije zet van {label(state, move.by)}"
            yield f"move:{id_}", AwaitedLine(order=0, seat="", text=words, since=_told(state, move.version))


def _since(state: GameState, about: str) -> int:
    """When this was asked: when it was told, else when the step began."""
    for part in (state.questions, state.advice, state.speeches):
        one = part.get(about)
        if one is not None:
            return _told(state, one.version)
    decision = state.decisions.get(about)
    if decision is not None and decision.status in ("put", "voting"):
        votes = [item.at for item in state.feed.values() if item.kind == "vote"]
        return max(votes[-1] if votes else 0, _step_began(state))
    return _step_began(state)


def _told(state: GameState, version: int) -> int:
    item = state.feed.get(f"e{version}")
    return item.at if item else _step_began(state)


def _step_began(state: GameState) -> int:
    """Wall time at which the present step began, as if it had run without a pause."""
    clock = state.clock
    return clock.since + clock.started - clock.elapsed
