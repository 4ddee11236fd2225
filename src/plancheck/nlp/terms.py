"""Terms as rules write them, compiled to numbers that are looked up once per word form.

docs/regels-schrijven.md gives the notation: `risico`, `=plan`, `beheers*`, `*kosten`, phrases.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plancheck.nlp import lemmas

_MAX_GAP = 2
_NEXT = _MAX_GAP + 2
"""The next word of a phrase stands less than so many tokens further."""
_NONE: frozenset[int] = frozenset()


_Phrase = tuple[int, tuple[int, ...]]
"""Number of a phrase, and the numbers of its words from the third on."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """What a word form fits, as numbers.

    terms: of one word. inside: words of phrases. phrases: those of which it is the first word, by their second word;
    seconds: those second words.
    """

    terms: frozenset[int]
    inside: frozenset[int]
    phrases: Mapping[int, Sequence[_Phrase]]
    seconds: frozenset[int]

    def __or__(self, other: "_Fit") -> "_Fit":
        """What either of two forms fits."""
        phrases = dict(self.phrases)
        for second, own in other.phrases.items():
            phrases[second] = (*phrases.get(second, ()), *own)
        return _Fit(self.terms | other.terms, self.inside | other.inside, phrases, self.seconds | other.seconds)


_NOTHING = _Fit(_NONE, _NONE, {}, _NONE)
_AFTER_THE_LAST = [_NOTHING] * (_MAX_GAP + 1)


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
        self._by_key: dict[str, set[int]] = {}
        self._by_whole: dict[str, set[int]] = {}
        self._by_prefix = _Affixes()
        self._by_suffix = _Affixes()
        self._phrase_words: dict[WordPattern, int] = {}
        self._only_in_phrases: set[int] = set()
        """Numbers of the words of phrases: no terms by themselves."""
        self._phrase_starts: dict[int, dict[int, list[_Phrase]]] = {}
        """Number of the first word -> number of the second -> phrases."""
        self._cache: dict[str, _Fit] = {}
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
        first, second, *rest = (self._phrase_words[word] for word in words)
        self._phrase_starts.setdefault(first, {}).setdefault(second, []).append((number, tuple(rest)))
        return number

    def _fit(self, form: str) -> _Fit:
        """What a word form fits."""
        numbers: set[int] = set()
        for key in lemmas.keys(form):
            numbers |= self._by_key.get(key, _NONE)
            numbers |= self._by_prefix.of(key)
        for key in lemmas.exact_keys(form):
            numbers |= self._by_whole.get(key, _NONE)
            numbers |= self._by_suffix.of(key[::-1])
        if not numbers:
            return _NOTHING
        inside = frozenset(numbers & self._only_in_phrases)
        phrases: dict[int, list[_Phrase]] = {}
        for first in inside & self._phrase_starts.keys():
            for second, own in self._phrase_starts[first].items():
                phrases.setdefault(second, []).extend(own)
        return _Fit(frozenset(numbers - inside), inside, phrases, frozenset(phrases))

    def _known(self, form: str) -> _Fit:
        found = self._cache.get(form)
        if found is None:
            found = self._cache[form] = self._fit(form)
        return found

    def find(self, forms: Sequence[str], extra: Iterable[tuple[int, str]] = ()) -> dict[int, tuple[int, ...]]:
        """Term number -> positions of the tokens that fit, ascending.

        extra: (position, word) pairs for words that stand apart, such as separable verbs.
        """
        known = self._cache.get
        fits = [known(form) or self._known(form) for form in forms]
        for position, word in extra:
            fits[position] |= self._known(word)
        found: dict[int, tuple[int, ...]] = {}
        phrases: dict[int, set[int]] = {}
        behind = [*fits, *_AFTER_THE_LAST]
        for position, fit in enumerate(fits):
            if fit is _NOTHING:  # as of most words of a sentence
                continue
            here = (position,)
            for number in fit.terms:
                found[number] = found[number] + here if number in found else here
            seconds = fit.seconds
            if seconds and not (
                seconds.isdisjoint(behind[position + 1].inside)
                and seconds.isdisjoint(behind[position + 2].inside)
                and seconds.isdisjoint(behind[position + 3].inside)
            ):
                self._add_phrases(position, behind, phrases)
        found.update((phrase, tuple(sorted(covered))) for phrase, covered in phrases.items())
        return found

    def _add_phrases(self, start: int, fits: Sequence[_Fit], found: dict[int, set[int]]) -> None:
        """Add the phrases that begin at a token, each with the positions of its tokens: the nearest that fits."""
        begun = fits[start].phrases
        left = fits[start].seconds
        for place in range(start + 1, start + _NEXT):
            seconds = left & fits[place].inside
            left -= seconds
            for second in seconds:
                for phrase, rest in begun[second]:
                    covered = _follow(rest, [start, place], fits) if rest else (start, place)
                    if covered:
                        found.setdefault(phrase, set()).update(covered)


def _follow(numbers: Iterable[int], covered: list[int], fits: Sequence[_Fit]) -> list[int]:
    """The positions of all words of a phrase, empty when they are not there.

    numbers: of the words from the third on. covered: the positions of those before them.
    """
    for number in numbers:
        last = covered[-1]
        for place in range(last + 1, last + _NEXT):
            if number in fits[place].inside:
                covered.append(place)
                break
        else:
            return []
    return covered


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
