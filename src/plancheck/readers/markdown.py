"""Plain Markdown: headings, lists, pipe tables, paragraphs. For drafts and for the examples beside the rules."""

import re
from collections.abc import Iterator

from plancheck.model.document import Block, Document, Source
from plancheck.readers.paths import with_paths
from plancheck.readers.text import clean

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"^(\s*)(?:[-*+•–]|\d{1,3}[.)]|[a-z][.)])\s+(.*)$")
_RULE = re.compile(r"^\s*:?-{2,}:?\s*$")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def read_markdown(text: str, source: Source) -> Document:
    """The document of a Markdown or plain text."""
    blocks = tuple(with_paths(_blocks(text.splitlines())))
    headings = any(block.kind == "heading" for block in blocks)
    return Document(source=source, blocks=blocks, heading_source="tekst" if headings else "geen")


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        cells = _cells(line)
        if cells is None and rows:
            yield table_block(tuple(rows))
            rows = []
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if (not line.strip() or heading or item or cells is not None) and paragraph:
            yield Block(kind="paragraph", text=_inline(" ".join(paragraph)))
            paragraph = []
        if cells:
            rows.append(cells)
        elif heading:
            yield Block(kind="heading", text=_inline(heading[2]), level=len(heading[1]))
        elif item:
            yield Block(kind="list_item", text=_inline(item[2]), depth=len(item[1].expandtabs(4)) // 2)
        elif cells is None and line.strip():
            paragraph.append(line)


def _cells(line: str) -> tuple[str, ...] | None:
    """The cells of a table row, () for the rule under the header, None for a line that is no row."""
    stripped = line.strip()
    if not stripped.startswith("|"):
        return None
    cells = [cell.strip() for cell in stripped.removeprefix("|").removesuffix("|").split("|")]
    if all(_RULE.match(cell) for cell in cells):
        return ()
    return tuple(_inline(cell) for cell in cells)


def _inline(text: str) -> str:
    return clean(_EMPHASIS.sub(r"\2", text))


def table_block(rows: tuple[tuple[str, ...], ...], page: int | None = None) -> Block:
    """A table block; its text is the rows joined by newlines and the cells by tabs."""
    return Block(kind="table", text="\n".join("\t".join(row) for row in rows), rows=rows, page=page)
