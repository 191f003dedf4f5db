"""Between a View and the wire: asks `game_rules.bots` what to do, keeps it from doing too much, and from trying again
what was refused."""

from __future__ import annotations

import msgspec

from game_rules.bots import NOW_AND_THEN, choose
from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.views import View

EXTRAS_PER_STEP = 2
TRIES = 4


class Brain:
    """Plays one audience of one game. `name` makes it differ from the others."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._step = ""
        self._extras = 0
        self._turn = 0
        self._refused: set[bytes] = set()

    def next(self, view: View) -> Command | None:
        """What to do now, if anything."""
        if view.clock.key != self._step:
            self._step, self._extras, self._refused = view.clock.key, 0, set()
        if standing_still(view):
            return None
        for _ in range(TRIES):
            self._turn += 1
            wish = choose(view, f"{self._name}|{self._turn}", extras=self._extras < EXTRAS_PER_STEP)
            if wish is None or msgspec.json.encode(wish) not in self._refused:
                return wish
        return None

    def done(self, wish: Command) -> None:
        """The wish was granted."""
        self._extras += kind(wish) in NOW_AND_THEN

    def refused(self, wish: Command) -> None:
        """The wish was refused: not again in this step."""
        self._refused.add(msgspec.json.encode(wish))


def kind(wish: Command) -> str:
    """The type of a command, for example `cast_vote`."""
    return str(wish.__struct_config__.tag)


def standing_still(view: View) -> bool:
    """Whether the clock was stopped in the middle of play: then people talk, and a player keeps quiet."""
    return view.me.kind != "facilitator" and view.clock.stage in ("round", "meal") and not view.clock.running
