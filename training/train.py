"""Train the learned signal of a rule package: `sh scripts/train`.

From the passages in corpora/passages (one file per voice) to `geleerd.npz` in the package: a linear model per facet on
the features of `plancheck.detect.features`, and the weights with which rules and model are mixed. The mix is fitted on
predictions for writers that the model did not see. Deterministic: the same passages give the same bytes.
"""

import argparse
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from plancheck.detect import Detector
from plancheck.detect.features import form, named_features
from plancheck.detect.search import look_for
from plancheck.detect.text import AnalysedText
from plancheck.evaluate.layout import LaidOut, lay_out
from plancheck.evaluate.passages import Passage, read_passages
from plancheck.model.document import Dossier, Span
from plancheck.rules import load_rules
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.source import rules_root
from plancheck.rules.weights import FILE, Mix, Weights, write_weights

PASSAGES = Path(__file__).resolve().parents[1] / "corpora" / "passages"
FOLDS = 5
STRENGTH = 20.0
"""Inverse of the regularisation: the best of 4, 20, 60 over writers left out."""
NAMED = 2.0
"""How much named features count beside the form."""
RARE = 2
"""A named feature must occur in so many units."""
MIX = Mix(
    in_plan=(0.07, -1.17, 4.82, 0.25, 0.15, 0.0, 0.0, -1.3),
    piece=(-0.25, -0.86, 5.11, 0.4, -0.72, 0.0, 0.0, -1.3),
    loose=(1.2, 0.46, 2.29, 0.55, -0.8, 0.0, 0.0, 0.0),
)
"""How rules and model are weighed, chosen by random search: `loose` on labelled pages of real sites (kept out of the
repository), `in_plan` on plans by writers who knew no rule and on the example plans, `piece` on the examples beside the
rules, half of which only seem to be the part. What the passages alone would give is
printed beside it; it is too strict, since passages prove far less than pages and plans do."""
HALF = 0.5
FEWEST = 4
"""A facet with fewer sentences than this is not learned."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """All units of the corpus. voice and text per unit; labels: unit x facet."""

    texts: tuple[AnalysedText, ...]
    voice: NDArray[np.str_]
    text: NDArray[np.int64]
    named: tuple[frozenset[str], ...]
    form: NDArray[np.float32]
    labels: NDArray[np.bool_]
    facets: tuple[str, ...]


def read_sample(folder: Path, detector: Detector) -> Sample:
    """Read, lay out and cut all passages of a folder."""
    facets = sorted({f for r in detector.ruleset.requirements.values() for a in r.aspects for f in a.facets})
    texts, voices, owners, named, forms, labels = [], [], [], [], [], []
    for path in sorted(folder.glob("*.md")):
        for passage in [] if path.stem.isupper() else read_passages(path):
            laid = lay_out(passage)
            text = detector.analyse(Dossier(documents=(laid.document,)))
            units = list(text.units)
            if not units:
                continue
            voices += [passage.voice] * len(units)
            owners += [len(texts)] * len(units)
            texts.append(text)
            named += [named_features(unit) for unit in units]
            forms += [form(unit) for unit in units]
            found = [facets_in(unit.span, passage, laid) for unit in units]
            labels += [[facet in proved for facet in facets] for proved in found]
    return Sample(
        texts=tuple(texts),
        voice=np.array(voices),
        text=np.array(owners),
        named=tuple(named),
        form=np.array(forms, dtype=np.float32),
        labels=np.array(labels, dtype=bool),
        facets=tuple(facets),
    )


def facets_in(span: Span, passage: Passage, laid: LaidOut) -> frozenset[str]:
    """What the lines that a unit covers prove."""
    found: set[str] = set()
    for line, place in zip(passage.lines, laid.spans, strict=True):
        if place is None or place.block != span.block:
            continue
        shared = min(place.end, span.end) - max(place.start, span.start)
        if shared > HALF * min(place.end - place.start, span.end - span.start):
            found |= line.facets
    return frozenset(found)


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
    weights = np.zeros((len(sample.facets), matrix.shape[1]))
    bias = np.full(len(sample.facets), -9.0)
    for place in range(len(sample.facets)):
        wanted = sample.labels[rows, place]
        if wanted.sum() < FEWEST:
            continue
        model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300, random_state=0).fit(matrix, wanted)
        weights[place], bias[place] = model.coef_[0], model.intercept_[0]
    return Linear(
        features=features,
        rarity=rarity,
        named=weights[:, width:].T * NAMED,
        form=weights[:, :width].T,
        bias=bias,
    )


def design(
    sample: Sample, rows: NDArray[np.int64], features: dict[str, int], rarity: NDArray[np.float32]
) -> sparse.csr_matrix:
    """The form, then the named features with length 1 per unit."""
    places, values, ends = [], [], [0]
    for row in rows:
        found = sorted(features[name] for name in sample.named[row] if name in features)
        worth = rarity[found]
        values += (worth / (np.linalg.norm(worth) or 1)).tolist()
        places += found
        ends.append(len(places))
    named = sparse.csr_matrix((values, places, ends), shape=(len(rows), len(features)))
    return sparse.hstack([sparse.csr_matrix(sample.form[rows]), named * NAMED]).tocsr()


def predict(model: Linear, sample: Sample, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Probabilities: unit x facet."""
    matrix = design(sample, rows, model.features, model.rarity)
    score = matrix @ np.vstack([model.form, model.named / NAMED]) + model.bias
    probabilities: NDArray[np.float64] = 1 / (1 + np.exp(-score))
    return probabilities


