"""PDF files: text, structure and rules through pdfium; headings, paragraphs and tables rebuilt from them."""

import re
from dataclasses import dataclass, replace

import pypdfium2

from plancheck.errors import EncryptedFile
from plancheck.model.document import Block, Document, Properties, Source
from plancheck.readers.limits import Limits
from plancheck.readers.paths import with_paths
from plancheck.readers.pdf import problems
from plancheck.readers.pdf.blocks import to_blocks
from plancheck.readers.pdf.contents import find_contents
from plancheck.readers.pdf.habits import habits
from plancheck.readers.pdf.headings import Known, find_headings
from plancheck.readers.pdf.joins import Joins
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.looks import Candidates
from plancheck.readers.pdf.margins import split_margins
from plancheck.readers.pdf.pages import Reading, read_pages
from plancheck.readers.pdf.parts import make_parts
from plancheck.readers.pdf.pictures import headings_on
from plancheck.readers.pdf.properties import read_attachments, read_bookmarks, read_page_labels, read_properties
from plancheck.readers.pdf.titles import title_lines

_NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]{0,200}/Count\s+0\b|/Count\s+0\b[^>]{0,200}/Type\s*/Pages\b")


def read_pdf(content: bytes, source: Source, limits: Limits) -> Document:
    """The document in a PDF file.

    Raises:
        UnreadableFile: damaged, without pages, or without text. EncryptedFile: a password is needed.
        LimitExceeded: too many pages.
    """
    pdf = _open(content, source.path)
    try:
        pdf.init_forms()
        count = len(pdf)
        if count == 0:
            raise problems.without_pages(source.path)
        if count > limits.pages:
            raise problems.too_many_pages(source.path, count)
        reading = read_pages(pdf)
        bookmarks = read_bookmarks(pdf)
        about = _About(read_properties(pdf), tuple(read_attachments(pdf)), read_page_labels(pdf))
    finally:
        pdf.close()
    if len(reading.damaged) == count:
        raise problems.damaged(source.path)
    if not any(page.content for page in reading.pages if page.number not in reading.stamped) and not reading.fields:
        raise problems.only_images(source.path)
    return _document(reading, replace(source, pages=count), bookmarks, about)


@dataclass(frozen=True, slots=True)
class _About:
    """What the file says of itself."""

    properties: Properties
    attachments: tuple[str, ...]
    page_labels: tuple[str, ...]


def _open(content: bytes, path: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise EncryptedFile(
                "deze PDF is beveiligd met een wachtwoord.",
                path=path,
                hint="Haal de beveiliging eraf en sla hem opnieuw op.",
            ) from error
        if _NO_PAGES.search(content):
            raise problems.without_pages(path) from error
        raise problems.damaged(path) from error


def _document(reading: Reading, source: Source, bookmarks: dict[str, int], about: _About) -> Document:
    """From what stands on the pages to the document: margins, contents, parts, headings, blocks."""
    margins, pages = split_margins(reading.pages)
    lines: list[PdfLine] = [line for page in pages for line in page.lines]
    contents = find_contents(lines, len(pages))
    known = Known(bookmarks, contents.titles)
    usual = habits(pages)
    parts = make_parts(pages, usual, contents.lines, title_lines(lines, known.all(), contents.lines))
    levels, heading_source = find_headings(parts, known, Candidates(parts, usual))
    blocks = _with_fields(to_blocks(parts, levels, Joins(line.text for line in lines)), reading.fields)
    return Document(
        source=source,
        blocks=_with_confidence((*margins, *with_paths(blocks)), reading),
        properties=about.properties,
        notes=tuple(reading.remarks),
        heading_source=heading_source,
        warnings=problems.warnings_of(reading, list(about.attachments)),
        unread_pages=tuple(sorted([*problems.unread_pages(reading), *reading.damaged, *reading.meaningless])),
        unread_pictures=headings_on(blocks, problems.pictured_pages(reading)),
        page_labels=about.page_labels,
    )


def _with_confidence(blocks: tuple[Block, ...], reading: Reading) -> tuple[Block, ...]:
    """The blocks, each told how sure the recogniser was of its page."""
    if not reading.recognised:
        return blocks
    sure = [(block, reading.recognised.get(block.page or 0)) for block in blocks]
    return tuple(block if share is None else replace(block, confidence=share) for block, share in sure)


def _with_fields(blocks: list[Block], fields: list[tuple[int, str]]) -> list[Block]:
    """What was filled in on a form, behind the text of its page."""
    found = list(blocks)
    for page, text in fields:
        place = max((index + 1 for index, block in enumerate(found) if (block.page or 0) <= page), default=0)
        found.insert(place, Block(kind="paragraph", text=text, page=page))
    return found
