"""Where in the document what is missing belongs: the heading whose own text is nearest, else after which one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.evidence.learned import log_odds_of_all
from plancheck.detect.evidence.search import ENOUGH, AspectResult, CompiledRequirement
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Section
from plancheck.model.finding import Finding

_FITS = 4.0
"""A section of this score is the place. Against the places that the writers of eighty plans gave for 301 gaps, 262 of
those chosen are right, where the first heading of the subject was 193 times."""
_NEAR = 1.5
"""After a section of this score a new one is not out of place."""
_HEADED, _UNDER, _EVIDENCE, _NAMED, _LEARNED, _HEADING = 4.0, 1.0, 2.0, 0.5, 0.5, 0.5
_NAMED_ALONE = 2.0
"""What a sentence that names the subject is worth where nothing was learned of it: two make a place."""
_OTHERS, _OPENING, _BARE = 2.0, 2.0, 1.0
_MOST_NAMED = 3
_TITLE = 1
_FLOOR = 7.0
"""So far below even odds lies what the model holds for impossible."""


class _Places(NamedTuple):
    """The sections under which something can stand, and which of them has which number.

    units: the numbers of the units in them, one section behind the other; holders: the place of the section of each.
    """

    sections: list[Section]
    at: dict[int, int]
    units: NDArray[np.intp]
    holders: NDArray[np.intp]


class _Nearness(NamedTuple):
    """What the learned model says of each of those sections, as its score when nothing else points to it."""

    alone: list[float]
    says_something: bool


_PLACES: Memo[str, _Places] = Memo()
"""The places of a text, under one key."""
_HEADINGS: Memo[str, NDArray[np.float32]] = Memo()
"""What the headings of those places say of each facet, under one key."""
_WORTH_LESS: Memo[str, list[float]] = Memo()
"""What each of those places is worth less than another, whatever is asked, under one key."""
_NEARNESS: Memo[tuple[int, ...], _Nearness] = Memo()
"""What the learned model says of each section with a heading, by columns of facets; () for nothing."""


class Where(NamedTuple):
    """place: the heading under which it belongs; after: else the one after which to make a new one; "" for none.

    section: number of the section of either, None for none.
    """

    place: str = ""
    after: str = ""
    section: int | None = None


def where(
    compiled: CompiledRequirement, text: AnalysedText, results: Sequence[AspectResult], others: frozenset[int]
) -> Where:
    """Where a requirement belongs: by headings that name it, evidence that stands there, and what the text is about.

    others: numbers of the sections whose own heading names another requirement of the same document.
    """
    places = _places(text)
    if not places.sections:
        return Where()
    found = _evidence(results)
    scores = _scores(compiled, text, places, found, others)
    score = max(scores)
    chosen = places.sections[scores.index(score)]
    if score >= _FITS or chosen.number in found:
        return Where(place=chosen.heading, section=chosen.number)
    if score >= _NEAR and chosen.number > _TITLE:
        return Where(after=chosen.heading, section=chosen.number)
    return Where()


def after_the_plan(findings: Iterable[Finding], text: AnalysedText) -> list[Finding]:
    """The findings, where what fits nowhere comes after the last section that is the place of a part that is there."""
    known = list(findings)
    headings = {finding.place for finding in known if finding.evidence and finding.place}
    parts = [section.heading for section in text.sections if section.heading in headings and not section.is_annex]
    return [each if each.place or each.after or not parts else replace(each, after=parts[-1]) for each in known]


def _evidence(results: Sequence[AspectResult]) -> dict[int, float]:
    """Number of a section -> the strength of the evidence in it, the best of each aspect added up."""
    found: dict[int, float] = {}
    for result in results:
        best: dict[int, float] = {}
        for hit in result.hits:
            if hit.strength >= ENOUGH:
                for unit in hit.units:
                    best[unit.section.number] = max(hit.strength, best.get(unit.section.number, 0.0))
        for number, strength in best.items():
            found[number] = found.get(number, 0.0) + strength
    return found


def _scores(
    compiled: CompiledRequirement,
    text: AnalysedText,
    places: _Places,
    found: dict[int, float],
    others: frozenset[int],
) -> list[float]:
    """How well the requirement fits each section: mostly as any does of which as much was learned."""
    topic = compiled.topic
    named: dict[int, int] = {}
    for unit in topic.named_in(text) if topic.subjects else ():
        named[unit.section.number] = named.get(unit.section.number, 0) + 1
    nearness = _learned(compiled, text)
    headed = frozenset(text.index.headed(topic.headings))
    homes = frozenset(section.number for section in topic.home_sections(text))
    worth = _NAMED if nearness.says_something else _NAMED_ALONE
    scores = nearness.alone.copy()
    for number in homes.union(named, found, others) & places.at.keys():
        place = places.at[number]
        score = nearness.alone[place]
        if number in headed and topic.is_own_home(places.sections[place]):
            score += _HEADED
        else:
            score += (_UNDER if number in homes else 0.0) - (_OTHERS if number in others else 0.0)
        if number in found:
            score += _EVIDENCE * found[number]
        if number in named:
            score += worth * min(named[number], _MOST_NAMED)
        scores[place] = score
    return scores


def _places(text: AnalysedText) -> _Places:
    known = _PLACES.of(text)
    if "" not in known:
        sections = [section for section in text.sections if section.heading and not section.lists_sources]
        units = [[unit.number for unit in text.in_section(section)] for section in sections]
        known[""] = _Places(
            sections=sections,
            at={section.number: place for place, section in enumerate(sections)},
            units=np.array([number for own in units for number in own], dtype=np.intp),
            holders=np.repeat(np.arange(len(sections)), [len(own) for own in units]),
        )
    return known[""]


def _learned(compiled: CompiledRequirement, text: AnalysedText) -> _Nearness:
    """What the learned model says of each section: of its two best units and of its heading."""
    likely = text.judged_by
    aspects = [aspect.learned for aspect in compiled.aspects if aspect.learned is not None]
    says = likely is not None and len(likely) > 0
    columns = tuple(sorted({column for aspect in aspects for column in aspect.columns})) if says else ()
    known = _NEARNESS.of(text)
    if columns not in known:
        places = _places(text)
        scores = _nearness(list(columns), likely, text, places) if likely is not None and columns else None
        known[columns] = _kept(scores or [0.0] * len(places.sections), text, places.sections)
    return known[columns]


def _kept(scores: list[float], text: AnalysedText, sections: Sequence[Section]) -> _Nearness:
    known = _WORTH_LESS.of(text)
    if "" not in known:
        known[""] = [
            -_OPENING * (section.number <= _TITLE) - _BARE * (not text.in_section(section)) for section in sections
        ]
    alone = [score + less for score, less in zip(scores, known[""], strict=True)]
    return _Nearness(alone, any(scores))


def _nearness(columns: list[int], likely: NDArray[np.float32], text: AnalysedText, places: _Places) -> list[float]:
    """The same for some facets, whatever asks for them."""
    chances = likely[places.units][:, columns].max(axis=1).astype(np.float64)
    headings = _headings(text, places)[:, columns].max(axis=1).astype(np.float64)
    said = _said_by_best(chances, places)
    scores = np.where(np.isnan(said), 0.0, _LEARNED * (said + _FLOOR)) + _HEADING * headings
    found: list[float] = scores.tolist()
    return found


def _said_by_best(chances: NDArray[np.float64], places: _Places) -> NDArray[np.float64]:
    """The mean log odds of the two best units of each section, or of its only one; of an empty one not a number."""
    ordered = log_odds_of_all(chances[np.lexsort((-chances, places.holders))])
    said = np.full(len(places.sections), np.nan)
    held, first, many = np.unique(places.holders, return_index=True, return_counts=True)
    said[held] = ordered[first]
    second = many > 1
    said[held[second]] = (ordered[first[second]] + ordered[first[second] + 1]) / 2
    return said


def _headings(text: AnalysedText, places: _Places) -> NDArray[np.float32]:
    known = _HEADINGS.of(text)
    if "" not in known:
        known[""] = np.stack([text.by_heading(section.heading) for section in places.sections])
    return known[""]
