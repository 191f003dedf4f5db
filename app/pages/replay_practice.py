"""*Klopt dit met jouw praktijk?* beside the causes, where somebody looks back before the game is closed."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from game_rules.projections import project
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.commands import ConfirmCause
from game_rules.vocabulary.state import GameState

from .. import access
from ..reach_page import anchor
from ..service import games
from ..service.errors import ServiceError
from ..service.meetings import new_command_id
from .here import lab, tokens

blueprint = Blueprint("replay_practice", __name__, url_prefix="/kamer/<game>")

AS = "seat"
"""Answers are of who has a seat, also when the same browser leads."""


@dataclass(frozen=True, slots=True)
class Asked:
    """consequences: of which it can be answered now. mine: what was answered before. address: where the answer goes."""

    consequences: tuple[str, ...]
    answers: dict[str, str]
    mine: dict[str, str]
    address: str


def asked(state: GameState, own: Audience) -> Asked | None:
    """What this person may be asked in the replay; None: nothing (now)."""
    if own.kind != AS:
        return None
    view = project(state, own).view
    offer = view.allowed.get("confirm_cause")
    if offer is None:
        return None
    given = view.debrief.practice if view.debrief else {}
    return Asked(
        consequences=tuple(offer.choices["consequence"]),
        answers=offer.choices["answer"],
        mine={id_: card.mine for id_, card in given.items() if card.mine},
        address=url_for("replay_practice.answer", game=state.game),
    )


@blueprint.post("/terugblik/praktijk")
def answer(game: str) -> Response:
    """Keep the answer, and go back to the causes. Raises ServiceError 400 for no answer, and what the rules refuse."""
    command = _command()
    state = games.state(lab(), game)
    actor = access.act(lab(), tokens(), state, AS)
    games.submit(lab(), game, actor, command, new_command_id())
    back = url_for("replay.show", game=game)
    return redirect(f"{back}#{anchor(f'consequence:{command.consequence}')}", 303)


def _command() -> ConfirmCause:
    fields = {name: request.form.get(name, "") for name in ("consequence", "answer", "note")}
    try:
        return msgspec.convert({"type": "confirm_cause", **fields}, ConfirmCause)
    except msgspec.ValidationError as wrong:
        raise ServiceError("malformed", "Kies ja, deels of nee. Je toelichting is hooguit 300 tekens.", 400) from wrong
