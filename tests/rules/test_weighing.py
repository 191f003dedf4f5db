"""How important each figure is for a role: before the game and again at the end, side by side."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import WeighCard
from tests.play import Game
from tests.rules.story import refused, table

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
SCREEN = Audience(kind="screen")


def weigh(game: Game, seat: str, moment: str, trust: int = 4, calm: int = 2) -> None:
    game.play(seat, c.Weigh(moment=moment, weights={"vertrouwen": trust, "rust": calm}))  # type: ignore[arg-type]


def card(game: Game, seat: str = "groen") -> WeighCard:
    weighed = game.sees(seat).weigh
    assert weighed is not None
    return weighed


def at_the_end() -> Game:
    """Three weighed before, and the handvat is asked now."""
    game = table("briefing")
    for seat in SEATS[:3]:
        weigh(game, seat, "before", trust=1)
    game.step("debrief.handvat")
    return game


def test_importance_is_weighed_while_the_role_is_read() -> None:
    game = table("briefing")
    weigh(game, "groen", "before")
    assert (card(game).asked, card(game).lines["vertrouwen"].mine_before) == ("before", 4)


def test_a_new_answer_replaces_the_former() -> None:
    game = table("briefing")
    weigh(game, "groen", "before", trust=4)
    game.play("groen", c.Weigh(moment="before", weights={"vertrouwen": 5}))
    assert game.state.weighed["before:p-groen"].weights == {"vertrouwen": 5, "rust": 2}


def test_who_came_too_late_for_the_briefing_weighs_in_the_first_round() -> None:
    game = table("briefing")
    weigh(game, "groen", "before")
    game.step("r1.read")
    assert ("weigh" in game.sees("lokaal").allowed, "weigh" in game.sees("groen").allowed) == (True, False)


@pytest.mark.parametrize("step", ["r1.talk", "r2.read", "debrief.note", "debrief.again"])
def test_importance_is_not_asked_at_any_other_moment(step: str) -> None:
    game = table(step)
    assert game.sees("groen").weigh is None
    with refused("not_asked" if step == "r2.read" else "not_now"):
        weigh(game, "groen", "before")


def test_the_other_moment_is_not_asked_now() -> None:
    with refused("not_asked"):
        weigh(table("briefing"), "groen", "after")


def test_a_figure_of_another_casus_is_not_weighed() -> None:
    with refused("unknown_indicator"):
        table("briefing").play("groen", c.Weigh(moment="before", weights={"geluk": 3}))


def test_who_has_no_seat_weighs_nothing() -> None:
    with refused("not_seated"):
        game = table("briefing")
        game.do(Actor(kind="player", participant="anna"), c.Weigh(moment="before", weights={"rust": 3}))


def test_taking_back_a_step_is_not_too_late_because_somebody_weighed() -> None:
    game = table("briefing")
    weigh(game, "groen", "before")
    game.lead(c.Undo())
    assert game.state.clock.key == "lobby"


def test_the_own_answer_from_before_stands_beside_the_new_one() -> None:
    game = at_the_end()
    line = card(game, "griffier").lines["vertrouwen"]
    assert (line.mine_before, line.mine_after) == (1, 0)


def test_the_spread_shows_after_ones_own_answer_and_from_three_answers() -> None:
    game = at_the_end()
    shown = []
    for seat in SEATS[:3]:
        weigh(game, seat, "after", trust=5)
        shown.append((card(game, seat).lines["rust"].after is not None, card(game, "lokaal").lines["rust"].after))
    assert shown == [(False, None), (False, None), (True, None)]


def test_before_and_after_stand_side_by_side_per_role() -> None:
    game = at_the_end()
    for seat in ("lokaal", "groen", "griffier"):
        weigh(game, seat, "after", trust=5)
    line = card(game).lines["vertrouwen"]
    assert line.before is not None
    assert line.after is not None
    assert (line.before.per_role["Griffier"], line.after.per_role["Raadslid"]) == ((1, 0, 0, 0, 0), (0, 0, 0, 0, 2))


def test_the_projector_shows_it_at_the_end_from_three_answers() -> None:
    game = at_the_end()
    shown = []
    for seat in SEATS[:3]:
        weigh(game, seat, "after")
        weighed = game.see(SCREEN).weigh
        assert weighed is not None
        shown.append(weighed.lines["rust"].after is not None)
    assert (shown, table("briefing").see(SCREEN).weigh) == ([False, False, True], None)


def test_whoever_has_not_answered_is_reminded() -> None:
    game = table("briefing")
    before = "weigh" in game.sees("groen").todo
    weigh(game, "groen", "before")
    assert (before, "weigh" in game.sees("groen").todo) == (True, False)
