"""Text of wrong letters: a font that gives each letter another name is copied as nonsense that looks like words."""

import re
from collections.abc import Iterable

_SAMPLE = 700
"""Characters of a page that are looked at."""
_FEWEST = 100
_FEWEST_WORDS = 30
_USUAL = (" de ", " en ", " van ", " het ", " een ", " in ", " the ", " of ", " and ", " der ", " und ", " la ", " et ")
_ENOUGH_USUAL = 3
"""So many different words of use are no chance."""
_PAIRS = "en er de te an in ge el st aa re ie nd et on or es ar he th is le al ti at ne ee ou".split()
"""Letters that follow one another often in Dutch and in the languages around it: a third to a quarter of all."""
_FEW_PAIRS, _SOME_PAIRS = 0.1, 0.17
_FEW_VOWELS = 0.12
_ACCENTED = 0.04
"""Share of letters with an accent from which a text may be in a language of which the pairs are not known here."""
_NAMELESS = re.compile("[\ue000-\uefff\uf100-\uf8ff\ufffd\x00-\x08]")
"""Characters that stand for no letter; those of bullets from a font of symbols are left out."""
_SIGNS = re.compile(r"""[!"#$%&'*+/<=>@\[\\\]^`{|}~]""")
_MANY_NAMELESS, _MANY_SIGNS = 0.15, 0.25
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOWEL = re.compile("[aeiouyà-æè-ïò-öù-ü]")


def is_gibberish(lines: Iterable[str]) -> bool:
    """Whether the lines of a page are no text in any language that is read here; never for a few words."""
    text = _sample(lines)
    usual = sum(word in text for word in _USUAL)
    marks = text.replace(" ", "")
    if usual >= _ENOUGH_USUAL or len(marks) < _FEWEST:
        return False
    if len(_NAMELESS.findall(marks)) > _MANY_NAMELESS * len(marks):
        return True
    return len(_SIGNS.findall(marks)) > _MANY_SIGNS * len(marks) or _is_nonsense(_WORD.findall(text), usual)


def _is_nonsense(words: list[str], usual: int) -> bool:
    """Whether words are made of letters that do not go together. usual: how many words of use are among them."""
    joined = " ".join(words)
    letters = len(joined) - len(words) + 1
    if len(words) < _FEWEST_WORDS or sum(not letter.isascii() for letter in joined) > _ACCENTED * letters:
        return False
    pairs = sum(map(joined.count, _PAIRS)) / letters
    few = pairs < _FEW_PAIRS or (pairs < _SOME_PAIRS and not usual)
    return few or len(_VOWEL.findall(joined)) < _FEW_VOWELS * letters


def _sample(lines: Iterable[str]) -> str:
    parts, length = [], 0
    for line in lines:
        parts.append(line)
        length += len(line)
        if length > _SAMPLE:
            break
    return f" {' '.join(parts).lower()} "
