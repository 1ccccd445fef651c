"""Figures, by hand on small numbers."""

import numpy as np
import pytest

from blameless_lint.text.source import Span
from blameless_lint.training.measure import (
    best_point,
    calibration_error,
    macro_f1,
    point,
    threshold_for_precision,
    threshold_for_recall,
)
from blameless_lint.training.spans import agreement

LEVELS = np.array([2, 0, 1, 2, 0])
SCORES = np.array([0.9, 0.8, 0.7, 0.4, 0.1])


def test_a_mild_unit_flagged_is_right_and_recall_counts_clear_ones_only() -> None:
    found = point(LEVELS, SCORES, 500, 0.7)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(1 / 2)
    assert found.false == pytest.approx(2.0)


def test_the_best_threshold_has_the_highest_f1() -> None:
    assert best_point(LEVELS, SCORES, 1).threshold == pytest.approx(0.4)


def test_thresholds_reach_what_is_wanted() -> None:
    assert threshold_for_precision(LEVELS, SCORES, 0.75) == pytest.approx(0.4)
    assert threshold_for_precision(LEVELS, SCORES, 0.99) == pytest.approx(0.9)
    assert threshold_for_precision(np.zeros(2), np.array([0.2, 0.3]), 0.5) == 1.0
    assert threshold_for_recall(LEVELS, SCORES, 1.0) == pytest.approx(0.4)
    assert threshold_for_recall(LEVELS, SCORES, 0.5) == pytest.approx(0.9)


def test_calibration_is_perfect_only_where_confidence_is_the_share() -> None:
    wanted = np.array([True, False] * 10)
    assert calibration_error(wanted, np.full(20, 0.5), bins=2) == pytest.approx(0.0)
    assert calibration_error(wanted, np.full(20, 0.9), bins=2) == pytest.approx(0.4)


def test_macro_f1_is_the_mean_over_both_answers() -> None:
    pytest.importorskip("sklearn")
    assert macro_f1(np.array([1, 1, 0, 0]), np.array([1, 1, 0, 0])) == 1.0
    assert macro_f1(np.array([1, 1, 0, 0]), np.array([1, 1, 1, 1])) == pytest.approx((2 / 3) / 2)


def test_spans_agree_when_they_share_half_of_the_longer() -> None:
    pairs = [(Span(0, 10), Span(0, 6)), (Span(0, 10), Span(9, 30)), (Span(0, 4), None), (None, Span(1, 2))]
    found = agreement(pairs)
    assert found["precision"] == pytest.approx(1 / 3)
    assert found["recall"] == pytest.approx(1 / 3)
    assert found["touching"] == pytest.approx(2 / 3)
