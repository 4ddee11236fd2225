"""The main figures of a measurement, once, for the tables and for the logbook."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plancheck.evaluate.measure import DocumentVerdict, KindVerdict, Measurement, PassageVerdict
from plancheck.evaluate.scores import Counts, Share, count, share
from plancheck.model.finding import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFigures:
    """What documents show. Present: the verdict `aanwezig`.

    seen_through: hollow parts that were not called present. missing: incomplete parts that were called so with exactly
    the aspects missing that the person missed. unplaced: incomplete labels whose missing aspects cannot be placed.
    """

    exact: Share
    present: Counts
    seen_through: Share
    missing: Share
    unplaced: int
    kinds: Share
    doubt: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageFigures:
    """What passages show. seen_through: hollow aspects that were not called present."""

    found: Counts
    aspects: Counts
    seen_through: Share
    doubt: Share


def document_figures(measurement: Measurement) -> DocumentFigures:
    """The main figures over documents."""
    verdicts, present = measurement.documents, Verdict.PRESENT.value
    incomplete = [each for each in verdicts if each.label.status == Verdict.INCOMPLETE.value]
    return DocumentFigures(
        exact=share(each.right for each in verdicts),
        present=count((each.label.status == present, each.status == present) for each in verdicts),
        seen_through=share(each.status != present for each in verdicts if each.label.hollow),
        missing=share(_same_missing(each) for each in incomplete if each.missing is not None),
        unplaced=sum(each.missing is None for each in incomplete),
        kinds=share(kind.gold == kind.found for kind in measurement.kinds),
        doubt=share(each.status == Verdict.DOUBT.value for each in verdicts),
    )


def _same_missing(verdict: DocumentVerdict) -> bool:
    return (
        verdict.right and verdict.finding is not None and frozenset(verdict.finding.missing_aspects) == verdict.missing
    )


def passage_figures(verdicts: Iterable[PassageVerdict]) -> PassageFigures:
    """The main figures over passages, or over some of them."""
    listed = list(verdicts)
    by_aspect = [
        (aspect.id in each.present, each.has(aspect), aspect.id in each.hollow)
        for each in listed
        for aspect in each.requirement.aspects
        if aspect.facets
    ]
    return PassageFigures(
        found=count((bool(each.present), each.found) for each in listed),
        aspects=count((there, found) for there, found, _ in by_aspect),
        seen_through=share(not found for _, found, hollow in by_aspect if hollow),
        doubt=share(each.finding.verdict is Verdict.DOUBT for each in listed),
    )


def grouped(
    verdicts: Iterable[PassageVerdict], key: Callable[[PassageVerdict], str]
) -> dict[str, list[PassageVerdict]]:
    """The verdicts by what `key` says of them, in the order in which they come."""
    found: dict[str, list[PassageVerdict]] = {}
    for verdict in verdicts:
        found.setdefault(key(verdict), []).append(verdict)
    return found


def aspect_counts(verdicts: Iterable[PassageVerdict]) -> dict[str, Counts]:
    """Counts per aspect that has facets, by "requirement aspect"."""
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    for verdict in verdicts:
        for aspect in verdict.requirement.aspects:
            if aspect.facets:
                name = f"{verdict.requirement.id} {aspect.id}"
                pairs.setdefault(name, []).append((aspect.id in verdict.present, verdict.has(aspect)))
    return {name: count(found) for name, found in pairs.items()}


def wrong_kinds(measurement: Measurement) -> list[KindVerdict]:
    """Documents that were taken for something else."""
    return [kind for kind in measurement.kinds if kind.gold != kind.found]
