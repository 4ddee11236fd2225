"""Tokens by spaCy's Dutch tokenizer with special cases of our own, and where sentences begin."""

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import Any

# Names, and abbreviations of policy texts, that spaCy's Dutch tokenizer does not keep whole.
_WHOLE = (
    "'s-Gravenhage", "'s-Hertogenbosch", "B&W", "CO2-neutraal",
    "n.t.b.", "n.n.b.", "n.v.t.", "p.m.", "excl.", "incl.", "i.s.m.", "i.o.m.", "t.a.v.", "o.b.v.", "e.e.a.",
    "m.u.v.", "i.p.v.", "t.z.t.", "a.d.h.v.", "m.n.", "resp.", "evt.", "gem.", "afd.", "bijl.", "hfst.", "par.",
    "tel.", "mw.", "dhr.", "ing.", "ir.", "drs.", "mr.", "st.", "mln.", "mld.", "p/m", "t/m", "a.u.b.", "z.s.m.",
)  # fmt: skip
_ENDS = frozenset(".!?…")
_CLAUSE = 4
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*|[a-z]|[IVX]+", re.IGNORECASE)
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


class _Tokenizer:
    """spaCy's tokenizer for Dutch, whose list of exceptions is read only as far as a text needs it.

    The same tokens as `spacy.blank("nl").tokenizer`, which turns its 4,700 exceptions into tokens when it is made: most
    of a second, of which a text uses a few dozen. An exception is only asked about where it stands in the text.
    """

    def __init__(self) -> None:
        spacy = _import_spacy()
        defaults: Any = importlib.import_module("spacy.lang.nl").Dutch.Defaults
        util: Any = importlib.import_module("spacy.util")
        # A vocabulary without the lexical attributes (shape, norm and so on), which nothing here asks for.
        self._tokenizer: Any = spacy.tokenizer.Tokenizer(
            spacy.Vocab(),
            prefix_search=util.compile_prefix_regex(defaults.prefixes).search,
            suffix_search=util.compile_suffix_regex(defaults.suffixes).search,
            infix_finditer=util.compile_infix_regex(defaults.infixes).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )
        own = {text: [{"ORTH": text}] for text in _WHOLE} | {"B&W.": [{"ORTH": "B&W"}, {"ORTH": "."}]}
        self._exceptions: dict[str, Any] = dict(defaults.tokenizer_exceptions) | own
        self._longest = max(map(len, self._exceptions))
        self._begins = {text[:2] for text in self._exceptions}
        self._seen: set[str] = set()
        for text in [text for text in self._exceptions if text.isalnum() or text.isspace()]:
            self._add(text)

    def __call__(self, text: str) -> Any:
        """The spaCy document of a text that was expected."""
        return self._tokenizer(text)

    def expect(self, texts: Iterable[str]) -> None:
        """Add the exceptions that stand in texts: for many at once, since each makes spaCy forget words."""
        for text in texts:
            for word in text.split():
                if word not in self._seen:
                    self._seen.add(word)
                    if not word.isalnum():
                        self._read_exceptions(word)

    def _read_exceptions(self, word: str) -> None:
        """Add the exceptions that stand somewhere in a piece of text without white space."""
        for start in range(len(word)):
            if word[start : start + 2] in self._begins:
                for end in range(start + 1, min(len(word), start + self._longest) + 1):
                    if word[start:end] in self._exceptions:
                        self._add(word[start:end])

    def _add(self, text: str) -> None:
        self._tokenizer.add_special_case(text, self._exceptions.pop(text))


@cache
def _tokenizer() -> _Tokenizer:
    """The tokenizer, made once per process. Takes a second: the import of spaCy."""
    return _Tokenizer()


_WORDS: dict[int, str] = {}
"""spaCy's number of a word -> the word. Asking every token object for its text takes four times as long."""


Tokens = tuple[list[str], list[int]]
"""The tokens of a text, white space that is more than one space among them, and where each begins."""


def tokenise(text: str) -> Tokens:
    """The tokens of one text."""
    return next(tokenise_all((text,)))


def tokenise_all(texts: Sequence[str]) -> Iterator[Tokens]:
    """The tokens of each text, in the order given."""
    tokenizer = _tokenizer()
    tokenizer.expect(texts)
    return (_tokens(tokenizer(text)) for text in texts)


def _tokens(doc: Any) -> Tokens:
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
    after a clause with ;. A number before the first sentence (4. or 2.3.) is no sentence."""
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
    if index == 1 and _NUMBER.fullmatch(words[0]):
        return False
    previous = words[index - 1].lower() + "." if index else ""
    return previous not in _NEVER_LAST


def _goes_on(word: str) -> bool:
    first = word[0]
    return first.islower() or first in ",;:"
