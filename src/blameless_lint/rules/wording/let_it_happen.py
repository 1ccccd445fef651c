"""Someone is said to have let something happen, to have allowed it, or to have left a thing as it was.

“Let” makes a doer of whoever was near: it says that a word would have been enough, and not why none was said.

Instead, say what went on and for how long, and ask what would have made it visible, or would have stopped it.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

PAST = expression(r"\b(?:scroll|stroll|walk)(?:ed|s)? (?:straight |right )?past\b(?! one\b)", re.IGNORECASE)
"""How people pass by what they might have seen to."""

OTHERS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN})


@rule(
    category="omission",
    severity="error",
    cues=[
        expression(r"\bleft (?:\w+ ){1,5}(?:open|ajar|blank|paused|un\w+ed|there|at that|like that)\b", re.IGNORECASE),
        PAST,
    ],
    examples=[
        Example("The owner let the certificate expire.", flags=["The owner let the certificate expire"]),
        Example("Marta let the tickets pile up.", flags=["Marta let the tickets pile up"]),
        Example(
            "The foreman allowed visitors to enter the pit.", flags=["The foreman allowed visitors to enter the pit"]
        ),
        Example("The vendor let two requests go stale.", flags=["The vendor let two requests go stale"]),
        Example("The fitter left the hatch open.", flags=["The fitter left the hatch open"]),
        Example(
            "The night porter saw the letter and left it there.",
            flags=["The night porter saw the letter and left it there"],
        ),
        Example("The fitter walked past the open hatch.", flags=["The fitter walked past the open hatch"]),
        Example("The fitter walked past the office to the gate."),
        Example("The fitter walked past the hatch without seeing the lamp, which faces the wall."),
        Example("The cursor walked past the last row."),
        Example("The job left the file open."),
        Example("The fitter left the university."),
        Example("The fitter left a note there."),
        Example("The team left the flag disabled until Monday."),
        Example("The fitter left the hatch open, because the fan had failed."),
        Example("The scheduler let the lease expire."),
        Example("The lease was held by the old leader, which let it lapse."),
        Example("The editor allows users to set a colour."),
        Example("The operator let us know at 10:05."),
        Example("The manager allowed us to go home early."),
        Example("The team let the job finish before the restart."),
        Example("The vendor let the lease expire, because the contract had ended."),
    ],
)
def let_it_happen(reading: Reading) -> Iterator[Match]:
    """Yield what people are said to have let happen or allowed."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in OTHERS or predication.negated or predication.passive:
            continue
        if not predication.is_asserted or not (_lets(predication) or _leaves(predication) or _passes(predication)):
            continue
        if not is_told(parsed, predication) and not is_explained(parsed, predication):
            message = f"{quoted(agent, parsed)} is said to have let it happen: {quoted(predication.verb, parsed)}."
            yield flag(parsed, extent(predication), message, agent=agent)


STATES = expression(
    r"\b(?:open|ajar|blank|lying|half \w+|paused|un(?:attended|checked|finished|guarded|locked|manned|"
    r"plugged|protected|read|secured|signed|tested|opened|answered)|there|behind|at that|like that|as it was)\b",
    re.IGNORECASE,
)


def _passes(predication: Predication) -> bool:
    """Return whether people passed by what they might have seen to: “walked past the open hatch”."""
    verb = predication.verb
    if not predication.past or not PAST.match(verb.doc[verb.i : verb.i + 3].text):
        return False
    if any(child.lower_ in {"without", "to", "because", "so"} for child in verb.subtree):
        return False
    return any(child.dep_ in {"prep", "prt", "advmod"} and child.lower_ == "past" for child in verb.children)


def _leaves(predication: Predication) -> bool:
    """Return whether a thing is left as it was: “left the hatch open”, “left it at that”."""
    verb = predication.verb
    if predication.lemma != "leave" or not predication.past or predication.hypothetical:
        return False
    if any(word.dep_ == "mark" and word.lower_ in {"because", "since", "as", "so"} for word in verb.subtree):
        return False
    parts = [child for child in verb.children if child.i > verb.i and child.dep_ in THING]
    if not parts or parts[0].lower_ in {"comment", "comments", "note", "message"}:
        return False
    return STATES.search(verb.doc[parts[0].i + 1 : verb.right_edge.i + 1][:6].text) is not None


THING = frozenset({"dobj", "nsubj", "ccomp", "xcomp"})


def _lets(predication: Predication) -> bool:
    verb = predication.verb
    clause = next((child for child in verb.children if child.dep_ in {"ccomp", "xcomp"} and child.i > verb.i), None)
    which = any(child.dep_ == "nsubj" and child.lower_ == "which" for child in verb.children)
    if clause is None or (which and predication.agent is not None and predication.agent.kind is Kind.ROLE):
        return False  # people are “who”: “the old leader, which let its lease expire”
    if predication.lemma == "let":
        return clause.lemma_.lower() in lemmas("decaying_verbs") and verb.tag_ in {"VBD", "VBN", "VB", "VBP"}
    if predication.lemma not in {"allow", "permit"} or not predication.past:
        return False
    subject = _allowed(verb, clause)
    return subject is not None and subject.pos_ != "PRON" and not predication.hypothetical


def _allowed(verb: Token, clause: Token) -> Token | None:
    return next((c for c in (*clause.children, *verb.children) if c.dep_ in {"nsubj", "dobj"} and c.i > verb.i), None)
