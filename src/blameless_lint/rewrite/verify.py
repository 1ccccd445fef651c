"""What a rewrite must keep and must not add: a draft is offered only when nothing here objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from blameless_lint.language.lexicon import lemmas as lexicon_lemmas
from blameless_lint.language.lexicon import pattern
from blameless_lint.rewrite.human_error import ERRORS, TRAITS
from blameless_lint.rewrite.inflect import lemmas
from blameless_lint.rewrite.omission import DONE
from blameless_lint.rewrite.promote import MAKING
from blameless_lint.rewrite.verb import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from blameless_lint.rewrite.scene import Scene

PROMPT = re.compile(r"\[[^\]]*\]")
ASKED = re.compile(r"(?:^|(?<=[.;:!?—–]\s))[^.;:!?—–]*\?")
WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?", re.UNICODE)
LOOSE = frozenset({"judgement", "accusation", "punitive", "hindsight"})
SKIPPABLE = frozenset(
    ["error", "mistake", "fault", "blame", "failure", "negligence", "slip", "lapse", "oversight", "responsibility", "culprit", "guilt", "need", "trouble", "time", "effort", "attempt", "decency", "courage", "sense", "foresight", "care", "courtesy", "chance", "bother", "idea", "eye", "wheel", "ball", "job", "attention", "person", "one", "reason", "people", "part", "way", "thing", "hand", "head", "side", "account", "lunch", "sleep", "home", "holiday", "desk", "keyboard", "bed", "vacation", "surprise", "seniority", "title", "accountable", "expert", "genius", "clown", "idiot", "warning", "talk", "term", "consequence", "excuse", "vanity", "contempt", "stupidity", "attitude", "culture", "habit", "panic", "importance", "vigilance", "lack", "hurry", "rush", "thought", "mind", "discipline", "arrogance", "ignorance", "decision", "choice", "refusal", "reluctance", "judgement", "judgment"]
)
NUMBER = re.compile(r"\d[\d.,:/%-]*\d|\d")
IDENTIFIER = re.compile(
    r"`[^`]+`|https?://\S+|[@#]?\w*(?:[_/.:@#]|\d[a-zA-Z]|[a-z][A-Z])[\w/.:#-]*\w|(?<!\w)--?[a-zA-Z][\w-]+"
)
BAD = re.compile(
    r"\b(?:(?:should|could|ought to|would)(?: never| not|n[’']t| also| really)? have|eyes? (?:was|were|is) turned|corners? (?:was|were) cut|damn|shoulda|human error|(?:user|operator|pilot|manual) errors?|mistakes?|mistakenly|"
    r"accidentally|inadvertently|by accident|blam\w+|faults?|fingers? points?|dropped the ball|the ball was dropped|finger-pointing|responsibility|guilty|guilt|shame|masterpiece|disgrace|culprits?|careless\w*|negligen\w+|incompeten\w+|lazy|laziness|sloppy|"
    r"oversights?|forgot\w*|neglect\w*|failed to|scandalous|shocking|(?:dis)?obey\w*)\b",
    re.IGNORECASE,
)
LIGHT = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "it", "its", "there", "he", "she", "they", "we", "i", "us", "them", "be", "is", "are", "was", "were", "been", "being", "am", "have", "has", "had", "having", "do", "does", "did", "done", "doing", "not", "no", "none", "nothing", "neither", "never", "without", "with", "in", "on", "at", "of", "to", "for", "from", "by", "as", "and", "or", "but", "so", "nor", "than", "then", "when", "while", "before", "after", "until", "during", "which", "what", "whose", "how", "where", "whether", "if", "because", "since", "who", "whom", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "go", "went", "gone", "leave", "left", "out", "notice", "noticed", "unnoticed", "act", "acted", "follow", "followed", "attend", "attended", "skip", "skipped", "start", "started", "assumption", "response", "reply", "reaction", "escalation", "communication", "coordination", "intervention", "answer", "one", "also", "only", "still", "yet", "remain", "remained", "use", "used", "run", "ran", "make", "made", "take", "took", "place", "change", "condition", "conditions", "step", "approved", "break", "broke", "broken", "contribute", "contributed", "contributing", "come", "came", "reach", "reached", "lead", "led", "hard", "easy", "get", "right", "wrong", "miss", "accident", "around", "about", "occur", "occurred"]
)  # fmt: skip
FINITE = frozenset(
    ["is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "went", "came", "ran", "took", "left", "made", "led", "make"]
)


def objection(text: str, scene: Scene, *, whole: bool = True) -> str:
    """Return why a rewrite of the whole sentence must not be offered, "" where nothing speaks against it."""
    doc = scene.doc
    outside = ASKED.sub(" ", PROMPT.sub("□", text))
    if "  " in text.strip():
        return "stray space"
    if re.search(r"\[[^\]]*\[", text):
        return "nested prompt"
    for check in (_loses, _loses_negation, _loses_act, _still_blames, _invents, _too_long, _no_sentence, _punctuation):
        found = check(outside, text, scene)
        if found:
            return found
    if whole and _same(outside, doc.text) and not (scene.head is None and scene.request.category == "omission" and "[" in text):
        return "nothing changed"
    return ""


def _same(text: str, other: str) -> bool:
    return re.sub(r"\W+", " ", text).strip().lower() == re.sub(r"\W+", " ", other).strip().lower()


def _loses(outside: str, text: str, scene: Scene) -> str:
    named = scene.request.agent or (0, 0)
    described = [token.text for token in scene.doc if token.i in scene.blamed or _describes(token, scene)]
    blamed = scene.doc[named[0] : named[1]].text + " ".join(described)
    for expression in (NUMBER, IDENTIFIER):
        for found in expression.findall(scene.doc.text):
            if found not in text and found not in blamed and found.strip(".,:") not in text:
                return f"loses {found}"
    for span in scene.doc.user_data.get("opaque", ()):
        if scene.doc.text[span.start : span.end] not in text + blamed:
            return "loses code"
    for token in scene.doc:
        if (
            token.pos_ == "PROPN"
            and token.head.lemma_.lower() not in ERRORS
            and token.i not in scene.blamed
            and token.text[:1].isupper()
            and token.text.lower() not in text.lower()
        ):
            return f"loses {token.text}"
    return _loses_thing(text, scene)


DENIAL = re.compile(
    r"\b(?:not|no|nothing|never|nobody|none|neither|nor|cannot|without|fail\w*|forg[eo]t\w*|neglect\w*|omit\w*|refus\w*|declin\w*|ignor\w*|overlook\w*"
    r"|miss(?:ed|es|ing)?|skip\w*|lack\w*|left out|instead|before|remained|stayed)\b|n[’']t\b|\b(?:did|do|was|would|could|had|is)nt\b",
    re.IGNORECASE,
)
UNREAL = re.compile(r"\b(?:should|shoulda|could|coulda|ought|supposed)\b", re.IGNORECASE)
KNOWN = re.compile(r"\b(?:know\w*|reali[sz]e\w*|see\w*|obvious|clear|foresee\w*|expect\w*|remember\w*)\b", re.IGNORECASE)
WISH = re.compile(r"\b(?:should|shoulda|could|coulda|would|woulda|might|ought|if|had)\b|[’']d\b", re.IGNORECASE)


def _loses_negation(outside: str, text: str, scene: Scene) -> str:
    """Return whether what was denied is now said to have been so; a wish about the past turns its polarity around."""
    start, end = scene.request.target
    if scene.doc[start:end].root.lemma_ == "forget" and any(
        child.dep_ == "ccomp" for child in scene.doc[start:end].root.children
    ):
        return ""
    wish = scene.doc[start:end].text
    if UNREAL.search(wish) and not DENIAL.search(wish) and not KNOWN.search(wish) and outside.strip(" ;.,□"):
        return "" if DENIAL.search(outside) else "loses negation"
    if WISH.search(scene.doc.text) or not DENIAL.search(scene.doc[start:end].text) or not outside.strip(" ;.,□"):
        return ""
    return "" if DENIAL.search(outside) else "loses negation"


def _describes(token: Token, scene: Scene) -> bool:
    """Return whether a token stands in a phrase that describes the blamed, and in no clause."""
    return _belongs_to_blamed(token, scene) and token.dep_ != "relcl"


def _loses_act(outside: str, text: str, scene: Scene) -> str:
    """Return whether nothing is left of what the blaming words tell: their verbs and nouns beyond the omission."""
    if scene.request.category in LOOSE or "[which" in text.lower():
        return ""
    start, end = scene.request.target
    told = [
        t
        for t in scene.doc[start:end]
        if t.pos_ in {"VERB", "NOUN"}
        and t.i not in scene.blamed
        and t.i not in scene.judging
        and not scene.request.is_person(t)
    ]
    told = [
        t
        for t in told
        if not DENIAL.fullmatch(t.text) and t.lemma_.lower() not in SKIPPABLE | EMPTY | MAKING and lemma_of(t) not in DONE
    ]
    known = {lemma for found in WORD.findall(outside) for lemma in lemmas(found.lower())}
    if not told or any(t.lemma_.lower() in known or t.lower_ in known or t.text in outside for t in told):
        return ""
    return "loses the act"


EMPTY = frozenset(
    ["fail", "forget", "neglect", "bother", "manage", "care", "try", "know", "realise", "realize", "see", "notice", "should", "have", "do", "let", "allow", "leave", "be", "make", "cause", "take", "get", "choose", "decide"]
)


def _loses_thing(text: str, scene: Scene) -> str:
    """Return which thing the sentence speaks of is gone: nouns that neither name the blamed nor judge."""
    start, end = scene.request.target
    lowered = text.lower()
    for token in scene.doc:
        if (
            token.pos_ != "NOUN"
            or token.i in scene.blamed
            or token.i in scene.judging
            or token.lemma_.lower() in SKIPPABLE
            or not token.text.isalpha()
        ):
            continue
        if (
            (start <= token.i < end and scene.request.category in LOOSE)
            or scene.request.is_person(token)
            or _belongs_to_blamed(token, scene)
        ):
            continue
        if token.dep_ in {"compound", "amod", "nmod"} and (
            token.head.lemma_.lower() in ERRORS | TRAITS or scene.request.is_person(token.head)
        ):
            continue
        if token.lemma_.lower() in ERRORS | TRAITS:
            continue
        if token.lower_ not in lowered and token.lemma_.lower() not in lowered:
            return f"loses {token.text}"
    return ""


def _belongs_to_blamed(token: Token, scene: Scene) -> bool:
    """Return whether a noun describes the blamed, in their noun phrase or in apposition, and not in a clause of its own."""
    for parent in token.ancestors:
        if parent.i in scene.blamed:
            return True
        if parent.pos_ in {"VERB", "AUX"}:
            return False
    return False


WHO = re.compile(r"\b(?:who|whom|whose|whoever)\b", re.IGNORECASE)


def _is_other_who(token: Token, scene: Scene) -> bool:
    """Return whether a relative pronoun stands for someone else than the blamed, who may stay."""
    return (
        token.lower_ in {"who", "whom"}
        and token.i not in scene.blamed
        and token.head.dep_ == "relcl"
        and token.head.head.i not in scene.blamed
        and scene.head is not None
    )


def _still_blames(outside: str, text: str, scene: Scene) -> str:
    for token in scene.doc:
        if (
            token.i not in scene.blamed
            or token.pos_ not in {"PROPN", "NOUN", "PRON"}
            or (len(token.text) < 2
            and token.text != "I")
        ):
            continue
        if re.search(rf"(?<![\w-]){re.escape(token.lower_)}(?![\w-])", outside.lower()):
            return f"keeps {token.text}"
    if len(WHO.findall(outside)) > sum(_is_other_who(token, scene) for token in scene.doc):
        return "still who"
    start, end = scene.request.target
    if scene.head is None and scene.request.category == "omission" and "[what" in text:
        return "still judges" if BAD.search(outside) else ""
    words = " ".join(scene.doc[start:end].text.lower().split())
    act = next((t for t in scene.doc[start:end] if t.pos_ == "VERB"), None)
    if (
        act is not None
        and lemma_of(act) in lexicon_lemmas("strong_omission_verbs", "omission_verbs") | {"be"}
        and act.lower_ in outside.lower().split()
    ):
        return f"still {act.text}"
    outside = re.sub(r"hard to ([^:]*) by accident", r"\1", outside)
    if (
        "[which change" not in text.lower() and not any(place in scene.blamed for place in range(start, end))
        and not _is_plain_act(start, end, scene)
        and words in " ".join(outside.lower().split())
    ):
        return "still the same"
    if (
        BAD.search(outside)
        or pattern("hindsight_words").search(outside)
        or pattern("accusation_idioms").search(outside)
    ):
        return "still judges"
    return ""


def _is_plain_act(start: int, end: int, scene: Scene) -> bool:
    """Return whether the blaming words are only a verb's forms, which may stay when nobody does it any more."""
    return all(
        token.pos_ in {"VERB", "AUX", "PART", "ADP", "ADV"} for token in scene.doc[start:end]
    ) and scene.request.category in {"person-cause", "omission"}


