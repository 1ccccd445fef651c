"""Who is to do an item: its owner, with the exact place, in every position that people write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from blameless_lint.actions import naming, status, tickets, when
from blameless_lint.actions.segments import Segment
from blameless_lint.language import words
from blameless_lint.text.source import Span

LABEL = re.compile(
    r"(?:action |task )?(?:owners?|dri|pic|lead(?: by)?|assignees?|assigned(?: to)?|responsible(?: (?:person|party"
    r"|team))?|who|accountable"
    r"|action on|owned by)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^(?:owners?|dri|pic|lead|assignee|assigned to|responsible|owned by|led by|done by|held by|driven by|by)\b[ "
    r":]+(?P<name>.+)$",
    re.IGNORECASE,
)
_NAME = rf"(?:(?:Dr|Mr|Ms|Mrs|Prof|Herr|Frau)\.? )?(?:{naming.UPPER}[\w’'-]*\.?|@[\w./-]*\w)"
_MODAL = re.compile(
    r"\s+(?:(?:will|shall|must|should)(?: also| then)?(?= (?!be \w+(?:ed|en|t)\b)[a-z])|(?:is|are) (?:going )?to(?= "
    r"(?!be )[a-z])|(?:is|are) (?:\w+ly )?(?!being)\w+ing\b|needs? to(?= (?!be \w+(?:ed|en|t)\b)[a-z])"
    r"|ha(?:s|ve) (?:agreed|offered|volunteered|to(?= (?!be )[a-z])|this|the (?:change|draft|fix)|a draft|set"
    r"|started)|(?:is|are) (?:on it|working)|follows? up|offered|volunteered|call for"
    r"|to(?= (?P<to>[a-z-]+)\b))"
)
_BY = re.compile(
    rf"\bTODO\((?P<todo>[\w@.-]+)\)|\b(?:done|led|owned|held|reviewed|driven|placed|patch up|job|annex \w) by "
    rf"(?P<by>{_NAME}(?: {_NAME})*)"
    rf"|\bassigned to (?P<to>@?[\w.-]+(?: {_NAME})?)"
)
_START = re.compile(r"(?:\[[ xX]?\])?\s*(?:[A-Z]{1,5}[ -]?\d[\d.-]*:?\s+)?(?:TODO:?\s*|Action:\s*|AI:\s*)?")
_THING = re.compile(
    r"(?:\w+(?:er|or|tion|ment|ing|ity|ness|ware|base|age|ance|ence)|api|cli|job|jobs|script|tool|page|screen|alert"
    r"|alerts|dashboard|service|config"
    r"|test|tests|system|portal|queue|server|client|code|template|form|list|table|app|bot|rollout|checklist|policy"
    r"|rule|limit|log|logs|key|keys|cache"
    r"|cluster|backup|backups|point|assistant|chatbot|upload|file|field|link|build|image|(?-i:[A-Z0-9_]{5,}))",
    re.IGNORECASE,
)
_GIVEN_ER = re.compile(
    r"(?:peter|alexander|walter|oliver|amber|heather|jennifer|christopher|tyler|rainer|günter|dieter|victor|viktor"
    r"|hector|igor|taylor|connor|eleanor"
    r"|trevor|jasper|piper|harper|javier|xavier|esther?|roger|olivier|didier|chester|skyler|hunter|carter|spencer"
    r"|parker|cooper|sandor|fedor|iker|asier"
    r"|x?ander|sander|wouter|pieter|rutger|holger|volker|gunther|werner|alper|taner|caner|soner|noor|nevermore"
    r"|constance|florence|terence|prudence|trinity)",
    re.IGNORECASE,
)
_NOT_OWNERS = frozenset(
    [
        "done",
        "wip",
        "open",
        "closed",
        "later",
        "optional",
        "urgent",
        "see",
        "todo",
        "tbd",
        "prevent",
        "detect",
        "mitigate",
        "process",
        "people",
        "low",
        "high",
        "medium",
        "critical",
        "soon",
        "now",
        "yes",
        "no",
        "ok",
        "draft",
        "pending",
        "blocked",
        "each",
        "both",
        "etc",
        "all",
        "any",
        "none",
        "first",
        "second",
        "next",
        "hourly",
        "daily",
        "weekly",
        "monthly",
        "quarterly",
        "today",
        "tomorrow",
        "asap",
        "hard",
        "soft",
        "new",
        "old",
    ]
)


def find(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return the range of the text that names the owner, or None where nobody is named."""
    for segment, following in zip(segments, segments[1:], strict=False):
        if ":" in segment.after and LABEL.fullmatch(segment.text) and naming.is_no_one(following.text):
            return None
    found = _labelled(segments, known) or _bracketed(text) or _by(text, known) or _subject(text, known, start=0)
    if found is not None:
        return found
    trailing = _trailing(segments, known)
    leading = _leading(segments, known)
    if leading and (trailing is None or trailing[0] < 5):
        return leading
    return trailing[1] if trailing else _inner_subject(text, segments, known)


