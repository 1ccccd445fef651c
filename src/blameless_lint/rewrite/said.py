"""Say words anew with changes in their places, and without what else names the blamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import pattern
from blameless_lint.rewrite.articles import article_for
from blameless_lint.rewrite.passive import told
from blameless_lint.rewrite.render import tidy, word
from blameless_lint.rewrite.sound import has_lost_owner
from blameless_lint.rewrite.verb import finite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

JOINING = frozenset({"although", "and", "but", "or", "so", "then", "though", "when", "while", "yet"})
OWN = frozenset({"his", "her", "their", "my", "our", "your", "its"})


def said_with(scene: Scene, changes: dict[int, str], places: range) -> str:
    """Return words with the changes, and without what else names the blamed; "" where that is not possible."""
    said, skipped = "", -1
    for token in scene.doc[places.start : places.stop]:
        if token.i < skipped:
            continue
        if token.i in changes:
            new = changes[token.i]
            said = said.rstrip(" ,") if new.startswith(":") else said
            said += (_opened(said, new) + " ") if new else ""
            continue
        clause = _own_clause(token, scene, changes)
        if clause is not None:
            skipped, text = clause
            if not text:
                return ""
            said = f"{said.rstrip()}{text} " if text.startswith(",") else f"{said}{text} "
            continue
        new_word = _kept(token, scene)
        if new_word is None:
            return ""
        said += new_word
    said = tidy(said)
    return "" if pattern("rewriting_never").search(said) else said


def _kept(token: Token, scene: Scene) -> str | None:
    """Return a word with its space as it may stay, "" where it goes, None where nothing can be said with it."""
    blamed = token.i in scene.blamed
    if token.lower_ in OWN and token.dep_ == "poss" and (blamed or has_lost_owner(token, scene.text, scene)):
        acted_on = token.head.dep_ == "dobj" and not scene.request.is_person(token.head)
        return article_for(token.head, scene) + " " if acted_on else None
    if token.lower_ == "own" and token.i and _kept(token.nbor(-1), scene) != word(token.nbor(-1)) + " ":
        return ""
    if token.i in scene.judging and token.i and token.pos_ in {"ADV", "ADJ", "INTJ"}:
        return ""
    return None if blamed or token.i in scene.judging else word(token) + token.whitespace_


def _opened(before: str, new: str) -> str:
    """Return an open condition with the comma that what stands before it asks for."""
    last = before.rstrip()
    if not new.startswith("[") or not last or last[-1] in ",;:–—-(" or last.split()[-1].lower() in JOINING:
        return new
    return f", {new}"


def _own_clause(token: Token, scene: Scene, changes: dict[int, str]) -> tuple[int, str] | None:
    """Return where the words go on behind a clause of the blamed that can be turned, and what it becomes."""
    for verb in token.ancestors:
        if verb.dep_ not in {"advcl", "relcl"} or verb.left_edge != token or verb.i in changes:
            continue
        if any(part.i in changes for part in verb.subtree) or not any(part.i in scene.blamed for part in verb.subtree):
            continue
        how = finite(verb)
        said = told(verb, scene, how) if how is not None and not how.modal else None
        return verb.right_edge.i + 1, said or ""
    return None
