"""A werkwijze by hand, in every state that its parts can have, and the list to choose from."""

from __future__ import annotations

from typing import Any

from game_rules.vocabulary import views as v

CARRIED_OUT: tuple[dict[str, Any], ...] = (
    {"command": "reach_milestone", "label": "Dit is gedaan", "group": "milestone", "about": "tafel.horen", "fixed": {"werkwijze": "tafel", "milestone": "horen"}, "texts": {"text": 600}, "prompt": "Wie is er gehoord?", "help": "De buren zijn gehoord", "primary": True, "article": "Gemeentewet 150"},
    {"command": "answer_recommendation", "label": "Geef antwoord op deze aanbeveling", "group": "milestone", "about": "tafel.bord", "fixed": {"werkwijze": "tafel", "milestone": "antwoord", "recommendation": "bord"}, "choices": {"answer": {"taken": "Dit nemen wij over", "partly": "Voor een deel", "rejected": "Niet"}}, "texts": {"reason": 300}, "help": "Zet een bord bij de kade.", "primary": True},
    {"command": "stop_werkwijze", "label": "Stop met: Tafel van buren", "group": "werkwijze", "about": "tafel", "fixed": {"werkwijze": "tafel"}, "texts": {"reason": 300}, "danger": True, "help": "Wat de werkwijze tegenhield, is dan vrij."},
)  # fmt: skip

CHOOSING: tuple[dict[str, Any], ...] = (
    {"command": "drop_werkwijze", "label": "Toch geen werkwijze", "group": "werkwijze", "about": "tafel", "fixed": {"werkwijze": "tafel"}, "help": "Tafel van buren"},
    {"command": "choose_werkwijze", "label": "Kies: Panel", "group": "werkwijze", "about": "panel", "fixed": {"werkwijze": "panel"}, "help": "Iedereen stemt thuis."},
)  # fmt: skip


def milestones() -> dict[str, v.MilestoneCard]:
    """One milestone in every state."""
    return {
        "vraag": v.MilestoneCard(
            order=0, title="De vraag ligt vast", text="De raad zegt wat hij wil weten.", round="Het lek", state="reached",
            by=("Griffier",), said="Wie wist wat, en wanneer?", who="Griffier",
        ),
        "loten": v.MilestoneCard(
            order=1, title="Het lot kiest de buren", text="Twee namen.", round="Het lek", state="reached",
            drawn=("een bakker", "een visser"),
        ),
        "horen": v.MilestoneCard(
            order=2, title="De buren zijn gehoord", text="De raad luistert een uur.", round="De nacht", state="open",
            by=("Griffier", "Groen Waardveen"), article="Gemeentewet 150",
        ),
        "antwoord": v.MilestoneCard(
            order=3, title="Elk advies krijgt antwoord", text="Met een reden.", round="De nacht", state="open",
            by=("Groen Waardveen",),
            recommendations={
                "bord": v.RecommendationCard(order=0, text="Zet een bord bij de kade."),
                "lamp": v.RecommendationCard(order=1, text="Hang een lamp op.", answer="partly", reason="Eén lamp kan.", by="Groen Waardveen"),
            },
        ),
        "laat": v.MilestoneCard(order=4, title="De krant weet het", text="Eén bericht.", round="Het lek", state="missed", waits=("De buren zijn gehoord",)),
        "slot": v.MilestoneCard(order=5, title="De buren lezen mee", text="Aan het slot.", round="De sleutel", state="later", waits=("De buren zijn gehoord",)),
        "vast": v.MilestoneCard(order=6, title="De raad stemt", text="Na het horen.", round="De nacht", state="locked", waits=("De buren zijn gehoord",)),
    }  # fmt: skip


def werkwijzen(**more: Any) -> dict[str, v.WerkwijzeCard]:
    """One that runs, with a gate."""
    fields: dict[str, Any] = {
        "order": 0, "label": "Tafel van buren", "what": "Buren praten mee voordat de raad kiest.", "here": "De buren van de kade praten mee.",
        "cost": "Eén fiche en een avond.", "state": "runs", "milestones": milestones(), "enough": 2,
        "gates": {"0": v.GateCard(decisions=("Gaat het memo open?",), until=("De buren zijn gehoord",), why="Eerst luistert de raad.", article="Gemeentewet 150")},
    }  # fmt: skip
    return {"tafel": v.WerkwijzeCard(**{**fields, **more})}


def judged() -> dict[str, v.WerkwijzeCard]:
    """The same, stopped and judged."""
    merits = {
        "gehoord": v.MeritCard(order=0, label="De buren zijn gehoord", judged=True, won=True, words="Hier luisterde de raad.", moment=12),
        "antwoord": v.MeritCard(order=1, label="Elk advies kreeg antwoord", judged=True, words="Hier bleef het stil.", moment=14),
    }  # fmt: skip
    return werkwijzen(state="stopped", why_stopped="De tijd was op.", merits=merits, gates={})


def choosable() -> dict[str, v.ChoosableCard]:
    """One that was chosen, one that can be, one that the law forbids."""
    return {
        "tafel": v.ChoosableCard(order=0, label="Tafel van buren", short="Eerst de buren.", here="Hier: de kade.", cost="Eén fiche.", chosen=True),
        "panel": v.ChoosableCard(order=1, label="Panel", short="Iedereen stemt thuis.", here="Hier: heel Waardveen.", cost="Niets."),
        "beraad": v.ChoosableCard(order=2, label="Burgerberaad", short="Geloot.", forbidden="Het memo is geheim.", article="Gemeentewet 87"),
    }  # fmt: skip
