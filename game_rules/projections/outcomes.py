"""What followed: consequences with the causes that may be seen, and indicators while figures are open."""

from __future__ import annotations

from ..rules import ballots, chains
from ..turn import played_rounds
from ..vocabulary.state import Change, GameState
from ..vocabulary.state_parts import Cause, Happened
from ..vocabulary.views import CauseLine, ConsequenceCard, IndicatorCard, WhyLine
from .cause_titles import title_of

UNKNOWN = CauseLine(kind="unknown", text="Oorzaak nog niet bekend")


def figures_open(state: GameState) -> bool:
    """Whether indicators show on screens: in the minutes of consequences, and in the debrief once the chain was guessed."""
    clock = state.clock
    guessed = clock.step == "guess" and state.revealed
    return guessed or clock.step in ("consequences", "judge", "again", "handvat") or clock.stage == "closed"


def consequences(state: GameState, seat: str, all_: bool) -> dict[str, ConsequenceCard]:
    """Everything that happened and is public or addressed to this seat."""
    return {
        id_: _consequence(state, h, seat, all_)
        for id_, h in state.happened.items()
        if not h.to or all_ or seat in h.to or state.revealed
    }


def _consequence(state: GameState, h: Happened, seat: str, all_: bool) -> ConsequenceCard:
    return ConsequenceCard(
        order=h.version,
        at=h.at,
        title=h.title,
        text=h.text,
        ring=h.ring,
        round=h.round,
        number=h.number + 1,
        headline=h.headline,
        causes=_causes(state, h, seat, all_),
        shifts=h.shifts if all_ or figures_open(state) else {},
        retracted=h.retracted,
        epilogue=h.epilogue,
    )


def _causes(state: GameState, h: Happened, seat: str, all_: bool) -> tuple[CauseLine, ...]:
    lines = [cause_line(state, cause, seat, all_ or state.revealed) for cause in h.causes]
    return tuple(dict.fromkeys(lines))


def cause_line(state: GameState, cause: Cause, seat: str, all_: bool) -> CauseLine:
    """The cause in words for who may see it; for others only that it is not known yet, without an id."""
    text = _words(state, cause) if all_ or visible(state, cause, seat) else ""
    return CauseLine(kind=cause.kind, id=cause.id, text=text) if text else UNKNOWN


def visible(state: GameState, cause: Cause, seat: str) -> bool:
    """Whether this seat (empty: everybody) may know of this cause before the reveal."""
    return chains.public(state, cause) or (bool(seat) and _seen_by(state, cause, seat))


def _seen_by(state: GameState, cause: Cause, seat: str) -> bool:
    """Whether this seat knows of a cause that not everybody knows."""
    match cause.kind:
        case "act":
            done = state.acts.get(cause.id)
            return done is not None and seat in (done.by, done.target)
        case "card" | "silence":
            card = state.cards.get(cause.id if cause.kind == "card" else cause.id.rsplit(".", 1)[0])
            return card is not None and seat in card.known
        case "inject":
            return cause.id in state.injects and seat in (state.injects[cause.id].to or ())
        case "question":
            return cause.id in state.questions and state.questions[cause.id].to == seat
        case "consequence":
            return cause.id in state.happened and seat in state.happened[cause.id].to
        case _:
            return False


def _words(state: GameState, cause: Cause) -> str:
    casus = state.casus
    match cause.kind:
        case "decision":
            return ballots.definition(state, cause.id).question if cause.id in state.decisions else ""
        case "act":
            return casus.acts[state.acts[cause.id].act].title if cause.id in state.acts else ""
        case "came_out":
            return (
                casus.acts[state.acts[cause.id].act].title if cause.id in state.acts else state.questions[cause.id].text
            )
        case "inject":
            return state.injects[cause.id].title if cause.id in state.injects else ""
        case "card":
            return f"De kaart “{casus.cards[cause.id].title}” is gedeeld"
        case "silence":
            card, index = cause.id.rsplit(".", 1)
            return casus.cards[card].silent[int(index)].title
        case "question":
            return state.questions[cause.id].text
        case "speech":
            hearing = casus.hearings.get(cause.id)
            return hearing.title if hearing else ""
        case "resigned":
            return f"{casus.seats[cause.id].label} trad af"
        case "promise":
            return state.promises[cause.id].text
        case "move":
            return _move(state, cause.id)
        case "consequence":
            return _consequence_title(state, cause.id)
        case "round":
            return next((r.title for r in casus.rounds if r.id == cause.id), "")
        case "werkwijze" | "milestone" | "recommendation":
            return title_of(state, cause)
        case _:
            return "Iets onverwachts aan tafel"


def _move(state: GameState, id_: str) -> str:
    move = state.moves.get(id_)
    if move is None:
        return ""
    proposal = state.proposals.get(move.proposal)
    return f"{proposal.kind.capitalize() if proposal else 'Vrije zet'}: {move.text}"


def _consequence_title(state: GameState, id_: str) -> str:
    found = state.happened.get(id_)
    return found.title if found else state.casus.consequences[id_].title if id_ in state.casus.consequences else ""


def indicators(state: GameState, seat: str, all_: bool) -> dict[str, IndicatorCard]:
    """The board: value, change in this round, the value at the end of each round so far, and why it moved."""
    cards = {}
    for order, (id_, value) in enumerate(state.indicators.items()):
        words = state.content.indicators[id_]
        cards[id_] = IndicatorCard(
            order=order,
            label=words.label,
            question=words.question,
            icon=words.icon,
            value=value,
            change=sum(c.shift for c in state.changes if c.indicator == id_ and c.number == state.clock.number),
            trend=_trend(state, id_),
            low=words.low,
            high=words.high,
            why=_why(state, id_, seat, all_),
        )
    return cards


def _why(state: GameState, indicator: str, seat: str, all_: bool) -> tuple[WhyLine, ...]:
    """Every movement with what did it, the newest first; what was addressed to others is not named."""
    lines = []
    for change in reversed(state.changes):
        if change.indicator == indicator:
            text, consequence = _mover(state, change, seat, all_)
            number = min(change.number + 1, len(played_rounds(state)))
            lines.append(WhyLine(shift=change.shift, number=number, text=text, consequence=consequence))
    return tuple(lines)


def _mover(state: GameState, change: Change, seat: str, all_: bool) -> tuple[str, str]:
    item = state.feed.get(f"e{change.version}")
    happened = state.happened.get(change.source) or state.happened.get(f"{change.source}~{change.version}")
    hidden = happened is not None and bool(happened.to) and not (all_ or state.revealed or seat in happened.to)
    if item is None or hidden:
        return UNKNOWN.text, ""
    return item.title, happened.id if happened else ""


def _trend(state: GameState, indicator: str) -> tuple[int, ...]:
    start = state.casus.indicators[indicator]
    values = [start]
    for number in range(state.clock.number + 1):
        moved = [c.value for c in state.changes if c.indicator == indicator and c.number <= number]
        values.append(moved[-1] if moved else start)
    return tuple(values)
