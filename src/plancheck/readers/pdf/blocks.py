"""From parts to the blocks of the document: joined lines, list depth, tables over pages as one."""

from collections.abc import Iterable
from dataclasses import replace

from plancheck.model.document import Block
from plancheck.readers.pdf.headings import Levels
from plancheck.readers.pdf.joins import Joins
from plancheck.readers.pdf.parts import Part
from plancheck.readers.pdf.placed import SAME_PLACE, PdfTable, Rows
from plancheck.readers.pdf.texts import ITEM
from plancheck.readers.tables import table_block
from plancheck.readers.text import clean, split_bullet

_STEP = 7.0
_NOTE_MARKS = "0123456789*) "


def to_blocks(parts: list[Part], levels: Levels, joins: Joins) -> list[Block]:
    """The body of the document as blocks in reading order."""
    blocks: list[Block] = []
    last: PdfTable | None = None
    indents: list[float] = []
    for place, part in enumerate(parts):
        if part.table is not None:
            rows = _joined_cells(part.table.rows, joins)
            if last is not None and _continues(last, part.table, blocks[-1].rows, rows):
                blocks[-1] = table_block(_one_table(blocks[-1].rows, rows), blocks[-1].page)
            else:
                blocks.append(table_block(rows, part.page))
            last, indents = part.table, []
            continue
        block = _block(part, levels.get(place), joins)
        if block.kind == "list_item":
            block = replace(block, depth=_depth(part, indents))
        elif block.kind != "note":
            indents = []
        if block.text:
            blocks.append(block)
            last = None
    return blocks


def _block(part: Part, level: int | None, joins: Joins) -> Block:
    text = clean(joins.lines(line.text for line in part.lines))
    if part.kind == "contents":
        return Block(kind="paragraph", text=text, role="contents", page=part.page)
    if level is not None:
        return Block(kind="heading", text=text, level=level, page=part.page)
    if part.kind == "list":
        return Block(kind="list_item", text=split_bullet(text)[1], page=part.page)
    tag = part.lines[0].tag
    if part.kind == "note" or (tag is not None and tag.kind == "note"):
        return Block(kind="note", text=text.lstrip(_NOTE_MARKS) or text, page=part.page)
    if part.kind == "caption" or (tag is not None and tag.kind == "caption"):
        return Block(kind="caption", text=text, page=part.page)
    return Block(kind="paragraph", text=text, page=part.page)


def _depth(part: Part, indents: list[float]) -> int:
    """Depth of a list item: what its tag says where its bullet is drawn, else by how far it stands to the right of the
    list it is in."""
    first = part.lines[0]
    if (
        first.tag is not None
        and first.tag.kind == "list"
        and not (split_bullet(first.text)[0] or ITEM.match(first.text))
    ):
        return max(0, first.tag.depth - 1)
    left = part.lines[0].left - part.lines[0].column[0]
    while indents and left < indents[-1] - _STEP:
        indents.pop()
    if not indents or left > indents[-1] + _STEP:
        indents.append(left)
    return len(indents) - 1


def _joined_cells(rows: Rows, joins: Joins) -> Rows:
    return tuple(tuple(clean(joins.cell(cell)) if cell else "" for cell in row) for row in rows)


def _continues(before: PdfTable, table: PdfTable, above: Rows, rows: Rows) -> bool:
    """Whether a table is the rest of the one on the page before it."""
    if table.page != before.page + 1 or len(above[0]) != len(rows[0]):
        return False
    same_right = abs(before.right - table.right) < 3 * SAME_PLACE or len(rows) == 1
    same_place = abs(before.left - table.left) < SAME_PLACE and same_right
    return above[0] == rows[0] or same_place


def _one_table(above: Rows, rows: Rows) -> Rows:
    """Both parts as one: a repeated header once, a row that was cut in two whole again."""
    rest: Iterable[tuple[str, ...]] = rows[1:] if above[0] == rows[0] else rows
    rest = tuple(rest)
    if rest and above[1:] and not rest[0][0] and any(rest[0]):
        whole = tuple(f"{first} {second}".strip() for first, second in zip(above[-1], rest[0], strict=True))
        return (*above[:-1], whole, *rest[1:])
    return above + rest
