"""Talk at a distance: who is in which channel, when people talk there, and who reads it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from game_rules.projections import project
from game_rules.projections.talking import SHOWN
from game_rules.vocabulary import commands as c
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Actor, Audience
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.views import View
from tests.play import Game
from tests.rules.story import changed, one, refused, table, titles

PRIVATE = "een:griffier:lokaal"
EVERYBODY = ("burgemeester", "griffier", "wethouder", "lokaal", "groen")
SCREEN, OBSERVER = Audience(kind="screen"), Audience(kind="observer", participant="o1")
WAITING, LEAD = Audience(kind="waiting", participant="w1"), Audience(kind="facilitator", participant="f1")


def apart(step: str = "r1.talk", content: Content | None = None, read_private: bool = False) -> Game:
    """A table of people who sit at home."""
    game = table("", content)
    game.lead(c.Settle(read_private=read_private, talk="afstand"))
    if step:
        game.step(step)
    return game


def say(game: Game, seat: str, channel: str = "tafel", text: str = "Horen jullie mij?") -> str:
    """A seat says something; gives the id of the message."""
    return one(game.play(seat, c.Say(channel=channel, text=text)), e.Said).message


def readers(game: Game, message: str) -> set[str]:
    """The seats that read a message."""
    return {seat for seat in EVERYBODY if message in game.sees(seat).messages}


def offered(view: View) -> set[str]:
    return {offer.about for offer in view.allowed.values() if offer.group == "say"}


def mirror(game: Game, seat: str) -> View:
    return game.see(Audience(kind="mirror", seat=seat, participant="f1"))


# --- how a table talks -----------------------------------------------------------------------------------------------


def test_how_people_talk_is_told_to_all() -> None:
    game = apart("", read_private=True)
    told = "Je praat op afstand, in kanalen op je scherm. De spelleider kan besloten gesprekken lezen."
    assert titles(game, "notice") == [told]
    assert game.see(SCREEN).game.talk == "afstand"


def test_a_facilitator_goes_back_to_talking_at_the_table() -> None:
    game = apart("", read_private=True)
    game.lead(c.Settle(read_private=True, talk="tafel"))
    assert (game.state.talk, game.state.read_private) == ("tafel", True)


def test_how_people_talk_is_settled_before_the_start() -> None:
    with refused("not_now"):
        apart("briefing").lead(c.Settle(read_private=False, talk="tafel"))


def test_at_a_table_that_talks_there_are_no_channels() -> None:
    game = table("r1.talk")
    view = game.sees("lokaal")
    assert (view.channels, view.messages, offered(view)) == ({}, {}, set())
    with refused("talks_at_the_table"):
        game.play("lokaal", c.Say(channel="tafel", text="Hoi"))


def test_at_a_distance_there_are_no_briefjes() -> None:
    game = apart()
    assert not any(offer.command == "send_note" for offer in game.sees("lokaal").allowed.values())
    with refused("talk_in_channels"):
        game.play("lokaal", c.SendNote(to="griffier", text="Hoi"))


# --- who is in which channel -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "inside"),
    [
        ("tafel", set(EVERYBODY)),
        ("raad", {"burgemeester", "griffier", "lokaal", "groen"}),
        ("college", {"burgemeester", "wethouder"}),
        ("driehoek", {"burgemeester", "griffier"}),
        (PRIVATE, {"griffier", "lokaal"}),
    ],
)
def test_a_message_reaches_its_channel_and_nobody_else(channel: str, inside: set[str]) -> None:
    game = apart()
    for seat in inside:
        assert readers(game, say(game, seat, channel)) == inside


def test_the_gemeentesecretaris_attends_the_college_and_belongs_to_the_driehoek() -> None:
    def secretaris(casus: dict[str, Any]) -> None:
        casus["seats"]["griffier"]["role"] = "gemeentesecretaris"

    content = changed(secretaris)
    roles = {**content.roles, "gemeentesecretaris": content.roles["griffier"]}
    view = apart(content=replace(content, roles=roles)).sees("griffier")
    assert {"college", "driehoek"} <= set(view.channels)
    assert "raad" not in view.channels


@pytest.mark.parametrize(
    ("seat", "channel", "code"),
    [
        ("wethouder", "raad", "not_in_channel"),
        ("lokaal", "college", "not_in_channel"),
        ("groen", "driehoek", "not_in_channel"),
        ("groen", PRIVATE, "not_in_channel"),
        ("lokaal", "een:lokaal:griffier", "unknown_channel"),
        ("lokaal", "een:lokaal:lokaal", "unknown_channel"),
        ("lokaal", "een:lokaal:koning", "unknown_channel"),
        ("lokaal", "keuken", "unknown_channel"),
        ("lokaal", "een:wethouder_2:lokaal", "nobody_there"),
    ],
)
def test_nobody_speaks_in_a_channel_of_others(seat: str, channel: str, code: str) -> None:
    with refused(code):
        apart().play(seat, c.Say(channel=channel, text="Hoi"))


def test_a_message_has_words() -> None:
    with refused("empty_text"):
        apart().play("lokaal", c.Say(channel="tafel", text="  "))


def test_a_channel_says_who_is_in_it_and_what_it_is() -> None:
    cards = apart().sees("lokaal").channels
    assert [(card.label, card.kind) for card in cards.values()] == [
        ("Hele tafel", "table"),
        ("Raad onder elkaar", "organ"),
        ("Burgemeester Vos", "pair"),
        ("Griffier Bos", "pair"),
        ("Wethouder Kok", "pair"),
        ("Fractie Groen", "pair"),
    ]
    assert cards["raad"].members == ("burgemeester", "griffier", "lokaal", "groen")


def test_a_channel_without_anybody_else_is_not_there() -> None:
    game = apart()
    game.lead(c.FreeSeat(participant="p-wethouder"))
    assert "college" not in game.sees("burgemeester").channels
    with refused("alone_in_channel"):
        game.play("burgemeester", c.Say(channel="college", text="Hoi"))


def test_what_was_said_stays_to_read_when_the_other_leaves() -> None:
    game = apart()
    message = say(game, "lokaal", PRIVATE)
    game.lead(c.FreeSeat(participant="p-griffier"))
    view = game.sees("lokaal")
    assert message in view.messages
    assert view.channels[PRIVATE].members == ("lokaal",)
    assert PRIVATE not in offered(view)


def test_a_vervolgrol_talks_with_the_whole_table_only() -> None:
    def press(casus: dict[str, Any]) -> None:
        casus["seats"]["pers"] = {"role": "griffier", "label": "De krant", "follow_up": True, "playable": False}

    game = apart(content=changed(press), read_private=True)
    private, public = say(game, "lokaal", "raad"), say(game, "lokaal")
    view = mirror(game, "pers")
    assert (list(view.channels), list(view.messages)) == (["tafel"], [public])
    assert private not in view.messages
    with refused("unknown_channel"):
        game.play("lokaal", c.Say(channel="een:lokaal:pers", text="Hoi"))


# --- when ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["r1.read", "r1.act", "r1.consequences", "meal.r1"])
def test_in_rounds_and_meal_people_talk_everywhere(step: str) -> None:
    game = apart(step)
    assert {"tafel", "raad", PRIVATE} <= offered(game.sees("lokaal"))
    say(game, "lokaal", PRIVATE)


@pytest.mark.parametrize("step", ["briefing", "epilogue", "debrief.note", "debrief.handvat"])
def test_before_and_after_the_rounds_the_whole_table_talks(step: str) -> None:
    game = apart(step)
    assert offered(game.sees("lokaal")) == {"tafel"}
    say(game, "lokaal")
    with refused("only_the_table_now"):
        game.play("lokaal", c.Say(channel=PRIVATE, text="Hoi"))


@pytest.mark.parametrize("channel", ["tafel", PRIVATE])
def test_while_the_game_stands_still_nobody_talks(channel: str) -> None:
    game = apart()
    game.lead(c.Pause())
    assert offered(game.sees("lokaal")) == set()
    with refused("paused"):
        game.play("lokaal", c.Say(channel=channel, text="Hoi"))


def test_in_the_debrief_the_table_talks_on_while_the_clock_stands_still() -> None:
    game = apart("debrief.note")
    game.lead(c.Pause())
    assert offered(game.sees("lokaal")) == {"tafel"}
    say(game, "lokaal")


def test_before_the_start_nobody_talks() -> None:
    game = apart("")
    assert game.sees("lokaal").channels == {}
    with refused("not_now"):
        game.play("lokaal", c.Say(channel="tafel", text="Hoi"))


def test_taking_back_a_step_stays_possible_while_people_talk() -> None:
    game = apart()
    message = say(game, "lokaal")
    game.lead(c.Undo())
    assert game.state.clock.key == "r1.read"
    assert message in game.state.messages


# --- who reads along -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [SCREEN, OBSERVER, WAITING, LEAD], ids=lambda who: who.kind)
def test_the_table_is_public_and_the_rest_is_not(who: Audience) -> None:
    game = apart()
    public = say(game, "lokaal")
    for channel in ("raad", PRIVATE):
        say(game, "lokaal", channel)
    view = game.see(who)
    assert (list(view.messages), list(view.channels)) == ([public], ["tafel"])
    assert not view.messages[public].mine


def test_a_facilitator_reads_along_only_when_that_was_told() -> None:
    game = apart(read_private=True)
    message = say(game, "lokaal", PRIVATE)
    view = game.see(LEAD)
    assert message in view.messages
    assert view.channels[PRIVATE].label == "Griffier Bos en Fractie Lokaal Kreekdam"
    assert "een:lokaal:groen" not in view.channels, "a channel in which nothing was said only takes room"


@pytest.mark.parametrize("read_private", [True, False])
def test_a_mirror_reads_what_the_facilitator_may(read_private: bool) -> None:
    game = apart(read_private=read_private)
    public, private = say(game, "lokaal"), say(game, "lokaal", PRIVATE)
    assert set(mirror(game, "lokaal").messages) == ({public, private} if read_private else {public})


def test_a_facilitator_who_may_not_read_plays_a_seat_in_the_open() -> None:
    game = apart()
    private = say(game, "lokaal", PRIVATE)
    game.lead(c.FreeSeat(participant="p-griffier"))
    game.lead(c.SetPlayer(seat="griffier", player="facilitator"))
    view = mirror(game, "griffier")
    assert private not in view.messages
    assert offered(view) == {"tafel"}
    assert "griffier" not in game.sees("lokaal").channels["raad"].members
    with refused("leader_reads_nothing"):
        game.play("griffier", c.Say(channel="raad", text="Hoi"))
    with refused("leader_reads_nothing"):
        game.play("lokaal", c.Say(channel=PRIVATE, text="Hoi"))


def test_a_shadow_reads_and_the_holder_speaks() -> None:
    game = apart("")
    duo = Actor(kind="player", participant="duo", seat="lokaal")
    game.do(duo, c.TakeSeat(seat="lokaal", shadow=True))
    game.step("r1.talk")
    message = say(game, "griffier", PRIVATE)
    view = game.see(Audience(kind="seat", seat="lokaal", participant="duo"))
    assert message in view.messages
    assert offered(view) == set()
    with refused("shadow_reads"):
        game.do(duo, c.Say(channel=PRIVATE, text="Hoi"))


def test_a_message_says_who_said_it_when() -> None:
    game = apart()
    message = say(game, "lokaal", text="Ik bel je zo.")
    mine, other = game.sees("lokaal").messages[message], game.sees("groen").messages[message]
    assert (mine.by, mine.text, mine.channel, mine.at) == ("lokaal", "Ik bel je zo.", "tafel", game.now)
    assert (mine.mine, other.mine) == (True, False)


# --- many messages ---------------------------------------------------------------------------------------------------


def test_of_a_long_talk_the_latest_is_shown() -> None:
    game = apart()
    said = [say(game, "lokaal") for _ in range(SHOWN + 3)]
    other = say(game, "lokaal", PRIVATE)
    assert list(game.sees("lokaal").messages) == [*said[3:], other]
    assert len(game.state.messages) == SHOWN + 4


def test_a_message_leaves_the_other_messages_and_channels_as_they_were() -> None:
    game = apart()
    first = say(game, "lokaal")
    before = project(game.state, game.audience("groen"))
    say(game, "lokaal")
    after = project(game.state, game.audience("groen"), before)
    assert after.view.messages[first] is before.view.messages[first]
    assert after.view.channels is before.view.channels
    assert after.view.feed is before.view.feed


def test_something_else_leaves_the_talk_as_it_was() -> None:
    game = apart()
    say(game, "lokaal")
    before = project(game.state, game.audience("groen"))
    game.play("lokaal", c.SpeakWith(seats=("groen",)))
    after = project(game.state, game.audience("groen"), before)
    assert after.view.messages is before.view.messages
    assert after.view.channels is before.view.channels
