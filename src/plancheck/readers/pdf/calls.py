"""Functions of pdfium that are called for every line or shape, taking addresses as plain numbers: half the cost of a call."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_PAGE = ctypes.c_void_p
_PLACE = ctypes.c_void_p
_INDEX = ctypes.c_int


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The same function of the library, declared anew."""
    plain = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    plain.argtypes, plain.restype = arguments, result
    return plain  # type: ignore[no-any-return]


def address(pointer: Any) -> int:
    """Where something of pdfium stands; 0 for nothing."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


char_box = _plain(pdfium.FPDFText_GetCharBox, _INDEX, _PAGE, _INDEX, _PLACE, _PLACE, _PLACE, _PLACE)
char_origin = _plain(pdfium.FPDFText_GetCharOrigin, _INDEX, _PAGE, _INDEX, _PLACE, _PLACE)
char_matrix = _plain(pdfium.FPDFText_GetMatrix, _INDEX, _PAGE, _INDEX, _PLACE)
fill_colour = _plain(pdfium.FPDFText_GetFillColor, _INDEX, _PAGE, _INDEX, _PLACE, _PLACE, _PLACE, _PLACE)
font_size = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _PAGE, _INDEX)
font_weight = _plain(pdfium.FPDFText_GetFontWeight, _INDEX, _PAGE, _INDEX)
font_info = _plain(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _PAGE, _INDEX, _PLACE, ctypes.c_ulong, _PLACE)
text_object = _plain(pdfium.FPDFText_GetTextObject, ctypes.c_void_p, _PAGE, _INDEX)
text_font = _plain(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, _PLACE)
text_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _INDEX, _PLACE)
page_object = _plain(pdfium.FPDFPage_GetObject, ctypes.c_void_p, _PAGE, _INDEX)
object_type = _plain(pdfium.FPDFPageObj_GetType, _INDEX, _PLACE)
object_matrix = _plain(pdfium.FPDFPageObj_GetMatrix, _INDEX, _PLACE, _PLACE)
count_form_objects = _plain(pdfium.FPDFFormObj_CountObjects, _INDEX, _PLACE)
form_object = _plain(pdfium.FPDFFormObj_GetObject, ctypes.c_void_p, _PLACE, ctypes.c_ulong)
draw_mode = _plain(pdfium.FPDFPath_GetDrawMode, _INDEX, _PLACE, _PLACE, _PLACE)
count_segments = _plain(pdfium.FPDFPath_CountSegments, _INDEX, _PLACE)
path_segment = _plain(pdfium.FPDFPath_GetPathSegment, ctypes.c_void_p, _PLACE, _INDEX)
segment_type = _plain(pdfium.FPDFPathSegment_GetType, _INDEX, _PLACE)
segment_point = _plain(pdfium.FPDFPathSegment_GetPoint, _INDEX, _PLACE, _PLACE, _PLACE)
object_mark = _plain(pdfium.FPDFPageObj_GetMarkedContentID, _INDEX, _PLACE)
unknown_letter = _plain(pdfium.FPDFText_HasUnicodeMapError, _INDEX, _PAGE, _INDEX)
count_rects = _plain(pdfium.FPDFText_CountRects, _INDEX, _PAGE, _INDEX, _INDEX)
get_rect = _plain(pdfium.FPDFText_GetRect, _INDEX, _PAGE, _INDEX, _PLACE, _PLACE, _PLACE, _PLACE)
