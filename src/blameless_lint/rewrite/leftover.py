"""Name what a rewrite has left out of its sentence, so that a bracketed question can hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.words import load
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.inflect import lemmas as forms_of
from blameless_lint.rewrite.keeping import SKIPPABLE, WORD, lost
from blameless_lint.rewrite.render import verbatim
from blameless_lint.rewrite.scene import GROUPS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

MOST = 2
"""How many phrases a question may hold before it is no longer read as one."""

LONGEST = 12  # words of one phrase
CLOCK = re.compile(r"^~?\d{1,2}(?::\d\d)+$|^\d{4}-\d\d-\d\d$")
TIMES = load("rewriting_times")
THINGS = frozenset({"account", "job", "root", "meeting", "call", "step", "order", "act", "lesson"})
UNASKED = load("rewriting_unasked") | ((load("rewriting_no_things") | load("rewriting_idiom_objects")) - THINGS)
PLACED = frozenset({"at", "on", "in", "by", "since", "before", "after", "during", "until"})
BARE_NOUNS = frozenset(
    {
        "prod",
        "production",
        "staging",
        "communication",
        "documentation",
        "software",
        "traffic",
        "code",
        "root",
        "maintenance",
    }
)
NOW = frozenset({"today", "tonight", "yesterday"})
TITLES = frozenset({"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "herr", "frau", "sir"})
INNER = frozenset(
    {"compound", "nummod", "amod", "nmod", "quantmod", "det", "advmod", "punct", "predet", "poss", "case"}
)
TYING = frozenset({"of", "in", "on", "for", "to", "from", "at", "with", "between", "against", "per"})


def leftovers(text: str, scene: Scene) -> tuple[list[str], list[str]] | None:
    """Return the things and the times of a sentence that a text does not hold; None where one cannot be named."""
    things: list[str] = []
    times: list[str] = []
    covered: set[int] = set()
    for start, end in lost(text, scene):
        span = scene.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return None
        if span.root.i in covered:
            continue
        head = _outer(span.root, scene)
        if not _is_askable(head, scene):
            return None
        tokens = _phrase(head, scene)
        if not any(token.i in range(span.start, span.end) for token in tokens) or _is_torn(tokens):
            return None
        covered |= {token.i for token in tokens}
        said = _said(head, tokens)
        if _is_time(head):
            preposition = head.head.lower_ if head.dep_ == "pobj" else ""
            if preposition not in PLACED and said.lower() not in NOW:
                return None
            times.append(f"{preposition} {said.lower() if said.lower() in NOW else said}".strip())
        else:
            things.append(said)
    return (things, times) if len(things) + len(times) <= MOST else None


def _is_askable(head: Token, scene: Scene) -> bool:
    """Return whether a question may ask what part a thing played: neither someone, an idiom, a trait nor a measure."""
    lemma = head.lemma_.lower()
    if head.i in scene.blamed or scene.request.is_person(head) or lemma in GROUPS | TITLES:
        return False
    if any(scene.request.is_person(part) for part in head.children if part.dep_ in {"compound", "poss"}):
        return False
    if _is_time(head):
        return scene.request.category != "punitive"
    if head.pos_ == "NUM" or (
        any(child.lower_ == "no" for child in head.children) and (scene.request.category == "punitive")
    ):
        return False
    following = head.doc[head.i + 1 : head.i + 2].text.lower()
    if head.dep_ == "ROOT" and (following in {"the", "a", "an", "our", "its"} or head.pos_ == "PROPN"):
        return False
    if any(child.lower_ in lemmas("judgement_adjectives", "judged_work_adjectives") for child in head.children):
        return False
    return lemma not in UNASKED | TRAITS | ERRORS and not _is_of_blamed(head, scene)


def _is_of_blamed(head: Token, scene: Scene) -> bool:
    """Return whether a thing only describes the blamed: “the intern from Lagos, eighteen inches away”."""
    for parent in head.ancestors:
        if parent.i in scene.blamed:
            return True
        if parent.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _is_torn(tokens: list[Token]) -> bool:
    """Return whether a phrase is too long, has a hole, or hangs together with a word outside by a hyphen."""
    if not tokens:
        return True
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    if len(tokens) > LONGEST or any(not token.text.isascii() and not token.text.isalnum() for token in tokens):
        return True
    if any(token.lower_ == "than" or (token.pos_ == "VERB" and token.tag_ in {"VBD", "VBZ", "MD"}) for token in tokens):
        return True
    if first and doc[first - 1].text in {"-", "/"} and not doc[first - 1].whitespace_:
        return True
    return last + 1 < len(doc) and doc[last + 1].text in {"-", "/"} and not doc[last].whitespace_


def things(scene: Scene) -> list[str]:
    """Return the first things that a sentence speaks of, as far as a question can hold them."""
    found: list[str] = []
    covered: set[int] = set()
    for token in scene.doc:
        if token.dep_ == "attr" and scene.request.category == "judgement":
            continue
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in covered | scene.blamed | scene.judging:
            continue
        head = _outer(token, scene)
        tokens = _phrase(head, scene)
        covered |= {part.i for part in tokens} | {head.i}
        if not _is_askable(head, scene) or _is_time(head) or _is_torn(tokens) or len(head.text) < 2:
            continue
        if token.lemma_.lower() not in SKIPPABLE and token.pos_ == head.pos_:
            found.append(_said(head, tokens))
    return [thing for thing in dict.fromkeys(found) if not any(thing != other and thing in other for other in found)][
        :MOST
    ]


def unsaid(text: str, scene: Scene) -> Iterator[Token]:
    """Yield the verbs of a sentence that a text does not hold in any form."""
    known = {lemma for found in WORD.findall(text) for lemma in forms_of(found.lower())}
    for token in scene.doc:
        if token.pos_ == "VERB" and token.i not in scene.judging and not {token.lower_, token.lemma_.lower()} & known:
            yield token


def together(phrases: list[str]) -> str:
    """Return phrases as one list."""
    return phrases[0] if len(phrases) == 1 else ", ".join(phrases[:-1]) + " and " + phrases[-1]


def _outer(token: Token, scene: Scene) -> Token:
    """Return the head of the noun phrase that a word belongs to, as far as it names neither the blamed nor a fault."""
    while _belongs(token) and token.head.i not in scene.blamed | scene.judging:
        outer = token.head
        if outer.pos_ not in {"NOUN", "PROPN", "NUM", "SYM"} or scene.request.is_person(outer):
            break
        token = outer
    return token


def _belongs(token: Token) -> bool:
    return token.dep_ in INNER and token.head != token


def _phrase(head: Token, scene: Scene) -> list[Token]:
    """Return the words of a noun's phrase that may stand: the whole of it, or what stands before it."""
    whole = [token for token in head.subtree if not _is_rim(token, head)]
    if scene.is_clean(head) and len(whole) <= LONGEST and not any(_is_clause(token) for token in whole):
        return whole
    tokens = [head]
    for child in head.children:
        if child.i < head.i and child.dep_ in INNER and scene.is_clean(child) and not _is_rim(child, head):
            tokens.extend(child.subtree)
        if child.i > head.i and child.dep_ == "prep" and child.lower_ in TYING and scene.is_clean(child):
            inner = list(child.subtree)
            if not any(_is_clause(token) for token in inner):
                tokens.extend(token for token in inner if not _is_rim(token, head))
    return sorted(set(tokens), key=lambda token: token.i)


