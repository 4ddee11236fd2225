"""All files of a package as one checked tree: everything that is wrong in it at once, and nothing half loaded."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules import extend, source
from plancheck.rules.build import judged_ids
from plancheck.rules.compiled import read_copy, unchanged_rules
from plancheck.rules.consistency import check_doubles, check_package, check_rule, known_ids
from plancheck.rules.coverage import Resting, check_all_named, check_coverage
from plancheck.rules.examples import check_examples
from plancheck.rules.mistakes import Mistakes, Place, hint
from plancheck.rules.reading import all_rules, rule_file
from plancheck.rules.schema import check_schema, schema, sound
from plancheck.rules.skeleton import check_filled_in
from plancheck.rules.strays import check_strays, check_unjudged, misnamed_rules

EXTENDS = "breidt-uit"
OFF = "uitgezet"
_FILES = ("pakket", "begrippen", "procedure")
_NAMED = (
    ("pakket", "mijlpalen", "id", "de mijlpaal"),
    ("pakket", "geen-mijlpaal", "naam", "het stuk"),
    ("procedure", "stappen", "id", "de stap"),
)
"""Lists in which every entry has a name of its own: file, key, what names an entry, what it is."""
_REFERRED = {"pakket": ("bronnen", "mijlpalen", "feiten"), "procedure": ("momenten", "stappen")}
"""What other parts refer to: where a key is misspelt, it may be one of these, so that what is absent is not known."""

Raw = dict[str, Any]


def read_package(directory: Path, *, anew: bool = False, gaps: bool = False, within: tuple[str, ...] = ()) -> Raw:
    """The tree: pakket, begrippen, procedure and regels.

    A rule file that did not change since the checked copy was made is taken from it; anew: none is.
    A package that extends another holds that one too, with `herkomst` (rule -> package), `uitgezet` (ids that do not
    count), and nearest first the folders (`mappen`) and versions (`uitgebreid`) of what it extends.
    gaps: what no passage of its source names is a mistake too, and what is still to be filled in; a rule that is being
        tried may not be that far yet.
    within: ids of packages that wait for this one.

    Raises:
        InvalidRule: with every mistake of the package.
    """
    raw, mistakes = gather(directory, anew=anew, gaps=gaps, within=within)
    _refuse(directory, mistakes)
    return raw


def gather(
    directory: Path, *, anew: bool = False, gaps: bool = False, within: tuple[str, ...] = ()
) -> tuple[Raw, Mistakes]:
    """The tree as far as it can be read, whatever is wrong in it, and what that is.

    Raises:
        InvalidRule: there is no package in this folder.
    """
    if not (directory / "pakket.yaml").is_file():
        raise InvalidRule(
            "in deze map staat geen regelpakket.", path=str(directory), hint="Er hoort een bestand pakket.yaml in."
        )
    mistakes = Mistakes(read=lambda file: _read_again(directory / file))
    own: Raw = {name: _read_sound(directory, name, mistakes) for name in _FILES}
    for file, key, name, what in _NAMED:
        entries = (own[file] or {}).get(key)
        check_doubles(entries or [], name, what, Place(f"{file}.yaml", (key,)), mistakes)
    package = own["pakket"] or {}
    extends = EXTENDS in package
    if OFF in package and not extends:
        message = f"`{OFF}` kan alleen samen met `{EXTENDS}`: anders laat u de regel gewoon weg."
        mistakes.at(Place("pakket.yaml", (OFF,)), message)
    base = _read_base(directory, package, mistakes, within) if extends else None
    raw = extend.merge(base[1], own, mistakes) if base else own
    whole = raw if base or not extends else None
    written = _read_rules(directory, whole, {} if anew else unchanged_rules(directory), mistakes)
    raw["regels"] = {**raw.get("regels", {}), **written}
    if base:
        raw["mappen"] = [str(base[0]), *base[1].get("mappen", ())]
        of_base = {key: base[1]["pakket"][key] for key in ("id", "versie")}
        raw["uitgebreid"] = [of_base, *base[1].get("uitgebreid", ())]
        _finish(raw, frozenset(written), package.get(OFF) or [], mistakes)
    if whole is not None:
        check_package(raw, mistakes)
        _check_judged(raw, frozenset(written), mistakes)
        _check_coverage(directory, raw, mistakes)
        if gaps and not any(
            mistakes.are_in(f"{name}.yaml") for name in _FILES
        ):  # else what is named there may be misspelt
            check_all_named(directory, package.get("bronnen") or {}, _resting(raw, own, written, base), mistakes)
    if gaps:
        check_filled_in(written, mistakes)
    check_examples(directory, written, mistakes)
    check_strays(directory, mistakes)
    return raw, mistakes


def _read_again(path: Path) -> Any:
    """A file that was not read before, for its lines; None when it is not there."""
    return source.read_yaml(path, Mistakes(), path.name) if path.is_file() else None


def _read_sound(directory: Path, name: str, mistakes: Mistakes) -> Raw | None:
    """What is right in a file of the package; empty when there is none, None when it cannot be read."""
    file = f"{name}.yaml"
    found = source.files(directory, file, mistakes)
    if not found:
        return {}
    tree = source.read_yaml(found[0], mistakes, file)
    if tree is None:
        return None
    faults = check_schema(tree, name, mistakes, Place(file))
    plain = source.plain(tree)
    if not isinstance(plain, dict):
        return None
    kept = sound(plain, faults, depth=1 if name == "begrippen" else 2)
    misspelt = bool(kept.keys() - schema(name).get("properties", kept).keys())
    return {**dict.fromkeys(_REFERRED.get(name, ())), **kept} if misspelt else kept


def _read_rules(directory: Path, raw: Raw | None, unchanged: Raw, mistakes: Mistakes) -> Raw:
    """The rules of the package by the id that fits their file. raw: the package around them."""
    written: Raw = {}
    for path in source.files(directory, "*/*.yaml", mistakes):
        file, key = path.relative_to(directory).as_posix(), f"{path.parent.name}.{path.stem}"
        rule = unchanged.get(file)
        if rule is None:
            tree = source.read_yaml(path, mistakes, file)
            if tree is not None:
                check_schema(tree, "regel", mistakes, Place(file))
            rule = source.plain(tree)
        if isinstance(rule, dict):
            check_rule(rule, file, key, raw, mistakes)
        written[key] = rule if isinstance(rule, dict) else {}
    return {**{key: {} for key in misnamed_rules(directory)}, **written}


def _read_base(directory: Path, package: Raw, mistakes: Mistakes, within: tuple[str, ...]) -> tuple[Path, Raw] | None:
    """The folder and tree of the package that this one extends; None, and noted, when it cannot be had."""
    name, place = package[EXTENDS], Place("pakket.yaml", (EXTENDS,))
    if name is None:
        return None  # the schema has named that mistake
    chain = (*within, str(package.get("id", "")))
    if name in chain:
        circle = " > ".join([*chain[chain.index(name) :], name])
        mistakes.at(place, f"deze pakketten breiden elkaar in een kring uit: {circle}.")
        return None
    folder = extend.base_folder(name, directory)
    if folder is None:
        beside = [path.parent.name for path in directory.resolve().parent.glob("*/pakket.yaml")]
        known = {*source.shipped(), *beside} - {directory.resolve().name}
        told = f"`{EXTENDS}: {name}` is geen pakket van plancheck en geen map naast dit pakket."
        mistakes.at(place, told + hint(name, known))
        return None
    try:
        return folder, read_copy(folder) or read_package(folder, within=chain)
    except InvalidRule as error:
        for mistake in error.mistakes:
            mistakes.at(place, f"in {name}: {mistake}")
        return None


def _finish(raw: Raw, written: frozenset[str], off: list[Any], mistakes: Mistakes) -> None:
    """Say where every rule comes from and which do not count."""
    raw["herkomst"].update(dict.fromkeys(written, raw["pakket"].get("id", "")))
    known = known_ids(raw)
    extend.switch_off(raw, written, off, known, mistakes)
    if _are_whole(raw["pakket"].get("mijlpalen")):
        extend.check_left(raw, judged_ids(raw), mistakes)


def _are_whole(kinds: list[Any] | None) -> bool:
    """Whether it can be worked out what every kind judges and takes over."""
    needed = ("id", "beoordeelt")
    return kinds is not None and all(
        all(kind.get(key) for key in needed) and kind.get("neemt-over", {}) is not None for kind in kinds
    )


def _check_judged(raw: Raw, written: frozenset[str], mistakes: Mistakes) -> None:
    """A rule counts for something: a kind judges it, or a rule that is taken over from it."""
    if _are_whole((raw["pakket"] or {}).get("mijlpalen")):
        judged = frozenset().union(*judged_ids(raw).values())
        origins = {key: origin for key, (_, origin) in all_rules(raw["pakket"], raw["regels"]).items()}
        used = frozenset(origins[key] for key in judged)
        words = {word for kind in raw["pakket"]["mijlpalen"] for word in kind["beoordeelt"]}
        if words <= {*origins, *(key.split(".")[0] for key in origins)}:  # else one of them may mean this rule
            check_unjudged({key: rule_file(key) for key in sorted(written)}, used, mistakes)


def _check_coverage(directory: Path, raw: Raw, mistakes: Mistakes) -> None:
    package, procedure = raw["pakket"] or {}, raw["procedure"]
    entries = None if procedure is None else procedure.get("stappen") or ()
    steps = None if entries is None else frozenset(step["id"] for step in entries if step.get("id"))
    if mistakes.are_in("procedure.yaml") and (not entries or not all(step.get("id") for step in entries)):
        steps = None  # a step that cannot be read may have any id
    check_coverage(directory, package.get("bronnen"), known_ids(raw), steps, mistakes)


def _resting(raw: Raw, own: Raw, written: Raw, base: tuple[Path, Raw] | None) -> Iterator[Resting]:
    """The rules and steps of this package itself, as far as it can be read on what they rest.

    A rule that a kind takes over rests on what the other rests on, unless it has a source of its own.
    """
    rules = all_rules(raw["pakket"] or {}, raw["regels"])
    of_base = all_rules(base[1]["pakket"], base[1]["regels"]) if base else {}
    for key in sorted(rules.keys() - (of_base.keys() - written.keys())):
        rule, origin = rules[key]
        if (document := _document(rule)) and (key in written or document != _document(raw["regels"][origin])):
            place = Place(rule_file(key), ("bron", "document")) if key in written else Place("pakket.yaml")
            yield Resting(id=key, what="regel", document=document, place=place)
    for step in (own["procedure"] or {}).get("stappen") or ():
        if step.get("id") and (document := _document(step)):
            place = Place("procedure.yaml", ("stappen", ("id", step["id"]), "bron", "document"))
            yield Resting(id=step["id"], what="stap", document=document, place=place)


def _document(entry: Mapping[str, Any]) -> str:
    """The source that a rule or a step names; "" when that cannot be read."""
    origin = entry.get("bron")
    document = origin.get("document") if isinstance(origin, dict) else None
    return document if isinstance(document, str) else ""


def _refuse(directory: Path, mistakes: Mistakes) -> None:
    found = mistakes.found
    if found:
        raise InvalidRule(
            f"het regelpakket heeft {len(found)} {'fout' if len(found) == 1 else 'fouten'}.",
            path=str(directory),
            hint="Verbeter de bestanden; de regels zijn niet geladen.",
            mistakes=found,
        )
