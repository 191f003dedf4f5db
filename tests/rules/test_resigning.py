"""Aftreden: somebody steps down, the seat goes on as the law says, and the person plays on."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules.bots import choose
from game_rules.projections.causes_of_state import graph_of_state
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.events import ConsequenceScheduled, PlayerSet, Resigned
from game_rules.vocabulary.views import Allowed
from tests.play import FACILITATOR, Game
from tests.rules.story import Change, changed, early_choice, one, put, refused, table, vote
from tests.small import small_content

REASON = "Ik zei niet alles. Dat had ik wel moeten doen."
WHY = f"“{REASON}”"


def resign(game: Game, seat: str, onward: str = "opvolger") -> Game:
    """Whoever plays this seat steps down."""
    game.play(seat, c.Resign(reason=REASON, onward=onward))
    return game


def offer(game: Game, seat: str) -> Allowed:
    """The offer to step down."""
    return next(one for one in game.sees(seat).allowed.values() if one.command == "resign")


# --- as successor ----------------------------------------------------------------------------------------------------


def test_everybody_reads_who_stepped_down_and_why() -> None:
    game = resign(table("r1.talk"), "wethouder")
    for who in game.audiences():
        told = [item for item in game.see(who).feed.values() if item.kind == "resigned"]
        assert [(item.title, WHY in item.text) for item in told] == [("Wethouder Kok treedt af", True)]


def test_a_successor_plays_on_with_what_lies_on_the_desk() -> None:
    game = table("r1.talk")
    before = game.sees("wethouder")
    resign(game, "wethouder")
    after = game.sees("wethouder")
    assert (after.cards, after.me.budgets, after.me.brief) == (before.cards, before.me.budgets, before.me.brief)
    assert after.me.acting


def test_a_successor_is_named_as_such() -> None:
    game = resign(table("r1.talk"), "wethouder")
    assert [card.successor for card in game.sees("groen").seats.values() if card.successor] == [1]


def test_a_successor_does_not_leave_the_college_smaller() -> None:
    game = resign(table("r1.act"), "wethouder")
    assert "3 van de 3 leden aanwezig" in game.sees("groen").decisions["onderzoek"].quorum


def test_a_promise_of_a_predecessor_stands_and_says_so() -> None:
    game = table("r2.talk")
    game.play("wethouder", c.MakePromise(to="groen", text="Ik kom langs."))
    resign(game, "wethouder")
    game.play("wethouder", c.MakePromise(to="groen", text="Ik kom ook langs."))
    said = [(p.text, p.former, p.status) for p in game.sees("groen").promises.values()]
    assert said == [("Ik kom langs.", True, "open"), ("Ik kom ook langs.", False, "open")]


def test_one_can_step_down_again() -> None:
    game = resign(resign(table("r1.talk"), "wethouder"), "wethouder")
    assert game.state.seats["wethouder"].successor == 2


# --- in a vervolgrol -------------------------------------------------------------------------------------------------


def test_who_falls_plays_on_in_a_vervolgrol() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    assert game.state.seats["krant"].holder == "p-wethouder"
    assert game.sees("krant").me.brief.startswith("Je schreef jarenlang")


def test_a_vervolgrol_comes_with_its_own_cards() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    assert list(game.sees("krant").cards) == ["tip"]


def test_the_secrets_of_the_former_seat_stay_on_its_desk() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    assert "rapport" in game.see(Audience(kind="mirror", seat="wethouder")).cards
    assert "rapport" not in game.sees("krant").cards


def test_nobody_sees_a_vervolgrol_before_somebody_takes_it() -> None:
    game = table("r1.talk")
    seen = [who.key for who in game.audiences() if "krant" in game.see(who).seats]
    assert seen == []
    resign(game, "wethouder", "krant")
    assert all("krant" in game.see(who).seats for who in game.audiences())


def test_nobody_takes_a_vervolgrol_without_falling() -> None:
    game = Game(small_content())
    with refused("only_after_resigning"):
        game.sit(krant="anna")
    with refused("only_after_resigning"):
        game.lead(c.SetPlayer(seat="krant", player="computer"))


def test_a_vervolgrol_is_not_asked_for_at_the_start() -> None:
    game = Game(small_content())
    leader = game.see(Audience(kind="facilitator", participant="f1"))
    assert leader.facilitator is not None
    assert "krant" not in leader.facilitator.ready
    assert not [key for key, a in leader.allowed.items() if a.group == "seat" and a.about == "krant"]


def test_no_card_is_given_to_a_vervolgrol_that_nobody_plays() -> None:
    game = table("r1.talk")
    with refused("only_after_resigning"):
        game.play("wethouder", c.ShowCard(card="rapport", to=("krant",)))


def test_a_vervolgrol_is_taken_once() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    assert list(offer(game, "groen").choices["onward"]) == ["opvolger"]
    with refused("unknown_onward"):
        resign(game, "groen", "krant")


def test_who_got_up_from_a_vervolgrol_can_sit_down_again() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    game.play("krant", c.LeaveSeat())
    game.sit(krant="p-wethouder")
    assert game.state.seats["krant"].holder == "p-wethouder"


def test_a_vervolgrol_itself_cannot_be_laid_down() -> None:
    game = resign(table("r1.talk"), "wethouder", "krant")
    with refused("cannot_resign"):
        resign(game, "krant")


# --- what becomes of the seat ----------------------------------------------------------------------------------------


def test_a_wethouder_who_left_makes_the_college_smaller() -> None:
    game = resign(table("r1.act"), "wethouder", "krant")
    seat = game.sees("groen").seats["wethouder"]
    assert (seat.vacant, seat.present, seat.player) == (True, False, "nobody")
    assert "2 van de 2 leden aanwezig" in game.sees("groen").decisions["onderzoek"].quorum


def test_a_smaller_college_decides() -> None:
    game = resign(table("r1.act"), "wethouder", "krant")
    put(game, "onderzoek", "snel")
    vote(game, "onderzoek", burgemeester=(1, 0))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))
    vote(game, "onderzoek", burgemeester=(1, 0))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))
    assert game.state.decisions["onderzoek"].result is not None


def test_a_vote_that_was_cast_before_stepping_down_counts() -> None:
    game = table("r1.act")
    put(game, "onderzoek", "snel")
    vote(game, "onderzoek", wethouder=(0, 1))
    resign(game, "wethouder", "krant")
    vote(game, "onderzoek", burgemeester=(1, 0))
    game.play("burgemeester", c.CloseVote(decision="onderzoek"))
    lines = game.state.decisions["onderzoek"]
    assert (lines.result, lines.tried) == (None, ("snel",))


def test_who_is_appointed_later_fills_the_college_again() -> None:
    game = resign(table("r1.act"), "wethouder", "krant")
    game.sit(wethouder="nieuw")
    now = game.state.seats["wethouder"]
    assert (now.vacant, now.present, now.successor) == (False, True, 1)
    assert "3 van de 3" in game.sees("groen").decisions["onderzoek"].quorum


def test_a_vacant_seat_is_not_called_present() -> None:
    game = resign(table("r1.act"), "wethouder", "krant")
    with refused("vacant"):
        game.lead(c.SetAttendance(seat="wethouder", present=True))


def test_a_fractie_keeps_its_votes() -> None:
    game = resign(table("r2.act"), "lokaal", "krant")
    put(game)
    vote(game, groen=(0, 4))
    game.play("burgemeester", c.CloseVote(decision="brug"))
    result = game.state.decisions["brug"].result
    assert result is not None
    assert (result.votes_for, result.votes_against) == (5, 4)


@pytest.mark.parametrize("seat", ["burgemeester", "griffier"])
def test_an_office_is_taken_care_of_at_once(seat: str) -> None:
    game = resign(table("r1.talk"), seat, "krant")
    assert (game.state.seats[seat].player, game.state.seats[seat].present) == ("computer", True)


def test_who_sat_beside_takes_the_seat() -> None:
    game = table("r1.talk")
    game.do(Actor(kind="player", participant="bram"), c.TakeSeat(seat="wethouder", shadow=True))
    resign(game, "wethouder", "krant")
    now = game.state.seats["wethouder"]
    assert (now.holder, now.shadow, now.vacant, now.successor) == ("bram", "", False, 1)


def test_a_running_vote_does_not_wait_for_who_left() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0))
    resign(game, "groen", "krant")
    game.play("burgemeester", c.CloseVote(decision="brug"))
    assert game.state.decisions["brug"].status == "decided"


def test_the_facilitator_can_step_down_for_a_seat_and_plays_on() -> None:
    game = Game(small_content())
    for seat in ("burgemeester", "griffier", "groen"):
        game.lead(c.SetPlayer(seat=seat, player="facilitator"))
    game.step("r1.talk")
    resign(game, "groen", "krant")
    assert (game.state.seats["krant"].player, game.state.seats["krant"].holder) == ("facilitator", "")


# --- who may, and when -----------------------------------------------------------------------------------------------


def test_nobody_makes_another_one_step_down() -> None:
    with refused("not_for_you"):
        table("r1.talk").do(FACILITATOR, c.Resign(reason=REASON, onward="opvolger"))


def test_a_computer_does_not_step_down() -> None:
    game = Game(small_content())
    for seat in ("burgemeester", "griffier"):
        game.lead(c.SetPlayer(seat=seat, player="computer"))
    game.step("r1.talk")
    with refused("computer_cannot"):
        resign(game, "griffier")
    assert not [a for a in game.sees("griffier").allowed.values() if a.command == "resign"]


def test_a_bot_never_thinks_of_it() -> None:
    view = table("r1.talk").sees("groen")
    only = {key: found for key, found in view.allowed.items() if found.command == "resign"}
    assert only
    assert [choose(replace(view, allowed=only), f"bot {n}") for n in range(50)] == [None] * 50


def test_a_shadow_does_not_step_down() -> None:
    game = table("r1.talk")
    game.do(Actor(kind="player", participant="bram"), c.TakeSeat(seat="wethouder", shadow=True))
    with refused("shadow_reads"):
        game.do(Actor(kind="player", participant="bram", seat="wethouder"), c.Resign(reason=REASON, onward="krant"))


def test_stepping_down_is_for_the_game_itself() -> None:
    with refused("not_now"):
        resign(table("briefing"), "wethouder")


def test_stepping_down_needs_a_reason() -> None:
    with refused("empty_text"):
        table("r1.talk").play("wethouder", c.Resign(reason="   ", onward="opvolger"))


def test_one_plays_on_somewhere_that_exists() -> None:
    with refused("unknown_onward"):
        resign(table("r1.talk"), "wethouder", "groen")


def test_the_offer_says_what_it_means_by_law() -> None:
    found = offer(table("r1.talk"), "wethouder")
    assert (found.group, found.danger, found.article) == ("resign", True, "Gemeentewet 43")
    assert found.choices["onward"]["krant"] == "Verslaggever van De Kreekdammer"


def test_it_takes_the_step_of_the_facilitator_out_of_reach() -> None:
    game = resign(table("r1.talk"), "wethouder")
    with refused("undo_too_late"):
        game.lead(c.Undo())


# --- what follows ----------------------------------------------------------------------------------------------------


def test_what_follows_from_stepping_down_has_it_as_cause() -> None:
    game = table("r1.talk")
    events = game.play("wethouder", c.Resign(reason=REASON, onward="krant"))
    assert one(events, ConsequenceScheduled).causes[0].kind == "resigned"
    game.step("r1.consequences")
    lines = game.sees("groen").consequences["wethouder_weg"].causes
    assert [(line.kind, line.text) for line in lines] == [("resigned", "Wethouder Kok trad af")]


def test_the_graph_of_causes_names_who_fell() -> None:
    game = resign(table("r1.talk"), "wethouder")
    game.step("r1.consequences")
    node = graph_of_state(game.state).nodes["resigned:wethouder"]
    assert (node.title, node.seats) == ("Wethouder Kok trad af", ("wethouder",))


def test_the_log_holds_what_was_chosen() -> None:
    events = table("r1.talk").play("griffier", c.Resign(reason=REASON, onward="krant"))
    assert (one(events, Resigned).onward, one(events, PlayerSet).player) == ("krant", "computer")


def test_after_the_reveal_only_goals_of_seats_that_were_there_show() -> None:
    game = table("debrief.handvat")
    game.lead(c.Reveal())
    debrief = game.sees("groen").debrief
    assert debrief is not None
    assert "krant" not in debrief.goals


def _only_two(casus: dict[str, Any]) -> None:
    """The raad meets in the first round, without Lokaal."""
    casus["seats"]["lokaal"]["present"] = False


@pytest.mark.parametrize("change", [early_choice, _only_two])
def test_a_game_in_which_everybody_falls_comes_to_its_end(change: Change) -> None:
    game = table("r1.talk", changed(change))
    resign(game, "wethouder", "krant")
    for seat in ("burgemeester", "griffier", "lokaal", "groen"):
        resign(game, seat)
    game.step("closed")
    assert game.state.clock.stage == "closed"
