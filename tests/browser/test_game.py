"""One evening with Het gelekte memo: Fatima leads, Bea, Gré, Wim, Loes and Gerda play, the hall looks on.

From the link of the leader to the replay through the eyes of another seat. Everybody sees what happens by pushed
events: nobody loads a page again after sitting down.
"""

from __future__ import annotations

import re
from urllib.parse import urlparse

import pytest
import segno
from playwright.sync_api import Browser, expect

from tests.browser import looking_back, steering
from tests.browser.evening import Evening, room_of
from tests.browser.people import Person
from tests.browser.site import Room, Site


@pytest.mark.timeout(300)
def test_an_evening_with_the_leaked_memo(memo_site: Site, browser: Browser) -> None:
    evening = they_come_in(memo_site, browser)
    they_read_their_role(evening)
    they_share_ask_and_write(evening)
    the_council_votes_aloud(evening)
    the_consequences_come(evening)
    steering.the_leader_corrects(evening)
    steering.the_unexpected_happens(evening)
    steering.they_look_back_on_the_round(evening)
    looking_back.a_year_later(evening)
    looking_back.they_write_in_silence(evening)
    looking_back.they_guess_and_all_is_opened(evening)
    looking_back.they_judge_three_consequences(evening)
    looking_back.they_would_decide_otherwise(evening)
    looking_back.they_take_something_home(evening)
    looking_back.they_see_it_through_other_eyes(evening)
    evening.ends()


def they_come_in(site: Site, browser: Browser) -> Evening:
    """By code, by QR picture and by link; each takes a seat."""
    leader = Person(browser, site.url, "Fatima")
    room = the_leader_opens_a_table(site, leader)
    hall = Person(browser, site.url, "De zaal").opens(screen_link(leader, room), ready=False)
    hall.presses("Toon het scherm")
    hall.page.wait_for_selector("html[data-screen=screen][data-klaar='1']")
    hall.settles()
    bea = Person(browser, site.url, "Bea").opens("/", ready=False)
    bea.page.get_by_label("Code van de bijeenkomst").fill(f"{room.code[:3]} {room.code[3:]}")
    bea.presses("Verder")
    bea.says_who().sits_down("burgemeester")
    link = address_in_the_picture(hall, room)
    gre = Person(browser, site.url, "Gré", phone=True).opens(link, ready=False).says_who().sits_down("griffier")
    wim = Person(browser, site.url, "Wim").opens(f"/m/{room.code}", ready=False).says_who().sits_down("wethouder")
    loes = Person(browser, site.url, "Loes", phone=True).opens(link, ready=False).says_who().sits_down("lokaal")
    gerda = Person(browser, site.url, "Gerda", dark=True).opens(link, ready=False).says_who().sits_down("groen")
    players = {"burgemeester": bea, "griffier": gre, "wethouder": wim, "lokaal": loes, "groen": gerda}
    evening = Evening(room, leader, hall, players)
    for person in players.values():
        leader.sees(person.name, "#roster")
        bea.sees(person.name, "#seats")
    return evening


def the_leader_opens_a_table(site: Site, leader: Person) -> Room:
    """From the link that the server printed to the desk of a new table."""
    made = site.api("POST", "/meetings", {"title": "Avond in Waardveen"})
    links = site.api("GET", f"/meetings/{made['meeting']}/links", token=made["token"])
    leader.opens(links["facilitator"], ready=False)
    leader.page.get_by_label("Je naam").fill("Fatima")
    leader.presses("Ik leid deze bijeenkomst")
    page = leader.page
    page.get_by_label(re.compile("Het gelekte memo.*Avond")).check()
    leader.presses("Open deze tafel")
    page.get_by_role("link", name="Leiden").click()
    page.wait_for_selector("html[data-screen=facilitator][data-klaar='1']")
    leader.settles()
    return Room(site, made["meeting"], made["code"], room_of(site, page.url), made["token"])


def screen_link(leader: Person, room: Room) -> str:
    """The link for the projector, as the leader finds it."""
    links = room.site.api("GET", f"/meetings/{room.meeting}/links", token=room.token)
    link: str = links["screen"][room.game]
    return link


def address_in_the_picture(hall: Person, room: Room) -> str:
    """What a phone reads in the QR picture in the hall: the picture must be that of the link."""
    shown = hall.page.get_by_role("region", name="Doe mee")
    link = shown.locator(".stage__text").inner_text()
    picture = segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=2)
    drawn = shown.locator("svg path").last.get_attribute("d")
    assert drawn and f'd="{drawn}"' in picture
    assert urlparse(link).path == f"/m/{room.code}"
    return link


