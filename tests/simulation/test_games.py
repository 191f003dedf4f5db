"""Many games in other processes, added up: the same bytes on any number of them, each werkwijze a set of its own."""

from __future__ import annotations

import time

import msgspec
import pytest

from app.simulation.games import Playing, Result, as_json, schema
from app.simulation.order import FREE, NONE, Order, OrderError, order_of
from app.simulation.pool import Pool
from app.simulation.shown import Cell, Shown
from game_rules.weaving import STAY
from tests.small import small_content

CONTENT = small_content()


def order(*werkwijzen: str, runs: int = 6, policies: tuple[str, ...] = (), seed: str = "", edition: str = "") -> Order:
    return order_of(CONTENT, edition=edition, werkwijzen=werkwijzen, policies=policies, runs=runs, seed=seed, most=1000)


def played(wanted: Order, jobs: int = 1) -> Result:
    playing = Playing(wanted, CONTENT)
    assert list(playing.run(Pool(time.sleep, places=jobs))) == list(range(1, wanted.games + 1))
    return playing.result()


def test_the_same_order_gives_the_same_bytes_on_one_two_and_three_processes() -> None:
    wanted = order("dorpsgesprek", NONE, FREE, runs=5)
    first = as_json(played(wanted))
    assert as_json(played(wanted, jobs=2)) == first
    assert as_json(played(wanted, jobs=3)) == first
    assert as_json(played(order("dorpsgesprek", NONE, FREE, runs=5, seed="anders"), jobs=3)) != first


def test_a_werkwijze_beside_others_has_the_figures_that_it_has_alone() -> None:
    together = played(order("dorpsgesprek", "weekmarkt", NONE))
    for one in together.sets:
        assert played(order(one.werkwijze)).sets == (one,)


def test_each_set_is_what_it_is_called() -> None:
    chosen, none, free = played(order("dorpsgesprek", NONE, FREE, runs=12)).sets
    assert chosen.summary and none.summary and free.summary
    assert {id_: one.held for id_, one in chosen.summary.werkwijzen.items()} == {"dorpsgesprek": 12}
    assert none.summary.werkwijzen == {}
    assert {option for option, count in none.summary.decisions["werkwijze"].options.items() if count} == {STAY}
    assert free.summary.werkwijzen
    assert all(one.summary.stuck == {} and one.summary.refused == 0 for one in (chosen, none, free) if one.summary)


def test_who_stops_has_the_games_so_far_evenly_over_the_sets() -> None:
    playing = Playing(order(NONE, FREE, runs=50), CONTENT)
    for _ in playing.run(Pool(time.sleep, places=1), stopped=lambda: playing.done >= 7):
        pass
    result = playing.result()
    assert result.stopped
    runs = [one.summary.runs for one in result.sets if one.summary]
    assert sum(runs) == result.done < 100
    assert runs[0] - runs[1] in (0, 1)


def test_who_stops_before_the_first_game_has_no_figures_at_all() -> None:
    playing = Playing(order(NONE), CONTENT)
    assert list(playing.run(Pool(time.sleep, places=1), stopped=lambda: True)) == []
    result = playing.result()
    assert [one.summary for one in result.sets] == [None]
    assert list(Shown(result).boards()) == []


def test_a_result_reads_back_as_it_was_written_and_says_that_it_is_no_prediction() -> None:
    result = played(order(FREE))
    assert msgspec.json.decode(as_json(result), type=Result) == result
    assert "geen voorspelling" in result.what
    assert set(schema()["$defs"]["Result"]["properties"]) == set(Result.__struct_fields__)


def test_every_id_in_a_result_has_a_name() -> None:
    result = played(order("dorpsgesprek", FREE, runs=12))
    for one in result.sets:
        assert one.summary
        for kind, ids in one.summary.occurred.items():
            assert set(ids) <= set(result.labels[kind])
        assert set(one.summary.decisions) <= set(result.labels["decisions"])
        assert set(one.summary.werkwijzen) <= set(result.labels["werkwijzen"])


def test_a_part_is_nothing_only_when_it_never_is_and_all_only_when_it_always_is() -> None:
    parts = [Cell(count, 1000).percent for count in (0, 1, 5, 500, 996, 999, 1000)]
    assert parts == ["0%", "<1%", "<1%", "50%", ">99%", ">99%", "100%"]


# --- what can be asked ----------------------------------------------------------------------------------------------------


def test_policies_for_the_table_and_for_one_seat_and_who_is_named_joins() -> None:
    found = order(policies=("regels", "griffier=willekeurig")).policies
    assert found["griffier"] == "willekeurig"
    assert {style for seat, style in found.items() if seat != "griffier"} == {"regels"}
    assert set(found) >= {"burgemeester", "wethouder", "lokaal", "groen"}


@pytest.mark.parametrize(
    ("wanted", "code", "place", "says"),
    [
        ({"runs": 0}, "runs_wrong", "runs", "1 tot en met 1.000"),
        ({"runs": 1001}, "runs_wrong", "runs", "1 tot en met 1.000"),
        ({"edition": "nacht"}, "edition_unknown", "edition", "dagdeel, avond"),
        ({"policies": ("dictator",)}, "policy_unknown", "policy", "eigen_doel, consensus"),
        ({"policies": ("griffier=dictator",)}, "policy_unknown", "policy", "griffier=dictator"),
        ({"policies": ("koning=regels",)}, "seat_unknown", "policy", "koning"),
        ({"policies": ("wethouder_2=regels",)}, "seat_not_playable", "policy", "wethouder_2"),
        ({"policies": ("griffier=regels", "griffier=regels")}, "seat_twice", "policy", "twee keer"),
    ],
)
def test_what_cannot_be_asked_names_the_place_and_what_can(
    wanted: dict[str, object], code: str, place: str, says: str
) -> None:
    with pytest.raises(OrderError) as refused:
        order(**wanted)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.place) == (code, place)
    assert says in refused.value.message


@pytest.mark.parametrize(
    ("wanted", "code", "says"),
    [
        (("bestaat_niet",), "werkwijze_unknown", "dorpsgesprek"),
        (("stemdoos",), "werkwijze_forbidden", "Gemeentewet 27"),
        (("geen", "zelf", "dorpsgesprek", "weekmarkt", "stemdoos"), "too_many_werkwijzen", "hoogstens 4"),
    ],
)
def test_a_werkwijze_that_is_unknown_forbidden_or_one_too_many_is_refused(
    wanted: tuple[str, ...], code: str, says: str
) -> None:
    with pytest.raises(OrderError, match=code) as refused:
        order(*wanted)
    assert refused.value.place == "werkwijze"
    assert says in refused.value.message
