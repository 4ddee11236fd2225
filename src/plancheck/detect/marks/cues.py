"""Which of many slow expressions may find something in a text, told by its words: most texts need none of them tried.

What a word makes possible is worked out once and remembered: the words of running text recur.
"""

import re
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
_REMEMBERED = 50_000


class Cues(Generic[Name]):
    """Expressions by name, each with what a word must hold for it.

    needs: name -> expression that fits one word, in lower case with its punctuation, of every text in which the slow
    expression of that name finds something.
    """

    def __init__(self, needs: Mapping[Name, str]) -> None:
        self._needs = {name: re.compile(need) for name, need in needs.items()}
        self._of_word = lru_cache(maxsize=_REMEMBERED)(self._find)

    def possible(self, text: str) -> set[Name]:
        """The names of the expressions that are worth trying."""
        return set().union(*map(self._of_word, text.lower().split()))

    def _find(self, word: str) -> tuple[Name, ...]:
        return tuple(name for name, need in self._needs.items() if need.search(word))
