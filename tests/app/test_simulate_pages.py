"""Simulating a casus on a page: who may, what the form refuses and beside which field, and what comes out."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.service import meetings
from app.simulation.desk import Desk
from game_rules.vocabulary.commands import Reveal
from tests.app.looking_back import Table
from tests.app.web import CASES, Browser, Web, web_in

BASE = "/lab/simuleren"
FORM = {"casus": "klein", "editie": "dagdeel", "werkwijze": "dorpsgesprek", "speelstijl": "regels", "spellen": "4"}


class Desked:
    """A server at whose desk a test says when the games are played."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self._begun: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        app = web.server.app
        app.extensions["dnalab_simulations"] = Desk(
            app.extensions["pool"], lambda work, *args: self._begun.append((work, args))
        )

    def plays(self) -> None:
        """All games are played."""
        while self._begun:
            work, args = self._begun.pop(0)
            work(*args)


@pytest.fixture
def desked(web: Web) -> Desked:
    return Desked(web)


def started(browser: Browser, **changed: str) -> str:
    """The address of a simulation that this browser started."""
    answer = browser.post(BASE, **(FORM | changed))
    assert answer.status_code == 303, answer.text
    return answer.location


# --- who may -------------------------------------------------------------------------------------------------------------


def test_somebody_that_no_meeting_knows_cannot_simulate_or_look(desked: Desked) -> None:
    stranger = desked.web.browser()
    for path in (BASE, f"{BASE}/iets", f"{BASE}/iets.json"):
        answer = stranger.get(path)
        assert answer.status_code == 401
        assert "simulate_nobody" in answer.text


def test_a_player_can_simulate_the_own_casus_only_after_the_reveal(web: Web) -> None:
    table, desked = Table(web), Desked(web)
    address = started(web.leader())
    desked.plays()
    griffier = table.browser("griffier")
    assert "nog geen casus die jij kunt doorrekenen" in griffier.get(BASE).text
    for path in (address, f"{address}.json", f"{address}.csv", f"{address}?deel=1"):
        answer = griffier.get(path)
        assert answer.status_code == 403
        assert "simulate_later" in answer.text
        assert "Brug van Kreekdam zakt" not in answer.text
    table.go_to("debrief.judge")
    table.lead(Reveal())
    assert griffier.get(address).status_code == 200
    assert "Reken de casus door" in griffier.get(BASE).text


def test_helpers_observers_and_screens_do_not_simulate(desked: Desked) -> None:
    for kind in ("observer", "screen"):
        browser = desked.web.browser()
        browser.follow(meetings.link(desked.web.lab, desked.web.meeting, kind))  # type: ignore[arg-type]
        assert browser.get(BASE).status_code == 401


def test_only_who_started_it_stops_it(desked: Desked) -> None:
    leader, other = desked.web.leader(), desked.web.browser()
    made = meetings.create(desked.web.lab, "Andere avond")
    other.follow(meetings.link(desked.web.lab, made, "facilitator"), "Omar")
    address = started(leader)
    assert "Stop en toon wat er is" in leader.get(address).text
    assert "Stop en toon wat er is" not in other.get(address).text
    refused = other.post(f"{address}/stop", seen=BASE)
    assert refused.status_code == 403
    assert "simulation_not_yours" in refused.text
    assert leader.post(f"{address}/stop", seen=address).status_code == 303
    desked.plays()
    assert "De simulatie is gestopt" in leader.get(address).text


# --- the form --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"spellen": "0"}, "runs", "1 tot en met 2.000"),
        ({"spellen": "veel"}, "runs", "1 tot en met 2.000"),
        ({"spellen": "2001"}, "runs", "1 tot en met 2.000"),
        ({"werkwijze": "stemdoos"}, "werkwijze", "Gemeentewet 27"),
        ({"werkwijze": "onzin"}, "werkwijze", "onzin"),
        ({"speelstijl": "dictator"}, "policy", "dictator"),
        ({"zetel.koning": "regels"}, "policy", "koning"),
        ({"editie": "nacht"}, "edition", "nacht"),
    ],
)
def test_what_cannot_be_stands_beside_its_field_and_what_was_typed_stays(
    desked: Desked, changed: dict[str, str], field: str, says: str
) -> None:
    answer = desked.web.leader().post(BASE, **(FORM | {"zaad": "mijn-woord"} | changed))
    assert answer.status_code == 400
    wrong = re.search(rf'id="fout-{field}"[^>]*>(.*?)</span></span>', answer.text, re.DOTALL)
    assert wrong and says in wrong[1]
    assert 'value="mijn-woord"' in answer.text


