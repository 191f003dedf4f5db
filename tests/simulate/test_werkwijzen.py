"""A werkwijze at a table without people: carried out by the rules, better by one table than by another, refused where it may not be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules.simulate import POLICIES, Outcome, continue_game, simulate_game, usual_table
from game_rules.vocabulary.commands import ChooseWerkwijze
from game_rules.vocabulary.errors import RuleError
from tests.simulate.stories import CASUSSEN, EDITION, content, half_played

PAIRS = [(casus, id_) for casus in CASUSSEN for id_ in content(casus).werkwijzen]


def played(casus: str, werkwijze: str, policy: str, seed: str) -> Outcome:
    whole = content(casus)
    return simulate_game(whole, EDITION, usual_table(whole.casus), policy, seed, werkwijze=werkwijze).outcome


def test_there_are_werkwijzen_to_simulate() -> None:
    assert {casus for casus, _ in PAIRS} == set(CASUSSEN)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize(("casus", "werkwijze"), PAIRS)
def test_every_werkwijze_that_a_casus_allows_comes_to_its_end_and_is_judged(
    casus: str, werkwijze: str, policy: str
) -> None:
    for seed in ("een", "twee", "drie"):
        outcome = played(casus, werkwijze, policy, seed)
        assert (outcome.stuck, outcome.refused) == ("", ())
        assert outcome.werkwijzen[werkwijze] in (True, False)
        assert {merit.split(".")[1] for merit in outcome.merits if merit.startswith(f"{werkwijze}.")} == set(
            content(casus).werkwijzen[werkwijze].merits
        )
        ending = "goed" if outcome.werkwijzen[werkwijze] else "slecht"
        assert f"{werkwijze}_{ending}" in outcome.consequences


@settings(max_examples=30, deadline=None)
@given(
    pair=st.sampled_from(PAIRS),
    policy=st.sampled_from(sorted(POLICIES)),
    seed=st.text(alphabet="abcdef0123456789", min_size=1, max_size=8),
    data=st.data(),
)
def test_with_any_werkwijze_edition_and_seed_no_table_gets_stuck(
    pair: tuple[str, str], policy: str, seed: str, data: st.DataObject
) -> None:
    casus, werkwijze = pair
    whole = content(casus)
    edition = data.draw(st.sampled_from(sorted(whole.casus.editions)))
    outcome = simulate_game(whole, edition, usual_table(whole.casus), policy, seed, werkwijze=werkwijze).outcome
    assert (outcome.stuck, outcome.refused) == ("", ())


def test_who_goes_by_the_book_carries_it_out_better_than_who_looks_at_the_own_goal() -> None:
    def well(policy: str) -> int:
        return sum(bool(played("kreek", "startnotitie", policy, f"s{n}").werkwijzen["startnotitie"]) for n in range(20))

    assert well("regels") > well("eigen_doel")


def test_a_werkwijze_that_does_not_exist_or_is_forbidden_here_is_refused_before_anything_is_played() -> None:
    with pytest.raises(RuleError) as unknown:
        played("kreek", "bestaat_niet", "regels", "een")
    assert unknown.value.code == "werkwijze_not_here"
    forbidden = [(casus, id_) for casus in CASUSSEN for id_ in content(casus).casus.werkwijzen.forbidden]  # type: ignore[union-attr]
    for casus, id_ in forbidden:
        with pytest.raises(RuleError) as refused:
            played(casus, id_, "regels", "een")
        assert refused.value.code == "werkwijze_forbidden"
    assert forbidden


@pytest.mark.parametrize(("casus", "werkwijze"), PAIRS)
def test_a_game_of_people_with_a_werkwijze_is_played_on(casus: str, werkwijze: str) -> None:
    game = half_played(casus, "lobby")
    game.lead(ChooseWerkwijze(werkwijze=werkwijze))
    game.step("r4.talk")
    tail = continue_game(game.state, "consensus", "een")
    assert (tail.outcome.stuck, tail.outcome.refused) == ("", ())
    assert tail.outcome.werkwijzen[werkwijze] is not None


def test_the_same_werkwijze_and_seed_give_the_same_records() -> None:
    whole = content("kreek")
    table = usual_table(whole.casus)
    first, again = (
        simulate_game(whole, EDITION, table, "consensus", "een", werkwijze="startnotitie").records for _ in range(2)
    )
    assert first == again
