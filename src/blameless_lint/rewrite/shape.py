"""What a rewrite must look like: its marks, rows, asides and quotations, and where it may begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.rewrite.asking import LEADING, leaves_open
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.rewrite.scene import Scene

CUT_OFF = expression(
    r"\b(?:of|because|than|as|and|the|an?|is|was|are|were|be|been|being|that|like|"
    r"and (?:ours|theirs|mine|his|hers))\s*(?:[;:.,]|$)"
    r"|[.!?][\"”]?;|\w- |;[^;]*;[^;]*;|\bto to\b",
    re.IGNORECASE,
)
STILL_A_WISH = expression(r"\bwould (?:be|have)\b|\bif\b.*\b(?:may|might|could)(?: not)? have\b", re.IGNORECASE)


def misshapen(outside: str, text: str, scene: Scene) -> str:
    """Return which mark, row, aside or quotation of a rewrite is out of its place, "" where none is."""
    if re.search(r"(?:^|\s)-\w", text) and not re.search(r"(?:^|\s)-\w", scene.text):
        return "stray hyphen"
    if re.match(r"[\"“]?\s*,|\(|It took\b", outside) or re.search(
        r"\b(?:of|the|an?|on) (?:was|were|is|are)\b|\band as it\b", outside
    ):
        return "stray mark"
    if STILL_A_WISH.search(outside) and re.search(r"\b(?:if|had)\b", scene.text, re.IGNORECASE):
        return "still a wish"
    if re.search(r',\s*["”](?:\s*[.;]|$)|\bthe bad\b|\bfrom[;.]', outside) and not re.search(
        r',["”]|\bfrom[;.]', scene.text
    ):
        return "stray end"
    if '" [' in text and '" [' not in scene.text:
        return "stray space"
    if "  " in text.strip():
        return "stray space"
    if re.search(r"\[[^\]]*\[", text):
        return "nested prompt"
    if "|" in scene.text and not (
        text.startswith(scene.text.partition("|")[0]) and text.count("|") == scene.text.count("|")
    ):
        return "tears a row"
    asked = [f"what {token.nbor(1).lower_}" for token in scene.tokens[:-1] if token.lower_ == "what"]
    if "what" in outside.lower().split() and any(pair not in outside.lower() for pair in asked):
        return "scrambles a question"
    if scene.text.rstrip().endswith(":") and not text.rstrip().endswith(":"):
        return "opens no list"
    if any(aside not in scene.text for aside in re.findall(r"\([^()]*\)", outside) if "□" not in aside):
        return "tears an aside"
    if text.count('"') < scene.text.count('"') and "□" not in outside[:2]:
        return "loses a quotation"
    return ""


def punctuation(outside: str, text: str, scene: Scene) -> str:
    """Return which word or mark a rewrite begins, ends or goes on with wrongly, "" where there is none."""
    first = re.match(
        r"(?i)\W*(where|which|if|who|because|when|that (?:the|an?|it))\b", outside if outside.strip()[:1] != "□" else ""
    )
    if first and not scene.text.lower().lstrip().startswith(first[1].lower()):
        return "stray opening"
    if re.match(r"(?i)why\b", text):
        return "asks why"
    if re.search(r"\b(at|on|in|to|for) \1\b", outside):
        return "stray preposition"
    if CUT_OFF.search(outside):
        return "stray end"
    if len(re.findall(r" /\w", text)) > len(re.findall(r" /\w", scene.text)):
        return "stray slash"
    told = [word for word in outside.split() if re.search(r"\w", word)]
    clause = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in scene.tokens)
    if (
        (clause or not text.endswith(LEADING))
        and not leaves_open(text)
        and 0 < len(told) < 3
        and told[0].lower() not in {"no", "not"}
    ):
        return "too short"
    if re.match(r"(?i)(?:did|do|does)\b", text) or re.search(r"\b(?:caused|triggered)(?:[,.;]| and\b|$)", outside):
        return "stray verb"
    last = scene.text.rstrip()[-1:]
    if (
        last in ".!"
        and not ("?" in scene.text and text.rstrip().endswith("?"))
        and not text.rstrip().endswith("?]")
        and text.rstrip()[-1:] not in {".", "!"}
    ):
        return "other final mark"
    if text.count(" - ") > scene.text.count(" - "):
        return "stray hyphen"
    if re.search(r"[,;:]\s*[,;:]|\(\s|\s[,;.]| {2}|^[^\w\[`\"'“‘(#>*@-]|\band,|,\s*and\s*[.;]|\?\][.!]$", text.strip()):
        return "stray mark"
    if (
        text.count("(") != text.count(")")
        or text.count("“") != text.count("”")
        or text.count('"') % 2 != scene.text.count('"') % 2
    ):
        return "unbalanced"
    return ""
