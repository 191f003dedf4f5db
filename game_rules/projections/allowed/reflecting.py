"""What a participant may do to look back: pulse, weighing, note, guess, verdict, tweede kans, handvat."""

from __future__ import annotations

from ...rules import again, ballots, debrief, weighing
from ...turn import seat_of
from ...vocabulary import commands as c
from ...vocabulary.state import GameState
from .. import practised
from ..guessed import choices
from .offers import Offers

SCALE = (1, 5)
PRACTICE = {"yes": "Ja", "partly": "Deels", "no": "Nee"}


def offer(offers: Offers, participant: str) -> None:
    """What belongs to the participant: the note by everybody, the rest by who has a seat."""
    state = offers.state
    if seat_of(state, participant):
        _pulse(offers, participant)
        _weigh(offers, participant)
        _guess(offers)
        _judge(offers, participant)
        _again(offers)
        _practice(offers)
    if offers.fits(c.WriteSilentNote):
        offers.add(c.WriteSilentNote, "Schrijf je stille notitie", "debrief", texts={"text": 600})
    if offers.fits(c.WriteHandvat):
        offers.add(
            c.WriteHandvat, "Schrijf je handvat", "debrief", texts={"whom": 80, "what": 200, "before": 60},
            numbers={"moment": (0, state.version)}, help="Je zin komt in het verslag, zonder je naam.",
        )  # fmt: skip


def _pulse(offers: Offers, participant: str) -> None:
    asked = debrief.pulse_round(offers.state)
    if asked and f"{asked}:{participant}" not in offers.state.pulses and offers.fits(c.GivePulse):
        numbers = {"role": SCALE, "knew": SCALE, "mattered": SCALE}
        offers.add(c.GivePulse, "Hoe was deze ronde voor jou?", "pulse", numbers=numbers)


def _weigh(offers: Offers, participant: str) -> None:
    """In the first round only to who was not there in the briefing."""
    state, moment = offers.state, weighing.asked(offers.state)
    given = f"{moment}:{participant}" in state.weighed
    if not moment or not offers.fits(c.Weigh) or (given and state.clock.stage == "round"):
        return
    offers.add(
        c.Weigh, "Hoe belangrijk is dit voor jouw rol?", "weigh", fixed={"moment": moment},
        numbers={f"weights.{id_}": SCALE for id_ in state.indicators},
        labels={f"weights.{id_}": state.content.indicators[id_].label for id_ in state.indicators},
    )  # fmt: skip


def _guess(offers: Offers) -> None:
    state = offers.state
    if state.chain and not state.revealed and offers.fits(c.GuessCause):
        offers.add(c.GuessCause, "Wat zat hier achter?", "guess", choices={"answer": choices(state)})


def _judge(offers: Offers, participant: str) -> None:
    """Each of the chosen consequences; one that everybody judged shows its spread and stands."""
    state = offers.state
    if not offers.fits(c.JudgeConsequence):
        return
    for id_ in state.chosen:
        if not (participant in state.judgements.get(id_, {}) and debrief.told(state, id_)):
            offers.add(
                c.JudgeConsequence, state.happened[id_].title, "judge", id_, fixed={"consequence": id_},
                numbers={"as_role": SCALE, "as_person": SCALE}, choices={"practice": PRACTICE}, texts={"reason": 300},
                optional=("reason",),
            )  # fmt: skip


def _again(offers: Offers) -> None:
    if not offers.fits(c.ChooseAgain):
        return
    for id_, options in again.otherwise(offers.state).items():
        offers.add(
            c.ChooseAgain, ballots.definition(offers.state, id_).question, "again", id_, fixed={"decision": id_},
            choices={"option": options}, texts={"why": 300}, optional=("why",), help=_taken(offers.state, id_),
        )  # fmt: skip


def _practice(offers: Offers) -> None:
    """Of a consequence and its causes, whether it is so in one's own practice."""
    titles = practised.titles(offers.state)
    if titles and offers.fits(c.ConfirmCause):
        offers.add(
            c.ConfirmCause, "Klopt dit met jouw praktijk?", "practice", choices={"consequence": titles, "answer": PRACTICE},
            texts={"note": 300}, optional=("note",), help="Je antwoord telt mee zonder je naam. Je toelichting lees je alleen zelf.",
        )  # fmt: skip


def _taken(state: GameState, decision: str) -> str:
    rules, result = ballots.definition(state, decision), state.decisions[decision].result
    option = rules.options.get(result.option) if result else None
    return f"Jullie kozen: {option.text}" if option else "Er kwam geen besluit."
