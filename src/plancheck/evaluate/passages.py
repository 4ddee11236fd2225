"""Passages with labels: pieces of text in one voice, in which each line says what it proves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plancheck.errors import InvalidCorpus
from plancheck.readers.text import clean

_START = re.compile(r"^===\s*(?P<id>\S+)\s*\|\s*(?P<title>.*)$")
_LABELS = re.compile(r"\s*\[\[(?P<labels>[^\[\]]*)\]\]\s*$")
_LABEL = re.compile(r"^!?[a-z-]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a passage without its labels: mostly a sentence.

    text: "" for the empty line that ends a paragraph. number: in the file, from 1.
    facets: what the line proves. hollow: what it mentions without proving it.
    """

    text: str
    number: int
    facets: frozenset[str] = frozenset()
    hollow: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a page or plan. voice: who wrote it (the stem of the file)."""

    voice: str
    id: str
    title: str
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """What a reader finds it by."""
        return f"{self.voice} {self.id}"


def read_passages(path: Path) -> tuple[Passage, ...]:
    """All passages of a file.

    Raises:
        InvalidCorpus: text before the first passage, or labels that are not at the end of a line or no labels.
    """
    return tuple(_passages(path.stem, _text(path), path))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidCorpus("dit bestand is geen UTF-8.", path=str(path), hint="Bewaar het als UTF-8.") from error


def _passages(voice: str, text: str, path: Path) -> Iterator[Passage]:
    start: re.Match[str] | None = None
    lines: list[Line] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        if raw.startswith("==="):
            if start:
                yield _passage(voice, start, lines)
            start, lines = _started(raw, number, path), []
        elif start:
            lines.append(_line(raw, number, path))
        elif raw.strip():
            raise _mistake(path, number, "hier staat tekst voor de eerste passage.", "Begin met `=== 001 | titel`.")
    if start:
        yield _passage(voice, start, lines)


def _started(raw: str, number: int, path: Path) -> re.Match[str]:
    start = _START.match(raw)
    if start is None:
        raise _mistake(path, number, "dit is geen begin van een passage.", "Schrijf `=== 001 | titel`.")
    return start


def _passage(voice: str, start: re.Match[str], lines: list[Line]) -> Passage:
    title = clean(start["title"]) or start["id"]
    return Passage(voice=voice, id=start["id"], title=title, lines=tuple(lines))


def _line(raw: str, number: int, path: Path) -> Line:
    found = _LABELS.search(raw)
    text = raw[: found.start()] if found else raw
    labels = found["labels"].replace(",", " ").split() if found else []
    if "[[" in text or "]]" in text:
        raise _mistake(path, number, "de haken met labels staan niet aan het eind van de regel.", "Zet ze achteraan.")
    for label in labels:
        if not _LABEL.match(label):
            hint = "Een label heeft kleine letters en streepjes, met een ! ervoor als de zin hol is."
            raise _mistake(path, number, f"`{label}` is geen label.", hint)
    return Line(
        text=clean(text),
        number=number,
        facets=frozenset(label for label in labels if label[0] != "!"),
        hollow=frozenset(label[1:] for label in labels if label[0] == "!"),
    )


def _mistake(path: Path, number: int, message: str, hint: str) -> InvalidCorpus:
    return InvalidCorpus(f"regel {number}: {message}", path=str(path), hint=hint)
