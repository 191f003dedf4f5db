"""oordelen.csv: judgements, pulse, importance, rubric, goals and indicators, one line per answer or value, without names.

What somebody answered as a person has no role and stands in the order of its value; with fewer answers than the screens
ask for before they show a spread, it is left out. What was answered from the role has the role only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from game_rules import engine
from game_rules.projections import project
from game_rules.projections.spreads import ENOUGH
from game_rules.vocabulary import events as e
from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.state import GameState

from ..lab import Lab
from .csv_file import csv_file
from .sources import Reader, Source, content_of, source

COLUMNS = ("spel", "casus", "editie", "soort", "moment", "onderwerp", "titel", "rol", "waarde", "code")

PULSE = {"role": "pols_rol", "knew": "pols_wist", "mattered": "pols_telde"}
SOORTEN = {
    "wenselijkheid_rol": "Hoe gewenst is dit gevolg, vanuit de rol? 1 (niet gewenst) tot en met 5 (gewenst).",
    "wenselijkheid_persoon": "Hoe gewenst is dit gevolg, als mens? 1 tot en met 5. Zonder rol.",
    "praktijk": "Klopt dit gevolg met de eigen praktijk? Code: yes, partly of no. Zonder rol.",
    "praktijk_oorzaak": "Klopt dit gevolg, met deze oorzaken, met de eigen praktijk? Code: yes, partly of no. Zonder rol.",
    "pols_rol": "Ik kon mijn rol waarmaken. 1 (nee) tot en met 5 (ja). Zonder rol.",
    "pols_wist": "Ik wist op tijd wat ik moest weten. 1 tot en met 5. Zonder rol.",
    "pols_telde": "Mijn inbreng deed ertoe. 1 tot en met 5. Zonder rol.",
    "weging": "Hoe belangrijk is deze indicator, vanuit de rol? 1 tot en met 5. Moment: before (vooraf) of after (achteraf).",
    "oorzaak": "Wat iemand aanwees als oorzaak van het gevolg. Zonder rol.",
    "tweede_kans": "Welk besluit iemand anders zou nemen; code: de keuze. Zonder rol.",
    "rubriek": "De score op de rubriek: het niveau, geteld vanaf 1.",
    "doel": "Is het doel van deze zetel gehaald? 1 ja, 0 nee. Onderwerp: de zetel.",
    "indicator": "De stand van een indicator aan het eind van een stap van het spel, 0 tot en met 100.",
}  # fmt: skip

Line = tuple[str, str, str, str, str, int | None, str]
"""soort, moment, onderwerp, titel, rol, waarde, code"""


def make(lab: Lab, game: str, reader: Reader) -> bytes:
    """The file of one game. Whoever reads it: nobody's own answer can be told from it."""
    return lab.offload(partial(of_source, source(lab, game, "facilitator")))


def of_source(found: Source) -> bytes:
    """The file of this log."""
    states = list(_states(found))
    state = states[-1]
    lines = [*_judgements(state), *_pulses(state), *_last_events(state, found), *_rubric(state), *_goals(state)]
    lines += _indicators(states)
    where = (state.game, state.casus.id, state.edition)
    return csv_file(COLUMNS, ((*where, *line) for line in lines))


def _states(found: Source) -> Iterator[GameState]:
    """The game at the end of each of its stages, and at its end."""
    state = engine.start(content_of(found), found.records[0])
    for record in found.records[1:]:
        if isinstance(record.event, e.StepStarted) and _stage(record.event.clock) != _stage(state.clock):
            yield state
        state = engine.evolve(state, record)
    yield state


def _stage(clock: Any) -> str:
    return (
        clock.round if clock.stage == "round" else f"maaltijd_{clock.round}" if clock.stage == "meal" else clock.stage
    )


