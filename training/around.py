"""What a text answers as a whole, by all its words together: a section of a plan, or a passage or page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from fitting import FEWEST, NOTHING, by_share, fit_facet, in_bytes, of_length_one
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sample import Sample
from scipy import sparse

from plancheck.rules.weights import AroundWeights, Weights

AROUND_STRENGTH = 60.0
"""The same for what a text as a whole answers."""
BESIDE_PAGES = 0.3
"""How much a passage counts beside a page for which themes of a plan stand in a text as a whole."""
LINES = 0.02
"""How much the best line of a text for a facet counts beside its words, for which themes stand in it. With 0.01 and
0.03 a little less is right."""
LEAST_SPREAD = 0.3
"""Log odds: what varies less than this between texts is noise, and is not made to count as much as what does."""
SAYS_MUCH = 0.2
"""A page of which so many units prove something is about a plan; one with fewer, but some, is left out there."""
_HALF = 0.5


def fit_around(
    sample: Sample,
    texts: Sequence[NDArray[np.int64]],
    about_plans: NDArray[np.float64],
    weights: Weights,
    best: NDArray[np.float64] | None = None,
) -> AroundWeights:
    """What a text answers by all its words: one logistic regression per facet, one per theme of a plan, and one for
    whether it answers anything. Of facets of which there are too few examples nothing is said: log odds of 0.

    texts: the units of each. about_plans: of each 1 when it answers something, 0 when it only seems to, not a number
    for what says nothing of that. weights: of those units, made small; their features are used. best: text x facet, log
    odds that its best line proves it, by a model that did not learn from it; without it no themes are learned, which
    are told by those lines and by the words.
    """
    matrix = of_words(sample, texts, weights)
    lined = np.flatnonzero([sample.weight[own[0]] > 0 for own in texts])
    proves = np.array([sample.labels[texts[place]].any(axis=0) for place in lined])
    fitted = Parallel(n_jobs=2)(
        delayed(fit_facet)(matrix[lined], proves[:, place], np.ones(len(lined)), AROUND_STRENGTH, NOTHING)
        for place in range(len(sample.facets))
    )
    held = sample.held[[sample.text[own[0]] for own in texts]]
    themes, lines = (), None
    if best is not None and not np.isnan(held).all():
        themes = sample.themes
        worth = np.where([sample.page[own[0]] for own in texts], 1.0, BESIDE_PAGES)
        of_themes, lines = fit_themes(matrix, best, held, worth)
        fitted += of_themes
    fitted.append(fit_concrete(matrix, about_plans))
    named, bias = np.array([each[0] for each in fitted]).T, np.array([each[1] for each in fitted])
    kept, step = in_bytes(named)
    used = np.flatnonzero(kept.any(axis=1))
    return AroundWeights(
        themes=themes,
        lines=lines,
        rows=used.astype(np.int32),
        named=kept[used],
        step=step.astype(np.float32),
        bias=bias.astype(np.float32),
    )


def fit_themes(
    matrix: sparse.csr_matrix, best: NDArray[np.float64], held: NDArray[np.float32], worth: NDArray[np.float64]
) -> tuple[list[tuple[NDArray[np.float64], float]], NDArray[np.float32]]:
    """Which themes of a plan stand in a text, by its words and by the best line for each facet: of each theme what each
    word weighs, with the bias for lines as they usually are, and then `AroundWeights.lines`."""
    usual, scale = best.mean(axis=0), LINES / np.maximum(best.std(axis=0), LEAST_SPREAD)
    both = sparse.hstack([matrix, sparse.csr_matrix((best - usual) * scale)]).tocsr()
    fitted = Parallel(n_jobs=2)(delayed(fit_theme)(both, of_one, worth) for of_one in held.T)
    words = matrix.shape[1]
    lines = np.array([weights[words:] * scale for weights, _ in fitted]).T
    return [(weights[:words], bias) for weights, bias in fitted], np.vstack([lines, -usual @ lines]).astype(np.float32)


def fit_theme(
    matrix: sparse.csr_matrix, held: NDArray[np.float32], worth: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Whether a theme of a plan stands in a text: of a theme with too few examples, how seldom it does.

    held: the share of readers who say so, not a number where nobody read it. worth: how much each text counts.
    """
    rows = np.flatnonzero(~np.isnan(held))
    if not len(rows):
        return np.zeros(matrix.shape[1]), NOTHING
    share, worth = held[rows], worth[rows]
    usual = float(np.log((share.sum() + _HALF) / ((1 - share).sum() + _HALF)))
    both, wanted, weight = by_share(share, worth)
    return fit_facet(matrix[rows[both]], wanted, weight, AROUND_STRENGTH, usual)


def fit_concrete(matrix: sparse.csr_matrix, about_plans: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Whether a text answers anything at all, both sorts counting as much; nothing where there is hardly any of one."""
    rows = np.flatnonzero(~np.isnan(about_plans))
    wanted = about_plans[rows] > 0
    if min(wanted.sum(), (~wanted).sum()) < FEWEST:
        return np.zeros(matrix.shape[1]), 0.0
    weight = np.where(wanted, 0.5 / wanted.mean(), 0.5 / (1 - wanted.mean()))
    return fit_facet(matrix[rows], wanted, weight, AROUND_STRENGTH)


def loose_texts(sample: Sample, rows: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """The units of each passage and page, of some units."""
    return np.split(rows, np.flatnonzero(np.diff(sample.text[rows])) + 1)


def sections(sample: Sample) -> list[NDArray[np.int64]]:
    """The units of each section of the plans and of the fragments of them."""
    rows = np.flatnonzero(sample.weight > 1)
    found: dict[tuple[int, int], list[int]] = {}
    for row in rows.tolist():
        found.setdefault((int(sample.text[row]), int(sample.section[row])), []).append(row)
    return [np.array(own) for own in found.values()]


def whether_pages_answer(sample: Sample, texts: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Of retold pages with labelled lines: those about a plan are told apart from those in which nothing is proved."""
    shares = np.array([sample.labels[own].any(axis=1).mean() for own in texts])
    pages = np.array([sample.page[own[0]] and sample.weight[own[0]] > 0 for own in texts])
    found = np.where(shares >= SAYS_MUCH, 1.0, np.where(shares == 0, 0.0, np.nan))
    return np.where(pages, found, np.nan)


def whether_sections_answer(sample: Sample, texts: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Of sections that touch on a facet: those that prove one are told apart from those that only seem to."""
    proves = np.array([sample.labels[own].any() for own in texts])
    seems = np.array([sample.seeming[own].any() for own in texts])
    return np.where(proves, 1.0, np.where(seems, 0.0, np.nan))


def of_words(sample: Sample, texts: Sequence[NDArray[np.int64]], weights: Weights) -> sparse.csr_matrix:
    """How often each named feature occurs in each text, damped, by its rarity, with length 1 per text."""

    def of_each() -> Iterator[tuple[list[int], NDArray[np.floating[Any]]]]:
        for rows in texts:
            counts = Counter(
                weights.features[name] for row in rows for name in sample.named[row] if name in weights.features
            )
            found = sorted(counts)
            yield found, weights.rarity[found] * (1 + np.log([counts[place] for place in found]))

    return of_length_one(of_each(), len(weights.features))
