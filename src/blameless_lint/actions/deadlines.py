"""Notations of deadlines that count from a day: today, in two weeks, by Friday, in the spring."""

from __future__ import annotations

import re
from datetime import timedelta

from blameless_lint.actions.calendar import DIGIT, MONTH, MONTHS, NUMBER, UNITS, WEEKDAY, WEEKDAYS
from blameless_lint.actions.counted import (
    ahead,
    end_of,
    end_of_month,
    end_of_short,
    end_of_year,
    fortnight,
    near_day,
    week_of_month,
    weekday,
    weekday_of_month,
    weekend,
)
from blameless_lint.actions.dates import LED, notation
from blameless_lint.actions.milestones import END, START, no_day
from blameless_lint.text.expression import expression

_WEEKEND = expression("weekend", re.IGNORECASE)
_WHICH = r"(?P<which>this|next|the coming|coming|the following|following|the current|current|the)"
_COUNTED = r"(?:(?<=\bdue )|(?<=\bdue in )|(?<=\btarget )|(?<=\beta )|(?<=\bdeadline ))"
_CLOSE = r"(?:EOD|COB|(?:close|end) of (?:the )?(?:business|day|play)),? (?:on )?"
_TIME_OF_DAY = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m)"
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
        near_day,
    ),
    notation(
        "relative",
        rf"(?:within|in|over|inside)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?P<count>{NUMBER})[\s-]*(?P<unit>(?:working"
        rf"|business|banking|trading|calendar) days?|hours?|days?|weeks?|months?|quarters?|years?)(?:[’']? time)?"
        rf"(?! (?:of|after|before))",
        ahead,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:within|in)\s+{NUMBER}[\s-]*(?:(?:working|business|calendar) )?(?:days?|weeks?|months?)"
        r" (?:of|from|after) (?:the |our |its |this )?(?:publication|issue|receipt|release|approval|acceptance"
        r"|delivery|date|review|meeting|report|notice|go-?live|launch|signing)"
        r"(?: of (?:the |this |our )?[\w-]+| date)?",
        no_day("the day it counts from is not in the text"),
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?P<count>{NUMBER})\s+(?P<unit>(?:working |business )?days?|weeks?|months?)\s+(?:from (?:now|today)|from "
        rf"the review)",
        ahead,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:{START}\+?|(?<= )\+|{_COUNTED})(?P<count>{NUMBER})\s?(?P<unit>d|w|h|days?|weeks?|wks|months?|wds?"
        rf"|working days|business days){END}",
        ahead,
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
        fortnight,
    ),
    notation(
        "relative",
        rf"(?:(?:by |late |(?:the )?(?:end|close) of )(?:the )?)?{_WHICH}\s+{_UNIT}(?!s?\w|[\s-](?:of|by|end|later))",
        end_of,
        clue=UNITS,
    ),
    notation(
        "relative",
        rf"(?:the )?(?:end|close) of (?:(?P<which>this|next|the|the current|current)\s+)?{_UNIT}(?! of)",
        end_of,
        clue=UNITS,
    ),
    notation("relative", rf"(?P<which>this\s+|the\s+)?{_UNIT}[\s-]end(?!-)", end_of, clue=UNITS),
    notation(
        "relative",
        r"(?P<short>EO[DBWMQY])|(?P<day>COB|(?:end|close) of (?:the )?(?:day|business|play))",
        lambda match, calendar: end_of_short(match, calendar) if match["short"] else calendar.known(),
    ),
    notation(
        "relative",
        rf"(?:(?P<which>this|next|coming|on)\s+)(?P<weekday>{WEEKDAY})(?!,? (?:the )?\d|,? {MONTH})(?:\s+next week)?"
        rf"(?: (?:noon|morning|evening))?",
        weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"(?:{_CLOSE}|{LED}(?:{_CLOSE})?)(?P<weekday>{WEEKDAY})(?P<which>,? next week)",
        weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"(?:{_CLOSE}|{LED}(?:{_CLOSE})?)(?P<which>the\s+)?(?P<weekday>{WEEKDAY})(?: (?:noon|morning|evening"
        rf"|EOD))?(?![’'-]|,? (?:the )?\d|,? {MONTH})",
        weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "relative",
        rf"{START}(?P<which>the\s+)?(?:{_TIME_OF_DAY} )?(?P<weekday>{WEEKDAY})"
        rf"(?: (?:noon|morning|evening|afternoon|night|EOD)|,? (?:at )?{_TIME_OF_DAY})?(?: at the latest)?{END}",
        weekday,
        clue=WEEKDAYS,
    ),
    notation(
        "period",
        rf"(?:in |by |during )?(?:the )?(?P<nth>{_NTH}) (?:week|wk) (?:of|in) (?P<month>{MONTH})(?!\s*\d)",
        week_of_month,
        clue=MONTHS,
    ),
    notation(
        "period",
        rf"(?:the )?(?P<nth>{_NTH}) (?P<weekday>{WEEKDAY}) (?:of|in) (?P<month>{MONTH})(?:,? (?P<year>20\d\d))?",
        weekday_of_month,
        clue=MONTHS,
    ),
    notation(
        "milestone",
        rf"(?:in |by |during |with |for )?(?:the )?(?:{_NTH}|start|beginning|middle|rest)(?: half| third| part"
        rf"| part| days?| weeks?| sprint| iteration)? (?:of|in) (?:the )?(?:next |coming |following |new |this )?"
        r"(?:sprint|season|term|school year|year|iteration|semester|quarter|month|cycle|holidays?)(?: after next)?",
        no_day("the day it ends is not in the text"),
    ),
    notation("period", rf"{LED}(?P<month>(?-i:(?=[A-Z])){MONTH})(?!\s*\d)", end_of_month, clue=MONTHS),
    notation("period", rf"{START}(?P<month>(?-i:(?=[A-Z])){MONTH}){END}", end_of_month, clue=MONTHS),
    notation("period", rf"(?<=[a-z] )(?P<month>(?-i:(?=[A-Z])(?!Ma[ry])){MONTH}){END}", end_of_month, clue=MONTHS),
    notation(
        "period",
        r"(?:by|before|during|in|until|end of|the end of|peak|calendar)\s+"
        r"(?P<year>20[2-4]\d)(?![\d/-]|\.\d|\s?[QHW]\d)",
        end_of_year,
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
        weekend,
        clue=_WEEKEND,
    ),
)
