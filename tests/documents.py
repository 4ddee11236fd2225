"""Documents in a line, so that most tests need no file."""

from plancheck.model.document import Document, Source
from plancheck.readers.markdown import read_markdown


def make_document(*lines: str, path: str = "voorbeeld.md") -> Document:
    """A document from lines: "# Kop", "- punt", "| cel | cel |"; every other line is a paragraph."""
    text = "".join(line + ("\n" if line.startswith(("|", "- ")) else "\n\n") for line in lines)
    return read_markdown(text, Source(path=path, sha256="", format="markdown"))
