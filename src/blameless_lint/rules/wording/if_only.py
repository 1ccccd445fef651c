"""A condition about the past makes someone's other choice the cure: “had she looked, …”, “were it not for …”.

The unreal condition picks one act of one person out of all that had to come together.

Instead, say what made the act look right, and which other conditions were needed.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Hollnagel, Safety-I and Safety-II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent, phrase
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

BUT_FOR = expression(
    r"\b(?:were it not for|had it not been for|if it (?:were not|weren't|hadn't been|had not been) for|but for)\b",
    re.IGNORECASE,
)
RESULT = expression(r"\b(?:would|could|might|wouldn['’]?t|couldn['’]?t)\b", re.IGNORECASE)


@rule(
    category="counterfactual",
    severity="error",
    cues=[BUT_FOR],
    examples=[
        Example(
            "Had he read the label to its end the valve would have closed by itself.",
            flags=["Had he read the label to its end the valve would have closed by itself"],
        ),
        Example("Had she seen the graph? She could not say."),
        Example(
            "Had she looked at the graph, the rollback would have come sooner.", flags=["Had she looked at the graph"]
        ),
        Example("If Dana had read the runbook, this would not have happened.", flags=["Dana had read the runbook"]),
        Example("Were it not for the intern, the disk would have lasted.", flags=["the intern"]),
        Example("If he would have called, we would have waited.", flags=["he would have called"]),
        Example("If the team had tested the script, it would have failed.", flags=["the team had tested the script"]),
        Example("If the alert had fired, the on-call would have been paged."),
        Example("Had the cache been warm, the peak would have been lower."),
        Example("If an engineer deletes the pod, it is recreated."),
        Example("Were it not for the snapshots, the data would have been lost."),
        Example("If you have questions, ask in the channel."),
        Example("If you would like a copy, the team would send one."),
        Example("If the disk had been full, the job would have stopped."),
    ],
)
def if_only(reading: Reading) -> Iterator[Match]:
    """Yield unreal conditions whose subject is a person or a group."""
    for parsed, predication in reading.predications():
        if (
            predication.agent is None
            or predication.passive
            or (predication.agent.kind is Kind.WE and predication.negated)
            or not _is_unreal(predication.verb)
            or is_meta(parsed)
        ):
            continue
        if RESULT.search(parsed.text):
            tokens = extent(predication)
            yield flag(
                parsed,
                tokens,
                f"{quoted(tokens, parsed)} is a condition about a past that was not.",
                agent=predication.agent,
            )
    for parsed in reading.parsed:
        yield from _but_for(parsed)


def _is_unreal(verb: Token) -> bool:
    """Return whether the verb heads a condition in the past perfect, with “if” or by inversion."""
    helpers = [child for child in verb.children if child.dep_ == "aux"]
    had = next((child for child in helpers if child.lower_ in {"had", "'d", "’d", "would"}), None)
    if had is None or verb.dep_ not in {"advcl", "ROOT", "ccomp", "conj"}:
        return False
    if any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children):
        return had.lower_ != "would" or any(child.lower_ in {"have", "of", "'ve", "’ve"} for child in helpers)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    opens = had.i == 0 and not verb.doc.text.rstrip().endswith("?")
    is_inverted = subject is not None and had.i < subject.i and (verb.dep_ == "advcl" or opens)
    return is_inverted and had.lower_ != "would"


def _but_for(parsed: ParsedSentence) -> Iterator[Match]:
    for tokens in parsed.find(BUT_FOR):
        for token in parsed.doc[tokens.end : tokens.end + 8]:
            agent = parsed.who(token) if token.pos_ in {"NOUN", "PROPN", "PRON"} else None
            if agent is not None:
                yield flag(
                    parsed, phrase(token), f"{quoted(agent, parsed)} is named as what it would have taken.", agent=agent
                )
                break
