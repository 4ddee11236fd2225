"""How far a unit stands among text about the subject of the package, and about the things this document is about."""

from collections import Counter
from collections.abc import Callable, Sequence

from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.cut import title_block
from plancheck.detect.text.lexicon import Group, Terms, any_hits
from plancheck.detect.text.unit import Unit

OFTEN = 2


def mark(text: AnalysedText, subject: Group) -> None:
    """Give every unit its `surroundings`: shares 0-1 in a fixed order, which the learned model reads.

    The unit names the subject; what stands beside it does; its headings do; share of its section that does; share of
    its document that does; the title does; share of its names that the document uses more often.
    """
    held = text.index.holding(subject)
    own = [unit.number in held for unit in text.units]
    by_section = _shares(text.units, own, lambda unit: unit.section.number)
    by_document = _shares(text.units, own, lambda unit: unit.span.document)
    headed = [any_hits(subject, section.heading_terms) for section in text.sections]
    titles = [_title_is_about(text, number, subject) for number in range(len(text.dossier.documents))]
    names = Counter(name for unit in (*text.units, *text.headings) for name in set(unit.names))
    for unit, names_it in zip(text.units, own, strict=True):
        known = [names[name] >= OFTEN for name in unit.names]
        unit.surroundings = (
            float(names_it),
            float(any(other.number in held for other in unit.near) or any_hits(subject, unit.lead)),
            float(headed[unit.section.number]),
            by_section[unit.section.number],
            by_document[unit.span.document],
            float(titles[unit.span.document]),
            sum(known) / len(known) if known else 0.0,
        )


def _shares(units: Sequence[Unit], hits: Sequence[bool], place_of: Callable[[Unit], int]) -> dict[int, float]:
    counts: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for unit, hit in zip(units, hits, strict=True):
        counts[place_of(unit)] += 1
        found[place_of(unit)] += hit
    return {place: found[place] / counts[place] for place in counts}


def _title_is_about(text: AnalysedText, document: int, subject: Group) -> bool:
    """Whether the title of a document names the subject; its first heading when no heading is clearly the title."""
    headings = [unit for unit in text.headings if unit.span.document == document]
    block = title_block(text.dossier.documents[document])
    title: Terms = next((unit.terms for unit in headings if unit.span.block == block or block is None), {})
    return subject.hits(title)
