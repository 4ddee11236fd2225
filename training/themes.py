"""Which themes of a plan stand in which passage or page: what people said of it as a whole.

The tables are called `themas.tsv`, one in each folder of passages. A row names a passage, its reader, and what
stands there: `planning` in full, `planning~` for some of it, `!planning` when it is only mentioned, `-` for none. Two
rows on one passage are of two readers. Themes are the names under `thema` in the rules; what they mean is told in
`training/themas.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plancheck.errors import InvalidCorpus
from plancheck.rules.ruleset import RuleSet

FILE = "themas.tsv"
NOTHING = "-"
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class ThemeLabels:
    """The labels of the passages in a folder: by voice and id the share of readers who saw each theme there, 0-1."""

    themes: tuple[str, ...]
    shares: Mapping[tuple[str, str], NDArray[np.float32]]

    def of(self, voice: str, name: str) -> NDArray[np.float32]:
        """The share of readers for each theme; not a number where nobody read it."""
        return self.shares.get((voice, name), _unread(len(self.themes)))


def unread(ruleset: RuleSet) -> NDArray[np.float32]:
    """The shares of a text of which nobody said what stands in it."""
    return _unread(len(themes_of(ruleset)))


def _unread(themes: int) -> NDArray[np.float32]:
    return np.full(themes, np.nan, dtype=np.float32)


def themes_of(ruleset: RuleSet) -> tuple[str, ...]:
    """The names of all themes of the rules, in order."""
    return tuple(sorted({each.theme for each in ruleset.requirements.values() if each.theme}))


def read_theme_labels(folder: Path, ruleset: RuleSet) -> ThemeLabels:
    """The table of a folder; without one nothing is known of its passages.

    Raises:
        InvalidCorpus: a row with another number of columns, or a theme that no rule has.
    """
    themes, path = themes_of(ruleset), folder / FILE
    found: dict[tuple[str, str], list[list[bool]]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines()[1:] if path.exists() else (), start=2):
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            raise InvalidCorpus(f"regel {number}: hier horen {COLUMNS} kolommen te staan.", path=str(path))
        voice, name, _, given = cells
        labels = [label.strip() for label in given.split(",") if label.strip() != NOTHING]
        strange = sorted({label.strip("!~") for label in labels} - set(themes))
        if strange:
            raise InvalidCorpus(f"regel {number}: {strange[0]} is geen thema.", path=str(path))
        there = {label.rstrip("~") for label in labels}
        found.setdefault((voice, name), []).append([theme in there for theme in themes])
    shares = {key: np.mean(rows, axis=0, dtype=np.float32) for key, rows in found.items()}
    return ThemeLabels(themes, shares)
