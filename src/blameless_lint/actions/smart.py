"""Whether a task is specific, measurable and achievable, by its words, each answer with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

_SOFT = (
    "improve|enhance|strengthen|optimi[sz]e|streamline|investigate|look "
    "(?:in)?to|review|consider|explore|research|think(?: "
    "about)?|discuss|talk|speak|monitor|watch|revisit|rethink|evaluate|assess|examine"
    "|understand|learn|figure out|be|become|stay|remain|keep|try|continue|encourage|raise "
    "awareness|communicate|coordinate|align|follow ?up|follow up|get better|do better|work on|work with|handle|manage"
    "|address|tackle|deal with|clean up|sort out|tidy|harden|tune|rework|redo|moderni[sz]e|increase|reduce|better|mor"
    "e|fewer|less|make|ensure|focus|prioriti[sz]e|invest|support|help|plan|prepare|foster|promote|emphasi[sz]e|remind"
    "|tell|pay|care"
    "|reconsider|maintain|avoid|prevent|find a way|find ways?|identify|clarify|reach out|diversify|minimi[sz]e|bring "
    "down|acquire|develop|tighten|refine|adjust|diagnose|determine|analy[sz]e|study|agree"
)
_SOFT_START = re.compile(
    rf"^(?:\W*(?:[\w@.’'-]+ ){{0,4}}?(?:to|will|should|must|shall|needs? to|have to|are|is|we|and|also|please"
    rf"|actively)\s+)*\W*(?P<verb>{_SOFT})\b",
    re.IGNORECASE,
)
_EMPTY_NOUN = re.compile(
    r"\b(?:better|more|improved?|proper|good|enhanced|stronger|closer|regular|clear(?:er)?|thorough|sufficient"
    r"|adequate|robust|additional)\b (?:[\w-]+ ){0,2}?(?:monitoring|alerting|alerts?|testing|tests|communications?"
    r"|documentation|docs|training|processes|process|"
    r"visibility|observability|awareness|coordination|culture|reviews?|coverage|resilien\w+|reliab\w+|validation|care"
    r"|attention|governance|discipline|understanding|quality|ties|answers|logging|procedures?|checks?|oversight"
    r"|collaboration|planning|automation)\b",
    re.IGNORECASE,
)
_VIGILANCE = re.compile(
    r"\b(?:more careful|be careful|careful(?:ly)?|pay (?:more |closer )?attention|more attent\w+|attentive|vigilan\w+"
    r"|more disciplined|discipline\b|situational awareness|double[- ]check|think before|take .{0,40} (?:more "
    r")?seriously|greater care"
    r"|be (?:more |better)|be aware|never (?:again|happen)|always|remember to|remind\w*|everyone|everybody|more "
    r"sceptical|mindful|at all times|culture|mindset|professional\w*|adher\w+|awareness)\b",
    re.IGNORECASE,
)
_UNBOUNDED = re.compile(
    r"\b(?:never(?: again| ever| be)?|ever again|always|all possible|every possible|any possible|every single|each "
    r"and every|under any circumstances|in every situation|at all times|no matter|forever|everything|everywhere"
    r"|anywhere|100 ?% of the time|zero (?:bugs|incidents|errors|downtime)|"
    r"once and for all|all conceivable|every conceivable|however long|until they succeed|guarantee|absolutely"
    r"|completely eliminate|eliminate all|without exception|entire company|regardless|in all cases|whatever happens"
    r"|fully understand|perfect\w*|no more (?:incidents|outages|errors)|whole internet|any and all|continually"
    r"|continuous improvement)\b"
    r"|\bensure (?:that )?(?:no|nothing|nobody|it never|this never|they never)\b|\bmake sure (?:that )?(?:no|nothing"
    r"|nobody|it never|this never)\b|\b(?:all|every|any) .{0,25}\b(?:everywhere|at all times|ever)\b|\b(?:does"
    r"|do)(?:n[’']t| not) (?:ever )?happen again\b|\bimpossible\b.{0,12}\bfor ever\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?<![\w#-])(?:[<>≤≥~=]\s*)?\d[\d,.]*\s?(?:%|ms|s|sec\w*|min\w*|h|hours?|days?|weeks?|months?|GB|MB|TB|KB|rps"
    r"|req\w*|x|×|times|nodes?|people|pods?|replicas?|per|of|\w+)?",
    re.IGNORECASE,
)
_ARTEFACT = re.compile(
    r"\b(?:alert|alarm|dashboard|runbook|playbook|test(?:s| suite| case)?|check(?:s|list)?|rule|script|job|cron ?job"
    r"|page|wiki|document|guide|template|policy|flag|button|limit|quota|timeout|probe|metric|panel|graph|lint(?:er)?"
    r"|hook|pipeline|schema|constraint|index|ticket|report|table|list|"
    r"calendar|rota|label|sign|poster|handbook|section|chapter|column|field|exporter|health ?check|backup|replica"
    r"|canary|sensor|lock|validation|validator|circuit breaker|retry|fallback|failover|environment|cluster|queue"
    r"|budget|contract|annex|procedure|drill|game day|session|training|workshop|meeting|interview|survey|"
    r"poc|prototype|spike|design|proposal|rfc|adr|plan|inventory|map|diagram|module|library|api|endpoint|service"
    r"|image|version|key|certificate|token|role|permission|approver|approval|gate|guard|feature flag|notification"
    r"|message|mail|banner|macro|channel|status page|sla|slo|scanner|suite|account|tool)s?\b",
    re.IGNORECASE,
)
_CHANGE = frozenset(
    [
        "add",
        "set",
        "remove",
        "replace",
        "move",
        "rename",
        "create",
        "write",
        "document",
        "build",
        "install",
        "pin",
        "deploy",
        "upgrade",
        "update",
        "enable",
        "disable",
        "configure",
        "implement",
        "introduce",
        "lower",
        "raise",
        "increase",
        "limit",
        "cap",
        "split",
        "merge",
        "migrate",
        "rotate",
        "delete",
        "drop",
        "archive",
        "revoke",
        "grant",
        "restrict",
        "route",
        "print",
        "buy",
        "order",
        "hire",
        "schedule",
        "run",
        "test",
        "send",
        "publish",
        "automate",
        "reject",
        "refuse",
        "block",
        "require",
        "alert",
        "page",
        "show",
        "log",
        "record",
        "store",
        "put",
        "turn",
        "switch",
        "convert",
        "rewrite",
        "refactor",
        "extend",
        "extract",
        "separate",
        "isolate",
        "retry",
        "cache",
        "backfill",
        "backport",
        "patch",
        "fix",
        "revert",
        "restore",
        "rebuild",
        "reset",
        "redirect",
        "register",
        "reserve",
        "return",
        "share",
        "sign",
        "stagger",
        "subscribe",
        "tag",
        "track",
        "translate",
        "validate",
        "verify",
        "give",
        "ask",
        "file",
        "fit",
        "force",
        "form",
        "give",
        "hide",
        "include",
        "label",
        "link",
        "list",
        "load-test",
        "lock",
        "map",
        "measure",
        "mount",
        "notify",
        "open",
        "order",
        "pause",
        "pick",
        "pin",
        "port",
        "post",
        "prefix",
        "print",
        "provision",
        "pull",
        "quarantine",
        "relabel",
        "release",
        "repaint",
        "report",
        "reshape",
        "resize",
        "retire",
        "reuse",
        "roll",
        "sample",
        "scale",
        "seed",
        "ship",
        "stop",
        "sync",
        "test",
        "throttle",
        "time",
        "tokenize",
        "trigger",
        "trim",
        "unify",
        "use",
        "wire",
        "wrap",
        "set-up",
        "setup",
        "make",
        "let",
        "get",
        "bring",
        "import",
        "change",
        "block",
        "pre-pull",
        "index",
    ]
)
_CODE = re.compile(
    r"`[^`]+`|\b[\w-]+\.(?:ya?ml|json|py|go|sh|md|tf|conf|cfg|pp|toml|lua|sql)\b|\b\w+_\w+\b|--\w|/\w+/"
    r"|\b[a-z]+[A-Z]\w+\b|\b[A-Z]{2,}[\w-]*\d"
)
_RESEARCH = re.compile(
    r"\b(?:investigate|look into|explore|research|think about|consider|understand|study|rethink|reconsider|discuss"
    r"|talk|evaluate whether|find (?:a way|ways)|figure out)\b",
    re.IGNORECASE,
)
_INQUIRY = re.compile(
    r"^\W*(?:[\w@.’'-]+ (?:to|will) )?(?:investigate|find out|understand|determine|clarify|figure out|ask|check (?:if"
    r"|whether|why)|look into|explore|research|analy[sz]e|examine|consider|review)\b",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"\s*[|].*$|\s*[(\[][^)\]]*[)\]]\s*$")


_CARE = re.compile(
    r"\b(?:more careful(?:ly)?|be careful|careful(?:ly)? with|pay (?:more |closer )?attention|more attent\w+"
    r"|attentive|(?:more )?vigilan\w+|more disciplined|situational awareness|think before|(?:more )?seriously"
    r"|greater care|exercise (?:due |greater )?care"
    r"|be aware|remember to|more sceptical|more mindful|more professional\w*|keep an? (?:closer )?eye|check twice"
    r"|stay sharp|more focus(?:ed)?|more diligent\w*|double[- ]check(?! of))\b",
    re.IGNORECASE,
)


class HasTask(Protocol):
    """What has the words of a task."""

    @property
    def task_text(self) -> str:
        """Return the words that say what to do."""


SHORT = 6
"""Words up to which a task that the rules call vague is surely so."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the words of a task say of it, and why."""

    specific: bool
    measurable: bool
    achievable: bool
    vague: bool
    reasons: dict[str, str]
    sure: frozenset[str] = frozenset()


