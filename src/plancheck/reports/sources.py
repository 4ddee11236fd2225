"""The sources on which a report rests, each once, with since when it holds and when it was read."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.model.dates import dutch_date
from plancheck.model.finding import Report
from plancheck.model.requirement import Reference
from plancheck.reports.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source. dates: Dutch sentences on when; address "": there is none, and `no_address` may say why."""

    title: str
    address: str
    no_address: str
    dates: str


def sources(report: Report) -> tuple[Source, ...]:
    """The sources of the parts and the steps, in the order in which they are first named."""
    first: dict[str, Reference] = {}
    for reference in _references(report):
        first.setdefault(reference.document, reference)
    return tuple(
        Source(
            title=reference.title or reference.document,
            address=reference.address,
            no_address=sentence(reference.no_address),
            dates=" ".join(_dates(reference)),
        )
        for reference in first.values()
    )


def _references(report: Report) -> Iterator[Reference]:
    yield from (finding.requirement.source for finding in report.findings)
    yield from (planned.step.source for planned in report.procedure)


def _dates(reference: Reference) -> Iterator[str]:
    if reference.in_force == "onbekend":
        yield "Vanaf welke dag dit geldt, is niet bevestigd."
    elif reference.in_force:
        yield f"In werking sinds {dutch_date(reference.in_force)}."
    if reference.text_of:
        yield f"Tekst van {dutch_date(reference.text_of)}."
    if reference.accessed:
        yield f"Gelezen op {dutch_date(reference.accessed)}."
