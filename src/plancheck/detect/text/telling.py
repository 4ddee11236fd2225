"""When what has no verb takes place: "In mei een rondgang" is over where the sentence before it tells of last year."""

from plancheck.detect.marks.tense import looks_back, says_no_time
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.unit import Unit


def mark_time(text: AnalysedText) -> None:
    """Give units that leave their time to what stands before them, or above them, the past of that."""
    for section in text.sections:
        past = looks_back(section.heading)
        before: Unit | None = None
        for unit in text.in_section(section):
            if not unit.tense:
                follows = _follows(unit, before)
                told = follows is not None and follows.tense == "verleden"
                if (told or past) and says_no_time(unit.text, under_past=past):
                    unit.tense = "verleden"
            before = unit if unit.kind == "zin" else None


def _follows(unit: Unit, before: Unit | None) -> Unit | None:
    """The sentence that tells of which time a unit is: what introduces a list, or the one before in a paragraph."""
    if unit.kind == "punt":
        return unit.introduced_by
    return before if unit.kind == "zin" and before and before.group == unit.group else None
