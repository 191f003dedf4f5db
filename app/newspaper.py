"""The date above the newspaper."""

from __future__ import annotations

from datetime import date, datetime

DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def newspaper_date(at: int) -> str:
    """A day in words, on the clock of the server: woensdag 24 november 2027."""
    return day_in_words(datetime.fromtimestamp(at / 1000).astimezone())


def day_in_words(day: date) -> str:
    """A day in words: woensdag 24 november 2027."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
