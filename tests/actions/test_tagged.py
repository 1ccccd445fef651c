"""Owner and due date where rules and tagger speak together."""

from __future__ import annotations

import re

import pytest

from blameless_lint.actions.items import find
from blameless_lint.actions.tagged import due_of, likeliest, owner_of
from blameless_lint.actions.when import Calendar
from blameless_lint.actions.when import find as times
from blameless_lint.language.tagged import Tagged
from blameless_lint.lint.scoring import tagger_of
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span

TEXT = "Have Lena cap the pool before the freeze"


def tagged(text: str, owner: str = "", due: str = "", *, sure: float = 0.9) -> Tagged:
    """Return the words of a text, those of the owner and the due date as sure as asked for."""
    words = tuple(Span(*match.span()) for match in re.finditer(r"\w+", text))
    return Tagged(
        words, *(tuple(sure * (text[word.start : word.end] in part.split()) for word in words) for part in (owner, due))
    )


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def test_the_run_that_is_surest_is_taken() -> None:
    text = "Ana and Tom Berg"
    words = tuple(Span(*match.span()) for match in re.finditer(r"\w+", text))
    found = likeliest(Tagged(words, (0.6, 0.1, 0.9, 0.8), (0.0, 0.0, 0.0, 0.0)), "owner")
    assert found is not None
    assert text[found.span.start : found.span.end] == "Tom Berg"
    assert found.sure == pytest.approx(0.85)
    assert likeliest(tagged(text), "due") is None


@pytest.mark.parametrize(
    ("ruled", "owner", "sure", "want"),
    [
        ("Lena", "Lena", 0.9, "Lena"),
        (None, "Lena", 0.9, "Lena"),
        (None, "Lena", 0.3, None),
        ("pool", "", 0.9, "pool"),
        ("Have Lena", "Lena", 0.9, "Have Lena"),
        ("Lena", "Have Lena", 0.9, "Have Lena"),
        ("pool", "Lena", 0.9, "pool"),
        ("pool", "Lena", 0.96, "Lena"),
    ],
)
def test_the_owner_is_whom_both_hold_for_it(ruled: str | None, owner: str, sure: float, want: str | None) -> None:
    found = owner_of(TEXT, at(TEXT, ruled) if ruled else None, tagged(TEXT, owner, sure=sure))
    assert (TEXT[found.start : found.end] if found else None) == want


def test_marks_at_the_ends_are_left_out() -> None:
    text = "Cap the pool — Data Platform (Lena)"
    words = tuple(Span(*match.span()) for match in re.finditer(r"\w+|[^\w\s]", text))
    inside = tuple(float(word.start >= text.index("—") and word.end < len(text)) for word in words)
    found = owner_of(text, None, Tagged(words, inside, (0.0,) * len(words)))
    assert found is not None
    assert text[found.start : found.end] == "Data Platform (Lena)"


def test_nobody_is_no_owner() -> None:
    text = "Everyone should read the runbook"
    assert owner_of(text, None, tagged(text, "Everyone")) is None


def test_a_due_date_is_resolved() -> None:
    text = "Lena caps the pool, to be live 3 June 2024"
    found = due_of(text, None, tagged(text, due="3 June 2024"), Calendar())
    assert found is not None
    assert (found.text, found.date) == ("3 June 2024", "2024-06-03")


def test_haste_is_no_due_date() -> None:
    text = "Cap the pool as soon as possible"
    assert due_of(text, None, tagged(text, due="as soon as possible"), Calendar()) is None


def test_a_date_of_the_rules_stays_and_takes_the_taggers_range() -> None:
    text = "Cap pools before the end of Q3"
    (ruled,) = times(text)
    assert due_of(text, ruled, tagged(text), Calendar()) == ruled
    found = due_of(text, ruled, tagged(text, due="before the end of Q3"), Calendar())
    assert found is not None
    assert found.text == "before the end of Q3"


def test_the_tagger_reads_what_no_rule_does() -> None:
    document = read(
        Source("a.md", "# Action items\n\n- Alert on replica lag; this lands with Support Engineering in sprint 31\n")
    )
    (item,) = find(document, tagger_of("auto"))
    assert find(document)[0].owner is None
    assert item.owner == "Support Engineering"
    assert item.owner_span is not None
    assert document.source.excerpt(item.owner_span) == item.owner


