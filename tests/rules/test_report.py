"""The report of a game: what is in it, when it may be read, and what it never tells."""

from __future__ import annotations

from msgspec.structs import replace

from game_rules.projections.report import LATER, Report, may_read, report_of
from game_rules.tracing import reach
from game_rules.vocabulary.commands import (
    GivePulse,
    JudgeConsequence,
    JudgePromise,
    MakePromise,
    Reveal,
    ScoreRubric,
    SendNote,
    TellCard,
    WriteHandvat,
    WriteSilentNote,
)
from game_rules.vocabulary.conditions import Condition
from tests.play import Game
from tests.small import small_content

NOTE, SILENT, REASON = "Kom je zo even langs?", "Niemand vroeg mij iets.", "Dat vind ik als mens."


def evening(until: str = "debrief.judge") -> Game:
    """A table of five that told a card, promised something, and looks back."""
    game = Game(small_content())
    game.sit_all()
    game.step("r1.talk")
    game.play("wethouder", TellCard(card="rapport", to=("groen",)))
    game.play("griffier", SendNote(to="burgemeester", text=NOTE))
    game.play("wethouder", MakePromise(to="lokaal", text="Ik bel je vanavond nog."))
    promise = next(iter(game.state.promises))
    game.play("lokaal", JudgePromise(promise=promise, kept=False))
    game.step("r2.consequences")
    game.lead(ScoreRubric(criterion="samenwerking", level=2, note="Zij luisterden."))
    game.play("griffier", GivePulse(role=4, knew=2, mattered=5))
    game.step("debrief.note")
    game.play("griffier", WriteSilentNote(text=SILENT))
    game.step(until)
    return game


def judged(game: Game) -> Game:
    """Four people judge the first consequence, and two of them write what they take home."""
    for seat, verdict in (("griffier", 1), ("wethouder", 2), ("lokaal", 5), ("groen", 5)):
        game.play(
            seat,
            JudgeConsequence(consequence=game.state.chosen[0], as_role=verdict, as_person=6 - verdict, reason=REASON),
        )
    told = next(item.order for item in game.state.feed.values() if item.kind == "promise")
    game.step("debrief.handvat")
    for seat, what in (("wethouder", "het rapport"), ("griffier", "een agenda")):
        game.play(seat, WriteHandvat(whom="de raad", what=what, before="vrijdag", moment=told))
    return game


def revealed(until: str = "debrief.judge") -> Report:
    game = evening(until)
    game.lead(Reveal())
    return report_of(game.state)


def test_a_report_tells_round_by_round_what_happened_and_what_followed() -> None:
    report = revealed()
    assert [part.id for part in report.rounds] == ["r1", "r2", LATER]
    assert report.columns == ("Begin", "Ronde 1", "Ronde 2", "Eén jaar later")
    first = report.rounds[0]
    assert "decision" in [entry.kind for entry in first.entries]
    fallen = [id_ for part in report.rounds for id_ in part.consequences]
    assert sorted(fallen) == sorted(report.consequences)
    assert report.reach.consequences == len(report.consequences) > 0


def test_every_shift_of_an_indicator_has_its_cause_and_adds_up() -> None:
    report = revealed()
    for line in report.indicators:
        assert len(line.values) == len(report.columns)
        assert all(move.text for move in line.movements)
        moved = sum(move.shift for move in line.movements)
        assert line.values[-1] == line.values[0] + moved or line.values[-1] in (0, 100)


def test_who_knew_what_when_opens_with_the_reveal() -> None:
    game = evening()
    assert report_of(game.state).known == ()
    game.lead(Reveal())
    row = next(row for row in report_of(game.state).known if row.id == "rapport")
    assert row.first == "wethouder"
    assert [(one.seat, one.column, one.how) for one in row.knowers][-1] == ("groen", 1, "told")


def test_promises_kept_and_broken_and_the_rubric_with_its_level_in_words() -> None:
    report = revealed()
    assert [one.status for one in report.promises.values()] == ["broken"]
    row = report.rubric[0]
    assert (row.level, row.of, row.round) == (3, 4, "r2")
    assert row.text


def test_a_handvat_stands_there_with_its_moment_and_without_who_wrote_it() -> None:
    game = judged(evening())
    game.lead(Reveal())
    report = report_of(game.state)
    assert [line.what for line in report.handvatten] == ["een agenda", "het rapport"]
    assert report.handvatten[0].round.startswith("Ronde 1")
    assert not {"seat", "participant", "by"} & set(report.handvatten[0].__struct_fields__)
    assert report.to_hand_in == 5


def test_judgements_as_a_person_show_from_three_on_and_only_all_together() -> None:
    game = evening()
    few = game.state.chosen[0]
    for seat in ("griffier", "wethouder"):
        game.play(seat, JudgeConsequence(consequence=few, as_role=1, as_person=5, reason=REASON))
    assert report_of(game.state).judged[few].as_person is None
    report = report_of(judged(game).state)
    spread = report.judged[few].as_person
    assert spread is not None
    assert spread.per_role == {}
    assert sum(spread.counts) == 4


def test_nothing_personal_is_in_a_report() -> None:
    game = judged(evening())
    game.lead(Reveal())
    text = repr(report_of(game.state))
    for secret in (NOTE, SILENT, REASON, "Zij luisterden."):
        assert secret not in text


def test_who_leads_reads_it_in_the_debrief_and_others_after_the_reveal_or_the_close() -> None:
    game = Game(small_content())
    game.sit_all()
    game.step("epilogue")
    assert not may_read(game.state, "facilitator")
    game.step("debrief.note")
    assert may_read(game.state, "facilitator")
    assert not may_read(game.state, "participant")
    game.step("debrief.judge")
    game.lead(Reveal())
    assert may_read(game.state, "participant")
    assert may_read(game.state, "observer")


def test_a_closed_game_that_was_never_revealed_tells_only_what_everybody_knew() -> None:
    game = evening("closed")
    assert may_read(game.state, "participant")
    report = report_of(game.state)
    assert not report.revealed
    assert report.known == ()
    assert report.goals == {}
    assert all(not entry.to for part in report.rounds for entry in part.entries)


def test_before_the_figures_open_a_report_has_none() -> None:
    report = report_of(evening("debrief.note").state)
    assert not report.figures
    assert report.indicators == ()
    assert report.reach.indicators == ()


def looked_back(told: bool) -> Game:
    """The village grows restless when no inquiry is asked, as long as Lokaal does not know the report; Groen may know it."""
    content = small_content()
    unaware = Condition(not_=Condition(told="rapport", to="lokaal"))
    restless = {**content.casus.consequences, "onrust": replace(content.casus.consequences["onrust"], when=unaware)}
    game = Game(replace(content, casus=replace(content.casus, consequences=restless)))
    game.sit_all()
    game.step("r1.talk")
    if told:
        game.play("wethouder", TellCard(card="rapport", to=("groen",)))
    game.step("debrief.judge")
    game.lead(Reveal())
    return game


def test_who_told_it_to_some_did_not_keep_silent() -> None:
    report = report_of(looked_back(told=True).state)
    assert reach(report.graph, "silence:rapport").consequences, "that Lokaal did not know it is a cause"
    assert report.silence == ""


def test_the_costliest_silence_is_one_that_was_noted() -> None:
    assert report_of(looked_back(told=False).state).silence == "silence:rapport.0"
