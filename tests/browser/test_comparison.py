"""Tables side by side in a browser: live for who leads, on the screen of the hall, afterwards for players; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import faults
from tests.browser.keys import Keys
from tests.browser.people import PATIENCE, Person
from tests.browser.played import Played
from tests.browser.site import Room


class TwoTables:
    """One table where much happens and one where nothing does, in one meeting."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self.browser, self.room = browser, room
        self.people: list[Person] = []
        self.played = Played(room)
        site = room.site
        body = {"casus": "klein", "edition": "dagdeel", "title": "Bij het raam"}
        game = site.api("POST", f"/meetings/{room.meeting}/rooms", body, room.token)["game"]
        self.quiet = Room(site, room.meeting, room.code, game, room.token)
        self.quiet.fill_seats()

    def both_done(self) -> None:
        self.played.until("debrief.handvat")
        self.quiet.go_to("debrief.judge")
        self.quiet.command("reveal")

    def opens(self, rest: str, token: str = "", *, phone: bool = False, live: bool = True) -> Person:
        person = Person(self.browser, self.room.site.url, rest, phone=phone).holds(token or self.room.token)
        self.people.append(person)
        return person.opens(f"/bijeenkomst/{self.room.meeting}{rest}", ready=live)


@pytest.fixture
def tables(browser: Browser, room: Room) -> Iterator[TwoTables]:
    made = TwoTables(browser, room)
    yield made
    problems = [problem for person in made.people for problem in person.problems]
    for person in made.people:
        person.leave()
    assert problems == []


def test_who_leads_follows_the_tables_without_asking(tables: TwoTables) -> None:
    tables.quiet.go_to("epilogue")
    leader = tables.opens("/vergelijken")
    expect(leader.page.locator(".tables-legend")).to_contain_text("Wachten op de start", timeout=PATIENCE)
    leader.settles()
    tables.played.until("r1.act")
    expect(leader.page.locator(".tables-legend")).to_contain_text("Ronde 1 van 2 · Besluiten", timeout=PATIENCE)
    leader.page.get_by_text("Dezelfde cijfers als tabel").or_(leader.page.get_by_text("De langste keten")).first.click()
    tables.played.until("r2.act")
    expect(leader.page.locator("#vg-uiteen")).to_contain_text("Je vertelt alles wat je weet.", timeout=PATIENCE)
    expect(leader.page.locator("#vg-ketens")).to_have_attribute("open", "")
    assert leader.stayed


def test_everybody_can_use_the_comparison(tables: TwoTables) -> None:
    tables.both_done()
    leader = tables.opens("/vergelijken")
    everything = tables.opens("/vergelijken?alles=1")
    player = tables.opens("/vergelijken", tables.played.tokens["griffier"], live=False)
    report = tables.opens("/verslag", live=False)
    leader.page.locator("#zaal").get_by_role("button", name="De stand na elke ronde").click()
    leader.page.wait_for_url("**#zaal")
    hall = tables.opens("/scherm")
    expect(hall.page.locator("#zaal-vergelijking svg").first).to_be_visible(timeout=PATIENCE)
    found = {one.name: faults(one.page) for one in (leader, everything, player, report, hall)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_who_leads_chooses_tables_and_shows_them_in_the_hall_with_the_keyboard_alone(tables: TwoTables) -> None:
    tables.room.site.api(
        "POST",
        f"/meetings/{tables.room.meeting}/rooms",
        {"casus": "klein", "edition": "dagdeel", "title": "Achterin"},
        tables.room.token,
    )
    tables.played.until("r2.act")
    tables.quiet.go_to("r2.act")
    hall = tables.opens("/scherm")
    leader = tables.opens("/vergelijken")
    keys = Keys(leader.page)
    keys.press(leader.page.locator("label", has_text="Achterin").locator("input"), "Space")
    keys.press(leader.page.locator("#kies button"))
    leader.page.wait_for_selector("html[data-klaar='1']")
    expect(leader.page.locator(".tables-legend__item")).to_have_count(2)
    expect(hall.page.locator(".hall-compared")).to_have_count(0)
    keys.press(leader.page.get_by_role("checkbox", name="Toon het toch nu al"), "Space")
    keys.press(leader.page.locator("#zaal").get_by_role("button", name="Waar de tafels uiteengingen"))
    expect(hall.page.locator(".hall-compared__title")).to_have_text("Waar de tafels uiteengingen", timeout=PATIENCE)
    expect(hall.page.locator(".hall-compared")).to_contain_text("Wist u dat de brug kan breken?")
    expect(hall.page.locator(".glances--hall")).to_be_hidden()
    leader.page.wait_for_selector("html[data-klaar='1']")
    keys.press(leader.page.get_by_role("button", name="Haal het van het zaalscherm"))
    expect(hall.page.locator(".glances--hall")).to_be_visible(timeout=PATIENCE)


def test_the_hall_waits_until_every_table_is_done(tables: TwoTables) -> None:
    tables.played.until("debrief.handvat")
    tables.quiet.go_to("r2.act")
    hall, leader = tables.opens("/scherm"), tables.opens("/vergelijken")
    leader.page.locator("#zaal").get_by_role("button", name="Besluiten naast elkaar").click()
    expect(leader.page.locator("#zaal")).to_contain_text("Het komt in beeld zodra deze tafels klaar zijn")
    expect(hall.page.locator("#zaal-vergelijking")).to_be_attached(timeout=PATIENCE)
    expect(hall.page.locator(".glances--hall")).to_be_visible()
    tables.quiet.command("go_to_epilogue")
    expect(hall.page.locator(".hall-compared__title")).to_have_text("Besluiten naast elkaar", timeout=PATIENCE)


def test_a_player_compares_on_a_phone_from_the_report_of_the_own_table(tables: TwoTables) -> None:
    tables.both_done()
    token = tables.played.tokens["groen"]
    person = Person(tables.browser, tables.room.site.url, "Gerda", phone=True).holds(token)
    tables.people.append(person)
    person.opens(f"/kamer/{tables.room.game}/verslag", ready=False)
    person.page.get_by_role("link", name="Bekijk alle tafels naast elkaar").click()
    expect(person.page.get_by_role("heading", name="Tafels naast elkaar")).to_be_visible()
    person.page.get_by_text("met overal dezelfde uitkomst").click()
    row = person.page.locator(".side-by-side tr", has_text="Gaat de brug dicht?")
    expect(row.locator("td").first.locator(".whose")).to_be_visible()
    first, second = (row.locator("td").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert second
    assert second["y"] >= first["y"] + first["height"] - 1
    pictures = person.page.locator(".multiple")
    boxes = [pictures.nth(at).bounding_box() for at in range(pictures.count())]
    assert len({round(box["x"]) for box in boxes if box}) == 1
