"""What the ids in a result are called."""

from __future__ import annotations

from collections.abc import Sequence

from game_rules.simulate import POLICIES, Setting, Why
from game_rules.vocabulary.casus import Casus, Content

KIND_NAMES: dict[str, str] = {
    "options": "Keuzes",
    "injects": "Gebeurtenissen",
    "consequences": "Gevolgen",
    "headlines": "Koppen van Eén jaar later (hoe het afliep)",
    "acts": "Ambtshandelingen",
    "cards": "Informatiekaarten die verteld werden",
    "promises": "Toezeggingen die gedaan werden",
    "milestones": "Mijlpalen die gehaald werden",
    "merits": "Punten waarop de werkwijze goed ging",
    "goals": "Doelen van zetels die gehaald werden",
}

POLICY_NAMES = {id_: policy.label for id_, policy in POLICIES.items()}

WHY: dict[Why, str] = {
    "": "",
    "facilitator": "alleen de spelleider kan dit laten gebeuren",
    "skipped_round": "deze editie slaat de ronde over",
    "no_seat": "niemand aan deze tafel kan dit",
    "not_asked": "het besluit kwam nooit op tafel",
    "lapsed": "kwam soms op, maar de voorwaarde gold dan niet",
}
"""Why something was never reached, as far as the casus says."""


def labels_of(content: Content, werkwijzen: Sequence[str]) -> dict[str, dict[str, str]]:
    """Per kind what every id is called, with what these werkwijzen add."""
    edition = next(iter(content.casus.editions))
    casus = Setting(content=content, edition=edition, seats=(), werkwijzen=tuple(werkwijzen)).casus
    held = {id_: content.werkwijzen[id_] for id_ in werkwijzen}
    return {
        "indicators": {id_: content.indicators[id_].label for id_ in casus.indicators},
        "rounds": {one.id: one.title for one in casus.rounds},
        "seats": {id_: one.label for id_, one in casus.seats.items()},
        "werkwijzen": {id_: one.label for id_, one in content.werkwijzen.items()},
        "decisions": {id_: one.question for id_, one in casus.decisions.items()},
        **_of_casus(casus),
        "milestones": {f"{id_}.{one}": what.title for id_, w in held.items() for one, what in w.milestones.items()},
        "merits": {f"{id_}.{one}": what.label for id_, w in held.items() for one, what in w.merits.items()},
        "goals": {id_: f"{one.label}: {one.goal}" for id_, one in casus.seats.items() if one.goal_reached},
    }


def _of_casus(casus: Casus) -> dict[str, dict[str, str]]:
    return {
        "options": {
            f"{id_}.{option}": what.text for id_, one in casus.decisions.items() for option, what in one.options.items()
        },
        "injects": {id_: one.title for id_, one in casus.injects.items()},
        "consequences": {id_: one.title for id_, one in casus.consequences.items()},
        "headlines": {id_: one.headline for id_, one in casus.consequences.items() if one.headline},
        "acts": {id_: one.title for id_, one in casus.acts.items()},
        "cards": {id_: one.title for id_, one in casus.cards.items()},
        "promises": {id_: one.text for id_, one in casus.promises.items()},
    }
