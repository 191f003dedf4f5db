"""Use cases of the personal link: a participant looks back without signing in, and later says what became of it.

The link is made from the secret key and the participant, so that it can be shown again; the store knows its hash. It
opens nothing any more when the leader withdrew all links of the meeting, or the participant withdrew the own one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from ..lab import Lab
from ..ports import Became, Identity, LookBack
from ..tokens import hashed
from . import meetings
from .errors import NotFound, ServiceError

LONGEST = 300
"""Characters that somebody may write about what became of it."""

FURTHEST = timedelta(days=2 * 366)
BECAME = {"done": "gedaan", "partly": "deels gedaan", "no": "niet gedaan"}
"""What can have become of a handvat, and what that is called."""

# 128 bits: nobody guesses that, and the QR code stays coarse enough for a camera at arm's length.
_TOKEN = re.compile(r"([0-9]{1,6})-[0-9a-f]{32}")


# --- the link --------------------------------------------------------------------------------------------------------


def token_of(lab: Lab, owner: Identity) -> str:
    """The last part of this participant's link: the same every time, until it is withdrawn."""
    stamp = lab.beside.look_back(owner.meeting).links
    words = f"personal:{owner.meeting}:{owner.participant}:{stamp}"
    token = f"{stamp}-{hmac.new(lab.config.secret_key.encode(), words.encode(), hashlib.sha256).hexdigest()[:32]}"
    row = hashed(lab.config.secret_key, "personal", token)
    if lab.beside.token(row, "personal") is None:
        lab.beside.keep_token(row, "personal", owner, lab.clock.now())
    return token


def owner_of(lab: Lab, token: str) -> Identity:
    """Whose link this is. Raises NotFound wrong_personal_link, or ServiceError 410 personal_link_withdrawn."""
    found = _TOKEN.fullmatch(token)
    owner = lab.beside.token(hashed(lab.config.secret_key, "personal", token), "personal") if found else None
    if found is None or owner is None:
        raise NotFound("wrong_personal_link", "Deze link klopt niet, of is ingetrokken. Kopieer de hele link nog eens.")
    guest = meetings.state(lab, owner.meeting).guests.get(owner.participant)
    if guest is None or guest.removed or int(found[1]) != lab.beside.look_back(owner.meeting).links:
        raise ServiceError(
            "personal_link_withdrawn", "Deze link is ingetrokken. Vraag de spelleider om een nieuwe link.", 410
        )
    return owner


def withdraw_all(lab: Lab, meeting: str) -> None:
    """No personal link of this meeting opens anything any more; everybody gets another one."""
    now = lab.beside.look_back(meeting)
    lab.beside.keep_look_back(meeting, replace(now, links=now.links + 1))


def forget(lab: Lab, owner: Identity) -> None:
    """Delete what is kept of this person: name, what became of it, and every way in. The game keeps a number."""
    lab.beside.forget_became(owner.participant)
    lab.beside.forget_name(owner.participant)
    for purpose in ("session", "return", "personal"):
        lab.beside.withdraw_tokens(purpose, owner)
    lab.announcer.announce(owner.meeting, meetings.state(lab, owner.meeting).version)


# --- looking back later ----------------------------------------------------------------------------------------------


def set_day(lab: Lab, meeting: str, text: str) -> None:
    """From this day on (2027-01-15) people are asked what became of it; empty: never.

    Raises ServiceError wrong_day for something else, a day that is over, or more than two years away.
    """
    day = _day_in(text.strip(), today(lab)) if text.strip() else ""
    lab.beside.keep_look_back(meeting, replace(lab.beside.look_back(meeting), day=day))


def _day_in(text: str, now: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise _wrong_day() from wrong
    if not now < day <= now + FURTHEST:
        raise _wrong_day()
    return day.isoformat()


def _wrong_day() -> ServiceError:
    return ServiceError(
        "wrong_day", "Kies een dag na vandaag en binnen twee jaar, bijvoorbeeld over drie maanden.", 422
    )


def today(lab: Lab) -> date:
    """The day in the room of the server."""
    return datetime.fromtimestamp(lab.clock.now() / 1000).astimezone().date()


def asks(lab: Lab, look_back: LookBack) -> bool:
    """Whether people are asked now what became of it."""
    return bool(look_back.day) and today(lab) >= date.fromisoformat(look_back.day)


def say(lab: Lab, owner: Identity, became: str, text: str) -> None:
    """Keep what this person says became of it; a new answer replaces the former.

    Raises ServiceError not_asked_yet, or malformed for an answer that there is not.
    """
    if not asks(lab, lab.beside.look_back(owner.meeting)):
        raise ServiceError("not_asked_yet", "Deze vraag komt later. Op de pagina staat vanaf welke dag.", 409)
    if became not in BECAME:
        raise ServiceError("malformed", "Kies wat ervan is gekomen: gedaan, deels of niet.", 422)
    told = " ".join(text.split())[:LONGEST]
    lab.beside.keep_became(owner.participant, owner.meeting, Became(became, told, lab.clock.now()))  # type: ignore[arg-type]
