"""`reden` and `keuze`: the text says why, or what was chosen."""

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText


def find_reasons(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Units that say why."""
    return [
        Hit((unit,), probe.strength(unit, text), "hier staat een reden", "reden")
        for unit in probe.candidates(text)
        if unit.gives_reason
    ]


def find_choices(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Units that say what was chosen or decided."""
    return [
        Hit((unit,), probe.strength(unit, text), "hier staat een keuze of besluit", "keuze")
        for unit in probe.candidates(text)
        if unit.makes_choice
    ]
