"""After the meeting, for who leads: the reports, a day to look back, and the personal links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from game_rules.projections.report import may_read
from game_rules.vocabulary.meeting import MeetingState, Room

from ..newspaper import day_in_words
from ..ports import Became
from ..service import games, meetings, personal
from ..service.errors import ServiceError
from .here import identity, lab

blueprint = Blueprint("afterwards", __name__, url_prefix="/bijeenkomst/<meeting>/na-afloop")


@dataclass(frozen=True, slots=True)
class ReportedBack:
    """What became of it, all together: how many said what, and the sentences in the order of the alphabet."""

    count: int
    counts: tuple[tuple[str, int], ...]
    texts: tuple[str, ...]


@blueprint.get("")
def show(meeting: str) -> str:
    """The page."""
    identity(meeting, "facilitator")
    return _page(meeting)


def _page(meeting: str, problem: str = "") -> str:
    state, look_back, now = meetings.state(lab(), meeting), lab().beside.look_back(meeting), personal.today(lab())
    return render_template(
        "pages/afterwards.html",
        state=state,
        readable=readable(state),
        look_back=look_back,
        day=day_in_words(date.fromisoformat(look_back.day)) if look_back.day else "",
        asks=personal.asks(lab(), look_back),
        least=(now + timedelta(days=1)).isoformat(),
        most=(now + personal.FURTHEST).isoformat(),
        answers=reported_back(lab().beside.became(meeting)),
        problem=problem,
    )


@blueprint.post("/dag")
def day(meeting: str) -> Response | tuple[str, int]:
    """Choose the day, or none."""
    identity(meeting, "facilitator")
    try:
        personal.set_day(lab(), meeting, request.form.get("day", ""))
    except ServiceError as problem:
        return _page(meeting, problem.message), problem.status
    return redirect(url_for("afterwards.show", meeting=meeting, _anchor="dag"), 303)


@blueprint.post("/links")
def renew(meeting: str) -> Response:
    """No personal link from before opens anything any more."""
    identity(meeting, "facilitator")
    personal.withdraw_all(lab(), meeting)
    return redirect(url_for("afterwards.show", meeting=meeting, _anchor="eigen-links"), 303)


def readable(state: MeetingState) -> tuple[Room, ...]:
    """The rooms of which who leads may read the report."""
    return tuple(room for room in state.rooms.values() if may_read(games.state(lab(), room.game), "facilitator"))


def reported_back(became: Mapping[str, Became]) -> ReportedBack:
    """The answers of a meeting without who gave them."""
    said = list(became.values())
    return ReportedBack(
        count=len(said),
        counts=tuple(
            (words, found)
            for key, words in personal.BECAME.items()
            if (found := sum(1 for one in said if one.became == key))
        ),
        texts=tuple(sorted({one.text for one in said if one.text}, key=str.casefold)),
    )
