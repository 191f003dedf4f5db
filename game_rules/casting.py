"""Who plays at which table, and on which seat: a proposal, by lot or by casting. What is decided with it is not here.

Casting: essential seats first, no table above its minimum before every table has it, nobody on the own office
(or just on it, where the casus is about the offices themselves), professions mixed over the tables. More people than
seats share a seat as a duo; who is left watches. The same seed gives the same proposal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .chance import draw
from .vocabulary.base import Fact


class Place(Fact):
    """A seat that can be played. `held` by a person, `shadow`: somebody looks on; `player` as in a seat."""

    seat: str
    role: str
    essential: bool = False
    held: bool = False
    shadow: bool = False
    player: str = "nobody"


class Table(Fact):
    """A table that people can go to. `own_office`: here one plays the own office; `begun`: it cannot be closed."""

    game: str
    places: tuple[Place, ...]
    minimum: int
    own_office: bool = False
    begun: bool = False


class Candidate(Fact):
    """Somebody to divide. `profession`: a role id, or anything else; `table`: stays at this table (empty: goes anywhere)."""

    participant: str
    profession: str = ""
    table: str = ""


class Placing(Fact):
    """Where somebody goes: no game when there is no table, no seat when there is none to take or to share."""

    participant: str
    game: str = ""
    seat: str = ""
    shadow: bool = False
    own_office: bool = False


class Division(Fact):
    """A proposal. `short`: per table how many seats are still to be filled; `close`: the tables to close instead."""

    placings: tuple[Placing, ...]
    short: dict[str, int] = {}
    close: tuple[str, ...] = ()
    duos: int = 0
    watching: int = 0


class _Slot(Fact):
    """Room for one person. `tier`: in which turn it is filled; `count`: how many sit at the table by then."""

    tier: int
    count: int
    table: int
    seat: str = ""
    role: str = ""
    own_office: bool = False


ESSENTIAL, MINIMUM, FREE, COMPUTER, DUO, WATCH = range(6)


def cast(people: Sequence[Candidate], tables: Sequence[Table], seed: str) -> Division:
    """Everybody a table and a seat, as far as there are seats."""
    slots = _slots(people, tables)
    taken = _dealt(people, slots, tables, seed, by_profession=True)
    _improve(taken, slots, tables, seed)
    return _division(people, tables, slots, {who.participant: slot for slot, who in taken.items()}, seats=True)


def by_lot(people: Sequence[Candidate], tables: Sequence[Table], seed: str) -> Division:
    """Everybody a table; the seats are for the table itself to choose."""
    slots = _slots(people, tables)
    taken = _dealt(people, slots, tables, seed, by_profession=False)
    return _division(people, tables, slots, {who.participant: slot for slot, who in taken.items()}, seats=False)


# --- how many at which table -----------------------------------------------------------------------------------------


def _slots(people: Sequence[Candidate], tables: Sequence[Table]) -> list[_Slot]:
    """As many slots as there are people, the most needed ones; who stays at a table gets one there. None without tables."""
    if not tables:
        return []
    queues = [_queue(number, table, len(people)) for number, table in enumerate(tables)]
    order = {table.game: number for number, table in enumerate(tables)}
    stay = Counter(order[one.table] for one in people if one.table in order)
    sure = [slot for number, queue in enumerate(queues) for slot in queue[: stay[number]]]
    rest = [slot for number, queue in enumerate(queues) for slot in queue[stay[number] :]]
    rest.sort(key=lambda slot: (slot.tier, slot.count, slot.table))
    return sure + rest[: len(people) - len(sure)]


def _queue(number: int, table: Table, most: int) -> list[_Slot]:
    """The slots of a table in the order in which they are filled."""
    count = sum(place.held for place in table.places)
    queue = []
    for tier, place in _in_order(table):
        tier = MINIMUM if tier == FREE and count < table.minimum else tier
        own = table.own_office
        queue.append(_Slot(tier=tier, count=count, table=number, seat=place.seat, role=place.role, own_office=own))
        count += 1
    return queue + [_Slot(tier=WATCH, count=count + more, table=number, own_office=False) for more in range(most)]


def _in_order(table: Table) -> Iterator[tuple[int, Place]]:
    free = [place for place in table.places if not place.held and place.player != "facilitator"]
    yield from ((ESSENTIAL, place) for place in free if place.player == "nobody" and place.essential)
    yield from ((FREE, place) for place in free if place.player == "nobody" and not place.essential)
    yield from ((COMPUTER, place) for place in free if place.player == "computer")
    yield from ((DUO, place) for place in table.places if not place.shadow and (place.held or place in free))


# --- who at which table, on which seat -------------------------------------------------------------------------------


def _dealt(
    people: Sequence[Candidate], slots: Sequence[_Slot], tables: Sequence[Table], seed: str, by_profession: bool
) -> dict[_Slot, Candidate]:
    """Somebody on every slot: people of one profession after each other, over the tables in turn."""
    chance = {one.participant: draw(seed, f"person:{one.participant}") for one in people}
    order = {table.game: number for number, table in enumerate(tables)}
    groups = {one.profession: draw(seed, f"profession:{one.profession}") if by_profession else 0.0 for one in people}
    line = sorted(people, key=lambda one: (groups[one.profession], chance[one.participant]))
    left = list(slots)
    taken: dict[_Slot, Candidate] = {}
    for one in line:
        if one.table in order:
            _take(taken, left, one, next((slot for slot in left if slot.table == order[one.table]), None))
    for one, slot in zip([one for one in line if one.table not in order], _in_turn(left), strict=bool(slots)):
        taken[slot] = one
    return _shuffled(taken, chance)


def _take(taken: dict[_Slot, Candidate], left: list[_Slot], one: Candidate, slot: _Slot | None) -> None:
    assert slot is not None, "who stays at a table was counted there"
    taken[slot] = one
    left.remove(slot)


def _in_turn(slots: Sequence[_Slot]) -> list[_Slot]:
    """The slots in an order in which every table gets its share of any stretch."""
    of = Counter(slot.table for slot in slots)
    seen: Counter[int] = Counter()
    placed = []
    for slot in sorted(slots, key=lambda slot: (slot.tier, slot.count, slot.table)):
        placed.append(((seen[slot.table] + 0.5) / of[slot.table], slot.table, slot))
        seen[slot.table] += 1
    return [slot for _, _, slot in sorted(placed, key=lambda one: one[:2])]


def _shuffled(taken: dict[_Slot, Candidate], chance: dict[str, float]) -> dict[_Slot, Candidate]:
    """The same people at each table, on seats by chance."""
    shuffled: dict[_Slot, Candidate] = {}
    for table in dict.fromkeys(slot.table for slot in taken):
        slots = [slot for slot in taken if slot.table == table]
        here = sorted((taken[slot] for slot in slots), key=lambda one: chance[one.participant])
        shuffled.update(zip(sorted(slots, key=lambda slot: slot.count), here, strict=True))
    return shuffled


# --- not on the own office -------------------------------------------------------------------------------------------


def _improve(taken: dict[_Slot, Candidate], slots: Sequence[_Slot], tables: Sequence[Table], seed: str) -> None:
    """Let two change places as long as that puts fewer people where they should not sit.

    Swapping in pairs is enough: while one person sits on the own office and anybody else could take the seat and
    give another, there is a pair; and the same for people who should sit on the own office and do not.
    """
    games = [table.game for table in tables]
    better = True
    while better:
        better = False
        for slot in slots:
            if _wrong(slot, taken[slot]) and (other := _partner(slot, taken, slots, games, seed)):
                taken[slot], taken[other] = taken[other], taken[slot]
                better = True


def _wrong(slot: _Slot, who: Candidate) -> bool:
    return (slot.role == who.profession) != slot.own_office and bool(slot.role and who.profession)


def _partner(
    slot: _Slot, taken: dict[_Slot, Candidate], slots: Sequence[_Slot], games: Sequence[str], seed: str
) -> _Slot | None:
    """The slot to change places with: at the own table, or else where it unmixes the professions least."""
    who = taken[slot]
    found: list[tuple[int, float, _Slot]] = []
    mixed = Counter((one.table, taken[one].profession) for one in slots)
    for other in slots:
        second = taken[other]
        may_go = slot.table == other.table or not ({who.table, second.table} & set(games))
        gain = _wrong(slot, who) + _wrong(other, second) - _wrong(slot, second) - _wrong(other, who)
        if may_go and gain > 0:
            loss = _unmixed(mixed, slot.table, other.table, who.profession, second.profession)
            found.append((loss, draw(seed, f"swap:{second.participant}"), other))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _unmixed(mixed: Counter[tuple[int, str]], here: int, there: int, one: str, other: str) -> int:
    """How much worse the professions are spread when `one` goes from here to there and `other` comes back."""
    if here == there or one == other:
        return 0
    came = mixed[there, one] - mixed[here, one] + 1
    went = mixed[here, other] - mixed[there, other] + 1
    return came + went + 1


# --- what to say about it --------------------------------------------------------------------------------------------


def _division(
    people: Sequence[Candidate], tables: Sequence[Table], slots: Sequence[_Slot], slot_of: dict[str, _Slot], seats: bool
) -> Division:
    placings = tuple(_placing(one, slot_of.get(one.participant), tables, seats) for one in people)
    short = _short(tables, slots)
    return Division(
        placings=placings,
        short=short,
        close=_to_close(tables, len(people)) if short else (),
        duos=sum(slot.tier == DUO for slot in slots),
        watching=sum(slot.tier == WATCH for slot in slots) + (len(people) if not tables else 0),
    )


def _placing(one: Candidate, slot: _Slot | None, tables: Sequence[Table], seats: bool) -> Placing:
    if slot is None:
        return Placing(participant=one.participant)
    game = tables[slot.table].game
    if not seats:
        return Placing(participant=one.participant, game=game)
    own = bool(slot.role) and slot.role == one.profession
    return Placing(participant=one.participant, game=game, seat=slot.seat, shadow=slot.tier == DUO, own_office=own)


def _short(tables: Sequence[Table], slots: Sequence[_Slot]) -> dict[str, int]:
    """Per table how many seats must still be filled: to the minimum, and every essential seat."""
    short = {}
    for number, table in enumerate(tables):
        filled = {slot.seat for slot in slots if slot.table == number and slot.seat}
        played = [place for place in table.places if place.held or place.player != "nobody" or place.seat in filled]
        empty = sum(place.essential and place not in played for place in table.places)
        missing = max(table.minimum - len(played), empty)
        if missing > 0:
            short[table.game] = missing
    return short


def _to_close(tables: Sequence[Table], people: int) -> tuple[str, ...]:
    """The last tables that have not begun, as many as must close so that the others reach their minimum."""
    there = people + sum(place.held for table in tables for place in table.places)
    stay = list(tables)
    for table in reversed(tables):
        if not table.begun and len(stay) > 1 and _needed(stay) > there:
            stay.remove(table)
    return tuple(one.game for one in tables if one not in stay) if _needed(stay) <= there else ()


def _needed(tables: Sequence[Table]) -> int:
    return sum(table.minimum for table in tables)
