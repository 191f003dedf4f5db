"""A table that plays the small casus under a werkwijze, and what its people do with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import msgspec
import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.commands_lab import RecommendationAnswer
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.events import Event
from game_rules.vocabulary.state_lab import WerkwijzeState
from tests.play import Game
from tests.rules.story import changed
from tests.small import small_content, with_werkwijzen

TALK = "dorpsgesprek"
STALL = "weekmarkt"
E = TypeVar("E", bound=Event)


def two_rounds(*changes: Any) -> Content:
    """The small casus in which the village talks in round 1 and the werkwijze ends in round 2."""

    def start_early(casus: dict[str, Any]) -> None:
        casus["werkwijzen"]["places"]["start"] = "r1"

    return with_werkwijzen(changed(start_early, *changes))


def agreed(
    step: str = "", content: Content | None = None, werkwijze: str = TALK, edition: str = "", seed: str = "seed"
) -> Game:
    """Everybody sits, the werkwijze was chosen before the start, and the game stands at this step."""
    game = Game(content or small_content(), edition, seed)
    game.sit_all()
    game.lead(c.ChooseWerkwijze(werkwijze=werkwijze))
    if step:
        game.step(step)
    return game


def reach(milestone: str, text: str = "", werkwijze: str = TALK) -> c.ReachMilestone:
    """Somebody says that it happened."""
    return c.ReachMilestone(werkwijze=werkwijze, milestone=milestone, text=text)


def answer(
    one: str, how: RecommendationAnswer = "taken", reason: str = "Dat past bij ons besluit."
) -> c.AnswerRecommendation:
    """An answer to a recommendation of the village."""
    return c.AnswerRecommendation(
        werkwijze=TALK, milestone="advies", recommendation=one, answer=how, reason=reason
    )  # fmt: skip


def invite(game: Game) -> None:
    """The griffier invites the village, and the lot picks who talks."""
    game.play("griffier", reach("uitnodigen", "Alle huizen bij de brug."))
    game.play("griffier", reach("loten"))


def answer_all(game: Game, how: RecommendationAnswer = "taken") -> None:
    """Every recommendation that was made gets this answer."""
    for one in list(game.see(game.audience("groen")).werkwijzen[TALK].milestones["advies"].recommendations):
        game.play("groen", answer(one, how))


def now(game: Game, werkwijze: str = TALK) -> WerkwijzeState:
    """How it stands."""
    return game.state.werkwijzen[werkwijze]


def adopt(game: Game, decision: str, option: str) -> None:
    """It passes without a vote."""
    game.play("burgemeester", c.PutToVote(decision=decision, option=option))
    game.play("burgemeester", c.Hammer(decision=decision))


@contextmanager
def refusal(code: str) -> Iterator[pytest.ExceptionInfo[RuleError]]:
    """What happens inside is refused with this code; what was said with it can be looked at."""
    with pytest.raises(RuleError) as caught:
        yield caught
    assert caught.value.code == code


def the(game: Game, kind: type[E], *words: str) -> E:
    """The last event of this kind of which some fields hold these words."""
    found = [record.event for record in game.log if isinstance(record.event, kind)]
    named = [one for one in found if set(words) <= set(map(str, msgspec.structs.asdict(one).values()))]
    assert named, f"no {kind.__name__} with {words}"
    return named[-1]
