"""From the table of operations to addresses: decode strictly, ask who it is, handle, encode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from flask import Blueprint, Response, current_app, request

from .. import access
from ..lab import Lab
from ..service.errors import ServiceError
from .messages import Order
from .openapi import JSON, PREFIX, document
from .operations import OPERATIONS, Operation

blueprint = Blueprint("api", __name__, url_prefix=PREFIX)

MALFORMED = "De server begrijpt deze JSON niet. Vergelijk hem met /api/v1/openapi.json."
NO_BEARER = "Stuur je token mee als ‘Authorization: Bearer …’. Een cookie alleen is hier niet genoeg."


def _view(operation: Operation) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        lab: Lab = current_app.extensions["lab"]
        tokens = () if operation.open else _tokens()
        body = _body(operation) if operation.body else None
        return _json(operation.handler(lab, tokens, body, **path), operation.status)

    view.__name__ = operation.name
    view.__doc__ = operation.summary
    return view


def _tokens() -> tuple[str, ...]:
    """A cookie may look but not touch: other sites can make a browser send it."""
    bearer = access.bearer_of(request)
    if bearer:
        return (bearer,)
    if request.method != "GET":
        raise ServiceError("token_needed", NO_BEARER, 401)
    return access.cookie_tokens(request)


def _body(operation: Operation) -> object:
    if request.mimetype != JSON:
        raise ServiceError("wrong_media_type", "Stuur JSON, met ‘Content-Type: application/json’.", 415)
    wanted = dict[str, Any] if operation.body is Order else operation.body
    try:
        return msgspec.json.decode(request.get_data(), type=wanted)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ServiceError("malformed", MALFORMED, 400, where=str(error)[:200]) from error


def _json(answer: object, status: int) -> Response:
    return Response(msgspec.json.encode(answer), status, mimetype=JSON)


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description of this API."""
    return _json(document(), 200)


for one in OPERATIONS:
    blueprint.add_url_rule(one.path, one.name, _view(one), methods=[one.method])
