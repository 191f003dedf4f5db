"""What a casus is made of: seats, rounds, injects, cards, decisions, acts, consequences. Keys English, values Dutch.

Texts that players read are level B1. Limits (in words) are checked by `game_rules.casus_check`.
Every mapping is keyed by an id (lowercase letters, digits and `_`), unique within its section.
"""

from __future__ import annotations

from typing import Literal

from .base import Word
from .conditions import Condition

Phase = Literal["beeldvorming", "oordeelsvorming", "besluitvorming"]
Ring = Literal[1, 2, 3, 4, 5]
Legality = Literal["legal", "forbidden", "void"]
InjectLook = Literal["nieuws", "telefoon", "brief", "app", "mail", "gerucht", "melding", "bericht"]
Answer = Literal["all", "part", "refused"]


class Indicator(Word):
    """What the four lines on the board mean (cases/indicatoren.yaml). Values run from 0 to 100."""

    label: str
    question: str
    icon: str
    low: str
    high: str


class Power(Word):
    """Something an office may or may not do, with the article it rests on."""

    text: str
    article: str = ""


class Role(Word):
    """An office (cases/rollen.yaml). `resigning`: what stepping down means and its article (none: this office cannot, in play)."""

    label: str
    short: str
    hue: int
    serves: str
    can: tuple[Power, ...]
    cannot: tuple[Power, ...]
    resigning: Power | None = None


class Gemeente(Word):
    """The fictional municipality (cases/gemeenten/<id>.yaml)."""

    id: str
    name: str
    inhabitants: int
    council_seats: int
    newspaper: str
    about: str
    places: tuple[str, ...] = ()


class Stand(Word):
    """How a seat that nobody plays votes: for these options of this decision, against the others."""

    decision: str
    supports: tuple[str, ...]
    when: Condition | None = None


class Budget(Word):
    """Something scarce that a seat holds: so many a round, or so many in the whole game."""

    label: str
    text: str
    per_round: int = 0
    per_game: int = 0


class Seat(Word):
    """One seat at this table. `weight` is the number of votes it has in the raad.

    follow_up: a vervolgrol, only for somebody who resigned; nobody plays it at the start. on_resign: what follows when the
    one on this seat resigns.
    """

    role: str
    label: str
    weight: int = 1
    bloc: Literal["", "coalitie", "oppositie"] = ""
    essential: bool = False
    playable: bool = True
    present: bool = True
    stands: tuple[Stand, ...] = ()
    brief: str = ""
    goal: str = ""
    goal_reached: Condition | None = None
    budgets: dict[str, Budget] = {}
    tasks: dict[str, str] = {}
    follow_up: bool = False
    on_resign: tuple[str, ...] = ()


class Organ(Word):
    """A body that decides by voting. `recorder` may write down the votes that were spoken aloud."""

    label: str
    chair: str
    members: tuple[str, ...]
    recorder: str


class Minutes(Word):
    """Planned length of the four steps of a round, in minutes."""

    read: float = 3
    talk: float = 8
    act: float = 4
    consequences: float = 2


class Outcome(Word):
    """What is stated to have happened in a round that an edition skips."""

    text: str
    decided: dict[str, str] = {}
    consequences: tuple[str, ...] = ()


class Round(Word):
    """One round. `meal` is the length in minutes of the meal after it (0: none)."""

    id: str
    title: str
    phase: Phase
    moment: str
    intro: str
    minutes: Minutes = Minutes()
    guide: tuple[str, ...] = ()
    pulse: bool = False
    rubric: bool = False
    meal: float = 0
    outcome: Outcome | None = None


class Edition(Word):
    """A way to play the casus in the time there is: which rounds are skipped, which steps are longer or shorter."""

    label: str
    duration: int
    skip: tuple[str, ...] = ()
    minutes: dict[str, Minutes] = {}


class AtMoment(Word, tag_field="kind", tag="moment"):
    """So many minutes of game time after the start of the round."""

    round: str
    minute: float


class AtStart(Word, tag_field="kind", tag="start"):
    """When the round starts."""

    round: str


class OnCondition(Word, tag_field="kind", tag="condition"):
    """As soon as the condition holds, in the given rounds (none given: any round)."""

    when: Condition
    rounds: tuple[str, ...] = ()


class ByChance(Word, tag_field="kind", tag="chance"):
    """At a moment of game time, with this chance (0-1), drawn from the seed of the game."""

    round: str
    minute: float
    chance: float


class ByHand(Word, tag_field="kind", tag="hand"):
    """When the facilitator finds it fitting, meant for this round."""

    round: str


class InReserve(Word, tag_field="kind", tag="reserve"):
    """In the reserve deck of the facilitator."""


Trigger = AtMoment | AtStart | OnCondition | ByChance | ByHand | InReserve


class Inject(Word):
    """A casus event. `to`: the seats that receive it (none: everybody). `expected`: what the facilitator may see happen."""

    title: str
    text: str
    look: InjectLook
    source: str
    fires: Trigger
    to: tuple[str, ...] = ()
    deals: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    expected: str = ""


class Telling(Word):
    """What follows when a card becomes known to one of these seats (none given: to anybody), the first time."""

    consequences: tuple[str, ...]
    to: tuple[str, ...] = ()
    when: Condition | None = None


class Silence(Word):
    """What follows when, at the end of this round, none of these seats knows the card (none given: nobody else does)."""

    round: str
    title: str
    consequences: tuple[str, ...]
    to: tuple[str, ...] = ()
    when: Condition | None = None


