"""Organisations that a text knows by their own name: once "netbeheerder Ravelnet" is said, Ravelnet is a netbeheerder.

The name then counts wherever it stands as the word that introduced it, so that no list of real organisations is needed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from plancheck.detect.text.lexicon import Lexicon
from plancheck.detect.text.unit import Unit

_NAME = r"(?:(?:De|Het|'t) )?[A-Z][\w'’-]+(?:(?: (?:van|de|den|der|het|en|aan|op|in|voor|&))? [A-Z][\w'’-]+){0,3}"
_MAY_BE_A_NAME = re.compile(r" (?=[A-Z'])")
_NO_NAMES = frozenset(
    """
    De Het Een En In Op Aan Van Voor Met Wij We Ze Zij Hij Dit Dat Die Deze Er Als Bij Naar Ook Zo Wie Wat Hoe Waar Uit
    Tot Na Om Dan Over Per Elk Elke Alle Onze Ons
    """.split()
)
_LONGEST = 60
_WORD = re.compile(r"[a-z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class PartyFinder:
    """Finds names that stand beside a word for a kind of organisation. nouns: those words, lower case.

    written: the same as they are written, also with a capital. before, after: the word with its name behind it, and in
    front of it; both are slow. set_apart: the end of `after`, without which it finds nothing.
    """

    lexicon: Lexicon
    nouns: tuple[str, ...]
    written: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]
    set_apart: re.Pattern[str]

    def names(self, texts: Iterable[str], own: frozenset[str]) -> dict[str, str]:
        """The names in some texts, each with the word that tells what it is. own: words of the area's own name."""
        texts = list(texts)
        found: dict[str, str] = {}
        for place in _holding(self.nouns, [text.lower() for text in texts]):
            text = texts[place]
            before = self.before.finditer(text) if self._introduces(text) else ()
            after = self.after.finditer(text) if self.set_apart.search(text) else ()
            for match in (*before, *after):
                found.setdefault(match["name"], match["word"].lower())
        names = [name for name in found if name not in _NO_NAMES and len(name) < _LONGEST]
        names = [name for name in names if not own.issuperset(name.split(" "))]
        common = _words_among({name.lower() for name in names}, texts)
        return {name: found[name] for name in names if name.lower() not in common}

    def _introduces(self, text: str) -> bool:
        """Whether something that may be a name stands behind one of the words."""
        return any(text.endswith(self.written, 0, place.start()) for place in _MAY_BE_A_NAME.finditer(text))

    def add(self, units: Iterable[Unit], names: dict[str, str]) -> None:
        """Let every unit that holds a name have the terms of the word that tells what it is."""
        if not names:
            return
        any_name = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")
        units = list(units)
        for unit in map(units.__getitem__, _holding(names, [unit.text for unit in units])):
            matches = list(any_name.finditer(unit.text))
            terms = {number: set(places) for number, places in unit.terms.items()}
            for match in matches:
                place = len(unit.text[: match.start()].split())
                for number in self.lexicon.terms_of(names[match.group()]):
                    terms.setdefault(number, set()).add(place)
            if len(terms) > len(unit.terms):
                unit.terms = {number: tuple(sorted(places)) for number, places in terms.items()}


def _holding(words: Iterable[str], texts: Sequence[str]) -> list[int]:
    """The places of the texts in which one of the words may stand, ascending.

    By all text at once: asking every text for every word takes far longer.
    """
    everywhere = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    found: set[int] = set()
    for word in words:
        at = everywhere.find(word)
        while at >= 0:
            place = bisect_right(ends, at)
            found.add(place)
            at = everywhere.find(word, ends[place])
    return sorted(found)


def _words_among(wanted: Iterable[str], texts: Sequence[str]) -> set[str]:
    """Which of these occur in the texts as a word in lower case."""
    everywhere = "\n".join(texts)
    wanted = {word for word in wanted if word in everywhere and _WORD.fullmatch(word)}
    holding = (text for text in texts if any(word in text for word in wanted))
    return wanted.intersection(word for text in holding for word in _WORD.findall(text))


def _is_common(word: str) -> bool:
    """Whether a word is a common noun or an abbreviation of one (VvE), and no name."""
    return word.islower() or (word[-1].isupper() and any(sign.islower() for sign in word))


def party_finder(words: Iterable[str], lexicon: Lexicon) -> PartyFinder | None:
    """A finder for the words of a package's concept of parties; None when it has none.

    Only common nouns of one word count: a name cannot tell what another name is.
    """
    nouns = sorted({word for word in words if word.isalpha() and _is_common(word)}, key=len, reverse=True)
    if not nouns:
        return None
    noun = r"(?P<word>" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in nouns) + r")"
    written = {first + word[1:] for word in nouns for first in (word[0], word[0].upper())}
    apart = rf"(?:,| \()\s*(?:(?:de|het|een|onze|hun|uw) )?(?:\w+ )?{noun}\b"
    return PartyFinder(
        lexicon,
        tuple(noun.lower() for noun in nouns),
        tuple(sorted(written)),
        re.compile(rf"\b\w*{noun} (?P<name>{_NAME})"),
        re.compile(rf"(?P<name>{_NAME}){apart}"),
        re.compile(apart),
    )
