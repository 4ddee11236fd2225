"""`label`: what stands behind a word that opens a paragraph, a point, a row or a part: "Geld: ...", "Techniek. ...".

One such word may stand anywhere. In a series it divides a subject: among the labels must be enough of those that the
rule names with `over`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.detect.evidence.kinds.probe import Hit, Probe, hollow_numbers
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Terms, any_hits
from plancheck.detect.text.memo import Memo
from plancheck.detect.text.unit import Section, Unit

_LABEL_WORDS = 6
_COLON = 60
_SAYS_SOMETHING = 0.55
_SIGN = re.compile(r":| [–-] ")
_OPENING = re.compile(
    r"(?:in|op|vanuit|aan|voor|bij|over|rond) (?:\w+ ){0,2}?\w+ (?:opzicht|vlak|gebied|kant|terrein|oogpunt|front)\b"
    r"|op het (?:gebied|vlak|terrein) van (?:(?:de|het) )?\w+(?: en (?:(?:de|het) )?\w+)?"
    r"|(?:wat|waar het) (?:\w+ ){1,5}?(?:betreft|aangaat)\b"
    r"|(?:voor|qua) (?:(?:de|het) )?\w+(?: en (?:(?:de|het) )?\w+)?"
    r"|\w+(?:isch|ieel|lijk)\b",
    re.IGNORECASE,
)
"""How a sentence says at its begin in which respect it speaks: "In technisch opzicht", "Juridisch moet ..."."""
_BEFORE_COLON = re.compile(r"\w+(?: en (?:\w+ )?\w+)?(?=:\s)")
_SERIES: Memo[str, "list[list[Labelled]]"] = Memo()
"""The series of a text, under one key."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands behind it. context: the terms of headings and column heads above it."""

    label: str
    units: tuple[Unit, ...]
    context: tuple[Terms, ...]


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """What stands behind labels with a word of `kolom`, in series with enough labels that `over` names.

    `zonder` says what the headings and column heads above must not be about: categories of risks are no series of
    choices.
    """
    hollow = hollow_numbers(text, probe.aspect, probe.called)
    fitting = probe.fitting(text) if probe.groups else None
    hits: list[Hit] = []
    for series in _series(text):
        terms = [probe.lexicon.terms_of(each.label) for each in series]
        if probe.about and _different(series, [probe.about.hits(own) for own in terms]) < probe.rule.minimum:
            continue
        for each, own in zip(series, terms, strict=True):
            if probe.columns.hits(own) and not any_hits(probe.without, each.context):
                hits += [
                    Hit((unit,), _strength(probe, unit, text), f"dit staat achter «{each.label}»", "label")
                    for unit in each.units
                    if unit.number not in hollow and (fitting is None or unit.number in fitting)
                    if probe.has_substance(unit)
                ]
    return hits


def _strength(probe: Probe, unit: Unit, text: AnalysedText) -> float:
    """The label says what the unit is about: one word of its own is enough there."""
    return max(_SAYS_SOMETHING if unit.specific else 0.0, probe.strength(unit, text))


def _different(series: "Sequence[Labelled]", counts: Sequence[bool]) -> int:
    return len({each.label.lower() for each, counted in zip(series, counts, strict=True) if counted})


def _series(text: AnalysedText) -> "list[list[Labelled]]":
    known = _SERIES.of(text)
    if "" not in known:
        found: dict[object, list[Labelled]] = {}
        for section in text.sections:
            units = text.in_section(section)
            if section.heading and units and len(section.heading.split()) <= _LABEL_WORDS:
                key = (section.document, section.headings[:-1])
                context = section.heading_terms[1:]
                found.setdefault(key, []).append(Labelled(section.heading, tuple(units), context))
            for each in _in_section(section, units):
                first = each.units[0]
                found.setdefault(first.group if first.kind == "rij" else section.number, []).append(each)
        known[""] = [series for series in found.values() if len(series) > 1]
    return known[""]


def _in_section(section: Section, units: Sequence[Unit]) -> Iterator[Labelled]:
    """The labelled paragraphs, points and rows of a section."""
    place = 0
    while place < len(units):
        first = units[place]
        whole = _paragraph(units, place)
        place += len(whole)
        if parts := _divided(whole):
            yield from (Labelled(label, part, (*section.heading_terms, *first.lead)) for label, part in parts)
            continue
        label, behind = _label(first, whole)
        context = (*section.heading_terms, *first.lead)
        if label and behind:
            yield Labelled(label, tuple(behind), context)
        else:
            opened = ((_OPENING.match(unit.text), unit) for unit in whole)
            yield from (Labelled(match.group(), (unit,), context) for match, unit in opened if match)


def _paragraph(units: Sequence[Unit], place: int) -> Sequence[Unit]:
    """The sentences of the paragraph that begins at a place; a point or a row stands alone."""
    first, end = units[place], place + 1
    while first.kind == "zin" and end < len(units) and units[end].kind == "zin" and units[end].group == first.group:
        end += 1
    return units[place:end]


def _divided(whole: Sequence[Unit]) -> list[tuple[str, tuple[Unit, ...]]]:
    """The parts of a paragraph with several labels in it: "Recht: is ... Geld: een ..."; none where it has fewer."""
    opened = [(place, _BEFORE_COLON.match(unit.text)) for place, unit in enumerate(whole)]
    starts = [(place, match.group()) for place, match in opened if match]
    if len(starts) <= 1:
        return []
    ends = [*(place for place, _ in starts[1:]), len(whole)]
    return [(label, tuple(whole[place:end])) for (place, label), end in zip(starts, ends, strict=True)]


def _label(first: Unit, whole: Sequence[Unit]) -> tuple[str, Sequence[Unit]]:
    """The label that opens a paragraph, point or row, with what it is the label of; "" for none."""
    if first.kind == "rij":
        return (first.cells[0], whole) if len([cell for cell in first.cells if cell.strip()]) > 1 else ("", ())
    sign = _SIGN.search(first.text, 0, _COLON)
    before = first.text[: sign.start()] if sign else ""
    if before and len(before.split()) <= _LABEL_WORDS:
        return before, whole
    if first.kind == "zin" and first.words <= _LABEL_WORDS and len(whole) > 1:
        return first.text.rstrip(" .?:"), whole[1:]
    before, stop, rest = first.text.partition(". ")
    if stop and rest and len(before.split()) <= _LABEL_WORDS // 2:
        return before, whole
    return "", ()
