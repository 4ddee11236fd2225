"""Tokens by spaCy's Dutch tokenizer with special cases of our own, and where sentences begin."""

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from types import ModuleType
from typing import Any

# Names, and abbreviations of policy texts, that spaCy's Dutch tokenizer does not keep whole.
_WHOLE = (
    "'s-Gravenhage", "'s-Hertogenbosch", "B&W", "CO2-neutraal",
    "n.t.b.", "n.n.b.", "n.v.t.", "p.m.", "excl.", "incl.", "i.s.m.", "i.o.m.", "t.a.v.", "o.b.v.", "e.e.a.",
    "m.u.v.", "i.p.v.", "t.z.t.", "a.d.h.v.", "m.n.", "resp.", "evt.", "gem.", "afd.", "bijl.", "hfst.", "par.",
    "tel.", "mw.", "dhr.", "ing.", "ir.", "drs.", "mr.", "st.", "mln.", "mld.", "p/m", "t/m", "a.u.b.", "z.s.m.",
)  # fmt: skip
_PIECE = re.compile(r"\S+|\s+")
_BETWEEN = "\n"
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


def own_exceptions() -> dict[str, list[dict[str, str]]]:
    """What is cut otherwise than spaCy does, in the form that its tokenizer takes."""
    return {text: [{"ORTH": text}] for text in _WHOLE} | {"B&W.": [{"ORTH": "B&W"}, {"ORTH": "."}]}


Tokens = tuple[list[str], list[int]]
"""The tokens of a text, white space that is more than one space among them, and where each begins."""


class _Tokenizer:
    """spaCy's tokenizer for Dutch, whose list of exceptions is read only as far as a text needs it.

    The same tokens as `spacy.blank("nl").tokenizer`, which turns its 4,700 exceptions into tokens when it is made: most
    of a second, of which a text uses a few dozen. An exception is only asked about where it stands in the text, and
    white space ends a token: signs on both sides of it, which spaCy may take for one smiley, stay apart.
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
        self._exceptions: dict[str, Any] = dict(defaults.tokenizer_exceptions) | own_exceptions()
        self._longest = max(map(len, self._exceptions))
        self._begins = {text[:2] for text in self._exceptions}
        self._whole: dict[str, str] = {}
        """Words that are one token, each by itself: the same object for each time that it occurs."""
        self._apart: dict[str, tuple[str, ...]] = {}
        """Words, with the signs that stand against them, that are several tokens."""
        for text in [text for text in self._exceptions if text.isalnum() or text.isspace()]:
            self._add(text)

    def expect(self, texts: Iterable[str]) -> None:
        """Learn the words of some texts: for many at once, since each exception makes spaCy forget words."""
        words = set(" ".join(texts).split())
        # Not by taking the keys away from the words: that goes through all words that are known, for every text.
        new = sorted(word for word in words if word not in self._whole and word not in self._apart)
        if not new:
            return
        for word in new:
            if not word.isalnum():
                self._read_exceptions(word)
        tokens = (token.text for token in self._tokenizer(_BETWEEN.join((*new, ""))))
        for word in new:
            parts = tuple(iter(tokens.__next__, _BETWEEN))
            if len(parts) == 1:
                self._whole[word] = word
            else:
                self._apart[word] = parts

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text that was expected.

        spaCy cuts each piece without white space by itself, so what it makes of one holds wherever that piece stands.
        """
        words: list[str] = []
        offsets: list[int] = []
        whole = self._whole
        for piece, offset in _pieces(text):
            if piece in whole:
                words.append(whole[piece])
                offsets.append(offset)
                continue
            for part in self._apart.get(piece, (piece,)):
                words.append(part)
                offsets.append(offset)
                offset += len(part)
        return words, offsets

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


def tokenise(text: str) -> Tokens:
    """The tokens of one text."""
    return next(tokenise_all((text,)))


def tokenise_all(texts: Sequence[str]) -> Iterator[Tokens]:
    """The tokens of each text, in the order given."""
    tokenizer = _tokenizer()
    tokenizer.expect(texts)
    return map(tokenizer.tokens, texts)


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text and the white space that is more than one space between two words, with where each begins."""
    words = text.split()
    if " ".join(words) == text:
        ends = accumulate(len(word) + 1 for word in words)
        return zip(words, (0, *ends), strict=False)
    return _pieces_among_space(text)


def _pieces_among_space(text: str) -> Iterator[tuple[str, int]]:
    for found in _PIECE.finditer(text):
        piece, offset = found.group(), found.start()
        if offset and piece[0] == " ":
            piece, offset = piece[1:], offset + 1
        if piece:
            yield piece, offset


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
        after_end = word[-1] in _ENDS and _ends(words, index)
        length = 0 if starts else length + 1
        after_clause = word == ";" and length >= _CLAUSE
    return found


def _ends(words: Sequence[str], index: int) -> bool:
    """Whether a word with a sign at its end that may end a sentence does."""
    word = words[index]
    if len(word) > 1 and word[0] not in _ENDS:
        return word.lower() not in _NEVER_LAST and not word[:-1].isdigit() and word[-1] != "."
    if index == 1 and _NUMBER.fullmatch(words[0]):
        return False
    previous = words[index - 1].lower() + "." if index else ""
    return previous not in _NEVER_LAST


def _goes_on(word: str) -> bool:
    first = word[0]
    return first.islower() or first in ",;:"
