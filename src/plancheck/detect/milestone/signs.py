"""What points to each kind of document, and to none of them, as far as no requirement has to be judged for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.detect.evidence.search import CompiledRequirement
from plancheck.detect.milestone.naming import CompiledKind, Naming, marked, namings
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.unit import Unit
from plancheck.model.requirement import RequirementId
from plancheck.rules.ruleset import KindRule

NAMED = 1.0
"""So strongly is a kind named by a title, a line beside it, or a sentence that says what this is."""
MANY = 0.5
"""Such a share of its headings or phrases is a reason to give."""


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
        best = max(self.others, key=lambda each: (each.named >= NAMED, each.named + each.phrases), default=None)
        return best if best and (best.named >= NAMED or best.phrases >= MANY) else None


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
