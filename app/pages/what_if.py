"""*Wat als?* Try the tail of a played game many times with one thing otherwise: choose, follow, stop, look at what came out."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from game_rules.simulate import POLICIES
from game_rules.vocabulary.errors import RuleError

from ..differing import Differing, differs_in
from ..ports import Identity
from ..refusals import status_of
from ..service import forking, games, meetings, what_if
from ..service.errors import Forbidden, NotFound, ServiceError
from ..simulation.desk import Desk
from ..tried import Tried, TriedPage
from .here import identity, lab

blueprint = Blueprint("what_if", __name__, url_prefix="/kamer/<game>/wat-als")

NOTHING = "Je hebt nog niet gekozen wat er anders gaat. Kies een besluit, een kaart of een werkwijze."
NOT_YOURS = "Alleen wie deze proef startte, kan haar stoppen."
GONE = "Deze proef is er niet meer. De server bewaart alleen de laatste. Start haar opnieuw: dezelfde keuzes geven dezelfde uitkomst."
Form = dict[str, list[str]]


def desk() -> Desk[Tried]:
    """The one of this server."""
    found: Desk[Tried] | None = current_app.extensions.get("dnalab_what_if")
    if found is None:
        found = current_app.extensions["dnalab_what_if"] = Desk(current_app.extensions["pool"], lab().spawn)
    return found


def _leader(game: str) -> Identity:
    return identity(games.state(lab(), game).meeting, "facilitator")


@blueprint.get("")
def choose(game: str) -> str:
    """The form, with what was tried before."""
    return _form(game, _leader(game), {})


@blueprint.post("")
def start(game: str) -> Answer | tuple[str, int]:
    """Starts it, or says what is the matter."""
    here, form = _leader(game), request.form.to_dict(flat=False)
    try:
        made = desk().ask(_asked(game, here, form))
    except (ServiceError, RuleError) as wrong:
        return _form(game, here, form, wrong), status_of(wrong)
    return redirect(url_for("what_if.show", game=game, tried=made.id), 303)


def _asked(game: str, here: Identity, form: Form) -> Tried:
    found = forking.stored(lab(), game)
    differs = differs_in(form)
    if differs is None:
        raise ServiceError("differs_how", NOTHING, 422)
    runs, policy = form.get("keren", [""])[0], form.get("manier", [""])[0]
    number = int(runs) if runs.isascii() and runs.isdigit() and len(runs) < 7 else 0
    points = forking.points(lab(), found)
    trying = lab().offload(lambda: what_if.trying(found, points, differs, number, policy or "eigen_doel"))
    return Tried(trying, _name(here), trying.differs)


def _name(here: Identity) -> str:
    return f"{here.meeting}:{here.participant}"


@blueprint.get("/<tried>")
def show(game: str, tried: str) -> str:
    """How far it is, or what came out. `deel=1`: only that."""
    here = _leader(game)
    found = _found(game, tried)
    page = TriedPage(found, desk().ahead_of(found), found.asker == _name(here))
    whole = "what_if/all.html" if request.args.get("deel") else "pages/tried.html"
    return render_template(whole, v=page, game=game, title=_title(game, here))


@blueprint.post("/<tried>/stop")
def stop(game: str, tried: str) -> Answer:
    """By who started it; what was played stays."""
    here = _leader(game)
    if _found(game, tried).asker != _name(here):
        raise Forbidden("what_if_not_yours", NOT_YOURS)
    desk().stop(tried)
    return redirect(url_for("what_if.show", game=game, tried=tried), 303)


@blueprint.get("/<tried>.json")
def as_file(game: str, tried: str) -> Response:
    """The whole result."""
    _leader(game)
    found = _found(game, tried)
    if found.result is None:
        raise ServiceError("what_if_not_over", "Deze proef is nog niet klaar. Wacht even, of stop haar.", 409)
    answer = Response(found.trying.as_json(), mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="wat-als-{game}.json"'
    return answer


def _found(game: str, tried: str) -> Tried:
    try:
        found = desk().find(tried)
    except NotFound as gone:
        raise NotFound("no_such_what_if", GONE) from gone
    if found.trying.tail.game != game:
        raise NotFound("no_such_what_if", GONE)
    return found


def _title(game: str, here: Identity) -> str:
    room = meetings.state(lab(), here.meeting).rooms.get(game)
    return room.title if room else games.state(lab(), game).casus.title


def _form(game: str, here: Identity, form: Form, wrong: ServiceError | RuleError | None = None) -> str:
    found = forking.stored(lab(), game)
    return render_template(
        "pages/what_if.html",
        d=Differing(found, forking.points(lab(), found)),
        form=form,
        wrong=wrong,
        title=_title(game, here),
        policies=POLICIES,
        fewest=what_if.FEWEST,
        usual=what_if.USUAL,
        most=what_if.MOST,
        before=[one for one in desk().latest() if one.trying.tail.game == game][:8],
    )
