"""Words are explained where they stand: once per item, safe, and the same for everybody who reads the item."""

from __future__ import annotations

import re

from msgspec.structs import replace

from app.casus_reading.terms import Term
from app.config import ROOT
from app.terms import Glossary, glossary_in

from . import sample_views as sample
from .screens import page, parts

SMALL = Glossary(
    {
        "motie": Term(word="motie", forms=("moties",), text="Een uitspraak."),
        "motie_van_wantrouwen": Term(word="motie van wantrouwen", text="Het vertrouwen is weg."),
    }
)
BUTTON = re.compile(r'<button type="button" class="term" popovertarget="begrip-(\w+)">([^<]*)</button>')


def shown(*texts: str) -> list[tuple[str, str]]:
    explain = SMALL.explainer()
    return [found for text in texts for found in BUTTON.findall(explain(text))]


def test_the_first_time_in_an_item_is_a_button() -> None:
    assert shown("Een motie is een motie.", "Nog een motie.") == [("motie", "motie")]


def test_the_longest_word_wins_and_keeps_its_capitals() -> None:
    assert shown("Motie van wantrouwen? Moties!") == [
        ("motie_van_wantrouwen", "Motie van wantrouwen"),
        ("motie", "Moties"),
    ]


def test_a_word_inside_another_word_is_left_alone() -> None:
    assert shown("Emotie, motielijst en promotie.") == []


def test_text_stays_text() -> None:
    assert SMALL.explainer()("<b>motie</b> & meer").startswith("&lt;b&gt;<button")


def test_without_words_nothing_is_explained() -> None:
    assert Glossary({}).explainer()("Een <motie>.") == "Een &lt;motie&gt;."


def test_what_a_button_opens_is_on_the_page_and_never_in_a_heading_or_label() -> None:
    for screen in ("player", "facilitator", "observer", "waiting"):
        html = page(screen, sample.FULL[screen]())
        opens = {id_ for id_, _ in BUTTON.findall(html)}
        assert opens <= set(re.findall(r'popover id="begrip-(\w+)"', html))
        for element in ("h1", "h2", "h3", "label", "summary", "legend", "a"):
            inside = re.findall(rf"<{element}[ >].*?</{element}>", html, re.DOTALL)
            assert not [one for one in inside if 'class="term"' in one], element


def test_what_a_player_reads_explains_its_words() -> None:
    view = sample.player()
    asked = next(iter(view.decisions))
    card = replace(view.decisions[asked], context="De raad legde geheimhouding op.")
    changed = sample.player(decisions={asked: card})
    assert "begrip-geheimhouding" in parts("player", changed)["decisions"]


def test_cutting_a_text_is_cheap_and_done_once() -> None:
    glossary = glossary_in(ROOT / "cases")
    text = "Het college legde geheimhouding op en de fractie vroeg een schorsing. " * 6
    explain = glossary.explainer()
    explain(text)
    assert glossary.pieces.cache_info().misses == 1
    glossary.explainer()(text)
    assert glossary.pieces.cache_info().misses == 1


def test_a_comma_stays_with_its_word_on_one_line() -> None:
    assert "</button>\u2060, dan" in SMALL.explainer()("Eerst een motie, dan praten.")
    assert "‘\u2060<button" in SMALL.explainer()("Zij zei ‘motie’.")
