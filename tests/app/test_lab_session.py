"""The four questions about one table: who may ask them when, what answers them, and where one goes on."""

from __future__ import annotations

from html import unescape

import pytest

from game_rules.vocabulary.commands import Reveal
from tests.app.looking_back import SECRET, Table
from tests.app.session import INVITED, TriedTable
from tests.app.web import Web

FOUR = ("Wat gebeurde er?", "Wat waren de gevolgen?", "Hoe ver reikte het?", "Was het gewenst?")


@pytest.fixture
def tried(web: Web) -> TriedTable:
    return TriedTable(web).carried_out()


def status(table: Table, who: str) -> int:
    return table.browser(who).get(f"/lab/sessie/{table.game}").status_code


def page(table: Table, who: str) -> str:
    answer = table.browser(who).get(f"/lab/sessie/{table.game}")
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


def answer(text: str, question: str) -> str:
    """What stands below one of the questions."""
    return text.split(f"{question}</h2>")[1].split("</h2>")[0]


def test_players_ask_them_after_the_reveal_who_leads_in_the_debrief_and_strangers_never(tried: TriedTable) -> None:
    early = tried.browser("groen").get(f"/lab/sessie/{tried.game}")
    assert early.status_code == 403
    assert "De vier vragen komen na het spel" in early.text
    tried.go_to("debrief.judge")
    assert (status(tried, "facilitator"), status(tried, "groen")) == (200, 403)
    tried.lead(Reveal())
    assert (status(tried, "facilitator"), status(tried, "groen")) == (200, 200)
    assert tried.web.browser().get(f"/lab/sessie/{tried.game}").status_code == 401
    assert tried.web.leader().get("/lab/sessie/g-none").status_code == 404


def test_each_question_is_answered_from_what_the_table_did(tried: TriedTable) -> None:
    text = page(tried.revealed(), "groen")
    happened, followed, far, wanted = (answer(text, question) for question in FOUR)
    assert INVITED in happened
    assert "Besluiten" in happened
    assert "Het dorp is trots" in followed
    assert "De stand van de gemeente" in followed
    assert "De langste keten" in far
    assert "report__numbers" in far
    assert "Vanuit de rol" in wanted or "geen oordeel" in wanted
    assert SECRET not in text
    assert "style=" not in text


def test_a_table_that_did_as_always_says_so(web: Web) -> None:
    table = Table(web)
    table.go_to("debrief.judge")
    table.lead(Reveal())
    assert "De tafel koos geen werkwijze" in answer(page(table, "groen"), FOUR[0])


def test_a_table_that_closed_without_a_reveal_tells_only_what_everybody_knew(tried: TriedTable) -> None:
    tried.go_to("closed")
    text = page(tried, "groen")
    assert "De spelleider heeft niet alles onthuld" in text
    assert "Wie wist wat" not in text


def test_one_goes_on_to_replay_report_and_other_tables_and_comes_here_from_report_and_afterwards(
    tried: TriedTable,
) -> None:
    tried.revealed()
    own = f"/lab/sessie/{tried.game}"
    text = page(tried, "groen")
    for rest in ("terugblik", "verslag"):
        assert f'href="/kamer/{tried.game}/{rest}"' in text
    assert "/vergelijken" not in text
    assert own in tried.page("groen", "verslag")
    assert own in tried.browser("facilitator").get(f"/bijeenkomst/{tried.web.meeting}/na-afloop").text
    for rest in ("vervolg", "wat-als"):
        assert f"/kamer/{tried.game}/{rest}" not in text
        assert f'href="/kamer/{tried.game}/{rest}"' in page(tried, "facilitator")
    tried.web.open_room("Tweede tafel")
    assert "/vergelijken?" in page(tried, "facilitator")
