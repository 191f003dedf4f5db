"""Errors for programs: `application/problem+json` (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from flask import Response

from game_rules.vocabulary.errors import RuleError

from ..refusals import status_of
from ..service.errors import ServiceError


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """RFC 9457, section 3. `code` is stable and says the same as the end of `type`; `detail` is Dutch, for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    details: dict[str, Any] = {}


def problem_of(refusal: ServiceError | RuleError) -> Response:
    """The answer to a program that was refused."""
    status = status_of(refusal)
    problem = Problem(
        type=f"urn:dnalab:problem:{refusal.code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=refusal.message,
        code=refusal.code,
        details=msgspec.to_builtins(refusal.details, str_keys=True, enc_hook=str),
    )
    response = Response(msgspec.json.encode(problem), status, mimetype="application/problem+json")
    if "retry_after" in refusal.details:
        response.headers["Retry-After"] = str(refusal.details["retry_after"])
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response
