"""Tables side by side: what each chose, what followed, where they went apart, and what one may know of another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game_rules.comparison import MESSAGES, Comparison, Eyes, compare
from game_rules.comparison.structs import Parting
from game_rules.vocabulary import commands as c
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.state import GameState
from game_rules.vocabulary.state_lab import ForkState
from tests.play import Game
from tests.rules.story import close, put, table, vote


def telling(until: str = "r2.act") -> Game:
    """Table Noord: the wethouder tells the report at once, a quick inquiry, and the bridge is closed."""
    game = table("r1.talk")
    game.play("wethouder", c.TellCard(card="rapport", to=("groen", "lokaal")))
    game.step("r1.act")
    put(game, "onderzoek", "snel")
    for seat in ("burgemeester", "wethouder"):
        game.play("griffier", c.RecordVote(decision="onderzoek", seat=seat, votes=c.Votes(for_=1)))
    close(game, "onderzoek")
    if until == "r1.act":
        return game
    game.step("r2.talk")
    game.play("griffier", c.PlaceOnAgenda(item="bericht"))
    game.play("wethouder", c.MakePromise(to="groen", promise="elke_week"))
    game.step("r2.act")
    put(game, "brug", "dicht")
    vote(game, lokaal=(2, 3), groen=(4, 0))
    close(game)
    game.play("burgemeester", c.Decide(decision="bericht", option="eerlijk", reason="Het dorp heeft er recht op."))
    return game


def silent() -> Game:
    """Table Zuid: nobody tells or decides anything."""
    return table("r1.talk")


def looked_back(game: Game) -> Game:
    """Everything is revealed."""
    game.step("debrief.judge")
    game.lead(c.Reveal())
    return game


def side_by_side(*games: Game | GameState, eyes: Eyes = "public") -> Comparison:
    """Tables Noord, Zuid, Oost: each a game of its own."""
    names = ("Noord", "Zuid", "Oost", "West")
    states = [one.state if isinstance(one, Game) else one for one in games]
    return compare(
        [(name, replace(state, game=f"g-{at}")) for at, (name, state) in enumerate(zip(names, states, strict=False))],
        eyes,
    )


@pytest.fixture(scope="module")
def evening() -> Comparison:
    """Both tables, afterwards."""
    return side_by_side(looked_back(telling()), looked_back(silent()))


def parted(found: Comparison) -> list[tuple[str, str]]:
    return [(one.kind, one.id) for one in found.partings]


def part(found: Comparison, kind: str, id_: str) -> Parting:
    return next(one for one in found.partings if (one.kind, one.id) == (kind, id_))


# --- figures and decisions -------------------------------------------------------------------------------------------


def test_indicators_stand_after_each_round_for_every_table(evening: Comparison) -> None:
    assert [one.label for one in evening.columns] == ["Begin", "Ronde 1", "Ronde 2", "Eén jaar later"]
    values = {one.id: one.values for one in evening.courses}
    assert values["vertrouwen"] == ((50, 58, 58, 58), (50, 50, 40, 28))
    assert values["rust"] == ((60, 60, 57, 57), (60, 54, 54, 46))
    assert [(evening.courses[0].start(at), evening.courses[0].end(at)) for at in (0, 1)] == [(50, 58), (50, 28)]


def test_decisions_stand_side_by_side_with_how_each_table_came_to_it(evening: Comparison) -> None:
    answers = {one.id: one.answers for one in evening.questions}
    assert list(answers) == ["onderzoek", "brug", "bericht"]
    noord, zuid = answers["brug"]
    assert (noord.kind, noord.text, noord.how) == ("decided", "De brug gaat dicht.", "met 6 stemmen voor en 3 tegen")
    assert (zuid.kind, zuid.text, zuid.how) == ("passed", "Niemand besloot", "zo werd het: De brug blijft open.")
    assert [one.kind for one in answers["bericht"]] == ["decided", "unasked"]
    assert [one.same for one in evening.questions] == [False, False, False]


def test_a_hammer_in_one_room_and_a_vote_in_the_other_is_the_same_decision() -> None:
    voted, hammered = telling("r1.act"), table("r1.act")
    hammered.play("burgemeester", c.PutToVote(decision="onderzoek", option="snel"))
    hammered.play("burgemeester", c.Hammer(decision="onderzoek"))
    found = side_by_side(voted, hammered)
    question = found.questions[0]
    assert question.same
    assert [one.how for one in question.answers] == ["met 2 stemmen voor en 1 tegen", "zonder stemming (hamerstuk)"]
    assert ("decision", "onderzoek") not in parted(found)


# --- where they went apart -------------------------------------------------------------------------------------------


def test_tables_part_in_the_order_of_the_game(evening: Comparison) -> None:
    assert parted(evening) == [
        ("card", "rapport"),
        ("decision", "onderzoek"),
        ("inject", "gerucht"),
        ("promise", "elke_week"),
        ("decision", "brug"),
        ("decision", "bericht"),
    ]
    first = evening.partings[0]
    assert (first.column, first.title) == ("r1", "Het rapport")
    assert [one.text for one in first.did] == ["Gedeeld", "Niet gedeeld"]
    assert first.did[0].detail == "met Fractie Groen, Fractie Lokaal Kreekdam"
    assert [one.text for one in part(evening, "inject", "gerucht").did] == ["Gebeurde hier niet", "Gebeurde"]


def test_three_tables_of_which_two_did_the_same_are_in_two_groups() -> None:
    found = side_by_side(looked_back(telling()), looked_back(silent()), looked_back(telling()))
    assert [one.group for one in part(found, "decision", "brug").did] == [0, 1, 0]


def test_tables_that_did_the_same_did_not_part() -> None:
    found = side_by_side(looked_back(telling()), looked_back(telling()))
    assert found.partings == ()
    assert all(one.same for one in found.questions)
    assert found.followed == ()
    assert found.shared == 7


def test_a_table_that_did_not_come_so_far_did_nothing_else_yet() -> None:
    ahead, behind = telling(), table("r1.act")
    found = side_by_side(ahead, behind)
    assert ("decision", "brug") not in parted(found)
    assert [one.kind for one in found.questions[0].answers] == ["decided", "open"]
    assert [one.kind for one in found.questions[1].answers] == ["decided", "later"]
    behind.step("r2.act")
    assert ("decision", "onderzoek") in parted(side_by_side(ahead, behind))


def test_the_order_of_the_tables_is_as_given_and_nothing_else_changes() -> None:
    noord, zuid = looked_back(telling()), looked_back(silent())
    one, other = side_by_side(noord, zuid), side_by_side(zuid, noord)
    assert [table.label for table in other.tables] == ["Noord", "Zuid"]
    assert [course.values for course in other.courses] == [course.values[::-1] for course in one.courses]
    assert parted(other) == parted(one)
    assert other.reach == one.reach[::-1]


# --- what followed ---------------------------------------------------------------------------------------------------


def test_reach_is_told_per_table_and_never_added_up(evening: Comparison) -> None:
    noord, zuid = evening.reach
    assert (noord.reach.consequences, zuid.reach.consequences) == (7, 6)
    assert noord.chain == ("De brug gaat dicht.", "Iedereen rijdt om", "Er komt een nieuwe brug")
    assert zuid.chain[1:] == ("De brug zakt", "De regio staat vast", "Er komt een nieuwe brug")
    assert (noord.reach.rings, noord.reach.rounds) == ((1, 2, 3, 4, 5), 3)


def test_what_fell_at_some_tables_stands_apart_from_what_fell_at_all(evening: Comparison) -> None:
    fell = {one.id: one.columns for one in evening.followed}
    assert fell["omrijden"] == ("r2", "")
    assert fell["brug_breekt"] == ("", "later")
    assert "nieuwe_brug" not in fell
    assert evening.shared == 3
    assert [one.ring for one in evening.followed] == sorted((one.ring for one in evening.followed), reverse=True)


def test_what_was_made_up_at_one_table_is_of_no_other() -> None:
    tables = [table("r1.talk"), table("r1.talk")]
    for game in tables:
        game.lead(c.Unexpected(kind="happens", stock="klacht"))
        game.lead(c.Resume())
    found = side_by_side(*tables)
    assert found.followed == ()
    assert found.shared == 0
    assert [one.reach.consequences for one in found.reach] == [1, 1]


def test_promises_are_counted_per_table() -> None:
    kept = telling()
    kept.play("groen", c.JudgePromise(promise=next(iter(kept.state.promises)), kept=True))
    found = side_by_side(kept, telling(), silent())
    assert [(one.kept, one.made) for one in found.promises] == [(1, 1), (0, 1), (0, 0)]


# --- wanted or not ---------------------------------------------------------------------------------------------------


def judging(game: Game, *seats: str) -> Game:
    for seat in seats:
        for id_ in game.state.chosen:
            game.play(seat, c.JudgeConsequence(consequence=id_, as_role=2, as_person=4))
    return game


def test_how_wanted_a_consequence_is_shows_per_table_from_three_answers_on() -> None:
    everybody = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
    found = side_by_side(
        judging(looked_back(telling()), *everybody), judging(looked_back(telling()), "griffier", "groen")
    )
    assert found.judged
    for row in found.judged:
        all_, two = row.verdicts
        assert all_.as_person is not None
        assert all_.as_person.counts == (0, 0, 0, 5, 0)
        assert all_.as_role is not None
        assert all_.as_role.counts == (0, 5, 0, 0, 0)
        assert (two.count, two.as_role, two.as_person) == (2, None, None)


def test_a_consequence_that_fell_at_one_table_is_judged_there_alone() -> None:
    found = side_by_side(judging(looked_back(telling()), "groen"), looked_back(silent()))
    row = next(one for one in found.judged if one.id == "omrijden")
    assert [(one.fell, one.count) for one in row.verdicts] == [(True, 1), (False, 0)]


# --- what one may know -----------------------------------------------------------------------------------------------


def test_during_play_a_card_that_was_told_is_no_difference_for_the_hall_but_is_for_who_leads() -> None:
    tables = telling(), silent()
    tables[1].step("r2.act")
    assert ("card", "rapport") not in parted(side_by_side(*tables))
    assert ("card", "rapport") in parted(side_by_side(*tables, eyes="lead"))


def test_what_is_secret_at_one_table_counts_at_none() -> None:
    done, playing = looked_back(silent()), telling()
    playing.play("wethouder", c.PerformAct(act="fluisteren", target="lokaal"))
    found = side_by_side(done, playing)
    assert ("card", "rapport") not in parted(found)
    assert ("act", "fluisteren") not in parted(found)
    looked_back(playing)
    assert ("act", "fluisteren") in parted(side_by_side(done, playing))


def test_figures_show_when_they_are_open_at_the_table_itself() -> None:
    talking, counting = table("r2.talk"), table("r1.consequences")
    found = side_by_side(talking, counting)
    assert found.courses[0].values == ((None, None, None), (50, 50, None))
    assert [one.figures for one in found.tables] == [False, True]
    led = side_by_side(talking, counting, eyes="lead")
    assert led.courses[1].values == ((60, 54, 54), (60, 54, None))


# --- which tables ----------------------------------------------------------------------------------------------------


def test_a_shorter_version_has_no_value_in_a_round_that_it_does_not_play() -> None:
    long, short = looked_back(silent()), looked_back(table("briefing", edition="avond"))
    found = side_by_side(long, short)
    assert [one.label for one in found.columns] == ["Begin", "Ronde 1", "Ronde 2", "Eén jaar later"]
    assert found.courses[0].values[1][1] is None
    assert None not in found.courses[0].values[0]
    assert [one.edition for one in found.tables] == ["Dagdeel", "Avond"]
    assert found.questions[0].answers[1].how == "zoals de casus vertelt"


def test_a_copy_knows_its_parent_among_the_tables() -> None:
    parent = looked_back(telling()).state
    fork = ForkState(parent="g-0", at=20, version=21, differs="De brug blijft open, in plaats van dicht.")
    copied = replace(looked_back(silent()).state, fork=fork)
    found = side_by_side(parent, copied)
    assert [one.parent for one in found.tables] == [-1, 0]
    assert found.tables[1].differs == "De brug blijft open, in plaats van dicht."
    hidden = side_by_side(parent, replace(copied, revealed=False))
    assert hidden.tables[1].differs == ""
    assert [one.parent for one in side_by_side(parent, parent).tables] == [-1, -1]


def test_another_text_of_the_casus_is_said() -> None:
    old = looked_back(telling())
    assert not side_by_side(old, old).changed
    assert side_by_side(old, replace(old.state, content_hash="other")).changed


def test_what_cannot_be_compared_is_refused_with_what_to_do() -> None:
    game = silent().state
    other = replace(game, content=replace(game.content, casus=replace(game.casus, id="anders")))
    refusals = {
        "compare_too_few": [game],
        "compare_too_many": [game] * 11,
        "compare_other_casus": [game, other],
    }
    for code, states in refusals.items():
        with pytest.raises(RuleError) as refused:
            compare([(f"Tafel {at}", replace(state, game=f"g-{at}")) for at, state in enumerate(states)])
        assert (refused.value.code, refused.value.message) == (code, MESSAGES[code])
    with pytest.raises(RuleError) as refused:
        compare([("Noord", game), ("Zuid", game)])
    assert refused.value.code == "compare_twice"
    assert len(compare([(str(at), replace(game, game=f"g-{at}")) for at in range(10)]).tables) == 10


# --- how people worked together --------------------------------------------------------------------------------------


def test_samenspel_is_counted_per_table_with_what_it_does_not_know(evening: Comparison) -> None:
    rows = {one.id: one for one in evening.samenspel}
    kept = {one.key: one.figures for one in rows["weten"].counts}
    assert [(one.count, one.of) if one else None for one in kept["shared"]] == [(1, 2), None]
    assert all(one.beyond for one in evening.samenspel)


def test_samenspel_shows_to_the_hall_once_it_shows_at_the_table() -> None:
    assert side_by_side(telling(), silent()).samenspel == ()
    assert side_by_side(telling(), silent(), eyes="lead").samenspel != ()


def test_what_a_shorter_version_decides_by_itself_belongs_to_the_round_that_it_skips() -> None:
    two_short = side_by_side(table("r2.talk", edition="avond"), table("r2.talk", edition="avond"))
    assert [(one.id, one.same) for one in two_short.questions] == [("onderzoek", True), ("brug", True)]
    mixed = side_by_side(looked_back(telling()), looked_back(table("briefing", edition="avond")))
    assert part(mixed, "decision", "onderzoek").column == "r1"
