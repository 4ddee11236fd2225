"""The body of a Word file as raw blocks, in reading order, nothing dropped."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plancheck.model.document import Block
from plancheck.readers.docx.inline import Line, Seen, read_lines
from plancheck.readers.docx.numbering import Numbering
from plancheck.readers.docx.package import Element, W, attribute
from plancheck.readers.docx.styles import Look, Style, Styles, numbering_of
from plancheck.readers.text import clean, split_bullet

_ENTERED = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"))
_BODY = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """A block with how it looks, before it is decided what is a heading where no style says so."""

    block: Block
    size: int = 0
    bold: bool = False
    caps: bool = False
    in_table: bool = False


@dataclass(slots=True)
class Reader:
    """Walks the parts of a Word file. `notes` gives the paragraphs of a foot- or endnote by (kind, id)."""

    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]
    seen: Seen = field(default_factory=Seen)

    def blocks(self, container: Element, *, in_contents: bool = False) -> Iterator[Raw]:
        """The blocks of a body, cell, text box, note, header or footer."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, in_contents=in_contents)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}del", f"{W}moveFrom"):
                self.seen.changes = True
            elif child.tag in _ENTERED:
                self.seen.changes |= child.tag in (f"{W}ins", f"{W}moveTo")
                yield from self.blocks(child, in_contents=in_contents or _is_contents(child))

    def _paragraph(self, paragraph: Element, *, in_contents: bool) -> Iterator[Raw]:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.get(attribute(None if properties is None else properties.find(f"{W}pStyle")))
        level = _outline(properties, style)
        number = numbering_of(properties) or style.numbering
        lines = read_lines(paragraph, style.look, self.seen)
        empty = not any(clean(line.text) for line in lines)
        label = ""
        if number and number[0] not in ("", "0") and not empty:
            label = self.numbering.next_label(*number)
        for place, line in enumerate(lines):
            yield from self._line(
                line, style, level, number if place == 0 else None, label if place == 0 else "", in_contents
            )

    def _line(
        self, line: Line, style: Style, level: int | None, number: tuple[str, int] | None, label: str, in_contents: bool
    ) -> Iterator[Raw]:
        text = clean(line.text)
        if text:
            yield self._raw(line, text, style, level, number, label, in_contents)
        for kind, note_id in line.notes:
            note = self.notes.get((kind, note_id))
            words = [raw.block.text for raw in self.blocks(note)] if note is not None else []
            if words:
                yield Raw(block=Block(kind="note", text=" ".join(words)))
        for box in line.boxes:
            yield from self.blocks(box)

    def _raw(
        self,
        line: Line,
        text: str,
        style: Style,
        level: int | None,
        number: tuple[str, int] | None,
        label: str,
        in_contents: bool,
    ) -> Raw:
        contents = in_contents or style.is_contents
        look = _common_look(line, style.look)
        numbered = number is not None and number[0] not in ("", "0")
        typed_bullet, bare = split_bullet(text)
        if contents:
            block = Block(kind="paragraph", text=text, role="contents")
        elif style.is_caption:
            block = Block(kind="caption", text=text)
        elif level is not None:
            block = Block(kind="heading", text=f"{label} {text}".strip(), level=level)
        elif numbered or typed_bullet or style.is_list:
            depth = number[1] if number and numbered else 0
            block = Block(kind="list_item", text=f"{label} {bare}".strip(), depth=depth)
        else:
            block = Block(kind="paragraph", text=text)
        return Raw(
            block=block, size=look.size, bold=bool(look.bold), caps=look.caps or (text.isupper() and len(text) > 3)
        )

    def _table(self, table: Element) -> Iterator[Raw]:
        rows = tuple(row for row in (self._row(row) for row in _rows(table)) if any(row))
        if not rows:
            return
        if (len(rows) == 1 and len(rows[0]) == 1) or all(len(row) == 1 for row in rows):
            yield from self._frame(table)
            return
        width = max(len(row) for row in rows)
        full = tuple(row + ("",) * (width - len(row)) for row in rows)
        text = "\n".join("\t".join(row) for row in full)
        yield Raw(block=Block(kind="table", text=text, rows=full), in_table=True)

    def _frame(self, table: Element) -> Iterator[Raw]:
        """A table of one column is a frame round text: its blocks are read as text."""
        for row in _rows(table):
            for cell in _cells(row):
                yield from self.blocks(cell)

    def _row(self, row: Element) -> tuple[str, ...]:
        texts: list[str] = []
        for cell in _cells(row):
            properties = cell.find(f"{W}tcPr")
            merge = None if properties is None else properties.find(f"{W}vMerge")
            goes_on = merge is not None and attribute(merge) != "restart"
            texts.append("" if goes_on else self._cell(cell))
            span = attribute(None if properties is None else properties.find(f"{W}gridSpan"))
            texts += [""] * (int(span) - 1 if span.isdigit() else 0)
        return tuple(texts)

    def _cell(self, cell: Element) -> str:
        words = []
        for raw in self.blocks(cell):
            words.append(raw.block.text.replace("\t", " ").replace("\n", " "))
        return clean(" ".join(words))


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return "table of contents" in attribute(gallery).lower()


def _outline(properties: Element | None, style: Style) -> int | None:
    own = attribute(None if properties is None else properties.find(f"{W}outlineLvl"))
    if own.isdigit():
        return int(own) + 1 if int(own) < _BODY else None
    return style.level


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in _ENTERED:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _ENTERED:
            yield from _cells(child)


def _common_look(line: Line, base: Look) -> Look:
    """The look of a whole line: bold only when all its letters are, the size of most of them."""
    visible = [(text, look) for text, look in line.parts if text.strip()]
    if not visible:
        return base
    sizes: dict[int, int] = {}
    for text, look in visible:
        sizes[look.size] = sizes.get(look.size, 0) + len(text)
    return replace(
        base,
        size=max(sizes, key=lambda size: sizes[size]),
        bold=all(look.bold for _, look in visible),
        caps=all(look.caps for _, look in visible),
    )
