"""What comes in over a socket, decoded strictly, and what goes back as an answer. Nothing here believes who sent it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta

from game_rules.codec import decode_command
from game_rules.meeting import decode_meeting_command
from game_rules.vocabulary.base import Word
from game_rules.vocabulary.errors import RuleError

from ..service.errors import ServiceError

Name = Annotated[str, Meta(min_length=1, max_length=64)]
T = TypeVar("T")
Format = Literal["html", "json"]

LARGEST = 16_000
"""Bytes of one message; the longest command is well below it. Above SOCKET_LIMIT the connection itself is cut."""

SOCKET_LIMIT = 64_000

OVER_HTTP_ONLY = ("join_meeting", "return_to_meeting", "open_room", "withdraw_link")
"""Meeting commands that give something back (a token, a game): each has its own address over HTTP."""

MALFORMED = "Dit bericht klopt niet. Ververs de pagina en probeer het opnieuw."
TOO_LARGE = "Dit bericht is te groot. Maak de tekst korter en probeer het opnieuw."
NOT_HERE = "Dit kan niet via deze verbinding. Gebruik de knop op de pagina."
INTERNAL = "Er ging iets mis op de server. Probeer het opnieuw; gebeurt het weer, vertel het dan je spelleider."


class Watch(Word):
    """`watch`: show me a game or meeting, and keep me up to date.

    have    the version that is on screen (-1: none)
    of      the key of the audience that it was made for (empty: of the page)
    """

    game: str = ""
    meeting: str = ""
    audience: Annotated[str, Meta(max_length=200)] = ""
    format: Format = "json"
    have: int = -1
    of: Annotated[str, Meta(max_length=200)] = ""

    @property
    def stream(self) -> str:
        """The id of the game or meeting."""
        return self.game or self.meeting


class Unwatch(Word):
    """`unwatch`: this game or meeting is no longer on screen."""

    game: str = ""
    meeting: str = ""


class Status(Word):
    """`presence`: how the one at this screen is there now."""

    game: Name
    status: Literal["connected", "away", "typing", "talking"]


@dataclass(frozen=True, slots=True)
class Order:
    """`command`: somebody wishes something of a game or a meeting."""

    stream: str
    as_: str
    id: str
    command: Any


class _Envelope(msgspec.Struct, frozen=True, kw_only=True, rename={"as_": "as"}):
    id: Name
    game: str = ""
    meeting: str = ""
    as_: Annotated[str, Meta(max_length=200)] = ""


def watch_in(payload: object) -> Watch:
    """A `watch` message. Raises ServiceError `malformed` or `too_large`."""
    wish = _read(payload, Watch)
    _check_stream(wish.game, wish.meeting)
    return wish


def unwatch_in(payload: object) -> str:
    """The stream that an `unwatch` message names. Raises like `watch_in`."""
    wish = _read(payload, Unwatch)
    return _check_stream(wish.game, wish.meeting)


def status_in(payload: object) -> Status:
    """A `presence` message. Raises like `watch_in`."""
    return _read(payload, Status)


def order_in(payload: object) -> Order:
    """A `command` message: `{game, as, id, type, …}` or `{meeting, id, type, …}`, where `game` is a field.

    Raises ServiceError or RuleError `malformed`.
    """
    envelope = _read(payload, _Envelope)
    assert isinstance(payload, dict)
    if envelope.meeting:
        wish = {key: value for key, value in payload.items() if key not in ("meeting", "as", "id")}
        return _order(_check_stream("", envelope.meeting), envelope, _meeting_command(wish))
    wish = {key: value for key, value in payload.items() if key not in ("game", "as", "id")}
    return _order(_check_stream(envelope.game, ""), envelope, decode_command(wish))


def _order(stream: str, envelope: _Envelope, command: Any) -> Order:
    return Order(stream, envelope.as_, envelope.id, command)


def _meeting_command(wish: dict[str, Any]) -> Any:
    if wish.get("type") in OVER_HTTP_ONLY:
        raise ServiceError("not_here", NOT_HERE, 400)
    return decode_meeting_command(wish)


def done(**answer: object) -> dict[str, object]:
    """The answer to something that went well."""
    return {"ok": True, **answer}


def refused(error: RuleError | ServiceError) -> dict[str, object]:
    """The answer to something that did not: a stable code and a Dutch sentence that says what to do."""
    return {"ok": False, "error": {"code": error.code, "message": error.message, "details": plain_details(error)}}


def plain_details(error: RuleError | ServiceError) -> dict[str, object]:
    """The details of a refusal as plain data."""
    details: dict[str, object] = msgspec.to_builtins(error.details, str_keys=True)
    return details


def _read(payload: object, kind: type[T]) -> T:
    try:
        if len(msgspec.json.encode(payload)) > LARGEST:
            raise ServiceError("too_large", TOO_LARGE, 413)
        return msgspec.convert(payload, kind)
    except (msgspec.MsgspecError, TypeError, RecursionError, ValueError) as error:
        raise ServiceError("malformed", MALFORMED, 400) from error


def _check_stream(game: str, meeting: str) -> str:
    """Exactly one of the two is named, and by an id of its own kind."""
    right = game.startswith("g-") if game else meeting.startswith("m-")
    if bool(game) == bool(meeting) or not right or len(game or meeting) > 64:
        raise ServiceError("malformed", MALFORMED, 400)
    return game or meeting
