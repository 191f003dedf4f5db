"""What is taken out of a log before somebody else than its participants reads it: the column of the facilitator.

Private texts become empty. Answers that show as a spread only stay in the log, but not with who gave them: per question
they are sorted, and handed out again in the order in which people answered first. So every final spread stays the same,
and nobody can tell who answered what. The result is a log of its own that replays like the one it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from game_rules.projections.spreads import ENOUGH, OTHER, by_profession
from game_rules.vocabulary import events as e
from game_rules.vocabulary.commands import Votes

Fields = dict[type, dict[str, Any]]
Answer = tuple[Any, ...]
Question = tuple[Any, ...]

OPEN_CHANNEL = "tafel"

OWN: Fields = {
    e.GameCreated: {"seed": ""},
    e.Forked: {"seed": ""},
    e.SilentNoteWritten: {"text": ""},
    e.HandvatWritten: {"whom": "", "what": "", "before": ""},
    e.ConsequenceJudged: {"reason": ""},
    e.CauseConfirmed: {"note": ""},
    e.BallotCast: {"option": ""},
}
"""Fields that only their writer may read, and what comes in their place. With the seed one could know what chance will do."""

PRIVATE_TALK: Fields = {e.NoteSent: {"text": ""}, e.Said: {"text": ""}}
"""Talk that the facilitator reads only when that was agreed before the start."""

UNTIL_REVEAL: Fields = {e.CauseGuessed: {"answer": ""}}
UNTIL_THE_END: Fields = {e.Weighed: {"weights": {}}}
"""Answers of which the spread shows later only."""

END = ("debrief.handvat", "closed")


def withhold(records: Sequence[e.Record]) -> tuple[e.Record, ...]:
    """These records without what their facilitator may not read."""
    hidden = _hidden(records)
    shown = _votes_that_were_shown(records)
    taken_out = (_without(record, hidden, record.version in shown) for record in records)
    return _unlinked(tuple(taken_out))


def _hidden(records: Sequence[e.Record]) -> Fields:
    """What may not be read in this game, as it stands now."""
    events = [record.event for record in records]
    hidden = dict(OWN)
    if not any(isinstance(event, e.Settled) and event.read_private for event in events):
        hidden |= PRIVATE_TALK
    if not any(isinstance(event, e.Revealed) for event in events):
        hidden |= UNTIL_REVEAL
    if not any(isinstance(event, e.StepStarted) and event.clock.key in END for event in events):
        hidden |= UNTIL_THE_END
    return hidden


def _without(record: e.Record, hidden: Fields, vote_shown: bool) -> e.Record:
    event = record.event
    fields = dict(hidden.get(type(event), {}))
    if isinstance(event, e.Said) and event.channel == OPEN_CHANNEL:
        fields = {}
    if isinstance(event, e.VoteCast) and not vote_shown:
        fields = {"votes": Votes()}
    return replace(record, event=replace(event, **fields)) if fields else record


def _votes_that_were_shown(records: Sequence[e.Record]) -> set[int]:
    """The versions of the votes on screen that led to a decision: those became public when the vote closed."""
    waiting: dict[str, list[int]] = {}
    shown: set[int] = set()
    for record in records:
        event = record.event
        if isinstance(event, e.VoteCast):
            waiting.setdefault(event.decision, []).append(record.version)
        elif isinstance(event, e.DecisionTaken):
            shown.update(waiting.pop(event.decision, ()))
        elif isinstance(event, e.VoteClosed | e.OptionPut | e.DecisionHeldOver):
            waiting.pop(event.decision, None)
    return shown


# --- answers without who gave them -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of answer.

    event     holds it
    question  what one event answers: answers to the same question are mixed
    fields    of the answer, kept together
    few       what an answer becomes when there are too few to stay anonymous (None: how many gave it is public anyhow)
    mixed     whether who gave it stays unknown; else it may be known, once there are enough
    grouped   whether the spread also shows per profession, so that answers stay within those groups
    """

    event: type[Any]
    question: Callable[[Any], Question]
    fields: tuple[str, ...]
    few: Any = None
    mixed: bool = True
    grouped: bool = False


ANSWERS = (
    Asked(e.PulseGiven, lambda event: (event.round,), ("role",), 0),
    Asked(e.PulseGiven, lambda event: (event.round,), ("knew",), 0),
    Asked(e.PulseGiven, lambda event: (event.round,), ("mattered",), 0),
    Asked(e.ConsequenceJudged, lambda event: (event.consequence,), ("as_role",), 0, mixed=False),
    Asked(e.ConsequenceJudged, lambda event: (event.consequence,), ("as_person",), 0, grouped=True),
    Asked(e.ConsequenceJudged, lambda event: (event.consequence,), ("practice",), ""),
    Asked(e.CauseConfirmed, lambda event: (event.consequence,), ("answer",), ""),
    Asked(e.Weighed, lambda event: (event.moment,), ("weights",), {}, mixed=False),
    Asked(e.CauseGuessed, lambda event: (), ("answer",)),
    Asked(e.ChosenAgain, lambda event: (), ("decision", "option", "why")),
)


def _unlinked(records: tuple[e.Record, ...]) -> tuple[e.Record, ...]:
    professions = _professions(records)
    for asked in ANSWERS:
        found = _last_answers(records, asked)
        told = {question: _told(given, asked, professions) for question, given in found.items()}
        records = tuple(
            _answering(record, asked, told) if isinstance(record.event, asked.event) else record for record in records
        )
    return records


def _professions(records: Iterable[e.Record]) -> dict[str, str]:
    arrived = (record.event for record in records if isinstance(record.event, e.ParticipantArrived))
    return {event.participant: event.profession for event in arrived}


def _last_answers(records: Iterable[e.Record], asked: Asked) -> dict[Question, dict[str, Answer]]:
    """Per question who answered what in the end, in the order in which they answered first."""
    found: dict[Question, dict[str, Answer]] = {}
    for record in records:
        event: Any = record.event
        if isinstance(event, asked.event):
            answer = tuple(getattr(event, field) for field in asked.fields)
            found.setdefault(asked.question(event), {})[event.participant] = answer
    return found


def _told(given: dict[str, Answer], asked: Asked, professions: Mapping[str, str]) -> dict[str, Answer] | None:
    """What each is said to have answered; None: what they did answer."""
    if asked.few is not None and sum(any(answer) for answer in given.values()) < ENOUGH:
        return dict.fromkeys(given, (asked.few,))
    if not asked.mixed:
        return None
    groups = by_profession({person: professions.get(person) or OTHER for person in given if asked.grouped})
    told: dict[str, Answer] = {}
    for people in groups.values() if asked.grouped else (given,):
        told |= dict(zip(people, sorted(given[person] for person in people), strict=True))
    return told


def _answering(record: e.Record, asked: Asked, told: Mapping[Question, dict[str, Answer] | None]) -> e.Record:
    event: Any = record.event
    answers = told[asked.question(event)]
    if answers is None:
        return record
    return replace(record, event=replace(event, **dict(zip(asked.fields, answers[event.participant], strict=True))))
