"""Which milestone document is this: from its title, its headings and what it is about."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from plancheck.detect.lexicon import Group, Lexicon, Terms
from plancheck.detect.quotes import evidence_of
from plancheck.detect.search import CompiledRequirement, is_found_by_rules
from plancheck.detect.text import AnalysedText, Unit
from plancheck.model.finding import Evidence, Recognised
from plancheck.model.requirement import MilestoneId, RequirementId
from plancheck.rules.ruleset import KindRule

_TITLE_WEIGHT = 3.0
_SUBTITLE_WEIGHT = 2.0
_SELF_WEIGHT = 2.4
_LATER_WORD = 0.25
"""Share of the weight for a kind that the title names after another: "Startnotitie uitvoeringsplan"."""
_WEAK_TITLE = 0.3
"""Share of the weight for a word in the title that other kinds bear as well."""
_PROPERTY_WEIGHT = 0.8
_FILE_WEIGHT = 0.7
_PHRASE_WEIGHT = 1.2
_HEADING_WEIGHT = 1.5
_VERDICT_WEIGHT = 3.0
_ENOUGH = 2.6
_MARGIN = 0.6
_CLEAR = 3.0
"""A kind this far behind the best changes neither the choice nor how certain it is."""
_OPENING_BLOCKS = 7
_OPENING_UNITS = 14
_SHORT = 16
_CLOSE = 5
"""Words between "this is" and the name of the kind."""
_FEW_SECTIONS = 3
_SUBJECT_TERMS = 2
_FULL_CONTENT = 0.5
_THIN = 0.35
"""With less of a kind than this, another name in the opening is believed."""
_LEAST_CONTENT = 0.45
"""So much of a kind must be there, 0-1, where neither title nor subtitle clearly names it."""
_HALF_NAMED = 0.05
"""What a name that is not clear makes up for."""
_SHORTEST_UNNAMED = 20
"""And so many sentences: a page of news names many parts of a plan and is none."""
_SELF = re.compile(
    r"\b(?:dit|deze|voor u ligt|hierbij|voorliggend\w*|dit is|heet|heten|noemen|noemt|onderhavige?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CompiledKind:
    """A kind of document with its terms looked up."""

    kind: KindRule
    titles: Group
    weak_titles: Group
    title_excluded: Group
    phrases: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class KindScore:
    """What points to a kind.

    named: how strongly the opening names it; title: the unit that names it, if any;
    content: 0-1, headings and verdicts.
    """

    kind: KindRule
    score: float
    named: float
    content: float
    title: Unit | None


def compile_kind(kind: KindRule, lexicon: Lexicon) -> CompiledKind:
    """Look up the terms of a kind. Must be done before the text is analysed."""
    return CompiledKind(
        kind=kind,
        titles=lexicon.group([*kind.titles, *kind.weak_titles]),
        weak_titles=lexicon.group(kind.weak_titles),
        title_excluded=lexicon.group(kind.title_excluded),
        phrases=tuple(lexicon.group([phrase]) for phrase in kind.phrases),
    )


def recognise(
    text: AnalysedText,
    kinds: tuple[CompiledKind, ...],
    requirements: dict[RequirementId, CompiledRequirement],
    lexicon: Lexicon,
    subject: Group,
) -> Recognised:
    """The kind of the dossier's first document, with the runner-up when it is uncertain.

    subject: terms of the domain; a document that hardly has them is none of its kinds.
    """
    if subject and not _is_on_subject(text, subject):
        reason = "het document gaat over een ander onderwerp"
        return Recognised(milestone=None, origin="geen", confidence=0.9, reason=reason)
    names = _names(text, kinds, lexicon)
    scores = _scores(text, kinds, names, requirements)
    other = next((each for each in scores if each.kind.milestone is None and each.named >= _SUBTITLE_WEIGHT), None)
    best = _of_the_same([each for each in scores if each.kind.milestone] if other else scores, kinds)
    if other is not None and (best.named == 0 or best.content < _THIN):
        return _none(other, scores)
    little = best.content + _HALF_NAMED * best.named < _LEAST_CONTENT or len(text.units) < _SHORTEST_UNNAMED
    hardly_named = best.named < _SUBTITLE_WEIGHT and little
    if best.score < _ENOUGH or best.kind.milestone is None or hardly_named:
        return _none(best, scores)
    others = [each for each in scores if not best.kind.judged or each.kind.judged != best.kind.judged]
    rivals = [each for each in others if each.score > best.score - _MARGIN and each.kind.milestone]
    certainty = 0.55 + 0.15 * (best.score - max((each.score for each in others), default=0.0))
    return Recognised(
        milestone=best.kind.milestone,
        origin="herkend",
        confidence=round(min(0.99, max(0.5, certainty)), 2),
        reason=_reason(best),
        alternatives=tuple(each.kind.milestone for each in rivals[:1] if each.kind.milestone),
        contains=_contained(best, text, kinds),
        evidence=(_evidence(best.title),) if best.title else (),
    )


def _of_the_same(scores: list[KindScore], kinds: tuple[CompiledKind, ...]) -> KindScore:
    """The best kind; of kinds in which the same is judged the one the package lists first, unless clearly behind."""
    best = scores[0]
    order = [compiled.kind for compiled in kinds]
    same = [each for each in scores if each.kind.judged == best.kind.judged and each.score > best.score - _MARGIN]
    return min(same, key=lambda each: order.index(each.kind)) if best.kind.milestone else best


def _is_on_subject(text: AnalysedText, subject: Group) -> bool:
    """Whether at least two different terms of the domain stand in the text or its headings."""
    found = {number for unit in (*text.units, *text.headings) for number in subject.numbers & unit.terms.keys()}
    return len(found) >= _SUBJECT_TERMS


@dataclass(frozen=True, slots=True)
class _Naming:
    """How strongly the opening of a document names a kind, and where."""

    weight: float
    unit: Unit | None


def _names(text: AnalysedText, kinds: tuple[CompiledKind, ...], lexicon: Lexicon) -> list[_Naming]:
    """For each kind the best place in the opening that names it, plus properties and file name."""
    document = text.dossier.documents[0]
    elsewhere = (
        (document.properties.title, _PROPERTY_WEIGHT),
        (_stem(document.source.path), _FILE_WEIGHT),
    )
    best: list[_Naming] = [_Naming(0.0, None) for _ in kinds]
    for unit, weight in _opening(text, kinds):
        for place, share in _shares(unit.terms, kinds).items():
            if weight * share > best[place].weight:
                best[place] = _Naming(weight * share, unit)
    for words, weight in elsewhere:
        for place, share in _shares(lexicon.terms_of(words), kinds).items():
            best[place] = _Naming(best[place].weight + weight * share, best[place].unit)
    return best


def _opening(text: AnalysedText, kinds: tuple[CompiledKind, ...]) -> list[tuple[Unit, float]]:
    """The title, the lines around it, and first sentences that say what this document is, with their weight."""
    found = [(unit, _TITLE_WEIGHT) for unit in text.headings[:1] if unit.span.block < _OPENING_BLOCKS]
    first = text.units[0].span.block if text.units else 0
    for unit in text.units[:_OPENING_UNITS]:
        if unit.span.block >= first + _OPENING_BLOCKS:
            break
        if _names_itself(unit, kinds):
            found.append((unit, _SELF_WEIGHT))
        elif (
            unit.section is text.units[0].section
            and unit.span.block <= first + 3
            and (unit.words <= _SHORT or _begins_with_a_name(unit, kinds))
        ):
            found.append((unit, _SUBTITLE_WEIGHT))
    return found


def _names_itself(unit: Unit, kinds: tuple[CompiledKind, ...]) -> bool:
    """Whether a sentence says what the document is: "this", "before you lies" and the name of a kind close to it."""
    said = _SELF.search(unit.text)
    if said is None:
        return False
    place = len(unit.text[: said.end()].split())
    positions = {each for compiled in kinds for each in compiled.titles.positions(unit.terms)}
    return any(abs(each - place) <= _CLOSE for each in positions)


def _begins_with_a_name(unit: Unit, kinds: tuple[CompiledKind, ...]) -> bool:
    """Whether a line begins with the name of a kind: a subtitle, however long."""
    return any(
        compiled.titles.hits(unit.terms) and min(compiled.titles.positions(unit.terms)) == 0 for compiled in kinds
    )


def _shares(terms: Terms, kinds: tuple[CompiledKind, ...]) -> dict[int, float]:
    """Which kinds a text names: 1 for the one that is named first, less for what comes after it.

    Kinds in which the same is judged are named together: "strategie en plan" is both.
    """
    first: dict[int, int] = {}
    for place, compiled in enumerate(kinds):
        if compiled.titles.hits(terms) and not compiled.title_excluded.hits(terms):
            first[place] = min(compiled.titles.positions(terms))
    earliest = min(first.values(), default=0)
    named_first = {kinds[place].kind.judged for place, position in first.items() if position == earliest}
    return {
        place: _share_of_title(kinds[place], position, terms)
        * (
            1.0
            if position == earliest or (kinds[place].kind.judged and kinds[place].kind.judged in named_first)
            else _LATER_WORD
        )
        for place, position in first.items()
    }


def _share_of_title(compiled: CompiledKind, position: int, terms: Terms) -> float:
    """How much a word in a title says: less where it is one that other kinds bear as well."""
    return _WEAK_TITLE if position in compiled.weak_titles.positions(terms) else 1.0


def _scores(
    text: AnalysedText,
    kinds: tuple[CompiledKind, ...],
    names: list[_Naming],
    requirements: dict[RequirementId, CompiledRequirement],
) -> list[KindScore]:
    """The kinds with what points to each, best first.

    Judging requirements is most of the work. A kind that could not come near the best one even with all of its
    requirements met keeps the score of its name and headings: its place in the order makes no difference.
    """
    verdicts: dict[RequirementId, float] = {}
    scores = [_named_score(kind, name, text, requirements) for kind, name in zip(kinds, names, strict=True)]
    scores.sort(key=lambda each: -each.score)
    best = 0.0
    for place, each in enumerate(scores):
        own = _own(each.kind, requirements)
        if own and text.units and each.score + _VERDICT_WEIGHT > best - _CLEAR:
            met = sum(_met(requirement, text, verdicts) for requirement in own) / len(own)
            content = met if len(text.sections) <= _FEW_SECTIONS else (each.content + met) / 2
            scores[place] = replace(each, score=each.score + _VERDICT_WEIGHT * met, content=content)
        best = max(best, scores[place].score)
    return sorted(scores, key=lambda each: -each.score)


def _own(kind: KindRule, requirements: dict[RequirementId, CompiledRequirement]) -> list[CompiledRequirement]:
    """The requirements that mark a kind: they hold whatever the facts, and such plans do not often lack them."""
    marking = [requirements[key] for key in kind.judged if key not in kind.unmarking]
    return [each for each in marking if each.requirement.when is None]


def _named_score(
    compiled: CompiledKind, name: _Naming, text: AnalysedText, requirements: dict[RequirementId, CompiledRequirement]
) -> KindScore:
    """How much points to this kind without judging: its name, its phrases and its headings (`content`: their share)."""
    value = name.weight
    if compiled.phrases:
        seen = sum(bool(text.index.holding(phrase)) for phrase in compiled.phrases)
        value += _PHRASE_WEIGHT * seen / len(compiled.phrases)
    own = _own(compiled.kind, requirements)
    if not own or not text.units:
        return KindScore(compiled.kind, value, name.weight, 0.0, name.unit)
    headed = sum(bool(each.topic.home_sections(text)) for each in own) / len(own)
    return KindScore(compiled.kind, value + _HEADING_WEIGHT * headed, name.weight, headed, name.unit)


def _met(compiled: CompiledRequirement, text: AnalysedText, verdicts: dict[RequirementId, float]) -> float:
    """Share of the aspects of a requirement that the rules find; worked out once for all kinds.

    The learned model has no say: it is trained to tell content from mere mention, and a startnotitie with hollow
    chapters is a startnotitie all the same.
    """
    key = compiled.requirement.id
    if key not in verdicts:
        filled = [is_found_by_rules(aspect, text) for aspect in compiled.aspects]
        verdicts[key] = sum(filled) / len(filled)
    return verdicts[key]


def _stem(path: str) -> str:
    return re.sub(r"[_.\-]+", " ", PurePosixPath(path).stem)


def _named_in(compiled: CompiledKind, unit: Unit) -> bool:
    return compiled.titles.hits(unit.terms) and not compiled.title_excluded.hits(unit.terms)


def _contained(best: KindScore, text: AnalysedText, kinds: tuple[CompiledKind, ...]) -> tuple[MilestoneId, ...]:
    """Other milestone documents that stand inside this one under a heading of their own name."""
    judged = set(best.kind.judged)
    found = []
    for compiled in kinds:
        kind = compiled.kind
        if not kind.milestone or kind is best.kind or judged.issuperset(kind.judged):
            continue
        for unit in text.headings[1:]:
            if unit.section.is_annex and _named_in(compiled, unit) and _words_in(text, unit) > 120:
                found.append(kind.milestone)
                break
    return tuple(found)


def _words_in(text: AnalysedText, heading: Unit) -> int:
    return sum(unit.words for unit in text.units if heading.text in unit.section.headings)


def _evidence(unit: Unit) -> Evidence:
    return evidence_of(unit, kind="titel", strength=0.9, reason="de titel noemt de soort", text=unit.text[:200])


def _reason(best: KindScore) -> str:
    by = []
    if best.title is not None:
        by.append("de titel")
    if best.content >= _FULL_CONTENT:
        by.append("de hoofdstukken")
    return "herkend aan " + " en ".join(by) if by else "herkend aan de inhoud"


def _none(best: KindScore, scores: list[KindScore]) -> Recognised:
    if best.kind.milestone is None and best.score > 1.0:
        reason = f"dit lijkt {best.kind.name}, geen mijlpaaldocument"
    else:
        reason = "titel, koppen en inhoud wijzen op geen van de mijlpaaldocumenten"
    near = [each.kind.milestone for each in scores if each.kind.milestone]
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=0.8,
        reason=reason,
        alternatives=tuple(near[:1]),
        evidence=(_evidence(best.title),) if best.title else (),
    )
