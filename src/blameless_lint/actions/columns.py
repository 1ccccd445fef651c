"""What the columns of a table of actions hold, by their titles."""

from __future__ import annotations

import re

from blameless_lint.text.expression import expression

ROLES = {
    "number": r"#|no\.?|nr\.?|id|ref\.?|item no\.?|num(?:ber)?|action id",
    "owner": r"to|for"
    r"|functions?|units?|sections?|entity|custodian|nominee|delegated? to|implement(?:er|ing)(?: \w+)?"
    r"|addressed to|names?|departments?|part(?:y|ies)|organi[sz]ation|agency|contact|with"
    r"|(?:action|task|item|measure)s? (?:by|for|holder|lead|with)"
    r"|.*\b(?:owners?|dri|assignees?|assigned(?: to)?|responsible|who|pic|by whom|lead|accountable|person"
    r"|team|responsibility|action on|done by|addressees?|actionee|taker|resp|in charge|poc|point of contact|driver"
    r"|squad"
    r"|action party|assigned|engineer|handled by|by whom\?|champion|sponsor)\b.*",
    "due": r"by|before|latest|at the latest|no later than|ready(?: by)?|delivery|week|month|time ?(?:scale|limit)"
    r"|quarter|planned(?: for)?|expected(?: by)?|schedule|.*\b(?:due|deadline|eta|term|by when|when"
    r"|target|finish|date|until|timeline|timing|timeframe"
    r"|completion|sprint|milestone)\b.*",
    "ticket": r"epics?|cards?|mrs?|merge requests?|.*\b(?:tickets?|jira|issues?|links?|tracker|tracking|bug|bugs|pr"
    r"|reference|story|epic|card|mr"
    r"|merge request|url|ref|where|work "
    r"?order|change no)\b.*",
    "status": r".*\b(?:status|state|done|progress|✅)\b.*",
    "priority": r".*\b(?:priority|prio|severity|urgency)\b.*",
    "type": r".*\b(?:type|category|kind|class|theme|area)\b.*",
    "task": r".*\b(?:counter-?measures?|actions?(?: items?)?|tasks?|to-?dos?|measures?"
    r"|follow[- ]?ups?|recommendations?|what"
    r"|improvements?|remediations?|remedy|mitigations?|items?|steps?|description|change|idea|activity"
    r"|commitment|prevention)\b.*",
}
ROLE = {name: expression(pattern, re.IGNORECASE) for name, pattern in ROLES.items()}
WORDS = 4  # of a column's title


def names_column(text: str) -> bool:
    """Return whether a text is the title of a column that this module knows."""
    named = any(pattern.fullmatch(text.strip(" *_:")) for name, pattern in ROLE.items() if name != "number")
    return named and len(text.split()) <= WORDS


def role_of(label: str) -> str:
    """Return what a column or a field of this name holds, or nothing where the name does not say."""
    names = ("number", "status", "priority", "type", "owner", "due", "ticket", "task")
    return next((name for name in names if ROLE[name].fullmatch(label.strip(" *_:"))), "")
