"""What the pages of a comparison draw, worked out from a Comparison alone. The same for page, projector and paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from game_rules.comparison import Comparison
from game_rules.comparison.structs import Answer, Carried, Counted, Course, Far, Followed, Parting, Question, Table, Way
from game_rules.vocabulary.views import Spread

from ..charts import Strand, small_multiple, swatch
from ..texts_nl import COMPARED_KINDS, MILESTONE_STATES, RINGS, SCALES, WAY_STATES, counted
from .pictures import for_paper

LETTERS = "ABCDEFGHIJ"

SIDE_BY_SIDE = 4
"""So many tables fit beside each other; more of them stand in groups."""

FEW_PARTINGS = 5
"""So many differences stand open below the first one."""

FEW_FOLLOWED = 9
"""So many consequences that did not fall everywhere stand open."""

LATE = "Later gehaald dan gevraagd"

LAPTOP_WIDE, HALL_WIDE = 320, 540
"""Units across a small picture."""

HALL_ROWS = 4
"""So many differences or questions fit on the screen of the hall; half of them with many tables."""


@dataclass(frozen=True, slots=True)
class Group:
    """Tables that did the same. places: of these tables, in order."""

    places: tuple[int, ...]
    text: str
    more: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture with what stands above it (empty: nothing)."""

    head: str
    drawn: Markup


