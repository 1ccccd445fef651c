"""References to a tracker: Jira-like keys, #123, org/repo#123, links to issues and merge requests, change numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from blameless_lint.actions.segments import Segment
from blameless_lint.actions.stretch import Stretch
from blameless_lint.text.expression import expression
from blameless_lint.text.source import Span

_NOT_KEYS = (
    "CVE|CWE|MS\\d\\d|RFC|ISO|IEC|EN|DIN|NIST|IEEE|UTF|SHA|MD|AES|RSA|TLS|SSL|HTTP|H|IPV|TCP|UDP|ORA|SEV|P|PRIO|COVID|GPT|ASCI"
    "I|AS|BIP|EIP|PEP|JEP"
    "|PI|KB|RB|SOP|MOP|GOP|WI|PA|CA|AP|AI|LBP|PM|INC-PM|RB|DH|VAT|ERR|DECL|EC|QA|T|GA|MI|NE|A|B|C|D|E|F|G|K|L|M|N|Q|R"
    "|S|U|V|W|X|Y|Z"
)
_TRACKER_URL = expression(
    r"https?://bugzil\.la/\d+|https?://[^\s<>()\[\]]*?(?:/(?:-/)?(?:issues?|pulls?|pull-requests?|merge_requests"
    r"|browse|tickets?|cards?|c|work_?items|_workitems/edit|story|stories|tasks?|changes?|cases?|defects?|requests?"
    r"|incidents?|items?|pulses|show_bug\.cgi\?id=)/?(?=[\w#-]*\d)[\w#./-]+|/T\d{4,}|/[A-Z][A-Z0-9]+-\d+|/\+/\d+)"
    r"|https?://bugs?\.[^\s/<>()\[\]]+/\d+|https?://app\.asana\.com/\d+/[\d/]+|https?://app\.clickup\.com/t/\w+"
)
_SURE = expression(
    r"(?<![\w/#&.-])(?:"
    r"(?:[\w.-]+/)?[A-Za-z][\w.-]*[#!]\d+"  # org/repo#123, infra!388
    r"|(?:PR|MR|GH|CR|BZ|DCR|ECR|NCR|CAR|SR|RT|[Bb]ug|[Ii]ssue|[Tt]icket|[Cc]ard|[Tt]ask|[Cc]ase|[Rr]equest|[Ss]tory"
    r"|WO|gh"
    r"|[Pp]ull(?: request)?|[Mm]erge request|[Cc]hange(?: request| order)?|[Ww]ork order|[Ss]ervice request|[Dd]efect"
    r"|Zendesk|OTRS)[ -]?#?(?!20\d\d-\d)\d[\d-]+"
    r"|[#!]\d+|b/\d{4,}|change [A-Z]-\d{3,}"
    r"|(?:[Tt]icket|[Cc]ase|[Rr]equest|[Ww]ork order|[Cc]hange|[Ii]ssue) (?:no\.?|nr\.?|number|#:) ?\d[\d-]{2,}"
    r"|[Jj]ob (?:no\.? |nr\.? |number )?#?(?!20\d\d\b)(?:[A-Z]{2,4}-)?\d{4,}"
    r"|(?:[Rr]ef\.?|[Rr]eference|[Rr]equest) [A-Z]{1,5}/\d{2,}"
    r"|GH-\d+|T\d{5,7}|(?:INC|CHG|REQ|RITM|PRB|[A-Z]{0,3}TASK|CS|SIR|STRY|DFCT|CTASK)\d{4,}"
    r"|(?:sc|ch)-?\d{3,}|#[a-z]{2,6}-\d{1,5}|#RT ?\d+"
    r")(?![\w%])",
)
_KEY = expression(
    rf"(?<![\w/.#-])(?!(?:{_NOT_KEYS})-)"
    rf"(?P<key>[A-Z][A-Z0-9]{{1,11}}(?:-[A-Z]{{2,4}})?-(?:\d{{1,6}}|(?!19|20)\d{{2,4}}-\d{{1,3}}))(?![\w-]|[./]\d)"
)
_WORD_BEFORE = expression(
    r"(?:\b(?:see|in|ticket|issue|tracked(?: as| in| by)?|via|under|as|jira|task|request|story|epic|and|has|ref)"
    r"|[(\[,;|–—:/*.]|^)\s*[(\[*]*$",
    re.IGNORECASE,
)
_ERROR_BEFORE = expression(
    r"(?:code|error|exception|status|model|part|type|firmware|kernel|runbook|standard|flight|turbine|pole|cable|rack"
    r"|with)s?\s*$",
    re.IGNORECASE,
)
_CHANNEL = expression(r"#\d{1,3}(?=[a-z-])")
_COUNTED = expression(
    r"\b(?:team|engine|crew|unit|station|room|gate|pump|node|step|item|lesson|question|cause|rule|point|number|phase)s?"
    r" #?$",
    re.IGNORECASE,
)
_NUMBERED_LINK = expression(r"\[(?P<text>#?\d+|[A-Z][A-Z0-9]+-\d+)\]\($")
_REFERENCE_LINK = expression(r"\[[^\[\]\n]+\]\[(?P<name>[^\[\]\n]+)\]")
_NUMBER = expression(r"(?=.*\d\d)[\w#!/.-]+|[A-Za-z]+\.? #?\d[\d/.-]{2,}")
_ALONE = expression(
    r"(?!PM|PIR|IR|RCA|COE)[A-Z]{2,8}[ -]20\d\d-\d{1,4}|"
    rf"(?!(?:{_NOT_KEYS}|FY|CW|KW|ISO|NO|PO)[ -])(?:[A-Z]{{2,8}} |[A-Z]-)\d{{3,8}}(?:[-/]\d{{1,4}})?"
)
_LABEL = expression(
    r"(?:tickets?|tracking (?:issue|ticket)|issue tracker|bug|epic|story|card|pr|mr|tracker|tracking|tracked (?:in"
    r"|as)|jira|issue|reference|ref\.?|work order)",
    re.IGNORECASE,
)


def find(stretch: Stretch, source: str) -> Span | None:
    """Return the range of the source of an item's tracker reference, or None.

    A reference in the text goes before a link's address; what stands in brackets, at the beginning or at the end goes
    before what stands within a sentence.
    """
    spans = sorted(_references(stretch.text), key=lambda found: found[0])
    if spans:
        return stretch.to_source(spans[0][1])
    whole = stretch.span
    end = source.find("\n", whole.end)
    until = len(source) if end < 0 else max(whole.end, min(end, whole.end + 400))
    link = _TRACKER_URL.search(source, whole.start, until)
    if link is None:
        return _by_name(source, whole.start, until)
    text = _NUMBERED_LINK.search(source, max(0, link.start() - 40), link.start())
    return Span(*text.span("text")) if text else Span(*link.span())


def _by_name(source: str, start: int, end: int) -> Span | None:
    """Return the range of a link whose address, an address of a tracker, is given elsewhere: “[issue][its-name]”."""
    for link in _REFERENCE_LINK.finditer(source, start, end):
        label = re.escape(link["name"])
        given = re.search(rf"(?im)^ {{0,3}}\[{label}\]:[ \t]*(?P<url>\S+)", source)
        if given and _TRACKER_URL.match(given["url"]):
            return Span(*link.span())
    return None


def numbered(text: str) -> bool:
    """Return whether a cell under a heading such as “Ticket” holds a number or a name with a number, in any shape."""
    return bool(_NUMBER.fullmatch(text.strip()))


def labelled(segments: Sequence[Segment]) -> Span | None:
    """Return the range of what stands behind “Ticket:” and has a number, or of a key that is a piece of its own."""
    for label, value in pairwise(segments):
        if label.after.strip()[:1] in (":", "=") and _LABEL.fullmatch(label.text) and numbered(value.text):
            return value.span
    return next((piece.span for piece in segments[1:] if _ALONE.fullmatch(piece.text)), None)


def is_reference(text: str) -> bool:
    """Return whether a text is a tracker reference and nothing else."""
    text = text.strip()
    return any(len(span) >= len(text) - 2 for _, span in _references(text)) or bool(_TRACKER_URL.match(text))


def _references(text: str) -> Iterator[tuple[int, Span]]:
    """Yield how far from certain each reference is, and its range in the text."""
    urls = [match.span() for match in re.finditer(r"https?://\S+", text)]
    for match in _SURE.finditer(text):
        if not any(start <= match.start() < end for start, end in urls) and not _CHANNEL.match(match.group()):
            if match.group().startswith("#") and _COUNTED.search(text[: match.start()]):
                continue
            yield (0 if "#" in match.group() or "!" in match.group() else 1), Span(*match.span())
    for match in _KEY.finditer(text):
        if any(start <= match.start() < end for start, end in urls) or _ERROR_BEFORE.search(text[: match.start()]):
            continue
        follows = text[match.end() :].strip()
        apart = bool(_WORD_BEFORE.search(text[: match.start()])) or not follows
        ends = not follows or bool(re.match(r"[)\].,;|–—:*]", follows))
        if apart:
            yield (0 if ends or match.start() == 0 else 2), Span(*match.span())
        elif ends:
            yield 3, Span(*match.span())
