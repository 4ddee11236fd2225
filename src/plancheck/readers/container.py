"""The zip container of a Word or ODF file: its XML parts, within limits, and nothing else."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from plancheck.errors import LimitExceeded, UnreadableFile
from plancheck.readers.limits import Limits

Element = Any
"""An lxml element; lxml-stubs types children too narrowly for namespaced walks."""
_HEAD = 20_000
"""Bytes at the start of a part, where it declares its namespaces."""


class Container:
    """Read access to the XML parts of a zip file.

    what: the kind of file as an error names it ("Word-bestand"). renamed: namespaces to read as another.
    """

    def __init__(
        self, content: bytes, path: str, limits: Limits, *, what: str, renamed: Mapping[str, str] | None = None
    ) -> None:
        self._path = path
        self._limits = limits
        self._what = what
        self._renamed = {old.encode(): new.encode() for old, new in (renamed or {}).items()}
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except Exception as error:  # BadZipFile, NotImplementedError for a strange version, and more: foreign code
            raise self._damaged() from error
        if len(self._zip.infolist()) > limits.zip_entries:
            raise self._too_big("het bevat te veel onderdelen")
        self._parts = {_key(info.filename): info for info in self._zip.infolist()}

    def has(self, name: str) -> bool:
        """Whether the container holds a part; names differ neither by case nor by kind of slash."""
        return _key(name) in self._parts

    def xml(self, name: str) -> Element:
        """The root element of a part.

        Raises:
            UnreadableFile: the part is damaged. LimitExceeded: it inflates or nests beyond the limits.
        """
        content = self._read(name)
        if any(old in content[:_HEAD] for old in self._renamed):
            for old, new in self._renamed.items():
                content = content.replace(old, new)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root: Element = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self._too_deep() if "depth" in str(error) else self._damaged() from error
        if _declares(root.getroottree().docinfo.internalDTD):
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
            f"dit {self._what} is beschadigd of niet compleet.",
            path=self._path,
            hint="Open het, sla het opnieuw op en probeer het weer.",
        )

    def _too_deep(self) -> LimitExceeded:
        return self._too_big("de inhoud is te diep genest")

    def _too_big(self, why: str) -> LimitExceeded:
        return LimitExceeded(
            f"dit bestand is te groot om veilig te lezen: {why}.",
            path=self._path,
            hint="Splits het document of sla het als PDF op.",
        )


def _declares(dtd: Any) -> bool:
    """Whether a part brings entities or elements of its own: only an attack does. Old programs just name a DTD."""
    return dtd is not None and any(True for each in (dtd.iterentities(), dtd.iterelements()) for _ in each)


def _key(name: str) -> str:
    return name.replace("\\", "/").lower()
