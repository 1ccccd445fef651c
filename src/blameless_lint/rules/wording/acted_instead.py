"""Someone is said to have done one thing instead of another that would have been right.

The other thing is chosen by someone who knows the end; then it was one of many that could be done.

Instead, say what was done, and ask what made it look right and what would have pointed to the other.

Source: Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_explained, is_told
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

PERSONS = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.PRONOUN, Kind.INDEFINITE})


@rule(
    category="omission",
    severity="error",
    examples=[
        Example(
            "The operator was watching his phone instead of the screen.",
            flags=["The operator was watching his phone instead of the screen"],
        ),
        Example("Dana sent a mail instead of a page.", flags=["Dana sent a mail instead of a page"]),
        Example("He restarted beacon-02 instead of beacon-20.", flags=["He restarted beacon-02 instead of beacon-20"]),
        Example(
            "The pilot pressed on instead of turning back.", flags=["The pilot pressed on instead of turning back"]
        ),
        Example("Instead, she sent the list by post.", flags=["Instead, she sent the list by post"]),
        Example("Instead, the job reads the replica."),
        Example("Instead, we read the replica."),
        Example("The job read the replica instead of the primary."),
        Example("We used the replica instead of the primary."),
        Example("The proxy returned 200 instead of 404."),
        Example("Dana added a lock instead of a retry, because two jobs share the table."),
        Example("The operator should use the console instead of the script."),
        Example("Instead of the script, the console is used now."),
    ],
)
def acted_instead(reading: Reading) -> Iterator[Match]:
    """Yield acts of individuals that are set against what they did not do."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or agent.kind not in PERSONS or not predication.is_asserted:
            continue
        other = _other(predication) if predication.past else None
        other = other or _opening(predication)
        if other is None or is_told(parsed, predication) or is_explained(parsed, predication):
            continue
        tokens = between(extent(predication), phrase(other))
        yield flag(parsed, tokens, f"{quoted(agent, parsed)} is measured against {quoted(other, parsed)}.", agent=agent)


def _other(predication: Predication) -> Token | None:
    """Return the head of “instead of …” behind the verb or its object."""
    for token in predication.verb.subtree:
        if token.lower_ != "instead" or token.i < predication.verb.i or token.i + 1 >= len(token.doc):
            continue
        of = token.nbor()
        if of.lower_ == "of" and _verb_of(token) == predication.verb:
            return next((child for child in of.children if child.dep_ in {"pobj", "pcomp"}), of)
    return None


def _opening(predication: Predication) -> Token | None:
    """Return the “instead” that opens the sentence and sets what a single person did against what came before it."""
    first = predication.verb.doc[0]
    alone = first.lower_ == "instead" and not any(True for _ in first.children)
    is_one = predication.agent is not None and predication.agent.token.lower_ not in PLURAL
    return first if alone and is_one and first.head == predication.verb else None


PLURAL = frozenset({"they", "you"})


def _verb_of(token: Token) -> Token | None:
    return next((head for head in token.ancestors if head.pos_ in {"VERB", "AUX"}), None)
