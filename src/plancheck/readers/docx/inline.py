"""The text of a paragraph in the accepted view: insertions kept, deletions dropped, fields by their result."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from plancheck.readers.docx.package import Element, W, attribute, is_on
from plancheck.readers.docx.styles import Look, look_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_TEXTBOX = f"{W}txbxContent"
_DROPPED = frozenset(
    (f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}instrText", f"{W}delText", f"{W}sdtPr", f"{_MC}Fallback")
)


@dataclass(slots=True)
class Seen:
    """What reading a document came across that a report must mention."""

    changes: bool = False
    hidden: int = 0
    pictures: int = 0


@dataclass(slots=True)
class Line:
    """Text up to a line break, with how it looks and what hangs on it."""

    parts: list[tuple[str, Look]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The raw text."""
        return "".join(text for text, _ in self.parts)


def read_lines(paragraph: Element, base: Look, seen: Seen) -> list[Line]:
    """The lines of a paragraph; `notes` are (kind, id) of foot- and endnotes, `boxes` text boxes in it."""
    lines = [Line()]
    field_code: list[bool] = []
    for element, in_run in _walk(paragraph, seen):
        tag = element.tag
        if tag == f"{W}fldChar":
            _field(attribute(element, "fldCharType"), field_code)
        elif tag == _TEXTBOX:
            lines[-1].boxes.append(element)
        elif in_run is None or (field_code and field_code[-1]):
            continue
        elif tag == f"{W}t":
            _text(element.text or "", in_run, base, lines[-1], seen)
        elif tag in (f"{W}tab", f"{W}ptab"):
            _text("\t", in_run, base, lines[-1], seen)
        elif tag == f"{W}noBreakHyphen":
            _text("-", in_run, base, lines[-1], seen)
        elif tag in (f"{W}br", f"{W}cr") and attribute(element, "type") in ("", "textWrapping"):
            lines.append(Line())
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            lines[-1].notes.append((tag.rpartition("}")[2].removesuffix("Reference"), attribute(element, "id")))
        elif tag in (f"{W}drawing", f"{W}pict"):
            seen.pictures += 1
    return lines


def _field(kind: str, field_code: list[bool]) -> None:
    """Follow a field: between `begin` and `separate` stands its code, after that its result."""
    if kind == "begin":
        field_code.append(True)
    elif kind == "separate" and field_code:
        field_code[-1] = False
    elif kind == "end" and field_code:
        field_code.pop()


def _text(text: str, run: Element, base: Look, line: Line, seen: Seen) -> None:
    properties = run.find(f"{W}rPr")
    if properties is not None and (is_on(properties.find(f"{W}vanish")) or is_on(properties.find(f"{W}webHidden"))):
        seen.hidden += len(text.split())
        return
    line.parts.append((text, look_of(properties, base)))


def _walk(element: Element, seen: Seen, run: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    """Every element that matters with the run it stands in; text boxes are given, not entered."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str):
            continue
        if tag in (f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"):
            seen.changes = True
        if tag in _DROPPED:
            continue
        yield child, run
        if tag != _TEXTBOX:
            yield from _walk(child, seen, child if tag == f"{W}r" else run)
