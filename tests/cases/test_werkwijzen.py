"""The six werkwijzen at the Kreek hold back what they say they hold back, and end well or badly by what the table did."""

from __future__ import annotations

from functools import cache

import pytest

from app.casus_reading import read_content
from app.config import ROOT
from game_rules.rules.milestones import made
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands_lab import RecommendationAnswer
from game_rules.vocabulary.errors import RuleError
from tests.play import Game
from tests.rules.story import refused

CASES = ROOT / "cases"
SIX = ("startnotitie", "omgevingstafel", "raadswerkgroep", "burgerberaad", "uitdaagrecht", "digitaal_panel")
EDITIONS = ("dagdeel", "avond")
WORDS = "Dat hebben wij zo gedaan, en het staat op papier."


@cache
def content(casus: str = "kreek") -> Content:
    found = read_content(CASES / "casussen" / f"{casus}.yaml", CASES).content
    assert found
    return found


class Table(Game):
    """Twelve people at the Kreek who chose one werkwijze before the start."""

    def __init__(self, werkwijze: str, edition: str = "avond") -> None:
        super().__init__(content(), edition)
        self.werkwijze = werkwijze
        self.lead(c.ChooseWerkwijze(werkwijze=werkwijze))
        self.sit_all()

    def say(self, seat: str, milestone: str) -> None:
        """This seat says that the milestone was reached, with a sentence when that is asked."""
        asks = self.state.content.werkwijzen[self.werkwijze].milestones[milestone].asks
        text = WORDS if asks else ""
        self.play(seat, c.ReachMilestone(werkwijze=self.werkwijze, milestone=milestone, text=text))

    def answer(self, seat: str, milestone: str, *answers: RecommendationAnswer) -> None:
        """Every recommendation that was made gets one of these answers in turn, with a reason."""
        for index, one in enumerate(self.recommended(milestone)):
            command = c.AnswerRecommendation(
                werkwijze=self.werkwijze,
                milestone=milestone,
                recommendation=one,
                answer=answers[index % len(answers)],
                reason=WORDS,
            )
            self.play(seat, command)

    def recommended(self, milestone: str) -> tuple[str, ...]:
        """The recommendations that were made."""
        return tuple(made(self.state, self.state.content.werkwijzen[self.werkwijze], milestone))

    def decide(self, decision: str, option: str) -> None:
        """In the step of its round in which one decides; an organ passes it without a vote."""
        rules = self.state.casus.decisions[decision]
        self.step(f"{rules.round}.act")
        if rules.rule == "office":
            self.play(rules.by, c.Decide(decision=decision, option=option, reason=WORDS))
            return
        self.play("burgemeester", c.PutToVote(decision=decision, option=option))
        self.play("burgemeester", c.Hammer(decision=decision))

    def result(self, decision: str) -> str:
        now = self.state.decisions[decision].result
        return now.option if now else ""

    @property
    def merits(self) -> set[str]:
        """The merits that were won."""
        return {id_ for id_, one in self.state.werkwijzen[self.werkwijze].merits.items() if one.won}

    @property
    def well(self) -> bool | None:
        return self.state.werkwijzen[self.werkwijze].well

    @property
    def happened(self) -> set[str]:
        return set(self.state.happened)

    @property
    def fired(self) -> set[str]:
        return {id_ for id_, inject in self.state.injects.items() if inject.status == "fired"}


def held(table: Table, decision: str, option: str) -> None:
    """This cannot be put to the vote yet, and the refusal says what comes first."""
    with refused("gate_closed"):
        table.play("burgemeester", c.PutToVote(decision=decision, option=option))


# --- startnotitie -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_raad_first_fixes_the_question_and_then_votes(edition: str) -> None:
    table = Table("startnotitie", edition)
    table.step("r2.talk")
    with refused("milestone_order"):
        table.say("griffier", "rollen")
    table.say("griffier", "vraag")
    table.say("griffier", "rollen")
    table.decide("startnotitie_open", "deels")
    table.decide("plan", "zestig")
    table.step("r4.talk")
    table.say("samen", "gehoord")
    table.decide("advies", "voorwaarden")
    table.step("r5.talk")
    table.say("dorps", "terug")
    table.step("r6.read")
    assert table.merits == {"eerst", "open", "gehoord", "terug"}
    assert table.well and "startnotitie_goed" in table.happened


