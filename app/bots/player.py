"""One bot at a table: looks at its screen, thinks, acts, and writes down what it did."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from game_rules.vocabulary.commands import Command
from game_rules.vocabulary.views import View

from .brain import Brain, kind
from .screen import LostError, Screen

STEPS_FORWARD = ("next_step", "close_game")
LOOK_AGAIN = 0.5


class Player:
    """Plays one audience until `stop`. A facilitator moves on only when nothing has changed for `quiet` seconds."""

    def __init__(self, name: str, screen: Screen, pace: float, quiet: float, note: Callable[[str], None]) -> None:
        self.name = name
        self.screen = screen
        self._brain = Brain(name)
        self._pace = pace
        self._quiet = quiet
        self._note = note
        self._stopped = threading.Event()
        self._changed_at = time.monotonic()
        self.lost = ""

    def stop(self) -> None:
        """Get up from the table."""
        self._stopped.set()
        self.screen.changed.set()
        self.screen.close()

    def run(self) -> None:
        """Play, until `stop` or until the server is gone."""
        while not self._stopped.wait(self._pace):
            if self.screen.changed.wait(LOOK_AGAIN):
                self.screen.changed.clear()
                self._changed_at = time.monotonic()
            try:
                self._act()
            except LostError as problem:
                self.lost = str(problem)
                return

    def _act(self) -> None:
        view = self.screen.view
        wish = self._brain.next(view) if view is not None else None
        if view is None or wish is None or self._stopped.is_set():
            return
        if kind(wish) in STEPS_FORWARD and time.monotonic() - self._changed_at < self._quiet:
            return
        self._submit(view, wish)

    def _submit(self, view: View, wish: Command) -> None:
        answer = self.screen.send(wish)
        if answer["ok"]:
            self._brain.done(wish)
            self._note(f"{self.where(view)}: {kind(wish)} → versie {answer['version']}")
        else:
            self._brain.refused(view, wish)
            self._note(f"{self.where(view)}: {kind(wish)} → geweigerd: {answer['error']['message']}")

    def where(self, view: View) -> str:
        """Who this is and where the game stands, for the transcript."""
        return f"{self.name} ({view.me.seat or view.me.kind}) {view.clock.key}"

    def report(self) -> str:
        """What this bot sees and could do now, for who wants to know where it got stuck."""
        view = self.screen.view
        if view is None:
            return f"{self.name}: zag nog niets. {self.lost or self.screen.gone}".rstrip()
        offered = sorted({offer.command for offer in view.allowed.values()})
        todo = "; ".join(one.text for one in view.todo.values()) or "niets"
        paused = "" if view.clock.running else " (de klok staat stil)"
        lines = (
            f"{self.where(view)}, versie {self.screen.version}{paused} {self.lost or self.screen.gone}".rstrip(),
            f"    gevraagd: {todo}",
            f"    aangeboden: {', '.join(offered) or 'niets'}",
        )
        return "\n".join(lines)

    @property
    def finished(self) -> bool:
        """Whether this one has handed in what the debrief asks. A facilitator is done when the game is closed."""
        view = self.screen.view
        if view is None or view.clock.stage == "closed":
            return view is not None
        if view.me.kind == "waiting":
            return view.clock.stage == "debrief"
        return view.me.kind != "facilitator" and view.debrief is not None and view.debrief.handed_in
