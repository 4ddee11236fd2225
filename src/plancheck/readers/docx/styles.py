"""Styles: heading level, size and weight, list numbering, and what a style is called."""

import re
from dataclasses import dataclass

from plancheck.readers.docx.package import Element, W, attribute, is_on

_HEADING = re.compile(r"^(?:heading|kop|berschrift|titre|überschrift)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|inhopg|inhoudsopgave|table of figures|lijst met afbeeldingen)\b", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: size in half points (0 = not said), bold, caps."""

    size: int = 0
    bold: bool | None = None
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style, its chain of `basedOn` followed. level: 1-9, None when it is no heading."""

    name: str
    level: int | None
    look: Look
    numbering: tuple[str, int] | None
    is_contents: bool
    is_caption: bool
    is_list: bool


def look_of(properties: Element | None, base: Look) -> Look:
    """The look that run properties give on top of another."""
    if properties is None:
        return base
    size, bold = attribute(properties.find(f"{W}sz")), properties.find(f"{W}b")
    return Look(
        size=int(size) if size.isdigit() else base.size,
        bold=is_on(bold) if bold is not None else base.bold,
        caps=base.caps or is_on(properties.find(f"{W}caps")),
    )


class Styles:
    """All paragraph styles of a file by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._cache: dict[str, Style] = {}
        self._default_id = ""
        self.default = Look(size=22)
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default = look_of(defaults, Look(size=20))
        for element in root.iter(f"{W}style"):
            if attribute(element, "type") in ("paragraph", ""):
                self._elements[attribute(element, "styleId")] = element
                if attribute(element, "default") in ("1", "true"):
                    self._default_id = attribute(element, "styleId")

    def get(self, style_id: str) -> Style:
        """The style with this id; the default paragraph style for an empty or unknown one."""
        style_id = style_id if style_id in self._elements else self._default_id
        if style_id not in self._cache:
            self._cache[style_id] = self._make(style_id)
        return self._cache[style_id]

    def _chain(self, style_id: str) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._elements and self._elements[style_id] not in chain:
            chain.append(self._elements[style_id])
            style_id = attribute(self._elements[style_id].find(f"{W}basedOn"))
        return chain

    def _make(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        names = [attribute(element.find(f"{W}name")) for element in chain]
        look = self.default
        for element in reversed(chain):
            look = look_of(element.find(f"{W}rPr"), look)
        name = names[0] if names else ""
        return Style(
            name=name,
            level=_level(chain, names),
            look=look,
            numbering=next((found for element in chain if (found := numbering_of(element.find(f"{W}pPr")))), None),
            is_contents=any(_CONTENTS.match(each) for each in names),
            is_caption=any(each.lower() in ("caption", "bijschrift") for each in names),
            is_list=any(each.lower().startswith(("list", "lijst", "opsomming")) for each in names),
        )


def _level(chain: list[Element], names: list[str]) -> int | None:
    """The heading level of a style: its outline level, or the built-in heading it is based on."""
    for element, name in zip(chain, names, strict=True):
        if name.lower() in ("title", "titel"):
            return 1
        outline = attribute(element.find(f"{W}pPr/{W}outlineLvl"))
        if outline.isdigit():
            return int(outline) + 1 if int(outline) < _BODY_LEVEL else None
        match = _HEADING.match(name)
        if match:
            return int(match[1])
    return None


def numbering_of(properties: Element | None) -> tuple[str, int] | None:
    """(numId, level) of paragraph properties, None when they say nothing; numId "0" switches numbering off."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None
    level = attribute(number.find(f"{W}ilvl"))
    return attribute(number.find(f"{W}numId")), int(level) if level.isdigit() else 0
