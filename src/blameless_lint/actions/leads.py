"""Words before and behind a time that make it a deadline, something that was, or a part of what is to be done."""

from __future__ import annotations

import re

from blameless_lint.actions.calendar import NUMBER
from blameless_lint.language import words
from blameless_lint.text.expression import expression

LEAD = expression(
    r"(?:\b(?:by|before|until|till|ahead of|prior to|in time for|over|after|due(?: on| by| date| in)?|deadline"
    r"|no later than|not later than|eta"
    r"|target(?:ed)?(?: for| date)?|expected(?: by| in| on)?|ready (?:by|for|in)|from|starting|starts?|begins? in"
    r"|planned for|scheduled for|set"
    r"|effective|in|for|on|during|with|at|live|at the latest|finish|ends?|is|meeting on|first run|from the)\s*(?:on"
    r"|the|around|about)?\s*:?\s*)$",
    re.IGNORECASE,
)
LED_IN = expression(
    r"(?:by|before|until|till|ahead of|prior to|in time (?:for|before)|no later than|not later than|due|target|eta"
    r"|deadline)\b",
    re.IGNORECASE,
)
"""The same as a time's own first words."""
OF_TASK = expression(
    r"\b(?:than|least|most|every|each|after|for|last|past|previous|older|newer|if|when|that|which|whose|where|unless"
    r"|who)\b[^.;|]{0,60}$|^[^.;|]*\bwithin\b",
    re.IGNORECASE,
)
"""Words before a length of time that make it part of what is to be done."""
STRONG = expression(
    r"\b(?:by|before|until|till|ahead of|prior to|in time for|due(?: on| by| date| in)?|deadline|no later than"
    r"|not later than|eta|expected(?: by| "
    r"in| on)?|ready (?:by|for)|finish|target(?: date)?|(?:deadline|target) is)\s*(?:the)?\s*[:=]?\s*$",
    re.IGNORECASE,
)
PAST = expression(
    r"\b(?:done|finished|completed?|closed|merged|fixed|shipped|deployed|released|taken|dated|signed|live since"
    r"|in (?:force|place"
    r"|production|effect) since|since|delivered|changed|last changed|created|running since|went live)\b(?:[^.;|]"
    r"|\.\d){0,40}$"
    r"|\b(?:of|after|dated|the|since|last|between)\s*$|\bbetween [^,;]{1,24} and\s*$"
    r"|\b(?:that|which|who|why|how|was|were|as)\b[^.;|,]{0,60}(?:\b\w+ed|\bbroke|\bfell|\bfailed) (?:on|in|at)\s*$",
    re.IGNORECASE,
)
TAIL = expression(
    r"^\s*(?:\((?:done|hard|tbc)\)|at the latest|latest|if possible|\?)?\s*[\"”’'*_)\]]*\s*$", re.IGNORECASE
)
GOES_ON = expression(r",? (?:and|so|to|then|but|which|whether|when|who|with|for)\b", re.IGNORECASE)
"""How a sentence goes on behind a time that says when its task is done."""
LENGTH = expression(rf"(?:(?:with)?in |over )?(?:the (?:next |coming )?|next )?\+?{NUMBER}[ -]?\w", re.IGNORECASE)


def is_of_task(before: str) -> bool:
    """Return whether a length of time belongs to what is to be done: “alert within a day”, “older than a week”."""
    tasks = words.load("action_lasting_verbs")
    verbs = [
        word.lower()
        for word in re.findall(r"(?:^|\b(?:and|to|will|must|should|shall|then|is|are)\s+)(?:be )?([A-Za-z]+)", before)
    ]
    return OF_TASK.search(before) is not None or any(verb in tasks for verb in verbs)
