"""What an item says of its state, its urgency and its kind."""

from __future__ import annotations

import re

from blameless_lint.text.expression import expression

_STATES = {
    "done": r"done|completed?|finished|closed|merged|resolved|fixed|shipped|deployed|implemented|delivered|live|in "
    r"(?:force|place|production|effect)|✅|✔️?|☑|\{\{done\}\}",
    "rejected": r"rejected|declined|won[’']?t (?:do|fix)|wontfix|cancell?ed|dropped|abandoned|not (?:doing|pursued)"
    r"|risk accepted|accepted risk|accepted as (?:a )?risk|obsolete|superseded",
    "proposed": r"proposed|proposal|suggested|under (?:consideration|discussion|review)|to be (?:considered|discussed"
    r"|decided)|draft|idea",
    "in progress": r"in progress|on track|agreed|accepted|wip|started|ongoing work|in review|under way|underway|doing"
    r"|active|🔜|⏳|🚧",
    "open": r"open|to ?do|not started|new|planned|scheduled|icebox|review|backlog|pending|blocked|⬜|☐|❓",
}
_STATE = {name: expression(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in _STATES.items()}
_STATE_ALONE = expression(
    rf"(?:{'|'.join(_STATES.values())})(?:[ ,]+(?:on|by|since|in|at|as of)?\b.{{0,30}})?", re.IGNORECASE
)
_PRIORITY = expression(
    r"(?<![\w-])(?:P[0-5]|prio(?:rity)?[ :]*(?:[0-5]|high|medium|low|critical)|(?:very )?high|highest|medium|normal"
    r"|low(?:est)?|critical|urgent"
    r"|must[- ]have|should[- ]have|nice[- ]to[- ]have|blocker|major|minor)(?: prio(?:rity)?)?(?![\w-])",
    re.IGNORECASE,
)
TYPES = {
    "people": r"train(?:ing)?|hire|recruit|onboard(?:ing)?|staff(?:ing)?|rota|workload|team dinner|mentor"
    r"|pair(?:ing)?|celebrat\w+|thank|coach\w*|attend|reward|retrain\w*",
    "investigate": r"investigat\w+|look(?:ing)? into|find out|understand|determine|research|analy[sz]e|explore"
    r"|root[- ]cause|clarify|evaluate|figure out|examine|study|compare|assess|diagnos\w+|why",
    "detect": r"alert\w*|alarm\w*|monitor\w*|dashboard\w*|detect\w*|probe\w*|metric\w*|page[sd]?|paging|observab\w+"
    r"|canary|health ?checks?|heartbeat|log(?:s|ging)|trac(?:e|ing)|notif\w+|watch(?:dog)?|slos?|uptime"
    r"|graph",
    "respond": r"runbook\w*|playbook\w*|on-?call|escalat\w+|status page|status update|incident (?:guide|channel"
    r"|process|response)|drill\w*|game ?day\w*|war room|communicat\w+|phone|contact list|rollback "
    r"(?:button|procedure)|template|cheat sheet|support macro|macro",
    "mitigate": r"fallback|failover|fail over|retr(?:y|ies)|circuit breaker|rate limit\w*|limit|timeout\w*"
    r"|redundan\w+|replica\w*|backup\w*|restore\w*|capacity|scal(?:e|ing)|shed(?:ding)?|throttl\w+"
    r"|quota\w*|cach(?:e|ing)|graceful\w*|resilien\w+|isolat\w+|separate|second|spare|kill switch"
    r"|increase|reduce|lower",
    "process": r"document\w*|process|polic(?:y|ies)|review|checklist\w*|approval|procedure\w*|guidelines?|agree"
    r"|meeting|sla|contract|wiki|readme|ownership|calendar|reminder|remind\w*|rename|archive|clean up",
}
_TYPE = {name: expression(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE) for name, words in TYPES.items()}
DETECTS = _TYPE["detect"]
_TYPE_CELL = expression(
    r"(?:prevent(?:ion|ative|ive)?|detect(?:ion|ive)?|mitigat(?:e|ion|ive)|respon(?:d|se)|repair|process"
    r"|investigat(?:e|ion|ive)|people|correct(?:ive|ion)?"
    r"|training|documentation|monitoring|improve(?:ment)?|tech(?:nical)?|organi[sz]ational)",
    re.IGNORECASE,
)


def state(text: str, *, checked: bool | None = None) -> str | None:
    """Return an item's state: done, rejected, proposed, in progress or open, or None where it says none."""
    if checked:
        return "done"
    found = next((name for name, pattern in _STATE.items() if pattern.search(text)), None)
    return found or ("open" if checked is False else None)


def is_told_done(text: str) -> bool:
    """Return whether a task in words of its own says that it is in force already: “… is active since Tuesday”."""
    return bool(_TOLD_DONE.search(text)) and not _AHEAD.search(text)


_TOLD_DONE = expression(
    r"^\W*\{\{done\}\}|\bin (?:use|force|place|production) (?:since|now)\b|\bin force\b"
    r"|\b(?:is|are) (?:now )?(?:active|live|complete|in force|in use|in place)\b|\bnow (?:[a-z]+s|carry|have|are)\b",
    re.IGNORECASE,
)
_AHEAD = expression(r"\b(?:will|should|must|shall|to be|being|by|until)\b", re.IGNORECASE)


def is_state(text: str) -> bool:
    """Return whether a text says a state and nothing else but perhaps its day."""
    return bool(_STATE_ALONE.fullmatch(text.strip(" .*_!")))


def is_done(text: str) -> bool:
    """Return whether a text says that work is finished."""
    return bool(_STATE["done"].search(text))


def priority(text: str) -> str | None:
    """Return the priority that a text consists of, or None."""
    found = _PRIORITY.fullmatch(text.strip(" .*_"))
    return found.group() if found else None


def type_cell(text: str) -> str | None:
    """Return the kind of action that a text names and nothing else, in lower case, or None."""
    words = [word for word in re.split(r"[\s/,&+]+|\band\b", text.strip(" .*_")) if word]
    return text.strip(" .*_").lower() if words and all(_TYPE_CELL.fullmatch(word) for word in words) else None


def type_of(text: str) -> str:
    """Return the kind of action by its words, one of `TYPES` or else "prevent"."""
    first = [(match.start(), name) for name, pattern in _TYPE.items() if (match := pattern.search(text))]
    return min(first)[1] if first else "prevent"
