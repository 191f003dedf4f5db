"""What a facilitator takes along: files of a table, a zip of the meeting. And the way back in: open a session file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from tempfile import TemporaryFile
from typing import IO

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from ..exports import meeting_zip
from ..exports.importing import Imported, bring_in
from ..exports.parts import part_named
from ..exports.problems import LARGEST, problem
from ..exports.session_file import read
from ..refusals import status_of
from ..security import csrf
from ..service import arrivals, games, meetings
from ..service.errors import NotFound, ServiceError
from .here import identity, known, lab, let_in

blueprint = Blueprint("exports", __name__)

CHUNK = 256 * 1024
FORM_AROUND = 64 * 1024
"""Bytes of a form around its file: the token and the borders between its fields."""


# --- out -------------------------------------------------------------------------------------------------------------


@blueprint.get("/kamer/<game>/bestand/<name>")
def of_game(game: str, name: str) -> Response:
    """One file of a table. The session file is without what only participants may know of themselves."""
    state = games.state(lab(), game)
    identity(state.meeting, "facilitator")
    part = part_named(name)
    data = part.make(lab(), game, "facilitator") if part and part.of == "game" else None
    if part is None or data is None:
        raise NotFound("no_such_export", "Dit bestand is er niet (nog niet). Kies een bestand uit de lijst.")
    return _download(Response(data, mimetype=part.mime), f"dnalab-{state.casus.id}-{game}-{name}")


@blueprint.get("/bijeenkomst/<meeting>/export.zip")
def of_meeting(meeting: str) -> Response:
    """Everything of the meeting. It is whole before the first byte goes out: half a zip helps nobody."""
    identity(meeting, "facilitator")
    file = TemporaryFile()  # noqa: SIM115  closed when the last byte was sent
    try:
        meeting_zip.write_zip(lab(), meeting, "facilitator", file, breathing())
        size = file.tell()
    except BaseException:
        file.close()
        raise
    response = Response(_chunks(file), mimetype=meeting_zip.MIME)
    response.content_length = size
    response.call_on_close(file.close)
    return _download(response, f"dnalab-{meeting}.zip")


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _download(response: Response, name: str) -> Response:
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def breathing() -> Callable[[], object]:
    """What lets others work for a moment."""
    socketio = current_app.extensions["socketio"]
    return lambda: socketio.sleep(0)


# --- in --------------------------------------------------------------------------------------------------------------


@blueprint.get("/bijeenkomst/<meeting>/sessiebestand")
def ask(meeting: str) -> str:
    """Where a session file is opened; with `spel` what came of it."""
    identity(meeting, "facilitator")
    return _page(meeting, game=request.args.get("spel", ""), again="al" in request.args)


@blueprint.post("/bijeenkomst/<meeting>/sessiebestand")
def bring(meeting: str) -> AnyResponse | tuple[str, int]:
    """Open the session file that was sent: all of it, or nothing with the reason."""
    here = identity(meeting, "facilitator")
    request.max_content_length = LARGEST + FORM_AROUND
    try:
        csrf.protect()
        done = bring_in(lab(), read(_sent(), breathing()), _leads)
    except RequestEntityTooLarge:
        return _page(meeting, wrong=problem("file_too_large")), 413
    except ServiceError as wrong:
        return _page(meeting, wrong=wrong), status_of(wrong)
    return _to_game(meeting, done, lab().beside.name(here.participant) or "")


csrf.exempt(bring)  # its token is checked inside, where the form may be as large as a session file


def _sent() -> bytes:
    file = request.files.get("bestand")
    data = file.read() if file else b""
    if not file or not file.filename:
        raise ServiceError("no_file", "Je hebt nog geen bestand gekozen. Kies eerst het sessiebestand.", 422)
    return data


def _leads(meeting: str) -> bool:
    return known(meeting, ("facilitator",)) is not None


def _to_game(meeting: str, done: Imported, name: str) -> AnyResponse:
    """Who brings a game in leads the meeting that was made for it."""
    address = url_for("exports.ask", meeting=meeting, spel=done.game, al="1" if done.again else None)
    if not done.new_meeting:
        return redirect(address, 303)
    return let_in(arrivals.admit(lab(), done.meeting, "facilitator", name), address)


def _page(meeting: str, game: str = "", again: bool = False, wrong: ServiceError | None = None) -> str:
    found = games.state(lab(), game) if game else None
    return render_template(
        "pages/session_file.html",
        state=meetings.state(lab(), meeting),
        found=found if found and _leads(found.meeting) else None,
        again=again,
        problem=wrong,
        most=LARGEST // 1024**2,
    )
