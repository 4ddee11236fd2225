"""One walk over the pages of a PDF: lines in reading order, tables, remarks."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from plancheck.model.document import Annotation
from plancheck.readers.pdf.aligned import take_aligned
from plancheck.readers.pdf.columns import reading_order
from plancheck.readers.pdf.drawn import Edge, page_drawings
from plancheck.readers.pdf.fields import read_fields
from plancheck.readers.pdf.gibberish import is_gibberish
from plancheck.readers.pdf.glyphs import Box, Glyphs
from plancheck.readers.pdf.invisible import has_scan, take_invisible
from plancheck.readers.pdf.lines import PdfLine, joined, page_lines
from plancheck.readers.pdf.margins import Page
from plancheck.readers.pdf.marks import settle_marks
from plancheck.readers.pdf.pictures import large_pictures
from plancheck.readers.pdf.placed import PdfTable
from plancheck.readers.pdf.properties import read_remarks
from plancheck.readers.pdf.scan import recognise
from plancheck.readers.pdf.structure import page_tags
from plancheck.readers.pdf.tables import take_tables
from plancheck.readers.pdf.words import Placed

_MARGIN = 0.07
_EDGE = 0.12
_SAMPLE = 200
_MEANINGLESS = 0.3
_MOST_HOPS = 6
_HOPS = 0.25


@dataclass(slots=True)
class Reading:
    """What the pages give. Pages are counted from 1.

    damaged: pages that could not be opened. fields: what was filled in on a form, with its page. hidden: words that
    are not seen, by page. meaningless: pages whose fonts do not say, or say wrongly, what their letters are. reread:
    those of them that the recogniser read. disorderly: pages whose reading order is a guess. recognised: how sure the
    recogniser was of a page, 0-1. pictures: pages on which it found no text. stamped: pages that are a picture with
    only a header or footer typed on it. large: where large pictures stand among the text, by page.
    """

    pages: list[Page] = field(default_factory=list)
    remarks: list[Annotation] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    fields: list[tuple[int, str]] = field(default_factory=list)
    hidden: dict[int, int] = field(default_factory=dict)
    meaningless: list[int] = field(default_factory=list)
    reread: list[int] = field(default_factory=list)
    disorderly: list[int] = field(default_factory=list)
    recognised: dict[int, float] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)
    stamped: list[int] = field(default_factory=list)
    large: dict[int, list[Box]] = field(default_factory=dict)


def read_pages(pdf: pypdfium2.PdfDocument) -> Reading:
    """Read all pages, each closed before the next is opened."""
    reading = Reading()
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            reading.damaged.append(index + 1)
            continue
        try:
            text_page = page.get_textpage()
            try:
                reading.pages.append(_page(page, Glyphs(page.raw, text_page.raw), index + 1, reading))
                reading.remarks += read_remarks(page.raw, index + 1)
                if pdf.formenv:
                    reading.fields += [(index + 1, text) for text in read_fields(pdf.formenv.raw, page.raw)]
            finally:
                text_page.close()
        finally:
            page.close()
    _recognise(pdf, reading)
    return reading


def _recognise(pdf: pypdfium2.PdfDocument, reading: Reading) -> None:
    """Pages that are images, and those whose letters mean nothing, as the recogniser reads them."""
    images = [page.number for page in reading.pages if not page.content and not page.blank]
    places = {page.number: place for place, page in enumerate(reading.pages)}
    for found in recognise(pdf, sorted({*images, *reading.stamped, *reading.meaningless})):
        if found.has_text and found.page in reading.meaningless and is_gibberish(line[0].text for line in found.lines):
            continue
        if found.has_text:
            content = _content(found.text, found.lines, found.edges, found.height)
            reading.pages[places[found.page]] = Page(found.page, found.height, content)
            reading.recognised[found.page] = found.confidence
        elif found.page in images or found.page in reading.stamped:
            reading.pictures.append(found.page)
    reading.reread = [page for page in reading.meaningless if page in reading.recognised]
    reading.meaningless = [page for page in reading.meaningless if page not in reading.recognised]
    done = {*reading.recognised, *reading.pictures}
    reading.stamped = [page for page in reading.stamped if page not in done]


def _page(page: pypdfium2.PdfPage, glyphs: Glyphs, number: int, reading: Reading) -> Page:
    lines, hidden = take_invisible(page.raw, glyphs, page_lines(glyphs, number, page_tags(page.raw)))
    if hidden:
        reading.hidden[number] = hidden
    if not lines:
        blank = not hidden and pdfium.FPDFPage_CountObjects(page.raw) == 0
        return Page(number, page.get_height(), [], blank=blank)
    if _has_no_meaning(glyphs, lines) or is_gibberish(line[0].text for line in lines):
        reading.meaningless.append(number)
    lines = settle_marks(glyphs, lines)
    edges, pictures = page_drawings(page.raw)
    large = large_pictures(pictures, page.get_size())
    # Invisible text that was kept is that of a scan, which has been read so.
    if large and not any(glyphs.is_invisible(line[0].start) for line in lines):
        reading.large[number] = large
    content = _content(glyphs, lines, edges, page.get_height(), _last_table(reading.pages))
    if all(_is_at_edge(each, page.get_height()) for each in content) and has_scan(page.raw, glyphs):
        reading.stamped.append(number)
    if _is_disorderly(content):
        reading.disorderly.append(number)
    return Page(number, page.get_height(), content)


def _last_table(pages: list[Page]) -> PdfTable | None:
    """The table with which the last page ends, but for lines that are no part of its structure, as a page number."""
    for each in reversed(pages[-1].content if pages else []):
        if isinstance(each, PdfTable) or each.tag is not None:
            return each if isinstance(each, PdfTable) else None
    return None


def _content(
    text: Placed, lines: list[list[PdfLine]], edges: list[Edge], height: float, before: PdfTable | None = None
) -> list[PdfLine | PdfTable]:
    """Lines and tables in reading order. before: the table with which the page before ended."""
    tables, lines = take_tables(text, lines, edges, before)
    more, lines = take_aligned(lines)
    return _ordered(lines, [*tables, *more], height)


def _is_at_edge(each: PdfLine | PdfTable, height: float) -> bool:
    return each.top < _EDGE * height or each.bottom > (1 - _EDGE) * height


def _has_no_meaning(glyphs: Glyphs, lines: list[list[PdfLine]]) -> bool:
    places = [line[-1].end - 1 for line in lines][:_SAMPLE]  # not its first letter: a bullet may be of another font
    return sum(map(glyphs.has_no_meaning, places)) > _MEANINGLESS * len(places)


def _is_disorderly(content: list[PdfLine | PdfTable]) -> bool:
    """Whether reading hops sideways more often than columns do: loose boxes of text, read in an order we guess."""
    hops = sum(before.right <= after.left or after.right <= before.left for before, after in pairwise(content))
    return hops > _MOST_HOPS and hops > _HOPS * len(content)


def _ordered(lines: list[list[PdfLine]], tables: list[PdfTable], height: float) -> list[PdfLine | PdfTable]:
    """Lines and tables as they are read; pieces of a line that no column parts are one line again."""
    lines = [[joined(line)] if len(line) > 1 and _in_margin(line[0], height) else line for line in lines]
    single = [piece for line in lines for piece in line]
    sides = [line for line in single if line.upright]
    top = [line for line in single if line.bottom > (1 - _MARGIN) * height and not line.upright]
    foot = [line for line in single if line.top < _MARGIN * height and not line.upright]
    edges = {*map(id, top), *map(id, foot), *map(id, sides)}
    between = [line for line in single if id(line) not in edges]
    content: list[PdfLine | PdfTable] = [*top, *reading_order(_with_tables(between, tables)), *sides, *foot]
    if len(single) == len(lines):
        return content
    columns = {id(each): each.column for each in content}
    parts = {id(piece): line for line in lines for piece in line if len(line) > 1}
    whole: list[PdfLine | PdfTable] = []
    done: set[int] = set()
    for each in content:
        line = parts.get(id(each))
        if id(each) in done:
            continue
        if isinstance(each, PdfLine) and line is not None:
            own = [piece for piece in line if columns[id(piece)] == each.column and id(piece) not in done]
            done.update(map(id, own))
            whole.append(replace(joined(own), column=each.column))
        else:
            whole.append(each)
    return whole


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.top < _MARGIN * height or line.bottom > (1 - _MARGIN) * height


def _with_tables(lines: list[PdfLine], tables: list[PdfTable]) -> list[PdfLine | PdfTable]:
    """Tables among the lines, in the order of the file."""
    content: list[PdfLine | PdfTable] = [*lines, *tables]
    return sorted(content, key=lambda each: each.start)
