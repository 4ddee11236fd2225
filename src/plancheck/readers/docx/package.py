"""The zip container of a Word file: its XML parts, within limits, and nothing else."""

import io
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
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
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
        self.names = frozenset(self._zip.namelist())

    def main_part(self) -> str:
        """The name of the part with the text."""
        for target, kind in self.related("").values():
            if kind.endswith("/officeDocument"):
                return target
        return "word/document.xml"

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id -> (name of the other part, kind)."""
        name = join(dirname(part), "_rels", (part.rsplit("/", 1)[-1] or "") + ".rels")
        if name not in self.names:
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
            UnreadableFile: the part is damaged. LimitExceeded: it inflates beyond the limits.
        """
        content = self._read(name)
        for strict, usual in _STRICT.items():
            content = content.replace(strict.encode(), usual.encode())
        if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
            raise self._damaged()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error

    def _read(self, name: str) -> bytes:
        try:
            info = self._zip.getinfo(name)
        except KeyError as error:
            raise self._damaged() from error
        ratio_broken = info.file_size > self._limits.inflate_free_bytes and (
            info.file_size > self._limits.inflate_ratio * max(1, info.compress_size)
        )
        self._inflated += info.file_size
        if ratio_broken or self._inflated > self._limits.xml_bytes:
            raise self._too_big("het bevat na uitpakken te veel tekst")
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
            raise self._damaged() from error
        except Exception as error:  # zlib.error and friends: a damaged stream in foreign code
            raise self._damaged() from error

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(
            "dit Word-bestand is beschadigd of niet compleet.",
            path=self._path,
            hint="Open het in Word, sla het opnieuw op en probeer het weer.",
        )

    def _too_big(self, why: str) -> LimitExceeded:
        return LimitExceeded(
            f"dit bestand is te groot om veilig te lezen: {why}.",
            path=self._path,
            hint="Splits het document of sla het als PDF op.",
        )


def attribute(element: Element | None, name: str = "val") -> str:
    """A `w:` attribute, "" when the element or the attribute is not there."""
    return "" if element is None else element.get(W + name, "") or ""


def is_on(element: Element | None) -> bool:
    """Whether an on/off element such as `w:b` is there and not switched off."""
    return element is not None and attribute(element) not in ("0", "false", "off", "none")
