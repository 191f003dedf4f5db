"""A table that played on a whole server, with a browser and a token per person."""

from __future__ import annotations

from collections.abc import Callable

from app.service import arrivals, games, meetings
from game_rules.vocabulary.audience import Actor
from game_rules.vocabulary.commands import (
    ChooseConsequences,
    Command,
    NextStep,
    SendNote,
    SetPlayer,
    TakeSeat,
    TellCard,
)
from game_rules.vocabulary.state import GameState
from tests.app.web import Browser, Web

LEADER = Actor(kind="facilitator", participant="f-1")
SEATS = ("griffier", "wethouder", "groen")
SECRET = "Dit blijft tussen ons."


class Table:
    """Griffier, wethouder and Groen are people; the facilitator plays the rest. It stands at the talk of round 1.

    begin: what is done before the first round.
    """

    def __init__(self, web: Web, begin: Callable[[], None] = lambda: None) -> None:
        self.web, self.game = web, web.game
        self._count = 0
        self.tokens: dict[str, str] = {}
        self.people: dict[str, str] = {}
        for seat in SEATS:
            arrival = arrivals.join(web.lab, web.code, seat)
            self.tokens[seat], self.people[seat] = arrival.token, arrival.identity.participant
            self.play(seat, TakeSeat(seat=seat), seated=False)
        link = meetings.link(web.lab, web.meeting, "facilitator").rsplit("/", 1)[1]
        self.tokens["facilitator"] = arrivals.follow(web.lab, link, "Lea").token
        for seat in ("burgemeester", "lokaal"):
            self.lead(SetPlayer(seat=seat, player="facilitator"))
        begin()
        self.go_to("r1.talk")
        self.play("wethouder", TellCard(card="rapport", to=("groen",)))
        self.play("wethouder", SendNote(to="griffier", text=SECRET))

    @property
    def state(self) -> GameState:
        return games.state(self.web.lab, self.game)

    def lead(self, command: Command) -> None:
        self._do(LEADER, command)

    def play(self, seat: str, command: Command, seated: bool = True) -> None:
        self._do(Actor(kind="player", participant=self.people[seat], seat=seat if seated else ""), command)

    def go_to(self, key: str) -> None:
        """The facilitator moves on until the clock stands here."""
        for _ in range(40):
            state = self.state
            if state.clock.key == key:
                return
            standing = tuple(id_ for id_, one in state.happened.items() if not one.retracted)
            if state.clock.key == "debrief.note" and not state.chosen and len(standing) >= 3:
                self.lead(ChooseConsequences(consequences=standing[:3]))
            self.lead(NextStep(from_step=state.clock.key))
        raise AssertionError(f"never at {key}")

    def browser(self, who: str) -> Browser:
        """The browser of somebody at this table."""
        browser = self.web.browser()
        browser.client.set_cookie("dnalab", self.tokens[who], domain="zaal.local")
        return browser

    def page(self, who: str, rest: str = "terugblik") -> str:
        """The text of a page of this game that this person may see."""
        answer = self.browser(who).get(f"/kamer/{self.game}/{rest}")
        assert answer.status_code == 200, answer.text
        return answer.text

    def _do(self, actor: Actor, command: Command) -> None:
        self._count += 1
        games.submit(self.web.lab, self.game, actor, command, f"t-{self._count}")
