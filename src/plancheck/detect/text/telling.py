"""When what has no verb takes place: "In mei een rondgang" is over where the sentence before it tells of last year."""

import re

from plancheck.detect.marks.tense import looks_back, says_no_time
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit

_INTRODUCES = re.compile(r":\s*$|\b(?:volgende|onderstaande?|hieronder|tabel|overzicht)\b", re.IGNORECASE)
"""How a sentence says that the table behind it belongs to it."""


def mark_time(text: AnalysedText) -> None:
    """Give units that leave their time to what stands before them, or above them, the past of that."""
    for section in text.sections:
        past = looks_back(section.heading)
        before: Unit | None = None
        above: Unit | None = None
        for unit in text.in_section(section):
            if unit.kind == "rij":
                before = above = above or before
            if not unit.tense:
                follows = _follows(unit, before)
                told = follows is not None and follows.tense == "verleden"
                if (told or past) and says_no_time(unit.text, under_past=past):
                    unit.tense = "verleden"
            before = unit if unit.kind == "zin" else None
            above = above if unit.kind == "rij" else None


def _follows(unit: Unit, before: Unit | None) -> Unit | None:
    """The sentence that tells of which time a unit is: what introduces a list or table, or the one before in a
    paragraph."""
    if unit.kind == "punt":
        return unit.introduced_by
    if unit.kind == "rij":
        return before if before and _INTRODUCES.search(before.text) else None
    return before if unit.kind == "zin" and before and before.group == unit.group else None
