"""The Dutch sentences that every report shares: one place, so that all reports say the same."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plancheck.model.dates import dutch_date
from plancheck.model.document import Document
from plancheck.model.finding import Evidence, Finding, Report, Unreadable, Verdict
from plancheck.model.requirement import Aspect, Level, Reference, Requirement

_BRACKETED = re.compile(r"\s*\([^()]*\)")

LEVEL_ORDER: tuple[Level, ...] = ("wettelijk", "kern", "aanvullend")
VERDICT_ORDER = (
    Verdict.MISSING,
    Verdict.INCOMPLETE,
    Verdict.DOUBT,
    Verdict.PRESENT,
    Verdict.ELSEWHERE,
    Verdict.NOT_APPLICABLE,
)
VERDICT_TITLES = {
    Verdict.MISSING: "Ontbreekt",
    Verdict.INCOMPLETE: "Onvolledig",
    Verdict.DOUBT: "Twijfel: kijk zelf",
    Verdict.PRESENT: "Aanwezig",
    Verdict.ELSEWHERE: "Staat in een ander document",
    Verdict.NOT_APPLICABLE: "Niet van toepassing",
}
SCOPE = (
    "Plancheck beoordeelt of de onderdelen er zijn, niet hoe goed ze zijn. Een medewerker beslist. "
    "Dit rapport is geen juridisch advies."
)
_LAW_ARTICLES = re.compile(
    r"artikel(?:en)? [0-9][0-9.:a-z]*(?P<more>(?:, [0-9][0-9.:a-z]*)*(?: (?:en|tot en met) [0-9][0-9.:a-z]*)+)?"
)
"""The articles at the beginning of a place, without their parts: each may begin on a day of its own."""
_SERIOUS = frozenset(
    (
        "niet-nederlands",
        "deels-niet-nederlands",
        "onleesbare-letters",
        "paginas-zonder-tekst",
        "paginas-beschadigd",
        "ander-onderwerp",
    )
)
"""Codes of the warnings that are said beside the answer."""
PICTURES = "afbeeldingen, kaarten en grafieken: alleen tekst en tabellen zijn gelezen"


def file_name(path: str) -> str:
    """The name that a file has in its folder; a path may come from Windows."""
    return re.split(r"[/\\]", path)[-1] or path


def join_words(words: Sequence[str], *, last: str = "en") -> str:
    """Words as a list in a sentence: "a, b en c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count_of(number: int, one: str, more: str) -> str:
    """A number with its noun: "1 document", "2 documenten"."""
    return f"{number} {one if number == 1 else more}"


def sentence(text: str) -> str:
    """The text with a capital first letter and a full stop, as far as it lacks them."""
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…:" else ".")


def place_name(heading: str, page: int | None = None, kind: str = "", *, inside: bool = False) -> str:
    """Where something stands: "§ 10 Risico's (tabel, p. 31)"; `inside` other brackets without its own."""
    name = heading.strip()
    if not name:
        name = "de tekst zonder kop"
    elif name[0].isdigit():
        name = f"§\u00a0{name}"
    else:
        name = f'"{name}"'
    extra = (["tabel"] if kind == "tabel" else []) + ([f"p.\u00a0{page}"] if page else [])
    if inside:
        return ", ".join([name, *extra])
    return f"{name} ({', '.join(extra)})" if extra else name


def place_number(heading: str) -> str:
    """A heading by its number, or whole when it has none: "§ 13.2"; "de tekst" where there is no heading."""
    if not heading.strip():
        return "de tekst"
    first = heading.strip().partition(" ")[0]
    return f"§\u00a0{first.rstrip('.')}" if first[:1].isdigit() else place_name(heading)


def evidence_place(evidence: Evidence, *, inside: bool = False) -> str:
    """Where the quote stands; `inside` other brackets without its own."""
    return place_name(evidence.heading, evidence.page, evidence.kind, inside=inside)


def quote_text(quote: str, *, longest: int = 0) -> str:
    """The quote on one line; cells and rows of a table are set apart; cut at a word after `longest` (0: never)."""
    rows = [" | ".join(cell.strip() for cell in row.split("\t")) for row in quote.splitlines()]
    text = " / ".join(row for row in rows if row.strip(" |"))
    if longest and len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0].rstrip(" |/,;") + " …"
    return text