def _judgements(state: GameState) -> Iterator[Line]:
    titles = {id_: card.title for id_, card in _screen(state).consequences.items()}
    for id_, given in state.judgements.items():
        title = titles.get(id_, "")
        for role, value in sorted((_role(state, one.seat), one.as_role) for one in given.values() if one.as_role):
            yield "wenselijkheid_rol", "debrief", id_, title, role, value, ""
        yield from _anonymous("wenselijkheid_persoon", "debrief", id_, title, (one.as_person for one in given.values()))


def _pulses(state: GameState) -> Iterator[Line]:
    titles = {round_.id: round_.title for round_ in state.casus.rounds}
    for round_ in dict.fromkeys(pulse.round for pulse in state.pulses.values()):
        given = [pulse for pulse in state.pulses.values() if pulse.round == round_]
        for field, soort in PULSE.items():
            answers = (getattr(pulse, field) for pulse in given)
            yield from _anonymous(soort, round_, round_, titles.get(round_, ""), answers)


def _anonymous(soort: str, moment: str, subject: str, title: str, answers: Iterable[int]) -> Iterator[Line]:
    """In the order of their value, and only when there are enough to hide in."""
    found = sorted(answers)
    if len(found) >= ENOUGH:
        yield from ((soort, moment, subject, title, "", value, "") for value in found)


def _last_events(state: GameState, found: Source) -> Iterator[Line]:
    """Answers of which each participant's last one counts."""
    last: dict[tuple[Any, ...], Any] = {}
    for record in found.records:
        event: Any = record.event
        if isinstance(event, e.Weighed | e.CauseGuessed | e.ChosenAgain | e.ConsequenceJudged | e.CauseConfirmed):
            about = getattr(event, "moment", "") or getattr(event, "consequence", "")
            last[type(event), about, event.participant] = event
    lines = (line for event in last.values() for line in _lines_of(state, event))
    yield from sorted(lines, key=lambda line: (line[0], line[1], line[2], line[4], line[5] or 0, line[6]))


def _lines_of(state: GameState, event: Any) -> Iterator[Line]:
    if isinstance(event, e.Weighed):
        for indicator, value in event.weights.items():
            yield "weging", event.moment, indicator, _label(state, indicator), _role(state, event.seat), value, ""
    elif isinstance(event, e.CauseGuessed) and event.answer:
        yield "oorzaak", "debrief", "", "", "", None, event.answer
    elif isinstance(event, e.ChosenAgain):
        yield "tweede_kans", "debrief", event.decision, "", "", None, event.option
    elif isinstance(event, e.ConsequenceJudged) and event.practice:
        yield "praktijk", "debrief", event.consequence, "", "", None, event.practice
    elif isinstance(event, e.CauseConfirmed) and event.answer:
        yield "praktijk_oorzaak", "debrief", event.consequence, "", "", None, event.answer


def _rubric(state: GameState) -> Iterator[Line]:
    for score in state.scores.values():
        criterion = state.casus.rubric.get(score.criterion)
        title = criterion.label if criterion else ""
        yield "rubriek", score.round, score.criterion, title, "", score.level + 1, ""


def _goals(state: GameState) -> Iterator[Line]:
    leader = project(state, Audience(kind="facilitator")).view.facilitator
    for seat, line in (leader.roster if leader else {}).items():
        if line.goal:
            yield "doel", "einde", seat, "", _role(state, seat), int(line.goal_reached), ""


def _indicators(states: list[GameState]) -> Iterator[Line]:
    """The value at the end of each stage; of a stage that came back, the last."""
    found = {_stage(state.clock): state.indicators for state in states}
    for moment, values in found.items():
        for indicator, value in values.items():
            yield "indicator", moment, indicator, _label(states[-1], indicator), "", value, ""


def _screen(state: GameState) -> Any:
    return project(state, Audience(kind="screen")).view


def _role(state: GameState, seat: str) -> str:
    return state.casus.seats[seat].role if seat in state.casus.seats else "geen"


def _label(state: GameState, indicator: str) -> str:
    known = state.content.indicators.get(indicator)
    return known.label if known else indicator
