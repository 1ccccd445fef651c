"""Notations of absolute dates and of parts of the year: ISO, numeric, with month names, weeks, quarters, feasts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from blameless_lint.actions.calendar import (
    DIGIT,
    FEAST,
    HALF,
    MONTH,
    MONTHS,
    QUARTER,
    WEEKDAY,
    YEAR,
    feast,
    month_end,
    month_number,
    quarter_end,
    week_end,
    year_number,
)
from blameless_lint.actions.when import Calendar, Kind, Notation, Unresolved
from blameless_lint.text.expression import expression

RECENT = timedelta(days=60)
_DAY = r"(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\w)"
_LEAD = rf"(?:{WEEKDAY},?\s+)?"
LED = (
    r"(?:(?<=\bby )|(?<=\bin )|(?<=\bbefore )|(?<=\buntil )|(?<=\btill )|(?<=\bdue )|(?<=\bfrom )|(?<=\bexpected )"
    r"|(?<=\bduring )|(?<=\bon )|(?<=\blate )|(?<=\bstart )|(?<=\beta )|(?<=\bthan )|(?<=\btarget )|(?<=\bdeadline )"
    r"|(?<=\bdeadline is )|(?<=\btarget is )|(?<=\bplanned for )|(?<=\bscheduled for )|(?<=\bset for )"
    r"|(?<=\bahead of )|(?<=\bprior to ))"
)
"""What stands before a deadline, for notations that are none without it."""
_CLOCK = r"(?:(?:,? |T)\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:[ap]m|Z|UTC|GMT|CES?T|[ECMP][SD]T))?)?"
_PART = (
    r"(?:the\s+)?(?P<part>end|close|mid(?:dle)?|early|beginning|start|late|first half|second half)(?:\s+of"
    r"|\s+in)?[\s-]+(?:the\s+)?"
)
_QUARTER = r"(?P<quarter>Q\s?[1-9]|(?:1st|2nd|3rd|4th|first|second|third|fourth|last) quarter)"
_ORDINALS = {"1": 1, "f": 1, "2": 2, "s": 2, "3": 3, "t": 3, "4": 4, "l": 4}


def nearest(calendar: Calendar, month: int, day: int) -> date:
    """Return a day without a year: the next one after the incident, or one shortly before it."""
    today = calendar.known()
    years = [today.year - 1, today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4]
    found = [date(year, month, day) for year in years if (month, day) != (2, 29) or year % 4 == 0]
    return next(this for this in found if this >= today - RECENT)


def _year(match: re.Match[str], calendar: Calendar, month: int, day: int) -> date:
    """Return a day and a month in the year that is written, or else in the nearest."""
    year = match.groupdict().get("year")
    if year:
        return date(year_number(year), month, day)
    date(2024, month, day)
    return nearest(calendar, month, day)


def _iso(match: re.Match[str], _: Calendar) -> date:
    return date(*(int(match.group(name)) for name in ("year", "month", "day")))


def _named(match: re.Match[str], calendar: Calendar) -> date:
    day = match.groupdict().get("last") or match.group("day")
    return _year(match, calendar, month_number(match.group("month")), int(day))


def _numeric(match: re.Match[str], calendar: Calendar) -> date:
    """Read two numbers as a day and a month, in the order that can be known; raises Unresolved where it cannot."""
    first, second = int(match.group("first")), int(match.group("second"))
    if first > 12 or "." in match.group() or calendar.day_first:
        day, month = first, second
    elif second > 12 or first == second or calendar.day_first is False:
        day, month = second, first
    else:
        raise Unresolved("day and month could stand in either order")
    return _year(match, calendar, month, day)


def _month(match: re.Match[str], calendar: Calendar) -> date:
    month = month_number(match.group("month")) if not match.group("month").isdigit() else int(match.group("month"))
    year = match.group("year")
    part = (match.groupdict().get("part") or "end").lower()
    if not year and not part_day(part):
        day = month_end(2023, month).day
    else:
        day = part_day(part) or month_end(year_number(year), month).day
    return date(year_number(year), month, day) if year else nearest(calendar, month, day)


def part_day(part: str) -> int:
    """Return the day of the month by which a part of it is over; 0 stands for the last one."""
    if part.startswith(("mid", "first")):
        return 15
    return 10 if part.startswith(("early", "begin", "start")) else 0


def _quarter(match: re.Match[str], calendar: Calendar) -> date:
    word = match.group("quarter").lower()
    quarter = int(word[-1]) if word.startswith("q") else _ORDINALS[word[0]]
    if not 1 <= quarter <= 4:
        raise ValueError(word)
    return _part_of_quarter(match, calendar, quarter)


def _part_of_quarter(match: re.Match[str], calendar: Calendar, quarter: int) -> date:
    part = (match.groupdict().get("part") or "end").lower()
    year = match.groupdict().get("year") or match.groupdict().get("before")
    back = 1 if part_day(part) == 15 else 2 if part_day(part) else 0
    ends = month_end(2023, quarter * 3 - back)
    if year:
        return month_end(year_number(year), ends.month)
    this = month_end(calendar.known().year, ends.month)
    return this if this >= calendar.known() else month_end(this.year + 1, ends.month)


def _half(match: re.Match[str], calendar: Calendar) -> date:
    quarter = 2 if re.search(r"1|first", match.group("half"), re.IGNORECASE) else 4
    if match.group("year"):
        return quarter_end(year_number(match.group("year")), quarter)
    this = quarter_end(calendar.known().year, quarter)
    return this if this >= calendar.known() else quarter_end(this.year + 1, quarter)


def _week(match: re.Match[str], calendar: Calendar) -> date:
    year, week = match.group("year") or match.group("before"), int(match.group("week"))
    if year:
        return week_end(year_number(year), week)
    if not 1 <= week <= 53:
        raise ValueError(week)
    today = calendar.known()
    this = week_end(today.year, week)
    return this if this >= today - RECENT else week_end(today.year + 1, week)


def _week_of(match: re.Match[str], calendar: Calendar) -> date:
    start = _named(match, calendar)
    return start + timedelta(days=(4 - start.weekday()) % 7)


def _feast(match: re.Match[str], calendar: Calendar) -> date:
    if match.group("year"):
        return feast(match.group("feast"), year_number(match.group("year")))
    today = calendar.known()
    this = feast(match.group("feast"), today.year)
    return this if this >= today else feast(match.group("feast"), today.year + 1)


def _day_of_month(match: re.Match[str], calendar: Calendar) -> date:
    today, day = calendar.known(), int(match.group("day"))
    for ahead in range(3):
        month = (today.month - 1 + ahead) % 12 + 1
        year = today.year + (today.month - 1 + ahead) // 12
        if day <= month_end(year, month).day and date(year, month, day) >= today:
            return date(year, month, day)
    raise ValueError(day)


def notation(
    kind: Kind,
    pattern: str,
    resolve: Callable[[re.Match[str], Calendar], date],
    *,
    clue: re.Pattern[str] | None = None,
) -> Notation:
    """Return a notation whose pattern stands between word boundaries; `clue` is what every match of it has."""
    return Notation(kind, expression(rf"(?<![\w.#/-])(?:{pattern})(?![\w-])", re.IGNORECASE), resolve, clue)


_RANGE = r"(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:–|-|to|and|or)\s?)?"
DATES = (
    notation(
        "absolute",
        rf"{_LEAD}(?P<year>(?:19|20)\d\d)(?P<s>[-/.])(?P<month>\d\d?)(?P=s)(?P<day>\d\d?)\.?{_CLOCK}",
        _iso,
        clue=DIGIT,
    ),
    notation("absolute", r"(?P<year>20\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)", _iso, clue=DIGIT),
    notation(
        "absolute",
        rf"{_LEAD}{_RANGE}{_DAY}\.?[\s/-]*(?:of\s+)?(?P<month>{MONTH})(?:[\s,/-]+(?P<year>{YEAR}|\d\d(?=$|[\s,;.)"
        rf"|]))(?!:))?{_CLOCK}",
        _named,
        clue=MONTHS,
    ),
    notation(
        "absolute",
        rf"{_LEAD}(?P<month>{MONTH})[\s-]+{_DAY}(?:\s?[–-]\s?(?P<last>\d{{1,2}})(?!\d))?(?:,?[\s-]+(?P<year>{YEAR}))?"
        rf"{_CLOCK}",
        _named,
        clue=MONTHS,
    ),
    notation(
        "absolute",
        rf"{_LEAD}(?P<year>(?:19|20)\d\d)[\s-]+(?P<month>{MONTH})[\s-]+(?P<day>\d{{1,2}})",
        _named,
        clue=MONTHS,
    ),
    notation(
        "absolute",
        rf"{_LEAD}(?P<first>\d\d?)(?P<s>[./-])(?P<second>\d\d?)(?P=s)(?P<year>(?:19|20)\d\d|\d\d){_CLOCK}",
        _numeric,
        clue=DIGIT,
    ),
    notation("absolute", rf"{_LEAD}(?!24/7)(?P<first>[0-3]?\d)(?P<s>/)(?P<second>[0-3]?\d)", _numeric, clue=DIGIT),
    notation("absolute", rf"{_LEAD}(?P<first>[0-3]?\d)\.(?P<second>[01]\d)\.(?!\d)", _numeric, clue=DIGIT),
    notation("absolute", rf"{LED}(?P<first>[0-3]\d)\.(?P<second>[01]\d)(?!\.?\d)", _numeric, clue=DIGIT),
    notation(
        "period",
        rf"(?:(?:the\s+)?(?:week|wk)\s+(?:of|commencing|beginning|starting|from)"
        rf"|w/?[cb])\s+(?:the\s+)?{_LEAD}{_DAY}\.?\s+(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?",
        _week_of,
        clue=MONTHS,
    ),
    notation(
        "period",
        rf"(?:(?:the\s+)?(?:week|wk)\s+(?:of|commencing|beginning|starting|from)"
        rf"|w/?[cb])\s+{_LEAD}(?P<month>{MONTH})\s+{_DAY}(?:,?\s+(?P<year>{YEAR}))?",
        _week_of,
        clue=MONTHS,
    ),
    notation(
        "period",
        rf"(?:(?P<before>(?:19|20)\d\d)[\s-]?(?:W|week\s|CW|KW)|(?:calendar\s+week|week|wk|CW|KW"
        rf"|WW?)\.?\s?)(?:\d\d?\s?–\s?)?(?P<week>\d{{1,2}})(?:-[1-7]|[\s,/]+(?P<year>{YEAR}))?",
        _week,
        clue=DIGIT,
    ),
    notation("period", rf"(?:{_PART})?{_QUARTER}(?:[\s,/-]*(?:of\s+)?(?P<year>{YEAR}))?", _quarter, clue=QUARTER),
    notation("period", rf"(?:{_PART})?(?P<before>(?:19|20)\d\d)[\s/-]*(?P<quarter>Q[1-9])", _quarter, clue=DIGIT),
    notation(
        "period",
        rf"(?:the\s+)?(?P<half>H[12]|[12]H|first half|second half)(?=$|\W)(?:[\s/]+(?:of\s+)?(?P<year>{YEAR}))?",
        _half,
        clue=HALF,
    ),
    notation("period", rf"{_PART}(?P<month>{MONTH})(?:[\s,]+(?P<year>{YEAR}))?", _month, clue=MONTHS),
    notation("period", rf"(?P<month>{MONTH})[\s,-]+(?P<year>{YEAR})", _month, clue=DIGIT),
    notation("period", r"(?P<month>0[1-9]|1[0-2])[/.-](?P<year>20\d\d)", _month, clue=DIGIT),
    notation("period", r"(?P<half>H[12]|[12]H)(?P<year>\d\d)", _half, clue=HALF),
    notation("period", rf"(?P<month>{MONTH})/(?P<year>\d\d)", _month, clue=DIGIT),
    notation("absolute", rf"(?P<day>\d\d?)(?P<month>{MONTHS.pattern})(?P<year>(?:20)?\d\d)?", _named, clue=MONTHS),
    notation("period", r"(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])", _month, clue=DIGIT),
    notation("period", rf"(?P<feast>{FEAST})(?:\s+(?P<year>{YEAR}))?", _feast),
    notation("absolute", r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)", _day_of_month, clue=DIGIT),
)
