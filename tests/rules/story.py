"""The words in which the tests of the rules tell their stories: a table, a refusal, a vote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from functools import cache
from typing import Any, TypeVar

import msgspec
import pytest

from game_rules.vocabulary import commands as c
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.errors import RuleError
from game_rules.vocabulary.events import AnyEvent, Event
from tests.play import Game
from tests.small import small_content, small_data

HELPER = Actor(kind="helper", participant="h1")
OBSERVER = Actor(kind="observer", participant="o1")
E = TypeVar("E", bound=Event)
Change = Callable[[dict[str, Any]], None]


def changed(*changes: Change) -> Content:
    """The small casus after these changes to its plain data."""
    data = deepcopy(_plain())
    for change in changes:
        change(data["casus"])
    return msgspec.convert(data, Content)


@cache
def _plain() -> dict[str, Any]:
    return small_data()


def early_choice(casus: dict[str, Any]) -> None:
    """The raad decides on the bridge in the first round, so that there is a next meeting."""
    casus["decisions"]["brug"]["round"] = "r1"


def third_fractie(casus: dict[str, Any]) -> None:
    """Lokaal and Groen have four votes each; Dorp has the ninth, and nobody can play it."""
    casus["seats"]["lokaal"]["weight"] = 4
    casus["seats"]["dorp"] = {
        "role": "raadslid",
        "label": "Fractie Dorp",
        "playable": False,
        "stands": [{"decision": "brug", "supports": ["dicht"]}],
    }
    casus["organs"]["raad"]["members"].append("dorp")


def even_raad(casus: dict[str, Any]) -> None:
    """Lokaal and Groen have four votes each, and there is nobody else."""
    casus["seats"]["lokaal"]["weight"] = 4


@cache
def tied_raad() -> Content:
    """Three fracties of 4, 4 and 1, with the choice in the first round."""
    return changed(third_fractie, early_choice)


def table(step: str = "", content: Content | None = None, edition: str = "", seed: str = "seed") -> Game:
    """A table where everybody sits, at this step."""
    game = Game(content or small_content(), edition, seed)
    game.sit_all()
    if step:
        game.step(step)
    return game


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What happens inside is refused with this code."""
    with pytest.raises(RuleError) as caught:
        yield
    assert caught.value.code == code


def one(events: tuple[AnyEvent, ...], kind: type[E]) -> E:
    """The only event of this kind."""
    found = [event for event in events if isinstance(event, kind)]
    assert len(found) == 1, f"{len(found)} events {kind.__name__} in {[type(e).__name__ for e in events]}"
    return found[0]


def put(game: Game, decision: str = "brug", option: str = "open") -> None:
    """The burgemeester puts an option and a member asks for a vote."""
    game.play("burgemeester", c.PutToVote(decision=decision, option=option))
    if game.state.decisions[decision].status == "put":
        body = game.content.casus.organs[ballot_organ(game, decision)]
        asks = next(m for m in body.members if game.state.seats[m].played and game.state.seats[m].present)
        game.play(asks, c.RequestVote(decision=decision))


def ballot_organ(game: Game, decision: str) -> str:
    """The organ that decides on it; a proposal is for the raad."""
    found = game.content.casus.decisions.get(decision)
    return found.by if found else "raad"


def vote(game: Game, decision: str = "brug", **votes: tuple[int, int]) -> None:
    """Members vote on their own screens: `vote(game, lokaal=(5, 0))`."""
    for seat, (in_favour, against) in votes.items():
        game.play(seat, c.CastVote(decision=decision, votes=c.Votes(for_=in_favour, against=against)))


def close(game: Game, decision: str = "brug") -> tuple[AnyEvent, ...]:
    """The chair closes the vote."""
    return game.play("burgemeester", c.CloseVote(decision=decision))


def outcome(game: Game, decision: str = "brug") -> tuple[str, str]:
    """The option that was adopted, and how."""
    result = game.state.decisions[decision].result
    assert result is not None
    return result.option, result.how


def titles(game: Game, kind: str = "") -> list[str]:
    """The titles in the running account."""
    return [item.title for item in game.state.feed.values() if not kind or item.kind == kind]
