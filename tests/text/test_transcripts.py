"""Chat transcripts are quoted and say who speaks; timelines are not taken for them."""

from __future__ import annotations

import pytest

from blameless_lint.text.document import Block
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

TRANSCRIPTS = {
    "irc": "[10:04] <ana> who pushed this?\n[10:05] <bob_x> me, sorry",
    "irc without times": "<ana> who pushed this?\n<bob_x> me, sorry",
    "times first": "10:04 ana: who pushed this?\n10:05 bob_x: me, sorry",
    "handles": "@ana: who pushed this?\n@bob_x: me, sorry\n@ana: ok",
    "names first": "ana (10:04): who pushed this?\nbob_x (10:05): me, sorry",
    "slack": "ana 10:04 AM\nwho pushed this?\nbob_x 10:05 AM\nme, sorry",
    "bold slack": "**ana** 10:04 AM\nwho pushed this?\n\n**bob_x** 10:05 AM\nme, sorry",
    "bare": "ana: who pushed this?\nbob_x: me, sorry\nana: ok",
    "bold": "**ana:** who pushed this?\n\n**bob_x:** me, sorry\n\n**ana:** ok",
    "quoted": "> **ana** 10:04: who pushed this?\n>\n> **bob_x** 10:05: me, sorry",
    "items": "- 10:04 ana: who pushed this?\n- 10:05 bob_x: me, sorry",
}


def blocks(text: str, path: str = "a.md") -> tuple[Block, ...]:
    return read(Source(path, text)).blocks


@pytest.mark.parametrize("text", TRANSCRIPTS.values(), ids=TRANSCRIPTS)
def test_messages_are_quoted_and_have_speakers(text: str) -> None:
    found = [block for block in blocks(text) if block.speaker]
    speakers = [block.text[block.speaker.start : block.speaker.end].lstrip("@") for block in found if block.speaker]
    assert speakers[:2] == ["ana", "bob_x"]
    assert all(block.quoted for block in found)
    assert found[0].text.endswith("who pushed this?")
    assert found[1].text.endswith("me, sorry")


@pytest.mark.parametrize("name", ["irc", "times first", "slack", "bare"])
def test_plain_text_has_transcripts_too(name: str) -> None:
    found = [block for block in blocks(TRANSCRIPTS[name], "a.txt") if block.speaker]
    assert [block.text.endswith(("this?", "sorry")) for block in found[:2]] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "- 10:04 Priya rolled back the deploy\n- 10:09 Tom paged the network team",
        "- 10:04 UTC: alert fires\n- 10:09 UTC: deploy is rolled back",
        "**10:04** Priya rolled back the deploy.\n\n**10:09** Tom saw the graph.",
        "Note: the pod was restarted.\nImpact: 40 users.\nOwner: Sam",
        "**Status:** done\n**Owner:** Sam\n**Date:** 3 May",
        "- 10:04 Deploy: Priya starts the rollout\n- 10:09 Alert: error rate above 5 %",
        "- @ana: add an alert on queue depth\n- @bob: write the runbook",
        "Mon 11:20: the jobs were stopped.\n\nMon 12:00: a case was opened with the vendor.",
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_timelines_and_labels_are_no_transcripts(text: str, path: str) -> None:
    assert not [block for block in blocks(text, path) if block.speaker or block.quoted]
