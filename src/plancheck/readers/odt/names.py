"""Namespaces of OpenDocument, and how to read its attributes."""

import re

from plancheck.readers.container import Element

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_ODF}office:1.0}}"
TEXT = f"{_ODF}text:1.0}}"
TABLE = f"{_ODF}table:1.0}}"
DRAW = f"{_ODF}drawing:1.0}}"
STYLE = f"{_ODF}style:1.0}}"
META = f"{_ODF}meta:1.0}}"
CHART = f"{_ODF}chart:1.0}}"
FORM = f"{_ODF}form:1.0}}"
FO = f"{_ODF}xsl-fo-compatible:1.0}}"
SVG = f"{_ODF}svg-compatible:1.0}}"
FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
DC = "{http://purl.org/dc/elements/1.1/}"

_WHOLE = re.compile("[0-9]{1,6}")
_LENGTH = re.compile(r"^(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt)$")
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}
_ESCAPED = re.compile("_([0-9a-fA-F]{2,4})_")


def value(element: Element | None, name: str) -> str:
    """An attribute, "" when the element or the attribute is not there."""
    return "" if element is None else element.get(name, "") or ""


def whole(text: str, default: int) -> int:
    """A whole number from an attribute; the default for what is none or absurdly long."""
    return int(text) if _WHOLE.fullmatch(text) else default


def centimetres(text: str) -> float:
    """A length in centimetres; 0 for what is none."""
    match = _LENGTH.match(text)
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


def plain_name(name: str) -> str:
    """The name of a style as a person wrote it, in lower case: heading_20_1 is "heading 1"."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name).strip().lower()
