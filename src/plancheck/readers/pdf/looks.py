"""Headings by how they look: larger, bold or coloured lines that stand by themselves."""

import statistics

from plancheck.readers.labels import is_address, is_label, is_sum
from plancheck.readers.pdf.habits import Habits
from plancheck.readers.pdf.parts import Part
from plancheck.readers.pdf.texts import NO_TITLE, NUMBERED, typed_level, typed_number
from plancheck.readers.text import split_bullet

_MOST_WORDS = 16
_MOST_WORDS_LARGE = 25
_MOST_CHARS = 180
_MOST_LINES, _MOST_LINES_LARGE = 3, 5
_LARGER, _LARGE = 1.1, 1.3
_NOT_SMALLER = 0.98
_WHITE = 1.12
_COVER_WORDS = 25
_DEEPEST = 6
_MANY_TIMES = 4
_FEW_WORDS = 12
_FEWEST_POINTS = 3
_CLOSE = 1.8
"""So many usual line distances below the one before, points of a list stand; below a picture stands a heading."""

Look = tuple[float, bool, int]


class Candidates:
    """The parts of a document that look like headings. places: their places among the parts."""

    def __init__(self, parts: list[Part], usual: Habits) -> None:
        self._parts = parts
        self._usual = usual
        self.places = {place for place in range(len(parts)) if self._stands_out(place)}
        self._drop_repeated()
        self._drop_points()
        self._drop_labels()
        self._drop_cover()
        self._drop_subtitles()
        self._drop_ends()

    def covered(self, levels: dict[int, int]) -> float:
        """Share of the candidates that another source calls a heading too; 1 when there are few."""
        clear = [place for place in self.places if self.is_clear(place)]
        if len(clear) < 4:
            return 1.0
        return sum(place in levels for place in clear) / len(clear)

    def title(self) -> int | None:
        """The place of the document's title: the first and largest type of page 1, found nowhere else."""
        places = [place for place in self.places if self._parts[place].page == 1]
        if not places:
            return None
        largest = max(places, key=lambda place: (self._parts[place].look[0], -place))
        size = self._parts[largest].look[0]
        same = [place for place in self.places if self._parts[place].look[0] >= size - 0.5]
        if same != [largest] or size < _LARGER * self._usual.size or self._typed(largest):
            return None
        return largest

    def levels(self) -> dict[int, int]:
        """Level per candidate: by its typed number, else by the rank of its look."""
        title = self.title()
        rest = sorted(self.places - {title})
        by_look: dict[Look, list[int | None]] = {}
        for place in rest:
            by_look.setdefault(self._key(place), []).append(self._typed(place))
        ranks = _ranks(by_look, above=0 if title is None else 1)
        levels = {place: self._typed(place) or ranks[self._key(place)] for place in rest}
        return levels if title is None else {title: 1, **levels}

    def _key(self, place: int) -> Look:
        size, bold, colour = self._parts[place].look
        return round(size * 2) / 2, bold, 0 if bold or size >= _LARGER * self._usual.size else colour

    def is_clear(self, place: int) -> bool:
        """Whether a candidate is more than a bold line: larger than the text, or bold and numbered."""
        part = self._parts[place]
        return part.look[0] >= _LARGER * self._usual.size or (part.look[1] and bool(NUMBERED.match(part.lines[0].text)))

    def _stands_out(self, place: int) -> bool:
        part = self._parts[place]
        if part.kind not in ("text", "list") or len(part.lines) > _MOST_LINES_LARGE:
            return False
        size, bold, colour = part.look
        larger = size >= _LARGER * self._usual.size
        if len(part.lines) > _MOST_LINES and size < _LARGE * self._usual.size:
            return False
        coloured = colour != self._usual.colour and self._one_colour(part)
        text = self._text(place)
        number = None if larger else NUMBERED.match(text)
        if not (larger or bold or coloured or number) or (not larger and size < _NOT_SMALLER * self._usual.size):
            return False
        if not _may_be_title(text, part, larger=larger):
            return False
        if larger:
            return True
        apart = part.above >= _WHITE or self._after_heading(place)
        if bold:
            return bool(number) or (apart and not text.endswith(":"))
        deep = number is not None and "." in number[1].rstrip(".") and part.kind == "text"
        return len(part.lines) == 1 and apart and (coloured or deep) and not text.endswith((":", "."))

    def _one_colour(self, part: Part) -> bool:
        return all(line.colour == part.lines[0].colour for line in part.lines)

    def _after_heading(self, place: int) -> bool:
        before = self._parts[place - 1] if place else None
        return before is not None and bool(before.lines) and before.look[0] >= _LARGER * self._usual.size

    def _drop_repeated(self) -> None:
        """What stands in a document again and again before a few words is a label, not a heading."""
        alike: dict[str, list[int]] = {}
        for place in self.places:
            alike.setdefault(self._text(place), []).append(place)
        for places in alike.values():
            doubtful = [place for place in places if not self._typed(place) and not self.is_clear(place)]
            if len(places) >= _MANY_TIMES and 2 * sum(map(self._has_text, doubtful)) < len(doubtful):
                self.places -= set(doubtful)

    def _drop_points(self) -> None:
        """Lines that count from 1 close under each other, without text of their own, are the points of a list.

        Chapters without text yet have another that goes on from the last, further down.
        """
        place = 0
        while place < len(self._parts):
            end = place
            while end < len(self._parts) and self._is_point(end, end - place + 1):
                end += 1
            if end - place >= _FEWEST_POINTS and not self._is_number_behind(str(end - place + 1), end):
                self.places -= set(range(place, end))
            place = max(end, place + 1)

    def _is_number_behind(self, number: str, end: int) -> bool:
        return any(self._number(place) == number for place in self.places if place >= end)

    def _is_point(self, place: int, number: int) -> bool:
        part = self._parts[place]
        close = number == 1 or part.above < _CLOSE
        return part.kind in ("text", "list") and close and self._number(place) == str(number)

    def _number(self, place: int) -> str:
        lines = self._parts[place].lines
        return typed_number(lines[0].text).rstrip(".") if lines else ""

    def _drop_labels(self) -> None:
        """What a title page or a signature says, and a name above where its owner can be reached."""
        for place in list(self.places):
            below = self._text(place + 1) if place + 1 < len(self._parts) else ""
            label = is_label(self._text(place)) and not self._has_text(place)
            if not self._typed(place) and (label or is_address(below)):
                self.places.discard(place)

    def _has_text(self, place: int) -> bool:
        """Whether what follows is more than a few words."""
        part = self._parts[place + 1] if place + 1 < len(self._parts) else None
        if part is None:
            return False
        return part.kind != "text" or sum(len(line.text.split()) for line in part.lines) >= _FEW_WORDS

    def _text(self, place: int) -> str:
        return " ".join(line.text for line in self._parts[place].lines)

    def _drop_cover(self) -> None:
        """On a first page without running text only the largest type is a heading."""
        first = [place for place, part in enumerate(self._parts) if part.page == 1]
        long = any(sum(len(line.text.split()) for line in self._parts[place].lines) > _COVER_WORDS for place in first)
        if long or not first or len(first) == len(self._parts) or any(self._parts[place].table for place in first):
            return
        own = [place for place in first if place in self.places]
        if own:
            largest = max(self._parts[place].look[0] for place in own)
            numbered = {place for place in own if self._typed(place)}
            self.places -= {place for place in own if self._parts[place].look[0] < largest} - numbered

    def _drop_subtitles(self) -> None:
        """Lines next to the title in a type that occurs nowhere else belong to it: a subtitle, a date."""
        title = self.title()
        if title is None:
            return
        looks = [self._key(place) for place in self.places]
        for step in (-1, 1):
            place = title + step
            while place in self.places and looks.count(self._key(place)) == 1 and not self._typed(place):
                self.places.discard(place)
                place += step

    def _typed(self, place: int) -> int | None:
        return typed_level(self._parts[place].lines[0].text)

    def _drop_ends(self) -> None:
        """A heading has something below it."""
        place = len(self._parts) - 1
        while place >= 0 and (place in self.places or self._parts[place].kind == "note"):
            self.places.discard(place)
            place -= 1


def _may_be_title(text: str, part: Part, *, larger: bool) -> bool:
    words = text.split()
    if (
        len(words) > (_MOST_WORDS_LARGE if larger else _MOST_WORDS)
        or len(text) > _MOST_CHARS
        or sum(map(str.isalpha, text)) < 2
    ):
        return False
    numbered = NUMBERED.match(text) is not None
    if (
        is_sum(text)
        or text[-1] in ",;"
        or (text.endswith(".") and not (numbered and len(words) <= 8))
        or NO_TITLE.match(text)
    ):
        return False
    return not split_bullet(text)[0] and (part.kind == "text" or numbered)


def _ranks(by_look: dict[Look, list[int | None]], above: int) -> dict[Look, int]:
    """Level per look: what its numbers say, else one below the look that is next in size. above: level of the title."""
    ranks: dict[Look, int] = {}
    for look in sorted(by_look, reverse=True):
        typed = [level for level in by_look[look] if level]
        if len(typed) >= max(1, len(by_look[look]) / 4):
            above = max(1, round(statistics.median(typed)))
        else:
            above = min(_DEEPEST, above + 1)
        ranks[look] = above
    return ranks
