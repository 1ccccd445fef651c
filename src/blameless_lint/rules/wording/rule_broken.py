"""Someone is said to have violated, bypassed or disregarded a rule.

Rules are bent wherever work has to get done; saying that one was broken does not say why that made sense.

Instead, say what was done in place of the rule, and ask what made the rule hard to follow there.

Source: Dekker, The Field Guide to Understanding 'Human Error'; Hollnagel, work-as-imagined and work-as-done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent, phrase
from blameless_lint.language.grammar.mood import is_meta, is_told
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.reading import ParsedSentence, Reading

PHRASE = expression(
    r"\b(?:in|a|direct|clear) (?:violation|breach|defiance|disregard|contravention) of\b|\bagainst (?:(?:the |our |"
    r"all |company |department |his |her |their |my |its )?"
    r"(?:rules?|polic(?:y|ies)|procedures?|protocol|advice|orders|instructions|regulations)\b|"
    r"(?:[\w-]+ ){0,2}(?:[\w-]+['’]s?|written|repeated|medical|explicit|express|standing|clear|better|all good) "
    r"(?:\w+ )?(?:advice|orders|instructions|wishes|recommendations?|warnings?|rules)\b)|"
    r"\b(?:rules?|regulations?|policy|procedures?|advice|orders|instructions|warnings?) notwithstanding\b|"
    r"\bwithout (?:authority|authori[sz]ation|permission)\b",
    re.IGNORECASE,
)
MEASURED = frozenset(
    {
        "argue", "assess", "audit", "check", "compare", "confirm", "decide", "guard", "hold", "match", "measure",
        "protect", "reconcile", "review", "run", "speak", "test", "validate", "verify", "weigh",
    }
)  # fmt: skip
"""What is done against a rule without breaking it: “checked against the procedure”."""
CONTRARY = expression(r"\bcontrary to\b", re.IGNORECASE)
SAID = expression(
    r"\b(?:advice|agreed|agreement|announc\w+|checklists?|custom|guidance|guidelines?|instruct\w*|law|licen[cs]e|"
    r"manual|notice|orders?|plan|permit|polic(?:y|ies)|practice|procedures?|promis\w+|protocols?|recommend\w*|"
    r"regulations?|requirements?|rules?|runbook|section|sop|standards?|told|warnings?|\d+\.\d+)\b",
    re.IGNORECASE,
)
"""What people are held to; an expectation or a documentation is none of it."""


@rule(
    category="accusation",
    severity="error",
    cues=[PHRASE, CONTRARY],
    examples=[
        Example("The engineer violated the change policy.", flags=["The engineer violated the change policy"]),
        Example("Priya bypassed the review process.", flags=["Priya bypassed the review process"]),
        Example("He deviated from the procedure.", flags=["He deviated from the procedure"]),
        Example("In violation of the two-person rule, the key was used alone.", flags=["In violation of"]),
        Example(
            "Contrary to the runbook, the valve was opened by hand.",
            flags=["Contrary to the runbook, the valve was opened by hand"],
        ),
        Example(
            "The mate took the short way, contrary to standing orders.",
            flags=["The mate took the short way, contrary to standing orders"],
        ),
        Example("The fitter lit the burner against the foreman's advice.", flags=["against the foreman's advice"]),
        Example("Contrary to the manual, the flag defaults to true."),
        Example("Contrary to our expectation, the queue drained by itself."),
        Example("Contrary to the plan, the disk filled in May."),
        Example("The fitter checked the valve against the foreman's instructions."),
        Example("The labels were compared against the rules."),
        Example("The request violated a constraint of the table."),
        Example("The packet exceeded the limit of 9 kB."),
        Example("The cron job bypassed the proxy."),
        Example("Nobody may bypass the review."),
        Example("The client ignored the rate limit header."),
        Example("The order of the steps in the runbook was reversed."),
    ],
)
def rule_broken(reading: Reading) -> Iterator[Match]:
    """Yield broken rules whose breaker is a person or a group."""
    for parsed, predication in reading.predications():
        agent = predication.agent
        if agent is None or predication.negated or not predication.is_asserted or is_told(parsed, predication):
            continue
        if agent.kind in {Kind.CUSTOMER, Kind.NOBODY} or predication.lemma not in lemmas("rule_breaking_verbs"):
            continue
        if any(token.lemma_.lower() in lemmas("rule_nouns") for token in _objects(predication.verb)):
            yield flag(
                parsed, extent(predication), f"{quoted(agent, parsed)} is said to have broken a rule.", agent=agent
            )
    for parsed in reading.parsed:
        if not is_meta(parsed):
            for tokens in parsed.find(PHRASE):
                if tokens[0].lower_ != "against" or not _is_measured(tokens[0]):
                    yield flag(parsed, tokens, f"{quoted(tokens, parsed)} says that a rule was broken.", level="error")
            for tokens in parsed.find(CONTRARY):
                yield from _contrary(parsed, tokens[0])


def _is_measured(preposition: Token) -> bool:
    """Return whether something is held against the rule: “checked against the procedure”."""
    return any(token.lemma_.lower() in MEASURED for token in list(preposition.ancestors)[:2])


def _contrary(parsed: ParsedSentence, word: Token) -> Iterator[Match]:
    """Yield what was done contrary to a rule or advice: by people, or in the passive voice by somebody."""
    rest = parsed.doc[word.i : word.i + 10]
    if not SAID.search(rest.text.partition(",")[0] if word.i == 0 else rest.text):
        return
    verb = next((token for token in word.ancestors if token.pos_ in {"VERB", "AUX"}), None)
    found = next((each for each in parsed.predications if each.verb == verb), None)
    if found is None or found.negated or found.modal or found.hypothetical or not found.past:
        return
    agent = found.agent
    if agent is None and found.subject is not None and not found.passive:
        agent = holder_of(found.subject, parsed)
    is_act = found.passive and found.lemma.split()[0] in lemmas("act_verbs", "destructive_verbs", "duty_verbs")
    if (agent is None and not is_act) or (agent is not None and agent.kind in {Kind.CUSTOMER, Kind.NOBODY}):
        return
    tokens = between(extent(found), between(word, phrase(word)))
    message = f"{quoted(parsed.doc[word.i : word.i + 2], parsed)} says that a rule was broken."
    yield flag(parsed, tokens, message, agent=agent, level="error" if agent is None else None)


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep":
            yield from (token for token in child.children if token.dep_ == "pobj")
