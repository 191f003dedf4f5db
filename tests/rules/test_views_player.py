"""What somebody at the table sees: the own brief, cards and votes, what is asked now, and what may be done."""

from __future__ import annotations

import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.views import Allowed
from tests.play import Game
from tests.rules.story import put, table, vote

SEATS = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")


def offers(game: Game, seat: str, command: str) -> list[Allowed]:
    return [offer for offer in game.sees(seat).allowed.values() if offer.command == command]


def todos(game: Game, seat: str) -> list[str]:
    return [todo.text for todo in game.sees(seat).todo.values()]


def test_the_brief_opens_with_the_briefing() -> None:
    assert [table(step).sees("groen").me.brief for step in ("lobby", "briefing")] == [
        "",
        "Jij wilt dat niemand gevaar loopt op de brug.",
    ]


@pytest.mark.parametrize("seat", SEATS)
def test_nobody_reads_the_brief_of_somebody_else(seat: str) -> None:
    game = table("briefing")
    assert game.sees(seat).me.brief == game.content.casus.seats[seat].brief


def test_a_holder_sees_who_knows_the_card_and_others_do_not() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen", "lokaal")))
    seen = [game.sees(seat).cards["rapport"].known_by for seat in ("wethouder", "groen")]
    assert seen == [("groen", "lokaal"), ()]


def test_who_was_told_a_card_reads_how_and_by_whom() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    card = game.sees("groen").cards["rapport"]
    assert (card.how, card.by, card.mine) == ("told", "wethouder", False)


def test_a_round_has_a_task_for_the_seat() -> None:
    assert table("r1.read").sees("lokaal").me.task == "Vraag naar het rapport."


def test_the_chair_is_asked_to_put_what_is_on_the_agenda() -> None:
    assert "Breng een keuze in stemming: Gaat de brug dicht?" in todos(table("r2.act"), "burgemeester")


def test_a_member_is_asked_to_vote_until_the_vote_was_given() -> None:
    game = table("r2.act")
    put(game)
    before = todos(game, "lokaal")
    vote(game, lokaal=(5, 0))
    assert ("Stem: Gaat de brug dicht?" in before, "Stem: Gaat de brug dicht?" in todos(game, "lokaal")) == (
        True,
        False,
    )


def test_what_is_scarce_shows_how_much_is_left() -> None:
    game = table("r1.talk")
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    assert game.sees("burgemeester").me.budgets["schorsing"].left == 0


@pytest.mark.parametrize(
    ("act", "seat", "step", "legality"),
    [
        ("meten", "wethouder", "r1.talk", "legal"),
        ("fluisteren", "wethouder", "r1.talk", "forbidden"),
        ("meestemmen", "burgemeester", "r2.talk", "void"),
    ],
)
def test_an_act_is_offered_with_what_the_law_says_of_it(act: str, seat: str, step: str, legality: str) -> None:
    offer = next(o for o in offers(table(step), seat, "perform_act") if o.about == act)
    assert offer.legality == legality


def test_an_act_that_cannot_be_done_now_is_not_offered() -> None:
    assert "meestemmen" not in {o.about for o in offers(table("r1.talk"), "burgemeester", "perform_act")}


def test_options_carry_no_forecast() -> None:
    option = table("r2.act").sees("groen").decisions["brug"].options["open"]
    assert set(type(option).__struct_fields__) == {"order", "text", "asked_by", "pro", "con", "state"}


def test_while_the_game_stands_still_nothing_is_offered_that_is_played() -> None:
    game = table("r1.talk")
    game.lead(c.Pause())
    assert {offer.group for offer in game.sees("groen").allowed.values()} <= {"seat", "promise"}


def test_a_shadow_sees_the_seat_and_may_act_for_nothing_but_itself() -> None:
    game = table("r1.talk")
    game.do(Actor(kind="player", participant="duo"), c.TakeSeat(seat="wethouder", shadow=True))
    view = game.see(Audience(kind="seat", seat="wethouder", participant="duo"))
    assert ("rapport" in view.cards, view.me.acting, {o.group for o in view.allowed.values()}) == (
        True,
        False,
        {"seat"},
    )


@pytest.mark.parametrize(
    ("step", "open_"),
    [("r1.talk", False), ("r1.consequences", True), ("meal.r1", False), ("epilogue", False), ("debrief.note", False),
     ("debrief.judge", True), ("closed", True)],
)  # fmt: skip
def test_figures_show_only_in_the_minutes_of_consequences_and_after_the_note(step: str, open_: bool) -> None:
    assert bool(table(step).sees("groen").indicators) is open_


def test_a_cause_that_one_may_not_know_is_named_as_unknown_and_has_no_id() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("r1.consequences")
    causes = [game.sees(seat).consequences["raad_weet_het"].causes[0] for seat in ("groen", "lokaal")]
    assert [(cause.kind, cause.id, cause.text) for cause in causes] == [
        ("card", "rapport", "De kaart “Het rapport” is gedeeld"),
        ("unknown", "", "Oorzaak nog niet bekend"),
    ]


def test_after_the_reveal_the_cause_is_known_to_all() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("debrief.judge")
    game.lead(c.Reveal())
    assert game.sees("lokaal").consequences["raad_weet_het"].causes[0].kind == "card"


def test_a_vote_on_the_own_screen_shows_to_its_seat_only() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(5, 0))
    shown = [game.sees(seat).decisions["brug"].votes["lokaal"].shown for seat in ("lokaal", "groen", "burgemeester")]
    assert shown == [True, False, False]


def test_a_spoken_vote_shows_to_everybody_at_once() -> None:
    game = table("r2.act")
    put(game)
    game.play("griffier", c.RecordVote(decision="brug", seat="lokaal", votes=c.Votes(for_=5)))
    assert [game.sees(seat).decisions["brug"].votes["lokaal"].votes_for for seat in SEATS] == [5] * 5


def test_after_the_close_every_vote_shows() -> None:
    game = table("r2.act")
    put(game)
    vote(game, lokaal=(2, 3), groen=(4, 0))
    game.lead(c.CloseVote(decision="brug"))
    lines = game.sees("wethouder").decisions["brug"].votes
    assert {seat: (line.votes_for, line.votes_against) for seat, line in lines.items()} == {
        "lokaal": (2, 3),
        "groen": (4, 0),
    }


def test_the_quorum_is_told_in_words() -> None:
    quorum = table("r2.act").sees("lokaal").decisions["brug"].quorum
    assert quorum == "9 van de 9 leden aanwezig, nodig zijn er 5 (Gemeentewet 20)"


def test_what_cannot_be_put_yet_because_of_an_amendement_is_not_offered() -> None:
    game = table("r2.talk")
    game.play("groen", c.Propose(kind="amendement", text="Anders.", decision="brug"))
    game.play("griffier", c.PlaceOnAgenda(item=next(iter(game.state.proposals))))
    game.step("r2.act")
    assert [offer.about for offer in offers(game, "burgemeester", "put_to_vote")] == list(game.state.proposals)
