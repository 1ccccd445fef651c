"""Labels of ranges find the sentences of our own reader."""

from blameless_lint.text.reader import read
from blameless_lint.text.source import Source, Span
from blameless_lint.training.align import Label, examples

TEXT = "## Root cause\n\nThe queue filled up. **Dana** forgot the `flag`, again.\n"


def _label(part: str, target: str, level: int = 2) -> Label:
    start, inside = TEXT.index(part), TEXT.index(target)
    return Label(
        Span(start, start + len(part)),
        level,
        ("omission",),
        Span(inside, inside + len(target)),
        Span(TEXT.index("Dana"), TEXT.index("Dana") + 4),
    )


def test_a_label_goes_to_its_sentence_with_spans_in_plain_text() -> None:
    found = examples(
        read(Source("a.md", TEXT)),
        [_label("**Dana** forgot the `flag`, again.", "forgot the `flag`")],
        origin="o",
        kind="k",
    )
    (blame,) = [example for example in found if example.level]
    assert blame.target is not None
    assert blame.text[blame.target.start : blame.target.end] == "forgot the flag"
    assert blame.agent is not None
    assert blame.text[blame.agent.start : blame.agent.end] == "Dana"
    assert (blame.section, blame.block, blame.previous) == ("causes", "paragraph", "The queue filled up.")
    assert sum(example.level == 0 for example in found) == len(found) - 1


def test_a_label_over_two_sentences_goes_where_its_target_is() -> None:
    found = examples(
        read(Source("a.md", TEXT)), [_label(TEXT[TEXT.index("The") :].strip(), "forgot")], origin="o", kind="k"
    )
    assert [example.text[:4] for example in found if example.level] == ["Dana"]


def test_the_worst_of_two_labels_counts_and_their_categories_join() -> None:
    labels = [_label("**Dana** forgot", "forgot", 1), _label("the `flag`, again.", "flag", 2)]
    (blame,) = [e for e in examples(read(Source("a.md", TEXT)), labels, origin="o", kind="k") if e.level]
    assert blame.level == 2
    assert blame.categories == ("omission",)
