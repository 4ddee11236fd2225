"""Rule packages: YAML files with Dutch keys become a `RuleSet` with English fields."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule, WrongUse
from plancheck.rules import extend, source
from plancheck.rules.build import build, judged_ids
from plancheck.rules.consistency import check_package, check_rule
from plancheck.rules.coverage import check_coverage
from plancheck.rules.reading import taken_over
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.weights import FILE as WEIGHTS

DEFAULT_PACKAGE = "warmtetransitie"
EXTENDS = "breidt-uit"
OFF = "uitgezet"
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
    folders = (directory, *map(Path, raw.get("mappen", ())))
    weights = [folder / WEIGHTS for folder in folders]
    return build(raw, next((path for path in weights if path.is_file() and not path.is_symlink()), None))


def shipped_folder(package: str) -> Path:
    """The folder of a package that comes with plancheck.

    Raises:
        WrongUse: there is none with this id.
    """
    if package not in source.shipped():
        allowed = ", ".join(source.shipped())
        raise WrongUse(
            f"Onbekend regelpakket: '{package}'.",
            hint=f"Toegestaan: {allowed}. Een map met eigen regels geeft u met --regels.",
        )
    return source.rules_root() / package


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

    A package that extends another gets none: its content also changes with the files of the other.

    Raises:
        InvalidRule: the package is wrong.
    """
    raw = read_package(directory, anew=True)
    if "mappen" in raw:
        return
    rules = source.files(directory, "*/*.yaml", source.Mistakes())
    compiled = {
        "hash": fingerprint(directory),
        "bestanden": {path.relative_to(directory).as_posix(): _hash(path) for path in rules},
        "inhoud": raw,
    }
    text = json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (directory / COMPILED).write_text(text + "\n", "utf-8", newline="\n")


def read_package(directory: Path, *, anew: bool = False, within: tuple[str, ...] = ()) -> Raw:
    """All files of a package as one checked tree: pakket, begrippen, procedure and regels.

    A rule file that did not change since the checked copy was made is taken from it; anew: none is.
    A package that extends another holds that one too, with `herkomst` (rule -> package), `uitgezet` (ids that do not
    count) and `mappen` (folders of what it extends, nearest first). within: ids of packages that wait for this one.

    Raises:
        InvalidRule: with every mistake of the package.
    """
    mistakes = source.Mistakes()
    if not (directory / "pakket.yaml").is_file():
        raise InvalidRule(
            "in deze map staat geen regelpakket.", path=str(directory), hint="Er hoort een bestand pakket.yaml in."
        )
    own: Raw = {"regels": {}}
    trees: Raw = {}
    for name in ("pakket", "begrippen", "procedure"):
        found = source.files(directory, f"{name}.yaml", mistakes)
        trees[name] = _read_checked(found[0], directory, name, mistakes) if found else {}
        own[name] = source.plain(trees[name]) if isinstance(trees[name], Mapping) else {}
    extends = EXTENDS in own["pakket"]
    if OFF in own["pakket"] and not extends:
        line = source.line_of(trees["pakket"], [OFF])
        mistakes.add(
            "pakket.yaml", line, f"`{OFF}` kan alleen samen met `{EXTENDS}`: anders laat u de regel gewoon weg."
        )
    base = _read_base(directory, own["pakket"], trees["pakket"], mistakes, within) if extends else None
    raw = extend.merge(base[1], own, mistakes) if base else own
    if base:
        raw["mappen"] = [str(base[0]), *base[1].get("mappen", ())]
    known = base is not None or not extends
    written = _read_rules(directory, raw, {} if anew else _unchanged(directory), mistakes, check=known)
    if base:
        _finish(raw, written, trees["pakket"], mistakes)
    if known:
        check_package(raw, mistakes)
        _check_coverage(directory, raw, mistakes)
    _refuse(directory, mistakes)
    return raw


