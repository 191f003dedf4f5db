"""What one table did that another table of the same casus could have done otherwise, as far as who compares may know.

What people made up themselves (vrije zetten, own promises and proposals) is different at every table, so it is not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..projections.table import NOBODY_DECIDED
from ..rules.votes import HOW
from ..vocabulary.base import Fact
from ..vocabulary.state import CardState, GameState
from ..vocabulary.views import DecisionCard, View

Key = tuple[str, str]

NOBODY = "Niemand besloot"
"""What a table did with a question that everybody let pass."""

KINDS = (
    "werkwijze", "inject", "card", "question", "speech", "promise", "act", "milestone", "recommendation", "decision",
)  # fmt: skip
"""Everything in which tables can differ, in the order in which it comes within a round."""


class Deed(Fact):
    """Something that was done. round: its id, empty for before the first. value: equal when the same was done. text: in words, the
    same for the same value. detail: with whom, by whom. public: everybody may know.
    full, told: value and text with what is not public in them (empty: nothing is).
    """

    round: str
    value: str
    text: str
    detail: str = ""
    public: bool = True
    full: str = ""
    told: str = ""


class Possible(Fact):
    """Something that a table can do. round: the one that it belongs to, empty when that is not fixed."""

    title: str
    round: str = ""


def possible(state: GameState) -> dict[Key, Possible]:
    """Everything that this table could do, by kind and id: what its casus and its werkwijzen hold."""
    casus = state.casus
    found = {
        ("werkwijze", ""): Possible(title="De werkwijze"),
        **{("inject", id_): Possible(title=one.title) for id_, one in casus.injects.items()},
        **{("card", id_): Possible(title=one.title) for id_, one in casus.cards.items()},
        **{("question", id_): Possible(title=one.text) for id_, one in casus.questions.items()},
        **{("speech", id_): Possible(title=one.title) for id_, one in casus.hearings.items()},
        **{("promise", id_): Possible(title=one.text) for id_, one in casus.promises.items()},
        **{("act", id_): Possible(title=one.title) for id_, one in casus.acts.items()},
        **{("decision", id_): Possible(title=one.question, round=one.round) for id_, one in casus.decisions.items()},
    }
    for way in state.werkwijzen:
        for id_, milestone in state.content.werkwijzen[way].milestones.items():
            found["milestone", f"{way}.{id_}"] = Possible(title=milestone.title, round=milestone.round)
            for name, one in milestone.recommendations.items():
                found["recommendation", f"{way}.{name}"] = Possible(title=one.text, round=milestone.round)
    return found


def deeds(state: GameState, view: View, everything: bool) -> dict[Key, Deed]:
    """What was done. view: what may be seen. everything: also what is not public, as who leads or after the reveal."""
    return {
        (kind, id_): deed
        for kind, find in _FIND.items()
        for id_, deed in find(state, view, everything)
    }  # fmt: skip


Found = Iterator[tuple[str, Deed]]


def _label(state: GameState, seat: str) -> str:
    return state.casus.seats[seat].label if seat in state.casus.seats else seat


def _werkwijzen(state: GameState, view: View, everything: bool) -> Found:
    """What was chosen for this table. What the table chose itself is a decision like any other."""
    if state.clock.stage == "lobby":
        return
    chosen = [one for one in state.werkwijzen.values() if one.how != "decision"]
    names = [state.content.werkwijzen[one.id].label for one in chosen]
    ids = "|".join(sorted(one.id for one in chosen))
    yield "", Deed(round=chosen[-1].round if chosen else "", value=ids, text=", ".join(names) or "Zoals altijd")


def _injects(state: GameState, view: View, everything: bool) -> Found:
    for id_, one in state.injects.items():
        if one.status == "fired" and id_ in state.casus.injects and (everything or not one.to):
            item = state.feed.get(f"e{one.version}")
            yield id_, Deed(round=item.round if item else "", value="fired", text="Gebeurde", public=not one.to)


def _cards(state: GameState, view: View, everything: bool) -> Found:
    if everything:
        yield from ((id_, deed) for id_, card in state.cards.items() if (deed := _shared(state, card)))


def _shared(state: GameState, card: CardState) -> Deed | None:
    """Whether anybody came to know it besides who had it first."""
    others = {seat: how for seat, how in card.known.items() if seat != card.first}
    if not others:
        return None
    first = min(others.values(), key=lambda how: how.version)
    names = ", ".join(_label(state, seat) for seat in others)
    return Deed(round=first.round, value="shared", text="Gedeeld", detail=f"met {names}", public=False)


def _questions(state: GameState, view: View, everything: bool) -> Found:
    answers = {"all": "alles gezegd", "part": "een deel gezegd", "refused": "niet gezegd: openbaar belang"}
    for id_, card in view.questions.items():
        offer = state.questions[id_].offer
        if offer:
            said = answers.get(card.answer, "")
            by, told = f"door {_label(state, card.by)}", f"Gesteld: {said}" if said else ""
            full = f"asked {card.answer}"
            yield offer, Deed(round=card.round, value="asked", text="Gesteld", detail=by, full=full, told=told)


def _speeches(state: GameState, view: View, everything: bool) -> Found:
    for card in view.speeches.values():
        by = f"door {_label(state, card.by)}"
        yield card.hearing, Deed(round=card.round, value="spoke", text="Ingesproken", detail=by)


def _promises(state: GameState, view: View, everything: bool) -> Found:
    became = {"kept": ", en nagekomen", "broken": ", maar niet nagekomen", "open": ""}
    for id_, card in view.promises.items():
        offer = state.promises[id_].offer
        if offer:
            text, to = f"Toegezegd{became[card.status]}", f"aan {_label(state, card.to)}"
            yield offer, Deed(round=card.round, value=card.status, text=text, detail=to)


def _acts(state: GameState, view: View, everything: bool) -> Found:
    """The first time that each was done."""
    for id_, card in sorted(view.acts.items(), key=lambda pair: -pair[1].order):
        done = state.acts[id_]
        if not done.article:
            by = f"door {_label(state, card.by)}"
            yield done.act, Deed(round=card.round, value="done", text="Gedaan", detail=by, public=not card.hidden)


def _milestones(state: GameState, view: View, everything: bool) -> Found:
    words = {"reached": "Gehaald", "missed": "Niet op tijd gehaald"}
    for way, card in view.werkwijzen.items():
        for id_, one in card.milestones.items():
            if one.state in words:
                done = state.werkwijzen[way].reached.get(id_)
                late = done is not None and done.late
                round_ = done.round if done else state.content.werkwijzen[way].milestones[id_].round
                text = "Later gehaald dan gevraagd" if late else words[one.state]
                yield f"{way}.{id_}", Deed(round=round_, value=f"{one.state} {late}", text=text)


def _recommendations(state: GameState, view: View, everything: bool) -> Found:
    words = {"taken": "Overgenomen", "partly": "Deels overgenomen", "rejected": "Niet overgenomen"}
    for way, card in view.werkwijzen.items():
        for milestone, found in card.milestones.items():
            round_ = state.content.werkwijzen[way].milestones[milestone].round
            for id_, one in found.recommendations.items():
                if one.answer in words:
                    yield f"{way}.{id_}", Deed(round=round_, value=one.answer, text=words[one.answer])


def round_of(state: GameState, id_: str, card: DecisionCard) -> str:
    """The round of a decision: for what the edition decided, the round that it does not play."""
    by_edition = card.outcome_how == HOW["edition"] or not card.round
    return state.casus.decisions[id_].round if by_edition and id_ in state.casus.decisions else card.round


def _decisions(state: GameState, view: View, everything: bool) -> Found:
    for id_, card in view.decisions.items():
        if card.status == "decided" and not card.proposal:
            passed = card.outcome_how == NOBODY_DECIDED
            text = NOBODY if passed else card.outcome
            yield id_, Deed(round=round_of(state, id_, card), value=text, text=text)


_FIND: dict[str, Callable[[GameState, View, bool], Found]] = {
    "werkwijze": _werkwijzen,
    "inject": _injects,
    "card": _cards,
    "question": _questions,
    "speech": _speeches,
    "promise": _promises,
    "act": _acts,
    "milestone": _milestones,
    "recommendation": _recommendations,
    "decision": _decisions,
}
