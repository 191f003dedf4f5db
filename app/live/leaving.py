"""Who may not watch any more, or must watch again with other eyes. Finds out; `fanout` tells and lets go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from game_rules.vocabulary.meeting import MeetingState
from game_rules.vocabulary.state import GameState

from .. import access
from ..ports import Identity
from ..service.errors import ServiceError
from .room import Room, Subscription, named


@dataclass(frozen=True, slots=True)
class Leaving:
    """A subscription that ends, and what its socket is told. `out`: its token opens nothing any more."""

    subscription: Subscription
    event: str
    payload: dict[str, Any]
    out: bool = False


def stamp_of(identity: Identity, state: MeetingState) -> object:
    """What in a meeting decides whether this person may watch: while it is the same, nothing needs to be checked."""
    if identity.kind != "participant":
        return state.links.get(identity.kind, 0)
    guest = state.guests.get(identity.participant)
    return guest and (guest.removed, guest.device, guest.game)


def by_game(room: Room, state: GameState) -> Iterator[Leaving]:
    """Who took another seat, or got up, looks with other eyes from now on."""
    for one in room.subscriptions.values():
        try:
            if access.audience_of(one.identity, state, one.wanted).key != one.key:
                yield Leaving(one, "again", {**named(room.stream), "audience": one.key})
        except ServiceError as problem:
            yield _gone(room, one, problem)


def by_meeting(room: Room, state: MeetingState, check: Callable[[Subscription], None]) -> Iterator[Leaving]:
    """Who was taken out, moved to another device or table, or came in by a link that was withdrawn.

    `check` raises ServiceError when somebody may not watch any more; it is asked only when something changed for them.
    """
    for one in room.subscriptions.values():
        if one.identity.meeting == state.meeting and one.stamp != stamp_of(one.identity, state):
            try:
                check(one)
            except ServiceError as problem:
                yield _gone(room, one, problem)


def _gone(room: Room, one: Subscription, problem: ServiceError) -> Leaving:
    payload = {
        **named(room.stream),
        "audience": one.key,
        "code": problem.code,
        "message": problem.message,
        "details": problem.details,
    }
    return Leaving(one, "gone", payload, out=problem.status == 401)
