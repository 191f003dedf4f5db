"""The facilitator's own hand: settle, override, bookmark, rubric, Onverwacht, screens."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Audience
from tests.play import Game
from tests.rules.story import HELPER, OBSERVER, one, refused, table, titles
from tests.small import small_content

FACILITATOR = Audience(kind="facilitator", participant="f1")


def test_before_the_start_it_is_told_whether_briefjes_can_be_read() -> None:
    game = Game(small_content())
    game.lead(c.Settle(read_private=True))
    assert titles(game) == ["Je praat aan tafel. De spelleider kan briefjes lezen."]


def test_that_is_not_changed_after_the_start() -> None:
    with refused("not_now"):
        table("briefing").lead(c.Settle(read_private=True))


def test_settling_the_same_again_changes_nothing() -> None:
    with refused("no_change"):
        Game(small_content()).lead(c.Settle(read_private=False))


def test_an_override_is_visible_with_its_reason() -> None:
    game = table("r1.talk")
    game.lead(c.Override(indicator="rust", shift=-5, reason="De tafel vindt dit."))
    item = list(game.sees("groen").feed.values())[-1]
    assert (item.title, item.text) == ("Ingreep van de spelleider: Rust −5", "De tafel vindt dit.")


def test_an_override_needs_a_reason() -> None:
    with refused("empty_text"):
        table("r1.talk").lead(c.Override(indicator="rust", shift=-5, reason="  "))


def test_an_override_is_about_an_indicator_of_this_casus() -> None:
    with refused("unknown_indicator"):
        table("r1.talk").lead(c.Override(indicator="geluk", shift=-5, reason="Zomaar."))


def test_an_override_stops_at_the_end_of_the_scale() -> None:
    game = table("r1.talk")
    for _ in range(3):
        events = game.lead(c.Override(indicator="rust", shift=15, reason="De tafel vindt dit."))
    assert one(events, e.IndicatorOverridden).shift == 10


def test_an_override_that_moves_nothing_is_refused() -> None:
    game = table("r1.talk")
    for _ in range(3):
        game.lead(c.Override(indicator="rust", shift=15, reason="De tafel vindt dit."))
    with refused("no_change"):
        game.lead(c.Override(indicator="rust", shift=15, reason="De tafel vindt dit."))


def test_a_bookmark_is_there_for_the_debrief() -> None:
    game = table("r1.talk")
    game.do(HELPER, c.Bookmark(text="Hier viel het stil"))
    assert [mark.text for mark in game.state.marks] == ["Hier viel het stil"]


def test_a_score_of_the_same_person_replaces_the_former() -> None:
    game = table("r2.consequences")
    for level in (1, 3):
        game.do(OBSERVER, c.ScoreRubric(criterion="samenwerking", level=level))
    assert [score.level for score in game.state.scores.values()] == [3]


def test_a_score_of_another_person_stands_beside_it() -> None:
    game = table("r2.consequences")
    game.do(OBSERVER, c.ScoreRubric(criterion="samenwerking", level=1))
    game.lead(c.ScoreRubric(criterion="samenwerking", level=2))
    assert len(game.state.scores) == 2


def test_the_rubric_is_scored_after_a_round_that_asks_for_it() -> None:
    with refused("not_asked"):
        table("r1.consequences").lead(c.ScoreRubric(criterion="samenwerking", level=1))


def test_a_score_is_about_a_criterion_of_this_casus() -> None:
    with refused("unknown_criterion"):
        table("r2.consequences").lead(c.ScoreRubric(criterion="humor", level=1))


def test_something_unexpected_happens_with_a_ready_made_consequence() -> None:
    game = table("r1.talk")
    happened = one(
        game.lead(c.Unexpected(kind="happens", text="Er valt een boom.", stock="klacht")), e.ConsequenceHappened
    )
    assert (happened.title, happened.text, happened.shifts) == ("Een klacht", "Er valt een boom.", {"rust": -2})


def test_what_happens_unexpectedly_is_one_of_the_ready_made_ones() -> None:
    with refused("unknown_stock"):
        table("r1.talk").lead(c.Unexpected(kind="happens", text="Er valt een boom."))


@pytest.mark.parametrize(("chance", "happens"), [(100, True), (0, False)])
def test_the_lot_follows_the_chance_that_the_table_estimated(chance: int, happens: bool) -> None:
    game = table("r1.talk")
    events = game.lead(c.Unexpected(kind="chance", text="Komt de pers?", stock="klacht", chance=chance))
    assert any(isinstance(event, e.ConsequenceHappened) for event in events) is happens


def test_the_draw_for_an_estimate_does_not_depend_on_what_happened_elsewhere() -> None:
    drawn = []
    for chatter in (0, 3):
        game = table("r1.talk")
        for _ in range(chatter):
            game.lead(c.Bookmark())
        events = game.lead(c.Unexpected(kind="chance", stock="klacht"))
        drawn.append(one(events, e.UnexpectedHappened).drawn)
    assert drawn[0] == drawn[1]


def test_two_estimates_are_two_draws() -> None:
    game = table("r1.talk")
    drawn = {one(game.lead(c.Unexpected(kind="chance", stock="klacht")), e.UnexpectedHappened).drawn for _ in range(3)}
    assert len(drawn) == 3


def test_what_is_parked_waits_for_the_debrief() -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind="park", text="Wie is de baas van de brug?"))
    card = game.see(FACILITATOR).facilitator
    assert card
    assert [mark.text for mark in card.marks.values()] == ["Wie is de baas van de brug?"]


@pytest.mark.parametrize("kind", ["out_of_role", "paper"])
def test_safety_and_paper_stop_the_clock(kind: str) -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind=kind))  # type: ignore[arg-type]
    assert not game.state.clock.running


def test_an_unexpected_consequence_can_reach_some_seats_only() -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind="happens", stock="klacht", to=("groen",)))
    assert [seat for seat in ("groen", "lokaal") if game.sees(seat).consequences] == ["groen"]


def test_an_unexpected_consequence_reaches_seats_of_this_table() -> None:
    with refused("unknown_seat"):
        table("r1.talk").lead(c.Unexpected(kind="happens", stock="klacht", to=("koning",)))


def test_screens_close_and_open() -> None:
    game = table("r1.talk")
    game.lead(c.CloseScreens(closed=True))
    assert game.sees("groen").game.screens_closed


def test_screens_that_are_closed_are_not_closed_again() -> None:
    game = table("r1.talk")
    with refused("no_change"):
        game.lead(c.CloseScreens(closed=False))


@pytest.mark.parametrize("command", [c.Bookmark(), c.Override(indicator="rust", shift=1, reason="Zomaar.")])
def test_a_player_does_not_do_what_the_facilitator_does(command: c.Command) -> None:
    with refused("not_for_you"):
        table("r1.talk").play("groen", command)