def judge(text: str) -> Traits:
    """Judge the words that say what to do, without its fields."""
    body = re.sub(r"^[A-Z]{1,5}[ -]?\d[\d.-]*:?\s+", "", " ".join(text.split()))
    words = re.findall(r"[\w’'-]+", body)
    soft = _SOFT_START.match(body)
    precise = precision(body)
    vigilance, empty = _VIGILANCE.search(body), _EMPTY_NOUN.search(body)
    unbounded = _UNBOUNDED.search(body)
    reasons: dict[str, str] = {}
    specific, reasons["specific"] = _specific(body, words, soft, precise, vigilance or empty)
    measurable, reasons["measurable"] = _measurable(body, soft, specific=specific, precise=precise)
    achievable = unbounded is None
    reasons["achievable"] = f"“{unbounded.group()}” sets no bound" if unbounded else "it has a bound"
    vague = not specific or bool(soft and precise < 1 and _RESEARCH.search(body))
    reasons["vague"] = reasons["specific"] if vague else "it says what is to change"
    sure = set()
    if not specific and precise == 0 and len(words) <= SHORT:
        sure |= {"specific", "measurable", "vague"}
    if _INQUIRY.match(body) and not measurable:
        sure.add("measurable")
    return Traits(specific, measurable, achievable, vague, reasons, frozenset(sure))


