"""Edits of the source say exactly what the suggestion says, and leave markup where it was."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blameless_lint.language.reading import ParsedSentence
from blameless_lint.lint.source_edits import edits, mended
from blameless_lint.rewrite.draft import Draft
from blameless_lint.rules.rule import Edit
from blameless_lint.text.document import Sentence
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

NLP = spacy.blank("en")


def sentence_of(source: Source, part: str) -> Sentence:
    return next(sentence for sentence in read(source).sentences if part in sentence.text)


def applied(source: Source, said: str) -> str | None:
    """Return the source after the edits by which its first sentence of several words says something else."""
    sentence = next(sentence for sentence in read(source).sentences if " " in sentence.text)
    parsed = ParsedSentence(sentence, NLP(sentence.text))
    found = edits(parsed, Draft(said, "suggested", 0, len(sentence.text), "test"), source)
    if not found:
        return None
    text = source.text
    for edit in reversed(found):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "said", "becomes"),
    [
        ("Dana forgot to rotate the key.", "The key was not rotated.", "The key was not rotated."),
        ("**Dana** forgot it.", "It was not done.", "It was not done."),
        ("This was a **careless** change.", "This was a change.", "This was a change."),
        ("This was a *very careless* change.", "This was a very change.", "This was a *very* change."),
        ("The outage was caused by *Dana's change*.", "The outage was caused by a change.",
         "The outage was caused by *a change*."),
        ("Dana forgot `kubectl drain`.", "The drain was not run.", None),
        ("- [x] Dana forgot `kubectl drain`.", "kubectl drain was not run.", "- [x] `kubectl drain` was not run."),
        ("Dana forgot to rotate [the key](http://x.org/a_(b)).", "The key was not rotated.",
         "[The key](http://x.org/a_(b)) was not rotated."),
        ("Dana forgot to rotate **the [old key](http://x.org)** again.", "The old key was not rotated again.",
         "**The [old key](http://x.org)** was not rotated again."),
        ("Dana deleted [the wrong table](http://x.org).", "Something was deleted.", None),
        ("| A | B |\n|---|---|\n| 🚒 | Dana forgot it |", "It was not done, a|b",
         "| A | B |\n|---|---|\n| 🚒 | It was not done, a\\|b |"),
        ("🚒 Dana forgot\r\nthe key.\r\n", "🚒 The key was not rotated.", "🚒 The key was not rotated.\r\n"),
        ("- 🚒 Dana carelessly\r\n  ran the job.\r\n", "🚒 Dana ran the job.", "- 🚒 Dana\r\n  ran the job.\r\n"),
        ("A job that Dana\nhad carelessly started\nran.", "A job that Dana\nhad started\nran.".replace("\n", " "),
         "A job that Dana\nhad started\nran."),
        ("Dana ran it[^1] without a look.\n\n[^1]: x", "It was run without a look.",
         "It was run[^1] without a look.\n\n[^1]: x"),
        ("Dana set \\*x\\* &amp; forgot y.", "*x* & y were not set.", "\\*x\\* &amp; y were not set."),
        ("- a\n\n    Dana forgot it.", "It was not done.", "- a\n\n    It was not done."),
        ("Dana forgot it\n===\n", "It was not done", "It was not done\n===\n"),
        ("| Dana forgot it |\n|---|\n", "It was not done", "| It was not done |\n|---|\n"),
        ("Dana forgot [it all][k].\n" + "\nx\n" * 9_000 + "\n[k]: http://x.org\n", "It all was not done.",
         "[It all][k] was not done.\n" + "\nx\n" * 9_000 + "\n[k]: http://x.org\n"),
        ("Dana forgot it" + " all" * 9_000, "It was not done", None),
        ("> Dana forgot it.", "It was not done.", None),
        ("Dana forgot it.", "- It was not done.", None),
        ("Dana forgot it.", "It was __not__ done.", "It was \\_\\_not\\_\\_ done."),
    ],
    ids=lambda value: value[:60] if value else "none",
)  # fmt: skip
def test_edits_keep_markup(text: str, said: str, becomes: str | None) -> None:
    assert applied(Source("a.md", text), said) == becomes


def test_no_more_than_the_words_that_change() -> None:
    source = Source("a.md", "# A\n\nIt ran. This was a careless change, and Dana saw it. It ended.\n")
    sentence = sentence_of(source, "careless")
    found = edits(ParsedSentence(sentence, NLP(sentence.text)), Draft("", "safe", 11, 20, "judgement"), source)
    assert [(source.excerpt(edit.span), edit.replacement) for edit in found] == [("careless ", "")]


@pytest.mark.parametrize(
    ("text", "old", "new", "becomes"),
    [
        ("- Improve it", "Improve", "[owner] to improve", "- [owner] to improve it"),
        ("- **Improve** it", "Improve** it", "[owner] to test it", "- **[owner] to test** it"),
        ("- `kill -9` it", "k", "[owner] to k", "- [owner] to `kill -9` it"),
        ("- Improve it\n- Stop it", "it\n- Stop", "this and stop", None),
        ("> Improve it", "Improve", "Test", None),
        ("| A |\n|---|\n| Improve it |", "Improve", "Test|", "| A |\n|---|\n| Test\\| it |"),
    ],
)
def test_edits_that_a_rule_gives_tear_no_markup(text: str, old: str, new: str, becomes: str | None) -> None:
    document = read(Source("a.md", text))
    start = text.index(old)
    found = mended([Edit(Span(start, start + len(old)), new)], document)
    for edit in reversed(found):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert (text if found else None) == becomes


def test_plain_text_needs_no_escapes() -> None:
    source = Source("a.txt", "Dana forgot it.\n")
    assert applied(source, "It was *not* done.") == "It was *not* done.\n"


WORDS = st.sampled_from(
    ["Dana", "forgot", "the", "key", "🚒", "naïve", "run", "2,400", "10:04", "a_b", "x*y", "it's", "e.g.", "(now)"]
)
RUN = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PLAIN = RUN.map(lambda words: words.replace("*", "\\*").replace("_", "\\_"))
PIECE = st.one_of(
    PLAIN,
    PLAIN.map("**{}**".format),
    PLAIN.map("*{}*".format),
    PLAIN.map("~~{}~~".format),
    RUN.map("`{}`".format),
    PLAIN.map("[{}](http://x.org/a_b)".format),
    PLAIN.map("**[{}](http://x.org)**".format),
    PLAIN.map("*very **{}***".format),
    st.just("&amp;"),
    st.just("https://x.org/q"),
)
LEAD = st.sampled_from(["", "- ", "1. ", "- [ ] ", "## ", "It ran. ", "- a\n  - "])
BREAK = st.sampled_from([" ", " ", " ", " ", "  ", "\n", "\r\n"])


@st.composite
def sources(draw: st.DrawFn) -> Source:
    pieces = draw(st.lists(PIECE, min_size=2, max_size=6))
    lead = draw(LEAD)
    gaps = st.just(" ") if lead.startswith("#") else BREAK
    text = pieces[0] + "".join(draw(gaps) + piece for piece in pieces[1:])
    if draw(st.booleans()):
        return Source("a.md", f"| A | B |\n|---|---|\n| 🚒 | {' '.join(pieces)} |\n\nAfter.\n")
    return Source("a.md", f"# T\n\nBefore.\n\n{lead}{text}.\n\nAfter `x`.\n")


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(sources(), st.data())
def test_reading_the_edited_source_gives_the_suggestion(source: Source, data: st.DataObject) -> None:
    document = read(source)
    sentence = data.draw(st.sampled_from(document.sentences))
    words = sentence.text.split()
    kept = data.draw(st.lists(st.sampled_from([*words, "The", "was", "not", "[what?]", "a|b"]), min_size=1, max_size=9))
    said = " ".join(kept)
    found = edits(
        ParsedSentence(sentence, NLP(sentence.text)), Draft(said, "suggested", 0, len(sentence.text), "test"), source
    )
    text = source.text
    last = len(text) + 1
    for edit in reversed(found):
        assert edit.span.start <= edit.span.end < last
        last = edit.span.start
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    if not found:
        return
    after = read(Source(source.path, text))
    block = sentence.block
    expected = block.text[: sentence.start] + said + block.text[sentence.end :]
    assert [other.text for other in after.blocks] == [
        expected if other is block else other.text for other in document.blocks
    ]
    assert text.count("`") >= source.text.count("`")
    assert text.count("](http") >= source.text.count("](http")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sources(), st.data())
def test_a_word_can_be_put_anywhere_but_into_code(source: Source, data: st.DataObject) -> None:
    sentence = next(s for s in read(source).sentences if s.text not in ("Before.", "After x.", "T", "A", "B", "🚒"))
    words = sentence.text.split(" ")
    index = data.draw(st.integers(0, len(words)))
    said = " ".join([*words[:index], "really", *words[index:]])
    found = edits(
        ParsedSentence(sentence, NLP(sentence.text)), Draft(said, "suggested", 0, len(sentence.text), "test"), source
    )
    place = len(" ".join(words[:index]))
    is_in_code = any(span.start <= place < span.end for span in sentence.opaque)
    assert found or is_in_code or "  " in said
