"""The rules of a bijeenkomst: who gets in, when, and who may change what."""

from __future__ import annotations

import pytest

from game_rules.meeting import (
    create_meeting,
    decide_meeting,
    decode_meeting_command,
    decode_meeting_record,
    encode_meeting_record,
    evolve_meeting,
    replay_meeting,
    start_meeting,
)
from game_rules.meeting_views import project_meeting
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.meeting import (
    AnyMeetingCommand,
    AnyMeetingEvent,
    AssignHelper,
    CloseDoor,
    CloseMeeting,
    CloseRoom,
    DivisionShown,
    DoorOpened,
    JoinMeeting,
    MeetingRecord,
    MeetingState,
    OpenDoor,
    OpenRoom,
    ParticipantJoined,
    ParticipantPlaced,
    PlaceParticipant,
    RemoveParticipant,
    ReturnToMeeting,
    RoomClosed,
    SetProfession,
    ShowDivision,
    WithdrawLink,
)

LEADER = Actor(kind="facilitator", participant="f-1")


def player(participant: str) -> Actor:
    return Actor(kind="player", participant=participant)


class Story:
    """A meeting told step by step; `log` is what would be stored."""

    def __init__(self, places: int = 600) -> None:
        self.log: list[MeetingRecord] = []
        self.state = start_meeting(self._record(create_meeting("m-1", "123456", "Avond in Waardveen", places)))

    def _record(self, event: AnyMeetingEvent, actor: Actor = LEADER) -> MeetingRecord:
        version = len(self.log) + 1
        record = MeetingRecord(version=version, at=1000 + version, actor=actor, command=f"c{version}", event=event)
        self.log.append(record)
        return record

    def does(self, actor: Actor, command: AnyMeetingCommand) -> tuple[AnyMeetingEvent, ...]:
        events = decide_meeting(self.state, actor, command)
        for event in events:
            self.state = evolve_meeting(self.state, self._record(event, actor))
        return events

    def refuses(self, actor: Actor, command: AnyMeetingCommand) -> str:
        with pytest.raises(RuleError) as refusal:
            decide_meeting(self.state, actor, command)
        assert refusal.value.message.endswith(".")
        return refusal.value.code

    def joins(self, participant: str) -> tuple[AnyMeetingEvent, ...]:
        return self.does(player(participant), JoinMeeting(participant=participant))

    def refuses_join(self, participant: str) -> str:
        return self.refuses(player(participant), JoinMeeting(participant=participant))


def open_story(*rooms: str, places: int = 600) -> Story:
    story = Story(places)
    story.does(LEADER, OpenDoor())
    for game in rooms:
        story.does(LEADER, OpenRoom(game=game, casus="memo", edition="avond", title=f"Tafel {game}"))
    return story


def test_a_door_that_never_opened_says_so_and_one_that_closed_says_that() -> None:
    story = Story()
    assert story.refuses_join("p-1") == "not_open_yet"
    story.does(LEADER, OpenDoor())
    assert story.joins("p-1") == (ParticipantJoined(participant="p-1"),)
    story.does(LEADER, CloseDoor())
    assert story.refuses_join("p-2") == "door_closed"


def test_the_same_participant_twice_takes_one_place() -> None:
    story = open_story("g-1")
    story.joins("p-1")
    assert story.joins("p-1") == ()
    assert [guest.participant for guest in story.state.present] == ["p-1"]


def test_who_is_in_stays_in_when_the_door_closes() -> None:
    story = open_story("g-1")
    story.joins("p-1")
    story.does(LEADER, CloseDoor())
    assert story.joins("p-1") == ()
    assert story.does(player("p-1"), ReturnToMeeting(participant="p-1"))
    assert story.state.guests["p-1"].device == 1


def test_one_room_places_by_itself_and_two_rooms_ask() -> None:
    one = open_story("g-1")
    assert one.joins("p-1")[1:] == (ParticipantPlaced(participant="p-1", game="g-1"),)
    two = open_story("g-1", "g-2")
    assert two.joins("p-1") == (ParticipantJoined(participant="p-1"),)
    two.does(player("p-1"), PlaceParticipant(participant="p-1", game="g-2"))
    assert two.state.guests["p-1"].game == "g-2"


