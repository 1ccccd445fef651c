"""Fits the weights of `actions/relevance.py` on the development part of data/, and prints what they reach.

    python benchmarks/relevance.py

Documents a–d and the first 700 units; a logistic regression with both answers weighted alike. Needs scikit-learn.
"""

from __future__ import annotations

import json

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

import actions
from blameless_lint.actions import relevance
from blameless_lint.actions.items import RELEVANT, find
from blameless_lint.text.document import SectionKind
from blameless_lint.text.reader import read
from blameless_lint.text.source import Span

Rows = tuple[list[tuple[float, ...]], list[bool]]


def of_documents(split: str) -> Rows:
    """Return the features and the answers of the labelled items that are found in the documents of a split."""
    rows: Rows = ([], [])
    for source, labels in actions.documents(split):
        document = read(source)
        items = find(document)
        pool = relevance.Pool(relevance.causes(document, tuple(item.span for item in items)))
        for item in items:
            for label in labels:
                if label.get("relevant") is not None and actions._shared(item, label) >= 1 / 2:
                    rows[0].append(relevance.features(item.task_text, pool, vague=item.vague))
                    rows[1].append(bool(label["relevant"]))
    return rows


def of_units() -> Rows:
    """Return the features and the answers of the development units, each against its own cause."""
    rows: Rows = ([], [])
    lines = (actions.ROOT / "data" / "actions" / "actions-1.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines[actions.UNITS["develop"]]):
        if row["action"] and row.get("relevant") is not None:
            text = row["cause"]
            cause = relevance.Cause(Span(0, len(text)), text, SectionKind.CAUSES, relevance.stems(text))
            rows[0].append(relevance.features(row["text"], relevance.Pool((cause,)), vague=bool(row["vague"])))
            rows[1].append(bool(row["relevant"]))
    return rows


def main() -> None:
    """Fit, print the weights, and print the macro-F1 on each part."""
    documents, units = of_documents("develop"), of_units()
    model = LogisticRegression(C=3, class_weight="balanced").fit(documents[0] + units[0], documents[1] + units[1])
    print("weights", [round(float(weight), 2) for weight in model.coef_[0]], "intercept", round(model.intercept_[0], 2))
    for name, (values, answers) in {
        "documents": documents,
        "units": units,
        "validation": of_documents("validation"),
    }.items():
        given = model.predict_proba(values)[:, 1] >= RELEVANT
        print(f"{name}: macro-F1 {f1_score(answers, given, average='macro'):.3f} of {len(answers)}")


if __name__ == "__main__":
    main()
