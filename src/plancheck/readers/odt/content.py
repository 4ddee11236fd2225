"""The body of an OpenDocument text as raw blocks, in reading order, nothing dropped."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plancheck.model.document import Block
from plancheck.readers.container import Element
from plancheck.readers.flow.descriptions import says_something
from plancheck.readers.flow.paragraph import Place, raw_line, table_of
from plancheck.readers.flow.pictures import PICTURE
from plancheck.readers.flow.raw import Raw, text_of
from plancheck.readers.odt.inline import Line, LineReader, Seen
from plancheck.readers.odt.lists import OUTLINE, Lists, Running
from plancheck.readers.odt.names import DRAW, TABLE, TEXT, value, whole
from plancheck.readers.odt.styles import Styles
from plancheck.readers.odt.tables import is_frame, rows_of
from plancheck.readers.text import clean

_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
    )
)
_ENTERED = frozenset(f"{TEXT}{name}" for name in ("section", "index-body", "index-title", "bibliography")) | _INDEXES
_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list a paragraph stands. label: of the item, for its first line only."""

    running: Running
    depth: int
    first: bool
    element: Element


@dataclass(slots=True)
class Reader:
    """Walks the parts of an OpenDocument text.

    object_text: what an embedded chart or formula says, by its folder; None for a file that was put in. controls: what
    the controls of a form hold, by id.
    """

    styles: Styles
    lists: Lists
    object_text: Callable[[str], str | None]
    controls: Mapping[str, str] = field(default_factory=dict)
    seen: Seen = field(default_factory=Seen)
    _lines: LineReader = field(init=False)
    _below_picture: bool = False

    def __post_init__(self) -> None:
        self._lines = LineReader(self.styles, self.seen, self.controls)

    def blocks(self, container: Element, *, in_contents: bool = False) -> Iterator[Raw]:
        """The blocks of a body, section, cell, text box, note, header or footer."""
        for child in container:
            tag = child.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child, None, in_contents=in_contents)
            elif tag == f"{TEXT}list":
                yield from self._list(child, None, 0, in_contents=in_contents)
            elif tag == f"{TEXT}numbered-paragraph":
                yield from self._numbered(child)
            elif tag == f"{TABLE}table":
                yield from self._table(child)
            elif tag in _ENTERED:
                if self._is_hidden(child):
                    self.seen.hidden += len(" ".join(child.itertext()).split())
                else:
                    yield from self.blocks(child, in_contents=in_contents or tag in _INDEXES)
            elif tag == f"{TEXT}tracked-changes":
                self.seen.changes |= child.find(f"{TEXT}changed-region") is not None
            elif tag.startswith(DRAW):
                for line in self._lines.read(child, self.styles.paragraph("").look):
                    if text := clean(line.text):
                        yield Raw(block=Block(kind="paragraph", text=text))
                    yield from self._hanging(line)

    def _is_hidden(self, section: Element) -> bool:
        display = value(section, f"{TEXT}display")
        return display == "none" or (display == "condition" and value(section, f"{TEXT}is-hidden") == "true")

    def _list(self, element: Element, outer: Running | None, depth: int, *, in_contents: bool) -> Iterator[Raw]:
        running = self.lists.open(element, outer)
        for entry in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            first = entry.tag == f"{TEXT}list-item"
            for child in entry:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, running, depth + 1, in_contents=in_contents)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    item = _Item(running, depth, first, entry)
                    found = list(self._paragraph(child, item, in_contents=in_contents))
                    first = first and not found and _goes_on(child)
                    yield from found

    def _numbered(self, element: Element) -> Iterator[Raw]:
        """A paragraph that is a list item by itself."""
        running = self.lists.open(element, None)
        depth = whole(value(element, f"{TEXT}level"), 1) - 1
        for child in element.iterchildren(f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(child, _Item(running, depth, True, element), in_contents=False)

    def _paragraph(self, paragraph: Element, item: _Item | None, *, in_contents: bool) -> Iterator[Raw]:
        style = self.styles.paragraph(value(paragraph, f"{TEXT}style-name"))
        level = style.level
        if paragraph.tag == f"{TEXT}h":
            level = min(max(whole(value(paragraph, f"{TEXT}outline-level"), 1), 1), _MOST_LEVELS)
        pictures, large = self.seen.pictures, self.seen.large
        lines = self._lines.read(paragraph, style.look)
        has_large = self.seen.large > large
        if level is not None:
            lines = [_joined(lines)]
        counted = any(clean(line.text) for line in lines) or item is None or not _goes_on(paragraph)
        numbered = counted and not (item is None and style.list_style == "")
        label = self._label(paragraph, item, level) if numbered else ""
        place = Place(
            look=style.look,
            level=level,
            depth=item.depth if item and item.first else None,
            label=lines[0].number or label,
            in_contents=in_contents or style.is_contents,
            is_caption=style.is_caption,
            style_depth=style.list_depth,
        )
        for line in lines:
            text = clean(line.text)
            if text:
                raw = raw_line(text, line.parts, place)
                yield replace(raw, below_picture=self._below_picture) if self._below_picture else raw
                self._below_picture = False
                place = replace(place, depth=None, label="")
            yield from self._hanging(line)
        if self.seen.pictures > pictures and not any(clean(line.text) for line in lines):
            self._below_picture = True
        if has_large:
            yield PICTURE

    def _label(self, paragraph: Element, item: _Item | None, level: int | None) -> str:
        if item is not None and item.first and item.running.style != OUTLINE:
            return self.lists.next_label(item.running, item.depth, item.element)
        if paragraph.tag == f"{TEXT}h" and level is not None and (item is None or item.first):
            return self.lists.next_heading(paragraph, level)
        return ""

    def _hanging(self, line: Line) -> Iterator[Raw]:
        """What hangs on a line: notes, text boxes, descriptions of pictures, charts."""
        for note in line.notes:
            words = clean(" ".join(raw.block.text for raw in self.blocks(note)))
            if words:
                yield Raw(block=Block(kind="note", text=words))
        for box in line.boxes:
            yield from self.blocks(box)
        for description in map(clean, line.descriptions):
            if says_something(description):
                yield Raw(block=Block(kind="caption", text=f"Afbeelding: {description}"))
        for name in line.objects:
            text = self.object_text(name)
            self.seen.inserted += text is None
            if text:
                yield Raw(block=Block(kind="caption", text=text))

    def _table(self, table: Element) -> Iterator[Raw]:
        """A table, then the notes in it. One that only places text is read as text, cell by cell."""
        shape = rows_of(table)
        if is_frame(shape):
            for cell in (cell for row in shape for cell in row if cell is not None):
                yield from self.blocks(cell)
            return
        notes: list[Raw] = []
        read = table_of([tuple(self._cell(cell, notes) for cell in row) for row in shape])
        if read is not None:
            yield read
        yield from notes

    def _cell(self, cell: Element | None, notes: list[Raw]) -> str:
        """All text of a cell on one line; that of a table inside it stands here and nowhere else."""
        return text_of(self.blocks(cell), notes) if cell is not None else ""


def _goes_on(paragraph: Element) -> bool:
    """Whether another paragraph of the same item comes next: of two in one item an empty first has no number."""
    after = paragraph.getnext()
    return after is not None and after.tag in (f"{TEXT}p", f"{TEXT}h")


def _joined(lines: list[Line]) -> Line:
    """A heading over several lines is one heading."""
    first, *rest = lines
    for line in rest:
        first.join(line)
    return first
