"""From what a paragraph says of itself to a block: heading, list item, caption, line of a contents list or text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plancheck.model.document import Block
from plancheck.readers.flow.raw import Raw
from plancheck.readers.tables import table_block
from plancheck.readers.text import split_bullet

_LIST_STYLE = re.compile(r"(?:list|lijst|opsomming)(?! ?(?:paragraph|alinea))\D*(?P<depth>[1-9])?")

_AROUND = "§ .():"
_TYPED = re.compile(r"(?:§ ?|\()?(\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})(?:[.):](?=\s|$)|\s+[-–:]\s|(?<=\d)\s)")
"""A number typed at the start of a line: "9 ", "9.", "a)", "§ 9 "."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: size in half points (0 = not said), bold, caps, underlined, hidden, italic."""

    size: int = 0
    bold: bool | None = None
    caps: bool = False
    underlined: bool = False
    hidden: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a paragraph says of its lines.

    look: of the paragraph as a whole. level: of a heading. depth: in a list, None outside one.
    style_depth: the depth in a list that the name of its style tells, None when it tells no list. label: the automatic
    number. in_contents: the style or a container says that it is a line of a contents list.
    """

    look: Look
    level: int | None = None
    depth: int | None = None
    label: str = ""
    in_contents: bool = False
    is_caption: bool = False
    style_depth: int | None = None


def list_depth(names: Iterable[str]) -> int | None:
    """The depth in a list that the names of a style and those it is based on tell: 1 for "list bullet 2".

    None for any other style. "Lijstalinea" is one: word processors put it on whatever was once a list.
    """
    found = (_LIST_STYLE.match(name) for name in names)
    return next((int(match["depth"] or 1) - 1 for match in found if match), None)


def raw_line(text: str, parts: Sequence[tuple[str, Look]], place: Place, *, in_contents: bool = False) -> Raw:
    """One line of a paragraph. parts: its pieces with their look; in_contents: a field says so of this line."""
    look = _common_look(parts, place.look)
    return Raw(
        block=_block(text, place, in_contents=in_contents or place.in_contents),
        size=look.size,
        bold=bool(look.bold),
        caps=look.caps or (text.isupper() and len(text) > 3),
        underlined=look.underlined,
        italic=look.italic,
        tabbed="\t" in "".join(piece for piece, _ in parts).strip(),
    )


def table_of(rows: Sequence[tuple[str, ...]]) -> Raw | None:
    """A table with its rows made equally long, without rows that say nothing; None when none says anything."""
    told = [row for row in rows if any(row)]
    if not told:
        return None
    width = max(len(row) for row in told)
    full = tuple(row + ("",) * (width - len(row)) for row in told)
    return Raw(block=table_block(full))


def _block(text: str, place: Place, *, in_contents: bool) -> Block:
    typed_bullet, bare = split_bullet(text)
    if in_contents and (place.level is None or place.in_contents):
        return Block(kind="paragraph", text=text, role="contents")
    if place.is_caption:
        return Block(kind="caption", text=text)
    if place.level is not None:
        return Block(kind="heading", text=_labelled(place.label, text), level=place.level)
    if place.depth is not None or typed_bullet or place.style_depth is not None:
        depth = max(place.depth or 0, place.style_depth or 0)
        return Block(kind="list_item", text=_labelled(place.label, bare), depth=depth)
    return Block(kind="paragraph", text=text)


def _labelled(label: str, text: str) -> str:
    """The text behind its automatic number, which is left out where the same number was typed as well."""
    number = label.strip(_AROUND)
    typed = _TYPED.match(text)
    if number and typed is not None and typed[1] == number:
        return text
    return f"{label} {text}".strip()


def _common_look(parts: Sequence[tuple[str, Look]], base: Look) -> Look:
    """The look of a whole line: bold only when all its letters are, the size of most of them."""
    visible = [(text, look) for text, look in parts if text.strip()]
    if not visible:
        return base
    first = visible[0][1]
    if len(visible) == 1 or all(look is first for _, look in visible):
        return first
    sizes: dict[int, int] = {}
    for text, look in visible:
        sizes[look.size] = sizes.get(look.size, 0) + len(text)
    return replace(
        base,
        size=max(sizes, key=lambda size: sizes[size]),
        bold=all(look.bold for _, look in visible),
        caps=all(look.caps for _, look in visible),
        underlined=all(look.underlined for _, look in visible),
        italic=all(look.italic for _, look in visible),
    )
