"""What the pages of a report draw, worked out from a Report alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from markupsafe import Markup

from game_rules.projections.report import Report
from game_rules.projections.report.structs import IndicatorLine, KnowRow, Movement, RoundPart, WayPart
from game_rules.samenspel import TALK
from game_rules.tracing import Graph, drawable, reach
from game_rules.vocabulary.views import (
    ConsequenceCard,
    DecisionCard,
    MeasureCard,
    PulseCard,
    RecommendationCard,
    SeatCard,
    Spread,
    VoteLine,
)

from ..charts import spread_bars
from ..newspaper import newspaper_date
from ..texts_nl import FEED_KINDS, PRACTICE, RINGS, SCALES, counted, hhmm
from . import pictures
from .compared import Compared
from .known import Known
from .sections import Section, sections_of
from .short import in_short
from .traced import LedTo, choices_of


class Ordered(Protocol):
    """What stands in a collection of a View."""

    @property
    def order(self) -> int:
        """Its place."""


T = TypeVar("T", bound=Ordered)


@dataclass(frozen=True)
class ReportPage:
    """A report with everything that is drawn. key: makes the ids of this report unique where several stand on a page.

    title: of the room. names: of the people on the seats by participant; empty: no names. among: one of several reports,
    so without what is said once for all of them. beside: this table among others; beside_at: the page of that (empty: none).
    replay_at: where one looks back at a moment (empty: nowhere).
    """

    report: Report
    key: str = "v"
    title: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    among: bool = False
    beside: Compared | None = None
    beside_at: str = ""
    replay_at: str = ""

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What stands in this report."""
        return sections_of(self.report, among=self.among, beside=self.beside is not None)

    # --- words -------------------------------------------------------------------------------------------------------

    @property
    def date(self) -> str:
        """The day on which it was played."""
        return newspaper_date(self.report.began_at) if self.report.began_at else "nog niet gespeeld"

    @property
    def times(self) -> str:
        """From when till when it was played."""
        found = self.report
        return f"{hhmm(found.began_at)} tot {hhmm(found.ended_at)} uur" if found.began_at else ""

    @cached_property
    def short(self) -> tuple[str, ...]:
        """The sentences of *In het kort*."""
        return in_short(self.report)

    @cached_property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The numbers at the beginning, each with what it counts."""
        far = self.report.reach
        facts = [
            (str(self.decided), "vragen beslist"),
            (str(far.consequences), "gevolgen"),
            (str(len(far.chain)), "stappen in de langste keten"),
            (self.furthest_ring, "zo ver reikte het"),
        ]
        if self.report.promises:
            facts.append((self.kept, "toezeggingen nagekomen"))
        return tuple(facts)

    @property
    def decided(self) -> int:
        """How many questions were decided."""
        return sum(1 for one in self.report.decisions.values() if one.status == "decided")

    @property
    def kept(self) -> str:
        """How many of the promises were kept."""
        promises = [one.status for one in self.report.promises.values()]
        return f"{promises.count('kept')} van {len(promises)}" if promises else "geen"

    @property
    def people(self) -> int:
        """How many seats a person plays."""
        return sum(1 for seat in self.report.seats.values() if seat.player == "person")

    @property
    def furthest_ring(self) -> str:
        """How far it reached."""
        rings = self.report.reach.rings
        return RINGS[max(rings)].capitalize() if rings else "–"

    @staticmethod
    def ordered(items: Mapping[str, T]) -> list[tuple[str, T]]:
        """A collection of a View in its own order."""
        return sorted(items.items(), key=lambda pair: pair[1].order)

    def seat(self, id_: str) -> str:
        """What a seat is called."""
        found = self.report.seats.get(id_)
        return found.label if found else id_

    def brief(self, id_: str) -> str:
        """The same, short enough for a narrow column."""
        found = self.report.seats.get(id_)
        if found is None or not found.playable:
            return found.label if found else id_
        alone = sum(1 for other in self.report.seats.values() if other.role == found.role and other.playable) == 1
        return found.role_label if alone else found.label.removeprefix("Fractie ")

    def seats(self, ids: tuple[str, ...]) -> str:
        """Several seats in one line."""
        return ", ".join(self.brief(id_) for id_ in ids)

    def who(self, seat: SeatCard) -> str:
        """Who played a seat: a name only where names were asked for."""
        people = [self.names[id_] for id_ in (seat.holder, seat.shadow) if id_ in self.names]
        if people:
            return " en ".join(people)
        words = {"person": "deelnemer", "computer": "computer", "facilitator": "spelleider"}
        found = words.get(seat.player, "niemand")
        return "twee deelnemers" if seat.holder and seat.shadow else found

    def kind(self, word: str) -> str:
        """The kind of something that happened."""
        return FEED_KINDS[word][0]

    def shifts(self, card: ConsequenceCard) -> str:
        """What a consequence moved."""
        return pictures.shifts_of(self.report, card)

    def round_name(self, id_: str) -> str:
        """`Ronde 2`, or what is not a played round."""
        found = next((part for part in self.report.rounds if part.id == id_), None)
        return f"Ronde {found.number}" if found and found.number else found.title if found else ""

    def votes(self, lines: Mapping[str, VoteLine], side: str) -> str:
        """Who voted for or against, with how many votes where a seat has more than one."""
        found = [
            (self.brief(id_), getattr(line, f"votes_{side}"))
            for id_, line in sorted(lines.items(), key=lambda pair: pair[1].order)
            if line.shown and getattr(line, f"votes_{side}")
        ]
        return ", ".join(f"{label} ({count})" if count > 1 else label for label, count in found)

    # --- the werkwijze ------------------------------------------------------------------------------------------------

    @property
    def ways(self) -> list[WayPart]:
        """What the table chose, each as it carried it out."""
        return list(self.report.ways.values())

    @staticmethod
    def chosen(way: WayPart) -> str:
        """How it was chosen, and when."""
        when = f" in {way.chosen.round[:1].lower()}{way.chosen.round[1:]}" if way.chosen.round else ", voor het begin"
        if way.how == "decision":
            question = f" bij de vraag ‘{way.decision}’" if way.decision else ""
            return f"Gekozen door een besluit{question}{when}."
        words = "Anders gekozen in deze kopie" if way.how == "fork" else "Gekozen door de spelleider"
        return f"{words}{when}."

    @staticmethod
    def verdict(way: WayPart) -> str:
        """How it went as a whole: what was won, and how much was needed."""
        judged = [one for one in way.card.merits.values() if one.judged]
        if not judged:
            return ""
        won = sum(1 for one in judged if one.won)
        return (
            f"{won} van de {counted(len(judged), 'punt', 'punten')} {'is' if won == 1 else 'zijn'} gelukt. "
            f"Goed uitgevoerd is hier: minstens {way.card.enough}. Dat is een aanname van de makers."
        )

    @staticmethod
    def recommendations(way: WayPart) -> list[RecommendationCard]:
        """Everything that was recommended, in order."""
        miles = sorted(way.card.milestones.values(), key=lambda one: one.order)
        return [one for mile in miles for one in sorted(mile.recommendations.values(), key=lambda card: card.order)]

    def followed(self, way: WayPart) -> list[ConsequenceCard]:
        """What followed from how it went as a whole."""
        return [self.report.consequences[id_] for id_ in way.followed if id_ in self.report.consequences]

    # --- tables ------------------------------------------------------------------------------------------------------

    @cached_property
    def chain(self) -> tuple[tuple[str, str, str], ...]:
        """The longest chain: per step its kind, its title and when."""
        found = [self.report.graph.nodes[key] for key in self.report.reach.chain]
        return tuple((node.kind, node.title, self.when(node.number)) for node in found)

    def when(self, number: int) -> str:
        """The round of a node of the graph."""
        columns = pictures.columns_of(self.report)
        return columns[min(number, len(columns) - 1)]

    @cached_property
    def choices(self) -> tuple[LedTo, ...]:
        """What each choice of the table led to."""
        return choices_of(self.report, self.when)

    @property
    def reached(self) -> tuple[tuple[str, str], ...]:
        """How far it all went, as numbers with what they count."""
        far = self.report.reach
        numbers = (
            (len(far.chain), "stap in de langste keten", "stappen in de langste keten"),
            (far.rounds, "ronde", "rondes"),
            (len(far.rings), "kring geraakt", "kringen geraakt"),
            (len(far.seats), "zetel geraakt", "zetels geraakt"),
            (len(far.indicators), "indicator bewoog", "indicatoren bewogen"),
        )
        return tuple((str(number), one if number == 1 else many) for number, one, many in numbers if number)

    @property
    def practised(self) -> list[tuple[ConsequenceCard, str]]:
        """The consequences of which people said whether they fit with their practice, with how many said what."""
        found = self.report.consequences
        cards = sorted(self.report.practice.items(), key=lambda pair: pair[1].order)
        return [(found[id_], self.practice(card.answers)) for id_, card in cards if id_ in found and card.answers]

    @property
    def silence(self) -> tuple[str, int]:
        """The costliest silence and how much followed from it; nothing: an empty title."""
        found = self.report
        if found.silence not in found.graph.nodes:
            return "", 0
        return found.graph.nodes[found.silence].title, reach(found.graph, found.silence).consequences

    @cached_property
    def furthest(self) -> tuple[ConsequenceCard, ...]:
        """What reached beyond the municipality or fell one year later, furthest first: at most six."""
        cards = [one for one in self.report.consequences.values() if one.ring >= 3]
        return tuple(sorted(cards, key=lambda one: (-one.ring, -one.order)))[:6]

    def far_of(self, part: RoundPart) -> list[ConsequenceCard]:
        """The consequences of a round, what reached furthest first."""
        found = [self.report.consequences[id_] for id_ in part.consequences if id_ in self.report.consequences]
        return sorted(found, key=lambda one: (-one.ring, one.order))

    def decided_in(self, part: RoundPart) -> list[DecisionCard]:
        """What was decided in a round, in order."""
        found = [one for one in self.report.decisions.values() if one.round == part.id and one.status == "decided"]
        return sorted((one for one in found if not one.retracted), key=lambda one: one.order)

    @staticmethod
    def biggest(line: IndicatorLine) -> list[Movement]:
        """The six shifts of an indicator that weigh most."""
        return sorted(line.movements, key=lambda move: -abs(move.shift))[:6]

    @staticmethod
    def per_role(spread: Spread) -> list[tuple[str, str]]:
        """What each role answered: `2 keer gewenst, 1 keer heel gewenst`."""
        return [
            (role, ", ".join(f"{n} keer {SCALES['wish'][at]}" for at, n in enumerate(counts) if n))
            for role, counts in spread.per_role.items()
        ]

    @staticmethod
    def practice(counts: Mapping[str, int]) -> str:
        """Whether people know it from their own practice: `2 keer ja, 1 keer nee`."""
        return ", ".join(f"{counts[key]} keer {word}" for key, (word, _) in PRACTICE.items() if counts.get(key))

    @property
    def weighed(self) -> list[tuple[str, Spread | None, Spread]]:
        """The indicators with how important people found them, before and after."""
        lines = sorted(self.report.weighed.values(), key=lambda line: line.order)
        return [(line.label, line.before, line.after) for line in lines if line.after]

    @property
    def pulses(self) -> list[tuple[str, PulseCard]]:
        """The rounds of which the pulse may be shown."""
        cards = sorted(self.report.pulse.values(), key=lambda card: card.order)
        return [(self.round_name(card.round), card) for card in cards if card.role and card.knew and card.mattered]

    @cached_property
    def known(self) -> Known:
        """Who knew what when: nothing is told any more one year later."""
        rounds = sum(1 for part in self.report.rounds if part.number)
        told = {one.seat for row in self.report.known for one in row.knowers}
        seats = {id_: seat for id_, seat in self.ordered(self.report.seats) if seat.player != "nobody" or id_ in told}
        return Known(self.report.known, seats, self.report.columns[: rounds + 1], key=f"{self.key}-")

    @property
    def measured(self) -> list[tuple[str, MeasureCard]]:
        """How people worked together; nothing when nothing at all was recorded."""
        cards = self.ordered(self.report.together)
        return cards if any(not card.empty for _, card in cards) else []

    @property
    def talk(self) -> str:
        """What no measure knows."""
        return TALK[self.report.game.talk]

    @property
    def kept_alone(self) -> list[KnowRow]:
        """The cards that stayed with who had them."""
        return [row for row in self.report.known if len(row.knowers) <= 1]

    @staticmethod
    def on_paper(picture: Markup) -> Markup:
        """A picture with the letters of the report."""
        return pictures.for_paper(picture)

    # --- pictures ----------------------------------------------------------------------------------------------------

    @cached_property
    def drawn(self) -> Graph:
        """What stands on the map."""
        return pictures.drawn_of(self.report)

    @property
    def left_out(self) -> str:
        """What does not stand on the map, in words."""
        more = len(drawable(self.report.graph).nodes) - len(self.drawn.nodes)
        return f" {counted(more, 'ding staat', 'dingen staan')} niet op de kaart, wel in het verloop." if more else ""

    @property
    def map(self) -> Markup:
        """The map of consequences."""
        return pictures.map_of(self.report, self.drawn, f"{self.key}-kaart")

    @property
    def course(self) -> Markup:
        """The indicators from round to round."""
        return pictures.course_of(self.report, f"{self.key}-lijnen")

    def spread(self, counts: tuple[int, ...], low: str = "niet gewenst", high: str = "gewenst") -> Markup:
        """How answers are spread."""
        return pictures.for_paper(spread_bars(counts, low=low, high=high, height=34))
