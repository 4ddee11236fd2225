"""What is said of a document that is none of the kinds, or not yet to be seen as one, with what it may be after all."""

import re
from collections.abc import Sequence

from plancheck.detect.marks import hollow
from plancheck.detect.milestone.naming import TITLE_WEIGHT
from plancheck.detect.milestone.signs import NAMED, KindSigns, NoneSigns
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.quotes import evidence_of
from plancheck.detect.text.unit import Unit
from plancheck.model.finding import Evidence, Recognised
from plancheck.model.requirement import MilestoneId

_LITTLE = 60
"""Words: with fewer, a document may be a draft whose text still has to come."""
_FEW_WORDS = 15
"""With fewer, nothing can be said of the subject either."""
_OTHER_SUBJECT = "het document gaat over een ander onderwerp"
_HARDLY_ANY = "er staat bijna geen tekst in dit document"
_CHAPTERS = 3
"""So many headings of a kind, without text, are the skeleton of one."""
_TO_FILL_IN = frozenset((hollow.PLACEHOLDER, hollow.INSTRUCTION))
_FORM = re.compile(r"\[[^\]]*\]|<[^>]*>")
_NEAREST = 2
MOST = 0.99
"""Nothing is certain."""


def of_another_subject(text: AnalysedText, signs: Sequence[KindSigns], none: NoneSigns) -> Recognised:
    """Of a document that hardly holds a word of the domain."""
    order = sorted(signs, key=lambda each: (-each.named, -each.headed))
    if drafts := _drafts(text, order, none):
        return _too_short(drafts)
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=0.9,
        reason=_OTHER_SUBJECT if _words(text) >= _FEW_WORDS else _HARDLY_ANY,
        nearest=tuple((kind, 0.0) for kind in _kinds([each for each in order if each.named >= NAMED])),
    )


def none_of(
    text: AnalysedText,
    ranked: Sequence[KindSigns],
    nearest: tuple[tuple[MilestoneId, float], ...],
    none: NoneSigns,
    chance: float,
    *,
    rivals: int,
) -> Recognised:
    """Of a document that is more likely none of the kinds. ranked: the likeliest first; `rivals` of them come near.

    nearest: the first of them with the chance of each.
    """
    if drafts := _drafts(text, ranked, none):
        return _too_short(drafts)
    looks = none.looks_like
    if looks is not None:
        reason = f"dit lijkt {looks.kind.name}, geen mijlpaaldocument"
    else:
        reason = "titel, koppen en inhoud wijzen op geen van de mijlpaaldocumenten"
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=round(min(MOST, max(0.5, chance)), 2),
        reason=reason,
        alternatives=_kinds(ranked[:rivals]),
        nearest=nearest,
        evidence=(title_evidence(looks.title),) if looks and looks.title and looks.named >= NAMED else (),
    )


def title_evidence(unit: Unit) -> Evidence:
    """The title as evidence for the kind that it names."""
    return evidence_of(unit, kind="titel", strength=0.9, reason="de titel noemt de soort", text=unit.text[:200])


def _too_short(pointed: Sequence[KindSigns]) -> Recognised:
    reason = "er staat nog te weinig tekst om te zien welk document dit is"
    return Recognised(
        milestone=None,
        origin="geen",
        confidence=0.5,
        reason=reason,
        alternatives=_kinds(pointed),
        too_short=True,
    )


def _drafts(text: AnalysedText, signs: Sequence[KindSigns], none: NoneSigns) -> list[KindSigns]:
    """The kinds of which this may be a draft without text; empty when it says enough or is another paper, as a letter.

    A title goes before headings, and a paper with words of a letter must bear it as its title.
    """
    if none.looks_like is not None or _words(text) >= _LITTLE:
        return []
    least = TITLE_WEIGHT if any(other.phrases for other in none.others) else NAMED
    named = [each for each in signs if each.named >= least]
    headed = [each for each in signs if each.headed * len(each.requirements) >= _CHAPTERS]
    return named or sorted(headed, key=lambda each: (-each.headed, -len(each.requirements)))


def _words(text: AnalysedText) -> int:
    """The number of words, but for those of a template that are still to be replaced."""
    return sum(
        unit.words
        for unit in text.units
        if unit.hollow.isdisjoint(_TO_FILL_IN)
        and not _FORM.fullmatch(text.dossier.documents[unit.span.document].blocks[unit.span.block].text.strip())
    )


def _kinds(signs: Sequence[KindSigns]) -> tuple[MilestoneId, ...]:
    return tuple(each.kind.milestone for each in signs if each.kind.milestone)[:_NEAREST]
