"""Markdown, as CommonMark with tables has it: for drafts, and for the examples beside the rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plancheck.model.document import Block, Document, Properties, Source
from plancheck.readers.flow.descriptions import says_something
from plancheck.readers.flow.headings import find_headings
from plancheck.readers.flow.paragraph import Look, Place, raw_line, table_of
from plancheck.readers.flow.raw import Raw
from plancheck.readers.html.content import html_blocks
from plancheck.readers.paths import with_paths
from plancheck.readers.text import clean

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code", "reference"])
"""Text that is set in is no code here, and what stands between brackets is never taken for an address."""
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(title|titel|subject|onderwerp|author|auteur|date|datum)\s*:\s*(.+)$", re.IGNORECASE)
_NOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:\s*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_TYPED_ITEM = re.compile(r"^(?:[•●▪–]|[a-z][.)])\s+\S")
_BREAK = re.compile(r"^<br\s*/?>$", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s.{0,60}$")
_STARTS = re.compile(r"^[A-Z]")
_PLAIN = Look(size=22)


def read_markdown(text: str, source: Source) -> Document:
    """The document of a Markdown text."""
    front = _FRONT.match(text)
    raws = list(_Reader(_PARSER.parse(_apart(text[front.end() :] if front else text))).blocks())
    blocks, found_by = find_headings(raws)
    return Document(
        source=source,
        blocks=tuple(with_paths(blocks)),
        properties=_properties(front[1]) if front else Properties(),
        heading_source="tekst" if found_by == "stijl" else found_by,
    )


def _apart(text: str) -> str:
    """A text in which tables and what follows a list stand apart, as they are meant.

    The format takes a line right under a table for a row, and right under a list item for the rest of it; it wants a
    rule under the first row of a table, and drops cells beyond those of the first row.
    """
    lines: list[str] = []
    for is_table, run in groupby(text.splitlines(), key=lambda line: line.lstrip().startswith("|")):
        if is_table:
            lines += ["", *_whole_table(list(run)), ""]
            continue
        for line in run:
            if lines and _ITEM.match(lines[-1]) and _STARTS.match(line):
                lines.append("")
            lines.append(line)
    return "\n".join(lines)


def _whole_table(rows: list[str]) -> list[str]:
    """The rows of a table with a rule under the first, both as wide as the widest row."""
    width = max(map(_cells, rows))
    first = rows[0].rstrip() + ("" if rows[0].rstrip().endswith("|") else "|")
    rest = rows[2:] if len(rows) > 1 and _is_rule(rows[1]) else rows[1:]
    return [first + "|" * (width - _cells(rows[0])), "|---" * width + "|", *rest]


def _is_rule(line: str) -> bool:
    """Whether a line is the one under the first row of a table."""
    return "-" in line and not line.strip("|:- \t")


def _cells(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").replace("\\|", "").count("|") + 1


def _properties(front: str) -> Properties:
    values = {match[1].lower(): match[2].strip(" \"'") for line in front.split("\n") if (match := _FIELD.match(line))}

    def first(*names: str) -> str:
        return clean(next((values[name] for name in names if name in values), ""))

    return Properties(
        title=first("title", "titel"),
        subject=first("subject", "onderwerp"),
        author=first("author", "auteur"),
        created=match[0] if (match := re.search(r"\d{4}-\d\d-\d\d", first("date", "datum"))) else "",
    )


@dataclass(slots=True)
class _Reader:
    """Walks the tokens of a text. lists: the numbers of the open lists, None for bullets."""

    tokens: list[Token]
    lists: int = 0
    place: Place = field(default_factory=lambda: Place(look=_PLAIN))
    rows: list[tuple[str, ...]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    in_cell: bool = False

    def blocks(self) -> Iterator[Raw]:
        """The blocks in reading order."""
        for token in self.tokens:
            kind = token.type
            if kind == "heading_open":
                self.place = Place(look=_PLAIN, level=int(token.tag[1:]))
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self.lists += 1
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.lists -= 1
            elif kind == "list_item_open":
                label = f"{token.info}{token.markup}" if token.info else ""
                self.place = Place(look=_PLAIN, depth=self.lists - 1, label=label)
            elif kind in ("th_open", "td_open"):
                self.in_cell = True
            elif kind in ("th_close", "td_close"):
                self.in_cell = False
            elif kind == "tr_close":
                self.rows.append(tuple(self.row))
                self.row = []
            elif kind == "table_close":
                if (table := table_of(self.rows)) is not None:
                    yield table
                self.rows = []
            elif kind == "inline":
                yield from self._inline(token)
            elif kind in ("heading_close", "paragraph_close", "list_item_close"):
                self.place = Place(look=_PLAIN)
            elif kind in ("fence", "code_block"):
                yield from (Raw(block=Block(kind="paragraph", text=text)) for text in _texts(token.content))
            elif kind == "html_block":
                yield from html_blocks(token.content)

    def _inline(self, token: Token) -> Iterator[Raw]:
        lines, pictures = _lines(token)
        if self.in_cell:
            self.row.append(clean(" ".join(text for line in lines for text, _ in line)))
            return
        for line in lines:
            text = clean("".join(text for text, _ in line))
            if not text:
                continue
            note = _NOTE.match(text)
            if note:
                yield Raw(block=Block(kind="note", text=text[note.end() :]))
                continue
            bare = clean(_NOTE_MARK.sub("", text))
            if bare:
                yield raw_line(bare, line, self.place)
                self.place = replace(self.place, depth=None, label="")
        yield from (Raw(block=Block(kind="caption", text=f"Afbeelding: {picture}")) for picture in pictures)


def _lines(token: Token) -> tuple[list[list[tuple[str, Look]]], list[str]]:
    """The lines of running text with their look, and the descriptions of the pictures in it."""
    lines: list[list[tuple[str, Look]]] = [[]]
    pictures: list[str] = []
    bold = 0
    children = token.children or []
    for place, child in enumerate(children):
        if child.type in ("strong_open", "strong_close"):
            bold += 1 if child.type == "strong_open" else -1
        elif child.type in ("text", "code_inline"):
            lines[-1].append((child.content, replace(_PLAIN, bold=bold > 0)))
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.match(child.content)):
            lines.append([])
        elif child.type == "softbreak":
            following = children[place + 1].content if place + 1 < len(children) else ""
            if _TYPED_ITEM.match(following) or _NOTE.match(following):
                lines.append([])
            else:
                lines[-1].append((" ", _PLAIN))
        elif child.type == "image" and says_something(description := clean(child.content)):
            pictures.append(description)
    return lines, pictures


def _texts(content: str) -> list[str]:
    return [text for line in content.split("\n") if (text := clean(line))]
