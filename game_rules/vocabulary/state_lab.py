"""Parts of the state that belong to the lab."""

from __future__ import annotations

from .base import Fact
from .commands_lab import RecommendationAnswer
from .state_parts import Cause


class Reached(Fact):
    """A milestone that was reached, and in which round."""

    version: int
    round: str
    by: str = ""
    text: str = ""
    late: bool = False
    drawn: tuple[str, ...] = ()


class Answered(Fact):
    """What was done with a recommendation."""

    answer: RecommendationAnswer
    reason: str
    by: str
    version: int


class MeritState(Fact):
    """Whether a merit was won, decided by these facts."""

    won: bool
    causes: tuple[Cause, ...]
    version: int


class WerkwijzeState(Fact):
    """A werkwijze that was chosen. decision: that chose it, when one did. answered: by recommendation. missed: by milestone, the version at which its round ended.

    stopped: the version at which it was stopped halfway (0: never). well: None until it was judged.
    """

    id: str
    version: int
    round: str
    how: str
    decision: str = ""
    reached: dict[str, Reached] = {}
    missed: dict[str, int] = {}
    answered: dict[str, Answered] = {}
    stopped: int = 0
    why_stopped: str = ""
    merits: dict[str, MeritState] = {}
    well: bool | None = None
    judged: int = 0

    @property
    def runs(self) -> bool:
        """Whether it still holds: not stopped and not judged."""
        return not self.stopped and self.well is None


class ForkState(Fact):
    """Where this game was copied from, and what differs. `version`: of the record that made it a game of its own.

    title: how the table of the parent was called. differs: the words for it, which `to` may read (none: everybody).
    differed: the version at which it was laid down (0: not yet, or nothing differs).
    """

    parent: str
    at: int
    version: int
    title: str = ""
    kind: str = ""
    id: str = ""
    differs: str = ""
    to: tuple[str, ...] = ()
    differed: int = 0


class Confirmed(Fact):
    """One participant on a consequence and its causes."""

    seat: str
    answer: str
    note: str = ""
