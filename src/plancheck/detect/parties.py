"""Organisations that a text knows by their own name: once "netbeheerder Ravelnet" is said, Ravelnet is a netbeheerder.

The name then counts wherever it stands as the word that introduced it, so that no list of real organisations is needed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.detect.lexicon import Lexicon
from plancheck.detect.text import Unit

_NAME = r"(?:(?:De|Het|'t) )?[A-Z][\w'’-]+(?:(?: (?:van|de|den|der|het|en|aan|op|in|voor|&))? [A-Z][\w'’-]+){0,3}"
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
    """Finds names that stand beside a word for a kind of organisation. nouns: those words, lower case."""

    lexicon: Lexicon
    nouns: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]

    def names(self, texts: Iterable[str], own: frozenset[str]) -> dict[str, str]:
        """The names in some texts, each with the word that tells what it is. own: words of the area's own name."""
        found: dict[str, str] = {}
        words: set[str] = set()
        for text in texts:
            words.update(_WORD.findall(text))
            lowered = text.lower()
            if not any(noun in lowered for noun in self.nouns):
                continue
            for match in self.before.finditer(text):
                found.setdefault(match["name"], match["word"].lower())
            for match in self.after.finditer(text):
                found.setdefault(match["name"], match["word"].lower())
        return {
            name: word
            for name, word in found.items()
            if name not in _NO_NAMES
            and len(name) < _LONGEST
            and not own.issuperset(name.split(" "))
            and name.lower() not in words
        }

    def add(self, units: Iterable[Unit], names: dict[str, str]) -> None:
        """Let every unit that holds a name have the terms of the word that tells what it is."""
        if not names:
            return
        any_name = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")
        for unit in units:
            terms = {number: set(places) for number, places in unit.terms.items()}
            for match in any_name.finditer(unit.text):
                place = len(unit.text[: match.start()].split())
                for number in self.lexicon.terms_of(names[match.group()]):
                    terms.setdefault(number, set()).add(place)
            if len(terms) > len(unit.terms):
                unit.terms = {number: tuple(sorted(places)) for number, places in terms.items()}


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
    return PartyFinder(
        lexicon,
        tuple(noun.lower() for noun in nouns),
        re.compile(rf"\b\w*{noun} (?P<name>{_NAME})"),
        re.compile(rf"(?P<name>{_NAME})(?:,| \()\s*(?:(?:de|het|een|onze|hun|uw) )?(?:\w+ )?{noun}\b"),
    )
