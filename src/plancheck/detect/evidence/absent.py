"""Does a text say of an answer, by its name, that it is not there? What seems to be it then is mostly something else.

"De planning is nog niet bekend" is no planning; nor is the month in which the next newsletter comes, which stands
beside it. Only what is beyond doubt counts there.
"""

from collections.abc import Sequence

from plancheck.detect.evidence.kinds.probe import BEYOND_DOUBT, Hit
from plancheck.detect.marks import hollow
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Group, any_hits
from plancheck.detect.text.unit import Unit

_SAYS_SO = frozenset((hollow.DENIAL, hollow.UNDECIDED, hollow.PROMISE))


def without_what_is_denied(hits: Sequence[Hit], called: Group, text: AnalysedText) -> list[Hit]:
    """The hits without those in a section that says that the answer is not there, unless one of all is beyond doubt.

    called: what the answer is called; without a name for it nothing is left out.
    """
    if not called or not hits or any(hit.strength >= BEYOND_DOUBT for hit in hits):
        return list(hits)
    sections = {hit.units[0].section.number for hit in hits}
    denied = {
        number
        for number in sections
        if any(_denies(called, text.units[place]) for place in text.index.in_sections((number,)))
    }
    return [hit for hit in hits if hit.units[0].section.number not in denied]


def _denies(called: Group, unit: Unit) -> bool:
    """Whether a unit says that what is called so is missing, comes later or is still to be made."""
    if any_hits(called, unit.put_off):
        return True
    return bool(unit.hollow & _SAYS_SO) and called.hits(unit.terms)
