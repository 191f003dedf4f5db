"""Looking back shows what looking showed: no more, no less, and only to who may see it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings

from game_rules.projections import project
from game_rules.projections.causes_seen import traced
from game_rules.projections.replay import for_others, look_back, may_look_back_as, parts_of
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import Bookmark, Improvise, Reveal, SendNote
from tests.play import Game
from tests.properties.games import finish, random_game, seeds
from tests.properties.test_secrets import CONTENT, MARK, may_see
from tests.rules.looking import replay_of, states
from tests.small import small_content

LEADER = Audience(kind="facilitator", participant="f1")


def table(step: str = "r1.read") -> Game:
    game = Game(small_content())
    game.sit_all()
    game.step(step)
    return game


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_every_moment_of_a_replay_is_the_view_that_was_live(seed: int) -> None:
    game = random_game(small_content(), seed, "", 40)
    lived = states(game)
    for audience in game.audiences():
        found = replay_of(game, audience)
        for version, state in enumerate(lived, 1):
            live = parts_of(project(state, audience).view)
            there = found.at(found.step_of(version))
            graph = traced(state, audience.seat, audience.kind == "facilitator")
            assert there.pop("traced", {}) == live.pop("traced") | graph
            assert {part: items for part, items in there.items() if items} == {p: dict(i) for p, i in live.items() if i}


@settings(max_examples=25, deadline=None)
@given(seeds)
def test_a_replay_holds_no_marker_that_its_audience_did_not_see_then(seed: int) -> None:
    game = random_game(CONTENT, seed, "", 50)
    lived = states(game)
    for audience in game.audiences():
        found = replay_of(game, audience)
        for step, moment in enumerate(found.moments):
            text = msgspec.json.encode(found.at(step)).decode()
            for kind, id_ in set(MARK.findall(text)):
                assert may_see(lived[moment.version - 1], audience, kind, id_), f"{audience.key}: «{kind}:{id_}»"


def test_what_others_do_in_secret_is_no_moment() -> None:
    game = table()
    seats = ("lokaal", "griffier")
    before = [len(replay_of(game, game.audience(seat)).moments) for seat in seats]
    game.play("wethouder", SendNote(to="griffier", text="Kom even langs."))
    after = [len(replay_of(game, game.audience(seat)).moments) for seat in seats]
    assert [late - early for early, late in zip(before, after, strict=True)] == [0, 1]


def test_items_come_and_change_at_their_own_step() -> None:
    game = table()
    game.lead(Improvise(title="Een klacht", text="Er komt een klacht.", look="brief", to=()))
    found = replay_of(game, Audience(kind="screen"))
    feed = {span.id: span for span in found.parts["feed"]}
    newest = max(feed.values(), key=lambda span: span.first)
    assert newest.first == len(found.moments) - 1
    assert newest.id not in found.at(newest.first - 1)["feed"]


def test_a_version_leads_to_the_last_moment_at_or_before_it() -> None:
    found = replay_of(table(), Audience(kind="screen"))
    versions = [moment.version for moment in found.moments]
    assert [found.step_of(version) for version in versions] == list(range(len(versions)))
    assert found.step_of(0) == 0
    assert found.step_of(10**9) == len(versions) - 1


def test_while_the_game_runs_one_looks_back_as_oneself_only() -> None:
    game = table()
    own = game.audience("groen")
    assert may_look_back_as(own, game.state) == (own,)
    kinds = {audience.kind for audience in may_look_back_as(LEADER, game.state)}
    assert kinds == {"facilitator", "screen", "mirror"}


def test_after_the_reveal_everybody_looks_back_as_anybody_but_not_as_another_person() -> None:
    game = table("debrief.judge")
    game.lead(Reveal())
    for own in game.audiences():
        found = may_look_back_as(own, game.state)
        assert found[0] == own
        assert {"facilitator", "screen", "mirror"} <= {audience.kind for audience in found}
        assert [audience for audience in found[1:] if audience.kind == "seat"] == []


@pytest.mark.parametrize("agreed", [False, True])
def test_briefjes_of_others_are_shown_after_the_reveal_only_if_the_room_agreed(agreed: bool) -> None:
    from game_rules.vocabulary.commands import Settle

    game = Game(small_content())
    game.sit_all()
    if agreed:
        game.lead(Settle(read_private=True))
    game.step("r1.talk")
    game.play("wethouder", SendNote(to="griffier", text="Alleen voor jou."))
    game.step("debrief.judge")
    game.lead(Reveal())
    for audience in may_look_back_as(game.audience("lokaal"), game.state):
        text = msgspec.json.encode(replay_of(game, audience)).decode()
        reader = audience.kind == "facilitator" or audience.seat in ("wethouder", "griffier")
        assert ("Alleen voor jou." in text) == (agreed and reader), audience.key


def test_others_see_that_there_is_a_bookmark_but_not_its_words() -> None:
    game = table()
    game.lead(Bookmark(text="Iemand zucht diep"))
    found = replay_of(game, LEADER)
    assert "Iemand zucht diep" in msgspec.json.encode(found).decode()
    shown = for_others(found)
    assert "Iemand zucht diep" not in msgspec.json.encode(shown).decode()
    assert len(shown.parts["marks"]) == 1


def test_a_whole_game_is_looked_back_at_from_the_lobby_to_the_end() -> None:
    game = table()
    finish(game)
    found = replay_of(game, LEADER)
    assert found.moments[0].key == "lobby"
    assert found.moments[-1].key == "closed"
    assert found.at(len(found.moments) - 1)["consequences"]


def test_looking_back_needs_at_least_one_frame() -> None:
    with pytest.raises(ValueError, match="frame"):
        look_back(LEADER, [])
