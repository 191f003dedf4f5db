"""The picture of who knew what when: a mark per seat in its round, an end to what mattered, and the same in words."""

from __future__ import annotations

from xml.etree import ElementTree

from app.charts import Chip, Lane, know_chart
from app.report.known import Known
from game_rules.projections.report.structs import Knower, KnowRow, Needed
from tests.app.sample_views import seats

COLUMNS = ("Begin", "Ronde 1", "Ronde 2")


def row(**more: object) -> KnowRow:
    """The wethouder had a card, told the griffier in time and Groen too late; Lokaal never heard of it."""
    knowers = (
        Knower(seat="wethouder", column=0),
        Knower(seat="griffier", column=1),
        Knower(seat="groen", column=2),
    )
    needs = (
        Needed(seat="griffier", column=1, status="on_time"),
        Needed(seat="groen", column=1, status="later"),
        Needed(seat="lokaal", column=1, status="never"),
    )
    fields = {"title": "Het <memo>", "text": "Het lag er.", "first": "wethouder", "knowers": knowers, "needs": needs}
    return KnowRow(**{"id": "memo", **fields, **more})  # type: ignore[arg-type]


def known(*rows: KnowRow) -> Known:
    return Known(rows, seats(), COLUMNS)


def test_every_seat_stands_in_the_round_in_which_it_heard_and_who_never_did_at_the_end() -> None:
    (group,) = known(row()).groups
    drawn = ElementTree.fromstring(str(group.pictures[0]))
    marks = {
        one.get("class", "").split("--")[1]: "".join(one.itertext())
        for one in drawn.iter("g")
        if "--" in one.get("class", "")
    }
    assert marks["first"] == "Wethouder Haven en Economie had de kaartWH"
    assert set(marks) == {"first", "heard", "late", "never"}
    assert "Lokaal Waardveen hoorde het niet" in marks["never"]
    assert len([one for one in drawn.iter("rect") if one.get("class") == "known__due"]) == 1


def test_the_picture_says_the_same_in_words() -> None:
    (group,) = known(row(silent=True)).groups
    assert (
        "Begin: Wethouder Haven en Economie had de kaart; Ronde 1: Griffier hoorde het;"
        " Ronde 2: Groen Waardveen hoorde het te laat; Lokaal Waardveen hoorde het niet; niemand die de kaart nodig had hoorde het op tijd."
    ) in str(group.pictures[0])
    (told,) = group.rows
    assert told.when == (("Ronde 1", "Griffier"), ("Ronde 2", "Groen Waardveen"))
    assert (told.late, told.never) == ("Groen Waardveen", "Lokaal Waardveen")


def test_what_nobody_needed_by_some_moment_has_no_end() -> None:
    drawn = str(known(row(needs=())).groups[0].pictures[0])
    assert "known__due" not in drawn
    assert "hoorde het te laat" not in drawn


def test_every_seat_has_its_own_letters() -> None:
    letters = known(row()).letters
    assert len(set(letters.values())) == len(letters)
    assert all(len(one) <= 3 for one in letters.values())


def test_a_title_cannot_break_out_of_the_picture_and_fits_beside_it() -> None:
    lane = Lane(
        title="<script>" + " heel lang" * 20, chips=(Chip(label="BM", name="Burgemeester", column=0, kind="first"),)
    )
    drawn = know_chart([lane], (*COLUMNS, "Niet gehoord"), chart="k", title="Weten")
    assert "<script>" not in drawn
    assert str(drawn).count("<tspan") == 3


def test_many_marks_in_one_round_go_below_each_other() -> None:
    chips = tuple(Chip(label=f"{n:02}", name=f"Zetel {n}", column=1) for n in range(9))
    drawn = ElementTree.fromstring(str(know_chart([Lane("Memo", chips)], (*COLUMNS, "Niet"), chart="k", title="Weten")))
    boxes = [one.find("rect") for one in drawn.iter("g") if "known__chip" in one.get("class", "")]
    places = {(box.get("x"), box.get("y")) for box in boxes if box is not None}
    assert len(places) == 9
    assert max(float(y or 0) for _, y in places) + 20 <= float(drawn.get("viewBox", "0 0 0 0").split()[3])


def test_the_cards_of_a_large_group_are_spread_over_pictures_that_each_fit_on_a_page() -> None:
    everybody = tuple(Knower(seat=seat, column=1) for seat in list(seats())[:12])
    (group,) = known(*(row(id=f"memo-{n}", knowers=everybody, needs=()) for n in range(13))).groups
    drawn = [ElementTree.fromstring(str(picture)) for picture in group.pictures]
    lanes = [sum(one.get("class") == "known__lane" for one in picture.iter("g")) for picture in drawn]
    assert sum(lanes) == len(group.rows) == 13
    assert all(float(picture.get("viewBox", "").split()[3]) < 1000 for picture in drawn)
