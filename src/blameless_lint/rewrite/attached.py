"""Where the question behind a rewrite stands: beside what it asks about, wherever the sentence goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blameless_lint.rewrite.draft import Example
from blameless_lint.text.expression import expression

EXAMPLES = (
    Example(
        "The baker did not weigh the flour, so the loaf sank.",
        "did not weigh",
        "The baker",
        "The flour was not weighed [what would have prompted it?], so the loaf sank.",
    ),
    Example(
        "Because the baker did not weigh the flour, the loaf sank.",
        "did not weigh",
        "the baker",
        "Because the flour was not weighed [what would have prompted it?], the loaf sank.",
    ),
    Example(
        "The baker did not notice the smoke; the bell rang at noon.",
        "did not notice",
        "The baker",
        "The smoke was not noticed [what would have drawn attention to it?]; the bell rang at noon.",
    ),
    Example(
        "The bell did not ring, and the baker did not weigh the flour.",
        "did not weigh",
        "the baker",
        "The bell did not ring, and the flour was not weighed; [what would have prompted it?]",
    ),
)
DENIED = expression(r"(?i)\b(?:not|never|nothing|none|no|left out|skipped|missed|cannot)\b|n[’']t\b")
GOES_ON = expression(
    r" [–—-] |; |,? and so |, (?:so|until|although|though|hence|resulting|leading|causing|leaving|as|because|since"
    r"|while|when|after|which (?:means?|meant|made|makes|leads?|led|left|causes|caused|resulted|is (?:why|how)))\b"
    r"|, and (?=\w)"
    r"|, (?:but )?(?=(?:it|we|they|he|she|i|you|the|an?|this|that|these|our|all) )",
    re.IGNORECASE,
)
"""Where a sentence goes on behind a clause."""
OPENS = expression(r"(?:because|since|as|when|after)\b", re.IGNORECASE)
RUNS_ON = expression(r" (?:and|but) [^,;]*\b(?:was|were|is|are|had|has|have|did|could|can)\b", re.IGNORECASE)
"""Another clause behind the first one, without a mark between them."""
LOOSE = frozenset({", ", ", and "})  # marks behind which a list may go on as well as another clause
CLAUSE = expression(
    r"\b(?:was|were|is|are|am|had|has|have|did|does|could|can|went|got|came|took|made|left|fell|ran|saw|\w{3,}ed)\b",
    re.IGNORECASE,
)


def attached(said: str, ask: str) -> str:
    """Return a clause, without its final mark, with the question behind it, or beside the one thing it denies."""
    denied = list(DENIED.finditer(said))
    is_clear = len(denied) == 1 or (bool(denied) and OPENS.match(said) is not None)
    after = next(_ends(said, denied[0].end()), None) if is_clear else None
    if after is None or said.count("[") or said.count("(") != said.count(")"):
        return behind(said, ask)
    return f"{said[:after]} {ask}{said[after:]}"


def _ends(said: str, start: int) -> Iterator[int]:
    """Yield where a clause may end that begins before a place: where another clause follows, which denies no more."""
    opens = OPENS.match(said)
    for found in GOES_ON.finditer(said, start):
        rest = re.split(r"[,;]", said[found.end() :], maxsplit=1)[0]
        is_listed = found[0] == ", " and not opens and DENIED.search(rest)
        if RUNS_ON.search(said, start, found.start()):
            return
        if (found[0] not in LOOSE or opens or CLAUSE.search(rest)) and not is_listed:
            yield found.start()


def behind(said: str, ask: str) -> str:
    """Return a clause, without its final mark, with the question at its end."""
    return f"{said}{'; ' if ';' not in said else ' – '}{ask}"


def without(text: str, ask: str) -> str:
    """Return a text without the question that stands in or behind it."""
    return re.sub(rf"(?:;| –)? {re.escape(ask)}", "", text, count=1)
