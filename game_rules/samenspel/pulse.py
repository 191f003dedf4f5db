"""De polsslag: how many people answered. What they answered shows only as a spread (`projections.reflection`)."""

from __future__ import annotations

from ..vocabulary.state import GameState
from ..vocabulary.views_samenspel import Figure
from .counting import Counted, Measure, Words

WORDS = Words(
    label="De polsslag",
    icon="mood-smile",
    about="Kon iedereen de eigen rol vervullen, wist iedereen op tijd genoeg, en deed de inbreng ertoe?",
    covers="Dit zijn de eigen antwoorden van de mensen aan tafel, na een paar rondes. Vanaf drie antwoorden zie je de spreiding.",
    beyond="Wie wat antwoordde, blijft bij die persoon. Daarom staat er niets per rol.",
    empty="Er is niets vastgelegd over de polsslag: niemand gaf nog antwoord.",
)


def count(state: GameState, everything: bool) -> Counted:
    """The answers that were given; of no office, since that would name a person."""
    given = len(state.pulses)
    asked = len(dict.fromkeys(one.round for one in state.pulses.values()))
    if not given:
        return Counted()
    return Counted(
        extra=(
            Figure(key="given", label="keer gaf iemand antwoord op de drie vragen", count=given),
            Figure(key="rounds", label="rondes met antwoorden", count=asked),
        )
    )


MEASURE = Measure(id="polsslag", words=WORDS, parts=(), count=count, reads=("pulses",))
