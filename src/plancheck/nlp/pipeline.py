"""Tokens by spaCy's Dutch tokenizer with special cases of our own, and where sentences begin."""

import importlib
import sys
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import Any

# Abbreviations of policy texts that spaCy's Dutch tokenizer does not keep whole.
_ABBREVIATIONS = (
    "n.t.b.", "n.n.b.", "n.v.t.", "p.m.", "excl.", "incl.", "i.s.m.", "i.o.m.", "t.a.v.", "o.b.v.", "e.e.a.",
    "m.u.v.", "i.p.v.", "t.z.t.", "a.d.h.v.", "m.n.", "resp.", "evt.", "gem.", "afd.", "bijl.", "hfst.", "par.",
    "tel.", "mw.", "dhr.", "ing.", "ir.", "drs.", "mr.", "st.", "mln.", "mld.", "p/m", "t/m", "a.u.b.", "z.s.m.",
)  # fmt: skip
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


def _import_spacy() -> ModuleType:
    """spaCy without its command line, which it imports for one function: a quarter of the processor time of importing.

    That function still works: it is looked up when it is called.
    """
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    command_line, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    module.__dict__["info"] = _info
    own = {each.__name__: each for each in (command_line, module)}
    sys.modules.update(own)
    try:
        return importlib.import_module("spacy")
    finally:
        for name, each in own.items():
            if sys.modules.get(name) is each:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)


@cache
def _tokenizer() -> Any:
    """The tokenizer, built once per process. Takes over a second: import of spaCy included."""
    tokenizer: Any = _import_spacy().blank("nl").tokenizer
    for text in ("'s-Gravenhage", "'s-Hertogenbosch", "B&W", "CO2-neutraal", *_ABBREVIATIONS):
        tokenizer.add_special_case(text, [{"ORTH": text}])
    tokenizer.add_special_case("B&W.", [{"ORTH": "B&W"}, {"ORTH": "."}])
    return tokenizer


_WORDS: dict[int, str] = {}
"""spaCy's number of a word -> the word. Asking every token object for its text takes four times as long."""


def tokenise(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text, white space that is more than one space among them, and where each begins."""
    doc = _tokenizer()(text)
    words: list[str] = []
    offsets: list[int] = []
    offset = 0
    for number, followed_by_space in doc.to_array(["ORTH", "SPACY"]).tolist():
        word = _WORDS.get(number)
        if word is None:
            word = _WORDS[number] = doc.vocab.strings[number]
        words.append(word)
        offsets.append(offset)
        offset += len(word) + followed_by_space
    return words, offsets


def sentence_starts(words: Sequence[str]) -> list[int]:
    """The places of the words that begin a sentence: after . ! ? unless an abbreviation or lower case goes on, and
    after a clause with ;."""
    found: list[int] = []
    after_end = after_clause = False
    length = 0
    for index, word in enumerate(words):
        starts = index == 0 or after_clause or (after_end and word not in _CLOSERS and not _goes_on(word))
        if starts:
            found.append(index)
        if word in _CLOSERS and after_end and not starts:
            continue
        after_end = _ends(words, index)
        length = 0 if starts else length + 1
        after_clause = word == ";" and length >= _CLAUSE
    return found


def _ends(words: Sequence[str], index: int) -> bool:
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
