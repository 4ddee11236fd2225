"""Styles: heading level, size and weight, list numbering, and what a style is called."""

import re
from dataclasses import dataclass, replace

from plancheck.readers.container import Element
from plancheck.readers.docx.package import W, attribute, is_on, whole
from plancheck.readers.flow.paragraph import Look, list_depth

_HEADING = re.compile(r"^(?:heading|kop|titre|überschrift)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(
    r"^(?:toc|inhopg|kop\s?van\s?inhoudsopgave|inhoudsopgave|contents (?:\d|heading)|table of figures"
    r"|lijst met afbeeldingen)\b"
)
_CONTENTS_LINE = re.compile(r"^(?:toc|inhopg) ?\d")
_BODY_LEVEL = 9
_LONGEST_CHAIN = 20
_BOLD, _SIZE, _CAPS, _LINE, _HIDDEN, _ITALIC = (f"{W}{name}" for name in ("b", "sz", "caps", "u", "vanish", "i"))


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style, its chain of `basedOn` followed.

    level: 1-9, None when it is no heading. numbering: id of the list and level in it ("" and None: not said).
    ids: those of the style and of what it is based on, nearest first.
    """

    level: int | None
    look: Look
    numbering: tuple[str, int | None]
    ids: tuple[str, ...]
    is_contents: bool
    is_caption: bool
    list_depth: int | None


class Styles:
    """All styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._cache: dict[str, Style] = {}
        self._default_id = ""
        self._default = Look(size=22)
        if root is None:
            return
        self._default = _direct(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), Look(size=20))
        for element in root.iter(f"{W}style"):
            self._elements[attribute(element, "styleId")] = element
            if attribute(element, "default") in ("1", "true") and attribute(element, "type") in ("paragraph", ""):
                self._default_id = attribute(element, "styleId")

    def get(self, style_id: str) -> Style:
        """The paragraph style with this id; the default one for an empty or unknown id."""
        if style_id not in self._elements and not _HEADING.match(style_id):
            style_id = self._default_id
        if style_id not in self._cache:
            self._cache[style_id] = self._make(style_id)
        return self._cache[style_id]

    def look_of(self, properties: Element | None, base: Look) -> Look:
        """The look that run properties give on top of another, by themselves and by their character style."""
        if properties is None:
            return base
        for element in reversed(self._chain(attribute(properties.find(f"{W}rStyle")))):
            # The line under a hyperlink is no emphasis.
            base = replace(_direct(element.find(f"{W}rPr"), base), underlined=base.underlined)
        return _direct(properties, base)

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self._elements[style_id])
            style_id = attribute(self._elements[style_id].find(f"{W}basedOn"))
        return chain

    def _make(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        names = [attribute(element.find(f"{W}name")).strip().lower() for element in chain] or [style_id]
        look = self._default
        for element in reversed(chain):
            look = _direct(element.find(f"{W}rPr"), look)
        numbers = [numbering_of(element.find(f"{W}pPr")) for element in chain]
        return Style(
            level=_level(chain, names),
            look=look,
            numbering=(
                next((number_id for number_id, _ in numbers if number_id), ""),
                next((level for _, level in numbers if level is not None), None),
            ),
            ids=tuple(attribute(element, "styleId") for element in chain),
            is_contents=bool(_CONTENTS.match(names[0])) or any(_CONTENTS_LINE.match(name) for name in names),
            is_caption=any(name in ("caption", "bijschrift") for name in names),
            list_depth=list_depth(names),
        )


def _direct(properties: Element | None, base: Look) -> Look:
    """The look that run properties state themselves on top of another."""
    if properties is None:
        return base
    size, bold, caps, underlined, hidden = base.size, base.bold, base.caps, base.underlined, base.hidden
    italic = base.italic
    for child in properties:
        tag = child.tag
        if tag == _BOLD:
            bold = is_on(child)
        elif tag == _SIZE:
            size = whole(attribute(child), base.size)
        elif tag == _CAPS:
            caps = is_on(child)
        elif tag == _LINE:
            underlined = is_on(child)
        elif tag == _HIDDEN:
            hidden = is_on(child)
        elif tag == _ITALIC:
            italic = is_on(child)
    return Look(size, bold, caps, underlined, hidden, italic)


def _level(chain: list[Element], names: list[str]) -> int | None:
    """The heading level of a style: its outline level, or the built-in heading it is based on."""
    for place, name in enumerate(names):
        if name in ("title", "titel"):
            return 1
        outline = attribute(chain[place].find(f"{W}pPr/{W}outlineLvl")) if chain else ""
        if outline:
            level = whole(outline, _BODY_LEVEL)
            return level + 1 if level < _BODY_LEVEL else None
        match = _HEADING.match(name)
        if match:
            return int(match[1])
    return None


def numbering_of(properties: Element | None) -> tuple[str, int | None]:
    """(id of the list, level) as paragraph properties state them; id "0" switches numbering off, "" says nothing."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return "", None
    level = attribute(number.find(f"{W}ilvl"))
    return attribute(number.find(f"{W}numId")), whole(level, 0) if level else None
