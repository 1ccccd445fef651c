"""Turn a bare “operator error” into the slip and a question; leave the doer out of a noun of acting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.human_error import ERRORS, HUMAN
from blameless_lint.rewrite.omission import DONE
from blameless_lint.rewrite.render import tidy, word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Operator error", "Operator error", "", "A slip in [which step]; [what made it easy to make?]", "human-error"
    ),
    Example(
        "mislabelling by the night fitter",
        "by the night fitter",
        "the night fitter",
        "mislabelling; [which conditions led to this?]",
        "person-cause",
    ),
    Example("Parser error", "Parser error", "", "", "human-error"),
)
SLIP = "a slip in [which step]; [what made it easy to make?]"
LED = "[which conditions led to this?]"
LINKS = frozenset({"by", "of", "from", "through", "on", "part", "side", "due", "to", "in"})
ENDINGS = ("ion", "ing", "ment", "al", "ure")
CATEGORIES = frozenset({"human-error", "person-cause", "omission"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def slip(scene: Scene) -> Iterator[str]:
    """Yield what a fragment of human error, or of an act and who did it, tells without the blamed."""
    if scene.request.category not in CATEGORIES or any(token.tag_ in FINITE for token in scene.tokens):
        return
    root = next((token for token in scene.tokens if token.head == token and not token.is_punct), None)
    if root is None:
        return
    if scene.request.category == "human-error" and _is_bare_error(scene):
        yield SLIP
    said = _without_doer(root, scene)
    if said:
        yield f"{said}; {LED}"


def _is_bare_error(scene: Scene) -> bool:
    """Return whether a fragment tells no more than that someone erred."""
    errors = [token for token in scene.tokens if token.lemma_.lower() in ERRORS]
    people = [
        token
        for token in scene.tokens
        if (token.lower_ in HUMAN and token.lower_ != "manual") or token.i in scene.blamed
    ]
    rest = [
        token
        for token in scene.tokens
        if token not in errors + people
        and token.i not in scene.judging
        and token.pos_ not in {"PUNCT", "DET", "SPACE"}
        and token.lower_ not in LINKS
    ]
    return bool(errors and people) and not rest


def _without_doer(root: Token, scene: Scene) -> str:
    """Return a noun of acting without “by …”, with all else that is told."""
    by = next((t for t in scene.tokens if t.lower_ == "by" and any(c.i in scene.blamed for c in t.children)), None)
    told = (
        root.lower_.endswith(ENDINGS) and root.pos_ in {"NOUN", "PROPN", "VERB"} and root.lemma_.lower() not in ERRORS
    )
    done = any(child.dep_ == "acl" and child.lemma_ in DONE and by in list(child.children) for child in root.children)
    if by is None or not (told or done):
        return ""
    gone = {token.i for token in by.subtree}
    if any(
        token.i in gone and token.i not in scene.blamed and token.pos_ not in {"DET", "ADP", "PROPN", "NOUN"}
        for token in scene.tokens
    ):
        return ""
    kept = [token for token in scene.tokens if token.i not in gone]
    if any(token.i in scene.blamed or (token.i in scene.judging and token.pos_ != "ADV") for token in kept):
        return ""
    said = tidy("".join(_mild(token) + token.whitespace_ for token in kept if token.i not in scene.judging))
    return said.rstrip(" .!,")


def _mild(token: Token) -> str:
    """Return a word, a participle of leaving out as what was not done."""
    return DONE.get(token.lemma_.lower(), word(token)) if token.tag_ == "VBN" else word(token)