def is_vigilance(item: HasTask) -> bool:
    """Return whether a task asks people to be more careful, and changes nothing else."""
    match = _CARE.search(item.task_text)
    return match is not None and precision(item.task_text) < 2


def is_weak(text: str) -> bool:
    """Return whether a task only documents, trains, tells or reminds: the weaker actions of the RCA2 hierarchy."""
    return bool(_WEAK.search(text)) and not _STRONGER.search(text)


_WEAK = re.compile(
    r"\b(?:document\w*|wiki|readme|guide|guidelines?|runbook|playbook|train\w*|retrain\w*|remind\w*|communicat\w*"
    r"|session|workshop|awareness|educat\w+|polic(?:y|ies)|procedures?|instruct\w*|warning|memo|more careful"
    r"|attention|presentation|review the|paragraph|tell)\b",
    re.IGNORECASE,
)
_STRONGER = re.compile(
    r"\b(?:automat\w+|alert|alarm|monitor|page when|block|reject|refuse|enforce|limit|test in ci|ci job|by a job|lock"
    r"|interlock|default|remove the|replace|redesign|script that|validate|fail(?:s|over)? (?:the|when|if)|switch "
    r"over)\b",
    re.IGNORECASE,
)


def unbounded(text: str) -> str | None:
    """Return the words of a text that leave its work without a bound, or None."""
    match = _UNBOUNDED.search(text)
    return match.group() if match else None


def precision(text: str) -> int:
    """Return how many concrete things a text names: numbers, code, quoted words, conditions."""
    count = (
        len(_CODE.findall(text))
        + len(re.findall(r"[\"“][^\"”]{2,}[\"”]", text))
        + bool(re.search(r"\b(?:when|if|unless|before|instead of|so that|rather than|until)\b", text))
    )
    return count + len([number for number in _NUMBER.findall(text) if re.search(r"\d", number)])


def _specific(
    text: str, words: list[str], soft: re.Match[str] | None, precise: int, empty: re.Match[str] | None
) -> tuple[bool, str]:
    if len(words) < 3 and not precise:
        return False, "it names a subject and no change"
    if empty and precise < 2:
        return False, f"“{empty.group()}” says neither what changes nor how"
    if text.rstrip().endswith("?") and precise < 2:
        return False, "it asks and decides nothing"
    if soft and precise < 1 and (len(words) < 14 or not _ARTEFACT.search(text[soft.end() :])):
        return False, f"“{soft.group('verb')}” names a process and no outcome"
    return True, "it says which thing changes and how"


def _measurable(text: str, soft: re.Match[str] | None, *, specific: bool, precise: int) -> tuple[bool, str]:
    if re.search(r"(?:[<>≤≥]|under|below|above|at least|at most|within|to|than)\s*\d", text):
        return True, "a number says when it is reached"
    if _INQUIRY.match(text) and not re.search(
        r"\b(?:record|write|report|document|decide|publish|list)\w*\b", text, re.IGNORECASE
    ):
        return False, "nothing says how the answer would be seen"
    if not specific:
        return False, "nothing says how its end would be seen"
    if soft and precise < 2:
        return False, f"“{soft.group('verb')}” has no end that could be seen"
    return True, "what exists afterwards can be checked"
