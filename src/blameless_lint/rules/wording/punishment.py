"""A remedy punishes, warns, disciplines, or takes something away from people.

Punishment teaches to hide. The next incident will be reported later, and with less in it.

Instead, drop the sanction and say what will make the same act harmless.

Source: Dekker, Just Culture; Allspaw, Blameless PostMortems and a Just Culture (Etsy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.people.agent import Agent, Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

SANCTION = frozenset(
    "discipline reprimand punish sanction penalise penalize suspend fire dismiss sack demote fine rebuke scold terminate replace admonish berate shame".split()
)
NOUN = expression(
    r"(?<![\w-])(?:disciplinary (?:\w+ )?(?:action|measures?|process|proceedings|hearing|procedure|meeting|talk)|(?:formal|written|verbal|final|official|oral|stern) (?:warning|reprimand|counsel\w*)|warning letters?|loses (?:\w+ )?(?:rights|access|privileges)|"
    r"reprimands?|(?:held|hold|holding) (?:\w+ ){0,4}(?:accountable|responsible|to account)|be held (?:personally )?(?:accountable|responsible|liable)|personally (?:liable|accountable|responsible)|"
    r"performance (?:review|improvement plan)|termination of (?:the )?(?:contract|employment)|bonus (?:reduction|cut)|must be (?:held )?(?:accountable|responsible)|(?:revok\w+|taking away|losing|loss|suspension|withdrawal)(?: of)? (?:\w+ ){0,2}(?:driving|production|deploy|root|admin|commit|access) ?(?:privile?d?ges|rights|access)?|(?:be|been|being|get|got) (?:fired|disciplined|reprimanded|suspended|demoted|sent home|removed from (?:the|his|her|their) (?:position|job|fire|crew|team|post|roster))|long talk with|stern talk\w*|letter (?:for|in|to) (?:\w+ ){0,2}(?:file|files)|"
    r"(?:lose|loses|losing|revok(?:e|es|ing)|take(?: \w+)? away|taking away|remove|withdraw|strip|suspend)(?: (?:his|her|their|\w+ ?\w*['’]s?|someone's|developers|deploy|commit|all)) (?:\w+ ){0,3}(?:access|rights|keys|privileges|permissions|root)|there will be consequences|no more (?:\w+ ){0,3}(?:access|rights) for|"
    r"(?:will|must|should|to) face (?:the )?(?:consequences|sanctions|discipline)|consequences for (?:those|anyone|whoever)|zero[- ]tolerance|talk(?:ing)?-to|answer for (?:it|this)|"
    r"name and shame|naming and shaming|pip\b(?= for)|counsel(?:l?ing|l?ed) (?:for|of|with) (?:the|those))(?![\w-])",
    re.IGNORECASE,
)
FIRE = frozenset({"fire", "dismiss", "suspend", "terminate", "replace", "fine"})
PERSONS = frozenset({Kind.ROLE, Kind.INDEFINITE, Kind.PRONOUN, Kind.NAME, Kind.HANDLE})


@rule(
    category="punitive",
    severity="error",
    cues=[NOUN],
    examples=[
        Example("Discipline the contractor.", flags=["Discipline the contractor"]),
        Example("The engineer received a formal warning.", flags=["formal warning"]),
        Example("People must be held accountable.", flags=["must be held accountable"]),
        Example("Revoke the intern's access to production.", flags=["Revoke the intern's access"]),
        Example("The alert fires after five minutes."),
        Example("The job was suspended and the node replaced."),
        Example("Terminate the instance and revoke the token."),
        Example("A warning is shown in the console."),
        Example("The compiler prints a warning about the notice file."),
        Example("Suspend the CronJob during maintenance."),
    ],
)
def punishment(reading: Reading) -> Iterator[Match]:
    """Yield remedies that punish people."""
    for parsed in reading.parsed:
        if not is_meta(parsed):
            for tokens in parsed.find(NOUN):
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} is a sanction, not a remedy.", level="error")
    for parsed, predication in reading.predications():
        if predication.lemma not in SANCTION or predication.negated or is_meta(parsed):
            continue
        target = _target(parsed, predication)
        if target is not None and (
            predication.lemma not in FIRE
            or target.kind in PERSONS - ({Kind.NAME} if predication.lemma == "replace" else set())
        ):
            yield flag(
                parsed,
                extent(predication),
                f"{quoted(predication.verb, parsed)} is a sanction, not a remedy.",
                level="error",
            )


def _target(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    token: Token | None = next(
        (child for child in predication.verb.children if child.dep_ in {"dobj", "nsubjpass"}), None
    )
    if token is None and predication.passive:
        token = predication.subject
    return parsed.who(token) if token is not None else None
