"""A document as a flat list of blocks in reading order, and how to point into it."""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "table", "note", "caption"]
Role = Literal["body", "contents", "header", "footer"]
Format = Literal["docx", "odt", "doc", "rtf", "pdf", "html", "markdown", "txt"]
HeadingSource = Literal["stijl", "structuur", "bladwijzers", "inhoudsopgave", "opmaak", "tekst", "geen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, table, note or caption.

    text: NFC, no XML-illegal characters, no line breaks except between table rows.
    heading_path: titles of the headings above this block, outermost first; for a heading its
        ancestors only.
    level: 1-9 on headings, None elsewhere. On list items the nesting depth stands in `depth`.
    page: counted from 1; None where unknown (Word has no pages).
    rows: on tables only, one tuple of cell texts per row; `text` is then the rows joined by
        newlines and the cells by tabs; a merged cell stands once, in its first position.
    role: only `body` is evidence. confidence: below 1 for text that was guessed (OCR).
    """

    kind: BlockKind
    text: str
    heading_path: tuple[str, ...] = ()
    level: int | None = None
    depth: int = 0
    page: int | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    role: Role = "body"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A remark of a reviewer (Word comment, PDF annotation): never text of the plan itself."""

    text: str
    author: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWarning:
    """Something about the file that a reader of the report must know. `message` is Dutch."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from. path: as the user gave it, with `/`; pages: None for Word."""

    path: str
    sha256: str
    format: Format
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Document properties as the file states them; empty where it states none.

    created, modified: ISO dates (YYYY-MM-DD).
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What was read from one file.

    language: ISO 639-1 code of the text ("nl"), "" where there is too little text to tell.
    heading_source: the step of the cascade that decided what the headings are.
    unread_pages: pages (from 1) whose text is not in `blocks`: images that were not recognised, damaged pages. What
        is not found may stand there.
    unread_pictures: the headings under which a large picture stands that was not read, "" for before the first. A map
        or a scheme may be what a part rests on.
    page_labels: what is printed on each page as its number ("iv"), empty where that is the page itself.
    """

    source: Source
    blocks: tuple[Block, ...]
    properties: Properties = field(default_factory=Properties)
    notes: tuple[Annotation, ...] = ()
    language: str = ""
    heading_source: HeadingSource = "geen"
    warnings: tuple[ReadingWarning, ...] = ()
    unread_pages: tuple[int, ...] = ()
    unread_pictures: tuple[str, ...] = ()
    page_labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Documents that are judged together: a part may stand in any of them."""

    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A piece of text: half-open, code points of `Block.text`.

    document: index in `Dossier.documents`; block: index in `Document.blocks`.
    """

    document: int
    block: int
    start: int
    end: int