def test_too_many_games_together_says_how_many_each(desked: Desked) -> None:
    leader = desked.web.leader()
    token = re.search(r'name="csrf_token" value="([^"]+)"', leader.get(BASE).text)
    assert token
    fields: Any = {**FORM, "csrf_token": token[1], "werkwijze": ["geen", "zelf"], "spellen": "1500"}
    answer = leader.send(BASE, fields)
    assert answer.status_code == 400
    assert "hoogstens 1000" in answer.text


def test_nothing_chosen_and_a_casus_that_does_not_exist_are_refused(desked: Desked) -> None:
    leader = desked.web.leader()
    without = {name: value for name, value in FORM.items() if name != "werkwijze"}
    assert "Kies ten minste één aanpak" in leader.post(BASE, **without).text
    assert leader.post(BASE, **(FORM | {"casus": "nergens"})).status_code == 403


def test_a_casus_with_mistakes_is_not_simulated_and_the_page_names_the_file(tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    shutil.copytree(CASES, cases)
    with web_in(tmp_path / "data", cases=cases) as web:
        leader = web.leader()
        token = re.search(r'name="csrf_token" value="([^"]+)"', leader.get(BASE).text)
        assert token
        casus = cases / "casussen/klein.yaml"
        casus.write_text(casus.read_text().replace("consequences: [snel_klaar]", "consequences: [bestaat_niet]"))
        answer = leader.send(BASE, {**FORM, "csrf_token": token[1]})
    assert answer.status_code == 409
    assert "casus_broken" in answer.text
    assert "klein.yaml" in answer.text


def test_a_second_one_points_to_the_first(desked: Desked) -> None:
    leader = desked.web.leader()
    address = started(leader)
    answer = leader.post(BASE, **FORM)
    assert answer.status_code == 409
    assert f'href="{address}"' in answer.text


def test_what_the_lab_page_links_to_is_chosen_already(desked: Desked) -> None:
    page = desked.web.leader().get(f"{BASE}?casus=klein&werkwijze=weekmarkt").text
    assert re.search(r'value="weekmarkt" checked', page)
    assert not re.search(r'value="zelf" checked', page)


# --- what comes out --------------------------------------------------------------------------------------------------------


def test_while_it_runs_the_page_says_how_far_it_is_and_afterwards_what_came_out(desked: Desked) -> None:
    leader = desked.web.leader()
    address = started(leader)
    busy = leader.get(f"{address}?deel=1").text
    assert "<progress" in busy and "van 4 spellen" in busy
    assert "<html" not in busy
    assert leader.get(f"{address}.json").status_code == 409
    desked.plays()
    page = leader.get(address).text
    for part in (
        "geen voorspelling",
        "Waar de indicatoren uitkomen",
        "Welk besluit maakte het meeste uit",
        "nooit bereikt",
    ):
        assert part in page
    assert page.count("chart--fan") == 2
    assert "data-busy" not in page
    assert leader.get(address).text == page


def test_two_werkwijzen_stand_beside_each_other_on_one_scale(desked: Desked) -> None:
    leader = desked.web.leader()
    token = re.search(r'name="csrf_token" value="([^"]+)"', leader.get(BASE).text)
    assert token
    answer = leader.send(BASE, {**FORM, "csrf_token": token[1], "werkwijze": ["geen", "dorpsgesprek"]})  # type: ignore[dict-item]
    desked.plays()
    page = leader.get(answer.location).text
    assert page.count("chart--fan") == 4
    assert "Zonder werkwijze" in page
    assert "De aanpak zelf" in page


def test_the_files_hold_the_same_figures_as_the_command_line_gives(desked: Desked) -> None:
    leader = desked.web.leader()
    address = started(leader)
    desked.plays()
    found = json.loads(leader.get(f"{address}.json").data)
    assert (found["format"], found["done"]) == ("dnalab-simulation-1", 4)
    table = leader.get(f"{address}.csv")
    assert table.headers["Content-Disposition"] == 'attachment; filename="simulatie-klein-4.csv"'
    rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig")), delimiter=";"))
    fan = found["sets"][0]["summary"]["fans"]["vertrouwen"]["later"]
    told = {
        row["maat"]: int(row["waarde"])
        for row in rows
        if (row["id"], row["moment"]) == ("vertrouwen", "een_jaar_later") and row["soort"] == "indicator"
    }
    assert told == fan
    assert {row["soort"] for row in rows} >= {"indicator", "besluit", "keuze", "injects", "consequences"}


def test_one_that_is_gone_says_what_to_do(desked: Desked) -> None:
    answer = desked.web.leader().get(f"{BASE}/weg")
    assert answer.status_code == 404
    assert "Start haar opnieuw" in answer.text
