"""What words announce that follow-up tasks come behind them: a title, a lead-in, a sentence that opens a paragraph."""

from __future__ import annotations

import re

from blameless_lint.text.expression import expression

_ANNOUNCES = expression(
    r"\b(?:what(?:[’']s| is| are| will| we| do| did| comes| changes| have| now| is being)?(?: \w+){0,4} (?:"
    r"chang(?:e|ed|ing)|do(?:ing)?|next|now|prevent\w*|improv\w+|differently|done and will do)"
    r"|what (?:changes|now|next|comes next|is next)|next steps?|roadmap|to[- ]?dos?|follow[- ]?ups?|long(?:er)?[- "
    r"]term (?:solution|fix|plan)s?|how (?:do|can|will|could|are) we|prevent\w*|going forward|looking ahead|future "
    r"(?:work|prevention|plans?|improvements?)"
    r"|actions?(?! taken)|improvements?|enhancements?|requirements?|recommend\w*|plans?|outcomes|measures"
    r"|what (?:\w+ ){0,6}?(?:should|would|could|must|ought|wish|want|ask for|propose|suggest|recommend)\b"
    r"(?! (?:not )?have\b)"
    r"|wish(?:es|list)?|suggestions?|proposals?|requests?|demands|asks|ideas"
    r"|who (?!(?:knew|saw|did|said|was|noticed|told|heard) )(?:\w+ ){0,3}?(?:what|which)"
    r"|points? (?:for|to)(?! (?:note|remember|keep|bear)\b)|homework|assignments"
    r"|(?:open|action) points|came out of (?:it|this)"
    r"|resolutions|^(?:(?:to do|due|done) )?(?:by |before )?(?:the )?(?:this|next|end of (?:the |this |next )?)"
    r"(?:week|month|sprint|quarter|year)$"
    r"|^(?:by|before) (?:the )?(?:end of|next|monday|tuesday|wednesday|thursday|friday)"
    r"|consequences|we will|^as agreed$|promises?|commitments?|backlog|initiatives|what should be different"
    r"|what (?:i|we)(?:[’']d| would)? want|(?:the )?(?:following|next|coming|weeks?) "
    r"(?:(?:\d+|few|two|three|four|after) )?(?:days|weeks|months|sprints?|quarters?)|(?:quicker|faster|earlier) \w+"
    r"|to (?:implement|add|do|build|track|change|improve))\b",
    re.IGNORECASE,
)
NO_TASKS = expression(
    r"\b(?:went|lucky|positive|your|timeline|glossary|participants?|references?|appendix|background"
    r"|status|already done|done so far|done on the day|taken during|immediate(?:ly)? (?:response|taken)|links?|related"
    r"|not (?:do|doing|planned|agreed|adopted|pursued|retained|taken up)"
    r"|won[’']t|will not|rejected|considered|(?:tests?|testing) (?:checklist|required|results?|steps?)|manual tests?"
    r"|manual testing|verification|results|benefits|achieved|guidelines|notes? to|best practices|what (?:we know|is "
    r"known|happened|worked|we (?:set out|tried|learned|did))|set out)\b",
    re.IGNORECASE,
)

