"""One logistic regression, the matrix it reads, and its weights in bytes: what all that is learned is made of."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

STRENGTH = 20.0
"""Inverse of the regularisation: the best of 4, 20, 60 over writers left out."""
FEWEST = 4
"""A facet with fewer sentences than this is not learned."""
NEVER, NOTHING = -9.0, 0.0
"""The log odds that are given instead: a line is never its answer; a text says nothing of it."""


def fit_facet(
    matrix: sparse.csr_matrix,
    wanted: NDArray[np.bool_],
    weight: NDArray[np.float64],
    strength: float = STRENGTH,
    of_few: float = NEVER,
) -> tuple[NDArray[np.float64], float]:
    """The weights and the bias for one facet. of_few: the bias when there are too few examples, with no weights."""
    if wanted.sum() < FEWEST:
        return np.zeros(matrix.shape[1]), of_few
    model = LogisticRegression(C=strength, solver="liblinear", max_iter=300, random_state=0)
    model.fit(matrix, wanted, sample_weight=weight)
    return model.coef_[0], float(model.intercept_[0])


def by_share(
    shares: NDArray[np.floating[Any]], worth: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.float64]]:
    """Examples of which only a share of people says yes, as yes and as no: which each is, what is said, how much it
    counts. shares: 0-1, of each. worth: how much each counts, both together."""
    yes, no = np.flatnonzero(shares > 0), np.flatnonzero(shares < 1)
    both = np.concatenate([yes, no])
    weight = np.concatenate([worth[yes] * shares[yes], worth[no] * (1 - shares[no])])
    return both, np.arange(len(both)) < len(yes), weight


def of_length_one(rows: Iterable[tuple[list[int], NDArray[np.floating[Any]]]], width: int) -> sparse.csr_matrix:
    """A matrix of rows that are made of length 1. rows: of each its columns in order and what stands in them."""
    places, values, ends = [], [], [0]
    for found, worth in rows:
        places += found
        values += (worth / (np.linalg.norm(worth) or 1)).tolist()
        ends.append(len(places))
    return sparse.csr_matrix((values, places, ends), shape=(len(ends) - 1, width))


def in_bytes(named: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Weights in steps of a 127th of what weighs most in their column, and those steps."""
    step = np.maximum(np.abs(named).max(axis=0), 1e-6) / 127
    return np.round(named / step).astype(np.int8), step