@pytest.mark.parametrize("model", ["none", "linear"])
def test_without_the_encoder_there_is_no_tagger(model: str) -> None:
    assert tagger_of(model) is None  # type: ignore[arg-type]


def test_a_day_that_the_rules_read_is_not_cut_to_a_part_of_it() -> None:
    text = "Cap the pool no later than 31 March"
    (ruled,) = (time for time in times(text) if time.kind == "absolute")

    found = due_of(text, ruled, tagged(text, due="31"), Calendar())

    assert found is not None
    assert found.text == "31 March"


@pytest.mark.parametrize(("name", "want"), [("Lena", "Lena"), ("pool", None)])
def test_a_word_that_is_a_name_needs_less_to_be_an_owner(name: str, want: str | None) -> None:
    found = owner_of(TEXT, None, tagged(TEXT, owner=name, sure=0.7))

    assert (TEXT[found.start : found.end] if found else None) == want


@pytest.mark.parametrize(("words", "want"), [("3 May", "3 May"), ("the freeze", None)])
def test_a_day_needs_less_to_be_a_deadline_than_an_event(words: str, want: str | None) -> None:
    text = f"Have Lena cap the pool, {words}"
    found = due_of(text, None, tagged(text, due=words, sure=0.7), Calendar())

    assert (found.text if found else None) == want


def test_who_is_spoken_to_is_no_owner() -> None:
    text = "talk to Dana about the client"
    assert owner_of(text, None, tagged(text, "Dana")) is None
    text = "replace the client, Dana"
    assert owner_of(text, None, tagged(text, "Dana")) == at(text, "Dana")


def test_the_day_is_due_and_not_the_clause_before_it() -> None:
    text = "mend one pump before she leaves on the 24th"
    found = due_of(text, None, tagged(text, due="leaves on the 24th"), Calendar())
    assert found is not None
    assert found.text == "the 24th"


@pytest.mark.parametrize(
    ("text", "owner", "want"),
    [
        ("Backup jobs have to write to a copy", "Backup", None),
        ("Stored rows move to their own table", "Stored rows move to their", None),
        ("Petra tests have to pass", "Petra", "Petra"),
        ("Zelko moves the rows", "Zelko", "Zelko"),
    ],
)
def test_the_first_word_of_a_thing_is_no_owner(text: str, owner: str, want: str | None) -> None:
    found = owner_of(text, None, tagged(text, owner, sure=0.99))
    assert (text[found.start : found.end] if found else None) == want


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("test the lift before the code freeze", "code", "before the code freeze"),
        ("by the next Change Board, Ana lists them", "next", "by the next Change Board"),
        ("a second pump before the start of term.", "start of", "before the start of term"),
        ("show it at the June board call, then close it", "June board", "at the June board call"),
    ],
)
def test_an_event_of_which_a_part_is_seen_is_taken_whole(text: str, seen: str, whole: str) -> None:
    found = due_of(text, None, tagged(text, due=seen), Calendar())

    assert found is not None
    assert found.text == whole


def test_the_day_on_which_work_was_done_is_no_deadline() -> None:
    text = "New placards in both engines. Done 3 October."

    assert due_of(text, None, tagged(text, due="3 October"), Calendar()) is None


@pytest.mark.parametrize(
    ("text", "seen"), [("move it to a managed host/dyno", "dyno"), ("a rule for defaults, cc @ana", "@ana")]
)
def test_a_thing_or_who_is_only_told_is_no_owner(text: str, seen: str) -> None:
    assert owner_of(text, None, tagged(text, owner=seen)) is None


def test_an_owner_whom_the_author_marked_is_kept() -> None:
    text = "[dana] Feed sets will solve a part of it"

    assert owner_of(text, at(text, "dana"), tagged(text, owner="Feed", sure=0.99)) == at(text, "dana")


@pytest.mark.parametrize("seen", ["of", "weeks", "/"])
def test_words_that_say_no_time_are_no_deadline(seen: str) -> None:
    text = "keep a log of pumps / valves over the weeks"

    assert due_of(text, None, tagged(text, due=seen), Calendar()) is None
