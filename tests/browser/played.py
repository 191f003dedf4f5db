"""A table of the small casus on which something of every kind happens: for tests that look at what stands on a screen."""

from __future__ import annotations

from typing import Any

from tests.browser.site import SEATS, Room

Wish = tuple[str, str, dict[str, Any]]
"""Who (a seat, or `leader`), the type of the command, its fields."""

NAMES = {"burgemeester": "Bea", "griffier": "Gré", "wethouder": "Wim", "lokaal": "Loes", "groen": "Gerda"}
EVERYBODY = tuple(NAMES)

HAPPENS: dict[str, tuple[Wish, ...]] = {
    "r1.talk": (
        ("wethouder", "show_card", {"card": "rapport", "to": ["groen"]}),
        ("griffier", "send_note", {"to": "burgemeester", "text": "Kom je zo even langs?"}),
        ("groen", "ask_formally", {"question": "wist_u"}),
        ("wethouder", "make_promise", {"to": "lokaal", "text": "Ik bel je vanavond nog."}),
        ("lokaal", "propose", {"kind": "motie", "text": "De raad wil het rapport lezen."}),
        ("griffier", "give_advice", {"text": "Vraag eerst wie het rapport kent."}),
        ("groen", "make_move", {"text": "Ik bel de krant.", "reason": "Dan weet het dorp het."}),
        ("wethouder", "perform_act", {"act": "fluisteren", "target": "lokaal"}),
        ("burgemeester", "order_speakers", {"seats": ["griffier", "groen"]}),
        ("leader", "improvise", {"title": "De brug kraakt", "text": "Een fietser hoort een krak."}),
        ("leader", "override", {"indicator": "rust", "shift": -4, "reason": "Het dorp is boos."}),
        ("leader", "bookmark", {"text": "Iedereen wordt stil"}),
    ),
    "r1.act": (
        ("burgemeester", "put_to_vote", {"decision": "onderzoek", "option": "snel"}),
        ("wethouder", "request_vote", {"decision": "onderzoek"}),
        ("wethouder", "cast_vote", {"decision": "onderzoek", "votes": {"for": 1}}),
    ),
    "r2.talk": (
        ("leader", "unexpected", {"kind": "happens", "stock": "klacht"}),
        ("leader", "unexpected", {"kind": "happens", "stock": "klacht", "text": "Nog een inwoner klaagt."}),
        ("leader", "unexpected", {"kind": "happens", "stock": "klacht", "text": "De hele straat klaagt."}),
        ("leader", "resume", {}),
    ),
    "r2.act": (
        ("griffier", "place_on_agenda", {"item": "bericht"}),
        ("burgemeester", "decide", {"decision": "bericht", "option": "eerlijk", "reason": "Het dorp heeft er recht op."}),
        ("burgemeester", "put_to_vote", {"decision": "brug", "option": "dicht"}),
        ("lokaal", "request_vote", {"decision": "brug"}),
        ("groen", "cast_vote", {"decision": "brug", "votes": {"for": 3, "against": 1}}),
    ),
    "r2.consequences": (
        ("griffier", "give_pulse", {"role": 4, "knew": 2, "mattered": 5}),
        ("leader", "score_rubric", {"criterion": "samenwerking", "level": 2, "note": "Zij luisterden naar elkaar."}),
    ),
    "debrief.note": (("griffier", "write_silent_note", {"text": "Niemand vroeg mij iets."}),),
    "debrief.guess": (("griffier", "guess_cause", {"answer": "hidden"}), ("leader", "reveal", {})),
    "debrief.again": (
        ("griffier", "choose_again", {"decision": "bericht", "option": "kort", "why": "Dan bleef het rustig."}),
        ("lokaal", "choose_again", {"decision": "bericht", "option": "kort"}),
    ),
    "debrief.handvat": (
        ("griffier", "write_handvat", {"whom": "de wethouder", "what": "het rapport", "before": "de raad", "moment": 0}),
        *((seat, "weigh", {"moment": "after", "weights": {"vertrouwen": 4, "rust": 2}}) for seat in ("griffier", "groen", "burgemeester")),
    ),
}  # fmt: skip
"""What happens in each step. The rest of the game nothing happens."""


class Played:
    """Five people and a leader, who play until a step and do there what `HAPPENS` says. Nobody opened a page yet."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.tokens = {seat: room.seated(NAMES[seat], seat)["token"] for seat in SEATS}
        self.tokens["leader"] = room.token
        self.done = ""

    def until(self, step: str) -> None:
        """Play on until this step, and in it."""
        for _ in range(30):
            self._here()
            if self.done == step:
                return
            self.room.next_step()
        raise AssertionError(f"no step {step}")

    def _here(self) -> None:
        key: str = self.room.view()["clock"]["key"]
        if key == self.done:
            return
        for who, type_, fields in HAPPENS.get(key, ()):
            self.room.command(type_, self.tokens[who], **fields)
        if key == "debrief.judge":
            self._judge(self.room.view()["debrief"]["chosen"])
        self.done = key

    def _judge(self, chosen: list[str]) -> None:
        """Everybody judges the first consequence, so that its spread shows; only the griffier and the wethouder the others."""
        for number, consequence in enumerate(chosen):
            for seat in EVERYBODY if number == 0 else ("griffier", "wethouder"):
                fields = {"consequence": consequence, "as_role": 2, "as_person": 4, "practice": "partly"}
                self.room.command("judge_consequence", self.tokens[seat], reason="Het kost veel.", **fields)
