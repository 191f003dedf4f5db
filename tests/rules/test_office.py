"""One office-holder decides alone, with a reason that everybody reads."""

from __future__ import annotations

from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from tests.play import Game
from tests.rules.story import changed, one, outcome, refused, table

HONEST = c.Decide(decision="bericht", option="eerlijk", reason="Mensen mogen het weten.")


def on_the_agenda(step: str = "r2.act") -> Game:
    """The message to the village is on the agenda."""
    game = table("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.step(step)
    return game


def test_the_office_holder_decides_alone() -> None:
    game = on_the_agenda()
    game.play("burgemeester", HONEST)
    assert outcome(game, "bericht") == ("eerlijk", "office")


def test_everybody_reads_the_reason() -> None:
    game = on_the_agenda()
    game.play("burgemeester", HONEST)
    assert game.sees("groen").decisions["bericht"].outcome_reason == "Mensen mogen het weten."


def test_a_reason_is_more_than_spaces() -> None:
    game = on_the_agenda()
    with refused("empty_text"):
        game.play("burgemeester", c.Decide(decision="bericht", option="eerlijk", reason="  "))


def test_nobody_else_decides_it() -> None:
    game = on_the_agenda()
    with refused("not_your_decision"):
        game.play("wethouder", HONEST)


def test_it_is_not_put_to_a_vote() -> None:
    game = on_the_agenda()
    with refused("not_your_decision"):
        game.play("burgemeester", c.PutToVote(decision="bericht", option="eerlijk"))


def test_it_is_decided_once() -> None:
    game = on_the_agenda()
    game.play("burgemeester", HONEST)
    with refused("decided"):
        game.play("burgemeester", HONEST)


def test_an_option_whose_condition_does_not_hold_cannot_be_chosen() -> None:
    def only_when_known(casus: dict[str, dict[str, dict[str, dict[str, object]]]]) -> None:
        casus["decisions"]["bericht"]["options"]["eerlijk"]["when"] = {"told": "rapport"}  # type: ignore[index]

    game = table("r2.talk", changed(only_when_known))
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.step("r2.act")
    with refused("unknown_option"):
        game.play("burgemeester", HONEST)


def test_a_decision_has_its_consequences() -> None:
    game = on_the_agenda()
    assert one(game.play("burgemeester", HONEST), e.ConsequenceScheduled).consequence == "raad_weet_het"


def test_silence_of_the_office_holder_is_an_answer_too() -> None:
    game = on_the_agenda("r2.consequences")
    assert outcome(game, "bericht") == ("kort", "unanswered")


def test_a_suspended_meeting_does_not_hold_up_an_office_holder() -> None:
    game = on_the_agenda()
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.play("burgemeester", HONEST)
    assert outcome(game, "bericht") == ("eerlijk", "office")
