"""`tabel`: a column, or a row with this label, that is filled in."""

from plancheck.detect.evidence.kinds.probe import Hit, Probe, hollow_numbers
from plancheck.detect.marks.hollow import is_empty_cell
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Tables about the topic in which enough cells of the asked column (or behind the label) are filled."""
    hits: list[Hit] = []
    on_topic = probe.on_topic(text)
    hollow = hollow_numbers(text, probe.aspect, probe.called)
    for table in _possible(probe, text, on_topic):
        about = [unit for unit in table if on_topic is None or unit.number in on_topic]
        rows = [
            unit
            for unit in _filled_rows(probe, probe.with_words(about, text))
            if unit.number not in hollow and probe.has_substance(unit)
        ]
        if len(rows) >= probe.rule.minimum:
            strength = min(1.0, max(probe.strength(unit, text) for unit in rows) + 0.15)
            hits.append(Hit(tuple(rows), strength, f"een tabel met {len(rows)} gevulde regels", "tabel"))
    return hits


def _possible(probe: Probe, text: AnalysedText, on_topic: frozenset[int] | None) -> list[list[Unit]]:
    """The tables in which a row about the topic holds the words that are asked: most hold none."""
    numbers = probe.fitting(text) if on_topic is None else probe.fitting(text) & on_topic
    places = text.table_of.keys() & numbers
    return [text.tables[place] for place in sorted({text.table_of[number] for number in places})]


def _filled_rows(probe: Probe, rows: list[Unit]) -> list[Unit]:
    """Rows whose cell in the first asked column is filled; without such a column, rows that start with the label."""
    if not rows:
        return []
    header = rows[0].header
    column = next((place for place, title in enumerate(header) if _asks(probe, title)), None)
    if column is not None:
        filled = [unit for unit in rows if column < len(unit.cells) and not is_empty_cell(unit.cells[column])]
        return [] if probe.rule.every_row and len(filled) < len(rows) else filled
    return [unit for unit in rows if _labelled(probe, unit)]


def _labelled(probe: Probe, unit: Unit) -> bool:
    label, *values = unit.cells
    return bool(values) and _asks(probe, label) and any(not is_empty_cell(cell) for cell in values)


def _asks(probe: Probe, words: str) -> bool:
    return probe.columns.hits(probe.lexicon.terms_of(words))
