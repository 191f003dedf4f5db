"""Conditions as data: `when: {all: [{indicator: vertrouwen, below: 40}, {decided: deur, option: open}]}`."""

from __future__ import annotations

from .base import Word


class Condition(Word, rename={"not_": "not", "from_": "from"}):
    """One test on a game. Exactly one of the leading fields is set; the others refine it.

    all / any / not        combine other conditions
    indicator              with `below` and/or `above`: the value is < below and > above (0-100)
    decided                this decision was taken; with `option`: with this outcome
    acted                  this act was performed; with `to`: aimed at this seat
    told                   somebody other than the first holder knows this card; with `to`: this seat knows it
    withheld               nobody but the first holder knows this card; with `from`: this seat does not
    fired                  this inject was fired and not taken back
    happened               this consequence has happened
    asked                  this formal question was asked; with `answer`: and answered so
    promised               this promise was made; with `kept`: and judged so
    came_out               this forbidden act or partial answer came out
    spoken                 somebody spoke at this hearing (inspreken)
    taken_up               a member took up what was said at this hearing, wholly or partly
    resigned               the one on this seat resigned
    played                 this seat is played by somebody (a person, the facilitator or the computer)
    round                  this round has begun
    werkwijze              this werkwijze was chosen and not stopped halfway
    reached                this milestone was reached, as `werkwijze.milestone`
    missed                 the round of this milestone ended without it, as `werkwijze.milestone`
    taken                  at least one recommendation of this werkwijze was taken over, wholly or partly
    well                   this werkwijze was judged to be done well
    edition                the game is played in this edition
    """

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    not_: Condition | None = None
    indicator: str = ""
    below: int | None = None
    above: int | None = None
    decided: str = ""
    option: str = ""
    acted: str = ""
    told: str = ""
    withheld: str = ""
    to: str = ""
    from_: str = ""
    fired: str = ""
    happened: str = ""
    asked: str = ""
    answer: str = ""
    promised: str = ""
    kept: bool | None = None
    came_out: str = ""
    spoken: str = ""
    taken_up: str = ""
    resigned: str = ""
    played: str = ""
    round: str = ""
    werkwijze: str = ""
    reached: str = ""
    missed: str = ""
    taken: str = ""
    well: str = ""
    edition: str = ""
