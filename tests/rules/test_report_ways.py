"""The report tells how the werkwijze of the table went: chosen, reached, answered, judged, and when each was decided."""

from __future__ import annotations

from game_rules.projections.report import report_of
from game_rules.projections.report.structs import WayPart
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.events import MilestoneReached
from tests.play import Game
from tests.rules.werkwijze_story import TALK, adopt, agreed, answer_all, invite, reach, two_rounds
from tests.small import small_content


def told(game: Game) -> WayPart:
    return report_of(game.state).ways[TALK]


def carried_out() -> Game:
    """The village is invited and gets an answer to everything; then the evening ends."""
    game = agreed("r2.talk")
    invite(game)
    answer_all(game)
    return game


def test_a_table_without_a_werkwijze_has_nothing_to_tell_of_it() -> None:
    game = Game(small_content())
    game.sit_all()
    game.step("debrief.note")
    assert report_of(game.state).ways == {}


def test_it_tells_when_it_was_chosen_and_in_which_round_a_milestone_was_reached() -> None:
    game = carried_out()
    game.step("debrief.note")
    way = told(game)
    assert (way.how, way.decision, way.chosen.round) == ("facilitator", "", "")
    invited = way.reached["uitnodigen"]
    assert invited.round.startswith("Ronde 2: ")
    assert not invited.late
    assert isinstance(game.log[invited.version - 1].event, MilestoneReached)


def test_one_that_was_reached_after_its_round_is_late_and_one_that_was_not_is_absent() -> None:
    game = agreed("r2.talk", two_rounds())
    game.play("griffier", reach("uitnodigen", "Iedereen."))
    game.step("debrief.note")
    way = told(game)
    assert way.reached["uitnodigen"].late
    assert "loten" not in way.reached
    assert way.card.milestones["loten"].state == "missed"


def test_every_merit_has_the_moment_at_which_it_was_won_or_lost_and_the_verdict_its_consequence() -> None:
    game = carried_out()
    game.step("debrief.note")
    way = told(game)
    assert set(way.decided) == set(way.card.merits)
    assert way.decided["geantwoord"].version == way.card.merits["geantwoord"].moment
    assert way.decided["geantwoord"].round.startswith("Ronde 2: ")
    assert way.card.state == "well"
    assert way.followed == ("dorpsgesprek_goed",)


def test_stopped_halfway_it_says_when() -> None:
    game = agreed("r2.talk")
    game.play("burgemeester", c.StopWerkwijze(werkwijze=TALK, reason="Er kwam niemand."))
    game.step("debrief.note")
    way = told(game)
    assert way.stopped is not None
    assert way.stopped.round.startswith("Ronde 2: ")
    assert (way.card.state, way.card.why_stopped) == ("stopped", "Er kwam niemand.")


def test_chosen_by_a_decision_it_names_the_question() -> None:
    game = Game(small_content())
    game.sit_all()
    game.step("r1.act")
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    adopt(game, "werkwijze", TALK)
    game.step("debrief.note")
    way = told(game)
    assert way.how == "decision"
    assert way.decision == "Pakt de raad dit anders aan?"
    assert way.chosen.round.startswith("Ronde 1: ")
