"""A noun turns someone's omission into a thing: “Alex's failure to …”, “lack of care by …”.

Made into a noun the omission looks like a finding; it is a judgement, and it names a person.

Instead, say what did not happen, and ask what in the process would have made it happen.

Source: VA NCPS, RCA2, the five rules of causation; Dekker, The Field Guide to Understanding 'Human Error'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import phrase
from blameless_lint.language.grammar.mood import is_denied
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import Reading


@rule(
    category="omission",
    severity="error",
    examples=[
        Example(
            "The outage followed from Alex's failure to rotate the key.", flags=["Alex's failure to rotate the key"]
        ),
        Example(
            "Failure of the operator to follow the checklist.",
            flags=["Failure of the operator to follow the checklist"],
        ),
        Example("The cause was the vendor's refusal to share logs.", flags=["the vendor's refusal to share logs"]),
        Example("Inattention of the supervisor.", flags=["Inattention of the supervisor"]),
        Example(
            "The delay came from a failure to notify the tower.",
            flags=["a failure to notify the tower"],
            level="warning",
        ),
        Example("The failure of the primary database caused the outage."),
        Example("The pod's failure to start was logged."),
        Example("Failure to start the pod raises an alert."),
        Example("The replica's silence was detected by the watchdog."),
        Example("The disk failure took out two nodes."),
        Example("The failure mode was new to us."),
    ],
)
def failure_of_person(reading: Reading) -> Iterator[Match]:
    """Yield nouns of omission that belong to a person or a group."""
    for parsed in reading.parsed:
        for token in parsed.doc:
            if token.lemma_.lower() not in lemmas("omission_nouns") or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            if token.lemma_.lower() == "oversight" and any(
                child.lower_ in {"of", "on", "over"} for child in token.children
            ):
                continue
            agent = holder_of(token, parsed)
            if is_denied(token):
                continue
            tokens = phrase(token)
            if agent is None:
                if _is_to_tell(token):
                    yield flag(parsed, tokens, f"{quoted(tokens, parsed)} measures people's work.")
                continue
            yield flag(parsed, tokens, f"{quoted(token, parsed)} is laid to {quoted(agent, parsed)}.", agent=agent)


TELLING = frozenset(
    {
        "anticipate", "ask", "check", "communicate", "consider", "consult", "coordinate", "escalate", "follow",
        "inform", "notify", "recognise", "recognize", "report", "review", "tell", "verify", "warn",
    }
)  # fmt: skip


def _is_to_tell(token: Token) -> bool:
    """Return whether a failure without a holder is one to tell, ask or check: that is people's."""
    if token.lower_ != "failure" or any(child.dep_ in {"compound", "amod"} for child in token.children):
        return False
    return any(
        child.dep_ in {"acl", "xcomp"} and child.tag_ == "VB" and child.lemma_.lower() in TELLING
        for child in token.children
    )
