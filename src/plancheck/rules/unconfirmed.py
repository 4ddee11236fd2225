"""What of the sources could not be confirmed, as the package says: a Dutch page, for whoever can."""

from collections.abc import Iterable, Mapping

from plancheck.model.requirement import Reference
from plancheck.rules.coverage import Passage
from plancheck.rules.ruleset import RuleSet

FILE = "onbevestigd.md"
_UNKNOWN = "onbekend"


def unconfirmed_page(ruleset: RuleSet, coverage: Iterable[Passage], note: str, links: Mapping[str, str]) -> str:
    """The page. coverage: the passages of the sources. note: how it was made.

    links: id of a rule or step -> the way to its page."""
    resting: dict[str, list[tuple[str, Reference]]] = {}
    for key, source in _sources(ruleset):
        resting.setdefault(source.document, []).append((key, source))
    parts = [
        "# Wat niet is bevestigd",
        f"_{note}_",
        "Wat in de bronnen van dit pakket niet kon worden nagegaan, en welke regels en stappen erop rusten. Wie het "
        "wel weet, past het pakket aan.",
        _table("Bronnen zonder adres", "bron", "waarom niet", _no_address(resting, links)),
        _table("Wetten waarvan het begin niet vaststaat", "wat", "plaats", _no_start(ruleset, links)),
        _table("Stappen met een open punt", "stap", "wat niet is bevestigd", _open(ruleset, links)),
        _table("Wat niet is gelezen of nagegaan", "bron en plaats", "waar het over gaat", _not_read(coverage)),
    ]
    if len(found := [part for part in parts if part]) == len(parts) - 4:
        found.append("Alles is bevestigd.")
    return "\n\n".join(found) + "\n"


def _sources(ruleset: RuleSet) -> Iterable[tuple[str, Reference]]:
    """Every rule and step with its source."""
    yield from ((str(key), each.source) for key, each in ruleset.requirements.items())
    yield from ((step.id, step.source) for step in ruleset.steps)


def _no_address(resting: Mapping[str, list[tuple[str, Reference]]], links: Mapping[str, str]) -> list[tuple[str, str]]:
    rows = []
    for document, many in resting.items():
        source = many[0][1]
        if not source.address:
            on_it = ", ".join(_link(key, links) for key, _ in many)
            rows.append((f"{source.title or document} (gelezen op {source.accessed})", f"{source.no_address}: {on_it}"))
    return rows


def _no_start(ruleset: RuleSet, links: Mapping[str, str]) -> list[tuple[str, str]]:
    """Rules and steps on a law of which it is not known since when it asks this."""
    return [
        (_link(key, links), f"{source.title or source.document}, {source.place}")
        for key, source in _sources(ruleset)
        if source.valid_from is None or source.in_force == _UNKNOWN
    ]


def _open(ruleset: RuleSet, links: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(_link(step.id, links), step.unconfirmed) for step in ruleset.steps if step.unconfirmed]


def _not_read(coverage: Iterable[Passage]) -> list[tuple[str, str]]:
    """Passages of which dekking.yaml says that they were not read, or that what they say was not confirmed."""
    return [
        (f"{each.title or each.document}, {each.place}", f"{each.says}{f' ({each.reason})' if each.reason else ''}")
        for each in coverage
        if each.unconfirmed
    ]


def _link(key: str, links: Mapping[str, str]) -> str:
    return f"[{key}]({links[key]})"


def _table(title: str, first: str, second: str, rows: list[tuple[str, str]]) -> str:
    """A section with a table; "" without rows."""
    lines = [f"| {one.strip()} | {' '.join(other.split())} |" for one, other in rows]
    return "\n".join([f"## {title}\n", f"| {first} | {second} |", "|---|---|", *lines]) if rows else ""
