"""A table that goes on from the middle of a played game: choose where, what goes otherwise and who plays, and play."""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.simulate import POLICIES
from game_rules.vocabulary.errors import RuleError

from ..access import actor_in_meeting
from ..differing import Differing, differs_in
from ..ports import Identity
from ..refusals import status_of
from ..service import arrivals, forking, games, meetings
from ..service.errors import ServiceError
from ..service.forking import Made, Players, Wish
from ..service.onward import play_on
from .here import identity, known, lab, let_in

blueprint = Blueprint("forking", __name__, url_prefix="/kamer/<game>")

WHO: dict[str, Players] = {"mensen": "people", "allebei": "both", "computer": "computer"}


@blueprint.get("/vervolg")
def choose(game: str) -> str:
    """The form. `moment`: the version that somebody was looking at."""
    here = _leader(game)
    return _form(game, here, {"moment": [request.args.get("moment", "")]})


@blueprint.post("/vervolg")
def make(game: str) -> Response | tuple[str, int]:
    """Makes the fork, and lets the computer play it when that was asked; or says what is the matter."""
    here, form = _leader(game), request.form.to_dict(flat=False)
    try:
        made = forking.fork(lab(), game, actor_in_meeting(here), _wish(form))
    except (ServiceError, RuleError) as wrong:
        return _form(game, here, form, wrong), status_of(wrong)
    played = form.get("wie") == ["computer"]
    if played:
        _play(made.game, here, form.get("manier", [""])[0])
    return _to_table(made, here, played)


@blueprint.post("/verder-spelen")
def finish(game: str) -> Response:
    """The computer plays a fork to its end."""
    here = _leader(game)
    _play(game, here, request.form.get("manier", ""))
    fork_ = games.state(lab(), game).fork
    return redirect(_side_by_side(fork_.parent if fork_ else "", game, here), 303)


def _leader(game: str) -> Identity:
    """Who leads the meeting of this game. Raises ServiceError 401 or 403, NotFound."""
    return identity(games.state(lab(), game).meeting, "facilitator")


def _wish(form: dict[str, list[str]]) -> Wish:
    differs = differs_in(form)
    moment = _moment(form)
    if differs is None and not moment:
        raise ServiceError("fork_where", forking.WHERE, 422)
    return Wish(
        at=moment if differs is None else 0,
        differs=differs,
        players=WHO.get(form.get("wie", [""])[0], "people"),
        title=form.get("titel", [""])[0],
        new_chance=form.get("loten") == ["1"],
    )


def _moment(form: dict[str, list[str]]) -> int:
    """The version that was chosen; 0 for what is no number."""
    typed = form.get("moment", [""])[0]
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _play(game: str, here: Identity, policy: str) -> None:
    play_on(lab(), current_app.extensions["pool"], game, actor_in_meeting(here), policy or "eigen_doel")


def _to_table(made: Made, here: Identity, played: bool) -> Response:
    """To the table, or beside its parent when it was played; who leads leads also a meeting that was made for it."""
    address = (
        _side_by_side(made.parent, made.game, here) if played else url_for("play.lead", game=made.game)
    )  # fmt: skip
    if not made.new_meeting:
        return redirect(address, 303)
    name = lab().beside.name(here.participant) or ""
    return let_in(arrivals.admit(lab(), made.meeting, "facilitator", name), address)


def _side_by_side(parent: str, game: str, here: Identity) -> str:
    """Parent and fork beside each other; when the parent stands elsewhere, only the fork."""
    rooms = meetings.state(lab(), here.meeting).rooms
    if parent in rooms and game in rooms:
        return url_for("comparison.show", meeting=here.meeting, kamer=[parent, game], alles=1)
    if parent and known(games.state(lab(), parent).meeting, ("facilitator",)):
        return url_for("comparison.by_link", kamer=[parent, game])
    return url_for("replay.show", game=game)


def _form(game: str, here: Identity, form: dict[str, list[str]], wrong: ServiceError | RuleError | None = None) -> str:
    found = forking.stored(lab(), game)
    there = Differing(found, forking.points(lab(), found), _moment(form))
    room = meetings.state(lab(), here.meeting).rooms.get(game)
    return render_template(
        "pages/fork.html",
        d=there,
        form=form,
        wrong=wrong,
        title=room.title if room else found.state.casus.title,
        over=meetings.state(lab(), here.meeting).door == "over",
        policies=POLICIES,
    )
