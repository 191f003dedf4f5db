"""Several tables of the same casus side by side: what they chose, what followed, and where they went apart.

Tables are compared, never ranked: everything is in the order in which the tables were given, and nothing is added up.
One table shows an experience, not the effect of a werkwijze.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ..vocabulary.errors import RuleError
from ..vocabulary.state import GameState
from ..vocabulary.views import ConsequenceCard, MeasureCard
from .partings import Course as Order
from .partings import partings
from .sides import MADE_UP, Side, side_of
from .structs import (
    BEGIN,
    LATER,
    Answer,
    Carried,
    Column,
    Comparison,
    Counted,
    Course,
    Eyes,
    Followed,
    Judged,
    Measured,
    Question,
    Table,
    Verdict,
    Way,
)

__all__ = ["FEWEST", "MESSAGES", "MOST", "Comparison", "Eyes", "Side", "compare", "side_by_side", "side_of"]

FEWEST, MOST = 2, 10
"""So many tables can be compared."""

MESSAGES = {
    "compare_too_few": "Vergelijken kan vanaf twee tafels. Kies er nog een bij.",
    "compare_too_many": "Je kunt tien tafels tegelijk vergelijken. Kies er minder.",
    "compare_twice": "Een tafel staat er twee keer tussen. Kies elke tafel één keer.",
    "compare_other_casus": "Deze tafels spelen niet dezelfde casus. Kies alleen tafels met dezelfde casus.",
}
"""What a person reads when tables cannot be compared: what is wrong and what to do."""


def compare(games: Sequence[tuple[str, GameState]], eyes: Eyes = "public") -> Comparison:
    """The comparison of these tables, each with what it is called, in this order.

    Raises RuleError with a code of MESSAGES.
    """
    check([(label, state.game, state.casus.id) for label, state in games])
    return side_by_side([(label, side_of(state, eyes)) for label, state in games], eyes)


def check(tables: Sequence[tuple[str, str, str]]) -> None:
    """Whether these tables (label, game, casus) can be compared. Raises RuleError with a code of MESSAGES."""
    if len({game for _, game, _ in tables}) < len(tables):
        raise _refusal("compare_twice")
    if len(tables) < FEWEST:
        raise _refusal("compare_too_few")
    if len(tables) > MOST:
        raise _refusal("compare_too_many")
    if len({casus for _, _, casus in tables}) > 1:
        raise _refusal("compare_other_casus")


def _refusal(code: str) -> RuleError:
    return RuleError(code, MESSAGES[code])


def side_by_side(given: Sequence[tuple[str, Side]], eyes: Eyes = "public") -> Comparison:
    """The same from sides that were made before, all with these eyes. Raises RuleError with a code of MESSAGES."""
    check([(label, side.table.game, side.casus) for label, side in given])
    sides = tuple(side for _, side in given)
    order = Order(_rounds(sides))
    columns = _columns(sides, order)
    followed = _followed(sides)
    return Comparison(
        casus=sides[0].casus,
        title=sides[0].title,
        gemeente=sides[0].gemeente,
        tables=tuple(_table(label, side, sides) for label, side in given),
        columns=columns,
        courses=_courses(sides, columns),
        questions=_questions(sides, order),
        partings=partings(sides, order),
        ways=_ways(sides),
        reach=tuple(side.far for side in sides),
        followed=tuple(one for one in followed if not all(one.columns)),
        shared=sum(1 for one in followed if all(one.columns)),
        judged=_judged(sides),
        promises=tuple(side.promises for side in sides),
        samenspel=_samenspel(sides),
        changed=len({side.content for side in sides}) > 1,
        eyes=eyes,
    )


def _table(label: str, side: Side, sides: Sequence[Side]) -> Table:
    games = [other.table.game for other in sides]
    return replace(side.table, label=label, parent=games.index(side.parent) if side.parent in games else -1)


# --- over the rounds -------------------------------------------------------------------------------------------------


def _rounds(sides: Sequence[Side]) -> tuple[str, ...]:
    """The rounds that are played at one of the tables, in the order of the casus."""
    known = dict.fromkeys(round_ for side in sides for round_ in side.all_rounds)
    return tuple(round_ for round_ in known if any(round_ in side.rounds for side in sides))


def _columns(sides: Sequence[Side], order: Order) -> tuple[Column, ...]:
    """As far as the table that came furthest."""
    last = max((order.place(side.rounds[side.reached - 1]) for side in sides if side.reached), default=-1)
    rounds = [Column(id=id_, label=f"Ronde {at}") for at, id_ in enumerate(order.order[: last + 1], 1)]
    later = [Column(id=LATER, label="Eén jaar later")] if any(side.over for side in sides) else []
    return (Column(id=BEGIN, label="Begin"), *rounds, *later)


def _courses(sides: Sequence[Side], columns: Sequence[Column]) -> tuple[Course, ...]:
    """The indicators of which at least one table shows its values."""
    words = {line.id: line for side in reversed(sides) for line in side.indicators}
    order = dict.fromkeys(line.id for side in sides for line in side.indicators)
    return tuple(
        Course(
            id=id_, label=words[id_].label, question=words[id_].question, low=words[id_].low, high=words[id_].high,
            values=tuple(_values(side, id_, columns) for side in sides),
        )
        for id_ in order
    )  # fmt: skip


def _values(side: Side, indicator: str, columns: Sequence[Column]) -> tuple[int | None, ...]:
    line = next((one for one in side.indicators if one.id == indicator), None)
    if line is None:
        return (None,) * len(columns)
    own = (BEGIN, *side.rounds[: side.reached], *((LATER,) if side.over else ()))
    found = dict(zip(own, line.values, strict=True))
    return tuple(found.get(column.id) for column in columns)


# --- what was decided ------------------------------------------------------------------------------------------------


def _questions(sides: Sequence[Side], order: Order) -> tuple[Question, ...]:
    """Every question that came up at one of the tables, in the order of the game."""
    ids = dict.fromkeys(id_ for side in sides for id_ in side.answers)
    found = [_question(id_, sides, order) for id_ in ids]
    rank = {id_: at for at, (_, id_) in enumerate(key for side in sides for key in side.possible)}
    return tuple(sorted(found, key=lambda one: (_first(one, order), rank.get(one.id, 0))))


def _first(question: Question, order: Order) -> int:
    return min((order.place(answer.round) for answer in question.answers if answer.round), default=-1)


def _question(id_: str, sides: Sequence[Side], order: Order) -> Question:
    place = min(order.place(side.answers[id_].round) for side in sides if id_ in side.answers)
    answers = tuple(_answer(id_, side, place, order) for side in sides)
    settled = {answer.text for answer in answers if answer.settled}
    asked = next(side for side in sides if id_ in side.answers)
    title = asked.possible["decision", id_].title
    return Question(id=id_, question=title, by=asked.deciders[id_], answers=answers, same=len(settled) <= 1)


def _answer(id_: str, side: Side, place: int, order: Order) -> Answer:
    if id_ in side.answers:
        given = side.answers[id_]
        return replace(given, text="Niet besloten") if given.kind == "open" and side.over else given
    if ("decision", id_) not in side.possible:
        return Answer(kind="elsewhere", text="Geen vraag aan deze tafel")
    if order.past(side, place):
        return Answer(kind="unasked", text="Niet gevraagd")
    return Answer(kind="later", text="Nog niet aan de orde")


def _ways(sides: Sequence[Side]) -> tuple[Way, ...]:
    labels = {id_: label for side in sides for id_, label in side.way_labels.items()}
    return tuple(
        Way(id=id_, label=label, tables=tuple(side.ways.get(id_, Carried()) for side in sides))
        for id_, label in labels.items()
    )  # fmt: skip


# --- what followed, and what people think of it ----------------------------------------------------------------------


def _followed(sides: Sequence[Side]) -> tuple[Followed, ...]:
    """Every consequence of the casus that fell somewhere, what reached furthest first. What was made up is of one table."""
    found = {id_: card for id_, card in _cards(sides).items() if MADE_UP not in id_}
    rows = [
        Followed(id=id_, title=card.title, ring=card.ring, columns=tuple(_fell(side, id_) for side in sides))
        for id_, card in found.items()
    ]
    return tuple(sorted(rows, key=lambda one: -one.ring))


def _cards(sides: Sequence[Side]) -> dict[str, ConsequenceCard]:
    found: dict[str, ConsequenceCard] = {}
    for side in sides:
        for id_, card in side.consequences.items():
            found.setdefault(id_, card)
    return found


def _fell(side: Side, id_: str) -> str:
    card = side.consequences.get(id_)
    if card is None:
        return ""
    return LATER if card.epilogue else side.rounds[max(card.number, 1) - 1]


def _judged(sides: Sequence[Side]) -> tuple[Judged, ...]:
    """Every consequence on which somebody gave an answer."""
    known = _cards(sides)
    ids: Iterable[str] = dict.fromkeys(id_ for side in sides for id_ in side.judged if id_ in known)
    rows = [
        Judged(id=id_, title=known[id_].title, ring=known[id_].ring, verdicts=tuple(_verdict(s, id_) for s in sides))
        for id_ in ids
    ]
    return tuple(row for row in rows if any(verdict.count for verdict in row.verdicts))


def _verdict(side: Side, id_: str) -> Verdict:
    card = side.judged.get(id_)
    if card is None:
        return Verdict(fell=id_ in side.consequences)
    return Verdict(fell=True, count=card.count, as_role=card.as_role, as_person=card.as_person)


# --- how people worked together --------------------------------------------------------------------------------------


def _samenspel(sides: Sequence[Side]) -> tuple[Measured, ...]:
    """Every measure of which something was recorded at one of the tables."""
    cards = {id_: card for side in reversed(sides) for id_, card in side.samenspel.items()}
    order = sorted(cards, key=lambda id_: cards[id_].order)
    return tuple(found for id_ in order if (found := _measured(id_, cards[id_], sides)).counts)


def _measured(id_: str, words: MeasureCard, sides: Sequence[Side]) -> Measured:
    of = [{one.key: one for one in side.samenspel[id_].figures} if id_ in side.samenspel else {} for side in sides]
    labels = {one.key: one.label for figures in reversed(of) for one in figures.values()}
    keys = dict.fromkeys(key for figures in of for key in figures)
    counts = tuple(
        Counted(key=key, label=labels[key], figures=tuple(figures.get(key) for figures in of)) for key in keys
    )
    return Measured(
        id=id_, label=words.label, about=words.about, covers=words.covers, beyond=words.beyond, counts=counts
    )
