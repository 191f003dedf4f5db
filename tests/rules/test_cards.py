"""Cards: dealt, shown, told, handed over, ticked; what nobody was told is a cause too."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.projections.common import renumbered
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import FACILITATOR, Game
from tests.rules.story import HELPER, changed, one, refused, table


def knowing(game: Game, card: str = "rapport") -> tuple[str, ...]:
    return tuple(game.state.cards[card].known)


def silences(game: Game) -> list[str]:
    return [record.event.card for record in game.log if isinstance(record.event, e.SilenceNoted)]


def test_cards_of_the_brief_are_dealt_with_it() -> None:
    assert knowing(table("briefing")) == ("wethouder",)


def test_no_card_is_dealt_in_the_lobby() -> None:
    assert table().state.cards == {}


def test_a_card_of_a_round_is_dealt_when_that_round_starts() -> None:
    assert ("belofte" in table("briefing").state.cards, "belofte" in table("r1.read").state.cards) == (False, True)


def test_a_card_of_a_skipped_round_is_dealt_at_the_next_one() -> None:
    assert "belofte" in table("r2.read", edition="avond").state.cards


def test_a_card_that_waits_for_an_act_is_dealt_by_it() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="meten"))
    assert knowing(game, "foto") == ("groen",)


@pytest.mark.parametrize(("command", "how"), [(c.ShowCard, "shown"), (c.TellCard, "told")])
def test_a_holder_shares_a_card(command: type[c.ShowCard | c.TellCard], how: str) -> None:
    game = table("r1.talk")
    game.play("wethouder", command(card="rapport", to=("groen", "griffier")))
    assert {seat: know.how for seat, know in game.state.cards["rapport"].known.items()} == {
        "wethouder": "dealt",
        "groen": how,
        "griffier": how,
    }


def test_only_the_holder_shares_a_card() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    with refused("not_holder"):
        game.play("groen", c.TellCard(card="rapport", to=("lokaal",)))


def test_a_card_that_was_not_dealt_cannot_be_shared() -> None:
    with refused("unknown_card"):
        table("r1.talk").play("groen", c.ShowCard(card="foto", to=("lokaal",)))


def test_nobody_tells_a_card_to_oneself() -> None:
    with refused("to_self"):
        table("r1.talk").play("wethouder", c.TellCard(card="rapport", to=("wethouder",)))


def test_telling_who_knows_already_is_no_news() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    with refused("already_known"):
        game.play("wethouder", c.ShowCard(card="rapport", to=("groen",)))


def test_a_card_is_not_told_to_a_seat_that_cannot_be_played() -> None:
    with refused("not_playable"):
        table("r1.talk").play("wethouder", c.TellCard(card="rapport", to=("wethouder_2",)))


def test_a_card_is_not_told_to_a_seat_that_is_not_there() -> None:
    with refused("unknown_seat"):
        table("r1.talk").play("wethouder", c.TellCard(card="rapport", to=("koning",)))


@pytest.mark.parametrize("actor", [HELPER, FACILITATOR], ids=["helper", "facilitator"])
def test_who_helps_at_the_table_can_tap_that_it_was_told(actor: object) -> None:
    game = table("r1.talk")
    game.do(actor, c.TellCard(card="rapport", to=("groen",)))  # type: ignore[arg-type]
    assert game.state.cards["rapport"].known["groen"].by == "wethouder"


def test_a_card_that_is_handed_over_is_shared_by_its_new_holder() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.HandOverCard(card="rapport", to="groen"))
    game.play("groen", c.TellCard(card="rapport", to=("lokaal",)))
    assert knowing(game) == ("wethouder", "groen", "lokaal")


def test_who_gave_a_card_away_still_knows_it_but_holds_it_no_more() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.HandOverCard(card="rapport", to="groen"))
    with refused("not_holder"):
        game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))


def test_telling_a_card_has_consequences_the_first_time_only() -> None:
    game = table("r1.talk")
    first = game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    second = game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    kinds = [[type(event) for event in events] for events in (first, second)]
    assert kinds == [[e.CardShared, e.ConsequenceScheduled], [e.CardShared]]


def test_telling_somebody_to_whom_it_does_not_matter_has_no_consequences() -> None:
    game = table("r1.talk")
    events = game.play("wethouder", c.TellCard(card="rapport", to=("griffier",)))
    assert [type(event) for event in events] == [e.CardShared]


def test_handing_a_card_over_counts_as_telling() -> None:
    game = table("r1.talk")
    events = game.play("wethouder", c.HandOverCard(card="rapport", to="groen"))
    assert one(events, e.ConsequenceScheduled).consequence == "raad_weet_het"


def test_at_the_end_of_a_round_the_holder_ticks_who_knows_it() -> None:
    game = table("r1.act")
    game.play("wethouder", c.TickCard(card="rapport", known_by=("lokaal",)))
    assert knowing(game) == ("wethouder", "lokaal")


def test_nobody_is_an_answer_too() -> None:
    game = table("r1.act")
    game.play("wethouder", c.TickCard(card="rapport"))
    assert game.state.cards["rapport"].ticked == "r1"


def test_a_card_is_ticked_once_a_round() -> None:
    game = table("r1.act")
    game.play("wethouder", c.TickCard(card="rapport"))
    with refused("already_given"):
        game.play("wethouder", c.TickCard(card="rapport", known_by=("lokaal",)))


def test_a_new_round_asks_for_the_tick_again() -> None:
    game = table("r1.act")
    game.play("wethouder", c.TickCard(card="rapport"))
    game.step("r2.act")
    game.play("wethouder", c.TickCard(card="rapport", known_by=("lokaal",)))
    assert knowing(game) == ("wethouder", "lokaal")


def test_nobody_ticks_before_deciding_begins() -> None:
    with refused("not_now"):
        table("r1.talk").play("wethouder", c.TickCard(card="rapport"))


def test_a_card_that_nobody_told_is_a_silence() -> None:
    assert silences(table("r2.consequences")) == ["rapport"]


def test_a_card_that_one_of_them_knows_is_no_silence() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    game.step("r2.consequences")
    assert silences(game) == []


def test_a_card_told_to_others_is_a_silence_for_who_should_have_known() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("griffier",)))
    game.step("r2.consequences")
    assert silences(game) == ["rapport"]


def test_a_silence_whose_condition_does_not_hold_is_none() -> None:
    def only_if_closed(casus: dict[str, Any]) -> None:
        casus["cards"]["rapport"]["silent"][0]["when"] = {"decided": "brug", "option": "dicht"}

    assert silences(table("r2.consequences", changed(only_if_closed))) == []


def test_a_card_that_was_never_dealt_is_no_silence() -> None:
    def silent_photo(casus: dict[str, Any]) -> None:
        casus["cards"]["foto"]["silent"] = [{"round": "r1", "title": "Stil", "consequences": ["onrust"]}]

    game = table("r1.talk", changed(silent_photo))
    game.lead(c.SkipInject(inject="scheur"))
    game.step("r1.consequences")
    assert silences(game) == []


def test_a_silence_has_consequences() -> None:
    assert "raad_wist_niets" in table("r2.consequences").state.happened


def test_sharing_is_told_only_to_who_was_there() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    told = [seat for seat in ("wethouder", "groen", "lokaal") if _notice(game, seat)]
    assert told == ["wethouder", "groen"]


def _notice(game: Game, seat: str) -> bool:
    return any("gedeeld met" in item.title for item in game.sees(seat).feed.values())


def test_nobody_is_blamed_for_the_silence_of_an_empty_chair() -> None:
    game = table("r2.talk")
    game.do(game.player("wethouder"), c.LeaveSeat())
    game.step("r2.consequences")
    assert silences(game) == []


def test_a_card_counts_the_rounds_as_the_edition_plays_them() -> None:
    told = {edition: renumbered(table(edition=edition).state, "na ronde 2") for edition in ("dagdeel", "avond")}
    assert told == {"dagdeel": "na ronde 2", "avond": "na ronde 1"}
    assert renumbered(table(edition="avond").state, "na ronde 1") == "na ronde 1"
