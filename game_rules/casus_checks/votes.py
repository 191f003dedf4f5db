"""Organs must be able to meet, vote and reach a majority, also with seats that nobody plays."""

from __future__ import annotations

from collections.abc import Iterator

from ..vocabulary import casus as c
from .problem import Problem, error, warning


def check_votes(content: c.Content) -> Iterator[Problem]:
    """Weights that are not the council seats, quorum or majority out of reach, members without a stand."""
    casus = content.casus
    if "raad" not in casus.organs:
        yield error("organs", "organ_missing", "Elke gemeente heeft een raad. Voeg het orgaan `raad` toe.")
    for name, organ in casus.organs.items():
        members = {seat: casus.seats[seat] for seat in organ.members if seat in casus.seats}
        yield from _weights(content, name, members)
        votes = {seat: member.weight if name == "raad" else 1 for seat, member in members.items()}
        yield from _quorum(name, members, votes)
        decisions = {key: item for key, item in casus.decisions.items() if item.by == name}
        for seat_id, seat in members.items():
            if all(stand.decision in casus.decisions for stand in seat.stands):
                yield from _stands(seat_id, seat, decisions)
        for key, decision in decisions.items():
            yield from _majority(key, decision, members, votes)
    for seat_id, seat in casus.seats.items():
        yield from _unused_stands(casus, seat_id, seat)


def _weights(content: c.Content, name: str, members: dict[str, c.Seat]) -> Iterator[Problem]:
    total = sum(seat.weight for seat in members.values())
    if name == "raad" and total != content.gemeente.council_seats:
        message = f"De fracties hebben samen {total} zetels, maar de raad heeft er {content.gemeente.council_seats}."
        yield error(f"organs.{name}.members", "weights_not_council", message)


def _quorum(name: str, members: dict[str, c.Seat], votes: dict[str, int]) -> Iterator[Problem]:
    total = sum(votes.values())
    present = sum(votes[seat_id] for seat_id, seat in members.items() if seat.present)
    if members and present * 2 <= total:
        message = f"Er zijn {present} van de {total} stemmen aanwezig. Voor een quorum is meer dan de helft nodig."
        yield error(f"organs.{name}.members", "quorum_impossible", message)


def _stands(seat_id: str, seat: c.Seat, decisions: dict[str, c.Decision]) -> Iterator[Problem]:
    for key in decisions:
        stands = [stand for stand in seat.stands if stand.decision == key]
        if not stands:
            message = f"Zeg hoe deze zetel stemt over `{key}` als niemand haar speelt."
            yield error(f"seats.{seat_id}.stands", "stand_missing", message)
        elif all(stand.when for stand in stands):
            message = f"Alle standpunten over `{key}` hebben een voorwaarde. Sluit af met een standpunt zonder `when`."
            yield warning(f"seats.{seat_id}.stands", "stand_all_conditional", message)


def _unused_stands(casus: c.Casus, seat_id: str, seat: c.Seat) -> Iterator[Problem]:
    settled: set[str] = set()
    for index, stand in enumerate(seat.stands):
        path = f"seats.{seat_id}.stands[{index}]"
        decision = casus.decisions.get(stand.decision)
        organ = casus.organs.get(decision.by) if decision else None
        if decision and (organ is None or seat_id not in organ.members):
            yield warning(path, "stand_unused", f"Deze zetel stemt niet over `{stand.decision}`.")
        elif stand.decision in settled:
            message = f"Een eerder standpunt over `{stand.decision}` geldt altijd. Dit standpunt wordt nooit gebruikt."
            yield warning(path, "stand_unused", message)
        if stand.when is None:
            settled.add(stand.decision)


def _majority(key: str, decision: c.Decision, members: dict[str, c.Seat], votes: dict[str, int]) -> Iterator[Problem]:
    """Whether some option can win when the playable members all vote for it."""
    if decision.rule == "persons":
        return
    present = {name: seat for name, seat in members.items() if seat.present}
    total = sum(votes[name] for name in present)
    best = max(
        (
            sum(votes[name] for name, seat in present.items() if seat.playable or _may_support(seat, key, option))
            for option in decision.options
        ),
        default=0,
    )
    if present and best * 2 <= total:
        message = f"Geen enkele keuze kan een meerderheid halen: hoogstens {best} van de {total} stemmen."
        yield error(f"decisions.{key}.options", "majority_impossible", message)


def _may_support(seat: c.Seat, key: str, option: str) -> bool:
    return any(stand.decision == key and option in stand.supports for stand in seat.stands)
