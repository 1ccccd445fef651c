"""Headings say what their sections are about."""

from __future__ import annotations

import pytest

from blameless_lint.text.sections import kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Executive Summary", "summary"),
        ("TL;DR", "summary"),
        ("Impact on customers", "impact"),
        ("[Impact]", "impact"),
        ("Timeline [which conditions?]", "timeline"),
        ("What users noticed", "impact"),
        ("Timeline ⏱ (UTC)", "timeline"),
        ("4.2 Sequence of events", "timeline"),
        ("How we found out", "detection"),
        ("Why it took five hours to find", "detection"),
        ("5. Root Cause(s)", "causes"),
        ("**Contributing factors**", "causes"),
        ("Why did this happen?", "causes"),
        ("Five whys", "causes"),
        ("Resolution and recovery", "resolution"),
        ("How we fixed it", "resolution"),
        ("What went well?", "lessons"),
        ("Where we got lucky 🍀", "lessons"),
        ("What didn’t go so well", "lessons"),
        ("Action items:", "actions"),
        ("Part II – Corrective and preventive actions", "actions"),
        ("What we're changing", "actions"),
        ("Who was involved", "participants"),
        ("Log excerpt", "evidence"),
        ("Background", "other"),
        ("Appendix", "other"),
    ],
)
def test_headings_name_kinds(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    "title", ["", "🔥", "2021-06-30", "Sidekiq", "The cache", "Node 4", "This was [which root cause?]"]
)
def test_other_headings_do_not(title: str) -> None:
    assert kind_of(title) is None
