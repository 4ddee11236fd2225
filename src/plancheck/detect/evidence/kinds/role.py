"""`rol`: who does or decides it: functions, bodies, organisations, names."""

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Units that name a role or party; at least `minstens` different ones together."""
    found = [unit for unit in probe.candidates(text) if _who(probe, unit)]
    different = set().union(*(_who(probe, unit) for unit in found)) if found else set()
    if len(different) < probe.rule.minimum:
        return []
    return [Hit((unit,), probe.strength(unit, text), "hier staat wie", "rol") for unit in found]


def _who(probe: Probe, unit: Unit) -> set[str]:
    here = unit.terms.keys()
    return {str(number) for group in (probe.role, probe.party) for number in here & group.numbers}
