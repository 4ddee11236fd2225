"""A table of a page: its rows, and where it stands."""

from dataclasses import dataclass

from plancheck.readers.pdf.lines import PdfLine

SAME_PLACE = 8.0
"""Points that the sides of a table may differ from page to page."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class PdfTable:
    """Rows of cells, and where the table stands, on the page and in its text.

    The lines of a cell are joined by newlines until all pages are read.
    """

    page: int
    rows: Rows
    left: float
    bottom: float
    right: float
    top: float
    start: int
    column: tuple[float, float] = (0.0, 0.0)


def placed(rows: Rows, pieces: list[PdfLine]) -> PdfTable:
    """A table that stands where its text stands."""
    return PdfTable(
        page=pieces[0].page,
        rows=rows,
        left=min(piece.left for piece in pieces),
        bottom=min(piece.bottom for piece in pieces),
        right=max(piece.right for piece in pieces),
        top=max(piece.top for piece in pieces),
        start=min(piece.start for piece in pieces),
    )


def without(lines: list[list[PdfLine]], taken: list[PdfLine]) -> list[list[PdfLine]]:
    """The lines of a page without those that were taken."""
    gone = {id(piece) for piece in taken}
    left = ([piece for piece in line if id(piece) not in gone] for line in lines)
    return [line for line in left if line]
