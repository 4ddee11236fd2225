"""`bijlage`: an annex or chapter of this name with content."""

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText

_ENOUGH_WORDS = 40


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Sections under a heading that names it and that hold enough text that is not hollow.

    With words asked, a chapter that is no annex must hold them so many times: a chapter about a paper is not the paper.
    """
    wanted = probe.about or probe.home.headings
    hits: list[Hit] = []
    for section in text.sections:
        if not any(wanted.hits(terms) for terms in section.heading_terms):
            continue
        units = [unit for unit in text.in_section(section) if not probe.is_hollow(unit)]
        holds_it = section.is_annex or not probe.groups or len(probe.with_words(units, text)) >= probe.rule.minimum
        if sum(unit.words for unit in units) >= _ENOUGH_WORDS and holds_it:
            best = max(units, key=lambda unit: probe.strength(unit, text))
            hits.append(Hit((best,), 0.8, "er staat een hoofdstuk of bijlage met deze naam en inhoud", "bijlage"))
    return hits
