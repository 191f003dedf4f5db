"""What is shown to who is no player: projector, observer, somebody without a seat, and the mirror of a seat."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.views import View
from tests.play import Game
from tests.rules.story import put, table, vote
from tests.small import small_content

SCREEN = Audience(kind="screen")
OBSERVER = Audience(kind="observer", participant="o1")
WAITING = Audience(kind="waiting", participant="w1")
MIRROR = Audience(kind="mirror", seat="wethouder")
PUBLIC = [SCREEN, OBSERVER, WAITING]


def busy() -> Game:
    """A game with something secret of every kind."""
    game = Game(small_content())
    game.sit_all()
    game.step("r1.talk")
    game.lead(c.FireInject(inject="scheur"))
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    game.play("lokaal", c.SendNote(to="groen", text="Ik weet het al."))
    return game


def names(audience: Audience) -> str:
    return audience.kind


@pytest.mark.parametrize("audience", PUBLIC, ids=names)
@pytest.mark.parametrize("part", ["cards", "notes", "acts", "facilitator"])
def test_who_is_no_player_sees_nothing_secret(audience: Audience, part: str) -> None:
    assert not getattr(busy().see(audience), part)


@pytest.mark.parametrize("audience", PUBLIC, ids=names)
def test_who_is_no_player_reads_no_message_for_some_seats(audience: Audience) -> None:
    assert [item.title for item in busy().see(audience).feed.values() if item.to] == []


@pytest.mark.parametrize("audience", PUBLIC, ids=names)
def test_who_is_no_player_sees_the_same_public_account(audience: Audience) -> None:
    game = busy()
    assert game.see(audience).feed == game.see(SCREEN).feed


def test_the_projector_offers_nothing() -> None:
    assert busy().see(SCREEN).allowed == {}


def test_an_observer_scores_and_does_nothing_else() -> None:
    offered = {offer.command for offer in table("r2.consequences").see(OBSERVER).allowed.values()}
    assert offered == {"score_rubric"}


def test_who_waits_is_offered_the_free_seats_and_a_place_beside_somebody() -> None:
    game = table("r1.talk")
    game.play("groen", c.LeaveSeat())
    offered = {(o.about, bool(o.fixed.get("shadow"))) for o in game.see(WAITING).allowed.values()}
    assert offered == {
        ("groen", False), ("burgemeester", True), ("griffier", True), ("wethouder", True), ("lokaal", True)
    }  # fmt: skip


def test_a_mirror_shows_the_seat_and_offers_nothing() -> None:
    view = busy().see(MIRROR)
    assert ("rapport" in view.cards, view.me.brief != "", view.allowed) == (True, True, {})


def test_a_mirror_shows_no_briefjes_that_the_facilitator_may_not_read() -> None:
    assert busy().see(Audience(kind="mirror", seat="groen")).notes == {}


def test_a_mirror_does_not_show_a_vote_before_the_close() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0))
    assert not game.see(Audience(kind="mirror", seat="lokaal")).decisions["brug"].votes["lokaal"].shown


def test_a_mirror_does_not_show_what_belongs_to_the_person() -> None:
    game = table("debrief.note")
    game.play("groen", c.WriteSilentNote(text="Mijn geheim"))
    assert "Mijn geheim" not in str(game.see(Audience(kind="mirror", seat="groen")))


def test_a_seat_that_is_not_there_shows_what_who_waits_sees() -> None:
    view: View = busy().see(Audience(kind="seat", seat="koning", participant="w1"))
    assert view.me.kind == "waiting"
