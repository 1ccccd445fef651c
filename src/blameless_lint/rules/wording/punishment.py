"""A remedy punishes, warns, disciplines, or takes something away from people.

Punishment teaches to hide. The next incident will be reported later, and with less in it.

Instead, drop the sanction and say what will make the same act harmless.

Source: Dekker, Just Culture; Allspaw, Blameless PostMortems and a Just Culture (Etsy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from blameless_lint.language.grammar.extent import extent
from blameless_lint.language.grammar.mood import is_asked, is_meta
from blameless_lint.language.grammar.patient import patient_of
from blameless_lint.language.lexicon import lemmas
from blameless_lint.language.people.agent import Kind
from blameless_lint.rules.flag import flag, quoted
from blameless_lint.rules.rule import Example, Match, rule
from blameless_lint.text.expression import expression

if TYPE_CHECKING:
    from blameless_lint.language.grammar.predication import Predication
    from blameless_lint.language.reading import Reading

NOUN = expression(
    r"(?<![\w-])(?:disciplinary (?:\w+ )?(?:action|measures?|process|review|proceedings|hearing|procedure|"
    r"meeting|talk)|"
    r"(?:formal|written|verbal|final|official|oral|stern) (?:warnings?|cautions?|reprimands?|reminders?|counsel\w*)|"
    r"warning letters?|letters? of (?:warning|reprimand)|"
    r"loses (?:\w+ )?(?:rights|access|privileges)|"
    r"reprimands?|(?:held|holds?|holding) (?:[\w.'’-]+ ){0,4}(?:accountable|responsible|liable|answerable|to account)|"
    r"be held (?:personally )?(?:accountable|responsible|liable)|personally (?:liable|accountable|responsible)|"
    r"performance (?:review|improvement plan)|termination of (?:the )?(?:contract|employment)|bonus (?:reduction|"
    r"cut)|must be (?:held )?(?:accountable|responsible)|(?:revok\w+|taking away|losing|loss|suspension|"
    r"withdrawal)(?: of)? (?:\w+ ){0,2}(?:driving|production|deploy|root|admin|commit|access) (?:privi?le?d?ges|"
    r"rights)|(?:revok\w+|losing|loss of|withdrawal of) (?:production|deploy|root|admin|commit) access|"
    r"(?:be|been|being|get|got) (?:fired|disciplined|reprimanded|suspended|demoted|sent home|"
    r"removed from (?:(?:his|her|their) (?:position|job|crew|team|post)|the (?:fire|roster|rota)))|long talk with|"
    r"explain (?:himself|herself|themselves)|a bollocking|without pay\b|parted ways with|"
    r"(?:removal|dismissal|demobili[sz]ation|suspension) of (?:the|this|that|these|his|her|their|said) "
    r"(?:\w+ ){0,2}(?:individuals?|persons?|employees?|trainees?|crews?|operators?|contractors?|drivers?|supervisors?)|"
    r"(?:demob(?:ili[sz]e)?|stand down|send home|standing down) (?:on )?(?:the|this|that|these) (?:\w+ ){0,3}(?:crews?|"
    r"personnel|individuals?|contractors?|persons?|program)|(?:was|were|be|been) asked to (?:leave|resign)|"
    r"unsatisfactory performance|performance rating|"
    r"disciplinary (?:conversation|talk)s?|(?:placed|put|entered) (?:in|on) (?:his|her|their) (?:personnel )?files?|"
    r"supervised duty|off the (?:on-?call )?(?:rota|roster)|(?:write|writes|to write) an apology|"
    r"stern talk\w*|"
    r"letter (?:for|in|to) (?:\w+ ){0,2}(?:file|files)|"
    r"(?:lose|loses|losing|revok(?:e|es|ing)|take(?: \w+)? away|taking away|remove|withdraw|strip|suspend)(?: (?:his|"
    r"her|their|\w+ ?\w*['’]s?|someone's|developers|deploy|commit|all)) (?:\w+ ){0,3}(?:access|rights|keys|"
    r"privileges|permissions|root)|there will be consequences|no more (?:\w+ ){0,3}(?:access|rights) for|"
    r"(?:will|must|should|to) face (?:the )?(?:consequences|sanctions|discipline)|consequences for (?:those|anyone|"
    r"whoever)|zero[- ]tolerance|talk(?:ing)?-to|answer for (?:it|this)|"
    r"(?:(?:note|letter|remark) (?:put |placed |goes |going )?)(?:in|on|into) (?:the )?(?:his|her|their|\w+['’]s) "
    r"(?:personnel )?(?:file|record)s?|to (?:the|his|her|their) personnel file|"
    r"reflective (?:statement|account|essay)s?|no bonus|(?:los\w+|dock\w*|forfeit\w*) (?:him |her |them )?"
    r"(?:a|one|two|three) (?:day|week|month)s?['’]s? (?:pay|wages)|shown? the (?:gate|door)|"
    r"held to (?:a |the )?(?:much )?higher standards?|"
    r"(?:instructed|briefed|lectured) (?:again|once more|anew|in writing)|"
    r"formal (?:conversation|discussion|interview|talk) with|back to the classroom|"
    r"sign(?:s|ed|ing)? (?:a (?:paper|statement|declaration) )?that (?:he|she|they) "
    r"(?:has|have|will|must|understands?)|"
    r"walk (?:[\w.-]+ ){1,4}through the (?:correct|proper|right) (?:procedure|process|steps?|way)|"
    r"to be (?:spoken|talked) to\b(?! by)|(?:will|must|should|was|were|been) (?:be |been )?spoken to about|"
    r"(?:advisory|caution|cautionary|explanation|disciplinary) letters?|"
    r"letters? of (?:advice|caution|concern|displeasure|expectation|explanation)|"
    r"(?:withdrawal|loss|forfeiture|stopping) of (?:the |his |her |their )?(?:\w+ ){0,2}(?:bonus(?:es)?|allowances?|"
    r"seniority|increments?|ticket|rating|authori[sz]ation to)|"
    r"reflective (?:piece|practice|note|log|exercise)s?|(?:write|writes|writing) (?:a|up a|their|his|her) reflections?|"
    r"(?:redo|retake|resit|repeat) (?:his|her|their) (?:\w+ ){0,2}(?:competenc(?:y|ies)|assessment|induction|"
    r"exam|licen[cs]e|certificate)|"
    r"(?:be )?put through (?:\w+ ){1,4}(?:again|anew)|"
    r"(?:not|never) to (?:be )?(?:send|sent|used?|roster(?:ed)?|engaged?|hired?|booked?) (?:(?:that|this|the same|him|"
    r"her|them) )?(?:\w+ )?again|"
    r"spot-?check(?:s|ed|ing)? (?:on )?(?:his|her|their) (?:work|shifts|entries|notes)|"
    r"name and shame|naming and shaming|pip\b(?= for)|counsel(?:l?ing|l?ed) (?:for|of|with) (?:the|those))(?![\w-])",
    re.IGNORECASE,
)
FIRE = frozenset({"fire", "dismiss", "suspend", "terminate", "replace", "fine"})
PERSONS = frozenset({Kind.ROLE, Kind.INDEFINITE, Kind.PRONOUN, Kind.NAME, Kind.HANDLE})


@rule(
    category="punitive",
    severity="error",
    cues=[NOUN],
    examples=[
        Example("Discipline the contractor.", flags=["Discipline the contractor"]),
        Example("The engineer received a formal warning.", flags=["formal warning"]),
        Example("People must be held accountable.", flags=["must be held accountable"]),
        Example("Revoke the intern's access to production.", flags=["Revoke the intern's access"]),
        Example("The clerk got a written caution.", flags=["written caution"]),
        Example("A letter goes in the skipper's file.", flags=["letter goes in the skipper's file"]),
        Example("The clerk lost a week's pay.", flags=["lost a week's pay"]),
        Example("Early crew to be spoken to.", flags=["to be spoken to"]),
        Example("A letter of caution will be sent to the mate.", flags=["letter of caution"]),
        Example("The rigger is to repeat her assessment.", flags=["repeat her assessment"]),
        Example("The firm is not to be used again.", flags=["not to be used again"]),
        Example("The old queue is not to be used by new jobs."),
        Example("The probe may not be sent again within an hour."),
        Example("All clerks will sign that they have read the list.", flags=["sign that they have"]),
        Example("The entry in the job's file was stale."),
        Example("The alert fires after five minutes."),
        Example("The job was suspended and the node replaced."),
        Example("Terminate the instance and revoke the token."),
        Example("A warning is shown in the console."),
        Example("The compiler prints a warning about the notice file."),
        Example("Suspend the CronJob during maintenance."),
        Example("You asked whether someone had been disciplined."),
        Example("The interlock punishes whoever opens the door slowly."),
    ],
)
def punishment(reading: Reading) -> Iterator[Match]:
    """Yield remedies that punish people."""
    for parsed in reading.parsed:
        if not is_meta(parsed):
            for tokens in parsed.find(NOUN):
                if is_asked(tokens.root):
                    continue
                yield flag(parsed, tokens, f"{quoted(tokens, parsed)} is a sanction, not a remedy.", level="error")
    for parsed, predication in reading.predications():
        if predication.lemma not in lemmas("sanction_verbs") or predication.negated or is_meta(parsed):
            continue
        target = patient_of(parsed, predication)
        if _is_of_a_thing(predication) or is_asked(predication.verb):
            continue
        if target is not None and (
            predication.lemma not in FIRE
            or target.kind in PERSONS - ({Kind.NAME} if predication.lemma == "replace" else set())
        ):
            yield flag(
                parsed,
                extent(predication),
                f"{quoted(predication.verb, parsed)} is a sanction, not a remedy.",
                level="error",
            )


def _is_of_a_thing(predication: Predication) -> bool:
    """Return whether no person, but a thing punishes: “the timer punishes whoever is slow”."""
    subject = predication.subject
    return not predication.passive and predication.agent is None and subject is not None and subject.pos_ == "NOUN"
