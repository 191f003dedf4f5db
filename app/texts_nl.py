"""The Dutch words of the screens: what players and facilitators read for each status, kind, ring and field.

Complete sentences stand in the templates; here stand only words that belong to a value of the game.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from .texts_fields import FIELDS as FIELDS
from .texts_fields import FIELDS_OF as FIELDS_OF
from .texts_fields import NONE_CHOSEN as NONE_CHOSEN
from .texts_fields import field_label as field_label

RINGS = {1: "tafel", 2: "wijk", 3: "gemeente", 4: "regio", 5: "volgende raadsperiode"}
"""How far a consequence reaches."""

STEP_ASKS = {
    "read": "Lees rustig wat er nieuw is. Praten komt zo.",
    "talk": "Kijk op van je scherm en praat met elkaar.",
    "act": "Nu besluiten jullie. Stemmen doe je hardop, behalve op een geheim stembriefje.",
    "consequences": "Kijk wat er veranderde en hoe dat kwam. Praat er kort over.",
    "note": "Schrijf in stilte op wat je opviel. Er zijn nog geen cijfers te zien.",
    "guess": "Raad wat er achter één gevolg zat. Daarna wordt alles onthuld.",
    "judge": "Weeg de gevolgen: eerst vanuit je rol, daarna als jezelf.",
    "again": "Welk besluit zou je nu anders nemen?",
    "handvat": "Wat neem jij mee naar je eigen werk?",
}
"""What a step of a round or of the debrief asks of everybody, by the step in `ClockCard.step`."""

STEP_ASKS_APART = {
    "talk": "Praat met elkaar bij Gesprek. Schrijf kort, en lees wat de ander zegt.",
    "act": "Nu besluiten jullie. Stem op je eigen scherm.",
}
"""The same, where it is otherwise for people who sit apart (`GameCard.talk` is `afstand`)."""


def step_asks(step: str, talk: str) -> str:
    """What a step asks of everybody at a table that talks like this; empty for a step that asks nothing."""
    apart = STEP_ASKS_APART.get(step, "") if talk == "afstand" else ""
    return apart or STEP_ASKS.get(step, "")


FEED_KINDS = {
    "inject": ("Gebeurtenis", "bolt"),
    "decision": ("Besluit", "gavel"),
    "vote": ("Stemming", "hand-stop"),
    "act": ("Ambtshandeling", "certificate"),
    "consequence": ("Gevolg", "affiliate"),
    "override": ("Ingreep van de spelleider", "adjustments"),
    "promise": ("Toezegging", "heart-handshake"),
    "question": ("Formele vraag", "help-circle"),
    "advice": ("Procedureadvies", "scale"),
    "proposal": ("Voorstel", "file-text"),
    "move": ("Vrije zet", "wand"),
    "notice": ("Mededeling", "info-circle"),
    "unexpected": ("Onverwacht", "alert-circle"),
    "out": ("Komt uit", "lock-open"),
    "speech": ("Inspreken", "microphone"),
    "resigned": ("Aftreden", "door-exit"),
    "werkwijze": ("Werkwijze", "compass"),
}
"""Kind of a feed item -> word and icon."""

LOOKS = {
    "nieuws": ("Nieuws", "news"),
    "telefoon": ("Telefoon", "speakerphone"),
    "brief": ("Brief", "mail-opened"),
    "app": ("App-bericht", "bubble-text"),
    "mail": ("Mail", "mail"),
    "gerucht": ("Gerucht", "message-2"),
    "melding": ("Melding", "bell"),
    "bericht": ("Bericht", "message"),
}
"""Look of an inject -> word and icon."""

CAUSES = {
    "decision": "besluit",
    "act": "ambtshandeling",
    "inject": "gebeurtenis",
    "card": "verteld",
    "silence": "stilte",
    "question": "formele vraag",
    "speech": "inspreken",
    "resigned": "aftreden",
    "promise": "toezegging",
    "consequence": "eerder gevolg",
    "move": "vrije zet",
    "override": "ingreep",
    "round": "verloop",
    "unexpected": "onverwacht",
    "came_out": "kwam uit",
    "werkwijze": "werkwijze",
    "milestone": "mijlpaal",
    "recommendation": "aanbeveling",
    "indicator": "stand van de gemeente",
}

TRACED = CAUSES | {
    "missed": "gemiste mijlpaal",
    "merit": "punt van de werkwijze",
    "judged": "afloop van de werkwijze",
    "stopped": "werkwijze gestopt",
    "proposal": "voorstel",
    "chance": "toeval",
    "plan": "draaiboek",
}
"""Every kind of thing in the graph of causes that is no consequence."""

HOW_LED = {
    "led": "leidde hiertoe",
    "condition": "was een voorwaarde",
    "chance": "besliste mee",
    "moved": "bewoog de stand",
    "opened": "moest eerst gebeuren",
    "part": "hoort hierbij",
}
"""How a cause led to what followed from it."""

COMPARED_KINDS = {
    "werkwijze": "Werkwijze",
    "inject": "Gebeurtenis",
    "card": "Kaart",
    "question": "Formele vraag",
    "speech": "Inspreken",
    "promise": "Toezegging",
    "act": "Ambtshandeling",
    "milestone": "Mijlpaal van de werkwijze",
    "recommendation": "Aanbeveling",
    "decision": "Besluit",
}
"""In what tables can differ."""

WAY_STATES = {
    "": "Niet gekozen",
    "ready": "Nog niet begonnen",
    "runs": "Loopt nog",
    "stopped": "Halverwege gestopt",
    "well": "Goed uitgevoerd",
    "badly": "Niet goed uitgevoerd",
}
"""How a werkwijze went at a table, by the state of its WerkwijzeCard."""

RECOMMENDATION_ANSWERS = {
    "taken": ("overgenomen", "circle-check"),
    "partly": ("voor een deel overgenomen", "circle-dot"),
    "rejected": ("niet overgenomen", "circle-x"),
}
"""What was done with a recommendation -> words and icon."""

MILESTONE_ICONS = {
    "later": "circle",
    "locked": "lock",
    "open": "circle-dot",
    "missed": "alert-circle",
    "reached": "circle-check",
}
"""How a milestone is drawn, by the same state as its words."""

MILESTONE_STATES = {
    "later": "Komt later",
    "locked": "Wacht op iets anders",
    "open": "Nu aan de beurt",
    "missed": "Niet op tijd gehaald",
    "reached": "Gehaald",
}
"""Where a milestone stands, by the state of its MilestoneCard."""

INJECT_STATUS = {
    "waiting": ("staat klaar", "circle-dashed"),
    "held": ("vastgehouden", "player-pause"),
    "fired": ("gebeurd", "circle-check"),
    "skipped": ("overgeslagen", "circle-minus"),
    "retracted": ("teruggenomen", "arrow-back-up"),
}
INJECT_KINDS = {
    "moment": "op tijd",
    "start": "begin van de ronde",
    "condition": "onder een voorwaarde",
    "chance": "het lot beslist",
    "hand": "met de hand",
    "reserve": "reserve",
    "improvised": "ter plekke bedacht",
}
SKIPPED_BY = {
    "hand": "de spelleider sloeg dit over",
    "closed": "de ronde was al gesloten",
    "chance": "het lot besliste van niet",
    "edition": "hoort niet bij deze versie",
}
DECISION_STATUS = {
    "asked": ("Open", "circle-dashed"),
    "put": ("Ligt voor", "flag"),
    "voting": ("In stemming", "hand-stop"),
    "decided": ("Besloten", "circle-check"),
}
OPTION_STATE = {
    "open": "",
    "put": "ligt nu voor",
    "tried": "is verworpen",
    "closed": "kan nu niet",
    "adopted": "gekozen",
}
OUTCOME_HOW = {
    "vote": "na stemming",
    "hammer": "zonder stemming (hamerstuk)",
    "office": "besluit van één ambt",
    "ballot": "na een geheime stemming",
    "lot": "het lot besliste",
    "chair": "de voorzitter gaf de doorslag",
    "unanswered": "niemand besloot",
    "edition": "vooraf bepaald in deze versie",
    "fork": "anders dan in het eerdere spel",
    "rejected": "verworpen",
}
PROMISE_STATUS = {
    "open": ("loopt nog", "hourglass"),
    "kept": ("nagekomen", "circle-check"),
    "broken": ("gebroken", "circle-x"),
}
PROPOSAL_STATUS = {
    "made": ("ingediend", "circle-dashed"),
    "agenda": ("op de agenda", "list-check"),
    "withdrawn": ("ingetrokken", "circle-minus"),
    "adopted": ("aangenomen", "circle-check"),
    "rejected": ("verworpen", "circle-x"),
}
PROPOSAL_KINDS = {"motie": "Motie", "amendement": "Amendement", "ordevoorstel": "Ordevoorstel"}
ADVICE_STATUS = {
    "open": ("nog niet beantwoord", "hourglass"),
    "followed": ("gevolgd", "circle-check"),
    "rejected": ("niet gevolgd", "circle-x"),
}
TAKES_UP = {
    "yes": ("neemt het over", "circle-check"),
    "partly": ("neemt een deel over", "circle-dot"),
    "no": ("neemt het niet over", "circle-x"),
}
"""What a member does with what was said at a hearing -> words and icon."""

ANSWERS = {
    "all": "alles gezegd",
    "part": "een deel gezegd",
    "refused": "geweigerd: openbaar belang",
}
CHANNELS = {"tafel": "hele tafel", "raad": "raad", "college": "college", "driehoek": "driehoek"}
"""Where something was said, for who hears it read aloud; any other channel is one to one."""
MOVE_OUTCOMES = {"yes": ("lukt", "circle-check"), "half": ("lukt half", "circle-dot"), "no": ("lukt niet", "circle-x")}
MARK_KINDS = {"bookmark": ("Moment", "bookmark"), "park": ("Geparkeerd", "parking")}
KNOWN_HOW = {
    "shown": "getoond door",
    "told": "verteld door",
    "act": "gehoord door een handeling van",
    "ticked": "verteld door",
    "handed": "gekregen van",
}
PLAYERS = {
    "person": "speler",
    "computer": "computer",
    "facilitator": "spelleider",
    "nobody": "niemand",
}
LEGALITY = {
    "legal": ("", "circle-check"),
    "forbidden": ("mag niet, kan wel", "alert-triangle"),
    "void": ("kan niet", "ban"),
}

DEBRIEF_PARTS = {
    "note": "Stille notitie",
    "guess": "Keten raden",
    "judge": "Gevolgen beoordelen",
    "again": "Tweede kans",
    "handvat": "Handvat",
}
"""The steps of the debrief, in order."""

PRACTICE = {"yes": ("ja", "circle-check"), "partly": ("deels", "circle-dot"), "no": ("nee", "circle-x")}
"""Whether a consequence fits somebody's own practice -> word and icon."""

