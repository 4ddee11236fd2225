"""Train the learned signal of a rule package: `sh scripts/train`.

From the passages in corpora/passages (one file per voice), the retold pages in its folders `paginas` and
`bladzijden`, what readers say of them as a whole (`themas.tsv`), the whole plans in its folder `plannen`, the
fragments of plans in its folder `fragmenten`, and the Word plans in corpora/plannen whose lines are labelled in the
folder `facetten` there, to `geleerd.npz` in the package: a linear model per facet on the features of
`plancheck.detect.text.features`. It holds two models: one of passages and pages, for loose texts, and one of
everything, for whole documents of the package: whole plans teach what loose passages cannot, and what they teach does
not hold elsewhere. Beside them stands what a whole section or page answers by all its words (`fit_around`), whether a
line proves anything at all (`fit_proof`), and which kind of document a paper is (`document_kinds`), also from the
papers in corpora/soorten. Deterministic: the same corpora give the same bytes.
"""

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from around import fit_around, loose_texts, sections, whether_pages_answer, whether_sections_answer
from document_kinds import fit_kinds, is_enough, measure_kinds, read_papers
from fitting import FEWEST, fit_facet, in_bytes, of_length_one
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sample import GENERAL, PAGES, WHOLE_PAGES, Sample, read_sample, read_writers
from scipy import sparse
from sklearn.metrics import average_precision_score
from themes import read_theme_labels
from weighing import Seen, fit_weighing, seen_in, weighed

from plancheck.detect import Detector
from plancheck.detect.evidence.learned import log_odds_of_all
from plancheck.evaluate.passages import read_passages
from plancheck.rules import load_rules
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.source import rules_root
from plancheck.rules.weights import FILE, Mix, ProofWeights, Weights, write_weights

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
FOLDS = 5
PROOF_STRENGTH = 2.0
"""The same for whether a line proves anything."""
NAMED = 2.0
"""How much named features count beside the form."""
RARE = 2
"""A named feature must occur in so many units."""
MIX = Mix(
    in_plan=(0.45, -0.4, 4.2, 0.62, 0.1, 0.0, 0.0, -1.7, 1.6, 0.0, 0.28, 0.0, 0.0),
    part=(1.0, -0.55, 2.0, 0.65, 0.1, 0.6, 0.0, -2.2, 1.7, 0.0, 1.25, 0.4, 0.0),
    piece=(-0.8, -0.69, 5.04, 0.33, -0.01, 0.0, 0.0, -2.34, 0.0, 0.0, 0.0, 0.0, 0.0),
    loose=(0.5, 0.1, 2.0, 0.45, -0.6, 0.0, 0.0, 0.0, 0.0, -0.9, 0.28, 0.4, 0.0),
    foreign=(0.25, -0.4, 4.2, 0.45, 0.1, 0.0, 0.0, -1.7, 0.0, 0.0, 0.0, 0.0, 0.0),
)
"""How rules and model are weighed, chosen by random search: `in_plan` on plans by writers who knew no rule, read by a
model that saw nothing of them, and on the example plans; `part` on fragments by seven writers nothing is learned of;
`piece` on the examples beside the rules, half of which only seem to be the part; `loose` on retold pages, read by a
model that saw nothing of who retold them: as much of what is found must be right there as before; `foreign` is what
`in_plan` was before the text around counted, with less of what was learned."""
LITTLE = 20
"""A feature that for no facet weighs more than so many 127ths of what weighs most is left out. With 16 instead the file
is a sixth larger, and of 391 verdicts on unseen plans two fewer are right."""
BESIDE = 0.35
"""How much the words of the unit before and behind count beside its own, for whether it proves anything. With 0.5 two
more of 780 verdicts are right, but then a find rests on what stands beside it: cut its quotes, and another comes up."""
ONLY_SEEMS = 1.5
"""How much more a line counts that proves nothing. Of 1,560 verdicts on fragments by writers left out 1,351 are right;
with 1, and learning from passages too, 1,340."""
SEEMING = 3.0
"""How much more a line counts for a facet that it only seems to prove (labelled `!facet`) than one that is about
something else. Of 1,365 verdicts on fragments by writers left out nine more are right than with 1, of 712 on unseen
plans two."""


