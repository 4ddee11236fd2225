"""`Wat nu` in a terminal: the steps of the procedure, those still to be done first."""

from collections.abc import Iterator, Sequence

from plancheck.model.finding import Fact, Report
from plancheck.model.procedure import PlannedStep
from plancheck.reports import facts, procedure, wording
from plancheck.reports.console.terminal import WIDTH, cut, fitted, styled, wrapped

_QUOTE = 160
_SHORT_QUOTE = 100
_WHOLE_STEPS = 5
"""With more steps to do than this, each is cut to one line and its details."""
_STEP = 75
_ENOUGH = 45
_FEW_SHOWN = 3
"""So many steps of which the document already tells are named in the short form; of more the places are."""


def lines(report: Report, colour: bool, *, full: bool) -> Iterator[str]:
    """What to do about the document, then the steps of its phase, then those that hang on an answer."""
    yield from _full(report, colour) if full else _short(report, colour)


def _short(report: Report, colour: bool) -> Iterator[str]:
    own, waiting = wording.own_step(report), procedure.waiting(report)
    longest = 0 if len(waiting) <= _WHOLE_STEPS else _STEP
    texts = [own] if own else []
    texts += [f"{_cut(planned, longest)} {procedure.short_details(planned)}" for planned in waiting]
    if texts or report.procedure:
        yield from ("", styled("Wat nu", "1", colour))
    for number, text in enumerate(texts, 1):
        mark = f"{number}. "
        yield from wrapped(mark + text, "  ", "  " + " " * len(mark))
    yield from _shown(procedure.shown(report))
    yield from _asked(report, colour)


def _cut(planned: PlannedStep, longest: int) -> str:
    text = procedure.first_sentence(planned.step.text)
    return cut(text, longest) if longest else text


def _shown(shown: Sequence[PlannedStep]) -> Iterator[str]:
    """What the document already tells of: a line each, or when there are many where; and dates that clash."""
    if len(shown) <= _FEW_SHOWN:
        for planned in shown:
            text = procedure.first_sentence(planned.step.text).rstrip(".")
            place = wording.place_name(planned.evidence[0].heading)
            yield fitted(f"Al in het document: {text[0].lower()}{text[1:]}", "  - ", end=f"({place})")
    else:
        first = sorted((planned.evidence[0] for planned in shown), key=lambda evidence: evidence.span)
        where = wording.join_words(list(dict.fromkeys(wording.place_number(each.heading) for each in first)))
        yield from wrapped(f"- Al in het document: nog {len(shown)} stappen (in {where}).", "  ", "    ")
    for clash in dict.fromkeys(filter(None, map(procedure.clash, shown))):
        yield from wrapped(f"- Let op: {clash}", "  ", "    ")


def _asked(report: Report, colour: bool) -> Iterator[str]:
    """The questions on which steps hang, each with what comes of it."""
    groups = procedure.uncertain(report)
    if groups:
        yield "  " + styled("Hangt af van uw antwoord (geef --feit NAAM=WAARDE):", "1", colour)
    asked = procedure.asked_by_findings(report)
    for unknown, may_apply in groups:
        told = []
        for fact in unknown:
            question = "(zie de vraag hierboven)" if fact.name in asked else wording.sentence(fact.question)
            told.append(f"{fact.name}: {question}")
            asked.add(fact.name)
            told += [facts.values_line(fact, longest=_SHORT_QUOTE)] if fact.contradiction else []
        *before, last = wrapped(f"- {' '.join(told)}", "  ", "    ")
        yield from before
        yield from _with_steps(last, [procedure.short_condition(report, planned) for planned in may_apply])


def _with_steps(line: str, texts: Sequence[str]) -> Iterator[str]:
    """Steps on a line each; the first behind the question when enough of it fits there."""
    room = WIDTH - len(line) - 1
    if len(texts) == 1 and room >= min(_ENOUGH, len(texts[0])):
        yield fitted(texts[0], f"{line} ")
        return
    yield line
    for text in texts:
        yield fitted(text, "    ")


def _full(report: Report, colour: bool) -> Iterator[str]:
    own, applying = wording.own_step(report), procedure.applying(report)
    if own or applying:
        yield from ("", styled("Wat nu", "1", colour))
    number = 0
    if own:
        number = 1
        yield from wrapped(f"1. {own}", "  ", "     ")
    for planned in applying:
        number += 1
        yield from _step(report, planned, f"{number}. ")
    for unknown, may_apply in procedure.uncertain(report):
        yield ""
        question = "" if procedure.asked_above(report, unknown) else f" {_questions(unknown)}"
        names = wording.join_words([facts.name_of(fact) for fact in unknown])
        yield from wrapped(f"Wat nu, afhankelijk van {names}.{question} Antwoord met {facts.options(unknown)}.")
        for planned in may_apply:
            yield from _step(report, planned, "- ")


def contradictions(report: Report) -> tuple[str, ...]:
    """What the text contradicts and no question of the short form tells yet."""
    told = {fact.name for unknown, _ in procedure.uncertain(report) for fact in unknown}
    told -= procedure.asked_by_findings(report)
    lines = (facts.contradiction_line(fact, longest=_SHORT_QUOTE) for fact in report.facts if fact.name not in told)
    return tuple(line for line in lines if line)


def _questions(unknown: Sequence[Fact]) -> str:
    return " ".join(wording.sentence(fact.question) for fact in unknown)


def _step(report: Report, planned: PlannedStep, mark: str) -> Iterator[str]:
    """The step with who, form and what comes before on its first lines, and the rest each on lines of its own."""
    after = "  " + " " * len(mark)
    told = procedure.lines(report, planned, longest=_QUOTE)
    plain = [f"{label}: {text}" for label, text in told if label in procedure.PLAIN]
    yield from wrapped(mark + " ".join([wording.sentence(planned.step.text), *plain]), "  ", after)
    for label, text in told:
        if label not in procedure.PLAIN:
            yield from wrapped(f"{label}: {text}", after, after + "  ")
