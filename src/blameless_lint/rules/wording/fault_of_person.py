"""Blame, fault, guilt or responsibility for the failure is assigned to someone.

Once someone is at fault the review is over for everybody else, and the next person will say less.

Instead, drop the verdict and name the conditions that had to come together.

Source: Dekker, Just Culture; Allspaw, Blameless PostMortems and a Just Culture (Etsy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import phrase
from blameless_lint.language.grammar.mood import is_denied, is_meta
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, level_of, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.document import SectionKind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

FAULT = expression(
    r"(?:['’]s fault|(?<![\w-])(?:to blame|blames?|blamed|blaming|(?:at|my|our|your|his|her|their) fault|fault of|"
    r"(?:fault|responsibility|liability|blame|accountability)(?: for [^.;]{0,50}?)? (?:lies|rests|sits|falls)|"
    r"guilty(?: of| party)?|guilt|culprits?|"
    r"responsible for (?:the |this |that |an? |our |last )?(?:\w+ ){0,2}(?:outage|incident|failure|error|mistake|"
    r"mess|loss|damage|downtime|breach|delay|crash|accident|bug|problem|leak)s?|"
    r"(?:is|was|are|were) (?:answerable|liable) for|the one who(?:['’]s| is| was) (?:answerable|responsible)|"
    r"(?:is|was|be) (?:(?:the |our )?[\w-]+['’]s?|his|her|their|your) (?:own )?doing(?=[.,;!?]|$)|mea culpa|"
    r"my bad\b(?! \w)|"
    r"only (?:himself|herself|themselves|myself|ourselves) to (?:blame|thank)|guilty as charged|"
    r"(?:is|was|be) (?:squarely|entirely|fully|wholly|solely|all) (?:on|down to)|"
    r"(?:is|was|are|were|['’]s) down to (?:me|us|him|her|them|you)(?=[.,;!)]|$)|"
    r"(?:this|that)(?: one| bit| part)?(?: is|['’]s| was) mine(?=[.,;!)]|$)|"
    r"own my (?:part|share|mistakes?|errors?)|take the blame|my hands? up(?=[.,;:!)]| (?:here|to that|for that)|$)|"
    r"those responsible|scapegoats?|(?:is|was|one['’]s|that['’]s|this['’]s|it['’]s) (?:all )?on (?:me|him|her|them|"
    r"you|us)(?=[.,;!]|$)))(?![\w-])",
    re.IGNORECASE,
)
CLAIM = expression(r"(?:this|that)(?: one| bit| part)?(?: is|['’]s| was) mine", re.IGNORECASE)
"""What is said of a fault, and of a task that somebody takes."""

TECHNICAL = expression(
    r"\bgit[- ]blame\b|\bblame (?:layer|view|tool|annotations?|output|data|cache)\b|\b(?:page|segmentation|segment|"
    r"protection|memory|bus|power|ground|general protection)[- ]fault|"
    r"\bfault[- ](?:tolera|domain|inject|isolat|current|line|toleran|handler|code)\w*|\bsvn blame\b|\bon me for\b|"
    r"\bguilty of nothing\b",
    re.IGNORECASE,
)


@rule(
    category="accusation",
    severity="error",
    cues=[FAULT],
    examples=[
        Example("The vendor is to blame.", flags=["The vendor is to blame"]),
        Example("It is the contractor's fault that the port was open.", flags=["the contractor's fault"]),
        Example("The culprit is the hardware team.", flags=["The culprit is the hardware team"]),
        Example("The blame lies with the hosting company.", flags=["The blame lies with the hosting company"]),
        Example("It was the carrier's doing.", flags=["was the carrier's doing"]),
        Example("I had not seen the lock, that one is on me.", flags=["is on me"]),
        Example("The lid was open for a week, and that bit is mine.", flags=["that bit is mine"]),
        Example("The order of the steps was down to me.", flags=["was down to me"]),
        Example("I'll own my part in the delay.", flags=["own my part"]),
        Example("This one is mine.", section="Timeline"),
        Example("I'll take this one, it's mine to fix."),
        Example("The number of replicas is down to two."),
        Example("Nobody is to blame."),
        Example("We took it for our own doing."),
        Example("Where is the pump, and what is it doing?"),
        Example("The delay is entirely on the path of the cache."),
        Example("The culprit was a stale lock file."),
        Example("git blame shows the change of March."),
        Example("A page fault stopped the worker."),
        Example("She is responsible for the billing service."),
        Example("The fault tolerance of the cluster was two nodes."),
    ],
)
def fault_of_person(reading: Reading) -> Iterator[Match]:
    """Yield blame and fault that is laid to people."""
    for parsed in reading.parsed:
        if is_meta(parsed) or TECHNICAL.search(parsed.text):
            continue
        for tokens in parsed.find(FAULT):
            if is_denied(tokens.root) or _negated(tokens.root) or _is_claim(parsed, tokens):
                continue
            agent = _accused(parsed, tokens)
            if agent is not None and agent.kind is not Kind.NOBODY:
                whole = _whole(parsed, tokens, agent)
                yield flag(
                    parsed,
                    whole,
                    f"{quoted(tokens, parsed)} is said of {quoted(agent, parsed)}.",
                    agent=agent,
                    level=level_of(agent),
                )
            elif re.match(r"those responsible|guilty party|scapegoat|mea culpa|my bad", tokens.text, re.IGNORECASE):
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} looks for someone to accuse.", level="error")


def _is_claim(parsed: ParsedSentence, tokens: TokenSpan) -> bool:
    """Return whether somebody says which task is theirs: “this one is mine” among tasks, or in a timeline."""
    return CLAIM.match(tokens.text) is not None and parsed.room in {SectionKind.ACTIONS, SectionKind.TIMELINE}


def _negated(token: Token) -> bool:
    """Return whether the noun or the verb of its clause is denied."""
    for link in [token, *token.ancestors][:3]:
        if any(child.dep_ == "neg" for child in link.children):
            return True
        if any(child.dep_ in {"nsubj", "nsubjpass"} for child in link.children):
            return False
    return False


def _accused(parsed: ParsedSentence, tokens: TokenSpan) -> Agent | None:
    """Return the nearest person of the clause: possessor, subject, complement, object of “with” or “of”."""
    root = tokens.root
    nearby = [
        token
        for token in parsed.doc
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in {"fault", "blame", "guilt", "culprit"}
    ]
    nearby.sort(key=lambda token: abs(token.i - root.i))
    for token in nearby:
        if (
            token.dep_ in {"poss", "nsubj", "nsubjpass", "attr", "pobj", "dobj", "appos", "ROOT"}
            and abs(token.i - root.i) <= 8
        ):
            agent = parsed.who(token)
            if agent is not None:
                return agent
    return None


def _whole(parsed: ParsedSentence, tokens: TokenSpan, agent: Agent) -> TokenSpan:
    start, end = min(tokens.start, agent.start), max(tokens.end, agent.end)
    first = phrase(tokens.root).start if tokens.root.pos_ == "NOUN" and tokens.start < agent.start else start
    return parsed.doc[min(first, start) : end]
