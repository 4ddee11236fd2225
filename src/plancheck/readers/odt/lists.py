"""Automatic numbers of lists and headings, computed from their styles."""

from dataclasses import dataclass, field

from plancheck.readers.container import Element
from plancheck.readers.flow.numbers import shown
from plancheck.readers.odt.names import STYLE, TEXT, XML, value, whole

_LEVELS = 10
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
OUTLINE = "Outline"
"""The name under which the numbers of headings are kept."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""
    before: str = ""
    after: str = ""
    shown_levels: int = 1
    start: int = 1


@dataclass(slots=True)
class Running:
    """A list that is being counted."""

    style: str
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Lists:
    """Counts the list items and headings of a document, in reading order."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._by_id: dict[str, Running] = {}
        self._last: dict[str, Running] = {}
        self._outline = Running(OUTLINE)
        for root in roots:
            if root is None:
                continue
            for element in root.iter(f"{TEXT}list-style"):
                self._styles[value(element, f"{STYLE}name")] = _levels(element)
            for element in root.iter(f"{TEXT}outline-style"):
                self._styles[OUTLINE] = _levels(element)

    def open(self, element: Element, outer: Running | None) -> Running:
        """The count of a list: its own, that of the list it stands in, or of one it says it continues."""
        style = value(element, f"{TEXT}style-name") or (outer.style if outer else "")
        if outer is not None:
            return outer if style == outer.style else Running(style, outer.counters)
        if style == OUTLINE:
            return self._outline
        continued = self._by_id.get(value(element, f"{TEXT}continue-list"))
        if continued is None and value(element, f"{TEXT}continue-numbering") == "true":
            continued = self._last.get(style)
        running = Running(style, continued.counters) if continued else Running(style)
        self._last[style] = running
        if own := value(element, f"{XML}id"):
            self._by_id[own] = running
        return running

    def next_label(self, running: Running, level: int, item: Element | None = None) -> str:
        """Count one item (level from 0) and return its number as shown, such as "3.2"; "" for bullets."""
        level = min(max(level, 0), _LEVELS - 1)
        counters = running.counters
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = self._how(running, upper).start
        given = value(item, f"{TEXT}start-value")
        current = counters[level]
        counters[level] = self._how(running, level).start if current is None else current + 1
        if given:
            counters[level] = whole(given, 1)
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._label(running, level)

    def next_heading(self, heading: Element, level: int) -> str:
        """Count a heading outside a list and return its number."""
        if value(heading, f"{TEXT}is-list-header") == "true":
            return ""
        return self.next_label(self._outline, level - 1, heading)

    def _label(self, running: Running, level: int) -> str:
        how = self._how(running, level)
        if how.form not in _FORMS:
            return ""
        first = max(0, level - how.shown_levels + 1)
        numbers = [
            shown(running.counters[place] or 0, _FORMS[form])
            for place in range(first, level + 1)
            if (form := self._how(running, place).form) in _FORMS
        ]
        return f"{how.before}{'.'.join(numbers)}{how.after}".strip()

    def _how(self, running: Running, level: int) -> _Level:
        return self._styles.get(running.style, {}).get(level, _Level())


def _levels(element: Element) -> dict[int, _Level]:
    return {
        whole(value(level, f"{TEXT}level"), 1) - 1: _Level(
            form=value(level, f"{STYLE}num-format"),
            before=value(level, f"{STYLE}num-prefix"),
            after=value(level, f"{STYLE}num-suffix"),
            shown_levels=whole(value(level, f"{TEXT}display-levels"), 1),
            start=whole(value(level, f"{TEXT}start-value"), 1),
        )
        for level in element.iterchildren(f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
    }
