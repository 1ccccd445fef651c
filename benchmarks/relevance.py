"""Fits the weights of `actions/relevance.py` on the development part of data/, and prints what they reach.

    python benchmarks/relevance.py

The develop documents, and apart from them the first 700 units; logistic regressions with
both answers weighted alike, the documents' bound more tightly: leaving one author out, that is what holds.
Needs scikit-learn.
"""

from __future__ import annotations

import json

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict

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
    """Fit, print the weights, and print the macro-F1 on each part, on its own by eightfold cross-validation."""
    documents, units, validation = of_documents("develop"), of_units(), of_documents("validation")
    for name, bound, (values, answers), others in (
        ("OF_DOCUMENT", 0.1, documents, {"validation": validation}),
        ("OF_ONE_CAUSE", 0.3, units, {}),
    ):
        model = LogisticRegression(C=bound, class_weight="balanced", max_iter=1000)
        folds = StratifiedKFold(8, shuffle=True, random_state=0)
        held_out = cross_val_predict(model, values, answers, cv=folds, method="predict_proba")[:, 1]
        model.fit(values, answers)
        each = ", ".join(f"{weight:.2f}" for weight in model.coef_[0])
        print(f"{name} = Weights(({each}), {model.intercept_[0]:.2f})")
        print(f"held out: macro-F1 {f1_score(answers, held_out >= RELEVANT, average='macro'):.3f} of {len(answers)}")
        for part, (inputs, wanted) in others.items():
            given = model.predict_proba(inputs)[:, 1] >= RELEVANT
            print(f"{part}: macro-F1 {f1_score(wanted, given, average='macro'):.3f} of {len(wanted)}")


if __name__ == "__main__":
    main()
