"""Small plans with the verdict they must get, as they stand in Markdown: fenced blocks, ```plan oordeel=..."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

FENCE = "```"
GOOD, BAD = "voldoet", "voldoet niet"
_HEADING = re.compile(r"#+\s+(.*?)\s*")


@dataclass(slots=True)
class Block:
    """A fenced block as it is written. info: what stands behind the fence. heading: good or bad, "" for neither yet."""

    line: int
    info: str
    heading: str
    text: str = ""
    closed: bool = False

    @property
    def words(self) -> Mapping[str, str]:
        """What stands behind ```plan: words, some with a value."""
        return dict(word.partition("=")[::2] for word in self.info.split()[1:])

    @property
    def is_example(self) -> bool:
        """Whether this is a plan, and not any other block."""
        return self.info.split()[:1] == ["plan"]


def fenced_blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a file; one that is not closed ends where the next example begins."""
    block: Block | None = None
    heading = ""
    for number, line in enumerate(text.split("\n"), 1):
        begins = line.startswith(FENCE) and line.strip() != FENCE
        if block is None or (begins and line.startswith(f"{FENCE}plan")):
            if block is not None:
                yield block
            opens = line.startswith(FENCE)
            block = Block(line=number, info=line[len(FENCE) :], heading=heading) if opens else None
            heading = _heading(line) or heading
        elif line.rstrip() == FENCE:
            block.closed = True
            yield block
            block = None
        else:
            block.text += f"{line}\n"
    if block is not None:
        yield block


def _heading(line: str) -> str:
    """The side that a heading opens, "" for any other line."""
    found = _HEADING.fullmatch(line)
    return found[1].casefold() if found and found[1].casefold() in (GOOD, BAD) else ""
