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
    body = [
        _Piece(number, _section(block), _plain(block.text))
        for number, document in enumerate(dossier.documents)
        for block in document.blocks
        if block.role == "body"
    ]
    return [_mark(finding, dossier, body) for finding in findings]


class _Piece(NamedTuple):
    document: int
    section: tuple[str, ...]
    text: bytes


def _mark(finding: Finding, dossier: Dossier, body: Sequence[_Piece]) -> str:
    evidence = (*finding.evidence, *finding.counter_evidence)
    sections = {
        (each.span.document, _section(dossier.documents[each.span.document].blocks[each.span.block]))
        for each in evidence
    }
    titles = {place.heading for place in finding.looked_in} | ({finding.place} if finding.place else set())
    digest = hashlib.sha256(str(finding.requirement.id).encode())
    for quote in sorted({_plain(each.quote) for each in evidence}):
        digest.update(b"\0" + quote)
    chosen = [
        piece for piece in body if (piece.document, piece.section) in sections or (piece.section or ("",))[-1] in titles
    ]
    for piece in chosen or body:
        digest.update(b"\n" + piece.text)
    return "k" + digest.hexdigest()[:_LENGTH]


def _section(block: Block) -> tuple[str, ...]:
    """The headings under which a block stands; a heading stands under itself."""
    return (*block.heading_path, block.text) if block.kind == "heading" else block.heading_path


def _plain(text: str) -> bytes:
    """Text without differences in white space, which say nothing."""
    return " ".join(text.split()).encode("utf-8", "replace")
