"""The body of a web page as raw blocks, in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from plancheck.errors import LimitExceeded
from plancheck.model.document import Block, Role
from plancheck.readers.container import Element
from plancheck.readers.flow.descriptions import says_something
from plancheck.readers.flow.numbers import shown
from plancheck.readers.flow.paragraph import Look, Place, raw_line, table_of
from plancheck.readers.flow.raw import Raw
from plancheck.readers.html.tables import cells_of, is_frame
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.text import clean

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "svg", "iframe", "object", "button", "select", "rt", "rp")
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer form header hr html "
    "legend li main menu nav ol p pre section summary table td th tr ul textarea".split()
) | frozenset(_HEADINGS)
_PLACED = frozenset(("figcaption", "caption", "li")) | frozenset(_HEADINGS)
"""Elements that say what their text is."""
_BOLD = frozenset(("b", "strong"))
_LISTS = frozenset(("ul", "ol", "menu"))
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ROLES: dict[str, Role] = {"header": "header", "footer": "footer", "nav": "contents"}
_ARTICLE = frozenset(("article", "main", "section", "aside"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_PLAIN = Look(size=22)


def parsed(text: str, path: str, limits: Limits) -> Element | None:
    """The root of a page; None when there is nothing in it.

    Raises:
        LimitExceeded: it nests beyond the limits.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root: Element = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it
        return None
    if root.xpath(f"boolean(/{'*/' * limits.xml_depth}*)"):
        raise LimitExceeded(
            "dit bestand is te groot om veilig te lezen: de inhoud is te diep genest.",
            path=path,
            hint="Sla het als Word of PDF op.",
        )
    return root


def html_blocks(text: str) -> list[Raw]:
    """The blocks of a piece of HTML inside another text; nothing of one that nests beyond the usual limits."""
    try:
        root = parsed(text, "", DEFAULT_LIMITS)
    except LimitExceeded:
        return []
    return list(Reader().blocks(root)) if root is not None else []


@dataclass(slots=True)
class Reader:
    """Walks a page. hidden: words that are not shown; pictures: how many; changes: whether text was struck or added."""

    hidden: int = 0
    pictures: int = 0
    changes: bool = False
    _lines: list[list[tuple[str, Look]]] = field(default_factory=lambda: [[]])
    _descriptions: list[str] = field(default_factory=list)
    _place: Place = field(default_factory=lambda: Place(look=_PLAIN))
    _role: Role = "body"

    def blocks(self, root: Element) -> Iterator[Raw]:
        """The blocks of a page or of an element."""
        yield from self._inside(root, _PLAIN, depth=-1)
        yield from self._end()

    def _inside(self, element: Element, look: Look, depth: int) -> Iterator[Raw]:
        self._add(element.text, look)
        for child in element:
            yield from self._element(child, look, depth)
            self._add(child.tail, look)

    def _element(self, element: Element, look: Look, depth: int) -> Iterator[Raw]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIPPED or not tag:
            return
        style = element.get("style") or ""
        if element.get("hidden") is not None or _HIDDEN.search(style):
            self.hidden += len("".join(element.itertext()).split())
        elif tag in ("del", "ins"):
            self.changes = True
            if tag == "ins":
                yield from self._inside(element, look, depth)
        elif tag == "br":
            self._lines.append([])
        elif tag == "img":
            self._picture(element)
        elif tag == "table":
            yield from self._end()
            yield from self._table(element, depth)
        elif tag in _BLOCKS or tag in ("figcaption", "caption"):
            yield from self._block(element, look, depth)
        else:
            bold = look.bold or tag in _BOLD or bool(_WEIGHT.search(style))
            yield from self._inside(element, replace(look, bold=bold), depth)

    def _block(self, element: Element, look: Look, depth: int) -> Iterator[Raw]:
        tag = element.tag
        yield from self._end()
        role, own = self._role, _place_of_class(element, look) if element.tag == "p" else None
        self._role = self._role_of(element)
        if tag in _LISTS:
            depth += 1
        elif tag == "li":
            self._place = Place(look=look, depth=max(depth, 0), label=_label(element))
        elif tag in _HEADINGS:
            self._place = Place(look=look, level=_HEADINGS[tag])
        elif tag in ("figcaption", "caption"):
            self._place = Place(look=look, is_caption=True)
        elif own is not None:
            self._place = own
        yield from self._inside(element, look, depth)
        yield from self._end()
        self._role = role
        if tag in _PLACED or own is not None:
            self._place = Place(look=_PLAIN)

    def _role_of(self, element: Element) -> Role:
        """A header or footer of the page; one inside an article belongs to the text."""
        role = _ROLES.get(element.tag)
        if role is None or self._role != "body":
            return self._role
        if role != "contents" and any(above.tag in _ARTICLE for above in element.iterancestors()):
            return "body"
        return role

    def _end(self) -> Iterator[Raw]:
        """The lines so far as blocks."""
        lines, pictures = self._lines, self._descriptions
        self._lines, self._descriptions = [[]], []
        if self._place.level is not None:
            lines = [[piece for line in lines for piece in (*line, (" ", _PLAIN))]]
        for line in lines:
            text = clean("".join(text for text, _ in line))
            if not text:
                continue
            if self._role == "body":
                yield raw_line(text, line, self._place)
            else:
                yield Raw(block=Block(kind="paragraph", text=text, role=self._role))
            self._place = replace(self._place, depth=None, label="")
        yield from (Raw(block=Block(kind="caption", text=f"Afbeelding: {picture}")) for picture in pictures)

    def _add(self, text: str | None, look: Look) -> None:
        if text:
            self._lines[-1].append((text, look))

    def _picture(self, element: Element) -> None:
        self.pictures += 1
        description = clean(element.get("alt") or "")
        if says_something(description):
            self._descriptions.append(description)

    def _table(self, table: Element, depth: int) -> Iterator[Raw]:
        """A table under its caption. One that only places text is read as text, cell by cell."""
        for caption in table.iterchildren("caption"):
            yield from self._block(caption, _PLAIN, depth)
        shape = cells_of(table)
        if is_frame(shape):
            for cell in (cell for row in shape for cell in row if cell is not None):
                yield from self._block(cell, _PLAIN, depth)
            return
        read = table_of([tuple(self._cell(cell) for cell in row) for row in shape])
        if read is not None:
            role = self._role
            yield read if role == "body" else replace(read, block=replace(read.block, role=role))

    def _cell(self, cell: Element | None) -> str:
        if cell is None:
            return ""
        inner = Reader()
        words = [raw.block.text for raw in inner.blocks(cell)]
        self.hidden += inner.hidden
        self.pictures += inner.pictures
        self.changes |= inner.changes
        return clean(" ".join(words))


def _place_of_class(paragraph: Element, look: Look) -> Place | None:
    """What the class that a word processor gives a paragraph says of it."""
    names = (paragraph.get("class") or "").lower().split()
    if any(name in ("title", "titel", "msotitle") for name in names):
        return Place(look=look, level=1)
    if any(name in ("caption", "bijschrift", "msocaption") for name in names):
        return Place(look=look, is_caption=True)
    if any(name.startswith("msotoc") for name in names):
        return Place(look=look, in_contents=True)
    return None


def _label(item: Element) -> str:
    """The number of an item in a numbered list."""
    outer = item.getparent()
    if outer is None or outer.tag != "ol":
        return ""
    number = _whole(outer.get("start"), 1) + sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{shown(_whole(item.get('value'), number), _FORMS.get(outer.get('type') or '', 'decimal'))}."


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default
