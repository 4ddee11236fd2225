"""Joining lines: a word that was broken at the end of a line becomes one again, a real hyphen stays."""

import re
from collections.abc import Iterable
from functools import cached_property

from plancheck.readers.pdf.tables import CUT

_KEPT = frozenset("cv vve e tv pv it ict co niet concept ex oud ov wko hr zzp lt ht mt bag woz no".split())
_LINKS = ("en ", "of ", "tot ", "en/of ", "als ", "naar ")
_LONGEST_HALF = 40
_LAST_PART = re.compile(r"([\w’'.]+)-$")
_WITH_HYPHEN = re.compile(r"\w+(?:-\w+)+")
_LAST_WORD = re.compile(r"\w+$")
_REST = re.compile(r"[a-zà-ÿ]+(?=[\s,;:)]|\.?$)")
_PLAIN = re.compile(r"\w+")


class Joins:
    """Knows which words the document writes with a hyphen and which without, in the middle of its lines."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = tuple(texts)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset("\n".join(self._texts).lower().split())

    @cached_property
    def _plain(self) -> frozenset[str]:
        return frozenset(_PLAIN.findall("\n".join(self._words)))

    @cached_property
    def _hyphenated(self) -> frozenset[str]:
        return frozenset(_WITH_HYPHEN.findall("\n".join(word for word in self._words if "-" in word)))

    def lines(self, texts: Iterable[str]) -> str:
        """Some lines as one text."""
        joined = ""
        for text in texts:
            joined = self.two(joined, text) if joined else text
        return joined

    def cell(self, text: str) -> str:
        """The text of a table cell, its lines as one."""
        joined, cut = "", ""
        for part in re.split(f"([\n{CUT}])", text):
            if part in ("\n", CUT):
                cut = part
            elif cut == CUT and self._is_rest(joined, part):
                joined += part
            else:
                joined = self.two(joined, part) if joined else part
        return joined

    def _is_rest(self, before: str, text: str) -> bool:
        """Whether a line begins with the end of a word: in lower case, and no word of its own."""
        first = _REST.match(text)
        return first is not None and before[-1:].isalpha() and first[0] not in self._plain

    def two(self, before: str, after: str) -> str:
        """Two lines as one text."""
        match = _LAST_PART.search(before[-_LONGEST_HALF:]) if before.endswith("-") else None
        if match is None and self._cut(before, after):
            return before + after
        if match is None or not after[:1].isalnum() or after.startswith(_LINKS):
            return f"{before} {after}"
        if not after[0].islower() or not match[1][-1].isalpha():
            return before + after
        first = match[1]
        rest = _PLAIN.match(after)
        whole = first + (rest[0] if rest else "")
        if self._keeps(first, whole.lower(), f"{first}-{rest[0] if rest else ''}".lower()):
            return before + after
        return before[:-1] + after

    def _cut(self, before: str, after: str) -> bool:
        """Whether a word was cut without a hyphen, as in narrow cells: the half is no word, the whole is."""
        if not after[:1].islower() or before[-1:].isspace():
            return False
        first, second = _LAST_WORD.search(before[-_LONGEST_HALF:].rsplit(None, 1)[-1]), _PLAIN.match(after)
        if first is None or second is None:
            return False
        half = first[0].lower()
        return half not in self._plain and half + second[0].lower() in self._plain

    def _keeps(self, first: str, whole: str, hyphenated: str) -> bool:
        if whole in self._plain:
            return False
        if any(word == hyphenated or word.startswith(hyphenated + "-") for word in self._hyphenated):
            return True
        return first.lower() in _KEPT or len(first) == 1 or (len(first) <= 5 and first.isupper())


def is_broken(text: str) -> bool:
    """Whether a line ends in the middle of a word."""
    return text.endswith("-") and bool(_LAST_PART.search(text[-_LONGEST_HALF:]))
