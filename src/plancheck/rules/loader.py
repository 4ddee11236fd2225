"""Rule packages: YAML files with Dutch keys become a `RuleSet` with English fields."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import source
from plancheck.rules.build import build
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import FILE as WEIGHTS

DEFAULT_PACKAGE = "warmtetransitie"
COMPILED = "pakket.json"
"""A checked copy of the YAML files in one file, with their hash: it loads in a fraction of the time."""

Raw = dict[str, Any]


def load_rules(directory: Path | None = None) -> RuleSet:
    """Load and check a rule package; None gives the shipped one.

    Raises:
        InvalidRule: the package is wrong (its author's fault); `mistakes` holds every mistake in Dutch.
    """
    directory = directory or source.rules_root() / DEFAULT_PACKAGE
    raw = _read_compiled(directory) or read_package(directory)
    weights = directory / WEIGHTS
    return build(raw, weights if weights.is_file() else None)


def fingerprint(directory: Path) -> str:
    """The hash of all YAML files of a package and of their names."""
    digest = hashlib.sha256()
    for path in sorted(directory.rglob("*.yaml")):
        digest.update(path.relative_to(directory).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _read_compiled(directory: Path) -> Raw | None:
    path = directory / COMPILED
    if not path.is_file():
        return None
    compiled: Raw = json.loads(path.read_text("utf-8"))
    return compiled["inhoud"] if compiled.get("hash") == fingerprint(directory) else None


def compile_package(directory: Path) -> None:
    """Write the checked copy that `load_rules` reads as long as the YAML files stay the same.

    Raises:
        InvalidRule: the package is wrong.
    """
    compiled = {"hash": fingerprint(directory), "inhoud": read_package(directory)}
    text = json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (directory / COMPILED).write_text(text + "\n", "utf-8", newline="\n")


def read_package(directory: Path) -> Raw:
    """All files of a package as one checked tree: pakket, begrippen, procedure and regels.

    Raises:
        InvalidRule: with every mistake of the package.
    """
    mistakes = source.Mistakes()
    if not (directory / "pakket.yaml").is_file():
        raise InvalidRule(
            "in deze map staat geen regelpakket.", path=str(directory), hint="Er hoort een bestand pakket.yaml in."
        )
    raw: Raw = {"regels": {}}
    for name in ("pakket", "begrippen", "procedure"):
        path = directory / f"{name}.yaml"
        raw[name] = _read_checked(path, directory, name, mistakes) if path.is_file() else {}
    for path in sorted(directory.glob("*/*.yaml")):
        rule = _read_checked(path, directory, "regel", mistakes)
        if rule is not None:
            _check_rule(rule, path, directory, raw, mistakes)
            raw["regels"][rule.get("id", "")] = rule
    _check_package(raw, mistakes)
    if mistakes.found:
        count = len(mistakes.found)
        raise InvalidRule(
            f"het regelpakket heeft {count} {'fout' if count == 1 else 'fouten'}.",
            path=str(directory),
            hint="Verbeter de bestanden; de regels zijn niet geladen.",
            mistakes=tuple(mistakes.found),
        )
    return raw


def _read_checked(path: Path, directory: Path, name: str, mistakes: source.Mistakes) -> Any:
    shown = path.relative_to(directory).as_posix()
    tree = source.read_yaml(path, mistakes, shown)
    if tree is None:
        return None
    source.check_schema(tree, name, mistakes, shown)
    return source.plain(tree)


def _check_rule(rule: Raw, path: Path, directory: Path, raw: Raw, mistakes: source.Mistakes) -> None:
    shown = path.relative_to(directory).as_posix()
    expected = f"{path.parent.name}.{path.stem}"
    if rule.get("id") != expected:
        mistakes.add(shown, 1, f"het id is `{rule.get('id')}`, maar bij dit bestand hoort `{expected}`.")
    package: Mapping[str, Any] = raw.get("pakket") or {}
    document = rule.get("bron", {}).get("document") if isinstance(rule.get("bron"), dict) else None
    if document and document not in package.get("bronnen", {}):
        mistakes.add(shown, None, f"de bron `{document}` staat niet bij `bronnen` in pakket.yaml.")
    _check_condition(rule, package, shown, mistakes)
    for term in _terms(rule):
        _check_term(term, raw, shown, mistakes)
    ids = [aspect.get("id") for aspect in rule.get("aspecten", []) if isinstance(aspect, dict)]
    for double in sorted({str(key) for key in ids if ids.count(key) > 1}):
        mistakes.add(shown, None, f"het aspect `{double}` staat er twee keer.")


def _check_condition(rule: Raw, package: Mapping[str, Any], shown: str, mistakes: source.Mistakes) -> None:
    condition = rule.get("wanneer")
    if not isinstance(condition, dict):
        return
    facts = package.get("feiten", {})
    fact = facts.get(condition.get("feit"))
    if fact is None:
        mistakes.add(shown, None, f"het feit `{condition.get('feit')}` staat niet bij `feiten` in pakket.yaml.")
        return
    for value in condition.get("is", []):
        if value not in fact["waarden"]:
            allowed = ", ".join(fact["waarden"])
            mistakes.add(
                shown, None, f"het feit `{condition['feit']}` kent geen waarde `{value}`. Toegestaan: {allowed}."
            )


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


def _check_package(raw: Raw, mistakes: source.Mistakes) -> None:
    """Concept references, judged ids and take-overs must point to something that exists."""
    for name, concept in (raw.get("begrippen") or {}).items():
        for term in concept.get("woorden", []) if isinstance(concept, dict) else []:
            _check_term(term, raw, f"begrippen.yaml ({name})", mistakes)
    package = raw.get("pakket") or {}
    if mistakes.found or not package:
        return
    ids = {milestone["id"] for milestone in package["mijlpalen"]}
    folders = {key.split(".")[0] for key in raw["regels"]}
    for milestone in package["mijlpalen"]:
        for judged in milestone["beoordeelt"]:
            if judged not in folders | ids and judged not in raw["regels"]:
                mistakes.add("pakket.yaml", None, f"`beoordeelt: {judged}` is geen map en geen id van een regel.")
        taken = milestone.get("neemt-over", {})
        if taken and (taken["van"] not in folders or taken["van"] == milestone["id"]):
            mistakes.add(
                "pakket.yaml", None, f"`neemt-over: {taken['van']}` kan niet: die map heeft geen eigen regels."
            )
