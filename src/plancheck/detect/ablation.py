"""Take a signal away from a text, to measure what it adds: `plancheck evaluate --zonder`."""

from plancheck.detect.marks.substance import HardContent
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit

LEARNED = "geleerd"
HEADINGS = "koppen"
HOLLOW = "hol"
SUBSTANCE = "inhoud"


def take_away(text: AnalysedText, without: frozenset[str]) -> None:
    """Make the units blind to hollow text or to hard content. Headings and what was learned are left out earlier."""
    for unit in (*text.units, *text.headings):
        if HOLLOW in without:
            unit.__dict__["hollow"] = frozenset()
        if SUBSTANCE in without:
            _without_substance(unit)


def _without_substance(unit: Unit) -> None:
    """No amounts, dates, numbers and names are seen, and every sentence counts as specific."""
    unit.__dict__.update(hard=HardContent(), numbers=[], names=[])
    unit.__dict__["specific"] = unit.words
