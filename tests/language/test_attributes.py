"""Attributes that are remembered are those that spaCy's own components set."""

from __future__ import annotations

import pytest

from blameless_lint.language.attributes import annotator
from blameless_lint.language.pipeline import load

SENTENCES = [
    "The pods weren't restarted, and nobody noticed the growing queues.",
    "There's no alert, there were two pages, and there it is.",
    "Let's see what we've got; y'all gonna say it ain't so, we gotta go.",
    "She'd have  seen\nit, he'd said nothin' to 'em.",
    "She had had better dashboards than those that they were using.",
    "Dana, Dana's runbook and the Danas: it's hers, I did it myself.",
    "",
]


def _attributes(doc):
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize("first", [SENTENCES, SENTENCES[::-1]])
def test_equals_the_components_of_the_pipeline(first):
    nlp = load()
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    annotator.cache_clear()
    for text in (*first, *SENTENCES):
        assert _attributes(annotator()(nlp(text))) == _attributes(lemmatizer(ruler(nlp(text))))


def test_remembers_a_kind_of_token(monkeypatch):
    nlp = load()
    annotate = annotator()
    annotate(nlp("The queue grew."))
    again = nlp("The queue grew.")
    monkeypatch.setattr(annotate, "_ruler", None)
    monkeypatch.setattr(annotate, "_lemmatizer", None)
    assert [token.lemma_ for token in annotate(again)] == ["the", "queue", "grow", "."]