def source_sentence(reference: Reference, *, short: bool = False) -> str:
    """On what a requirement rests; only a law "asks", a guide and a law without a start "mention"."""
    where = source_name(reference) if short else source_place(reference)
    if reference.pending and reference.valid_from:
        return f"De wet vraagt dit vanaf {dutch_date(reference.valid_from)} ({where})."
    if reference.pending:
        return f"De wet noemt dit, {_once_in_force(reference)} ({where})."
    if reference.expired:
        return f"Dit is vervallen: het gold tot en met {dutch_date(reference.valid_until)} ({where})."
    match reference.authority:
        case "wet":
            return f"De wet vraagt dit{f' {reference.extent}' if reference.extent else ''} ({where})."
        case "handreiking":
            return f"De handreiking noemt dit ({where})."
        case "praktijk":
            return f"Dit is gebruikelijk in zulke stukken; geen wet of handreiking vraagt het ({where})."


def pending_name(reference: Reference) -> str:
    """The name of a law that does not count yet, with when it does: "Wet X, lid 2, zodra artikel 3 geldt"."""
    if reference.valid_from:
        return f"{source_name(reference)}, vanaf {dutch_date(reference.valid_from)}"
    _, _, further = reference.place.partition(", ")
    return ", ".join(filter(None, (source_name(replace(reference, place=further)), _once_in_force(reference))))


def _once_in_force(reference: Reference) -> str:
    """Which articles must be in force first: "zodra artikel 2.16 geldt", "zodra artikel 2.4 en 2.5 gelden"."""
    found = _LAW_ARTICLES.match(reference.place)
    if found is None:
        return f"zodra {reference.place.split(',')[0]} geldt"
    return f"zodra {found[0]} {'gelden' if found['more'] else 'geldt'}"


def source_place(reference: Reference) -> str:
    """The whole name of the source with the whole place in it."""
    return ", ".join(part for part in (reference.title or reference.document, reference.place) if part)


def source_name(reference: Reference) -> str:
    """The source in as few words as will do: "NPLW, fase 3, mijlpaal projectplan", "Omgevingswet, artikel 16.29"."""
    title = _BRACKETED.sub("", reference.title or reference.document).split(",")[0]
    return ", ".join(part for part in (title, reference.place.partition(", met ")[0]) if part)


def missing_aspects(finding: Finding) -> tuple[Aspect, ...]:
    """The aspects that are not there; all of them when the whole requirement is missing."""
    aspects = finding.requirement.aspects
    chosen = tuple(aspect for aspect in aspects if aspect.id in finding.missing_aspects)
    return chosen or (aspects if finding.verdict is Verdict.MISSING else ())


def shown_aspects(finding: Finding) -> tuple[tuple[Aspect, tuple[Evidence, ...]], ...]:
    """The aspects that are there, each with its evidence, in the order of the rule."""
    pairs = [
        (aspect, tuple(evidence for evidence in finding.evidence if evidence.aspect == aspect.id))
        for aspect in finding.requirement.aspects
        if aspect.id not in (*finding.missing_aspects, finding.doubted_aspect)
    ]
    return tuple((aspect, evidence) for aspect, evidence in pairs if evidence)


def where_to_put(finding: Finding) -> str:
    """Where what is missing belongs."""
    if finding.place:
        return f"Zet het in {place_name(finding.place)}."
    after = f", na {place_name(finding.after)}" if finding.after else ""
    return f"Er is nog geen hoofdstuk waar dit past: maak er een paragraaf voor{after}."


def looked_in(finding: Finding, *, most: int = 0) -> str:
    """What was searched for a missing part. most: so many places are named, 0 for all."""
    places = list(dict.fromkeys(place_name(place.heading, place.page) for place in finding.looked_in))
    if not places:
        return "Niet gevonden, onder geen enkele kop."
    if most and len(places) > most:
        places = [*places[:most], f"nog {count_of(len(places) - most, 'plaats', 'plaatsen')}"]
    return f"Niet gevonden. Gekeken in {join_words(places)}."


