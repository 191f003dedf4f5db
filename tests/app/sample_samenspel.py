"""Measures of samenspel by hand: one with everything that a measure can hold, one of the pulse, and one with nothing."""

from __future__ import annotations

from game_rules.vocabulary.views_samenspel import Figure, FollowLine, MeasureCard, RoleLine, SamenLine

ABOUT = "Hoorde iedereen die een kaart nodig had het op tijd?"
COVERS, BEYOND = "Dit telt wat met de app is getoond of aangevinkt.", "Wat niemand aantikte, staat er niet in."


def samenspel() -> dict[str, MeasureCard]:
    """Three of them."""
    figures = (
        Figure(key="on_time", label="op tijd gehoord", count=3, of=5, whole="needed"),
        Figure(key="never", label="niet gehoord", count=2, of=5, whole="needed"),
        Figure(key="delay", label="rondes tussen krijgen en vertellen", count=2),
    )
    roles = {
        "burgemeester": RoleLine(order=0, role="burgemeester", label="Burgemeester", figures=figures[:1]),
        "griffier": RoleLine(order=1, role="griffier", label="Griffier"),
    }
    follows = (FollowLine(id="c1", title="De tribune blijft zitten", round=2, shifts={"Vertrouwen": -4}),)
    lines = {
        "memo.0": SamenLine(
            id="memo.0", title="Niemand hoorde van het memo", who="Wethouder", round=2, follows=follows
        ),
        "speeches": SamenLine(id="speeches", title="Inspraak", figures=figures[:1]),
        "d1": SamenLine(id="d1", title="Meestemmen in de raad", who="Burgemeester", text="Geweigerd: dit kan niet."),
    }
    said = {"about": ABOUT, "covers": COVERS, "beyond": BEYOND}
    return {
        "weten": MeasureCard(order=0, label="Op tijd weten", icon="cards", figures=figures, roles=roles, lines=lines, **said),
        "polsslag": MeasureCard(
            order=1, label="De polsslag", icon="mood-smile", figures=(Figure(key="given", label="antwoorden", count=6),), **said
        ),
        "toezeggingen": MeasureCard(
            order=2, label="Toezeggingen", icon="heart-handshake", empty="Er is niets vastgelegd over toezeggingen.", **said
        ),
    }  # fmt: skip
