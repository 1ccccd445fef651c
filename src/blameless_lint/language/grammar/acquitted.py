"""What clears people in words that also blame: a denied omission, an act called right, a rule for anyone, no remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.credited import is_condition, is_credited
from blameless_lint.language.grammar.denied import (
    is_denied_cause,
    is_denied_claim,
    is_doubly_denied,
    is_mentioned,
    is_of_software,
    is_rehearsed,
)
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import ParsedSentence

LEFT_OUT = frozenset({"forget", "leave out", "put off", "err", "slip up", "drop", "breach", "violate"})
NOT_DENYING = frozenset({"dismiss", "refuse", "abandon", "shrug off", "conceal", "withhold"})
CALLING = frozenset({"call", "say", "mean", "suggest", "imply", "claim", "want", "wish", "be", "intend", "consider"})
UNFAIR = frozenset({"wrong", "unfair", "unjust", "pointless", "tempting", "easy", "misleading", "unhelpful"})
BLAMING = frozenset({"blame", "fault", "accuse", "punish", "judge", "criticise", "criticize", "single", "scold"})
CONCLUDING = frozenset({"say", "claim", "conclude"})
REMEDIES = frozenset({"fix", "solution", "answer", "remedy", "plan", "control", "strategy", "cure", "measure"})
MENDING = frozenset({"change", "fix", "help", "solve", "prevent", "address", "remove", "replace", "scale", "work"})
SAID = frozenset({"ccomp", "xcomp", "oprd", "dobj", "prep", "attr"})
LOOKING = frozenset({"see", "find", "observe", "detect", "experience", "encounter", "report"})
EVEN_DENIED = frozenset({"wisely", "rightly", "sensibly", "prudently", "justifiably", "understandably"})
NO_SANCTION = expression(r"\b(?:no|without) (?:disciplinary|punitive|personnel)\b", re.IGNORECASE)
RIGHT_CALL = expression(r"\bwhich was (?:the right|a good|a sensible|the correct|right|correct)\b", re.IGNORECASE)


def is_acquitted(parsed: ParsedSentence, tokens: TokenSpan) -> bool:
    """Return whether what the tokens say is denied, called right, told of anyone, or what went well.

    A clause is judged by the verb that governs the tokens; how its words blame is for the rules to say.
    """
    if NO_SANCTION.search(tokens.doc[max(0, tokens.start - 1) : tokens.end].text) or _is_rejected(tokens.root):
        return True
    if tokens.root.lemma_ == "be" and any(_is_rejected(c) for c in tokens.root.children if c.dep_ == "ccomp"):
        return True  # “it is not that Priya was careless”, recognised as a whole
    if is_denied_claim(tokens) or is_mentioned(tokens):
        return True
    found = _governing(parsed, tokens)
    return found is not None and (
        _is_denied_omission(found)
        or _is_denied_vice(found.verb, negated=found.negated)
        or _is_right(found, parsed)
        or _is_of_anyone(found)
        or _saw_nothing(found)
        or is_denied_cause(found)
        or is_doubly_denied(found)
        or is_rehearsed(found)
        or is_of_software(found)
        or is_credited(found)
    )


def _governing(parsed: ParsedSentence, tokens: TokenSpan) -> Predication | None:
    """Return the predication of the highest verb among the tokens, or of the first above them."""
    root = tokens.root
    verbs = {found.verb: found for found in parsed.predications}
    inside = [token for token in root.subtree if token in verbs and tokens.start <= token.i < tokens.end]
    best = min(inside, key=lambda token: (len(list(token.ancestors)), token.i), default=None)
    above = best or next((token for token in root.ancestors if token in verbs), None)
    return verbs[above] if above is not None else None


def _is_denied_omission(found: Predication) -> bool:
    """Return whether it is denied that something was left out: “had not forgotten”, “nobody ignored the page”."""
    left_out = found.lemma in LEFT_OUT or found.lemma in lemmas("strong_omission_verbs") - NOT_DENYING
    return found.negated and found.is_asserted and left_out and not is_condition(found.verb)


def _is_denied_vice(verb: Token, *, negated: bool) -> bool:
    """Return whether a judgement is denied: “was not careless”, “neither careless nor tired”."""
    for child in verb.children:
        if child.dep_ not in {"acomp", "attr", "oprd", "xcomp"} or child.lower_ not in lemmas("judgement_adjectives"):
            continue
        if negated or any(word.lower_ == "neither" for word in child.children):
            return True
    return False


def _is_rejected(token: Token) -> bool:
    """Return whether somebody declines to say or do it: “we do not call this human error”, “… is not a fix”."""
    below = token
    for head in token.ancestors:
        if below.dep_ == "conj":
            return False
        denied = any(child.dep_ == "neg" for child in head.children)
        if denied and _is_subject_clause(below):
            return (
                head.lemma_ in MENDING
                or _is_foretold(head)
                or any(c.dep_ == "attr" and c.lemma_ in REMEDIES for c in head.children)
            )
        if denied and below.dep_ in SAID and head.lemma_.lower() in CALLING and _is_said_by_us(head):
            return True
        if below.lemma_ in BLAMING | CONCLUDING and _is_unfair(head):
            return True
        if head.lower_ == "case" and below.dep_ in {"acl", "relcl"}:
            return any(child.dep_ == "neg" for child in head.head.children)
        below = head
    return False


def _is_foretold(head: Token) -> bool:
    """Return whether what is denied lies ahead: “asking people to be careful will not move the sign”."""
    return head.lemma_ != "be" and any(child.lower_ in {"will", "would", "wo", "'ll"} for child in head.children)


def _is_unfair(head: Token) -> bool:
    """Return whether a word, or what it says of its subject, calls blaming unfair."""
    return head.lower_ in UNFAIR or any(child.dep_ == "acomp" and child.lower_ in UNFAIR for child in head.children)


def _is_subject_clause(token: Token) -> bool:
    return token.dep_ == "csubj" or (token.dep_ == "nsubj" and token.tag_ == "VBG")


def _is_said_by_us(verb: Token) -> bool:
    """Return whether the writers say it, or nobody: the subject is “we”, “I”, “it”, “this” or “that”."""
    subject = next((child.lower_ for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), "")
    if verb.lemma_ == "be":
        return subject in {"it", "this", "that"} and not any(child.dep_ in {"acomp", "attr"} for child in verb.children)
    return subject in {"we", "i"}


def _is_right(found: Predication, parsed: ParsedSentence) -> bool:
    """Return whether the act is called right: “correctly ignored the alert”, “…, which was the right call”."""
    if RIGHT_CALL.search(parsed.text[found.verb.idx :]):
        return True
    called = {child.lower_ for child in found.verb.children if child.dep_ == "advmod" and child.i < found.verb.i}
    return bool(called & (EVEN_DENIED if found.negated else lemmas("approving_adverbs")))


def _is_of_anyone(found: Predication) -> bool:
    """Return whether it is told of anyone: “fails when a developer forgets the label”, “people make mistakes”."""
    agent, verb = found.agent, found.verb
    if found.lemma == "forget" and any(child.lower_ in {"before", "lest"} for child in verb.children):
        return not found.past
    if agent is None or found.past or verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if found.lemma == "make" and agent.token.lower_ in {"people", "humans", "everyone", "everybody", "anyone"}:
        return True
    articles = {child.lower_ for child in agent.token.children if child.dep_ == "det"}
    anyone = bool(articles & {"a", "an", "any"}) or agent.token.lower_ in {"who", "that"}
    return (anyone or agent.kind is Kind.INDEFINITE) and (_is_when(verb) or _is_of_a_kind(verb))


def _is_when(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(child.lower_ in {"when", "whenever", "if", "once"} for child in verb.children)


def _is_of_a_kind(verb: Token) -> bool:
    """Return whether the verb describes a kind of person: “a person who forgets the flag”."""
    kind = verb.head
    told = kind.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return verb.dep_ == "relcl" and told and any(child.lower_ in {"a", "an", "any"} for child in kind.children)


def _saw_nothing(found: Predication) -> bool:
    """Return whether a look is reported that found nothing: “did not see any packet loss”."""
    return (
        found.negated
        and found.lemma in LOOKING
        and any(
            child.dep_ == "dobj" and any(word.lower_ == "any" for word in child.children)
            for child in found.verb.children
        )
    )
