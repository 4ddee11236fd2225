"""PDF files for the tests: drawn line by line, so that a test says exactly what stands where."""

import io
import string
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from plancheck.model.document import Block, Document, Source
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.pdf import read_pdf

WIDTH, HEIGHT = A4
WORDS = (
    "de gemeente werkt samen met bewoners en partners aan een net voor de wijk en legt kosten en planning vast in dit "
    "plan zodat de raad kan besluiten over het vervolg van de aanpak in de buurt met aandacht voor ieder die er woont"
).split()

_LETTERS = string.ascii_lowercase
_MIXED = "oisfkxvhaytcgkurwlnqmpdjbe"
OTHER_LETTERS: dict[str, Callable[[int], int]] = {
    "one further": lambda code: ord(_LETTERS[(_LETTERS.index(chr(code)) + 1) % 26]) if chr(code) in _LETTERS else code,
    "mixed": lambda code: ord(_MIXED[_LETTERS.index(chr(code).lower())]) if chr(code).lower() in _LETTERS else code,
    "places in the font": lambda code: code - 29 if code > 61 else code,
    "no letters": lambda code: 0xE000 + code if code > 32 else code,
    "signs": lambda code: 33 + code % 11 if code > 32 else code,
}
"""Ways in which a font may call its letters by another name."""


