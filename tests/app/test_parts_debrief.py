"""The debrief on the screens: one step at a time, spreads when they may be seen, nothing of a later step."""

from __future__ import annotations

import msgspec
import pytest

from game_rules.vocabulary import views as v
from game_rules.vocabulary.views_debrief import AgainCard, ChainCard, ChainLine, WeighCard, WeighLine

from . import sample_views as sample
from .sample_views import offers
from .screens import Reader, page, parts

STEPS = {
    "note": "Stille notitie", "guess": "Keten raden", "judge": "Gevolgen beoordelen", "again": "Tweede kans", "handvat": "Handvat"
}  # fmt: skip
CHOICES = {
    "decision:d1": "Besluit: De raad praat openbaar.",
    "inject:i1": "Gebeurtenis: De krant belt",
    "hidden": "Iets",
}
LINKS = (
    ChainLine(kind="silence", text="Stilte: Niemand vroeg naar Noor", round="Ronde 1"),
    ChainLine(kind="consequence", text="De tribune blijft", round="Ronde 2", consequence="c1"),
)
FIVE = (1, 0, 2, 0, 1)
TOLD = v.Spread(counts=FIVE, per_role={"Griffier": (1, 0, 0, 0, 0), "Raadslid": (0, 0, 2, 0, 1)})
PEOPLE = v.Spread(counts=(3, 0, 0, 0, 3), per_profession={"Raadslid": (3, 0, 0, 0, 0), "Anders": (0, 0, 0, 0, 3)})
JUDGED = v.JudgeCard(
    order=1, consequence="c1", mine_role=2, mine_person=4, mine_practice="yes", why="Duurste stilte", count=6, as_role=TOLD,
    as_person=PEOPLE, practice={"yes": 3, "partly": 2, "no": 1},
)  # fmt: skip
GUESS = {"command": "guess_cause", "label": "Wat zat hier achter?", "group": "guess", "choices": {"answer": CHOICES}}
AGAIN = {
    "command": "choose_again", "label": "Hoe gaat de raad verder?", "group": "again", "about": "d1", "fixed": {"decision": "d1"},
    "choices": {"option": {"dicht": "Achter gesloten deuren."}}, "texts": {"why": 300}, "optional": ("why",),
    "help": "Jullie kozen: De raad praat openbaar.",
}  # fmt: skip
HANDVAT = {
    "command": "write_handvat", "label": "Schrijf je handvat", "group": "debrief", "help": "Je zin komt in het verslag, zonder je naam.",
    "texts": {"whom": 80, "what": 200, "before": 60}, "numbers": {"moment": (0, 40)},
}  # fmt: skip
WEIGH = {
    "command": "weigh", "label": "Hoe belangrijk is dit?", "group": "weigh", "fixed": {"moment": "after"},
    "numbers": {"weights.vertrouwen": (1, 5)}, "labels": {"weights.vertrouwen": "Vertrouwen"},
}  # fmt: skip


def chain(**more: object) -> ChainCard:
    fields = {"consequence": "c1", "title": "De tribune blijft", "choices": CHOICES, "count": 3}
    return ChainCard(**{**fields, **more})  # type: ignore[arg-type]


def again(**more: object) -> AgainCard:
    fields = {
        "order": 0, "question": "Hoe gaat de raad verder?", "taken": "De raad praat openbaar.", "option": "dicht",
        "text": "Achter gesloten deuren.", "count": 2, "mine": True, "reasons": ("Dan bleef het rustig.",),
    }  # fmt: skip
    return AgainCard(**{**fields, **more})  # type: ignore[arg-type]


def weighed(done: bool) -> WeighCard:
    line = WeighLine(
        order=0, label="Vertrouwen", question="Hoeveel inwoners denken dat het eerlijk gaat?", mine_before=2,
        mine_after=4 if done else 0, before=TOLD if done else None, after=TOLD if done else None,
    )  # fmt: skip
    return WeighCard(asked="after", given=4, lines={"vertrouwen": line})


def at(screen: str, step: str, *rows: dict[str, object], weigh: WeighCard | None = None, **debrief: object) -> v.View:
    """A screen in this step of the debrief."""
    made = {"player": sample.player, "facilitator": sample.facilitator, "screen": sample.screen}[screen]
    clock = v.ClockCard(stage="debrief", key=f"debrief.{step}", label="Nabespreking", step=step, step_label=STEPS[step])
    card = v.DebriefCard(step=step, people=7, questions={"wat als": ("Wat als je had gebeld?",)}, **debrief)  # type: ignore[arg-type]
    view = made(clock=clock, debrief=card, allowed=offers(*rows))
    return msgspec.structs.replace(view, weigh=weigh) if weigh else view


