"""What people may say they do in real life: the offices of the game, another official, or something else."""

from __future__ import annotations

from contextlib import suppress

from ..lab import Lab
from ..library import LibraryError
from .errors import ServiceError

OTHERWISE = {"ambtenaar": "Ambtenaar", "anders": "Iets anders"}


def professions(lab: Lab) -> dict[str, str]:
    """Id and label of everything that can be chosen, the offices of all casussen first."""
    found: dict[str, str] = {}
    for casus in lab.library.casussen():
        with suppress(LibraryError):
            found |= {id_: role.label for id_, role in lab.library.content(casus).roles.items()}
    return found | OTHERWISE


def check_profession(lab: Lab, profession: str) -> str:
    """The same word. Raises ServiceError for one that cannot be chosen; empty is: not said."""
    if profession and profession not in professions(lab):
        raise ServiceError("no_such_profession", "Kies een beroep uit de lijst, of laat het veld leeg.", 422)
    return profession
