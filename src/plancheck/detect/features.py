"""What the learned model sees of a unit: its words, those around it, what they mean, and its form.

Named features ("riool", "kop:planning", "riool_vervangen") are looked up in the model; the dense ones are a row of
numbers: the meaning of the unit, its heading, the headings above and the sentences around it, and marks of its form.
Training and judging use this one module.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plancheck.detect import hollow
from plancheck.detect.text import Unit
from plancheck.nlp import lemmas
from plancheck.nlp.vectors import WordVectors, unit_length

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

    own = vectors.sums([unit.text for unit in units])
    headings = [unit.section.headings for unit in units]
    parts = [
        unit_length(own),
        unit_length(_shared([" ".join(titles[-1:]) for titles in headings], vectors)),
        unit_length(_shared([" ".join(titles[:-1]) for titles in headings], vectors)),
        unit_length(_beside(units, own, vectors)),
        np.array([form(unit) for unit in units], dtype=np.float32),
    ]
    return np.concatenate([part * weight for part, weight in zip(parts, _WEIGHTS, strict=True)], axis=1)


def _beside(units: Sequence[Unit], own: "NDArray[np.float32]", vectors: WordVectors) -> "NDArray[np.float32]":
    """What `around` says of each unit, from the rows that the units have already."""
    places = {id(unit): place for place, unit in enumerate(units)}
    total = _shared([" ".join(unit.header) for unit in units], vectors)
    for place, unit in enumerate(units):
        for other in (*unit.near, *([unit.introduced_by] if unit.introduced_by else [])):
            total[place] += own[places[id(other)]] if id(other) in places else vectors.sums([other.text])[0]
    return total


def _shared(texts: Sequence[str], vectors: WordVectors) -> "NDArray[np.float32]":
    """Sums of texts that many units share, each worked out once."""
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    found: NDArray[np.float32] = vectors.sums(list(places))[[places[text] for text in texts]]
    return found


def around(unit: Unit) -> list[str]:
    """The texts that a reader sees with the unit: sentences beside it, the lead-in of its list, its table's header."""
    texts = [other.text for other in unit.near]
    if unit.introduced_by is not None:
        texts.append(unit.introduced_by.text)
    return texts + list(unit.header)


def form(unit: Unit) -> tuple[float, ...]:
    """Marks of the form of a unit: hard content, kind, length, hollow kinds, surroundings."""
    text, shown = unit.text, unit.hollow
    return (
        *map(float, (bool(unit.amounts), bool(unit.dates), bool(unit.numbers), bool(unit.names), len(unit.names) > 1)),
        *map(float, (unit.kind == "rij", unit.kind == "punt")),
        min(unit.words, _LONG) / _LONG,
        float(unit.words < _SHORT),
        float(unit.specific < 2),
        min(unit.specific, _SPECIFIC) / _SPECIFIC,
        *map(float, ("?" in text, '"' in text or "‘" in text)),
        *(float(kind in shown) for kind in hollow.REASONS),
        float(bool(shown)),
        *unit.surroundings,
    )


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for token in _TOKEN.findall(text) for key in _keys_of(token))


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
