"""Which milestone document is this: from its title, its headings, what it is about, and the words it uses.

For each kind the signs are weighed to one number, as a conditional logit does (McFadden, 1974): kinds compete, and
"none" is one of them. How much each sign weighs is learned from papers of known kind (`sh scripts/train`); a rule
package without a learned model goes by `USUAL`.
"""

import math
from collections.abc import Mapping

from plancheck.detect.evidence.search import CompiledRequirement, is_found_by_rules
from plancheck.detect.milestone.naming import SUBTITLE_WEIGHT, CompiledKind
from plancheck.detect.milestone.nokind import MOST, none_of, of_another_subject, title_evidence
from plancheck.detect.milestone.signs import MANY, NAMED, KindSigns, NoneSigns, signs_of
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group, Lexicon
from plancheck.model.finding import Recognised
from plancheck.model.requirement import RequirementId
from plancheck.rules.weights import KindMix

USUAL = KindMix(
    named=3.7,
    named_clearly=0.1,
    marked=0.0,
    phrases=6.2,
    headed=3.0,
    met=9.8,
    words=0.0,
    other_named=1.3,
    other_phrases=2.5,
    none=7.2,
    length=-1.7,
)
"""The weights where nothing was learned: fitted on the same papers without their words, and then rather more is asked
of a kind."""
_NAMED_CLEARLY = 2.0
"""A name counts in full up to `NAMED`, and for what it is more up to this above it."""
_OTHERNAMED = 3.5
"""More than a title gives: what file and properties add on top tells little."""
_MARKS = 2
"""So many marks of a kind in the opening leave no doubt."""
_USUAL_LENGTH = 60
"""Sentences; a longer paper is more likely one of the kinds."""
_TOO_FAR = 5.0
"""A kind that falls so far behind even with all of its requirements met need not be judged."""
_RIVAL = 0.12
"""A kind this likely is named as what it might be as well."""
_SUBJECT_TERMS = 2
_TELLING = 0.5
"""What the words make of a kind, when they are a reason to give."""
_FEW = 20
"""Sentences: a page of news names many parts of a plan and is none, unless it says that it is."""
_NEAREST = 2
"""So many kinds are named that a document comes nearest to when it is none."""


def recognise(
    text: AnalysedText,
    kinds: tuple[CompiledKind, ...],
    requirements: Mapping[RequirementId, CompiledRequirement],
    lexicon: Lexicon,
    subject: Group,
) -> Recognised:
    """The kind of a dossier: of its first document by name, of all of it by content. With the runner-up when it is
    uncertain.

    subject: terms of the domain; a document that hardly has them is none of its kinds.
    """
    signs, none = signs_of(text, kinds, requirements, lexicon)
    if subject and not _is_on_subject(text, subject):
        return of_another_subject(text, signs, none)
    mix = text.kind_mix or USUAL
    *chances, chance_of_none = _chances(signs, none, text, mix)
    ranked = sorted(zip(chances, signs, strict=True), key=lambda each: -each[0])
    in_order = [each for _, each in ranked]
    chance, best = ranked[0] if ranked else (0.0, None)
    nearest = tuple((each.kind.milestone, round(p, 2)) for p, each in ranked[:_NEAREST] if each.kind.milestone)
    if best is None or chance_of_none >= chance:
        return none_of(text, in_order, nearest, none, chance_of_none, rivals=int(chance >= _RIVAL))
    if len(text.units) < _FEW and best.named < SUBTITLE_WEIGHT:
        return none_of(text, in_order, nearest, none, 1 - chance, rivals=1)
    return Recognised(
        milestone=best.kind.milestone,
        origin="herkend",
        confidence=round(min(MOST, chance), 2),
        reason=_reason(best),
        alternatives=tuple(each.kind.milestone for p, each in ranked[1:2] if p >= _RIVAL and each.kind.milestone),
        evidence=(title_evidence(best.title),) if best.title and best.named >= NAMED else (),
    )


