"""Somebody is sent home, taken off the rota, banned from the site, or loses a licence, as a remedy.

Whoever comes next finds the same step as it was. Those who stay learn what an honest report costs.

Instead, keep the person, and say what will make the same act harmless.

Source: Dekker, Just Culture; Allspaw, Blameless PostMortems and a Just Culture (Etsy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import between, extent
from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.grammar.patient import patient_of
from blameless_lint.language.grammar.possession import holder_of
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.people.agent import Agent
    from blameless_lint.language.reading import ParsedSentence, Reading

PEOPLE = frozenset({Kind.NAME, Kind.HANDLE, Kind.ROLE, Kind.VENDOR, Kind.INDEFINITE, Kind.PRONOUN, Kind.SELF})
AWAY = expression(
    r"\b(?:(?:sent|send|sending) home(?: without pay)?|stood down|stand down|(?:banned|barred) (?:from|off)|"
    r"(?:struck|taken|pulled|thrown|kept|kicked) off (?:the|our|his|her|their) (?:[\w'’-]+ ){0,2}(?:rota|roster|list|"
    r"team|project|account|job|site|schedule|group|crew)|relieved of (?:his|her|their|duty|duties|command)|"
    r"(?:removed|taken|pulled) (?:him|her) (?:from|off)|"
    r"removed (?:as (?:an? )?(?:admin\w*|maintainer|owner|committer|approver|lead)|"
    r"from (?:(?:his|her|their|the|your|our) )?(?:position|post|role|duty|duties|team|rota|roster|site))|"
    r"written up\b)",
    re.IGNORECASE,
)
REST = expression(
    r"\b(?:for the night|to rest|rest(?! of)|sleep|sick|ill|covid\w*|symptoms?|quarantine\w*|unwell|safely)\b",
    re.IGNORECASE,
)
RIGHTS = frozenset(
    {
        "authorisation",
        "authorization",
        "badge",
        "licence",
        "license",
        "pass",
        "permit",
        "privileges",
        "rights",
        "root",
        "bonus",
    }
)
TAKING = frozenset({"confiscate", "pull", "revoke", "suspend", "take", "take away", "withdraw", "hold back"})
CUE = expression(
    AWAY.pattern
    + r"|\b(?:licen[cs]es?|passe?s?|permits?|badges?|rights|root|privileges|authori[sz]ation|bonus) (?:[\w'’-]+ ){0,4}"
    r"(?:withdrawn|taken|revoked|suspended|confiscated|pulled)\b|"
    r"\b(?:taken|withdrawn|revoked|pulled|suspended) (?:[\w'’-]+ ){1,4}"
    r"(?:licen[cs]e|pass|permit|badge|rights|root|privileges|authori[sz]ation|bonus)\b",
    re.IGNORECASE,
)


@rule(
    category="punitive",
    severity="error",
    cues=[CUE],
    examples=[
        Example("The conductor was sent home.", flags=["The conductor was sent home"]),
        Example("Conductor stood down for a week.", flags=["Conductor stood down for a week"]),
        Example("Dana was taken off the on-call rota.", flags=["Dana was taken off the on-call rota"]),
        Example(
            "The harbour has taken the skipper's licence for a month.",
            flags=["has taken the skipper's licence for a month"],
        ),
        Example("The welder was banned from the yard.", flags=["The welder was banned from the yard"]),
        Example(
            "The release rights have been withdrawn from the clerk.",
            flags=["have been withdrawn from the clerk"],
        ),
        Example("The rights were withdrawn from the service account."),
        Example("The old node was taken off the list."),
        Example("The address was banned from the mail relay."),
        Example("The crew was sent home to rest."),
        Example("The pass was taken to the harbour by the skipper."),
        Example("The job's permit was revoked by the scheduler."),
        Example("The attacker's session was taken over and revoked."),
        Example("Revoke the token and take the host off the list."),
        Example("The technician stood down at the end of the shift."),
    ],
)
def removal_of_person(reading: Reading) -> Iterator[Match]:
    """Yield people who are sent away, and rights that they lose."""
    for parsed, predication in reading.predications():
        if predication.question or predication.negated or is_meta(parsed) or REST.search(parsed.text):
            continue
        whom = _sent_away(parsed, predication) or _stripped(parsed, predication)
        if whom is not None and whom.kind in PEOPLE:
            tokens = between(extent(predication), parsed.doc[whom.start : whom.end])
            yield flag(parsed, tokens, f"{quoted(tokens, parsed)} is a sanction, not a remedy.", level="error")


def _sent_away(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return who is sent away; a bare participle is read as the passive: “Conductor stood down”."""
    verb = predication.verb
    if AWAY.match(parsed.doc[verb.i : verb.i + 7].text) is None:
        return None
    if predication.imperative or (predication.agent is not None and _has_object(verb)):
        return patient_of(parsed, predication)
    whom = predication.subject
    return parsed.who(whom) if whom is not None and (whom.i == 0 or predication.passive) else None


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "dative"} for child in verb.children)


def _taken_from(parsed: ParsedSentence, verb: Token) -> Agent | None:
    """Return from whom it is taken."""
    froms = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "from")
    taken = (token for child in froms for token in child.children if token.dep_ == "pobj")
    return next((who for token in taken if (who := parsed.who(token)) is not None), None)


def _stripped(parsed: ParsedSentence, predication: Predication) -> Agent | None:
    """Return who loses a right that is theirs: a licence, a pass, root."""
    if predication.lemma not in TAKING or predication.hypothetical:
        return None
    if predication.lemma == "take" and any(child.lower_ == "to" for child in predication.verb.children):
        return None
    things = [child for child in predication.verb.children if child.dep_ in {"dobj", "nsubjpass", "nsubj"}]
    right = next((thing for thing in things if thing.lower_ in RIGHTS), None)
    holder = holder_of(right, parsed) or _taken_from(parsed, predication.verb) if right is not None else None
    return holder if holder is not None and holder.kind is not Kind.VENDOR else None
