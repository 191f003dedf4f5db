"""From cause to consequence: when it falls, what it moves, what follows from it, and why."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules import engine
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import changed, table


def hammered(step: str, decision: str, option: str, *changes: Any, edition: str = "", seed: str = "seed") -> Game:
    """The chair lets this option pass."""
    game = table(step, changed(*changes), edition, seed)
    game.play("burgemeester", c.PutToVote(decision=decision, option=option))
    game.play("burgemeester", c.Hammer(decision=decision))
    return game


def consequence(id_: str, **fields: object) -> Any:
    def change(casus: dict[str, Any]) -> None:
        casus["consequences"][id_].update(fields)

    return change


def happened_at(game: Game, id_: str) -> str:
    """The step at which a consequence happened."""
    state = None
    for record in game.log:
        state = engine.start(game.content, record) if state is None else engine.evolve(state, record)
        if isinstance(record.event, e.ConsequenceHappened) and record.event.consequence == id_:
            return state.clock.key
    return "never"


def test_a_consequence_without_delay_waits_for_the_end_of_its_round() -> None:
    game = hammered("r1.act", "onderzoek", "grondig")
    before = "vertraging" in game.state.happened
    game.step("r1.consequences")
    assert (before, "vertraging" in game.state.happened) == (False, True)


def test_a_consequence_with_a_delay_of_one_falls_a_round_later() -> None:
    game = hammered("r1.act", "onderzoek", "snel")
    game.step("epilogue")
    assert happened_at(game, "snel_klaar") == "r2.consequences"


@pytest.mark.parametrize("delay", [1, 2, 9])
def test_a_consequence_beyond_the_last_round_falls_one_year_later(delay: int) -> None:
    game = hammered("r2.act", "brug", "dicht", consequence("omrijden", delay=delay))
    game.step("epilogue")
    assert happened_at(game, "omrijden") == "epilogue"


def test_what_is_caused_in_the_step_of_consequences_falls_at_once() -> None:
    game = table("r1.consequences")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert "raad_weet_het" in game.state.happened


def test_what_is_caused_over_dinner_belongs_to_the_next_round() -> None:
    game = table("meal.r1")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("epilogue")
    assert happened_at(game, "raad_weet_het") == "r2.consequences"


def test_a_consequence_moves_its_indicators_and_nothing_else_does() -> None:
    game = hammered("r1.act", "onderzoek", "grondig")
    game.step("r1.consequences")
    assert game.state.indicators == {"vertrouwen": 50, "rust": 58}


def test_an_indicator_stays_within_the_scale() -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", shifts={"rust": -99}))
    game.step("r1.consequences")
    assert game.state.happened["vertraging"].shifts == {"rust": -60}


def test_a_condition_is_asked_when_the_consequence_falls() -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", when={"told": "rapport"}))
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("r1.consequences")
    assert "vertraging" in game.state.happened


def test_a_consequence_whose_condition_does_not_hold_lapses() -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", when={"told": "rapport"}))
    game.step("r1.consequences")
    assert (game.state.lapsed, game.state.pending) == (("vertraging",), {})


@pytest.mark.parametrize(("chance", "happens"), [(0.0, False), (0.999999, True)])
def test_the_lot_is_drawn_when_the_consequence_falls(chance: float, happens: bool) -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", chance=chance))
    game.step("r1.consequences")
    assert ("vertraging" in game.state.happened) is happens


def test_the_draw_is_kept_in_the_log() -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", chance=0.0))
    game.step("r1.consequences")
    lapsed = [r.event for r in game.log if isinstance(r.event, e.ConsequenceLapsed)]
    assert lapsed[0].drawn is not None


def test_what_follows_from_a_consequence_names_it_as_its_cause() -> None:
    game = hammered("r2.act", "brug", "dicht")
    game.step("epilogue")
    assert [(cause.kind, cause.id) for cause in game.state.happened["nieuwe_brug"].causes] == [
        ("consequence", "omrijden")
    ]


def test_a_delay_of_what_follows_counts_from_its_cause() -> None:
    game = hammered("r1.act", "onderzoek", "grondig", consequence("vertraging", next=["nieuwe_brug"]))
    game.step("epilogue")
    assert happened_at(game, "nieuwe_brug") == "r2.consequences"


def test_two_causes_lead_to_one_consequence_with_two_causes() -> None:
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    game.play("wethouder", c.AnswerFormally(question=next(iter(game.state.questions)), answer="all"))
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("r1.consequences")
    assert [cause.kind for cause in game.state.happened["raad_weet_het"].causes] == ["question", "card"]


def test_the_earliest_of_two_causes_says_when_it_falls() -> None:
    def also_after_the_quick_report(casus: dict[str, Any]) -> None:
        casus["consequences"]["snel_klaar"]["next"] = ["omrijden"]
        casus["consequences"]["omrijden"]["delay"] = 1

    game = hammered("r1.act", "onderzoek", "snel", also_after_the_quick_report, consequence("snel_klaar", delay=0))
    game.step("r2.act")
    before = game.state.pending["omrijden"].due
    game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    game.play("burgemeester", c.Hammer(decision="brug"))
    assert (before, game.state.pending["omrijden"].due) == (1, 1)


def test_a_consequence_happens_once_in_a_game() -> None:
    game = table("closed")
    ids = [r.event.consequence for r in game.log if isinstance(r.event, e.ConsequenceHappened)]
    assert len(ids) == len(set(ids))


def test_a_consequence_for_some_seats_is_seen_by_them_only() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="meten"))
    game.step("r1.consequences")
    sees = [seat for seat in ("wethouder", "groen", "lokaal") if "meting" in game.sees(seat).consequences]
    assert sees == ["wethouder", "groen"]


def test_nothing_is_on_its_way_any_more_one_year_later() -> None:
    game = hammered("r2.act", "brug", "open")
    game.step("epilogue")
    assert game.state.pending == {}


def test_the_delay_counts_played_rounds_in_a_short_edition_too() -> None:
    game = hammered("r2.act", "brug", "dicht", edition="avond")
    game.step("epilogue")
    assert (happened_at(game, "omrijden"), happened_at(game, "nieuwe_brug")) == ("r2.consequences", "epilogue")


def test_the_outcome_of_a_skipped_round_has_its_consequences() -> None:
    game = table("r2.consequences", edition="avond")
    assert {cause.kind for cause in game.state.happened["vertraging"].causes} == {"decision", "round"}
