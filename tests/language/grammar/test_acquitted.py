"""Words that also blame, where they clear people or thank them; and their neighbours that do blame."""

from __future__ import annotations

import pytest

from blameless_lint import Config, Linter

LINTER = Linter(Config(model="none"))

CLEARS = (
    "Dana had not forgotten the key.",
    "The team did not ignore the alert; it never fired.",
    "The step was not skipped by Dana.",
    "Nobody overlooked the second region.",
    "The operators were neither careless nor tired.",
    "It is not that Priya was careless.",
    "We do not call this human error.",
    "It would be wrong to blame the engineer.",
    "Asking people to be careful is not a fix.",
    "We do not want to tell people to be more careful.",
    "There was nothing Dana could have done.",
    "There was no way they could have known.",
    "There is no switch that the operator could have set.",
    "Nothing the operator could have done would have changed the outcome.",
    "The on-call engineer correctly ignored the noisy alert.",
    "Dana wisely did not restart the node.",
    "Tom chose not to fail over, which was the right call.",
    "Luckily Tom had not yet deleted the backup.",
    "Had Priya not noticed the graph, we would have lost the data.",
    "If Priya had not called, we would have found out much later.",
    "I am writing this down before I forget.",
    "People make mistakes, so the tool has to cope with them.",
    "A person who forgets the flag should get an error.",
    "The new check fails when a developer forgets the label.",
    "Our provider did not see any packet loss on their side.",
    "No disciplinary action was taken.",
    "The release manager did not approve the change without a second review.",
    "None of this was the operator's fault.",
    "The technician did nothing wrong.",
    "It would be unfair to say that the driver was careless.",
    'We no longer accept "human error" as an answer.',
    "Asking nurses to be more careful will not move the vials.",
    "It was not Dana's change that caused the outage.",
    "The outage was not caused by the contractor.",
    "The migration was not the work of a careless engineer.",
    "We found no evidence that the technician skipped a step.",
    "This was not a case of human error.",
    "Calling this operator error would explain nothing.",
    'We stopped writing "operator error" in our reports two years ago.',
    "We tested what happens when the operator forgets the second switch.",
    "The drill includes an operator skipping the health check.",
    "The agent forgot its registration after the restart.",
    "Anyone in the same seat would have made the same decision.",
    "Telling the crews to pay attention does not change the layout of the panel.",
    "Dana chose not to page the second line, because the error rate was falling.",
)
BLAMES = (
    "We did not consider that the queue could fill.",
    "Dana had forgotten the key.",
    "The team did not read the alert; it fired twice.",
    "Nobody checked the second region.",
    "The operators were tired and careless.",
    "It is not acceptable that the vendor changes things without telling its customers.",
    "I don't want to single anyone out, but someone at that desk should have looked over his shoulder.",
    "It was not in the list, and the storage team did not forward it to us.",
    "There was much Dana could have done.",
    "The operator could have set the switch.",
    "The on-call engineer simply ignored the noisy alert.",
    "Dana did not correctly set the flag.",
    "Tom chose not to fail over, which was the wrong call.",
    "Had Priya not skipped the test, the outage would not have happened.",
    "Any competent engineer would have stopped.",
    "When the alert fired, a developer forgot the label.",
    "The guard did not see the two red lamps.",
    "The release manager approved the change without a second review.",
    "It was not just Dana's change that caused the outage.",
    "The outage was not only caused by the contractor.",
    "The migration was the work of a careless engineer.",
    "We found evidence that the technician skipped a step.",
    "This was a case of human error.",
    "Was this not a case of human error?",
    "We call this operator error.",
    "The technician did nothing.",
    "All of this was the operator's fault.",
    "In other words, Dana was careless.",
    "The tester forgot the second switch.",
    "The agent forgot the second call.",
    "Any other engineer would have made a better decision.",
    "Telling the crews to pay attention is our first measure.",
    "Dana chose not to page the second line, because she did not care.",
)


@pytest.mark.parametrize("text", CLEARS)
def test_what_clears_people_is_not_flagged(text: str) -> None:
    assert [finding for finding in LINTER.lint(text).findings if finding.family == "wording"] == []


@pytest.mark.parametrize("text", BLAMES)
def test_what_blames_them_still_is(text: str) -> None:
    assert [finding for finding in LINTER.lint(text).findings if finding.family == "wording"] != []
