"""The structure tree of a tagged PDF: what the element is to which a piece of marked content belongs."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium

_HEADINGS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_KINDS = {
    "P": "paragraph",
    "Caption": "caption",
    "Note": "note",
    "FENote": "note",
    "TOCI": "contents",
    "TOC": "contents",
}
_MAX_DEPTH = 60
_MAX_ELEMENTS = 50_000


@dataclass(frozen=True, slots=True)
class Tag:
    """The element a text belongs to. element: unique on its page. level: of a heading; depth: of a list.

    table, row, cell: numbers of the table elements it stands in, -1 outside a table.
    """

    kind: str = ""
    element: int = -1
    level: int = 0
    depth: int = 0
    table: int = -1
    row: int = -1
    cell: int = -1


def page_tags(page: pdfium.FPDF_PAGE) -> dict[int, Tag]:
    """The tag of every marked-content id of a page; empty when the page has no structure tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        walk = _Walk()
        for place in range(max(0, pdfium.FPDF_StructTree_CountChildren(tree))):
            walk.visit(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), Tag(), 0)
        return walk.tags
    finally:
        pdfium.FPDF_StructTree_Close(tree)


class _Walk:
    """One walk through the tree of a page."""

    def __init__(self) -> None:
        self.tags: dict[int, Tag] = {}
        self._count = 0
        self._name = ctypes.create_string_buffer(64)

    def visit(self, element: pdfium.FPDF_STRUCTELEMENT, above: Tag, depth: int) -> None:
        """Note the marks of an element and of all below it."""
        if not element or depth > _MAX_DEPTH or self._count > _MAX_ELEMENTS:
            return
        self._count += 1
        tag = _tag(self._type(element), above, self._count)
        for mark in _marks(element):
            self.tags.setdefault(mark, tag)
        for place in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            self.visit(pdfium.FPDF_StructElement_GetChildAtIndex(element, place), tag, depth + 1)

    def _type(self, element: pdfium.FPDF_STRUCTELEMENT) -> str:
        size = pdfium.FPDF_StructElement_GetType(element, self._name, 64)
        return self._name.raw[: max(0, min(size, 64) - 2)].decode("utf-16-le", "replace")


def _tag(name: str, above: Tag, number: int) -> Tag:
    """The tag of an element of this type; a type that says nothing of its own hands on the one above."""
    if name in _HEADINGS and above.kind not in ("contents", "note"):
        return replace(above, kind="heading", element=number, level=_HEADINGS[name])
    if name == "L":
        return replace(above, depth=above.depth + 1)
    if name == "LI":
        return replace(above, kind="list", element=number)
    if name == "Table":
        return Tag(kind="table", element=number, table=number)
    if name == "TR":
        return replace(above, row=number)
    if name in ("TD", "TH"):
        return replace(above, cell=number)
    if name in _KINDS and above.kind not in ("list", "contents", "note"):
        return replace(above, kind=_KINDS[name], element=number)
    return above


def _marks(element: pdfium.FPDF_STRUCTELEMENT) -> Iterator[int]:
    for place in range(max(0, pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))):
        mark = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        if mark >= 0:
            yield mark
