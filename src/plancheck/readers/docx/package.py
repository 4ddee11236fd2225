"""The zip container of a Word file: its XML parts, within limits, and nothing else."""

import io
import re
import zipfile
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.readers.limits import Limits

Element = Any
"""An lxml element; lxml-stubs types children too narrowly for namespaced walks."""

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


class Package:
    """Read access to the XML parts of a Word file."""

    def __init__(self, content: bytes, path: str, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise self._damaged() from error
        if len(self._zip.infolist()) > limits.zip_entries:
            raise self._too_big("het bevat te veel onderdelen")
        self._parts = {_key(info.filename): info for info in self._zip.infolist()}

    def has(self, name: str) -> bool:
        """Whether the package holds a part; names differ neither by case nor by kind of slash."""
        return _key(name) in self._parts

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

    def xml(self, name: str) -> Element:
        """The root element of a part.

        Raises:
            UnreadableFile: the part is damaged. LimitExceeded: it inflates or nests beyond the limits.
        """
        content = self._read(name)
        if b"purl.oclc.org" in content[:20_000]:
            for strict, usual in _STRICT.items():
                content = content.replace(strict.encode(), usual.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root: Element = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self._too_deep() if "depth" in str(error) else self._damaged() from error
        if root.getroottree().docinfo.doctype:  # Word writes none; it is there only for an attack with entities
            raise self._damaged()
        if root.xpath(f"boolean(/{'*/' * self._limits.xml_depth}*)"):
            raise self._too_deep()
        return root

    def _read(self, name: str) -> bytes:
        info = self._parts.get(_key(name))
        if info is None:
            raise self._damaged()
        ratio_broken = info.file_size > self._limits.inflate_free_bytes and (
            info.file_size > self._limits.inflate_ratio * max(1, info.compress_size)
        )
        self._inflated += info.file_size
        if ratio_broken or self._inflated > self._limits.xml_bytes:
            raise self._too_big("het bevat na uitpakken te veel tekst")
        try:
            return self._zip.read(info)
        except Exception as error:  # BadZipFile, zlib.error, lzma's own and more: a damaged stream in foreign code
            raise self._damaged() from error

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(
            "dit Word-bestand is beschadigd of niet compleet.",
            path=self._path,
            hint="Open het in Word, sla het opnieuw op en probeer het weer.",
        )

    def _too_deep(self) -> LimitExceeded:
        return self._too_big("de inhoud is te diep genest")

    def _too_big(self, why: str) -> LimitExceeded:
        return LimitExceeded(
            f"dit bestand is te groot om veilig te lezen: {why}.",
            path=self._path,
            hint="Splits het document of sla het als PDF op.",
        )


def _key(name: str) -> str:
    return name.replace("\\", "/").lower()


def attribute(element: Element | None, name: str = "val") -> str:
    """A `w:` attribute, "" when the element or the attribute is not there."""
    return "" if element is None else element.get(W + name, "") or ""


def is_on(element: Element | None) -> bool:
    """Whether an on/off element such as `w:b` is there and not switched off."""
    return element is not None and attribute(element) not in ("0", "false", "off", "none")


def whole(text: str, default: int) -> int:
    """A whole number from an attribute; the default for what is none or absurdly long."""
    return int(text) if _WHOLE.fullmatch(text) else default
