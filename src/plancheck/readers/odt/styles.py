"""Styles of OpenDocument: heading level, size and weight, list, and what a style is called."""

import re
from dataclasses import dataclass, replace

from plancheck.readers.container import Element
from plancheck.readers.flow.paragraph import Look, list_depth
from plancheck.readers.odt.names import FO, STYLE, TEXT, plain_name, value

_HEADING = re.compile(r"^(?:heading|kop)\s*([1-9])$")
_CONTENTS = re.compile(
    r"^(?:contents (?:\d|heading)|(?:illustration|table|object|user) index|inhoudsopgave|inhopg|toc)\b"
)
_CAPTIONS = frozenset(("caption", "bijschrift", "illustration", "drawing", "figure"))
_SIZE = re.compile(r"^(\d{1,4}(?:\.\d{1,4})?)(pt|%)$")
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style with what it is based on. level: 1-9, None when it is no heading.

    list_style: "" switches numbers off; None: not said.
    """

    level: int | None
    look: Look
    list_style: str | None
    is_contents: bool
    is_caption: bool
    list_depth: int | None


class Styles:
    """All styles of a document by family and name; automatic ones of the text hide those of the same name."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._default: dict[str, Element] = {}
        self._cache: dict[str, Style] = {}
        for root in roots:
            if root is None:
                continue
            for element in root.iter(f"{STYLE}style"):
                self._elements[value(element, f"{STYLE}family"), value(element, f"{STYLE}name")] = element
            for element in root.iter(f"{STYLE}default-style"):
                self._default[value(element, f"{STYLE}family")] = element

    def paragraph(self, name: str) -> Style:
        """The paragraph style of this name; the default look for an unknown one."""
        if name not in self._cache:
            self._cache[name] = self._make(name)
        return self._cache[name]

    def text(self, name: str, base: Look) -> Look:
        """The look that a text style gives on top of another."""
        for element in reversed(self._chain("text", name)):
            base = _direct(element, base)
        return base

    def _chain(self, family: str, name: str) -> list[Element]:
        chain: list[Element] = []
        while (family, name) in self._elements and len(chain) < _LONGEST_CHAIN:
            chain.append(self._elements[family, name])
            name = value(chain[-1], f"{STYLE}parent-style-name")
        return chain

    def _make(self, name: str) -> Style:
        chain = self._chain("paragraph", name)
        look = _direct(self._default.get("paragraph"), Look(size=24))
        for element in reversed(chain):
            look = _direct(element, look)
        names = [_name(element) for element in chain] or [plain_name(name)]
        lists = (element.get(f"{STYLE}list-style-name") for element in chain)
        return Style(
            level=_level(names),
            look=look,
            list_style=next((each for each in lists if each is not None), None),
            is_contents=any(_CONTENTS.match(each) for each in names),
            is_caption=any(each in _CAPTIONS for each in names),
            list_depth=list_depth(names),
        )


def _name(element: Element) -> str:
    return plain_name(value(element, f"{STYLE}display-name") or value(element, f"{STYLE}name"))


def _level(names: list[str]) -> int | None:
    for name in names:
        if name in ("title", "titel"):
            return 1
        if match := _HEADING.match(name):
            return int(match[1])
    return None


def _direct(element: Element | None, base: Look) -> Look:
    """The look that a style states itself on top of another."""
    found = None if element is None else element.find(f"{STYLE}text-properties")
    if found is None:
        return base
    weight = value(found, f"{FO}font-weight")
    caps = value(found, f"{FO}text-transform")
    line = value(found, f"{STYLE}text-underline-style")
    hidden = value(found, f"{TEXT}display")
    slant = value(found, f"{FO}font-style")
    return replace(
        base,
        size=_size(value(found, f"{FO}font-size"), base.size),
        bold=base.bold if not weight else weight == "bold" or (weight.isdigit() and int(weight[:4]) >= 600),
        caps=base.caps if not caps else caps == "uppercase",
        underlined=base.underlined if not line else line != "none",
        hidden=base.hidden if not hidden else hidden == "none",
        italic=base.italic if not slant else slant != "normal",
    )


def _size(text: str, base: int) -> int:
    """A size in half points."""
    match = _SIZE.match(text)
    if not match:
        return base
    number = float(match[1])
    return round(number * 2) if match[2] == "pt" else round(base * number / 100)
