"""Which of many slow expressions may find something in a text, told by its words: most texts need none of them tried.

What a word makes possible is worked out once and remembered: the words of running text recur. Several modules ask it of
the same text, one after the other, so it is told for all of them at once.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
_REMEMBERED = 50_000
_NONE: frozenset[Any] = frozenset()
_ALL: "list[Cues[Any]]" = []
"""All that there are: each module makes its own once, at its top."""


class Cues(Generic[Name]):
    """Expressions by name, each with what a word must hold for it.

    needs: name -> expression that fits one word, in lower case with its punctuation, of every text in which the slow
    expression of that name finds something.
    """

    def __init__(self, needs: Mapping[Name, str]) -> None:
        self._needs = {name: re.compile(need) for name, need in needs.items()}
        _ALL.append(self)
        _of_word.cache_clear()
        _of_text.cache_clear()

    def possible(self, text: str) -> frozenset[Name]:
        """The names of the expressions that are worth trying."""
        return _of_text(text).get(self, _NONE)

    def of_word(self, word: str) -> list[Name]:
        """The names of the expressions that a word makes worth trying."""
        return [name for name, need in self._needs.items() if need.search(word)]


@lru_cache(maxsize=8)
def _of_text(text: str) -> dict[Cues[Any], frozenset[Any]]:
    """What the words of a text make possible. A few texts are remembered: those that are being asked about."""
    found: dict[Cues[Any], set[Any]] = {}
    for cues, name in set().union(*map(_of_word, text.lower().split())):
        found.setdefault(cues, set()).add(name)
    return {cues: frozenset(names) for cues, names in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def _of_word(word: str) -> tuple[tuple[Cues[Any], Any], ...]:
    return tuple((cues, name) for cues in _ALL for name in cues.of_word(word))
