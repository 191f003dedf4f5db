"""Zestig huizen aan de Kreek, as it must come out: two paths, a warning, an inspreker, a question, and a list."""

from __future__ import annotations

from functools import cache

import pytest

from app.casus_reading import read_content
from app.config import ROOT
from game_rules.conditions import holds
from game_rules.rules.ballots import open_options
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import ActRefused
from tests.play import Game
from tests.rules.story import one, refused

CASES = ROOT / "cases"
FRACTIES = ("lokaal", "groen", "vrij", "dorps", "samen")
EDITIONS = ("dagdeel", "avond")


@cache
def content() -> Content:
    found = read_content(CASES / "casussen" / "kreek.yaml", CASES).content
    assert found
    return found


def table(edition: str = "dagdeel") -> Game:
    """All twelve seats are taken and the first round of this edition stands at talk."""
    game = Game(content(), edition)
    game.sit_all()
    game.step("r1.talk" if edition == "dagdeel" else "r2.talk")
    return game


def decide(game: Game, decision: str, option: str) -> None:
    """An organ passes an option without a vote, or the office-holder decides, in the round of that decision."""
    rules = content().casus.decisions[decision]
    game.step(f"{rules.round}.act")
    if rules.rule == "office":
        game.play(rules.by, c.Decide(decision=decision, option=option, reason="Dat past bij wat wij weten."))
        return
    game.play("burgemeester", c.PutToVote(decision=decision, option=option))
    game.play("burgemeester", c.Hammer(decision=decision))


def after(edition: str, **decided: str) -> Game:
    """A game in which these decisions were taken in order and the rest was left to silence."""
    game = table(edition)
    for decision, option in decided.items():
        decide(game, decision, option)
    return game


def happened(game: Game) -> set[str]:
    return set(game.state.happened)


def fired(game: Game) -> set[str]:
    return {id_ for id_, inject in game.state.injects.items() if inject.status == "fired"}


def to_end(game: Game) -> set[str]:
    """Everything that has happened by Eén jaar later."""
    game.step("epilogue")
    return happened(game)


# --- two paths --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_sixty_goes_to_the_raad_and_forty_eight_does_not(edition: str) -> None:
    sixty = after(edition, plan="zestig")
    sixty.step("r4.talk")
    assert "advies" in sixty.state.decisions and "motie" not in sixty.state.decisions
    fewer = after(edition, plan="achtenveertig")
    fewer.step("r4.talk")
    assert "motie" in fewer.state.decisions and "advies" not in fewer.state.decisions


def test_the_developer_would_take_fifty_four_but_somebody_must_know() -> None:
    game = after("avond")
    with refused("unknown_option"):
        decide(game, "plan", "vierenvijftig")
    game.play("ontwikkelaar", c.TellCard(card="on_54", to=("wethouder",)))
    decide(game, "plan", "vierenvijftig")
    game.step("r4.talk")
    assert "advies" in game.state.decisions


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_twelve_lost_homes_get_names(edition: str) -> None:
    game = after(edition, plan="achtenveertig")
    game.step("r4.talk")
    assert "twaalf_stoelen" in fired(game)
    assert "Naima" in content().casus.injects["twaalf_stoelen"].text
    assert {"naima_vertrekt", "nachtdienst_dicht"} <= to_end(game)


def test_on_sixty_no_chair_stays_empty() -> None:
    game = after("avond", plan="zestig")
    game.step("r4.talk")
    assert "twaalf_stoelen" not in fired(game)


def test_nobody_may_call_an_advice_on_forty_eight_binding() -> None:
    game = after("avond", plan="achtenveertig")
    game.step("r4.talk")
    events = game.play("dorps", c.PerformAct(act="alsnog_bindend"))
    assert one(events, ActRefused).article == "Omgevingswet 16.15a en 16.15b"


# --- the binding advice -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("advice", "offered"),
    [
        ("positief", {"verlenen", "terug", "uitstel"}),
        ("voorwaarden", {"verlenen_voorwaarden", "terug", "uitstel"}),
        ("negatief", {"weigeren", "uitstel"}),
    ],
)
def test_the_college_is_bound_by_the_advice(advice: str, offered: set[str]) -> None:
    game = after("avond", plan="zestig", advies=advice)
    game.step("r5.talk")
    assert set(open_options(game.state, "vergunning")) == offered


def test_without_an_advice_in_time_the_college_may_decide_alone() -> None:
    game = after("avond", plan="zestig")
    game.step("r5.talk")
    assert "advies_stil" in happened(game)
    assert {"verlenen", "weigeren"} <= set(open_options(game.state, "vergunning"))


