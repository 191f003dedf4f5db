"""Stilte en haar prijs: what nobody told in time, and what followed from that."""

from __future__ import annotations

from ..rules import chains
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Happened
from ..vocabulary.views_samenspel import Figure, FollowLine, SamenLine
from .counting import Counted, Measure, Part, Words, number, office
from .knowing import needs

PARTS = (
    Part(key="silent", label="keer zweeg iedereen", whole="moments"),
    Part(key="spoken", label="keer vertelde iemand het op tijd", whole="moments"),
)
WORDS = Words(
    label="Stilte en haar prijs",
    icon="eye-off",
    about="Hoe vaak hoorde niemand op tijd wat op een kaart stond, en wat volgde daaruit?",
    covers="Dit telt de momenten die de casus noemt. Een gevolg telt mee als het uit de stilte volgt, ook via een ander"
    " gevolg. Wat het verschoof, is een aanname van de casus.",
    beyond="Een gevolg kan ook nog een andere oorzaak hebben. Waarom iemand zweeg, weet de app niet.",
    empty="Er is niets vastgelegd over stilte: er was nog geen moment waarop een kaart verteld moest zijn.",
)


def count(state: GameState, everything: bool) -> Counted:
    """Each silence, and each that was avoided, for who held the card first; what followed once, however many silences led to it."""
    after = following(state)
    silent = [(state.cards[_card(id_)].first, "silent") for id_ in state.silences]
    spoken = [(state.cards[_card(id_)].first, "spoken") for id_ in _avoided(state)]
    once = {one.id: one for found in after.values() for one in found}
    lines = tuple(_line(state, id_, found) for id_, found in after.items())
    return Counted(entries=(*silent, *spoken), extra=_price(once) if silent else (), lines=lines)


def following(state: GameState) -> dict[str, list[Happened]]:
    """Per silence (`<card>.<index>`) the consequences that stand and go back to it, near or far, in order."""
    found: dict[str, list[Happened]] = {id_: [] for id_ in state.silences}
    for id_, firsts in chains.origins(state).items() if found else ():
        for cause in firsts:
            if cause.kind == "silence" and cause.id in found:
                found[cause.id].append(state.happened[id_])
    return found


def _avoided(state: GameState) -> dict[str, None]:
    told = (need.silence for need in needs(state) if need.silence and need.status == "on_time")
    return {id_: None for id_ in told if id_ not in state.silences}


def _price(followed: dict[str, Happened]) -> tuple[Figure, ...]:
    moved = sum(chains.weight(one) for one in followed.values())
    return (
        Figure(key="follows", label="gevolgen die daaruit volgden", count=len(followed)),
        Figure(
            key="moved",
            label="punten die de cijfers daardoor verschoven, omhoog en omlaag samen (aanname)",
            count=moved,
        ),
    )


def _line(state: GameState, id_: str, followed: list[Happened]) -> SamenLine:
    name, _, index = id_.rpartition(".")
    silence = state.casus.cards[name].silent[int(index)]
    return SamenLine(
        id=id_, title=silence.title, who=office(state, state.cards[name].first), round=number(state, silence.round),
        follows=tuple(_follow(state, one) for one in followed),
    )  # fmt: skip


def _follow(state: GameState, one: Happened) -> FollowLine:
    labels = state.content.indicators
    shifts = {labels[key].label: shift for key, shift in one.shifts.items() if shift and key in labels}
    return FollowLine(id=one.id, title=one.title, round=0 if one.epilogue else number(state, one.round), shifts=shifts)


def _card(id_: str) -> str:
    return id_.rpartition(".")[0]


MEASURE = Measure(
    id="stilte", words=WORDS, parts=PARTS, count=count, reads=("cards", "silences", "happened"), secret=True
)
