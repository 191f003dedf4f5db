"""What programs send and get: one Struct per body, from which decoding, encoding and OpenAPI follow."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from game_rules.vocabulary.base import Fact, Word
from game_rules.vocabulary.meeting import MeetingView
from game_rules.vocabulary.views import View

Line = Annotated[str, Meta(max_length=200)]
Secret = Annotated[str, Meta(min_length=1, max_length=400)]


class Join(Word):
    """Come in by the six digits. Without a name one is chosen. `profession`: a role id, `ambtenaar` or `anders`."""

    code: Line
    name: Line = ""
    profession: Line = ""


class ComeBack(Word):
    """Go on as the participant with this return code; tokens from before open nothing any more."""

    return_code: Line


class FollowLink(Word):
    """Come in by the last part of a link for facilitator, projector or observer."""

    token: Secret
    name: Line = ""


class NewMeeting(Word):
    """Begin another meeting."""

    title: Line = ""


class NewRoom(Word):
    """Open a room for this casus in this edition."""

    casus: Line
    edition: Line
    title: Line = ""


class Otherwise(Word):
    """The one thing that goes otherwise. decision: `option` of it. card: told to these seats. werkwijze: from the start, or
    with the option `zonder` without the one that was chosen."""

    kind: Literal["decision", "card", "werkwijze"]
    id: Annotated[str, Meta(min_length=1, max_length=64)]
    option: Annotated[str, Meta(max_length=64)] = ""
    to: Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=64)], ...], Meta(max_length=40)] = ()


class NewFork(Word):
    """A table that goes on from a game. at: the version up to which all is as it was (0: the moment that fits what differs).

    players: who takes the seats. play: the computer plays it to its end at once, in the manner `policy`. new_chance: chance
    is drawn anew.
    """

    at: Annotated[int, Meta(ge=0)] = 0
    differs: Otherwise | None = None
    players: Literal["people", "computer", "both"] = "people"
    play: bool = False
    policy: Line = "eigen_doel"
    title: Line = ""
    new_chance: bool = False


class GameRef(Fact):
    """A game (room) of the meeting."""

    id: str
    title: str
    casus: str
    edition: str


class Entered(Fact):
    """Who you are from now on. Send `token` as `Authorization: Bearer …`, or in `auth` of the socket; keep it secret.

    `game`: the room where you are. `return_code`: for participants only.
    """

    token: str
    kind: str
    participant: str
    meeting: str
    games: tuple[GameRef, ...]
    game: str = ""
    return_code: str = ""


class Hat(Fact):
    """Somebody the token stands for."""

    kind: str
    meeting: str
    participant: str


class Identities(Fact):
    """Everybody the token stands for."""

    identities: tuple[Hat, ...]


class MeetingAnswer(Fact):
    """A meeting as you may see it. `names`: the names of the participants, for a facilitator."""

    version: int
    now: int
    view: MeetingView
    names: dict[str, str] = {}


class MeetingMade(Fact):
    """A new meeting, its join code, and a facilitator's token for it."""

    meeting: str
    code: str
    token: str
    facilitator_link: str


class ForkMade(Fact):
    """The table that goes on from `parent`. differs: what goes otherwise, in words. records: how many it has when it was
    played to its end (0: it stands ready). token: a facilitator's, when a meeting was made for it."""

    game: str
    meeting: str
    parent: str
    at: int
    differs: str
    records: int = 0
    token: str = ""


class RoomMade(Fact):
    """The id of the new game."""

    game: str


class Links(Fact):
    """The links that are valid now, as paths."""

    facilitator: str
    screen: dict[str, str]
    helper: dict[str, str]
    observer: dict[str, str]


class Wave(Word):
    """One wish for every table: start, next, pause, resume, shorter, longer, much_longer, close_round, epilogue, debrief, reveal.

    id: the same id is done once at each table. seen: per game the step that you saw. game: this table only.
    """

    id: Line
    wish: Line
    seen: dict[str, Line] = {}
    game: Line = ""


class TableReply(Fact):
    """What came of a wish at one table: where it stands now, and why not when it was refused."""

    game: str
    title: str
    done: bool
    step: str
    code: str = ""
    message: str = ""


class WaveAnswer(Fact):
    """What came of the wish, per table."""

    tables: tuple[TableReply, ...]


class Done(Fact):
    """The command is durable; the stream was at `version` after it."""

    ok: bool
    version: int


class GameAnswer(Fact):
    """A game as one audience may see it at one version. `now`: wall milliseconds of the server."""

    version: int
    audience: str
    now: int
    view: View


class CasusRef(Fact):
    """A casus that can be played, with its editions."""

    id: str
    title: str
    summary: str
    constellation: str
    editions: dict[str, str]


class Casussen(Fact):
    """What can be played here."""

    casussen: tuple[CasusRef, ...]


class Order(Word):
    """A command: `type` and the fields of that type, with a fresh `id` (sent twice, done once). `as`: see protocol."""

    id: Line
    type: Line