def test_a_closed_room_takes_nobody_new_but_keeps_who_is_there() -> None:
    story = open_story("g-1", "g-2")
    story.joins("p-1")
    story.does(player("p-1"), PlaceParticipant(participant="p-1", game="g-2"))
    assert story.does(LEADER, CloseRoom(game="g-2")) == (RoomClosed(game="g-2"),)
    assert story.does(player("p-1"), PlaceParticipant(participant="p-1", game="g-2")) == ()
    story.does(player("p-2"), JoinMeeting(participant="p-2"))
    assert story.refuses(player("p-2"), PlaceParticipant(participant="p-2", game="g-2")) == "room_closed"
    assert story.refuses(player("p-2"), PlaceParticipant(participant="p-2", game="g-9")) == "no_such_room"


def test_a_full_meeting_says_so_until_somebody_leaves() -> None:
    story = open_story("g-1", places=1)
    story.joins("p-1")
    assert story.refuses_join("p-2") == "meeting_full"
    story.does(LEADER, RemoveParticipant(participant="p-1"))
    assert story.joins("p-2")


def test_who_was_removed_does_not_come_back() -> None:
    story = open_story("g-1")
    story.joins("p-1")
    story.does(LEADER, RemoveParticipant(participant="p-1"))
    assert story.refuses_join("p-1") == "removed"
    assert story.refuses(player("p-1"), ReturnToMeeting(participant="p-1")) == "removed"
    assert story.does(LEADER, RemoveParticipant(participant="p-1")) == ()


@pytest.mark.parametrize(
    "command",
    [
        OpenDoor(),
        CloseDoor(),
        CloseMeeting(),
        RemoveParticipant(participant="p-1"),
        OpenRoom(game="g-9", casus="memo", edition="avond", title="Tafel"),
        CloseRoom(game="g-1"),
        WithdrawLink(kind="facilitator"),
        AssignHelper(helper="h-1", game="g-1"),
        ShowDivision(shown=True),
    ],
)
def test_only_a_facilitator_runs_the_meeting(command: AnyMeetingCommand) -> None:
    story = open_story("g-1")
    story.joins("p-1")
    for kind in ("player", "helper", "computer", "clock"):
        assert story.refuses(Actor(kind=kind, participant="p-1"), command) == "facilitator_only"


def test_nobody_places_somebody_else() -> None:
    story = open_story("g-1", "g-2")
    story.joins("p-1")
    assert story.refuses(player("p-2"), PlaceParticipant(participant="p-1", game="g-2")) == "not_yours"
    assert story.does(LEADER, PlaceParticipant(participant="p-1", game="g-2"))


def test_after_the_end_nobody_comes_in_and_no_room_opens() -> None:
    story = open_story("g-1")
    story.joins("p-1")
    story.does(LEADER, CloseMeeting())
    assert story.refuses_join("p-2") == "meeting_over"
    assert story.refuses(LEADER, OpenDoor()) == "meeting_over"
    assert story.refuses(LEADER, OpenRoom(game="g-9", casus="m", edition="a", title="T")) == "meeting_over"
    assert story.does(player("p-1"), ReturnToMeeting(participant="p-1"))


def test_a_withdrawn_link_is_counted_per_kind() -> None:
    story = Story()
    story.does(LEADER, WithdrawLink(kind="screen"))
    story.does(LEADER, WithdrawLink(kind="screen"))
    assert story.state.links == {"screen": 2}


def test_what_was_already_so_stores_nothing() -> None:
    story = open_story("g-1")
    assert story.does(LEADER, OpenDoor()) == ()
    story.does(LEADER, CloseDoor())
    assert story.does(LEADER, CloseDoor()) == ()
    assert story.does(LEADER, OpenDoor()) == (DoorOpened(),)


def test_the_log_alone_gives_the_same_meeting() -> None:
    story = open_story("g-1", "g-2")
    story.joins("p-1")
    story.does(player("p-1"), PlaceParticipant(participant="p-1", game="g-2"))
    story.does(player("p-1"), ReturnToMeeting(participant="p-1"))
    story.does(LEADER, RemoveParticipant(participant="p-1"))
    story.does(LEADER, AssignHelper(helper="h-1", game="g-1"))
    story.does(LEADER, ShowDivision(shown=True))
    story.does(LEADER, WithdrawLink(kind="facilitator"))
    story.does(LEADER, CloseMeeting())
    read_back = [decode_meeting_record(encode_meeting_record(record)) for record in story.log]
    assert replay_meeting(read_back) == story.state
    assert isinstance(story.state, MeetingState)


def test_a_log_must_begin_with_the_beginning() -> None:
    story = Story()
    story.does(LEADER, OpenDoor())
    with pytest.raises(ValueError, match="meeting_created"):
        replay_meeting(story.log[1:])
    with pytest.raises(ValueError, match="at least one"):
        replay_meeting([])


