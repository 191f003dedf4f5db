"""Dividing people over tables and seats: by lot and by casting."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules.casting import Candidate, Division, Place, Table, by_lot, cast
from tests.small import small_content

SMALL = ("burgemeester", "griffier", "gemeentesecretaris", "wethouder", "raadslid", "raadslid")
KNOWN = (*dict.fromkeys(SMALL), "ambtenaar", "anders", "")


def table(game: str, *, minimum: int = 4, own_office: bool = False, begun: bool = False, **held: str) -> Table:
    """A table with six seats, of which the first two are essential. held: who plays a seat already, by seat."""
    places = tuple(
        Place(
            seat=f"{role}{number}",
            role=role,
            essential=number < 2,
            held=held.get(f"{role}{number}") == "person",
            player=held.get(f"{role}{number}", "nobody"),
        )
        for number, role in enumerate(SMALL)
    )
    return Table(game=game, places=places, minimum=minimum, own_office=own_office, begun=begun)


def crowd(number: int, *professions: str) -> list[Candidate]:
    return [
        Candidate(participant=f"p-{i}", profession=professions[i] if i < len(professions) else "")
        for i in range(number)
    ]


def per_table(division: Division) -> Counter[str]:
    return Counter(one.game for one in division.placings)


def test_nobody_sits_on_the_own_office_and_essential_seats_are_filled_first() -> None:
    division = cast(crowd(4, "burgemeester", "griffier", "raadslid", "wethouder"), [table("g-1"), table("g-2")], "x")
    assert not any(one.own_office for one in division.placings)
    assert {(one.game, one.seat) for one in division.placings} == {
        (game, seat) for game in ("g-1", "g-2") for seat in ("burgemeester0", "griffier1")
    }


def test_where_the_casus_is_about_the_offices_everybody_plays_the_own_one() -> None:
    people = crowd(6, "griffier", "wethouder", "burgemeester", "gemeentesecretaris", "anders", "raadslid")
    division = cast(people, [table("g-1", own_office=True)], "x")
    seats = {one.participant: one.seat for one in division.placings}
    assert (seats["p-0"], seats["p-1"], seats["p-2"]) == ("griffier1", "wethouder3", "burgemeester0")
    assert sum(one.own_office for one in division.placings) == 5


def test_no_table_gets_more_than_its_minimum_before_every_table_has_it() -> None:
    tables = [table("g-1", minimum=3), table("g-2", minimum=5)]
    assert per_table(cast(crowd(8), tables, "x")) == {"g-1": 3, "g-2": 5}
    assert per_table(cast(crowd(10), tables, "x")) == {"g-1": 5, "g-2": 5}


def test_professions_are_mixed_over_the_tables() -> None:
    people = crowd(12, *["ambtenaar"] * 6, *["anders"] * 6)
    division = cast(people, [table("g-1"), table("g-2"), table("g-3")], "x")
    spread = Counter((one.game, people[int(one.participant[2:])].profession) for one in division.placings)
    assert set(spread.values()) == {2}


def test_more_people_than_seats_share_a_seat_and_who_is_left_watches() -> None:
    division = cast(crowd(14), [table("g-1")], "x")
    assert (division.duos, division.watching) == (6, 2)
    assert sum(one.shadow for one in division.placings) == 6
    assert sum(not one.seat for one in division.placings) == 2


def test_too_few_people_say_which_table_to_close_and_what_else_to_fill() -> None:
    division = cast(crowd(6), [table("g-1"), table("g-2")], "x")
    assert division.short == {"g-1": 1, "g-2": 1}
    assert division.close == ("g-2",)
    assert cast(crowd(6), [table("g-1"), table("g-2", begun=True)], "x").close == ("g-1",)
    assert cast(crowd(2), [table("g-1"), table("g-2")], "x").close == ()
    assert cast(crowd(8), [table("g-1"), table("g-2")], "x").short == {}


def test_a_late_guest_takes_the_place_that_is_needed_most_and_leaves_the_host_theirs() -> None:
    full = dict.fromkeys(("burgemeester0", "griffier1", "gemeentesecretaris2", "wethouder3", "raadslid4"), "person")
    one, two = table("g-1", begun=True, **full), table("g-2", begun=True, **{**full, "griffier1": "computer"})
    assert [(p.game, p.seat) for p in cast(crowd(1), [one, two], "x").placings] == [("g-2", "raadslid5")]
    both = cast(crowd(3), [one, two], "x")
    assert {(p.game, p.seat) for p in both.placings} >= {("g-1", "raadslid5"), ("g-2", "raadslid5")}
    led = table("g-1", burgemeester0="facilitator")
    assert "burgemeester0" not in {p.seat for p in cast(crowd(5), [led], "x").placings}


def test_who_chose_a_table_stays_there() -> None:
    people = [Candidate(participant=f"p-{i}", table="g-2" if i < 5 else "") for i in range(8)]
    for divide in (cast, by_lot):
        division = divide(people, [table("g-1"), table("g-2")], "x")
        assert [one.game for one in division.placings[:5]] == ["g-2"] * 5
        assert per_table(division)["g-1"] == 3


def test_without_a_table_everybody_waits() -> None:
    division = cast(crowd(3), [], "x")
    assert [(one.game, one.seat) for one in division.placings] == [("", "")] * 3
    assert division.watching == 3
    assert cast([], [table("g-1")], "x").short == {"g-1": 4}


def test_drawing_lots_divides_evenly_without_seats_and_another_seed_divides_differently() -> None:
    tables = [table("g-1"), table("g-2"), table("g-3")]
    division = by_lot(crowd(13), tables, "een")
    assert sorted(per_table(division).values()) == [4, 4, 5]
    assert not any(one.seat for one in division.placings)
    assert any(by_lot(crowd(13), tables, other).placings != division.placings for other in ("twee", "drie"))


people_ = st.lists(st.sampled_from(KNOWN), max_size=40)
tables_ = st.lists(st.tuples(st.integers(1, 7), st.booleans()), max_size=5)


def _tables(shape: list[tuple[int, bool]]) -> list[Table]:
    return [table(f"g-{n}", minimum=minimum, own_office=own) for n, (minimum, own) in enumerate(shape)]


@settings(max_examples=150, deadline=None)
@given(people_, tables_, st.text(max_size=3))
def test_nobody_is_lost_or_twice_and_a_seed_says_it_all(
    professions: list[str], shape: list[tuple[int, bool]], seed: str
) -> None:
    people, tables = crowd(len(professions), *professions), _tables(shape)
    for divide in (cast, by_lot):
        division = divide(people, tables, seed)
        assert [one.participant for one in division.placings] == [one.participant for one in people]
        taken = [(one.game, one.seat, one.shadow) for one in division.placings if one.seat]
        assert len(taken) == len(set(taken))
        assert all((game, seat, False) in taken for game, seat, shadow in taken if shadow)
        assert divide(people, tables, seed) == division


@settings(max_examples=150, deadline=None)
@given(people_, st.lists(st.integers(1, 7), min_size=1, max_size=4), st.text(max_size=3))
def test_the_own_office_is_avoided_whenever_that_can_be(professions: list[str], minima: list[int], seed: str) -> None:
    people = crowd(len(professions), *professions)
    division = cast(people, _tables([(minimum, False) for minimum in minima]), seed)
    roles = Counter(one.seat.rstrip("0123456789") for one in division.placings)
    for role in SMALL:
        there = sum(one.profession == role for one in people)
        unavoidable = max(0, there + roles[role] - len(people))
        own = sum(
            one.own_office for one, person in zip(division.placings, people, strict=True) if person.profession == role
        )
        assert own == unavoidable


@pytest.mark.parametrize("number", [20, 60, 300])
def test_a_whole_hall_is_cast_too(number: int) -> None:
    people = crowd(number, *[KNOWN[i % len(KNOWN)] for i in range(number)])
    tables = [table(f"g-{i}") for i in range(number // 6)]
    division = cast(people, tables, "zaal")
    assert not any(one.own_office for one in division.placings)
    assert division.watching == 0


def test_the_small_casus_can_be_cast() -> None:
    casus = small_content().casus
    places = tuple(
        Place(seat=id_, role=seat.role, essential=seat.essential)
        for id_, seat in casus.seats.items()
        if seat.playable and not seat.follow_up
    )
    there = Table(game="g-1", places=places, minimum=casus.players.minimum, own_office=True)
    division = cast(crowd(5, "raadslid", "griffier", "burgemeester"), [there], "x")
    assert {one.seat for one in division.placings} == {place.seat for place in places}
    assert sum(one.own_office for one in division.placings) == 3
