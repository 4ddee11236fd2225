"""Tables on PDF pages: pdfium says cheaply which pages may have one, pdfplumber reads those."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from plancheck.readers.text import clean

_ENOUGH_PATHS = 6


@dataclass(frozen=True, slots=True)
class PdfTable:
    """Rows of cells with the place of the table: top and bottom in points from the bottom of the page."""

    page: int
    top: float
    bottom: float
    left: float
    right: float
    rows: tuple[tuple[str, ...], ...]


def may_have_table(page: pdfium.FPDF_PAGE) -> bool:
    """Whether a page holds enough drawn lines or boxes for a ruled table."""
    paths = 0
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        if pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, place)) == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths >= _ENOUGH_PATHS:
                return True
    return False


def read_tables(content: bytes, pages: Sequence[int]) -> list[PdfTable]:
    """The tables on these pages (from 1)."""
    if not pages:
        return []
    import pdfplumber

    found: list[PdfTable] = []
    with pdfplumber.open(io.BytesIO(content), pages=list(pages)) as pdf:
        for page in pdf.pages:
            try:
                tables = page.find_tables()
            except Exception:  # noqa: S112 - a table finder that stumbles costs a table, never the page
                continue
            found += [table for each in tables if (table := _table(page, each)) is not None]
            page.close()
    return found


def _table(page: Any, found: Any) -> PdfTable | None:
    rows = tuple(tuple(clean(_joined(cell)) for cell in row) for row in found.extract())
    rows = tuple(row for row in rows if any(row))
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return None
    left, top, right, bottom = found.bbox
    height = float(page.height)
    return PdfTable(page.page_number, height - top, height - bottom, left, right, rows)


def _joined(cell: str | None) -> str:
    """The text of a cell; a word broken over two lines becomes one again."""
    lines = (cell or "").split("\n")
    text = lines[0]
    for line in lines[1:]:
        broken = text.endswith("-") and line[:1].islower() and not line.startswith(("en ", "of "))
        text = text[:-1] + line if broken else f"{text} {line}"
    return text
