"""Text to sentences of tokens with the numbers of the terms found in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
class Token:
    """A word or sign; start and end are offsets in the text that was analysed, half-open."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. start, end: offsets in the text; terms: number -> token positions."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    terms: dict[int, tuple[int, ...]]


class Analyser:
    """Analyses texts against one table of terms."""

    def __init__(self, table: TermTable) -> None:
        self._table = table

    def analyse(self, texts: Sequence[str]) -> Iterator[tuple[Sentence, ...]]:
        """The sentences of each text, in the order given."""
        from plancheck.nlp.pipeline import blank_dutch

        for doc in blank_dutch().pipe(texts):
            sentences: list[Sentence] = []
            current: list[Token] = []
            starts = doc.to_array(["SENT_START"]).tolist()
            for token, mark in zip(doc, starts, strict=True):
                if mark == 1 and current:
                    sentences.append(self._sentence(current))
                    current = []
                text = token.text
                if not text.isspace():
                    start = token.idx
                    current.append(Token(text, start, start + len(text)))
            if current:
                sentences.append(self._sentence(current))
            yield tuple(sentences)

    def _sentence(self, tokens: list[Token]) -> Sentence:
        forms = [token.text for token in tokens]
        terms = self._table.find(forms, separable_verbs(forms))
        return Sentence(tokens[0].start, tokens[-1].end, tuple(tokens), terms)


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
