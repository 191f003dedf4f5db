"""Why did it happen, and what did it lead to: back to who decided, who told or kept what, a condition, the lot; and forward."""

from __future__ import annotations

from typing import Any

import pytest

from game_rules.projections.causes_of_state import graph_of_state
from game_rules.projections.causes_seen import graph_seen
from game_rules.tracing import Graph, drawable, led_to, longest_chain, origins, reach, why
from game_rules.vocabulary import commands as c
from tests.play import Game
from tests.rules.story import changed, close, put, table, vote
from tests.small import small_content


def graph(game: Game) -> Graph:
    return graph_of_state(game.state)


def how(found: Graph, cause: str, effect: str) -> str:
    return next((edge.how for edge in found.edges if (edge.cause, edge.effect) == (cause, effect)), "")


def voted() -> Game:
    """The raad closes the bridge with five against four."""
    game = table("r2.act")
    put(game, option="dicht")
    vote(game, lokaal=(5, 0), groen=(0, 4))
    close(game)
    game.step("epilogue")
    return game


def test_a_consequence_goes_back_to_the_vote_and_to_who_voted_how() -> None:
    found = graph(voted())
    decision = why(found, "consequence:nieuwe_brug").nodes["decision:brug"]
    assert set(decision.seats) == {"burgemeester", "lokaal", "groen"}
    assert "Voor: Fractie Lokaal Kreekdam." in decision.detail
    assert "Tegen: Fractie Groen." in decision.detail


