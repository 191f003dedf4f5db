"""What a werkwijze keeps to itself: what it brings and has not happened yet, who could be drawn, and how it will be judged.

As in `test_secrets`, the table of who may see what is written here once more, apart from the projections.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import given, settings

from game_rules.vocabulary.audience import Audience
from game_rules.vocabulary.casus import Content, Werkwijze
from game_rules.vocabulary.state import GameState
from tests.play import Game
from tests.properties.games import random_game, seeds
from tests.small import small_data, small_werkwijze, with_werkwijzen

MARK = re.compile(r"«([a-z_]+):([^»]+)»")
TALK = "dorpsgesprek"
SEES = Callable[[GameState, str, bool, str], bool]


def marked_content() -> Content:
    """The small casus, of which one werkwijze says in every secret text what it is."""
    raw: dict[str, Any] = msgspec.to_builtins(small_werkwijze(TALK))
    for id_, merit in raw["merits"].items():
        merit.update(label=f"«merit:{id_}»", won=f"«won:{id_}»", lost=f"«lost:{id_}»")
    for milestone in raw["milestones"].values():
        for id_ in milestone.get("lot", {}).get("pool", {}):
            milestone["lot"]["pool"][id_] = f"«drawn:{id_}»"
        for id_, one in milestone.get("recommendations", {}).items():
            one["text"] = f"«advice:{id_}»"
    parts = raw["parts"]
    for id_, inject in parts["injects"].items():
        inject.update(title=f"«inject:{id_}»", text=f"«inject:{id_}»")
    for id_, card in parts["cards"].items():
        card.update(title=f"«title:{id_}»", text=f"«card:{id_}»", harms=f"«card:{id_}»")
        card["silent"][0]["title"] = f"«card:{id_}»"
    for id_, consequence in parts["consequences"].items():
        consequence.update(title=f"«consequence:{id_}»", text=f"«consequence:{id_}»")
    for end in ("well", "badly"):
        name = f"{TALK}_{'goed' if end == 'well' else 'slecht'}"
        raw[end].update(title=f"«consequence:{name}»", text=f"«consequence:{name}»", headline=f"«consequence:{name}»")
    data = small_data()
    fits = data["casus"]["werkwijzen"]
    fits["forbidden"]["stemdoos"]["why"] = "«law:stemdoos»"
    return with_werkwijzen(msgspec.convert(data, Content), **{TALK: msgspec.convert(raw, Werkwijze)})


CONTENT = marked_content()


def _reached(state: GameState) -> Any:
    return state.werkwijzen[TALK].reached.values() if TALK in state.werkwijzen else ()


def _advice(state: GameState, seat: str, lead: bool, id_: str) -> bool:
    drawn = {person for one in _reached(state) for person in one.drawn}
    needs = {person for one in CONTENT.werkwijzen[TALK].milestones.values() for key, rec in one.recommendations.items() if key == id_ for person in rec.drawn}  # fmt: skip
    return "loten" in state.werkwijzen[TALK].reached and (not needs or bool(needs & drawn))


def _judged(won: bool) -> SEES:
    def sees(state: GameState, seat: str, lead: bool, id_: str) -> bool:
        merit = state.werkwijzen[TALK].merits.get(id_)
        return merit is not None and merit.won is won

    return sees


def _inject(state: GameState, seat: str, lead: bool, id_: str) -> bool:
    told = [item.to for item in state.feed.values() if f"«inject:{id_}»" in item.title]
    return lead or state.revealed or any(not to or seat in to for to in told)


def _card(state: GameState, seat: str, lead: bool, id_: str) -> bool:
    held = state.cards.get(id_)
    return held is not None and (lead or seat in held.known or state.revealed)


def _consequence(state: GameState, seat: str, lead: bool, id_: str) -> bool:
    return any(
        one.id == id_ and (not one.to or lead or seat in one.to or state.revealed) for one in state.happened.values()
    )


TABLE: dict[str, SEES] = {
    "merit": lambda state, seat, lead, id_: lead or id_ in state.werkwijzen[TALK].merits,
    "won": _judged(True),
    "lost": _judged(False),
    "drawn": lambda state, seat, lead, id_: any(id_ in one.drawn for one in _reached(state)),
    "advice": _advice,
    "inject": _inject,
    "card": _card,
    "title": _card,
    "consequence": _consequence,
    "law": lambda state, seat, lead, id_: lead,
}


def search(game: Game) -> None:
    """Every byte of every view, against the table."""
    for who in (*game.audiences(), *game.onlookers()):
        for kind, id_ in set(MARK.findall(msgspec.json.encode(game.see(who)).decode())):
            assert _may_see(game.state, who, kind, id_), f"{who.key} sees «{kind}:{id_}» at {game.state.clock.key}"


def _may_see(state: GameState, who: Audience, kind: str, id_: str) -> bool:
    seat = who.seat if who.kind in ("seat", "mirror") else ""
    helps = who.kind == "helper" and kind == "title"  # a tafelhulp writes down which card was told
    return (helps and id_ in state.cards) or TABLE[kind](state, seat, who.kind in ("facilitator", "overview"), id_)


def test_every_kind_of_secret_is_marked() -> None:
    found = {kind for kind, _ in MARK.findall(msgspec.json.encode(CONTENT).decode())}
    assert found == set(TABLE)


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_no_view_holds_what_its_audience_may_not_have(seed: int) -> None:
    random_game(CONTENT, seed, "", 60, search)
