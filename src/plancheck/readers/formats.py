"""From the bytes of a file to a document: what it is by its content, then the reader for it."""

import hashlib

from plancheck.model.document import Document, Source
from plancheck.readers.limits import Limits
from plancheck.readers.sniff import decoded, sniff


def parse(content: bytes, path: str, limits: Limits) -> Document:
    """The document in the bytes of a file. path: as the report shows it.

    Raises:
        UnreadableFile, EncryptedFile, LimitExceeded: the file cannot be read; one Dutch sentence says why.
    """
    kind = sniff(content, path)
    source = Source(path=path, sha256=hashlib.sha256(content).hexdigest(), format=kind)
    match kind:
        case "docx":
            from plancheck.readers.docx import read_docx

            return read_docx(content, source, limits)
        case "odt":
            from plancheck.readers.odt import read_odt

            return read_odt(content, source, limits)
        case "pdf":
            from plancheck.readers.pdf import read_pdf

            return read_pdf(content, source, limits)
        case "doc" | "rtf":
            from plancheck.readers.office import read_by_office

            return read_by_office(content, source, limits)
        case "html":
            from plancheck.readers.html import page_text, read_html

            return read_html(page_text(content), source, limits)
        case "markdown":
            from plancheck.readers.markdown import read_markdown

            return read_markdown(decoded(content), source)
        case "txt":
            from plancheck.readers.plain import read_plain

            return read_plain(decoded(content), source)
