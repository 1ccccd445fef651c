"""Make a sentence of a clause: capital, final mark, bracketed question, words that stood together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.asking import UNDONE
from blameless_lint.rewrite.attached import attached, behind
from blameless_lint.rewrite.render import tidy
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene


TRAILING = expression(r"(?:[\s,;:]+(?:and|but|or|so|yet|because|since|as|that))+$")


def capital(text: str, scene: Scene) -> str:
    """Return a text with a capital where the sentence has one."""
    first = scene.text.strip()[:1]
    return text[0].upper() + text[1:] if first.isupper() or not first.isalpha() else text[0].lower() + text[1:]


def finished(said: str, scene: Scene, ask: str) -> str:
    """Return a clause as a sentence: capital and final mark as before; no mark follows a bracketed question."""
    said = re.sub(r"^[\s,;:]+", "", hyphens(tidy(said), scene))
    original = scene.text.strip()
    while said and said[-1] in ".!?…":
        said = said[:-1]
    mark = mark_of(scene)
    said = said.rstrip(" ,;:")
    if said.rsplit(" ", 1)[-1] != original.rstrip(" .!?…").rsplit(" ", 1)[-1]:  # “not told yet” ends so by itself
        said = TRAILING.sub("", said)
    if original[:1].isupper() or not original[:1].isalpha():
        said = _upper(said, scene)
    if not ask:
        return tidy(said if said.endswith("?]") else f"{said}{mark}")
    asked = attached(said, ask) if ask in UNDONE else behind(said, ask)
    return tidy(asked if asked.endswith("]") else f"{asked}{mark}")


def mark_of(scene: Scene) -> str:
    """Return the final mark that a rewrite of the sentence takes."""
    last = scene.text.strip()[-1:]
    return last if last in {".", "!"} else "." if last == "?" else ""


def _upper(said: str, scene: Scene) -> str:
    """Return a text with a capital, unless its first word is code."""
    start = 1 if said.startswith("[") else 0
    first = said[start:].split(" ", 1)[0]
    opaque = [scene.text[span.start : span.end] for span in scene.doc.user_data.get("opaque", ())]
    if any(code.startswith(first.strip(",;.")) for code in opaque) or re.search(r"[_./\d]|[a-z][A-Z]", first):
        return said
    return said[:start] + said[start : start + 1].upper() + said[start + 1 :]


def hyphens(said: str, scene: Scene) -> str:
    """Return a text in which the words that stood together do so again: “copy - paste” becomes “copy-paste”."""
    for left, right in zip(scene.doc, scene.doc[1:], strict=False):
        if left.whitespace_:
            continue
        for head in {left.text, left.lower_}:
            apart = f"{head} {right.text}"
            if apart in said and apart not in scene.text:
                said = re.sub(
                    rf"(?<!\w){re.escape(apart)}(?!\w)" if head[-1:].isalnum() else re.escape(apart),
                    f"{head}{right.text}".replace("\\", r"\\"),
                    said,
                )
    return said
