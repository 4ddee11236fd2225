"""The overview of a run of several documents: one row each, by phase, and the counts."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.model.finding import Result, Unreadable, Verdict
from plancheck.reports import answer, facts, identity, wording

COLUMNS = ("er", "deels", "mist", "?")
"""Short names for the counts of what a document needs to be complete: aanwezig (or elders), onvolledig, ontbreekt,
twijfel."""
LEGEND = (
    "Van de wettelijke en de kernonderdelen: er = aanwezig, deels = onvolledig, mist = ontbreekt, ? = twijfel. "
    "Feit = feiten die niet bekend of aangenomen zijn en waarvan iets afhangt."
)
UNSURE = "Een ? achter de soort: het is niet zeker welk document dit is."
_REASONS = {
    "beveiligd": "wachtwoord",
    "geen-bestand": "geen document",
    "geen-paginas": "geen pagina's",
    "oud-word-formaat": "oud Word-formaat",
    "interne-fout": "fout in plancheck",
}
"""Codes of files that were not read, where the code is not a word of Dutch itself."""
_KIND = 25
_NUMBERS = (3, 6, 5, 3, 5)
"""Columns of the kind, and of the counts with that of the facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One document. index: its place in the run, from 0; counts: in the order of COLUMNS, empty when not judged.

    is_unsure: another kind is likely too. unknown, assumed: how many facts on which something depends nobody gave.
    """

    index: int
    path: str
    kind: str
    phase: str
    outcome: str
    state: str
    counts: tuple[int, ...] = ()
    is_unsure: bool = False
    unknown: int = 0
    assumed: int = 0


def rows(results: Sequence[Result]) -> tuple[Row, ...]:
    """A row per document, by phase."""
    places = {id(report): index for index, report in enumerate(results)}
    return tuple(_row(report, places[id(report)]) for report in answer.by_phase(results))


def _row(report: Result, index: int) -> Row:
    if isinstance(report, Unreadable):
        kind = f"niet gelezen: {_REASONS.get(report.error.code, report.error.code.replace('-', ' '))}"
        return Row(index=index, path=report.path, kind=kind, phase="", outcome="", state="fout")
    path, state = report.document.source.path, answer.state_of(report)
    if report.recognised.milestone is None:
        return Row(index=index, path=path, kind=identity.kind_line(report), phase="-", outcome="-", state=state)
    counts = answer.tally(report.findings, "wettelijk") + answer.tally(report.findings, "kern")
    return Row(
        index=index,
        path=path,
        kind=identity.milestone_name(report, report.recognised.milestone),
        phase=str(report.milestone.phase) if report.milestone else "-",
        outcome={"compleet": "ja", "gaten": "nee", "twijfel": "?"}[state],
        state=state,
        counts=(
            counts[Verdict.PRESENT] + counts[Verdict.ELSEWHERE],
            counts[Verdict.INCOMPLETE],
            counts[Verdict.MISSING],
            counts[Verdict.DOUBT],
        ),
        is_unsure=identity.is_unsure(report),
        unknown=len(facts.unknown(report)),
        assumed=len(facts.assumed(report)),
    )


def facts_text(row: Row) -> str:
    """How many facts nobody gave: "2 niet bekend, 1 aangenomen"; "" for none."""
    parts = ((row.unknown, "niet bekend"), (row.assumed, "aangenomen"))
    return ", ".join(f"{number} {text}" for number, text in parts if number)


def lines(results: Sequence[Result], width: int) -> Iterator[str]:
    """The overview as text of at most `width` columns; a long path stands whole on lines of its own."""
    found = rows(results)
    yield "Overzicht"
    name = width - _KIND - sum(_NUMBERS) - 15
    yield _line("Document", name, "Soort", "Fase", "Compl.", (*COLUMNS, "feit"))
    for row in found:
        counts = [str(number) for number in row.counts]
        counts = [*counts, str(row.unknown + row.assumed)] if counts else [""] * len(_NUMBERS)
        path = printable(row.path)
        if len(path) > name:
            yield from textwrap.wrap(path, width, break_on_hyphens=False)
            path = ""
        yield _line(path, name, row.kind + (" ?" if row.is_unsure else ""), row.phase, row.outcome, counts)
    yield ""
    unsure = [UNSURE] if any(row.is_unsure for row in found) else []
    for text in (LEGEND, *unsure, *answer.phase_lines(results), *same_lines(results), answer.run_line(results)):
        yield from textwrap.wrap(text, width)


def same_lines(results: Sequence[Result]) -> tuple[str, ...]:
    """A sentence for every group of files that are the same to the byte, under whatever name."""
    groups: dict[str, list[str]] = {}
    for report in results:
        if not isinstance(report, Unreadable):
            groups.setdefault(report.document.source.sha256, []).append(printable(report.document.source.path))
    return tuple(f"Hetzelfde bestand: {wording.join_words(paths)}." for paths in groups.values() if len(paths) > 1)


def _line(path: str, width: int, kind: str, phase: str, outcome: str, counts: Sequence[str]) -> str:
    fitted = f"{kind:<{_KIND}.{_KIND}}" if phase else kind
    cells = [f"{path:<{width}}", fitted, f"{phase:<4}", f"{outcome:<6}"]
    numbers = [f"{count:>{size}}" for count, size in zip(counts, _NUMBERS, strict=True)]
    return f"{' '.join(cells)} {''.join(numbers)}".rstrip()


def printable(path: str) -> str:
    """A path without what would steer a terminal."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in path)
