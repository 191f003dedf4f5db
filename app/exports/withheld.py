"""What is taken out of a log before somebody else than its participants reads it: the column of the facilitator.

Private texts become empty. Answers that show as a spread only stay in the log, but not with who gave them: per question
they are sorted, and handed out again in the order in which people answered first. So every final spread stays the same,
and nobody can tell who answered what. The result is a log of its own that replays like the one it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from game_rules.projections.reflection import ENOUGH
from game_rules.vocabulary import events as e
from game_rules.vocabulary.commands import Votes

OPEN_CHANNEL = "tafel"

OWN_TEXTS: dict[type, dict[str, Any]] = {
    e.GameCreated: {"seed": ""},
    e.SilentNoteWritten: {"text": ""},
    e.HandvatWritten: {"whom": "", "what": "", "before": ""},
    e.ConsequenceJudged: {"reason": ""},
    e.BallotCast: {"option": ""},
}
"""Fields that only their writer may read, and what comes in their place. With the seed one could know what chance will do."""

PRIVATE_TALK: dict[type, dict[str, Any]] = {e.NoteSent: {"text": ""}, e.Said: {"text": ""}}
"""Talk that the facilitator reads only when that was agreed before the start."""

Question = tuple[Any, ...]


def withhold(records: Sequence[e.Record]) -> tuple[e.Record, ...]:
    """These records without what their facilitator may not read."""
    read_private = any(isinstance(r.event, e.Settled) and r.event.read_private for r in records)
    shown = _votes_that_were_shown(records)
    taken_out = (_without(record, read_private, record.version in shown) for record in records)
    return _unlinked(tuple(taken_out))


def _without(record: e.Record, read_private: bool, vote_shown: bool) -> e.Record:
    event = record.event
    fields = dict(OWN_TEXTS.get(type(event), {}))
    if not read_private and not (isinstance(event, e.Said) and event.channel == OPEN_CHANNEL):
        fields |= PRIVATE_TALK.get(type(event), {})
    if isinstance(event, e.VoteCast) and not vote_shown:
        fields["votes"] = Votes()
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

ANSWERS: tuple[tuple[type[Any], Callable[[Any], Question], tuple[str, ...], Any], ...] = (
    (e.PulseGiven, lambda event: (event.round,), ("role",), 0),
    (e.PulseGiven, lambda event: (event.round,), ("knew",), 0),
    (e.PulseGiven, lambda event: (event.round,), ("mattered",), 0),
    (e.ConsequenceJudged, lambda event: (event.consequence,), ("as_person",), 0),
    (e.ConsequenceJudged, lambda event: (event.consequence,), ("practice",), None),
    (e.CauseGuessed, lambda event: (), ("answer",), None),
    (e.ChosenAgain, lambda event: (), ("decision", "option", "why"), None),
)
"""Kind of event, what question it answers, the fields of the answer (kept together), and what an answer becomes when
there are too few to stay anonymous (None: how many gave it is public anyhow)."""


def _unlinked(records: tuple[e.Record, ...]) -> tuple[e.Record, ...]:
    for kind, question, fields, few in ANSWERS:
        answers = _last_answers(records, kind, question, fields)
        mixed = {key: _mixed(given, few) for key, given in answers.items()}
        records = tuple(
            _answering(record, fields, mixed[question(record.event)]) if isinstance(record.event, kind) else record
            for record in records
        )
    return records


def _last_answers(
    records: Iterable[e.Record], kind: type[Any], question: Callable[[Any], Question], fields: tuple[str, ...]
) -> dict[Question, dict[str, tuple[Any, ...]]]:
    """Per question who answered what in the end, in the order in which they answered first."""
    found: dict[Question, dict[str, tuple[Any, ...]]] = {}
    for record in records:
        event: Any = record.event
        if isinstance(event, kind):
            found.setdefault(question(event), {})[event.participant] = tuple(getattr(event, field) for field in fields)
    return found


def _mixed(given: dict[str, tuple[Any, ...]], few: Any) -> dict[str, tuple[Any, ...]]:
    if few is not None and len(given) < ENOUGH:
        return dict.fromkeys(given, (few,))
    return dict(zip(given, sorted(given.values()), strict=True))


def _answering(record: e.Record, fields: tuple[str, ...], given: dict[str, tuple[Any, ...]]) -> e.Record:
    event: Any = record.event
    return replace(record, event=replace(event, **dict(zip(fields, given[event.participant], strict=True))))