def _labelled(segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    for index, segment in enumerate(segments):
        if index + 1 < len(segments) and ":" in segment.after and LABEL.fullmatch(segment.text):
            return _widened(segments, index + 1, known)[0]
    for index, segment in enumerate(segments):
        match = _LABELLED.match(segment.text)
        if (
            match
            and segment.before
            and naming.is_name(match.group("name"), known)
            and when.read(match.group("name")) is None
        ):
            return _widened(segments, index, known, start=segment.span.start + match.start("name"))[0]
    return None


def _bracketed(text: str) -> Span | None:
    """Return a name in square brackets at the beginning: “[dana] split the job”."""
    match = re.match(r"\[(?P<name>@?[\w.-]{2,20}(?: ?[,/&+] ?@?[\w.-]{2,20})*)\??\]\s+\w", text)
    if (
        match is None
        or match.group("name").lower() in _NOT_OWNERS
        or not _is_plain(Segment(Span(0, 1), match.group("name"), "", "", inside=True))
    ):
        return None
    name = match.group("name")
    return (
        None
        if naming.is_no_one(name) or re.search(r"\d", name) or (name.isupper() and len(name) > 3)
        else Span(*match.span("name"))
    )


def _widened(
    segments: Sequence[Segment], index: int, known: frozenset[str], *, start: int | None = None
) -> tuple[Span, int]:
    """Return the range of a name and of the names behind it after a comma, a slash or a bracket, and the last's index."""
    first, end = segments[index].span.start if start is None else start, segments[index].span.end
    while index + 1 < len(segments):
        this, following = segments[index], segments[index + 1]
        if (
            this.after.strip() not in (",", "/", "(", "–")
            or not naming.is_name(following.text, known)
            or not _is_plain(following)
        ):
            break
        if this.after.strip() == "–" and this.before.strip() != "|":
            break
        end = following.span.end + (this.after.strip() == "(" and following.after.startswith(")"))
        index += 1
    return Span(first, end), index


def _is_plain(segment: Segment) -> bool:
    """Return whether a piece is no date, reference, state, priority or kind."""
    found = when.read(segment.text)
    return (
        (found is None or len(found.text) < len(segment.text) / 2)
        and not tickets.is_reference(segment.text)
        and not status.is_state(segment.text)
        and status.priority(segment.text) is None
        and status.type_cell(segment.text) is None
    )


@cache
def verbs() -> frozenset[str]:
    """Return the verbs of tasks in the base form."""
    return words.load("action_verbs")


@cache
def _third_persons() -> frozenset[str]:
    found = set()
    for verb in verbs():
        found.add(verb + "s")
        found.add(
            verb + "es"
            if re.search(r"(?:s|sh|ch|x|z|o)$", verb)
            else verb[:-1] + "ies"
            if re.search(r"[^aeiou]y$", verb)
            else verb + "s"
        )
    return frozenset(found)


_NOUNS_TOO = frozenset(
    [
        "alerts",
        "tests",
        "checks",
        "reports",
        "files",
        "logs",
        "limits",
        "probes",
        "links",
        "lists",
        "pages",
        "plans",
        "forms",
        "graphs",
        "scripts",
        "models",
        "links",
        "guards",
        "hooks",
        "images",
        "orders",
        "queries",
        "records",
        "releases",
        "returns",
        "samples",
        "scales",
        "scans",
        "schedules",
        "scopes",
        "searches",
        "segments",
        "services",
        "shares",
        "shifts",
        "shows",
        "signs",
        "snapshots",
        "sources",
        "starts",
        "states",
        "stops",
        "stores",
        "structures",
        "supports",
        "switches",
        "tags",
        "tracks",
        "trains",
        "transfers",
        "triggers",
        "turns",
        "updates",
        "uploads",
        "uses",
        "versions",
        "visits",
        "watches",
        "works",
        "audits",
        "backups",
        "backs",
        "blocks",
        "boards",
        "books",
        "builds",
        "caches",
        "calls",
        "caps",
        "cases",
        "changes",
        "charges",
        "charts",
        "claims",
        "clears",
        "closes",
        "comments",
        "contacts",
        "contracts",
        "controls",
        "copies",
        "covers",
        "cuts",
        "debugs",
        "defaults",
        "deletes",
        "designs",
        "documents",
        "downloads",
        "drafts",
        "drills",
        "drops",
        "exercises",
        "exports",
        "feeds",
        "fixes",
        "flags",
        "flows",
        "forks",
        "freezes",
        "groups",
        "helps",
        "holds",
        "imports",
        "increases",
        "installs",
        "issues",
        "joins",
        "keys",
        "labels",
        "leads",
        "loads",
        "locks",
        "looks",
        "mails",
        "maps",
        "marks",
        "measures",
        "mirrors",
        "mocks",
        "monitors",
        "moves",
    ]
)


def _subject(text: str, known: frozenset[str], *, start: int) -> Span | None:
    """Return the subject at the beginning of “… to do”, “… will do”, “… does”."""
    offset = start + _START.match(text[start:]).end()  # type: ignore[union-attr]
    rest = text[offset : offset + 90]
    head = re.match(
        rf"(?:(?:The|the|Our|our) )?(?:{_NAME}|[\w’'&-]+)(?: (?:{_NAME}|[\w’'&-]+)){{0,5}}? (?P<verb>[a-z-]+)\b", rest
    )
    while head:
        name, verb = rest[: head.start("verb")].rstrip(), head.group("verb")
        if (verb in _third_persons() or (verb in verbs() and _is_plural(name))) and _is_subject(name, text, known):
            sure = (
                name.lower() in known
                or naming.HANDLE.fullmatch(name)
                or verb not in _NOUNS_TOO
                or name.lower().startswith(("the ", "our "))
            )
            if sure and verb not in ("gets", "get"):
                return Span(offset, offset + len(name))
        if head.end() >= len(rest) or name.count(" ") > 4:
            break
        head = re.match(rf"{re.escape(rest[: head.end()])} (?P<verb>[a-z-]+)\b", rest)
    for modal in _MODAL.finditer(rest):
        if modal.group("to") and modal.group("to") not in verbs():
            continue
        return Span(offset, offset + modal.start()) if _is_subject(rest[: modal.start()], text, known) else None
    return None


def _is_plural(name: str) -> bool:
    return bool(re.search(r" (?:and|&) ", name)) or (name.endswith("s") and naming.is_team(name))


def _is_subject(name: str, text: str, known: frozenset[str]) -> bool:
    """Return whether the words before a verb are one person, several, or a team."""
    parts = [
        part for part in re.split(r"\s*(?:&|\+|,|\band\b)\s*(?:his team|her team|their team)?", name.strip()) if part
    ]
    return bool(parts) and len(name.split()) <= 8 and all(is_actor(part, text, known) for part in parts)


def is_actor(name: str, text: str, known: frozenset[str]) -> bool:
    """Return whether a subject is a person or a team rather than a thing."""
    plain = re.sub(r"^(?:the|our|my)\s+", "", name.strip(), flags=re.IGNORECASE)
    tokens = re.sub(r"\s*\([^)]*\)", "", plain).split()
    lower = plain.lower()
    if not tokens or naming.is_no_one(name) or lower in _NO_SUBJECTS:
        return False
    if (
        naming.HANDLE.fullmatch(plain)
        or lower in known
        or (all(part.lower() in known for part in tokens if part[0].isupper()) and tokens[0][0].isupper())
    ):
        return True
    if re.fullmatch(
        r"(?:all |any |our |most |some )?(?:end[- ])?(?:users?|customers?|applications|clients?|people|changes?|\w+ly"
        r"|always|never|in general|continuous|continued|shared|redundancy|future|long|short|worth|instead|pull "
        r"request|issue)",
        lower,
    ):
        return False
    if (
        tokens[0].lower() in verbs()
        and tokens[0].lower() not in _NOUN_TEAMS
        and (len(tokens) > 2 or not naming.is_team(plain))
    ):
        return False
    if (
        len(tokens) == 1
        and lower.endswith("s")
        and lower not in ("leads", "dispatchers")
        and lower.removesuffix("s") in words.load("roles")
    ) or lower in words.load("crowds"):
        return False
    if len(tokens) > 6 or tokens[0].lower().replace("’", "'").split("'")[0] in (
        "we",
        "you",
        "they",
        "it",
        "continuous",
        "let",
        "maybe",
        "two",
        "three",
        "all",
        "some",
        "every",
        "any",
        "no",
        "each",
        "one",
    ):
        return False
    if any(token in _FINITE for token in tokens):
        return False
    if naming.is_team(plain) and not (
        tokens[0].lower() in verbs() and len(tokens) < 3 and tokens[0].lower() not in _NOUN_TEAMS
    ):
        return (
            tokens[0][0].isupper()
            or name.strip().lower().startswith(("the ", "our ", "my "))
            or (naming.is_team(tokens[-1]) and len(tokens) > 1)
        )
    return (
        tokens[0].lower() not in verbs()
        and len(tokens) <= 4
        and naming.is_name(plain, known)
        and not _is_thing(tokens, text)
    )


_NO_SUBJECTS = frozenset(
    [
        "there",
        "we",
        "you",
        "they",
        "it",
        "this",
        "that",
        "i",
        "he",
        "she",
        "let's",
        "maybe",
        "an",
        "a",
        "the",
        "need",
        "will",
        "plans",
        "bundle",
        "also",
        "shared",
        "unstable",
        "additionally",
        "shared",
        "legacy",
        "other",
        "others",
        "release",
        "process",
        "plan",
        "work",
        "ships",
        "ordered",
        "each",
        "both",
    ]
)
_FINITE = frozenset(
    [
        "it",
        "this",
        "that",
        "these",
        "those",
        "case",
        "and",
        "or",
        "but",
        "plus",
        "personnel",
        "we",
        "you",
        "they",
        "all",
        "from",
        "about",
        "including",
        "into",
        "per",
        "than",
        "as",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "should",
        "must",
        "can",
        "may",
        "needs",
        "need",
        "does",
        "do",
        "to",
        "that",
        "which",
        "who",
        "when",
        "where",
        "how",
        "why",
        "if",
        "of",
        "for",
        "in",
        "on",
        "by",
        "with",
        "at",
        "as",
        "not",
        "be",
        "been",
    ]
) - {"of"}
_NOUN_TEAMS = frozenset(("support", "release", "build", "control", "store"))


def _is_thing(tokens: Sequence[str], text: str) -> bool:
    last = tokens[-1]
    return bool(_THING.fullmatch(last) and not _GIVEN_ER.fullmatch(last)) or any(
        re.search(rf"(?<![\w@]){re.escape(token.lower())}(?!\w)", text)
        for token in tokens
        if token[0].isupper() and len(token) > 3
    )


def _leading(segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return a name before a colon or a dash at the beginning, behind a reference or a state if there is one."""
    index = 0
    while (
        index + 1 < len(segments)
        and index < 2
        and not _is_plain(segments[index])
        and segments[index].text.lower() not in known
    ):
        index += 1
    if index + 1 >= len(segments):
        return None
    span, last = _widened(segments, index, known)
    first, mark = segments[index], segments[last].after.strip()[:1]
    if (
        first.inside
        or not mark
        or mark not in ":—–-→)"
        or naming.is_no_one(first.text)
        or not _is_plain(first)
        or len(segments) == last + 1
    ):
        return None
    name = first.text
    if (
        naming.HANDLE.fullmatch(name)
        or name.lower() in known
        or all(segment.text.lower() in known for segment in segments[index : last + 1])
    ):
        return span
    parts = [part for part in re.split(r"\s*(?:&|\+|\band\b)\s*", name) if part]
    rest = " ".join(segment.text for segment in segments[last + 1 :])
    if not naming.is_name(name, known) or not all(is_actor(part, rest, known) for part in parts):
        return None
    team = naming.is_team(name)
    if team and not (len(name.split()) > 1 or name.lower() in ("vendor", "hr", "legal", "qa", "sre", "devops", "it")):
        return None
    return span if team or mark in ":—–-" else None


def _trailing(segments: Sequence[Segment], known: frozenset[str]) -> tuple[int, Span] | None:
    """Return a name that is a piece of its own behind the text, best beside a date or a reference, and how sure it is."""
    best: tuple[int, Span] | None = None
    index = 1
    while index < len(segments):
        strength, span, last = _strength(segments, index, known)
        if strength > 2 and (best is None or strength > best[0]):
            best = strength, span
        index = last + 1
    return best


def _strength(segments: Sequence[Segment], index: int, known: frozenset[str]) -> tuple[int, Span, int]:
    """Return how surely the pieces from an index on name an owner, 0 where they do not, their range and the last index."""
    segment = segments[index]
    if (
        not _is_plain(segment)
        or naming.is_no_one(segment.text)
        or segment.after.startswith("?")
        or segment.text.endswith("?")
    ):
        return 0, segment.span, index
    name, row = segment.text, segment.before.strip().endswith("|")
    span, last = _widened(segments, index, known)
    following = segments[last + 1] if last + 1 < len(segments) else None
    beside = (
        bool(following and (not _is_plain(following) or _ends_dated(following)))
        or (index > 1 and not _is_plain(segments[index - 1]))
        or bool(following and naming.is_no_one(following.text))
    )
    end = following is None
    apart = row or segment.before.strip()[:1] in "—–-→." or segment.inside
    if naming.is_name(name, known):
        sure = bool(naming.HANDLE.fullmatch(name)) or name.lower() in known
        strength = (
            3
            + 2 * sure
            + 2 * beside
            + end
            - (0 if sure or beside or end or row or segment.before.strip() == "." else 3)
        )
        if not sure and not beside and _is_thing(name.split(), "") and not naming.is_team(name):
            strength -= 3
        if segment.inside and not (beside or end or sure or (naming.is_team(name) and segment.before.strip() == "(")):
            strength -= 2
        return strength, span, last
    if re.fullmatch(r"[a-z][\w.-]+ ?[&+] ?[a-z][\w.-]+", name) and (beside or end or segment.inside) and not row:
        return 4, span, last
    if (
        re.fullmatch(r"[a-z][\w.-]{1,20}", name)
        and name not in _NOT_OWNERS
        and name not in verbs()
        and (beside or end)
        and apart
        and not row
    ):
        return 3 + ("." in name or "-" in name), span, last
    if _is_loose(name) and (row or (beside and (apart or segment.before.strip()[:1] in ",;"))):
        return 3 + row, span, last
    if segment.before.strip() == "[" and end and re.fullmatch(r"[A-Z]{2,3}", name):
        return 4, span, last
    named = re.match(rf"(?P<name>{_NAME}(?: {_NAME})?) (?:to )?(?P<verb>[a-z]+)\b", name)
    sure = named and (" to " in named.group() or " " in named.group("name") or named.group("name").lower() in known)
    if named and sure and named.group("verb") in verbs() and is_actor(named.group("name"), "", known):
        return 4, Span(segment.span.start, segment.span.start + named.end("name")), index
    return _with_rest(segment, known, index)


def _ends_dated(segment: Segment) -> bool:
    """Return whether a piece ends with a deadline: “meeting on 3 December”."""
    times = when.find(segment.text)
    return (
        bool(times)
        and times[-1].is_deadline
        and times[-1].kind != "milestone"
        and segment.text.rstrip(" .)").endswith(times[-1].text.rstrip("."))
    )


def _with_rest(segment: Segment, known: frozenset[str], index: int) -> tuple[int, Span, int]:
    """Return a name at the beginning of a piece that goes on with a date: “Build team 07/15/2023”."""
    found = when.read(segment.text)
    if found is not None and found.is_deadline:
        name = re.sub(
            r"\s+(?:by|until|before|from|on|in|with|due)\s*$",
            "",
            segment.text[: found.span.start].rstrip(),
            flags=re.IGNORECASE,
        )
        if name and naming.is_name(name, known) and is_actor(name, "", known):
            return 5, Span(segment.span.start, segment.span.start + len(name)), index
    return 0, segment.span, index


def _is_loose(name: str) -> bool:
    """Return whether a few words could be the name of a unit: a capital first, no verb, nothing finite, no number."""
    tokens = name.split()
    return (
        len(tokens) <= 4
        and name[0].isupper()
        and not re.search(r"[\d`=<>%$]", name)
        and tokens[0].lower() not in verbs() - _NOUN_TEAMS
        and not any(token.lower().strip(".,") in _FINITE or token.lower() in _NO_SUBJECTS for token in tokens)
        and not naming.is_common(tokens[0])
        and not tokens[0].endswith("ly")
        and not _THING.fullmatch(tokens[-1])
    )


def _by(text: str, known: frozenset[str]) -> Span | None:
    for match in _BY.finditer(text):
        group = next(name for name, value in match.groupdict().items() if value)
        if match.group(group) in ("the", "a", "our"):
            continue
        if group != "by" or is_actor(match.group(group), "", known):
            return Span(*match.span(group))
    return None


def _inner_subject(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Span | None:
    """Return who is the subject of a later clause: “By Friday Hana will…”, “…; SecOps demos it”."""
    for start in _clause_starts(text, segments):
        found = _subject(text, known, start=start)
        name = text[found.start : found.end] if found else ""
        sure = name.lower() in known or naming.HANDLE.fullmatch(name) or naming.is_team(name)
        if (
            found is not None
            and (sure or re.fullmatch(rf"{_NAME}(?: (?:and |& )?{_NAME})*", name))
            and not re.fullmatch(r"[A-Z]{2,}|(?:and|or|but) .*|all .*", name)
        ):
            return found
    return None


def _clause_starts(text: str, segments: Sequence[Segment]) -> Iterator[int]:
    for segment in segments[1:]:
        yield segment.span.start
    for time in when.find(text):
        after = re.match(r"(?: on)?,?\s+", text[time.span.end :])
        if after:
            yield time.span.end + after.end()
    for match in re.finditer(
        r",? (?:so|which|that|because|earlier|weekend|manually) (?=(?:the |our )?[A-Z]|the |our )", text
    ):
        yield match.end()
