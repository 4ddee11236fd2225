"""`Wat nu` as plain text with boxes to tick, to paste in an e-mail."""

import textwrap

from plancheck.model.dates import dutch_date
from plancheck.model.finding import Report
from plancheck.model.procedure import PlannedStep
from plancheck.reports.procedure import DONE, applying, done, lines, shown_line, silence, uncertain
from plancheck.reports.wording import own_step, sentence

WIDTH = 76
_QUOTE = 200


def text_of(report: Report) -> str:
    """The checklist as plain text with boxes to tick, for an e-mail."""
    found = [f"Wat nu met {report.document.source.path} (peildatum {dutch_date(report.reference_date)})", ""]
    own = own_step(report)
    found += [*_wrapped(told, 0), ""] if (told := silence(report)) else []
    found += [*_wrapped(f"[ ] {own}", 4), ""] if own else []
    for planned in applying(report):
        found += _step(report, planned)
    for facts, steps in uncertain(report):
        found += [*_wrapped("Nog te beantwoorden: " + " ".join(fact.question for fact in facts), 0), ""]
        for planned in steps:
            found += _step(report, planned)
    taken = done(report)
    found += [f"{DONE}:", ""] if taken else []
    for planned in taken:
        found += [
            *_wrapped(f"- {sentence(planned.step.text)}", 2),
            *_line("In het document", shown_line(planned, longest=_QUOTE)),
            "",
        ]
    return "\n".join(found).rstrip() + "\n"


def _step(report: Report, planned: PlannedStep) -> list[str]:
    found = _wrapped(f"[ ] {sentence(planned.step.text)}", 4)
    for label, text in lines(report, planned, longest=_QUOTE):
        found += _line(label, text)
    return [*found, ""]


def _line(label: str, text: str) -> list[str]:
    return [f"    {line}" for line in _wrapped(f"{label}: {text}", 2)]


def _wrapped(text: str, indent: int) -> list[str]:
    plain = text.replace("\u00a0", " ")
    return textwrap.wrap(plain, WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False)