@dataclass(frozen=True)
class Compared:
    """A comparison with everything that is drawn. key: makes the ids unique where several stand on a page.

    wide: pictures are for the screen of the hall.
    """

    of: Comparison
    key: str = "vg"
    wide: bool = False

    @property
    def many(self) -> bool:
        """Too many tables to stand beside each other."""
        return len(self.of.tables) > SIDE_BY_SIDE

    @property
    def tables(self) -> list[tuple[int, str, Table]]:
        """Place, letter and table of each."""
        return [(place, LETTERS[place], table) for place, table in enumerate(self.of.tables)]

    @property
    def still_playing(self) -> list[str]:
        """The tables that have not come to one year later."""
        return [table.label for table in self.of.tables if not table.later]

    @property
    def hidden(self) -> bool:
        """Whether something of a table is still secret."""
        return not all(table.revealed for table in self.of.tables)

    @property
    def editions(self) -> bool:
        """Whether not every table plays the same version."""
        return len({table.edition for table in self.of.tables}) > 1

    def sections(self) -> list[Section]:
        """What there is to say, in order."""
        return [one for one in SECTIONS if one.there(self)]

    @staticmethod
    def letter(place: int) -> str:
        """What a table is called in a picture."""
        return LETTERS[place]

    @staticmethod
    def swatch(place: int) -> Markup:
        """The colour, dash and shape of a table."""
        return swatch(place)

    # --- the indicators ----------------------------------------------------------------------------------------------

    @cached_property
    def heads(self) -> list[str]:
        """The columns in the few letters that fit below a small picture."""
        words = {"begin": "Begin", "later": "Later"}
        return [words.get(one.id, one.label.removeprefix("Ronde ")) for one in self.of.columns]

    def pictures(self, course: Course) -> list[Picture]:
        """Every table in one picture; of many tables a picture each, with the others in grey (not in the hall)."""
        strands = [
            Strand(LETTERS[place], table.label, course.values[place], place)
            for place, table in enumerate(self.of.tables)
        ]
        title, chart = f"{course.label} per tafel", f"{self.key}-{course.id}"
        if not self.many or self.wide:
            width = HALL_WIDE if self.wide else LAPTOP_WIDE
            return [Picture("", small_multiple(strands, self.heads, chart=chart, title=title, width=width))]
        return [
            Picture(
                f"{strand.letter} {strand.name}",
                small_multiple(
                    strands, self.heads, chart=f"{chart}-{at}", title=f"{course.label}: {strand.name}", lit=at,
                    width=230, height=140,
                ),
            )
            for at, strand in enumerate(strands)
            if strand.points
        ]  # fmt: skip

    @property
    def without_figures(self) -> list[str]:
        """The tables that show no figures now."""
        return [
            table.label
            for place, table in enumerate(self.of.tables)
            if not any(course.start(place) is not None for course in self.of.courses)
        ]

    # --- what was decided, and where they went apart -----------------------------------------------------------------

    def answers(self, question: Question) -> list[Group]:
        """What was answered, each with the tables that did."""
        return _grouped((answer.text, answer.how, answer.kind not in _OPEN) for answer in question.answers)

    def when(self, answer: Answer) -> str:
        """In which round it was answered."""
        return self.of.column(answer.round).lower() if answer.kind not in _OPEN else ""

    def did(self, parting: Parting) -> list[Group]:
        """What was done, each with the tables that did; with and by whom where few tables are compared."""
        details = [(LETTERS[place], one.detail) for place, one in enumerate(parting.did)]
        alone = len({(one.text, one.detail) for one in parting.did}) == len({one.text for one in parting.did})
        return _grouped(
            (one.text, "" if self.many or not detail else detail if alone else f"{letter} {detail}", one.known)
            for one, (letter, detail) in zip(parting.did, details, strict=True)
        )

    def of_parting(self, parting: Parting) -> str:
        """What kind of difference it is, and when it began."""
        when = "voor het begin" if parting.column == "begin" else self.of.column(parting.column).lower()
        return f"{COMPARED_KINDS[parting.kind]}, {when}"

    @property
    def first(self) -> Parting | None:
        """The first thing in which tables differ."""
        return self.of.partings[0] if self.of.partings else None

    @property
    def next_few(self) -> tuple[Parting, ...]:
        """The differences after the first that stand open."""
        return self.of.partings[1 : 1 + FEW_PARTINGS]

    @property
    def rest(self) -> tuple[Parting, ...]:
        """The differences after those."""
        return self.of.partings[1 + FEW_PARTINGS :]

    @property
    def _rows(self) -> int:
        return HALL_ROWS // 2 if self.many else HALL_ROWS

    @property
    def telling(self) -> tuple[Parting, ...]:
        """The differences for the screen of the hall: the first, and of the others those that weigh most."""
        weight = {kind: at for at, kind in enumerate(("werkwijze", "decision", "recommendation", "act"))}
        rest = sorted(self.of.partings[1:], key=lambda one: weight.get(one.kind, len(weight)))
        chosen = [*self.of.partings[:1], *rest][: self._rows]
        return tuple(one for one in self.of.partings if one in chosen)

    @property
    def disputed(self) -> tuple[Question, ...]:
        """The questions for the screen of the hall: first those on which tables differ."""
        differ = [one for one in self.of.questions if not one.same]
        chosen = [*differ, *(one for one in self.of.questions if one.same)][: self._rows]
        return tuple(one for one in self.of.questions if one in chosen)

    @staticmethod
    def said(spread: Spread) -> str:
        """How answers are spread, in words: `2 keer gewenst, 1 keer heel gewenst`."""
        words = SCALES["wish"]
        return ", ".join(f"{count} keer {words[at]}" for at, count in enumerate(spread.counts) if count)

    @staticmethod
    def on_paper(picture: Markup) -> Markup:
        """A picture with the letters of the report."""
        return for_paper(picture)

    # --- how the werkwijze went --------------------------------------------------------------------------------------

    @staticmethod
    def ended(way: Way) -> list[Group]:
        """How it went as a whole."""
        return _grouped((WAY_STATES[one.state], "", bool(one.state)) for one in way.tables)

    @staticmethod
    def milestones(way: Way) -> list[tuple[str, list[Group]]]:
        """Every milestone, with the tables that reached it."""
        titles = {id_: card.title for one in way.tables for id_, card in one.milestones.items()}
        return [(title, _of_some(way, id_, _milestone)) for id_, title in titles.items()]

    @staticmethod
    def merits(way: Way) -> list[tuple[str, list[Group]]]:
        """Every merit that was judged, with the tables that won it."""
        labels = {id_: card.label for one in way.tables for id_, card in one.merits.items()}
        return [(label, _of_some(way, id_, _merit)) for id_, label in labels.items()]

    # --- how people worked together ----------------------------------------------------------------------------------

    def counted(self, counted: Counted) -> list[str]:
        """One number of samenspel, per table: `3 van 5`, or a dash where nothing was recorded."""
        return [
            f"{one.count} van {one.of}" if one and one.of else str(one.count) if one else "–" for one in counted.figures
        ]

    # --- what followed -----------------------------------------------------------------------------------------------

    @cached_property
    def reach_rows(self) -> list[tuple[str, list[str]]]:
        """How far it went, per table."""
        return [
            ("Gevolgen", [str(far.reach.consequences) for far in self.of.reach]),
            ("Langste keten", [counted(len(far.chain), "stap", "stappen") for far in self.of.reach]),
            ("Reikte tot", [_ring(far) for far in self.of.reach]),
            ("Rondes tussen oorzaak en laatste gevolg", [str(far.reach.rounds) for far in self.of.reach]),
            (
                "Toezeggingen nagekomen",
                [f"{one.kept} van {one.made}" if one.made else "niets toegezegd" for one in self.of.promises],
            ),
        ]

    @property
    def far_off(self) -> tuple[Followed, ...]:
        """Of what did not fall everywhere, the few that reached furthest."""
        return self.of.followed[:FEW_FOLLOWED]

    @property
    def nearby(self) -> tuple[Followed, ...]:
        """The others."""
        return self.of.followed[FEW_FOLLOWED:]

    def fell(self, columns: Sequence[str]) -> list[tuple[int, str]]:
        """The tables where it fell, with when."""
        return [(place, self.of.column(column).lower()) for place, column in enumerate(columns) if column]


