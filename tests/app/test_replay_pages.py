"""The pages *Terugkijken* and *De Bode*, and the replay for programs: who may see what, and nothing else on the page."""

from __future__ import annotations

import json
import re

import pytest

from app.service import games
from game_rules import engine
from game_rules.vocabulary.commands import Bookmark, ChooseWerkwijze, Reveal
from tests.app.looking_back import LEADER, SEATS, SECRET, Table
from tests.app.web import Web

REPORT = "In het rapport staat"
"""How the text of the card begins that only wethouder and Groen know."""


@pytest.fixture
def table(web: Web) -> Table:
    return Table(web)


def status(table: Table, who: str, rest: str) -> int:
    return table.browser(who).get(f"/kamer/{table.game}/{rest}").status_code


def test_who_is_nobody_sees_no_replay_and_no_newspaper(table: Table) -> None:
    for rest in ("terugblik", "bode"):
        assert table.web.browser().get(f"/kamer/{table.game}/{rest}").status_code == 401
    assert table.web.browser().get("/kamer/g-geen/terugblik").status_code == 404


def test_everybody_looks_back_as_oneself_while_the_game_runs(table: Table) -> None:
    for seat in SEATS:
        assert "Je ziet wat jij toen zag" in table.page(seat)
        for other in ("facilitator", "mirror:burgemeester", "screen"):
            answer = table.browser(seat).get(f"/kamer/{table.game}/terugblik?als={other}")
            assert answer.status_code == 403
            assert "na de onthulling" in answer.text


def test_no_byte_of_what_others_know_is_on_the_page(table: Table) -> None:
    assert SECRET in table.page("griffier")
    assert SECRET in table.page("wethouder")
    for who in ("groen", "facilitator"):
        assert SECRET not in table.page(who)
    assert "Het rapport" in table.page("groen").split('id="weten"')[1]
    assert "Het rapport" not in table.page("griffier").split('id="weten"')[1]


def test_the_facilitator_looks_back_as_oneself_the_projector_and_a_mirror(table: Table) -> None:
    page = table.page("facilitator", "terugblik?als=mirror:griffier")
    assert '<option value="mirror:griffier" selected>' in page
    assert '<option value="screen"' in page
    assert SECRET not in page
    assert status(table, "facilitator", "terugblik?als=screen") == 200


def test_a_game_under_a_werkwijze_is_looked_back_at_from_the_casus_as_it_was_stored(web: Web) -> None:
    """What the werkwijze adds is woven in again while replaying: once, and only from where it was chosen."""

    def agree() -> None:
        games.submit(web.lab, web.game, LEADER, ChooseWerkwijze(werkwijze="dorpsgesprek"), "w-1")

    table = Table(web, agree)
    table.go_to("r2.talk")
    assert engine.replay(table.state.unwoven, games.records(web.lab, web.game)) == table.state
    page = table.page("groen")
    assert "Jullie werkwijze: Dorpsgesprek" in page
    assert "Het dorp is uitgenodigd" in page


def test_after_the_reveal_everybody_looks_back_as_anybody(table: Table) -> None:
    table.lead(Bookmark(text="Iemand zucht diep"))
    table.go_to("debrief.judge")
    table.lead(Reveal())
    page = table.page("griffier", "terugblik?als=mirror:wethouder")
    assert "Het rapport" in page.split('id="weten"')[1]
    assert SECRET not in page
    everything = table.page("groen", "terugblik?als=facilitator")
    assert "Bladwijzer van de spelleider" in everything
    assert "Iemand zucht diep" not in everything
    assert SECRET not in everything
    assert "Iemand zucht diep" in table.page("facilitator")


def test_a_link_opens_at_its_moment(table: Table) -> None:
    end = table.page("groen")
    versions = json.loads(re.search(r'id="stappen">(.*?)</script>', end)[1])["versies"]  # type: ignore[index]
    page = table.page("groen", f"terugblik?moment={versions[1]}")
    assert f'name="moment" value="{versions[1]}"' in table.page("facilitator", f"terugblik?moment={versions[1]}")
    assert f'max="{len(versions) - 1}" value="1"' in page
    assert page.count(" hidden data-soort") > end.count(" hidden data-soort") == 0


@pytest.mark.parametrize("moment", ["vijf", "-1", "1.5", "²"])
def test_a_moment_that_is_no_number_is_refused_in_words(table: Table, moment: str) -> None:
    answer = table.browser("groen").get(f"/kamer/{table.game}/terugblik?moment={moment}")
    assert answer.status_code == 400
    assert "nummer van een moment" in answer.text


def test_a_moment_far_away_is_the_end(table: Table) -> None:
    assert "Terugkijken:" in table.page("groen", "terugblik?moment=999999999999999999999")


def test_the_replay_page_needs_no_exception_in_the_csp(table: Table) -> None:
    page = table.page("facilitator")
    assert "style=" not in page
    assert "onclick" not in page


def test_programs_get_the_same_replay(table: Table) -> None:
    answer = table.web.api("GET", f"/games/{table.game}/replay", table.tokens["groen"])
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["audience"].startswith("seat:groen")
    assert {"feed", "cards", "decisions"} <= set(answer.json["parts"])
    assert SECRET not in answer.text
    assert REPORT in answer.text
    refused = table.web.api("GET", f"/games/{table.game}/replay?as=facilitator", table.tokens["groen"])
    assert refused.status_code == 403
    assert refused.json and refused.json["code"] == "look_back_later"


def test_the_newspaper_comes_out_when_the_game_has_ended(table: Table) -> None:
    assert "nog niet gedrukt" in table.page("groen", "bode")
    table.go_to("epilogue")
    page = table.page("groen", "bode")
    assert "De Kreekdammer" in page
    assert "nog niet gedrukt" not in page
    assert "Hoe kwam dit?" in page


def test_a_headline_names_a_hidden_cause_to_nobody(table: Table) -> None:
    table.go_to("epilogue")
    pages = {who: table.page(who, "bode") for who in ("groen", "griffier", "facilitator")}
    assert all("Vertrouwen" not in page.split("<main")[1] for page in pages.values())
    hidden = "oorzaak nog niet bekend"
    assert pages["facilitator"].count(hidden) <= pages["griffier"].count(hidden)


def test_a_replay_of_a_long_evening_stays_small(table: Table) -> None:
    for number in range(400):
        table.lead(Bookmark(text=f"Moment {number} van deze lange avond"))
    assert len(table.page("facilitator")) < 500_000


def test_who_leads_and_plays_in_one_browser_may_choose_both(table: Table) -> None:
    browser = table.web.browser()
    browser.client.set_cookie("dnalab", f"{table.tokens['groen']}.{table.tokens['facilitator']}", domain="zaal.local")
    page = browser.get(f"/kamer/{table.game}/terugblik").text
    assert '<option value="seat" selected>' in page
    assert '<option value="facilitator"' in page
    led = browser.get(f"/kamer/{table.game}/terugblik?als=facilitator").text
    assert '<option value="facilitator" selected>' in led
