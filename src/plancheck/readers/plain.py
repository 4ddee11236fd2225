"""Plain text: paragraphs between white lines, typed lists, headings in capitals, underlined or numbered."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plancheck.model.document import Document, Source
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.paragraph import Look, Place, raw_line
from plancheck.readers.flow.raw import Raw
from plancheck.readers.paths import with_paths
from plancheck.readers.text import clean

_PLAIN = Look(size=22)
_UNDERLINE = re.compile(r"^\s*([=~_*-])\1{2,}\s*$")
_STARTS = re.compile(r"^\s*(?:[•●▪*–—-]|\d{1,2}(?:\.\d{1,2})*[.):]?|\(?[a-z][.)])\s")
_WIDEST_WRAP = 100
_FULL = 0.7
"""Share of the widest line from which a line can have been broken because it was full."""
_LONGEST_UNDERLINED = 110


def read_plain(text: str, source: Source) -> Document:
    """The document of a plain text."""
    blocks, found_by = find_headings(list(_raws(text.splitlines())))
    return Document(source=source, blocks=tuple(with_paths(blocks)), heading_source=found_by)


def _raws(lines: list[str]) -> Iterator[Raw]:
    lines = [line.rstrip() for line in lines]
    full = _full(lines)
    pending = ""
    for place, line in enumerate(lines):
        if pending and (not line.strip() or _STARTS.match(line) or len(lines[place - 1]) < full):
            yield _raw(pending)
            pending = ""
        if _UNDERLINE.match(line) or not line.strip():
            continue
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if not pending and _UNDERLINE.match(below) and len(line) <= _LONGEST_UNDERLINED:
            yield _raw(line, underlined=True)
        else:
            pending = f"{pending} {line}" if pending else line
    if pending:
        yield _raw(pending)


def _full(lines: list[str]) -> float:
    """From which length a line goes on in the next; more than any line where lines are not broken by hand."""
    lengths = sorted(len(line) for line in lines if line.strip())
    widest = lengths[-1] if lengths else 0
    return _FULL * widest if widest <= _WIDEST_WRAP else float("inf")


def _raw(line: str, *, underlined: bool = False) -> Raw:
    text = clean(line)
    look = replace(_PLAIN, underlined=underlined)
    return raw_line(text, [(text, look)], Place(look=look))
