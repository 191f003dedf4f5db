"""Between a View and the wire: asks `game_rules.bots` what to do, keeps it from doing too much, and from trying again
what was refused."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from game_rules.bots import NOW_AND_THEN, choose
from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.views import Allowed, View

EXTRAS_PER_STEP = 2


class Brain:
    """Plays one audience of one game. `name` makes it differ from the others; `quiet`: it sits among people."""

    def __init__(self, name: str, quiet: bool = False) -> None:
        self._name = name
        self._quiet = quiet
        self._step = ""
        self._extras = 0
        self._turn = 0
        self._refused: set[str] = set()

    def next(self, view: View) -> Command | None:
        """What to do now, if anything."""
        if view.clock.key != self._step:
            self._step, self._extras, self._refused = view.clock.key, 0, set()
        if standing_still(view):
            return None
        self._turn += 1
        allowed = {key: offer for key, offer in view.allowed.items() if key not in self._refused}
        label = f"{self._name}|{self._step}|{self._turn}"
        return choose(
            replace(view, allowed=allowed), label, self._extras < (1 if self._quiet else EXTRAS_PER_STEP), self._quiet
        )

    def done(self, wish: Command) -> None:
        """The wish was granted."""
        self._extras += kind(wish) in NOW_AND_THEN

    def refused(self, view: View, wish: Command) -> None:
        """The wish was refused: what it came from is left alone for the rest of this step."""
        fields = {"type": kind(wish)} | msgspec.to_builtins(wish)
        self._refused.update(key for key, offer in view.allowed.items() if _comes_from(fields, offer))


def _comes_from(fields: dict[str, object], offer: Allowed) -> bool:
    fixed = msgspec.to_builtins(offer.fixed)
    return fields["type"] == offer.command and all(fields.get(key, value) == value for key, value in fixed.items())


def kind(wish: Command) -> str:
    """The type of a command, for example `cast_vote`."""
    return str(wish.__struct_config__.tag)


def standing_still(view: View) -> bool:
    """Whether the clock was stopped in the middle of play: then people talk, and a player keeps quiet."""
    return view.me.kind != "facilitator" and view.clock.stage in ("round", "meal") and not view.clock.running
