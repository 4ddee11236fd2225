"""A mark that tells whether the text on which a finding rests is still the same.

The text of a finding is: its quotes, and all text of the sections in which they stand, in which was looked, and in
which the part belongs. Without any of those it is the whole text. So a person's verdict survives work on other
chapters, and not a change where they looked. Verdict and rules are no part of it: a new version of plancheck that
points to the same text leaves it as it is.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancheck.model.document import Block, Dossier
from plancheck.model.finding import Finding

_LENGTH = 12


def marks_of(findings: Iterable[Finding], dossier: Dossier) -> list[str]:
    """The mark of each finding: "k" and 12 hexadecimal digits, so that YAML never takes it for a number."""
    body = _Body(
        [
            _Piece(number, _section(block), b"\n" + _plain(block.text))
            for number, document in enumerate(dossier.documents)
            for block in document.blocks
            if block.role == "body"
        ]
    )
    return [_mark(finding, dossier, body) for finding in findings]


class _Piece(NamedTuple):
    document: int
    section: tuple[str, ...]
    text: bytes


class _Body:
    """All text of a dossier, to be found by the section it stands in and by the heading of that section."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = pieces
        self._of_section: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        self._under: dict[str, list[int]] = {}
        for number, piece in enumerate(pieces):
            self._of_section.setdefault((piece.document, piece.section), []).append(number)
            self._under.setdefault((piece.section or ("",))[-1], []).append(number)
        self._whole = b"".join(piece.text for piece in pieces)

    def text_of(self, sections: Iterable[tuple[int, tuple[str, ...]]], titles: Iterable[str]) -> bytes:
        """The text of these sections and under these headings, in reading order; the whole where there is none."""
        numbers = {number for section in sections for number in self._of_section.get(section, ())}
        numbers.update(number for title in titles for number in self._under.get(title, ()))
        return b"".join(self._pieces[number].text for number in sorted(numbers)) if numbers else self._whole


def _mark(finding: Finding, dossier: Dossier, body: _Body) -> str:
    evidence = (*finding.evidence, *finding.counter_evidence)
    sections = {
        (each.span.document, _section(dossier.documents[each.span.document].blocks[each.span.block]))
        for each in evidence
    }
    titles = {place.heading for place in finding.looked_in} | ({finding.place} if finding.place else set())
    digest = hashlib.sha256(str(finding.requirement.id).encode())
    for quote in sorted({_plain(each.quote) for each in evidence}):
        digest.update(b"\0" + quote)
    digest.update(body.text_of(sections, titles))
    return "k" + digest.hexdigest()[:_LENGTH]


def _section(block: Block) -> tuple[str, ...]:
    """The headings under which a block stands; a heading stands under itself."""
    return (*block.heading_path, block.text) if block.kind == "heading" else block.heading_path


def _plain(text: str) -> bytes:
    """Text without differences in white space, which say nothing."""
    return " ".join(text.split()).encode("utf-8", "replace")
