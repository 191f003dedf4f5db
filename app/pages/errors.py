"""What a person reads when something cannot be: what is wrong, and what to do. Nothing of the inside is shown."""

from __future__ import annotations

import logging

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException

from game_rules.vocabulary.errors import RuleError

from ..api.problems import problem_of
from ..refusals import as_refusal, status_of
from ..service.errors import ServiceError

log = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Show every error as a page, or as problem details to programs."""
    app.register_error_handler(Exception, show)


def show(problem: Exception) -> Response | HTTPException:
    """The answer to an error."""
    if isinstance(problem, HTTPException) and problem.code and 300 <= problem.code < 400:
        return problem
    refusal = as_refusal(problem)
    if status_of(refusal) >= 500:
        log.error("%s %s failed", request.method, request.path, exc_info=problem)
    return problem_of(refusal) if request.path.startswith("/api/") else _page(refusal)


def _page(refusal: ServiceError | RuleError) -> Response:
    html = render_template("pages/error.html", problem=refusal, status=status_of(refusal))
    return current_app.make_response((html, status_of(refusal)))
