"""The personal link: what somebody took home, without signing in. Reading it changes nothing; two buttons do."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.projections import project
from game_rules.projections.bode import PRINTED_IN
from game_rules.projections.report import handvat_of, may_read
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState

from .. import access
from ..newspaper import day_in_words
from ..ports import Identity
from ..service import games, meetings, personal
from ..service.errors import Forbidden, NotFound
from ..service.replay import choices
from .address import absolute, qr
from .here import counted, identity, lab
from .replay import draw as draw_replay
from .report import Answer, Place, as_pdf, file_name, page

blueprint = Blueprint("mine", __name__)


@blueprint.get("/kamer/<game>/mijn")
def link(game: str) -> str:
    """The own link, for who is at this table: to keep, copy or scan."""
    state = games.state(lab(), game)
    here = identity(state.meeting, "participant")
    access.enter(lab(), access.cookie_tokens(request), state, "seat")
    if state.clock.stage not in ("debrief", "closed"):
        raise Forbidden("personal_link_later", "Je eigen link komt bij de nabespreking. Kijk dan nog eens.")
    address = absolute(url_for("mine.show", token=personal.token_of(lab(), here)))
    return render_template(
        "pages/my_link.html",
        address=address,
        picture=qr(address, "QR-code van jouw eigen link"),
        back=url_for("play.seat", game=game),
        title=state.casus.title,
    )


@blueprint.get("/mijn/<token>")
def show(token: str) -> str:
    """What somebody took home."""
    owner = _owner(token)
    meeting = meetings.state(lab(), owner.meeting)
    state = _game(owner)
    look_back = lab().beside.look_back(owner.meeting)
    return render_template(
        "pages/mine.html",
        token=token,
        meeting=meeting,
        name=lab().beside.name(owner.participant) or "",
        look_back=look_back,
        asks=personal.asks(lab(), look_back),
        day=day_in_words(date.fromisoformat(look_back.day)) if look_back.day else "",
        said=lab().beside.became(owner.meeting).get(owner.participant),
        became=personal.BECAME,
        longest=personal.LONGEST,
        **_played(owner, state),
    )


def _played(owner: Identity, state: GameState | None) -> dict[str, object]:
    """What there is to see of the own game."""
    if state is None:
        return {"state": None}
    audience = _audience(owner, state)
    return {
        "state": state,
        "view": project(state, audience).view,
        "handvat": handvat_of(state, owner.participant),
        "seat": state.casus.seats[audience.seat].label if audience.seat else "",
        "readable": may_read(state, "participant"),
        "printed": state.clock.stage in PRINTED_IN,
    }


@blueprint.get("/mijn/<token>/terugblik")
def replay(token: str) -> str:
    """The replay as one's own seat; after the reveal as anybody."""
    owner, state = _of(token)
    own = _audience(owner, state)
    return draw_replay(
        state, own, choices(own, state), base=url_for("mine.replay", token=token),
        front=url_for("mine.newspaper", token=token),
    )  # fmt: skip


@blueprint.get("/mijn/<token>/bode")
def newspaper(token: str) -> str:
    """The front page of one year later."""
    owner, state = _of(token)
    view = project(state, _audience(owner, state)).view
    return render_template("pages/bode.html", view=view, look_back=url_for("mine.replay", token=token))


@blueprint.get("/mijn/<token>/verslag")
def report(token: str) -> str:
    """The report of the own table."""
    owner, state = _of(token)
    return page(owner, state, _place(token))


@blueprint.get("/mijn/<token>/verslag.pdf")
def report_pdf(token: str) -> Answer:
    """The same as a PDF."""
    owner, state = _of(token)
    return as_pdf(lambda **how: page(owner, state, _place(token), **how), file_name(state))


@blueprint.post("/mijn/<token>/geworden")
def say(token: str) -> Response:
    """What became of it."""
    personal.say(lab(), _owner(token), request.form.get("became", ""), request.form.get("text", ""))
    return redirect(url_for("mine.show", token=token, _anchor="geworden"), 303)


@blueprint.post("/mijn/<token>/verwijder")
def forget(token: str) -> str:
    """Everything that is kept of this person goes. The answer says what was deleted; the link is gone."""
    personal.forget(lab(), _owner(token))
    return render_template("pages/forgotten.html")


@blueprint.after_request
def keep_private(response: Response) -> Response:
    """The address is the key: it goes to no other site and in no search engine."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _owner(token: str) -> Identity:
    return counted(personal.owner_of, lab(), token)


def _of(token: str) -> tuple[Identity, GameState]:
    """Whose link this is, and the own game. Raises NotFound no_table."""
    owner = _owner(token)
    state = _game(owner)
    if state is None:
        raise NotFound("no_table", "Je zat aan geen tafel. Er is dus niets om terug te kijken.")
    return owner, state


def _game(owner: Identity) -> GameState | None:
    game = meetings.state(lab(), owner.meeting).guests[owner.participant].game
    return games.state(lab(), game) if game else None


def _audience(owner: Identity, state: GameState) -> Audience:
    return access.audience_of(owner, state, "")


def _place(token: str) -> Place:
    return Place(
        base=url_for("mine.report", token=token),
        pdf=url_for("mine.report_pdf", token=token),
        back=url_for("mine.show", token=token),
        back_words="Terug naar jouw pagina",
        replay=url_for("mine.replay", token=token),
    )