def read_bytes(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read_pdf(content, Source(path="plan.pdf", sha256="0" * 64, format="pdf"), limits)


def body(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.role == "body"]


def texts(document: Document, kind: str) -> list[str]:
    return [block.text for block in body(document) if block.kind == kind]


def sentence(count: int, start: int = 0) -> str:
    """A sentence of this many words; another start gives another sentence."""
    chosen = [WORDS[(start + place) % len(WORDS)] for place in range(count)]
    return " ".join(chosen).capitalize() + "."


def wrapped(text: str, width: float, size: float = 10, font: str = "Helvetica") -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", font, size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Drawing:
    """A PDF drawn from the top down. `y` is where the next line stands."""

    def __init__(self, **options: object) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, **options)
        self.y = 760.0

    def line(self, text: str, x: float = 70, size: float = 10, bold: bool = False, below: float | None = None) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, text)
        self.y -= 1.3 * size if below is None else below

    def lines(self, lines: Iterable[str], x: float = 70, size: float = 10) -> None:
        for text in lines:
            self.line(text, x, size)
        self.y -= 0.8 * size

    def paragraph(self, text: str, x: float = 70, width: float = 450, size: float = 10) -> None:
        self.lines(wrapped(text, width, size), x, size)

    def heading(self, text: str, size: float = 14, x: float = 70) -> None:
        self.y -= size
        self.line(text, x, size, bold=True, below=1.6 * size)

    def grid(self, rows: Sequence[Sequence[str]], width: float = 120, height: float = 18) -> None:
        """A ruled table with the text in its cells."""
        for row in rows:
            for column, cell in enumerate(row):
                self.canvas.rect(70 + column * width, self.y - 5, width, height)
                self.canvas.setFont("Helvetica", 9)
                self.canvas.drawString(74 + column * width, self.y, cell)
            self.y -= height
        self.y -= 10

    def as_browsers_print(self, texts: Iterable[tuple[str, float]], x: float, by_letter: bool = False) -> None:
        """Lines of 7.5 points from `y` down, each as much lower than `y` as it says: upside down and enlarged by the
        page, as a browser prints."""
        self.canvas.setFont("Helvetica", 10)
        operators = [f"q .5625 0 0 -.5625 {x} {self.y} cm"]
        for text, lower in texts:
            operators.append(f"BT /F1 13.33 Tf 1 0 0 -1 0 {lower / 0.5625} Tm")
            for before, letter in pairwise(" " + text) if by_letter else [("", text)]:
                step = stringWidth(before, "Helvetica", 13.33) if before not in ("", " ") else 0.0
                operators.append(f"{step:.4f} 0 Td ({letter}) Tj")
            operators.append("ET")
        self.canvas._code.append("\n".join([*operators, "Q"]))

    def next_page(self) -> None:
        self.canvas.showPage()
        self.y = 760.0

    def bytes(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


def wrong_letters(name: Callable[[int], int], monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A page that looks right and of which the font calls each letter by another name."""
    make = ttfonts.makeToUnicodeCMap
    with monkeypatch.context() as patch:
        patch.setattr(ttfonts, "makeToUnicodeCMap", lambda font, codes: make(font, [name(code) for code in codes]))
        pdfmetrics.registerFont(ttfonts.TTFont("Vera", "Vera.ttf"))
        buffer = io.BytesIO()
        canvas = Canvas(buffer)
        canvas.setFont("Vera", 11)
        for place, line in enumerate(wrapped(sentence(90), 400, 11)):
            canvas.drawString(70, 750 - 15 * place, line)
        canvas.save()
    return buffer.getvalue()


def tagged_pdf(elements: Sequence[tuple[str, Sequence[str]]], table: Sequence[Sequence[str]] = ()) -> bytes:
    """A tagged PDF of one page: (type of the element, its lines) from the top down, then a table without rules."""
    content: list[str] = []
    tree: list[str] = []
    y = 760
    for mark, (name, lines) in enumerate(elements):
        content.append(f"/{name} <</MCID {mark}>> BDC")
        for line in lines:
            content.append(_shown(70, y, line))
            y -= 13
        content.append("EMC")
        y -= 8
        tree.append(f"<</Type /StructElem /S /{name} /P 6 0 R /Pg 3 0 R /K {mark}>>")
    tops = [7 + place for place in range(len(tree))]
    if table:
        tops.append(7 + len(tree))
        tree += _table_tree(table, tops[-1], len(elements), content, y)
    kids = " ".join(f"{place} 0 R" for place in tops)
    stream = "\n".join(content).encode("cp1252")
    objects = [
        b"<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 /Resources <</Font <</F1"
        b" <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>>>>>>>",
        b"<</Length %d>> stream\n%s\nendstream" % (len(stream), stream),
        f"<</Type /StructTreeRoot /K 6 0 R /ParentTree <</Nums [0 [{_parents(tree)}]]>>>>".encode(),
        f"<</Type /StructElem /S /Document /P 5 0 R /K [{kids}]>>".encode(),
        *(each.encode() for each in tree),
    ]
    return _file(objects)


def _table_tree(rows: Sequence[Sequence[str]], own: int, mark: int, content: list[str], y: float) -> list[str]:
    """The elements of a table, its own number known; its text is added to the content of the page."""
    tree: list[str] = [""]
    tops = []
    for row in rows:
        tops.append(own + len(tree))
        tree.append(f"<</Type /StructElem /S /TR /P {own} 0 R /K [CELLS]>>")
        cells = []
        for column, cell in enumerate(row):
            content.append(f"/TD <</MCID {mark}>> BDC {_shown(70 + 150 * column, y, cell)} EMC")
            cells.append(f"{own + len(tree)} 0 R")
            tree.append(f"<</Type /StructElem /S /TD /P {tops[-1]} 0 R /Pg 3 0 R /K {mark}>>")
            mark += 1
        tree[tops[-1] - own] = tree[tops[-1] - own].replace("CELLS", " ".join(cells))
        y -= 16
    tree[0] = f"<</Type /StructElem /S /Table /P 6 0 R /K [{' '.join(f'{top} 0 R' for top in tops)}]>>"
    return tree


def _parents(tree: Sequence[str]) -> str:
    """Which element every marked content belongs to, in the order of the marks."""
    return " ".join(f"{number} 0 R" for number, each in enumerate(tree, 7) if "/Pg 3 0 R" in each)


def _shown(x: float, y: float, text: str) -> str:
    return f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
