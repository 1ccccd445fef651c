"""The days that deadlines mean which count from a day: today, in two weeks, by Friday, in the second week of May."""

from __future__ import annotations

import re
from datetime import date, timedelta

from blameless_lint.actions.calendar import (
    month_end,
    month_number,
    next_weekday,
    number,
    quarter_end,
    weekday_number,
    workdays_after,
)
from blameless_lint.actions.dates import nearest
from blameless_lint.actions.when import Calendar


def near_day(match: re.Match[str], calendar: Calendar) -> date:
    """Return today, tomorrow or the day after it."""
    word = match.group("word").lower()
    days = 2 if word.startswith("day after") else 1 if word.startswith(("tom", "tmrw")) else 0
    return calendar.known() + timedelta(days=days)


def ahead(match: re.Match[str], calendar: Calendar) -> date:
    """Return the day that lies a number of days, weeks, months or hours ahead."""
    from dateutil.relativedelta import relativedelta

    today, count = calendar.known(), number(match.group("count"))
    unit = match.group("unit").lower()
    if unit.startswith(("work", "wd", "business", "banking", "trading")):
        return workdays_after(today, count)
    if unit.startswith("h"):
        return today + timedelta(hours=count)
    if unit.startswith(("d", "calendar")):
        return today + timedelta(days=count)
    if unit.startswith("w"):
        return today + timedelta(weeks=count)
    months = 12 if unit.startswith("y") else 3 if unit.startswith("q") else 1
    return today + relativedelta(months=months * count)


def fortnight(_: re.Match[str], calendar: Calendar) -> date:
    """Return the day that is two weeks ahead."""
    return calendar.known() + timedelta(days=14)


def end_of(match: re.Match[str], calendar: Calendar) -> date:
    """Return the end of this or the next week, month, quarter, half or year."""
    from dateutil.relativedelta import relativedelta

    today, unit = calendar.known(), match.group("unit").lower()
    ahead = (
        1
        if (match.group("which") or "").lower() in ("next", "coming", "the coming", "following", "the following")
        else 0
    )
    if unit == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7 + 7 * ahead)
    if unit == "month":
        this = today + relativedelta(months=ahead)
        return month_end(this.year, this.month)
    if unit == "quarter":
        this = today + relativedelta(months=3 * ahead)
        return quarter_end(this.year, (this.month - 1) // 3 + 1)
    return date(today.year + ahead, 12, 31)


def end_of_short(match: re.Match[str], calendar: Calendar) -> date:
    """Return the end of the day, week, month, quarter or year that an abbreviation names."""
    today, letter = calendar.known(), match.group("short")[-1].upper()
    if letter in "DB":
        return today
    if letter == "W":
        return today + timedelta(days=(4 - today.weekday()) % 7)
    if letter == "M":
        return month_end(today.year, today.month)
    return quarter_end(today.year, (today.month - 1) // 3 + 1) if letter == "Q" else date(today.year, 12, 31)


def weekday(match: re.Match[str], calendar: Calendar) -> date:
    """Return the next day of the week that is named."""
    skip = 1 if (match.group("which") or "").lower() == "next" and "week" in match.group().lower() else 0
    return next_weekday(calendar.known(), weekday_number(match.group("weekday")), skip=skip)


def week_of_month(match: re.Match[str], calendar: Calendar) -> date:
    """Return the day that the first, second, third or last week of a month ends with."""
    month = month_number(match.group("month"))
    weeks = {"first": 7, "1st": 7, "second": 14, "2nd": 14, "third": 21, "3rd": 21}
    return nearest(calendar, month, weeks.get(match.group("nth").lower()) or month_end(2023, month).day)


def weekday_of_month(match: re.Match[str], calendar: Calendar) -> date:
    """Return the first to fourth or the last Monday, Tuesday and so on of a month."""
    month, weekday = month_number(match.group("month")), weekday_number(match.group("weekday"))
    year = int(match.group("year") or nearest(calendar, month, 28).year)
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    weeks = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
    found = first + timedelta(weeks=weeks.get(match.group("nth").lower(), 4))
    return found if found.month == month else found - timedelta(weeks=1)


def weekend(match: re.Match[str], calendar: Calendar) -> date:
    """Return the Sunday of this weekend, or of the one after it."""
    skip = 1 if (match.group("which") or "").lower() == "next" else 0
    return next_weekday(calendar.known(), 6, skip=skip)


def end_of_month(match: re.Match[str], calendar: Calendar) -> date:
    """Return the last day of the month that is named."""
    month = month_number(match.group("month"))
    return nearest(calendar, month, month_end(2023, month).day)


def end_of_year(match: re.Match[str], _: Calendar) -> date:
    """Return the last day of the year that is named."""
    return date(int(match.group("year")), 12, 31)
