"""Text to sentences of tokens with the numbers of the terms found in them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plancheck.nlp import compounds, lemmas
from plancheck.nlp.terms import TermTable

_PARTICLES = frozenset(
    """
    aan af op in uit mee vast bij door om over terug toe tegen voor weg samen na los open klaar dicht neer rond
    """.split()
)
_AS_WRITTEN = frozenset(way for word in _PARTICLES for way in (word, word.capitalize(), word.upper()))
# A particle before one of these is a preposition: "aan de gevel".
_DETERMINERS = frozenset(
    "de het een deze die dit dat onze ons hun haar zijn uw mijn alle elk elke ieder iedere".split()
)
_NOUNS = frozenset(("inkomen", "voorwaarden", "opgaven", "uitgaven", "aanvragen", "afspraken", "voordelen"))
_REACH = 14


class Sentence(NamedTuple):
    """One sentence. start, end: offsets in the text, half-open; length: in tokens; terms: number -> token positions."""

    start: int
    end: int
    length: int
    terms: dict[int, tuple[int, ...]]


Known = dict[str, tuple[Sentence, ...]]
"""Texts with their sentences, as they were worked out before."""


class Analyser:
    """Analyses texts against one table of terms."""

    def __init__(self, table: TermTable) -> None:
        self._table = table

    def analyse(self, texts: Sequence[str], known: Known | None = None) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each text, in the order given. known: texts that need not be analysed anew; it grows."""
        known = {} if known is None else known
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, self._analyse(new), strict=True))
        return map(known.__getitem__, texts)

    def _analyse(self, texts: Sequence[str]) -> Iterator[tuple[Sentence, ...]]:
        from plancheck.nlp.pipeline import sentence_starts, tokenise_all

        for words, offsets in tokenise_all(texts):
            starts = [*sentence_starts(words), len(words)]
            found = (self._sentence(words[a:b], offsets[a:b]) for a, b in pairwise(starts))
            yield tuple(sentence for sentence in found if sentence is not None)

    def _sentence(self, words: list[str], offsets: list[int]) -> Sentence | None:
        """The sentence of these tokens; None when they are all white space."""
        if any(map(str.isspace, words)):
            places = [place for place, word in enumerate(words) if not word.isspace()]
            words, offsets = [words[place] for place in places], [offsets[place] for place in places]
        if not words:
            return None
        terms = self._table.find(words, separable_verbs(words))
        return Sentence(offsets[0], offsets[-1] + len(words[-1]), len(words), terms)


def separable_verbs(forms: Sequence[str]) -> list[tuple[int, str]]:
    """Verbs whose particle stands apart: "sluiten ... aan" gives (position, "aansluiten").

    A particle counts when the word it would form with an earlier verb is a known Dutch verb.
    """
    found: list[tuple[int, str]] = []
    for index in [index for index, form in enumerate(forms) if form in _AS_WRITTEN]:
        particle = forms[index].lower()
        if index + 2 < len(forms) and forms[index + 1] == "te" and (verb := _joined(particle, forms[index + 2])):
            found.append((index + 2, verb))
        if index + 1 < len(forms) and forms[index + 1].lower() in _DETERMINERS:
            continue
        for place in range(max(0, index - _REACH), index):
            if verb := _joined(particle, forms[place]):
                found.append((place, verb))
    return found


@lru_cache(maxsize=200_000)
def _joined(particle: str, form: str) -> str:
    """The verb that a particle and a word form together, "" when they form none."""
    if form.isalpha() and len(form) > 2:
        for verb in (lemmas.lemma(form), form.lower()):
            if verb.endswith("n") and particle + verb not in _NOUNS and compounds.is_word(particle + verb):
                return particle + verb
    return ""
