"""Leave out the phrase that tells by whom, and nothing else: “set to open by the last shift for the fair”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.render import tidy
from blameless_lint.rewrite.sentence import mark_of

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Valve two had been set to open by the previous warden for the summer feast.",
        "Valve two had been set to open by the previous warden for the summer feast",
        "the previous warden",
        "Valve two had been set to open for the summer feast; [which conditions led to this?]",
        "person-cause",
    ),
    Example(
        "The fair was saved by our warden.", "saved by our warden", "our warden", "The fair was saved", "person-cause"
    ),
    Example(
        "The soup was salted by a cook in his first week.", "by a cook in his first week", "a cook", "", "person-cause"
    ),
)
LED = "; [which conditions led to this?]"
HELD = frozenset({"det", "amod", "compound", "poss", "case", "nummod", "nmod"})
OWN = frozenset({"his", "her", "their", "its", "own", "nobody", "who", "whose"})
FEWEST = 3  # words that must be left


def agentless(scene: Scene) -> Iterator[str]:
    """Yield the sentence without its “by …”, where that names the blamed and tells nothing else."""
    head = scene.head
    if scene.request.category != "person-cause" or head is None or head.head.lower_ != "by" or "?" in scene.text:
        return
    by = head.head
    done = by.head
    if done.tag_ != "VBN" or any(child.dep_ == "conj" for child in head.children):
        return
    parts = [child for child in head.children if child.dep_ in HELD]
    end = head.i + 1
    others = [child for child in head.children if child.dep_ not in HELD and not child.is_punct]
    if any(child.dep_ in {"relcl", "acl", "appos"} or child.i < head.i for child in others):
        return
    start = by.i - 1 if scene.doc[by.i - 1].text == "," else by.i
    rest = scene.doc[end:]
    if any(token.i in scene.blamed or token.i in scene.judging for token in (*scene.doc[:start], *rest)):
        return
    if any(token.like_num for part in parts for token in part.subtree):
        return
    if any(token.lower_ in OWN for token in rest) or (len(rest) and rest[0].pos_ not in {"ADP", "PUNCT", "CCONJ"}):
        return
    said = tidy(f"{scene.doc[:start].text} {rest.text}").rstrip(".! ").rstrip(",;")
    if len(said.split()) < FEWEST or any(token.pos_ == "PRON" for token in scene.doc[:1]):
        return
    yield said + LED if not said.endswith(":") else said + mark_of(scene)