QUESTIONS_IN = {
    "guess": ("feiten",),
    "judge": ("gevoel", "inzicht"),
    "again": ("wat als",),
    "handvat": ("toepassing", "volgende stap"),
}
"""Which questions for the table belong to which step of the debrief."""

SCALES = {
    "weight": ("onbelangrijk", "een beetje belangrijk", "belangrijk", "heel belangrijk", "het allerbelangrijkst"),
    "wish": ("heel ongewenst", "ongewenst", "niet goed, niet slecht", "gewenst", "heel gewenst"),
    "ring": ("aan tafel", "in de wijk", "in de gemeente", "in de regio", "tot in de volgende raad"),
    "agree": ("helemaal niet", "weinig", "een beetje", "grotendeels", "helemaal"),
}
SCALE_OF = {
    "weights": "weight",
    "as_role": "wish",
    "as_person": "wish",
    "ring": "ring",
    "role": "agree",
    "knew": "agree",
    "mattered": "agree",
}
"""Which words the five points of a field have."""


def debrief_over(part: str, step: str, stage: str) -> bool:
    """Whether this step of the debrief is behind us."""
    order = list(DEBRIEF_PARTS)
    return stage == "closed" or (step in order and order.index(part) < order.index(step))


def questions_of(questions: Mapping[str, tuple[str, ...]], step: str) -> list[str]:
    """The questions for the table that belong to this step of the debrief."""
    return [line for kind in QUESTIONS_IN.get(step, ()) for line in questions.get(kind, ())]


def hhmm(at: int) -> str:
    """The time of day of a moment in wall milliseconds, as it is on the clock in the room: 14:05."""
    return datetime.fromtimestamp(at / 1000).astimezone().strftime("%H:%M")


def mmss(milliseconds: int) -> str:
    """A length of time as 04:32."""
    minutes, seconds = divmod(max(milliseconds, 0) // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"


def signed(number: int) -> str:
    """A change with its sign: +4, −8, 0."""
    return f"+{number}" if number > 0 else f"−{-number}" if number else "0"


def counted(number: int, one: str, more: str) -> str:
    """A number with its word: 1 kaart, 2 kaarten."""
    return f"{number} {one if number == 1 else more}"
