"""What somebody wants to have simulated, checked: every mistake names its place and says what can be chosen.

Codes: `runs_wrong`, `edition_unknown`, `policy_unknown`, `seat_unknown`, `seat_not_playable`,
`seat_twice`, `too_many_werkwijzen`, `werkwijze_unknown`, and those of the rules: `werkwijze_not_here`, `werkwijze_forbidden`,
`werkwijze_unaffordable`. `details["place"]` is the field: runs, edition, policy or werkwijze.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game_rules.simulate import POLICIES, refusal_of, usual_table
from game_rules.vocabulary.base import Word
from game_rules.vocabulary.casus import Casus, Content
from game_rules.vocabulary.errors import RuleError

from ..service.errors import ServiceError

NONE = "geen"
"""How one says: without a werkwijze, also when the table could choose one during play."""
FREE = "zelf"
"""How one says: no werkwijze is chosen before the start, and during play the table chooses for itself."""
MOST_WERKWIJZEN = 4
USUAL_POLICY = "eigen_doel"
USUAL_SEED = "dnalab"
USUAL_EDITION = "dagdeel"


class Order(Word, omit_defaults=False):
    """What is simulated. werkwijzen: each is a set of runs of its own (or NONE, or FREE). policies: per seat at the table.

    runs: per werkwijze. Run `i` of every werkwijze has the same seed `<seed>:<i>`, so that only the werkwijze differs.
    Only with FREE the table chooses one during play; otherwise it stays with what it has.
    """

    casus: str
    edition: str
    werkwijzen: tuple[str, ...]
    policies: dict[str, str]
    runs: int
    seed: str

    @property
    def games(self) -> int:
        """How many games that is together."""
        return self.runs * len(self.werkwijzen)


class OrderError(ServiceError):
    """Something that was asked for does not exist or cannot be. `details["place"]` names where."""

    def __init__(self, code: str, place: str, message: str) -> None:
        super().__init__(code, message, 400, place=place)
        self.place = place


def order_of(
    content: Content, *, edition: str, werkwijzen: Iterable[str], policies: Sequence[str], runs: int, seed: str, most: int
) -> Order:  # fmt: skip
    """The order for what was typed or chosen. policies: `NAME` for all seats, `SEAT=NAME` for one; the last one counts.

    most: how many runs per werkwijze are allowed. Raises OrderError.
    """
    casus = content.casus
    if not 1 <= runs <= most:
        raise OrderError("runs_wrong", "runs", f"Kies een aantal spellen van 1 tot en met {_thousands(most)}.")
    known = edition or next((one for one in (USUAL_EDITION, *casus.editions) if one in casus.editions), "")
    if known not in casus.editions:
        raise OrderError(
            "edition_unknown",
            "edition",
            f"De casus `{casus.id}` heeft geen editie `{known}`. Kies uit: {_list(casus.editions)}.",
        )
    return Order(
        casus=casus.id,
        edition=known,
        werkwijzen=_werkwijzen(content, known, werkwijzen),
        policies=_policies(casus, policies),
        runs=runs,
        seed=seed or USUAL_SEED,
    )


def _werkwijzen(content: Content, edition: str, wanted: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(name.strip() for name in wanted if name.strip())) or (FREE,)
    if len(found) > MOST_WERKWIJZEN:
        raise OrderError(
            "too_many_werkwijzen",
            "werkwijze",
            f"Kies hoogstens {MOST_WERKWIJZEN} werkwijzen tegelijk, nu {len(found)}.",
        )
    for name in found:
        _check_werkwijze(content, edition, name)
    return found


def _check_werkwijze(content: Content, edition: str, name: str) -> None:
    """Whether the rules let a table start with it."""
    if name in (NONE, FREE):
        return
    choose = f"Kies uit: {_list((FREE, NONE, *content.werkwijzen))}."
    if name not in content.werkwijzen and name not in content.forbidden:
        raise OrderError(
            "werkwijze_unknown", "werkwijze", f"De casus `{content.casus.id}` kent geen werkwijze `{name}`. {choose}"
        )
    refusal: RuleError | None = refusal_of(content, edition, name)
    if refusal is not None:
        raise OrderError(refusal.code, "werkwijze", f"Werkwijze `{name}`: {refusal.message} {choose}")


def _policies(casus: Casus, typed: Sequence[str]) -> dict[str, str]:
    """The policy of every seat at the table: that of the usual size, with seats that were named besides."""
    whole, named = USUAL_POLICY, dict[str, str]()
    for text in typed:
        seat, equals, name = text.partition("=")
        if not equals:
            whole = _policy(text, text)
        elif _seat(casus, seat.strip(), text) in named:
            raise OrderError("seat_twice", "policy", f"`{text}`: de zetel `{seat.strip()}` staat er twee keer.")
        else:
            named[seat.strip()] = _policy(name, text)
    table = {*usual_table(casus), *named}
    return {seat: named.get(seat, whole) for seat in casus.seats if seat in table}


def _policy(name: str, typed: str) -> str:
    if name.strip() not in POLICIES:
        raise OrderError(
            "policy_unknown",
            "policy",
            f"`{typed}`: er is geen speelstijl `{name.strip()}`. Kies uit: {_list(POLICIES)}; of ZETEL=SPEELSTIJL.",
        )
    return name.strip()


def _seat(casus: Casus, seat: str, typed: str) -> str:
    playable = [id_ for id_, one in casus.seats.items() if one.playable and not one.follow_up]
    if seat not in casus.seats:
        raise OrderError(
            "seat_unknown",
            "policy",
            f"`{typed}`: de casus `{casus.id}` heeft geen zetel `{seat}`. Kies uit: {_list(playable)}.",
        )
    if seat not in playable:
        raise OrderError(
            "seat_not_playable",
            "policy",
            f"`{typed}`: de zetel `{seat}` speelt niemand vanaf het begin. Kies uit: {_list(playable)}.",
        )
    return seat


def _list(names: Iterable[str]) -> str:
    return ", ".join(names)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
