"""Say a part of a sentence again without the blamed: verbatim where it may stay, mended where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from blameless_lint.language.words import load
from blameless_lint.rewrite.articles import a_or_an, article_for
from blameless_lint.rewrite.clock import times_of
from blameless_lint.rewrite.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

ARTICLES = frozenset({"a", "an"})
ASIDES = load("rewriting_asides")
BACKGROUND = frozenset({"because", "due", "thanks", "courtesy", "owing", "under", "with", "despite"})
DROPPED_PREPOSITIONS = frozenset({"by", "from", "of", "on", "among", "within", "in", "at"})


def word(token: Token) -> str:
    """Return a token's text, in lower case where only its place at the head of the sentence made it upper."""
    if token.i != 0 or token.pos_ == "PROPN" or token.text == "I" or not token.text[:1].isupper():
        return token.text
    return token.text if token.text[1:] != token.text[1:].lower() else token.text[0].lower() + token.text[1:]


def verbatim(tokens: Iterable[Token]) -> str:
    """Return the text of tokens in order with the spaces between them."""
    return "".join(word(token) + token.whitespace_ for token in tokens).strip()


def join(parts: Iterable[str]) -> str:
    """Return parts as one text, with the spaces that punctuation asks for."""
    return tidy(" ".join(part for part in parts if part))


def tidy(text: str) -> str:
    """Return a text without the stray spaces and doubled commas that leaving words out has left."""
    text = re.sub(r" +", " ", text)
    text = re.sub(r" (?!\.\w)([,;:.!?)\]”’])", r"\1", text)
    text = re.sub(r"(?<=\d) %(?=\W|$)", "%", text)
    text = re.sub(r"([(\[“]) ", r"\1", text)
    text = re.sub(r",(?:\s*,)+", ",", text)
    text = re.sub(r",\s*([;:.!?])", r"\1", text)
    text = re.sub(r"\(\s*\)", "", text)
    text = re.sub(r"\b(and|but|or|so|that|because|since), (?=[a-z])", r"\1 ", text)
    text = re.sub(r"(?i)\b(?:the|an?) (?=\[which)", "", text)
    text = re.sub(r" (n['’]t|['’]s|['’]re|['’]ve|['’]d)\b", r"\1", text)
    text = re.sub(r"^([^,]*[^,\s]), (was|were|is|are|has|had)\b", r"\1 \2", text)
    return text.strip()


def render(token: Token, scene: Scene) -> str | None:
    """Return a token with all that hangs on it, said without the blamed; None where that cannot be done."""
    if is_verbatim(token, scene) and not _is_unsaid(token, scene):
        return verbatim(token.subtree)
    if token.pos_ in {"VERB", "AUX"}:
        for transform in scene.clauses:
            said = transform(token, scene)
            if said is not None:
                return said
        if scene.is_done_by_blamed(token) and token.dep_ not in {"amod", "compound"}:
            return None
    return assemble(token, scene)


def _is_unsaid(token: Token, scene: Scene) -> bool:
    """Return whether a verb is the main one of a sentence that leaves out who did it: “Forgot to renew …”."""
    return scene.head is None and token.dep_ == "ROOT" and token.pos_ == "VERB" and scene.is_done_by_blamed(token)


def is_verbatim(token: Token, scene: Scene) -> bool:
    """Return whether a token may stand with all that hangs on it as it is."""
    if not scene.is_clean(token) or _has_blamed_clause(token, scene) or _wishes(token, scene):
        return False
    return not any(transform(part, scene) for transform in scene.nouns for part in token.subtree if part.pos_ == "NOUN")


def _wishes(token: Token, scene: Scene) -> bool:
    """Return whether the blaming words of a wish about the past stand in a token's subtree."""
    start, end = scene.request.target
    if scene.request.category != "counterfactual":
        return False
    return any(start <= part.i < end and part.lower_ in {"should", "could", "ought", "might"} for part in token.subtree)


def _has_blamed_clause(token: Token, scene: Scene) -> bool:
    return any(
        part.tag_ == "VBG" and part.dep_ in {"pcomp", "advcl"} and scene.is_done_by_blamed(part) and part != token
        for part in token.subtree
        if part.pos_ == "VERB" and part.head.lower_ == "without"
    )


def assemble(token: Token, scene: Scene, *, without: frozenset[int] = frozenset()) -> str | None:
    """Return a token and its children in order, each child said again; `without` are children left out."""
    if token.i in scene.blamed:
        return None
    parts: list[str] = []
    for child in sorted([*token.children, token], key=lambda part: part.i):
        said = _own(token, scene) if child == token else "" if child.i in without else part_of(child, token, scene)
        if said is None or (not said and child.dep_ in {"nsubj", "nsubjpass"} and child.i not in without):
            return None
        parts.append(said)
    return join(parts)


def _own(token: Token, scene: Scene) -> str | None:
    if token.i in scene.judging:
        return None if token.pos_ in {"VERB", "AUX", "NOUN"} else ""
    return word(token)


def part_of(child: Token, head: Token, scene: Scene) -> str | None:
    """Return a child of a token, said again or left out; a tolerant scene leaves out an aside that cannot be said."""
    said = "" if child.i in scene.dropped else _part_of(child, head, scene)
    return "" if said is None and may_go(child, head, scene) else said


def may_go(child: Token, head: Token, scene: Scene) -> bool:
    """Return whether a tolerant scene may leave a part out: asides, and phrases of what the blamed do or are."""
    if not scene.tolerant or child.dep_ not in ASIDES or child.lower_ == "to":
        return False
    return (
        child.dep_ != "prep"
        or head.i in scene.blamed
        or (head.pos_ in {"VERB", "AUX"} and scene.is_done_by_blamed(head))
    )


