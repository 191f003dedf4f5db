"""Pictures are well-formed, say in words what they show, and follow the content security policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from markupsafe import Markup

from app.charts import (
    Band,
    Box,
    Line,
    Link,
    Mark,
    Strand,
    legend,
    line_chart,
    rail,
    reach_map,
    small_multiple,
    spark,
    spread_bars,
    swatch,
)
from app.charts.lines import BETWEEN_LABELS, DASHES, INKS, label_heights
from app.charts.shapes import KIND_NAMES, SHAPES
from app.charts.svg import wrap

EVIL = '<script>alert("1")</script>'
LINES = (Line("rust", EVIL, ((0, 60), (4, 48))), Line("geld", "Geld", ((2, 61),)))
MARKS = (Mark(1, "inject", EVIL), Mark(3, "decision", "Besluit"))


def pictures() -> dict[str, Markup]:
    boxes = [Box("a", "decision", EVIL, 0, 0), Box("b", "consequence", "Gevolg", 1, 3, "Rust −4", "#b", "4-")]
    return {
        "lines": line_chart(LINES, last=6, marks=MARKS, bands=(Band(0, EVIL), Band(3, "Ronde 2")), cursor=2),
        "map": reach_map(boxes, [Link("a", "b", "4-")], ["Ronde 1", "Ronde 2"], ["Oorzaak", "1", "2", "3"]),
        "spark": spark([40, 44, 39]),
        "spread": spread_bars([0, 2, 5, 1, 0], low=EVIL),
        "rail": rail(MARKS, 6),
        "legend": legend(["inject", "decision"]),
    }


@pytest.mark.parametrize("name", sorted(pictures()))
def test_a_picture_is_well_formed_and_escapes_what_people_wrote(name: str) -> None:
    picture = pictures()[name]
    ET.fromstring(str(picture))
    assert "<script" not in picture
    assert "style=" not in picture


def test_the_lines_say_in_words_where_each_goes() -> None:
    assert "Geld van 61 naar 61" in line_chart(LINES, last=6)
    assert "nog geen cijfers" in line_chart((), last=0)


def test_every_line_has_its_own_dash_and_its_name_at_the_end() -> None:
    picture = line_chart([Line(str(n), f"Lijn {n}", ((0, 10 * n),)) for n in range(10)], last=3)
    assert len(set(DASHES)) == len(DASHES) == len(INKS) == 10
    assert all(f"Lijn {n} " in picture and f"series-{n + 1}" in picture for n in range(10))


def test_a_line_is_level_until_its_value_changes() -> None:
    line = line_chart([Line("rust", "Rust", ((0, 100), (5, 0)))], last=10, width=1212, height=264)
    assert 'd="M36 30H536V230H1036"' in line


@pytest.mark.parametrize("wanted", [[100, 100, 100], [30, 31, 250], [249, 250, 250, 250], [40], []])
def test_labels_never_lie_on_each_other_and_stay_inside(wanted: list[float]) -> None:
    placed = label_heights(wanted, 30, 250)
    assert len(placed) == len(wanted)
    assert all(low + BETWEEN_LABELS <= high for low, high in pairwise(sorted(placed)))
    assert all(30 <= height <= 250 for height in placed)


def test_the_cursor_can_be_moved_by_a_script() -> None:
    picture = pictures()["lines"]
    assert "data-cursor" in picture
    assert 'data-x0="36"' in picture


def test_a_mark_goes_to_just_before_it_and_only_one_is_in_the_tab_order() -> None:
    strip = rail((Mark(0, "round", "Begin"), Mark(3, "decision", "Besluit")), 6)
    assert 'data-naar="2" data-mark="3"' in strip
    assert 'data-naar="0" data-mark="0"' in strip
    assert strip.count('tabindex="0"') == 1
    assert "Besluit: Besluit" in strip


def test_every_kind_of_mark_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(KIND_NAMES)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_a_map_without_anything_says_so() -> None:
    assert "nog geen gevolgen" in reach_map([], [], [], [])


def test_a_link_to_something_that_is_not_drawn_is_left_out() -> None:
    box = Box("b", "consequence", "Gevolg", 0, 1)
    assert "map__edge" not in reach_map([box], [Link("elders", "b")], ["Ronde 1"], ["Oorzaak", "1"])


def test_boxes_of_one_cell_stand_under_each_other() -> None:
    boxes = [Box(f"b{n}", "consequence", f"Gevolg {n}", 0, 1) for n in range(3)]
    picture = reach_map(boxes, [], ["Ronde 1"], ["Oorzaak", "1"])
    places = [part.split('"')[0] for part in picture.split('transform="translate(')[1:]]
    assert len(set(places)) == 3


def test_a_spread_tells_counts_and_never_an_average() -> None:
    picture = spread_bars([0, 2, 5, 1, 0])
    assert "2 keer 2, 5 keer 3, 1 keer 4" in picture
    assert "gemiddeld" not in picture


def test_a_spark_needs_two_values() -> None:
    assert spark([40]) == ""
    assert "polyline" in spark([40, 41])


def test_text_is_cut_at_a_word_and_says_that_it_goes_on() -> None:
    assert wrap("een twee drie vier vijf", 9, 2) == ("een twee", "drie vie…")
    assert wrap("kort", 9, 2) == ("kort",)


def strands(count: int, ends: int = 40) -> list[Strand]:
    return [Strand("ABCDEFGHIJ"[n], f"Tafel {n + 1}", (50, None, ends if n else None), n) for n in range(count)]


def test_small_multiples_share_one_scale_and_tell_tables_apart_without_colour() -> None:
    drawn = small_multiple(strands(10), ["Begin", "1", "2"], chart="s", title="Vertrouwen")
    ET.fromstring(str(drawn))
    shapes = set(re.findall(r'class="chart__dot[^>]* d="([^"]+)"', drawn))
    dashes = set(re.findall(r'class="chart__line[^>]*?(?:stroke-dasharray="([^"]+)")?/>', drawn))
    assert len(shapes) == len(dashes) == 10
    assert [f">{letter}</text>" in drawn for letter in "ABCDEFGHIJ"] == [True] * 10
    low = small_multiple([Strand("A", "Tafel 1", (0, 100), 0)], ["Begin", "1"], chart="s", title="Rust", height=190)
    assert ">0</text>" in low
    assert ">100</text>" in low
    assert 'points="28,164 294,12"' in low


def test_a_small_multiple_says_in_words_what_it_shows_and_ends_where_a_table_is() -> None:
    drawn = small_multiple(strands(2), ["Begin", "1", "2"], chart="s", title="Vertrouwen")
    assert "Tafel 1: Begin 50; Tafel 2: Begin 50, 2 40" in drawn
    assert "nog geen cijfers" in small_multiple((), ["Begin"], chart="s", title="Vertrouwen")


def test_one_table_can_be_lit_among_the_others_in_grey() -> None:
    drawn = small_multiple(strands(5), ["Begin", "1", "2"], chart="s", title="Vertrouwen", lit=1)
    assert drawn.count('class="chart__pale"') == 4
    assert "series-2" in drawn
    assert "series-3" not in drawn


@pytest.mark.parametrize("place", range(10))
def test_every_table_has_a_swatch(place: int) -> None:
    ET.fromstring(str(swatch(place)))
    assert len({str(swatch(n)) for n in range(10)}) == 10