def kind_values(signs: KindSigns, length: int) -> dict[str, float]:
    """What of a kind is weighed, by the names of `KindMix`; `met` comes on top. length: of the text, in units."""
    return {
        "named": min(signs.named, NAMED),
        "named_clearly": min(max(0.0, signs.named - NAMED), _NAMED_CLEARLY),
        "marked": min(signs.marks / _MARKS, 1.0),
        "phrases": signs.phrases,
        "headed": signs.headed,
        "words": _words(signs.words, length),
    }


def none_values(none: NoneSigns) -> dict[str, float]:
    """What of no kind is weighed, by the names of `KindMix`. No paper that was learned from is shorter than a few
    sentences: below that the length says nothing more."""
    return {
        "other_named": min(max((each.named for each in none.others), default=0.0), _OTHERNAMED),
        "other_phrases": max((each.phrases for each in none.others), default=0.0),
        "none": 1.0,
        "length": math.log(max(_FEW, none.length) / _USUAL_LENGTH),
        "words": _words(none.words, none.length),
    }


def _words(chance: float, length: int) -> float:
    """What the words say, less in a short text: a draft of three sentences has the words of no kind yet."""
    return log_chance(chance) * min(1.0, length / _FEW) ** 2


def log_chance(chance: float) -> float:
    """The logarithm of a chance, kept away from what is certain."""
    return math.log(max(chance, 1e-6))


def met_share(signs: KindSigns, text: AnalysedText, known: dict[RequirementId, float]) -> float:
    """Share of the aspects of the kind's requirements that the rules find, 0-1. known: what was worked out before."""
    own = signs.requirements
    return sum(_met(requirement, text, known) for requirement in own) / len(own) if own and text.units else 0.0


def _chances(signs: list[KindSigns], none: NoneSigns, text: AnalysedText, mix: KindMix) -> list[float]:
    """The chance of each kind, and last that of none.

    Judging requirements is most of the work. A kind that could not come near the best one even with all of them met
    is not judged: its score without them is less than it would be, and too low to matter either way.
    """
    known: dict[RequirementId, float] = {}
    scores = [weigh(mix, kind_values(each, none.length)) for each in signs]
    last = weigh(mix, none_values(none))
    best = last
    for place in sorted(range(len(signs)), key=lambda place: -scores[place]):
        if scores[place] + mix.met > best - _TOO_FAR:
            scores[place] += mix.met * met_share(signs[place], text, known)
            best = max(best, scores[place])
    worth = [math.exp(score - best) for score in (*scores, last)]
    total = sum(worth)
    return [each / total for each in worth]


def weigh(mix: KindMix, values: Mapping[str, float]) -> float:
    """The signs, each times its weight."""
    return sum(float(getattr(mix, name)) * value for name, value in values.items())


def _is_on_subject(text: AnalysedText, subject: Group) -> bool:
    """Whether at least two different terms of the domain stand in the text or its headings."""
    found: set[int] = set()
    for unit in (*text.units, *text.headings):
        found |= subject.numbers & unit.terms.keys()
        if len(found) >= _SUBJECT_TERMS:
            return True
    return False


def _met(compiled: CompiledRequirement, text: AnalysedText, known: dict[RequirementId, float]) -> float:
    """Share of the aspects of a requirement that the rules find; worked out once for all kinds.

    The learned model has no say: it is trained to tell content from mere mention, and a startnotitie with hollow
    chapters is a startnotitie all the same.
    """
    key = compiled.requirement.id
    if key not in known:
        filled = [is_found_by_rules(aspect, text) for aspect in compiled.aspects]
        known[key] = sum(filled) / len(filled)
    return known[key]


def _reason(best: KindSigns) -> str:
    by = []
    if best.named >= NAMED:
        by.append("de titel")
    if best.headed >= MANY:
        by.append("de hoofdstukken")
    if best.words >= _TELLING:
        by.append("het woordgebruik")
    return "herkend aan " + " en ".join([", ".join(by[:-1]), by[-1]] if by[1:] else by or ["de inhoud"])
