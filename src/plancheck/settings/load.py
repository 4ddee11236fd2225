"""Finding and reading a plancheck.yaml, with every mistake in Dutch and its line."""

import datetime
import os
from collections.abc import Iterable, Mapping, MutableMapping, MutableSequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidSettings, WrongUse
from plancheck.model.decision import Exemption, Ruling
from plancheck.model.requirement import RequirementId
from plancheck.model.verdict import Verdict
from plancheck.rules import RuleSet, source
from plancheck.rules.mistakes import Mistakes, Place, hint, line_of
from plancheck.rules.schema import check_schema
from plancheck.settings.values import FILE, FileKind, Settings

_MAY_BE_BLANK = ("reden", "waarom", "kenmerk")
"""Left open, these cost the decision its effect; that is told in the report and is no mistake of form."""


def find(document: str) -> Path | None:
    """The plancheck.yaml in the folder of a document, or in the nearest folder above it that has one."""
    folder = Path(os.path.realpath(Path(document).parent))  # `resolve` refuses a link that points to itself
    return next((place / FILE for place in (folder, *folder.parents) if _is_file(place / FILE)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder above that may not be entered holds no settings of ours
        return False


def load(path: Path) -> Settings:
    """Read one file.

    Raises:
        WrongUse: there is no such file, or it may not be read.
        InvalidSettings: it is wrong; `mistakes` holds every mistake of form.
    """
    shown = _shown(path)
    mistakes = Mistakes()
    try:
        if not path.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(path)
        tree = source.read_yaml(path, mistakes, shown)
    except OSError as error:
        raise WrongUse(
            "dit bestand met instellingen bestaat niet of is niet te lezen.",
            path=shown,
            hint="Geef bij --config een bestaand bestand.",
        ) from error
    if tree is not None:
        _as_text(tree)
        check_schema(tree, "plancheck", mistakes, Place(shown))
    rules = ""
    if not mistakes.found:
        _check_dates(tree, mistakes, shown)
        rules = _rules(tree, _folder(path), mistakes, shown)
    _raise_if_any(mistakes, shown)
    return _build(source.plain(tree), tree, path, shown, rules)


def checked(settings: Settings, ruleset: RuleSet) -> Settings:
    """The settings, held to a rule package: ids, kinds and facts are known. Without `tree`, so fit to be sent on.

    Raises:
        InvalidSettings: with every name that the package does not know.
    """
    mistakes = Mistakes()

    def known(what: str, word: str, allowed: Iterable[str], path: list[Any]) -> None:
        words = list(allowed)
        if word not in words:
            near = get_close_matches(word, words, n=1, cutoff=0.5)
            all_of_them = f"Toegestaan: {', '.join(words)}."
            if what == "de regel":  # there are too many to name
                all_of_them = "`plancheck rules list` toont alle regels."
            hint = f"Bedoelt u `{near[0]}`?" if near else all_of_them
            mistakes.add(settings.path, line_of(settings.tree, path), f"{what} `{word}` bestaat niet. {hint}")

    for number, kind in enumerate(settings.kinds):
        place = ["documenten", number, "mijlpaal"]
        known("de mijlpaal", kind.milestone, (info.id for info in ruleset.milestones), place)
    for name, value in settings.facts.items():
        known("het feit", name, ruleset.fact_values, ["feiten", name])
        if name in ruleset.fact_values:
            known(f"de waarde voor {name}", value, ruleset.fact_values[name], ["feiten", name])
    named = [("uitzonderingen", number, each.requirement) for number, each in enumerate(settings.exemptions)]
    named += [("oordelen", number, each.requirement) for number, each in enumerate(settings.rulings)]
    for key, number, requirement in named:
        known("de regel", requirement, ruleset.requirements, [key, number, "id"])
    _raise_if_any(mistakes, settings.path)
    return replace(settings, tree=None)


def _rules(tree: Mapping[str, Any], folder: Path, mistakes: Mistakes, shown: str) -> str:
    """The folder of the package that the file asks for; "" when it asks for none. A name that is shipped goes first."""
    if "pakket" not in tree:
        return str(folder / str(tree["regels"])) if "regels" in tree else ""
    package = str(tree["pakket"])
    if "regels" in tree:
        mistakes.at(Place(shown, ("pakket",)), "`pakket` en `regels` kunnen niet samen; laat er één staan.")
    elif package in source.shipped():
        return str(source.rules_root() / package)
    elif not (folder / package / "pakket.yaml").is_file():
        told = f"`pakket: {package}` is geen pakket van plancheck, en hier is geen map `{package}` met een pakket.yaml."
        mistakes.at(Place(shown, ("pakket",)), told + hint(package, source.shipped()))
    return str(folder / package)


def _folder(path: Path) -> Path:
    return Path(os.path.realpath(path)).parent  # unlike resolve() no error for a link to itself


def _build(raw: Mapping[str, Any], tree: Any, path: Path, shown: str, rules: str) -> Settings:
    return Settings(
        path=shown,
        folder=str(_folder(path)),
        rules=rules,
        fail_on=raw.get("fail-on", ""),
        facts=raw.get("feiten", {}),
        kinds=tuple(
            FileKind(pattern=each["bestand"], milestone=each["mijlpaal"]) for each in raw.get("documenten", ())
        ),
        exemptions=tuple(
            Exemption(
                requirement=RequirementId(each["id"]),
                reason=each.get("reden", "").strip(),
                who=each["wie"],
                until=each["tot"],
                pattern=each.get("bestand", ""),
            )
            for each in raw.get("uitzonderingen", ())
        ),
        rulings=tuple(
            Ruling(
                requirement=RequirementId(each["id"]),
                verdict=Verdict(each["oordeel"]),
                who=each["wie"],
                date=each["wanneer"],
                reason=each.get("waarom", "").strip(),
                pattern=each["bestand"],
                mark=each.get("kenmerk", ""),
            )
            for each in raw.get("oordelen", ())
        ),
        tree=tree,
    )


def _as_text(node: Any) -> None:
    """Make text, in place, of what YAML reads as a date or as nothing, where the schema wants text."""
    pairs: list[tuple[Any, Any]] = list(node.items()) if isinstance(node, MutableMapping) else []
    pairs += list(enumerate(node)) if isinstance(node, MutableSequence) else []
    for key, value in pairs:
        if isinstance(value, datetime.date):
            node[key] = value.isoformat()
        elif value is None and key in _MAY_BE_BLANK:
            node[key] = ""
        else:
            _as_text(value)


def _check_dates(tree: Any, mistakes: Mistakes, shown: str) -> None:
    for key, name in (("uitzonderingen", "tot"), ("oordelen", "wanneer")):
        for number, each in enumerate(tree.get(key, ())):
            try:
                datetime.date.fromisoformat(each[name])
            except ValueError:
                line = line_of(tree, [key, number, name])
                mistakes.add(shown, line, f"`{name}` is geen bestaande datum: {each[name]}.")


def _raise_if_any(mistakes: Mistakes, shown: str) -> None:
    if mistakes.found:
        count = len(mistakes.found)
        raise InvalidSettings(
            f"dit bestand met instellingen heeft {count} {'fout' if count == 1 else 'fouten'}.",
            path=shown,
            hint="Verbeter het; er is niets gecontroleerd.",
            mistakes=mistakes.found,
        )


def _shown(path: Path) -> str:
    """The path from where the user stands when that is short, else in full."""
    place, here = Path(os.path.realpath(path)), Path.cwd()
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else place.as_posix()
