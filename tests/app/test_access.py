"""Who is this? Tokens become people, people become audiences and actors, and nobody becomes somebody else."""

from __future__ import annotations

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from app import access
from app.ports import Identity
from app.service import arrivals, games, meetings
from app.service.errors import ServiceError
from app.tokens import SESSION_LIFE, hashed, new_session_token
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import SetPlayer, TakeSeat
from game_rules.vocabulary.meeting import PlaceParticipant, RemoveParticipant, WithdrawLink
from game_rules.vocabulary.state import GameState
from tests.app.web import Web


@pytest.fixture
def state(web: Web) -> GameState:
    """The game, with Mia on the seat of the griffier."""
    return sit(web, "Mia", "griffier")


def sit(web: Web, name: str, seat: str, shadow: bool = False) -> GameState:
    arrival = arrivals.join(web.lab, web.code, name)
    actor = Actor(kind="player", participant=arrival.identity.participant)
    games.submit(web.lab, web.game, actor, TakeSeat(seat=seat, shadow=shadow), f"sit-{name}")
    return games.state(web.lab, web.game)


def person(web: Web, name: str) -> Identity:
    names = web.lab.beside.names(web.meeting)
    participant = next(one for one, called in names.items() if called == name)
    return Identity("participant", web.meeting, participant)


def leader(web: Web) -> Identity:
    return Identity("facilitator", web.meeting, "f-1")


def refused(call: object, *arguments: object) -> tuple[str, int]:
    assert callable(call)
    with pytest.raises(ServiceError) as refusal:
        call(*arguments)
    assert refusal.value.message.endswith(".")
    return refusal.value.code, refusal.value.status


# --- tokens ----------------------------------------------------------------------------------------------------------


def request_with(**headers: str) -> Request:
    return Request(EnvironBuilder(headers=headers).get_environ())


def test_where_a_token_comes_from() -> None:
    assert access.tokens_of(request_with(), {"token": "t-1"}) == ("t-1",)
    assert access.tokens_of(request_with(Authorization="Bearer t-2", Cookie="dnalab=t-3")) == ("t-2",)
    assert access.tokens_of(request_with(Cookie="dnalab=t-3.t-4"), None) == ("t-3", "t-4")
    for auth in ({"token": 7}, {"other": "x"}, "t-1", ["t-1"], None):
        assert not any(access.tokens_of(request_with(), auth))
    assert not any(access.tokens_of(request_with(Authorization="Basic dDp0")))


def test_a_cookie_full_of_tokens_costs_no_more_than_a_few() -> None:
    assert len(access.cookie_tokens(request_with(Cookie="dnalab=" + ".".join(["t"] * 500)))) == access.MOST_TOKENS


@pytest.mark.parametrize("token", ["", "x", "0-1-" + "0" * 64, "\x00", "-" * 10_000, "0-999999999999999-" + "f" * 64])
def test_a_forged_token_opens_nothing(web: Web, token: str) -> None:
    assert access.standing(web.lab, token) is None
    assert access.identities(web.lab, (token,)) == ()
    assert refused(access.identity, web.lab, (token,), web.meeting)[1] == 401


def test_a_token_is_stored_by_its_hash_only(web: Web) -> None:
    token = arrivals.join(web.lab, web.code, "Mia").token
    files = b"".join(path.read_bytes() for path in web.lab.config.data.rglob("*") if path.is_file())
    assert hashed(web.lab.config.secret_key, "session", token).encode() in files
    assert token.encode() not in files
    assert token.rsplit("-", 1)[1].encode() not in files


def test_a_token_expires(web: Web) -> None:
    here = arrivals.join(web.lab, web.code, "Mia").identity
    old = new_session_token(0, web.lab.clock.now() - SESSION_LIFE - 1)
    web.lab.beside.keep_token(hashed(web.lab.config.secret_key, "session", old), "session", here, 0)
    assert refused(access.identity, web.lab, (old,), web.meeting) == ("session_expired", 401)


