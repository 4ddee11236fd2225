"""Learn which kind of document a paper is: from its words, and from how much its words weigh beside the other signs.

Two steps. A multinomial logistic regression on which named features occur in a paper; then a conditional logit on what
that says of papers whose writer it never saw, together with the signs that need no learning (name, headings, phrases,
requirements met). Fitting the second on papers the first has seen would trust the words too much.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from plancheck.detect import Detector
from plancheck.detect.milestone.recognise import kind_values, log_chance, met_share, none_values
from plancheck.detect.text.analysed import AnalysedText
from plancheck.detect.text.features import named_features
from plancheck.errors import InvalidCorpus
from plancheck.evaluate.documents import read_documents
from plancheck.evaluate.layout import lay_out
from plancheck.evaluate.passages import read_passages
from plancheck.model.document import Document, Dossier
from plancheck.model.requirement import RequirementId
from plancheck.readers import read
from plancheck.rules.weights import KindMix, KindWeights

STRENGTH = 300.0
"""Inverse of the regularisation of the words."""
RESTRAINT = 0.05
"""How much the weights of the signs are held back."""
FEWEST, MOST = 6, 0.65
"""In so many papers, and in at most this share of them, a feature must occur."""
FEWEST_KINDS = 3
"""With two kinds there is no choice to learn."""
NONE = "geen"
KINDS = "soorten.tsv"
EXAMPLES = "voorbeelden"
ORDER = tuple(field.name for field in fields(KindMix))
"""The signs of a paper."""
WORDS = ORDER.index("words")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper of known kind.

    kind: "" for none. features: all its named features. signs: a row per kind of `kinds`, the last for none.
    """

    name: str
    writer: str
    kind: str
    features: frozenset[str]
    kinds: tuple[str, ...]
    signs: NDArray[np.float64]


def read_papers(corpora: Path, detector: Detector, writers: dict[str, str]) -> list[Paper]:
    """All papers of the corpora whose kind is known."""
    return [
        paper(name, text, kind, writers.get(name, EXAMPLES), detector)
        for name, kind, document in documents(corpora)
        if (text := detector.analyse(Dossier(documents=(document,)))).units
    ]


def documents(corpora: Path) -> Iterator[tuple[str, str, Document]]:
    """Name, kind and contents of each paper."""
    for folder in (corpora / "voorbeelden", corpora / "plannen"):
        for gold in read_documents(folder):
            if gold.path.suffix == ".docx":
                yield gold.path.stem, gold.milestone or "", read(gold.path)
    for folder in (corpora / "passages" / "plannen", corpora / "soorten"):
        for name, kind in _table(folder / KINDS):
            passages = read_passages(folder / f"{name}.md")
            if len(passages) != 1:
                raise InvalidCorpus("hier hoort één stuk in te staan.", path=str(folder / f"{name}.md"))
            yield name, "" if kind == NONE else kind, lay_out(passages[0]).document


def _table(path: Path) -> Iterator[list[str]]:
    """The rows of a table of two columns, without its head; nothing when there is no such file."""
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.exists() else [], 1):
        row = line.split("\t")
        if len(row) != 2:
            raise InvalidCorpus(f"regel {number}: hier horen twee kolommen te staan.", path=str(path))
        if number > 1:
            yield row


def paper(name: str, text: AnalysedText, kind: str, writer: str, detector: Detector) -> Paper:
    """What a text shows of its kind. Kinds in which the same is judged are one, by the name of the first."""
    judged = {each.kind.milestone: each.kind.judged for each in detector.kinds if each.kind.milestone}
    if kind and kind not in judged:
        raise InvalidCorpus(f"'{kind}' is geen soort van deze regels.", path=name)
    first = {judged[milestone]: milestone for milestone in reversed(judged)}
    signs, none = detector.kind_signs(text)
    known: dict[RequirementId, float] = {}
    values = [{**kind_values(each, none.length), "met": met_share(each, text, known)} for each in signs]
    values.append(none_values(none))
    return Paper(
        name=name,
        writer=writer,
        kind=first[judged[kind]] if kind else "",
        features=frozenset().union(*(named_features(unit) for unit in text.units)),
        kinds=(*(first[each.kind.judged] for each in signs), ""),
        signs=np.array([[each.get(name, 0.0) for name in ORDER] for each in values]),
    )


def is_enough(papers: Sequence[Paper]) -> bool:
    """Whether there are papers of several kinds, also when any one writer is left out."""
    writers = {each.writer for each in papers}
    return len(writers) > 1 and all(
        len({each.kind for each in papers if each.writer != writer}) >= FEWEST_KINDS for writer in writers
    )


