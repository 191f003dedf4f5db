"""A werkwijze is enforced: what comes first, who may say so, what waits for it, what it costs, and how well it was done."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules import engine
from game_rules.chance import draw
from game_rules.rules import budgets
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state_parts import Cause
from tests.play import FACILITATOR
from tests.rules.story import HELPER, changed, put, refused, table, vote
from tests.rules.werkwijze_story import (
    STALL,
    TALK,
    adopt,
    agreed,
    answer,
    answer_all,
    invite,
    now,
    reach,
    refusal,
    the,
    two_rounds,
)
from tests.small import small_content, with_werkwijzen

LEAD = Audience(kind="facilitator", participant="f1")

# --- choosing it before the start ------------------------------------------------------------------------------------


def test_what_it_brings_belongs_to_the_casus_from_the_moment_it_is_chosen() -> None:
    game = agreed()
    assert now(game).how == "facilitator"
    assert {"dorpsgesprek_tent", "dorpsgesprek_regen", "dorpsgesprek_goed"} <= {
        *game.state.casus.decisions, *game.state.casus.injects, *game.state.casus.consequences,
    }  # fmt: skip
    assert game.state.injects["dorpsgesprek_regen"].status == "waiting"
    assert game.see(game.audience("groen")).werkwijzen[TALK].state == "ready"
    game.step("r2.read")
    assert game.state.injects["dorpsgesprek_regen"].status == "fired"
    assert game.state.cards["dorpsgesprek_lijst"].holder == "griffier"


def test_another_one_takes_its_place_and_nothing_of_the_first_stays() -> None:
    game = agreed()
    game.lead(c.ChooseWerkwijze(werkwijze=STALL))
    assert list(game.state.werkwijzen) == [STALL]
    assert "dorpsgesprek_regen" not in game.state.injects
    assert "dorpsgesprek_tent" not in game.state.casus.decisions
    game.lead(c.DropWerkwijze(werkwijze=STALL))
    assert game.state.werkwijzen == {}
    assert game.state.casus == small_content().casus


def test_a_brief_card_of_a_werkwijze_goes_when_the_werkwijze_goes() -> None:
    def in_the_brief(casus: dict[str, Any]) -> None:
        card = {"title": "T", "text": "T", "seat": "griffier", "harms": "h", "expires": "e"}
        casus["werkwijzen"]["allowed"][TALK]["parts"] = {"cards": {"dorpsgesprek_brief": card}}

    game = table("briefing", with_werkwijzen(changed(in_the_brief)))
    game.lead(c.ChooseWerkwijze(werkwijze=TALK))
    assert "dorpsgesprek_brief" in game.sees("griffier").cards
    game.lead(c.DropWerkwijze(werkwijze=TALK))
    assert "dorpsgesprek_brief" not in game.sees("griffier").cards


def test_only_the_facilitator_chooses_and_only_before_the_first_round() -> None:
    game = table()
    with refused("not_for_you"):
        game.play("griffier", c.ChooseWerkwijze(werkwijze=TALK))
    game.step("r1.read")
    with refused("not_now"):
        game.lead(c.ChooseWerkwijze(werkwijze=TALK))
    assert game.see(LEAD).facilitator.werkwijzen == {}  # type: ignore[union-attr]


def test_what_the_law_forbids_cannot_be_chosen_and_the_article_is_named() -> None:
    game = table(content=small_content())
    with refusal("werkwijze_forbidden") as no:
        game.lead(c.ChooseWerkwijze(werkwijze="stemdoos"))
    assert no.value.details["article"] == "Gemeentewet 27"
    card = game.see(LEAD).facilitator.werkwijzen["stemdoos"]  # type: ignore[union-attr]
    assert (card.article, card.label) == ("Gemeentewet 27", "Stemdoos")
    assert "choose_werkwijze:stemdoos" not in game.see(LEAD).allowed


@pytest.mark.parametrize("id_", ["burgerberaad", "", "x"])
def test_a_werkwijze_that_this_casus_does_not_know_is_refused(id_: str) -> None:
    with refused("werkwijze_not_here"):
        table(content=small_content()).lead(c.ChooseWerkwijze(werkwijze=id_))


def test_one_that_costs_more_than_there_is_cannot_be_chosen() -> None:
    def poor(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["purse"]["money"] = 1

    def busy(casus: dict[str, Any]) -> None:
        casus["seats"]["griffier"]["budgets"]["agenda"]["per_round"] = 0

    for change, what in ((poor, "geld"), (busy, "capaciteit")):
        game = table(content=with_werkwijzen(changed(change)))
        with refusal("werkwijze_unaffordable") as no:
            game.lead(c.ChooseWerkwijze(werkwijze=TALK))
        assert no.value.details["what"] == what
        assert "te weinig" in game.see(LEAD).facilitator.werkwijzen[TALK].forbidden  # type: ignore[union-attr]


def test_choosing_what_is_chosen_and_dropping_what_is_not_change_nothing() -> None:
    game = agreed()
    with refused("no_change"):
        game.lead(c.ChooseWerkwijze(werkwijze=TALK))
    with refused("werkwijze_unknown"):
        game.lead(c.DropWerkwijze(werkwijze=STALL))


# --- milestones ------------------------------------------------------------------------------------------------------


def test_the_griffier_says_what_happened_and_everybody_reads_it() -> None:
    game = agreed("r2.talk")
    with refused("empty_text"):
        game.play("griffier", reach("uitnodigen", " "))
    game.play("griffier", reach("uitnodigen", "Alle huizen bij de brug."))
    card = game.sees("groen").werkwijzen[TALK].milestones["uitnodigen"]
    assert (card.state, card.said, card.who) == ("reached", "Alle huizen bij de brug.", "Griffier Bos")
    game.step("r2.consequences")
    assert the(game, e.ConsequenceHappened, "dorpsgesprek_brief").causes[0] == Cause(
        kind="milestone", id="dorpsgesprek.uitnodigen", version=now(game).reached["uitnodigen"].version
    )


def test_another_seat_may_not_say_so_but_facilitator_and_tafelhulp_may() -> None:
    game = agreed("r2.talk")
    with refused("not_for_you"):
        game.play("groen", reach("uitnodigen", "Ik deed het."))
    game.do(HELPER, reach("uitnodigen", "De griffier deed het hardop."))
    game.lead(reach("loten"))
    assert set(now(game).reached) == {"uitnodigen", "loten"}


def test_a_milestone_waits_for_its_round_and_for_what_comes_before_it() -> None:
    game = agreed("r1.talk", two_rounds())
    with refusal("milestone_order") as no:
        game.play("griffier", reach("loten"))
    assert no.value.details["first"] == "Het dorp is uitgenodigd"
    with refused("milestone_later"):
        game.lead(reach("besloten"))
    invite(game)
    with refused("milestone_reached"):
        game.lead(reach("loten"))


def test_a_milestone_that_does_not_exist_is_refused() -> None:
    game = agreed("r2.talk")
    with refused("unknown_milestone"):
        game.lead(reach("feest"))
    with refused("werkwijze_unknown"):
        game.lead(reach("kraam", werkwijze=STALL))


def test_what_was_not_done_in_its_round_is_missed_and_can_still_be_done() -> None:
    game = agreed("r2.read", two_rounds())
    assert set(now(game).missed) == {"uitnodigen", "loten", "advies"}
    assert game.sees("groen").werkwijzen[TALK].milestones["uitnodigen"].state == "missed"
    game.step("r2.talk")
    invite(game)
    assert now(game).reached["loten"].late
    assert now(game).missed["loten"]


def test_a_milestone_that_follows_from_what_happens_names_what_made_it_so() -> None:
    game = agreed("r2.talk")
    invite(game)
    game.step("r2.act")
    adopt(game, "brug", "open")
    reached = the(game, e.MilestoneReached, TALK, "besloten")
    assert reached.causes == (Cause(kind="decision", id="brug", version=game.state.decisions["brug"].version),)


def test_nothing_counts_as_done_before_what_must_come_first() -> None:
    """The raad decided, but the milestone also waits for the village."""

    def village_first(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["allowed"][TALK]["milestones"] = {
            "besloten": {
                "title": "De raad besluit", "text": "Na het dorp.", "round": "@end", "done": {"decided": "onderzoek"},
                "after": ["loten"],
            }
        }  # fmt: skip

    game = agreed("r2.talk", two_rounds(village_first))
    assert "besloten" not in now(game).reached
    invite(game)
    assert "besloten" in now(game).reached


# --- the lot and what comes out --------------------------------------------------------------------------------------


def test_the_lot_picks_different_people_and_the_draws_are_kept() -> None:
    game = agreed("r2.talk")
    invite(game)
    event = the(game, e.MilestoneReached, TALK, "loten")
    assert event.draws == tuple(draw("seed", f"lot:{TALK}:loten:{place}") for place in (0, 1))
    assert len(set(event.drawn)) == 2
    words = game.sees("groen").werkwijzen[TALK].milestones["loten"].drawn
    assert set(words) <= {"een bakker", "een visser", "twee zussen"}


def _seed_with(*drawn: str) -> str:
    """A seed with which the lot picks these people."""
    for number in range(60):
        game = agreed("r2.talk", seed=str(number))
        invite(game)
        if set(now(game).reached["loten"].drawn) == set(drawn):
            return str(number)
    raise AssertionError("the lot never picks them")


def test_only_who_was_drawn_makes_a_recommendation_and_each_asks_for_an_answer_with_a_reason() -> None:
    game = agreed("r2.talk", seed=_seed_with("visser", "zus"))
    invite(game)
    assert set(game.sees("groen").werkwijzen[TALK].milestones["advies"].recommendations) == {"licht", "boot"}
    with refused("unknown_recommendation"):
        game.play("groen", answer("bord"))
    with refused("empty_text"):
        game.play("groen", answer("licht", reason="  "))
    with refused("answer_first"):
        game.lead(reach("advies"))
    game.play("groen", answer("licht", "partly"))
    with refused("already_given"):
        game.play("lokaal", answer("licht", "rejected"))
    assert "advies" not in now(game).reached
    game.play("lokaal", answer("boot", "rejected"))
    assert now(game).reached["advies"].by == "lokaal"


def test_what_was_answered_is_a_cause() -> None:
    game = agreed("r2.talk", seed=_seed_with("bakker", "zus"))
    invite(game)
    answer_all(game, "rejected")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("r2.consequences")
    causes = the(game, e.ConsequenceHappened, "dorpsgesprek_boos").causes
    assert {("recommendation", f"{TALK}.bord"), ("recommendation", f"{TALK}.boot")} <= {
        (one.kind, one.id) for one in causes
    }
    assert "dorpsgesprek_lamp" not in game.state.happened


# --- gates -----------------------------------------------------------------------------------------------------------


def test_the_raad_cannot_vote_before_the_village_was_drawn() -> None:
    game = agreed("r2.act")
    with refusal("gate_closed") as no:
        put(game, option="open")
    assert (no.value.details["until"], no.value.details["article"]) == ("Het lot kiest wie er praat", "Gemeentewet 150")
    assert "put_to_vote:brug" not in game.sees("burgemeester").allowed
    assert "eerst het dorp" in game.sees("groen").decisions["brug"].notice
    assert game.sees("groen").werkwijzen[TALK].gates["0"].decisions == ("Gaat de brug dicht?",)
    invite(game)
    put(game, option="open")
    assert not game.sees("groen").werkwijzen[TALK].gates
    assert game.sees("groen").decisions["brug"].notice == ""


def test_a_decision_on_paper_waits_too() -> None:
    game = agreed("r2.act")
    game.lead(c.Unexpected(kind="paper"))
    assert not any(one.startswith("enter_decision:brug") for one in game.see(LEAD).allowed)
    with refused("gate_closed"):
        game.lead(c.EnterDecision(decision="brug", option="open"))


def test_an_office_holder_waits_too_and_so_does_a_vote_that_runs() -> None:
    def hold_both(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["places"]["about"] = ["bericht", "brug", "onderzoek"]
        casus["werkwijzen"]["choice"]["round"] = "r1"

    game = table("r1.act", two_rounds(hold_both))
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    put(game, "onderzoek", "snel")
    adopt(game, "werkwijze", TALK)
    with refused("gate_closed"):
        game.play("wethouder", c.CastVote(decision="onderzoek", votes=c.Votes(for_=1)))
    assert not any("onderzoek" in key for key in game.sees("wethouder").allowed if key.startswith("cast_vote"))
    game.step("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.step("r2.act")
    assert "decide:bericht" not in game.sees("burgemeester").allowed
    with refused("gate_closed"):
        game.play("burgemeester", c.Decide(decision="bericht", option="kort", reason="Rust."))


def test_a_round_still_ends_when_the_gate_stays_closed() -> None:
    game = agreed("epilogue")
    assert game.state.decisions["brug"].result.how == "unanswered"  # type: ignore[union-attr]


# --- stopping --------------------------------------------------------------------------------------------------------


def test_who_may_stop_it_frees_what_it_held_and_it_counts_as_done_badly() -> None:
    game = agreed("r2.act")
    with refused("not_for_you"):
        game.play("groen", c.StopWerkwijze(werkwijze=TALK, reason="Te duur."))
    game.play("burgemeester", c.StopWerkwijze(werkwijze=TALK, reason="De tent lekt."))
    put(game, option="open")
    with refused("werkwijze_over"):
        game.lead(reach("uitnodigen", "Toch."))
    card = game.sees("groen").werkwijzen[TALK]
    assert (card.state, card.why_stopped) == ("stopped", "De tent lekt.")
    game.step("epilogue")
    judged = the(game, e.WerkwijzeJudged, TALK)
    assert not judged.well
    assert Cause(kind="werkwijze", id=TALK, version=now(game).stopped) in judged.causes
    assert "dorpsgesprek_slecht" in game.state.happened


# --- what it costs ---------------------------------------------------------------------------------------------------


def test_it_takes_capacity_from_the_round_in_which_it_starts_until_it_is_over() -> None:
    game = agreed("r1.talk")
    assert budgets.left(game.state, "griffier", "agenda") == 2, "it starts in round 2"
    game.step("r2.talk")
    assert game.sees("griffier").me.budgets["agenda"].left == 1
    game.play("griffier", c.PlaceOnAgenda(item="voorzitter"))
    with refused("budget_empty"):
        game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.lead(c.StopWerkwijze(werkwijze=TALK, reason="Genoeg."))
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))


# --- chosen during play ----------------------------------------------------------------------------------------------


def _choose_in_play(option: str = TALK) -> Any:
    game = table("r1.act", small_content())
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    put(game, "werkwijze", option)
    vote(game, "werkwijze", lokaal=(5, 0), groen=(4, 0))
    game.play("burgemeester", c.CloseVote(decision="werkwijze"))
    return game


def test_the_raad_chooses_one_by_a_vote_and_it_holds_from_then_on() -> None:
    game = _choose_in_play()
    assert (now(game).how, now(game).decision) == ("decision", "werkwijze")
    game.step("r2.act")
    with refused("gate_closed"):
        put(game, option="open")


def test_what_it_brings_for_the_round_that_runs_is_there_at_once() -> None:
    def at_once(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["allowed"][TALK]["parts"] = {
            "decisions": {
                "dorpsgesprek_nu": {
                    "question": "Nu?", "context": "Nu.", "by": "raad", "rule": "raad", "round": "r1", "article": "a",
                    "options": {"ja": {"text": "Ja", "asked_by": "x", "pro": "p", "con": "c"}, "nee": {"text": "Nee", "asked_by": "x", "pro": "p", "con": "c"}},
                    "unanswered": {"text": "Niets.", "option": "nee"},
                }
            }
        }  # fmt: skip

    game = table("r1.act", two_rounds(at_once))
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    adopt(game, "werkwijze", TALK)
    assert game.state.decisions["dorpsgesprek_nu"].status == "asked"
    assert game.state.injects["dorpsgesprek_regen"].status == "fired"


def test_as_always_starts_nothing() -> None:
    assert _choose_in_play("zoals_altijd").state.werkwijzen == {}


def test_nobody_decides_and_it_stays_as_always() -> None:
    game = table("r1.act", small_content())
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    game.step("r2.read")
    assert game.state.decisions["werkwijze"].result.option == "zoals_altijd"  # type: ignore[union-attr]
    assert game.state.werkwijzen == {}


def test_an_option_that_cannot_be_paid_is_closed_and_the_card_says_why() -> None:
    game = agreed("r1.act")
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    card = game.sees("burgemeester").decisions["werkwijze"]
    assert {id_: one.state for id_, one in card.options.items()} == {
        TALK: "closed", STALL: "closed", "zoals_altijd": "open",
    }  # fmt: skip
    assert "Kraam op de weekmarkt: Voor deze werkwijze is te weinig geld" in card.notice
    with refused("unknown_option"):
        put(game, "werkwijze", STALL)


def test_no_more_are_chosen_during_play_than_the_casus_allows() -> None:
    def rich(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["purse"]["money"] = 9

    def second(casus: dict[str, Any]) -> None:
        casus["decisions"]["nog_een"] = {
            "question": "Nog een?", "context": "Nog een.", "by": "raad", "rule": "raad", "round": "r1", "article": "a",
            "options": {
                "kraam": {"text": "De kraam", "asked_by": "x", "pro": "p", "con": "c", "starts": STALL},
                "nee": {"text": "Nee", "asked_by": "x", "pro": "p", "con": "c"},
            },
            "unanswered": {"text": "Niets.", "option": "nee"},
        }  # fmt: skip

    game = table("r1.act", with_werkwijzen(changed(rich, second)))
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    adopt(game, "werkwijze", TALK)
    assert WHY["werkwijze_enough"] in game.sees("groen").decisions["nog_een"].notice
    with refused("unknown_option"):
        put(game, "nog_een", "kraam")


WHY = {"werkwijze_enough": "kun je nu geen werkwijze meer kiezen"}

# --- judging ---------------------------------------------------------------------------------------------------------


def test_it_is_done_well_when_enough_merits_are_won_and_each_names_its_facts() -> None:
    game = agreed("r2.talk")
    invite(game)
    answer_all(game)
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert game.sees("groen").werkwijzen[TALK].merits == {}
    assert not any(one.judged for one in game.see(LEAD).werkwijzen[TALK].merits.values())
    game.step("r2.consequences")
    assert now(game).well
    merits = now(game).merits
    told = game.state.cards["rapport"].known["groen"].version
    assert merits["verteld"].causes == (Cause(kind="card", id="rapport", version=told),)
    assert merits["geantwoord"].causes[0].kind == "milestone"
    assert {one.kind for one in merits["gebruikt"].causes} == {"recommendation"}
    good = game.state.happened["dorpsgesprek_goed"]
    assert good.causes == (Cause(kind="werkwijze", id=TALK, version=now(game).judged),)
    assert good.shifts == {"vertrouwen": 8, "rust": -4}
    assert game.sees("groen").werkwijzen[TALK].merits["verteld"].words == "Hier hoorde een fractie van het rapport."


def test_it_is_done_badly_when_too_little_was_won() -> None:
    game = agreed("r2.consequences")
    assert now(game).well is False
    assert "dorpsgesprek_slecht" in game.state.happened
    assert "dorpsgesprek_boos" in game.state.happened


def test_a_merit_never_tells_a_secret_by_its_moment() -> None:
    """That nobody told of the report is a secret: the moment is that of the judgement."""
    game = agreed("r2.consequences")
    card = game.sees("groen").werkwijzen[TALK].merits["verteld"]
    assert card.moment == now(game).merits["verteld"].version


def test_who_goes_to_the_end_early_is_judged_there() -> None:
    game = agreed("r1.talk")
    game.lead(c.GoToEpilogue())
    assert now(game).well is False
    assert "dorpsgesprek_slecht" in game.state.happened


def test_without_anything_done_the_choice_itself_is_why() -> None:
    def only_acts(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["allowed"][STALL]["text"] = "Hier."

    game = agreed("r1.talk", with_werkwijzen(changed(only_acts)), STALL)
    game.lead(c.GoToEpilogue())
    assert the(game, e.WerkwijzeJudged, STALL).causes == (
        Cause(kind="werkwijze", id=STALL, version=now(game, STALL).version),
    )


# --- taking back, and looking back -----------------------------------------------------------------------------------


def test_a_choice_that_the_facilitator_wrote_down_can_be_taken_back() -> None:
    game = table("r1.act", small_content())
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    game.lead(c.Unexpected(kind="paper"))
    game.lead(c.EnterDecision(decision="werkwijze", option=TALK))
    assert TALK in game.state.werkwijzen
    game.lead(c.Undo())
    assert game.state.werkwijzen == {}
    assert "dorpsgesprek_tent" not in game.state.casus.decisions
    assert "dorpsgesprek_regen" not in game.state.injects
    game.lead(c.EnterDecision(decision="werkwijze", option=TALK))
    assert game.state.injects["dorpsgesprek_regen"].status == "waiting"


def test_a_judgement_that_came_with_a_step_goes_back_with_it() -> None:
    game = agreed("r2.act")
    game.lead(c.CloseRound(from_step="r2.act"))
    assert now(game).well is False
    game.lead(c.Undo())
    assert now(game).well is None
    assert now(game).missed == {}
    assert not any(one.judged for one in game.sees("groen").werkwijzen[TALK].merits.values())


def test_the_log_alone_gives_the_same_game() -> None:
    game = agreed("r2.talk")
    invite(game)
    answer_all(game, "partly")
    game.step("debrief.note")
    again = engine.replay(game.content, game.log)
    assert (again.werkwijzen, again.casus) == (game.state.werkwijzen, game.state.casus)
    assert again.happened == game.state.happened


# --- who sees and does what ------------------------------------------------------------------------------------------


def test_what_may_be_done_is_offered_to_who_may_do_it() -> None:
    game = agreed("r2.talk")
    assert "reach_milestone:dorpsgesprek.uitnodigen" in game.sees("griffier").allowed
    assert "reach_milestone:dorpsgesprek.uitnodigen" not in game.sees("groen").allowed
    assert "reach_milestone:dorpsgesprek.loten" not in game.sees("griffier").allowed
    assert "stop_werkwijze:dorpsgesprek" in game.sees("burgemeester").allowed
    invite(game)
    assert "answer_recommendation:dorpsgesprek.licht" in game.sees("groen").allowed
    assert any(one.anchor == "werkwijzen" for one in game.sees("groen").todo.values())
    assert game.do(FACILITATOR, answer("licht"))


def test_a_helper_writes_down_an_answer_that_was_given_aloud() -> None:
    game = agreed("r2.talk")
    invite(game)
    assert "answer_recommendation:dorpsgesprek.licht" in game.see(Audience(kind="helper", participant="h1")).allowed
    game.do(HELPER, answer("licht"))
    assert now(game).answered["licht"].by == ""