def test_the_wethouder_cannot_lay_the_advice_aside() -> None:
    game = after("avond", plan="zestig", advies="negatief")
    game.step("r5.talk")
    events = game.play("wethouder", c.PerformAct(act="advies_negeren"))
    assert one(events, ActRefused).article == "Omgevingswet 16.15b"


# --- the warning of the waterschap --------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_after_a_positive_advice_the_warning_sends_the_college_back_to_the_raad(edition: str) -> None:
    game = after(edition, plan="zestig", advies="positief", vergunning="terug", optie="verlengen")
    game.step("r6.talk")
    assert "college_terug" in happened(game)
    decide(game, "heradvies", "hoge_deel")
    decide(game, "vervolg", "meekijken")
    assert {"waterschap_belt_eerst", "groep_wordt_model"} <= to_end(game)


def test_one_member_of_the_college_can_send_the_letter_to_the_raad() -> None:
    game = after("avond", plan="zestig", advies="positief")
    game.step("r5.talk")
    game.play("wethouder_2", c.PerformAct(act="brief_naar_raad"))
    decide(game, "optie", "verlengen")
    assert all(seat in game.state.cards["gs_water"].known for seat in FRACTIES)
    game.step("r6.talk")
    assert {"college_terug", "heradvies"} <= happened(game) | set(game.state.decisions)


def test_the_secretaris_who_lets_it_slip_in_round_five_does_the_same() -> None:
    game = after("avond", plan="zestig", advies="voorwaarden")
    game.step("r5.talk")
    game.play("secretaris", c.TellCard(card="gs_water", to=("samen",)))
    decide(game, "optie", "verlengen")
    game.step("r6.talk")
    assert "heradvies" in game.state.decisions


def test_who_grants_it_with_the_letter_in_a_drawer_hears_so_from_the_raad() -> None:
    game = after("avond", plan="zestig", advies="positief", vergunning="verlenen")
    game.step("r6.talk")
    assert "raad_wist_niet" in happened(game)
    assert "heradvies" not in game.state.decisions
    assert "dertien_leden" in fired(game)
    assert {"natte_kelders", "verzekeraar_vraagt"} <= to_end(game)


def test_a_raad_that_heard_of_the_water_in_time_is_not_surprised() -> None:
    game = after("avond", plan="zestig")
    game.play("secretaris", c.TellCard(card="gs_water", to=("lokaal",)))
    decide(game, "advies", "positief")
    decide(game, "vergunning", "verlenen")
    game.step("r6.talk")
    assert "raad_kent_water" in happened(game)
    assert "raad_wist_niet" not in happened(game)


@pytest.mark.parametrize("edition", EDITIONS)
def test_on_forty_eight_the_college_owns_the_water_alone(edition: str) -> None:
    game = after(edition, plan="achtenveertig", vergunning="verlenen")
    game.step("r6.talk")
    assert "verleend_alleen" in happened(game)
    assert "heradvies" not in game.state.decisions
    found = to_end(game)
    assert {"water_van_college", "claim_begroting", "achtenveertig_staan"} <= found
    assert "raad_wist_niet" not in found


def test_a_new_culvert_keeps_the_dike_dry() -> None:
    game = after("avond", plan="achtenveertig")
    game.step("r4.talk")
    game.play("wethouder_2", c.PerformAct(act="duiker_geld"))
    decide(game, "vergunning", "verlenen")
    decide(game, "duiker", "ja")
    found = to_end(game)
    assert "droge_winter" in found
    assert "water_van_college" not in found


def test_a_wethouder_only_asks_for_the_culvert_and_the_raad_may_say_no() -> None:
    game = after("avond", plan="achtenveertig")
    game.step("r4.talk")
    game.play("wethouder_2", c.PerformAct(act="duiker_geld"))
    decide(game, "vergunning", "verlenen")
    decide(game, "duiker", "nee")
    found = to_end(game)
    assert {"geen_duiker", "water_van_college"} <= found
    assert "droge_winter" not in found


def test_nobody_votes_on_a_culvert_that_nobody_asked_for() -> None:
    game = after("avond", plan="zestig")
    game.step("r6.talk")
    assert "duiker" not in game.state.decisions


def test_a_secretaris_who_tells_the_raad_past_the_college_hears_so() -> None:
    past = table("avond")
    past.play("secretaris", c.TellCard(card="gs_water", to=("lokaal",)))
    past.step("r2.consequences")
    assert "buiten_college_om" in happened(past)
    first = table("avond")
    first.play("secretaris", c.TellCard(card="gs_water", to=("wethouder_2",)))
    first.play("wethouder_2", c.PerformAct(act="waterschap_in_raad"))
    first.step("r2.consequences")
    assert {"college_kent_concept", "raad_kent_water"} <= happened(first)
    assert "buiten_college_om" not in happened(first)


