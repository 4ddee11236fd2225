"""Values that were filled in on a form: they stand in no text of the page."""

from collections.abc import Iterator
from functools import partial

import pypdfium2.raw as pdfium

from plancheck.readers.pdf.properties import utf16

_TEXTS = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_TICKS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)


def read_fields(form: pdfium.FPDF_FORMHANDLE, page: pdfium.FPDF_PAGE) -> Iterator[str]:
    """What was filled in on a page, each as "name of the field: value"."""
    for index in range(max(0, pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_WIDGET:
                value = _value(form, annotation)
                if value:
                    name = utf16(partial(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, annotation)) or utf16(
                        partial(pdfium.FPDFAnnot_GetFormFieldName, form, annotation)
                    )
                    yield f"{name}: {value}" if name else value
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _value(form: pdfium.FPDF_FORMHANDLE, annotation: pdfium.FPDF_ANNOTATION) -> str:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TEXTS:
        return utf16(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation))
    return "aangevinkt" if kind in _TICKS and pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
