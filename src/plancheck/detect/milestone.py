"""Which milestone document is this: from its title, its headings, what it is about, and the words it uses.

For each kind the signs are weighed to one number, as a conditional logit does (McFadden, 1974): kinds compete, and
"none" is one of them. How much each sign weighs is learned from papers of known kind (`sh scripts/train`); a rule
package without a learned model goes by `USUAL`.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.detect.lexicon import Group, Lexicon
from plancheck.detect.naming import SUBTITLE_WEIGHT, CompiledKind, Naming, marked, namings
from plancheck.detect.quotes import evidence_of
from plancheck.detect.search import CompiledRequirement, is_found_by_rules
from plancheck.detect.text import AnalysedText, Unit
from plancheck.model.finding import Evidence, Recognised
from plancheck.model.requirement import RequirementId
from plancheck.rules.ruleset import KindRule
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
_NAMED, _NAMED_CLEARLY = 1.0, 2.0
"""A name counts in full up to the first, and for what it is more up to the second above it."""
_OTHER_NAMED = 3.5
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
_MANY = 0.5
"""Such a share of its headings or phrases is a reason to give."""
_TELLING = 0.5
"""What the words make of a kind, when they are a reason to give."""
_FEW = 20
"""Sentences: a page of news names many parts of a plan and is none, unless it says that it is."""
_MOST = 0.99
"""Nothing is certain."""


@dataclass(frozen=True, slots=True)
class KindSigns:
    """What points to one kind, or to several in which the same is judged.

    kind: the one of them that is named best. named: how strongly the opening names it; title: the unit that does, if
    any. marks: how many words in the opening speak for it without naming it. phrases, headed: 0-1, the share of its
    phrases that occur, and of its requirements with a heading of their own. words: the learned chance by the words
    alone, 0-1. requirements: those that mark it.
    """

    kind: KindRule
    named: float
    title: Unit | None
    marks: int
    phrases: float
    headed: float
    words: float
    requirements: tuple[CompiledRequirement, ...]


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """A kind of paper that only looks like one of the package: how it is named and what share of its phrases occur."""

    kind: KindRule
    named: float
    title: Unit | None
    phrases: float


@dataclass(frozen=True, slots=True)
class NoneSigns:
    """What points to none of the kinds: the other papers it may be, what the words make of that, 0-1, and how many
    units there are in all."""

    others: tuple[OtherPaper, ...]
    words: float
    length: int

    @property
    def looks_like(self) -> OtherPaper | None:
        """The other paper that this is, by its name or else its phrases; None when nothing says so clearly."""
        best = max(self.others, key=lambda each: (each.named >= _NAMED, each.named + each.phrases), default=None)
        return best if best and (best.named >= _NAMED or best.phrases >= _MANY) else None


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
    if subject and not _is_on_subject(text, subject):
        reason = "het document gaat over een ander onderwerp"
        return Recognised(milestone=None, origin="geen", confidence=0.9, reason=reason)
    signs, none = signs_of(text, kinds, requirements, lexicon)
    mix = text.kind_mix or USUAL
    *chances, chance_of_none = _chances(signs, none, text, mix)
    ranked = sorted(zip(chances, signs, strict=True), key=lambda each: -each[0])
    chance, best = ranked[0] if ranked else (0.0, None)
    if best is None or chance_of_none >= chance:
        return _none(none, chance_of_none, best.kind if best and chance >= _RIVAL else None)
    if len(text.units) < _FEW and best.named < SUBTITLE_WEIGHT:
        return _none(none, 1 - chance, best.kind)
    return Recognised(
        milestone=best.kind.milestone,
        origin="herkend",
        confidence=round(min(_MOST, chance), 2),
        reason=_reason(best),
        alternatives=tuple(each.kind.milestone for p, each in ranked[1:2] if p >= _RIVAL and each.kind.milestone),
        evidence=(_evidence(best.title),) if best.title and best.named >= _NAMED else (),
    )


def signs_of(
    text: AnalysedText,
    kinds: tuple[CompiledKind, ...],
    requirements: Mapping[RequirementId, CompiledRequirement],
    lexicon: Lexicon,
) -> tuple[list[KindSigns], NoneSigns]:
    """What points to each kind, and to none of them; without judging requirements (`met_share` does)."""
    names = namings(text, kinds, lexicon)
    words = text.kind_words
    groups: dict[tuple[RequirementId, ...], list[tuple[CompiledKind, Naming]]] = {}
    others: list[tuple[CompiledKind, Naming]] = []
    for compiled, name in zip(kinds, names, strict=True):
        place = groups.setdefault(compiled.kind.judged, []) if compiled.kind.milestone else others
        place.append((compiled, name))
    signs = [_signs_of_a_group(group, text, requirements, words) for group in groups.values()]
    return signs, NoneSigns(
        others=tuple(OtherPaper(each.kind, name.weight, name.unit, _phrases(each, text)) for each, name in others),
        words=words.get("", 0.0),
        length=len(text.units),
    )


def _signs_of_a_group(
    group: list[tuple[CompiledKind, Naming]],
    text: AnalysedText,
    requirements: Mapping[RequirementId, CompiledRequirement],
    words: Mapping[str, float],
) -> KindSigns:
    """Of kinds in which the same is judged the one that is named best, the first of the package when none is."""
    best, name = max(group, key=lambda each: each[1].weight)
    own = _marking(best.kind, requirements)
    headed = sum(bool(each.topic.home_sections(text)) for each in own) / len(own) if own and text.units else 0.0
    return KindSigns(
        kind=best.kind,
        named=name.weight,
        title=name.unit,
        marks=max(marked(compiled, text) for compiled, _ in group),
        phrases=max(_phrases(compiled, text) for compiled, _ in group),
        headed=headed,
        words=max(words.get(compiled.kind.milestone or "", 0.0) for compiled, _ in group),
        requirements=own,
    )


def _phrases(compiled: CompiledKind, text: AnalysedText) -> float:
    if not compiled.phrases:
        return 0.0
    return sum(bool(text.index.holding(phrase)) for phrase in compiled.phrases) / len(compiled.phrases)


def _marking(
    kind: KindRule, requirements: Mapping[RequirementId, CompiledRequirement]
) -> tuple[CompiledRequirement, ...]:
    """The requirements that mark a kind: they hold whatever the facts, and such plans do not often lack them."""
    marking = [requirements[key] for key in kind.judged if key not in kind.unmarking]
    return tuple(each for each in marking if each.requirement.when is None)


def kind_values(signs: KindSigns, length: int) -> dict[str, float]:
    """What of a kind is weighed, by the names of `KindMix`; `met` comes on top. length: of the text, in units."""
    return {
        "named": min(signs.named, _NAMED),
        "named_clearly": min(max(0.0, signs.named - _NAMED), _NAMED_CLEARLY),
        "marked": min(signs.marks / _MARKS, 1.0),
        "phrases": signs.phrases,
        "headed": signs.headed,
        "words": _words(signs.words, length),
    }


def none_values(none: NoneSigns) -> dict[str, float]:
    """What of no kind is weighed, by the names of `KindMix`. No paper that was learned from is shorter than a few
    sentences: below that the length says nothing more."""
    return {
        "other_named": min(max((each.named for each in none.others), default=0.0), _OTHER_NAMED),
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
    found = {number for unit in (*text.units, *text.headings) for number in subject.numbers & unit.terms.keys()}
    return len(found) >= _SUBJECT_TERMS


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


def _evidence(unit: Unit) -> Evidence:
    return evidence_of(unit, kind="titel", strength=0.9, reason="de titel noemt de soort", text=unit.text[:200])


def _reason(best: KindSigns) -> str:
    by = []
    if best.named >= _NAMED:
        by.append("de titel")
    if best.headed >= _MANY:
        by.append("de hoofdstukken")
    if best.words >= _TELLING:
        by.append("het woordgebruik")
    return "herkend aan " + " en ".join([", ".join(by[:-1]), by[-1]] if by[1:] else by or ["de inhoud"])


def _none(none: NoneSigns, chance: float, nearest: KindRule | None) -> Recognised:
    looks = none.looks_like
    if looks is not None:
        reason = f"dit lijkt {looks.kind.name}, geen mijlpaaldocument"
    else:
        reason = "titel, koppen en inhoud wijzen op geen van de mijlpaaldocumenten"
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=round(min(_MOST, max(0.5, chance)), 2),
        reason=reason,
        alternatives=(nearest.milestone,) if nearest and nearest.milestone else (),
        evidence=(_evidence(looks.title),) if looks and looks.title and looks.named >= _NAMED else (),
    )
