"""Binnen de eigen rol: what an office did that it may, may not, or cannot do."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary.state import GameState
from ..vocabulary.state_parts import ActDone
from ..vocabulary.views_samenspel import SamenLine
from .counting import Counted, Measure, Part, Words, number, office

PARTS = (
    Part(key="legal", label="handelingen binnen de rol", whole="acts"),
    Part(key="void", label="keer geprobeerd wat niet kan", whole="acts"),
    Part(key="hidden", label="keer gedaan wat niet mag, en het kwam niet uit", whole="acts"),
    Part(key="out", label="keer gedaan wat niet mag, en het kwam uit", whole="acts"),
)
WORDS = Words(
    label="Binnen de eigen rol",
    icon="certificate",
    about="Hoe vaak deed iemand iets wat bij de rol hoort, wat niet mag, of wat volgens de wet niet kan?",
    covers="Dit telt de ambtshandelingen in de app. Wat niet kan, weigert de app, met het artikel. Wat niet mag, kan in het"
    " spel wel, en het kan uitkomen.",
    beyond="Wat iemand buiten de app om deed of beloofde, staat er niet in. Ook niet of het verstandig was.",
    empty="Er is niets vastgelegd over ambtshandelingen.",
)
TOLD = {
    "void": "Geweigerd: dit kan niet ({article}).",
    "hidden": "Mag niet ({article}). Het kwam niet uit.",
    "out": "Mag niet ({article}). Het kwam uit.",
}


def count(state: GameState, everything: bool) -> Counted:
    """Every act for the office that did or tried it."""
    entries = tuple((done.by, kind(done)) for done in state.acts.values())
    return Counted(entries=entries, lines=tuple(_lines(state)))


def kind(done: ActDone) -> str:
    """Which part of the measure it is."""
    if done.legality == "forbidden":
        return "out" if done.out else "hidden"
    return done.legality


def _lines(state: GameState) -> Iterator[SamenLine]:
    for id_, done in state.acts.items():
        act, told = state.casus.acts[done.act], TOLD.get(kind(done))
        if told:
            yield SamenLine(
                id=id_, title=act.title, who=office(state, done.by), round=number(state, done.round),
                text=told.format(article=act.article),
            )  # fmt: skip


MEASURE = Measure(id="rol", words=WORDS, parts=PARTS, count=count, reads=("acts",), secret=True)