def they_read_their_role(evening: Evening) -> None:
    """Empty seats are filled with one tap; everybody reads, and says so."""
    leader = evening.leader
    leader.sees("Er mist nog iets", "#ready")
    for seat in ("secretaris", "vrij", "dorps", "samen"):
        leader.does("set_player", seat=seat, player="facilitator")
        expect(
            leader.page.locator(f"#ready form:has(input[value={seat}]):has(input[value=facilitator])")
        ).to_have_count(0)
    leader.sees("We kunnen beginnen", "#ready")
    evening.step("Je rol lezen")
    for person in evening.players.values():
        expect(person.page.locator("#brief")).to_have_attribute("open", "")
        person.does("mark_ready")
    for seat in evening.players:
        expect(leader.page.locator(f"#roster-{seat} .state--ready")).to_be_attached()
    evening.step("De hamer")
    for person in evening.everybody:
        person.sees("Havenpraat", "#feed")
    assert evening.leaks == []


def they_share_ask_and_write(evening: Evening) -> None:
    """Loes shows a card to the griffier, Gré passes a note to Bea, Gerda asks the wethouder formally."""
    evening.step("Praten")
    bea, gre, wim, loes, gerda = evening.players.values()
    with loes.fills("show_card", card="lo_maandag") as form:
        loes.chooses(form, "to", "griffier")
    evening.told.add(("lo_maandag", "griffier"))
    gre.sees("Kaart van Fractie Lokaal Waardveen", "#cards")
    with gre.fills("send_note") as form:
        gre.chooses(form, "to", "burgemeester")
        form.locator("[name=text]").fill("Lokaal las het memo. Zullen we praten?")
    bea.sees("Lokaal las het memo. Zullen we praten?", "#notes")
    with gerda.fills("ask_formally", question="vraag_gegeven"):
        pass
    wim.sees("Het volledige antwoord is", "#questions")
    with wim.fills("answer_formally") as form:
        wim.chooses(form, "answer", "part")
    for person in evening.everybody:
        if person not in (evening.hall,):
            person.sees("beantwoord", "#questions")
    for person in (evening.hall, wim, loes, gerda):
        assert not person.was_told("Lokaal las het memo. Zullen we praten?"), person.name
    for person in (bea, gre, loes, gerda, evening.hall):
        assert not person.was_told("Ik gaf maandag 3 november om 21.10 uur"), person.name
    assert evening.leaks == []


def the_council_votes_aloud(evening: Evening) -> None:
    """Bea decides her line and puts a choice to the vote; Gré writes down what she hears; Fatima closes the vote."""
    evening.step("Besluiten")
    bea, gre, _, _, gerda = evening.players.values()
    with bea.fills("decide", decision="verklaring") as form:
        bea.chooses(form, "option", "voluit")
        form.locator("[name=reason]").fill("De raad hoort het van mij, niet van een website.")
    for person in evening.everybody:
        person.sees("De raad hoort het van mij, niet van een website.", "#decisions-verklaring")
    with bea.fills("put_to_vote", decision="vergadering") as form:
        bea.chooses(form, "option", "open")
    gerda.does("request_vote", decision="vergadering")
    evening.leader.sees("nog niet", "#decisions-vergadering")
    for seat, side in (
        ("lokaal", "against"),
        ("groen", "for"),
        ("vrij", "for"),
        ("dorps", "for"),
        ("samen", "against"),
    ):
        writes_down(gre, seat, side)
        evening.hall.sees("heeft gestemd", "#decisions-vergadering")
    unsure = evening.leader.page.locator(
        "form[data-command=close_vote][data-confirm]"
    )  # asks again while votes are missing
    expect(unsure).to_have_count(0)
    evening.leader.does("close_vote", decision="vergadering")
    for person in evening.everybody:
        person.sees("De raad praat in het openbaar verder", "#decisions-vergadering .outcome")
        person.sees("14", "#decisions-vergadering .outcome")
    for person in evening.players.values():
        ticks_nobody_new(person)


def writes_down(griffier: Person, seat: str, side: str) -> None:
    """One tap on what a member said aloud."""
    form = griffier.page.locator(
        f"form[data-command=record_vote]:has(input[name=seat][value={seat}])"
        f":has(input[type=hidden][name='votes.{side}']:not([value='0']))"
    ).first
    griffier.sends(griffier.reach(form))


def ticks_nobody_new(person: Person) -> None:
    """At the end of a round each holder of a card says who knows it now."""
    forms = person.page.locator("form[data-command=tick_card]")
    while forms.count():
        before = forms.count()
        person.sends(person.reach(forms.first))
        expect(forms).to_have_count(before - 1)


def the_consequences_come(evening: Evening) -> None:
    """What follows is read by all, with the figures that moved."""
    evening.step("Gevolgen")
    for person in evening.everybody:
        person.sees("reikt tot", "#consequences")
        expect(person.page.locator("#indicators .delta--up, #indicators .delta--down").first).to_be_attached()
    assert evening.leaks == []
