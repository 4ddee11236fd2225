"""The parts of a Word file and how they relate; strict OOXML is read as transitional."""

import re
from posixpath import dirname, join, normpath

from plancheck.readers.container import Container, Element
from plancheck.readers.limits import Limits

_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/drawingml/": "http://schemas.openxmlformats.org/drawingml/2006/",
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WHOLE = re.compile("[0-9]{1,9}")
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Package(Container):
    """Read access to the XML parts of a Word file."""

    def __init__(self, content: bytes, path: str, limits: Limits) -> None:
        super().__init__(content, path, limits, what="Word-bestand", renamed=_STRICT)

    def main_part(self) -> str:
        """The name of the part with the text."""
        for target, kind in self.related("").values():
            if kind.endswith("/officeDocument"):
                return target
        return "word/document.xml"

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (name of the other part, kind)."""
        name = join(dirname(part), "_rels", (part.rsplit("/", 1)[-1] or "") + ".rels")
        if not self.has(name):
            return {}
        base = dirname(part)
        found: dict[str, tuple[str, str]] = {}
        for relation in self.xml(name).iter(f"{_RELS}Relationship"):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                target = target[1:] if target.startswith("/") else normpath(join(base, target))
                found[relation.get("Id", "")] = (target, relation.get("Type", ""))
        return found


def attribute(element: Element | None, name: str = "val") -> str:
    """A `w:` attribute, "" when the element or the attribute is not there."""
    return "" if element is None else element.get(W + name, "") or ""


def is_on(element: Element | None) -> bool:
    """Whether an on/off element such as `w:b` is there and not switched off."""
    return element is not None and attribute(element) not in ("0", "false", "off", "none")


def whole(text: str, default: int) -> int:
    """A whole number from an attribute; the default for what is none or absurdly long."""
    return int(text) if _WHOLE.fullmatch(text) else default
