"""A request made ready for rewriting: who is blamed, which words stand for them, which words judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from blameless_lint.language.grammar.subject import subject_of
from blameless_lint.language.lexicon import pattern
from blameless_lint.language.words import load
from blameless_lint.rewrite.judging import SOFT, judging_words, tied
from blameless_lint.rewrite.pronouns import FIRST, RELATIVES, SECOND, THEY, THIRD, name_of, owned
from blameless_lint.rewrite.verb import is_whoever, looks_past

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from blameless_lint.rewrite.request import Request
    from blameless_lint.rewrite.verb import Finite

Transform = Callable[["Token", "Scene"], "str | None"]

EMPTY_HEADS = load("rewriting_empty_heads")
GROUPS = load("rewriting_groups")
QUANTITIES = load("rewriting_quantities")
ASIDES = frozenset({"advmod", "amod", "advcl", "npadvmod", "intj", "acl", "parataxis", "ccomp"})
MEASURES = frozenset({"long", "short", "late", "early", "large", "small", "high", "low", "first", "last", "new", "old"})
KNOWN = frozenset({"blamed", "head", "glued", "judging", "_unclean", "text", "tokens"})


@dataclass(frozen=True, eq=False)
class Scene:
    """What the transformations read: the request, and the transformations of clauses and nouns to be tried, in order.

    `given` says how a verb without a tense is to be said; a tolerant scene leaves out asides, any what is `dropped`.
    """

    request: Request
    clauses: tuple[Transform, ...] = ()
    nouns: tuple[Transform, ...] = ()
    given: tuple[int, Finite] | None = None
    tolerant: bool = False
    dropped: frozenset[int] = frozenset()

    @property
    def doc(self) -> Doc:
        """Return the sentence."""
        return self.request.doc

    @cached_property
    def text(self) -> str:
        """Return the text of the sentence, which spaCy would put together anew each time."""
        return self.doc.text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence, which spaCy would make anew in each loop."""
        return tuple(self.doc)

    def but(self, **changes: Any) -> Scene:
        """Return the scene with changes, and with what is already known of its sentence."""
        other = replace(self, **changes)
        other.__dict__.update({name: value for name, value in self.__dict__.items() if name in KNOWN})
        return other

    @cached_property
    def blamed(self) -> frozenset[int]:
        """Return the places of the words that name the blamed, and of the pronouns that stand for them."""
        head = self.head
        if head is None:
            return frozenset()
        start, end = (not is_whoever(head.head) and self.request.agent) or (head.i, head.i + 1)
        named = {
            token.i for token in self.doc[start:end] if token.head.i not in range(start, end) or token.dep_ != "det"
        }
        clauses = [token for token in self.doc[start:end] if token.dep_ == "relcl"]
        named -= {part.i for clause in clauses for part in clause.subtree if part != head}
        named |= {token.i for token in name_of(head)}
        if head.dep_ in {"appos", "compound", "nmod"} and head.pos_ == "PROPN" and head.head.pos_ in {"NOUN", "PROPN"}:
            named |= {head.head.i} if self.request.is_person(head.head) or head.dep_ == "appos" else set()
        named |= {child.i for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"}
        if head.dep_ == "poss" and self.request.agent and self.request.is_person(head.head):
            named |= {head.head.i, *(child.i for child in head.head.children if child.dep_ == "compound")}
        if (
            head.dep_ == "pobj"
            and head.head.lower_ in {"of", "in", "on", "from", "at"}
            and head.head.head.lower_ in QUANTITIES
        ):
            named.add(head.head.head.i)
        named = {place for place in named if self.doc[place].tag_ != "PRP$" or place == head.i}
        pronouns = self._pronouns(head)
        pronouns |= SECOND if any(t.lower_ in SECOND for t in self.doc[slice(*self.request.target)]) else frozenset()
        named |= (
            {token.i for token in self.tokens if token.lower_ in pronouns} | self._its(head) | self._antecedents(head)
        )
        named |= owned(self.doc, head, self.request.is_person)
        return frozenset(named | {token.i for token in self.tokens if self._stands_for(token, named)})

    def _antecedents(self, head: Token) -> set[int]:
        """Return the places of the names that a blamed pronoun stands for."""
        known = set((self.request.antecedent or "").lower().split())
        found = {token.i for token in self.tokens if token.lower_ in known and token.pos_ in {"PROPN", "NOUN"}}
        if head.lower_ in {"he", "she", "his", "her", "him"}:
            before = [t for t in self.doc[: head.i] if t.pos_ in {"PROPN", "NOUN"} and self.request.is_person(t)]
            found |= {t.i for t in before if t.pos_ == "PROPN" or len(before) == 1}
        return found

    def _its(self, head: Token) -> set[int]:
        """Return the places of “it” and “its” where they can stand for nothing but a blamed team or company."""
        if head.lower_ in FIRST | SECOND | THIRD or head.tag_ in {"NNS", "NNPS"}:
            return set()
        found: set[int] = set()
        for token in self.doc[head.i + 1 :]:
            if (
                token.tag_ in {"NN", "NNP"}
                and token.dep_ != "compound"
                and token.i > head.i
                and not self.request.is_person(token)
            ):
                return found
            if token.lower_ == "it" and token.dep_ == "nsubj" and token.head.dep_ == "advcl":
                found.add(token.i)
        return found

    def _stands_for(self, token: Token, named: set[int]) -> bool:
        """Return whether a relative pronoun in the subject's place stands for one of the places."""
        if token.lower_ not in RELATIVES or token.dep_ not in {"nsubj", "nsubjpass"}:
            return False
        clause = token.head
        while clause.dep_ in {"conj", "xcomp", "ccomp"} and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "ROOT" and clause.lemma_ == "be" and token.lower_ == "who":
            return any(child.dep_ == "attr" and child.i in named and child.i < token.i for child in clause.children)
        return clause.dep_ in {"relcl", "acl"} and clause.head.i in named and clause.head.i < token.i

    @cached_property
    def head(self) -> Token | None:
        """Return the head of the phrase that names the blamed."""
        if self.request.agent is not None:
            root = self.doc[slice(*self.request.agent)].root
            return root.doc[root.left_edge.i] if is_whoever(root) else root
        people = [token for token in self.doc[slice(*self.request.target)] if self.request.is_person(token)]
        return people[0] if people else None

    def _pronouns(self, head: Token) -> frozenset[str]:
        for group in (FIRST, SECOND):
            if head.lower_ in group:
                return group
        many = (
            head.tag_ in {"NNS", "NNPS"}
            or head.lower_ in GROUPS
            or any(child.dep_ == "conj" for child in head.children)
        )
        others = any(t.tag_ == "NNS" and t.i not in range(*(self.request.agent or (0, 0))) for t in self.tokens)
        alone = head.lower_ in THEY or not others
        return THEY if many and head.lower_ not in THIRD else THIRD if alone else THIRD - THEY

    def is_blamed(self, token: Token | None) -> bool:
        """Return whether a token is the head of a phrase that stands for the blamed."""
        if token is None:
            return False
        if token.i in self.blamed and (token.pos_ not in {"DET", "ADP", "PART"} or token == self.head):
            return True
        return any(child.dep_ == "conj" and child.i in self.blamed for child in token.children)

    def is_done_by_blamed(self, verb: Token) -> bool:
        """Return whether the blamed stand in the subject's place of a verb, by the grammar or by what it depends on."""
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return self.is_blamed(child)
            if child.dep_ == "csubj":
                return any(part.i in self.blamed and part.dep_ == "nsubj" for part in child.children)
        if self.head is None and verb.dep_ in {"ROOT", "conj"} and self.request.category != "punitive":
            return (
                verb.tag_ in {"VBD", "VBZ"}
                or (verb.i == 0 and verb.tag_ == "VBN")
                or looks_past(verb)
                or any(child.dep_ == "neg" for child in verb.children)
            )
        return self.is_blamed(subject_of(verb))

    @cached_property
    def glued(self) -> frozenset[int]:
        """Return the places of the words that a hyphen ties to the verb behind it: “re-” in “re-imported”."""
        found: set[int] = set()
        for verb in self.tokens:
            place = verb.i
            while (
                verb.pos_ == "VERB"
                and place > 1
                and self.doc[place - 1].text == "-"
                and not self.doc[place - 1].whitespace_
            ):
                if self.doc[place - 2].whitespace_:
                    break
                found |= {place - 1, place - 2}
                place -= 2
        return frozenset(found)

    @cached_property
    def judging(self) -> frozenset[int]:
        """Return the places of the words that judge or that know better afterwards."""
        found: set[int] = set()
        for expression in (pattern("hindsight_words"), SOFT, tied()):
            for match in expression.finditer(self.text):
                span = self.doc.char_span(match.start(), match.end(), alignment_mode="contract")
                if span is not None and not self._is_opaque(match.start()):
                    found.update(token.i for token in span)
        for token in self.tokens:
            if (
                token.dep_ in {"amod", "advmod", "compound"}
                and token.lower_ not in {"amateur", "rookie"}
                and token.lower_ in judging_words()
                and not (token.dep_ == "amod" and token.head.lemma_.lower() in EMPTY_HEADS)
                and not self._is_opaque(token.idx)
            ):
                found.add(token.i)
        return frozenset(found | self._judging_asides())

    def _judging_asides(self) -> set[int]:
        """Return the places of the words of an aside that is nothing but the judgement that was recognised."""
        start, end = self.request.target
        idiom = self.request.category == "person-cause" and pattern("accusation_idioms").search(
            self.doc[start:end].text
        )
        if self.request.category not in {"judgement", "hindsight"} and not idiom:
            return set()
        return {
            token.i
            for token in self.doc[start:end]
            if token.dep_ in ASIDES
            and (token.dep_ != "amod" or token.lower_ not in MEASURES)
            and not start <= token.head.i < end
            and start <= token.left_edge.i
            and token.right_edge.i < end
        }

    def _is_opaque(self, place: int) -> bool:
        return any(span.start <= place < span.end for span in self.doc.user_data.get("opaque", ()))

    def is_clean(self, token: Token) -> bool:
        """Return whether nothing in a token's subtree names the blamed or judges."""
        return not any(place == token.i or token.is_ancestor(self.doc[place]) for place in self._unclean)

    @cached_property
    def _unclean(self) -> frozenset[int]:
        return self.blamed | self.judging
