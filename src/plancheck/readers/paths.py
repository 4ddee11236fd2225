"""Heading paths: which headings stand above each block."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plancheck.model.document import Block


def with_paths(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with `heading_path` filled in from the headings and their levels."""
    stack: list[tuple[int, str]] = []
    for block in blocks:
        if block.kind == "heading" and block.role == "body":
            level = block.level or 1
            while stack and stack[-1][0] >= level:
                stack.pop()
            yield replace(block, heading_path=tuple(title for _, title in stack))
            stack.append((level, block.text))
        elif block.role in ("header", "footer", "contents"):
            yield block
        else:
            yield replace(block, heading_path=tuple(title for _, title in stack))