def test_without_a_permit_the_land_goes_to_horses_unless_somebody_asked_coba() -> None:
    lost = after("avond", plan="zestig", advies="positief", vergunning="uitstel", optie="lopen")
    assert "paarden_aan_kreek" in to_end(lost)
    assert "heradvies" not in lost.state.decisions
    saved = after("avond", plan="zestig", advies="positief", vergunning="uitstel", optie="lopen")
    saved.play("vrij", c.PerformAct(act="coba_vragen"))
    assert "paarden_aan_kreek" not in to_end(saved)


def test_a_permit_that_says_first_the_culvert_waits_for_a_culvert() -> None:
    game = after("avond", plan="zestig", advies="voorwaarden", vergunning="verlenen_voorwaarden")
    found = to_end(game)
    assert "paal_mag_niet" in found
    assert not {"natte_kelders", "zestig_staan"} & found
    built = after("avond", plan="zestig", advies="voorwaarden")
    built.step("r5.talk")
    built.play("wethouder_2", c.PerformAct(act="duiker_geld"))
    decide(built, "vergunning", "verlenen_voorwaarden")
    decide(built, "duiker", "ja")
    found = to_end(built)
    assert {"droge_winter", "zestig_staan"} <= found
    assert "paal_mag_niet" not in found


def test_a_raad_that_asks_to_be_asked_is_heard_if_the_land_is_still_there() -> None:
    game = after("avond", plan="achtenveertig", motie="voorleggen", vergunning="voorleggen", optie="verlengen")
    decide(game, "mening", "hoog")
    found = to_end(game)
    assert {"college_vraagt_alsnog", "mening_hoog"} <= found
    assert "rapport_op_plank" not in found


def test_fifty_four_homes_get_another_letter_than_sixty() -> None:
    game = table("avond")
    game.play("ontwikkelaar", c.TellCard(card="on_54", to=("wethouder",)))
    decide(game, "plan", "vierenvijftig")
    decide(game, "advies", "positief")
    game.step("r5.talk")
    assert "brief_water_54" in fired(game)
    assert "brief_water" not in fired(game)
    assert "terug" not in open_options(game.state, "vergunning")


def test_woonkring_leaves_because_of_eight_homes_and_not_because_of_silence() -> None:
    told = table("avond")
    told.play("wethouder", c.TellCard(card="wh_kring", to=("groen",)))
    decide(told, "plan", "achtenveertig")
    silent = after("avond", plan="achtenveertig")
    assert "woonkring_haakt_af" in to_end(told) & to_end(silent)
    assert "acht_verzwegen" not in happened(told)
    assert "acht_verzwegen" in happened(silent)


def test_a_wethouder_who_answered_honestly_is_not_blamed_for_half_the_truth() -> None:
    game = after("avond", plan="zestig")
    ask_48(game, "all")
    decide(game, "vergunning", "weigeren")
    found = to_end(game)
    assert "wethouder_moe" in found
    assert "wethouder_stopt" not in found


def test_a_frame_of_the_raad_is_remembered_when_the_college_goes_past_it() -> None:
    game = table("avond")
    game.step("r2.act")
    game.play("griffier", c.PlaceOnAgenda(item="kaders"))
    decide(game, "kaders", "betaalbaar")
    decide(game, "plan", "achtenveertig")
    game.step("r4.talk")
    assert "kader_gebroken" in happened(game)


def test_bram_with_two_jobs_leaves_and_silke_still_builds() -> None:
    found = to_end(after("dagdeel", verslag="eigen", planner="kreek", lijst="vijftig"))
    assert {"bram_op", "planner_vertrekt", "silke_bouwt"} <= found
    assert "silke_wacht" not in found


# --- the inspreken and the question ----------------------------------------------------------------------------------------


def speak(game: Game) -> str:
    game.step("r4.talk")
    game.play("inwoner", c.SpeakUp(hearing="inspreken", text="De helft van de 300 zoekt een huis voor een kind."))
    return next(iter(game.state.speeches))


def answer(game: Game, seat: str, speech: str, takes_up: str) -> None:
    game.play(seat, c.AnswerSpeech(speech=speech, takes_up=takes_up, reason="Dat hoorden wij."))  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_a_fractie_takes_up_brings_new_voices(edition: str) -> None:
    game = table(edition)
    speech = speak(game)
    for seat in FRACTIES:
        answer(game, seat, speech, "yes" if seat == "samen" else "no")
    game.step("r4.consequences")
    assert "woorden_krijgen_plek" in happened(game)
    assert "microfoon_uit" not in happened(game)
    assert "wie_sprak_komt_terug" in to_end(game)


