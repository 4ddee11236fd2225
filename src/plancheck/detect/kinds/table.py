"""`tabel`: a column, or a row with this label, that is filled in."""

from plancheck.detect.hollow import is_empty_cell
from plancheck.detect.kinds.probe import Hit, Probe
from plancheck.detect.text import AnalysedText, Unit


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Tables about the topic in which enough cells of the asked column (or behind the label) are filled."""
    hits: list[Hit] = []
    for units in text.by_group.values():
        if units[0].kind != "rij":
            continue
        rows = [unit for unit in units if _cell_filled(probe, unit) and _rest_fits(probe, unit, text)]
        if len(rows) >= probe.rule.minimum:
            strength = min(1.0, max(probe.strength(unit) for unit in rows) + 0.15)
            hits.append(Hit(tuple(rows), strength, f"een tabel met {len(rows)} gevulde regels", "tabel"))
    return hits


def _rest_fits(probe: Probe, unit: Unit, text: AnalysedText) -> bool:
    return probe.is_on_topic(unit, text) and probe.has_words(unit, text) and probe.has_substance(unit)


def _cell_filled(probe: Probe, unit: Unit) -> bool:
    for place, title in enumerate(unit.header):
        if place < len(unit.cells) and probe.columns.hits(probe.lexicon.terms_of(title)):
            return not is_empty_cell(unit.cells[place])
    if len(unit.cells) >= 2 and probe.columns.hits(probe.lexicon.terms_of(unit.cells[0])):
        return any(not is_empty_cell(cell) for cell in unit.cells[1:])
    return False
