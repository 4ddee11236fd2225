"""The judge against people: every label beside the finding on it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plancheck.checker import check
from plancheck.detect import Detector
from plancheck.evaluate.corpus import Corpus
from plancheck.evaluate.documents import GoldDocument, Label, named_aspects
from plancheck.evaluate.fragments import Fragment
from plancheck.evaluate.layout import lay_out
from plancheck.evaluate.passages import Line, Passage
from plancheck.model.document import Dossier, Source
from plancheck.model.finding import Finding, Verdict
from plancheck.model.requirement import Aspect, Requirement
from plancheck.readers.apart import read_apart
from plancheck.readers.markdown import read_markdown
from plancheck.rules.ruleset import RuleSet

FOUND = (Verdict.PRESENT, Verdict.INCOMPLETE)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindVerdict:
    """Which kind a document is and what it was taken for: milestone ids, None for no milestone document."""

    document: str
    gold: str | None
    found: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVerdict:
    """One label of a document or of a fragment.

    finding: None when the requirement was not judged (as in another kind of document).
    missing: ids of the aspects that the person missed, None when their names cannot be placed.
    """

    document: str
    label: Label
    finding: Finding | None
    missing: frozenset[str] | None

    @property
    def status(self) -> str:
        """The verdict that was given, "geen" when there is none."""
        return self.finding.verdict.value if self.finding else "geen"

    @property
    def right(self) -> bool:
        """Whether it is the person's."""
        return self.status == self.label.status


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageVerdict:
    """One requirement in one passage. present, hollow: ids of aspects that are there, or only seem to be."""

    passage: Passage
    finding: Finding
    present: frozenset[str]
    hollow: frozenset[str]

    @property
    def requirement(self) -> Requirement:
        """The requirement that was judged."""
        return self.finding.requirement

    @property
    def found(self) -> bool:
        """Whether the judge found it or a part of it."""
        return self.finding.verdict in FOUND

    @property
    def right(self) -> bool:
        """Whether the judge and the labels agree that something of it is there."""
        return self.found == bool(self.present)

    def has(self, aspect: Aspect) -> bool:
        """Whether the judge found this aspect."""
        return self.found and aspect.id not in self.finding.missing_aspects

    def lines(self) -> list[Line]:
        """The lines that prove something of the requirement."""
        facets = {facet for aspect in self.requirement.aspects for facet in aspect.facets}
        return [line for line in self.passage.lines if line.facets & facets]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Everything that was judged and what people say of it."""

    kinds: tuple[KindVerdict, ...]
    documents: tuple[DocumentVerdict, ...]
    passages: tuple[PassageVerdict, ...]


def measure(
    corpus: Corpus, detector: Detector, *, prefix: str = "", on_done: Callable[[], None] = lambda: None
) -> Measurement:
    """Judge all that has labels. prefix: begin of the ids of the requirements to measure.

    on_done is called after each document, fragment and passage.

    Raises:
        UnreadableFile: a document cannot be read.
    """
    kinds: list[KindVerdict] = []
    documents: list[DocumentVerdict] = []
    passages: list[PassageVerdict] = []
    for document in corpus.documents:
        kind, verdicts = judge_document(document, detector, prefix)
        kinds.append(kind)
        documents += verdicts
        on_done()
    for fragment in corpus.fragments:
        if fragment.label.requirement.startswith(prefix):
            documents.append(judge_fragment(fragment, detector))
        on_done()
    requirements = measurable(detector.ruleset, prefix)
    for passage in corpus.passages:
        passages += judge_passage(passage, detector, requirements)
        on_done()
    return Measurement(kinds=tuple(kinds), documents=tuple(documents), passages=tuple(passages))


def judge_document(
    gold: GoldDocument, detector: Detector, prefix: str = ""
) -> tuple[KindVerdict, tuple[DocumentVerdict, ...]]:
    """What the kind of the document was taken for, and each of its labels beside the finding."""
    report = check(read_apart(gold.path), detector.ruleset, detector=detector)
    findings = {finding.requirement.id: finding for finding in report.findings}
    name = gold.path.name
    kind = KindVerdict(document=name, gold=gold.milestone, found=report.recognised.milestone)
    labels = [label for label in gold.labels if label.requirement.startswith(prefix)]
    return kind, tuple(
        DocumentVerdict(
            document=name,
            label=label,
            finding=findings.get(label.requirement),
            missing=_missing(label, detector.ruleset),
        )
        for label in labels
    )


def judge_fragment(fragment: Fragment, detector: Detector) -> DocumentVerdict:
    """The label of a fragment beside the finding, as if the fragment were all there is of a plan."""
    label = fragment.label
    finding = None
    if label.requirement in detector.ruleset.requirements:
        document = read_markdown(fragment.text, Source(path=fragment.name, sha256="", format="markdown"))
        finding = detector.judge(label.requirement, detector.analyse(Dossier(documents=(document,)), is_part=True))
    return DocumentVerdict(
        document=fragment.name, label=label, finding=finding, missing=_missing(label, detector.ruleset)
    )


def _missing(label: Label, ruleset: RuleSet) -> frozenset[str] | None:
    requirement = ruleset.requirements.get(label.requirement)
    return named_aspects(label.missing, requirement) if requirement else None


def measurable(ruleset: RuleSet, prefix: str = "") -> tuple[Requirement, ...]:
    """The requirements that passages can be judged on: with facets, and of those with equal content the first."""
    first: dict[tuple[Aspect, ...], Requirement] = {}
    for key, requirement in ruleset.requirements.items():
        if key.startswith(prefix) and any(aspect.facets for aspect in requirement.aspects):
            first.setdefault(requirement.aspects, requirement)
    return tuple(first.values())


def judge_passage(
    passage: Passage, detector: Detector, requirements: tuple[Requirement, ...]
) -> Iterator[PassageVerdict]:
    """The finding on each requirement in a passage, beside what its labels say."""
    text = detector.analyse(Dossier(documents=(lay_out(passage).document,)))
    proven = frozenset(facet for line in passage.lines for facet in line.facets)
    mentioned = frozenset(facet for line in passage.lines for facet in line.hollow)
    for requirement in requirements:
        present = {aspect.id for aspect in requirement.aspects if proven & set(aspect.facets)}
        hollow = {aspect.id for aspect in requirement.aspects if mentioned & set(aspect.facets)} - present
        yield PassageVerdict(
            passage=passage,
            finding=detector.judge(requirement.id, text),
            present=frozenset(present),
            hollow=frozenset(hollow),
        )
