"""`Wat nu` in a terminal: the steps of the procedure, those still to be done first."""

from collections.abc import Iterator, Sequence

from plancheck.model.finding import Fact, Report
from plancheck.model.procedure import PlannedStep
from plancheck.reports import facts, procedure, wording
from plancheck.reports.console.terminal import WIDTH, cut, styled, wrapped

_QUOTE = 160
_SHORT_QUOTE = 100
_WHOLE_STEPS = 4
"""With more steps than this that are told in full, each is cut so that with its details it takes two lines."""
_LEAST_STEP = 40
"""Where less of the text than this would be left, it gets a whole line and the details come after it."""
_RAGGED = 12
"""Columns that stay empty at the ends of two lines, more or less."""
_FEW_DUTIES = 3
"""So many duties of every phase are named in the short form: they are the same for every document."""
_FEW_DONE = 3
"""So many steps that were taken are named in the short form; of more the places are."""


def lines(report: Report, colour: bool, *, full: bool) -> Iterator[str]:
    """What to do about the document, then the steps of its phase, then those that hang on an answer."""
    yield from _full(report, colour) if full else _short(report, colour)


def _short(report: Report, colour: bool) -> Iterator[str]:
    own = wording.own_step(report)
    general = [planned for planned in procedure.applying(report) if _is_duty(planned)]
    applying = [planned for planned in procedure.applying(report) if not _is_duty(planned)]
    if own or report.procedure:
        yield from ("", styled("Wat nu", "1", colour))
    if own:
        yield from wrapped(f"1. {own}", "  ", "     ")
    whole = sum(not procedure.is_told(report, planned) for planned in applying) <= _WHOLE_STEPS
    clashes: set[str] = set()
    for number, planned in enumerate(applying, 2 if own else 1):
        mark = f"{number}. "
        after = "  " + " " * len(mark)
        is_told = procedure.is_told(report, planned)
        if is_told:
            where = f"(genoemd in {wording.place_number(planned.evidence[0].heading)})"
            yield from wrapped(f"{mark}{_one_line(procedure.brief(planned), after)} {where}", "  ", after)
        else:
            text = procedure.first_sentence(planned.step.text)
            told = procedure.short_details(planned) if whole else procedure.shortest_details(planned)
            line = WIDTH - len(after)
            room = 2 * line - len(told) - _RAGGED
            text = text if whole else cut(procedure.brief(planned), room if room > _LEAST_STEP else line)
            yield from wrapped(f"{mark}{text} {told}", "  ", after)
        if (clash := procedure.clash(planned)) and clash not in clashes:
            clashes.add(clash)
            yield from wrapped(f"Let op: {clash}", after) if is_told or not whole else ()
    if general:
        yield from wrapped(f"- {_duties(general)}", "  ", "    ")
    yield from _done(procedure.done(report))
    yield from _asked(report, colour)


def _duties(general: Sequence[PlannedStep]) -> str:
    """The duties of nearly every phase in a sentence, with the names of what they rest on; of many how many."""
    if len(general) > _FEW_DUTIES:
        return f"Daarnaast gelden {len(general)} algemene plichten; --volledig noemt ze."
    sources = dict.fromkeys(wording.source_name(planned.step.source).split(",")[0] for planned in general)
    texts = (procedure.brief(planned).rstrip(".") for planned in general)
    told = "; ".join(f"{text[0].lower()}{text[1:]}" for text in texts)
    return f"Daarnaast in elke fase: {told} ({wording.join_words(list(sources))})."


def _one_line(text: str, before: str) -> str:
    """A text that may take one line; where it stands comes behind it, on the next line when need be."""
    return cut(text, WIDTH - len(before))


def _is_duty(planned: PlannedStep) -> bool:
    """Whether a step is a duty of nearly every phase of which the document tells nothing."""
    return procedure.is_general(planned) and not planned.evidence


def _done(done: Sequence[PlannedStep]) -> Iterator[str]:
    """What was taken according to the document, each with its place; of many only how many and where."""
    if not done:
        return
    if len(done) <= _FEW_DONE:
        told = (
            f"{text[0].lower()}{text[1:]} ({wording.place_number(planned.evidence[0].heading)})"
            for planned in done
            for text in (procedure.brief(planned),)
        )
        yield from wrapped(f"- {procedure.DONE}: {'; '.join(told)}.", "  ", "    ")
    else:
        first = sorted((planned.evidence[0] for planned in done), key=lambda evidence: evidence.span)
        where = wording.join_words(list(dict.fromkeys(wording.place_number(each.heading) for each in first)))
        yield from wrapped(f"- {procedure.DONE}: {len(done)} stappen (in {where}).", "  ", "    ")


def _asked(report: Report, colour: bool) -> Iterator[str]:
    """The questions on which steps hang, each with what comes of it."""
    groups = procedure.uncertain(report)
    if groups:
        yield "  " + styled(f"Hangt af van uw antwoord. {_example(groups)}", "1", colour)
    asked = procedure.asked_by_findings(report)
    for unknown, may_apply in groups:
        told: list[str] = []
        for fact in sorted(unknown, key=lambda fact: fact.name in asked):
            if fact.name in asked:
                told.append(f"{'Hangt ook af van ' if told else ''}{fact.name} (zie hierboven).")
            else:
                choice = "" if facts.is_yes_no(fact) else facts.choice(fact)
                told.append(f"{fact.name}: {procedure.first_sentence(fact.question)}{choice}")
            asked.add(fact.name)
            told += [facts.values_line(fact, longest=_SHORT_QUOTE)] if fact.contradiction else []
        told.append(procedure.short_condition(report, may_apply[0]))
        told += [f"(en nog {wording.count_of(len(may_apply) - 1, 'stap', 'stappen')})"] if len(may_apply) > 1 else []
        yield from wrapped(f"- {' '.join(told)}.", "  ", "    ")


def _example(groups: Sequence[tuple[Sequence[Fact], Sequence[PlannedStep]]]) -> str:
    """How to give the answer to a question, with one that can be given."""
    fact = next((fact for unknown, _ in groups for fact in unknown if fact.values), None)
    return f"Geef dat zo: --feit {fact.name}={fact.values[0]}" if fact else "Geef dat met --feit NAAM=WAARDE"


def _full(report: Report, colour: bool) -> Iterator[str]:
    own, applying = wording.own_step(report), procedure.applying(report)
    if own or applying:
        yield from ("", styled("Wat nu", "1", colour))
    if own or report.procedure:
        yield from wrapped(procedure.silence(report), "  ")
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
    taken = procedure.done(report)
    if taken:
        yield from ("", procedure.DONE)
    for planned in taken:
        yield from wrapped(f"- {wording.sentence(planned.step.text)}", "  ", "    ")
        yield from wrapped(procedure.shown_line(planned, longest=_QUOTE), "    ")


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
