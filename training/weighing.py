"""How much it counts that a theme of a plan stands in a page as a whole, beside what is found of it line by line.

Rules and lines find some themes in nearly every page, others seldom, and few examples make a model too careful. So each
theme is shifted by how right its finds are in pages of readers of whom nothing was learned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from fitting import by_share
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from themes import ThemeLabels

from plancheck.detect import Detector
from plancheck.detect.evidence.learned import log_odds
from plancheck.detect.evidence.search import look_for
from plancheck.detect.text.analysed import AnalysedText
from plancheck.evaluate.layout import lay_out
from plancheck.evaluate.passages import Passage
from plancheck.model.document import Dossier
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import FILE, THEME, Weights, write_weights

RESTRAINT = 1.0
"""Inverse of the regularisation of the shifts."""
ENOUGH = -1.2
"""Log odds, as fitted here, from which a theme counts as there: on pages left out precision and recall are then
about the same. With -1.5 more is found there (R 0.54, not 0.50) and less of it is right (P 0.46, not 0.50)."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is seen of a theme in a page: the log odds of its best find, those that it stands in the page as a
    whole, and the share of readers who say that it does."""

    theme: int
    found: float
    around: float
    share: float


def seen_in(passages: Iterable[Passage], labels: ThemeLabels, ruleset: RuleSet, weights: Weights) -> Iterator[Seen]:
    """What a model sees of each theme in some pages of which it has learned nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        write_weights(weights, path)
        detector = Detector(replace(ruleset, weights=path))
    for passage in passages:
        text = detector.analyse(Dossier(documents=(lay_out(passage).document,)))
        held = labels.of(passage.voice, passage.id)
        if text.is_plan or np.isnan(held).any():
            continue
        found = best_finds(text, detector)
        first = len(weights.facets)
        for place, theme in enumerate(labels.themes):
            if theme in found:
                around = float(np.clip(text.around.said[0, first + place], *THEME))
                yield Seen(theme=place, found=found[theme], around=around, share=float(held[place]))


def best_finds(text: AnalysedText, detector: Detector) -> dict[str, float]:
    """The log odds of the best find for each theme, of whichever requirement."""
    found: dict[str, float] = {}
    for each in detector.requirements.values():
        theme = each.requirement.theme
        if theme:
            best = max(look_for(aspect, text).strength for aspect in each.aspects)
            found[theme] = max(found.get(theme, -np.inf), log_odds(best))
    return found


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """How much the page counts beside a find, and by how much each theme is shifted, so that a find is as likely right
    at log odds of 0, whatever the theme."""

    of_page: float
    shifts: NDArray[np.float64]


def fit_weighing(seen: list[Seen], themes: int) -> Weighing:
    """One logistic regression for all themes together, with a constant for each."""
    numbers = sparse.csr_matrix(
        (np.ones(len(seen)), (np.arange(len(seen)), [each.theme for each in seen])), shape=(len(seen), themes)
    )
    matrix = sparse.hstack([sparse.csr_matrix([[each.found, each.around] for each in seen]), numbers]).tocsr()
    shares = np.array([each.share for each in seen])
    both, wanted, weight = by_share(shares, np.ones(len(shares)))
    model = LogisticRegression(C=RESTRAINT, max_iter=5000)
    model.fit(matrix[both], wanted, weight)
    of_find, of_page, *shifts = model.coef_[0].tolist()
    shifted = (np.array(shifts) + float(model.intercept_[0]) - ENOUGH) / of_page
    return Weighing(of_page=of_page / of_find, shifts=shifted)


def weighed(weights: Weights, learned: Weighing) -> Weights:
    """The weights of loose texts with what was learned of how to weigh them."""
    around = weights.around
    assert around is not None
    first = len(weights.facets)
    bias = around.bias.copy()
    bias[first : first + len(learned.shifts)] += learned.shifts
    loose = (*weights.mix.loose[:-1], round(learned.of_page, 2))
    return replace(weights, around=replace(around, bias=bias), mix=replace(weights.mix, loose=loose))
