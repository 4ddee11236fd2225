"""`begrippen`: the words of `samen` stand there."""

from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText


def find(probe: Probe, text: AnalysedText) -> list[Hit]:
    """Every unit that holds the words; with `minstens`, only when there are that many such units."""
    found = list(probe.candidates(text))
    if len(found) < probe.rule.minimum:
        return []
    return [
        Hit((unit,), probe.strength(unit, text), "de tekst noemt het met zoveel woorden", "begrippen") for unit in found
    ]
