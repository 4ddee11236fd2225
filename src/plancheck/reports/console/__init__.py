"""The report in a terminal: the answer first, then what to do; 80 columns.

Short unless `full` is asked: what a project leader needs to go on with. All that is known stands in the full form.
"""

from collections.abc import Iterator, Sequence

from plancheck.model.finding import Report, Result, Unreadable
from plancheck.reports import answer, facts, identity, overview, wording
from plancheck.reports.console import findings, steps
from plancheck.reports.console.terminal import WIDTH, styled, wrapped

LONG = 40
"""Lines after which a report repeats its answer at the end, since the terminal scrolled it away."""
_COLOURS = {"compleet": "32", "gaten": "31", "twijfel": "33", "geen": "33"}
_QUOTE = 160
MORE = "Alles met advies en citaten: --volledig, of --format html --output rapport.html."


def render(results: Sequence[Result], *, colour: bool = False, full: bool = False) -> bytes:
    """The run as text. full: with all that is known of each document.

    Of several documents the short form gives only what is open, with an overview at the end.
    """
    several = len(results) > 1
    blocks = ["\n".join(_one(report, colour, full=full, several=several)) for report in results]
    if several:
        blocks.append("\n".join(overview.lines(results, WIDTH)))
        texts = [*([] if full else [MORE]), f"Niet beoordeeld: {wording.PICTURES}.", wording.SCOPE]
        blocks.append("\n".join(line for text in texts for line in wrapped(text)))
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def _one(report: Result, colour: bool, *, full: bool, several: bool) -> list[str]:
    if isinstance(report, Unreadable):
        return list(_unreadable(report, colour))
    lines = list(_head(report, colour, named=not several))
    if several and not full:
        told = wrapped(facts.brief_line(report), "  ", "    ")
        return [*lines, *findings.brief_lines(report), *told, *_brief_warnings(report)]
    if report.recognised.milestone is not None:
        lines += findings.lines(report, colour, full=full)
        lines += steps.lines(report, colour, full=full)
    lines += _foot(report, full=full)
    if len(lines) > LONG:
        lines += ["", *(_answer(report, colour) if full else _last(report, colour))]
    if not full and report.recognised.milestone is not None:
        lines += wrapped(MORE)
    return lines


def _unreadable(unreadable: Unreadable, colour: bool) -> Iterator[str]:
    yield from wrapped(f"{unreadable.path}:")
    headline = styled("NIET GELEZEN", "31", colour)
    first, *others = wrapped(f"NIET GELEZEN  {wording.unreadable_sentence(unreadable)}", after="  ")
    yield first.replace("NIET GELEZEN", headline, 1)
    yield from others


def _head(report: Report, colour: bool, *, named: bool) -> Iterator[str]:
    """Which document it is and the answer. named: with the names of what keeps it from being complete."""
    yield from wrapped(f"{report.document.source.path}: {identity.kind_line(report)}")
    held = " ".join(identity.held_lines(report))
    uncertain = " ".join(identity.uncertain_lines(report, brief=not named))
    judged = report.recognised.milestone is not None
    if held and judged:
        yield from wrapped(held)
    serious = (*identity.again_lines(report), *map(wording.sentence, wording.serious_warnings(report)))
    first = [*([uncertain] if uncertain and judged else []), *serious]
    if first:
        yield ""
    for text in first:
        yield from wrapped(f"LET OP  {text}")
    yield ""
    yield from _answer(report, colour)
    for text in filter(None, (held, uncertain) if not judged else ()):
        yield from wrapped(text, "  ")
    if named:
        for line in answer.open_lines(report):
            yield from wrapped(line, "  ", "    ")


def _answer(report: Report, colour: bool) -> Iterator[str]:
    found = answer.answer(report)
    yield from _headed(report, found.details[0] if found.details else "", colour)
    for detail in found.details[1:]:
        yield from wrapped(detail, "  ")


def _last(report: Report, colour: bool) -> Iterator[str]:
    """The answer once more, with no more than what keeps the document from being complete."""
    found = answer.answer(report)
    yield from _headed(report, answer.brief(report) or found.details[0], colour)


def _headed(report: Report, text: str, colour: bool) -> Iterator[str]:
    found = answer.answer(report)
    headline = found.headline.upper()
    lines = list(wrapped(f"{headline}  {text}".rstrip(), after="  "))
    lines[0] = lines[0].replace(headline, styled(headline, _COLOURS[found.state], colour), 1)
    yield from lines


def _brief_warnings(report: Report) -> Iterator[str]:
    for text in wording.other_warnings(report):
        yield from wrapped(f"Let op: {text}", "  ", "    ")


def _foot(report: Report, *, full: bool) -> Iterator[str]:
    assumed = facts.assumed_line(report)
    warnings = wording.other_warnings(report)
    warnings += facts.contradiction_lines(report, longest=_QUOTE) if full else steps.contradictions(report)
    warnings += (assumed,) if assumed else ()
    if warnings:
        yield from ("", "Let op")
    for warning in warnings:
        yield from wrapped(f"- {wording.sentence(warning)}", "  ", "    ")
    yield ""
    unjudged = "; ".join(wording.not_judged(report, short=not full))
    told = [wording.origins_line(report), wording.versions_line(report)]
    last = [f"Niet beoordeeld: {unjudged}.", wording.SCOPE, *filter(None, told)]
    for text in last if full else [" ".join(last)]:
        yield from wrapped(text)
