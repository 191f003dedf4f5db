"""A played evening forked in its third round with one decision taken otherwise, played on without people, and compared."""

from __future__ import annotations

import pytest

from game_rules import engine
from game_rules.comparison import compare
from game_rules.fork_points import Decided, fork_points
from game_rules.simulate import Simulated, continue_game, simulate_game, usual_table
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Differ, SetPlayer
from game_rules.vocabulary.events import Forked
from game_rules.vocabulary.state import Context, GameState
from tests.simulate.stories import EDITION, content

LEADER = Actor(kind="facilitator", participant="f1")


@pytest.fixture(scope="module")
def evening() -> Simulated:
    """The first casus, played by seats that each want their own."""
    whole = content("kreek")
    return simulate_game(whole, EDITION, usual_table(whole.casus), "eigen_doel", "avond")


def in_round_three(evening: Simulated) -> Decided:
    """A decision of the third round that could have been taken otherwise."""
    third = evening.state.casus.rounds[2].id
    points = fork_points(content("kreek"), evening.records)
    return next(one for one in points.decisions.values() if one.round == third and one.others and one.former)


def otherwise(evening: Simulated, seed: str = "verder") -> GameState:
    """The fork, played to one year later."""
    point = in_round_three(evening)
    event = Forked(game="g-fork", parent=evening.state.game, at=point.at, seed=evening.state.seed, title="Tafel 1")
    state, _ = engine.branch(content("kreek"), evening.records, event, LEADER)
    before = engine.replay(content("kreek"), evening.records[: point.at])
    wish = Differ(kind="decision", id=point.id, option=point.others[0], former=point.former)
    state, _ = engine.carry_out(state, LEADER, wish, Context(now=state.at, command="f1"))
    for seat in (id_ for id_, one in before.seats.items() if one.played):
        context = Context(now=state.at, command=f"s-{seat}")
        state, _ = engine.carry_out(state, LEADER, SetPlayer(seat=seat, player="computer"), context)
    found = continue_game(state, "eigen_doel", seed, fresh_chance=False)
    assert found.outcome.stuck == ""
    return found.state


def test_parent_and_fork_are_the_same_until_then_and_part_at_that_decision(evening: Simulated) -> None:
    point, fork = in_round_three(evening), otherwise(evening)
    found = compare([("Tafel 1", evening.state), ("Vervolg", fork)], "lead")
    columns = [one.id for one in found.columns]
    until = columns.index(point.round)
    for course in found.courses:
        assert course.values[0][:until] == course.values[1][:until]
    question = next(one for one in found.questions if one.id == point.id)
    assert question.same is False
    texts = [answer.text for answer in question.answers]
    options = evening.state.casus.decisions[point.id].options
    assert texts == [options[point.former].text, options[point.others[0]].text]
    earlier = [one for one in found.questions if one.answers[0].round and columns.index(one.answers[0].round) < until]
    assert earlier
    assert all(one.same for one in earlier)
    first = next(one for one in found.partings if (one.kind, one.id) == ("decision", point.id))
    assert first.column == point.round
    assert found.tables[1].parent == 0
    assert found.tables[1].differs == fork.fork.differs  # type: ignore[union-attr]


def test_what_followed_differs(evening: Simulated) -> None:
    assert set(otherwise(evening).happened) != set(evening.state.happened)


def test_the_same_fork_is_played_in_the_same_way(evening: Simulated) -> None:
    assert otherwise(evening) == otherwise(evening)
    assert otherwise(evening) != otherwise(evening, "anders")
