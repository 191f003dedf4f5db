"""How the table worked together, on the screens: live at the desk, with the own role when looking back, and usable by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.browser.people import PATIENCE, Person
from tests.browser.played import Played
from tests.browser.site import Room

PHONE = {"width": 390, "height": 844}


class Table:
    """A room that is played step by step, and who opens a page of it."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self._browser, self.room, self.played = browser, room, Played(room)
        self.people: list[Person] = []

    def opens(self, who: str, path: str, *, live: bool = True) -> Page:
        person = Person(self._browser, self.room.site.url, who)
        self.people.append(person)
        person.holds(self.played.tokens[who]).opens(f"/kamer/{self.room.game}{path}", ready=live)
        return person.page


@pytest.fixture
def tabled(browser: Browser, room: Room) -> Iterator[Table]:
    """Somebody told a card, somebody promised, everybody answered the pulse."""
    made = Table(browser, room)
    yield made
    assert [problem for person in made.people for problem in person.problems] == []
    for person in made.people:
        person.leave()


def opened(page: Page, *selectors: str) -> None:
    """Unfold these parts with the keyboard, as anybody can."""
    for selector in selectors:
        summary = page.locator(f"{selector} > summary")
        if summary.locator("..").get_attribute("open") is None:
            summary.focus()
            page.keyboard.press("Enter")


def test_who_leads_follows_it_while_the_table_plays(tabled: Table) -> None:
    tabled.played.until("r1.talk")
    desk = tabled.opens("leader", "/leiding")
    opened(desk, "#samen", "#samenspel-weten", "#samenspel-toezeggingen", "#samenspel-polsslag")
    expect(desk.locator("#samenspel-polsslag")).to_contain_text("Er is niets vastgelegd over de polsslag")
    expect(desk.locator("#samenspel-toezeggingen .samen__roles")).to_contain_text("1 van 1 nog open")
    tabled.room.command("make_promise", tabled.played.tokens["wethouder"], to="griffier", text="U hoort het morgen.")
    expect(desk.locator("#samenspel-toezeggingen .samen__roles")).to_contain_text("2 van 2 nog open", timeout=PATIENCE)
    expect(desk.locator("#samenspel-toezeggingen")).to_have_attribute("open", "")
    assert faults(desk) == []
    player = tabled.opens("griffier", "")
    expect(player.locator("#samen")).to_be_hidden()


def test_looking_back_a_player_finds_the_own_role_and_answers_beside_the_others(tabled: Table) -> None:
    tabled.played.until("closed")
    page = tabled.opens("griffier", "")
    opened(page, "#samen", "#samenspel-overname", "#samenspel-polsslag")
    expect(page.locator("#samenspel-overname .samen__role--own")).to_contain_text("1 van 1 zonder antwoord")
    expect(page.locator("#samenspel-polsslag .samen__mine").first).to_have_text("Jij antwoordde 4.")
    expect(page.locator("#samenspel-polsslag")).to_contain_text("Vanaf drie antwoorden")
    assert faults(page) == []


def test_the_replay_and_the_report_draw_who_knew_what_when_and_a_phone_lists_it(tabled: Table) -> None:
    tabled.played.until("closed")
    replay = tabled.opens("griffier", "/terugblik?als=facilitator")
    expect(replay.locator("#samenspel h2")).to_have_text("Zo speelden jullie samen")
    expect(replay.locator("#weten .chart--known").first).to_be_visible()
    replay.keyboard.press("Home")
    expect(replay.locator("#weten .known__chip--heard").first).to_be_hidden()
    opened(replay, "#weten .known__table")
    replay.evaluate("scrollTo(0, 0)")  # what lies half behind the scrubber would count as too small to touch
    assert faults(replay) == []
    report = tabled.opens("griffier", "/verslag", live=False)
    opened(report, ".known__fold")
    assert report.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert report.locator(".known__fold table").evaluate(
        "table => table.offsetWidth <= table.parentElement.clientWidth"
    )
    assert faults(report) == []
    for page, picture in ((replay, ".known__picture"), (report, ".known__figure")):
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        expect(page.locator(picture).first).to_be_hidden()
        expect(page.locator(".known__list").first).not_to_have_css("display", "none")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults(report) == []
