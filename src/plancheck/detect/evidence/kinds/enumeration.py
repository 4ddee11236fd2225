"""`opsomming`: several points, rows or sentences about the subject, or an enumeration in one sentence."""

import re
from functools import lru_cache

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit

_IN_SENTENCE = re.compile(r"[^,;]{3,},\s+[^,;]{3,}(?:,\s+[^,;]{3,})*\s+(?:en|of)\s+\S+|;[^;]+;", re.IGNORECASE)
_PARTS = re.compile(r"[,;]\s+|\s+(?:en|of)\s+")
_SPECIFIC = 4
_PROSE_AT_MOST = 2
"""Whoever asks for three points or more asks for a list; a few sentences in a row are not one."""
_COUNTED = re.compile(
    r"\b(?:ten eerste|ten tweede|allereerst|daarnaast|verder|ook|tot slot|een ander\w*|het grootste)\b", re.IGNORECASE
)


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Lists and tables with enough filled points, running text with enough points, enumerating sentences."""
    found = list(probe.candidates(text))
    hits: list[Hit] = []
    for units in _by_group(found).values():
        if units[0].kind in ("punt", "rij") and len(units) >= probe.rule.minimum:
            strength = _strength(probe, text, units, probe.rule.minimum) + 0.1
            hits.append(Hit(tuple(units), min(1.0, strength), f"een opsomming van {len(units)} punten", "opsomming"))
    hits += _in_prose(probe, text, [unit for unit in found if unit.kind == "zin"])
    return hits


def _strength(probe: Probe, text: AnalysedText, units: list[Unit], minimum: int) -> float:
    """Halfway between the best point and the last that is needed: one good one between empty ones is no enumeration."""
    found = sorted((probe.strength(unit, text) for unit in units), reverse=True)
    return (found[0] + found[minimum - 1]) / 2


def _by_group(units: list[Unit]) -> dict[int, list[Unit]]:
    groups: dict[int, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.group, []).append(unit)
    return groups


def _in_prose(probe: Probe, text: AnalysedText, sentences: list[Unit]) -> list[Hit]:
    """Sentences that name the subject themselves: an enumeration in one, or enough of them in a section."""
    hits: list[Hit] = []
    per_section: dict[int, list[Unit]] = {}
    for unit in sentences:
        if not _names_subject(probe, text, unit):
            continue
        if _enumerates(probe, unit):
            hits.append(Hit((unit,), probe.strength(unit, text), "een opsomming in de zin", "opsomming"))
        per_section.setdefault(unit.section.number, []).append(unit)
    if probe.rule.minimum > _PROSE_AT_MOST:
        return hits
    for units in per_section.values():
        if len(units) >= max(2, probe.rule.minimum):
            strength = _strength(probe, text, units, max(2, probe.rule.minimum))
            hits.append(Hit(tuple(units), strength, f"{len(units)} zinnen hierover", "opsomming"))
    return hits


def _enumerates(probe: Probe, unit: Unit) -> bool:
    """Whether one sentence sums up enough points: so many of the words asked for, or so many parts."""
    if not _is_enumeration(unit.text):
        return False
    least = max(2, probe.rule.minimum)
    if probe.groups:
        return len(probe.groups[0].positions(unit.terms)) >= least
    return len(_PARTS.split(unit.text)) > least


@lru_cache(maxsize=8192)
def _is_enumeration(text: str) -> bool:
    """Whether a sentence sums up; remembered, since many rules ask it and the search is slow."""
    return _IN_SENTENCE.search(text) is not None


def _names_subject(probe: Probe, text: AnalysedText, unit: Unit) -> bool:
    """Whether a sentence is a point by itself: by its words, or as a specific sentence under the right heading."""
    at_home = probe.home.is_home(unit.section)
    if probe.groups:
        return at_home or unit.number in probe.home.named_numbers(text)
    if at_home:
        return unit.is_hard or unit.specific >= _SPECIFIC or bool(_COUNTED.search(unit.text))
    subjects = probe.topic.subjects if probe.topic else ()
    return any(group.hits(unit.terms) for group in subjects) or bool(_COUNTED.search(unit.text))
