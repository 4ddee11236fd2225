"""Text to sentences of tokens with the numbers of the terms found in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plancheck.nlp import compounds, lemmas
from plancheck.nlp.terms import TermTable

_PARTICLES = frozenset(
    """
    aan af op in uit mee vast bij door om over terug toe tegen voor weg samen na los open klaar dicht neer rond
    """.split()
)
# A particle before one of these is a preposition: "aan de gevel".
_DETERMINERS = frozenset(
    "de het een deze die dit dat onze ons hun haar zijn uw mijn alle elk elke ieder iedere".split()
)
_NOUNS = frozenset(("inkomen", "voorwaarden", "opgaven", "uitgaven", "aanvragen", "afspraken", "voordelen"))
_REACH = 14


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. start, end: offsets in the text, half-open; length: in tokens; terms: number -> token positions."""

    start: int
    end: int
    length: int
    terms: dict[int, tuple[int, ...]]


class Analyser:
    """Analyses texts against one table of terms."""

    def __init__(self, table: TermTable) -> None:
        self._table = table

    def analyse(self, texts: Sequence[str]) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each text, in the order given."""
        from plancheck.nlp.pipeline import sentence_starts, tokenise_all

        for words, offsets in tokenise_all(texts):
            starts = [*sentence_starts(words), len(words)]
            found = (self._sentence(words[a:b], offsets[a:b]) for a, b in pairwise(starts))
            yield tuple(sentence for sentence in found if sentence is not None)

    def _sentence(self, words: list[str], offsets: list[int]) -> Sentence | None:
        """The sentence of these tokens; None when they are all white space."""
        places = [place for place, word in enumerate(words) if not word.isspace()]
        if not places:
            return None
        forms = [words[place] for place in places]
        terms = self._table.find(forms, separable_verbs(forms))
        return Sentence(offsets[places[0]], offsets[places[-1]] + len(forms[-1]), len(forms), terms)


def separable_verbs(forms: Sequence[str]) -> list[tuple[int, str]]:
    """Verbs whose particle stands apart: "sluiten ... aan" gives (position, "aansluiten").

    A particle counts when the word it would form with an earlier verb is a known Dutch verb.
    """
    found: list[tuple[int, str]] = []
    for index, form in enumerate(forms):
        particle = form.lower()
        if particle not in _PARTICLES:
            continue
        if index + 2 < len(forms) and forms[index + 1] == "te":
            found += _join(particle, index + 2, forms)
        if index + 1 < len(forms) and forms[index + 1].lower() in _DETERMINERS:
            continue
        for place in range(max(0, index - _REACH), index):
            found += _join(particle, place, forms)
    return found


def _join(particle: str, place: int, forms: Sequence[str]) -> list[tuple[int, str]]:
    form = forms[place]
    if not form.isalpha() or len(form) < 3:
        return []
    for verb in (lemmas.lemma(form), form.lower()):
        if verb.endswith("n") and particle + verb not in _NOUNS and compounds.is_word(particle + verb):
            return [(place, particle + verb)]
    return []
