"""What a cause is called: a few Dutch words, never empty."""

from __future__ import annotations

from collections.abc import Callable

from ..rules import ballots
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause


def title_of(state: GameState, cause: Cause) -> str:
    """A few Dutch words for a cause, never empty. A secret: show it only to who may know the cause."""
    return TITLES[cause.kind](state, cause.id) or KIND_TITLES[cause.kind]


KIND_TITLES: dict[str, str] = {
    "decision": "Een besluit",
    "act": "Een ambtshandeling",
    "inject": "Een gebeurtenis",
    "card": "Iets werd verteld",
    "silence": "Iets werd niet verteld",
    "question": "Een antwoord op een vraag",
    "promise": "Een toezegging",
    "consequence": "Een eerder gevolg",
    "move": "Een vrije zet",
    "override": "Een ingreep van de spelleider",
    "round": "Een overgeslagen ronde",
    "unexpected": "Iets onverwachts",
    "came_out": "Iets kwam uit",
    "speech": "Iemand sprak in",
    "resigned": "Iemand trad af",
    "werkwijze": "Een werkwijze",
    "milestone": "Een mijlpaal van een werkwijze",
    "recommendation": "Een aanbeveling",
    "indicator": "De stand van de gemeente",
}


def _decision(state: GameState, id_: str) -> str:
    if id_ not in state.casus.decisions and id_ not in state.proposals:
        return ""
    rules, now = ballots.definition(state, id_), state.decisions.get(id_)
    result = now.result if now else None
    if result and result.how == "unanswered":
        return rules.unanswered.text
    return rules.options[result.option].text if result and result.option in rules.options else rules.question


def _act(state: GameState, id_: str) -> str:
    done = state.acts.get(id_)
    act = state.casus.acts.get(done.act if done else id_)
    return act.title if act else ""


def _inject(state: GameState, id_: str) -> str:
    told = state.injects.get(id_)
    if told and told.title:
        return told.title
    return state.casus.injects[id_].title if id_ in state.casus.injects else ""


def _card(state: GameState, id_: str) -> str:
    card = state.casus.cards.get(id_.rpartition(".")[0] or id_)
    return card.title if card else ""


def _silence(state: GameState, id_: str) -> str:
    name, _, index = id_.rpartition(".")
    card = state.casus.cards.get(name)
    if card is None or not card.silent:
        return _card(state, id_)
    return card.silent[int(index) if index.isdigit() and int(index) < len(card.silent) else 0].title


def _came_out(state: GameState, id_: str) -> str:
    return _act(state, id_) or _text_in("questions")(state, id_)


def _text_in(part: str) -> Callable[[GameState, str], str]:
    def text(state: GameState, id_: str) -> str:
        return getattr(getattr(state, part).get(id_), "text", "")

    return text


def _hearing(state: GameState, id_: str) -> str:
    hearing = state.casus.hearings.get(id_)
    return hearing.title if hearing else ""


def _resigned(state: GameState, id_: str) -> str:
    seat = state.casus.seats.get(id_)
    return f"{seat.label} trad af" if seat else ""


def _round(state: GameState, id_: str) -> str:
    return next((one.title for one in state.casus.rounds if one.id == id_), "")


def label_of(state: GameState, werkwijze: str) -> str:
    """What a werkwijze is called; empty when the casus does not have it."""
    found = state.content.werkwijzen.get(werkwijze)
    return found.label if found else ""


def _milestone(state: GameState, id_: str) -> str:
    werkwijze, _, name = id_.partition(".")
    found = state.content.werkwijzen.get(werkwijze)
    return found.milestones[name].title if found and name in found.milestones else ""


def _recommendation(state: GameState, id_: str) -> str:
    werkwijze, _, name = id_.partition(".")
    found = state.content.werkwijzen.get(werkwijze)
    made = (
        {key: one.text for part in found.milestones.values() for key, one in part.recommendations.items()}
        if found
        else {}
    )
    return made.get(name, "")


def _indicator(state: GameState, id_: str) -> str:
    found = state.content.indicators.get(id_)
    return found.label if found else ""


def _consequence_title(state: GameState, id_: str) -> str:
    return state.happened[id_].title if id_ in state.happened else ""


def _nothing(state: GameState, id_: str) -> str:
    return ""


TITLES: dict[str, Callable[[GameState, str], str]] = {
    "decision": _decision,
    "act": _act,
    "inject": _inject,
    "card": _card,
    "silence": _silence,
    "question": _text_in("questions"),
    "promise": _text_in("promises"),
    "consequence": _consequence_title,
    "move": _text_in("moves"),
    "override": _nothing,
    "round": _round,
    "unexpected": _text_in("parked"),
    "came_out": _came_out,
    "speech": _hearing,
    "resigned": _resigned,
    "werkwijze": label_of,
    "milestone": _milestone,
    "recommendation": _recommendation,
    "indicator": _indicator,
}
