"""Turn a talk that is meant as a punishment into one about the conditions of the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.rewrite.draft import Example
from blameless_lint.rewrite.sentence import mark_of
from blameless_lint.rewrite.vigilance import is_past
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

EXAMPLES = (
    Example(
        "Disciplinary meeting with the harbour pilot, 12 May.",
        "Disciplinary meeting",
        "the harbour pilot",
        "Meeting with the harbour pilot about [which conditions of the work?], 12 May.",
        "punitive",
    ),
    Example(
        "The two bakers on nights to be spoken to.",
        "to be spoken to",
        "The two bakers",
        "Talk with the two bakers on nights about [which conditions of the work?].",
        "punitive",
    ),
    Example("The two bakers have been spoken to.", "have been spoken to", "The two bakers", "", "punitive"),
    Example("Disciplinary talks with whoever left the tap open", "talks", "whoever", "", "punitive"),
)
HARSH = r"(?:disciplinary|serious|stern|formal|firm|frank|strict|severe|hard)"
TALK = r"(?:meeting|talks?|conversation|interview|word|chat|hearing|discussion)"
WHOM = r"([^,;:.()\"“”]*?(?:\b(?:Mr|Ms|Mrs|Dr|[A-Z]|-[A-Z])\.[^,;:.()\"“”]*?)*?)"
PLANNED = r"(?:(?:is|are|has|have|needs?) to|to|will|must|should) be (?:spoken|talked) to"
HELD = expression(rf"(?i)((?:hold |have )?)(?:an? )?{HARSH} ({TALK}) with {WHOM}((?:, [^,;:]*)?)$")
SPOKEN = expression(rf"(?i){WHOM} {PLANNED}((?:,? (?:on|by) \d[^,;:]*)?)$")
UNFIT = expression(r"(?i)\b(?:who\w*|about|that|for|over|because|responsible|guilty|them|him|her|all)\b")


def talks(scene: Scene) -> Iterator[str]:
    """Yield a planned talk with someone as a talk about the conditions of the work."""
    if scene.request.category != "punitive" or is_past(scene):
        return
    text = scene.text.strip().rstrip(".!")
    mark = mark_of(scene)
    held, spoken = HELD.match(text), SPOKEN.match(text)
    if held and not UNFIT.search(held[3]):
        frame, kind = held[1], held[2].lower()
        article = "a " if frame and not kind.endswith("s") else ""
        yield f"{frame}{article}{kind} with {held[3].strip()} about [which conditions of the work?]{held[4]}{mark}"
    elif spoken and not UNFIT.search(spoken[1]):
        whom = scene.doc[0].text if scene.doc[0].pos_ == "PROPN" else scene.doc[0].lower_
        rest = spoken[1][len(scene.doc[0].text) :]
        yield f"talk with {whom}{rest} about [which conditions of the work?]{spoken[2]}{mark}"
