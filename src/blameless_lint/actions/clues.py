"""What speaks for and against a phrase being the owner of an item: what it is, where it stands, what is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blameless_lint.actions import moods, naming, neighbours, when
from blameless_lint.actions.given import is_given
from blameless_lint.actions.phrase import is_machine, is_people, is_thing_with_article
from blameless_lint.actions.phrases import ARTICLES, JOINING, Phrase, is_worker
from blameless_lint.actions.segments import Segment
from blameless_lint.actions.tails import is_login, is_plain
from blameless_lint.actions.verbs import verbs
from blameless_lint.language import words
from blameless_lint.language.lexicon import pattern

_TIMED = frozenset(("", "by", "until", "before", "on", "in", "due", "from", "for", "at", "till", "this", "next"))


@dataclass(frozen=True, slots=True)
class Setting:
    """An item’s text with its pieces, who is known, whether it begins with a verb, and which pieces are no field."""

    text: str
    segments: Sequence[Segment]
    known: frozenset[str]
    commands: bool
    plain: Sequence[bool]


def setting(text: str, segments: Sequence[Segment], known: frozenset[str]) -> Setting:
    """Return what all phrases of an item share."""
    return Setting(text, segments, known, moods.is_imperative(text), [is_plain(segment) for segment in segments])


def clues(phrase: Phrase, here: Setting) -> list[str]:
    """Return the names of what holds of a phrase, in any order, each once."""
    kind = _kind(phrase, here.known)
    place, mark = _place(phrase, here.segments)
    before, after = neighbours.before(phrase), neighbours.after(phrase)
    person = "person" if kind in _PERSONS else "name" if kind in _NAMES else "low"
    found = [f"kind:{kind}", f"place:{place}", f"before:{before}", f"after:{after}", *mark]
    found += [f"{person}+{place}", f"{person}+before:{before}", f"{person}+after:{after}", f"{place}+after:{after}"]
    found += [f"{kind}+{place}"]
    if here.commands:
        found += [f"commands+{place}", f"commands+{person}"]
    for name in _marks(phrase):
        found += [name, f"{name}+{person}"]
    found += [*_shape(phrase, here), *_sides(phrase, here)]
    return list(dict.fromkeys(found))


_PERSONS = frozenset(
    ("handle", "known", "given", "titled", "initial", "role", "the-role", "team", "named-role", "login")
)
_NAMES = frozenset(("acronym", "one", "two", "three", "mixed"))


def core(phrase: Phrase) -> list[str]:
    """Return the words of a phrase without its article."""
    found = [word.bare for word in phrase.words[phrase.first : phrase.last + 1]]
    return found[1:] if len(found) > 1 and found[0].lower() in ARTICLES else found


def _kind(phrase: Phrase, known: frozenset[str]) -> str:
    """Return what a phrase is by its words alone."""
    tokens = core(phrase)
    name, first = " ".join(tokens), tokens[0]
    article = len(tokens) <= phrase.last - phrase.first
    if naming.HANDLE.fullmatch(phrase.text):
        return "handle"
    if is_machine(name) or is_thing_with_article(phrase.text):
        return "thing"
    if name.lower() in known:
        return "known"
    if re.fullmatch(r"(?:Mr|Mrs|Ms|Dr|Prof|Frau|Herr)", first) and len(tokens) > 1:
        return "titled"
    if is_given(first):
        return "given"
    if re.fullmatch(rf"{naming.UPPER}", first) and len(tokens) > 1 and tokens[-1][0].isupper():
        return "initial"
    capitals = [token[0].isupper() for token in tokens if token.lower() not in JOINING]
    people = is_people(name)
    if people or naming.is_team(name):
        if all(capitals):
            return "named-role" if people else "team"
        return ("the-role" if article else "mixed" if any(capitals) else "role") if people else "low-team"
    if not any(capitals):
        return "login" if len(tokens) == 1 and is_login(first) else "low"
    if not all(capitals):
        return "mixed"
    if len(tokens) == 1:
        return "acronym" if first.isupper() and len(first) > 1 else "one"
    return "two" if len(capitals) < 3 else "three"


def _place(phrase: Phrase, segments: Sequence[Segment]) -> tuple[str, list[str]]:
    """Return where a phrase stands in its piece, and the marks beside it with the place of the piece."""
    segment = segments[phrase.index]
    start, end = phrase.first == 0, phrase.last == len(phrase.words) - 1
    where = ("fills" if end else "starts") if start else "ends" if end else "within"
    order = "-first" if phrase.index == 0 else "-last" if phrase.index == len(segments) - 1 else "-later"
    before = segment.before.strip()[:1] or ("^" if phrase.index == 0 else "_")
    after = segment.after.strip()[:1] or ("$" if phrase.index == len(segments) - 1 else "_")
    found = [f"{where}-inside"] if segment.inside else []
    if start:
        found.append(f"mark-before:{before}")
    if end:
        found.append(f"mark-after:{after}")
    if start and end:
        found.append(f"marks:{before}{after}")
    return where + order, found


def _marks(phrase: Phrase) -> Iterator[str]:
    """Yield what else the words of a phrase are."""
    tokens = core(phrase)
    name, first, last = " ".join(tokens), tokens[0], tokens[-1]
    if first.lower() in verbs() and not is_given(first):
        yield "verb-first"
    if pattern("action_things").fullmatch(last):
        yield "thing-last"
    if last.lower() in words.load("action_thing_units"):
        yield "unit-of-things"
    if any(char.isdigit() for char in name):
        yield "digit"
    if re.search(r"[/_<>=%]|[a-z][A-Z]|\.\w", name):
        yield "code"
    if last.endswith("s") and not is_given(first):
        yield "plural"
    if any(token.lower() in ("and", "&", "+") for token in tokens):
        yield "joined"
    if any(token.lower() in ("of", "for", "from", "with") for token in tokens):
        yield "of"
    if naming.is_common(first):
        yield "common"
    if last.endswith(("'s", "’s")):
        yield "possessive"


def _shape(phrase: Phrase, here: Setting) -> Iterator[str]:
    """Yield what is known of the extent of a phrase: whether it is cut, how long it is, whether it is a name."""
    tokens, around = core(phrase), phrase.words
    yield f"size:{min(len(tokens), 5)}"
    if len(tokens) <= phrase.last - phrase.first:
        yield "article"
    if naming.is_name(phrase.text, here.known):
        yield "is-name"
    before = around[phrase.first - 1] if phrase.first else None
    after = around[phrase.last + 1] if phrase.last + 1 < len(around) else None
    if before is not None and not before.stops:
        if before.bare[:1].isupper() and before.low not in verbs():
            yield "cut-left"
        if before.low in ARTICLES or before.low in ("a", "an"):
            yield "article-left"
        if before.low in ("and", "&", "+") and phrase.first > 1 and around[phrase.first - 2].bare[:1].isupper():
            yield "joined-left"
    if after is not None and after.bare and not around[phrase.last].stops:
        if after.bare[0].isupper():
            yield "cut-right"
        elif is_worker(after.low):
            yield "worker-right"
        then = around[phrase.last + 2] if phrase.last + 2 < len(around) else None
        if after.low in ("and", "&", "+") and then is not None and (then.bare[:1].isupper() or then.low in _ONES):
            yield "joined-right"


_ONES = frozenset(("the", "our", "his", "her", "me", "i", "one", "two", "a", "an"))


def _sides(phrase: Phrase, here: Setting) -> Iterator[str]:
    """Yield what stands beside a phrase: a field in the next piece, a date behind it, its own words in lower case."""
    segments, segment, plain = here.segments, here.segments[phrase.index], here.plain
    start, end = phrase.first == 0, phrase.last == len(phrase.words) - 1
    following = segments[phrase.index + 1] if phrase.index + 1 < len(segments) else None
    if end and following is not None and not plain[phrase.index + 1]:
        yield "field-behind" + ("-filled" if start else "")
    if end and segment.inside and following is not None and following.inside and plain[phrase.index + 1]:
        yield "list-behind"
    if start and phrase.index > 1 and not plain[phrase.index - 1]:
        yield "field-before" + ("-filled" if end else "")
    offset = phrase.span.end - segment.span.start
    time = next((time for time in when.find(segment.text) if time.span.start >= offset), None) if not end else None
    if time is not None and time.is_deadline and segment.text[offset : time.span.start].strip(" ,").lower() in _TIMED:
        yield "date-behind" + ("-started" if start else "")
    tokens = [token for token in core(phrase) if token[0].isupper() and len(token) > 3]
    if any(re.search(rf"(?<![\w@]){re.escape(token.lower())}(?!\w)", here.text) for token in tokens):
        yield "seen-in-lower-case"