def test_a_token_cannot_be_made_younger(web: Web) -> None:
    token = arrivals.join(web.lab, web.code, "Mia").token
    stamp, issued, secret = token.split("-")
    for altered in (f"{stamp}-{int(issued) + 1}-{secret}", f"{int(stamp) + 1}-{issued}-{secret}"):
        assert access.standing(web.lab, altered) is None


def test_a_return_code_or_link_is_no_session(web: Web) -> None:
    mia = arrivals.join(web.lab, web.code, "Mia").identity.participant
    for secret in (
        arrivals.return_code(web.lab, web.meeting, mia),
        meetings.link(web.lab, web.meeting, "facilitator")[3:],
    ):
        assert access.identities(web.lab, (secret,)) == ()


def test_moving_removing_and_withdrawing_end_a_token_with_their_own_reason(web: Web) -> None:
    mia, ben = arrivals.join(web.lab, web.code, "Mia"), arrivals.join(web.lab, web.code, "Ben")
    lead = arrivals.admit(web.lab, web.meeting, "facilitator")
    arrivals.come_back(web.lab, arrivals.return_code(web.lab, web.meeting, mia.identity.participant))
    gone = RemoveParticipant(participant=ben.identity.participant)
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, gone)
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, WithdrawLink(kind="facilitator"))
    codes = [refused(access.identity, web.lab, (one.token,), web.meeting)[0] for one in (mia, ben, lead)]
    assert codes == ["taken_over", "removed", "link_withdrawn"]


def test_the_cookie_keeps_one_token_per_meeting_and_kind(web: Web) -> None:
    lead = arrivals.admit(web.lab, web.meeting, "facilitator").token
    first = arrivals.join(web.lab, web.code, "Mia").token
    second = arrivals.join(web.lab, web.code, "Ben").token
    request = request_with(Cookie=f"dnalab={first}.forged.{lead}")
    assert access.cookie_with(web.lab, request, second) == f"{second}.{lead}"


# --- looking ---------------------------------------------------------------------------------------------------------


def test_a_player_looks_from_the_own_seat_only(web: Web, state: GameState) -> None:
    mia = person(web, "Mia")
    own = f"seat:griffier:{mia.participant}"
    for wanted in ("", "seat", "seat:griffier", own):
        assert access.audience_of(mia, state, wanted).key == own
    for wanted in (
        "seat:burgemeester",
        "seat:griffier:p-other",
        "facilitator",
        "mirror:griffier",
        "screen",
        "observer",
    ):
        assert refused(access.audience_of, mia, state, wanted) == ("other_audience", 403)
    for wanted in ("everything", "seats", ":", "::", "seat\x00"):
        assert refused(access.audience_of, mia, state, wanted)[1] in (403, 404)


def test_who_has_no_seat_waits(web: Web, state: GameState) -> None:
    arrivals.join(web.lab, web.code, "Ben")
    ben = person(web, "Ben")
    assert access.audience_of(ben, state, "").key == f"waiting::{ben.participant}"
    assert access.actor_of(ben, state, "seat") == Actor(kind="player", participant=ben.participant)


def test_a_facilitator_looks_as_itself_as_mirror_and_as_the_public(web: Web, state: GameState) -> None:
    wanted = {"": "facilitator::f-1", "facilitator": "facilitator::f-1", "mirror:griffier": "mirror:griffier:f-1"}
    wanted |= {"screen": "screen", "observer": "observer::f-1"}
    for asked, key in wanted.items():
        assert access.audience_of(leader(web), state, asked).key == key
    assert refused(access.audience_of, leader(web), state, "mirror:keizer") == ("no_such_seat", 404)
    assert refused(access.audience_of, leader(web), state, "mirror:krant") == ("no_such_seat", 404)
    assert refused(access.audience_of, leader(web), state, "seat:griffier")[1] == 403


