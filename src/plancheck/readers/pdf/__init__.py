"""PDF files: text and structure through pdfium, tables through pdfplumber on the pages that have them."""

import re
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from plancheck.errors import EncryptedFile, LimitExceeded, UnreadableFile
from plancheck.model.document import Annotation, Document, HeadingSource, Properties, ReadingWarning, Source
from plancheck.readers.limits import Limits
from plancheck.readers.paths import with_paths
from plancheck.readers.pdf.layout import Page, body_size, heading_levels, letters, split_margins, to_blocks
from plancheck.readers.pdf.lines import page_lines
from plancheck.readers.pdf.structure import page_headings
from plancheck.readers.pdf.tables import may_have_table, read_tables
from plancheck.readers.text import clean

_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_NO_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]{0,200}/Count\s+0\b|/Count\s+0\b[^>]{0,200}/Type\s*/Pages\b")
_GIBBERISH_SHARE = 0.2


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
            raise _without_pages(source.path)
        if count > limits.pages:
            raise LimitExceeded(
                f"deze PDF heeft {count} pagina's; dat is te veel.", path=source.path, hint="Splits het document."
            )
        reading = _Reading(pdf, count)
        bookmarks = _bookmarks(pdf)
        properties = _properties(pdf)
    finally:
        pdf.close()
    return _document(reading, content, replace(source, pages=count), bookmarks, properties)


class _Reading:
    """What one walk over all pages gives."""

    def __init__(self, pdf: pypdfium2.PdfDocument, count: int) -> None:
        self.pages: list[Page] = []
        self.known: dict[str, int] = {}
        self.table_pages: list[int] = []
        self.notes: list[Annotation] = []
        for index in range(count):
            page = pdf[index]
            text_page = page.get_textpage()
            lines = page_lines(text_page.raw, index + 1)
            self.pages.append(Page(index + 1, page.get_height(), lines))
            for level, text in page_headings(page.raw, text_page.raw):
                self.known.setdefault(letters(text), level)
            if lines and may_have_table(page.raw):
                self.table_pages.append(index + 1)
            self.notes += _annotations(page.raw, index + 1)
            text_page.close()
            page.close()


def _document(
    reading: _Reading, content: bytes, source: Source, bookmarks: dict[str, int], properties: Properties
) -> Document:
    empty = [page.number for page in reading.pages if not page.lines]
    if len(empty) == len(reading.pages):
        raise UnreadableFile(
            "deze PDF bevat geen tekst, alleen afbeeldingen.",
            path=source.path,
            hint="Vraag de maker om het tekstbestand, of laat de scan eerst door tekstherkenning (OCR) gaan.",
            code="alleen-afbeeldingen",
        )
    margins, pages = split_margins(reading.pages)
    size = body_size(pages)
    known, origin = (reading.known, "structuur") if reading.known else (bookmarks, "bladwijzers")
    heading_source: HeadingSource
    levels, heading_source = heading_levels(pages, known, origin, size)  # type: ignore[arg-type]
    tables = read_tables(content, reading.table_pages)
    blocks = to_blocks(pages, levels, tables, size)
    return Document(
        source=source,
        blocks=(*margins, *with_paths(blocks)),
        properties=properties,
        notes=tuple(reading.notes),
        heading_source=heading_source,
        warnings=_warnings(empty, reading),
    )


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
            raise _without_pages(path) from error
        raise UnreadableFile(
            "deze PDF is beschadigd of niet compleet.", path=path, hint="Maak de PDF opnieuw of vraag er opnieuw om."
        ) from error


def _without_pages(path: str) -> UnreadableFile:
    return UnreadableFile("deze PDF heeft geen pagina's.", path=path, hint="Maak de PDF opnieuw.", code="geen-paginas")


def _bookmarks(pdf: pypdfium2.PdfDocument) -> dict[str, int]:
    found: dict[str, int] = {}
    for bookmark in pdf.get_toc(max_depth=6):
        title = letters(clean(bookmark.get_title()))
        if title:
            found.setdefault(title, bookmark.level + 1)
    return found


def _annotations(page: pdfium.FPDF_PAGE, number: int) -> list[Annotation]:
    """Remarks of reviewers: the text of notes, highlights and free text."""
    import ctypes

    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind in (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_FREETEXT):
            size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
            buffer = ctypes.create_string_buffer(max(2, size))
            pdfium.FPDFAnnot_GetStringValue(
                annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
            )
            text = clean(buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace"))
            if text:
                found.append(Annotation(text=text, page=number))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def _properties(pdf: pypdfium2.PdfDocument) -> Properties:
    values = {key: clean(str(value)) for key, value in pdf.get_metadata_dict().items()}
    return Properties(
        title=values.get("Title", ""),
        subject=values.get("Subject", ""),
        author=values.get("Author", ""),
        created=_iso(values.get("CreationDate", "")),
        modified=_iso(values.get("ModDate", "")),
    )


def _iso(date: str) -> str:
    match = _DATE.match(date)
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else ""


def _warnings(empty: list[int], reading: _Reading) -> tuple[ReadingWarning, ...]:
    found = []
    if empty:
        many = len(empty) > 1
        what = "zijn afbeeldingen en zijn" if many else "is een afbeelding en is"
        message = f"Pagina {_ranges(empty)} {what} niet gelezen."
        found.append(ReadingWarning(code="paginas-zonder-tekst", message=message))
    if reading.notes:
        count = len(reading.notes)
        what = "1 opmerking" if count == 1 else f"{count} opmerkingen"
        found.append(
            ReadingWarning(
                code="opmerkingen", message=f"Er staan {what} in de kantlijn; die tellen niet mee als tekst."
            )
        )
    text = "".join(line.text for page in reading.pages for line in page.lines)
    strange = sum(not (letter.isascii() or letter.isalpha() or letter in "€–—’‘“”•…°²³·") for letter in text)
    if text and strange > _GIBBERISH_SHARE * len(text):
        message = (
            "De letters in deze PDF zijn niet goed vastgelegd en waarschijnlijk onleesbaar. Vraag om het Word-bestand."
        )
        found.append(ReadingWarning(code="onleesbare-letters", message=message))
    return tuple(found)


def _ranges(numbers: list[int]) -> str:
    """Page numbers as a reader writes them: 4-9, 12."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
