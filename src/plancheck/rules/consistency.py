"""Do the files of a package fit together? What a schema of one file cannot say, with every mistake in Dutch."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from typing import Any

from plancheck.rules import source
from plancheck.rules.conditions import check_entry, is_date
from plancheck.rules.procedure_checks import check_procedure
from plancheck.rules.reading import taken_over

Raw = dict[str, Any]


def check_rule(rule: Raw, path: Path, directory: Path, raw: Raw, mistakes: source.Mistakes) -> None:
    """The id fits the file; sources, facts and concepts exist; no aspect twice. Bears any type of value."""
    shown = path.relative_to(directory).as_posix()
    expected = f"{path.parent.name}.{path.stem}"
    if rule.get("id") != expected:
        mistakes.add(shown, 1, f"het id is `{rule.get('id')}`, maar bij dit bestand hoort `{expected}`.")
    package: Mapping[str, Any] = raw.get("pakket") or {}
    document = rule.get("bron", {}).get("document") if isinstance(rule.get("bron"), dict) else None
    known = package.get("bronnen")
    if isinstance(document, str) and isinstance(known, dict) and document not in known:
        mistakes.add(shown, None, f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.")
    check_entry(rule, package, shown, mistakes)
    for term in _terms(rule):
        _check_term(term, raw, shown, mistakes)
    aspects = rule.get("aspecten")
    ids = [each.get("id") for each in aspects if isinstance(each, dict)] if isinstance(aspects, list) else []
    for double in sorted({str(key) for key in ids if ids.count(key) > 1}):
        mistakes.add(shown, None, f"het aspect `{double}` staat er twee keer.")


def _terms(node: Any) -> list[str]:
    """Every term under the keys that hold terms."""
    found: list[str] = []
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("koppen", "begrippen", "niet", "samen", "over", "zonder", "kolom", "eenheid"):
                found += _flat(value)
            else:
                found += _terms(value)
    elif isinstance(node, list):
        for value in node:
            found += _terms(value)
    return found


def _flat(value: Any) -> list[str]:
    if isinstance(value, list):
        return [term for part in value for term in _flat(part)]
    return [value] if isinstance(value, str) else []


def _check_term(term: str, raw: Raw, shown: str, mistakes: source.Mistakes) -> None:
    if term.startswith("<") and term.endswith(">"):
        name = term[1:-1]
        if name not in (raw.get("begrippen") or {}):
            mistakes.add(shown, None, f"het begrip `{name}` staat niet in begrippen.yaml.")
    elif term.strip("*= ") == "":
        mistakes.add(shown, None, f"de term `{term}` is leeg.")
    elif any("*" in word[1:-1] for word in term.split()):
        mistakes.add(shown, None, f"in de term `{term}` mag * alleen aan het begin of het eind van een woord staan.")


def check_package(raw: Raw, mistakes: source.Mistakes) -> None:
    """Concept references, judged ids and take-overs must point to something that exists."""
    for name, concept in (raw.get("begrippen") or {}).items():
        for term in _flat(concept.get("woorden")) if isinstance(concept, dict) else []:
            _check_term(term, raw, f"begrippen.yaml ({name})", mistakes)
    package = raw.get("pakket") or {}
    if mistakes.found or not package:
        return
    _check_concepts(raw["begrippen"], mistakes)
    _check_facts(package, raw, mistakes)
    _check_changes(package, mistakes)
    _check_doubles("pakket.yaml", "de mijlpaal", [each["id"] for each in package["mijlpalen"]], mistakes)
    steps = (raw.get("procedure") or {}).get("stappen", [])
    _check_doubles("procedure.yaml", "de stap", [step["id"] for step in steps], mistakes)
    ids = {milestone["id"] for milestone in package["mijlpalen"]}
    folders = {key.split(".")[0] for key in raw["regels"]}
    for milestone in package["mijlpalen"]:
        for judged in milestone["beoordeelt"]:
            if judged not in folders | ids and judged not in raw["regels"]:
                mistakes.add("pakket.yaml", None, f"`beoordeelt: {judged}` is geen map en geen id van een regel.")
        for unmarking in milestone.get("kenmerkt-niet", ()):
            if unmarking not in raw["regels"]:
                mistakes.add("pakket.yaml", None, f"`kenmerkt-niet: {unmarking}` is geen id van een regel.")
        taken = milestone.get("neemt-over", {})
        if taken and (taken["van"] not in folders or taken["van"] == milestone["id"]):
            mistakes.add(
                "pakket.yaml", None, f"`neemt-over: {taken['van']}` kan niet: die map heeft geen eigen regels."
            )
        elif taken:
            _check_taken(milestone["id"], taken, raw, mistakes)
    for term in _terms(raw.get("procedure") or {}):
        _check_term(term, raw, "procedure.yaml", mistakes)
    check_procedure(raw, frozenset(taken_over(package, raw["regels"])), mistakes)


def _check_taken(milestone: str, taken: Raw, raw: Raw, mistakes: source.Mistakes) -> None:
    """What is left out or changed exists, and a changed rule is still a rule."""
    own = {key.split(".")[1]: rule for key, rule in raw["regels"].items() if key.split(".")[0] == taken["van"]}
    changed = taken.get("aangepast", {})
    for part in [*taken.get("behalve", ()), *changed]:
        if part not in own:
            near = get_close_matches(part, own, n=1)
            hint = f" Bedoelt u `{near[0]}`?" if near else ""
            mistakes.add("pakket.yaml", None, f"`neemt-over` noemt `{part}`, maar {taken['van']} heeft dat niet.{hint}")
    for part in (part for part in changed if part in own):
        shown = f"pakket.yaml ({milestone}, aangepast, {part})"
        source.check_schema({**own[part], **changed[part]}, "regel", mistakes, shown)


def _check_concepts(concepts: Raw, mistakes: source.Mistakes) -> None:
    """A concept may name others, but never itself by a detour."""
    refers = {
        name: [term[1:-1] for term in _flat(entry.get("woorden")) if term.startswith("<") and term.endswith(">")]
        for name, entry in concepts.items()
    }
    done: set[str] = set()
    for first in refers:
        way = [first]
        waiting = [list(refers[first])]
        while way:
            following = waiting[-1].pop() if waiting[-1] else None
            if following is None:
                done.add(way.pop())
                waiting.pop()
            elif following in way:
                circle = " > ".join([*way[way.index(following) :], following])
                mistakes.add("begrippen.yaml", None, f"deze begrippen verwijzen in een kring naar elkaar: {circle}.")
            elif following not in done:
                way.append(following)
                waiting.append(list(refers[following]))


def _check_facts(package: Mapping[str, Any], raw: Raw, mistakes: source.Mistakes) -> None:
    """The terms of a fact exist, and so does the value that a denial gives."""
    for name, fact in package.get("feiten", {}).items():
        shown = f"pakket.yaml (feit {name})"
        for term in _terms(fact["waarden"]):
            _check_term(term, raw, shown, mistakes)
        if fact.get("zwijgt", "") not in ("", *fact["waarden"]):
            mistakes.add(shown, None, f"`zwijgt: {fact['zwijgt']}` is geen waarde van dit feit.")
        division = fact.get("verdeeld", {})
        for term in division.get("delen", ()):
            _check_term(term, raw, shown, mistakes)
        among = [division["waarde"], *division["van"]] if division else []
        for value in (value for value in among if value not in fact["waarden"]):
            mistakes.add(shown, None, f"`verdeeld` noemt `{value}`, maar dat is geen waarde van dit feit.")
        statements = [each for many in fact["waarden"].values() for each in many]
        if not division and any(each.get("deel") for each in statements):
            mistakes.add(shown, None, "`deel` bij een uitspraak vraagt `verdeeld` bij het feit: wat is een deel?")
        for key in ("ontkend", "opengelaten"):
            for value in sorted({each[key] for each in statements if key in each} - fact["waarden"].keys()):
                mistakes.add(shown, None, f"`{key}: {value}` is geen waarde van dit feit.")


def _check_changes(package: Mapping[str, Any], mistakes: source.Mistakes) -> None:
    """The newest change is that of this version, and the others follow by date and version, going back."""
    changes = package.get("wijzigingen", [])
    if changes and changes[0]["versie"] != package["versie"]:
        newest = changes[0]["versie"]
        mistakes.add(
            "pakket.yaml", None, f"bij `wijzigingen` staat {newest} bovenaan, maar het pakket is {package['versie']}."
        )
    for change in (each for each in changes if not is_date(each["datum"])):
        mistakes.add("pakket.yaml", None, f"de datum `{change['datum']}` bij `wijzigingen` bestaat niet.")
    for newer, older in pairwise(changes):
        if (_number(older["versie"]), older["datum"]) > (_number(newer["versie"]), newer["datum"]):
            message = f"`wijzigingen`: {older['versie']} staat na {newer['versie']}; zet de nieuwste bovenaan."
            mistakes.add("pakket.yaml", None, message)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _check_doubles(shown: str, what: str, names: list[str], mistakes: source.Mistakes) -> None:
    for double in sorted({name for name in names if names.count(name) > 1}):
        mistakes.add(shown, None, f"{what} `{double}` staat er twee keer.")