def _part_of(child: Token, head: Token, scene: Scene) -> str | None:
    if child.lower_ == "own" and any(part.dep_ == "poss" and part.i in scene.blamed for part in head.children):
        return ""
    if child.pos_ in {"NOUN", "PROPN"} and child.dep_ not in {"compound", "poss"}:
        for transform in scene.nouns:
            opened = transform(child, scene)
            if opened is not None:
                return opened
    if is_verbatim(child, scene):
        return _article(child, scene) if child.lower_ in ARTICLES and child.dep_ == "det" else verbatim(child.subtree)
    if child.dep_ == "poss" and scene.is_blamed(child):
        return article_for(head, scene)
    if child.i in scene.glued:
        return ""
    if (
        child.i in scene.judging
        and child.pos_ in {"ADJ", "ADV", "NOUN", "VERB", "ADP", "INTJ"}
        and not _names(child, scene)
    ):
        tells = any(part.pos_ in {"ADJ", "NOUN", "NUM"} and part.i not in scene.judging for part in child.children)
        return None if tells and child.pos_ == "ADJ" and child.dep_ == "amod" else _aside_of(child, scene)
    if child.dep_ == "prep" and any(part.lower_ == "own" and part.dep_ == "pobj" for part in child.children):
        return ""
    if child.dep_ == "agent" and head.lemma_.lower() in CAUSING and _is_of_blamed(child, scene):
        return "by [which change or condition]"
    if (
        child.dep_ == "prep"
        and child.i < head.i
        and child.lower_ in {"by", "through"}
        and head.pos_ in {"VERB", "AUX"}
        and _opens(child, scene)
    ):
        return ""
    if child.dep_ in {"agent", "prep"} and child.lower_ in DROPPED_PREPOSITIONS and _is_of_blamed(child, scene):
        return _clauses_of(child, scene)
    if child.dep_ == "prep" and child.lower_ in BACKGROUND and _names(child, scene):
        said = render(child, scene)
        return "" if said is None and not any(part.pos_ == "VERB" for part in child.subtree) else said
    if (
        child.dep_ in {"acl", "relcl"}
        and child.tag_ == "VBN"
        and _by_blamed(child, scene) is not None
        and child.n_lefts == 0
    ):
        by = _by_blamed(child, scene)
        rest = [part for part in child.children if part != by]
        return "" if not rest else assemble(child, scene, without=frozenset({by.i} if by else ()))
    return render(child, scene)


CAUSING = frozenset({"cause", "trigger", "provoke"})


def _opens(preposition: Token, scene: Scene) -> bool:
    inside = [child for child in preposition.children if child.dep_ == "pobj"]
    return any(transform(inner, scene) for transform in scene.nouns for inner in inside)


def _aside_of(child: Token, scene: Scene) -> str:
    """Return the relative clause that hangs on a judging phrase which is left out: “by mistake, which suspended …”."""
    inside = (part for part in child.subtree if part.dep_ == "relcl" and part.left_edge.lower_ == "which")
    clauses = [part for part in inside if scene.is_clean(part)]
    return f", {verbatim(clauses[0].subtree)}" if clauses else ""


def _names(child: Token, scene: Scene) -> bool:
    return any(part.i in scene.blamed for part in child.subtree)


def _by_blamed(verb: Token, scene: Scene) -> Token | None:
    return next(
        (
            child
            for child in verb.children
            if child.dep_ in {"agent", "prep"} and child.lower_ == "by" and _is_of_blamed(child, scene)
        ),
        None,
    )


def _is_of_blamed(preposition: Token, scene: Scene) -> bool:
    inner = next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)
    if inner is None:
        return False
    if inner.lower_ in {"part", "side", "behalf"}:
        return any(part.i in scene.blamed for part in inner.subtree)
    return scene.is_blamed(inner) and (preposition.lower_ == "by" or preposition.head.pos_ == "NOUN")


def _clauses_of(preposition: Token, scene: Scene) -> str | None:
    """Return what a relative clause of the blamed tells, as a clause of its own; nothing where it cannot be said."""
    inner = next(child for child in preposition.children if child.dep_ in {"pobj", "pcomp"})
    if preposition.head.pos_ not in {"VERB", "AUX"}:
        return None if any(child.dep_ == "relcl" for child in inner.children) else ""
    return join([told_of(inner, scene), *(verbatim(time.subtree) for time in times_of(inner, scene))])


def told_of(name: Token, scene: Scene) -> str:
    """Return “, and …” for the relative clauses that hang on the blamed, where they can be said without them."""
    said = [render(child, scene) for child in name.children if child.dep_ == "relcl" and _happened(child)]
    return "".join(f", and {clause}," for clause in said if clause)


def _happened(verb: Token) -> bool:
    """Return whether a relative clause tells of an act, and not what someone is, can or has never done."""
    parts = {child.lower_ for child in verb.children if child.dep_ in {"aux", "neg"}}
    return verb.tag_ == "VBD" or "had" in parts or (verb.tag_ == "VBN" and not parts & {"never", "has", "have"})


def _article(article: Token, scene: Scene) -> str:
    """Return “a” or “an” as the next word that stays asks for it."""
    following = next((token for token in article.doc[article.i + 1 :] if token.i not in scene.judging), None)
    if following is None or following.i == article.i + 1:
        return word(article)
    return a_or_an(following.text)
