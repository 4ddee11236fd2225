"""One walk over the pages of a PDF: lines in reading order, tables, remarks."""

from dataclasses import dataclass, field, replace

import pypdfium2

from plancheck.model.document import Annotation
from plancheck.readers.pdf.aligned import take_aligned
from plancheck.readers.pdf.columns import reading_order
from plancheck.readers.pdf.drawn import page_edges
from plancheck.readers.pdf.glyphs import Glyphs
from plancheck.readers.pdf.lines import PdfLine, joined, page_lines
from plancheck.readers.pdf.margins import Page
from plancheck.readers.pdf.marks import settle_marks
from plancheck.readers.pdf.properties import read_remarks
from plancheck.readers.pdf.structure import page_tags
from plancheck.readers.pdf.tables import PdfTable, take_tables

_MARGIN = 0.07


@dataclass(slots=True)
class Reading:
    """What the pages give. damaged: pages (from 1) that could not be opened."""

    pages: list[Page] = field(default_factory=list)
    remarks: list[Annotation] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)


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
                reading.pages.append(_page(page, Glyphs(page.raw, text_page.raw), index + 1))
                reading.remarks += read_remarks(page.raw, index + 1)
            finally:
                text_page.close()
        finally:
            page.close()
    return reading


def _page(page: pypdfium2.PdfPage, glyphs: Glyphs, number: int) -> Page:
    lines = page_lines(glyphs, number, page_tags(page.raw))
    if not lines:
        return Page(number, page.get_height(), [])
    lines = settle_marks(glyphs, lines)
    tables, lines = take_tables(glyphs, lines, page_edges(page.raw))
    more, lines = take_aligned(lines)
    return Page(number, page.get_height(), _ordered(lines, [*tables, *more], page.get_height()))


def _ordered(lines: list[list[PdfLine]], tables: list[PdfTable], height: float) -> list[PdfLine | PdfTable]:
    """Lines and tables as they are read; pieces of a line that no column parts are one line again."""
    lines = [[joined(line)] if _in_margin(line[0], height) else line for line in lines]
    single = [piece for line in lines for piece in line]
    top = [line for line in single if line.bottom > (1 - _MARGIN) * height]
    foot = [line for line in single if line.top < _MARGIN * height]
    edges = {*map(id, top), *map(id, foot)}
    between = [line for line in single if id(line) not in edges]
    content: list[PdfLine | PdfTable] = [*top, *reading_order(_with_tables(between, tables)), *foot]
    columns = {id(each): each.column for each in content}
    if all(len(line) == 1 for line in lines):
        return content
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
