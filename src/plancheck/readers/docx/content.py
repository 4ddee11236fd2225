"""The body of a Word file as raw blocks, in reading order, nothing dropped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plancheck.model.document import Block
from plancheck.readers.container import Element
from plancheck.readers.docx.inline import Line, LineReader, Seen, branches, text_in
from plancheck.readers.docx.numbering import Numbering
from plancheck.readers.docx.package import W, attribute, whole
from plancheck.readers.docx.styles import Style, Styles, numbering_of
from plancheck.readers.docx.tables import ENTERED, Cell, is_frame, rows_of
from plancheck.readers.flow.contents import is_contents_title
from plancheck.readers.flow.paragraph import Place, raw_line, table_of
from plancheck.readers.flow.pictures import PICTURE
from plancheck.readers.flow.raw import Raw, text_of
from plancheck.readers.text import clean

_BODY = 9
_RUNNING = 40
"""Words: a paragraph with more is no line of a contents list."""


@dataclass(slots=True)
class Reader:
    """Walks the parts of a Word file.

    notes: the content of foot- and endnotes by (kind, id). diagrams: texts of SmartArt by id of relation;
    charts: titles likewise.
    """

    styles: Styles
    numbering: Numbering
    notes: Mapping[tuple[str, str], Element]
    diagrams: Mapping[str, list[str]]
    charts: Mapping[str, str]
    seen: Seen = field(default_factory=Seen)
    _lines: LineReader = field(init=False)
    _below_picture: bool = False

    def __post_init__(self) -> None:
        self._lines = LineReader(self.styles, self.seen)

    def blocks(self, container: Element, *, in_contents: bool = False) -> Iterator[Raw]:
        """The blocks of a body, cell, text box, note, header or footer."""
        cut_off: list[Element] = []
        for child in branches(container):
            if child.tag == f"{W}p":
                if _goes_on(child):
                    cut_off.append(child)
                    continue
                in_contents = in_contents and not self._ends_contents(child)
                yield from self._paragraph(child, before=cut_off, in_contents=in_contents)
                cut_off = []
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}del", f"{W}moveFrom"):
                self.seen.changes = True
            elif child.tag == f"{W}altChunk":
                self.seen.inserted += 1
            elif child.tag in ENTERED:
                self.seen.changes |= child.tag in (f"{W}ins", f"{W}moveTo")
                yield from self.blocks(child, in_contents=in_contents or _is_contents(child))

    def _paragraph(self, paragraph: Element, *, before: Sequence[Element], in_contents: bool) -> Iterator[Raw]:
        """The blocks of a paragraph. before: paragraphs that run on into this one, since their ends were deleted."""
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties)
        level = _outline(properties, style)
        fields = self._lines.fields
        is_heading = level is not None and not style.is_contents
        if fields.in_contents and (is_heading or len(text_in(paragraph).split()) > _RUNNING):
            fields.end_contents()
        pictures, large = self.seen.pictures, self.seen.large
        lines: list[Line] = []
        for part in (*before, paragraph):
            more = self._lines.read(part, self._style(part.find(f"{W}pPr")).look)
            lines = [*lines[:-1], lines[-1].with_more(more[0]), *more[1:]] if lines else more
        if level is not None:
            lines = [_joined(lines)]
        has_large = self.seen.large > large
        number = self._number(properties, style)
        label = self.numbering.next_label(*number) if number else ""
        place = Place(
            look=style.look,
            level=level,
            depth=number[1] if number else None,
            label=label,
            in_contents=in_contents or style.is_contents,
            is_caption=style.is_caption,
            style_depth=style.list_depth,
        )
        for line in lines:
            yield from self._line(line, place)
            if len(lines) > 1 and clean(line.text):
                place = replace(place, depth=None, label="")
        if self.seen.pictures > pictures and not any(clean(line.text) for line in lines):
            self._below_picture = True
        if has_large:
            yield PICTURE

    def _ends_contents(self, paragraph: Element) -> bool:
        """Whether text was typed on inside the control of a contents list: a chapter, or a whole paragraph."""
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties)
        if style.is_contents:
            return False
        text = clean(text_in(paragraph))
        is_chapter = _outline(properties, style) is not None and bool(text) and not is_contents_title(text)
        return is_chapter or len(text.split()) > _RUNNING

    def _style(self, properties: Element | None) -> Style:
        return self.styles.get(attribute(None if properties is None else properties.find(f"{W}pStyle")))

    def _number(self, properties: Element | None, style: Style) -> tuple[str, int] | None:
        """(id of the list, level in it) of a paragraph, None when it has no automatic number or sign."""
        number_id, level = numbering_of(properties)
        number_id = number_id or style.numbering[0]
        if number_id in ("", "0"):
            return None
        if level is None:
            level = style.numbering[1]
        if level is None:
            levels = (self.numbering.level_of_style(number_id, style_id) for style_id in style.ids)
            level = next((found for found in levels if found), 0)
        return number_id, level

    def _line(self, line: Line, place: Place) -> Iterator[Raw]:
        text = clean(line.text)
        if text:
            raw = raw_line(text, line.parts, place, in_contents=line.in_contents)
            yield replace(raw, below_picture=self._below_picture) if self._below_picture else raw
            self._below_picture = False
        for key in line.notes:
            note = self.notes.get(key)
            words = [raw.block.text for raw in self.blocks(note)] if note is not None else []
            if any(words):
                yield Raw(block=Block(kind="note", text=clean(" ".join(words))))
        for box in line.boxes:
            yield from self.blocks(box)
        for description in line.pictures:
            yield Raw(block=Block(kind="caption", text=f"Afbeelding: {description}"))
        for title in (self.charts.get(chart, "") for chart in line.charts):
            if title:
                yield Raw(block=Block(kind="caption", text=f"Grafiek: {title}"))
        for diagram in line.diagrams:
            yield from (Raw(block=Block(kind="list_item", text=text)) for text in self.diagrams.get(diagram, ()))

    def _table(self, table: Element) -> Iterator[Raw]:
        """A table, then the notes in it. One that only places text is read as text, cell by cell."""
        shape = rows_of(table, self.seen)
        if is_frame(shape):
            for cell in (cell for row in shape for cell in row):
                yield from self.blocks(cell.element)
            return
        notes: list[Raw] = []
        read = table_of([self._row(cells, notes) for cells in shape])
        if read is not None:
            yield read
        yield from notes

    def _row(self, cells: list[Cell], notes: list[Raw]) -> tuple[str, ...]:
        texts: list[str] = []
        for cell in cells:
            text = "" if cell.goes_on else self._cell(cell.element, notes)
            texts += [*[""] * cell.before, text, *[""] * (cell.width - 1)]
        return tuple(texts)

    def _cell(self, cell: Element, notes: list[Raw]) -> str:
        """All text of a cell on one line; that of a table inside it stands here and nowhere else."""
        return text_of(self.blocks(cell), notes)


def _goes_on(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted and another follows, into which it runs on in the accepted view."""
    if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
        return False
    following = paragraph.getnext()
    return following is not None and following.tag == f"{W}p"


def _joined(lines: list[Line]) -> Line:
    """A heading over several lines is one heading."""
    first, *rest = lines
    for line in rest:
        first.join(line)
    return first


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return "table of contents" in attribute(gallery).lower()


def _outline(properties: Element | None, style: Style) -> int | None:
    own = attribute(None if properties is None else properties.find(f"{W}outlineLvl"))
    if own:
        level = whole(own, _BODY)
        return level + 1 if level < _BODY else None
    return style.level
