"""*Klopt dit met jouw praktijk?* in the replay: asked of who sat there, after the reveal, until the game is closed."""

from __future__ import annotations

import re

import pytest

from game_rules.vocabulary.commands import CloseGame, Reveal, Unexpected
from tests.app.looking_back import Table
from tests.app.web import Web


@pytest.fixture
def table(web: Web) -> Table:
    made = Table(web)
    for _ in range(4):
        made.lead(Unexpected(kind="happens", stock="klacht"))
    made.go_to("debrief.guess")
    made.lead(Reveal())
    return made


def asked(page: str) -> list[str]:
    found = re.search(r'data-vragen="([^"]*)"', page)
    return found[1].split() if found else []


def answer(table: Table, who: str, seen: str = "", **fields: str) -> int:
    page = seen or f"/kamer/{table.game}/terugblik"
    return table.browser(who).post(f"/kamer/{table.game}/terugblik/praktijk", seen=page, **fields).status_code


def test_it_is_asked_from_the_step_of_judging_on(table: Table) -> None:
    assert asked(table.page("groen")) == []
    table.go_to("debrief.judge")
    there = asked(table.page("groen"))
    assert there
    assert not set(there) & set(table.state.chosen)


def test_an_answer_is_kept_and_leads_back_to_the_causes(table: Table) -> None:
    table.go_to("debrief.handvat")
    one = asked(table.page("groen"))[0]
    assert answer(table, "groen", consequence=one, answer="partly", note="Bij ons ook.") == 303
    kept = table.state.confirmed[one][table.people["groen"]]
    assert (kept.answer, kept.note) == ("partly", "Bij ons ook.")
    assert f"{{&#34;{one}&#34;: &#34;partly&#34;}}" in table.page("groen")
    assert "Bij ons ook." not in table.page("griffier")


def test_only_who_sat_at_the_table_is_asked(table: Table) -> None:
    table.go_to("debrief.judge")
    one = asked(table.page("groen"))[0]
    assert asked(table.page("facilitator")) == []
    assert answer(table, "facilitator", "/", consequence=one, answer="yes", note="") == 403


@pytest.mark.parametrize("said", ["", "misschien"])
def test_what_is_no_answer_is_refused_in_words(table: Table, said: str) -> None:
    table.go_to("debrief.judge")
    one = asked(table.page("groen"))[0]
    assert answer(table, "groen", consequence=one, answer=said, note="") == 400


def test_when_the_game_is_closed_nobody_answers_any_more(table: Table) -> None:
    table.go_to("debrief.judge")
    one = asked(table.page("groen"))[0]
    table.go_to("debrief.handvat")
    browser = table.browser("groen")
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(f"/kamer/{table.game}/terugblik").text)
    table.lead(CloseGame())
    assert asked(table.page("groen")) == []
    fields = {"csrf_token": token[1] if token else "", "consequence": one, "answer": "yes", "note": ""}
    assert browser.send(f"/kamer/{table.game}/terugblik/praktijk", fields).status_code == 409
    assert not table.state.confirmed
