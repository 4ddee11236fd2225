"""The learned signal: how likely a unit answers what an aspect asks, by a model that was trained on written passages.

It never decides alone without saying so: what a rule finds is weighed by it, and what only the model finds is shown as
such. How both are weighed (`mix`) is learned too, on passages of authors the model was not trained on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plancheck.detect.features import FeatureRows, form
from plancheck.detect.kinds.probe import Hit, can_answer, hollow_numbers, says_something
from plancheck.detect.text import AnalysedText, Unit
from plancheck.detect.topic import Topic
from plancheck.model.requirement import Aspect
from plancheck.rules.weights import ENOUGH_OF_IT, Mix, Weights

LIKELY = 0.09
"""Below this the model alone finds nothing: such units need a rule that sees something in them too."""
_FLOOR = 1e-3
KIND = "geleerd"
_REASON = "de zin lijkt op zinnen die deze vraag beantwoorden"


class LearnedModel:
    """Weights ready to be asked."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._column = {facet: place for place, facet in enumerate(weights.facets)}
        self._rows = FeatureRows(weights.features)
        self._named = weights.named.astype(np.float32)
        self._whole = LearnedModel(weights.in_plan) if weights.in_plan else self

    def rows(self, units: Sequence[Unit], *, in_plan: bool = False) -> list[list[int]]:
        """The rows of the named features of each unit. in_plan: those of the model of whole documents."""
        of = self._whole._rows.of if in_plan else self._rows.of
        return [of(unit) for unit in units]

    def probabilities(
        self, units: Sequence[Unit], rows: Sequence[Sequence[int]] | None = None, *, in_plan: bool = False
    ) -> NDArray[np.float32]:
        """One row per unit, one column per facet, values 0-1.

        rows: what `rows` gave for these units, so as not to work it out twice. in_plan: as in a whole document of the
        package.
        """
        model = self._whole if in_plan else self
        weights = model.weights
        scores = np.tile(weights.bias, (len(units), 1))
        if units:
            scores = scores + np.array([form(unit) for unit in units], dtype=np.float32) @ weights.form
        for place, named in enumerate(self.rows(units, in_plan=in_plan) if rows is None else rows):
            if named:
                worth = weights.rarity[named]
                worth = worth / np.linalg.norm(worth)
                scores[place] += (worth @ model._named[named]) * weights.step
        found: NDArray[np.float32] = (1 / (1 + np.exp(-scores))).astype(np.float32)
        return found

    def kind_chances(self, rows: Sequence[Sequence[int]]) -> dict[str, float]:
        """How likely a document is of each kind ("" for none) by its words alone, 0-1; empty where nothing was learned.

        rows: of all its units, in the model of whole documents.
        """
        learned = self.weights.of_kinds
        if learned is None:
            return {}
        places = np.flatnonzero(np.isin(learned.rows, [row for unit in rows for row in unit]))
        scores = learned.bias + learned.named[places].sum(axis=0) / math.sqrt(max(1, len(places)))
        worth = np.exp(scores - scores.max())
        return dict(zip(learned.kinds, (worth / worth.sum()).tolist(), strict=True))

    def aspect(self, aspect: Aspect, home: Topic) -> "LearnedAspect | None":
        """What the model knows of an aspect, None when it knows none of its facets."""
        columns = tuple(self._column[facet] for facet in aspect.facets if facet in self._column)
        return LearnedAspect(aspect, home, columns, self.weights.mix) if columns else None


def log_odds(chance: float) -> float:
    """The log odds of a chance, kept away from what is certain."""
    chance = min(1 - _FLOOR, max(_FLOOR, chance))
    return math.log(chance / (1 - chance))


def subject_around(unit: Unit) -> tuple[float, float]:
    """Whether the subject of the package is named in or beside the unit or in its headings, and how much the document
    is about it."""
    if not unit.surroundings:
        return 0.0, 0.0
    own, beside, heading, _, document, *_ = unit.surroundings
    return max(own, beside, heading), min(document, ENOUGH_OF_IT)


@dataclass(frozen=True, slots=True)
class LearnedAspect:
    """An aspect with the columns of its facets. mix: how rules and model are weighed."""

    aspect: Aspect
    home: Topic
    columns: tuple[int, ...]
    mix: Mix

    def weigh(self, hits: Sequence[Hit], text: AnalysedText) -> list[Hit]:
        """The hits of rules, their strength weighed by the model, and units that only the model finds.

        In a document of the package what is found is right much more often than in any other text.
        """
        learned = text.learned_in_plan if text.is_plan else text.learned
        if learned is None or not len(learned):
            return list(hits)
        likely = learned[:, self.columns].max(axis=1)
        mix = self.mix.piece if text.is_piece else self.mix.in_plan if text.is_plan else self.mix.loose
        home = self.home.home_numbers(text)
        found = [self._weighed(hit, max(float(likely[u.number]) for u in hit.units), text, mix, home) for hit in hits]
        seen = {unit.number for hit in hits for unit in hit.units} | hollow_numbers(text, self.aspect)
        for number in np.flatnonzero(likely >= LIKELY).tolist():
            unit = text.units[number]
            if number not in seen and says_something(unit) and can_answer(unit, self.aspect):
                hit = Hit((unit,), 0.0, _REASON, KIND)
                found.append(self._weighed(hit, float(likely[number]), text, mix, home, by_rule=False))
        return found

    def _weighed(
        self,
        hit: Hit,
        likely: float,
        text: AnalysedText,
        mix: Sequence[float],
        home: frozenset[int],
        *,
        by_rule: bool = True,
    ) -> Hit:
        """The hit with the chance that it answers the aspect as its strength, by what rule and model say of it."""
        unit = hit.units[0]
        seen = (
            1.0,
            float(by_rule),
            hit.strength if by_rule else 0.0,
            log_odds(likely),
            float(unit.number in home),
            *subject_around(unit),
            float(not unit.is_hard and text.is_hollow_section(unit.section)),
        )
        score = sum(weight * value for weight, value in zip(mix, seen, strict=True))
        strength = 1 / (1 + math.exp(-score))
        return Hit(hit.units, strength, hit.reason, hit.kind, hit.strength if by_rule else None, likely)
