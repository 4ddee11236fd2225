"""From a passage to the document that the judge reads, and where each line of the passage went."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from plancheck.evaluate.passages import Line, Passage
from plancheck.model.document import Block, Document, Source, Span

_HEADING = re.compile(r"^#+\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^[-•*–]\s+(.*)$")
_RULE = re.compile(r"^:?-{2,}:?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A passage as a document. spans: one per line; None for lines without text of their own."""

    document: Document
    spans: tuple[Span | None, ...]


def lay_out(passage: Passage) -> LaidOut:
    """The title as heading 1, then subheadings, paragraphs, list items and tables in the order of the lines."""
    builder = _Builder(passage.title)
    for index, line in enumerate(passage.lines):
        builder.add(index, line)
    builder.end_paragraph()
    builder.end_table()
    source = Source(path=f"{passage.voice}.md", sha256="", format="markdown")
    document = Document(source=source, blocks=tuple(builder.blocks), heading_source="tekst", language="nl")
    return LaidOut(document=document, spans=tuple(builder.spans.get(index) for index in range(len(passage.lines))))


@dataclass
class _Builder:
    """Gathers lines until a block is whole. paragraph, rows: the open block, by number of the line."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    spans: dict[int, Span] = field(default_factory=dict)
    paragraph: list[tuple[int, str]] = field(default_factory=list)
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.path: tuple[str, ...] = (self.title,)
        self.blocks.append(Block(kind="heading", text=self.title, level=1))

    def add(self, index: int, line: Line) -> None:
        """Put a line where it belongs; what it does not belong to ends before it."""
        if line.text.startswith("|"):
            self.end_paragraph()
            self._row(index, line.text)
            return
        self.end_table()
        if found := _HEADING.match(line.text):
            self._alone(index, found[1], self._heading)
        elif found := _ITEM.match(line.text):
            self._alone(index, found[1], self._item)
        elif line.text:
            self.paragraph.append((index, line.text))
        else:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        """The sentences of the open paragraph become one block, joined by single spaces."""
        if self.paragraph:
            text = self._joined(self.paragraph, " ")
            self.blocks.append(Block(kind="paragraph", text=text, heading_path=self.path))
            self.paragraph = []

    def end_table(self) -> None:
        """The rows of the open table become one block; short rows are filled up with empty cells."""
        if not self.rows:
            return
        width = max(len(cells) for _, cells in self.rows)
        rows = [(index, cells + ("",) * (width - len(cells))) for index, cells in self.rows]
        text = self._joined([(index, "\t".join(cells)) for index, cells in rows], "\n")
        table = Block(kind="table", text=text, rows=tuple(cells for _, cells in rows), heading_path=self.path)
        self.blocks.append(table)
        self.rows = []

    def _joined(self, parts: list[tuple[int, str]], between: str) -> str:
        start = 0
        for index, text in parts:
            self._place(index, start, text)
            start += len(text) + len(between)
        return between.join(text for _, text in parts)

    def _place(self, index: int, start: int, text: str) -> None:
        self.spans[index] = Span(document=0, block=len(self.blocks), start=start, end=start + len(text))

    def _alone(self, index: int, text: str, make: Callable[[str], Block]) -> None:
        """A block of one line."""
        self.end_paragraph()
        if text:
            self._place(index, 0, text)
            self.blocks.append(make(text))

    def _heading(self, text: str) -> Block:
        self.path = (self.title, text)
        return Block(kind="heading", text=text, level=2, heading_path=(self.title,))

    def _item(self, text: str) -> Block:
        return Block(kind="list_item", text=text, heading_path=self.path)

    def _row(self, index: int, text: str) -> None:
        """A row of cells; the line of dashes under a header is no row."""
        cells = tuple(cell.strip() for cell in text.removeprefix("|").removesuffix("|").split("|"))
        if not all(_RULE.match(cell) for cell in cells):
            self.rows.append((index, cells))
