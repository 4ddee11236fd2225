"""Split Dutch compounds into their parts.

Source: dynamic programming over word frequencies, after Koehn & Knight (2003), "Empirical Methods
for Compound Splitting"; the Dutch linking elements are s, e, en, n and the hyphen.
"""

import math
from functools import lru_cache

from plancheck.nlp.wordlist import word_list

_MIN_PART = 3
_NO_LINKER = ("",)
_LINKERS_BY_END = {"s": ("", "s"), "n": ("", "en", "n"), "e": ("", "e")}
"""The linking elements that a piece may end in, by its last letter."""
_VOWELS = frozenset("aeiouy")
_PART_COST = 6.0
_UNKNOWN = math.inf
_RAREST = 9.5
# Endings that the word list knows as words but that are never the head of a compound.
_NO_HEAD = frozenset(
    """
    heid lijk loos achtig ing ingen baar zaam schap end ende aan uit den ten ter eren isch ische tie ties ste sten
    erij tjes tje iek ieke ige eer age ent
    """.split()
)
# Short or foreign entries of the list that would break up whole words.
_NO_PART = frozenset(
    """
    ver ont her nen ele den ste ist int ins pro con com ren ken gen ter ten tes ers des les ens lin rin sen ges
    ben ver bes sta sto mer par per pre pan pol por vol ane ana ari aro als dan dit dat der die een men met nog
    dus hoe hun mij niet uur voo
    """.split()
) - {"vol", "uur"}


# Prefixes and particles make other words, not compounds: `onderhoud` is not about `houd`.
_NO_FIRST = frozenset(
    """
    aan achter bij binnen boven buiten door mee mis naar neer niet onder over samen tegen terug toe tot tussen uit
    vast voor voort weg wel alle zelf oud hoog laag beter een alles iets ieder waar daar hier toen zoon
    """.split()
)
# Words that look like compounds but whose parts say something else.
_WHOLE = frozenset(
    """
    wethouder wethouders overeenkomst overeenkomsten bijeenkomst bijeenkomsten aandacht burgemeester opgave
    opgaven aanleiding bestuurder bestuurders ondernemer ondernemers handreiking standpunt hoofdlijnen hoofdlijn
    ambtenaar ambtenaren tegelijk overleg toekomst herkomst afkomst inkomst inkomsten uitkomst uitkomsten
    verantwoordelijk verantwoordelijkheid raadpleging raadplegen raadhuis rijksoverheid overheid overheden
    vergadering verzoek gesprek gesprekken
    """.split()
)


def _rarity(word: str) -> float | None:
    """How rare a lower-case word of letters is: minus the logarithm of its share of all words; None when unknown."""
    found = word_list("frequenties").find(word)
    return None if found is None else int(found) / 100


def is_word(word: str) -> bool:
    """Whether the frequency list knows this lower-case word of letters."""
    return _rarity(word) is not None


@lru_cache(maxsize=100_000)
def _cost(part: str) -> float:
    """What a part of a compound costs. Words without vowels are no parts."""
    if part in _NO_PART or _VOWELS.isdisjoint(part):
        return _UNKNOWN
    cost = _rarity(part)
    if cost is None:
        return _UNKNOWN
    if len(part) == _MIN_PART:
        cost += 1.0
    return cost if cost < 6.8 else _UNKNOWN


@lru_cache(maxsize=100_000)
def split(word: str) -> tuple[str, ...]:
    """The parts of a lower-case compound, linkers left out; the word itself when it has none.

    The last part is the head. `is_word` entries that are frequent stay whole.
    """
    if "-" in word:
        parts = [part for part in word.split("-") if part]
        return tuple(piece for part in parts for piece in split(part)) or (word,)
    if len(word) < 2 * _MIN_PART or not word.isalpha() or word in _WHOLE:
        return (word,)
    whole = _rarity(word)
    cost, parts_found = _best(word)
    return parts_found if len(parts_found) > 1 and cost <= 2 * (_RAREST if whole is None else whole) + 1 else (word,)


def _best(word: str) -> tuple[float, tuple[str, ...]]:
    """The cheapest parts of a word and what they cost.

    Of each piece from one place to another the next part is made, with each linker that it may end in. Places that no
    parts reach are passed over: those are most.
    """
    size = len(word)
    best: list[tuple[float, tuple[str, ...]]] = [(_UNKNOWN, ())] * (size + 1)
    best[0] = (0.0, ())
    for start in range(size - _MIN_PART + 1):
        before, parts = best[start]
        if before == _UNKNOWN:
            continue
        for end in range(start + _MIN_PART, size + 1 if start else size):
            is_last = end == size
            for linker in _NO_LINKER if is_last else _LINKERS_BY_END.get(word[end - 1], _NO_LINKER):
                part = word[start : end - len(linker)]
                if len(part) < _MIN_PART or (linker and not word.endswith(linker, start, end)):
                    continue
                cost = _cost(part)
                if cost == _UNKNOWN or (is_last and part in _NO_HEAD) or (not start and part in _NO_FIRST):
                    continue
                total = before + cost + (0.4 if linker else 0.0) + (_PART_COST - 5 if start else 0)
                if total < best[end][0]:
                    best[end] = (total, (*parts, part))
    return best[size]