def test_without_a_question_on_paper_the_raad_does_not_vote() -> None:
    table = Table("startnotitie")
    table.decide("plan", "zestig")
    table.step("r4.act")
    assert "startnotitie_waarover" in table.fired, "somebody in the public asks what the question is"
    held(table, "advies", "positief")
    table.step("r6.read")
    assert not table.result("advies"), "the round closed without advice"
    assert table.well is False and {"startnotitie_slecht", "startnotitie_zonder_grens"} <= table.happened


# --- omgevingstafel ---------------------------------------------------------------------------------------------------


def test_no_plan_before_all_advisers_are_asked_and_no_deal_before_the_raad_knows() -> None:
    table = Table("omgevingstafel", "dagdeel")
    table.step("r2.act")
    held(table, "plan", "zestig")
    table.say("secretaris", "adviseurs")
    table.say("inwoner", "buren")
    table.decide("omgevingstafel_mandaat", "spreken")
    table.decide("plan", "zestig")
    table.step("r4.talk")
    with refused("milestone_order"):
        table.say("griffier", "raad_weet")
    table.say("secretaris", "afspraken")
    table.say("griffier", "raad_weet")
    table.decide("advies", "positief")
    table.decide("vergunning", "verlenen")
    table.step("r6.read")
    assert table.well and table.merits == {"compleet", "buren", "eerlijk", "raad"}
    assert "omgevingstafel_zelfde_blad" in table.happened


def test_neighbours_who_pointed_before_are_recognised_at_the_second_table() -> None:
    """In the long edition the werkwijze leans on the table of round 1."""
    table = Table("omgevingstafel", "dagdeel")
    table.decide("tafel", "buren")
    table.step("r2.talk")
    table.say("secretaris", "adviseurs")
    table.say("ontwikkelaar", "buren")
    table.step("r4.read")
    assert "omgevingstafel_huis_51" in table.happened


def test_a_handshake_before_the_raad_knows_is_a_deal_behind_its_back() -> None:
    table = Table("omgevingstafel")
    table.step("r2.act")
    table.say("secretaris", "adviseurs")
    table.play("wethouder", c.PerformAct(act="omgevingstafel_hand_erop", target="ontwikkelaar"))
    table.decide("plan", "achtenveertig")
    table.step("r5.act")
    assert "omgevingstafel_in_de_krant" in table.fired, "the raad reads it in the paper"
    held(table, "vergunning", "verlenen")
    table.step("r6.read")
    assert table.result("vergunning") == "uitstel"
    assert table.well is False and {"omgevingstafel_hand_gezien", "omgevingstafel_via_krant"} <= table.happened


# --- raadswerkgroep ---------------------------------------------------------------------------------------------------


def test_a_mixed_group_hears_people_and_tells_before_the_vote() -> None:
    table = Table("raadswerkgroep")
    table.decide("raadswerkgroep_leden", "paren")
    table.say("dorps", "op_pad")
    table.decide("plan", "zestig")
    table.step("r4.act")
    held(table, "advies", "positief")
    table.say("groen", "bevindingen")
    table.decide("advies", "voorwaarden")
    table.step("r5.talk")
    table.answer("wethouder", "antwoord", "taken", "partly", "rejected")
    table.step("r6.act")
    assert table.well and table.merits == {"gemengd", "op_tijd", "voor_stemming", "antwoord"}
    table.step("epilogue")
    assert {"raadswerkgroep_punt_een", "raadswerkgroep_punt_twee", "raadswerkgroep_punt_weg"} <= table.happened
    assert "raadswerkgroep_elk_halfjaar" not in table.happened, "it was rejected"


