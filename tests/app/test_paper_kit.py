"""Everything on paper: complete, before and during the game, each secret on its own sheet, for who leads only."""

from __future__ import annotations

import re

import pytest

from app.exports import paper_html
from app.paper_kit import PaperKit, paper_kit
from app.service import games, meetings
from game_rules.vocabulary.commands import NextStep, SetPlayer

from .web import Web

LEAF = re.compile(r'<article class="leaf.*?</article>', re.DOTALL)


def kit(web: Web, edition: str = "dagdeel") -> PaperKit:
    game = meetings.open_room(web.lab, web.meeting, meetings.HOUSE, "klein", edition)
    return paper_kit(games.state(web.lab, game))


def leaves(web: Web, query: str = "") -> list[str]:
    answer = web.leader().get(f"/kamer/{web.game}/papier{query}")
    assert answer.status_code == 200
    return LEAF.findall(answer.text)


def test_every_seat_has_its_sheet_and_every_card_of_it_is_there_once(web: Web) -> None:
    content = web.lab.library.content("klein")
    found = kit(web)
    assert [seat.id for seat in found.seats] == [id_ for id_, seat in content.casus.seats.items() if seat.playable]
    assert sorted(card.title for seat in found.seats for card in seat.cards) == sorted(
        card.title for card in content.casus.cards.values()
    )


def test_a_card_says_when_it_may_be_handed_out(web: Web) -> None:
    deals = {card.title: card.deal for seat in kit(web).seats for card in seat.cards}
    assert deals["Het rapport"] == "uitdelen bij de rol"
    assert deals["Een belofte aan de bakker"] == "pas uitdelen in ronde 1"
    assert deals["De foto van de scheur"] == (
        "pas uitdelen bij ‘Een scheur in de brug’ of als iemand dit doet: ‘De brug laten meten’"
    )


def test_the_short_edition_has_its_own_rounds_times_and_what_happened_meanwhile(web: Web) -> None:
    short = kit(web, "avond")
    assert [(one.number, one.title) for one in short.rounds] == [(1, "De keuze")]
    assert dict(short.rounds[0].steps) == {"Lezen": 2, "Praten": 6, "Besluiten": 3, "Gevolgen": 2}
    assert short.rounds[0].meanwhile == (web.lab.library.content("klein").casus.rounds[0].outcome.text,)  # type: ignore[union-attr]
    deals = {card.title: card.deal for seat in short.seats for card in seat.cards}
    assert deals["Een belofte aan de bakker"] == "pas uitdelen in ronde 1"


def test_a_card_counts_the_rounds_as_its_edition_plays_them(web: Web) -> None:
    ends = [
        {card.title: card.expires for seat in kit(web, one).seats for card in seat.cards}
        for one in ("dagdeel", "avond")
    ]
    title = next(title for title, words in ends[0].items() if "ronde" in words)
    assert [one[title] for one in ends] == ["na ronde 2", "na ronde 1"]


def test_the_voting_list_names_all_members_with_their_votes(web: Web) -> None:
    votes = {one.id: one for one in kit(web).votes}
    assert sum(weight for _, weight in votes["brug"].members) == 9
    assert [weight for _, weight in votes["onderzoek"].members] == [1, 1, 1]
    assert votes["voorzitter"].members == ()
    assert "bericht" not in votes


def test_what_the_law_makes_void_is_no_act_on_paper(web: Web) -> None:
    acts = {act.title: act.allowed for seat in kit(web).seats for act in seat.acts}
    assert "Meestemmen in de raad" not in acts
    assert acts["Het rapport stil aan één fractie geven"] is False


def test_a_sheet_holds_the_secrets_of_its_own_seat_only(web: Web) -> None:
    content = web.lab.library.content("klein")
    sheets = [leaf for leaf in leaves(web) if 'aria-label="Rolblad' in leaf or 'aria-label="Kaarten' in leaf]
    for id_, seat in content.casus.seats.items():
        if not seat.playable:
            continue
        own = [leaf for leaf in sheets if f"Alleen voor: <strong>{seat.label}</strong>" in leaf]
        assert any(seat.brief in leaf for leaf in own), id_
        assert not any(seat.brief in leaf for leaf in sheets if leaf not in own), id_


def test_one_seat_can_be_printed_alone(web: Web) -> None:
    found = leaves(web, "?zetel=wethouder")
    assert len(found) == 2
    assert all("Wethouder" in leaf for leaf in found)
    assert web.leader().get(f"/kamer/{web.game}/papier?zetel=nergens").status_code == 404


def test_who_leads_can_print_the_own_sheets_alone(web: Web) -> None:
    labels = [re.search(r'aria-label="([^"]*)"', leaf)[1] for leaf in leaves(web, "?deel=leiding")]  # type: ignore[index]
    assert labels[:2] == ["Draaiboek", "Ronde 1"]
    assert labels[-3:] == ["Stemlijst", "Scorebord", "Lege briefjes"]


@pytest.mark.parametrize("path", ["", "?zetel=griffier", "?deel=leiding"])
def test_nobody_else_gets_it(web: Web, path: str) -> None:
    player = web.browser()
    player.join(web.code, "Loes")
    for who in (player, web.browser()):
        answer = who.get(f"/kamer/{web.game}/papier{path}")
        assert answer.status_code in (401, 403)
        assert "leaf" not in answer.text


def test_it_is_the_same_during_the_game(web: Web) -> None:
    before = kit(web)
    for seat in ("burgemeester", "griffier", "wethouder", "lokaal", "groen"):
        games.submit(web.lab, web.game, meetings.HOUSE, SetPlayer(seat=seat, player="computer"), f"sit-{seat}")
    for step in ("lobby", "briefing"):
        games.submit(web.lab, web.game, meetings.HOUSE, NextStep(from_step=step), f"next-{step}")
    assert paper_kit(games.state(web.lab, web.game)) == before


def test_the_sheets_go_along_in_the_zip_as_one_file_that_needs_nothing_else(web: Web) -> None:
    html = paper_html.make(web.lab, web.game, "facilitator").decode()
    assert len(LEAF.findall(html)) == len(leaves(web))
    assert "<script" not in html and "<link" not in html
