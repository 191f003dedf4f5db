"""How the seats worked together: each measure counts what was recorded, says what it covers, and names no person."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.samenspel import MEASURES, measure, needs
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.views_samenspel import Figure, MeasureCard
from tests.play import Game
from tests.rules.story import changed, close, put, table, vote
from tests.rules.werkwijze_story import TALK, agreed, answer_all, invite


def of(game: Game, id_: str, everything: bool = True) -> MeasureCard:
    return measure(game.state, everything)[id_]


def figures(found: tuple[Figure, ...]) -> dict[str, tuple[int, int]]:
    return {one.key: (one.count, one.of) for one in found}


def totals(game: Game, id_: str, everything: bool = True) -> dict[str, tuple[int, int]]:
    return figures(of(game, id_, everything).figures)


def row(game: Game, id_: str, role: str) -> dict[str, tuple[int, int]]:
    return figures(of(game, id_).roles[role].figures)


def status(game: Game) -> dict[tuple[str, str], str]:
    return {(need.card, need.seat): need.status for need in needs(game.state)}


# --- op tijd weten -------------------------------------------------------------------------------------------------


def test_who_was_told_before_the_end_of_the_round_knew_in_time() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert status(game) == {("rapport", "lokaal"): "open", ("rapport", "groen"): "on_time"}
    game.step("epilogue")
    assert status(game) == {("rapport", "lokaal"): "never", ("rapport", "groen"): "on_time"}
    found = totals(game, "weten")
    assert (found["on_time"], found["never"]) == ((1, 2), (1, 2))
    assert found["shared"] == (1, 2)
    assert found["delay"] == (0, 0)
    assert row(game, "weten", "wethouder") == {"shared": (1, 1)}
    assert row(game, "weten", "raadslid") == {"kept": (1, 1), "on_time": (1, 2), "never": (1, 2)}


def silent_in_the_first_round(casus: dict[str, Any]) -> None:
    casus["cards"]["rapport"]["silent"][0]["round"] = "r1"


def test_told_after_the_silence_was_noted_is_too_late() -> None:
    game = table("r2.talk", changed(silent_in_the_first_round))
    assert list(game.state.silences) == ["rapport.0"]
    game.play("wethouder", c.ShowCard(card="rapport", to=("lokaal",)))
    assert status(game) == {("rapport", "lokaal"): "later", ("rapport", "groen"): "never"}
    assert totals(game, "weten")["delay"] == (1, 0)


def test_a_tick_after_the_round_was_closed_comes_too_late() -> None:
    game = table("r1.consequences", changed(silent_in_the_first_round))
    game.play("wethouder", c.TickCard(card="rapport", known_by=("lokaal",)))
    assert status(game)["rapport", "lokaal"] == "later"
    game = table("r1.act", changed(silent_in_the_first_round))
    game.play("wethouder", c.TickCard(card="rapport", known_by=("lokaal",)))
    game.step("r1.consequences")
    assert status(game)["rapport", "lokaal"] == "on_time"


def worth_nothing_from_the_second_round_on(casus: dict[str, Any]) -> None:
    casus["cards"]["rapport"].update(
        silent=[], told=[{"to": ["groen"], "consequences": ["raad_weet_het"], "when": {"not": {"round": "r2"}}}]
    )


def test_a_card_that_counts_until_a_round_begins_is_needed_before_it() -> None:
    content = changed(worth_nothing_from_the_second_round_on)
    game = table("meal.r1", content)
    assert status(game) == {("rapport", "groen"): "open"}
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    assert status(game) == {("rapport", "groen"): "on_time"}
    silent = table("r2.read", content)
    assert status(silent) == {("rapport", "groen"): "never"}
    assert status(table("r2.read", content, edition="avond")) == {}


def when_the_bridge_closes(casus: dict[str, Any]) -> None:
    casus["cards"]["rapport"]["silent"][0]["when"] = {"decided": "brug", "option": "dicht"}


def test_a_silence_whose_condition_did_not_hold_counts_for_nobody() -> None:
    game = table("epilogue", changed(when_the_bridge_closes))
    assert game.state.silences == {}
    assert needs(game.state) == ()
    assert "never" not in totals(game, "weten")


def to_whoever(casus: dict[str, Any]) -> None:
    casus["cards"]["rapport"]["silent"][0].pop("to")


def test_a_card_for_anybody_belongs_to_no_office() -> None:
    game = table("r1.talk", changed(to_whoever))
    game.play("wethouder", c.TellCard(card="rapport", to=("griffier",)))
    assert status(game) == {("rapport", ""): "on_time"}
    assert totals(game, "weten")["on_time"] == (1, 1)
    assert all("on_time" not in figures(one.figures) for one in of(game, "weten").roles.values())


def test_per_card_stands_who_heard_it_and_who_did_not() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("epilogue")
    line = of(game, "weten").lines["rapport"]
    assert (line.title, line.who, line.round) == ("Het rapport", "Wethouder", 2)
    assert line.text == "Op tijd: Fractie Groen; Niet: Fractie Lokaal Kreekdam."


# --- stilte en haar prijs --------------------------------------------------------------------------------------------


def test_a_silence_has_its_price() -> None:
    game = table("epilogue")
    assert totals(game, "stilte") == {"silent": (1, 1), "follows": (1, 0), "moved": (10, 0)}
    assert row(game, "stilte", "wethouder") == {"silent": (1, 1)}
    line = of(game, "stilte").lines["rapport.0"]
    assert (line.title, line.who, line.round) == ("Niemand hoorde van het rapport", "Wethouder", 2)
    assert [(one.id, one.round, one.shifts) for one in line.follows] == [("raad_wist_niets", 2, {"Vertrouwen": -10})]


def twice_silent(casus: dict[str, Any]) -> None:
    silence = {"round": "r2", "to": ["lokaal"], "title": "De tip bleef weg", "consequences": ["raad_wist_niets"]}
    casus["cards"]["belofte"]["silent"] = [{**silence, "to": ["groen"]}]


def test_what_follows_from_two_silences_is_counted_once() -> None:
    game = table("epilogue", changed(twice_silent))
    assert sorted(game.state.silences) == ["belofte.0", "rapport.0"]
    assert totals(game, "stilte") == {"silent": (2, 2), "follows": (1, 0), "moved": (10, 0)}


def test_a_silence_that_was_avoided_costs_nothing() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen",)))
    game.step("epilogue")
    assert totals(game, "stilte") == {"spoken": (1, 1)}


# --- overnemen -------------------------------------------------------------------------------------------------------


def test_ideas_and_what_became_of_them() -> None:
    game = table("r2.talk")
    game.play("wethouder", c.SpeakUp(hearing="aan_het_woord", text="Vertrouw ons."))
    game.play("groen", c.Propose(kind="motie", text="Eerst meten."))
    game.play("lokaal", c.Propose(kind="motie", text="Eerst rekenen."))
    game.play("lokaal", c.WithdrawProposal(proposal=next(reversed(game.state.proposals))))
    game.play("griffier", c.GiveAdvice(text="Stem hoofdelijk."))
    game.play("griffier", c.MakeMove(text="Ik bel de provincie.", reason="Die weet het."))
    assert totals(game, "overname") == {"open": (4, 4)}
    speech, advice, move = (next(iter(part)) for part in (game.state.speeches, game.state.advice, game.state.moves))
    game.play("lokaal", c.AnswerSpeech(speech=speech, takes_up="yes", reason="Helder."))
    game.play("groen", c.AnswerSpeech(speech=speech, takes_up="no", reason="Te vaag."))
    game.play("burgemeester", c.AnswerAdvice(advice=advice, followed=True, reason="Goed punt."))
    game.lead(c.Adjudicate(move=move, outcome="half", reason="Zij bellen terug."))
    assert totals(game, "overname") == {"taken": (1, 4), "partly": (2, 4), "open": (1, 4)}
    assert row(game, "overname", "griffier") == {"taken": (1, 2), "partly": (1, 2)}
    assert row(game, "overname", "raadslid") == {"open": (1, 1)}
    assert [(line.title, figures(line.figures)) for line in of(game, "overname").lines.values()] == [
        ("Inspraak", {"partly": (1, 1)}),
        ("Voorstellen", {"open": (1, 1)}),
        ("Procedureadvies", {"taken": (1, 1)}),
        ("Vrije zetten", {"partly": (1, 1)}),
    ]


def test_an_adopted_motie_is_one_idea_and_not_also_a_move() -> None:
    game = table("r2.talk")
    game.play("groen", c.Propose(kind="motie", text="Eerst meten."))
    motie = next(iter(game.state.proposals))
    game.play("griffier", c.PlaceOnAgenda(item=motie))
    game.step("r2.act")
    put(game, motie, "aannemen")
    vote(game, motie, lokaal=(5, 0), groen=(4, 0))
    close(game, motie)
    assert [move.proposal for move in game.state.moves.values()] == [motie]
    assert totals(game, "overname") == {"taken": (1, 1)}


def test_recommendations_of_a_werkwijze_are_ideas_of_no_office_once_they_are_made() -> None:
    game = agreed("r2.talk")
    assert totals(game, "overname") == {}
    invite(game)
    recommended = len(game.sees("groen").werkwijzen[TALK].milestones["advies"].recommendations)
    assert totals(game, "overname") == {"open": (recommended, recommended)}
    answer_all(game, "partly")
    assert totals(game, "overname") == {"partly": (recommended, recommended)}
    assert all(not line.figures for line in of(game, "overname").roles.values())
    assert [line.title for line in of(game, "overname").lines.values()] == ["Aanbevelingen uit de werkwijze"]


# --- tegenspraak -----------------------------------------------------------------------------------------------------


def test_questions_count_for_who_asked_and_for_who_answered() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.AskFormally(question="wist_u"))
    assert totals(game, "tegenspraak") == {"asked": (1, 0), "unanswered": (1, 1)}
    game.play("wethouder", c.AnswerFormally(question=next(iter(game.state.questions)), answer="part"))
    assert row(game, "tegenspraak", "raadslid") == {"asked": (1, 0)}
    assert row(game, "tegenspraak", "wethouder") == {"part": (1, 1)}
    assert totals(game, "tegenspraak", everything=False) == {"asked": (1, 0), "answered": (1, 1)}


def test_arguments_amendments_and_answers_at_a_hearing() -> None:
    game = table("r2.talk")
    game.play("lokaal", c.Propose(kind="amendement", text="Alleen voor vrachtwagens.", decision="brug"))
    game.play("griffier", c.MakeMove(text="Ik bel de provincie.", reason="Die weet het."))
    move = next(iter(game.state.moves))
    game.play("groen", c.ArgueMove(move=move, side="against", text="Die zegt niets."))
    game.play("lokaal", c.ArgueMove(move=move, side="for", text="Proberen kan altijd."))
    game.play("wethouder", c.SpeakUp(hearing="aan_het_woord", text="Vertrouw ons."))
    game.play("groen", c.AnswerSpeech(speech=next(iter(game.state.speeches)), takes_up="no", reason="Te vaag."))
    assert totals(game, "tegenspraak") == {
        "against": (1, 2), "for": (1, 2), "amended": (1, 0), "replied": (1, 1)
    }  # fmt: skip
    game.step("r2.consequences")
    assert row(game, "tegenspraak", "raadslid")["silent"] == (1, 2)


# --- toezeggingen, rol, polsslag -------------------------------------------------------------------------------------


def test_promises_count_for_the_office_that_made_them() -> None:
    game = table("r2.talk")
    for to in ("groen", "lokaal"):
        game.play("wethouder", c.MakePromise(to=to, text="U hoort het eerst."))
    game.play("groen", c.JudgePromise(promise=next(iter(game.state.promises)), kept=False))
    assert totals(game, "toezeggingen") == {"broken": (1, 2), "open": (1, 2)}
    assert row(game, "toezeggingen", "wethouder") == {"broken": (1, 2), "open": (1, 2)}
    assert row(game, "toezeggingen", "griffier") == {}


def test_what_is_void_forbidden_and_came_out_counts_per_office() -> None:
    game = table("r2.talk")
    game.play("burgemeester", c.PerformAct(act="meestemmen"))
    game.play("burgemeester", c.PerformAct(act="schorsen"))
    game.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    assert totals(game, "rol") == {"legal": (1, 3), "void": (1, 3), "hidden": (1, 3)}
    assert row(game, "rol", "burgemeester") == {"legal": (1, 2), "void": (1, 2)}
    game.lead(c.BringOut(act=next(id_ for id_, done in game.state.acts.items() if done.act == "fluisteren")))
    assert row(game, "rol", "wethouder") == {"out": (1, 1)}
    texts = [line.text for line in of(game, "rol").lines.values()]
    assert texts == ["Geweigerd: dit kan niet (Gemeentewet 9).", "Mag niet (Gemeentewet 169). Het kwam uit."]


def test_the_pulse_counts_answers_and_names_no_office() -> None:
    game = table("r2.consequences")
    for seat in ("griffier", "groen"):
        game.play(seat, c.GivePulse(role=4, knew=2, mattered=3))
    assert totals(game, "polsslag") == {"given": (2, 0), "rounds": (1, 0)}
    assert all(not one.figures for one in of(game, "polsslag").roles.values())
    mine = game.sees("griffier").pulse["r2"]
    assert (mine.mine, mine.role) == ({"role": 4, "knew": 2, "mattered": 3}, None)
    assert game.sees("lokaal").pulse["r2"].mine == {}


# --- all of them -----------------------------------------------------------------------------------------------------


def test_where_nothing_was_recorded_each_measure_says_so() -> None:
    game = table("briefing")
    for id_, card in measure(game.state, True).items():
        if id_ != "weten":
            assert card.empty.startswith("Er is niets vastgelegd over"), id_
            assert not (card.figures or card.roles or card.lines), id_


def test_each_measure_says_what_it_counts_and_what_it_does_not_know() -> None:
    for one in MEASURES:
        assert one.words.about.endswith("?"), one.id
        assert one.words.covers and one.words.beyond and one.words.empty.startswith("Er is niets vastgelegd over"), (
            one.id
        )
        assert len({part.key for part in one.parts}) == len(one.parts), one.id


def test_offices_stand_in_the_order_of_the_casus() -> None:
    game = table("r1.talk")
    game.play("groen", c.MakePromise(to="lokaal", text="Wij stemmen mee."))
    order = ["burgemeester", "griffier", "wethouder", "raadslid"]
    assert list(of(game, "toezeggingen").roles) == order


# --- who sees it when ------------------------------------------------------------------------------------------------

OPEN = ["overname", "tegenspraak", "toezeggingen", "polsslag"]


def test_the_facilitator_follows_it_live_and_others_see_it_when_they_look_back() -> None:
    game = table("r1.talk")
    lead = next(one for one in game.audiences() if one.kind == "facilitator")
    assert list(game.see(lead).samenspel) == [one.id for one in MEASURES]
    others = [one for one in game.audiences() if one.kind in ("seat", "screen", "observer")]
    for key, seen in (("r1.act", []), ("debrief.note", []), ("debrief.guess", []), ("debrief.judge", OPEN)):
        game.step(key)
        assert all(list(game.see(one).samenspel) == seen for one in others), key
    game.lead(c.Reveal())
    assert all(list(game.see(one).samenspel) == [m.id for m in MEASURES] for one in others)


@pytest.mark.parametrize("kind", ["helper", "waiting", "mirror"])
def test_who_helps_waits_or_mirrors_does_not_get_it(kind: str) -> None:
    game = table("debrief.judge")
    game.lead(c.Reveal())
    assert all(not game.see(one).samenspel for one in game.audiences() if one.kind == kind)
