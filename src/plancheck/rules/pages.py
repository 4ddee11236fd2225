"""The rule package as Dutch Markdown pages: one for each rule and step, an index, and the coverage of the sources.

Made from the package alone, so that the same package gives the same pages; a test tells when they are stale.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from plancheck.model.procedure import Step
from plancheck.model.requirement import Aspect, Reference, Requirement
from plancheck.rules.coverage import Passage, read_coverage
from plancheck.rules.examples import Example, read_examples
from plancheck.rules.explain import (
    aspect_notes,
    condition_text,
    evidence_text,
    level_text,
    term_text,
    valid_from_text,
)
from plancheck.rules.loader import DEFAULT_PACKAGE
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.source import rules_root, shipped
from plancheck.rules.unconfirmed import FILE as UNCONFIRMED
from plancheck.rules.unconfirmed import unconfirmed_page

STEPS = "stappen"
_AUTHORITY = {
    "wet": "wet: de wet vraagt dit",
    "handreiking": "handreiking: een handreiking of toelichting noemt dit; het is niet verplicht",
    "praktijk": "praktijk: dit is gebruikelijk; geen wet of handreiking vraagt het",
}
_NOTE = "Deze pagina is gemaakt uit het regelpakket met `scripts/rule_pages`; wijzig het pakket, niet deze pagina."


def page_folders() -> dict[str, Path]:
    """For every package that comes with plancheck where its pages stand below docs/regels ("" for the usual one)."""
    return {"" if name == DEFAULT_PACKAGE else name: rules_root() / name for name in shipped()}


def pages(ruleset: RuleSet, directory: Path, *, below: str = "") -> dict[str, str]:
    """All pages by their path below the folder of the package, with `/`.

    directory: the folder of the package, for its examples. below: where its pages stand below docs/regels.

    Raises:
        InvalidRule: an example or dekking.yaml is not what it should be.
    """
    examples = tuple(read_examples(directory))
    coverage = read_coverage(directory)
    found = {"README.md": _index(ruleset, below), "dekking.md": _coverage(coverage)}
    for requirement in ruleset.requirements.values():
        own = [example for example in examples if example.requirement == requirement.id]
        found[rule_path(requirement.id)] = _rule(requirement, ruleset, own)
    links = {str(key): rule_path(key) for key in ruleset.requirements}
    links |= {step.id: f"{STEPS}/{step.id}.md" for step in ruleset.steps}
    found[UNCONFIRMED] = unconfirmed_page(ruleset, coverage, _NOTE, links)
    moments = {moment.id: moment.title for moment in ruleset.moments}
    for step in ruleset.steps:
        found[f"{STEPS}/{step.id}.md"] = _step(step, moments)
    return found


def rule_path(rule: str) -> str:
    """Where the page of a rule stands, below the folder of its package."""
    return f"{rule.replace('.', '/', 1)}.md"


def _page(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows if value)])


def _source(source: Reference) -> str:
    title = source.title or source.document
    where = f"[{title}]({source.address})" if source.address else title
    where += f" (geen adres: {source.no_address})" if source.no_address else ""
    return f"{where}, {source.place}" + (f" (gelezen op {source.accessed})" if source.accessed else "")


def _authority(source: Reference) -> str:
    return (
        "wet: de wet noemt dit, zodra het geldt"
        if source.pending
        else _AUTHORITY[source.authority] + (f", {source.extent}" if source.extent else "")
    )


def _start(source: Reference) -> str:
    if source.valid_from is None:
        return "niet bevestigd; tot de datum bekend is, telt dit als aanvullend"
    return valid_from_text(source)


def _code(terms: Iterable[str]) -> str:
    return ", ".join(f"`{term}`" for term in terms)


def _rule(requirement: Requirement, ruleset: RuleSet, examples: Sequence[Example]) -> str:
    source, recognition = requirement.source, requirement.recognition
    judged = [kind.name for kind in ruleset.kinds if requirement.id in kind.judged]
    rows = _table(
        (
            ("Id", f"`{requirement.id}`"),
            ("Niveau", level_text(requirement)),
            ("Geldt", f"als {condition_text(requirement.when)}" if requirement.when else "altijd"),
            ("Beoordeeld in", ", ".join(judged)),
            ("Bron", _source(source)),
            ("Gezag", _authority(source)),
            ("Vanaf", _start(source)),
            ("Tot en met", source.valid_until),
        )
    )
    groups = "; en ook: ".join(_code(group) for group in recognition.concepts)
    return _page(
        f"# {requirement.title}",
        f"_{_NOTE}_",
        rows,
        f"**Waarom.** {requirement.why}",
        "## Wat er moet staan\n\n" + "\n".join(_asked(aspect) for aspect in requirement.aspects),
        f"## Advies\n\n{_advice(requirement)}",
        "## Waaraan plancheck het herkent",
        f"Koppen: {_code(recognition.headings)}.",
        f"Onderwerp: {groups}.",
        f"Telt niet mee: {_code(recognition.excluded)}." if recognition.excluded else "",
        "Per aspect is één van deze genoeg:",
        *(_evidence(aspect) for aspect in requirement.aspects),
        "## Voorbeelden",
        *(_example(example) for example in examples),
        "" if examples else _taken(requirement, ruleset),
    )


def _asked(aspect: Aspect) -> str:
    notes = aspect_notes(aspect)
    return f"- **{aspect.title}.** {aspect.question}" + (f" ({'; '.join(notes)})" if notes else "")


def _advice(requirement: Requirement) -> str:
    advice = requirement.advice
    rows = [advice.add]
    rows += [f"Wie: {advice.who}."] if advice.who else []
    rows += [f"Besluit: {advice.decision}"] if advice.decision else []
    return "\n\n".join(row.strip() for row in rows)


def _evidence(aspect: Aspect) -> str:
    return f"**{aspect.title}**\n\n" + "\n".join(f"- `{evidence_text(rule)}`" for rule in aspect.evidence)


def _example(example: Example) -> str:
    missing = f", mist: {', '.join(example.missing)}" if example.missing else ""
    head = f"### {example.number}. {example.verdict}{', hol' if example.hollow else ''}{missing}"
    return f"{head}\n\n````text\n{example.text.rstrip()}\n````"


def _taken(requirement: Requirement, ruleset: RuleSet) -> str:
    """A rule that a milestone takes over asks the same aspects as the rule whose examples it shares."""
    same = (each.id for each in ruleset.requirements.values() if each.aspects == requirement.aspects)
    origin = next((each for each in same if each != requirement.id), None)
    if origin is None:
        return "Deze regel heeft geen eigen voorbeelden."
    return f"Deze regel is overgenomen; de voorbeelden staan bij [{origin}](../{rule_path(origin)})."


def _step(step: Step, moments: dict[str, str]) -> str:
    rows = _table(
        (
            ("Id", f"`{step.id}`"),
            ("Fase", ", ".join(map(str, step.phases))),
            ("Geldt", f"als {condition_text(step.when)}" if step.when else "altijd"),
            ("Wie", step.who),
            ("Vorm", step.form),
            ("Vooraf", step.before),
            ("Termijn", term_text(step.term, moments) if step.term else ""),
            ("Bron", _source(step.source)),
            ("Gezag", "wet: de wet laat de gemeente hierin vrij" if step.optional else _authority(step.source)),
            ("Vanaf", _start(step.source)),
            ("Niet bevestigd", step.unconfirmed),
        )
    )
    shown = ", ".join(f"[{rule}](../{rule_path(rule)})" for rule in step.shown_by)
    return _page(
        f"# Stap: {step.id.replace('-', ' ')}",
        f"_{_NOTE}_",
        step.text.strip(),
        rows,
        f"Hoe ver het document hiermee is, blijkt uit: {shown}." if shown else "",
    )


def _index(ruleset: RuleSet, below: str) -> str:
    up = "../" * (2 if below else 1)
    parts = [
        f"# De regels van {ruleset.title[:1].lower()}{ruleset.title[1:]}",
        f"_{_NOTE}_",
        f"Versie {ruleset.version}: {len(ruleset.requirements)} regels en {len(ruleset.steps)} stappen. "
        "Waar zij op rusten, passage voor passage, staat in [dekking.md](dekking.md); "
        f"wat in de bronnen niet kon worden nagegaan in [{UNCONFIRMED}]({UNCONFIRMED}); "
        f"hoe u een regel schrijft in [regels-schrijven.md]({up}regels-schrijven.md).",
        _other_packages(below),
    ]
    for folder in dict.fromkeys(rule.split(".")[0] for rule in ruleset.requirements):
        rows = [each for each in ruleset.requirements.values() if each.id.split(".")[0] == folder]
        lines = [f"| [{each.title}]({rule_path(each.id)}) | {level_text(each)} | {_bare(each)} |" for each in rows]
        parts.append("\n".join([f"## {folder}\n", "| onderdeel | niveau | bron |", "|---|---|---|", *lines]))
    lines = [f"| [{each.id}]({STEPS}/{each.id}.md) | {', '.join(map(str, each.phases))} |" for each in ruleset.steps]
    return _page(*parts, "\n".join([f"## {STEPS}\n", "| stap | fase |", "|---|---|", *lines]))


def _other_packages(below: str) -> str:
    """Links to the pages of the other packages."""
    others = {name: folder for name, folder in page_folders().items() if name != below}
    links = [
        f"[{folder.name}]({'../' if below else ''}{f'{name}/' if name else ''}README.md)"
        for name, folder in others.items()
    ]
    return f"De andere regelpakketten: {', '.join(links)}." if links else ""


def _bare(requirement: Requirement) -> str:
    source = requirement.source
    return f"{source.title or source.document}, {source.place}"


def _coverage(passages: Sequence[Passage]) -> str:
    parts = [
        "# Dekking: van de bronnen naar de regels",
        f"_{_NOTE}_",
        "Van elke passage in de bronnen de regels en stappen die erop rusten, of de reden waarom er geen is. De lijst "
        "wordt met de hand bijgehouden in `dekking.yaml`; een fout erin meldt `plancheck rules validate`.",
    ]
    for document in dict.fromkeys(passage.document for passage in passages):
        of_it = [passage for passage in passages if passage.document == document]
        title, address = of_it[0].title or document, f"\n{of_it[0].address}\n" if of_it[0].address else ""
        lines = [f"| {passage.place} | {passage.says} | {_rests(passage)} |" for passage in of_it]
        head = ["| plaats | wat er staat | regels en stappen |", "|---|---|---|"]
        parts.append("\n".join([f"## {title}", address, *head, *lines]))
    return _page(*parts)


def _rests(passage: Passage) -> str:
    links = [f"[{rule}]({rule_path(rule)})" for rule in passage.rules]
    links += [f"stap [{step}]({STEPS}/{step}.md)" for step in passage.steps]
    return ", ".join(links) or f"geen: {passage.reason}"
