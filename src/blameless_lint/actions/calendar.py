"""Calendar words: the patterns of months, weekdays, years and feasts, and what they stand for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from blameless_lint.text.expression import expression

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?(?!\w)"
)
WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?!\w)"
YEAR = r"(?:(?:19|20)\d\d|[’'`]\d\d)(?!\d)"
NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|thirty|sixty|ninety)"

DIGIT = expression(r"\d")
MONTHS = expression(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
WEEKDAYS = expression(r"mon|tue|wed|thu|fri|sat|sun", re.IGNORECASE)
QUARTER = expression("q", re.IGNORECASE)
HALF = expression("half|h[12]|[12]h", re.IGNORECASE)
UNITS = expression(r"day|week|month|quarter|year|hour", re.IGNORECASE)
"""Clues: what every text has that names a length of time; above it a weekday, a month, a number."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = dict(
    zip(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        range(1, 13),
        strict=True,
    ),
    a=1,
    an=1,
    fourteen=14,
    thirty=30,
    sixty=60,
    ninety=90,
)
FIXED_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year": (1, 1),
    "the new year": (1, 1),
    "valentine's day": (2, 14),
    "midsummer": (6, 24),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "boxing day": (12, 26),
}
EASTER_FEASTS = {
    "good friday": -2,
    "easter weekend": 1,
    "easter monday": 1,
    "easter": 0,
    "pentecost": 49,
    "whitsun": 49,
}
FEAST = "|".join(
    name.replace("'", "[’']")
    for name in sorted(
        [*FIXED_FEASTS, *EASTER_FEASTS, "thanksgiving", "black friday", "cyber monday"], key=len, reverse=True
    )
)


def month_number(word: str) -> int:
    """Return the number of a month, 1 to 12, by its name or an abbreviation of it."""
    return _MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    return _WEEKDAYS.index(word[:3].lower())


def number(word: str) -> int:
    """Return a number written in digits or as a word."""
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def year_number(word: str) -> int:
    """Return a year written with four or two digits, with or without an apostrophe."""
    digits = re.sub(r"\D", "", word)
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def quarter_end(year: int, quarter: int) -> date:
    """Return the last day of a quarter, 1 to 4."""
    return month_end(year, quarter * 3)


def week_end(year: int, week: int) -> date:
    """Return the Friday of an ISO week; raises ValueError where the year has no such week."""
    return date.fromisocalendar(year, week, 5)


def next_weekday(start: date, weekday: int, *, skip: int = 0) -> date:
    """Return the first such weekday after a date, or one that is `skip` weeks later."""
    return start + timedelta(days=(weekday - start.weekday() - 1) % 7 + 1 + 7 * skip)


def feast(name: str, year: int) -> date:
    """Return the day of a feast in a year."""
    from dateutil.easter import easter
    from dateutil.relativedelta import MO, TH, relativedelta

    plain = name.lower().replace("’", "'")
    if plain in FIXED_FEASTS:
        return date(year, *FIXED_FEASTS[plain])
    if plain in EASTER_FEASTS:
        return easter(year) + timedelta(days=EASTER_FEASTS[plain])
    thanksgiving = date(year, 11, 1) + relativedelta(weekday=TH(4))
    if plain == "black friday":
        return thanksgiving + timedelta(days=1)
    return thanksgiving + relativedelta(weekday=MO(1)) if plain == "cyber monday" else thanksgiving


def workdays_after(start: date, days: int) -> date:
    """Return the date that lies so many days from Monday to Friday after a date."""
    current = start
    while days:
        current += timedelta(days=1)
        days -= current.weekday() < 5
    return current
