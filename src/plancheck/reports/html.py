"""The report as one HTML file: no script, nothing from elsewhere, good on paper and with a screen reader."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from plancheck.model.finding import Finding, Report, Result, Unreadable, Verdict
from plancheck.reports import agreed, answer, facts, identity, mail, overview, procedure, wording
from plancheck.reports.shown import shown_of
from plancheck.reports.sources import sources

if TYPE_CHECKING:
    from jinja2 import Template

MOST_QUOTES = 3
"""So many quotes per aspect stand on the page."""
LONG_QUOTE = 280
"""Characters after which a quote is folded away, so that the page stays readable."""
SYMBOLS = {
    Verdict.MISSING: "✕",
    Verdict.INCOMPLETE: "◐",
    Verdict.DOUBT: "?",
    Verdict.PRESENT: "✓",
    Verdict.ELSEWHERE: "→",
    Verdict.NOT_APPLICABLE: "–",
}
STATE_SYMBOLS = {"compleet": "✓", "gaten": "✕", "twijfel": "?", "geen": "–", "fout": "!"}
LEVEL_NAMES = {"wettelijk": "wettelijk", "kern": "kern", "aanvullend": "aanvullend"}
HEADING_SOURCES = {
    "stijl": "de kopstijlen van het bestand",
    "structuur": "de structuur van de PDF",
    "bladwijzers": "de bladwijzers van de PDF",
    "inhoudsopgave": "de inhoudsopgave",
    "opmaak": "de opmaak (grootte en vet)",
    "tekst": "de tekst zelf",
    "geen": "er zijn geen koppen gevonden",
}


def render(results: Sequence[Result]) -> bytes:
    """The run as one self-contained page; with several documents the overview comes first."""
    text = _template().render(
        results=list(results),
        several=len(results) != 1,
        rows=overview.rows(results),
        run_line=answer.run_line(results),
        phase_lines=answer.phase_lines(results),
        same_lines=overview.same_lines(results),
        css=_part("rapport.css"),
    )
    return text.encode("utf-8", "replace")


@cache
def _template() -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_part), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        w=wording,
        identity=identity,
        answer=answer.answer,
        agreed=agreed,
        facts=facts,
        procedure=procedure,
        mail=mail,
        groups=groups,
        gaps=gaps,
        extras=extras,
        is_unreadable=lambda report: isinstance(report, Unreadable),
        is_web=is_web,
        shown_of=shown_of,
        sources=sources,
        facts_text=overview.facts_text,
        SYMBOLS=SYMBOLS,
        STATE_SYMBOLS=STATE_SYMBOLS,
        HEADING_SOURCES=HEADING_SOURCES,
        LONG_QUOTE=LONG_QUOTE,
        MOST_QUOTES=MOST_QUOTES,
        Verdict=Verdict,
    )
    environment.filters["feit"] = facts.name_of
    environment.filters["zin"] = wording.sentence
    environment.filters["schoon"] = clean
    environment.finalize = lambda value: clean(value) if type(value) is str else value
    return environment.get_template("rapport.html.j2")


@cache
def _part(name: str) -> str:
    return resources.files("plancheck.reports").joinpath("templates", name).read_text("utf-8")


def clean(text: str) -> str:
    """The text without characters that HTML does not allow."""
    return "".join(sign if sign >= " " or sign in "\t\n" else " " for sign in text if not "\x7f" <= sign <= "\x9f")


def groups(report: Report) -> list[tuple[Verdict, list[tuple[str, Finding]]]]:
    """The findings by verdict, gaps first, weightiest level first; each with its number on the page."""
    numbered = [(str(number), finding) for number, finding in enumerate(report.findings, 1)]
    numbered.sort(key=lambda pair: wording.LEVEL_ORDER.index(pair[1].requirement.level))
    found = [(verdict, [pair for pair in numbered if pair[1].verdict is verdict]) for verdict in wording.VERDICT_ORDER]
    return [(verdict, pairs) for verdict, pairs in found if pairs]


def gaps(report: Report) -> list[tuple[str, Finding]]:
    """What must be added or looked at before the document is complete."""
    return [pair for pair in _open(report) if pair[1].requirement.level != "aanvullend"]


def extras(report: Report) -> list[tuple[str, Finding]]:
    """What could be added or looked at as well, but does not keep the document from being complete."""
    return [pair for pair in _open(report) if pair[1].requirement.level == "aanvullend"]


def _open(report: Report) -> list[tuple[str, Finding]]:
    wanted = (Verdict.MISSING, Verdict.INCOMPLETE, Verdict.DOUBT)
    return [pair for verdict, pairs in groups(report) if verdict in wanted for pair in pairs]


def is_web(address: str) -> bool:
    """Whether an address may be a link: nothing but a web page."""
    return address.startswith(("https://", "http://"))
