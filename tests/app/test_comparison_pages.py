"""Tables side by side on a page: who may see it when, the screen of the hall, by link, and in the reports."""

from __future__ import annotations

from html import unescape

import pytest
from werkzeug.test import TestResponse

from app import comparing
from app.service import arrivals, games, meetings, signatures
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Command, NextStep, Reveal, SetPlayer, TakeSeat, TellCard
from game_rules.vocabulary.meeting import PlaceParticipant
from tests.app.web import Browser, Web

LEADER = Actor(kind="facilitator", participant="f-1")


class Tables:
    """Noord and Zuid, each with one person (Nel, Zus) as wethouder; the leader plays the rest."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.games = {"Noord": web.game, "Zuid": web.open_room("Zuid")}
        self.tokens: dict[str, str] = {}
        self._count = 0
        for name, game in self.games.items():
            arrival = arrivals.join(web.lab, web.code, name)
            self.tokens[name] = arrival.token
            person = Actor(kind="player", participant=arrival.identity.participant)
            self._place(arrival.identity.participant, game)
            self.do(name, person, TakeSeat(seat="wethouder"))
            for seat in ("burgemeester", "griffier", "lokaal", "groen"):
                self.do(name, LEADER, SetPlayer(seat=seat, player="facilitator"))
        self.base = f"/bijeenkomst/{web.meeting}/vergelijken"

    def _place(self, person: str, game: str) -> None:

        meetings.submit(self.web.lab, self.web.meeting, meetings.HOUSE, PlaceParticipant(participant=person, game=game))

    def do(self, name: str, actor: Actor, command: Command) -> None:
        self._count += 1
        games.submit(self.web.lab, self.games[name], actor, command, f"c-{self._count}")

    def go_to(self, name: str, key: str) -> None:
        for _ in range(30):
            state = games.state(self.web.lab, self.games[name])
            if state.clock.key == key:
                return
            self.do(name, LEADER, NextStep(from_step=state.clock.key))
        raise AssertionError(f"never at {key}")

    def tell(self, name: str) -> None:
        """The wethouder tells a card that is a secret of this table."""
        holder = games.state(self.web.lab, self.games[name]).seats["wethouder"].holder
        self.do(
            name, Actor(kind="player", participant=holder, seat="wethouder"), TellCard(card="rapport", to=("groen",))
        )

    def reveal(self, *names: str) -> None:
        for name in names:
            self.go_to(name, "debrief.judge")
            self.do(name, LEADER, Reveal())

    def browser(self, name: str) -> Browser:
        browser = self.web.browser()
        browser.client.set_cookie("dnalab", self.tokens[name], domain="zaal.local")
        return browser


@pytest.fixture
def tables(web: Web) -> Tables:
    return Tables(web)


def text(answer: TestResponse) -> str:
    assert answer.status_code == 200, answer.text
    return unescape(answer.text)


# --- the page --------------------------------------------------------------------------------------------------------


def test_who_leads_sees_the_tables_side_by_side_while_they_play(tables: Tables) -> None:
    tables.go_to("Noord", "r2.talk")
    page = text(tables.web.leader().get(tables.base))
    for words in (
        "Waar de tafels uiteengingen",
        "Besluiten naast elkaar",
        "Hoe ver het reikte",
        "Ronde 2 van 2",
        "Eén tafel laat een ervaring zien, niet het effect van een werkwijze",
    ):
        assert words in page
    assert f'data-watches="{tables.games["Zuid"]}"' in page
    assert "style=" not in page


def test_what_is_not_public_shows_to_who_leads_only_when_asked_for(tables: Tables) -> None:
    tables.go_to("Noord", "r1.talk")
    tables.tell("Noord")
    tables.go_to("Zuid", "r2.talk")
    tables.go_to("Noord", "r2.talk")
    leader = tables.web.leader()
    assert "Het rapport" not in text(leader.get(tables.base))
    everything = text(leader.get(f"{tables.base}?alles=1"))
    assert "met Fractie Groen" in everything
    assert "Laat deze pagina niet op de projector zien" in everything


def test_players_compare_after_the_reveal_of_their_own_table_and_only_with_tables_that_are_done(tables: Tables) -> None:
    nel = tables.browser("Noord")
    assert nel.get(tables.base).status_code == 403
    tables.reveal("Noord")
    early = nel.get(tables.base)
    assert early.status_code == 403
    assert "De vergelijking komt na het spel" in early.text
    tables.reveal("Zuid")
    page = text(nel.get(tables.base))
    assert "Zuid" in page
    assert "Op het zaalscherm" not in page
    assert "data-watches" not in page
    assert tables.web.browser().get(tables.base).status_code == 401


def test_a_player_at_a_table_that_still_plays_reads_nothing_of_another(tables: Tables) -> None:
    third = tables.web.open_room("Oost")
    tables.reveal("Noord")
    tables.games["Oost"] = third
    for seat in ("burgemeester", "griffier"):
        tables.do("Oost", LEADER, SetPlayer(seat=seat, player="facilitator"))
    tables.reveal("Oost")
    assert tables.browser("Zuid").get(tables.base).status_code == 403
    page = text(tables.browser("Noord").get(tables.base))
    assert "Oost" in page
    assert "Zuid" not in page
    wanted = f"{tables.base}?kamer={tables.games['Noord']}&kamer={tables.games['Zuid']}"
    assert tables.browser("Noord").get(wanted).status_code == 403


def test_nobody_gets_what_only_who_leads_may_know_by_asking(tables: Tables) -> None:
    tables.go_to("Noord", "closed")
    tables.go_to("Zuid", "closed")
    assert "Niet gedeeld" not in text(tables.browser("Noord").get(f"{tables.base}?alles=1"))


def test_one_chooses_which_tables(tables: Tables) -> None:
    tables.web.open_room("Oost")
    leader = tables.web.leader()
    two = "&".join(f"kamer={game}" for game in tables.games.values())
    page = text(leader.get(f"{tables.base}?{two}"))
    assert page.count('type="checkbox" name="kamer"') == 3
    assert page.count(" checked>") == 2
    assert '<strong aria-hidden="true">Oost</strong>' not in page


def test_one_table_alone_cannot_be_compared_and_the_page_says_what_to_do(web: Web) -> None:
    page = text(web.leader().get(f"/bijeenkomst/{web.meeting}/vergelijken"))
    assert "Vergelijken kan vanaf twee tafels" in page


def test_a_table_of_another_meeting_is_not_compared_here(tables: Tables) -> None:
    assert tables.web.leader().get(f"{tables.base}?kamer=g-none").status_code == 403


# --- what changes ----------------------------------------------------------------------------------------------------


def test_what_changes_is_sent_only_when_it_reads_differently(tables: Tables) -> None:
    leader = tables.web.leader()
    first = leader.get(f"{tables.base}?deel=1")
    assert "<html" not in first.text
    tag = first.headers["ETag"]
    again = leader.client.get(f"{tables.base}?deel=1", base_url=leader.base, headers={"If-None-Match": tag})
    assert (again.status_code, again.text) == (304, "")
    tables.go_to("Noord", "r1.act")
    moved = leader.client.get(f"{tables.base}?deel=1", base_url=leader.base, headers={"If-None-Match": tag})
    assert moved.status_code == 200
    assert "Ronde 1 van 2" in moved.text


def test_a_table_that_did_not_move_is_not_worked_out_again(tables: Tables) -> None:
    sides = comparing.Sides()
    state = games.state(tables.web.lab, tables.games["Noord"])
    assert sides(state, "public") is sides(state, "public")
    assert sides(state, "lead") is not sides(state, "public")
    tables.go_to("Noord", "briefing")
    moved = games.state(tables.web.lab, tables.games["Noord"])
    assert sides(moved, "public") is not sides(state, "public")
    assert sides(moved, "public").table.stage == "briefing"


# --- the screen of the hall ------------------------------------------------------------------------------------------


def show(tables: Tables, part: str = "besluiten", **more: str) -> TestResponse:
    leader = tables.web.leader()
    token = leader.get(tables.base).text.split('name="csrf_token" value="')[1].split('"')[0]
    fields = {"csrf_token": token, "kamer": list(tables.games.values()), "stuk": part, **more}
    return leader.send(f"{tables.base}/zaal", fields)  # type: ignore[arg-type]


def hall(tables: Tables) -> Browser:
    browser = tables.web.browser()
    browser.follow(meetings.link(tables.web.lab, tables.web.meeting, "screen"))
    return browser


def in_hall(tables: Tables) -> TestResponse:
    return hall(tables).get(f"/bijeenkomst/{tables.web.meeting}/scherm/vergelijking")


def test_the_hall_shows_one_part_when_who_leads_chose_it_and_all_tables_are_done(tables: Tables) -> None:
    assert in_hall(tables).status_code == 204
    assert show(tables).status_code == 303
    assert in_hall(tables).status_code == 204
    tables.reveal("Noord")
    assert in_hall(tables).status_code == 204
    tables.reveal("Zuid")
    assert "Besluiten naast elkaar" in text(in_hall(tables))
    show(tables, "stand")
    assert "<svg" in text(in_hall(tables))
    assert any(
        line.text == "Vergelijking op het zaalscherm" for line in signatures.signed(tables.web.lab, tables.web.meeting)
    )


def test_the_hall_shows_it_while_tables_play_only_when_who_leads_says_so(tables: Tables) -> None:
    tables.go_to("Noord", "r1.talk")
    tables.tell("Noord")
    tables.go_to("Noord", "r2.talk")
    tables.go_to("Zuid", "r2.talk")
    show(tables, "uiteen", nu="1")
    page = text(in_hall(tables))
    assert "Waar de tafels uiteengingen" in page
    assert "Het rapport" not in page
    assert "data-fetches" in text(hall(tables).get(f"/bijeenkomst/{tables.web.meeting}/scherm"))


def test_the_hall_is_as_before_when_it_is_taken_off(tables: Tables) -> None:
    show(tables, nu="1")
    leader = tables.web.leader()
    leader.post(f"{tables.base}/zaal", tables.base)
    assert in_hall(tables).status_code == 204
    assert "data-fetches" not in text(hall(tables).get(f"/bijeenkomst/{tables.web.meeting}/scherm"))


def test_only_who_leads_chooses_what_the_hall_shows(tables: Tables) -> None:
    tables.reveal("Noord", "Zuid")
    nel = tables.browser("Noord")
    answer = nel.post(f"{tables.base}/zaal", f"/bijeenkomst/{tables.web.meeting}", stuk="stand")
    assert answer.status_code == 401
    assert show(tables, "bestaat-niet").status_code == 400
    assert nel.get(f"/bijeenkomst/{tables.web.meeting}/scherm/vergelijking").status_code == 401


# --- by link ---------------------------------------------------------------------------------------------------------


def link(*of: str) -> str:
    return "/lab/vergelijken?" + "&".join(f"kamer={game}" for game in of)


def test_a_link_compares_tables_that_one_may_look_back_at(tables: Tables) -> None:
    address = link(*tables.games.values())
    assert tables.browser("Noord").get(address).status_code == 403
    tables.reveal("Noord", "Zuid")
    assert "Besluiten naast elkaar" in text(tables.browser("Noord").get(address))
    assert tables.web.browser().get(address).status_code == 401
    assert tables.browser("Noord").get("/lab/vergelijken").status_code == 409
    assert tables.browser("Noord").get(link(tables.web.game, "g-none")).status_code == 404


def test_tables_of_two_meetings_are_compared_by_who_leads_both(tables: Tables) -> None:
    tables.reveal("Noord")
    lab = tables.web.lab
    elsewhere = meetings.create(lab, "Een andere avond")
    other = meetings.open_room(lab, elsewhere, meetings.HOUSE, "klein", "dagdeel")
    address = link(tables.web.game, other)
    leader = tables.web.leader()
    assert leader.get(address).status_code == 401
    nel = tables.browser("Noord")
    nel.join(meetings.state(lab, elsewhere).code, "Nel")
    refused = nel.get(address)
    assert refused.status_code == 403
    assert "als je ze allemaal leidt" in refused.text
    leader.follow(meetings.link(lab, elsewhere, "facilitator"), "Fatima")
    assert "(Een andere avond)" in text(leader.get(address))


# --- reports ---------------------------------------------------------------------------------------------------------


def test_the_report_of_a_table_has_the_other_tables_beside_it_once_they_are_done(tables: Tables) -> None:
    tables.reveal("Noord")
    own = f"/kamer/{tables.web.game}/verslag"
    assert "Naast de andere tafels" not in text(tables.browser("Noord").get(own))
    tables.reveal("Zuid")
    report = text(tables.browser("Noord").get(own))
    assert "Naast de andere tafels" in report
    assert "(deze tafel)" in report
    assert tables.base in report
    assert "Naast de andere tafels" in text(tables.web.leader().get(own))


def test_the_report_of_the_meeting_tells_where_the_tables_went_apart(tables: Tables) -> None:
    tables.go_to("Noord", "r1.talk")
    tables.tell("Noord")
    tables.reveal("Noord", "Zuid")
    report = text(tables.web.leader().get(f"/bijeenkomst/{tables.web.meeting}/verslag"))
    assert "Waar de tafels uiteengingen" in report
    assert "met Fractie Groen" in report
    assert "style=" not in report
