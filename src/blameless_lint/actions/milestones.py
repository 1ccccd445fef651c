"""Notations of deadlines that an event, a sprint or a release sets, and of words that only look like a deadline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from blameless_lint.actions.calendar import DIGIT, MONTH, NUMBER, WEEKDAY
from blameless_lint.actions.dates import LED, notation
from blameless_lint.actions.when import Calendar, Unresolved
from blameless_lint.text.expression import expression

END = r"(?=\s*(?:$|[,;|)\]—–!]|\.(?:\s|$)|-\s|/\s))"
START = r"(?:(?<=^)|(?<=[,;|(\[—–:/] )|(?<=[,;|(\[:/])|(?<=\. )|(?<= - ))"


def no_day(reason: str) -> Callable[[re.Match[str], Calendar], date]:
    """Return what resolves a notation to no day, for a reason."""

    def refuse(_: re.Match[str], __: Calendar) -> date:
        raise Unresolved(reason)

    return refuse


SINGLE = (
    r"(?:retro(?:spective)?|elections?|exam(?:s|ination)?(?: period)?|(?:term|season|semester|school) start|GA"
    r"|kick-?off"
    r"|peak(?: season)?|(?:year|quarter|month)[- ]end|inspection|hand-?over|blackout|vote"
    r"|referendum|festival|conference|tournament|semester|audit|offsite|AGM|launch|go-?live|(?:\w+ )?freeze|holidays?"
    r"|vacations?|leave|board(?: meeting)?|summit|cut-?over|term|phase \d)"
)
"""Events of which there is one at a time, so that “before the audit” names a day that all know."""
_EVENT = (
    r"(?:meeting|review|release|deploy(?:ment)?|demo|code freeze|freeze|launch|go-live|cut-?over|migration|offsite"
    r"|stand-?up|game day"
    r"|maintenance(?: window)?|window|shutdown|board|peak|season|rollout|freeze|summit|kubecon(?: \w+)?|deadline"
    r"|holidays?|visit|audit|patch"
    r"|campaign|exercise|drill|test|match|finals?|semi-finals|phase \d|milestone|iteration|increment|release train"
    r"|minor(?: release)?|hack day|break|budget round"
    rf"|{SINGLE}|all-hands|sync|planning|(?:on-?call )?rotation|on-?call shift|upgrade|patch day|steering"
    r"|(?:print )?run|round|meetup|(?:winter |summer )?season|cycle|event|tuesday|term)"
)
_WORDS = r"(?:[\w./’'-]+ ){0,4}?"
_OPEN = (
    r"asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable|we can)|soon(?:er or later)?|shortly|ongoing|on-?going"
    r"|continuous(?:ly)?|permanent(?:ly)?"
    r"|immediate(?:ly)?(?: effect)?|at once|right away|effective (?:now|immediately)|when(?:ever)? (?:possible|time "
    r"permits|we have time|there is time|budget ok)"
    r"|later|eventually|some ?day|at some point|sometime|long[- ]term|short[- ]term|mid[- ]term|medium[- ]term"
    r"|near[- ]term"
    r"|in (?:the )?(?:coming|next few|near|not too distant|foreseeable) (?:days|weeks|months|future)|in due course"
    r"|in future|in the future|going forward"
    r"|tbd|tba|tbc|t\.b\.d\.?|to be (?:determined|decided|defined|confirmed|agreed(?: upon)?|discussed)|no date(?: "
    r"yet)?|no deadline|none|open-ended"
    r"|n/?a|now|unknown|not (?:set|scheduled|planned|yet known)|until further notice|recurring|always|at the earliest "
    r"opportunity|high priority|backlog|next steps"
)
_CYCLE = expression("sprint|milestone|tuesday|hack day|iteration|pi|increment|cycle", re.IGNORECASE)
_ONCE = expression("once|when|soon", re.IGNORECASE)
_BOUND = (
    r"before|by|until|till|ahead of|in time for|prior to|no later than|not later than|after|due|target|eta|deadline is"
)
"""Words that make an event a deadline."""
_BEFORE = expression("before", re.IGNORECASE)
MILESTONES = (
    notation(
        "milestone",
        r"(?:(?:the )?(?:end of |start of )?(?:the |this |next |current |the next |the current |the following "
        r"|upcoming |following )sprint(?: after next)?|(?:end of )?sprint\s?#?\d[\d.-]*"
        rf"|(?:(?:with)?in (?:the )?(?:next |coming )?)?{NUMBER} (?:sprints|iterations|(?:on-?call )?rotations"
        rf"|releases)"
        r"|this milestone"
        r"|patch tuesday|hack day|iteration \d+|(?:end of "
        r")?(?:this|next) (?:iteration|PI|increment|cycle)|PI[ -]?\d[\d.]*)",
        no_day("the day a sprint ends is not in the text"),
        clue=_CYCLE,
    ),
    notation(
        "milestone",
        r"(?:in |with |for |before |by |until )?(?:release|milestone|version|hotfix) v?\d[\w.]*"
        r"|(?<=ships w/ )v?\d[\d.]*\d"
        rf"|(?:(?<=, )|(?<=; )|(?<=\| ))v\d+\.\d+(?:\.\d+)?{END}",
        no_day("the day of a release is not in the text"),
        clue=DIGIT,
    ),
    notation(
        "milestone",
        rf"(?:{LED}|(?<=\bfor )|(?<=\bwith )|(?<=\bafter ))v?\d+\.\d+(?:\.\d+)?(?: "
        rf"(?:release"
        rf"|milestone|code freeze))?{END}",
        no_day("the day of a release is not in the text"),
        clue=DIGIT,
    ),
    notation(
        "milestone",
        r"(?:(?:in|with|for|before|by|until|after|ahead of) )?(?:the )?v?\d+\.\d+(?:\.\d+)? (?:release|milestone"
        r"|(?:code )?freeze|cut|launch|roll-?out|upgrade)",
        no_day("the day of a release is not in the text"),
        clue=DIGIT,
    ),
    notation(
        "milestone",
        rf"(?:(?:{_BOUND}|at|for|with|from|during) (?:the |our )?(?:next |upcoming |coming |annual |following )?"
        rf"|(?:in|over) (?:the |our )?(?:next|upcoming|coming|annual|following) ){_WORDS}{_EVENT}(?: on)?{END}",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"(?:{_BOUND}) (?:the |our )?(?:(?:next|upcoming|coming|annual|following) {_WORDS}{_EVENT}|(?:\w+ )?{SINGLE})"
        r"(?= (?:and|so|to|then|but)\b)",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"(?:once|when|as soon as) (?:the |our |we (?:have )?)?{_WORDS}(?:ships?|lands?|arrives?"
        r"|(?:is|are|has been|have been) "
        r"(?:next )?(?:live|out|over|done|completed?|merged|released|in place|through|available|approved|signed"
        r"|rolled out|lifted|signed off|installed|passed|tested"
        rf"|finished|decommissioned|migrated|deployed|hired|delivered|upgraded|green)|goes? live|has (?:shipped|landed"
        rf"|arrived|gone live)){END}",
        no_day("the day of the event is not in the text"),
        clue=_ONCE,
    ),
    notation(
        "milestone",
        rf"(?:the )?(?:next|coming|upcoming) {_WORDS}{_EVENT}{END}",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"{START}(?:in |by |with |for |at )?(?:the )?(?:next|coming|upcoming|following) (?:[\w’'-]+ ){{0,2}}?"
        rf"(?:issue|revision|edition|version|update|night|sailing|flight|show|batch|delivery|visit|order|budget"
        rf"|inspection|docking|dry docking|shift|renewal|contract)(?: (?:of|in) (?:the )?[\w-]+)?{END}",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        r"(?:the )?(?:release|sprint|iteration|meeting|version|issue) after (?:next|this|that)(?: one)?",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"{START}this (?:term|season|semester|academic year){END}"
        rf"|(?:by|before|until|for|at|in time for|ahead of) (?:the |our ){MONTH} (?:[\w-]+ ){{0,2}}?[\w-]+{END}"
        rf"|{START}(?:by |before |at |until )?(?:the )?(?:end|start) of (?:the )?(?:season|term|year|shift|semester"
        rf"|school year|summer|winter|spring|autumn){END}",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"before (?:we|the|an?|any|re-?\w+ing|{_WORDS})\b[^,;.|()]{{3,50}}{END}",
        no_day("the day of the event is not in the text"),
        clue=_BEFORE,
    ),
    notation(
        "milestone",
        rf"{START}(?:in |before |by |at |during )?(?:{WEEKDAY}[’']s|{MONTH}) {_EVENT}{END}",
        no_day("the day of the event is not in the text"),
    ),
    notation(
        "milestone",
        rf"(?:during|in|over|after) (?:the |our |next |his |her |their |my )?(?:[\w’'-]+ ){{0,2}}(?:break|holidays?"
        rf"|shutdown|vacations?"
        rf"|recess|freeze|outage season){END}",
        no_day("the day of the event is not in the text"),
    ),
    notation("open", rf"(?:{_OPEN})", no_day("the words name no day")),
)