def test_a_decision_of_one_office_names_the_office() -> None:
    game = table("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.step("r2.act")
    game.play("burgemeester", c.Decide(decision="bericht", option="kort", reason="Het blijft rustig."))
    node = graph(game).nodes["decision:bericht"]
    assert node.seats == ("burgemeester",)
    assert node.made_by == "seat"


def test_what_nobody_decided_says_so() -> None:
    game = table("r1.consequences")
    node = graph(game).nodes["decision:onderzoek"]
    assert "besloot niets" in node.detail
    assert "consequence:onrust" in led_to(graph(game), "decision:onderzoek").nodes


def test_a_secret_ballot_names_nobody() -> None:
    game = table("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item="voorzitter"))
    game.step("r2.act")
    game.play("burgemeester", c.PutToVote(decision="voorzitter", option="stembriefje"))
    for seat in ("lokaal", "groen"):
        game.play(seat, c.CastBallot(decision="voorzitter", option="lid_groen"))
    game.lead(c.CloseVote(decision="voorzitter"))
    node = graph(game).nodes["decision:voorzitter"]
    assert set(node.seats) <= {"burgemeester"}
    assert "Voor:" not in node.detail


def test_a_figure_goes_back_to_the_consequence_that_moved_it() -> None:
    found = graph(voted())
    moved = next(node for node in found.nodes.values() if node.kind == "indicator" and node.title == "Rust −4")
    assert how(found, "consequence:omrijden", moved.key) == "moved"
    assert {"decision:brug"} <= {one.key for one in origins(found, moved.key)}


def test_an_ingreep_is_a_cause_with_its_reason() -> None:
    game = table("r1.talk")
    game.lead(c.Override(indicator="rust", shift=-5, reason="Het dorp is boos."))
    found = graph(game)
    (node,) = [one for one in found.nodes.values() if one.kind == "override"]
    assert (node.made_by, node.detail) == ("lead", "Het dorp is boos.")
    assert [edge.how for edge in found.edges if edge.cause == node.key] == ["moved"]


# --- conditions ------------------------------------------------------------------------------------------------------


def trust_falls() -> Game:
    """Trust drops below fifty and nobody told of the report: the rumour goes round."""
    game = table("r2.talk")
    game.lead(c.Override(indicator="vertrouwen", shift=-20, reason="Er lekt iets uit."))
    return game


def test_an_event_on_a_condition_points_at_the_facts_of_its_condition() -> None:
    found = graph(trust_falls())
    before = {edge.cause: edge.how for edge in found.edges if edge.effect == "inject:gerucht"}
    assert before == dict.fromkeys(before, "condition")
    assert any(key.startswith("indicator:vertrouwen.") for key in before)
    assert "silence:rapport" in before


def test_the_facts_are_those_of_that_moment() -> None:
    game = trust_falls()
    game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    game.lead(c.Override(indicator="vertrouwen", shift=30, reason="Het valt mee."))
    found = graph(game)
    before = [edge.cause for edge in found.edges if edge.effect == "inject:gerucht"]
    assert "card:rapport" not in before
    assert len([key for key in before if key.startswith("indicator:")]) == 1


def test_the_condition_of_a_consequence_counts_beside_its_cause() -> None:
    def later(casus: dict[str, Any]) -> None:
        casus["consequences"]["omrijden"]["when"] = {"told": "rapport"}

    game = table("r2.talk", changed(later))
    game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    game.step("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    game.play("burgemeester", c.Hammer(decision="brug"))
    game.step("r2.consequences")
    found = graph(game)
    assert how(found, "decision:brug", "consequence:omrijden") == "led"
    assert how(found, "card:rapport", "consequence:omrijden") == "condition"


def test_the_condition_of_a_question_and_of_an_option_count_too() -> None:
    def conditional(casus: dict[str, Any]) -> None:
        casus["decisions"]["brug"]["when"] = {"decided": "onderzoek"}
        casus["decisions"]["brug"]["options"]["dicht"]["when"] = {"told": "rapport"}

    game = table("r2.talk", changed(conditional))
    game.play("wethouder", c.TellCard(card="rapport", to=("lokaal",)))
    game.step("r2.act")
    game.play("burgemeester", c.PutToVote(decision="brug", option="dicht"))
    game.play("burgemeester", c.Hammer(decision="brug"))
    found = graph(game)
    assert how(found, "decision:onderzoek", "decision:brug") == "condition"
    assert how(found, "card:rapport", "decision:brug") == "condition"


def test_an_event_that_the_casus_planned_goes_back_to_the_plan() -> None:
    found = graph(table("r2.talk"))
    assert how(found, "plan:krant", "inject:krant") == "led"
    assert found.nodes["plan:krant"].made_by == "lead"


def test_an_event_by_hand_is_of_the_facilitator() -> None:
    game = table("r2.talk")
    game.lead(c.FireInject(inject="bezoek"))
    node = graph(game).nodes["inject:bezoek"]
    assert (node.made_by, node.seats) == ("lead", ("burgemeester",))


# --- chance ----------------------------------------------------------------------------------------------------------


def broken(seed: str) -> Game:
    game = table("r2.act", seed=seed)
    game.play("burgemeester", c.PutToVote(decision="brug", option="open"))
    game.play("burgemeester", c.Hammer(decision="brug"))
    game.step("epilogue")
    return game


def test_what_the_lot_decided_says_so_with_the_chance() -> None:
    game = next(one for one in map(broken, "abcdefgh") if "brug_breekt" in one.state.happened)
    found = graph(game)
    assert how(found, "chance:consequence:brug_breekt", "consequence:brug_breekt") == "chance"
    assert "50%" in found.nodes["chance:consequence:brug_breekt"].detail
    assert {one.made_by for one in origins(found, "consequence:brug_breekt")} == {"seat", "chance"}


def whispered(seed: str) -> Game:
    game = table("r1.talk", seed=seed)
    game.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    game.step("r1.consequences")
    return game


def test_what_comes_out_by_chance_goes_back_to_the_lot_and_to_what_was_done() -> None:
    game = next(one for one in map(whispered, "abcdefgh") if any(done.out for done in one.state.acts.values()))
    found = graph(game)
    (out,) = [one for one in found.nodes.values() if one.kind == "came_out"]
    assert how(found, f"chance:{out.key}", out.key) == "chance"
    assert how(found, f"act:{out.id}", out.key) == "led"


def test_what_the_facilitator_brings_out_says_who_did() -> None:
    game = table("r1.talk")
    game.play("groen", c.AskFormally(question="wist_u"))
    asked = next(iter(game.state.questions))
    game.play("wethouder", c.AnswerFormally(question=asked, answer="part"))
    game.lead(c.BringOut(act=asked))
    found = graph(game)
    out = found.nodes[f"came_out:{asked}"]
    assert out.made_by == "lead"
    assert "Een deel bleef achter." in found.nodes[f"question:{asked}"].detail


# --- cards, silence, words -------------------------------------------------------------------------------------------


def test_a_card_says_who_shared_it_with_whom() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen", "lokaal")))
    node = graph(game).nodes["card:rapport"]
    assert node.detail == "Wethouder Kok deelde dit met Fractie Groen en Fractie Lokaal Kreekdam."
    assert node.seats == ("wethouder", "groen", "lokaal")


def test_a_card_that_an_event_dealt_goes_back_to_that_event() -> None:
    game = table("r1.talk")
    game.lead(c.FireInject(inject="scheur"))
    game.play("groen", c.TellCard(card="foto", to=("lokaal",)))
    found = graph(game)
    assert how(found, "inject:scheur", "card:foto") == "led"
    assert "card:foto" in led_to(found, "inject:scheur").nodes


def test_a_silence_says_who_kept_what_from_whom() -> None:
    game = table("r2.consequences")
    found = graph(game)
    node = found.nodes["silence:rapport.0"]
    assert node.seats == ("wethouder",)
    assert "Het rapport" in node.detail
    assert "silence:rapport.0" in why(found, "consequence:raad_wist_niets").nodes


def test_a_hearing_says_who_spoke_and_who_took_it_up() -> None:
    game = table("r2.talk")
    game.play("wethouder", c.SpeakUp(hearing="aan_het_woord", text="Ik kende het rapport."))
    speech = next(iter(game.state.speeches))
    game.play("groen", c.AnswerSpeech(speech=speech, takes_up="yes", reason="Dat hielp."))
    node = graph(game).nodes["speech:aan_het_woord"]
    assert set(node.seats) == {"wethouder", "groen"}
    assert "Overgenomen door Fractie Groen." in node.detail


def test_a_promise_and_who_judged_it() -> None:
    game = table("r2.talk")
    game.play("wethouder", c.MakePromise(promise="elke_week", to="groen"))
    game.play("groen", c.JudgePromise(promise=next(iter(game.state.promises)), kept=False))
    (node,) = [one for one in graph(game).nodes.values() if one.kind == "promise"]
    assert node.detail.endswith("Niet nagekomen.")
    assert node.seats == ("wethouder", "groen")


def test_an_adopted_motie_becomes_a_move_and_what_the_facilitator_says_of_it() -> None:
    game = table("r1.talk")
    game.play("lokaal", c.Propose(kind="motie", text="Er komt een pont."))
    motie = next(iter(game.state.proposals))
    game.play("griffier", c.PlaceOnAgenda(item=motie))
    game.step("r1.act")
    game.play("burgemeester", c.PutToVote(decision=motie, option="aannemen"))
    game.play("burgemeester", c.Hammer(decision=motie))
    move = next(iter(game.state.moves))
    game.lead(c.Adjudicate(move=move, outcome="yes", reason="Dat kan.", shifts={"rust": 3}, title="Er vaart een pont"))
    found = graph(game)
    assert longest_chain(found)[:3] == (f"proposal:{motie}", f"decision:{motie}", f"move:{move}")
    assert "Dat kan." in found.nodes[f"move:{move}"].detail


# --- a werkwijze -----------------------------------------------------------------------------------------------------


def talked_with_the_village() -> Game:
    game = Game(small_content())
    game.sit_all()
    game.lead(c.ChooseWerkwijze(werkwijze="dorpsgesprek"))
    game.step("epilogue")
    return game


def test_a_werkwijze_that_went_badly_goes_back_to_its_merits_and_what_was_missed() -> None:
    found = graph(talked_with_the_village())
    judged = found.nodes["judged:dorpsgesprek"]
    assert "niet goed uitgevoerd" in judged.title
    before = why(found, "consequence:dorpsgesprek_slecht").nodes
    assert "werkwijze:dorpsgesprek" in before
    assert {node.kind for node in before.values()} >= {"merit", "missed", "judged"}


def test_merits_explain_and_are_no_links_of_a_chain_or_boxes_of_a_map() -> None:
    found = graph(talked_with_the_village())
    chain = longest_chain(found, "werkwijze:dorpsgesprek")
    kinds = {found.nodes[key].kind for key in chain}
    assert not kinds & {"merit", "judged", "indicator"}
    assert not {node.kind for node in drawable(found).nodes.values()} & {"merit", "judged", "chance", "plan"}


# --- how far, and for whom -------------------------------------------------------------------------------------------


def test_reach_of_one_decision_counts_only_what_followed_from_it() -> None:
    far = reach(graph(voted()), "decision:brug")
    assert far.consequences == 2
    assert far.rings == (4, 5)
    assert far.chain[0] == "decision:brug"
    assert far.indicators == ("rust",)


def test_a_consequence_that_is_taken_back_is_no_part_of_it() -> None:
    game = table("r1.talk")
    game.lead(c.Unexpected(kind="happens", stock="klacht"))
    before = reach(graph(game)).consequences
    game.lead(c.Undo())
    assert (before, reach(graph(game)).consequences) == (1, 0)


def test_others_read_of_a_forbidden_act_only_that_there_is_a_cause() -> None:
    game = table("r1.talk")
    game.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    game.step("r1.consequences")
    mine, others = graph_seen(game.state, "lokaal"), graph_seen(game.state, "groen")
    act = next(key for key in mine.nodes if key.startswith("act:"))
    assert act not in others.nodes
    assert mine.nodes["consequence:voorsprong"].unknown_cause is False
    assert "consequence:voorsprong" not in others.nodes


@pytest.mark.parametrize("seat", ["griffier", "groen", ""])
def test_who_kept_a_card_shows_to_who_knows_the_card(seat: str) -> None:
    game = table("r2.consequences")
    seen = graph_seen(game.state, seat)
    assert "silence:rapport.0" not in seen.nodes
    assert seen.nodes["consequence:raad_wist_niets"].unknown_cause
    assert "silence:rapport.0" in graph_seen(game.state, "wethouder").nodes


def test_figures_are_in_it_only_while_they_are_open() -> None:
    game = table("r1.consequences")
    open_ = graph_seen(game.state)
    game.step("r2.talk")
    closed = graph_seen(game.state)
    assert [one for one in open_.nodes.values() if one.kind == "indicator"]
    assert not [one for one in closed.nodes.values() if one.kind == "indicator" or one.indicators]


def test_after_the_reveal_everybody_reads_everything() -> None:
    game = table("debrief.guess")
    game.lead(c.Reveal())
    assert graph_seen(game.state) == graph(game)
