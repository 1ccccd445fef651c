"""Words that announce tasks: lead-ins, labels within a paragraph, retro columns, numbers in the place of bullets."""

from __future__ import annotations

import pytest

from blameless_lint.actions.announced import announces, leads_in
from blameless_lint.actions.items import find
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source


def _tasks(text: str) -> list[str]:
    return [item.text for item in find(read(Source("a.md", text)))]


@pytest.mark.parametrize(
    "lead",
    [
        "Things to chase up",
        "Points we agreed on with the harbour office",
        "The inspectorate recommends the following",
        "Changes for the coming season",
        "In the debrief the crew agreed to",
        "The following repairs are planned",
        "Start doing",
    ],
)
def test_a_lead_in_announces_tasks(lead: str) -> None:
    assert announces(lead)
    assert _tasks(f"# Report\n\nThe sluice jammed.\n\n{lead}:\n\n- A second winch on the quay\n- Spare chain\n") == [
        "A second winch on the quay",
        "Spare chain",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Things we noticed",
        "Points to note",
        "Steps to reproduce",
        "Review as agreed with the owners",
        "The following ferries were late",
        "Questions we asked",
    ],
)
def test_other_lead_ins_announce_none(lead: str) -> None:
    assert not announces(lead)


def test_a_sentence_opens_a_paragraph_of_tasks() -> None:
    opened = "# Report\n\nThis is what I suggest. A second winch stands on the quay. The chain gets a spare.\n"
    assert _tasks(opened) == ["A second winch stands on the quay.", "The chain gets a spare."]
    assert _tasks(opened.replace("This is what I suggest.", "This is how it looked.")) == []


def test_a_label_begins_a_line_within_a_paragraph() -> None:
    text = "# Report\n\n**Sluice 4**\nThe chain was worn.\nFollow-up: a spare chain, Odile. Rui to oil the cogs.\n"
    assert _tasks(text) == ["a spare chain, Odile.", "Rui to oil the cogs."]
    assert _tasks(text.replace("Follow-up", "Immediate action")) == []
    assert _tasks("# Report\n\n**Sluice 4**\nThe chain had worn.\nFollow-up: none needed here.\n") == []


def test_numbers_stand_for_bullets() -> None:
    text = "# Report\n\nThe board proposes:\n\n(a) A new winch. Harbour office.\n\n(b) Spare chain.\n\nAll are well.\n"
    assert _tasks(text) == ["A new winch. Harbour office.", "Spare chain."]
    lines = "# Actions\n\n:one: @odile → spare chain\n:two: @rui → oil\n"
    assert len(_tasks(lines)) == 2
    assert len(_tasks("1. Talk\n\n2. **Actions**\n\n   AP1 Odile – chain\n   AP2 Rui – oil\n\n3. Next meeting\n")) == 2


def test_what_was_dropped_or_promised_to_readers_is_no_task() -> None:
    assert _tasks("# Actions\n\n- Second winch (withdrawn)\n- Spare chain\n") == ["Spare chain"]
    assert _tasks("# What comes next\n\nWe will post another update at noon.\n") == []
    assert _tasks("# What comes next\n\nWe will take all necessary measures.\n") == []


def test_a_column_of_countermeasures_holds_tasks_beside_any_other() -> None:
    table = "| Why? | Answer | {} |\n|---|---|---|\n| Why did it stop? | A worn chain | Grease it weekly |\n"
    assert [item.task_text for item in find(read(Source("a.md", table.format("Countermeasure"))))] == [
        "Grease it weekly"
    ]
    assert _tasks(table.format("How we know")) == []


def test_the_first_row_of_a_table_without_a_header_is_a_task_too() -> None:
    text = "# Actions\n\n| Grease the chain | Odile | 4 May 2026 |\n|---|---|---|\n| New winch | Rui | 9 May 2026 |\n"
    assert len(_tasks(text)) == 2


def test_lines_that_begin_with_who_does_it() -> None:
    assert _tasks("# Actions\n\nOdile → spare chain\nRui → oil by 4 May\n") == [
        "Odile → spare chain",
        "Rui → oil by 4 May",
    ]
    assert _tasks("# Timeline\n\nOdile → restarts the winch\nRui → calls the vendor\n") == []


def test_a_task_behind_what_an_item_tells() -> None:
    text = "# Noise\n\n- The chain alarm rang nine times. Raise the limit to 5 bar (Odile, Thursday).\n- It rained.\n"
    assert _tasks(text) == ["Raise the limit to 5 bar (Odile, Thursday)."]
    assert _tasks(text.replace("Raise the limit to 5 bar (Odile, Thursday)", "Nobody came")) == []


def test_who_is_told_what_and_what_is_there_by_now() -> None:
    assert _tasks("# Actions\n\nOperator to repeat the course. A drill has been added to the rota in #12.\n") == [
        "Operator to repeat the course.",
        "A drill has been added to the rota in #12.",
    ]


def test_an_addressee_stands_before_a_colon_and_a_deadline_in_the_brackets_of_a_title() -> None:
    (item,) = find(read(Source("a.md", "# Recommendations\n\nR1 To the harbour manager: mark the shoal.\n")))
    assert item.owner == "the harbour manager"
    (item,) = find(read(Source("a.md", "# Actions\n\n## Short term (within two weeks)\n\n- Mark the shoal\n")))
    assert item.due == "within two weeks"


@pytest.mark.parametrize(
    "label",
    [
        "The board is asked to approve",
        "Changed since then",
        "What we have changed since",
        "Since then",
        "What has changed since the incident",
    ],
)
def test_what_is_asked_for_or_changed_since_is_a_list_of_tasks(label: str) -> None:
    assert leads_in(label)


@pytest.mark.parametrize("label", ["The board was asked to come", "Nothing had changed", "It has been slow since May"])
def test_what_tells_of_the_past_is_none(label: str) -> None:
    assert not leads_in(label)
