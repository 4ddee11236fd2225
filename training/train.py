"""Train the learned signal of a rule package: `sh scripts/train`.

From the passages in corpora/passages (one file per voice), the retold pages in its folder `paginas`, the whole plans in
its folder `plannen`, the fragments of plans in its folder `fragmenten`, and the Word plans in corpora/plannen whose
lines are labelled in the folder `facetten` there, to `geleerd.npz` in the package: a linear model per facet on the
features of `plancheck.detect.text.features`. It holds two models: one of passages and pages, for loose texts, and one
of everything, for whole documents of the package: whole plans teach what loose passages cannot, and what they teach
does not hold elsewhere. Beside them stands what a whole section or page answers by all its words (`fit_around`),
whether a line proves anything at all (`fit_proof`), and which kind of document a paper is (`document_kinds`), also from
the papers in corpora/soorten. Deterministic: the same corpora give the same bytes.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from document_kinds import fit_kinds, is_enough, measure_kinds, read_papers
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from plancheck.detect import Detector
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.features import forms, named_features
from plancheck.detect.text.unit import Unit
from plancheck.errors import InvalidCorpus
from plancheck.evaluate.layout import LaidOut, lay_out
from plancheck.evaluate.passages import Passage, read_passages
from plancheck.model.document import Dossier, Span
from plancheck.readers import read
from plancheck.rules import load_rules
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.source import rules_root
from plancheck.rules.weights import FILE, AroundWeights, Mix, ProofWeights, Weights, write_weights

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
WHOLE = 3.0
"""How much a line of a whole plan, or of a fragment of one, counts beside one of a passage."""
PAGES = "paginas"
PARTS = (("", 1.0), (PAGES, 1.0), ("plannen", WHOLE), ("fragmenten", WHOLE))
"""Folders in the passages, and how much a line in them counts."""
GENERAL = "algemeen-"
"""How the names of the voices begin whose pages hold no plan of any area: they teach what a loose text only seems to
say. In whole documents such talk is rare, and learned there too it brings nothing."""
FOLDS = 5
STRENGTH = 20.0
"""Inverse of the regularisation: the best of 4, 20, 60 over writers left out."""
AROUND_STRENGTH = 60.0
"""The same for what a text as a whole answers."""
SAYS_MUCH = 0.2
"""A page of which so many units prove something is about a plan; one with fewer, but some, is left out there."""
PROOF_STRENGTH = 2.0
"""The same for whether a line proves anything."""
NAMED = 2.0
"""How much named features count beside the form."""
RARE = 2
"""A named feature must occur in so many units."""
MIX = Mix(
    in_plan=(0.45, -0.4, 4.2, 0.62, 0.1, 0.0, 0.0, -1.7, 1.6, 0.0, 0.28, 0.0),
    part=(1.0, -0.55, 2.0, 0.65, 0.1, 0.6, 0.0, -2.2, 1.7, 0.0, 1.25, 0.4),
    piece=(-0.8, -0.69, 5.04, 0.33, -0.01, 0.0, 0.0, -2.34, 0.0, 0.0, 0.0, 0.0),
    loose=(0.5, 0.1, 2.0, 0.45, -0.6, 0.0, 0.0, 0.0, 0.0, -0.9, 0.28, 0.4),
    foreign=(0.25, -0.4, 4.2, 0.45, 0.1, 0.0, 0.0, -1.7, 0.0, 0.0, 0.0, 0.0),
)
"""How rules and model are weighed, chosen by random search: `in_plan` on plans by writers who knew no rule, read by a
model that saw nothing of them, and on the example plans; `part` on fragments by seven writers nothing is learned of;
`piece` on the examples beside the rules, half of which only seem to be the part; `loose` on retold pages, read by a
model that saw nothing of who retold them: as much of what is found must be right there as before; `foreign` is what
`in_plan` was before the text around counted, with less of what was learned."""
LITTLE = 20
"""A feature that for no facet weighs more than so many 127ths of what weighs most is left out. With 16 instead the file
is a sixth larger, and of 391 verdicts on unseen plans two fewer are right."""
HALF = 0.5
BESIDE = 0.35
"""How much the words of the unit before and behind count beside its own, for whether it proves anything. With 0.5 two
more of 780 verdicts are right, but then a find rests on what stands beside it: cut its quotes, and another comes up."""
ONLY_SEEMS = 1.5
"""How much more a line counts that proves nothing. Of 1,560 verdicts on fragments by writers left out 1,351 are right;
with 1, and learning from passages too, 1,340."""
BEGINNING = 60
"""So many characters tell a unit of a plan from the others."""
FEWEST = 4
"""A facet with fewer sentences than this is not learned."""
NEVER, NOTHING = -9.0, 0.0
"""The log odds that are given instead: a line is never its answer; a text says nothing of it."""
SEEMING = 3.0
"""How much more a line counts for a facet that it only seems to prove (labelled `!facet`) than one that is about
something else. Of 1,365 verdicts on fragments by writers left out nine more are right than with 1, of 712 on unseen
plans two."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """All units of the corpus.

    texts: how many; text: number of the text of each unit; voice and weight per unit; labels: unit x facet, what each
    proves; seeming: the same shape, what each only seems to prove; page: whether it is of a retold page of a site;
    section: number of the section of each unit in its text.
    """

    texts: int
    text: NDArray[np.int64]
    voice: NDArray[np.str_]
    weight: NDArray[np.float64]
    named: tuple[frozenset[str], ...]
    form: NDArray[np.float32]
    labels: NDArray[np.bool_]
    seeming: NDArray[np.bool_]
    page: NDArray[np.bool_]
    section: NDArray[np.int64]
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a unit shows. proved: facets. seeming: facets that it mentions without proving them."""

    proved: frozenset[str] = frozenset()
    seeming: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A text with what each of its units shows. weight: how much its units count. is_page: a retold page of a site."""

    voice: str
    text: AnalysedText
    shown: tuple[Shown, ...]
    weight: float
    is_page: bool = False


def read_sample(corpora: Path, detector: Detector) -> Sample:
    """Read, lay out and cut all passages and labelled plans of the corpora."""
    facets = sorted({f for r in detector.ruleset.requirements.values() for a in r.aspects for f in a.facets})
    found = [each for each in labelled(corpora, detector) if each.text.units]
    units = [unit for each in found for unit in each.text.units]
    shown = [each for text in found for each in text.shown]
    counts = [len(each.text.units) for each in found]
    return Sample(
        texts=len(found),
        text=np.repeat(np.arange(len(found)), counts),
        voice=np.repeat([each.voice for each in found], counts),
        weight=np.repeat([each.weight for each in found], counts),
        page=np.repeat([each.is_page for each in found], counts),
        section=np.array([unit.section.number for unit in units], dtype=np.int64),
        named=tuple(named_features(unit) for unit in units),
        form=forms(units),
        labels=np.array([[facet in each.proved for facet in facets] for each in shown], dtype=bool),
        seeming=np.array([[facet in each.seeming for facet in facets] for each in shown], dtype=bool),
        facets=tuple(facets),
    )


def labelled(corpora: Path, detector: Detector) -> Iterator[Labelled]:
    """Every text of the corpora with labels: passages, whole plans and fragments as passages, and Word plans."""
    for folder, weight in PARTS:
        for path in sorted((corpora / "passages" / folder).glob("*.md")):
            for passage in [] if path.stem.isupper() else read_passages(path):
                laid = lay_out(passage)
                text = detector.analyse(Dossier(documents=(laid.document,)))
                shown = tuple(shown_in(unit.span, passage, laid) for unit in text.units)
                yield Labelled(voice=passage.voice, text=text, shown=shown, weight=weight, is_page=folder == PAGES)
    for path in sorted((corpora / "plannen" / "facetten").glob("*.tsv")):
        document = read(corpora / "plannen" / f"{path.stem}.docx")
        text = detector.analyse(Dossier(documents=(document,)))
        yield Labelled(voice=path.stem, text=text, shown=tuple(shown_by_units(path, text)), weight=WHOLE)


def shown_by_units(path: Path, text: AnalysedText) -> Iterator[Shown]:
    """What each unit shows, from a table of the beginnings of units in reading order with their labels.

    Raises:
        InvalidCorpus: a line that is not the beginning of a next unit.
    """
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    place = 0
    for unit in text.units:
        if place < len(rows) and beginning(unit) == rows[place][0]:
            labels = rows[place][1].split()
            proved = frozenset(label for label in labels if not label.startswith("!"))
            yield Shown(proved, frozenset(label[1:] for label in labels if label.startswith("!")) - proved)
            place += 1
        else:
            yield Shown()
    if place < len(rows):
        raise InvalidCorpus(f"regel {place + 1}: dit staat niet (op deze plaats) in het plan.", path=str(path))


def beginning(unit: Unit) -> str:
    """By what a unit is found again in a table of labels: the first words of its text."""
    return " ".join(unit.text.split())[:BEGINNING]


def shown_in(span: Span, passage: Passage, laid: LaidOut) -> Shown:
    """What the lines that a unit covers show."""
    proved: set[str] = set()
    seeming: set[str] = set()
    for line, place in zip(passage.lines, laid.spans, strict=True):
        if place is None or place.block != span.block:
            continue
        shared = min(place.end, span.end) - max(place.start, span.start)
        if shared > HALF * min(place.end - place.start, span.end - span.start):
            proved |= line.facets
            seeming |= line.hollow
    return Shown(frozenset(proved), frozenset(seeming - proved))


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


def fit_around(
    sample: Sample, texts: Sequence[NDArray[np.int64]], about_plans: NDArray[np.float64], weights: Weights
) -> AroundWeights:
    """What a text answers by all its words: one logistic regression per facet, and one for whether it answers anything.
    Of what there are too few examples nothing is said: log odds of 0.

    texts: the units of each. about_plans: of each 1 when it answers something, 0 when it only seems to, not a number
    for what says nothing of that. weights: of those units, made small; their features are used.
    """
    matrix = of_words(sample, texts, weights)
    proves = np.array([sample.labels[own].any(axis=0) for own in texts])
    fitted = Parallel(n_jobs=2)(
        delayed(fit_facet)(matrix, proves[:, place], np.ones(len(texts)), AROUND_STRENGTH, NOTHING)
        for place in range(len(sample.facets))
    )
    fitted.append(fit_concrete(matrix, about_plans))
    named, bias = np.array([each[0] for each in fitted]).T, np.array([each[1] for each in fitted])
    kept, step = in_bytes(named)
    used = np.flatnonzero(kept.any(axis=1))
    return AroundWeights(
        rows=used.astype(np.int32), named=kept[used], step=step.astype(np.float32), bias=bias.astype(np.float32)
    )


def fit_concrete(matrix: sparse.csr_matrix, about_plans: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Whether a text answers anything at all, both sorts counting as much; nothing where there is hardly any of one."""
    rows = np.flatnonzero(~np.isnan(about_plans))
    wanted = about_plans[rows] > 0
    if min(wanted.sum(), (~wanted).sum()) < FEWEST:
        return np.zeros(matrix.shape[1]), 0.0
    weight = np.where(wanted, 0.5 / wanted.mean(), 0.5 / (1 - wanted.mean()))
    return fit_facet(matrix[rows], wanted, weight, AROUND_STRENGTH)


