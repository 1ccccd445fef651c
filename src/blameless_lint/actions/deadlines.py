"""Notations of deadlines that count from a day: today, in two weeks, by Friday, in the spring."""

from __future__ import annotations

import re
from datetime import date, timedelta

from blameless_lint.actions.calendar import (
    DIGIT,
    MONTH,
    MONTHS,
    NUMBER,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    month_end,
    month_number,
    next_weekday,
    number,
    quarter_end,
    weekday_number,
    workdays_after,
)
from blameless_lint.actions.dates import LED, nearest, notation
from blameless_lint.actions.milestones import END, START, no_day
from blameless_lint.actions.when import Calendar


def _today(match: re.Match[str], calendar: Calendar) -> date:
    word = match.group("word").lower()
    days = 2 if word.startswith("day after") else 1 if word.startswith(("tom", "tmrw")) else 0
    return calendar.known() + timedelta(days=days)


def _in(match: re.Match[str], calendar: Calendar) -> date:
    """Return the day that lies a number of days, weeks, months or hours ahead."""
    from dateutil.relativedelta import relativedelta

    today, count = calendar.known(), number(match.group("count"))
    unit = match.group("unit").lower()
    if unit.startswith(("work", "business", "banking", "trading")):
        return workdays_after(today, count)
    if unit.startswith("h"):
        return today + timedelta(hours=count)
    if unit.startswith(("d", "calendar")):
        return today + timedelta(days=count)
    if unit.startswith("w"):
        return today + timedelta(weeks=count)
    months = 12 if unit.startswith("y") else 3 if unit.startswith("q") else 1
    return today + relativedelta(months=months * count)


def _fortnight(_: re.Match[str], calendar: Calendar) -> date:
    return calendar.known() + timedelta(days=14)


def _span(match: re.Match[str], calendar: Calendar) -> date:
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