def test_a_group_that_stays_home_lets_the_cake_go_stale() -> None:
    table = Table("raadswerkgroep")
    table.decide("raadswerkgroep_leden", "liefhebbers")
    table.decide("plan", "zestig")
    table.step("r4.act")
    assert "raadswerkgroep_bleef_thuis" in table.fired
    with refused("milestone_order"):
        table.say("groen", "bevindingen")
    held(table, "advies", "positief")
    table.step("epilogue")
    assert not table.merits and table.well is False
    assert {"raadswerkgroep_taart_op", "raadswerkgroep_koffie_koud"} <= table.happened


# --- burgerberaad -----------------------------------------------------------------------------------------------------


def drawn_group(promise: str = "antwoord") -> Table:
    """The raad promised something and five people were drawn."""
    table = Table("burgerberaad")
    table.step("r2.act")
    with refused("milestone_order"):
        table.say("griffier", "loting")
    table.decide("burgerberaad_mandaat", promise)
    table.say("griffier", "loting")
    return table


def test_the_lot_is_drawn_after_the_promise_and_decides_who_recommends() -> None:
    table = drawn_group()
    drawn = table.state.werkwijzen["burgerberaad"].reached["loting"].drawn
    rules = table.state.content.werkwijzen["burgerberaad"].milestones["antwoord"].recommendations
    assert len(drawn) == 5 and "burgerberaad_brieven" in table.fired
    assert set(table.recommended("antwoord")) == {
        id_ for id_, one in rules.items() if not one.drawn or set(one.drawn) & set(drawn)
    }


def test_the_raad_hears_the_drawn_people_then_votes_then_answers_everything() -> None:
    table = drawn_group()
    table.decide("plan", "zestig")
    table.step("r4.act")
    held(table, "advies", "positief")
    table.say("griffier", "gehoord")
    table.decide("advies", "voorwaarden")
    table.step("r5.talk")
    table.answer("samen", "antwoord", "taken", "rejected")
    table.decide("lijst", "opdelen")
    table.say("burgemeester", "terug")
    table.step("epilogue")
    assert table.well and table.merits == {"belofte", "op_tijd", "antwoord", "over", "terug"}
    assert {"burgerberaad_goed", "burgerberaad_nee_kort", "burgerberaad_alles_beantwoord"} <= table.happened


def test_a_promise_to_follow_that_is_not_kept_comes_back_in_forty_letters() -> None:
    table = drawn_group("volgen")
    table.decide("plan", "zestig")
    table.step("r4.talk")
    table.say("vrij", "gehoord")
    table.step("r6.act")
    assert "burgerberaad_map" in table.fired, "the recommendations still lie there"
    held(table, "lijst", "tien")
    table.answer("vrij", "antwoord", "rejected")
    table.decide("lijst", "tien")
    table.step("epilogue")
    assert table.well is False and table.merits == {"belofte", "op_tijd"}
    assert "burgerberaad_woord_terug" in table.happened


# --- uitdaagrecht -----------------------------------------------------------------------------------------------------


def test_a_task_goes_over_after_a_test_limits_and_a_way_out() -> None:
    table = Table("uitdaagrecht")
    table.step("r2.act")
    table.say("inwoner", "verzoek")
    table.play("inwoner", c.PerformAct(act="uitdaagrecht_hele_straat"))
    table.step("r4.talk")
    with refused("milestone_order"):
        table.say("griffier", "grenzen")
    table.say("wethouder", "toets")
    table.say("griffier", "grenzen")
    table.step("r5.act")
    held(table, "uitdaagrecht_contract", "geheel")
    table.say("secretaris", "afspraken")
    table.decide("uitdaagrecht_contract", "geheel")
    table.step("r6.talk")
    table.say("inwoner", "bericht")
    table.step("epilogue")
    assert table.well and table.merits == {"toets", "grenzen", "papier", "antwoord", "straat"}
    assert "uitdaagrecht_goed" in table.happened and "uitdaagrecht_dinsdagen" not in table.happened


