"""The keys under which a Dutch word form can be found: itself, its lemma, its compound parts."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from plancheck.nlp import compounds
from plancheck.nlp.wordlist import word_list

_SHORTEST_PLURAL = 5
# Frequent forms that the lemma dictionary gets wrong for policy texts, found by reading its output.
_LEMMAS = {
    "kosten": "kosten",
    "kost": "kosten",
    "bewoners": "bewoner",
    "belanghebbenden": "belanghebbende",
    "betrokkenen": "betrokkene",
    "vve's": "vve",
    "vves": "vve",
    "b&w": "b&w",
    "raad": "raad",
    "raden": "raad",
    "partijen": "partij",
    "data": "datum",
    "portefeuillehouder": "portefeuillehouder",
    "portefeuillehouders": "portefeuillehouder",
}


class _Dictionaries:
    """A dictionary factory of simplemma that gives its own Dutch dictionary as a list that need not be unpacked."""

    def get_dictionary(self, lang: str) -> Mapping[str, str]:  # noqa: ARG002 - simplemma gives it
        """The dictionary; only Dutch is asked for."""
        return word_list("lemmas")


@cache
def _lemmatizer() -> Any:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_Dictionaries()))


def _in_dictionary(word: str) -> str:
    """The lemma by simplemma, lower case; the word itself when it knows none."""
    found: str = _lemmatizer().lemmatize(word, lang="nl")
    return found.replace("_", "").lower()


@lru_cache(maxsize=200_000)
def lemma(form: str) -> str:
    """The lemma of a word form, lower case; of a compound that is unknown, with its head lemmatised."""
    word = form.lower().replace("’", "'")
    if word in _LEMMAS:
        return _LEMMAS[word]
    found = _in_dictionary(word)
    if found == word:
        parts = compounds.split(word)
        if len(parts) > 1:
            head = parts[-1]
            head_lemma = _LEMMAS.get(head) or _in_dictionary(head)
            return word[: len(word) - len(head)] + head_lemma
    return found


@lru_cache(maxsize=200_000)
def exact_keys(form: str) -> frozenset[str]:
    """Keys that stand for the whole word: the form in lower case and its lemma."""
    word = form.lower().replace("’", "'")
    return frozenset((word, lemma(word)))


def _without_plural(word: str) -> set[str]:
    """The singular of a plural in -s that the lemma dictionary does not know: flyers, trafohuisjes."""
    single = word[:-1]
    if not word.endswith("s") or len(word) < _SHORTEST_PLURAL or lemma(word) != word:
        return set()
    return {single} if compounds.is_word(single) or len(compounds.split(single)) > 1 else set()


@lru_cache(maxsize=200_000)
def keys(form: str) -> frozenset[str]:
    """All keys of a word form: `exact_keys` plus the parts of the compound and their lemmas."""
    word = form.lower().replace("’", "'")
    found = set(exact_keys(word)) | _without_plural(word)
    for whole in tuple(found):
        parts = compounds.split(whole)
        if len(parts) > 1:
            found.update(parts)
            found.update(lemma(part) for part in parts)
            found.update("".join(parts[index:]) for index in range(1, len(parts) - 1))
    return frozenset(found)
