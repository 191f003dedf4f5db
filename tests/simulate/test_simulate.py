"""Stories of games without people: they come to their end by the rules, and who plays how makes the difference."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game_rules import codec, engine
from game_rules.simulate import POLICIES, Given, Outcome, continue_game, simulate_game, usual_table
from game_rules.simulate.policies import WILLEKEURIG
from game_rules.turn import played_rounds
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import TakeSeat
from game_rules.vocabulary.state import GameState
from tests.simulate.stories import CASUSSEN, EDITION, content, half_played, legality, simulated
from tests.small import small_content

EACH = pytest.mark.parametrize(("casus", "policy"), [(casus, policy) for casus in CASUSSEN for policy in POLICIES])
seeds = st.text(alphabet="abcdef0123456789", min_size=1, max_size=8)


def fared(outcome: Outcome) -> None:
    """It came to its end, and no seat wished what the rules refuse."""
    assert outcome.stuck == ""
    assert outcome.refused == ()


# --- every game comes to its end ---------------------------------------------------------------------------------------


@EACH
def test_a_game_of_every_policy_ends_with_nothing_pending_and_nothing_refused(casus: str, policy: str) -> None:
    game = simulated(casus, policy, "een")
    fared(game.outcome)
    assert game.state.clock.stage == "epilogue"
    assert game.state.pending == {}
    assert tuple(game.outcome.rounds) == played_rounds(game.state)
    assert all(now.result for now in game.state.decisions.values())


@settings(max_examples=25, deadline=None)
@given(casus=st.sampled_from(CASUSSEN), policy=st.sampled_from(sorted(POLICIES)), seed=seeds)
def test_whatever_the_seed_no_game_gets_stuck_and_no_wish_is_refused(casus: str, policy: str, seed: str) -> None:
    fared(simulated(casus, policy, seed).outcome)


@settings(max_examples=25, deadline=None)
@given(casus=st.sampled_from(CASUSSEN), seed=seeds, data=st.data())
def test_any_table_of_any_edition_with_mixed_policies_comes_to_its_end(
    casus: str, seed: str, data: st.DataObject
) -> None:
    whole = content(casus)
    seats = whole.casus.seats
    free = [id_ for id_, seat in seats.items() if seat.playable and not seat.follow_up and not seat.essential]
    here = [id_ for id_, seat in seats.items() if seat.essential] + data.draw(
        st.lists(st.sampled_from(free), unique=True)
    )
    mixed = {seat: data.draw(st.sampled_from(sorted(POLICIES))) for seat in here}
    edition = data.draw(st.sampled_from(sorted(whole.casus.editions)))
    fared(simulate_game(whole, edition, here, mixed, seed).outcome)


def test_without_a_seat_that_is_needed_the_game_does_not_start_and_says_where_it_stands() -> None:
    game = simulate_game(content("memo"), EDITION, ("lokaal",), "regels", "een")
    assert game.outcome.stuck == "lobby"
    assert "not_ready_to_start" in game.outcome.refused[0]


def test_what_does_not_exist_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="no edition nacht"):
        simulate_game(content("memo"), "nacht", ("burgemeester",), "regels", "een")
    with pytest.raises(ValueError, match="there is no policy dictator; choose from eigen_doel"):
        simulate_game(content("memo"), EDITION, ("burgemeester",), "dictator", "een")


def test_the_usual_table_has_the_seats_that_are_needed_in_the_order_of_the_casus() -> None:
    casus = content("kreek").casus
    table = usual_table(casus)
    assert len(table) == casus.players.usual
    assert {id_ for id_, seat in casus.seats.items() if seat.essential} <= set(table)
    assert list(table) == [id_ for id_ in casus.seats if id_ in table]


# --- the real rules, every time the same -------------------------------------------------------------------------------


@EACH
def test_the_same_seed_gives_the_same_log_byte_for_byte_and_another_seed_another_one(casus: str, policy: str) -> None:
    first, again, other = (simulated(casus, policy, seed) for seed in ("een", "een", "twee"))
    assert [codec.encode_record(r) for r in first.records] == [codec.encode_record(r) for r in again.records]
    assert first.outcome == again.outcome
    assert [r.event for r in first.records] != [r.event for r in other.records]


@EACH
def test_the_log_is_a_log_like_any_other_and_replays_to_the_same_state(casus: str, policy: str) -> None:
    game = simulated(casus, policy, "een")
    stored = [codec.decode_record(codec.encode_record(record)) for record in game.records]
    assert core(engine.replay(content(casus), stored)) == core(game.state)
    assert [record.version for record in stored] == list(range(1, len(stored) + 1))


def core(state: GameState) -> tuple[object, ...]:
    """Everything of a state that matters, apart from what can be taken back."""
    return tuple(getattr(state, name) for name in state.__struct_fields__ if name not in ("undo", "command_start"))


def test_indicators_per_round_are_those_after_its_consequences_and_the_last_ones_a_year_later() -> None:
    game = simulated("memo", "eigen_doel", "een")
    changes = game.state.changes
    rounds = list(game.outcome.rounds)
    epilogue = {one.version for one in game.state.happened.values() if one.epilogue}
    for number, round_ in enumerate(rounds):
        for indicator, value in game.outcome.rounds[round_].items():
            fell = [
                c.value
                for c in changes
                if c.indicator == indicator and c.number <= number and c.version not in epilogue
            ]
            assert value == (fell[-1] if fell else content("memo").casus.indicators[indicator])
    assert game.outcome.final == game.state.indicators


# --- who plays how makes the difference --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fields() -> dict[str, list[Outcome]]:
    """Twenty games of the memo per policy."""
    return {policy: [simulated("memo", policy, f"s{n}").outcome for n in range(20)] for policy in POLICIES}


def test_who_looks_for_support_tells_more_and_keeps_more_promises(fields: dict[str, list[Outcome]]) -> None:
    shared = {policy: mean(len(one.shared) for one in games) for policy, games in fields.items()}
    assert max(shared, key=shared.__getitem__) == "consensus"
    assert min(shared, key=shared.__getitem__) in ("eigen_doel", "regels")
    kept = {policy: [kept for one in games for kept in one.promises.values()] for policy, games in fields.items()}
    assert mean(bool(one) for one in kept["consensus"]) > mean(bool(one) for one in kept["eigen_doel"])


def test_who_goes_by_the_book_does_nothing_that_is_not_allowed(fields: dict[str, list[Outcome]]) -> None:
    def forbidden(policy: str) -> int:
        return sum(legality("memo", done.split(":")[0]) == "forbidden" for one in fields[policy] for done in one.acts)

    assert forbidden("regels") == 0
    assert forbidden("eigen_doel") > 10
    assert forbidden("willekeurig") > 10


def test_the_four_policies_end_in_different_places(fields: dict[str, list[Outcome]]) -> None:
    ends = {policy: mean(one.final["samenspel"] for one in games) for policy, games in fields.items()}
    assert ends["consensus"] > ends["willekeurig"] > ends["eigen_doel"]
    assert ends["consensus"] - ends["eigen_doel"] > 20


def test_one_seat_that_plays_otherwise_changes_what_it_does_itself() -> None:
    whole = content("memo")
    table = usual_table(whole.casus)
    alone = {**dict.fromkeys(table, "regels"), "wethouder": "willekeurig"}
    acts = [simulate_game(whole, EDITION, table, alone, f"s{n}").outcome.acts for n in range(20)]
    broke = {done.split(":")[1] for one in acts for done in one if legality("memo", done.split(":")[0]) != "legal"}
    assert broke == {"wethouder"}


def test_a_policy_of_ones_own_can_be_played() -> None:
    from msgspec.structs import replace

    silent = replace(WILLEKEURIG, id="stil", shares=replace(WILLEKEURIG.shares, helps=0.0, neutral=0.0, harms=0.0))
    whole = content("memo")
    told = [
        record.event
        for record in simulate_game(whole, EDITION, usual_table(whole.casus), silent, "een").records
        if record.command and getattr(record.event, "how", "") == "told"
    ]
    assert told == []


# --- what if -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["alle", "samenvatting", "dicht"])
def test_a_decision_that_is_laid_down_falls_that_way_and_the_rest_is_free(option: str) -> None:
    whole = content("memo")
    laid = Given(decisions={"sleutel": option})
    games = [
        simulate_game(whole, EDITION, usual_table(whole.casus), "willekeurig", f"s{n}", given=laid).outcome
        for n in range(8)
    ]
    assert {one.decisions["sleutel"] for one in games} == {option}
    assert len({one.decisions["vergadering"] for one in games}) > 1
    for one in games:
        fared(one)


def test_a_card_that_is_laid_down_is_told_to_all_or_to_nobody() -> None:
    whole = content("memo")
    table = usual_table(whole.casus)
    told = simulate_game(whole, EDITION, table, "regels", "een", given=Given(cards={"lo_maandag": True})).state
    kept = simulate_game(whole, EDITION, table, "consensus", "een", given=Given(cards={"gs_september": False})).state
    assert set(told.cards["lo_maandag"].known) >= set(table)
    assert "told" not in {knowing.how for knowing in kept.cards["gs_september"].known.values()}


@pytest.mark.parametrize("casus", CASUSSEN)
@pytest.mark.parametrize("to", ["briefing", "r1.act", "r3.talk", "r4.consequences", "r6.act"])
def test_a_game_of_people_is_played_on_from_its_middle_and_keeps_what_was(casus: str, to: str) -> None:
    game = half_played(casus, to)
    before = [codec.encode_record(record) for record in game.log]
    tail = continue_game(game.state, "consensus", "een")
    fared(tail.outcome)
    assert tail.state.clock.stage == "epilogue"
    assert tail.records[0].version == game.state.version + 1
    whole = (*game.log, *tail.records)
    assert [codec.encode_record(record) for record in whole[: len(before)]] == before
    replayed = engine.replay(content(casus), whole)
    assert replayed.indicators == tail.state.indicators
    assert replayed.decisions == tail.state.decisions
    assert tuple(tail.outcome.rounds) == played_rounds(tail.state)


def test_playing_on_differs_by_seed_and_is_the_same_for_the_same_one() -> None:
    state = half_played("kreek", "r3.talk").state
    first, again, other = (continue_game(state, "eigen_doel", seed) for seed in ("een", "een", "twee"))
    assert first.records == again.records
    assert first.outcome == again.outcome
    assert [r.event for r in first.records] != [r.event for r in other.records]


@pytest.mark.parametrize(
    ("at", "over"),
    [
        ("briefing", ()),
        ("r3.consequences", ("r1", "r2")),
        ("meal.r4", ("r1", "r2", "r3", "r4")),
        ("r4.read", ("r1", "r2", "r3")),
    ],
)
def test_levels_of_the_rounds_that_were_played_are_worked_out_from_the_log(at: str, over: tuple[str, ...]) -> None:
    whole = simulated("kreek", "consensus", "een")
    upto = next(i for i, r in enumerate(whole.records) if getattr(getattr(r.event, "clock", None), "key", "") == at)
    tail = continue_game(engine.replay(content("kreek"), whole.records[: upto + 1]), "willekeurig", "twee")
    assert tuple(tail.outcome.rounds) == tuple(whole.outcome.rounds)
    for round_ in over:
        assert tail.outcome.rounds[round_] == whole.outcome.rounds[round_]


def test_a_game_in_which_play_is_over_is_left_as_it_is() -> None:
    done = simulated("memo", "regels", "een")
    after = continue_game(done.state, "willekeurig", "twee")
    assert after.records == ()
    assert after.outcome.final == done.outcome.final
    assert after.outcome.rounds == done.outcome.rounds


def test_who_sat_beside_somebody_gets_up_too() -> None:
    game = half_played("memo", "r2.talk")
    game.do(Actor(kind="player", participant="duo"), TakeSeat(seat="griffier", shadow=True))
    tail = continue_game(game.state, "regels", "een")
    fared(tail.outcome)
    assert tail.state.seats["griffier"].player == "computer"
    assert not any(seat.holder or seat.shadow for seat in tail.state.seats.values())


def test_a_casus_of_two_rounds_works_too() -> None:
    small = small_content()
    for policy in POLICIES:
        for edition in small.casus.editions:
            fared(simulate_game(small, edition, usual_table(small.casus), policy, "een").outcome)
