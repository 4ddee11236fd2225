"""OpenDocument files for the tests, written part by part, so that a test says exactly what is in them."""

import io
import zipfile

from plancheck.model.document import Block, Document, Source
from plancheck.readers.limits import DEFAULT_LIMITS, Limits
from plancheck.readers.odt import read_odt

_SPACES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "style": "style",
    "meta": "meta",
    "chart": "chart",
    "form": "form",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
}
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in _SPACES.items()
)
_NAMES += ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
_NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def part(element: str, content: str) -> str:
    """A part of the file: its root element with what stands in it."""
    return f'<?xml version="1.0"?><office:{element} {_NAMES}>{content}</office:{element}>'


def odt_bytes(body: str, *, automatic: str = "", styles: str = "", meta: str = "", **others: str) -> bytes:
    """An .odt. automatic: styles in the text; styles: what stands in styles.xml; others: parts by name, _ for /."""
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", part("document-content", content))
        package.writestr("styles.xml", part("document-styles", styles))
        package.writestr("meta.xml", part("document-meta", f"<office:meta>{meta}</office:meta>"))
        for name, text in others.items():
            package.writestr(f"{name.replace('_', '/')}.xml", text)
    return buffer.getvalue()


def read_bytes(content: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read_odt(content, Source(path="plan.odt", sha256="0" * 64, format="odt"), limits)


def read_body(body: str, *, automatic: str = "", styles: str = "", meta: str = "", **others: str) -> Document:
    return read_bytes(odt_bytes(body, automatic=automatic, styles=styles, meta=meta, **others))


def shape(document: Document) -> list[tuple[str, str]]:
    """Kind and text of the blocks of the body."""
    return [(block.kind, block.text) for block in _body(document)]


def texts(document: Document) -> list[str]:
    return [block.text for block in _body(document)]


def _body(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.role == "body"]