@dataclass(frozen=True, kw_only=True)
class Linear:
    """A linear model per facet before it is made small."""

    features: dict[str, int]
    rarity: NDArray[np.float32]
    named: NDArray[np.float64]
    form: NDArray[np.float64]
    bias: NDArray[np.float64]


def fit(sample: Sample, rows: NDArray[np.int64]) -> Linear:
    """Fit one logistic regression per facet on some units."""
    counts: dict[str, int] = {}
    for row in rows:
        for name in sample.named[row]:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    features = {name: place for place, name in enumerate(names)}
    rarity = np.array([np.log(1 + len(rows) / counts[name]) for name in names], dtype=np.float32)
    matrix = design(sample, rows, features, rarity)
    width = sample.form.shape[1]
    fitted = Parallel(n_jobs=2)(
        delayed(fit_facet)(matrix, sample.labels[rows, place], weight_of(sample, rows, place))
        for place in range(len(sample.facets))
    )
    weights, bias = np.array([each[0] for each in fitted]), np.array([each[1] for each in fitted])
    return Linear(
        features=features,
        rarity=rarity,
        named=weights[:, width:].T * NAMED,
        form=weights[:, :width].T,
        bias=bias,
    )


def loose_model(sample: Sample, rows: NDArray[np.int64]) -> Weights:
    """The model of loose texts, from some units of passages and pages; not all have labelled lines."""
    weights = small(fit(sample, rows[sample.weight[rows] > 0]), sample)
    texts = loose_texts(sample, rows)
    best = best_lines(sample, rows, texts)
    return replace(weights, around=fit_around(sample, texts, whether_pages_answer(sample, texts), weights, best))


