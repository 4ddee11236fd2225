"""What the learned model sees of a unit: its words, those around it, what they mean, and its form.

Named features ("riool", "kop:planning", "riool_vervangen") are looked up in the model; the dense ones are a row of
numbers: the meaning of the unit, its heading, the headings above and the sentences around it, and marks of its form.
Training and judging use this one module.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plancheck.detect import hollow
from plancheck.detect.text import Unit
from plancheck.nlp import lemmas
from plancheck.nlp.vectors import WordVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORTEST = 3
_LONG, _SHORT, _SPECIFIC = 40, 6, 8
_WEIGHTS = (1.0, 0.7, 0.5, 0.5, 0.5)
"""How much counts: the unit itself, its heading, the headings above, what stands around it, its form."""


def named_features(unit: Unit) -> frozenset[str]:
    """The words of a unit, pairs of them, and the words around it with a mark of where they stand."""
    found = set(_keys(unit.text)) | set(_pairs(unit.text))
    headings = unit.section.headings
    for place, heading in enumerate(reversed(headings)):
        found.update(f"{'kop' if place == 0 else 'boven'}:{key}" for key in _keys(heading))
    for text in around(unit):
        found.update(f"bij:{key}" for key in _keys(text))
    return frozenset(found)


def dense_features(units: Sequence[Unit], vectors: WordVectors) -> "NDArray[np.float32]":
    """One row per unit."""
    import numpy as np

    parts = [
        vectors.of_texts([unit.text for unit in units]),
        _shared(units, vectors, lambda unit: " ".join(unit.section.headings[-1:])),
        _shared(units, vectors, lambda unit: " ".join(unit.section.headings[:-1])),
        _shared(units, vectors, lambda unit: " ".join(around(unit))),
        np.array([list(form(unit)) for unit in units], dtype=np.float32).reshape(len(units), -1),
    ]
    return np.concatenate([part * weight for part, weight in zip(parts, _WEIGHTS, strict=True)], axis=1)


def around(unit: Unit) -> list[str]:
    """The texts that a reader sees with the unit: sentences beside it, the lead-in of its list, its table's header."""
    texts = [other.text for other in unit.near]
    if unit.introduced_by is not None:
        texts.append(unit.introduced_by.text)
    return texts + list(unit.header)


def form(unit: Unit) -> Iterator[float]:
    """Marks of the form of a unit: hard content, kind, length, hollow kinds, surroundings."""
    yield from map(float, (bool(unit.amounts), bool(unit.dates), bool(unit.numbers), bool(unit.names)))
    yield float(len(unit.names) > 1)
    yield from map(float, (unit.kind == "rij", unit.kind == "punt"))
    yield min(unit.words, _LONG) / _LONG
    yield float(unit.words < _SHORT)
    yield float(unit.specific < 2)
    yield min(unit.specific, _SPECIFIC) / _SPECIFIC
    yield from map(float, ("?" in unit.text, '"' in unit.text or "‘" in unit.text))
    yield from (float(kind in unit.hollow) for kind in hollow.REASONS)
    yield float(bool(unit.hollow))
    yield from unit.surroundings


def _shared(units: Sequence[Unit], vectors: WordVectors, text_of: Callable[[Unit], str]) -> "NDArray[np.float32]":
    """Vectors of texts that many units share, each worked out once."""
    texts = [text_of(unit) for unit in units]
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    return vectors.of_texts(list(places))[[places[text] for text in texts]]


def _keys(text: str) -> Iterable[str]:
    for token in _TOKEN.findall(text):
        yield from _keys_of(token)


@lru_cache(maxsize=100_000)
def _keys_of(token: str) -> tuple[str, ...]:
    if token[0].isdigit():
        return ("#jaar",) if _YEAR.fullmatch(token) else ("#",)
    return tuple(sorted(key for key in lemmas.keys(token) if len(key) >= _SHORTEST))


def _pairs(text: str) -> Iterator[str]:
    before = ""
    for token in _TOKEN.findall(text):
        word = "#" if token[0].isdigit() else lemmas.lemma(token)
        if before:
            yield f"{before}_{word}"
        before = word
