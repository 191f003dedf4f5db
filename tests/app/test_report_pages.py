"""The report of a table as a page and as a PDF: who may read it when, and what does not stand in it."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace as msgspec_replace
from pypdf import PdfReader

from app.report.meeting import MeetingReport
from app.report.page import ReportPage
from app.report.pdf import BASE, MISSING, own_file
from app.report.press import PdfError, Press
from app.report.short import in_short
from app.report.standalone import standalone
from game_rules.comparison import side_of
from game_rules.projections.report import report_of
from game_rules.projections.table import TOLD_BY_CASUS
from game_rules.vocabulary.commands import Reveal, WriteHandvat
from tests.app.looking_back import SECRET, Table
from tests.app.session import INVITED, REASON, TriedTable
from tests.app.web import Web


@pytest.fixture
def table(web: Web) -> Table:
    return Table(web)


def status(table: Table, who: str, rest: str = "verslag") -> int:
    return table.browser(who).get(f"/kamer/{table.game}/{rest}").status_code


def revealed(table: Table) -> Table:
    table.go_to("debrief.handvat")
    table.play("groen", WriteHandvat(whom="de griffier", what="een overzicht", before="vrijdag", moment=10))
    table.lead(Reveal())
    return table


def test_nobody_reads_a_report_while_the_game_runs(table: Table) -> None:
    for who in ("griffier", "facilitator"):
        answer = table.browser(who).get(f"/kamer/{table.game}/verslag")
        assert answer.status_code == 403
        assert "Het verslag komt na het spel" in answer.text
    assert table.web.browser().get(f"/kamer/{table.game}/verslag").status_code == 401


def test_who_leads_reads_it_when_the_debrief_begins_and_players_after_the_reveal(table: Table) -> None:
    table.go_to("debrief.judge")
    assert (status(table, "facilitator"), status(table, "griffier")) == (200, 403)
    table.lead(Reveal())
    assert (status(table, "facilitator"), status(table, "griffier")) == (200, 200)


def test_a_report_has_its_parts_and_no_names(table: Table) -> None:
    page = revealed(table).page("groen", "verslag")
    for head in ("In het kort", "Wat er besloten is", "Hoe ver het reikte", "De stand van de gemeente",
                 "Wie wist wat wanneer", "Wat mensen meenemen", "Wat dit verslag is, en wat niet"):  # fmt: skip
        assert head in page
    assert "een overzicht" in page
    assert "aanname" in page
    assert SECRET not in page
    assert "Lea" not in page


def test_names_stand_only_beside_a_seat_and_only_for_who_leads(table: Table) -> None:
    revealed(table)
    table.web.lab.beside.keep_name(table.people["groen"], table.web.meeting, "Xanthippe")
    assert "Xanthippe" not in table.page("facilitator", "verslag")
    named = table.page("facilitator", "verslag?namen=1")
    assert named.count("Xanthippe") == 1
    assert "Xanthippe" in named.split("Wie er aan tafel zaten</h2>")[1].split("</section>")[0]
    assert "Xanthippe" not in table.page("groen", "verslag?namen=1")


def test_a_report_needs_no_exception_in_the_csp(table: Table) -> None:
    page = revealed(table).page("facilitator", "verslag")
    assert "style=" not in page
    assert "<style" not in page


def test_the_pdf_is_tagged_in_dutch_and_tells_the_same(table: Table) -> None:
    answer = revealed(table).browser("groen").get(f"/kamer/{table.game}/verslag.pdf")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/pdf"
    book = PdfReader(BytesIO(answer.data))
    root = book.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "nl"
    assert book.metadata is not None and "Verslag" in str(book.metadata.title)
    text = "\n".join(page.extract_text() for page in book.pages)
    assert "In het kort" in text
    assert "een overzicht" in text
    assert SECRET not in text


def worker(folder: Path, lines: str) -> tuple[str, ...]:
    """A process that stands in for the one that makes PDFs."""
    script = folder / "worker.py"
    script.write_text(f"import sys, time\n{lines}\n")
    return (sys.executable, str(script))


def pauses(seconds: float) -> None:
    """Waits for nothing: a press that waits in vain is out of patience at once."""


def test_without_the_library_the_page_says_what_is_missing(table: Table, tmp_path: Path) -> None:
    revealed(table)
    press = Press(table.web.server.socketio.sleep, worker(tmp_path, f"sys.exit({MISSING})"))
    table.web.server.app.extensions["press"] = press
    answer = table.browser("groen").get(f"/kamer/{table.game}/verslag.pdf")
    assert answer.status_code == 503
    assert "libpango-1.0-0" in answer.text
    assert "Druk af" in answer.text
    assert "In het kort" in answer.text


def test_a_pdf_that_fails_or_never_ends_is_given_up(tmp_path: Path) -> None:
    with pytest.raises(PdfError) as failed:
        Press(time.sleep, worker(tmp_path, "sys.exit(1)")).pdf("<p>")
    assert failed.value.code == "pdf_failed"
    with pytest.raises(PdfError) as endless:
        Press(pauses, worker(tmp_path, "time.sleep(1000)")).pdf("<p>")
    assert endless.value.code == "pdf_failed"


def test_no_more_pdfs_are_made_at_once_than_there_are_places(tmp_path: Path) -> None:
    asked: list[str] = []

    def sleep(seconds: float) -> None:
        if not asked:
            asked.append("another")
            with pytest.raises(PdfError) as busy:
                press.pdf("<p>")
            assert busy.value.code == "pdf_busy"

    press = Press(sleep, worker(tmp_path, "time.sleep(0.2); sys.stdout.write('klaar')"), places=1)
    with pytest.raises(PdfError):
        press.pdf("<p>")
    assert asked == ["another"]


@pytest.mark.parametrize(
    "url",
    ["https://elders.nl/x.css", "file:///etc/passwd", f"{BASE}s/1/../../requirements.txt", f"{BASE}s/1/css/../../app/cli.py",
     f"{BASE}kamer/g-1/verslag", f"{BASE}s/1"],
)  # fmt: skip
def test_a_pdf_fetches_nothing_but_our_own_files(url: str) -> None:
    with pytest.raises(ValueError, match="not one of our files"):
        own_file(Path("static"), url)


def test_a_pdf_finds_its_stylesheet() -> None:
    assert own_file(Path("static"), f"{BASE}s/abc/css/report.css").name == "report.css"


def test_the_report_goes_along_as_one_file_that_needs_nothing_else(table: Table) -> None:
    revealed(table)
    answer = table.browser("facilitator").get(f"/kamer/{table.game}/bestand/verslag.html")
    assert answer.status_code == 200
    text = answer.get_data(as_text=True)
    assert "In het kort" in text
    assert "@font-face" in text
    assert 'rel="stylesheet"' not in text
    assert "<script" not in text
    assert SECRET not in text


def test_the_report_of_a_meeting_puts_tables_side_by_side_and_ranks_none(table: Table) -> None:
    path = f"/bijeenkomst/{table.web.meeting}/verslag"
    assert table.browser("facilitator").get(path).status_code == 403
    revealed(table)
    assert table.browser("groen").get(path).status_code == 401
    page = table.browser("facilitator").get(path).text
    for head in ("De tafels naast elkaar", "Wat mensen meenemen", "Wat dit verslag is, en wat niet", "Tafel 1"):
        assert head in page
    assert page.count("Maandag vraag ik") == 1
    assert page.count("geen totaalscore") == 1
    assert SECRET not in page
    made = table.browser("facilitator").get(f"{path}.pdf")
    assert made.mimetype == "application/pdf", made.text


def six_tables(table: Table) -> MeetingReport:
    """The same evening at six tables."""
    state = revealed(table).state
    report = ReportPage(report_of(state), among=True)
    rooms, sides = [], {}
    for at in range(1, 7):
        game = f"g-{at}"
        own = msgspec_replace(report.report, game=msgspec_replace(report.report.game, id=game))
        rooms.append(replace(report, report=own, key=f"t{at}", title=f"Tafel {at}"))
        sides[game] = side_of(msgspec_replace(state, game=game))
    return MeetingReport("Grote avond", tuple(rooms), sides)


def test_many_tables_stand_below_each_other_with_who_gave_which_answer(table: Table) -> None:
    (same,) = six_tables(table).casussen
    assert same.many
    assert same.compared
    for question in same.compared.of.questions:
        assert [group.places for group in same.compared.answers(question)] == [(0, 1, 2, 3, 4, 5)]
    drawn = [one.drawn for course in same.compared.of.courses for one in same.compared.pictures(course)]
    ids = re.findall(r' id="([^"]+)"', "".join(drawn))
    assert len(drawn) == 12
    assert len(ids) == len(set(ids)) > 0


def test_one_table_of_its_kind_has_nothing_beside_it(table: Table) -> None:
    alone = MeetingReport("Kleine avond", (ReportPage(report_of(revealed(table).state)),), {})
    assert alone.casussen[0].compared is None


def test_a_report_tells_of_the_werkwijze_with_a_way_to_each_moment_that_counted(web: Web) -> None:
    tried = TriedTable(web).carried_out().revealed()
    page = tried.page("groen", "verslag")
    part = page.split("Onze werkwijze</h2>")[1].split("</section>")[0]
    for words in (
        "Dorpsgesprek",
        "Goed uitgevoerd",
        INVITED,
        "Overgenomen",
        REASON,
        "Elk advies kreeg antwoord",
        "Twee fiches",
    ):
        assert words in part
    moments = re.findall(r'href="(/kamer/[^"]+/terugblik\?moment=\d+)"', part)
    assert moments
    assert tried.browser("groen").get(moments[0]).status_code == 200
    made = tried.browser("groen").get(f"/kamer/{tried.game}/verslag.pdf")
    text = "".join(found.extract_text() for found in PdfReader(BytesIO(made.data)).pages)
    assert "Onze werkwijze" in text
    assert REASON in text
    assert "terugblik" not in page_as_file(tried)


def page_as_file(table: Table) -> str:
    answer = table.browser("facilitator").get(f"/kamer/{table.game}/bestand/verslag.html")
    assert "Onze werkwijze" in answer.text
    return answer.text


def test_a_report_of_a_table_without_a_werkwijze_has_no_such_part(table: Table) -> None:
    assert "Onze werkwijze" not in revealed(table).page("groen", "verslag")


def test_in_short_it_tells_apart_what_the_table_decided_what_the_casus_said_and_what_happened(table: Table) -> None:
    report = report_of(revealed(table).state)
    decisions = dict(report.decisions)
    told, *_ = (id_ for id_, one in decisions.items() if one.status == "decided")
    decisions[told] = msgspec_replace(decisions[told], outcome_how=TOLD_BY_CASUS)
    words = " ".join(in_short(msgspec_replace(report, decisions=decisions)))
    assert "1 vraag was in de casus al beantwoord" in words
    assert f"Er vielen {report.reach.consequences} gevolgen" in words


def test_how_a_vote_went_is_told_once(table: Table) -> None:
    report = report_of(revealed(table).state)
    (id_, voted), *_ = [(id_, one) for id_, one in report.decisions.items() if one.status == "decided"]
    once = msgspec_replace(voted, outcome_how="met 4 stemmen voor en 3 tegen", tally="4 voor, 3 tegen")
    page = standalone(ReportPage(msgspec_replace(report, decisions={**report.decisions, id_: once})))
    assert "met 4 stemmen voor en 3 tegen" in page
    assert '"report__by">4 voor, 3 tegen' not in page
