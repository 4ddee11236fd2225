"""Which of many slow expressions may find something in a text, told by its words: most texts need none of them tried.

What a word makes possible is worked out once and remembered: the words of running text recur. Several modules ask it of
the same text, one long after the other, so it is told for all of them at once and remembered: as bits of one number,
which takes little room and joins what the words say fast.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
_WORDS, _TEXTS = 50_000, 20_000
"""So many words and texts are remembered: the texts of a long document."""
_ALL: "list[Cues[Any]]" = []
"""All that there are: each module makes its own once, at its top."""


class Cues(Generic[Name]):
    """Expressions by name, each with what a word must hold for it.

    needs: name -> expression that fits one word, in lower case with its punctuation, of every text in which the slow
    expression of that name finds something.
    """

    def __init__(self, needs: Mapping[Name, str]) -> None:
        first = sum(len(each.needs) for each in _ALL)
        self.needs: dict[int, re.Pattern[str]] = {
            1 << bit: re.compile(need) for bit, need in enumerate(needs.values(), first)
        }
        self._names = dict(zip(self.needs, needs, strict=True))
        self._bits = sum(self._names)
        self._possible: dict[int, frozenset[Name]] = {}
        """The names by their bits: of all choices from them few occur."""
        _ALL.append(self)
        _of_word.cache_clear()
        _of_text.cache_clear()

    def possible(self, text: str) -> frozenset[Name]:
        """The names of the expressions that are worth trying."""
        bits = _of_text(text) & self._bits
        found = self._possible.get(bits)
        if found is None:
            found = self._possible[bits] = frozenset(name for bit, name in self._names.items() if bit & bits)
        return found


def forget_texts() -> None:
    """Ask anew of every text; for a measurement in which a text must not come up twice."""
    _of_text.cache_clear()


@lru_cache(maxsize=_TEXTS)
def _of_text(text: str) -> int:
    """What the words of a text make possible, as bits."""
    found = 0
    for bits in set(map(_of_word, text.lower().split())):
        found |= bits
    return found


@lru_cache(maxsize=_WORDS)
def _of_word(word: str) -> int:
    return sum(bit for cues in _ALL for bit, need in cues.needs.items() if need.search(word))
