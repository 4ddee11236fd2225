"""Fragments: a stretch of a plan that was written for one requirement, with what a person judged of that one.

They stand in Markdown as fenced blocks that begin with ```plan onderdeel=ID oordeel=VERDICT, and mist=ASPECT,ASPECT or
hol where that holds. A comment below a block is the person's reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import InvalidCorpus
from plancheck.evaluate.documents import Label
from plancheck.model.requirement import RequirementId
from plancheck.rules.fenced import FENCE, Block, fenced_blocks

_VERDICTS = ("aanwezig", "onvolledig", "ontbreekt")
_WHY = re.compile(r"<!--\s*(?:waarom:)?\s*(.*?)\s*-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A stretch of a plan and its label. name: file and line, as in startnotitie.md:12."""

    name: str
    text: str
    label: Label


def holds_fragments(text: str) -> bool:
    """Whether this is a file of fragments, and not one of passages."""
    return any(line.startswith(f"{FENCE}plan ") for line in text.splitlines())


def read_fragments(path: Path) -> tuple[Fragment, ...]:
    """All fragments of a file.

    Raises:
        InvalidCorpus: a block that does not end, names no requirement, or has a verdict that does not exist.
    """
    return tuple(_fragments(path))


def _fragments(path: Path) -> Iterator[Fragment]:
    text = path.read_text("utf-8-sig")
    lines = text.splitlines()
    for block in fenced_blocks(text):
        if not block.is_example:
            continue
        words = block.words
        mistake = _mistake(block)
        if mistake:
            raise InvalidCorpus(f"regel {block.line}: {mistake}", path=str(path))
        yield Fragment(
            name=f"{path.name}:{block.line}",
            text=block.text,
            label=Label(
                requirement=RequirementId(words["onderdeel"]),
                status=words["oordeel"],
                missing=tuple(words["mist"].split(",")) if words.get("mist") else (),
                hollow="hol" in words,
                why=_why(lines, block.line + block.text.count("\n") + 1),
            ),
        )


def _mistake(block: Block) -> str:
    if not block.closed:
        return f"dit fragment eindigt niet. Sluit het af met een regel {FENCE}."
    if not block.words.get("onderdeel"):
        return "dit fragment zegt niet voor welk onderdeel het is. Zet onderdeel=ID achter plan."
    if block.words.get("oordeel") not in _VERDICTS:
        return f"dit fragment heeft geen oordeel. Zet oordeel= met een van: {', '.join(_VERDICTS)}."
    return ""


def _why(lines: list[str], after: int) -> str:
    """The reason in the comment that follows a block. after: how many lines the file has up to the end of it."""
    found = _WHY.match(lines[after]) if after < len(lines) else None
    return found[1] if found else ""
