import re
from functools import cache
from typing import Any

import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.lang.nl import Dutch

from plancheck.nlp.pipeline import own_exceptions, tokenise, tokenise_all

_EXCEPTIONS = sorted(text for text in (*Dutch.Defaults.tokenizer_exceptions, *own_exceptions()) if not text.isspace())
_PIECES = st.one_of(
    st.sampled_from(_EXCEPTIONS),
    st.sampled_from(["bijv", "(", ")", ".", ",", "/", "-", "’s", "b.v", "€ 1.200,50", "plan", "Wcw", "m2", "\t", "  "]),
    st.text(max_size=4),
)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["", " "])), max_size=12).map(
    lambda pieces: "".join(piece + space for piece, space in pieces)
)


@cache
def _usual() -> Any:
    tokenizer: Any = spacy.blank("nl").tokenizer
    for text, parts in own_exceptions().items():
        tokenizer.add_special_case(text, parts)
    return tokenizer


def _given_by_spacy(text: str) -> tuple[list[str], list[int]]:
    found = _usual()(text)
    return [token.text for token in found], [token.idx for token in found]


def _piece_by_piece(text: str) -> tuple[list[str], list[int]]:
    """What spaCy makes of each stretch without white space."""
    words: list[str] = []
    offsets: list[int] = []
    for piece in re.finditer(r"\S+", text):
        found = _given_by_spacy(piece[0])
        words += found[0]
        offsets += [piece.start() + offset for offset in found[1]]
    return words, offsets


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
@example("''): '(*_*)'M")  # to spaCy the sad face ":'(" stands in it, across the white space
def test_a_text_has_the_tokens_that_spacy_gives_with_all_its_exceptions(text: str) -> None:
    """White space ends a token: where spaCy lets signs on both sides of it make one exception, ours do not."""
    words, offsets = tokenise(text)
    seen = [(word, offset) for word, offset in zip(words, offsets, strict=True) if not word.isspace()]
    assert seen == list(zip(*_piece_by_piece(text), strict=True))
    if not _has_signs_beside_white_space(text):
        assert (words, offsets) == _given_by_spacy(text)


def _has_signs_beside_white_space(text: str) -> bool:
    return re.search(r"[^\w\s]\s+[^\w\s]", text) is not None


def test_texts_have_the_same_tokens_together_as_one_by_one() -> None:
    texts = ["Dit kost ca. 3 mln. euro, incl. btw.", "Zie art. 2.16 Wcw e.v.", "", "In B&W. En in 's-Gravenhage."]
    assert list(tokenise_all(texts)) == [tokenise(text) for text in texts]