def best_lines(sample: Sample, rows: NDArray[np.int64], texts: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Log odds that the best line of each text proves each facet, by a model that saw nothing of its writer.

    A model knows the lines that it learned from by heart: of those it would say more than of any other. It is made
    small here too, as the one that will read other texts is. 0 for a facet that is too rare among half of the writers.
    """
    chances = np.zeros((len(sample.voice), len(sample.facets)))
    is_rare = np.zeros(len(sample.facets), dtype=bool)
    writers = np.unique(sample.writer[rows])
    for half in (writers[::2], writers[1::2]):
        own = np.isin(sample.writer[rows], half)
        others = rows[~own & (sample.weight[rows] > 0)]
        is_rare |= sample.labels[others].sum(axis=0) < FEWEST
        if not is_rare.all():
            chances[rows[own]] = predict(as_read(small(fit(sample, others), sample)), sample, rows[own])
    found = log_odds_of_all(np.array([chances[text].max(axis=0) for text in texts]))
    return np.where(is_rare, 0.0, found)


def weigh_themes(weights: Weights, sample: Sample, corpora: Path, ruleset: RuleSet) -> Weights:
    """The model of loose texts with what pages as a whole count for, seen in halves of the readers left out."""
    seen = list(seen_by_others(sample, corpora, ruleset))
    return weighed(weights, fit_weighing(seen, len(sample.themes))) if seen else weights


def seen_by_others(sample: Sample, corpora: Path, ruleset: RuleSet) -> Iterator[Seen]:
    """What is seen in each page by a model that saw nothing of who retold it."""
    writers = read_writers(corpora)
    folders = [corpora / "passages" / name for name in (PAGES, WHOLE_PAGES)]
    paths = [path for folder in folders for path in sorted(folder.glob("*.md")) if not path.stem.startswith(GENERAL)]
    labels = {folder: read_theme_labels(folder, ruleset) for folder in folders}
    readers = sorted({writers[path.stem] for path in paths if path.stem in writers})
    for half in (readers[::2], readers[1::2]) if len(readers) > 1 else ():
        weights = loose_model(sample, np.flatnonzero((sample.weight <= 1) & ~np.isin(sample.writer, half)))
        for folder in folders:
            own = [path for path in paths if path.parent == folder and writers.get(path.stem) in half]
            pages = (each for path in own for each in read_passages(path))
            yield from seen_in(pages, labels[folder], ruleset, weights)


def weight_of(sample: Sample, rows: NDArray[np.int64], facet: int) -> NDArray[np.float64]:
    """How much each of some units counts for one facet."""
    weight: NDArray[np.float64] = sample.weight[rows] * np.where(sample.seeming[rows, facet], SEEMING, 1.0)
    return weight


def fit_proof(sample: Sample, whole: Linear) -> Linear:
    """Whether a unit that touches on a facet proves any: one logistic regression for all facets together.

    Learned from plans and fragments of plans: a page of a website promises and explains in other words.
    The words of the unit before and behind it count too, but less: "Daar ..." says little without what it follows. The
    named weights have three columns: of the unit, of the one before it, of the one behind it.
    """
    proves = sample.labels.any(axis=1)
    rows = np.flatnonzero((proves | sample.seeming.any(axis=1)) & (sample.weight > 1))
    matrix = design(sample, rows, whole.features, whole.rarity)
    width = sample.form.shape[1]
    beside = [_beside(sample, rows, whole, step) * BESIDE for step in (-1, 1)]
    weight = sample.weight[rows] * np.where(proves[rows], 1.0, ONLY_SEEMS)
    found, bias = fit_facet(sparse.hstack([matrix, *beside]).tocsr(), proves[rows], weight, PROOF_STRENGTH)
    own, before, behind = found[width:].reshape(3, -1) * NAMED
    return Linear(
        features=whole.features,
        rarity=whole.rarity,
        named=np.stack([own, before * BESIDE, behind * BESIDE], axis=1),
        form=found[:width],
        bias=np.array([bias]),
    )


def _beside(sample: Sample, rows: NDArray[np.int64], whole: Linear, step: int) -> sparse.csr_matrix:
    """The named features of the units so many places further in the same text; nothing where it has none."""
    there = np.clip(rows + step, 0, len(sample.text) - 1)
    found = design(sample, there, whole.features, whole.rarity)[:, sample.form.shape[1] :]
    in_text = (sample.text[there] == sample.text[rows]) & (there != rows)
    return sparse.csr_matrix(sparse.diags(in_text.astype(np.float64)) @ found)


def design(
    sample: Sample, rows: NDArray[np.int64], features: dict[str, int], rarity: NDArray[np.float32]
) -> sparse.csr_matrix:
    """The form, then the named features with length 1 per unit."""
    each = (sorted(features[name] for name in sample.named[row] if name in features) for row in rows)
    named = of_length_one(((found, rarity[found]) for found in each), len(features))
    return sparse.hstack([sparse.csr_matrix(sample.form[rows]), named * NAMED]).tocsr()


def predict(model: Linear, sample: Sample, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Probabilities: unit x facet."""
    matrix = design(sample, rows, model.features, model.rarity)
    score = matrix @ np.vstack([model.form, model.named / NAMED]) + model.bias
    probabilities: NDArray[np.float64] = 1 / (1 + np.exp(-score))
    return probabilities


def left_out(sample: Sample) -> NDArray[np.float64]:
    """Probabilities for every unit by a model that saw nothing of its writer, in whatever voice."""
    found = np.zeros(sample.labels.shape)
    names = np.unique(sample.writer)
    folds = [np.isin(sample.writer, names[fold::FOLDS]) for fold in range(min(FOLDS, len(names)))]
    for out in folds:
        found[out] = predict(fit(sample, np.flatnonzero(~out & (sample.weight > 0))), sample, np.flatnonzero(out))
    return found


def measure(sample: Sample, probabilities: NDArray[np.float64]) -> None:
    """Print how well the lines of writers that were left out are read, in passages and in whole plans."""
    for name, rows in (("passages", sample.weight == 1), ("plans", sample.weight > 1)):
        labels, found = sample.labels[rows], probabilities[rows]
        if not labels.any():
            continue
        print(
            f"{name}, writers left out: average precision {average_precision_score(labels.ravel(), found.ravel()):.3f}"
        )
        for bar in (0.2, 0.3, 0.4, 0.5):
            right, called = ((found >= bar) & labels).sum(), (found >= bar).sum()
            print(f"  at {bar}: P {right / max(1, called):.3f} R {right / labels.sum():.3f}")


def small_proof(proof: Linear, features: dict[str, int]) -> ProofWeights:
    """The same for the features that are kept."""
    rows = [proof.features[name] for name in features]
    return ProofWeights(
        named=proof.named[rows].astype(np.float32), form=proof.form.astype(np.float32), bias=float(proof.bias[0])
    )


def small(model: Linear, sample: Sample) -> Weights:
    """The model in bytes; its version is given when all is learned."""
    named, step = in_bytes(model.named)
    used = np.flatnonzero(np.abs(named.astype(np.int16)).max(axis=1) > LITTLE)
    names = list(model.features)
    return Weights(
        facets=sample.facets,
        features={names[row]: place for place, row in enumerate(used)},
        named=named[used],
        step=step.astype(np.float32),
        rarity=model.rarity[used],
        form=model.form.astype(np.float32),
        bias=model.bias.astype(np.float32),
        mix=MIX,
        version="",
    )


def as_read(weights: Weights) -> Linear:
    """A model that was made small, as it reads."""
    return Linear(
        features=weights.features,
        rarity=weights.rarity,
        named=weights.named.astype(np.float64) * weights.step,
        form=weights.form.astype(np.float64),
        bias=weights.bias.astype(np.float64),
    )


def version_of(weights: Weights) -> str:
    """A name for all that was learned: it changes when any of it does."""
    parts = []
    for each in (weights, weights.in_plan):
        if each is not None:
            parts += [each.named, each.step, each.rarity, each.form, each.bias]
        if each is not None and each.around is not None:
            parts += [each.around.rows, each.around.named, each.around.step, each.around.bias]
            parts += [each.around.lines] if each.around.lines is not None else []
    if weights.proof is not None:
        parts += [weights.proof.named, weights.proof.form]
    if weights.of_kinds is not None:
        parts += [weights.of_kinds.named]
    told = [part.tobytes() for part in parts] + [repr(weights.mix).encode()]
    told += [repr(weights.of_kinds.mix).encode()] if weights.of_kinds is not None else []
    return hashlib.sha256(b"".join(told)).hexdigest()[:12]


def main() -> None:
    """Train and write; print how well writers that were left out are read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument(
        "--measure", action="store_true", help="also train with writers left out, and print how they are read"
    )
    parser.add_argument("--to", type=Path, default=rules_root() / DEFAULT_PACKAGE / FILE)
    given = parser.parse_args()
    detector = Detector(load_rules(), without=frozenset(("geleerd",)))
    sample = read_sample(given.corpora, detector)
    print(f"{sample.texts} texts, {len(sample.voice)} units, {sample.labels.sum()} labels")
    if given.measure:
        measure(sample, left_out(sample))
    passages = np.flatnonzero(sample.weight <= 1)
    weights = loose_model(sample, passages)
    weights = weigh_themes(weights, sample, given.corpora, detector.ruleset)
    if len(passages) < len(sample.voice):
        linear = fit(sample, np.flatnonzero((sample.weight > 0) & ~np.char.startswith(sample.voice, GENERAL)))
        whole = small(linear, sample)
        parts = sections(sample)
        whole = replace(whole, around=fit_around(sample, parts, whether_sections_answer(sample, parts), whole))
        proof = small_proof(fit_proof(sample, linear), whole.features)
        weights = replace(weights, in_plan=whole, proof=proof)
        papers = read_papers(given.corpora, detector, read_writers(given.corpora))
        if is_enough(papers):
            if given.measure:
                measure_kinds(papers, whole.features)
            weights = replace(weights, of_kinds=fit_kinds(papers, whole.features))
    weights = replace(weights, version=version_of(weights))
    write_weights(weights, given.to)
    print(f"{given.to.name} {weights.version}: {given.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
