"""Everything that could have happened in a set of games: what of it never did, and a reason when the casus knows one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from ..vocabulary.base import Fact
from ..vocabulary.casus import AtMoment, AtStart, ByChance, ByHand, Casus, Content, Inject, InReserve, OnCondition
from ..weaving import weave

Kind = Literal[
    "options", "injects", "consequences", "headlines", "acts", "cards", "promises", "milestones", "merits", "goals"
]
Why = Literal["", "facilitator", "skipped_round", "no_seat", "not_asked", "lapsed"]
"""facilitator: only who leads can do it. skipped_round: this edition skips its round. no_seat: nobody at this table can.
not_asked: the question never came up. lapsed: it came up, but then its condition did not hold. Empty: the casus does not say."""


class Never(Fact):
    """Something that no run reached."""

    id: str
    why: Why = ""


class Setting(Fact):
    """What was played: the content, the edition, the seats at the table, the werkwijzen that held in at least one run.

    laid_down: decisions of which the outcome was laid down beforehand, with that outcome.
    """

    content: Content
    edition: str
    seats: tuple[str, ...]
    werkwijzen: tuple[str, ...] = ()
    laid_down: dict[str, str] = {}

    @property
    def casus(self) -> Casus:
        """The casus with what these werkwijzen add to it."""
        return weave(self.content, self.werkwijzen).casus

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds that are played."""
        skipped = self.content.casus.editions[self.edition].skip
        return tuple(one.id for one in self.content.casus.rounds if one.id not in skipped)


def possible(setting: Setting) -> dict[Kind, dict[str, Why]]:
    """Per kind the ids of what could happen, in the order of the casus, with why it may never do so.

    What was laid down beforehand and what the law makes void are left out.
    """
    casus, rounds = setting.casus, setting.rounds
    bound = {id_: setting.content.werkwijzen[id_] for id_ in setting.werkwijzen}
    return {
        "options": {
            f"{id_}.{option}": _of_round(rounds, (one.round,))
            for id_, one in casus.decisions.items()
            if id_ not in setting.laid_down
            for option in one.options
        },
        "injects": {id_: _of_inject(rounds, one) for id_, one in casus.injects.items()},
        "consequences": dict.fromkeys(casus.consequences, ""),
        "headlines": dict.fromkeys((id_ for id_, one in casus.consequences.items() if one.headline), ""),
        "acts": {
            id_: _of_seats(setting, act.by) or _of_round(rounds, act.rounds)
            for id_, act in casus.acts.items()
            if act.legality != "void"
        },
        "cards": {id_: _of_seats(setting, (card.seat,)) for id_, card in casus.cards.items()},
        "promises": {
            id_: _of_seats(setting, (one.by,)) or _of_round(rounds, one.rounds) for id_, one in casus.promises.items()
        },
        "milestones": {f"{id_}.{one}": "" for id_, werkwijze in bound.items() for one in werkwijze.milestones},
        "merits": {f"{id_}.{one}": "" for id_, werkwijze in bound.items() for one in werkwijze.merits},
        "goals": {id_: "" for id_ in setting.seats if casus.seats[id_].goal_reached},
    }


def never(
    could: Mapping[Kind, Mapping[str, Why]], happened: Mapping[Kind, Mapping[str, int]], asked: Iterable[str],
    lapsed: Iterable[str],
) -> dict[Kind, tuple[Never, ...]]:  # fmt: skip
    """What could happen and did not. asked: the decisions that came up; lapsed: consequences that came up and lapsed."""
    here, gone = frozenset(asked), frozenset(lapsed)
    found: dict[Kind, tuple[Never, ...]] = {}
    for kind, ids in could.items():
        left = (id_ for id_ in ids if not happened[kind].get(id_))
        found[kind] = tuple(Never(id=id_, why=ids[id_] or _seen(kind, id_, here, gone)) for id_ in left)
    return found


def _seen(kind: Kind, id_: str, asked: frozenset[str], lapsed: frozenset[str]) -> Why:
    """What the runs tell about something that was never reached."""
    if kind == "options" and id_.partition(".")[0] not in asked:
        return "not_asked"
    return "lapsed" if kind in ("consequences", "headlines") and id_ in lapsed else ""


def _of_seats(setting: Setting, seats: Iterable[str]) -> Why:
    return "" if set(seats) & set(setting.seats) else "no_seat"


def _of_round(played: tuple[str, ...], rounds: Iterable[str]) -> Why:
    """None named: it belongs to any round."""
    named = tuple(rounds)
    return "skipped_round" if named and not set(named) & set(played) else ""


def _of_inject(played: tuple[str, ...], inject: Inject) -> Why:
    match inject.fires:
        case ByHand() | InReserve():
            return "facilitator"
        case OnCondition(rounds=rounds):
            return _of_round(played, rounds)
        case AtMoment(round=round_) | AtStart(round=round_) | ByChance(round=round_):
            return _of_round(played, (round_,))
