"""Refusals of the server itself. One family, beside `game_rules`' RuleError:

ServiceError          a stable code, a Dutch sentence that says what to do, an HTTP status, and data
  NotFound     404    what was asked for is not here
  Forbidden    403    somebody may not see or do this
  NotSaved     503    it could not be stored (in time); sending it again with the same id is safe
"""

from __future__ import annotations


class ServiceError(Exception):
    """The server cannot or may not do this. `message` is Dutch; `details` is data for the client."""

    def __init__(self, code: str, message: str, status: int = 400, **details: object) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.status = status
        self.details = details


class NotFound(ServiceError):  # noqa: N818 - named after the answer
    """What was asked for is not here."""

    def __init__(self, code: str = "not_found", message: str = "Dit bestaat niet (meer).", **details: object) -> None:
        super().__init__(code, message, 404, **details)


def content_missing(casus: str, kept: str) -> NotFound:
    """The text of the casus of this game is gone. kept: the hash by which it was kept."""
    return NotFound("content_missing", CONTENT_MISSING.format(casus=casus, kept=kept[:8]), casus=casus, content=kept)


CONTENT_MISSING = (
    "De tekst van de casus ‘{casus}’ (kenmerk {kept}) is niet meer te vinden op deze server. Zonder die tekst kan dit "
    "spel niet getoond of gespeeld worden. Vraag de beheerder om een reservekopie terug te zetten."
)


class Forbidden(ServiceError):  # noqa: N818 - named after the answer
    """Somebody may not see or do this."""

    def __init__(self, code: str = "forbidden", message: str = "Dit mag jij niet.", **details: object) -> None:
        super().__init__(code, message, 403, **details)


class NotSaved(ServiceError):  # noqa: N818 - named after the answer
    """It could not be stored (in time)."""

    def __init__(self, code: str = "not_saved", message: str = "") -> None:
        super().__init__(
            code, message or "De server kon dit niet opslaan. Probeer het over een paar tellen opnieuw.", 503
        )
