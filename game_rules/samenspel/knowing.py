"""Op tijd weten: who needed to know a card before when, and did. The casus says so of some cards, not of all."""

from __future__ import annotations

from collections.abc import Iterator

from ..turn import played_rounds
from ..vocabulary.base import Word
from ..vocabulary.conditions import Condition
from ..vocabulary.state import CardState, GameState
from ..vocabulary.views_samenspel import Figure, SamenLine
from .counting import Counted, Measure, Part, Words, number, office, over

PARTS = (
    Part(key="on_time", label="op tijd gehoord", whole="needed"),
    Part(key="later", label="te laat gehoord", whole="needed"),
    Part(key="never", label="niet gehoord", whole="needed"),
    Part(key="open", label="kan nog op tijd"),
    Part(key="shared", label="kaarten gedeeld", whole="cards"),
    Part(key="kept", label="kaarten niet gedeeld", whole="cards"),
)
WORDS = Words(
    label="Op tijd weten",
    icon="cards",
    about="Hoorde iedereen die een kaart van een ander nodig had het op tijd, dus toen de kaart nog iets waard was?",
    covers="Dit telt wat met de app is getoond, verteld, overgedragen of aangevinkt. Alleen kaarten waarvan de casus zegt"
    " wie ze vóór welke ronde nodig heeft, tellen mee bij ‘op tijd’. Een vinkje zegt wat de houder van de kaart zelf zegt.",
    beyond="Wat iemand aan tafel zei en niemand aantikte, staat er niet in.",
    empty="Er is niets vastgelegd over kaarten: niemand kreeg er nog een.",
)


class Need(Word):
    """A card that a seat needed before the end of a round. No seat: somebody, no matter who. status: a key of PARTS.

    silence: as which silence it is noted when nobody hears it (`<card>.<index>`); empty: the casus notes none.
    """

    card: str
    seat: str
    round: str
    silence: str = ""
    status: str = ""


def needs(state: GameState) -> tuple[Need, ...]:
    """What the casus says that somebody needed, of the cards that were dealt; per card and seat the earliest moment.

    Only seats that somebody plays, and rounds that are played. A silence counts when it was noted or was avoided: whether
    its condition would have held otherwise, nobody knows.
    """
    found: dict[tuple[str, str], Need] = {}
    for id_, card in state.cards.items():
        mine = sorted(_of_card(state, id_, card), key=lambda need: number(state, need.round))
        for need in mine:
            found.setdefault((need.card, need.seat), need)
    return tuple(found.values())


def _of_card(state: GameState, id_: str, card: CardState) -> Iterator[Need]:
    words = state.casus.cards[id_]
    for index, silence in enumerate(words.silent):
        if number(state, silence.round):
            yield from _judged(
                state, card, _wanted(state, card, id_, silence.to or ("",), silence.round, f"{id_}.{index}")
            )
    for telling in words.told:
        round_ = _before(state, telling.when)
        if round_ and telling.to:
            yield from _judged(state, card, _wanted(state, card, id_, telling.to, round_, ""))


def _wanted(
    state: GameState, card: CardState, id_: str, to: tuple[str, ...], round_: str, silence: str
) -> tuple[Need, ...]:  # fmt: skip
    hearers = (seat for seat in to if seat != card.first and (not seat or state.seats[seat].played))
    return tuple(Need(card=id_, seat=seat, round=round_, silence=silence) for seat in hearers)


def _judged(state: GameState, card: CardState, wanted: tuple[Need, ...]) -> Iterator[Need]:
    """The needs with what became of them; none when it was over without a silence and without anybody who heard."""
    judged = [_status(state, card, need) for need in wanted]
    told = any(need.status == "on_time" for need in judged)
    noted = any(need.silence in state.silences for need in wanted if need.silence)
    could = state.seats[card.holder].played and not any(need.silence for need in wanted)
    for need in judged:
        if told or noted or could or need.status == "open":
            yield need


def _status(state: GameState, card: CardState, need: Need) -> Need:
    heard = [how for seat, how in card.known.items() if seat != card.first and need.seat in ("", seat)]
    noted = state.silences.get(need.silence)
    in_time = [
        how
        for how in heard
        if number(state, how.round) <= number(state, need.round) and (noted is None or how.version < noted)
    ]
    if in_time:
        return _with(need, "on_time")
    if heard:
        return _with(need, "later")
    return _with(need, "never" if _passed(state, need) else "open")


def _passed(state: GameState, need: Need) -> bool:
    """Whether it is too late: a silence is noted when its round closes, a telling counts until the next round begins."""
    begun = state.clock.number + 1 > number(state, need.round) or state.clock.stage in ("epilogue", "debrief", "closed")
    return over(state, need.round) if need.silence else begun


def _with(need: Need, status: str) -> Need:
    return Need(card=need.card, seat=need.seat, round=need.round, silence=need.silence, status=status)


def _before(state: GameState, when: Condition | None) -> str:
    """The last played round in which a telling still counts, when its condition is that some round has not begun."""
    if when is None:
        return ""
    limits = [part.not_.round for part in (when, *when.all) if part.not_ is not None and part.not_.round]
    order = [round_.id for round_ in state.casus.rounds]
    left = [id_ for id_ in played_rounds(state) if limits and order.index(id_) < min(map(order.index, limits))]
    return left[-1] if left else ""


def count(state: GameState, everything: bool) -> Counted:
    """Cards shared or kept per first holder, and what was heard in time per office that needed it."""
    found = needs(state)
    shares = [(card.first, "shared" if len(card.known) > 1 else "kept") for card in state.cards.values()]
    heard = [(need.seat, need.status) for need in found]
    return Counted(entries=(*shares, *heard), extra=_delay(state, found), lines=tuple(_lines(state, found)))


def _delay(state: GameState, found: tuple[Need, ...]) -> tuple[Figure, ...]:
    """How many rounds there were between getting a card and telling it: the middle one, of an even number the lower."""
    waits = sorted(
        number(state, state.cards[need.card].known[need.seat].round) - _dealt(state, need.card)
        for need in found
        if need.seat in state.cards[need.card].known
    )
    if not waits:
        return ()
    middle = waits[(len(waits) - 1) // 2]
    label = f"{'ronde' if middle == 1 else 'rondes'} tussen krijgen en vertellen (de middelste van alle keren)"
    return (Figure(key="delay", label=label, count=middle),)


def _dealt(state: GameState, card: str) -> int:
    """In which round it came: with the brief is as good as in the first."""
    held = state.cards[card]
    return max(1, number(state, held.known[held.first].round))


ENDINGS = {"on_time": "Op tijd", "later": "Te laat", "never": "Niet", "open": "Kan nog"}


def _lines(state: GameState, found: tuple[Need, ...]) -> Iterator[SamenLine]:
    """Per card with a moment: who heard it in time, and who did not."""
    for id_ in dict.fromkeys(need.card for need in found):
        mine = [need for need in found if need.card == id_]
        text = "; ".join(
            f"{word}: {', '.join(names)}"
            for status, word in ENDINGS.items()
            if (names := [_name(state, need.seat) for need in mine if need.status == status])
        )
        yield SamenLine(
            id=id_, title=state.casus.cards[id_].title, who=office(state, state.cards[id_].first),
            round=max(number(state, need.round) for need in mine), text=f"{text}.",
        )  # fmt: skip


def _name(state: GameState, seat: str) -> str:
    return state.casus.seats[seat].label if seat else "iemand anders"


MEASURE = Measure(id="weten", words=WORDS, parts=PARTS, count=count, reads=("cards", "silences"), secret=True)
