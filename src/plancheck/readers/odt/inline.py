"""The text of an OpenDocument paragraph, with what hangs on it: notes, text boxes, pictures, remarks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plancheck.readers.container import Element
from plancheck.readers.flow.descriptions import LARGE
from plancheck.readers.flow.paragraph import Look
from plancheck.readers.flow.symbols import told
from plancheck.readers.odt.forms import chosen
from plancheck.readers.odt.names import DRAW, FIELD, OFFICE, SVG, TEXT, XLINK, centimetres, value, whole
from plancheck.readers.odt.styles import Styles

_SKIPPED = frozenset(f"{TEXT}{name}" for name in ("note-citation", "ruby-text", "script", "tracked-changes")) | {
    f"{OFFICE}annotation-end",
    f"{OFFICE}event-listeners",
    f"{OFFICE}forms",
    f"{TEXT}number",
}
_MOST_SPACES = 100


@dataclass(slots=True)
class Seen:
    """What reading came across that a report must mention.

    hidden: words. large: pictures that may be a map. inserted: files put in.
    """

    changes: bool = False
    hidden: int = 0
    pictures: int = 0
    large: int = 0
    inserted: int = 0
    remarks: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """Text up to a line break. boxes: elements with blocks in them; descriptions: of pictures; objects: their parts."""

    parts: list[tuple[str, Look]] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    number: str = ""

    @property
    def text(self) -> str:
        """The raw text."""
        return "".join(text for text, _ in self.parts)

    def join(self, other: "Line") -> None:
        """Put another line behind this one."""
        self.parts += [(" ", self.parts[-1][1]), *other.parts] if self.parts else other.parts
        self.notes += other.notes
        self.boxes += other.boxes
        self.descriptions += other.descriptions
        self.objects += other.objects


@dataclass(slots=True)
class LineReader:
    """Reads paragraphs and drawings. controls: what the controls of a form hold, by id."""

    styles: Styles
    seen: Seen
    controls: Mapping[str, str] = field(default_factory=dict)
    _lines: list[Line] = field(default_factory=list)

    def read(self, paragraph: Element, base: Look) -> list[Line]:
        """The lines of a paragraph, or of a drawing that stands by itself."""
        self._lines = [Line()]
        if any(value(each, f"{TEXT}is-hidden") == "true" for each in paragraph.iter(f"{TEXT}hidden-paragraph")):
            self.seen.hidden += len("".join(paragraph.itertext()).split())
        elif paragraph.tag.startswith(DRAW):
            self._element(paragraph, base)
        else:
            self._inside(paragraph, base)
        return self._lines

    def _inside(self, element: Element, look: Look) -> None:
        self._add(element.text, look)
        for child in element:
            self._element(child, look)
            self._add(child.tail, look)

    def _element(self, element: Element, look: Look) -> None:
        tag, line = element.tag, self._lines[-1]
        if tag == f"{TEXT}number":
            line.number = line.number or (element.text or "").strip()
        elif tag in _SKIPPED:
            return
        elif tag == f"{TEXT}s":
            self._add(" " * min(whole(value(element, f"{TEXT}c"), 1), _MOST_SPACES), look)
        elif tag == f"{TEXT}tab":
            self._add("\t", look)
        elif tag == f"{TEXT}line-break":
            self._lines.append(Line())
        elif tag == f"{TEXT}note":
            line.notes += element.findall(f"{TEXT}note-body")
        elif tag == f"{OFFICE}annotation":
            self.seen.remarks.append(element)
        elif tag == f"{TEXT}hidden-text":
            self.seen.hidden += len(value(element, f"{TEXT}string-value").split())
        elif tag in (f"{FIELD}fieldmark", f"{FIELD}fieldmark-start"):
            self._add(chosen(element), look)
        elif tag.startswith(DRAW):
            self._drawing(element, line, look)
        elif tag == f"{TEXT}span":
            self._inside(element, self.styles.text(value(element, f"{TEXT}style-name"), look))
        else:
            self._inside(element, look)

    def _add(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.hidden:
            self.seen.hidden += len(text.split())
        else:
            self._lines[-1].parts.append((told(text), look))

    def _drawing(self, element: Element, line: Line, look: Look) -> None:
        if element.tag in (f"{DRAW}g", f"{DRAW}a"):
            for child in element.iterchildren(f"{DRAW}*"):
                self._drawing(child, line, look)
        elif element.tag == f"{DRAW}control":
            if held := self.controls.get(value(element, f"{DRAW}control"), "").strip():
                self._add(f" {held} ", look)
        elif element.tag == f"{DRAW}frame":
            self._frame(element, line)
        elif element.find(f"{TEXT}p") is not None or element.find(f"{TEXT}list") is not None:
            line.boxes.append(element)
        if element.tag != f"{DRAW}a":
            described = element.findtext(f"{SVG}desc") or element.findtext(f"{SVG}title") or ""
            if described and not (line.boxes and line.boxes[-1].getparent() is element):
                line.descriptions.append(described)

    def _frame(self, frame: Element, line: Line) -> None:
        """A frame holds the same thing in one or more forms: the first that can be read counts."""
        box, thing = frame.find(f"{DRAW}text-box"), frame.find(f"{DRAW}object")
        if box is not None:
            line.boxes.append(box)
        elif thing is not None:
            line.objects.append(value(thing, f"{XLINK}href").removeprefix("./").rstrip("/"))
        elif frame.find(f"{DRAW}object-ole") is not None:
            self.seen.inserted += 1
        elif frame.find(f"{DRAW}image") is not None:
            self.seen.pictures += 1
            width, height = (centimetres(value(frame, f"{SVG}{name}")) for name in ("width", "height"))
            self.seen.large += width >= LARGE[0] and height >= LARGE[1]
