"""Those who did the work are described as a kind of people: “by people who have never …”, “by someone who just wanted”.

A kind of people has no conditions, no tools and no reasons. Others of that kind will read it, and say less.

Instead, say what was done, and what those who did it knew, saw and had to weigh.

Source: Dekker, Just Culture; Ross, The Intuitive Psychologist and His Shortcomings (fundamental attribution error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import Reading

KINDS = frozenset({Kind.INDEFINITE, Kind.ROLE, Kind.TEAM})
BEHIND = expression(r"\b(?:by|of|being) (?:[\w'’-]+ ){1,4}(?:who|that)(?:['’](?:s|ve|d))?\b", re.IGNORECASE)
WHO = expression(r"\b(?:by|of|being)\b.*\b(?:who|that)", re.IGNORECASE | re.DOTALL)
TRYING = frozenset({"test", "try", "review", "read", "rehearse", "use", "help"})


@rule(
    category="judgement",
    severity="error",
    cues=[BEHIND],
    examples=[
        Example(
            "The plan was drawn by people who have never seen a tide.",
            flags=["people who have never seen a tide"],
        ),
        Example(
            "It was written by somebody who doesn't know what a lock is.",
            flags=["somebody who doesn't know what a lock is"],
        ),
        Example(
            "The form was signed by someone who just wanted to go home.",
            flags=["someone who just wanted to go home"],
        ),
        Example(
            "This comes of foremen who think they stand above the list.",
            flags=["foremen who think they stand above the list"],
        ),
        Example("The talk was given by a woman who has never lost a server."),
        Example("The page was tried out by somebody who has never seen the console."),
        Example("The rows belong to users who have never logged in."),
        Example("The fix was found by two people who had never met."),
        Example("The form can be filled in by people who do not know the code."),
        Example("The chart was drawn by people who know the tide."),
        Example("The query is run by a job that never ends."),
        Example("Ask somebody who has not seen the page."),
    ],
)
def kind_of_people(reading: Reading) -> Iterator[Match]:
    """Yield doers who are described as a kind of people."""
    for parsed in reading.parsed:
        if not WHO.search(parsed.text) or is_meta(parsed):
            continue
        for noun in parsed.doc:
            clause = _clause(noun)
            if clause is None or not _is_doer(noun) or not _belittles(clause):
                continue
            agent = parsed.who(noun)
            if agent is not None and agent.kind in KINDS:
                tokens = between(parsed.doc[agent.start : agent.end], parsed.doc[noun.i : clause.right_edge.i + 1])
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} describes a kind of people.", agent=agent)


def _clause(noun: Token) -> Token | None:
    """Return the verb of the “who” clause that says what kind of people it is."""
    if any(child.dep_ in {"nummod", "poss"} or child.lower_ in {"the", "these", "those"} for child in noun.lefts):
        return None
    for child in noun.rights:
        if child.dep_ == "relcl" and any(
            word.lower_ in {"who", "that"} and word.dep_ == "nsubj" for word in child.lefts
        ):
            return child
    return None


def _is_doer(noun: Token) -> bool:
    """Return whether the noun stands behind “by” or “comes of”, and nothing is tried or allowed there."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in {"by", "of"}:
        return noun.dep_ == "attr" and noun.head.lower_ == "being"
    verb = preposition.head
    if preposition.lower_ == "of":
        return verb.lemma_.lower() in {"come", "result"}
    modal = any(child.tag_ == "MD" for child in verb.children)
    return not modal and verb.tag_ in {"VBN", "VBD"} and verb.lemma_.lower() not in TRYING


def _belittles(verb: Token) -> bool:
    """Return whether they are said never to have done it, not to know, or to think or want only something."""
    left = {child.lower_ for child in verb.lefts}
    right = {child.dep_ for child in verb.rights}
    if "never" in left:
        return verb.lemma_.lower() not in lemmas("unwanted_verbs") | {"crash", "fail", "miss"}
    if any(child.dep_ == "neg" for child in verb.lefts):
        return verb.lemma_.lower() in {"know", "understand", "care", "tell", "read"} or "have" in {
            child.lemma_ for child in verb.lefts
        }
    if left & {"just", "only", "clearly", "obviously"}:
        return True
    return verb.lemma_.lower() in {"think", "believe"} and "ccomp" in right
