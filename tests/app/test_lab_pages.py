"""The lab between meetings: what everybody may read about werkwijzen, and the tables that a visitor may look back at."""

from __future__ import annotations

import re

import pytest

from app.config import ROOT
from app.knowledge import in_words
from app.library import CaseLibrary
from tests.app.web import Browser, Web

REAL = CaseLibrary(ROOT / "cases")
PLACEHOLDER = re.compile(r"\{[a-z_]+\}|(?<![\w.])@[a-z]+")


@pytest.fixture
def visitor(web: Web) -> Browser:
    return web.browser()


def test_a_visitor_without_a_link_reads_the_lab_and_is_told_that_there_is_nothing_to_look_back_at(
    visitor: Browser,
) -> None:
    page = visitor.get("/lab").text
    assert "Hoe ver reiken ze?" in page
    assert "Je hebt hier nog geen tafel die je mag terugzien" in page


def test_every_werkwijze_of_the_list_opens(visitor: Browser) -> None:
    page = visitor.get("/lab/werkwijzen").text
    links = re.findall(r'href="(/lab/werkwijzen/\w+)"', page)
    assert links
    assert {visitor.get(link).status_code for link in links} == {200}


def test_a_werkwijze_says_where_it_can_be_played_and_that_too_few_played_it_to_tell(visitor: Browser) -> None:
    page = visitor.get("/lab/werkwijzen/dorpsgesprek").text
    assert "Wat het spel afdwingt" in page
    assert "nog geen drie tafels" in page


def test_an_unknown_werkwijze_is_refused_in_words(visitor: Browser) -> None:
    answer = visitor.get("/lab/werkwijzen/bestaat_niet")
    assert answer.status_code == 404
    assert "Deze werkwijze kennen we hier niet" in answer.text


@pytest.mark.parametrize("id_", REAL.werkwijzen())
def test_nobody_ever_reads_the_name_of_a_place_or_an_empty_spot(id_: str) -> None:
    words = in_words(REAL.werkwijzen()[id_])
    texts = [words.short, words.what, words.cost, words.starters, words.decider, *words.risks, *words.asks.values()]
    texts += [text for one in words.milestones.values() for text in (one.title, one.text)]
    texts += [text for gate in words.gates for text in (gate.why, *gate.decisions)]
    texts += [one.label for one in words.merits.values()]
    assert not [text for text in texts if PLACEHOLDER.search(text)]


def test_a_gate_names_the_decision_that_waits_by_its_question() -> None:
    words = in_words(REAL.werkwijzen()["cooperatieve_wijkraad"])
    assert [gate.decisions for gate in words.gates] == [("het besluit ‘Gaat de wijkraad door?’",)]