@pytest.mark.parametrize("kind", ["screen", "observer"])
def test_who_only_looks_sees_one_thing(web: Web, state: GameState, kind: str) -> None:
    watcher = arrivals.admit(web.lab, web.meeting, kind).identity  # type: ignore[arg-type]
    assert access.audience_of(watcher, state, "").kind == kind
    for wanted in ("facilitator", "seat", "mirror:griffier", "observer" if kind == "screen" else "screen"):
        assert refused(access.audience_of, watcher, state, wanted) == ("other_audience", 403)


def test_nobody_looks_into_another_meeting(web: Web, state: GameState) -> None:
    for kind in ("participant", "facilitator", "observer", "screen"):
        stranger = Identity(kind, "m-elsewhere", person(web, "Mia").participant)  # type: ignore[arg-type]
        for call in (access.audience_of, access.actor_of):
            assert refused(call, stranger, state, "") == ("other_meeting", 403)
    assert refused(access.actor_of, Identity("facilitator", "m-x", "f"), state, "seat:griffier")[0] == "other_meeting"


def test_a_player_looks_at_the_own_table_only(web: Web) -> None:
    mia = arrivals.join(web.lab, web.code, "Mia")
    other = web.open_room()
    move = PlaceParticipant(participant=mia.identity.participant, game=other)
    meetings.submit(web.lab, web.meeting, meetings.HOUSE, move)
    state = games.state(web.lab, web.game)
    assert refused(access.enter, web.lab, (mia.token,), state, "seat") == ("other_table", 403)
    ben = arrivals.join(web.lab, web.code, "Ben")
    assert refused(access.enter, web.lab, (ben.token,), state, "seat") == ("no_table", 403)


def test_of_two_people_in_one_browser_the_fitting_one_looks(web: Web, state: GameState) -> None:
    lead = arrivals.admit(web.lab, web.meeting, "facilitator")
    ben = arrivals.join(web.lab, web.code, "Ben")
    tokens = (lead.token, ben.token)
    assert access.enter(web.lab, tokens, state, "seat")[0] == ben.identity
    assert access.enter(web.lab, tokens, state, "facilitator")[0] == lead.identity
    assert access.enter(web.lab, tokens, state, "mirror:griffier")[0] == lead.identity
    assert refused(access.enter, web.lab, (ben.token,), state, "mirror:griffier") == ("other_audience", 403)


# --- acting ----------------------------------------------------------------------------------------------------------


def test_who_acts_is_never_what_the_message_says(web: Web, state: GameState) -> None:
    mia = person(web, "Mia")
    assert access.actor_of(mia, state, "seat") == Actor(kind="player", participant=mia.participant, seat="griffier")
    for as_ in ("facilitator", "seat:burgemeester", "mirror:griffier", "observer", "clock", "computer"):
        assert refused(access.actor_of, mia, state, as_)[1] in (403, 404)


def test_a_facilitator_plays_only_the_seats_that_are_set_so(web: Web, state: GameState) -> None:
    assert refused(access.actor_of, leader(web), state, "seat:wethouder") == ("not_your_seat", 403)
    assert refused(access.actor_of, leader(web), state, "seat:keizer") == ("no_such_seat", 404)
    facilitator = Actor(kind="facilitator", participant="f-1")
    games.submit(web.lab, web.game, facilitator, SetPlayer(seat="wethouder", player="facilitator"), "t-1")
    now = games.state(web.lab, web.game)
    assert access.actor_of(leader(web), now, "seat:wethouder") == Actor(
        kind="facilitator", participant="f-1", seat="wethouder"
    )
    assert access.actor_of(leader(web), now, "facilitator") == facilitator


def test_a_mirror_and_a_projector_only_look_and_an_observer_scores(web: Web, state: GameState) -> None:
    assert refused(access.actor_of, leader(web), state, "mirror:griffier") == ("read_only", 403)
    screen = arrivals.admit(web.lab, web.meeting, "screen").identity
    assert refused(access.actor_of, screen, state, "") == ("read_only", 403)
    assert refused(access.actor_in_meeting, screen) == ("read_only", 403)
    observer = arrivals.admit(web.lab, web.meeting, "observer").identity
    assert access.actor_of(observer, state, "") == Actor(kind="observer", participant=observer.participant)
