"""Role load: what the table waits for, who did nothing for a while, who has nothing to do."""

from __future__ import annotations

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import FacilitatorCard
from tests.play import MINUTE, Game
from tests.rules.story import put, table, vote
from tests.rules.werkwijze_story import TALK, agreed, invite, reach
from tests.small import small_content


def desk(game: Game) -> FacilitatorCard:
    """What the facilitator sees."""
    card = game.see(Audience(kind="facilitator", participant="f1")).facilitator
    assert card is not None
    return card


def awaited(game: Game) -> list[tuple[str, str]]:
    """Which seat the table waits for, and for what."""
    return [(line.seat, line.text) for line in sorted(desk(game).awaited.values(), key=lambda line: line.order)]


def everybody_read(game: Game) -> None:
    for seat, now in game.state.seats.items():
        if now.holder and not now.ready:
            game.play(seat, c.MarkReady())


# --- what the table waits for ----------------------------------------------------------------------------------------


def test_in_the_lobby_the_table_waits_for_nothing() -> None:
    assert awaited(Game(small_content())) == []


def test_the_table_waits_for_who_is_still_reading() -> None:
    game = table("r1.read")
    game.play("groen", c.MarkReady())
    waiting = {seat for seat, text in awaited(game) if "klaar" in text}
    assert waiting == {"burgemeester", "griffier", "wethouder", "lokaal"}


def test_in_the_briefing_too() -> None:
    game = table("briefing")
    everybody_read(game)
    assert awaited(game) == []


def test_the_table_waits_for_the_chair_to_put_a_choice_to_the_vote() -> None:
    game = table("r1.act")
    assert ("burgemeester", "Breng een keuze in stemming: Hoe laat het college de brug onderzoeken?") in awaited(game)


def test_the_table_waits_for_who_has_not_voted() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0))
    assert [seat for seat, text in awaited(game) if text.startswith("Stem:")] == ["groen"]


def test_when_all_have_voted_the_table_waits_for_the_chair_or_the_recorder() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0), groen=(0, 4))
    assert {seat for seat, text in awaited(game) if text.startswith("Sluit")} == {"burgemeester", "griffier"}


def test_the_table_waits_for_the_answer_to_a_formal_question() -> None:
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    asked = game.now
    game.step("r1.act")
    line = next(one for one in desk(game).awaited.values() if one.seat == "wethouder" and "vraag" in one.text)
    assert (line.text, line.since) == ("Antwoord op de vraag: Wist u dat de brug kan breken?", asked)


def test_the_table_waits_for_what_the_chair_does_with_an_advice() -> None:
    game = table("r1.talk")
    game.play("griffier", c.GiveAdvice(text="Schors even."))
    assert ("burgemeester", "Zeg wat je doet met het procedureadvies") in awaited(game)
    advice = next(iter(game.state.advice))
    game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=True, reason="Goed idee."))
    assert awaited(game) == []


def test_the_table_waits_for_cards_to_be_ticked() -> None:
    game = table("r1.consequences")
    assert ("wethouder", "Vink aan wie jouw kaarten nu kent") in awaited(game)


def test_when_the_table_decides_it_waits_for_who_must_say_what_holds_the_decision_back() -> None:
    game = agreed("r2.talk")
    assert not [text for _, text in awaited(game) if text.startswith("Zeg of dit is gedaan")]
    game.step("r2.act")
    invitation = game.state.content.werkwijzen[TALK].milestones["uitnodigen"].title
    assert ("griffier", f"Zeg of dit is gedaan: {invitation}") in awaited(game)
    game.play("griffier", reach("uitnodigen", "Alle huizen bij de brug."))
    assert invitation not in " ".join(text for _, text in awaited(game))


def test_the_table_waits_for_the_answer_to_an_advice_of_the_village() -> None:
    game = agreed("r2.talk")
    invite(game)
    assert [seat for seat, text in awaited(game) if text.startswith("Geef antwoord op het advies")]


def test_a_free_move_waits_for_the_facilitator() -> None:
    game = table("r1.talk")
    game.play("groen", c.MakeMove(text="Ik bel de bakker.", reason="Hij weet alles."))
    assert awaited(game) == [("", "Beslis over de vrije zet van Fractie Groen")]


def test_nobody_waits_for_a_computer() -> None:
    game = Game(small_content())
    for seat in ("burgemeester", "griffier"):
        game.lead(c.SetPlayer(seat=seat, player="computer"))
    game.step("r1.act")
    assert awaited(game) == []


def test_while_the_clock_stands_still_nobody_is_waited_for() -> None:
    game = table("r1.act")
    game.lead(c.Pause())
    assert [text for _, text in awaited(game) if "stemming" in text] == []


def test_what_waits_longest_comes_first() -> None:
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    game.play("griffier", c.GiveAdvice(text="Schors even."), later=3 * MINUTE)
    assert [seat for seat, _ in awaited(game)] == ["wethouder", "burgemeester"]


# --- who does nothing ------------------------------------------------------------------------------------------------


def test_who_did_nothing_this_round_is_idle_since_it_began() -> None:
    game = table("r1.read")
    begun = game.now
    game.step("r1.talk")
    assert desk(game).roster["groen"].idle_since == begun


def test_an_act_ends_it() -> None:
    game = table("r1.talk")
    game.play("groen", c.SpeakWith(seats=("lokaal",)), later=4 * MINUTE)
    acted = game.now
    game.play("lokaal", c.SpeakWith(seats=("groen",)), later=3 * MINUTE)
    assert desk(game).roster["groen"].idle_since == acted


def test_a_pause_does_not_count() -> None:
    game = table("r1.talk")
    game.play("groen", c.SpeakWith(seats=("lokaal",)))
    acted = game.now
    game.lead(c.Pause())
    assert desk(game).roster["groen"].idle_since == 0
    game.lead(c.Resume(), later=10 * MINUTE)
    assert desk(game).roster["groen"].idle_since == acted + 10 * MINUTE


def test_nobody_is_idle_outside_talk_and_act() -> None:
    for step in ("briefing", "r1.read", "r1.consequences", "meal.r1"):
        assert {line.idle_since for line in desk(table(step)).roster.values()} == {0}


def test_seats_that_nobody_plays_are_never_idle() -> None:
    game = table("r1.talk")
    game.play("groen", c.LeaveSeat())
    roster = desk(game).roster
    assert (roster["groen"].idle_since, roster["wethouder_2"].idle_since) == (0, 0)


def test_the_desk_says_who_has_nothing_to_do() -> None:
    game = table("r1.talk")
    before = desk(game).roster["wethouder"].offers
    game.play("wethouder", c.HandOverCard(card="rapport", to="groen"))
    game.play("wethouder", c.PerformAct(act="meten"))
    assert before > desk(game).roster["wethouder"].offers
    assert desk(game).roster["wethouder_2"].offers == 0


def test_who_plays_for_the_facilitator_is_waited_for_too() -> None:
    game = Game(small_content())
    for seat in ("burgemeester", "griffier"):
        game.lead(c.SetPlayer(seat=seat, player="facilitator"))
    game.step("r1.act")
    assert [seat for seat, _ in awaited(game)] == ["burgemeester"]


def test_only_the_facilitator_sees_it() -> None:
    game = table("r1.act")
    game.do(Actor(kind="player", participant="w1"), c.Arrive())
    others = [who for who in game.audiences() if who.kind != "facilitator"]
    assert [who.key for who in others if game.see(who).facilitator] == []