def test_only_the_facilitator_sees_the_code_and_the_people() -> None:
    story = open_story("g-1")
    story.joins("p-1")
    leads = project_meeting(story.state, "facilitator", "f-1")
    assert leads.code == "123456"
    assert list(leads.guests) == ["p-1"]
    for kind in ("participant", "observer", "helper", "screen"):
        view = project_meeting(story.state, kind, "p-1")
        assert (view.code if kind != "screen" else "", view.guests) == ("", {})
    assert project_meeting(story.state, "participant", "p-1").rooms["g-1"].here
    assert project_meeting(story.state, "participant", "p-1").rooms["g-1"].people == 1


def test_the_projector_of_the_hall_has_the_code_while_the_door_is_open_and_names_when_asked() -> None:
    story = open_story("g-1", "g-2")
    story.does(player("p-1"), JoinMeeting(participant="p-1", profession="griffier"))
    assert project_meeting(story.state, "screen").code == "123456"
    assert story.does(LEADER, ShowDivision(shown=True)) == (DivisionShown(shown=True),)
    assert story.does(LEADER, ShowDivision(shown=True)) == ()
    shown = project_meeting(story.state, "screen").guests["p-1"]
    assert (shown.participant, shown.profession) == ("p-1", "")
    assert project_meeting(story.state, "participant", "p-1").guests == {}
    story.does(LEADER, CloseDoor())
    story.does(LEADER, ShowDivision(shown=False))
    hall = project_meeting(story.state, "screen")
    assert (hall.code, hall.guests) == ("", {})


def test_a_profession_is_said_at_the_door_or_later_and_only_by_oneself_or_the_facilitator() -> None:
    story = open_story("g-1")
    story.does(player("p-1"), JoinMeeting(participant="p-1", profession="wethouder"))
    assert story.state.guests["p-1"].profession == "wethouder"
    story.does(player("p-1"), SetProfession(participant="p-1", profession="anders"))
    story.does(LEADER, SetProfession(participant="p-1", profession="raadslid"))
    assert story.does(LEADER, SetProfession(participant="p-1", profession="raadslid")) == ()
    assert story.refuses(player("p-2"), SetProfession(participant="p-1", profession="")) == "not_yours"
    assert project_meeting(story.state, "facilitator").guests["p-1"].profession == "raadslid"


def test_two_facilitators_who_move_somebody_at_once_do_not_undo_each_other() -> None:
    story = open_story("g-1", "g-2", "g-3")
    story.joins("p-1")
    story.does(LEADER, PlaceParticipant(participant="p-1", game="g-2", was=""))
    other = Actor(kind="facilitator", participant="f-2")
    assert story.refuses(other, PlaceParticipant(participant="p-1", game="g-3", was="")) == "moved_meanwhile"
    assert story.does(other, PlaceParticipant(participant="p-1", game="g-2", was="")) == ()
    assert story.does(other, PlaceParticipant(participant="p-1", game="g-3", was="g-2"))


def test_a_tafelhulp_helps_at_one_table_until_the_link_is_withdrawn() -> None:
    story = open_story("g-1", "g-2", "g-3")
    assert not project_meeting(story.state, "facilitator").helped
    for number in (1, 2, 3):
        story.does(LEADER, AssignHelper(helper=f"h-{number}", game=f"g-{number}"))
    assert story.does(LEADER, AssignHelper(helper="h-3", game="g-3")) == ()
    assert story.refuses(LEADER, AssignHelper(helper="h-3", game="g-9")) == "no_such_room"
    leads = project_meeting(story.state, "facilitator")
    assert (leads.helped, list(leads.rooms["g-2"].helpers)) == (True, ["h-2"])
    assert project_meeting(story.state, "participant", "p-1").rooms["g-2"].helpers == {}
    story.does(LEADER, WithdrawLink(kind="helper"))
    assert story.state.helping == {}
    assert not project_meeting(story.state, "facilitator").helped


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"type": "open_everything"}',
        b'{"type": "join_meeting"}',
        b'{"type": "join_meeting", "participant": 7}',
        b'{"type": "open_door", "extra": 1}',
        b'{"type": "set_profession", "participant": "p-1", "profession": "Griffier!"}',
        b'{"type": "withdraw_link", "kind": "burgemeester"}',
        {"type": "close_room", "game": "x" * 65},
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(data: bytes | dict[str, str]) -> None:
    with pytest.raises(RuleError) as refusal:
        decode_meeting_command(data)
    assert refusal.value.code == "malformed"


def test_a_wish_is_read_by_its_type() -> None:
    assert decode_meeting_command(b'{"type": "withdraw_link", "kind": "screen"}') == WithdrawLink(kind="screen")
