"""How a program comes in: over HTTP, as docs/protocol.md says."""

from __future__ import annotations

import json
import secrets
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

PATIENCE = 30


class ShutOutError(Exception):
    """The server did not let us in. The message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """What one gets at the door: a token for the socket, the own table (if there is one), and all tables."""

    token: str
    participant: str
    meeting: str
    game: str
    games: tuple[str, ...]


def join(url: str, code: str, name: str) -> Entrance:
    """Come in as a participant, with the code of the meeting. Raises ShutOutError."""
    return _enter(url, "join", {"code": code, "name": name})


def follow(url: str, link: str, name: str) -> Entrance:
    """Come in by a link: its last word, or the whole address. Raises ShutOutError."""
    return _enter(url, "links", {"token": link.rstrip("/").rpartition("/")[2], "name": name})


def place(url: str, entrance: Entrance, game: str) -> None:
    """Go to this table. Raises ShutOutError."""
    wish = {"id": secrets.token_hex(8), "type": "place_participant", "participant": entrance.participant, "game": game}
    _post(f"{url.rstrip('/')}/api/v1/meetings/{entrance.meeting}/commands", wish, entrance.token)


def fetch(address: str, token: str) -> bytes:
    """What the page at this address gives who has this token in the browser. Raises ShutOutError."""
    return _answer(address, {"Cookie": f"dnalab={token}"})


def _enter(url: str, door: str, payload: dict[str, str]) -> Entrance:
    answer = _post(f"{url.rstrip('/')}/api/v1/{door}", payload)
    games = tuple(str(game["id"]) for game in answer["games"])
    return Entrance(answer["token"], answer["participant"], answer["meeting"], answer.get("game", ""), games)


def _post(address: str, payload: dict[str, str], token: str = "") -> dict[str, Any]:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    answer: dict[str, Any] = json.loads(_answer(address, headers, json.dumps(payload).encode()))
    return answer


def _answer(address: str, headers: dict[str, str], body: bytes | None = None) -> bytes:
    """What the server answers; what it refuses, or that it does not answer, as a ShutOutError."""
    if not address.startswith(("http://", "https://")):
        raise ShutOutError(f"'{address}' is geen adres. Een adres begint met http:// of https://.")
    request = urllib.request.Request(address, body, headers)  # noqa: S310 - checked above
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - checked above
            found: bytes = response.read()
            return found
    except urllib.error.HTTPError as refusal:
        raise ShutOutError(_reason(refusal)) from refusal
    except OSError as problem:
        raise ShutOutError(f"De server op {address} geeft geen antwoord ({problem}). Draait hij?") from problem


def _reason(refusal: urllib.error.HTTPError) -> str:
    try:
        return str(json.load(refusal)["detail"])
    except (ValueError, KeyError, TypeError):
        return f"De server gaf antwoord {refusal.code}."
