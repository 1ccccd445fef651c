from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import blameless_lint
from blameless_lint.text.expression import _Expression, expression

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


def test_every_expression_of_the_package_compiles() -> None:
    found = 0
    for module in walk_packages(blameless_lint.__path__, "blameless_lint."):
        if ".training" in module.name or module.name.endswith("__main__"):
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, _Expression):
                re.compile(value.pattern, value.flags)
                found += 1
    assert found > 100
