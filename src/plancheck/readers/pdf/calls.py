"""Functions of pdfium that are called for every line or shape, declared anew so that a call costs half.

Those of a text take references made once and ask no questions; those of an object take its address as a number.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS = ctypes.c_void_p
_INT = ctypes.c_int


def _of_text(function: Any, result: Any = _INT) -> Callable[..., Any]:
    """A function whose pointers are given as references, and whose numbers are of type int."""
    plain = type(function)(address(function))
    plain.restype = result
    return plain  # type: ignore[no-any-return]


def _of_object(function: Any, *arguments: Any, result: Any = _INT) -> Callable[..., Any]:
    """A function whose first argument is the address of an object."""
    plain = type(function)(address(function))
    plain.argtypes, plain.restype = (_ADDRESS, *arguments), result
    return plain  # type: ignore[no-any-return]


def address(pointer: Any) -> int:
    """Where something of pdfium stands; 0 for nothing."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def places(numbers: Any) -> tuple[Any, ...]:
    """A reference to each of some numbers, for pdfium to fill them in."""
    size = ctypes.sizeof(numbers) // len(numbers)
    return tuple(ctypes.byref(numbers, size * place) for place in range(len(numbers)))


char_box = _of_text(pdfium.FPDFText_GetCharBox)
char_origin = _of_text(pdfium.FPDFText_GetCharOrigin)
char_matrix = _of_text(pdfium.FPDFText_GetMatrix)
fill_colour = _of_text(pdfium.FPDFText_GetFillColor)
font_size = _of_text(pdfium.FPDFText_GetFontSize, ctypes.c_double)
text_object = _of_text(pdfium.FPDFText_GetTextObject, _ADDRESS)
unknown_letter = _of_text(pdfium.FPDFText_HasUnicodeMapError)
count_rects = _of_text(pdfium.FPDFText_CountRects)
get_rect = _of_text(pdfium.FPDFText_GetRect)

page_object = _of_object(pdfium.FPDFPage_GetObject, _INT, result=_ADDRESS)
object_type = _of_object(pdfium.FPDFPageObj_GetType)
object_mark = _of_object(pdfium.FPDFPageObj_GetMarkedContentID)
object_matrix = _of_object(pdfium.FPDFPageObj_GetMatrix, _ADDRESS)
text_font = _of_object(pdfium.FPDFTextObj_GetFont, result=_ADDRESS)
text_mode = _of_object(pdfium.FPDFTextObj_GetTextRenderMode)
object_bounds = _of_object(pdfium.FPDFPageObj_GetBounds, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
count_form_objects = _of_object(pdfium.FPDFFormObj_CountObjects)
form_object = _of_object(pdfium.FPDFFormObj_GetObject, ctypes.c_ulong, result=_ADDRESS)
draw_mode = _of_object(pdfium.FPDFPath_GetDrawMode, _ADDRESS, _ADDRESS)
count_segments = _of_object(pdfium.FPDFPath_CountSegments)
path_segment = _of_object(pdfium.FPDFPath_GetPathSegment, _INT, result=_ADDRESS)
segment_type = _of_object(pdfium.FPDFPathSegment_GetType)
segment_point = _of_object(pdfium.FPDFPathSegment_GetPoint, _ADDRESS, _ADDRESS)
