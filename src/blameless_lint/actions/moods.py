"""What the words of a sentence say: a task that is told or planned, work that is done, a norm, a courtesy."""

from __future__ import annotations

import re

from blameless_lint.actions.verbs import verbs
from blameless_lint.text.expression import expression

FUTURE = expression(
    r"\b(?:will|we[’']ll|i[’']ll|going to|plan(?:s|ning)? to|intend to|need(?:s)? to|ha(?:ve|s)(?: yet| still)? to"
    r"|want to|must"
    r"|should|shall|to be|(?:agreed|decided|undert(?:ook|aken)) (?:that|to)"
    r"|(?:is|are) (?:invited |asked |requested |required |expected |urged |advised )?to"
    r"|next step|todo|let[’']s|are working on|is working on|are (?:adding"
    r"|making|building|changing|rolling|implementing|introducing|extending|improving|reviewing|moving|investing)"
    r"|is being|are being|recommend\w*|propose\w*|suggest\w*|would be (?:nice|good|useful|great|worth)|could"
    r"|may also be worth|ought)\b",
    re.IGNORECASE,
)
BOILERPLATE = expression(
    r"\b(?:apologi[sz]e|we are sorry|thank|thanks|we take .{0,30} seriously|appreciate|following (?:actions?|items?"
    r"|steps?|measures?|table|list)|listed below|see below|as follows"
    r"|(?<!this )(?:are|is) tracked|(?<!is )tracked (?:in|under)"
    r"|will be (?:updated|shared|published|posted) (?:here|in|when)|this (?:document|section|page|table|list)|action "
    r"items? (?:are|is|were)|no (?:further )?action|for the avoidance of|(?:this|the|a|our) template"
    r"|actions? (?:items? )?(?:should|fall)|each action|read on|subscribe to|see the)\b",
    re.IGNORECASE,
)
PROMISE = expression(
    r"\b(?:going forward|in (?:the )?(?:near )?future|from now on|long(?:er)?[- ]term|next,|(?:we|i|they|the \w+ "
    r"team)(?: \w+ly)? (?:will|are going to|plan to|intend to|need|should|must|want to|have to|would like to|are "
    r"(?:also |now )?(?:adding|making|building|changing|rolling|implementing|introducing|"
    r"extending|improving|reviewing|moving|investing|working|looking|planning))|we[’']ll|we[’']re (?:also )?(?:adding"
    r"|looking|working|planning)|should (?:be|have|also|always|never|not)|needs? to be|will be|follow-?up:|todo)\b",
    re.IGNORECASE,
)
NORM = expression(
    r"\b(?:more careful|careful|more aware|be aware|attention|not assume|never assume|remember|mindful|patience|trust"
    r"|understand|know that|happy to|apolog\w+|inconvenience|confiden\w+|continue to (?:monitor|work hard)|provide "
    r"(?:an |you )?(?:\w+ )?updates?|keep (?:this|you|interruption)|insight|look at how|such incidents|similar "
    r"incidents|diligently|remain|monitor the situation|as progress is made"
    r"|never stop|keep (?:learning|improving|working hard)|transparen\w+"
    r"|(?:all|every|any) (?:necessary|appropriate|possible|reasonable) (?:measures?|steps?|actions?|precautions?)"
    r"|(?:post|share|send|give|issue|publish) (?:an?|the|our|another|further|more) (?:\w+ )?updates?"
    r"|(?:post-?mortem|report|rca|update|analysis|statement) will (?:follow|be (?:published|shared|posted|sent)))\b",
    re.IGNORECASE,
)
NARRATIVE = expression(
    r"^\W*(?:[\w`’'./*-]+ ){1,7}?(?:had|didn[’']t|did not|was|were|would have|could have)\b", re.IGNORECASE
)
SUGGESTS = expression(
    r"\b(?:would (?:be|help|alleviate|eliminate|reduce|prevent|allow|like)|could be|can be|may be|recommend\w*"
    r"|suggest\w*|propos\w+|needs?|must|shall|should|will|ought to|has to|have to|requires?|to be)\b"
    r"|^\W*(?:(?:\w+ly|next|in addition|perhaps|also|then|first|second|finally)[, ]+)?(?:more|better|additional"
    r"|proper|continued|increased|less|fewer|further|possible|training|consider\w*)\b",
    re.IGNORECASE,
)
UNREAL = expression(
    r"\b(?:should|would|could|might|must)(?: not|n[’']t)? have\b"
    r"|^(?:i|he|she|they|(?-i:[Ii]t))\b(?! (?:(?:is|was) )?(?:recommend|suggest|propos|agreed|decided))"
    r"|\b(?:i|he|she) (?:believe|feel|think|told|said|will|was|am)\b",
    re.IGNORECASE,
)
PERFECT = expression(
    r"^(?:\W*(?:[\w`’'./*-]+ ){0,9}?(?:was|were|has been|have been|had been|has|have|is now|are now|now)\b"
    r"|\W*(?:added|created|fixed|updated|removed|implemented|deployed|applied|restarted|repeated|coordinated|disabled"
    r"|enabled|changed|moved|increased|reverted|published|released|verified|rebuilt|set up|sent|notified|advisory"
    r"|(?!need|embed|feed|seed|speed|shed|unused)[a-z]{2,}ed)\b)",
    re.IGNORECASE,
)

