"""The printed contents list: which lines are it, and which titles it names."""

import re
from collections import Counter
from dataclasses import dataclass, field

from plancheck.readers.pdf.lines import PdfLine
from plancheck.readers.pdf.texts import has_ended, letters, typed_level

_TITLE = re.compile(r"^(?:inhoud|inhoudsopgave|table of contents)\W*$", re.IGNORECASE)
_FIRST = "iItT"
_LEADERS = re.compile(r"^(\S.{0,140}?)\s*(?:\.\s?){3,}\s*\d{0,3}$|^(\S.{0,140}?)\s*(?:…\s?)+\s*\d{0,3}$")
_LEADS = ". "
_NUMBER_AT_END = re.compile(r"^(\S.{1,140}?)\s+(\d{1,3})$")
_UNTITLED = 4
_LONGEST_PLAIN = 60
"""Characters of a title that is neither bold nor numbered; a longer line is rather running text."""
_NAMED = 6
_NUMBERED_SHARE = 0.7
_BACK_SHARE = 0.5


@dataclass(slots=True)
class Contents:
    """lines: identity of every line of a contents list. titles: what it names, letters only -> level."""

    lines: set[int] = field(default_factory=set)
    titles: dict[str, int] = field(default_factory=dict)


def find_contents(lines: list[PdfLine], pages: int) -> Contents:
    """The contents lists in a document."""
    found = Contents()
    titles = {place for place, line in enumerate(lines) if line.text[0] in _FIRST and _TITLE.match(line.text)}
    known = Counter(letters(line.text) for line in lines if _like_title(line)) if titles else Counter()
    often = Counter(line.text for line in lines)
    same = Counter(line.text for line in lines if often[line.text] > 1 and _like_title(line))
    place = 0
    while place < len(lines):
        titled = place - 1 in titles
        run = _run(lines, place, pages, known) if titled or _page_of(lines[place].text) is not None else []
        if same.get(lines[place].text, 0) >= 2 and typed_level(lines[place].text) is not None:
            run = max(run, _named_run(lines, place, same), key=len)
        if len(run) >= (2 if titled else _UNTITLED):
            _add(found, run)
            place += len(run)
        else:
            place += 1
    for line in lines:
        if line.tag is not None and line.tag.kind == "contents":
            found.lines.add(id(line))
    return found


def _run(lines: list[PdfLine], place: int, pages: int, known: Counter[str]) -> list[PdfLine]:
    """The lines from a place on that list titles, their page numbers going up."""
    run: list[PdfLine] = []
    last = 0
    seen: set[str] = set()
    for index in range(place, len(lines)):
        line = lines[index]
        number = _page_of(line.text)
        if number is None and letters(line.text) in seen:
            break
        if number is None and not _names(line, known):
            following = lines[index + 1] if index + 1 < len(lines) else None
            wraps = following is not None and (_page_of(following.text) or 0) >= max(1, last)
            if not wraps or not (known or run) or len(line.text.split()) < 4:
                break
        elif number is not None and not (last <= number <= pages + 20 or _LEADERS.match(line.text)):
            break
        last = number or last
        run.append(line)
        seen.add(letters(_title_of(line.text)))
    return run


def _named_run(lines: list[PdfLine], place: int, same: Counter[str]) -> list[PdfLine]:
    """Lines from a place on that all come back later, most of them numbered: a contents list without page numbers."""
    run: list[PdfLine] = []
    seen: set[str] = set()
    for line in lines[place:]:
        numbered = typed_level(line.text) is not None and not line.text.endswith(".")
        if line.text in seen or not (numbered or same[line.text] >= 2):
            break
        run.append(line)
        seen.add(line.text)
    numbers = sum(typed_level(line.text) is not None for line in run)
    back = sum(same[line.text] >= 2 for line in run)
    enough = len(run) >= _NAMED and numbers >= _NUMBERED_SHARE * len(run) and back >= _BACK_SHARE * len(run)
    return run if enough else []


def _names(line: PdfLine, known: Counter[str]) -> bool:
    """Whether a line without a page number says what another line says too."""
    return len(line.text) > 2 and _like_title(line) and known[letters(line.text)] >= 2


def _like_title(line: PdfLine) -> bool:
    """Whether a line could be a title or name one; a sentence that comes back is no entry."""
    text = line.text
    if text[0].islower() or not (len(text) <= _LONGEST_PLAIN or line.bold or typed_level(text) is not None):
        return False
    return not has_ended(text)


def _page_of(text: str) -> int | None:
    """The page number at the end of an entry; 0 when leaders lead nowhere."""
    if not (text[-1].isdigit() or text[-1] in ".…") or (text[-1] == "." and text[-2:-1] not in _LEADS):
        return None
    match = _NUMBER_AT_END.match(text)
    if _LEADERS.match(text):
        return int(match[2]) if match else 0
    return int(match[2]) if match else None


def _title_of(text: str) -> str:
    match = _LEADERS.match(text)
    if match:
        return next((group for group in match.groups() if group), text)
    match = _NUMBER_AT_END.match(text)
    return match[1] if match else text


def _add(found: Contents, run: list[PdfLine]) -> None:
    indents = sorted({round(line.left / 4) for line in run})
    for line in run:
        found.lines.add(id(line))
        title = _title_of(line.text)
        level = typed_level(title) or min(6, indents.index(round(line.left / 4)) + 1)
        if letters(title):
            found.titles.setdefault(letters(title), level)
