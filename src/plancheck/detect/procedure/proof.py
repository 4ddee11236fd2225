"""Is a step taken? Only a statement of fact shows it: that something has happened, not that it will or should.

A sentence that announces, asks, advises or names a condition leaves the step open, and so does one that only says that
something is being done.
"""

import re
from collections.abc import Iterator

from plancheck.detect.facts.statements import CompiledStatement, sayings
from plancheck.detect.marks.stance import Stance
from plancheck.detect.marks.tense import tells_of_the_past
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.unit import Unit

_PERFECT = re.compile(
    r"\b(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden)\b(?=.*\b\w*ge\w+(?:d|t|en)\b|.*\b(?:be|ver|ont|her|er)\w+(?:d|t|en)\b)"
    r"|\b(?:\w*ge|be|ver|ont|her|er)\w+(?:d|t|en)\s+(?:heeft|hebben|had|hadden|is|zijn|was|waren|werd|werden)\b",
    re.IGNORECASE,
)
"""The perfect, or the past passive, of some verb."""
_NOT_YET = re.compile(
    r"\b(?:wordt|worden|zal|zullen|moet(?:en)?|moest(?:en)?|dient|dienen|wil|willen|gaat|gaan|hoeft|hoeven|behoort"
    r"|voornemens|beoogd|gepland|streven|streeft|zodra|nadat|voordat|totdat|tot het|als het|mits|hopen|verwacht\w*"
    r"|(?:is|zijn|werd|werden) (?:[\w'-]+ ){0,8}(?:gevraagd|verzocht|voorgesteld|uitgenodigd|geadviseerd)"
    r"|(?:heeft|hebben|had|hadden) (?:[\w'-]+ ){0,8}(?:voorgesteld|gevraagd te|toegezegd|beloofd|aangekondigd|te \w+en)"
    r"|stelt voor|stelde voor|aangeboden ter|ter \w+ aangeboden|vraagt|vragen|concept van|klaar voor)\b",
    re.IGNORECASE,
)
"""What makes of a deed an intention, a request, a duty or a condition."""


def is_told_as_done(text: str) -> bool:
    """Whether a statement tells of something that has happened."""
    return not _NOT_YET.search(text) and (_PERFECT.search(text) is not None or tells_of_the_past(text))


def proving(statements: tuple[CompiledStatement, ...], text: AnalysedText, lexicon: Lexicon) -> Iterator[Unit]:
    """The units that say that a step was taken."""
    for statement in statements:
        for saying in sayings(statement, text, lexicon):
            if saying.stance is Stance.STATED and is_told_as_done(saying.statement):
                yield saying.unit
