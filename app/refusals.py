"""Every error as a refusal: a stable code, a Dutch sentence that says what to do, and an HTTP status."""

from __future__ import annotations

from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from game_rules.vocabulary.errors import RuleError

from .service.errors import ServiceError

RULE_STATUS = {
    "malformed": 400,
    "facilitator_only": 403,
    "not_yours": 403,
    "removed": 403,
    "no_such_participant": 404,
    "no_such_room": 404,
    "meeting_over": 410,
}
"""The HTTP status of a refusal by the rules; every other one is 409: it cannot be now."""

PLAIN = {
    400: ("bad_request", "De server begrijpt dit verzoek niet. Ga terug en probeer het opnieuw."),
    401: ("not_signed_in", "Je doet nog niet mee op dit apparaat. Vul de code van de bijeenkomst in."),
    403: ("forbidden", "Dit mag jij niet."),
    404: ("not_found", "Deze pagina bestaat niet. Controleer het adres of ga naar het begin."),
    405: ("method_not_allowed", "Dit kan niet op dit adres. Ga naar het begin."),
    413: ("too_large", "Dit is te groot om te versturen. Maak het kleiner en probeer het opnieuw."),
    415: ("wrong_media_type", "De server leest hier alleen JSON. Stuur ‘Content-Type: application/json’ mee."),
    429: ("too_many_attempts", "Dit gaat te snel. Wacht even en probeer het opnieuw."),
}
INTERNAL = ("internal", "Er ging iets mis bij ons. Probeer het opnieuw. Gebeurt het weer? Vertel het je spelleider.")
STALE_FORM = "Deze pagina stond te lang open of je browser weigert cookies. Ververs de pagina en probeer het opnieuw."


def status_of(problem: ServiceError | RuleError) -> int:
    """The HTTP status of a refusal."""
    return problem.status if isinstance(problem, ServiceError) else RULE_STATUS.get(problem.code, 409)


def as_refusal(problem: Exception) -> ServiceError | RuleError:
    """Any error as a refusal with a stable code. What is not ours says nothing about the inside."""
    if isinstance(problem, ServiceError | RuleError):
        return problem
    if isinstance(problem, CSRFError):
        return ServiceError("stale_form", STALE_FORM, 400)
    if isinstance(problem, HTTPException) and problem.code and problem.code < 500:
        code, message = PLAIN.get(problem.code, PLAIN[400])
        return ServiceError(code, message, problem.code)
    return ServiceError(*INTERNAL, 500)
