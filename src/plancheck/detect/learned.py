"""The learned signal: how likely a unit answers what a facet asks, by a model that was trained on written passages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.features import dense_features, named_features
from plancheck.detect.text import Unit
from plancheck.nlp.vectors import dutch_vectors
from plancheck.rules.weights import Weights


@dataclass(frozen=True, slots=True, eq=False)
class LearnedModel:
    """Weights ready to be asked."""

    weights: Weights
    _column: dict[str, int] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._column.update({facet: place for place, facet in enumerate(self.weights.facets)})

    def probabilities(self, units: Sequence[Unit]) -> NDArray[np.float32]:
        """One row per unit, one column per facet, values 0-1."""
        weights = self.weights
        scores = np.tile(weights.bias, (len(units), 1))
        if units:
            scores = scores + dense_features(units, dutch_vectors()) @ weights.dense
        for place, unit in enumerate(units):
            rows = sorted(weights.features[name] for name in named_features(unit) if name in weights.features)
            if rows:
                worth = weights.rarity[rows]
                worth = worth / np.linalg.norm(worth)
                scores[place] += (worth @ weights.named[rows].astype(np.float32)) * weights.step
        found: NDArray[np.float32] = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return found

    def columns(self, facets: Sequence[str]) -> list[int]:
        """The columns of the facets that the model knows."""
        return [self._column[facet] for facet in facets if facet in self._column]
