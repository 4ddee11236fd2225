"""`bedrag`, `datum` and `getal`: amounts, dates and numbers about the subject."""

from collections.abc import Callable, Sequence

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.marks import substance
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit


def find_amounts(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Amounts of money."""
    return _find(probe, text, lambda unit: unit.amounts, "hier staat een bedrag", "bedrag")


def find_dates(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Dates and periods."""
    return _find(probe, text, lambda unit: unit.dates, "hier staat een datum of periode", "datum")


def find_numbers(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Numbers, of the asked unit where the rule names one."""

    def of_unit(unit: Unit) -> Sequence[str]:
        if not probe.units:
            return unit.numbers
        if unit.kind == "rij":
            return unit.numbers if probe.units.hits(unit.terms) else []
        return [
            number for number, words in substance.counted(unit.text) if probe.units.hits(probe.lexicon.terms_of(words))
        ]

    return _find(probe, text, of_unit, "hier staat een getal", "getal")


def _find(
    probe: Probe, text: AnalysedText, values: Callable[[Unit], Sequence[str]], reason: str, kind: str
) -> list[Hit]:
    """One hit per unit; nothing when there are fewer different values than `minstens`."""
    found = [(unit, values(unit)) for unit in probe.candidates(text)]
    found = [(unit, seen) for unit, seen in found if seen]
    if len({value for _, seen in found for value in seen}) < probe.rule.minimum:
        return []
    return [Hit((unit,), probe.strength(unit, text), reason, kind) for unit, _ in found]
