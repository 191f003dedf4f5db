"""What the facilitator sees: everything but what stays between people or in the ballot box, and what comes next."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.views import FacilitatorCard, View
from tests.play import MINUTE, Game
from tests.rules.story import put, table, vote
from tests.small import small_content

LEAD = Audience(kind="facilitator", participant="f1")


def view(game: Game) -> View:
    return game.see(LEAD)


def console(game: Game) -> FacilitatorCard:
    card = view(game).facilitator
    assert card
    return card


def test_the_facilitator_sees_every_card_and_who_knows_it() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert view(game).cards["rapport"].known_by == ("groen",)


@pytest.mark.parametrize("agreed", [True, False])
def test_the_facilitator_reads_briefjes_only_when_that_was_told_before_the_start(agreed: bool) -> None:
    game = Game(small_content())
    if agreed:
        game.lead(c.Settle(read_private=True))
    game.sit_all()
    game.step("r1.talk")
    game.play("lokaal", c.SendNote(to="groen", text="Hoi"))
    assert bool(view(game).notes) is agreed


def test_the_facilitator_sees_that_a_vote_was_cast_and_not_what() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0))
    line = view(game).decisions["brug"].votes["lokaal"]
    assert (line.cast, line.shown, line.votes_for) == (True, False, 0)


def test_the_facilitator_sees_what_could_come_out() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="fluisteren", target="groen"))
    assert list(console(game).hidden.values()) == ["Iemand zag de mail met het rapport."]


def test_the_console_says_whether_the_game_can_start() -> None:
    game = Game(small_content())
    game.sit(griffier="bram")
    before = console(game)
    game.sit(burgemeester="anna")
    assert (before.can_start, before.ready["burgemeester"].state, console(game).can_start) == (False, "missing", True)


def test_the_button_says_where_it_leads() -> None:
    assert console(table("r1.act")).next_label == "Naar: Ronde 1 van 2 · Gevolgen"


def test_before_the_round_closes_the_button_says_what_is_still_open() -> None:
    effect = console(table("r1.act")).next_effect
    assert "1 open besluit" in effect
    assert "1 gebeurtenis van deze ronde vervalt" in effect


def test_an_inject_that_is_due_says_when() -> None:
    game = table("r1.read")
    assert console(game).injects["scheur"].due_at == game.state.clock.since + 4 * MINUTE


def test_an_inject_is_not_due_while_the_game_stands_still() -> None:
    game = table("r1.read")
    game.lead(c.Pause())
    assert console(game).injects["scheur"].due_at == 0


def test_an_inject_on_a_condition_says_whether_it_holds() -> None:
    game = table("r1.talk")
    before = console(game).injects["gerucht"].condition
    game.lead(c.Override(indicator="vertrouwen", shift=-20, reason="De tafel vindt dit."))
    assert (before, console(game).injects["gerucht"].condition) == ("Wacht op een voorwaarde", "Voorwaarde vervuld")


def test_a_seat_that_nobody_plays_shows_how_it_will_vote() -> None:
    stands = console(table("r1.talk")).roster["wethouder_2"].stands["onderzoek"]
    assert stands == "Hoe laat het college de brug onderzoeken? Voor: Een grondig onderzoek van een maand."


def test_the_goal_of_a_seat_shows_whether_it_was_reached() -> None:
    game = table("r1.talk")
    before = console(game).roster["griffier"].goal_reached
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert (before, console(game).roster["griffier"].goal_reached) == (False, True)


def test_an_evening_that_runs_late_says_which_round_no_longer_fits() -> None:
    game = table("r1.talk")
    before = console(game).drops
    game.lead(c.Bookmark(), later=87 * MINUTE)
    assert (before, console(game).drops) == ((), ("De keuze",))


def test_the_plan_ends_with_the_debrief() -> None:
    assert list(console(table("r1.talk")).plan)[-1] == "debrief.handvat"


def test_the_facilitator_counts_notes_and_handvatten_without_reading_them() -> None:
    game = table("debrief.note")
    game.play("groen", c.WriteSilentNote(text="Mijn geheim"))
    assert (console(game).notes_in, "Mijn geheim" in str(view(game))) == (1, False)


def test_before_a_game_closes_the_facilitator_reads_what_is_lost_by_it() -> None:
    game = table("debrief.handvat")
    offer = view(game).allowed["next_step"]
    assert offer.danger
    assert "5 handvatten zijn nog niet ingeleverd" in offer.help
    assert "Er is nog niets onthuld" in offer.help
    game.lead(c.Reveal())
    assert "onthuld" not in view(game).allowed["next_step"].help