def test_a_fractie_that_says_nothing_empties_the_tribune() -> None:
    game = table("avond")
    answer(game, "dorps", speak(game), "no")
    found = to_end(game)
    assert {"microfoon_uit", "drie_insprekers"} <= found
    assert "woorden_krijgen_plek" not in found


def test_the_developer_may_speak_too_and_silence_is_noticed() -> None:
    assert content().casus.hearings["inspreken"].by == ("inwoner", "ontwikkelaar")
    game = table("avond")
    game.step("r4.consequences")
    assert "lege_microfoon" in happened(game)


def ask_48(game: Game, answered: str) -> None:
    game.step("r4.talk")
    game.play("dorps", c.AskFormally(question="vraag_48"))
    question = next(iter(game.state.questions))
    game.play("wethouder", c.AnswerFormally(question=question, answer=answered))  # type: ignore[arg-type]
    game.step("r4.consequences")


def test_the_whole_answer_costs_less_than_the_half_one() -> None:
    honest, half = table("avond"), table("avond")
    ask_48(honest, "all")
    assert "antwoord_ja" in happened(honest)
    ask_48(half, "part")
    assert "antwoord_half" in happened(half)
    assert not any("antwoord_half" in str(line) for line in half.sees("dorps").consequences)
    half.step("r5.talk")
    half.play("ontwikkelaar", c.PerformAct(act="notitie_geven"))
    half.step("r6.talk")
    assert "andere_helft" in happened(half)
    shifts = content().casus.consequences
    assert shifts["antwoord_ja"].shifts["kracht"] > 0 > shifts["antwoord_geweigerd"].shifts["kracht"]
    assert shifts["andere_helft"].shifts["kracht"] < shifts["antwoord_geweigerd"].shifts["kracht"]


def test_a_refusal_is_public() -> None:
    game = table("avond")
    ask_48(game, "refused")
    assert "antwoord_geweigerd" in happened(game)


# --- the list and its end ---------------------------------------------------------------------------------------------------

END = {"drieentwintig", "planner_vertrekt", "silke_wacht", "macht_zonder_punt"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_raad_that_lowers_the_list_wins_power_and_loses_its_point(edition: str) -> None:
    game = after(edition, lijst="tien")
    game.step("r6.consequences")
    assert "lijst_tien" in happened(game)
    assert not END & happened(game)
    assert to_end(game) >= END
    assert "Silke" in content().casus.consequences["silke_wacht"].title


@pytest.mark.parametrize("option", ["opdelen", "participatie", "vijftig"])
def test_with_any_other_list_silke_builds(option: str) -> None:
    found = to_end(after("avond", lijst=option))
    assert not END & found
    assert found & {"silke_bouwt", "avond_op_kwekerij"}


def test_who_gave_bram_a_reason_keeps_him_but_not_silkes_year() -> None:
    game = table("avond")
    game.step("r5.talk")
    game.play("secretaris", c.PerformAct(act="bram_vast"))
    decide(game, "lijst", "tien")
    found = to_end(game)
    assert {"planner_blijft", "silke_wacht"} <= found
    assert "planner_vertrekt" not in found
    assert holds(game.state, content().casus.seats["secretaris"].goal_reached)


def test_three_seats_each_hold_a_piece_of_that_end_before_the_vote() -> None:
    game = table("avond")
    game.step("r6.talk")
    holders = {card: game.state.cards[card].holder for card in ("gr_kleine", "gs_bram", "in_silke")}
    assert holders == {"gr_kleine": "griffier", "gs_bram": "secretaris", "in_silke": "inwoner"}


@pytest.mark.parametrize(
    ("card", "seat"),
    [
        ("wh_48", "wethouder"),
        ("gr_vier", "griffier"),
        ("gs_water", "secretaris"),
        ("gs_planner", "secretaris"),
        ("on_54", "ontwikkelaar"),
        ("in_helft", "inwoner"),
        ("do_nicht", "dorps"),
        ("bm_klacht", "burgemeester"),
    ],
)
def test_everybody_begins_with_the_own_secret(card: str, seat: str) -> None:
    game = table("avond")
    assert card in game.sees(seat).cards
    assert not any(card in game.sees(other).cards for other in content().casus.seats if other != seat and _here(other))


def _here(seat: str) -> bool:
    rules = content().casus.seats[seat]
    return rules.playable and not rules.follow_up


def test_a_wethouder_who_steps_down_can_write_for_the_bode() -> None:
    game = table("avond")
    game.play("wethouder", c.Resign(reason="Ik noemde 48 en zei het niet.", onward="journalist"))
    game.step("r4.talk")
    assert "fiets_ingeleverd" in happened(game)
    game.play("journalist", c.PerformAct(act="stuk_van_binnen", text="Het begon met koffie."))
    game.step("r4.consequences")
    assert "pagina_van_binnen" in happened(game)
