"""What many games tell together, with figures that can be worked out on paper; and what it honestly does not tell."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game_rules.simulate import LATER, Fan, Never, Tally, weight_of_sets
from game_rules.simulate.spread import by_chance, quantiles
from tests.simulate.outcomes import SETTING, outcome, summary

values = st.lists(st.integers(0, 100), min_size=1, max_size=40)
choices = st.lists(st.tuples(st.sampled_from(["open", "dicht", ""]), st.integers(0, 100)), min_size=2, max_size=30)


# --- the fan -------------------------------------------------------------------------------------------------------------


def test_the_fan_of_twenty_games_has_a_game_at_each_edge() -> None:
    """0, 5, 10 … 95: one in twenty lies at or below 0, a quarter at or below 20, half at or below 45."""
    found = summary(*(outcome(value * 5) for value in range(20)))
    assert found.fans["vertrouwen"][LATER] == Fan(p5=0, p25=20, p50=45, p75=70, p95=90)
    assert found.fans["rust"][LATER] == Fan(p5=50, p25=50, p50=50, p75=50, p95=50)
    assert found.start == {"vertrouwen": 50, "rust": 60}


def test_each_played_round_has_its_own_fan_and_a_skipped_round_has_none() -> None:
    levels = {"r1": {"vertrouwen": 40, "rust": 60}, "r2": {"vertrouwen": 30, "rust": 60}}
    assert list(summary(outcome(20, rounds=levels)).fans["vertrouwen"]) == ["r1", "r2", LATER]
    evening = summary(outcome(20, rounds={"r2": levels["r2"]}), setting=replace(SETTING, edition="avond"))
    assert list(evening.fans["vertrouwen"]) == ["r2", LATER]


@given(values)
def test_a_quantile_is_a_value_that_occurred_with_at_least_that_part_at_or_below_it(seen: list[int]) -> None:
    counts = summary(*map(outcome, seen)).fans["vertrouwen"][LATER]
    for percent, value in ((5, counts.p5), (25, counts.p25), (50, counts.p50), (75, counts.p75), (95, counts.p95)):
        assert value in seen
        assert 100 * sum(one <= value for one in seen) >= percent * len(seen)
        assert 100 * sum(one < value for one in seen) < percent * len(seen)


def test_quantiles_of_one_value_are_that_value() -> None:
    assert quantiles(Counter([7]), (5, 50, 95)) == [7, 7, 7]


# --- what occurred ---------------------------------------------------------------------------------------------------------


def test_a_decision_counts_when_it_came_up_what_was_chosen_and_when_nothing_was() -> None:
    found = summary(
        outcome(1, decisions={"brug": "open"}),
        outcome(2, decisions={"brug": "dicht"}),
        outcome(3, decisions={"brug": ""}),
        outcome(4),
    ).decisions["brug"]
    assert (found.asked, found.nothing, found.options) == (3, 1, {"open": 1, "dicht": 1})


def test_an_act_of_two_seats_in_one_game_is_one_game() -> None:
    found = summary(outcome(1, acts=("meten:wethouder", "meten:griffier")), outcome(2))
    assert found.occurred["acts"]["meten"] == 1


def test_a_werkwijze_that_was_chosen_in_play_brings_its_own_merits_milestones_and_options() -> None:
    chosen = outcome(1, werkwijzen={"dorpsgesprek": True}, decisions={"werkwijze": "dorpsgesprek"})
    found = summary(chosen, outcome(2, werkwijzen={"dorpsgesprek": False}), outcome(3))
    fared = found.werkwijzen["dorpsgesprek"]
    assert (fared.held, fared.well, fared.badly) == (2, 1, 1)
    assert any(id_.startswith("dorpsgesprek.") for id_ in found.occurred["milestones"])
    assert not summary(outcome(3)).occurred["milestones"]


def test_games_that_got_stuck_and_wishes_that_were_refused_are_told() -> None:
    found = summary(outcome(1, stuck="lobby", refused=("a", "b")), outcome(2))
    assert (found.stuck, found.refused, found.runs) == ({"lobby": 1}, 2, 2)


# --- what never -----------------------------------------------------------------------------------------------------------


def test_what_never_occurs_says_why_where_the_casus_knows() -> None:
    found = summary(outcome(1, decisions={"brug": "open"}, lapsed=("snel_klaar",))).never
    assert Never(id="storm", why="facilitator") in found["injects"]
    assert Never(id="bezoek", why="facilitator") in found["injects"]
    assert Never(id="krant") in found["injects"]
    assert Never(id="brug.dicht") in found["options"]
    assert Never(id="onderzoek.snel", why="not_asked") in found["options"]
    assert Never(id="foto", why="no_seat") in found["cards"]
    assert Never(id="snel_klaar", why="lapsed") in found["consequences"]


def test_what_belongs_to_a_round_that_is_skipped_says_so() -> None:
    found = summary(outcome(1), setting=replace(SETTING, edition="avond")).never
    assert Never(id="scheur", why="skipped_round") in found["injects"]
    assert Never(id="onderzoek.snel", why="skipped_round") in found["options"]


def test_what_was_laid_down_and_what_is_void_are_not_missed() -> None:
    found = summary(outcome(1), setting=replace(SETTING, laid_down={"brug": "open"})).never
    assert not [one for one in found["options"] if one.id.startswith("brug.")]
    assert "meestemmen" not in {one.id for one in found["acts"]}


def test_what_occurred_once_is_not_missed() -> None:
    found = summary(outcome(1, injects=("krant",), shared=("rapport",))).never
    assert "krant" not in {one.id for one in found["injects"]}
    assert "rapport" not in {one.id for one in found["cards"]}


# --- which choice explains most -----------------------------------------------------------------------------------------------


def test_a_choice_that_decides_everything_explains_everything() -> None:
    games = [outcome(80, decisions={"brug": "dicht"}) for _ in range(5)]
    games += [outcome(20, decisions={"brug": "open"}) for _ in range(5)]
    found = summary(*games).weights[0]
    assert (found.id, found.groups, found.together, found.per) == ("brug", 2, 1.0, {"vertrouwen": 1.0})


def test_the_part_is_that_of_the_sums_of_squares() -> None:
    """Open: 10 and 30 (mean 20). Dicht: 50 and 70 (mean 60). Mean 40: total 2000, between 4 times 400 is 1600."""
    games = [outcome(value, decisions={"brug": "open"}) for value in (10, 30)]
    games += [outcome(value, decisions={"brug": "dicht"}) for value in (50, 70)]
    found = summary(*games).weights[0]
    assert found.together == 0.8
    assert found.by_chance == round(1 / 3, 4)


def test_that_a_question_did_not_come_up_is_a_way_in_which_it_came_out() -> None:
    found = summary(outcome(80, decisions={"brug": "open"}), outcome(20)).weights
    assert [(one.id, one.groups, one.together) for one in found] == [("brug", 2, 1.0)]


def test_what_never_differs_explains_nothing_and_is_left_out() -> None:
    assert summary(outcome(80, decisions={"brug": "open"}), outcome(20, decisions={"brug": "open"})).weights == ()
    assert summary(outcome(50, decisions={"brug": "open"}), outcome(50, decisions={"brug": "dicht"})).weights == ()


@given(choices)
def test_a_part_lies_between_nothing_and_everything(made: list[tuple[str, int]]) -> None:
    found = summary(*(outcome(value, decisions={"brug": option}) for option, value in made))
    assert all(0 <= share <= 1 for one in found.weights for share in (one.together, *one.per.values()))


def test_by_chance_alone_two_groups_among_eleven_games_explain_a_tenth() -> None:
    assert by_chance(11, 2) == 0.1
    assert by_chance(1, 2) == 1.0


def test_how_much_the_werkwijze_explains_is_measured_over_all_games_together() -> None:
    one, other = Tally(SETTING), Tally(SETTING)
    for value in (10, 30):
        one.add(outcome(value))
    for value in (50, 70):
        other.add(outcome(value))
    found = weight_of_sets((one, other))
    assert found
    assert (found.together, found.groups) == (0.8, 2)
    assert weight_of_sets((one,)) is None


# --- the same for ever ----------------------------------------------------------------------------------------------------


@given(choices, st.randoms(use_true_random=False))
def test_the_same_games_in_another_order_give_the_same_bytes(made: list[tuple[str, int]], chance: st.DrawFn) -> None:
    games = [outcome(value, decisions={"brug": option}) for option, value in made]
    first = msgspec.json.encode(summary(*games))
    chance.shuffle(games)  # type: ignore[attr-defined]
    assert msgspec.json.encode(summary(*games)) == first


def test_a_summary_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one run"):
        Tally(SETTING).summary()