def left_out(sample: Sample, writers: dict[str, str]) -> NDArray[np.float64]:
    """Probabilities for every unit by a model that saw nothing of its writer, in whatever voice."""
    owner = np.array([writers.get(voice, voice) for voice in sample.voice.tolist()])
    found = np.zeros(sample.labels.shape)
    names = sorted(set(owner.tolist()))
    folds = [np.isin(owner, names[fold::FOLDS]) for fold in range(min(FOLDS, len(names)))]
    models = Parallel(n_jobs=2)(delayed(fit)(sample_without_texts(sample), np.flatnonzero(~out)) for out in folds)
    for out, model in zip(folds, models, strict=True):
        found[out] = predict(model, sample, np.flatnonzero(out))
    return found


def read_writers(folder: Path) -> dict[str, str]:
    """Who wrote which voice: one writer took several, and what is left out must be whole writers."""
    table = folder / "schrijvers.tsv"
    lines = table.read_text("utf-8").splitlines()[1:] if table.is_file() else []
    return dict(line.split("\t") for line in lines)


def sample_without_texts(sample: Sample) -> Sample:
    """The sample without what a worker process does not need."""
    return replace(sample, texts=())


def fit_mix(sample: Sample, probabilities: NDArray[np.float64], detector: Detector) -> tuple[float, ...]:
    """How rules and model are weighed: fitted on every aspect of every unit that one of the two points to."""
    rows, wanted = [], []
    column = {facet: place for place, facet in enumerate(sample.facets)}
    first = {number: int(np.flatnonzero(sample.text == number)[0]) for number in range(len(sample.texts))}
    for compiled in own_requirements(detector):
        for aspect in compiled.aspects:
            columns = [column[facet] for facet in aspect.aspect.facets]
            if not columns:
                continue
            for number, text in enumerate(sample.texts):
                start = first[number]
                by_rule = {u.number: hit.strength for hit in reversed(look_for(aspect, text).hits) for u in hit.units}
                for unit in text.units:
                    likely = probabilities[start + unit.number, columns].max()
                    if likely < 0.02 and unit.number not in by_rule:
                        continue
                    odds = np.log(np.clip(likely, 1e-3, 1 - 1e-3) / (1 - np.clip(likely, 1e-3, 1 - 1e-3)))
                    rule = by_rule.get(unit.number)
                    home = compiled.topic.is_home(unit.section)
                    rows.append([rule is not None, rule or 0.0, odds, home])
                    wanted.append(sample.labels[start + unit.number, columns].any())
    model = LogisticRegression(C=100.0, random_state=0).fit(np.array(rows, dtype=float), np.array(wanted))
    return float(model.intercept_[0]), *(float(value) for value in model.coef_[0])


def own_requirements(detector: Detector) -> list:
    """The requirements with content of their own: one of those that share their aspects."""
    seen: set[tuple[str, ...]] = set()
    own = []
    for compiled in detector.requirements.values():
        key = tuple(aspect.question for aspect in compiled.requirement.aspects)
        if key not in seen:
            seen.add(key)
            own.append(compiled)
    return own


def small(model: Linear, sample: Sample) -> Weights:
    """The model in bytes, with a version that follows from them."""
    step = np.maximum(np.abs(model.named).max(axis=0), 1e-6) / 127
    named = np.round(model.named / step).astype(np.int8)
    used = np.flatnonzero(np.abs(named).max(axis=1) > 0)
    names = list(model.features)
    version = hashlib.sha256(named[used].tobytes() + model.form.tobytes()).hexdigest()[:12]
    return Weights(
        facets=sample.facets,
        features={names[row]: place for place, row in enumerate(used)},
        named=named[used],
        step=step.astype(np.float32),
        rarity=model.rarity[used],
        form=model.form.astype(np.float32),
        bias=model.bias.astype(np.float32),
        mix=MIX,
        version=version,
    )


def main() -> None:
    """Train and write; print how well writers that were left out are read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--to", type=Path, default=rules_root() / DEFAULT_PACKAGE / FILE)
    given = parser.parse_args()
    detector = Detector(load_rules(), without=frozenset(("geleerd",)))
    sample = read_sample(given.passages, detector)
    print(f"{len(sample.texts)} passages, {len(sample.voice)} units, {sample.labels.sum()} labels")
    probabilities = left_out(sample, read_writers(given.passages))
    for bar in (0.2, 0.3, 0.4, 0.5):
        right = ((probabilities >= bar) & sample.labels).sum()
        called, there = (probabilities >= bar).sum(), sample.labels.sum()
        print(f"writers left out, at {bar}: P {right / max(1, called):.3f} R {right / there:.3f}")
    mix = fit_mix(sample, probabilities, detector)
    print("mix by the passages alone:", [round(value, 3) for value in mix])
    weights = small(fit(sample, np.arange(len(sample.voice))), sample)
    write_weights(weights, given.to)
    print(f"{given.to.name} {weights.version}: {given.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