def test_a_request_without_an_answer_ends_with_twelve_rakes_in_the_ditch() -> None:
    table = Table("uitdaagrecht")
    table.step("r2.talk")
    table.say("inwoner", "verzoek")
    table.step("r5.act")
    assert "uitdaagrecht_geen_toets" in table.fired
    held(table, "uitdaagrecht_contract", "nee")
    table.step("epilogue")
    assert table.well is False and not table.result("uitdaagrecht_contract")
    assert {"uitdaagrecht_harken", "uitdaagrecht_stilte", "uitdaagrecht_duurder"} <= table.happened


# --- digitaal panel ---------------------------------------------------------------------------------------------------


def test_the_outcome_is_explained_with_who_is_missing_before_the_raad_votes() -> None:
    table = Table("digitaal_panel")
    table.step("r2.act")
    table.say("griffier", "vraag")
    table.decide("digitaal_panel_vorm", "keuzes")
    table.decide("plan", "zestig")
    table.step("r4.act")
    with refused("milestone_order"):
        table.say("griffier", "uitleg")
    held(table, "advies", "positief")
    table.say("griffier", "wie_mist")
    table.say("burgemeester", "uitleg")
    table.decide("advies", "voorwaarden")
    table.step("r5.talk")
    table.say("griffier", "terug")
    table.step("r6.read")
    assert table.well and table.merits == {"eerst_vraag", "echte_keuze", "wie_mist", "terug"}


def test_a_department_that_clicks_along_is_found_when_somebody_counts() -> None:
    table = Table("digitaal_panel")
    table.step("r2.act")
    table.say("griffier", "vraag")
    table.play("wethouder", c.PerformAct(act="digitaal_panel_afdeling"))
    table.step("r4.talk")
    table.say("secretaris", "wie_mist")
    table.step("r6.read")
    assert "digitaal_panel_mail_uit" in table.happened
    assert table.well is False and table.merits == {"eerst_vraag", "wie_mist"}


# --- what the law, the purse and the facilitator say ------------------------------------------------------------------


@pytest.mark.parametrize("werkwijze", SIX)
def test_a_werkwijze_that_is_stopped_lets_everything_go_and_counts_as_badly_done(werkwijze: str) -> None:
    table = Table(werkwijze)
    table.step("r2.act")
    table.lead(c.StopWerkwijze(werkwijze=werkwijze, reason="Er is geen tijd meer voor."))
    table.decide("plan", "zestig")
    table.decide("advies", "positief")
    table.decide("lijst", "vijftig")
    table.step("epilogue")
    assert table.well is False and f"{werkwijze}_slecht" in table.happened


@pytest.mark.parametrize("werkwijze", ["burgerberaad", "omgevingstafel", "uitdaagrecht"])
def test_what_the_law_forbids_with_a_secret_memo_is_refused_with_the_article(werkwijze: str) -> None:
    game = Game(content("memo"))
    fits = content("memo").casus.werkwijzen
    assert fits
    with pytest.raises(RuleError) as caught:
        game.lead(c.ChooseWerkwijze(werkwijze=werkwijze))
    assert caught.value.code == "werkwijze_forbidden" and fits.forbidden[werkwijze].article in str(caught.value)


@pytest.mark.parametrize("werkwijze", ["startnotitie", "raadswerkgroep", "digitaal_panel"])
def test_the_raad_of_the_memo_can_choose_it_in_its_first_round(werkwijze: str) -> None:
    game = Game(content("memo"))
    game.sit_all()
    game.step("r1.talk")
    game.play("griffier", c.PlaceOnAgenda(item="werkwijze"))
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision="werkwijze", option=werkwijze))
    game.play("burgemeester", c.Hammer(decision="werkwijze"))
    assert game.state.werkwijzen[werkwijze].how == "decision"
    assert any(id_.startswith(f"{werkwijze}_") for id_ in game.state.decisions), "what it asks is asked at once"


def test_a_burgerberaad_takes_all_people_and_all_money_there_is() -> None:
    table = Table("burgerberaad")
    table.step("r2.act")
    with refused("budget_empty"):
        table.play("secretaris", c.PerformAct(act="bijstand", target="samen"))