_OPEN = ("open", "later", "elsewhere")


def _grouped(said: Iterable[tuple[str, str, bool]]) -> list[Group]:
    """Tables with the same text together, in the order of the first of each."""
    found: dict[tuple[str, bool], list[tuple[int, str]]] = {}
    for place, (text, more, known) in enumerate(said):
        found.setdefault((text, known), []).append((place, more))
    return [
        Group(
            tuple(place for place, _ in ones), text, "; ".join(dict.fromkeys(more for _, more in ones if more)), known
        )
        for (text, known), ones in found.items()
    ]


def _of_some(way: Way, id_: str, words: Callable[[Carried, str], str]) -> list[Group]:
    """The tables that chose this werkwijze, together where the words are the same."""
    found: dict[str, list[int]] = {}
    for place, one in enumerate(way.tables):
        if one.state and words(one, id_):
            found.setdefault(words(one, id_), []).append(place)
    return [Group(tuple(places), text) for text, places in found.items()]


def _milestone(one: Carried, id_: str) -> str:
    card = one.milestones.get(id_)
    if card is None:
        return ""
    return LATE if id_ in one.late else MILESTONE_STATES[card.state]


def _merit(one: Carried, id_: str) -> str:
    card = one.merits.get(id_)
    return f"{'Gelukt' if card.won else 'Niet gelukt'}. {card.words}".strip() if card and card.judged else ""


def _ring(far: Far) -> str:
    return RINGS[max(far.reach.rings)] if far.reach.rings else "–"


# --- sections --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a comparison: a template in templates/comparison/ with the same name. hall: it has a screen in the hall."""

    id: str
    title: str
    icon: str
    there: Callable[[Compared], bool] = lambda compared: True
    hall: bool = True


SECTIONS = (
    Section("uiteen", "Waar de tafels uiteengingen", "arrows-split"),
    Section("stand", "De stand na elke ronde", "chart-line", lambda compared: bool(compared.of.courses)),
    Section("besluiten", "Besluiten naast elkaar", "gavel", lambda compared: bool(compared.of.questions)),
    Section("werkwijzen", "Hoe de werkwijze ging", "route", lambda compared: bool(compared.of.ways)),
    Section("gevolgen", "Hoe ver het reikte", "affiliate"),
    Section("samen", "Hoe er is samengewerkt", "users-group", lambda compared: bool(compared.of.samenspel), hall=False),
    Section("gewenst", "Gewenst of niet", "scale", lambda compared: bool(compared.of.judged)),
)
"""Everything that is told, in order. Those for the hall come on the projector one by one."""

HALL_PARTS = tuple(one.id for one in SECTIONS if one.hall)
