"""Leave a remark or a norm off the end of a sentence, and turn what is left as if it stood alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.remarks import OPENERS, is_remark
from blameless_lint.rewrite.residue import DOUBT
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "The crew opened the lower valve first, whereas every apprentice is taught to begin at the top.",
        "whereas every apprentice is taught to begin at the top",
        "The crew",
        "The lower valve was opened first; [which conditions led to this?]",
        "judgement",
    ),
    Example(
        "Ruth reused a locker key, a thing that every induction tells you not to do.",
        "reused a locker key, a thing that every induction tells you not to do",
        "Ruth",
        "A locker key was reused; [which conditions led to this?]",
        "person-cause",
    ),
)
NORM = expression(
    r"(?i)\W*(?:which|whereas|when|although|while|something|as|and|(?:a thing|an? \w+ thing|the one thing)(?: that)?)"
    r"\b.*\b(?:any|every|anyone|anybody|everyone|everybody|no one|nobody|most|all)\b.*"
    r"\b(?:knows?|learns?|taught|teach(?:es)?|tells?|would(?:n[’']t)?|does(?:n[’']t)?|never|understands?|avoids?)\b"
)
SEPARATORS = frozenset({",", ";", "–", "—"})
FEWEST = 4  # words that must be left
TRIED = 2  # separators, from the end


def shortened(scene: Scene) -> Scene | None:
    """Return the scene without a remark or a norm that ends its sentence, None where no such thing ends it."""
    doc, (start, end) = scene.doc, scene.request.target
    if scene.request.category not in {"judgement", "accusation", "person-cause"} or "?" in scene.text:
        return None
    for place in _separators(scene):
        tail = [token for token in doc[place + 1 :] if not token.is_punct]
        if not tail or place < FEWEST or end <= place or any(token.like_num or token.is_quote for token in doc[place:]):
            continue
        is_dropped = (tail[0].lower_ in OPENERS and is_remark(tail, scene)) or NORM.match(doc[place + 1 :].text)
        if not is_dropped or not _is_told(scene, place) or DOUBT.search(doc[place:].text):
            continue
        head = scene.head
        if head is None or head.i >= place:
            return None
        request = replace(
            scene.request,
            doc=doc[:place].as_doc(copy_user_data=True),
            target=(start, place) if start < place else (0, place),
            category="person-cause",
        )
        return replace(scene, request=request)
    return None


def _separators(scene: Scene) -> Iterator[int]:
    found = [token.i for token in scene.tokens if token.text in SEPARATORS]
    yield from reversed(found[-TRIED:])


def _is_told(scene: Scene, place: int) -> bool:
    """Return whether a verb of the blamed stands in what is left."""
    return any(verb.pos_ == "VERB" and scene.is_done_by_blamed(verb) for verb in scene.doc[:place])