def _invents(outside: str, text: str, scene: Scene) -> str:
    known = _known(scene.doc)
    for found in WORD.findall(outside):
        lowered = found.lower().removesuffix("'s").removesuffix("’s")
        if lowered in LIGHT or lowered in known or lemmas(lowered) & known:
            continue
        if (
            any(part in known or part in LIGHT or lemmas(part) & known for part in lowered.split("-"))
            and "-" in lowered
        ):
            continue
        if any(len(word) >= 4 and lowered.startswith(word) and len(lowered) <= len(word) + 4 for word in known):
            continue
        return f"adds {found}"
    return ""


def _known(doc: Doc) -> set[str]:
    known = {token.lower_ for token in doc} | {token.lemma_.lower() for token in doc}
    return known | {found.lower() for found in WORD.findall(doc.text)}


def _too_long(outside: str, text: str, scene: Scene) -> str:
    words = len(outside.split())
    return "too long" if words > max(12, 2 * len(scene.doc.text.split())) else ""


def _no_sentence(outside: str, text: str, scene: Scene) -> str:
    if not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in scene.doc):
        return ""
    words = {found.lower() for found in WORD.findall(outside)}
    if words & FINITE or any(token.lower_ in words for token in scene.doc if _is_finite(token)) or not words:
        return ""
    if any(lemmas(found) & {token.lemma_ for token in scene.doc if token.pos_ == "VERB"} for found in words):
        return ""
    return "no finite verb"


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _punctuation(outside: str, text: str, scene: Scene) -> str:
    first = re.match(r"(?i)\W*(where|which|if|who|because|when)\b", outside if outside.strip()[:1] != "□" else "")
    if first and not scene.doc.text.lower().lstrip().startswith(first[1].lower()):
        return "stray opening"
    if re.match(r"(?i)why\b", text):
        return "asks why"
    if re.search(
        r"(?i)\b(?:of|because|than|as|and|the|an?|is|was|are|were|be|that|like)\s*(?:[;:.,]|$)|[.!?][\"”]?;|\w- |;[^;]*;[^;]*;|\b(?:to) to\b",
        outside,
    ):
        return "stray end"
    if len(re.findall(r" /\w", text)) > len(re.findall(r" /\w", scene.doc.text)):
        return "stray slash"
    told = WORD.findall(outside)
    if "[which" not in text.lower() and 0 < len(told) < 3:
        return "too short"
    if re.match(r"(?i)(?:did|do|does)\b", text) or re.search(r"\b(?:caused|triggered)(?:[,.;]| and\b|$)", outside):
        return "stray verb"
    last = scene.doc.text.rstrip()[-1:]
    if last in ".!" and text.rstrip()[-1:] not in {".", "!"}:
        return "other final mark"
    if text.count(" - ") > scene.doc.text.count(" - "):
        return "stray hyphen"
    if re.search(r"[,;:]\s*[,;:]|\(\s|\s[,;.]| {2}|^[^\w\[`\"'“‘(#>*@-]|\band,|,\s*and\s*[.;]", text.strip()):
        return "stray mark"
    if (
        text.count("(") != text.count(")")
        or text.count("“") != text.count("”")
        or text.count('"') % 2 != scene.doc.text.count('"') % 2
    ):
        return "unbalanced"
    return ""