class Card(Word):
    """Something one seat knows. `round`: dealt at the start of that round (empty: with the brief, or by an inject or act)."""

    title: str
    text: str
    seat: str
    harms: str
    expires: str
    round: str = ""
    dealt: Literal["brief", "round", "later"] = "brief"
    told: tuple[Telling, ...] = ()
    silent: tuple[Silence, ...] = ()


class Option(Word):
    """One answer to a decision. No forecast: who asks for it, one argument for, one against. starts: this werkwijze."""

    text: str
    asked_by: str
    pro: str
    con: str
    starts: str = ""
    when: Condition | None = None
    consequences: tuple[str, ...] = ()


class Unanswered(Word):
    """What holds when nobody decided. `option`: the option that then applies (empty: none, only the text)."""

    text: str
    option: str = ""
    consequences: tuple[str, ...] = ()


class Decision(Word):
    """A question that someone with the power to decide must answer.

    by: an organ (raad, college) or a seat. rule: raad and college vote on an option put by the chair, `office` is one
    office-holder, `persons` is a secret ballot (Gemeentewet 31). A required one is on the agenda of its round; others need
    a place on the agenda. `when`: asked only if this holds at the start of the round.
    """

    question: str
    context: str
    by: str
    rule: Literal["raad", "college", "office", "persons"]
    round: str
    options: dict[str, Option]
    unanswered: Unanswered
    article: str
    required: bool = True
    when: Condition | None = None


class ComesOutWhen(Word, tag_field="kind", tag="when"):
    """It comes out when the condition holds."""

    when: Condition
    text: str
    consequences: tuple[str, ...] = ()


class ComesOutByChance(Word, tag_field="kind", tag="chance"):
    """It comes out with this chance (0-1), drawn once at each end of a round after it was done."""

    chance: float
    text: str
    consequences: tuple[str, ...] = ()


class ComesOutByHand(Word, tag_field="kind", tag="by_hand"):
    """It comes out when the facilitator says so."""

    text: str
    consequences: tuple[str, ...] = ()


ComesOut = ComesOutWhen | ComesOutByChance | ComesOutByHand


class Cost(Word):
    """What an act takes from a budget of the one who performs it."""

    budget: str
    amount: int = 1


class Act(Word):
    """What an office can do. `void` is refused with the article, `forbidden` works and can come out.

    targets: seats of which one must be chosen (none: no target). deals: cards that reach their seat by this act.
    does: `suspend` is a suspension of the meeting of so many minutes. public: everybody sees it at once; a forbidden act
    never is. text_asked: the player adds a sentence.
    """

    title: str
    text: str
    by: tuple[str, ...]
    article: str
    legality: Legality = "legal"
    why: str = ""
    rounds: tuple[str, ...] = ()
    when: Condition | None = None
    cost: Cost | None = None
    targets: tuple[str, ...] = ()
    text_asked: str = ""
    once: bool = True
    public: bool = True
    does: Literal["", "suspend"] = ""
    minutes: float = 0
    deals: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    comes_out: ComesOut | None = None


class Hearing(Word):
    """Inspreken: one of these seats speaks to an organ, and every member says what it does with it.

    to: the organ. on_spoken: when somebody spoke. on_taken_up: when a member takes it up, wholly or partly, the first time.
    on_unanswered: at the end of the round, when a member that somebody plays has not answered. on_silent: at the end of
    the round, when nobody spoke.
    """

    title: str
    text: str
    round: str
    by: tuple[str, ...]
    to: str
    article: str
    on_spoken: tuple[str, ...] = ()
    on_taken_up: tuple[str, ...] = ()
    on_unanswered: tuple[str, ...] = ()
    on_silent: tuple[str, ...] = ()


class Question(Word):
    """A formal question (Gemeentewet 169, 180) that the casus foresees; free ones are possible too."""

    text: str
    by: tuple[str, ...]
    to: str
    full_answer: str
    article: str
    rounds: tuple[str, ...] = ()
    when: Condition | None = None
    on_all: tuple[str, ...] = ()
    on_part: tuple[str, ...] = ()
    on_refused: tuple[str, ...] = ()
    comes_out: ComesOut | None = None


class PromiseOffer(Word):
    """A promise (toezegging) that the casus foresees; free ones are possible too."""

    text: str
    by: str
    to: tuple[str, ...]
    rounds: tuple[str, ...] = ()
    on_made: tuple[str, ...] = ()
    on_kept: tuple[str, ...] = ()
    on_broken: tuple[str, ...] = ()


class Consequence(Word):
    """What follows. `delay`: rounds after its cause (0: the end of the same round). `headline`: for the front page.

    `when` is asked at the moment it would happen. `next`: what follows from it in turn.
    """

    title: str
    text: str
    ring: Ring
    delay: int = 0
    when: Condition | None = None
    chance: float = 1
    shifts: dict[str, int] = {}
    next: tuple[str, ...] = ()
    headline: str = ""
    to: tuple[str, ...] = ()


class Criterion(Word):
    """One line of the rubric with four described levels, from weak to strong."""

    label: str
    levels: tuple[str, str, str, str]


class Stock(Word):
    """A ready-made consequence for something unexpected."""

    label: str
    title: str
    text: str
    ring: Ring
    shifts: dict[str, int] = {}
    to: tuple[str, ...] = ()


class DebriefQuestion(Word):
    """A question for the table in the debrief."""

    step: Literal["feiten", "gevoel", "inzicht", "toepassing", "wat als", "volgende stap"]
    text: str


class Players(Word):
    """How many people a table needs and usually has."""

    minimum: int
    usual: int
