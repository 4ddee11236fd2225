"""A mark that tells whether the text on which a finding rests is still the same.

The text of a finding is: its quotes, and all text of the sections in which they stand, in which was looked, and in
which the part belongs. Without any of those it is the whole text. So a person's verdict survives work on other
chapters, and not a change where they looked. Verdict and rules are no part of it: a new version of plancheck that
points to the same text leaves it as it is.
"""

import hashlib
from collections.abc import Iterator

from plancheck.model.document import Block, Dossier
from plancheck.model.finding import Finding

_LENGTH = 12


def mark_of(finding: Finding, dossier: Dossier) -> str:
    """The mark: "k" and 12 hexadecimal digits, so that YAML never takes it for a number."""
    evidence = (*finding.evidence, *finding.counter_evidence)
    sections = {
        (each.span.document, _section(dossier.documents[each.span.document].blocks[each.span.block]))
        for each in evidence
    }
    titles = {place.heading for place in finding.looked_in} | ({finding.place} if finding.place else set())
    digest = hashlib.sha256(str(finding.requirement.id).encode())
    for quote in sorted({_plain(each.quote) for each in evidence}):
        digest.update(b"\0" + quote)
    body = list(_body(dossier))
    chosen = [
        block
        for number, block in body
        if (number, _section(block)) in sections or (_section(block) or ("",))[-1] in titles
    ]
    for block in chosen or [block for _number, block in body]:
        digest.update(b"\n" + _plain(block.text))
    return "k" + digest.hexdigest()[:_LENGTH]


def _body(dossier: Dossier) -> Iterator[tuple[int, Block]]:
    for number, document in enumerate(dossier.documents):
        yield from ((number, block) for block in document.blocks if block.role == "body")


def _section(block: Block) -> tuple[str, ...]:
    """The headings under which a block stands; a heading stands under itself."""
    return (*block.heading_path, block.text) if block.kind == "heading" else block.heading_path


def _plain(text: str) -> bytes:
    """Text without differences in white space, which say nothing."""
    return " ".join(text.split()).encode("utf-8", "replace")
