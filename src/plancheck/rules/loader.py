"""Rule packages: YAML files with Dutch keys become a `RuleSet` with English fields."""

import hashlib
import json
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import source
from plancheck.rules.build import build
from plancheck.rules.consistency import check_package, check_rule
from plancheck.rules.coverage import check_coverage
from plancheck.rules.reading import taken_over
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import FILE as WEIGHTS

DEFAULT_PACKAGE = "warmtetransitie"
COMPILED = "pakket.json"
"""A checked copy of the YAML files in one file, with their hashes: it loads in a fraction of the time."""

Raw = dict[str, Any]


def load_rules(directory: Path | None = None) -> RuleSet:
    """Load and check a rule package; None gives the shipped one.

    Raises:
        InvalidRule: the package is wrong (its author's fault); `mistakes` holds every mistake in Dutch.
    """
    directory = directory or source.rules_root() / DEFAULT_PACKAGE
    raw = _read_compiled(directory) or read_package(directory)
    weights = directory / WEIGHTS
    return build(raw, weights if weights.is_file() and not weights.is_symlink() else None)


def fingerprint(directory: Path) -> str:
    """The hash of all YAML files of a package and of their names."""
    digest = hashlib.sha256()
    for path in source.files(directory, "**/*.yaml", source.Mistakes()):
        digest.update(path.relative_to(directory).as_posix().encode())
        digest.update(_hash(path).encode())
    return digest.hexdigest()


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _compiled(directory: Path) -> Raw:
    """The checked copy, empty when there is none or it is damaged: then the YAML files decide."""
    path = directory / COMPILED
    if not path.is_file() or path.is_symlink():
        return {}
    try:
        compiled = json.loads(path.read_text("utf-8"))
    except ValueError:
        return {}
    return compiled if isinstance(compiled, dict) else {}


def _read_compiled(directory: Path) -> Raw | None:
    compiled = _compiled(directory)
    return compiled["inhoud"] if compiled and compiled.get("hash") == fingerprint(directory) else None


def _unchanged(directory: Path) -> dict[str, Raw]:
    """The rules whose file is still what it was when the checked copy was made, by the name of the file."""
    compiled = _compiled(directory)
    hashes: dict[str, str] = compiled.get("bestanden", {})
    return {
        name: compiled["inhoud"]["regels"][name.removesuffix(".yaml").replace("/", ".")]
        for name, known in hashes.items()
        if (directory / name).is_file() and _hash(directory / name) == known
    }


def compile_package(directory: Path) -> None:
    """Write the checked copy that `load_rules` reads as long as the YAML files stay the same.

    Raises:
        InvalidRule: the package is wrong.
    """
    rules = source.files(directory, "*/*.yaml", source.Mistakes())
    compiled = {
        "hash": fingerprint(directory),
        "bestanden": {path.relative_to(directory).as_posix(): _hash(path) for path in rules},
        "inhoud": read_package(directory, anew=True),
    }
    text = json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (directory / COMPILED).write_text(text + "\n", "utf-8", newline="\n")


def read_package(directory: Path, *, anew: bool = False) -> Raw:
    """All files of a package as one checked tree: pakket, begrippen, procedure and regels.

    A rule file that did not change since the checked copy was made is taken from it; anew: none is.

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
        found = source.files(directory, f"{name}.yaml", mistakes)
        tree = _read_checked(found[0], directory, name, mistakes) if found else {}
        raw[name] = tree if isinstance(tree, dict) else {}
    unchanged = {} if anew else _unchanged(directory)
    for path in source.files(directory, "*/*.yaml", mistakes):
        rule = unchanged.get(path.relative_to(directory).as_posix())
        rule = rule or _read_checked(path, directory, "regel", mistakes)
        if isinstance(rule, dict):
            check_rule(rule, path, directory, raw, mistakes)
            raw["regels"][str(rule.get("id", ""))] = rule
    check_package(raw, mistakes)
    _check_coverage(directory, raw, mistakes)
    if mistakes.found:
        count = len(mistakes.found)
        raise InvalidRule(
            f"het regelpakket heeft {count} {'fout' if count == 1 else 'fouten'}.",
            path=str(directory),
            hint="Verbeter de bestanden; de regels zijn niet geladen.",
            mistakes=tuple(mistakes.found),
        )
    return raw


def _check_coverage(directory: Path, raw: Raw, mistakes: source.Mistakes) -> None:
    """Ids are looked up only in a package that is whole: else what is wrong there would be told twice."""
    if not mistakes.found:
        steps = frozenset(step["id"] for step in raw["procedure"].get("stappen", ()))
        rules = frozenset(taken_over(raw["pakket"], raw["regels"]))
        check_coverage(directory, raw["pakket"]["bronnen"], rules, steps, mistakes)


def _read_checked(path: Path, directory: Path, name: str, mistakes: source.Mistakes) -> Any:
    shown = path.relative_to(directory).as_posix()
    tree = source.read_yaml(path, mistakes, shown)
    if tree is None:
        return None
    source.check_schema(tree, name, mistakes, shown)
    return source.plain(tree)
