"""A table that tried a werkwijze and came to its end: for the pages that look back at it."""

from __future__ import annotations

from game_rules.projections.werkwijzen import werkwijzen
from game_rules.vocabulary.commands import AnswerRecommendation, ChooseWerkwijze, ReachMilestone, Reveal
from tests.app.looking_back import Table
from tests.app.web import Web

TALK = "dorpsgesprek"
INVITED = "Alle huizen bij de brug."
REASON = "Dat past bij ons besluit."


class TriedTable(Table):
    """The leader chose the dorpsgesprek; the griffier invited the village, and Groen answered what it recommended."""

    def __init__(self, web: Web) -> None:
        super().__init__(web, begin=lambda: self.lead(ChooseWerkwijze(werkwijze=TALK)))

    def carried_out(self) -> TriedTable:
        """As it should go."""
        self.go_to("r2.talk")
        for milestone, text in (("uitnodigen", INVITED), ("loten", "")):
            self.play("griffier", ReachMilestone(werkwijze=TALK, milestone=milestone, text=text))
        for one in self._made():
            command = AnswerRecommendation(
                werkwijze=TALK, milestone="advies", recommendation=one, answer="taken", reason=REASON
            )
            self.play("groen", command)
        return self

    def revealed(self) -> TriedTable:
        """The evening is over and everything may be known."""
        self.go_to("debrief.judge")
        self.lead(Reveal())
        return self

    def _made(self) -> tuple[str, ...]:
        return tuple(werkwijzen(self.state, False)[TALK].milestones["advies"].recommendations)
