"""The overview of a run of several documents: one row each, by phase, and the counts."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancheck.model.finding import Result, Unreadable, Verdict
from plancheck.reports import answer, wording

COLUMNS = ("er", "deels", "mist", "?")
"""Short names for the counts of kern parts: aanwezig (or elders), onvolledig, ontbreekt, twijfel."""
LEGEND = "Van de kernonderdelen: er = aanwezig, deels = onvolledig, mist = ontbreekt, ? = twijfel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One document. index: its place in the run, from 0; counts: in the order of COLUMNS, empty when not judged."""

    index: int
    path: str
    kind: str
    phase: str
    outcome: str
    state: str
    counts: tuple[int, ...] = ()


def rows(results: Sequence[Result]) -> tuple[Row, ...]:
    """A row per document, by phase."""
    places = {id(report): index for index, report in enumerate(results)}
    return tuple(_row(report, places[id(report)]) for report in answer.by_phase(results))


def _row(report: Result, index: int) -> Row:
    if isinstance(report, Unreadable):
        return Row(index=index, path=report.path, kind="niet gelezen", phase="-", outcome="-", state="fout")
    path, state = report.document.source.path, answer.state_of(report)
    if report.recognised.milestone is None:
        return Row(index=index, path=path, kind=wording.kind_line(report), phase="-", outcome="-", state=state)
    counts = answer.tally(report.findings, "kern")
    return Row(
        index=index,
        path=path,
        kind=wording.milestone_name(report, report.recognised.milestone),
        phase=str(report.milestone.phase) if report.milestone else "-",
        outcome={"compleet": "ja", "gaten": "nee", "twijfel": "?"}[state],
        state=state,
        counts=(
            counts[Verdict.PRESENT] + counts[Verdict.ELSEWHERE],
            counts[Verdict.INCOMPLETE],
            counts[Verdict.MISSING],
            counts[Verdict.DOUBT],
        ),
    )


def lines(results: Sequence[Result], width: int) -> Iterator[str]:
    """The overview as text of at most `width` columns."""
    yield "Overzicht"
    name = width - 57
    yield _line("Document", name, "Soort", "Fase", "Compl.", COLUMNS)
    for row in rows(results):
        counts = [str(number) for number in row.counts] or [""] * len(COLUMNS)
        yield _line(shortened(row.path, name), name, row.kind, row.phase, row.outcome, counts)
    yield ""
    for text in (LEGEND, *answer.phase_lines(results), answer.run_line(results)):
        yield from textwrap.wrap(text, width)


def _line(path: str, width: int, kind: str, phase: str, outcome: str, counts: Sequence[str]) -> str:
    cells = [f"{path:<{width}}", f"{kind:<23.23}", f"{phase:<4}", f"{outcome:<6}"]
    numbers = [f"{count:>{size}}" for count, size in zip(counts, (3, 6, 5, 3), strict=True)]
    return f"{' '.join(cells)} {''.join(numbers)}".rstrip()


def shortened(path: str, width: int) -> str:
    """A path of at most `width` columns: its end says most, so the beginning goes."""
    clean = "".join(sign if sign.isprintable() else "\ufffd" for sign in path)
    return clean if len(clean) <= width else "…" + clean[len(clean) - width + 1 :]
