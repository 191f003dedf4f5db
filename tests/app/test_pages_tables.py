"""The pages of many tables: overview, dividing, the screen of the hall, tafelhulpen, and who did what."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from werkzeug.test import TestResponse

from app.ports import Identity
from app.service import arrivals, dividing, games, meetings, streams, waves
from app.service.errors import ServiceError
from app.service.professions import professions
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import Bookmark, Depart, FireInject, Pause, SetPlayer, TakeSeat, TellCard
from game_rules.vocabulary.meeting import PlaceParticipant, ShowDivision
from tests.app.web import Browser, Web

FATIMA = Actor(kind="facilitator", participant="f-fatima")
PLACE = re.compile(r'name="plek" value="([^"]+)"')
ONCE = re.compile(r'name="once" value="([^"]+)"')


def at(web: Web, page: str = "") -> str:
    return f"/bijeenkomst/{web.meeting}{page}"


def come_in(web: Web, *names: str) -> list[str]:
    return [arrivals.join(web.lab, web.code, name).identity.participant for name in names]


def play(web: Web, *tables: str) -> None:
    """These tables are in the first round, every seat that must be is played."""
    for game in tables:
        state = games.state(web.lab, game)
        for id_, seat in state.casus.seats.items():
            if seat.playable and not seat.follow_up and not state.seats[id_].played:
                games.submit(web.lab, game, FATIMA, SetPlayer(seat=id_, player="computer"), f"m-{id_}")
        waves.pass_on(web.lab, web.meeting, FATIMA, "start", f"s-{game}", {}, game)
        waves.pass_on(web.lab, web.meeting, FATIMA, "next", f"n-{game}", {game: "briefing"}, game)


# --- overview and waves ----------------------------------------------------------------------------------------------


def test_the_overview_draws_every_table_and_who_has_none(web: Web) -> None:
    other = web.open_room("Bij het raam")
    come_in(web, "Mia")
    page = unescape(web.leader().get(at(web, "/overzicht")).text)
    assert "1 deelnemer heeft nog geen tafel" in page
    for game in (web.game, other):
        assert f'data-watches="{game}"' in page
        assert f'name="stap.{game}" value="lobby"' in page
    assert "Bij het raam" in page
    assert "style=" not in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_only_who_leads_sees_the_overview_and_steers(web: Web) -> None:
    browser = web.browser()
    browser.join(web.code, "Mia")
    for page in ("/overzicht", "/verdelen", "/tafelhulpen", "/wie-deed-wat"):
        assert browser.get(at(web, page)).status_code == 401
    for path in ("/golf", "/verdelen", "/verdeling-tonen"):
        assert browser.post(at(web, path), f"/m/{web.code}", wens="pause").status_code == 401
    with pytest.raises(ServiceError):
        waves.pass_on(web.lab, web.meeting, FATIMA, "win", "w", {})


def test_a_wish_for_all_answers_per_table_with_a_link(web: Web) -> None:
    other = web.open_room("Bij het raam")
    play(web, other)
    leader = web.leader()
    fields = {"wens": "pause", "once": "een", f"stap.{other}": "r1.read"}
    page = unescape(leader.post(at(web, "/golf?deel=1"), at(web, "/overzicht"), **fields).text)
    assert f'<a class="nl-link" href="/kamer/{other}/leiding">Bij het raam</a>: gedaan' in page
    assert f'href="/kamer/{web.game}/leiding"' in page
    assert "<html" not in page
    whole = leader.post(at(web, "/golf"), at(web, "/overzicht"), **{**fields, "wens": "resume"}).text
    assert "Bij 1 van de 2 tafels gedaan" in whole and "<html" in whole
    assert leader.post(at(web, "/golf"), at(web, "/overzicht"), wens="win").status_code == 409
    assert leader.post(at(web, "/golf"), at(web, "/overzicht"), wens="pause", tafel="g-x").status_code == 404


def test_programs_wish_for_all_tables_too(web: Web) -> None:
    web.open_room()
    token = arrivals.admit(web.lab, web.meeting, "facilitator").token
    body = {"id": "w-1", "wish": "start"}
    answer = web.api("POST", f"/meetings/{web.meeting}/wave", token, body).json
    assert answer and [one["code"] for one in answer["tables"]] == ["not_ready_to_start"] * 2
    player = arrivals.join(web.lab, web.code, "Mia").token
    assert web.api("POST", f"/meetings/{web.meeting}/wave", player, body).status_code == 403


# --- dividing --------------------------------------------------------------------------------------------------------


def test_the_preview_changes_nothing_and_what_stood_there_is_done(web: Web) -> None:
    other = web.open_room()
    people = come_in(web, *(f"Gast {n}" for n in range(8)))
    leader = web.leader()
    before = web.state()
    page = leader.get(at(web, "/verdelen?loting=x")).text
    assert leader.get(at(web, "/verdelen?loting=x")).text.count('name="plek"') == 8
    assert PLACE.findall(page) != PLACE.findall(leader.get(at(web, "/verdelen?loting=y")).text)
    assert web.state() == before
    once = ONCE.search(page)
    assert once
    done = post_places(leader, web, PLACE.findall(page), once[1])
    assert done.location == at(web, "/overzicht")
    sits = {
        p for game in (web.game, other) for s in games.state(web.lab, game).seats.values() for p in (s.holder, s.shadow)
    }
    assert set(people) <= sits


def post_places(leader: Browser, web: Web, places: list[str], once: str, **more: str) -> TestResponse:
    token = re.search(r'name="csrf_token" value="([^"]+)"', leader.get(at(web)).text)
    assert token
    fields: dict[str, Any] = {"csrf_token": token[1], "plek": places, "once": once, **more}
    return leader.send(at(web, "/verdelen"), fields)


def test_too_few_people_are_said_and_the_computer_fills_in(web: Web) -> None:
    other = web.open_room("Bij het raam")
    come_in(web, "Mia", "Ben", "Els", "Kees", "Tom")
    leader = web.leader()
    page = unescape(leader.get(at(web, "/verdelen?loting=x")).text)
    assert "Er zijn te weinig mensen" in page
    assert "Sluit Bij het raam" in page
    answer = post_places(leader, web, PLACE.findall(page), "eens", computer="ja")
    assert "De computer speelt" in answer.text
    for game in (web.game, other):
        assert sum(seat.played for seat in games.state(web.lab, game).seats.values()) == 4


def test_two_change_places_and_who_finds_a_seat_taken_is_named(web: Web) -> None:
    web.open_room()
    mia, ben, els = come_in(web, "Mia", "Ben", "Els")
    for who, seat in ((ben, "griffier"), (els, "groen")):
        games.submit(web.lab, web.game, Actor(kind="player", participant=who), TakeSeat(seat=seat), f"t-{seat}")
    meetings.submit(web.lab, web.meeting, FATIMA, PlaceParticipant(participant=ben, game=web.game))
    meetings.submit(web.lab, web.meeting, FATIMA, PlaceParticipant(participant=els, game=web.game))
    leader = web.leader()
    places = [f"{mia}|{web.game}|griffier|", f"{ben}|{web.game}|wethouder|"]
    assert post_places(leader, web, places, "eens").status_code == 303
    seats = games.state(web.lab, web.game).seats
    assert (seats["griffier"].holder, seats["wethouder"].holder) == (mia, ben)
    answer = unescape(post_places(leader, web, [f"{mia}|{web.game}|groen|"], "nog eens").text)
    assert re.search(r"<strong>Mia</strong>: [A-Z].+\.", answer)
    seats = games.state(web.lab, web.game).seats
    assert (seats["groen"].holder, seats["griffier"].holder) == (els, mia)


@pytest.mark.parametrize("place", ["", "p-1", "x|g-1|griffier|", "p-1|m-1|griffier|", f"p-1|g-1|{'x' * 300}|"])
def test_a_place_that_makes_no_sense_moves_nobody(web: Web, place: str) -> None:
    before = web.state()
    assert post_places(web.leader(), web, [place], "eens").status_code == 400
    assert web.state() == before


def test_a_table_that_is_not_there_is_said_per_person(web: Web) -> None:
    web.open_room()
    mia = come_in(web, "Mia")[0]
    answer = post_places(web.leader(), web, [f"{mia}|g-elders|griffier|"], "eens")
    assert answer.status_code == 200
    assert "Deze kamer is er niet" in answer.text


def test_a_profession_is_asked_at_the_door_shown_to_who_leads_and_corrected(web: Web) -> None:
    assert {"griffier", "ambtenaar", "anders"} <= set(professions(web.lab))
    browser = web.browser()
    page = browser.get(f"/m/{web.code}").text
    assert "Wat doe je in het echt?" in page
    once = ONCE.search(page)
    assert once
    browser.post(f"/m/{web.code}/join", f"/m/{web.code}", name="Mia", once=once[1], profession="griffier")
    mia = web.state().present[0]
    assert mia.profession == "griffier"
    leader = web.leader()
    assert "werkt als griffier" in leader.get(at(web)).text
    guest = at(web, f"/deelnemers/{mia.participant}")
    assert leader.post(f"{guest}/beroep", guest, profession="anders").status_code == 303
    assert web.state().present[0].profession == "anders"
    assert leader.post(f"{guest}/beroep", guest, profession="koning").status_code == 422


# --- moving ----------------------------------------------------------------------------------------------------------


def test_somebody_moves_to_another_running_table_and_leaves_the_seat(web: Web) -> None:
    other = web.open_room()
    mia = come_in(web, "Mia")[0]
    meetings.submit(web.lab, web.meeting, FATIMA, PlaceParticipant(participant=mia, game=web.game))
    games.submit(web.lab, web.game, Actor(kind="player", participant=mia), TakeSeat(seat="griffier"), "t")
    play(web, web.game, other)
    own = Actor(kind="player", participant=mia)
    with pytest.raises(ServiceError, match="still_playing"):
        meetings.submit(web.lab, web.meeting, own, PlaceParticipant(participant=mia, game=other))
    leader = web.leader()
    guest = at(web, f"/deelnemers/{mia}")
    assert leader.post(f"{guest}/tafel", guest, game=other, was=web.game).status_code == 303
    assert games.state(web.lab, web.game).seats["griffier"].holder == ""
    assert mia in games.state(web.lab, other).people
    late = leader.post(f"{guest}/tafel", guest, game=web.game, was=web.game)
    assert late.status_code == 409
    assert "Een andere spelleider" in late.text


def test_half_a_move_is_finished_when_the_overview_opens(web: Web) -> None:
    other = web.open_room()
    mia = come_in(web, "Mia")[0]
    meetings.submit(web.lab, web.meeting, FATIMA, PlaceParticipant(participant=mia, game=web.game))
    games.submit(web.lab, web.game, Actor(kind="player", participant=mia), TakeSeat(seat="griffier"), "t")
    streams.submit(web.lab, web.meeting, FATIMA, PlaceParticipant(participant=mia, game=other), "alleen de helft")
    assert games.state(web.lab, web.game).seats["griffier"].holder == mia
    web.leader().get(at(web, "/overzicht"))
    assert games.state(web.lab, web.game).seats["griffier"].holder == ""
    assert mia in games.state(web.lab, other).people
    games.submit(web.lab, other, FATIMA, Depart(participant=mia), "weg")
    meetings.reconcile(web.lab, web.meeting)
    assert mia in games.state(web.lab, other).people


# --- the screen of the hall ------------------------------------------------------------------------------------------


def test_the_hall_reads_code_tables_and_names_only_when_asked(web: Web) -> None:
    web.open_room("Bij het raam")
    come_in(web, "Mia de Wit")
    hall = web.browser()
    link = meetings.link(web.lab, web.meeting, "screen")
    assert hall.follow(link).location == at(web, "/scherm")
    page = hall.get(at(web, "/scherm")).text
    assert web.code[:3] in page and "Bij het raam" in page
    assert "Mia de Wit" not in page
    meetings.submit(web.lab, web.meeting, FATIMA, ShowDivision(shown=True))
    assert "Mia de Wit" in hall.get(at(web, "/scherm")).text
    web.close_door()
    assert f"{web.code[:3]} {web.code[3:]}" not in hall.get(at(web, "/scherm")).text
    assert hall.get(at(web, "/overzicht")).status_code == 401


def test_the_hall_prints_the_papers_and_no_secret(web: Web) -> None:
    play(web, web.game)
    waves.pass_on(web.lab, web.meeting, FATIMA, "epilogue", "e", {})
    page = unescape(web.leader().get(at(web, "/scherm")).text)
    casus = games.state(web.lab, web.game).casus
    assert 'class="glance__headline"' in page
    for secret in (*(seat.brief for seat in casus.seats.values()), *(card.text for card in casus.cards.values())):
        assert not secret or secret not in page


# --- the tafelhulp ---------------------------------------------------------------------------------------------------


def helping(web: Web, game: str, name: str = "Vera") -> Browser:
    browser = web.browser()
    assert browser.follow(meetings.link(web.lab, web.meeting, "helper", game), name).location == f"/kamer/{game}/hulp"
    return browser


def test_a_tafelhulp_comes_in_by_a_link_with_a_name_and_stays_at_one_table(web: Web) -> None:
    other = web.open_room("Bij het raam")
    link = meetings.link(web.lab, web.meeting, "helper", other)
    assert "Je naam staat bij alles wat je doet" in web.browser().get(link).text
    vera = helping(web, other)
    assert vera.get(f"/kamer/{other}/hulp").status_code == 200
    assert vera.get(f"/kamer/{web.game}/hulp").status_code == 403
    for page in ("/leiding", "/zetel/griffier", "/scherm"):
        assert vera.get(f"/kamer/{other}{page}").status_code == 403
    assert "Vera" in web.leader().get(at(web, "/tafelhulpen")).text
    assert vera.follow(meetings.link(web.lab, web.meeting, "helper", web.game), "Vera").location
    assert vera.get(f"/kamer/{web.game}/hulp").status_code == 200
    leader = web.leader()
    leader.post(at(web, "/links/helper/vernieuw"), at(web, "/tafelhulpen"))
    assert vera.get(f"/kamer/{web.game}/hulp").status_code == 401
    assert web.browser().get(link).status_code == 410


def test_above_two_tables_the_page_asks_for_tafelhulpen(web: Web) -> None:
    leader = web.leader()
    tables = [web.game, web.open_room()]
    assert "Je hebt meer dan twee tafels" not in leader.get(at(web)).text
    tables.append(web.open_room())
    assert "Je hebt meer dan twee tafels" in leader.get(at(web)).text
    for game in tables:
        helping(web, game)
    assert "Je hebt meer dan twee tafels" not in leader.get(at(web)).text


def test_what_a_tafelhulp_and_two_facilitators_do_is_signed(web: Web) -> None:
    play(web, web.game)
    waves.pass_on(web.lab, web.meeting, FATIMA, "next", "praten", {web.game: "r1.read"})
    helper = arrivals.admit(web.lab, web.meeting, "helper", "Vera", web.game).identity
    vera = Actor(kind="helper", participant=helper.participant)
    state = games.state(web.lab, web.game)
    card = next(id_ for id_, held in state.cards.items() if len(held.known) == 1)
    to = next(id_ for id_ in ("griffier", "wethouder", "lokaal") if id_ != state.cards[card].holder)
    games.submit(web.lab, web.game, vera, Bookmark(text="De stilte"), "b")
    games.submit(web.lab, web.game, vera, TellCard(card=card, to=(to,)), "v")
    games.submit(web.lab, web.game, vera, Pause(reason="Koffie"), "p")
    leader = web.leader()
    inject = next(id_ for id_, now in state.injects.items() if now.status == "waiting")
    who = next(one for one in web.lab.beside.names(web.meeting) if web.lab.beside.name(one) == "Fatima")
    games.submit(web.lab, web.game, Actor(kind="facilitator", participant=who), FireInject(inject=inject), "i")
    page = unescape(leader.get(at(web, "/wie-deed-wat")).text)
    for line in ("Moment onthouden: De stilte", "Verteld: kaart van", "Pauze: Koffie"):
        assert re.search(rf"Vera \(tafelhulp\)</td><td>{line}", page), line
    assert re.search(r"Fatima</td><td>Gebeurtenis gespeeld", page)
    assert state.casus.cards[card].text not in page


def test_who_leads_or_helps_without_a_name_gets_one_to_sign_with(web: Web) -> None:
    def named(kind: str) -> str:
        made: Identity = arrivals.admit(web.lab, web.meeting, kind, game=web.game).identity  # type: ignore[arg-type]
        return web.lab.beside.name(made.participant) or ""

    assert [named("facilitator"), named("facilitator")] == ["Spelleider", "Spelleider (2)"]
    assert [named("helper"), named("helper")] == ["Tafelhulp", "Tafelhulp (2)"]


def test_dividing_begins_with_newcomers_once_a_table_plays(web: Web) -> None:
    assert not dividing.begun(web.lab, web.meeting)
    play(web, web.game)
    assert dividing.begun(web.lab, web.meeting)
    come_in(web, "Laat")
    assert 'value="new" checked' in web.leader().get(at(web, "/verdelen")).text
