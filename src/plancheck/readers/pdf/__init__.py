"""PDF files: text, structure and rules through pdfium; headings, paragraphs and tables rebuilt from them."""

import re
from dataclasses import replace

import pypdfium2

from plancheck.errors import EncryptedFile
from plancheck.model.document import Document, Properties, Source
from plancheck.readers.limits import Limits
from plancheck.readers.paths import with_paths
from plancheck.readers.pdf import problems
from plancheck.readers.pdf.blocks import to_blocks
from plancheck.readers.pdf.contents import find_contents
from plancheck.readers.pdf.headings import Known, find_headings
from plancheck.readers.pdf.joins import Joins
from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.looks import Candidates
from plancheck.readers.pdf.margins import split_margins
from plancheck.readers.pdf.pages import Reading, read_pages
from plancheck.readers.pdf.parts import habits, make_parts
from plancheck.readers.pdf.properties import read_bookmarks, read_properties
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
        count = len(pdf)
        if count == 0:
            raise problems.without_pages(source.path)
        if count > limits.pages:
            raise problems.too_many_pages(source.path, count)
        reading = read_pages(pdf)
        bookmarks = read_bookmarks(pdf)
        properties = read_properties(pdf)
    finally:
        pdf.close()
    if len(reading.damaged) == count:
        raise problems.damaged(source.path)
    if not any(page.content for page in reading.pages):
        raise problems.only_images(source.path)
    return _document(reading, replace(source, pages=count), bookmarks, properties)


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


def _document(reading: Reading, source: Source, bookmarks: dict[str, int], properties: Properties) -> Document:
    """From what stands on the pages to the document: margins, contents, parts, headings, blocks."""
    margins, pages = split_margins(reading.pages)
    lines: list[PdfLine] = [line for page in pages for line in page.lines]
    contents = find_contents(lines, len(pages))
    known = Known(bookmarks, contents.titles)
    usual = habits(pages)
    parts = make_parts(pages, usual, contents.lines, title_lines(lines, known.all(), contents.lines))
    levels, heading_source = find_headings(parts, known, Candidates(parts, usual))
    blocks = to_blocks(parts, levels, Joins(line.text for line in lines))
    return Document(
        source=source,
        blocks=(*margins, *with_paths(blocks)),
        properties=properties,
        notes=tuple(reading.remarks),
        heading_source=heading_source,
        warnings=problems.warnings_of(reading),
    )
