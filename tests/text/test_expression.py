from __future__ import annotations

import re

import pytest

from blameless_lint.text.expression import expression

LATE = expression(r"(?P<who>\w+) did it", re.IGNORECASE)


def test_it_acts_like_the_pattern() -> None:
    same = re.compile(r"(?P<who>\w+) did it", re.IGNORECASE)
    text = "Alex DID IT; Sam did it."
    assert [found["who"] for found in LATE.finditer(text)] == [found["who"] for found in same.finditer(text)]
    assert LATE.sub("-", text) == same.sub("-", text)
    assert LATE.split(text) == same.split(text)
    assert LATE.match("nothing") is None
    assert LATE.groupindex == same.groupindex
    assert LATE.pattern == same.pattern


def test_a_broken_expression_is_refused_when_it_is_first_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("text")
