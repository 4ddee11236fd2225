"""Kinds of evidence: one module each, and the table that names them all."""

from collections.abc import Callable

from plancheck.detect.evidence.kinds import annex, cue, enumeration, label, quantity, role, table, words
from plancheck.detect.evidence.kinds.probe import Hit, Probe
from plancheck.detect.text.analysed import AnalysedText
from plancheck.model.requirement import EvidenceKind

Finder = Callable[[Probe, AnalysedText], list[Hit]]

KINDS: dict[EvidenceKind, Finder] = {
    "begrippen": words.find,
    "opsomming": enumeration.find,
    "tabel": table.find,
    "bedrag": quantity.find_amounts,
    "datum": quantity.find_dates,
    "getal": quantity.find_numbers,
    "rol": role.find,
    "reden": cue.find_reasons,
    "keuze": cue.find_choices,
    "bijlage": annex.find,
    "label": label.find,
}

__all__ = ["KINDS", "Finder", "Hit", "Probe"]