def _is_rim(token: Token, head: Token) -> bool:
    """Return whether a token is a mark at the edge of a phrase, or a conjunction that leads out of it."""
    if token.i == head.right_edge.i or token.i == head.left_edge.i:
        return (token.is_punct and token.text not in {"%", ")"}) or token.dep_ == "cc"
    return False


def _is_clause(token: Token) -> bool:
    return token.dep_ in {"relcl", "acl", "advcl", "ccomp", "parataxis", "dep"} or token.text in {
        ";",
        ":",
        '"',
        "(",
        ")",
    }


def _said(head: Token, tokens: list[Token]) -> str:
    """Return a phrase, denied things as their lack, plain things with an article."""
    first = tokens[0]
    denied = head.dep_ == "pobj" and head.head.lower_ in {"without", "w/o"}
    if first.lower_ in {"no", "any"}:
        tokens, denied = tokens[1:], denied or first.lower_ == "no"
    elif first.lower_ in {"a", "an"} and denied:
        tokens = tokens[1:]
    elif first.lower_ in {"its", "this", "that", "these", "those", "another", "such", "which", "what", "each", "every"}:
        tokens = [token for token in tokens if token != first]
        return "the " + verbatim(tokens)
    said = verbatim(tokens).strip(" ,;:.")
    if denied:
        return f"the lack of {said}"
    if (
        head.tag_ == "NN"
        and first.pos_ != "DET"
        and first.lower_ not in {"ur", "your"}
        and not any(child.dep_ in {"det", "poss", "nummod"} for child in head.children)
    ):
        return said if _stands_bare(head, tokens) else f"the {said}"
    return said


def _stands_bare(head: Token, tokens: list[Token]) -> bool:
    return (
        not head.text.isalpha()
        or head.lower_ in BARE_NOUNS
        or head.text.isupper()
        or tokens[0].text[:1].isupper()
        or _is_time(head)
    )


def _is_time(head: Token) -> bool:
    return head.lemma_.lower() in TIMES or head.lower_ in lemmas("calendar") or bool(CLOCK.match(head.text))
