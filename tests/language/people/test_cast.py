from __future__ import annotations

import pytest

from blameless_lint.language.people.cast import cast_of
from blameless_lint.language.people.roster import Roster
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def cast(text: str, roster: Roster | None = None):
    return cast_of(read(Source("notes.md", text)), roster)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("## Participants\n\n- Zorblat Quendy (SRE)\n- Ines\n", "quendy"),
        ("| Action | Owner |\n|---|---|\n| Rotate the key | Brandl |\n", "brandl"),
        ("Incident commander: Kestrin Vole\n", "vole"),
        ("Author: Ghislaine Tremblat\n", "tremblat"),
        ("The change was made by Thandiwe Marrok.\n", "marrok"),
        ("Zeph (on-call engineer) saw it first.\n", "zeph"),
    ],
)
def test_the_layout_names_people(text, name):
    assert name in cast(text).names


def test_handles_are_found_outside_code_and_addresses():
    found = cast("@jcruz rolled back; mail ops@example.org; `@decorator`; see @scope/package.\n").handles
    assert found == {"jcruz"}


def test_owners_that_are_teams_are_teams():
    text = "| Action | Owner |\n|---|---|\n| Rotate | Narwhal team |\n| Alert | Platform |\n"
    assert {"narwhal team", "platform"} <= cast(text).teams


def test_software_in_the_owner_column_is_no_name():
    assert "jenkins" not in cast("| Action | Owner |\n|---|---|\n| Rotate | Jenkins |\n").names


def test_a_roster_is_taken_as_it_is():
    found = cast("Nothing.\n", Roster(people=("Ada Okafor",), teams=("The Narwhal team",), systems=("Dana",)))
    assert {"ada okafor", "ada", "okafor"} <= found.people
    assert "narwhal" in found.teams
    assert found.systems == {"dana"}


def test_the_words_for_the_gate_are_single_words():
    words = cast("## Participants\n\n- Zorblat Quendy\n", Roster(teams=("Red Narwhal",))).words
    assert {"zorblat", "quendy", "narwhal"} <= words
    assert not any(" " in word for word in words)


def test_further_names_join_the_cast():
    assert {"kestrin", "vole"} <= cast("Nothing.\n").with_names({"Kestrin Vole"}).names


def test_what_has_a_version_is_software() -> None:
    found = cast_of(read(Source("a.md", "We deployed version 4.2 of the print dispatcher, then operator v2.\n")))
    assert {"dispatcher", "operator"} <= found.systems
    assert "operator" not in cast_of(read(Source("a.md", "The operator read version 4.2 of the manual.\n"))).systems


def test_a_word_of_both_worlds_is_a_role_where_the_document_once_says_what_people_do_of_it():
    assert cast("The dispatcher said that the line was dark. The dispatcher chose the yard.\n").roles == {"dispatcher"}
    assert not cast("The dispatcher dropped the row, and the parser said no.\n").roles
