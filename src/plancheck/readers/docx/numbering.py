"""Automatic numbers: computed from numbering.xml, since they do not stand in the text."""

from dataclasses import dataclass

from plancheck.readers.container import Element
from plancheck.readers.docx.package import W, attribute, is_on, whole
from plancheck.readers.flow.numbers import shown

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered. style: the paragraph style that belongs to it.

    start: 0 where a level says nothing. Source: ECMA-376-1, 17.9.25.
    """

    form: str = "bullet"
    text: str = ""
    start: int = 1
    style: str = ""
    legal: bool = False


class Numbering:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._used: set[str] = set()
        if root is not None:
            abstract = _abstract_lists(root)
            for number in root.iter(f"{W}num"):
                self._add(number, abstract)

    def _add(self, number: Element, abstract: dict[str, dict[int, _Level]]) -> None:
        number_id, abstract_id = attribute(number, "numId"), attribute(number.find(f"{W}abstractNumId"))
        levels = dict(abstract.get(abstract_id, {}))
        restarts: dict[int, int] = {}
        for override in number.iter(f"{W}lvlOverride"):
            place = whole(attribute(override, "ilvl"), 0)
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[place] = _level(own)
            start = override.find(f"{W}startOverride")
            if start is not None:
                restarts[place] = whole(attribute(start), 1)
        self._levels[number_id], self._restarts[number_id] = levels, restarts
        self._abstract_of[number_id] = abstract_id

    def level_of_style(self, number_id: str, style_id: str) -> int:
        """The level of a list that belongs to a paragraph style, 0 when none does."""
        levels = self._levels.get(number_id, {})
        return next((place for place, level in levels.items() if style_id and level.style == style_id), 0)

    def next_label(self, number_id: str, level: int) -> str:
        """Count one paragraph and return its number as shown, such as "3.2"; "" for bullets."""
        counters = self._counters.setdefault(self._abstract_of.get(number_id, ""), [None] * _LEVELS)
        level = min(max(level, 0), _LEVELS - 1)
        if number_id not in self._used:
            self._used.add(number_id)
            for place in self._restarts.get(number_id, {}):
                counters[place:] = [None] * (_LEVELS - place)
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = self._start(number_id, upper)
        current = counters[level]
        counters[level] = self._start(number_id, level) if current is None else current + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._label(number_id, level, counters)

    def _label(self, number_id: str, level: int, counters: list[int | None]) -> str:
        how = self._how(number_id, level)
        if how.form in ("bullet", ""):
            return ""
        text = how.text
        for place in range(level + 1):
            form = self._how(number_id, place).form
            number = "" if form == "none" else shown(counters[place] or 0, "decimal" if how.legal else form)
            text = text.replace(f"%{place + 1}", number)
        return text.strip()

    def _start(self, number_id: str, level: int) -> int:
        restart = self._restarts.get(number_id, {}).get(level)
        return self._how(number_id, level).start if restart is None else restart

    def _how(self, number_id: str, level: int) -> _Level:
        return self._levels.get(number_id, {}).get(level, _Level())


def _abstract_lists(root: Element) -> dict[str, dict[int, _Level]]:
    """The levels of the lists by id; a list that only points to a list style has those of the style."""
    found: dict[str, dict[int, _Level]] = {}
    of_style: dict[str, dict[int, _Level]] = {}
    pointing: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        list_id = attribute(abstract, "abstractNumId")
        levels = {whole(attribute(level, "ilvl"), 0): _level(level) for level in abstract.iter(f"{W}lvl")}
        found[list_id] = levels
        if style := attribute(abstract.find(f"{W}styleLink")):
            of_style[style] = levels
        if style := attribute(abstract.find(f"{W}numStyleLink")):
            pointing[list_id] = style
    return found | {list_id: of_style[style] for list_id, style in pointing.items() if style in of_style}


def _level(element: Element) -> _Level:
    return _Level(
        form=attribute(element.find(f"{W}numFmt")) or "decimal",
        text=attribute(element.find(f"{W}lvlText")),
        start=whole(attribute(element.find(f"{W}start")), 0),
        style=attribute(element.find(f"{W}pStyle")),
        legal=is_on(element.find(f"{W}isLgl")),
    )
