"""The front page of one year later: words only, and a cause only for who may see it."""

from __future__ import annotations

import msgspec

from game_rules.projections.bode import BIG, SHORTS, FrontPage, front_page
from game_rules.vocabulary.views import CauseLine, ClockCard, ConsequenceCard, GameCard, Me, View

SILENT = CauseLine(kind="unknown", text="Oorzaak nog niet bekend")
FROM_VOTE = CauseLine(kind="decision", id="brug", text="Gaat de brug dicht?")


def news(
    order: int, ring: int = 3, headline: str = "", epilogue: bool = False, causes: tuple[CauseLine, ...] = (FROM_VOTE,)
) -> ConsequenceCard:
    return ConsequenceCard(
        order=order, at=1_000 * order, title=f"Gevolg {order}", text="Er gebeurde iets.", ring=ring, round="r1", number=1,
        headline=headline, epilogue=epilogue, causes=causes, shifts={"rust": -7},
    )  # fmt: skip


def paper(stage: str = "epilogue", **cards: ConsequenceCard) -> FrontPage | None:
    game = GameCard(
        id="g-1", meeting="m-1", title="De brug", gemeente="Kreekdam", newspaper="De Kreekdammer", constellation="driehoek",
        edition="Dagdeel", summary="", dilemma="Wie mag het weten?",
    )  # fmt: skip
    view = View(
        game=game,
        me=Me(kind="screen"),
        clock=ClockCard(stage=stage, key=stage, label="Eén jaar later"),
        consequences=cards,
    )
    return front_page(view)


def test_there_is_no_newspaper_before_the_game_has_ended() -> None:
    for stage in ("lobby", "briefing", "round", "meal"):
        assert paper(stage, a=news(1)) is None
    for stage in ("epilogue", "debrief", "closed"):
        assert paper(stage, a=news(1)) is not None


def test_a_headline_of_its_own_leads_and_what_stayed_at_the_table_is_no_news() -> None:
    page = paper(a=news(1, ring=5), b=news(2, ring=2, headline="Brug zakt", epilogue=True), c=news(3, ring=1))
    assert page and page.lead
    assert page.lead.headline == "Brug zakt"
    assert [story.headline for story in page.stories] == ["Gevolg 1"]
    assert page.shorts == ()


def test_what_does_not_fit_goes_to_page_two() -> None:
    page = paper(**{f"c{order}": news(order, headline=f"Kop {order}") for order in range(1, 15)})
    assert page
    assert (len(page.stories), len(page.shorts), len(page.further)) == (BIG, SHORTS, 14 - 1 - BIG - SHORTS)


def test_without_news_there_is_no_lead() -> None:
    page = paper()
    assert page and page.lead is None


def test_a_headline_opens_its_causes_back_to_the_first() -> None:
    later = CauseLine(kind="consequence", id="a", text="Gevolg 1")
    page = paper(a=news(1), b=news(2, headline="Brug zakt", causes=(later, SILENT)))
    assert page and page.lead
    assert [(why.id, why.deeper) for why in page.lead.why] == [("a", 0), ("brug", 1), ("", 0)]


def test_an_unknown_cause_has_neither_name_nor_words() -> None:
    page = paper(a=news(1, causes=(SILENT,)))
    assert page and page.lead
    (why,) = page.lead.why
    assert (why.kind, why.id, why.text) == ("unknown", "", "")


def test_causes_that_go_round_end() -> None:
    round_one = (CauseLine(kind="consequence", id="b", text="Gevolg 2"),)
    round_two = (CauseLine(kind="consequence", id="a", text="Gevolg 1"),)
    page = paper(a=news(1, causes=round_one), b=news(2, causes=round_two))
    assert page and page.lead
    assert {why.id for why in page.lead.why} == {"a", "b"}


def test_there_are_no_figures_on_the_page() -> None:
    page = paper(a=news(1))
    assert b"rust" not in msgspec.json.encode(page)


def test_the_date_is_one_year_after_the_last_news() -> None:
    page = paper(a=news(1), b=news(2))
    assert page and page.at == 2_000 + 365 * 24 * 3600 * 1000


def test_a_taken_back_consequence_is_not_printed() -> None:
    gone = msgspec.structs.replace(news(1), retracted=True)
    page = paper(a=gone)
    assert page and page.lead is None
