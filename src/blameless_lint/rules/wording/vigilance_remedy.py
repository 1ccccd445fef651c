"""A remedy asks people to be more careful, to pay attention, to double-check, or says “never again”.

Vigilance is what was already there. A remedy that needs more of it will fail on the next tired night.

Instead, name the guardrail: what makes the unsafe step hard to do, or its effect small.

Source: VA NCPS/NPSF, RCA2, the action hierarchy; Beyer et al., Site Reliability Engineering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.reading import ParsedSentence, Reading

CARE = expression(
    r"(?<![\w-])(?:(?:be|remain|stay|become) (?:a (?:bit|lot|little) )?(?:much |far |very |extra |even |always |"
    r"constantly |super )*"
    r"(?:more |better |extra |very |less )?(?:careful|cautious|vigilant|attentive|diligent|mindful|alert|conscious|"
    r"disciplined|thorough|rigorous|proactive|heedful|sharp|focused|meticulous)"
    r"|(?:be|being|stay|remain|become) (?:always |more |better |constantly |fully |keenly )+aware|(?:have|has|"
    r"maintain|keep|need|needs) (?:a )?(?:good |better |more |full |high |constant )*(?:situational )?awareness"
    r"|(?:pay|paying|paid) (?:more |close |closer |better |extra |greater |particular |special |careful )*attention"
    r"|(?:take|taking|use|using|exercise|exercising|exert) (?:more |greater |extra |better |due |special |"
    r"particular |extreme |the utmost |utmost |proper |all |great )+(?:care|caution|diligence|vigilance)"
    r"|(?:keep|keeping) (?:a (?:sharp|watchful) (?:eye|watch|look-?out)|(?:their|your|our) (?:eyes|ears) (?:open|"
    r"peeled)|(?:their|your|our) head on a swivel)"
    r"|more (?:care|caution|vigilance|discipline|diligence|attention|carefully|closely|thoroughly|diligently|"
    r"disciplined) (?:is|are|needs?|must|should|will|has|when|with|by|from|in|to)"
    r"|(?:more|greater|better|increased|improved|heightened) (?:vigilance|discipline|diligence|self-discipline)"
    r"|(?:re-?read|reads?) (?:\w+ ){1,6}(?:again|carefully|in full|properly)|check (?:everything )?twice|tak(?:e|es|"
    r"ing) (?:\w+ ){1,3}more seriously|think (?:twice|first|before|harder|more)|stay sharp|look (?:twice|before)|"
    r"try harder|know better|(?:slow down|stop) and (?:think|read|look)"
    r"|(?:keep|keeping|have) (?:his|her|their|your|our) (?:minds?|heads?) on|(?<!with )(?<!their )eyes open(?=[,;.!]|$)"
    r"|tak(?:e|es|ing) (?:his|her|their|your) (?:work|jobs?|dut(?:y|ies)|tasks?|roles?) seriously"
    r"|be(?:ing)? (?:a (?:bit|lot|little) )?(?:much |far |even )*more (?:sceptical|skeptical|thoughtful|responsible|"
    r"punctual|considerate|observant|conscientious|suspicious|realistic)"
    r"|(?:urged|exhorted|called upon|called on) to (?:exercise|be|take|show|keep|stay)"
    r"|(?:not|never|n['’]t) (?:to |be )?(?:happen|occur|repeated) (?:a second time|twice)"
    r"|(?:must|should|shall|will|can) (?:never|not) (?:be allowed to )?(?:happen|occur|"
    r"be repeated)(?: ever)?(?: again)?"
    r"|never (?:happens?|occurs?) again|not (?:happen|occur) again"
    r"|double[- ]?check(?:ing|ed|s)?|triple[- ]?check(?:ing|ed|s)?)(?![\w-])",
    re.IGNORECASE,
)
ADVERB = expression(
    r"(?<![\w-])(?:more|very|extra|always) (?:carefully|closely|thoroughly|diligently|attentively|cautiously)(?![\w-])",
    re.IGNORECASE,
)
DONE = expression(
    r"\b(?:was|were|had been|has been|have been|am|is|are) (?:being )?(?:very |quite |always )?(?:careful|cautious|"
    r"vigilant|attentive|diligent)\b",
    re.IGNORECASE,
)
MACHINE = expression(
    r"\b(?:script|job|check|pipeline|CI|test|validator|controller|monitor|tool|linter|hook|bot|alert|"
    r"service|system)s? (?:(?:now|also|then) )?(?:that |which |to |will |should |must )?(?:double[- ]?check)",
    re.IGNORECASE,
)
PAST_CHECK = expression(r"double[- ]?check(?:ed|ing)|paid|paying|triple[- ]?checked", re.IGNORECASE)


TELLING = frozenset({"tell", "ask", "warn", "advise", "inform"})


@rule(
    category="punitive",
    severity="error",
    cues=[CARE, ADVERB],
    examples=[
        Example("Be more careful with deploys.", flags=["Be more careful"]),
        Example("Everyone must pay attention to the dashboard.", flags=["pay attention"]),
        Example("This must never happen again.", flags=["must never happen again"]),
        Example("Double-check the cluster name next time.", flags=["Double-check"]),
        Example("The crew must keep their minds on the rope.", flags=["keep their minds on"]),
        Example("Drivers are urged to exercise restraint on the ramp.", flags=["urged to exercise"]),
        Example("Retries can happen a second time."),
        Example("Always run the linter before the merge."),
        Example("Add an alert on queue depth."),
        Example("The team was careful to keep the backup."),
        Example("We double-checked the logs at 10:20 and found nothing."),
        Example("She told the crew to be careful on the ladder."),
        Example("I told the riggers to be careful and went back to the winch.", section="Actions taken"),
        Example("Add a job that double-checks the totals."),
        Example("The tool now double-checks the region before it deletes anything."),
        Example("The service is aware of its region."),
    ],
)
def vigilance_remedy(reading: Reading) -> Iterator[Match]:
    """Yield remedies that ask for vigilance."""
    for parsed in reading.parsed:
        if is_meta(parsed) or parsed.text.rstrip().endswith("?"):
            continue
        text = parsed.text
        for care in (CARE, ADVERB):
            for tokens in parsed.find(care):
                if DONE.search(tokens.text) or MACHINE.search(text) or _is_narration(parsed, tokens.text):
                    continue
                if care is ADVERB and not (parsed.is_action or _is_order(parsed)):
                    continue
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} asks for vigilance.", level="error")


def _is_narration(parsed: ParsedSentence, found: str) -> bool:
    """Return whether the care is told of the past and not asked for."""
    tellers = [p.agent.kind for p in parsed.predications if p.past and p.lemma in TELLING and p.agent is not None]
    if parsed.is_action:
        return Kind.SELF in tellers
    return PAST_CHECK.match(found) is not None or bool(tellers)


def _is_order(parsed: ParsedSentence) -> bool:
    return any(found.imperative or found.modal in {"should", "must", "will"} for found in parsed.predications)
