"""Automatic numbers: computed from numbering.xml, since they do not stand in the text."""

from plancheck.readers.docx.package import Element, W, attribute

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LEVELS = 9


class Numbering:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._of_number: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            self._abstract[attribute(abstract, "abstractNumId")] = {
                int(attribute(level, "ilvl") or 0): _level(level) for level in abstract.iter(f"{W}lvl")
            }
        for number in root.iter(f"{W}num"):
            self._of_number[attribute(number, "numId")] = attribute(number.find(f"{W}abstractNumId"))

    def is_bullet(self, number_id: str, level: int) -> bool:
        """Whether paragraphs of this list get a sign instead of a number."""
        return self._format(number_id, level)[0] in ("bullet", "none", "")

    def next_label(self, number_id: str, level: int) -> str:
        """Count one paragraph and return its number as shown, such as "3.2"; "" for bullets."""
        abstract = self._of_number.get(number_id, "")
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        level = min(level, _LEVELS - 1)
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = self._format(number_id, upper)[2]
        current = counters[level]
        counters[level] = self._format(number_id, level)[2] if current is None else current + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)
        if self.is_bullet(number_id, level):
            return ""
        text = self._format(number_id, level)[1]
        for place in range(level + 1):
            value = counters[place]
            text = text.replace(f"%{place + 1}", _shown(value or 0, self._format(number_id, place)[0]))
        return text.strip()

    def _format(self, number_id: str, level: int) -> tuple[str, str, int]:
        return self._abstract.get(self._of_number.get(number_id, ""), {}).get(level, ("bullet", "", 1))


def _level(element: Element) -> tuple[str, str, int]:
    start = attribute(element.find(f"{W}start"))
    return (
        attribute(element.find(f"{W}numFmt")) or "decimal",
        attribute(element.find(f"{W}lvlText")),
        int(start) if start.isdigit() else 1,
    )


def _shown(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) if value > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", value
        for size, sign in _ROMAN:
            count, rest = divmod(rest, size)
            roman += sign * count
        return roman.upper() if form == "upperRoman" else roman
    return str(value)