_WILL = (
    r"(?:will|[’']ll|want|would|wish|need|plan|intend|propose|suggest|recommend|agreed?|promised?|undertook|should"
    r"|could|must|have to|still (?:have|need|want))"
)
_LEADS_IN = expression(
    # things to sort out; changes for the next trips; points that we agreed on
    r"^(?:[\w’'-]+ ){0,2}(?:things|points|items|jobs|work|matters|changes|ideas|steps|questions|issues)"
    r"(?: still| left| that remain)? (?:"
    r"to (?!note|know|remember|keep|celebrate|reproduce|replicate|recover|restore|trigger|be\b|bear|watch"
    r"|the\b|our\b|a\b)\w+|for (?:the |our |all )?(?:next|future|coming|following)\b"
    rf"|from now on|(?:that |which )?(?:we|i|they|the \w+|everyone|all)(?: all| also| then| have)? {_WILL}\b"
    r"|that (?:need|must|should|will|have to|were agreed|are planned)\b)"
    # the board proposes the following; we agreed in the call
    r"|\b(?<!\bas )(?:propos(?:e|es)|recommends?|suggests?|agreed?|agrees|undertakes?|undertook|commits?|committed"
    r"|resolved|resolves|intends?|plans?|asks?|requests|(?:decided|requested|asked for)(?= (?:on )?the following)"
    r"|(?:ask|asking|asks|request(?:s|ing)|urges?|invites?|want|expect|would like)(?= (?:[\w’'-]+ ){1,6}to$)"
    r"(?: [\w’'-]+){1,6}|(?:is|are|was|were) agreed|(?:was|is|are|were) (?:proposed|recommended|planned)|will(?= do|$))"
    r"(?: (?:on|to|upon|that|for|do|make|take|implement|carry out)){0,2}"
    r"(?:,? (?:the following|as follows|these|this|that)(?: \w+){0,3})?"
    r"(?:,? (?:in|at|during|after|on|by|with|before|between|afterwards) .{0,40})?$"
    # the committee is asked to approve; changed since then
    r"|\b(?:is|are|was|were) (?:asked|invited|requested) to (?:approve|agree|adopt|endorse|decide|note and approve)$"
    r"|^(?:what )?(?:we |have |has |we[’']ve |we have )?changed since\b(?: \w+){0,3}$|^since then$"
    # the following will be done; the following changes are planned
    r"|^the following (?:\w+ ){0,3}(?:will|is to|are to|should|must|(?:is|are|was|were|has been|have been) (?:now )?"
    r"(?:agreed|planned|proposed|recommended|under way|in progress|scheduled))\b",
    re.IGNORECASE,
)
"""The clause before the colon of a list, where it says that tasks come: “Things to sort out”, “The board asks”."""
_COLUMN = expression(r"(?:start|stop|try|more of|less of|do differently|change)(?: doing)?", re.IGNORECASE)
"""Columns of a retrospective whose cards say what is to change."""
_OPENS = expression(
    r"(?:this|here|that|these|the following)(?:[’']s| is| are) (?:what|how|my|our|the|things)\b[^.:!?]{0,60}?"
    r"\b(?:propos\w+|suggest\w*|plan(?:s|ned|ning)?|intend\w*|recommend\w*|want|ask(?:ing)? for|(?:will|going to) do"
    r"|will change|agreed|decided to do)\b[^.:!?]{0,40}[.:]\s"
    r"|(?:we|i|the \w+(?: \w+)?) (?:(?:propose|suggest|recommend|plan|intend)s?|asks? for|(?:have )?agreed on)"
    r" (?:the following|(?:two|three|four|five|six|several|some|a few|these|\d) (?:\w+ )?(?:things|changes|measures"
    r"|actions|steps|points|improvements|items|tasks|fixes|ideas))\b[^.:!?]{0,40}[.:]\s"
    r"|(?:two|three|four|five|six|several|some|a few|\d) (?:things|changes|measures|actions|steps|improvements) "
    r"(?:will|are (?:planned|under way|agreed|proposed)|were agreed|follow from)\b[^.:!?]{0,40}[.:]\s",
    re.IGNORECASE,
)
"""The first sentence of a paragraph that says that tasks come behind it: “This is what I propose.”"""

_LISTS = expression(
    r"(?P<label>(?:next(?: steps?)?|to-?dos?|to do|fix(?:es)?|permanent fix(?:es)?|plan(?:ned|s)?|upcoming|follow-?ups?"
    r"|(?:corrective |preventive |agreed |our |new )?(?:actions?|measures?)|improvements?|recommendations?|changes"
    r"|(?:next )?steps|decided|decisions|guard-?rails?|prevention|long[- ]term|consequences|wants?"
    r"|what(?:[’']s| is) next"
    r"|what (?:we|i)(?:[’']d| would| will| want to|[’']ll) (?:like to (?:have|see)|change|do)|what changes"
    r"|what (?:we|i) (?:want|need|plan|propose|intend)"
    r"|what we(?:[’']re| are) changing|going forward))(?::|\.| [–—-])\s+(?=\S+ \S)",
    re.IGNORECASE,
)
"""Labels of lists of tasks in running text: “Next: a spare disk. Alarms by phone.”"""


def announces(title: str) -> bool:
    """Return whether a heading says that changes or plans follow, whatever kind of section it opens."""
    said = _ANNOUNCES.search(title) or leads_in(title)
    return bool(said) and not NO_TASKS.search(title)


def leads_in(label: str) -> bool:
    """Return whether the words before a list say that tasks come: “Things to sort out”, “The board proposes”."""
    return bool(_LEADS_IN.search(label) or _COLUMN.fullmatch(label.strip()))


def opening(text: str) -> str | None:
    """Return the first words of a paragraph where they say that what follows is to be done, or None."""
    listed = _LISTS.match(text)
    return sentence(text) or (listed["label"] if listed is not None else None)


def sentence(text: str) -> str | None:
    """Return the first sentence of a text where it says that the next ones are to be done: “I suggest two things.”."""
    match = _OPENS.match(text)
    return match.group().strip() if match is not None else None
