"""Which parts are headings, and of which level: the first source that holds decides, type fills in."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from plancheck.model.document import HeadingSource
from plancheck.readers.pdf.looks import Candidates
from plancheck.readers.pdf.parts import Part
from plancheck.readers.pdf.texts import letters, typed_level, typed_number

_MOST_HEADINGS = 0.45
_FOUND = 0.6
_COVERED = 0.5
_LONGEST = 250

Levels = dict[int, int]
"""Place of a part -> level of the heading it is."""


@dataclass(frozen=True, slots=True)
class Known:
    """Titles that the file itself names: letters only -> level."""

    bookmarks: dict[str, int]
    contents: dict[str, int]

    def all(self) -> set[str]:
        """Every title named."""
        return {*self.bookmarks, *self.contents}


def find_headings(parts: list[Part], known: Known, candidates: Candidates) -> tuple[Levels, HeadingSource]:
    """Level per part (by place) that is a heading, and which source decided."""
    steps: tuple[tuple[HeadingSource, Callable[[], Levels | None]], ...] = (
        ("structuur", lambda: _tagged(parts, candidates)),
        ("bladwijzers", lambda: _named(parts, known.bookmarks, candidates)),
        ("inhoudsopgave", lambda: _named(parts, known.contents, candidates)),
    )
    for source, step in steps:
        levels = step()
        if levels:
            return _completed(parts, levels, candidates), source
    levels = candidates.levels()
    return levels, "opmaak" if levels else "geen"


def _tagged(parts: list[Part], candidates: Candidates) -> Levels | None:
    """Headings of the structure tree, unless it calls half the text a heading or misses most of what looks like one."""
    levels: Levels = {}
    for place, part in enumerate(parts):
        tag = part.lines[0].tag if part.lines else None
        if tag is not None and tag.kind == "heading" and part.kind in ("text", "list"):
            levels[place] = tag.level
    if not levels or len(levels) > max(3, _MOST_HEADINGS * len(parts)):
        return None
    if statistics.median(sum(len(line.text) for line in parts[place].lines) for place in levels) > _LONGEST:
        return None
    return levels if candidates.covered(levels) >= _COVERED else None


def _named(parts: list[Part], titles: dict[str, int], candidates: Candidates) -> Levels | None:
    """Parts that say what a title says, when most titles are found."""
    levels: Levels = {}
    seen: set[str] = set()
    if not titles:
        return None
    for place, part in enumerate(parts):
        if part.kind not in ("text", "list"):
            continue
        own = letters(" ".join(line.text for line in part.lines))
        if own in titles and (own not in seen or place in candidates.places):
            levels[place] = titles[own]
            seen.add(own)
    if len(seen) < max(2, _FOUND * len(titles)):
        return None
    return levels if candidates.covered(levels) >= _COVERED else None


def _text(part: Part) -> str:
    return part.lines[0].text


def _is_next(number: str, numbers: set[str]) -> bool:
    """Whether a typed number is one below a heading that is known: 2.3.1 below 2.3."""
    return "." in number and number.rsplit(".", 1)[0] in numbers


def _completed(parts: list[Part], levels: Levels, candidates: Candidates) -> Levels:
    """With the title of the document, and with candidates that look like headings that are known."""
    looks: dict[tuple[float, bool, int], list[int]] = {}
    for place, level in levels.items():
        looks.setdefault(parts[place].look, []).append(level)
    completed = dict(levels)
    title = candidates.title()
    smallest = min(size for size, _, _ in looks)
    numbers = {number for place in levels if (number := typed_number(_text(parts[place])))}
    for place in sorted(candidates.places - set(levels)):
        size, bold, colour = parts[place].look
        like = min(looks, key=lambda look: (abs(look[0] - size), look[1] is not bold, look[2] != colour))
        if place == title:
            completed[place] = 1
        elif _is_next(typed_number(_text(parts[place])), numbers):
            completed[place] = typed_number(_text(parts[place])).count(".") + 1
        elif parts[place].look in looks or (size >= smallest and candidates.is_clear(place)):
            completed[place] = typed_level(parts[place].lines[0].text) or round(statistics.median(looks[like]))
    return completed