def loose_texts(sample: Sample) -> list[NDArray[np.int64]]:
    """The units of each passage and page."""
    rows = np.flatnonzero(sample.weight == 1)
    return np.split(rows, np.flatnonzero(np.diff(sample.text[rows])) + 1)


def sections(sample: Sample) -> list[NDArray[np.int64]]:
    """The units of each section of the plans and of the fragments of them."""
    rows = np.flatnonzero(sample.weight > 1)
    found: dict[tuple[int, int], list[int]] = {}
    for row in rows.tolist():
        found.setdefault((int(sample.text[row]), int(sample.section[row])), []).append(row)
    return [np.array(own) for own in found.values()]


def whether_pages_answer(sample: Sample, texts: Sequence[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Of retold pages: those about a plan are told apart from those in which nothing is proved."""
    shares = np.array([sample.labels[own].any(axis=1).mean() for own in texts])
    pages = np.array([sample.page[own[0]] for own in texts])
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


def of_length_one(rows: Iterable[tuple[list[int], NDArray[np.floating[Any]]]], width: int) -> sparse.csr_matrix:
    """A matrix of rows that are made of length 1. rows: of each its columns in order and what stands in them."""
    places, values, ends = [], [], [0]
    for found, worth in rows:
        places += found
        values += (worth / (np.linalg.norm(worth) or 1)).tolist()
        ends.append(len(places))
    return sparse.csr_matrix((values, places, ends), shape=(len(ends) - 1, width))


def weight_of(sample: Sample, rows: NDArray[np.int64], facet: int) -> NDArray[np.float64]:
    """How much each of some units counts for one facet."""
    weight: NDArray[np.float64] = sample.weight[rows] * np.where(sample.seeming[rows, facet], SEEMING, 1.0)
    return weight


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


def left_out(sample: Sample, writers: dict[str, str]) -> NDArray[np.float64]:
    """Probabilities for every unit by a model that saw nothing of its writer, in whatever voice."""
    owner = np.array([writers.get(voice, voice) for voice in sample.voice.tolist()])
    found = np.zeros(sample.labels.shape)
    names = sorted(set(owner.tolist()))
    folds = [np.isin(owner, names[fold::FOLDS]) for fold in range(min(FOLDS, len(names)))]
    for out in folds:
        found[out] = predict(fit(sample, np.flatnonzero(~out)), sample, np.flatnonzero(out))
    return found


def read_writers(corpora: Path) -> dict[str, str]:
    """Who wrote which voice: one writer took several, and what is left out must be whole writers."""
    tables = sorted(corpora.rglob("schrijvers.tsv"))
    return dict(line.split("\t") for table in tables for line in table.read_text("utf-8").splitlines()[1:])


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


def in_bytes(named: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """Weights in steps of a 127th of what weighs most in their column, and those steps."""
    step = np.maximum(np.abs(named).max(axis=0), 1e-6) / 127
    return np.round(named / step).astype(np.int8), step


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


def version_of(weights: Weights) -> str:
    """A name for all that was learned: it changes when any of it does."""
    parts = []
    for each in (weights, weights.in_plan):
        if each is not None:
            parts += [each.named, each.step, each.rarity, each.form, each.bias]
        if each is not None and each.around is not None:
            parts += [each.around.rows, each.around.named, each.around.step, each.around.bias]
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
        measure(sample, left_out(sample, read_writers(given.corpora)))
    passages = np.flatnonzero(sample.weight == 1)
    weights = small(fit(sample, passages), sample)
    texts = loose_texts(sample)
    weights = replace(weights, around=fit_around(sample, texts, whether_pages_answer(sample, texts), weights))
    if len(passages) < len(sample.voice):
        linear = fit(sample, np.flatnonzero(~np.char.startswith(sample.voice, GENERAL)))
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
