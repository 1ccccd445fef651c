"""A question looks for a person: “Who approved this?”, or accuses by asking: “How could anyone …?”.

Who-questions find a name; how- and what-questions find what can be changed.

Instead, ask how it came about, and what in the process allowed it.

Source: Dekker, The Field Guide to Understanding 'Human Error';
Google, Site Reliability Engineering, Postmortem Culture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.mood import is_meta
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence, Reading

ASKING = expression(r"\b(?:who|whose|whom|why|how|what)\b", re.IGNORECASE)
RHETORICAL = expression(
    r"\b(?:how|why) (?:on earth |the hell |in the world )?(?:can|could|did|do|does|didn['’]?t|don['’]?t|doesn['’]?t|"
    r"was|were|wasn['’]?t|weren['’]?t|hadn['’]?t|had|has|have)\b",
    re.IGNORECASE,
)
WHY_DID = expression(r"\bwhy did\b", re.IGNORECASE)
WHY = expression(r"\bwhy\b", re.IGNORECASE)
COULD = expression(r"\bhow (?:on earth|the hell|can|could)\b", re.IGNORECASE)
CHAT = expression(
    r"^(?:[\w.-]+: |@[\w.-]+,? )?(?:(?:and|so|but|ok|then),? )*who(?: (?:even|the hell|on earth))? [a-z]+\b",
    re.IGNORECASE,
)
"""A question of a log line, where nobody types the mark."""
UNDONE = expression(
    r"\bwhy (?:was|were) (?:so (?:many|much) )?(?:[\w'’-]+ ){1,4}left "
    r"(?:un(?:done|read|answered|checked|finished|tested|attended|guarded|signed|opened|manned|repaired|fixed)|"
    r"to rot|lying)\b",
    re.IGNORECASE,
)
"""Work left lying: who asks why it was accuses those whose work it was, named or not."""
MUSED = expression(
    r"\b(?:wonder\w*|curious|question\w*|(?:can(?:no|['’])t|don['’]t|do not|hard to|difficult to|impossible to|fail to)"
    r" understand)(?: as to)? why\b",
    re.IGNORECASE,
)
OTHERS = frozenset({Kind.ROLE, Kind.NAME, Kind.HANDLE, Kind.TEAM, Kind.VENDOR, Kind.PRONOUN, Kind.INDEFINITE})


@rule(
    category="accusation",
    severity="error",
    cues=[CHAT, MUSED, UNDONE],
    examples=[
        Example("Who approved this change?", flags=["Who approved this change"]),
        Example("Who missed this step?", flags=["Who missed this step"]),
        Example("Why didn't the reviewer notice the flag?", flags=["Why didn't the reviewer notice the flag"]),
        Example("How could anyone deploy this?", flags=["How could anyone deploy this"]),
        Example("Why did the foreman send the crew?", flags=["Why did the foreman send the crew"]),
        Example("Ben: so who wrote this script", flags=["who wrote this script"]),
        Example(
            "Why were so many letters left unread by the board?",
            flags=["Why were so many letters left unread by the board"],
        ),
        Example(
            "If the list was known, why were so many doors left unchecked.",
            flags=["why were so many doors left unchecked"],
        ),
        Example(
            "Why were fitters allowed to work below the load?",
            flags=["Why were fitters allowed to work below the load"],
        ),
        Example("Why was the job allowed to run twice?"),
        Example("Why was the alert not raised?"),
        Example("I wonder why the foreman came so late.", flags=["why the foreman came so late"]),
        Example("Why did the job send two mails?"),
        Example("We wonder why the replica came up so late."),
        Example("Who wrote this page was settled in March."),
        Example("Who opened the valve and when is told in the log."),
        Example("It is easy to understand why the baker opened the valve."),
        Example("Why were so many rows left unread by the job?"),
        Example("Who was affected?"),
        Example("Who is on call this week?"),
        Example("How did the change reach production?"),
        Example("Why did the failover not start?"),
        Example("What made this step easy to miss?"),
        Example("Why did the alert fire so late?"),
    ],
)
def who_question(reading: Reading) -> Iterator[Match]:
    """Yield questions that look for a person or accuse one."""
    for parsed in reading.parsed:
        if len(parsed.doc) < 2 or not ASKING.search(parsed.text) or is_meta(parsed):
            continue
        asked = "?" in parsed.doc[-3:].text
        predication = next((each for each in parsed.predications if _asks(parsed, each, marked=asked)), None)
        if predication is not None:
            tokens = parsed.doc[_first(predication) : _last(parsed)]
            yield flag(parsed, tokens, f"{quoted(tokens, parsed)} asks for a person, not for a cause.", level="error")


def _asks(parsed: ParsedSentence, predication: Predication, *, marked: bool) -> bool:
    if marked and (_asks_who(predication) or _asks_why(parsed, predication)):
        return True
    if _accuses_by_why(parsed, predication) and not parsed.is_heading:
        return True
    return _wonders(parsed, predication)


def _wonders(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether a sentence without a question mark asks: a log line, or one that says it wonders why."""
    if parsed.is_heading:
        return False
    verb = predication.verb
    if CHAT.search(parsed.text) and not parsed.text.rstrip().endswith((".", "!")):
        opens = verb.dep_ == "ROOT" and predication.past and not predication.passive
        return (
            opens
            and not any(child.dep_ in {"auxpass", "attr", "ccomp"} for child in verb.children)
            and _asks_who(predication)
        )
    if MUSED.search(parsed.text) and any(child.lower_ == "why" for child in verb.children):
        return predication.agent is not None and predication.agent.kind in OTHERS and not predication.modal
    return False