def _read_rules(directory: Path, raw: Raw, unchanged: Raw, mistakes: source.Mistakes, *, check: bool) -> frozenset[str]:
    """Read the rules into the tree; their ids. check: whether all that they may refer to is known."""
    written: set[str] = set()
    for path in source.files(directory, "*/*.yaml", mistakes):
        rule = unchanged.get(path.relative_to(directory).as_posix())
        rule = rule or source.plain(_read_checked(path, directory, "regel", mistakes))
        if isinstance(rule, dict):
            if check:
                check_rule(rule, path, directory, raw, mistakes)
            written.add(str(rule.get("id", "")))
            raw["regels"][str(rule.get("id", ""))] = rule
    return frozenset(written)


def _read_base(
    directory: Path, package: Raw, tree: Any, mistakes: source.Mistakes, within: tuple[str, ...]
) -> tuple[Path, Raw] | None:
    """The folder and tree of the package that this one extends; None, and noted, when it cannot be had."""
    name, line = package[EXTENDS], source.line_of(tree, [EXTENDS])
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9-]+", name):
        return None  # the schema has named that mistake
    chain = (*within, str(package.get("id", "")))
    if name in chain:
        circle = " > ".join([*chain[chain.index(name) :], name])
        mistakes.add("pakket.yaml", line, f"deze pakketten breiden elkaar in een kring uit: {circle}.")
        return None
    folder = extend.base_folder(name, directory)
    if folder is None:
        shipped = ", ".join(source.shipped())
        told = f"`{EXTENDS}: {name}` is geen pakket van plancheck ({shipped}) en geen map naast dit pakket."
        mistakes.add("pakket.yaml", line, told)
        return None
    try:
        return folder, _read_compiled(folder) or read_package(folder, within=chain)
    except InvalidRule as error:
        for mistake in error.mistakes:
            mistakes.add(f"pakket.yaml ({EXTENDS}: {name})", line, mistake)
        return None


def _finish(raw: Raw, written: frozenset[str], tree: Any, mistakes: source.Mistakes) -> None:
    """Say where every rule comes from and which do not count."""
    raw["herkomst"].update(dict.fromkeys(written, raw["pakket"].get("id", "")))
    listed = tree.get(OFF, ()) if isinstance(tree, Mapping) else ()
    ids = [str(key) for key in listed] if isinstance(listed, list) else []
    lines = {key: source.line_of(tree, [OFF, place]) for place, key in enumerate(ids)}
    if mistakes.found and not _is_whole(raw):
        return
    extend.switch_off(raw, written, frozenset(taken_over(raw["pakket"], raw["regels"])), lines, mistakes)
    extend.check_left(raw, judged_ids(raw), mistakes)


def _is_whole(raw: Raw) -> bool:
    """Whether all kinds and rules have the form they need, so that what takes over what can be worked out."""
    kinds = raw["pakket"].get("mijlpalen", ())
    return all({"id", "beoordeelt"} <= kind.keys() for kind in kinds) and all("." in key for key in raw["regels"])


def _refuse(directory: Path, mistakes: source.Mistakes) -> None:
    if mistakes.found:
        count = len(mistakes.found)
        raise InvalidRule(
            f"het regelpakket heeft {count} {'fout' if count == 1 else 'fouten'}.",
            path=str(directory),
            hint="Verbeter de bestanden; de regels zijn niet geladen.",
            mistakes=tuple(mistakes.found),
        )


def _check_coverage(directory: Path, raw: Raw, mistakes: source.Mistakes) -> None:
    """Ids are looked up only in a package that is whole: else what is wrong there would be told twice."""
    if not mistakes.found:
        steps = frozenset(step["id"] for step in raw["procedure"].get("stappen", ()))
        rules = frozenset(taken_over(raw["pakket"], raw["regels"]))
        check_coverage(directory, raw["pakket"]["bronnen"], rules, steps, mistakes)


def _read_checked(path: Path, directory: Path, name: str, mistakes: source.Mistakes) -> Any:
    """The tree of a file, with its line numbers."""
    shown = path.relative_to(directory).as_posix()
    tree = source.read_yaml(path, mistakes, shown)
    if tree is not None:
        source.check_schema(tree, name, mistakes, shown)
    return tree
