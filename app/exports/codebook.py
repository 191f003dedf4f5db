"""The codebook: what every column and every code of the two CSV files means. Tests find what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from game_rules.projections.spreads import ENOUGH
from game_rules.vocabulary.base import snake

from ..lab import Lab
from . import judgements_csv
from .csv_file import csv_file
from .event_kinds import KINDS
from .sources import Reader

EVENTS, JUDGEMENTS = "gebeurtenissen.csv", "oordelen.csv"
COLUMNS = ("bestand", "kolom", "code", "betekenis")
Line = tuple[str, str, str, str]

ABOUT: dict[str, dict[str, str]] = {
    EVENTS: {
        "spel": "Het kenmerk van het spel: een tafel die een casus speelt.",
        "casus": "De casus, als kenmerk.",
        "editie": "De editie van de casus: dagdeel of avond.",
        "versie": "Het volgnummer van de gebeurtenis in het spel, vanaf 1. Hetzelfde nummer als bij het terugkijken.",
        "seconde": "Hoeveel seconden na de eerste gebeurtenis, op de klok van de zaal. Pauzes tellen mee.",
        "ronde": "De ronde, als kenmerk uit de casus. Leeg buiten de rondes.",
        "stap": "De stap van de ronde of van het spel.",
        "soort": "Wat er gebeurde.",
        "wie": "Wat voor iemand het deed.",
        "rol": "Het ambt van wie het deed. Leeg als het niemands rol is, of als het antwoord anoniem is.",
        "zetel": "De zetel van wie het deed.",
        "deelnemer": "Het nummer van de deelnemer in dit spel, naar volgorde van binnenkomst. Nooit een naam.",
        "onderwerp": "Waar het over gaat: het kenmerk van een kaart, besluit, gevolg, zetel enzovoort. De casus staat in "
        "het sessiebestand, op regel 2.",
        "waarde": "De uitkomst of keuze: een code uit deze lijst, een kenmerk uit de casus, of een getal. "
        "Bij ‘soort’ staat wat het is.",
        "naar": "De zetels aan wie het gericht is, met een spatie ertussen.",
        "tekst": "Wat hierover op het grote scherm stond. Leeg als het niet openbaar was.",
    },
    JUDGEMENTS: {
        "spel": "Het kenmerk van het spel: een tafel die een casus speelt.",
        "casus": "De casus, als kenmerk.",
        "editie": "De editie van de casus: dagdeel of avond.",
        "soort": "Wat voor antwoord of waarde dit is.",
        "moment": "Wanneer: een ronde, maaltijd_ met de ronde ervoor, lobby, briefing, epilogue, debrief, closed, einde, "
        "of before en after bij de weging.",
        "onderwerp": "Waar het over gaat: het kenmerk van een gevolg, ronde, indicator, criterium, zetel of besluit.",
        "titel": "Het onderwerp in woorden, als het openbaar is.",
        "rol": "Het ambt van waaruit geantwoord is; ‘geen’ is: zonder zetel. Altijd leeg bij een antwoord als mens.",
        "waarde": "Het getal. Leeg als het antwoord geen getal is.",
        "code": "Het antwoord als dat geen getal is.",
    },
}
"""Per file every column with its meaning."""

STEPS = {
    "lobby": "Voor het begin: deelnemers kiezen een zetel.",
    "briefing": "Iedereen leest de eigen rol.",
    "read": "Stap 1 van een ronde: lezen.",
    "talk": "Stap 2 van een ronde: praten.",
    "act": "Stap 3 van een ronde: besluiten.",
    "consequences": "Stap 4 van een ronde: gevolgen.",
    "meal": "De maaltijd na een ronde.",
    "epilogue": "Eén jaar later.",
    "note": "Nabespreking: de stille notitie.",
    "guess": "Nabespreking: een oorzaak raden.",
    "judge": "Nabespreking: gevolgen beoordelen.",
    "again": "Nabespreking: tweede kans.",
    "handvat": "Nabespreking: het handvat.",
    "closed": "Het spel is afgesloten.",
}

PEOPLE = {
    "speler": "Een deelnemer.",
    "spelleider": "De spelleider.",
    "tafelhulp": "Een tafelhulp.",
    "waarnemer": "Iemand die meekeek en niet speelde.",
    "computer": "De computer, op een lege zetel.",
    "klok": "Het spel zelf: de klok of een regel.",
}

VALUES = {
    "tafel": "Praten aan tafel.", "afstand": "Praten op afstand, met gesprekken op het scherm.",
    "computer": "De computer speelt de zetel.", "facilitator": "De spelleider speelt de zetel.",
    "nobody": "Niemand speelt de zetel.", "opvolger": "Wie opstapt, speelt verder als de eigen opvolger.",
    "ja": "Ja.", "nee": "Nee.", "clock": "Op het geplande moment.", "start": "Aan het begin van de ronde.",
    "condition": "Omdat een voorwaarde klopte.", "chance": "Door het lot.", "hand": "Door de spelleider, met de hand.",
    "improvised": "Door de spelleider bedacht.", "closed": "De ronde sloot eerder.", "edition": "Niet in deze editie.",
    "shown": "Laten zien.", "told": "Verteld.", "act": "Door een ambtshandeling.", "ticked": "Aangevinkt door de houder.",
    "all": "Alles geantwoord.", "part": "Een deel geantwoord.", "refused": "Geweigerd, met een beroep op het openbaar belang.",
    "yes": "Ja.", "partly": "Gedeeltelijk.", "half": "Half.", "no": "Nee.", "motie": "Een motie.",
    "amendement": "Een amendement.", "ordevoorstel": "Een ordevoorstel.", "legal": "Het mag.",
    "forbidden": "Het mag niet, maar het kan.", "void": "Het kan niet: het is ongeldig.", "for": "Voor.", "against": "Tegen.",
    "rejected": "Verworpen.", "postponed": "Uitgesteld: de stemmen staakten.", "again": "Er wordt opnieuw gestemd.",
    "invalid": "Ongeldig: te weinig leden deden mee.", "happens": "Het gebeurt.", "park": "Bewaard voor de nabespreking.",
    "out_of_role": "Even uit de rol.", "paper": "Verder op papier.", "before": "Vooraf.", "after": "Achteraf.",
    "decision": "Door een besluit in het spel.", "fork": "In een vervolg op een eerder spel.",
    "taken": "Overgenomen.",
}  # fmt: skip
"""Codes in the columns `waarde` and `code`; every other value is an id of the casus or a number."""

INTRODUCTION = f"""# Codeboek