DECLINED = expression(
    r"^\W*(?:no (?:resolution|decision|further|need for|follow-?up|measures?\b)|none\b[ .]|nothing (?:to|for) )"
    r"|^[^.;:]{5,80} (?:is|are|was|were|will) not (?:be )?(?:pursued|adopted|accepted|followed up|retained|planned)\b"
    r"|(?:[.(;|–—-]|\*) ?\*?(?:withdrawn|(?:not|no) agree(?:d|ment)|abandoned|decided against|not adopted)\b",
    re.IGNORECASE,
)
"""What a list of resolutions says was not resolved."""


def is_imperative(text: str) -> bool:
    """Return whether a text begins with a verb of tasks in the base form, a number, a label or an adverb aside."""
    text = re.sub(
        r"^(?:[\W_]*|(?:\(?[A-Za-z]?\d{1,2}[.)]|[A-Z]+-\d+|TODO:?|Action:|Please|Also|Then|Perhaps|Maybe|Actively"
        r"|Always|Never|Do not|Don[’']t|Not to|To|Let[’']s|Continue to|Better)\s+)*",
        "",
        text,
    )
    word = re.match(r"[A-Za-z-]+", text)
    return word is not None and word.group().lower() in verbs()


def unhedged(text: str) -> str:
    """Return a sentence without the words that make it an opinion: “I believe that …”, “we strongly suggest …”."""
    return _HEDGE.sub("", text)


_HEDGE = expression(
    r"^\W*(?:(?:however|also|and|so),? )?(?:I|we)(?: (?:\w+ly|also|do|would|too))? (?:believe|feel|think|suggest"
    r"|recommend|propose|urge)(?: that)?,? (?=.*\b(?:needs?|should|must|ought|be|to)\b)",
    re.IGNORECASE | re.DOTALL,
)


def speaks_of_future(text: str) -> bool:
    """Return whether a text speaks of what will, should or needs to be."""
    return bool(FUTURE.search(text))


def is_plan(text: str) -> bool:
    """Return whether a sentence says what the authors are going to do."""
    return bool(
        re.search(
            r"\b(?:we|i|the \w+ team|the team|they)\b.{0,25}\b(?:will|going to|plan to|intend to)\b|\bwe[’']ll\b"
            r"|\bgoing forward\b|\bin (?:the )?future\b",
            text,
            re.IGNORECASE,
        )
    ) and not NORM.search(text)
