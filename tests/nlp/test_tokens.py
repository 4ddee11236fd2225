from functools import cache
from typing import Any

import spacy
from hypothesis import given, settings
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


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_a_text_has_the_tokens_that_spacy_gives_with_all_its_exceptions(text: str) -> None:
    words, offsets = tokenise(text)
    assert words == [token.text for token in _usual()(text)]
    assert offsets == [token.idx for token in _usual()(text)]


def test_texts_have_the_same_tokens_together_as_one_by_one() -> None:
    texts = ["Dit kost ca. 3 mln. euro, incl. btw.", "Zie art. 2.16 Wcw e.v.", "", "In B&W. En in 's-Gravenhage."]
    assert list(tokenise_all(texts)) == [tokenise(text) for text in texts]