def _asks_who(predication: Predication) -> bool:
    subject = predication.subject
    who = next((child for child in predication.verb.children if child.lower_ in {"who", "whose", "whom"}), None)
    if who is None and (subject is None or subject.lower_ != "who"):
        return False
    verb = predication.verb.lemma_.lower()
    if predication.modal in {"will", "should", "can", "would"} or verb in lemmas("harmless_who_verbs") or verb == "be":
        return verb == "be" and "responsible for this" in predication.verb.doc.text.lower()
    return predication.past or predication.lemma in lemmas("omission_verbs")


SENDING = frozenset({"allow", "permit", "let", "send", "order"})


def _accuses_by_why(parsed: ParsedSentence, predication: Predication) -> bool:
    """Return whether it is asked why work was left undone, or why people were allowed or sent to do something."""
    if predication.lemma == "leave" and UNDONE.search(parsed.text):
        return predication.agent is not None or not any(child.lower_ == "by" for child in predication.verb.children)
    if not any(child.lower_ == "why" for child in predication.verb.children) or not predication.passive:
        return False
    to = any(child.dep_ == "xcomp" for child in predication.verb.children)
    whom = parsed.who(predication.subject) if predication.subject is not None else None
    return to and predication.lemma in SENDING and whom is not None and whom.kind in OTHERS


def _asks_why(parsed: ParsedSentence, predication: Predication) -> bool:
    text = parsed.text
    if WHY.search(text) and predication.passive and predication.agent is not None:
        return predication.agent.kind in OTHERS and predication.verb.tag_ == "VBN"
    if (
        not RHETORICAL.search(text)
        or predication.agent is None
        or predication.agent.kind in {Kind.WE, Kind.SELF, Kind.CUSTOMER}
    ):
        return False
    if COULD.search(text):
        return predication.agent.kind in {Kind.INDEFINITE, Kind.PRONOUN, Kind.ROLE, Kind.NAME, Kind.TEAM, Kind.VENDOR}
    first = predication.lemma.split()[0]
    if WHY_DID.search(text) and predication.agent.kind in OTHERS:
        return predication.clause in {"main", "reported"} and first not in lemmas("being_verbs")
    return first in lemmas("omission_verbs") or (predication.negated and first in lemmas("duty_verbs"))


def _first(predication: Predication) -> int:
    for token in predication.verb.doc:
        if token.lower_ in {"who", "whose", "whom", "why", "how"}:
            return token.i
    return predication.verb.left_edge.i


def _last(parsed: ParsedSentence) -> int:
    end = len(parsed.doc)
    while end > 1 and (parsed.doc[end - 1].is_punct or parsed.doc[end - 1].is_space):
        end -= 1
    return end