def fit_kinds(papers: Sequence[Paper], vocabulary: dict[str, int]) -> KindWeights:
    """Fit both steps on all papers. vocabulary: name of a feature -> row."""
    names = telling(papers, vocabulary)
    present = design(papers, names)
    named, bias = fit_words(papers, present)
    signs = with_words(papers, left_out(papers, present))
    return KindWeights(
        kinds=papers[0].kinds,
        rows=np.array([vocabulary[name] for name in names], dtype=np.int32),
        named=named.astype(np.float32),
        bias=bias.astype(np.float32),
        mix=KindMix(**dict(zip(ORDER, fit_signs(papers, signs).round(3).tolist(), strict=True))),
    )


def telling(papers: Sequence[Paper], vocabulary: dict[str, int]) -> list[str]:
    """The features that can tell kinds apart: known, and in neither too few papers nor too many."""
    counts = Counter(name for each in papers for name in each.features if name in vocabulary)
    return sorted(name for name, count in counts.items() if FEWEST <= count <= MOST * len(papers))


def design(papers: Sequence[Paper], names: Sequence[str]) -> NDArray[np.float64]:
    """Which features occur, each paper with length 1: paper x feature."""
    present = np.array([[name in each.features for name in names] for each in papers], dtype=float)
    lengths = np.sqrt(np.maximum(present.sum(axis=1, keepdims=True), 1))
    found: NDArray[np.float64] = present / lengths
    return found


def fit_words(papers: Sequence[Paper], present: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights feature x kind and a bias per kind; a kind without papers is never likely."""
    kinds = papers[0].kinds
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(present, [each.kind for each in papers])
    named, bias = np.zeros((present.shape[1], len(kinds))), np.full(len(kinds), -9.0)
    for place, kind in enumerate(model.classes_):
        named[:, kinds.index(kind)], bias[kinds.index(kind)] = model.coef_[place], model.intercept_[place]
    return named, bias


def left_out(papers: Sequence[Paper], present: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of each kind by the words alone, by a model that saw nothing of the writer: paper x kind."""
    writers = np.array([each.writer for each in papers])
    found = np.zeros((len(papers), len(papers[0].kinds)))
    for writer in sorted(set(writers.tolist())):
        out = writers == writer
        named, bias = fit_words([each for each in papers if each.writer != writer], present[~out])
        found[out] = shares(present[out] @ named + bias)
    return found


def with_words(papers: Sequence[Paper], chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """The signs of all papers with what the words say filled in: paper x kind x sign."""
    signs = np.array([each.signs for each in papers])
    signs[:, :, WORDS] = [[log_chance(chance) for chance in row] for row in chances.tolist()]
    return signs


def fit_signs(papers: Sequence[Paper], signs: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each sign weighs, by a conditional logit."""
    right = np.array([each.kinds.index(each.kind) for each in papers])
    rows = np.arange(len(papers))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        chances = shares(signs @ weights)
        value = -np.log(chances[rows, right] + 1e-12).sum() + RESTRAINT * (weights**2).sum()
        chances[rows, right] -= 1
        return float(value), np.einsum("pk,pks->s", chances, signs) + 2 * RESTRAINT * weights

    found: NDArray[np.float64] = minimize(loss, np.zeros(signs.shape[2]), jac=True, method="L-BFGS-B").x
    return found


def shares(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance of each kind: paper x kind."""
    worth = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: NDArray[np.float64] = worth / worth.sum(axis=1, keepdims=True)
    return found


def measure_kinds(papers: Sequence[Paper], vocabulary: dict[str, int]) -> None:
    """Print how often the kind of a paper is right by weights that were fitted without its writer.

    What the words say of the other papers comes from models that did see him; only the few weights of the signs are
    fitted on that.
    """
    signs = with_words(papers, left_out(papers, design(papers, telling(papers, vocabulary))))
    right, wrong = 0, []
    for writer in sorted({each.writer for each in papers}):
        out = np.array([each.writer == writer for each in papers])
        weights = fit_signs([each for each in papers if each.writer != writer], signs[~out])
        for place in np.flatnonzero(out).tolist():
            each, found = papers[place], shares(signs[place][None] @ weights)[0]
            best = each.kinds[int(found.argmax())]
            right += best == each.kind
            if best != each.kind:
                wrong.append(f"{each.name}: {each.kind or NONE}, taken for {best or NONE} ({found.max():.2f})")
    print(f"kinds, writers left out: {right} of {len(papers)}", *wrong, sep="\n  ")
