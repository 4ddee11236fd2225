"""The structure tree of a tagged PDF: which texts are headings, and of which level."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from plancheck.readers.text import clean

_LEVELS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
_MAX_DEPTH = 100


def page_headings(page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE) -> list[tuple[int, str]]:
    """(level, text) of the headings of a page in the order of the tree; [] when it has no tree."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        found = []
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += list(_headings(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place), 0))
        if not found:
            return []
        texts = _texts_by_mark(page, text_page)
        named = [(level, clean(" ".join(texts.get(mark, "") for mark in marks))) for level, marks in found]
        return [(level, text) for level, text in named if text]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _headings(element: pdfium.FPDF_STRUCTELEMENT, depth: int) -> Iterator[tuple[int, list[int]]]:
    if not element or depth > _MAX_DEPTH:
        return
    level = _LEVELS.get(_type(element))
    if level is not None:
        yield level, list(_marks(element, depth))
        return
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _headings(pdfium.FPDF_StructElement_GetChildAtIndex(element, place), depth + 1)


def _type(element: pdfium.FPDF_STRUCTELEMENT) -> str:
    buffer = ctypes.create_string_buffer(128)
    size = pdfium.FPDF_StructElement_GetType(element, buffer, 128)
    return buffer.raw[: max(0, min(size, 128) - 2)].decode("utf-16-le", "replace")


def _marks(element: pdfium.FPDF_STRUCTELEMENT, depth: int) -> Iterator[int]:
    """The marked-content ids below an element."""
    for place in range(max(0, pdfium.FPDF_StructElement_GetMarkedContentIdCount(element))):
        mark = pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, place)
        if mark >= 0:
            yield mark
    if depth < _MAX_DEPTH:
        for place in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
            if child:
                yield from _marks(child, depth + 1)


def _texts_by_mark(page: pdfium.FPDF_PAGE, text_page: pdfium.FPDF_TEXTPAGE) -> dict[int, str]:
    """Text of the text objects per marked-content id."""
    found: dict[int, str] = {}
    for place in range(pdfium.FPDFPage_CountObjects(page)):
        element = pdfium.FPDFPage_GetObject(page, place)
        if pdfium.FPDFPageObj_GetType(element) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        mark = pdfium.FPDFPageObj_GetMarkedContentID(element)
        if mark < 0:
            continue
        size = pdfium.FPDFTextObj_GetText(element, text_page, None, 0)
        buffer = ctypes.create_string_buffer(size * 2 or 2)
        pdfium.FPDFTextObj_GetText(element, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        found[mark] = found.get(mark, "") + buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
    return found
