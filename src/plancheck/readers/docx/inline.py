"""The text of a paragraph in the accepted view: insertions kept, deletions dropped, fields by their result."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plancheck.readers.container import Element
from plancheck.readers.docx.fields import Fields
from plancheck.readers.docx.package import MC, R, W, attribute, is_on, whole
from plancheck.readers.docx.pictures import description_of, is_large_picture
from plancheck.readers.docx.styles import Styles
from plancheck.readers.flow.paragraph import Look
from plancheck.readers.flow.symbols import SYMBOLS

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_CHARTS = frozenset(
    (
        "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
        "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
    )
)
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_IMAGES = frozenset((f"{_DRAWN}blip", "{urn:schemas-microsoft-com:vml}imagedata"))
_TEXTBOX = f"{W}txbxContent"
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_RUNS = frozenset((f"{W}r", f"{_MATH}r"))
_CHANGED = _DELETED | {f"{W}ins", f"{W}moveTo"}
_DROPPED = _DELETED | {f"{W}rPr", f"{W}pPr", f"{W}delText", f"{W}delInstrText", f"{W}sdtPr", f"{W}rt"}


@dataclass(slots=True)
class Seen:
    """What reading a document came across that a report must mention.

    hidden: words. pictures: how many; large: those big enough to be a map, a scheme or a table. inserted: files put in
    whole.
    """

    changes: bool = False
    hidden: int = 0
    pictures: int = 0
    large: int = 0
    inserted: int = 0


@dataclass(slots=True)
class Line:
    """Text up to a line break, with how it looks and what hangs on it.

    notes: (kind, id) of foot- and endnotes. boxes: text boxes. pictures: descriptions. diagrams and charts: ids of
    relations.
    """

    parts: list[tuple[str, Look]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    in_contents: bool = False

    @property
    def text(self) -> str:
        """The raw text."""
        return "".join(text for text, _ in self.parts)

    def join(self, other: "Line") -> None:
        """Put another line behind this one."""
        if self.parts:
            self.parts.append((" ", self.parts[-1][1]))
        self.with_more(other)

    def with_more(self, other: "Line") -> "Line":
        """This line, with another one right behind it."""
        self.parts += other.parts
        self.in_contents |= other.in_contents
        self.notes += other.notes
        self.boxes += other.boxes
        self.pictures += other.pictures
        self.diagrams += other.diagrams
        self.charts += other.charts
        return self


@dataclass(slots=True)
class LineReader:
    """Reads paragraphs, one after another: a field may run on from one into the next."""

    styles: Styles
    seen: Seen
    fields: Fields = field(default_factory=Fields)

    def read(self, paragraph: Element, base: Look) -> list[Line]:
        """The lines of a paragraph."""
        lines = [Line()]
        for element, run in _walk(paragraph, self.seen):
            if element.tag in (f"{W}br", f"{W}cr"):
                lines.append(Line())
            elif run is not None:
                self._in_run(element, run, base, lines[-1])
            if element.tag == _TEXTBOX:
                lines[-1].boxes.append(element)
            elif element.tag in (f"{W}drawing", f"{W}pict"):
                lines[-1].pictures += description_of(element)
                self.seen.large += is_large_picture(element)
            elif element.tag == _DIAGRAM:
                lines[-1].diagrams.append(element.get(f"{R}dm", ""))
            elif element.tag in _CHARTS:
                lines[-1].charts.append(element.get(f"{R}id", ""))
            elif element.tag in _IMAGES:
                self.seen.pictures += 1
        self.fields.end_paragraph()
        return lines

    def _in_run(self, element: Element, run: Element, base: Look, line: Line) -> None:
        tag = element.tag
        if tag == f"{W}fldChar":
            self.fields.mark(attribute(element, "fldCharType"))
            self._add(_chosen(element.find(f"{W}ffData")), run, base, line)
        elif tag == f"{W}instrText":
            self.fields.add_code(element.text or "")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            line.notes.append((tag.rpartition("}")[2].removesuffix("Reference"), attribute(element, "id")))
        elif not self.fields.in_code:
            self._add(_text_of(element), run, base, line)

    def _add(self, text: str, run: Element, base: Look, line: Line) -> None:
        if not text:
            return
        look = self.styles.look_of(run.find(f"{W}rPr"), base)
        if look.hidden:
            self.seen.hidden += len(text.split())
            return
        line.in_contents |= self.fields.in_contents
        line.parts.append((text, look))


def _text_of(element: Element) -> str:
    tag = element.tag
    if tag in (f"{W}t", f"{_DRAWN}t", f"{_MATH}t"):
        return element.text or ""
    if tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    if tag == _WORD_ART:
        return element.get("string") or ""
    if tag == f"{W}noBreakHyphen":
        return "-"
    if tag == f"{W}sym":
        return SYMBOLS.get(attribute(element, "char").upper(), " ")
    return " " if tag == f"{_DRAWN}p" else ""


def _chosen(field: Element | None) -> str:
    """What was chosen in a list or ticked in a box of a form; a text field has its text behind it."""
    if field is None:
        return ""
    if (choices := field.find(f"{W}ddList")) is not None:
        entries = [attribute(entry) for entry in choices.iterchildren(f"{W}listEntry")]
        place = whole(attribute(choices.find(f"{W}result")) or attribute(choices.find(f"{W}default")), 0)
        return entries[place] if place < len(entries) else ""
    if (box := field.find(f"{W}checkBox")) is not None:
        state = box.find(f"{W}checked")
        return "☒" if is_on(state if state is not None else box.find(f"{W}default")) else "☐"
    return ""


def text_in(paragraph: Element) -> str:
    """All text in a paragraph, deleted text aside, as it stands there."""
    return "".join(paragraph.itertext(f"{W}t"))


def _walk(element: Element, seen: Seen, run: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    """Every element that matters with the run it stands in; text boxes are given, not entered."""
    for child in branches(element):
        tag = child.tag
        if tag in _CHANGED:
            seen.changes = True
        if tag in _DROPPED:
            continue
        yield child, run
        if tag != _TEXTBOX:
            yield from _walk(child, seen, child if tag in _RUNS else run)


def branches(element: Element) -> Iterator[Element]:
    """The children of an element; of alternatives for older programs only the first that holds something."""
    if element.tag == f"{MC}AlternateContent":
        yield from [each for each in element.iterchildren(f"{MC}Choice", f"{MC}Fallback") if len(each)][:1]
    else:
        yield from element
