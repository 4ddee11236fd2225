"""Terms as rules write them, compiled to numbers that are looked up once per word form.

docs/regels-schrijven.md gives the notation: `risico`, `=plan`, `beheers*`, `*kosten`, phrases.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plancheck.nlp import lemmas

_MAX_GAP = 2
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class WordPattern:
    """One word of a term. kind: lemma (also inside compounds), whole, prefix or suffix."""

    kind: str
    text: str


def parse_word(word: str) -> WordPattern:
    """Read one word of a term."""
    if word.startswith("="):
        return WordPattern("whole", word[1:].lower())
    if word.endswith("*") and len(word) > 1:
        return WordPattern("prefix", word[:-1].lower())
    if word.startswith("*") and len(word) > 1:
        return WordPattern("suffix", word[1:].lower())
    return WordPattern("lemma", word.lower())


class TermTable:
    """All terms of a rule set. Single words are found by a cached look-up of the word form.

    A term gets a number when it is added; `find` gives for each number the token positions.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._phrase_numbers: dict[int, tuple[int, ...]] = {}
        self._by_key: dict[str, set[int]] = {}
        self._by_whole: dict[str, set[int]] = {}
        self._by_prefix = _Affixes()
        self._by_suffix = _Affixes()
        self._phrase_words: dict[WordPattern, int] = {}
        self._only_in_phrases: set[int] = set()
        """Numbers of the words of phrases: no terms by themselves."""
        self._phrase_starts: dict[int, dict[int, list[int]]] = {}
        """Number of the first word -> number of the second -> phrases."""
        self._cache: dict[str, tuple[int, ...]] = {}
        self._next = 0

    def add(self, term: str) -> int:
        """Register a term and return its number; the same term gets the same number."""
        known = self._numbers.get(term)
        if known is not None:
            return known
        term = " ".join(term.split())
        if term in self._numbers:
            return self._numbers[term]
        words = tuple(parse_word(word) for word in term.split(" "))
        number = self._register(words[0]) if len(words) == 1 else self._register_phrase(words)
        self._numbers[term] = number
        self._cache.clear()
        return number

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def _register(self, word: WordPattern) -> int:
        number = self._new()
        if word.kind in ("lemma", "whole"):
            index = self._by_key if word.kind == "lemma" else self._by_whole
            for key in lemmas.exact_keys(word.text):
                index.setdefault(key, set()).add(number)
        elif word.kind == "prefix":
            self._by_prefix.add(word.text, number)
        else:
            self._by_suffix.add(word.text[::-1], number)
        return number

    def _register_phrase(self, words: tuple[WordPattern, ...]) -> int:
        number = self._new()
        for word in words:
            if word not in self._phrase_words:
                self._phrase_words[word] = self._register(word)
                self._only_in_phrases.add(self._phrase_words[word])
        self._phrase_numbers[number] = tuple(self._phrase_words[word] for word in words)
        first, second = (self._phrase_words[word] for word in words[:2])
        self._phrase_starts.setdefault(first, {}).setdefault(second, []).append(number)
        return number

    def of_form(self, form: str) -> tuple[int, ...]:
        """Numbers of the single words that a word form fits."""
        found = self._cache.get(form)
        if found is None:
            numbers: set[int] = set()
            for key in lemmas.keys(form):
                numbers |= self._by_key.get(key, _NONE)
                numbers |= self._by_prefix.of(key)
            for key in lemmas.exact_keys(form):
                numbers |= self._by_whole.get(key, _NONE)
                numbers |= self._by_suffix.of(key[::-1])
            found = self._cache[form] = tuple(sorted(numbers))
        return found

    def find(self, forms: Sequence[str], extra: Iterable[tuple[int, str]] = ()) -> dict[int, tuple[int, ...]]:
        """Term number -> positions of the tokens that fit, ascending.

        extra: (position, word) pairs for words that stand apart, such as separable verbs.
        """
        places: dict[int, list[int]] = {}
        known = self._cache
        for position, form in enumerate(forms):
            for number in known[form] if form in known else self.of_form(form):
                if number in places:
                    places[number].append(position)
                else:
                    places[number] = [position]
        for position, word in extra:
            for number in self.of_form(word):
                places[number] = sorted({position, *places.get(number, ())})
        found = {number: tuple(each) for number, each in places.items() if number not in self._only_in_phrases}
        for first in places.keys() & self._phrase_starts.keys():
            seconds = self._phrase_starts[first]
            for second in seconds.keys() & places.keys():
                for phrase in seconds[second]:
                    if covered := self._find_phrase(self._phrase_numbers[phrase], places):
                        found[phrase] = tuple(sorted(covered))
        return found

    def _find_phrase(self, numbers: Sequence[int], places: Mapping[int, Sequence[int]]) -> set[int]:
        """The positions of all tokens of a phrase. numbers: of its words."""
        found: set[int] = set()
        later = [places.get(number, ()) for number in numbers[1:]]
        if not all(later):
            return found
        for start in places[numbers[0]]:
            covered = [start]
            for own in later:
                at = covered[-1]
                step = next((place for place in own if at < place <= at + _MAX_GAP + 1), None)
                if step is None:
                    break
                covered.append(step)
            else:
                found.update(covered)
        return found


class _Affixes:
    """Numbers of terms by the beginning that a word must have; ends of words are given backwards."""

    def __init__(self) -> None:
        self._numbers: dict[str, set[int]] = {}
        self._lengths: set[int] = set()

    def add(self, beginning: str, number: int) -> None:
        """Remember a term."""
        self._numbers.setdefault(beginning, set()).add(number)
        self._lengths.add(len(beginning))

    def of(self, word: str) -> set[int]:
        """The terms of which the word has the beginning."""
        found: set[int] = set()
        for length in self._lengths:
            if length <= len(word):
                found |= self._numbers.get(word[:length], _NONE)
        return found