Twee bestanden per tafel: `{EVENTS}` (alles wat gebeurde) en `{JUDGEMENTS}` (oordelen, pols, weging, rubriek, doelen en
indicatoren). Ze zijn in UTF-8, met puntkomma's tussen de kolommen, en openen in Excel en in pandas
(`pandas.read_csv("{EVENTS}", sep=";")`). Een tekst die met =, +, - of @ begint, heeft een apostrof ervoor, zodat een
rekenprogramma er geen formule van maakt. Bestanden van meer tafels mag je onder elkaar zetten: elke regel noemt het spel.

## Zonder namen

In de bestanden staan geen namen. Een deelnemer is in `{EVENTS}` een nummer, per spel opnieuw geteld. In een kleine groep
kan iemand zich toch herkennen aan rol en moment. Deel de bestanden dus alleen met toestemming van de groep.

Wat iemand **als mens** antwoordde (wenselijkheid als mens, pols, praktijk, oorzaak, tweede kans) staat in
`{JUDGEMENTS}` zonder rol, zetel en nummer, en op volgorde van het antwoord. Zo is niet te zien wie wat antwoordde. Zijn
er bij een vraag (ook uit de rol) minder dan {ENOUGH} antwoorden, dan staan ze er helemaal niet in. In `{EVENTS}` staat
alleen dat er iemand antwoordde.

Stille notities, handvatten, redenen bij een oordeel, briefjes en stembriefjes staan in geen van beide bestanden.

## Wat een getal zegt

Een tafel laat een ervaring zien, niet het effect van een werkwijze. Vergelijk tafels; zet ze niet op volgorde van goed
naar slecht.
"""


def lines() -> Iterator[Line]:
    """Every column, and after it its codes."""
    for file, columns in ABOUT.items():
        for column, meaning in columns.items():
            yield file, column, "", meaning
            yield from ((file, column, code, words) for code, words in _codes(file, column).items())


def _codes(file: str, column: str) -> dict[str, str]:
    kinds = {snake(event.__name__): kind.about for event, kind in KINDS.items()}
    return {
        (EVENTS, "soort"): kinds,
        (EVENTS, "stap"): STEPS,
        (EVENTS, "wie"): PEOPLE,
        (EVENTS, "waarde"): VALUES,
        (JUDGEMENTS, "soort"): judgements_csv.SOORTEN,
        (JUDGEMENTS, "code"): {code: VALUES[code] for code in ("yes", "partly", "no")},
    }.get((file, column), {})


def make_csv(lab: Lab, meeting: str, reader: Reader) -> bytes:
    """The codebook as a table."""
    return csv_file(COLUMNS, lines())


def make_text(lab: Lab, meeting: str, reader: Reader) -> bytes:
    """The codebook to read, with how the figures were made anonymous."""
    tables = (_table(file, list(found)) for file, found in groupby(lines(), key=lambda line: line[0]))
    return "\n".join((INTRODUCTION, *tables)).encode("utf-8")


def _table(file: str, found: list[Line]) -> str:
    rows = [f"| {column if not code else ''} | {code} | {meaning} |" for _, column, code, meaning in found]
    return "\n".join((f"## {file}\n", "| kolom | code | betekenis |", "|---|---|---|", *rows, ""))