def hollow_texts(finding: Finding) -> tuple[Evidence, ...]:
    """What seems to say something and does not; a bare heading only where nothing else was found."""
    missing = finding.verdict is Verdict.MISSING
    return tuple(evidence for evidence in finding.counter_evidence if missing or evidence.kind != "kop")


def hollow_sentence(evidence: Evidence, *, longest: int = 0) -> str:
    """A quote that says nothing on the subject, and why it does not count."""
    if evidence.kind == "kop":
        return f"Onder {place_name(evidence.heading or evidence.quote, evidence.page)} staat niets dat hier nodig is."
    reason = f" Dat telt niet mee: {evidence.reason.rstrip('.')}." if evidence.reason else ""
    return f'In {evidence_place(evidence)} staat: "{quote_text(evidence.quote, longest=longest)}"{reason}'


def own_step(report: Report) -> str:
    """The step that comes before those of the procedure: what to do about this report itself."""
    verdicts = [f.verdict for f in report.findings if f.requirement.level != "aanvullend"]
    if any(verdict.is_gap for verdict in verdicts):
        return "Vul aan wat ontbreekt of onvolledig is en controleer het document opnieuw."
    if Verdict.DOUBT in verdicts:
        return "Bekijk zelf de onderdelen waarover twijfel is."
    return ""


def not_judged(report: Report, *, short: bool = False) -> tuple[str, ...]:
    """What the report says nothing about; `short` without the explanation."""
    notes = len(report.document.notes)
    remarks = count_of(notes, "opmerking van een lezer", "opmerkingen van lezers")
    pictures = PICTURES.partition(":")[0] if short else PICTURES
    return (pictures, *([f"{remarks} in het bestand"] if notes else []))


def warnings_of(report: Report) -> tuple[str, ...]:
    """What a reader must know about the file and the check, each once."""
    texts = [warning.message for warning in report.document.warnings] + list(report.warnings)
    return tuple(dict.fromkeys(texts))


def serious_warnings(report: Report) -> tuple[str, ...]:
    """Of the warnings those that put the whole answer in doubt: much of the text could not be read or judged."""
    messages = (warning.message for warning in report.document.warnings if warning.code in _SERIOUS)
    return tuple(dict.fromkeys(messages))


def other_warnings(report: Report) -> tuple[str, ...]:
    """The warnings that are not serious."""
    serious = serious_warnings(report)
    return tuple(text for text in warnings_of(report) if text not in serious)


def extended_text(report: Report) -> str:
    """Which packages the rules build on, with their versions; "" when they stand on their own."""
    return join_words([f"{each.id} {each.version}" for each in report.extended])


def origin_text(report: Report, requirement: Requirement) -> str:
    """The package that a rule comes from, with its version; "" when all rules come from one."""
    if not report.extended:
        return ""
    versions = {report.package_id: report.rules_version} | {each.id: each.version for each in report.extended}
    return f"{requirement.origin} {versions.get(requirement.origin, '')}".rstrip()


def origins_line(report: Report) -> str:
    """How many of the judged rules come from which package; "" when all come from one."""
    origins = [origin_text(report, finding.requirement) for finding in report.findings]
    counts = [f"{origins.count(each)} uit {each}" for each in dict.fromkeys(origins) if each]
    return f"Herkomst van de regels: {join_words(counts)}." if counts else ""


def versions_line(report: Report) -> str:
    """What is needed to make this report again."""
    parts = [
        f"Regels: {report.package_id} {report.rules_version}".rstrip()
        + (f", breidt {extended_text(report)} uit" if report.extended else ""),
        f"peildatum {dutch_date(report.reference_date)}",
        f"plancheck {report.tool_version}",
        f"bestand {document_hash(report.document)}",
    ]
    return "; ".join(parts) + "."


def document_hash(document: Document) -> str:
    """The beginning of the file's hash, enough to tell two versions apart."""
    return f"sha256 {document.source.sha256[:12]}"


def unreadable_sentence(unreadable: Unreadable) -> str:
    """What is wrong with a file and what to do, without its path."""
    error = unreadable.error
    return f"{sentence(error.message)} {error.hint}".strip()