def test_a_guess_is_one_choice_out_of_a_list() -> None:
    html = parts("player", at("player", "guess", GUESS, chain=chain()))["debrief"]
    assert html.count('type="radio"') == len(CHOICES)
    assert "3 van 7 hebben geraden" in html


def test_the_own_guess_stays_chosen_and_can_be_changed() -> None:
    html = parts("player", at("player", "guess", GUESS, chain=chain(mine="inject:i1")))["debrief"]
    assert html.count(" checked") == 1
    assert "Verander mijn antwoord" in html


def test_after_the_reveal_the_chain_shows_link_by_link_with_its_rings() -> None:
    told = chain(mine="hidden", answer="hidden", links=LINKS, spread={"decision:d1": 1, "inject:i1": 0, "hidden": 5})
    html = parts("player", at("player", "guess", chain=told))["debrief"]
    assert html.count('class="trail__link') == 2
    assert "reikt tot:" in html
    assert "Jij raadde het." in html


def test_without_a_chain_the_step_says_so() -> None:
    assert "niets te raden" in parts("player", at("player", "guess"))["debrief"]


def test_a_verdict_shows_why_the_consequence_lies_there_and_how_everybody_judged() -> None:
    html = parts("player", at("player", "judge", judge={"c1": JUDGED}))["debrief"]
    assert "Duurste stilte" in html
    assert all(name in html for name in ("Griffier", "Raadslid", "Anders", "Klopt dit met jullie praktijk?"))
    assert "gemiddeld" not in html


def test_who_has_not_judged_sees_no_spread() -> None:
    card = v.JudgeCard(order=0, consequence="c1", count=2)
    html = parts("screen", at("screen", "judge", judge={"c1": card}))["debrief"]
    assert "2 van 7 hebben geoordeeld" in html
    assert "spread__bar" not in html


def test_nothing_to_judge_is_said() -> None:
    assert "niets te beoordelen" in parts("player", at("player", "judge"))["debrief"]


def test_one_decision_can_be_taken_otherwise() -> None:
    html = parts("player", at("player", "again", AGAIN))["debrief"]
    assert "Jullie kozen: De raad praat openbaar." in html
    assert "Anderen lezen dit zonder je naam." in html


def test_what_would_follow_is_called_an_assumption_of_the_casus() -> None:
    follows = again(follows=("De tribune blijft leeg",))
    html = parts("screen", at("screen", "again", again={"d1.dicht": follows}))["debrief"]
    assert "aanname van deze casus" in html
    assert "De tribune blijft leeg" in html


def test_reasons_of_others_are_not_on_the_screen_in_the_hall() -> None:
    view = at("screen", "again", again={"d1.dicht": again()})
    assert "Dan bleef het rustig." not in parts("screen", view)["debrief"]


def test_the_handvat_says_that_it_comes_in_the_report_without_a_name() -> None:
    html = parts("player", at("player", "handvat", HANDVAT))["debrief"]
    assert "Je zin komt in het verslag, zonder je naam." in html


def test_importance_is_asked_with_the_former_answer_left_out() -> None:
    html = parts("player", at("player", "handvat", HANDVAT, WEIGH, weigh=weighed(False)))["weigh"]
    assert html.count('type="radio"') == 5
    assert " checked" not in html
    assert "spread__bar" not in html


@pytest.mark.parametrize("screen", ["player", "facilitator", "screen"])
def test_before_and_after_stand_side_by_side_per_role(screen: str) -> None:
    html = parts(screen, at(screen, "handvat", weigh=weighed(True)))["weigh"]
    assert html.count("spread__bar") == 2
    assert "1 → <strong>1</strong>" in html


@pytest.mark.parametrize("step", STEPS)
def test_questions_for_the_table_belong_to_their_step(step: str) -> None:
    assert ("Wat als je had gebeld?" in parts("player", at("player", step))["debrief"]) == (step == "again")


@pytest.mark.parametrize("screen", ["player", "facilitator", "screen"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_is_sound_html(screen: str, step: str) -> None:
    view = at(
        screen, step, *([GUESS, AGAIN, HANDVAT, WEIGH] if screen == "player" else []), weigh=weighed(True),
        chain=chain(answer="hidden", links=LINKS), judge={"c1": JUDGED}, again={"d1.dicht": again(follows=("Rust",))},
    )  # fmt: skip
    read = Reader(page(screen, view))
    assert sorted(set(read.ids)) == sorted(read.ids)
    assert [one.name for form in read.forms for one in form.controls if not one.labelled] == []