def _short(match: re.Match[str], calendar: Calendar) -> date:
    """Return the end of the day, week, month, quarter or year that an abbreviation names."""
    today, letter = calendar.known(), match.group("short")[-1].upper()
    if letter in "DB":
        return today
    if letter == "W":
        return today + timedelta(days=(4 - today.weekday()) % 7)
    if letter == "M":
        return month_end(today.year, today.month)
    return quarter_end(today.year, (today.month - 1) // 3 + 1) if letter == "Q" else date(today.year, 12, 31)


def _weekday(match: re.Match[str], calendar: Calendar) -> date:
    skip = 1 if (match.group("which") or "").lower() == "next" and "week" in match.group().lower() else 0
    return next_weekday(calendar.known(), weekday_number(match.group("weekday")), skip=skip)


def _week_of_month(match: re.Match[str], calendar: Calendar) -> date:
    """Return the day that the first, second, third or last week of a month ends with."""
    month = month_number(match.group("month"))
    weeks = {"first": 7, "second": 14, "third": 21}
    return nearest(calendar, month, weeks.get(match.group("nth").lower()) or month_end(2023, month).day)


def _weekday_of_month(match: re.Match[str], calendar: Calendar) -> date:
    """Return the first to fourth or the last Monday, Tuesday and so on of a month."""
    month, weekday = month_number(match.group("month")), weekday_number(match.group("weekday"))
    year = int(match.group("year") or nearest(calendar, month, 28).year)
    first = date(year, month, 1)
    first += timedelta(days=(weekday - first.weekday()) % 7)
    weeks = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
    found = first + timedelta(weeks=weeks.get(match.group("nth").lower(), 4))
    return found if found.month == month else found - timedelta(weeks=1)


def _weekend(match: re.Match[str], calendar: Calendar) -> date:
    """Return the Sunday of this weekend, or of the one after it."""
    skip = 1 if (match.group("which") or "").lower() == "next" else 0
    return next_weekday(calendar.known(), 6, skip=skip)


def _bare_month(match: re.Match[str], calendar: Calendar) -> date:
    month = month_number(match.group("month"))
    return nearest(calendar, month, month_end(2023, month).day)


def _bare_year(match: re.Match[str], _: Calendar) -> date:
    return date(int(match.group("year")), 12, 31)


_WEEKEND = re.compile("weekend", re.IGNORECASE)
_WHICH = r"(?P<which>this|next|the coming|coming|the following|following|the current|current|the)"
_COUNTED = r"(?:(?<=\bdue )|(?<=\bdue in )|(?<=\btarget )|(?<=\beta )|(?<=\bdeadline ))"
_CLOSE = r"(?:EOD|COB|(?:close|end) of (?:the )?(?:business|day|play)),? (?:on )?"
_NTH = r"first|1st|second|2nd|third|3rd|fourth|4th|last"
_UNIT = r"(?P<unit>week|month|quarter|year)"
DEADLINES = (
    notation(
        "period",
        r"FY\s?(?:20)?\d\d(?:[\s/-]?[QH][1-4])?|[QH][1-4][\s/-]?FY\s?(?:20)?\d\d",
        no_day("where a fiscal year begins is not in the text"),
        clue=DIGIT,
    ),
    notation(
        "relative",
        r"(?P<word>today|tomorrow|tmrw|tonight|day after tomorrow|the day after tomorrow|this (?:afternoon|evening"
        r"|morning)|(?:after|before|by) (?:lunch|dinner))(?: (?:noon|morning|evening|EOD))?",
        _today,
    ),
    notation(
        "relative",
        rf"(?:within|in|over|inside)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<count>{NUMBER})[\s-]*(?P<unit>(?:working"
        rf"|business|banking|trading|calendar) days?|hours?|days?|weeks?|months?|quarters?|years?)(?:[’']? time)?"
        rf"(?! (?:of|after|before))",
        _in,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:within|in)\s+{NUMBER}[\s-]*(?:(?:working|business|calendar) )?(?:days?|weeks?|months?)"
        r" (?:of|from|after) (?:the |our |its |this )?(?:publication|issue|receipt|release|approval|acceptance"
        r"|delivery|date|review|meeting|report|notice|go-?live|launch|signing)(?: of [\w-]+| date)?",
        no_day("the day it counts from is not in the text"),
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?P<count>{NUMBER})\s+(?P<unit>(?:working |business )?days?|weeks?|months?)\s+(?:from (?:now|today)|from "
        rf"the review)",
        _in,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:{START}\+?|(?<= )\+|{_COUNTED})(?P<count>{NUMBER})\s?(?P<unit>d|w|h|days?|weeks?|wks|months?|working days"
        rf"|business days){END}",
        _in,
    ),
    notation(
        "relative",
        r"T\+(?P<count>\d+)(?P<unit>d|w)?",
        lambda match, calendar: (
            calendar.known() + timedelta(days=int(match["count"]) * (7 if match["unit"] == "w" else 1))
        ),
        clue=DIGIT,
    ),
    notation(
        "relative",
        rf"(?:(?:with)?in|over) (?:a|the next) fortnight|a fortnight from (?:now|today)|(?:{START}|{_COUNTED})(?:a"
        rf"|one) fortnight{END}",
        _fortnight,
    ),
    notation(
        "relative",
        rf"(?:(?:by |late |(?:the )?(?:end|close) of )(?:the )?)?{_WHICH}\s+{_UNIT}(?!s?\w|[\s-](?:of|by|end|later))",
        _span,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:the )?(?:end|close) of (?:(?P<which>this|next|the|the current|current)\s+)?{_UNIT}(?! of)",
        _span,
        clue=UNITS,
    ),
    notation("relative", rf"(?P<which>this\s+|the\s+)?{_UNIT}[\s-]end(?!-)", _span, clue=UNITS),
    notation(
        "relative",
        r"(?P<short>EO[DBWMQY])|(?P<day>COB|(?:end|close) of (?:the )?(?:day|business|play))",
        lambda match, calendar: _short(match, calendar) if match["short"] else calendar.known(),
    ),
    notation(
        "relative",
        rf"(?:(?P<which>this|next|coming|on)\s+)(?P<weekday>{WEEKDAY})(?!,? (?:the )?\d|,? {MONTH})(?:\s+next week)?"
        rf"(?: (?:noon|morning|evening))?",
        _weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"(?:{_CLOSE}|{LED}(?:{_CLOSE})?)(?P<weekday>{WEEKDAY})(?P<which>,? next week)",
        _weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"(?:{_CLOSE}|{LED}(?:{_CLOSE})?)(?P<which>the\s+)?(?P<weekday>{WEEKDAY})(?: (?:noon|morning|evening"
        rf"|EOD))?(?![’'-]|,? (?:the )?\d|,? {MONTH})",
        _weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"{START}(?P<which>the\s+)?(?P<weekday>{WEEKDAY})(?: (?:noon|morning|evening|EOD))?{END}",
        _weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "period",
        rf"(?:in |by |during )?(?:the )?(?P<nth>first|second|third|last) week (?:of|in) (?P<month>{MONTH})(?!\s*\d)",
        _week_of_month,
        clue=MONTHS,
    ),
    notation(
        "period",
        rf"(?:the )?(?P<nth>{_NTH}) (?P<weekday>{WEEKDAY}) (?:of|in) (?P<month>{MONTH})(?:,? (?P<year>20\d\d))?",
        _weekday_of_month,
        clue=MONTHS,
    ),
    notation(
        "milestone",
        rf"(?:in |by |during |with |for )?(?:the )?(?:{_NTH}|start|beginning|middle|rest)(?: half| third| part"
        rf"| part| days?| weeks?| sprint| iteration)? (?:of|in) (?:the )?(?:next |coming |following |new |this )?"
        r"(?:sprint|season|term|school year|year|iteration|semester|quarter|month|cycle|holidays?)(?: after next)?",
        no_day("the day it ends is not in the text"),
    ),
    notation("period", rf"{LED}(?P<month>(?-i:(?=[A-Z])){MONTH})(?!\s*\d)", _bare_month, clue=MONTHS),
    notation("period", rf"{START}(?P<month>(?-i:(?=[A-Z])){MONTH}){END}", _bare_month, clue=MONTHS),
    notation("period", rf"(?<=[a-z] )(?P<month>(?-i:(?=[A-Z])(?!Ma[ry])){MONTH}){END}", _bare_month, clue=MONTHS),
    notation(
        "period",
        r"(?:by|before|during|in|until|end of|the end of|peak|calendar)\s+(?P<year>20[2-4]\d)(?![\d/.-]|\s?[QHW]\d)",
        _bare_year,
        clue=DIGIT,
    ),
    notation(
        "period",
        r"(?:next|this|in|by|before|until|during|for|from|due|target|eta|than|after) (?:the |this |next )?"
        r"(?:spring|summer|autumn|fall|winter)(?: (?:19|20)\d\d)?(?! \w)",
        no_day("a season has no last day that all agree on"),
    ),
    notation(
        "period",
        r"(?:early |late |mid-?)?(?:spring|summer|autumn|fall|winter) (?:19|20)\d\d",
        no_day("a season has no last day that all agree on"),
        clue=DIGIT,
    ),
    notation(
        "relative",
        r"(?:(?<=\bby )the |(?<=\bbefore )the |(?<=\bover )the |(?<=\bat )the )?(?P<which>this|next|the coming|coming)?"
        rf"\s*weekend{END}",
        _weekend,
        clue=_WEEKEND,
    ),
)
