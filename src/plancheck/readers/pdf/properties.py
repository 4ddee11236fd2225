"""What a PDF says about itself: title, author, dates, bookmarks, and remarks in its margin."""

import ctypes
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from plancheck.model.document import Annotation, Properties
from plancheck.readers.dates import own_day
from plancheck.readers.pdf.texts import letters
from plancheck.readers.text import clean

_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_MOST_BOOKMARKS = 5_000
_NO_REMARKS = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_POPUP)
"""Annotations that hold no remark of a reviewer; any other may carry one."""
_MOST_ATTACHMENTS = 100
_LONGEST_NAME = 100


def read_properties(pdf: pypdfium2.PdfDocument) -> Properties:
    """Title, subject, author and dates."""
    return Properties(
        title=_property(pdf, b"Title"),
        subject=_property(pdf, b"Subject"),
        author=_property(pdf, b"Author"),
        created=own_day(iso_date(_property(pdf, b"CreationDate"))),
        modified=own_day(iso_date(_property(pdf, b"ModDate"))),
    )


def _property(pdf: pypdfium2.PdfDocument, key: bytes) -> str:
    return utf16(partial(pdfium.FPDF_GetMetaText, pdf.raw, key))


def iso_date(date: str) -> str:
    """A PDF date (D:20261123...) as 2026-11-23; empty when it is no date."""
    match = _DATE.match(date)
    if match is None:
        return ""
    month, day = match[2] or "01", match[3] or "01"
    return f"{match[1]}-{month}-{day}" if "01" <= month <= "12" and "01" <= day <= "31" else ""


def read_bookmarks(pdf: pypdfium2.PdfDocument) -> dict[str, int]:
    """Titles of the bookmarks, letters only -> level from 1."""
    found: dict[str, int] = {}
    for count, bookmark in enumerate(pdf.get_toc(max_depth=6)):
        if count >= _MOST_BOOKMARKS:
            break
        title = letters(utf16(partial(pdfium.FPDFBookmark_GetTitle, bookmark.raw)))
        if title:
            found.setdefault(title, bookmark.level + 1)
    return found


def read_attachments(pdf: pypdfium2.PdfDocument) -> list[str]:
    """The names of the files that hang on a PDF."""
    count = min(max(0, pdfium.FPDFDoc_GetAttachmentCount(pdf.raw)), _MOST_ATTACHMENTS)
    found = (pdfium.FPDFDoc_GetAttachment(pdf.raw, index) for index in range(count))
    names = [utf16(partial(pdfium.FPDFAttachment_GetName, each)) if each else "" for each in found]
    return [name[:_LONGEST_NAME] or "zonder naam" for name in names]


def read_page_labels(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """What each page is called; empty when that is its place in the file."""
    labels = tuple(utf16(partial(pdfium.FPDF_GetPageLabel, pdf.raw, index)) for index in range(len(pdf)))
    plain = all(label in ("", str(place)) for place, label in enumerate(labels, 1))
    return () if plain else labels


def read_remarks(page: pdfium.FPDF_PAGE, number: int) -> Iterator[Annotation]:
    """Remarks of reviewers on a page (from 1): notes, marked text with a remark, free text."""
    for index in range(max(0, pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) not in _NO_REMARKS:
                text = _value(annotation, b"Contents")
                if text:
                    yield Annotation(text=text, author=_value(annotation, b"T"), page=number)
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _value(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    return utf16(partial(pdfium.FPDFAnnot_GetStringValue, annotation, key))


def utf16(call: Callable[[Any, int], int]) -> str:
    """What a pdfium call writes as UTF-16: asked for its size in bytes first; damaged letters are replaced."""
    size = max(0, call(None, 0))
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    return clean(bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace"))
