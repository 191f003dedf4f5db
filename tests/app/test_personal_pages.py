"""The personal link: what somebody reads without signing in, what became of it later, and how it is withdrawn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from app.ports import Clock, Identity
from app.service import personal
from app.service.errors import ServiceError
from game_rules.vocabulary.commands import JudgeConsequence, Reveal, WriteHandvat
from tests.app.looking_back import SECRET, Table
from tests.app.web import Browser, Web

WHAT = "een lijst van open toezeggingen"


class SomeDay(Clock):
    """A clock that a test sets."""

    def __init__(self, days: int) -> None:
        self.days = days

    def now(self) -> int:
        return int((datetime.now().astimezone() + timedelta(days=self.days)).timestamp() * 1000)


@pytest.fixture
def table(web: Web) -> Table:
    """A table at its debrief, of which Groen judged and handed in a handvat."""
    made = Table(web)
    made.go_to("debrief.judge")
    chosen = made.state.chosen[0]
    made.play("groen", JudgeConsequence(consequence=chosen, as_role=2, as_person=5, reason="Het kost te veel."))
    made.go_to("debrief.handvat")
    made.play("groen", WriteHandvat(whom="de griffier", what=WHAT, before="vrijdag", moment=made.state.version))
    return made


def link_of(table: Table, who: str) -> str:
    """The path of the own link, as it stands on the page that shows it."""
    found = re.search(r"/mijn/[0-9]+-[0-9a-f]{32}", table.page(who, "mijn"))
    assert found
    return found[0]


def opened(table: Table, address: str) -> TestResponse:
    """Somebody opens this address on a device that was never here."""
    return table.web.browser().get(address)


def leader(table: Table) -> Browser:
    return table.browser("facilitator")


def after(table: Table) -> str:
    return f"/bijeenkomst/{table.web.meeting}/na-afloop"


def set_day(table: Table, day: str) -> TestResponse:
    return leader(table).post(f"{after(table)}/dag", seen=after(table), day=day)


def on(table: Table, days: int) -> None:
    """From now on the server lives so many days later."""
    later = replace(table.web.lab, clock=SomeDay(days))
    table.web.server.app.extensions["lab"] = later


def in_days(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()


def test_the_link_comes_with_the_debrief_and_stays_the_same(web: Web) -> None:
    table = Table(web)
    early = table.browser("groen").get(f"/kamer/{table.game}/mijn")
    assert early.status_code == 403
    table.go_to("debrief.note")
    assert link_of(table, "groen") == link_of(table, "groen") != link_of(table, "griffier")
    assert table.browser("facilitator").get(f"/kamer/{table.game}/mijn").status_code in (401, 403)


def test_who_has_the_link_sees_the_own_handvat_and_judgement_and_nothing_of_others(table: Table) -> None:
    page = opened(table, link_of(table, "groen"))
    assert page.status_code == 200
    assert WHAT in page.text
    assert "Het kost te veel." in page.text
    assert "gewenst (5 van 5)" in page.text
    other = opened(table, link_of(table, "griffier")).text
    assert WHAT not in other
    assert "Het kost te veel." not in other


def test_the_handvat_opens_its_moment_in_the_replay_of_the_own_seat(table: Table) -> None:
    link = link_of(table, "groen")
    found = re.search(r'href="([^"]+terugblik[^"]+moment=[0-9]+)"', opened(table, link).text)
    assert found
    replay = opened(table, found[1].replace("&amp;", "&"))
    assert replay.status_code == 200
    assert "Je ziet wat jij toen zag" in replay.text
    assert SECRET not in replay.text
    assert opened(table, f"{link}/terugblik?als=facilitator").status_code == 403


def test_the_report_and_the_newspaper_open_by_the_link_when_it_is_time(table: Table) -> None:
    link = link_of(table, "groen")
    assert opened(table, f"{link}/verslag").status_code == 403
    assert "De Kreekdammer" in opened(table, f"{link}/bode").text
    assert f"{link}/terugblik" in opened(table, f"{link}/bode").text
    table.lead(Reveal())
    assert "In het kort" in opened(table, f"{link}/verslag?namen=1").text
    assert opened(table, f"{link}/verslag.pdf").mimetype == "application/pdf"


def test_a_link_goes_to_no_other_site_and_into_no_search_engine(table: Table) -> None:
    page = opened(table, link_of(table, "groen"))
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert '<meta name="referrer" content="no-referrer">' in page.text
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("token", ["0-" + "a" * 32, "0-abc", "x", "999999-" + "0" * 32])
def test_a_wrong_link_says_so(table: Table, token: str) -> None:
    answer = opened(table, f"/mijn/{token}")
    assert answer.status_code == 404
    assert "Deze link klopt niet" in answer.text


def test_withdrawn_links_open_nothing_and_everybody_gets_another(table: Table) -> None:
    link = link_of(table, "groen")
    leader(table).post(f"{after(table)}/links", seen=after(table))
    for rest in ("", "/terugblik", "/bode", "/verslag"):
        assert opened(table, link + rest).status_code == 410
    assert link_of(table, "groen") != link
    assert opened(table, link_of(table, "groen")).status_code == 200
    assert table.browser("groen").send(f"{after(table)}/links", {}).status_code in (400, 401, 403)


def test_the_question_comes_on_the_day_that_was_chosen(table: Table) -> None:
    link = link_of(table, "groen")
    assert "nog geen dag gekozen" in opened(table, link).text
    assert set_day(table, in_days(90)).status_code == 303
    before = opened(table, link).text
    assert "vragen we je hier" in before
    assert 'name="became"' not in before
    early = table.web.browser().post(f"{link}/geworden", seen=f"{link}", became="done", text="Gelukt.")
    assert early.status_code == 409
    on(table, 90)
    assert 'name="became"' in opened(table, link).text


def test_what_became_of_it_is_kept_and_told_to_who_leads_without_a_name(table: Table) -> None:
    table.web.lab.beside.keep_name(table.people["groen"], table.web.meeting, "Xanthippe")
    link = link_of(table, "groen")
    set_day(table, in_days(20))
    on(table, 21)
    me = table.web.browser()
    assert (
        me.post(f"{link}/geworden", seen=link, became="partly", text="De lijst is er, nog niet besproken.").status_code
        == 303
    )
    assert "Bewaard: deels gedaan" in opened(table, link).text
    me.post(f"{link}/geworden", seen=link, became="done", text="De lijst is besproken.")
    page = leader(table).get(after(table)).text
    assert "1 deelnemer gaf antwoord: 1 gedaan." in page
    assert "De lijst is besproken." in page
    assert "nog niet besproken" not in page
    assert "Xanthippe" not in page
    assert "De lijst is besproken." in leader(table).get(f"/bijeenkomst/{table.web.meeting}/verslag").text
    assert me.post(f"{link}/geworden", seen=link, became="misschien", text="").status_code == 422


@pytest.mark.parametrize("day", ["gisteren", "2020-01-01", in_days(0), in_days(2000)])
def test_a_day_must_be_a_day_to_come(table: Table, day: str) -> None:
    answer = set_day(table, day)
    assert answer.status_code == 422
    assert "Kies een dag na vandaag" in answer.text
    assert table.web.lab.beside.look_back(table.web.meeting).day == ""


def test_a_day_can_be_taken_back(table: Table) -> None:
    set_day(table, in_days(5))
    set_day(table, "")
    assert table.web.lab.beside.look_back(table.web.meeting).day == ""


def test_who_wants_to_be_forgotten_is(table: Table) -> None:
    lab, owner = table.web.lab, Identity("participant", table.web.meeting, table.people["groen"])
    link = link_of(table, "groen")
    answer = table.web.browser().post(f"{link}/verwijder", seen=link)
    assert "Je gegevens zijn verwijderd" in answer.text
    assert lab.beside.name(owner.participant) is None
    assert opened(table, link).status_code == 404
    assert table.browser("groen").get(f"/kamer/{table.game}").status_code == 401
    assert link_of(table, "griffier")


def test_reading_changes_nothing(table: Table) -> None:
    link, lab = link_of(table, "groen"), table.web.lab
    version = table.state.version
    for rest in ("", "/terugblik", "/bode"):
        opened(table, link + rest)
    assert table.state.version == version
    assert lab.beside.became(table.web.meeting) == {}
    for rest in ("/geworden", "/verwijder"):
        assert opened(table, link + rest).status_code == 405


def test_who_was_taken_out_has_no_link_any_more(table: Table) -> None:
    link = link_of(table, "groen")
    page = f"/bijeenkomst/{table.web.meeting}/deelnemers/{table.people['groen']}"
    leader(table).post(f"{page}/verwijder", seen=page)
    with pytest.raises(ServiceError) as gone:
        personal.owner_of(table.web.lab, link.rsplit("/", 1)[1])
    assert gone.value.code == "personal_link_withdrawn"
