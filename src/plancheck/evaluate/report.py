"""A measurement as text: tables in Dutch for those who make rules, a hundred columns wide."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancheck.evaluate.corpus import Corpus
from plancheck.evaluate.failures import document_failures, passage_failures
from plancheck.evaluate.figures import (
    aspect_counts,
    document_figures,
    grouped,
    passage_figures,
    wrong_kinds,
)
from plancheck.evaluate.measure import DocumentVerdict, Measurement, PassageVerdict
from plancheck.evaluate.scores import Counts, bins, count
from plancheck.evaluate.tables import bins_table, counts_table, fraction, share_of, table, wrapped
from plancheck.model.finding import Verdict
from plancheck.reports.wording import count_of

_SHORT = {Verdict.NOT_APPLICABLE.value: "n.v.t."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What was asked: stands above the figures and in the logbook.

    version, rules: of plancheck and of the rule package. prefix: begin of the ids that were measured.
    without: signals that were left out. failures: how many to show of documents, and of passages.
    """

    version: str
    rules: str
    prefix: str = ""
    without: tuple[str, ...] = ()
    failures: int = 20

    @property
    def limits(self) -> str:
        """How this run differs from a plain one, in Dutch; "" when it does not."""
        parts = [f"alleen {self.prefix}"] if self.prefix else []
        return ", ".join(parts + [f"zonder {signal}" for signal in self.without])


def render(measurement: Measurement, corpus: Corpus, run: Run) -> str:
    """All tables of a measurement, and the first failures."""
    return "\n".join(_lines(measurement, corpus, run)) + "\n"


def _lines(measurement: Measurement, corpus: Corpus, run: Run) -> Iterator[str]:
    documents = count_of(len(corpus.documents), "document", "documenten")
    passages = count_of(len(corpus.passages), "passage", "passages")
    voices = count_of(len(corpus.voices), "stem", "stemmen")
    fragments = f", {count_of(len(corpus.fragments), 'fragment', 'fragmenten')}" if corpus.fragments else ""
    limits = f" ({run.limits})" if run.limits else ""
    yield f"Gemeten: {documents}{fragments} en {passages} van {voices}{limits}"
    yield f"plancheck {run.version}, regels {run.rules}"
    if measurement.documents or measurement.kinds:
        yield from _documents(measurement, run.failures)
    if corpus.passages:
        yield from _passages(measurement, run.failures)


def _documents(measurement: Measurement, failures: int) -> Iterator[str]:
    figures = document_figures(measurement)
    what = "documenten" if measurement.kinds else "fragmenten"
    unplaced = f"; {figures.unplaced} niet te plaatsen" if figures.unplaced else ""
    yield from _section(what.upper())
    if measurement.kinds:
        yield f"  Soort document goed                             {share_of(figures.kinds)}"
    for kind in wrong_kinds(measurement):
        yield f"    {kind.document}: {kind.found or 'geen mijlpaal'}, moet {kind.gold or 'geen mijlpaal'} zijn"
    yield f"  Precies het oordeel van de mens                 {share_of(figures.exact)}"
    yield f"  Holle onderdelen niet aanwezig genoemd          {share_of(figures.seen_through)}"
    yield f"  Onvolledig, met precies de aspecten die missen  {share_of(figures.missing)}{unplaced}"
    yield f"  Twijfel                                         {share_of(figures.doubt)}"
    yield ""
    yield from counts_table("oordeel", [("aanwezig", figures.present)])
    yield from _section("Oordelen: wat het moet zijn (rij) en wat plancheck zegt (kolom)")
    yield from _confusion(measurement.documents)
    yield from _section(f"Zekerheid van de oordelen over {what}")
    given = ((each.finding, each.right) for each in measurement.documents if each.finding)
    yield from _bins((finding.confidence, right) for finding, right in given if finding.verdict is not Verdict.DOUBT)
    yield from _failures(what, document_failures(measurement.documents, failures), measurement.documents)


def _confusion(verdicts: Iterable[DocumentVerdict]) -> Iterator[str]:
    listed = [(each.label.status, each.status) for each in verdicts]
    order = [*(verdict.value for verdict in Verdict), "geen"]
    columns = [status for status in order if any(status == found for _, found in listed)]
    rows = [status for status in order if any(status == gold for gold, _ in listed)]
    yield from table(
        ("", *(_SHORT.get(status, status) for status in columns)),
        [(gold, *(str(listed.count((gold, found)) or "-") for found in columns)) for gold in rows],
    )


def _passages(measurement: Measurement, failures: int) -> Iterator[str]:
    verdicts = measurement.passages
    figures = passage_figures(verdicts)
    yield from _section("PASSAGES (gevonden: aanwezig of onvolledig)")
    if not verdicts:
        yield from wrapped("Geen van deze regels noemt facetten; er is niets om passages aan te meten.")
        return
    by_requirement = _requirements(verdicts)
    yield f"  Holle aspecten niet gevonden                    {share_of(figures.seen_through)}"
    yield f"  Twijfel                                         {share_of(figures.doubt)}"
    yield f"  F1 gemiddeld over de onderdelen                 {fraction(_mean_f1(by_requirement.values()))}"
    yield ""
    yield from counts_table("alle", [("onderdelen", figures.found), ("aspecten", figures.aspects)])
    yield from _section("Per stem (onderdelen)")
    voices = grouped(verdicts, lambda verdict: verdict.passage.voice)
    yield from counts_table("stem", [(name, passage_figures(own).found) for name, own in voices.items()])
    yield from _section("Per onderdeel")
    yield from counts_table("onderdeel", by_requirement.items())
    yield from _section("Per aspect")
    yield from counts_table("onderdeel en aspect", aspect_counts(verdicts).items())
    for name, wanted in (("gevonden", True), ("niet gevonden", False)):
        yield from _section(f"Zekerheid bij wat in passages is {name}")
        yield from _bins((each.finding.confidence, each.right) for each in verdicts if each.found is wanted)
    yield from _failures("passages", passage_failures(verdicts, failures), verdicts)


def _requirements(verdicts: Iterable[PassageVerdict]) -> dict[str, Counts]:
    by_id = grouped(verdicts, lambda verdict: verdict.requirement.id)
    return {name: count((bool(each.present), each.found) for each in own) for name, own in by_id.items()}


def _mean_f1(counts: Iterable[Counts]) -> float | None:
    """The mean over the requirements that are there or were found at least once."""
    found = [each.f1 for each in counts if each.f1 is not None]
    return sum(found) / len(found) if found else None


def _bins(verdicts: Iterable[tuple[float, bool]]) -> Iterator[str]:
    found = bins(verdicts)
    if found:
        yield from bins_table(found)
    else:
        yield "  geen"


def _failures(
    what: str, shown: Iterator[str], verdicts: tuple[DocumentVerdict, ...] | tuple[PassageVerdict, ...]
) -> Iterator[str]:
    wrong = sum(not each.right for each in verdicts)
    lines = list(shown)
    if lines:
        yield from _section(f"Fout in {what}: de eerste van {wrong}")
        yield from lines


def _section(title: str) -> Iterator[str]:
    yield ""
    yield title
