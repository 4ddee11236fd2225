"""The spaCy pipeline: a blank Dutch tokenizer with special cases and our own sentence ends."""

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Abbreviations of policy texts that spaCy's Dutch tokenizer does not keep whole.
_ABBREVIATIONS = (
    "n.t.b.", "n.n.b.", "n.v.t.", "p.m.", "excl.", "incl.", "i.s.m.", "i.o.m.", "t.a.v.", "o.b.v.", "e.e.a.",
    "m.u.v.", "i.p.v.", "t.z.t.", "a.d.h.v.", "m.n.", "resp.", "evt.", "gem.", "afd.", "bijl.", "hfst.", "par.",
    "tel.", "mw.", "dhr.", "ing.", "ir.", "drs.", "mr.", "st.", "mln.", "mld.", "p/m", "t/m", "a.u.b.", "z.s.m.",
)  # fmt: skip
_START, _GOES_ON = 1, 2**64 - 1
"""spaCy's values for "starts a sentence" and "does not" (-1), as its arrays hold them."""
_ENDS = frozenset(".!?…")
_CLAUSE = 4
_CLOSERS = frozenset("\"'”’)]")
_NEVER_LAST = frozenset(
    """
    art. lid nr. blz. p. par. afd. bijv. o.a. ca. dr. drs. ir. ing. mr. prof. st. tel. dhr. mw. fig. tab. max.
    min. incl. excl. resp. evt. m.n. i.s.m. i.o.m. d.w.z. t.a.v. o.b.v. m.b.t. i.v.m. t.b.v. mln. hfst. bijl. nl.
    vgl.
    """.split()
)


@cache
def blank_dutch() -> "Language":
    """The pipeline, built once per process. Takes over a second: import of spaCy included."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("plancheck_sentences"):
        Language.component("plancheck_sentences", func=mark_sentences)
    nlp = spacy.blank("nl")
    tokenizer: Any = nlp.tokenizer
    for text in ("'s-Gravenhage", "'s-Hertogenbosch", "B&W", "CO2-neutraal", *_ABBREVIATIONS):
        tokenizer.add_special_case(text, [{"ORTH": text}])
    tokenizer.add_special_case("B&W.", [{"ORTH": "B&W"}, {"ORTH": "."}])
    nlp.add_pipe("plancheck_sentences")
    return nlp


def mark_sentences(doc: "Doc") -> "Doc":
    """Set sentence starts: after . ! ? unless an abbreviation or lower case goes on, and after a clause with ;."""
    words = [token.text for token in doc]
    marks = []
    after_end = after_clause = False
    length = 0
    for index in range(len(words)):
        starts = index == 0
        if after_clause or (after_end and words[index] not in _CLOSERS and not _goes_on(words[index])):
            starts = True
        marks.append(_START if starts else _GOES_ON)
        if words[index] in _CLOSERS and after_end and not starts:
            continue
        after_end = _ends(words, index)
        length = 0 if starts else length + 1
        after_clause = words[index] == ";" and length >= _CLAUSE
    if words:
        array: Any = np.array(marks, dtype=np.uint64).reshape(-1, 1)
        doc.from_array(["SENT_START"], array)
    return doc


def _ends(words: list[str], index: int) -> bool:
    word = words[index]
    if word[-1] not in _ENDS:
        return False
    if len(word) > 1 and word[0] not in _ENDS:
        return word.lower() not in _NEVER_LAST and not word[:-1].isdigit() and word[-1] != "."
    previous = words[index - 1].lower() + "." if index else ""
    return previous not in _NEVER_LAST


def _goes_on(word: str) -> bool:
    first = word[0]
    return first.islower() or first in ",;:"
