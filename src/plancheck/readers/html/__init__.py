"""Web pages: .html and .htm, for drafts and for what a word processor or a website exports."""

import codecs
import re

from plancheck.model.document import Block, Document, Properties, Source
from plancheck.readers.container import Element
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.raw import Raw
from plancheck.readers.flow.warnings import warnings_of, without_text
from plancheck.readers.html.content import Reader, parsed
from plancheck.readers.limits import Limits
from plancheck.readers.paths import with_paths
from plancheck.readers.sniff import decoded
from plancheck.readers.text import clean

_CODING = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096
_DATE = re.compile(r"^\d{4}-\d\d-\d\d")


def read_html(text: str, source: Source, limits: Limits) -> Document:
    """The document of a web page.

    Raises:
        UnreadableFile: it holds no text. LimitExceeded: it nests beyond the limits.
    """
    root = parsed(text, source.path, limits)
    reader = Reader()
    raws = list(reader.blocks(root)) if root is not None else []
    margins: dict[tuple[str, str], Block] = {}
    body: list[Raw] = []
    for raw in raws:
        if raw.block.role in ("header", "footer"):
            margins.setdefault((raw.block.role, raw.block.text), raw.block)
        else:
            body.append(raw)
    found, found_by = find_headings(body)
    if not any(block.text for block in found):
        raise without_text("webpagina", source.path, only_pictures=reader.pictures > 0)
    return Document(
        source=source,
        blocks=(*margins.values(), *with_paths(found)),
        properties=_properties(root),
        heading_source="structuur" if found_by == "stijl" else found_by,
        warnings=warnings_of(changes=reader.changes, comments=0, hidden=reader.hidden),
    )


def page_text(content: bytes) -> str:
    """The text of a page in the coding it declares; else UTF-8, else what old Windows programs write."""
    declared = _CODING.search(content[:_HEAD])
    if declared and not content.startswith(_MARKS):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            return decoded(content)
    return decoded(content)


def _properties(root: Element) -> Properties:
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or "").lower()
        named.setdefault(name, clean(meta.get("content") or ""))

    def first(*names: str) -> str:
        return next((named[name] for name in names if named.get(name)), "")

    dates = [match[0] if (match := _DATE.match(first(*names))) else "" for names in (_CREATED, _MODIFIED)]
    return Properties(
        title=clean(root.findtext(".//title") or "") or first("dcterms.title", "dc.title"),
        subject=first("dcterms.subject", "dc.subject", "description"),
        author=first("author", "dcterms.creator", "dc.creator"),
        created=dates[0],
        modified=dates[1],
    )


_CREATED = ("dcterms.created", "dcterms.issued", "created", "date")
_MODIFIED = ("dcterms.modified", "changed", "last-modified")
