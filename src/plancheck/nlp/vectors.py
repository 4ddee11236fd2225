"""What Dutch words mean, as numbers: a static vector per word and per text.

The table is made once by `training/make_vectors.py` (origin, licence and hash: docs/corpora.md) and lies in the
package. The vector of a text is the mean of its words, each weighed by how rare it is (smooth inverse frequency: Arora,
Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", 2017). A word that the table lacks is
looked up by its lemma, then by the parts of the compound.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plancheck.nlp import compounds, lemmas

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

TABLE = Path(__file__).with_name("woordvectoren.npz")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
_RARE = 1e-3
"""The frequency at which a word counts for half (the `a` of the source)."""


class WordVectors:
    """A table of word vectors.

    words: lower case, row by row. rows: int8, one row per word. step: what 1 means in each column.
    """

    def __init__(self, words: Sequence[str], rows: "NDArray[np.int8]", step: "NDArray[np.float32]") -> None:
        self._row = {word: number for number, word in enumerate(words)}
        self._rows = rows
        self._step = step
        self._known: dict[str, tuple[tuple[int, ...], float]] = {}

    @property
    def size(self) -> int:
        """The number of columns."""
        return int(self._rows.shape[1])

    def of_texts(self, texts: Sequence[str]) -> "Matrix":
        """One row of length 1 per text; all zeros for a text without known words."""
        return unit_length(self.sums(texts))

    def sums(self, texts: Sequence[str]) -> "Matrix":
        """The weighed sum of the word vectors of each text: what texts add up to together is the sum of their rows."""
        import numpy as np

        rows: list[int] = []
        weights: list[float] = []
        owner: list[int] = []
        for place, text in enumerate(texts):
            for form in WORD.findall(text):
                found, weight = self._of_word(form)
                rows += found
                weights += [weight / len(found)] * len(found) if found else []
                owner += [place] * len(found)
        total = np.zeros((len(texts), self.size), dtype=np.float32)
        if rows:
            np.add.at(total, owner, self._rows[rows] * self._step * np.array(weights, dtype=np.float32)[:, None])
        return total

    def _of_word(self, form: str) -> tuple[tuple[int, ...], float]:
        """The rows that stand for a word and its weight."""
        found = self._known.get(form)
        if found is None:
            word = form.lower().replace("’", "'")
            names: tuple[str, ...] = (word,) if word in self._row else (lemmas.lemma(word),)
            if names[0] not in self._row:
                names = compounds.split(word)
            rows = tuple(self._row[name] for name in names if name in self._row)
            found = self._known[form] = rows, _RARE / (_RARE + compounds.frequency(word))
        return found


def unit_length(rows: "Matrix") -> "Matrix":
    """The rows with length 1; rows of zeros stay zero."""
    import numpy as np

    normal: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return normal


@cache
def dutch_vectors() -> WordVectors:
    """The table that lies in the package, loaded once."""
    import numpy as np

    with np.load(TABLE) as table:
        words = table["words"].tobytes().decode("utf-8").split("\n")
        return WordVectors(words, table["rows"], table["step"])
