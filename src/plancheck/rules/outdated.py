"""A package of another day: what of it can still be read, so that it can be compared with one of today."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plancheck.errors import InvalidRule
from plancheck.rules.build import build
from plancheck.rules.conditions import check_entry
from plancheck.rules.loader import load_rules
from plancheck.rules.mistakes import Mistakes, Place
from plancheck.rules.package import gather
from plancheck.rules.reading import all_rules
from plancheck.rules.ruleset import RuleSet
from plancheck.rules.schema import check_schema
from plancheck.rules.weights import FILE as WEIGHTS

Raw = dict[str, Any]
_NEEDED = ("id", "titel", "versie", "bronnen", "mijlpalen")
_OF_PACKAGE = {
    "bron": "bronnen",
    "feit": "feiten",
    "soort document": "mijlpalen",
    "stuk": "geen-mijlpaal",
    "wijziging": "wijzigingen",
}
_OF_PROCEDURE = {"moment": "momenten", "stap": "stappen"}
"""What an entry is called -> the key of the list or block in which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """A package as far as it can be compared. mistakes: how many the checks of today find, 0 for none.

    unread: what could not be read and is compared nowhere, by what it is (Dutch): the names.
    """

    ruleset: RuleSet
    mistakes: int = 0
    unread: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_outdated(directory: Path) -> Outdated:
    """The package in this folder; one that breaks a check of today is read as far as that goes.

    Raises:
        InvalidRule: so much is wrong that it cannot be compared at all.
    """
    try:
        return Outdated(ruleset=load_rules(directory))
    except InvalidRule as error:
        raw, mistakes = gather(directory)
        if not all((raw["pakket"] or {}).get(key) for key in _NEEDED):
            raise error
    whole = all_rules(raw["pakket"], raw["regels"])
    raw["regels"] = {key: rule for key, rule in raw["regels"].items() if _is_sound(key, rule)}
    package, procedure = raw["pakket"], raw["procedure"] or {}
    unread = {what: _prune(package, key, "pakket") for what, key in _OF_PACKAGE.items()}
    unread |= {what: _prune(procedure, key, "procedure") for what, key in _OF_PROCEDURE.items()}
    raw["begrippen"] = {name: each for name, each in (raw["begrippen"] or {}).items() if each and each.get("woorden")}
    raw["pakket"] = {key: value for key, value in package.items() if value is not None}
    raw["procedure"] = {key: value for key, value in procedure.items() if value is not None}
    unread["regel"] = frozenset(whole.keys() - all_rules(raw["pakket"], raw["regels"]).keys())
    weights = directory / WEIGHTS
    ruleset = build(raw, weights if weights.is_file() and not weights.is_symlink() else None)
    return Outdated(ruleset=ruleset, mistakes=len(mistakes.found), unread=unread)


def comparable(ruleset: RuleSet, unread: Mapping[str, frozenset[str]]) -> RuleSet:
    """A rule set without what could not be read of the one that it is compared with."""

    def gone(what: str) -> frozenset[str]:
        return unread.get(what, frozenset())

    return replace(
        ruleset,
        requirements={key: each for key, each in ruleset.requirements.items() if key not in gone("regel")},
        kinds=tuple(each for each in ruleset.kinds if str(each.milestone) not in gone("soort document")),
        facts=tuple(each for each in ruleset.facts if each.name not in gone("feit")),
        moments=tuple(each for each in ruleset.moments if each.id not in gone("moment")),
        steps=tuple(each for each in ruleset.steps if each.id not in gone("stap")),
    )


def _is_sound(key: str, rule: Raw) -> bool:
    mistakes = Mistakes()
    check_entry(rule, None, Place(""), mistakes)
    return rule.get("id") == key and not check_schema(rule, "regel", mistakes, Place("")) and not mistakes.noted


def _prune(tree: Raw, key: str, file: str) -> frozenset[str]:
    """Take out the entries of a block or a list that cannot be read; their names, as far as they have one."""
    entries = tree.get(key) or {}

    def is_sound(entry: Any) -> bool:
        mistakes = Mistakes()
        if key == "stappen":
            check_entry(entry, None, Place(""), mistakes)
        alone = {key: {"x": entry} if isinstance(entries, dict) else [entry]}
        return not mistakes.noted and all(way[:1] != [key] for way in check_schema(alone, file, mistakes, Place("")))

    if isinstance(entries, dict):
        tree[key] = {name: entry for name, entry in entries.items() if is_sound(entry)}
        return frozenset(entries.keys() - tree[key].keys())
    tree[key] = [entry for entry in entries if is_sound(entry)]
    return frozenset(str(entry["id"]) for entry in entries if entry not in tree[key] and entry.get("id"))
